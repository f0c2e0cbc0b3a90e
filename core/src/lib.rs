//! Audit a subject against a security standard written as data, from the evidence in its dossier, as of a date.
//!
//! *kɔlɔsi* (Bambara): to watch over, to check.
//!
//! A [`Standard`] is read once, compiled to a [`Plan`] for a date and a profile, and then audits any number of dossiers.
#![cfg_attr(test, allow(clippy::float_arithmetic, reason = "tests may"))]

/// The README's examples run as tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

mod audit;
#[cfg(feature = "bundled")]
mod bundled;
mod date;
pub mod diff;
mod document;
mod dossier;
mod id;
pub mod limits;
mod mapping;
mod name;
mod number;
pub mod portfolio;
mod problem;
#[cfg(feature = "report")]
pub mod report;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "report")]
pub mod skeleton;
mod standard;
#[cfg(feature = "table")]
pub mod table;
mod text;
mod verify;

pub use audit::{
    Audit, Bar, ControlFinding, CriterionFinding, Evaluation, Met, Reason, RecordFinding, Verdict,
};
#[cfg(feature = "bundled")]
pub use bundled::{
    bundled, bundled_frameworks, bundled_id_list, bundled_id_list_ids, bundled_ids, bundled_mapping,
    bundled_mapping_ids,
};
pub use date::{Date, Duration, InvalidDate, InvalidDuration};
pub use diff::diff;
pub use document::DocumentType;
pub use dossier::{Dossier, standard_of};
pub use id::{Id, InvalidId};
pub use mapping::{Confidence, Crosswalk, Framework, IdList, Inference, Linked, Mapping, Relation, Repinned};
pub use number::{Decimal, Interval, InvalidDecimal, Rational};
pub use portfolio::Portfolio;
pub use problem::{Class, Code, Place, Problem, Problems, Severity};
#[cfg(feature = "explanations")]
pub use problem::{Example, Explanation, Within};
pub use standard::{Assurance, Basis, ControlSeverity, Options, Plan, Standard, SubjectKind};
/// The parts of an [`Audit`].
pub mod result {
    pub use crate::audit::result::*;
}
pub use text::{Lang, Text, UnknownLang};
pub use verify::{Beside, Input, Needed, Verified, verify, verify_beside};
