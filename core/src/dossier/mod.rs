//! Dossiers: the evidence about one subject, checked against a plan.

pub(crate) mod condition;
mod draft;
mod fast;
mod link;
mod load;
pub(crate) mod model;
mod record;
pub(crate) mod voice;

use crate::Plan;
use crate::document::{self, DocumentType, Node, Reader};
use crate::problem::{Problem, Problems};
use crate::standard::model::Model;
use crate::standard::plan::Compiled;
use model::Checked;
pub(crate) use model::Facts;
use std::sync::Arc;

/// The evidence about one subject, read and checked against a [`Plan`]; ready to be audited, which then cannot fail (E2.8).
///
/// Cheap to clone; share it between threads.
#[derive(Clone, Debug)]
pub struct Dossier(pub(crate) Arc<Checked>);

impl Plan {
    /// Read a dossier from JSON or YAML and check it against this plan.
    ///
    /// # Errors
    /// Every problem of the document at once.
    pub fn dossier(&self, bytes: &[u8]) -> Result<Dossier, Problems> {
        let tree = document::parse_as(bytes, DocumentType::Dossier)?;
        let mut reader = Reader::new(&tree);
        let written = load::dossier(&mut reader, &tree.root, self);
        let facts = written.and_then(|written| link::link(&mut reader, written, self));
        let (found, marks) = reader.finish(&tree);
        let warnings = found.conclude()?;
        // a document that is no object, or goes round in a cycle, has a problem, so that `conclude` has ended the work
        let Some(facts) = facts else { return Err(Problems::sorted(warnings, 0)) };
        let canonical = document::canonical(&tree, &marks);
        Ok(Dossier(Arc::new(link::checked(self, facts, (&tree, &marks), canonical, warnings))))
    }
}

/// What decides of a dossier in well-formed JSON, quickly; `None` where the slower way in is to look.
pub(crate) fn facts<'d>(bytes: &'d [u8], plan: &Compiled) -> Option<Facts<'d>> {
    fast::read(std::str::from_utf8(bytes).ok()?, plan)
}

/// The shape of a subject, as an audit repeats it.
pub(crate) fn read_subject(reader: &mut Reader, node: &Node) {
    load::subject(reader, node);
}

/// The shape of a record, as an audit repeats it.
pub(crate) fn read_record(reader: &mut Reader, node: &Node, model: &Model) {
    record::record(reader, node, model);
}

impl Dossier {
    /// The id of the subject.
    #[must_use]
    pub fn subject(&self) -> &str {
        &self.0.facts.subject.id
    }

    /// How many records it holds.
    #[must_use]
    pub fn record_count(&self) -> usize {
        self.0.facts.records.len()
    }

    /// The canonical form (E2.2).
    #[must_use]
    pub fn canonical(&self) -> &str {
        &self.0.papers.canonical
    }

    /// SHA-256 of the canonical form.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.0.papers.digest
    }

    /// What is probably not meant so, though it can be used.
    #[must_use]
    pub fn warnings(&self) -> &[Problem] {
        &self.0.papers.warnings
    }

    /// The plan it was checked against.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.0.plan
    }
}

/// The id of the standard that a dossier names, before it can be checked against it.
///
/// # Errors
/// A document that is no dossier, or names no standard.
pub fn standard_of(bytes: &[u8]) -> Result<String, Problems> {
    let tree = document::parse_as(bytes, DocumentType::Dossier)?;
    let mut reader = Reader::new(&tree);
    // the other keys are asked for only so that none is unknown
    let id = reader.object(&tree.root).and_then(|mut fields| {
        let id = fields.required(&mut reader, "standard", |reader, node| {
            let mut fields = reader.object(node)?;
            let id = fields.required(reader, "id", Reader::id);
            fields.node("edition");
            fields.finish(reader);
            id
        });
        for other in ["subject", "evidence", "waivers"] {
            fields.node(other);
        }
        fields.finish(&mut reader);
        id
    });
    let (found, _) = reader.finish(&tree);
    id.map(|id| id.to_string()).ok_or_else(|| found.problems())
}
