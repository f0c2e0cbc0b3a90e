//! Reading a tree into a model: every problem is collected, with its place, and reading goes on.

use super::node::{Node, Scalar, Spot, Tree, Value, Written};
use crate::problem::{Code, Place, Problem, Problems, Severity, nearest, quoted};
use crate::{Date, Decimal, Duration, Id, Lang, Text, limits};
use std::collections::BTreeMap;
use std::str::FromStr;

/// A value and the node it was read from.
#[derive(Clone, Debug)]
pub(crate) struct Located<T> {
    pub(crate) value: T,
    pub(crate) spot: Spot,
}

/// What stands in for a value that could not be read, so that reading goes on and finds the other problems. A document with
/// one has a problem and is never used.
pub(crate) trait OrBlank<T> {
    fn or_blank(self) -> T;
}

impl OrBlank<Text> for Option<Text> {
    fn or_blank(self) -> Text {
        self.unwrap_or_else(Text::blank)
    }
}

impl OrBlank<String> for Option<String> {
    fn or_blank(self) -> String {
        self.unwrap_or_default()
    }
}

impl OrBlank<Date> for Option<Date> {
    fn or_blank(self) -> Date {
        self.unwrap_or(Date::FIRST)
    }
}

impl<T> OrBlank<Vec<T>> for Option<Vec<T>> {
    fn or_blank(self) -> Vec<T> {
        self.unwrap_or_default()
    }
}

/// How a scalar was read, which its canonical form needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReadAs {
    Text,
    Decimal,
    Boolean,
}

/// How each scalar of a tree was read.
#[derive(Debug)]
pub(crate) struct Marks(Vec<ReadAs>);

impl Marks {
    /// No scalar read yet: numbers and booleans keep their token, which suits a canonical document.
    pub(crate) fn none() -> Marks {
        Marks(Vec::new())
    }

    pub(crate) fn of(&self, spot: Spot) -> ReadAs {
        self.0.get(spot.0 as usize).copied().unwrap_or(ReadAs::Text)
    }
}

/// Where a found problem is, before its path is worked out.
#[derive(Debug)]
struct Found {
    code: Code,
    spot: Spot,
    key: Option<String>,
    args: Vec<String>,
    related: Option<Spot>,
}

/// Collects what is wrong with one document while it is read.
#[derive(Debug)]
pub(crate) struct Reader {
    found: Vec<Found>,
    marks: Vec<ReadAs>,
}

impl Reader {
    pub(crate) fn new(tree: &Tree) -> Reader {
        Reader { found: Vec::new(), marks: vec![ReadAs::Text; tree.nodes as usize] }
    }

    /// Add a problem with a value.
    pub(crate) fn problem(&mut self, code: Code, spot: Spot, args: &[&str]) {
        let args = args.iter().map(|arg| quoted(arg)).collect();
        self.found.push(Found { code, spot, key: None, args, related: None });
    }

    /// Add a problem with a value that has to do with an earlier one.
    fn problem_with(&mut self, code: Code, spot: Spot, args: &[&str], related: Spot) {
        let args = args.iter().map(|arg| quoted(arg)).collect();
        self.found.push(Found { code, spot, key: None, args, related: Some(related) });
    }

    /// Add a problem with a key of an object.
    pub(crate) fn problem_with_key(&mut self, code: Code, spot: Spot, key: &str, args: &[&str]) {
        let args = args.iter().map(|arg| quoted(arg)).collect();
        self.found.push(Found { code, spot, key: Some(key.to_owned()), args, related: None });
    }

