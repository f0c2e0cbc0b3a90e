//! The audit as data: what is written, read back, rendered and verified. Decimals are strings (E1.2); the members of every
//! object stand in alphabetical order, so that writing them is writing RFC 8785.

use super::saved::decimal;
use super::verdict::{Met, Verdict};
use crate::Interval;
use crate::document::in_order;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// What an audit found. Its parts are those of `standards/FORMAT.md`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Audit {
    /// How many controls are known about.
    pub coverage: Coverage,
    /// SHA-256 of the audit without this member and `engine` (E2.3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
    /// The dossier audited.
    pub dossier: DossierRef,
    /// The program that audited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub engine: Option<Engine>,
    /// The score before rounding, where the audit was made here.
    #[serde(skip)]
    pub(crate) exact: Option<Interval>,
    /// The records of the dossier in canonical form, sorted by id.
    pub evidence: Vec<Box<RawValue>>,
    /// One for each control of the plan, in the standard's order.
    pub findings: Vec<Finding>,
    /// What to do first: ids of controls that do not certainly meet their bar (E10).
    pub gaps: Vec<String>,
    /// The groups under the root, in the standard's order.
    pub groups: Vec<GroupResult>,
    /// What mappings let be inferred (E12), apart from what was measured; `None` where none was given.
    pub inferences: Option<Inferences>,
    /// The level reached (E7); `None` where the root is not applicable or the standard has no levels.
    pub level: Option<LevelResult>,
    /// What was asked.
    pub options: OptionsUsed,
    /// The score; `None` where the root is not applicable.
    pub score: Option<Score>,
    /// The score with waived controls counted as meeting their bar (E9).
    pub score_after_waivers: Option<Range>,
    /// The same audit at each least assurance (E8).
    pub scores_by_assurance: ByAssurance,
    /// The standard audited against, whole.
    pub standard: StandardUsed,
    /// The subject, as the dossier gives it.
    pub subject: Box<RawValue>,
    /// The waivers and what becomes of them, sorted by id.
    pub waivers: Vec<WaiverResult>,
}

/// How many controls are known about (E6).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Coverage {
    /// Those in force.
    pub controls: usize,
    /// Those satisfied, partial or not satisfied.
    pub determined: usize,
    /// Those that do not apply.
    pub not_applicable: usize,
    /// Those of which too little is known.
    pub undetermined: usize,
}

impl Coverage {
    /// Count a control.
    pub(crate) fn count(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::NotInForce => return,
            Verdict::Satisfied | Verdict::Partial | Verdict::NotSatisfied => self.determined += 1,
            Verdict::NotApplicable => self.not_applicable += 1,
            Verdict::Undetermined => self.undetermined += 1,
        }
        self.controls += 1;
    }

    pub(crate) fn join(&mut self, other: Coverage) {
        self.controls += other.controls;
        self.determined += other.determined;
        self.not_applicable += other.not_applicable;
        self.undetermined += other.undetermined;
    }
}

/// The dossier of an audit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DossierRef {
    /// SHA-256 of its canonical form.
    pub digest: String,
}

/// The program that audited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Engine {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// Two ends, as decimals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Range {
    /// The upper end.
    #[serde(deserialize_with = "decimal")]
    pub hi: String,
    /// The lower end.
    #[serde(deserialize_with = "decimal")]
    pub lo: String,
}

/// Points of the score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Score {
    /// The most that it can be.
    #[serde(deserialize_with = "decimal")]
    pub hi: String,
    /// The least that it can be.
    #[serde(deserialize_with = "decimal")]
    pub lo: String,
    /// The points that there are (E5.3).
    #[serde(deserialize_with = "decimal")]
    pub scale: String,
}

/// What was found of one control.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Finding {
    /// The control.
    pub control: String,
    /// What each of its criteria comes to.
    pub criteria: Vec<CriterionResult>,
    /// Its degree; `None` where not applicable or not in force, and so are `gain`, `met` and `score`.
    pub degree: Option<Range>,
    /// How much each end of the score would rise if this control alone were met in full (E10).
    pub gain: Option<Range>,
    /// Whether it meets its bar.
    pub met: Option<Met>,
    /// The verdicts still possible, best first.
    pub possible: Vec<Verdict>,
    /// The reasons of its criteria, sorted by code.
    pub reasons: Vec<String>,
    /// The points that it stands for.
    pub score: Option<Score>,
    /// The verdict.
    pub verdict: Verdict,
    /// Whether an active waiver names it while it does not certainly meet its bar (E9).
    pub waived: bool,
}

