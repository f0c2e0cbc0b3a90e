//! A published schema accepts a document exactly when the loader finds no problem of the class `shape` in it: over every file of
//! the repository and 20,000 mutations of them.

use kolosi::{Class, Code, DocumentType, Problems};
use kolosi_tests::mutate::{Seeded, Stock, mutate, places};
use kolosi_tests::repository::{Document, Loader, documents};
use kolosi_tests::tree::{Format, Tree};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const SEED: u64 = 20_260_731;

/// What is found before there is a tree that JSON could hold: no schema is ever shown such a file.
const WHOLE_FILE: [&str; 13] = [
    "unreadable-file",
    "empty-document",
    "document-too-large",
    "invalid-utf8",
    "invalid-json",
    "invalid-yaml",
    "several-documents",
    "yaml-alias",
    "yaml-merge-key",
    "yaml-tag",
    "too-deep",
    "too-many-items",
    "duplicate-key",
];

const TYPES: [DocumentType; 5] = [
    DocumentType::Standard,
    DocumentType::Dossier,
    DocumentType::Audit,
    DocumentType::Mapping,
    DocumentType::IdList,
];

/// How often both accept, both refuse, and nothing is compared.
#[derive(Clone, Copy, Default)]
struct Counts {
    accepted: usize,
    refused: usize,
    left_out: usize,
}

struct Comparison {
    schemas: BTreeMap<&'static str, jsonschema::Validator>,
    counts: BTreeMap<&'static str, Counts>,
    /// The codes of class `shape` that were met.
    met: BTreeSet<&'static str>,
    differences: Vec<String>,
}

impl Comparison {
    fn new() -> Comparison {
        let schema = |name: &'static str| {
            let schema = kolosi::schema::of(name).unwrap();
            let options = jsonschema::options().with_pattern_options(jsonschema::PatternOptions::regex());
            (name, options.build(&schema).unwrap())
        };
        Comparison {
            schemas: TYPES.iter().map(|of| schema(of.as_str())).collect(),
            counts: BTreeMap::new(),
            met: BTreeSet::new(),
            differences: Vec::new(),
        }
    }

    fn compare(&mut self, name: &str, bytes: &[u8], value: Option<&Value>, loader: &Loader) {
        let of = loader.of().as_str();
        let counts = self.counts.entry(of).or_default();
        let found = loader.load(bytes);
        let codes = shape_codes(&found);
        if codes.iter().any(|code| WHOLE_FILE.contains(code)) {
            counts.left_out += 1;
            return;
        }
        let Some(value) = value else {
            // a number that no JSON value holds exactly
            counts.left_out += 1;
            return;
        };
        let beyond = found.as_ref().err().map_or(0, Problems::beyond);
        if beyond > 0 && codes.is_empty() {
            // whether there is a problem of shape among those beyond the limit is not told
            counts.left_out += 1;
            return;
        }
        let accepts = self.schemas[of].is_valid(value);
        match (codes.is_empty(), accepts) {
            (true, true) => counts.accepted += 1,
            (false, false) => counts.refused += 1,
            (loads, _) => {
                let why = if loads {
                    self.schemas[of]
                        .iter_errors(value)
                        .take(3)
                        .map(|e| format!("{} at {}", e, e.instance_path()))
                        .collect()
                } else {
                    vec![found.unwrap_err().to_string()]
                };
                let text = String::from_utf8_lossy(bytes);
                let shown: String = text.chars().take(1_500).collect();
                let who = if loads { "only the schema refuses" } else { "only the loader refuses" };
                self.differences.push(format!("{name} ({of}): {who}\n{}\n{shown}", why.join("\n")));
            }
        }
        self.met.extend(codes);
    }

    fn conclude(&self, least: usize) {
        for (of, counts) in &self.counts {
            println!(
                "{of:9} both accept {:6}  both refuse {:6}  not compared {:5}",
                counts.accepted, counts.refused, counts.left_out
            );
        }
        let shown = self.differences.iter().take(20).cloned().collect::<Vec<_>>().join("\n\n");
        assert!(self.differences.is_empty(), "{} differences:\n{shown}", self.differences.len());
        for of in TYPES {
            let counts = self.counts[of.as_str()];
            assert!(counts.accepted >= least && counts.refused >= least, "too few {} to tell", of.as_str());
            assert!(
                counts.left_out * 10 <= counts.accepted + counts.refused,
                "too many {} left out",
                of.as_str()
            );
        }
    }
}

