//! Standards: the model of a framework, its loading, profiles and parameters, and the plan compiled from it.

mod check;
mod compile;
mod index;
mod load;
mod load_criterion;
#[cfg_attr(not(feature = "report"), allow(dead_code, reason = "only reports show the words of a standard"))]
pub(crate) mod model;
mod options;
pub(crate) mod plan;
mod settings;
mod slot;
pub(crate) mod value;

pub(crate) use load::standard as read_model;
pub use model::{Assurance, Basis, Severity as ControlSeverity, SubjectKind};
pub use options::Options;
pub use plan::Plan;

use crate::document::{self, DocumentType, Findings, Reader, Tree};
use crate::problem::{Code, Problem, Problems};
use crate::{Date, Id, Text, limits};
use model::Model;
use std::sync::Arc;

/// A security framework, read and checked.
///
/// Cheap to clone; share it between threads.
///
/// ```
/// use kolosi::{Lang, Standard};
/// let standard = Standard::from_slice(br#"{
///   "id": "demo", "edition": "1", "title": {"en": "Demo"}, "publisher": {"en": "us"},
///   "subject": "organisation", "basis": "proposal", "scale": 100,
///   "scales": [{"id": "yes-no", "answers": [
///     {"id": "yes", "title": {"en": "Yes"}, "degree": 1}, {"id": "no", "title": {"en": "No"}, "degree": 0}]}],
///   "groups": [{"id": "g", "title": {"en": "Group"}, "controls": [
///     {"id": "c", "title": {"en": "Control"}, "criteria": [{"answer": "yes-no"}]}]}]
/// }"#)?;
/// assert_eq!(standard.id().as_str(), "demo");
/// assert_eq!(standard.title().best(Lang::Fr), ("Demo", Lang::En));
/// # Ok::<(), kolosi::Problems>(())
/// ```
#[derive(Clone, Debug)]
pub struct Standard(Arc<Loaded>);

#[derive(Debug)]
struct Loaded {
    model: Model,
    tree: Tree,
    canonical: String,
    digest: String,
    warnings: Vec<Problem>,
}

impl Standard {
    /// Read a standard from JSON or YAML.
    ///
    /// # Errors
    /// Every problem of the document at once.
    pub fn from_slice(bytes: &[u8]) -> Result<Standard, Problems> {
        let tree = document::parse_as(bytes, DocumentType::Standard)?;
        let mut reader = Reader::new(&tree);
        let model = load::standard(&mut reader, &tree.root);
        let whole = !reader.failed();
        if let Some(model) = &model {
            check::check(&mut reader, model, &tree.root);
        }
        let profiled = tree.nodes as usize * (1 + model.as_ref().map_or(0, |model| model.profiles.len()));
        if profiled > limits::PROFILED_NODES
            && let Some(node) = tree.root.get("profiles")
        {
            let most = limits::PROFILED_NODES.to_string();
            let (fr, en) = ("éléments du référentiel × profils", "items of the standard × profiles");
            reader.problem(Code::TooCostly, node.spot, &[&most, fr, en]);
        }
        let profiled = profiled <= limits::PROFILED_NODES;
        let (mut found, marks) = reader.finish(&tree);
        let Some(model) = model else { return Err(found.problems()) };
        let canonical = document::canonical(&tree, &marks);
        let digest = document::sha256(&canonical);
        let draft = Standard(Arc::new(Loaded { model, tree, canonical, digest, warnings: Vec::new() }));
        // what parameters and profiles decide: with the defaults, then under each profile
        let profiles = draft.0.model.profiles.iter().filter(|_| profiled);
        let ids = profiles.map(|profile| Some(profile.id.value.to_string()));
        for profile in std::iter::once(None).chain(ids) {
            let options = Options { profile, ..Options::new(Date::FIRST) };
            found.join(draft.compile_noting(&options, whole).1);
        }
        let warnings = found.conclude()?;
        // the plans just made are gone, and with them every other handle on the draft
        match Arc::try_unwrap(draft.0) {
            Ok(loaded) => Ok(Standard(Arc::new(Loaded { warnings, ..loaded }))),
            Err(shared) => Ok(Standard(shared)),
        }
    }

    /// Make it ready to audit with.
    ///
    /// # Errors
    /// An unknown profile or parameter, a setting outside its bounds, or settings that contradict the standard.
    pub fn compile(&self, options: &Options) -> Result<Plan, Problems> {
        let (plan, found) = self.compile_noting(options, true);
        let warnings = found.conclude()?;
        plan.ok_or_else(|| Problems::sorted(warnings, 0))
    }

    /// Compile, and note what is found; `whole` is false where a part of the standard could not be read, whose absence is then no
    /// problem of its own.
    fn compile_noting(&self, options: &Options, whole: bool) -> (Option<Plan>, Findings) {
        let mut reader = Reader::new(&self.0.tree);
        let plan = compile::compile(&mut reader, self, options, whole);
        let (mut found, _) = reader.finish(&self.0.tree);
        match plan {
            Ok(plan) => (Some(plan), found),
            Err(asked) => {
                found.failed = true;
                found.list.extend(asked);
                (None, found)
            }
        }
    }

    pub(crate) fn model(&self) -> &Model {
        &self.0.model
    }

    /// The id.
    #[must_use]
    pub fn id(&self) -> &Id {
        &self.0.model.id
    }

    /// The edition, as its publisher names it.
    #[must_use]
    pub fn edition(&self) -> &str {
        &self.0.model.edition
    }

    /// The title.
    #[must_use]
    pub fn title(&self) -> &Text {
        &self.0.model.title
    }

    /// Who publishes it.
    #[must_use]
    pub fn publisher(&self) -> &Text {
        &self.0.model.publisher
    }

    /// How our wording relates to the publisher's.
    #[must_use]
    pub fn basis(&self) -> Basis {
        self.0.model.basis
    }

    /// What it is about.
    #[must_use]
    pub fn subject(&self) -> &[SubjectKind] {
        &self.0.model.subject
    }

    /// How many controls it has, optional ones included.
    #[must_use]
    pub fn control_count(&self) -> usize {
        self.0.model.controls().len()
    }

    /// The ids of its controls, in its order.
    pub fn control_ids(&self) -> impl Iterator<Item = &Id> + Clone {
        self.0.model.controls().into_iter().map(|control| &control.id.value)
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
