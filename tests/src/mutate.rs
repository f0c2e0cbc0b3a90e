//! Changes to a document, one by one, from a seed: the same ones on every machine.

use crate::tree::{Format, Tree};
use std::collections::BTreeMap;

/// A sequence of numbers that looks random (splitmix64).
pub struct Seeded(u64);

impl Seeded {
    pub fn new(seed: u64) -> Seeded {
        Seeded(seed)
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % n as u64).expect("below n")
    }

    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// One of the words between spaces.
    fn word<'w>(&mut self, of: &'w str) -> &'w str {
        let words: Vec<&str> = of.split_whitespace().collect();
        self.one(&words)
    }
}

/// Words of the documents, numbers, dates and durations, good and bad: between spaces.
const WORDS: &str = "x ɲɛtaasira ? << ~ true false null unknown not-applicable yes no every some all any mean one-of present \
    equals at-least before integer decimal text boolean date duration country organisation official proposal drop forbid \
    declared verified examine critical higher in-force satisfied undetermined stands set-aside no-evidence too-old active \
    0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef \
    0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef";
const NUMBERS: &str = "0 1 -1 10 0.5 1.0 1.5 100 -0 -0.0 1e0 1e1 1e2 10e-1 5e-1 15e-1 0.1e1 1.5e1 0.15e1 0.11e1 11e-1 1e-30 1e30 \
    0e9 100e-2 150e-2 2e-1 1.000 0.999999999999999 0.05e1 0.001e3 0.0011e3 99e-2 1000e-3 1001e-3 1e030 1E+0002";
const BAD_NUMBERS: &str = "1,5 +1 .5 5. 1e 1e+-2 0x1f 1_000 NaN inf --1 1e31 1e-31 -1e31 00 007 010.50 -00.0 \
    123456789012345678901234567890 1234567890123456789012345678901 0.1234567890123456789012345678901 1e99999999999999999999 \
    100000000000000000000000000000000000 1000000000000000000000000000000.1 000123456789012345678901234567890.00 1e-030 \
    0.00000000000000000000000000000000001 12345678901234567890.1234567890 12345678901234567890.12345678901 0.10 1.50 01";
const DATES: &str = "2024-02-29 2023-02-29 2000-02-29 1900-02-29 0004-02-29 0000-02-29 2024-02-30 2024-04-31 2024-13-01 2024-00-10 \
    2024-01-00 2024-12-31 0001-01-01 0000-01-01 9999-12-31 10000-01-01 2024-1-1 24-01-01 2024-06 2024-06-01T00:00:00Z 2024/06/01 \
    ٢٠٢٤-06-01 2024-06-15 2025-01-31 2024-09-31 2024-11-30 2100-02-29 2400-02-29";
const DURATIONS: &str = "P18M P2Y P6W P90D P0D P999999999Y P1000000000Y P P1 PT1H P1Y6M P1.5Y 18M p18m P-1D";

/// Texts with spaces, control characters and characters that nobody sees.
const TEXTS: [&str; 20] = [
    " ",
    "two words",
    "a\tb",
    "a\nb",
    "a\rb",
    "a\u{0}b",
    "a\u{7f}b",
    "a\u{85}b",
    "a\u{a0}b",
    "a\u{ad}b",
    "a\u{200b}b",
    "a\u{202e}b",
    "\u{2066}a",
    "\u{3000}",
    "\u{feff}",
    "\u{e0041}",
    "\u{1f1f2}",
    "e\u{301}",
    " 2024-06-01",
    "2024-06-01\n",
];

/// Beside those of the documents.
const KEYS: [&str; 12] =
    ["", "Id", "titel", "x", "fr", "de", " ", "a\u{202e}b", "ɲɛ", "two words", "a\nb", "findings"];

/// What the changes of one kind of document draw on: every value that one of them has under a key.
#[derive(Default)]
pub struct Stock(BTreeMap<String, Vec<Tree>>);

