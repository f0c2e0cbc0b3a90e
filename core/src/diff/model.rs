//! A comparison as data. The members of every object stand in alphabetical order, so that writing them is writing RFC 8785.

use super::Change;
use crate::audit::result::{Audit, Coverage, Finding, LevelResult, Range, Score, StandardRef, WaiverStatus};
use crate::{Met, Verdict};
use serde::Serialize;
use serde_json::Value;

/// What changed from one audit to another. Its parts are those of `standards/FORMAT.md`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Diff {
    /// The digests of the two audits.
    pub audit: Pair<Option<String>>,
    /// One for each control of either audit: in the later one's order, then those that are gone.
    pub controls: Vec<ControlDiff>,
    /// How many controls fall into each class.
    pub counts: Counts,
    /// How many controls are known about.
    pub coverage: Pair<Coverage>,
    /// The digests of the two dossiers.
    pub dossier: Pair<String>,
    /// Records added, changed and removed.
    pub evidence: Items,
    /// Records that stood and are set aside now as expired or too old, sorted by id.
    pub expired: Vec<Expired>,
    /// One for each group of either audit, parents first.
    pub groups: Vec<GroupDiff>,
    /// The levels.
    pub level: Pair<Option<LevelResult>>,
    /// The options that differ.
    pub options: Vec<OptionDiff>,
    /// The scores.
    pub score: Pair<Option<Score>>,
    /// The scores with waived controls counted as meeting their bar.
    pub score_after_waivers: Pair<Option<Range>>,
    /// The scores at each least assurance.
    pub scores_by_assurance: PairByAssurance,
    /// The standards, and what differs in them.
    pub standard: StandardDiff,
    /// The subjects, and what differs in them.
    pub subject: SubjectDiff,
    /// The waivers whose words or status differ, sorted by id.
    pub waivers: Vec<WaiverDiff>,
}

/// A value of the earlier audit and one of the later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Pair<T> {
    /// In the later audit.
    pub after: T,
    /// In the earlier audit.
    pub before: T,
}

/// How many controls fall into each class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Counts {
    /// [`Change::Added`]
    pub added: usize,
    /// [`Change::Better`]
    pub better: usize,
    /// [`Change::Mixed`]
    pub mixed: usize,
    /// [`Change::NewlyApplicable`]
    pub newly_applicable: usize,
    /// [`Change::NewlyKnown`]
    pub newly_known: usize,
    /// [`Change::NewlyUnknown`]
    pub newly_unknown: usize,
    /// [`Change::NoLongerApplicable`]
    pub no_longer_applicable: usize,
    /// [`Change::Removed`]
    pub removed: usize,
    /// [`Change::Unchanged`]
    pub unchanged: usize,
    /// [`Change::Worse`]
    pub worse: usize,
}

/// One control in both audits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ControlDiff {
    /// What it is; `None` where it is not in the later audit.
    pub after: Option<ControlState>,
    /// What it was; `None` where it was not in the earlier audit.
    pub before: Option<ControlState>,
    /// The class that it falls into.
    pub change: Change,
    /// The control.
    pub control: String,
    /// Reasons that it has now and had not, sorted.
    pub reasons_gained: Vec<String>,
    /// Reasons that it had and has no more, sorted.
    pub reasons_lost: Vec<String>,
}

/// What an audit found of a control.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ControlState {
    /// Its degree; `None` where not applicable or not in force, and so are `met` and `score`.
    pub degree: Option<Range>,
    /// Whether it meets its bar.
    pub met: Option<Met>,
    /// The points that it stands for.
    pub score: Option<Score>,
    /// The verdict.
    pub verdict: Verdict,
    /// Whether it is waived.
    pub waived: bool,
}

/// One group in both audits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct GroupDiff {
    /// What it is; `None` where it is not in the later audit.
    pub after: Option<GroupState>,
    /// What it was; `None` where it was not in the earlier audit.
    pub before: Option<GroupState>,
    /// The group.
    pub group: String,
}

/// What an audit found of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct GroupState {
    /// Its degree; `None` where not applicable, and so is `score`.
    pub degree: Option<Range>,
    /// The points that it stands for.
    pub score: Option<Score>,
}