fn shape_codes(found: &Result<(), Problems>) -> BTreeSet<&'static str> {
    let problems = found.as_ref().err().into_iter().flatten();
    problems
        .map(kolosi::Problem::code)
        .filter(|code| code.class() == Class::Shape)
        .map(kolosi::Code::as_str)
        .collect()
}

/// As JSON, by the types of the fields: a plain scalar of YAML is a text, unless its field is a boolean. In `data` and `where` the
/// schema leaves it open which of the two it is.
fn to_json(tree: &Tree, of: DocumentType) -> Option<Value> {
    tree.to_value(&|path, text| {
        let boolean = match of {
            DocumentType::Standard => path.last() == Some(&"optional"),
            DocumentType::Dossier => path == ["subject", "fictional"],
            DocumentType::Audit | DocumentType::Mapping | DocumentType::IdList => false,
        };
        match text {
            "true" | "false" if boolean => Value::Bool(text == "true"),
            _ => Value::String(text.to_owned()),
        }
    })
}

#[test]
fn schema_and_loader_agree() {
    let mut comparison = Comparison::new();
    let documents = documents();
    let mut stocks: BTreeMap<&str, Stock> = BTreeMap::new();
    // the documents that have a key
    let mut holding: BTreeMap<&str, BTreeMap<String, Vec<usize>>> = BTreeMap::new();
    let mut trees: BTreeMap<&str, Vec<(&Document, Tree, Format)>> = BTreeMap::new();
    for document in &documents {
        let Document { name, bytes, loader } = document;
        let tree = Tree::read(bytes);
        if tree.is_none() {
            let codes = shape_codes(&loader.load(bytes));
            assert!(codes.iter().any(|code| WHOLE_FILE.contains(code)), "{name}: the loader reads it");
        }
        let value = tree.as_ref().and_then(|(tree, _)| to_json(tree, loader.of()));
        comparison.compare(name, bytes, value.as_ref(), loader);
        if let Some((tree, format)) = tree {
            let of = loader.of().as_str();
            let trees = trees.entry(of).or_default();
            for key in places(&tree).into_keys() {
                holding.entry(of).or_default().entry(key.to_owned()).or_default().push(trees.len());
            }
            stocks.entry(of).or_default().add(&tree);
            trees.push((document, tree, format));
        }
    }
    println!("{} documents of the repository:", documents.len());
    comparison.conclude(0);

    comparison.counts.clear();
    let mutations = std::env::var("KOLOSI_MUTATIONS").ok().and_then(|n| n.parse().ok()).unwrap_or(20_000);
    let mut draw = Seeded::new(SEED);
    for number in 0..mutations {
        let of = TYPES[number % TYPES.len()].as_str();
        let (key, holders) = holding[of].iter().nth(draw.below(holding[of].len())).unwrap();
        let (document, tree, format) = &trees[of][draw.one(holders)];
        let mut tree = tree.clone();
        mutate(&mut tree, Some(key), *format, &stocks[of], &mut draw);
        if draw.below(3) == 0 {
            mutate(&mut tree, None, *format, &stocks[of], &mut draw);
        }
        let value = to_json(&tree, document.loader.of());
        let name = format!("mutation {number} of {}", document.name);
        comparison.compare(&name, tree.write(*format).as_bytes(), value.as_ref(), &document.loader);
    }
    println!("{mutations} mutations of them:");
    // of each type three in twenty at least, either way
    comparison.conclude(mutations * 3 / (20 * TYPES.len()));
    for code in Code::ALL.iter().filter(|code| code.class() == Class::Shape).map(|code| code.as_str()) {
        let seen = comparison.met.contains(code) || WHOLE_FILE.contains(&code);
        assert!(seen, "no mutation met {code}");
    }
}
