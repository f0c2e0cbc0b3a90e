//! The audit: which records stand (E3), degrees (E4), combination (E5), verdicts (E6), levels (E7), assurance (E8), waivers (E9)
//! and gains (E10). It is total and pure: whatever dossier was loaded, there is an audit of it.

pub(crate) mod assemble;
mod bar;
mod combine;
mod conflict;
mod degree;
mod evaluate;
mod evaluation;
pub(crate) mod figure;
mod gain;
mod judge;
pub(crate) mod level;
mod lift;
mod points;
mod reason;
pub(crate) mod result;
pub(crate) mod saved;
mod shape;
mod standing;
pub(crate) mod verdict;

pub(crate) use assemble::{assemble_with, range, raw};
pub use bar::Bar;
pub(crate) use combine::{Degrees, combine};
pub use evaluation::{ControlFinding, CriterionFinding, Evaluation, RecordFinding};
pub(crate) use judge::alone;
pub use reason::Reason;
pub use result::Audit;
pub(crate) use verdict::{Decided, decide};
pub use verdict::{Met, Verdict};

use crate::{Dossier, Plan};

impl Plan {
    /// Audit a dossier. The same inputs give the same bytes, always and everywhere.
    ///
    /// A dossier is audited against the plan that it was [loaded](Plan::dossier) with, whichever plan is asked.
    ///
    /// ```
    /// use kolosi::{Options, Standard};
    /// let standard = Standard::from_slice(br#"{
    ///   "id": "demo", "edition": "1", "title": {"en": "Demo"}, "publisher": {"en": "us"},
    ///   "subject": "organisation", "basis": "proposal", "scale": 100,
    ///   "groups": [{"id": "g", "title": {"en": "Group"}, "controls": [
    ///     {"id": "c", "title": {"en": "Control"}, "criteria": [{"value": {"min": 0, "max": 4, "better": "higher"}}]}]}]
    /// }"#)?;
    /// let plan = standard.compile(&Options::new("2025-12-31".parse()?))?;
    /// let dossier = plan.dossier(br#"{
    ///   "standard": {"id": "demo", "edition": "1"}, "subject": {"id": "s", "name": "Exemple fictif"},
    ///   "evidence": [{"id": "r", "control": "c", "observed": "2025-06-01", "value": 3}]
    /// }"#)?;
    /// let audit = plan.audit(&dossier);
    /// assert_eq!(audit.score.ok_or("no score")?.lo, "75");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn audit(&self, dossier: &Dossier) -> Audit {
        assemble::assemble(&dossier.0)
    }
}
