//! JSON into the tree. The grammar is `serde_json`'s; raw values give each token its text and its place.

use super::node::{Budget, Entry, Node, Scalar, Spot, Tree, Value, Written, position, push, saturated};
use super::syntax;
use crate::limits;
use crate::problem::{Code, Place, Problem};
use serde::de::{self, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

pub(super) fn parse(text: &str, budget: Budget) -> Result<Tree, Problem> {
    let raw: &RawValue = serde_json::from_str(text).map_err(|error| invalid(text, &error))?;
    let mut builder = Builder { text, at: 0, line: 1, column: 1, nodes: 0, nested: 0, budget, problem: None };
    let root = builder.node(raw.get(), 0)?;
    Ok(Tree { root, nodes: builder.nodes })
}

/// The keys of the document, without the rest of it, as far as it is JSON.
pub(super) fn keys(text: &str, see: impl FnMut(&str)) {
    // what ends it early is told by whoever reads the document
    let _ = serde_json::Deserializer::from_str(text).deserialize_map(Keys(see));
}

struct Keys<S>(S);

impl<'t, S: FnMut(&str)> Visitor<'t> for Keys<S> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'t>>(mut self, mut map: A) -> Result<(), A::Error> {
        while let Some((key, IgnoredAny)) = map.next_entry::<String, IgnoredAny>()? {
            (self.0)(&key);
        }
        Ok(())
    }
}

/// What is not JSON, with its place, which `serde_json` counts in bytes, and gives as 0 at the very start of a line.
fn invalid(text: &str, error: &serde_json::Error) -> Problem {
    let lines: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let offset = text.floor_char_boundary(lines + error.column().saturating_sub(1));
    let (line, column) = position(text, offset);
    let (before, rest) = text.split_at_checked(offset).unwrap_or((text, ""));
    let mistake = syntax::json(&reason(error), before, rest, || is_yaml(text));
    let place = Place { line, column, path: String::new() };
    Problem::new(Code::InvalidJson, place, syntax::args(mistake, &reason(error)), Vec::new())
}

/// Whether a text that is no JSON is YAML; of a long one nobody waits to know.
#[cfg(feature = "yaml")]
fn is_yaml(text: &str) -> bool {
    text.len() < 1 << 20 && super::yaml::parse(text, Budget::times(1)).is_ok()
}

/// Where no YAML is read, nothing is.
#[cfg(not(feature = "yaml"))]
fn is_yaml(_: &str) -> bool {
    false
}

/// `serde_json` puts the place into its words too; we have it apart.
fn reason(error: &serde_json::Error) -> String {
    let words = error.to_string();
    words.split(" at line ").next().unwrap_or_default().to_owned()
}

struct Builder<'t> {
    text: &'t str,
    /// How far places have been counted: tokens come in order, so that the text is walked once.
    at: usize,
    line: usize,
    column: usize,
    nodes: u32,
    /// Bytes of lists and objects, those within others counted as often as they are within: each is scanned once more.
    nested: usize,
    budget: Budget,
    /// What ended the reading of a list or an object.
    problem: Option<Problem>,
}

