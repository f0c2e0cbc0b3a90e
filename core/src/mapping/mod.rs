//! Mappings: how the controls of one framework relate to those of another, and what that lets be inferred (E12).

mod ask;
mod carry;
mod chain;
mod check;
mod conclude;
pub(crate) mod crosswalk;
mod cycle;
mod framework;
mod goal;
mod inference;
mod link;
mod load;
#[cfg_attr(not(feature = "report"), allow(dead_code, reason = "only reports show the words of a mapping"))]
pub(crate) mod model;
mod pin;
mod relation;
mod search;

pub use crosswalk::Crosswalk;
pub use framework::{Framework, IdList};
pub use inference::Inference;
pub use link::Linked;
pub use model::Confidence;
pub use pin::Repinned;
pub use relation::Relation;

use crate::audit::result::MappingRef;
use crate::document::{self, DocumentType, Reader, Tree};
use crate::problem::{Code, Problems};
use crate::{Basis, Id, Problem, Text, limits};
use model::Model;
use std::sync::Arc;

/// Relations between the controls of two frameworks, read and checked by itself; [`link`](Mapping::link) checks it against them.
///
/// Cheap to clone; share it between threads.
///
/// ```
/// use kolosi::{Framework, Mapping};
/// let source = kolosi::bundled("itu-gci-2024")?;
/// let target = kolosi::bundled("ml-snc-2026")?;
/// let text = format!(r#"{{
///   "id": "demo", "edition": "1", "title": {{"fr": "D\u00e9mo", "en": "Demo"}}, "basis": "proposal",
///   "source": {{"standard": "itu-gci-2024", "edition": "{}", "digest": "{}"}},
///   "target": {{"standard": "ml-snc-2026", "edition": "{}", "digest": "{}"}},
///   "edges": [{{"from": "legal", "to": "{}", "relation": "intersects-with", "confidence": "low",
///     "rationale": {{"fr": "Pour l\u2019exemple.", "en": "For the example."}}}}]
/// }}"#, source.edition(), source.digest(), target.edition(), target.digest(), target.control_ids().next().unwrap());
/// let mapping = Mapping::from_slice(text.as_bytes())?;
/// let linked = mapping.link(&[Framework::Standard(source), Framework::Standard(target)])?;
/// assert_eq!(linked.source().control_ids().len(), 5);
/// # Ok::<(), kolosi::Problems>(())
/// ```
#[derive(Clone, Debug)]
pub struct Mapping(Arc<Loaded>);

#[derive(Debug)]
struct Loaded {
    model: Model,
    tree: Tree,
    canonical: String,
    digest: String,
    warnings: Vec<Problem>,
}

impl Mapping {
    /// Read a mapping from JSON or YAML.
    ///
    /// # Errors
    /// Every problem of the document at once, among them edges that contradict each other.
    pub fn from_slice(bytes: &[u8]) -> Result<Mapping, Problems> {
        if bytes.len() > limits::MAPPING_BYTES {
            let most = limits::MAPPING_BYTES.to_string();
            return Err(Problem::of_input(Code::DocumentTooLarge, &[&most]).into());
        }
        let tree = document::parse_as(bytes, DocumentType::Mapping)?;
        let mut reader = Reader::new(&tree);
        let model = load::mapping(&mut reader, &tree.root);
        if let Some(model) = &model {
            check::check(&mut reader, model);
        }
        let (found, marks) = reader.finish(&tree);
        let warnings = found.conclude()?;
        let Some(model) = model else { return Err(Problems::sorted(warnings, 0)) };
        let canonical = document::canonical(&tree, &marks);
        let digest = document::sha256(&canonical);
        Ok(Mapping(Arc::new(Loaded { model, tree, canonical, digest, warnings })))
    }

    /// Check it against its two sides, to be found among these frameworks.
    ///
    /// # Errors
    /// A side that is not there, a pin that no longer holds, ids that a side does not have.
    pub fn link(&self, among: &[Framework]) -> Result<Linked, Problems> {
        link::link(self, among)
    }

    pub(crate) fn model(&self) -> &Model {
        &self.0.model
    }

    /// As an audit names it.
    pub(crate) fn named(&self) -> MappingRef {
        MappingRef {
            digest: self.digest().to_owned(),
            edition: self.edition().to_owned(),
            id: self.id().to_string(),
        }
    }

    /// The id.
    #[must_use]
    pub fn id(&self) -> &Id {
        &self.0.model.id
    }

    /// The edition.
    #[must_use]
    pub fn edition(&self) -> &str {
        &self.0.model.edition
    }

    /// The title.
    #[must_use]
    pub fn title(&self) -> &Text {
        &self.0.model.title
    }

    /// What it is, in a few sentences.
    #[must_use]
    pub fn description(&self) -> Option<&Text> {
        self.0.model.description.as_ref()
    }

    /// Who says so.
    #[must_use]
    pub fn basis(&self) -> Basis {
        self.0.model.basis
    }

    /// The id of the framework that its edges come from.
    #[must_use]
    pub fn source(&self) -> &Id {
        &self.0.model.source.standard.value
    }

    /// The id of the framework that its edges go to.
    #[must_use]
    pub fn target(&self) -> &Id {
        &self.0.model.target.standard.value
    }

    /// How many edges it has.
    #[must_use]
    pub fn edge_count(&self) -> usize {
        self.0.model.edges.len()
    }

    /// The canonical form (E2.2).
    #[must_use]
    pub fn canonical(&self) -> &str {
        &self.0.canonical
    }

    /// SHA-256 of the canonical form.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.0.digest
    }

    /// What is probably not meant so, though it can be used.
    #[must_use]
    pub fn warnings(&self) -> &[Problem] {
        &self.0.warnings
    }
}
