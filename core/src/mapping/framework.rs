//! What the sides of a mapping are: standards, or lists of the ids of frameworks whose text is not held.

use super::load;
use super::model::{IdListModel, Pin, Side};
use crate::document::{self, DocumentType, Reader};
use crate::problem::Problems;
use crate::{Id, Problem, Standard, Text};
use std::sync::Arc;

/// The ids that the controls of a framework have, and nothing else of it: for frameworks whose text may not be held (E12.4).
///
/// Cheap to clone.
///
/// ```
/// let list = kolosi::IdList::from_slice(br#"{"id": "demo", "edition": "1", "title": {"fr": "D\u00e9mo", "en": "Demo"}, "ids": ["a", "b"]}"#)?;
/// assert_eq!(list.ids().count(), 2);
/// # Ok::<(), kolosi::Problems>(())
/// ```
#[derive(Clone, Debug)]
pub struct IdList(Arc<LoadedIds>);

#[derive(Debug)]
struct LoadedIds {
    model: IdListModel,
    canonical: String,
    digest: String,
    warnings: Vec<Problem>,
}

impl IdList {
    /// Read an id list from JSON or YAML.
    ///
    /// # Errors
    /// Every problem of the document at once.
    pub fn from_slice(bytes: &[u8]) -> Result<IdList, Problems> {
        let tree = document::parse_as(bytes, DocumentType::IdList)?;
        let mut reader = Reader::new(&tree);
        let model = load::id_list(&mut reader, &tree.root);
        if let Some(model) = &model {
            reader.unique(&model.ids);
        }
        let (found, marks) = reader.finish(&tree);
        let warnings = found.conclude()?;
        let Some(model) = model else { return Err(Problems::sorted(warnings, 0)) };
        let canonical = document::canonical(&tree, &marks);
        let digest = document::sha256(&canonical);
        Ok(IdList(Arc::new(LoadedIds { model, canonical, digest, warnings })))
    }

    /// The id of the framework.
    #[must_use]
    pub fn id(&self) -> &Id {
        &self.0.model.id
    }

    /// Its edition, as its publisher names it.
    #[must_use]
    pub fn edition(&self) -> &str {
        &self.0.model.edition
    }

    /// Its title.
    #[must_use]
    pub fn title(&self) -> &Text {
        &self.0.model.title
    }

    /// The ids of its controls, in its order.
    pub fn ids(&self) -> impl Iterator<Item = &Id> + Clone {
        self.0.model.ids.iter().map(|id| &id.value)
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

/// A framework that a mapping may have as its side.
#[derive(Clone, Debug)]
pub enum Framework {
    /// One whose text is held.
    Standard(Standard),
    /// One of which the ids are known.
    Ids(IdList),
}

impl Framework {
    /// The id of the framework.
    #[must_use]
    pub fn id(&self) -> &Id {
        match self {
            Framework::Standard(standard) => standard.id(),
            Framework::Ids(list) => list.id(),
        }
    }

    /// Its edition.
    #[must_use]
    pub fn edition(&self) -> &str {
        match self {
            Framework::Standard(standard) => standard.edition(),
            Framework::Ids(list) => list.edition(),
        }
    }

    /// Its title.
    #[must_use]
    pub fn title(&self) -> &Text {
        match self {
            Framework::Standard(standard) => standard.title(),
            Framework::Ids(list) => list.title(),
        }
    }

    /// The digest of what is held of it.
    #[must_use]
    pub fn digest(&self) -> &str {
        match self {
            Framework::Standard(standard) => standard.digest(),
            Framework::Ids(list) => list.digest(),
        }
    }

    /// The ids of its controls, in its order.
    #[must_use]
    pub fn control_ids(&self) -> Vec<&Id> {
        match self {
            Framework::Standard(standard) => standard.control_ids().collect(),
            Framework::Ids(list) => list.ids().collect(),
        }
    }

    /// Whether a side names this framework, in any edition, and pins it in the form that is held.
    pub(super) fn is_named_by(&self, side: &Side) -> bool {
        let of_form = matches!(
            (self, &side.pin.value),
            (Framework::Standard(_), Pin::Standard(_)) | (Framework::Ids(_), Pin::Ids(_))
        );
        of_form && *self.id() == side.standard.value
    }

    /// Whether it still is what a side pins.
    pub(super) fn holds(&self, side: &Side) -> bool {
        self.edition() == side.edition.value && self.digest() == side.pin.value.digest()
    }
}
