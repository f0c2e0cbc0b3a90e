//! Canonical form and digest (E2.2): RFC 8785 over the document as written, every number as its exact decimal string.

use super::node::{Node, Tree, Value, Written};
use super::reader::{Marks, ReadAs};
use crate::number::Decimal;
use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The canonical form of a document that was read without a problem.
pub(crate) fn canonical(tree: &Tree, marks: &Marks) -> String {
    canonical_of(&tree.root, marks, None)
}

/// The canonical form of one node, without the member `but`, if any, where it is an object.
pub(crate) fn canonical_of(node: &Node, marks: &Marks, but: Option<&[&str]>) -> String {
    let mut out = String::new();
    write_node(&mut out, node, marks, but.unwrap_or_default());
    out
}

fn write_node(out: &mut String, node: &Node, marks: &Marks, but: &[&str]) {
    match &node.value {
        Value::Scalar(scalar) => match (marks.of(node.spot), scalar.written) {
            (ReadAs::Decimal, _) => match scalar.text.parse::<Decimal>() {
                Ok(number) => {
                    let _ = write!(out, "\"{number}\"");
                }
                Err(_) => write_text(out, &scalar.text),
            },
            (ReadAs::Boolean, _) | (ReadAs::Text, Written::Boolean | Written::Number) => {
                out.push_str(&scalar.text);
            }
            (ReadAs::Text, Written::Null) => out.push_str("null"),
            (ReadAs::Text, Written::Text | Written::Plain) => write_text(out, &scalar.text),
        },
        Value::List(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_node(out, item, marks, &[]);
            }
            out.push(']');
        }
        Value::Object(entries) => {
            let mut sorted: Vec<_> =
                entries.iter().filter(|entry| !but.contains(&entry.key.as_str())).collect();
            sorted.sort_by(|a, b| order(&a.key, &b.key));
            out.push('{');
            for (index, entry) in sorted.into_iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_text(out, &entry.key);
                out.push(':');
                write_node(out, &entry.node, marks, &[]);
            }
            out.push('}');
        }
    }
}

/// The order of keys (RFC 8785, section 3.2.3): by UTF-16, which beyond the basic plane is not that of UTF-8.
fn order(a: &str, b: &str) -> Ordering {
    a.encode_utf16().cmp(b.encode_utf16())
}

/// Write an object whose keys are not ours in the order of its canonical form.
pub(crate) fn in_order<V: Serialize, S: Serializer>(
    object: &BTreeMap<String, V>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut entries: Vec<(&String, &V)> = object.iter().collect();
    entries.sort_by(|(a, _), (b, _)| order(a, b));
    serializer.collect_map(entries)
}

/// A string as RFC 8785 (section 3.2.2.2) writes it.
fn write_text(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            c if c < ' ' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// SHA-256 in lower-case hexadecimal.
pub(crate) fn sha256(text: &str) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(text.as_bytes()) {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}