impl<'t> Builder<'t> {
    /// Line and column of a token, which is a slice of the text and comes after all before it.
    fn place(&mut self, token: &str) -> (u32, u32) {
        let offset = (token.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        for c in self.text.get(self.at..offset).unwrap_or_default().chars() {
            if c == '\n' {
                self.line += 1;
                self.column = 1;
            } else {
                self.column += 1;
            }
        }
        self.at = self.at.max(offset);
        (saturated(self.line), saturated(self.column))
    }

    fn problem(&mut self, code: Code, token: &str, args: Vec<String>) -> Problem {
        let (line, column) = self.place(token);
        Problem::new(code, Place { line, column, path: String::new() }, args, Vec::new())
    }

    fn invalid(&mut self, token: &str, error: &serde_json::Error) -> Problem {
        self.problem(
            Code::InvalidJson,
            token,
            syntax::args(syntax::json(&reason(error), "", "", || false), &reason(error)),
        )
    }

    fn too_many(&mut self, token: &str) -> Problem {
        self.problem(Code::TooManyItems, token, vec![self.budget.most.to_string()])
    }

    fn node(&mut self, token: &'t str, depth: usize) -> Result<Node, Problem> {
        if depth > limits::DEPTH {
            return Err(self.problem(Code::TooDeep, token, vec![limits::DEPTH.to_string()]));
        }
        let first = token.as_bytes().first();
        let text = if matches!(first, Some(b'{' | b'[')) { "" } else { token };
        if self.budget.take(text).is_none() {
            return Err(self.too_many(token));
        }
        if text.is_empty() {
            self.nested = self.nested.saturating_add(token.len());
            if self.nested > limits::NESTED_BYTES {
                let (fr, en) = (
                    "octets de listes et d’objets imbriqués",
                    "bytes of lists and objects within each other",
                );
                let args = vec![limits::NESTED_BYTES.to_string(), fr.to_owned(), en.to_owned()];
                return Err(self.problem(Code::TooCostly, token, args));
            }
        }
        let spot = Spot(self.nodes);
        self.nodes += 1;
        let (line, column) = self.place(token);
        let scalar = |text: &str, written| Value::Scalar(Scalar { text: text.into(), written });
        let value = match first {
            Some(b'{') => {
                let entries = Entries(Within { builder: &mut *self, depth: depth + 1 });
                let read = serde_json::Deserializer::from_str(token).deserialize_map(entries);
                Value::Object(read.map_err(|error| self.ended(token, &error))?)
            }
            Some(b'[') => {
                let items = Items(Within { builder: &mut *self, depth: depth + 1 });
                let read = serde_json::Deserializer::from_str(token).deserialize_seq(items);
                Value::List(read.map_err(|error| self.ended(token, &error))?)
            }
            Some(b'"') => {
                let text: String =
                    serde_json::from_str(token).map_err(|error| self.invalid(token, &error))?;
                scalar(&text, Written::Text)
            }
            Some(b't' | b'f') => scalar(token, Written::Boolean),
            Some(b'n') => scalar("", Written::Null),
            _ => scalar(token, Written::Number),
        };
        Ok(Node { spot, line, column, value })
    }

    /// Why the reading of a list or an object ended: a problem within, else its own.
    fn ended(&mut self, token: &str, error: &serde_json::Error) -> Problem {
        let within = self.problem.take();
        within.unwrap_or_else(|| self.invalid(token, error))
    }

    fn entry(&mut self, key: &'t RawValue, raw: &'t RawValue, depth: usize) -> Result<Entry, Problem> {
        if self.budget.take_key(key.get()).is_none() {
            return Err(self.too_many(key.get()));
        }
        let (line, column) = self.place(key.get());
        let text: String =
            serde_json::from_str(key.get()).map_err(|error| self.invalid(key.get(), &error))?;
        Ok(Entry { key: text.into(), line, column, node: self.node(raw.get(), depth)? })
    }
}

/// Inside a list or an object.
struct Within<'b, 't> {
    builder: &'b mut Builder<'t>,
    depth: usize,
}

impl Within<'_, '_> {
    /// A child, or an error that stands for its problem.
    fn keep<T, E: de::Error>(&mut self, child: Result<T, Problem>) -> Result<T, E> {
        child.map_err(|problem| {
            self.builder.problem = Some(problem);
            E::custom("a problem within")
        })
    }
}

struct Items<'b, 't>(Within<'b, 't>);

impl<'t> Visitor<'t> for Items<'_, 't> {
    type Value = Vec<Node>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut list: A) -> Result<Vec<Node>, A::Error> {
        let Items(mut within) = self;
        let mut items = Vec::new();
        while let Some(raw) = list.next_element::<&RawValue>()? {
            let item = within.builder.node(raw.get(), within.depth);
            push(&mut items, within.keep(item)?);
        }
        Ok(items)
    }
}

/// The entries of an object, double ones included.
struct Entries<'b, 't>(Within<'b, 't>);

impl<'t> Visitor<'t> for Entries<'_, 't> {
    type Value = Vec<Entry>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Vec<Entry>, A::Error> {
        let Entries(mut within) = self;
        let mut entries = Vec::new();
        while let Some((key, raw)) = map.next_entry::<&RawValue, &RawValue>()? {
            let entry = within.builder.entry(key, raw, within.depth);
            push(&mut entries, within.keep(entry)?);
        }
        Ok(entries)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_that_of_its_token() {
        let text = "{\n  \"é\": [1, {\"b\\u0062\": null}],\n  \"c\": 1.50\n}";
        let tree = parse(text, Budget::times(1)).unwrap();
        let mut seen = Vec::new();
        for spot in 0..tree.nodes {
            let place = tree.place(Spot(spot));
            seen.push((place.path, place.line, place.column));
        }
        let at = |token: &str| position(text, text.find(token).unwrap());
        let expected =
            [("", "{"), ("/é", "[1"), ("/é/0", "1,"), ("/é/1", "{\"b"), ("/é/1/bb", "null"), ("/c", "1.50")];
        for ((path, line, column), (wanted, token)) in seen.iter().zip(expected) {
            assert_eq!((path.as_str(), (*line, *column)), (wanted, at(token)));
        }
        assert_eq!(seen.len(), expected.len());
    }
}
