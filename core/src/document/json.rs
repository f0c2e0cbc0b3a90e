//! JSON into the tree. The grammar is `serde_json`'s; raw values give each token its text and its place.

use super::node::{Entry, Node, Scalar, Spot, Tree, Value, Written, position, saturated};
use super::syntax;
use crate::limits;
use crate::problem::{Code, Place, Problem};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

pub(super) fn parse(text: &str) -> Result<Tree, Problem> {
    let raw: &RawValue = serde_json::from_str(text).map_err(|error| invalid(text, &error))?;
    let mut builder = Builder { text, at: 0, line: 1, column: 1, nodes: 0 };
    let root = builder.node(raw.get(), 0)?;
    Ok(Tree { root, nodes: builder.nodes })
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
fn is_yaml(text: &str) -> bool {
    #[cfg(feature = "yaml")]
    return text.len() < 1 << 20 && super::yaml::parse(text).is_ok();
    #[cfg(not(feature = "yaml"))]
    return text.is_empty();
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
}

impl Builder<'_> {
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

    fn node(&mut self, token: &str, depth: usize) -> Result<Node, Problem> {
        if depth > limits::DEPTH {
            return Err(self.problem(Code::TooDeep, token, vec![limits::DEPTH.to_string()]));
        }
        if self.nodes as usize >= limits::NODES {
            return Err(self.problem(Code::TooManyItems, token, vec![limits::NODES.to_string()]));
        }
        let spot = Spot(self.nodes);
        self.nodes += 1;
        let (line, column) = self.place(token);
        let scalar = |text: &str, written| Value::Scalar(Scalar { text: text.to_owned(), written });
        let value = match token.as_bytes().first() {
            Some(b'{') => {
                let Raws(entries) =
                    serde_json::from_str(token).map_err(|error| self.invalid(token, &error))?;
                Value::Object(
                    entries
                        .into_iter()
                        .map(|(key, raw)| self.entry(key, raw, depth))
                        .collect::<Result<_, _>>()?,
                )
            }
            Some(b'[') => {
                let items: Vec<&RawValue> =
                    serde_json::from_str(token).map_err(|error| self.invalid(token, &error))?;
                Value::List(
                    items.into_iter().map(|raw| self.node(raw.get(), depth + 1)).collect::<Result<_, _>>()?,
                )
            }
            Some(b'"') => {
                let text: String =
                    serde_json::from_str(token).map_err(|error| self.invalid(token, &error))?;
                Value::Scalar(Scalar { text, written: Written::Text })
            }
            Some(b't' | b'f') => scalar(token, Written::Boolean),
            Some(b'n') => scalar("", Written::Null),
            _ => scalar(token, Written::Number),
        };
        Ok(Node { spot, line, column, value })
    }

    fn entry(&mut self, key: &RawValue, raw: &RawValue, depth: usize) -> Result<Entry, Problem> {
        let (line, column) = self.place(key.get());
        let key = serde_json::from_str(key.get()).map_err(|error| self.invalid(key.get(), &error))?;
        Ok(Entry { key, line, column, node: self.node(raw.get(), depth + 1)? })
    }
}

/// The entries of an object, double ones included.
struct Raws<'t>(Vec<(&'t RawValue, &'t RawValue)>);

impl<'t> Deserialize<'t> for Raws<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'t> Visitor<'t> for Collect {
            type Value = Raws<'t>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Raws<'t>, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Raws(entries))
            }
        }
        deserializer.deserialize_map(Collect)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_that_of_its_token() {
        let text = "{\n  \"é\": [1, {\"b\\u0062\": null}],\n  \"c\": 1.50\n}";
        let tree = parse(text).unwrap();
        let mut seen = Vec::new();
        for spot in 0..tree.nodes {
            let place = tree.place(Spot(spot), None);
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
