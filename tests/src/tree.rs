//! A document as a tree that can be changed and written again, with the exact text of every number, and its conversion to JSON.

use kolosi::limits::DEPTH;
use saphyr_parser::{Event, Parser, ScalarStyle, StrInput};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use std::fmt::Write;

#[derive(Clone, Debug)]
pub enum Tree {
    Null,
    Boolean(bool),
    /// A JSON number, by its token.
    Number(String),
    Text(String),
    /// A plain scalar of YAML.
    Plain(String),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

/// What a plain scalar of YAML is, by the keys that lead to it and its text.
pub type Plain<'p> = &'p dyn Fn(&[&str], &str) -> Value;

/// How a document is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Json,
    Yaml,
}

impl Tree {
    /// The tree of a document; `None` where it has none that JSON could hold.
    pub fn read(bytes: &[u8]) -> Option<(Tree, Format)> {
        let text = std::str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}');
        match text.trim_start().bytes().next()? {
            b'{' | b'[' | b'/' => Some((Tree::json(text, 0)?, Format::Json)),
            _ => Some((Tree::yaml(text)?, Format::Yaml)),
        }
    }

    fn json(text: &str, depth: usize) -> Option<Tree> {
        if depth > DEPTH {
            return None;
        }
        let raw: &RawValue = serde_json::from_str(text).ok()?;
        let token = raw.get();
        Some(match token.as_bytes().first()? {
            b'{' => {
                let Entries(entries) = serde_json::from_str(token).ok()?;
                let entries = entries
                    .into_iter()
                    .map(|(key, raw)| Some((key, Tree::json(raw.get(), depth + 1)?)))
                    .collect();
                Tree::Object(entries_once(entries)?)
            }
            b'[' => {
                let items: Vec<&RawValue> = serde_json::from_str(token).ok()?;
                Tree::List(
                    items.into_iter().map(|raw| Tree::json(raw.get(), depth + 1)).collect::<Option<_>>()?,
                )
            }
            b'"' => Tree::Text(serde_json::from_str(token).ok()?),
            b't' | b'f' => Tree::Boolean(token == "true"),
            b'n' => Tree::Null,
            _ => Tree::Number(token.to_owned()),
        })
    }

    fn yaml(text: &str) -> Option<Tree> {
        let mut events = Parser::new_from_str(text);
        let mut root = None;
        loop {
            match events.next_event()?.ok()?.0 {
                Event::StreamEnd => return root,
                Event::DocumentStart(_) if root.is_some() => return None,
                Event::DocumentStart(_) => {
                    let event = events.next_event()?.ok()?.0;
                    root = Some(Tree::node(&mut events, event, 0)?);
                }
                _ => {}
            }
        }
    }

    fn node<'t>(events: &mut Parser<'t, StrInput<'t>>, event: Event<'t>, depth: usize) -> Option<Tree> {
        if depth > DEPTH {
            return None;
        }
        match event {
            Event::Scalar(text, style, 0, None) => Some(match style {
                ScalarStyle::Plain if text.is_empty() => Tree::Null,
                ScalarStyle::Plain => Tree::Plain(text.into_owned()),
                _ => Tree::Text(text.into_owned()),
            }),
            Event::SequenceStart(0, None) => {
                let mut items = Vec::new();
                loop {
                    match events.next_event()?.ok()?.0 {
                        Event::SequenceEnd => return Some(Tree::List(items)),
                        event => items.push(Tree::node(events, event, depth + 1)?),
                    }
                }
            }
            Event::MappingStart(0, None) => {
                let mut entries = Vec::new();
                loop {
                    let key = match events.next_event()?.ok()?.0 {
                        Event::MappingEnd => return Some(Tree::Object(entries_once(Some(entries))?)),
                        Event::Scalar(text, style, 0, None)
                            if text != "<<" || style != ScalarStyle::Plain =>
                        {
                            text.into_owned()
                        }
                        _ => return None,
                    };
                    let event = events.next_event()?.ok()?.0;
                    entries.push((key, Tree::node(events, event, depth + 1)?));
                }
            }
            _ => None,
        }
    }

    /// As JSON; `plain` says what a plain scalar of YAML is, by the path of its field. `None` where a number is not held exactly by
    /// a JSON value.
    pub fn to_value(&self, plain: Plain<'_>) -> Option<Value> {
        self.value_at(&mut Vec::new(), plain)
    }

    fn value_at<'t>(&'t self, path: &mut Vec<&'t str>, plain: Plain<'_>) -> Option<Value> {
        Some(match self {
            Tree::Null => Value::Null,
            Tree::Boolean(boolean) => Value::Bool(*boolean),
            Tree::Number(token) => {
                let value: Value = serde_json::from_str(token).ok()?;
                let held = value.to_string().parse::<kolosi::Decimal>().ok()?;
                let exact = token.len() <= kolosi::limits::LINE_CHARACTERS && token.parse() == Ok(held);
                return exact.then_some(value);
            }
            Tree::Text(text) => Value::String(text.clone()),
            Tree::Plain(text) => plain(path, text),
            Tree::List(items) => {
                Value::Array(items.iter().map(|item| item.value_at(path, plain)).collect::<Option<_>>()?)
            }
            Tree::Object(entries) => {
                let mut object = Map::new();
                for (key, node) in entries {
                    path.push(key);
                    object.insert(key.clone(), node.value_at(path, plain)?);
                    path.pop();
                }
                Value::Object(object)
            }
        })
    }

    /// As a document.
    pub fn write(&self, format: Format) -> String {
        let mut out = String::new();
        match format {
            Format::Json => self.write_json(&mut out),
            Format::Yaml => {
                self.write_yaml(&mut out, 0);
                out.push('\n');
            }
        }
        out
    }

    fn write_json(&self, out: &mut String) {
        match self {
            Tree::Null => out.push_str("null"),
            Tree::Boolean(boolean) => out.push_str(if *boolean { "true" } else { "false" }),
            Tree::Number(token) => out.push_str(token),
            Tree::Text(text) | Tree::Plain(text) => quote(out, text),
            Tree::List(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    out.push_str(if index > 0 { "," } else { "" });
                    item.write_json(out);
                }
                out.push(']');
            }
            Tree::Object(entries) => {
                out.push('{');
                for (index, (key, node)) in entries.iter().enumerate() {
                    out.push_str(if index > 0 { "," } else { "" });
                    quote(out, key);
                    out.push(':');
                    node.write_json(out);
                }
                out.push('}');
            }
        }
    }

    fn write_yaml(&self, out: &mut String, depth: usize) {
        let line = |out: &mut String| {
            out.push('\n');
            out.push_str(&"  ".repeat(depth));
        };
        match self {
            Tree::Plain(text) if !text.contains('\n') => out.push_str(text),
            Tree::List(items) if !items.is_empty() => {
                for item in items {
                    line(out);
                    out.push_str("- ");
                    item.write_yaml(out, depth + 1);
                }
            }
            Tree::Object(entries) if !entries.is_empty() => {
                for (key, node) in entries {
                    line(out);
                    quote(out, key);
                    out.push_str(": ");
                    node.write_yaml(out, depth + 1);
                }
            }
            // a key with nothing after it
            Tree::Null => {}
            other => other.write_json(out),
        }
    }
}

/// A string that JSON and YAML read alike.
fn quote(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            // YAML knows no pair of surrogates, and forbids little of what is beyond them
            c if u32::from(c) > 0xffff => out.push(c),
            c if (' '..='~').contains(&c) || c.is_alphanumeric() => out.push(c),
            c => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
        }
    }
    out.push('"');
}

/// A key that is there twice is for readers of whole files to refuse: no JSON value holds it.
fn entries_once(entries: Option<Vec<(String, Tree)>>) -> Option<Vec<(String, Tree)>> {
    let entries = entries?;
    let keys: std::collections::BTreeSet<&str> = entries.iter().map(|(key, _)| key.as_str()).collect();
    (keys.len() == entries.len()).then_some(entries)
}

/// The entries of an object in the order of writing, double ones included.
struct Entries<'t>(Vec<(String, &'t RawValue)>);

impl<'t> Deserialize<'t> for Entries<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'t> Visitor<'t> for Collect {
            type Value = Entries<'t>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Entries<'t>, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Collect)
    }
}