impl Stock {
    pub fn add(&mut self, tree: &Tree) {
        match tree {
            Tree::List(items) => items.iter().for_each(|item| self.add(item)),
            Tree::Object(entries) => {
                for (key, node) in entries {
                    let known = self.0.entry(key.clone()).or_default();
                    if known.len() < 50 {
                        known.push(node.clone());
                    }
                    self.add(node);
                }
            }
            _ => {}
        }
    }

    fn entry(&self, format: Format, draw: &mut Seeded) -> (String, Tree) {
        let at = draw.below(self.0.len());
        let (key, nodes) = self.0.iter().nth(at).expect("the stock has keys");
        (key.clone(), dressed(&nodes[draw.below(nodes.len())], format))
    }
}

/// The same in another format: YAML has plain scalars where JSON has numbers and booleans.
fn dressed(tree: &Tree, format: Format) -> Tree {
    match (tree, format) {
        (Tree::Number(token), Format::Yaml) => Tree::Plain(token.clone()),
        (Tree::Boolean(boolean), Format::Yaml) => Tree::Plain(boolean.to_string()),
        (Tree::Plain(text), Format::Json) => Tree::Text(text.clone()),
        (Tree::List(items), _) => Tree::List(items.iter().map(|item| dressed(item, format)).collect()),
        (Tree::Object(entries), _) => {
            Tree::Object(entries.iter().map(|(key, node)| (key.clone(), dressed(node, format))).collect())
        }
        _ => tree.clone(),
    }
}

/// Change one place of a document: one of those under this key, else under one of its keys, rare ones as often as others.
pub fn mutate(tree: &mut Tree, key: Option<&str>, format: Format, stock: &Stock, draw: &mut Seeded) {
    let places = places(tree);
    let under = key.and_then(|key| places.get(key));
    let under = under.or_else(|| places.values().nth(draw.below(places.len()))).expect("the tree has a root");
    let mut at = draw.one(under);
    let node = find(tree, &mut at).expect("a node of the tree");
    match node {
        Tree::Object(entries) if draw.below(4) > 0 => change_object(entries, format, stock, draw),
        Tree::List(items) if draw.below(4) > 0 => change_list(items, format, draw),
        // the kinder half of the changes leaves a scalar what it is
        scalar if draw.below(2) == 0 => *scalar = alike(scalar, format, draw),
        other => *other = any(other, format, draw),
    }
}

/// The numbers of all nodes, in the order of writing, by the key that leads to them; that of the root is empty.
pub fn places(tree: &Tree) -> BTreeMap<&str, Vec<usize>> {
    let mut places = BTreeMap::new();
    collect(tree, "", &mut 0, &mut places);
    places
}

fn collect<'t>(tree: &'t Tree, key: &'t str, next: &mut usize, places: &mut BTreeMap<&'t str, Vec<usize>>) {
    places.entry(key).or_default().push(*next);
    *next += 1;
    match tree {
        Tree::List(items) => items.iter().for_each(|item| collect(item, key, next, places)),
        Tree::Object(entries) => entries.iter().for_each(|(key, node)| collect(node, key, next, places)),
        _ => {}
    }
}

fn find<'t>(tree: &'t mut Tree, at: &mut usize) -> Option<&'t mut Tree> {
    if *at == 0 {
        return Some(tree);
    }
    *at -= 1;
    match tree {
        Tree::List(items) => items.iter_mut().find_map(|item| find(item, at)),
        Tree::Object(entries) => entries.iter_mut().find_map(|(_, item)| find(item, at)),
        _ => None,
    }
}

fn change_object(entries: &mut Vec<(String, Tree)>, format: Format, stock: &Stock, draw: &mut Seeded) {
    let at = draw.below(entries.len().max(1));
    match draw.below(6) {
        0 | 1 if !entries.is_empty() => {
            entries.remove(at);
        }
        2 if !entries.is_empty() => {
            let (key, _) = stock.entry(format, draw);
            entries[at].0 = if draw.below(2) == 0 { key } else { draw.one(&KEYS).to_owned() };
        }
        3 => entries.push((draw.one(&KEYS).to_owned(), any(&Tree::Null, format, draw))),
        _ => entries.push(stock.entry(format, draw)),
    }
    // what is written twice has no JSON to show
    let mut seen = std::collections::BTreeSet::new();
    entries.retain(|(key, _)| seen.insert(key.clone()));
}