    /// Ids of one list or name space, of which no two may be the same.
    pub(crate) fn unique<'i>(&mut self, ids: impl IntoIterator<Item = &'i Located<Id>>) {
        let mut seen: BTreeMap<&Id, Spot> = BTreeMap::new();
        for id in ids {
            if let Some(first) = seen.get(&id.value) {
                self.problem_with(Code::DuplicateId, id.spot, &[id.value.as_str()], *first);
            } else {
                seen.insert(&id.value, id.spot);
            }
        }
    }

    /// Whether anything found so far keeps the document from being used.
    pub(crate) fn failed(&self) -> bool {
        self.found.iter().any(|found| found.code.severity() == Severity::Error)
    }

    /// The problems with their places, and how each scalar was read.
    pub(crate) fn finish(self, tree: &Tree) -> (Vec<Problem>, Marks) {
        let located = |found: Found| {
            let place = tree.place(found.spot, found.key.as_deref());
            let related: Vec<Place> = found.related.iter().map(|spot| tree.place(*spot, None)).collect();
            Problem::new(found.code, place, found.args, related)
        };
        (self.found.into_iter().map(located).collect(), Marks(self.marks))
    }

    /// Errors as the reason why a document cannot be used; without any, the warnings.
    pub(crate) fn conclude(self, tree: &Tree) -> Result<(Vec<Problem>, Marks), Problems> {
        let failed = self.failed();
        let (problems, marks) = self.finish(tree);
        if failed { Err(Problems::sorted(problems)) } else { Ok((problems, marks)) }
    }

    /// A reader for one attempt, whose problems nobody looks at.
    pub(crate) fn probe() -> Reader {
        Reader { found: Vec::new(), marks: Vec::new() }
    }

    /// The canonical form of this scalar is that of a number.
    pub(crate) fn mark_decimal(&mut self, spot: Spot) {
        self.mark(spot, ReadAs::Decimal);
    }

    /// The canonical form of this scalar is that of a boolean.
    pub(crate) fn mark_boolean(&mut self, spot: Spot) {
        self.mark(spot, ReadAs::Boolean);
    }

    fn mark(&mut self, spot: Spot, read_as: ReadAs) {
        if let Some(mark) = self.marks.get_mut(spot.0 as usize) {
            *mark = read_as;
        }
    }

    // ---- what a node is ----

    fn wrong_type(&mut self, node: &Node, wanted: (&str, &str)) {
        let found = match &node.value {
            Value::List(_) => ("une liste", "a list"),
            Value::Object(_) => ("un objet", "an object"),
            Value::Scalar(Scalar { written, .. }) => match written {
                Written::Text | Written::Plain => ("un texte", "a text"),
                Written::Number => ("un nombre", "a number"),
                Written::Boolean => ("un booléen", "a boolean"),
                Written::Null => ("rien", "nothing"),
            },
        };
        self.problem(Code::WrongType, node.spot, &[wanted.0, found.0, wanted.1, found.1]);
    }

    /// The keys of an object.
    pub(crate) fn object<'n>(&mut self, node: &'n Node) -> Option<Fields<'n>> {
        let Value::Object(entries) = &node.value else {
            self.wrong_type(node, ("un objet", "an object"));
            return None;
        };
        let mut keys: Vec<&str> = entries.iter().map(|entry| entry.key.as_str()).collect();
        keys.sort_unstable();
        let doubles = keys.windows(2).filter_map(|pair| match pair {
            [a, b] if a == b => Some(*a),
            _ => None,
        });
        for double in doubles {
            self.problem_with_key(Code::DuplicateKey, node.spot, double, &[double]);
        }
        Some(Fields { node, asked: Vec::new() })
    }

    /// The items of a list that holds at least `least`. An item that could not be read is left out, and reading goes on.
    pub(crate) fn list<T>(
        &mut self,
        node: &Node,
        least: usize,
        read: impl Fn(&mut Reader, &Node) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Value::List(items) = &node.value else {
            self.wrong_type(node, ("une liste", "a list"));
            return None;
        };
        if items.len() < least {
            self.problem(Code::EmptyList, node.spot, &[]);
            return None;
        }
        Some(items.iter().filter_map(|item| read(self, item)).collect())
    }

    /// One value, or a list of at least one.
    pub(crate) fn one_or_many<T>(
        &mut self,
        node: &Node,
        read: impl Fn(&mut Reader, &Node) -> Option<T>,
    ) -> Option<Vec<T>> {
        match &node.value {
            Value::List(_) => self.list(node, 1, read),
            _ => Some(vec![read(self, node)?]),
        }
    }

    // ---- scalars ----

    /// The text of a scalar that may be read as text.
    fn text_of<'n>(&mut self, node: &'n Node) -> Option<&'n str> {
        match &node.value {
            Value::Scalar(Scalar { text, written: Written::Text | Written::Plain }) => Some(text),
            _ => {
                self.wrong_type(node, ("un texte", "a text"));
                None
            }
        }
    }

    pub(crate) fn is_text(&mut self, node: &Node) -> bool {
        self.text_of(node).is_some()
    }

    /// The text of a text or number, to be read by a type known only from elsewhere.
    pub(crate) fn scalar_text<'n>(&mut self, node: &'n Node) -> Option<&'n str> {
        match &node.value {
            Value::Scalar(Scalar { text, written: Written::Number }) => Some(text),
            _ => self.text_of(node),
        }
    }

    fn checked_text(&mut self, node: &Node, most: usize, allowed: &[char]) -> Option<String> {
        let text = self.text_of(node)?;
        if text.is_empty() {
            self.problem(Code::EmptyText, node.spot, &[]);
            return None;
        }
        if text.len() > most && text.chars().count() > most {
            self.problem(Code::TextTooLong, node.spot, &[&most.to_string()]);
            return None;
        }
        if let Some(bad) = text.chars().find(|c| c.is_control() && !allowed.contains(c)) {
            self.problem(Code::InvalidText, node.spot, &[&format!("{:04X}", u32::from(bad))]);
            return None;
        }
        Some(text.to_owned())
    }

    /// Text on one line.
    pub(crate) fn line(&mut self, node: &Node) -> Option<String> {
        self.checked_text(node, limits::LINE_CHARACTERS, &[])
    }

    /// Text of any number of lines.
    pub(crate) fn prose(&mut self, node: &Node) -> Option<String> {
        self.checked_text(node, limits::PROSE_CHARACTERS, &['\n', '\t'])
    }

    /// A text in French, English or both.
    pub(crate) fn text(&mut self, node: &Node) -> Option<Text> {
        let mut fields = self.object(node)?;
        let fr = fields.optional(self, Lang::Fr.code(), Reader::prose);
        let en = fields.optional(self, Lang::En.code(), Reader::prose);
        fields.finish(self);
        match (node.get("fr"), node.get("en")) {
            (None, None) => {
                self.problem(Code::MissingKey, node.spot, &["fr"]);
                return None;
            }
            (None, _) => self.problem(Code::MissingLanguage, node.spot, &["français", "French"]),
            (_, None) => self.problem(Code::MissingLanguage, node.spot, &["anglais", "English"]),
            _ => {}
        }
        Text::new(fr, en)
    }

    /// A scalar that some type reads from its text, or the problem `code`.
    fn parsed<T: FromStr>(&mut self, node: &Node, code: Code) -> Option<T> {
        let text = self.text_of(node)?;
        let value = text.parse().ok();
        if value.is_none() {
            self.problem(code, node.spot, &[text]);
        }
        value
    }

    pub(crate) fn id(&mut self, node: &Node) -> Option<Id> {
        self.parsed(node, Code::InvalidId)
    }

    pub(crate) fn located_id(&mut self, node: &Node) -> Option<Located<Id>> {
        Some(Located { value: self.id(node)?, spot: node.spot })
    }

    pub(crate) fn date(&mut self, node: &Node) -> Option<Date> {
        self.parsed(node, Code::InvalidDate)
    }

    pub(crate) fn duration(&mut self, node: &Node) -> Option<Duration> {
        self.parsed(node, Code::InvalidDuration)
    }

    /// A number: a JSON number, or text that is one (E1.2).
    pub(crate) fn decimal(&mut self, node: &Node) -> Option<Decimal> {
        let Value::Scalar(Scalar { text, written: Written::Text | Written::Plain | Written::Number }) =
            &node.value
        else {
            self.wrong_type(node, ("un nombre", "a number"));
            return None;
        };
        if text.len() > limits::LINE_CHARACTERS {
            self.problem(Code::TextTooLong, node.spot, &[&limits::LINE_CHARACTERS.to_string()]);
            return None;
        }
        self.mark(node.spot, ReadAs::Decimal);
        match text.parse() {
            Ok(number) => Some(number),
            Err(crate::InvalidDecimal::TooPrecise) => {
                self.problem(Code::NumberTooPrecise, node.spot, &[text]);
                None
            }
            Err(_) => {
                self.problem(Code::InvalidNumber, node.spot, &[text]);
                None
            }
        }
    }

    pub(crate) fn integer(&mut self, node: &Node) -> Option<Decimal> {
        let number = self.decimal(node)?;
        if !number.is_integer() {
            self.problem(Code::NotAnInteger, node.spot, &[&number.to_string()]);
            return None;
        }
        Some(number)
    }

    pub(crate) fn boolean(&mut self, node: &Node) -> Option<bool> {
        let read = match &node.value {
            Value::Scalar(Scalar { text, written: Written::Boolean | Written::Plain }) => match text.as_str()
            {
                "true" => Some(true),
                "false" => Some(false),
                _ => None,
            },
            _ => None,
        };
        if read.is_none() {
            self.wrong_type(node, ("`true` ou `false`", "`true` or `false`"));
        } else {
            self.mark(node.spot, ReadAs::Boolean);
        }
        read
    }

    /// One of a few words.
    pub(crate) fn word<T: Copy>(&mut self, node: &Node, words: &[(&str, T)]) -> Option<T> {
        let text = self.text_of(node)?;
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            let names = || words.iter().map(|(word, _)| *word);
            let list = names().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
            self.problem(Code::UnknownValue, node.spot, &[text, &list, &nearest(text, names())]);
        }
        found
    }
}