/// What one criterion comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CriterionResult {
    /// The criterion.
    pub criterion: String,
    /// Its degree; `None` where not applicable.
    pub degree: Option<Range>,
    /// Of a test: how many things meet it, fail it, are unknown.
    pub members: Option<MembersResult>,
    /// What is to be said of it, sorted by code.
    pub reasons: Vec<String>,
    /// Every record that speaks to it, sorted by id.
    pub records: Vec<RecordResult>,
}

/// The things of a test (E4.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MembersResult {
    /// Those that fail it.
    #[serde(rename = "false")]
    pub fails: usize,
    /// Those that meet it.
    #[serde(rename = "true")]
    pub holds: usize,
    /// Those of which nothing that counts is known.
    pub unknown: usize,
}

/// What becomes of a record for one criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RecordResult {
    /// The degree that it states by itself; `None` for data, `unknown` and `not-applicable`.
    pub degree: Option<Range>,
    /// The record.
    pub id: String,
    /// Why it is set aside.
    pub reasons: Vec<String>,
    /// Whether it stands.
    pub state: State,
    /// For data: whether the test's conditions hold: `true`, `false` or `unknown`.
    #[serde(rename = "where")]
    pub holds: Option<String>,
}

/// Whether a record stands (E3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It counts, and is the newest of its slot.
    Stands,
    /// It counts, but a newer one of the same thing, source and assurance stands.
    Displaced,
    /// It does not count.
    SetAside,
}

/// A group's part of the result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct GroupResult {
    /// The ids of its controls.
    pub controls: Vec<String>,
    /// Its degree; `None` where not applicable, and so is `score`.
    pub degree: Option<Range>,
    /// Its degree at each least assurance (E8).
    pub degrees_by_assurance: ByAssurance,
    /// The groups in it.
    pub groups: Vec<GroupResult>,
    /// The group.
    pub id: String,
    /// The points that it stands for.
    pub score: Option<Score>,
}

/// The level (E7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LevelResult {
    /// The only possible one.
    pub certain: Option<String>,
    /// The level above that of the lower end; `None` at the top.
    pub next: Option<NextLevel>,
    /// Every level that the score may be in, lowest first.
    pub possible: Vec<String>,
}

/// The way to the next level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct NextLevel {
    /// The level.
    pub id: String,
    /// The points missing, at best and at worst.
    pub short: Range,
}

/// What was asked (E1.4, E2.6, E3.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OptionsUsed {
    /// The date.
    pub as_of: String,
    /// The least assurance.
    pub assurance: String,
    /// The mappings used, in the order given.
    pub mappings: Vec<MappingRef>,
    /// The parameters set by name.
    #[serde(serialize_with = "in_order")]
    pub parameters: BTreeMap<String, String>,
    /// The profile.
    pub profile: Option<String>,
}

impl OptionsUsed {
    pub(crate) fn of(options: &crate::Options) -> OptionsUsed {
        OptionsUsed {
            as_of: options.as_of.to_string(),
            assurance: options.assurance.as_str().to_owned(),
            mappings: Vec::new(),
            parameters: options.parameters.clone(),
            profile: options.profile.clone(),
        }
    }
}

/// A score or degree at each least assurance (E8).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ByAssurance {
    /// Everything said.
    pub declared: Option<Range>,
    /// Papers or better.
    pub documented: Option<Range>,
    /// Checked only.
    pub verified: Option<Range>,
}

/// The standard of an audit.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct StandardUsed {
    /// SHA-256 of its canonical form.
    pub digest: String,
    /// The standard in canonical form.
    pub document: Box<RawValue>,
    /// Its edition.
    pub edition: String,
    /// Its id.
    pub id: String,
}

/// A standard by its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct StandardRef {
    /// SHA-256 of its canonical form.
    pub digest: String,
    /// Its edition.
    pub edition: String,
    /// Its id.
    pub id: String,
}

/// A mapping by its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MappingRef {
    /// SHA-256 of its canonical form.
    pub digest: String,
    /// Its edition.
    pub edition: String,
    /// Its id.
    pub id: String,
}

