//! Documents: one tree that YAML and JSON both load into, the reader that collects problems, canonical form and digest.

mod canonical;
mod fields;
mod json;
mod node;
mod reader;
mod scalars;
mod syntax;
mod wanted;
#[cfg(feature = "yaml")]
mod yaml;

pub(crate) use canonical::{canonical, canonical_of, sha256};
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

/// Read a saved audit, which may be larger.
pub(crate) fn parse_audit(bytes: &[u8]) -> Result<Tree, Problem> {
    parse_within(bytes, limits::AUDIT)
}

/// Read a document that may hold so many times as much as others.
fn parse_within(bytes: &[u8], times: usize) -> Result<Tree, Problem> {
    let most = limits::DOCUMENT_BYTES * times;
    if bytes.len() > most {
        return Err(Problem::of_input(Code::DocumentTooLarge, &[&most.to_string()]));
    }
    let budget = Budget::times(times);
    // a byte-order mark is layout, as Windows editors write it
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| invalid_utf8(bytes, error.valid_up_to()))?;
    match text.trim_start().bytes().next() {
        None => Err(Problem::of_input(Code::EmptyDocument, &[])),
        Some(b'{' | b'[' | b'/') => json::parse(text, budget),
        #[cfg(feature = "yaml")]
        Some(_) => yaml::parse(text, budget),
        #[cfg(not(feature = "yaml"))]
        Some(_) => json::parse(text, budget),
    }
}

fn invalid_utf8(bytes: &[u8], valid: usize) -> Problem {
    let before = String::from_utf8_lossy(bytes.get(..valid).unwrap_or_default());
    let (line, column) = node::position(&before, before.len());
    Problem::new(Code::InvalidUtf8, Place { line, column, path: String::new() }, Vec::new(), Vec::new())
}

/// The kind of a document, told by the keys that only it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentType {
    /// A security framework.
    Standard,
    /// The evidence about one subject.
    Dossier,
    /// The result of an audit.
    Audit,
}

impl DocumentType {
    /// The type of a document, where its keys tell it.
    ///
    /// # Errors
    /// The problem that keeps it from being read at all.
    pub fn of(bytes: &[u8]) -> Result<Option<DocumentType>, Problem> {
        Ok(DocumentType::of_tree(&parse(bytes)?))
    }

    pub(crate) fn of_tree(tree: &Tree) -> Option<DocumentType> {
        let has = |key: &str| tree.root.get(key).is_some();
        if has("findings") {
            Some(DocumentType::Audit)
        } else if has("groups") || has("combine") || has("scales") || has("basis") {
            Some(DocumentType::Standard)
        } else if has("evidence") || (has("standard") && has("subject")) {
            Some(DocumentType::Dossier)
        } else {
            None
        }
    }

    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            DocumentType::Standard => "standard",
            DocumentType::Dossier => "dossier",
            DocumentType::Audit => "audit",
        }
    }
}