/// The keys of an object, asked for one by one; what was not asked for is unknown.
pub(crate) struct Fields<'n> {
    node: &'n Node,
    asked: Vec<&'static str>,
}

impl<'n> Fields<'n> {
    /// The object.
    pub(crate) fn spot(&self) -> Spot {
        self.node.spot
    }

    /// The node of a key, where it is written.
    pub(crate) fn node(&mut self, key: &'static str) -> Option<&'n Node> {
        self.asked.push(key);
        self.node.get(key)
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.node.get(key).is_some()
    }

    pub(crate) fn optional<T>(
        &mut self,
        reader: &mut Reader,
        key: &'static str,
        read: impl FnOnce(&mut Reader, &Node) -> Option<T>,
    ) -> Option<T> {
        let node = self.node(key)?;
        read(reader, node)
    }

    pub(crate) fn required<T>(
        &mut self,
        reader: &mut Reader,
        key: &'static str,
        read: impl FnOnce(&mut Reader, &Node) -> Option<T>,
    ) -> Option<T> {
        if !self.has(key) {
            reader.problem(Code::MissingKey, self.node.spot, &[key]);
        }
        self.optional(reader, key, read)
    }

    /// Exactly one of these keys is written; else a problem that says so.
    pub(crate) fn exactly_one(&self, reader: &mut Reader, keys: &[&str]) -> bool {
        let written = keys.iter().filter(|key| self.has(key)).count();
        if written != 1 {
            let list = keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
            self.choice(reader, &list, "exactement une de ces clés", "exactly one of these keys");
        }
        written == 1
    }

    /// A combination of keys that is not allowed.
    pub(crate) fn choice(&self, reader: &mut Reader, keys: &str, rule_fr: &str, rule_en: &str) {
        reader.problem(Code::KeyChoice, self.node.spot, &[keys, rule_fr, rule_en]);
    }

    /// Report the keys that nobody asked for.
    pub(crate) fn finish(self, reader: &mut Reader) {
        let Value::Object(entries) = &self.node.value else { return };
        for entry in entries {
            if !self.asked.contains(&entry.key.as_str()) {
                let near = nearest(&entry.key, self.asked.iter().copied());
                reader.problem_with_key(Code::UnknownKey, self.node.spot, &entry.key, &[&entry.key, &near]);
            }
        }
    }
}