/// What mappings let be inferred from audits of other standards (E12). Nothing in it counts as measured.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Inferences {
    /// The controls that something was inferred of, in the standard's order.
    pub controls: Vec<InferredControl>,
    /// The edges passed as their mappings write them, where the audit was made here: by mapping and edge.
    #[serde(skip)]
    #[cfg_attr(
        not(feature = "report"),
        allow(dead_code, reason = "only reports show the words of a mapping")
    )]
    pub(crate) edges: BTreeMap<(usize, usize), EdgeWords>,
    /// The audits that it was inferred from, in the order given.
    pub from: Vec<InferredFrom>,
    /// The score if every inference that is applied counted as the degree of its control; `None` where the root is not applicable.
    pub score: Option<Range>,
}

/// What an edge says, for reports.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(feature = "report"), allow(dead_code, reason = "only reports show the words of a mapping"))]
pub(crate) struct EdgeWords {
    pub(crate) from: Vec<String>,
    pub(crate) to: String,
    /// The code of its relation.
    pub(crate) relation: &'static str,
}

/// An audit that something may be inferred from.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct InferredFrom {
    /// The dossier audited.
    pub dossier: DossierRef,
    /// The profile that it was audited under.
    pub profile: Option<String>,
    /// The standard audited against.
    pub standard: StandardRef,
    /// The subject, as the dossier gives it.
    pub subject: Box<RawValue>,
}

/// What is inferred of one control.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct InferredControl {
    /// Nothing measured stands in its way, so that it counts in the score of the inferences.
    pub applied: bool,
    /// The control.
    pub control: String,
    /// Its degree, as the inference has it; `None` where not applicable, and so is `met`.
    pub degree: Option<Range>,
    /// Whether it meets its bar, as the inference has it.
    pub met: Option<Met>,
    /// What it rests on.
    pub paths: Vec<InferredPath>,
    /// The verdicts that the inference leaves possible, best first.
    pub possible: Vec<Verdict>,
    /// `inference-disagrees` with what was measured, or `inferences-contradict` each other.
    pub reasons: Vec<String>,
    /// The verdict, as the inference has it.
    pub verdict: Verdict,
}

/// From what was measured of another standard to what is inferred of a control.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct InferredPath {
    /// The edges passed, in order.
    pub edges: Vec<PassedEdge>,
    /// What was measured.
    pub from: PathStart,
    /// The ids of the records that stand for it, sorted.
    pub records: Vec<String>,
    /// What it says.
    pub says: Says,
}

/// The controls of another audit whose verdicts carry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PathStart {
    /// The index of the audit in [`Inferences::from`].
    pub audit: usize,
    /// Its controls; several only where together they cover what is inferred.
    pub controls: Vec<String>,
}

/// An edge of a mapping, as a path passes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PassedEdge {
    /// Its index in the mapping.
    pub edge: usize,
    /// It is read from target to source.
    pub inverse: bool,
    /// The index of the mapping in [`OptionsUsed::mappings`].
    pub mapping: usize,
}

/// What a path says of what it leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Says {
    /// Everything that it asks is so.
    Holds,
    /// Something that it asks is not so.
    Fails,
}

/// A waiver and what becomes of it (E9).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WaiverResult {
    /// Who approved it.
    pub approved_by: String,
    /// The controls that it names.
    pub controls: Vec<String>,
    /// Its first day.
    pub from: String,
    /// Its id.
    pub id: String,
    /// Why it was given.
    pub reason: String,
    /// What becomes of it.
    pub status: WaiverStatus,
    /// Its last day.
    pub until: String,
}

/// What becomes of a waiver (E9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WaiverStatus {
    /// It waives a control.
    Active,
    /// Its last day is over.
    Expired,
    /// Its first day is to come.
    Future,
    /// It is active and waives nothing.
    Unneeded,
}

impl StandardRef {
    pub(crate) fn of(standard: &crate::Standard) -> StandardRef {
        StandardRef {
            digest: standard.digest().to_owned(),
            edition: standard.edition().to_owned(),
            id: standard.id().to_string(),
        }
    }
}

impl WaiverStatus {
    /// The stable code.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            WaiverStatus::Active => "active",
            WaiverStatus::Expired => "expired",
            WaiverStatus::Future => "future",
            WaiverStatus::Unneeded => "unneeded",
        }
    }
}

impl Audit {
    /// The audit as RFC 8785 JSON: the same bytes from every runtime.
    #[must_use]
    pub fn to_json(&self) -> String {
        // writing plain data into memory cannot fail
        serde_json::to_string(self).unwrap_or_default()
    }
}
