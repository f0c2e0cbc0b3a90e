//! What a document is, told by the keys that only it has.

use super::node::Value;
use super::{Tree, json, parse, text_of};
#[cfg(feature = "yaml")]
use super::{is_json, yaml};
use crate::limits;
use crate::problem::Problem;

/// The type of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentType {
    /// A security framework.
    Standard,
    /// The evidence about one subject.
    Dossier,
    /// The result of an audit.
    Audit,
    /// Relations between the controls of two frameworks.
    Mapping,
    /// The ids of a framework.
    IdList,
}

impl DocumentType {
    /// The type of a document, where its keys tell it. Only these are looked at: nothing is kept, and what else is wrong with the
    /// document is seen when it is read, within the limits of its type.
    ///
    /// # Errors
    /// The problem that keeps a document whose keys tell nothing from being read at all.
    ///
    /// # Example
    /// ```
    /// use kolosi::DocumentType;
    /// assert_eq!(DocumentType::of(b"{\"evidence\": []}")?, Some(DocumentType::Dossier));
    /// assert_eq!(DocumentType::of(b"{\"foo\": 1}")?, None);
    /// # Ok::<(), kolosi::Problem>(())
    /// ```
    pub fn of(bytes: &[u8]) -> Result<Option<DocumentType>, Problem> {
        let text = text_of(bytes, limits::AUDIT)?;
        let mut seen = Seen::default();
        #[cfg(feature = "yaml")]
        if is_json(text) {
            json::keys(text, |key| seen.see(key));
        } else {
            yaml::keys(text, |key| seen.see(key));
        }
        #[cfg(not(feature = "yaml"))]
        json::keys(text, |key| seen.see(key));
        match seen.told() {
            None => parse(bytes).map(|_| None),
            told => Ok(told),
        }
    }

    pub(crate) fn of_tree(tree: &Tree) -> Option<DocumentType> {
        let Value::Object(entries) = &tree.root.value else { return None };
        let mut seen = Seen::default();
        entries.iter().for_each(|entry| seen.see(&entry.key));
        seen.told()
    }

    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            DocumentType::Standard => "standard",
            DocumentType::Dossier => "dossier",
            DocumentType::Audit => "audit",
            DocumentType::Mapping => "mapping",
            DocumentType::IdList => "id-list",
        }
    }
}

/// Which of the telling keys a document has.
#[derive(Default)]
struct Seen {
    of_audit: bool,
    of_standard: bool,
    of_dossier: bool,
    of_mapping: bool,
    of_id_list: bool,
    source: bool,
    target: bool,
    standard: bool,
    subject: bool,
}

impl Seen {
    fn see(&mut self, key: &str) {
        match key {
            "findings" => self.of_audit = true,
            "groups" | "combine" | "scales" | "basis" => self.of_standard = true,
            "edges" => self.of_mapping = true,
            "ids" => self.of_id_list = true,
            "source" => self.source = true,
            "target" => self.target = true,
            "evidence" => self.of_dossier = true,
            "standard" => self.standard = true,
            "subject" => self.subject = true,
            _ => {}
        }
    }

    fn told(&self) -> Option<DocumentType> {
        if self.of_audit {
            Some(DocumentType::Audit)
        } else if self.of_mapping || (self.source && self.target) {
            // before standards, which have a `basis` too
            Some(DocumentType::Mapping)
        } else if self.of_standard {
            Some(DocumentType::Standard)
        } else if self.of_dossier || (self.standard && self.subject) {
            Some(DocumentType::Dossier)
        } else if self.of_id_list {
            Some(DocumentType::IdList)
        } else {
            None
        }
    }
}