/// A record that stood and is set aside now for its age.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Expired {
    /// The controls that lost it, in the standard's order.
    pub controls: Vec<String>,
    /// The criteria that lost it, in the standard's order.
    pub criteria: Vec<String>,
    /// The record.
    pub id: String,
    /// `expired`, `too-old` or both.
    pub reasons: Vec<String>,
}

/// Things with ids: which came, which went, which differ. Each list is sorted by id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Items {
    /// Those only in the later audit.
    pub added: Vec<String>,
    /// Those in both that do not say the same.
    pub changed: Vec<ChangedItem>,
    /// Those only in the earlier audit.
    pub removed: Vec<String>,
}

/// A thing that does not say what it said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ChangedItem {
    /// Its id.
    pub id: String,
    /// JSON pointers, within it, to the members that differ.
    pub members: Vec<String>,
}

/// An option that differs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct OptionDiff {
    /// Its value in the later audit; null where it is not given.
    pub after: Value,
    /// Its value in the earlier audit; null where it was not given.
    pub before: Value,
    /// JSON pointer to it within `options` of the audit: `/as_of`, `/parameters/NAME`.
    pub option: String,
}

/// Scores at each least assurance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct PairByAssurance {
    /// Everything said.
    pub declared: Pair<Option<Range>>,
    /// Papers or better.
    pub documented: Pair<Option<Range>>,
    /// Checked only.
    pub verified: Pair<Option<Range>>,
}

/// The standards of the two audits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct StandardDiff {
    /// That of the later audit.
    pub after: StandardRef,
    /// That of the earlier audit.
    pub before: StandardRef,
    /// The controls that the standard gained, changed and lost; `/group` is the group that a control stands in.
    pub controls: Items,
    /// The same of its groups, without what is in them.
    pub groups: Items,
    /// JSON pointers to what else differs; `/groups` where only the order does.
    pub members: Vec<String>,
    /// Whether both have one id.
    pub same: bool,
}

/// The subjects of the two audits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SubjectDiff {
    /// The id in the later audit.
    pub after: String,
    /// The id in the earlier audit.
    pub before: String,
    /// JSON pointers to the members that differ.
    pub members: Vec<String>,
    /// Whether both have one id.
    pub same: bool,
}

/// A waiver whose words or status differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct WaiverDiff {
    /// What became of it; `None` where it is not in the later audit.
    pub after: Option<WaiverStatus>,
    /// What it was; `None` where it was not in the earlier audit.
    pub before: Option<WaiverStatus>,
    /// The controls that it names, or named.
    pub controls: Vec<String>,
    /// It waived a control, and is expired, not yet active or gone now.
    pub ended: bool,
    /// The waiver.
    pub id: String,
    /// JSON pointers to the members that differ, where it is in both.
    pub members: Vec<String>,
}

impl Diff {
    /// The comparison as RFC 8785 JSON: the same bytes from every runtime.
    #[must_use]
    pub fn to_json(&self) -> String {
        // writing plain data into memory cannot fail
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl<T> Pair<T> {
    pub(super) fn of(before: &Audit, after: &Audit, value: impl Fn(&Audit) -> T) -> Pair<T> {
        Pair { after: value(after), before: value(before) }
    }
}

impl Counts {
    pub(super) fn of(controls: &[ControlDiff]) -> Counts {
        let count = |change| controls.iter().filter(|control| control.change == change).count();
        Counts {
            added: count(Change::Added),
            better: count(Change::Better),
            mixed: count(Change::Mixed),
            newly_applicable: count(Change::NewlyApplicable),
            newly_known: count(Change::NewlyKnown),
            newly_unknown: count(Change::NewlyUnknown),
            no_longer_applicable: count(Change::NoLongerApplicable),
            removed: count(Change::Removed),
            unchanged: count(Change::Unchanged),
            worse: count(Change::Worse),
        }
    }
}

impl ControlState {
    pub(super) fn of(finding: &Finding) -> ControlState {
        ControlState {
            degree: finding.degree.clone(),
            met: finding.met,
            score: finding.score.clone(),
            verdict: finding.verdict,
            waived: finding.waived,
        }
    }
}

impl Expired {
    pub(super) fn new(id: &str) -> Expired {
        Expired { controls: Vec::new(), criteria: Vec::new(), id: id.to_owned(), reasons: Vec::new() }
    }
}