fn change_list(items: &mut Vec<Tree>, format: Format, draw: &mut Seeded) {
    if items.is_empty() {
        items.push(any(&Tree::Null, format, draw));
        return;
    }
    let at = draw.below(items.len());
    match draw.below(5) {
        0 | 1 => items.push(items[at].clone()),
        2 => {
            items.remove(at);
        }
        3 => items.clear(),
        _ => items[at] = any(&items[at], format, draw),
    }
}

/// Another scalar of the same form.
fn alike(scalar: &Tree, format: Format, draw: &mut Seeded) -> Tree {
    let text = match scalar {
        Tree::Text(text) | Tree::Plain(text) | Tree::Number(text) => text.as_str(),
        Tree::Boolean(boolean) => return Tree::Boolean(!boolean),
        other => return other.clone(),
    };
    if text.parse::<kolosi::Decimal>().is_ok() {
        return number(draw.word(NUMBERS), format, draw);
    }
    if text.parse::<kolosi::Date>().is_ok() {
        return written(draw.word(DATES), format, draw);
    }
    if text.parse::<kolosi::Duration>().is_ok() {
        return written(draw.word(DURATIONS), format, draw);
    }
    match draw.below(3) {
        0 => Tree::Text(format!("{text}x")),
        1 => Tree::Text(format!("é{text}")),
        _ => Tree::Text(text.to_owned()),
    }
}

/// Anything, or the node itself in another dress.
fn any(node: &Tree, format: Format, draw: &mut Seeded) -> Tree {
    match draw.below(18) {
        0 => Tree::Null,
        1 if format == Format::Yaml => Tree::Plain(draw.one(&["true", "false"]).to_owned()),
        1 => Tree::Boolean(draw.below(2) == 0),
        2 | 3 => number(draw.word(NUMBERS), format, draw),
        4 | 5 => number(draw.word(BAD_NUMBERS), format, draw),
        6 => written(draw.word(DATES), format, draw),
        7 => written(draw.word(DURATIONS), format, draw),
        8 => {
            let length = draw.one(&[128, 129, 2_000, 2_001, 20_000, 20_001]);
            Tree::Text(draw.one(&["a", "é", "\u{1f1f2}"]).repeat(length))
        }
        9 => Tree::List(Vec::new()),
        10 => Tree::Object(Vec::new()),
        11 => Tree::List(vec![node.clone()]),
        12 => Tree::Object(vec![(draw.one(&KEYS).to_owned(), node.clone())]),
        13 => match node {
            Tree::List(items) if items.len() == 1 => items[0].clone(),
            _ => Tree::Object(vec![("parameter".to_owned(), written("p", format, draw))]),
        },
        14 => Tree::Text(String::new()),
        15 => Tree::Text(draw.one(&TEXTS).to_owned()),
        _ => written(draw.word(WORDS), format, draw),
    }
}

/// A number as number or as text; what JSON does not call a number can only be a text.
fn number(text: &str, format: Format, draw: &mut Seeded) -> Tree {
    let is_json = serde_json::from_str::<&serde_json::value::RawValue>(text).is_ok()
        && text.bytes().all(|byte| b"0123456789+-.eE".contains(&byte));
    if format == Format::Json && is_json && draw.below(2) == 0 {
        Tree::Number(text.to_owned())
    } else {
        written(text, format, draw)
    }
}

/// A text, in YAML now and then without quotes where it needs none.
fn written(text: &str, format: Format, draw: &mut Seeded) -> Tree {
    let needs_none = text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.+".contains(&byte));
    if format == Format::Yaml && needs_none && draw.below(2) == 0 {
        Tree::Plain(text.to_owned())
    } else {
        Tree::Text(text.to_owned())
    }
}
