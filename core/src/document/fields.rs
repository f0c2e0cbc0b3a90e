//! Reading lists and objects: every key is asked for, what nobody asked for is unknown.

use super::node::{Node, Scalar, Spot, Value, Written};
use super::reader::Reader;
use super::wanted::Wanted;
use crate::Lang;
use crate::problem::{Code, quoted};

impl Reader {
    pub(super) fn wrong_type(&mut self, node: &Node, wanted: Wanted) {
        let mut write = (wanted.write.0.to_owned(), wanted.write.1.to_owned());
        let found = match &node.value {
            Value::List(_) => ("une liste", "a list"),
            Value::Object(_) => ("un objet", "an object"),
            Value::Scalar(Scalar { written, text }) => match written {
                Written::Plain if wanted.what == Wanted::OBJECT.what && text.contains(':') => {
                    write.0 = "une espace après le deux-points : `clé: valeur`".to_owned();
                    write.1 = "a space after the colon: `key: value`".to_owned();
                    ("un texte", "a text")
                }
                Written::Text | Written::Plain => ("un texte", "a text"),
                Written::Number => ("un nombre", "a number"),
                Written::Boolean => ("un booléen", "a boolean"),
                Written::Null => {
                    write.0.push_str(" ; ou supprimez la clé si elle est facultative");
                    write.1.push_str("; or remove the key if it is optional");
                    ("rien", "nothing")
                }
            },
        };
        let write = (Lang::Fr.typeset(&write.0), write.1);
        let args = [wanted.what.0, found.0, wanted.what.1, found.1, &write.0, &write.1];
        self.problem(Code::WrongType, node.spot, &args);
    }

    /// A value that is not of the type of its field or parameter, and what to write in its place.
    pub(crate) fn type_mismatch(&mut self, spot: Spot, text: &str, of: &str, write: (&str, &str)) {
        let args = || vec![quoted(text), of.to_owned(), Lang::Fr.typeset(write.0), write.1.to_owned()];
        self.push(Code::TypeMismatch, spot, args, None);
    }

    /// The keys of an object.
    pub(crate) fn object<'n>(&mut self, node: &'n Node) -> Option<Fields<'n>> {
        self.object_like(node, Wanted::OBJECT)
    }

    /// The keys of an object of which something better can be said than that it is one.
    pub(super) fn object_like<'n>(&mut self, node: &'n Node, wanted: Wanted) -> Option<Fields<'n>> {
        let Value::Object(entries) = &node.value else {
            self.wrong_type(node, wanted);
            return None;
        };
        let entry = |at: &u32| entries.get(*at as usize);
        let key = |at: &u32| entry(at).map(|entry| entry.key.as_str());
        let mut order: Vec<u32> = (0..).take(entries.len()).collect();
        order.sort_unstable_by(|a, b| (key(a), a).cmp(&(key(b), b)));
        for pair in order.windows(2) {
            if let [first, second] = pair
                && let Some(double) = entry(second)
                && key(first) == Some(&double.key)
            {
                self.problem_with_key(Code::DuplicateKey, double.node.spot, &[&double.key]);
            }
        }
        Some(Fields { node, asked: Vec::new(), missing: Vec::new(), choices: Vec::new() })
    }

    /// The items of a list that holds at least `least`. An item that could not be read is left out, and reading goes on.
    pub(crate) fn list<T>(
        &mut self,
        node: &Node,
        least: usize,
        read: impl Fn(&mut Reader, &Node) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Value::List(items) = &node.value else {
            self.wrong_type(node, Wanted::LIST);
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

/// The keys of an object, asked for one by one; what was not asked for is unknown. What is missing is told at the end, unless an
/// unknown key is most likely the one that is missed.
pub(crate) struct Fields<'n> {
    node: &'n Node,
    asked: Vec<&'static str>,
    missing: Vec<&'static str>,
    choices: Vec<Choice>,
}

/// A combination of keys that is not allowed.
struct Choice {
    keys: &'static [&'static str],
    /// Writing one of the absent keys might mend it.
    incomplete: bool,
    rule: (&'static str, &'static str),
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
            self.missing.push(key);
        }
        self.optional(reader, key, read)
    }

    /// Exactly one of these keys is written; else a problem that says so.
    pub(crate) fn exactly_one(&mut self, keys: &'static [&'static str]) {
        let written = keys.iter().filter(|key| self.has(key)).count();
        if written != 1 {
            let rule = ("exactement une de ces clés", "exactly one of these keys");
            self.choices.push(Choice { keys, incomplete: written == 0, rule });
        }
    }

    /// A combination of keys that is not allowed.
    pub(crate) fn choice(
        &mut self,
        keys: &'static [&'static str],
        rule_fr: &'static str,
        rule_en: &'static str,
    ) {
        self.choices.push(Choice { keys, incomplete: true, rule: (rule_fr, rule_en) });
    }

    /// Report the keys that nobody asked for, and those that are missing. What comes back are the absent keys that the former were
    /// probably meant to be.
    pub(crate) fn finish(self, reader: &mut Reader) -> Vec<String> {
        let Value::Object(entries) = &self.node.value else { return Vec::new() };
        let absent: Vec<&str> = self.asked.iter().copied().filter(|key| !self.has(key)).collect();
        let mut meant = Vec::new();
        for entry in entries {
            if self.asked.contains(&entry.key.as_str()) {
                continue;
            }
            let known = self.asked.iter().copied();
            let near = reader.nearest(&entry.key, absent.iter().copied());
            if near.is_empty() {
                let near = reader.nearest(&entry.key, known.clone());
                reader.unknown_key(entry, &near, known);
            } else {
                reader.unknown_key(entry, &near, known);
                meant.push(near);
            }
        }
        let is_meant = |key: &&str| meant.iter().any(|near| near == key);
        for key in self.missing.iter().filter(|key| !is_meant(key)) {
            reader.problem(Code::MissingKey, self.node.spot, &[key]);
        }
        for Choice { keys, incomplete, rule } in &self.choices {
            if !(*incomplete && keys.iter().any(is_meant)) {
                let list = keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
                reader.problem(Code::KeyChoice, self.node.spot, &[&list, rule.0, rule.1]);
            }
        }
        meant
    }
}
