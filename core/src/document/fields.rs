//! Reading lists and objects: every key is asked for, what nobody asked for is unknown.

use super::node::{Node, Scalar, Spot, Value, Written};
use super::reader::Reader;
use crate::problem::Code;

impl Reader {
    pub(super) fn wrong_type(&mut self, node: &Node, wanted: (&str, &str)) {
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
        let key = |at: &u32| entries.get(*at as usize).map(|entry| entry.key.as_str());
        let mut order: Vec<u32> = (0..).take(entries.len()).collect();
        order.sort_unstable_by(|a, b| (key(a), a).cmp(&(key(b), b)));
        for pair in order.windows(2) {
            if let [first, second] = pair
                && let Some(double) = key(second)
                && key(first) == Some(double)
            {
                self.problem_with_key(Code::DuplicateKey, node.spot, *second as usize, &[double]);
            }
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
        for (at, entry) in entries.iter().enumerate() {
            if !self.asked.contains(&entry.key.as_str()) {
                reader.unknown_key(self.node.spot, at, &entry.key, self.asked.iter().copied());
            }
        }
    }
}
