//! Documents: one tree that YAML and JSON both load into, the reader that collects problems, canonical form and digest.

mod canonical;
mod document_type;
mod fields;
mod json;
mod node;
mod reader;
mod scalars;
mod syntax;
mod wanted;
#[cfg(feature = "yaml")]
mod yaml;

pub(crate) use canonical::{canonical, canonical_of, in_order, sha256};
pub use document_type::DocumentType;
pub(crate) use fields::Fields;
pub(crate) use node::{Node, Spot, Tree, Value};
pub(crate) use reader::{Findings, Located, Marks, OrBlank, Reader};
pub(crate) use wanted::Wanted;

use crate::limits;
use crate::problem::{Code, Place, Problem};
use node::Budget;

/// Read one document: JSON where it begins with `{`, `[` or a comment of JavaScript, which no JSON has, else YAML.
pub(crate) fn parse(bytes: &[u8]) -> Result<Tree, Problem> {
    parse_within(bytes, 1)
}

/// Read a document that must not be of another type than this one.
pub(crate) fn parse_as(bytes: &[u8], wanted: DocumentType) -> Result<Tree, Problem> {
    let tree = parse(bytes)?;
    match DocumentType::of_tree(&tree) {
        Some(other) if other != wanted => {
            Err(Problem::of_input(Code::WrongDocumentType, &[other.as_str(), wanted.as_str()]))
        }
        _ => Ok(tree),
    }
}

/// Read a saved audit, which may be larger.
pub(crate) fn parse_audit(bytes: &[u8]) -> Result<Tree, Problem> {
    parse_within(bytes, limits::AUDIT)
}

/// Read a document that may hold so many times as much as others.
fn parse_within(bytes: &[u8], times: usize) -> Result<Tree, Problem> {
    let text = text_of(bytes, times)?;
    let budget = Budget::times(times);
    #[cfg(feature = "yaml")]
    if !is_json(text) {
        return yaml::parse(text, budget);
    }
    json::parse(text, budget)
}

/// The text of a document that may be so many times as large as others, and is not empty.
fn text_of(bytes: &[u8], times: usize) -> Result<&str, Problem> {
    let most = limits::DOCUMENT_BYTES * times;
    if bytes.len() > most {
        return Err(Problem::of_input(Code::DocumentTooLarge, &[&most.to_string()]));
    }
    // a byte-order mark is layout, as Windows editors write it
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| invalid_utf8(bytes, error.valid_up_to()))?;
    if text.trim_start().is_empty() {
        return Err(Problem::of_input(Code::EmptyDocument, &[]));
    }
    Ok(text)
}

#[cfg(feature = "yaml")]
fn is_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '[', '/'])
}

fn invalid_utf8(bytes: &[u8], valid: usize) -> Problem {
    let before = String::from_utf8_lossy(bytes.get(..valid).unwrap_or_default());
    let (line, column) = node::position(&before, before.len());
    Problem::new(Code::InvalidUtf8, Place { line, column, path: String::new() }, Vec::new(), Vec::new())
}
