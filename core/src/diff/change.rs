//! The one class that a control falls into, whatever it was and whatever it is.

use super::model::ControlState;
use crate::Verdict;
use crate::audit::figure::rational;
use crate::audit::result::Range;
use serde::Serialize;
use std::cmp::Ordering;

/// How a control changed. Every pair of states falls into exactly one; the table is in `standards/FORMAT.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// Known alike, and better: of the ends of the degree and `met` none is lower, one is higher.
    Better,
    /// Known alike, and worse: none is higher, one is lower.
    Worse,
    /// Undetermined before, determined now.
    NewlyKnown,
    /// Determined before, undetermined now.
    NewlyUnknown,
    /// Neither better nor worse: the interval got narrower or wider, the bar moved against the degree, or a control that does not
    /// count does so for another reason.
    Mixed,
    /// It did not apply or was not in force, and counts now.
    NewlyApplicable,
    /// It counted, and does not apply or is not in force now.
    NoLongerApplicable,
    /// It was not in the audit before, by the standard or by the profile.
    Added,
    /// It is not in the audit any more.
    Removed,
    /// The verdict, the degree and `met` are what they were.
    Unchanged,
}

/// What the class depends on.
enum State<'s> {
    Absent,
    Uncounted(Verdict),
    Undetermined(&'s ControlState),
    Determined(&'s ControlState),
}

impl<'s> State<'s> {
    fn of(control: Option<&'s ControlState>) -> State<'s> {
        match control {
            None => State::Absent,
            Some(control) => match control.verdict {
                Verdict::NotApplicable | Verdict::NotInForce => State::Uncounted(control.verdict),
                Verdict::Undetermined => State::Undetermined(control),
                Verdict::Satisfied | Verdict::Partial | Verdict::NotSatisfied => State::Determined(control),
            },
        }
    }
}

impl Change {
    /// Every class, in the order of reports.
    pub const ALL: [Change; 10] = [
        Change::Better,
        Change::Worse,
        Change::NewlyKnown,
        Change::NewlyUnknown,
        Change::Mixed,
        Change::NewlyApplicable,
        Change::NoLongerApplicable,
        Change::Added,
        Change::Removed,
        Change::Unchanged,
    ];

    /// The stable code.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Change::Better => "better",
            Change::Worse => "worse",
            Change::NewlyKnown => "newly-known",
            Change::NewlyUnknown => "newly-unknown",
            Change::Mixed => "mixed",
            Change::NewlyApplicable => "newly-applicable",
            Change::NoLongerApplicable => "no-longer-applicable",
            Change::Added => "added",
            Change::Removed => "removed",
            Change::Unchanged => "unchanged",
        }
    }

    /// The class of a control that was in one state and is in another; `None` where it is not in that audit.
    pub(super) fn of(before: Option<&ControlState>, after: Option<&ControlState>) -> Change {
        use State::{Absent, Determined, Uncounted, Undetermined};
        match (State::of(before), State::of(after)) {
            (Absent, Absent) => Change::Unchanged,
            (Absent, _) => Change::Added,
            (_, Absent) => Change::Removed,
            (Uncounted(before), Uncounted(after)) if before == after => Change::Unchanged,
            (Uncounted(_), Uncounted(_)) => Change::Mixed,
            (Uncounted(_), _) => Change::NewlyApplicable,
            (_, Uncounted(_)) => Change::NoLongerApplicable,
            (Undetermined(_), Determined(_)) => Change::NewlyKnown,
            (Determined(_), Undetermined(_)) => Change::NewlyUnknown,
            (Undetermined(before), Undetermined(after)) | (Determined(before), Determined(after)) => {
                compare(before, after)
            }
        }
    }
}

/// Two states that are known alike, by both ends of the degree and by whether the bar is met.
fn compare(before: &ControlState, after: &ControlState) -> Change {
    let ends = match (&before.degree, &after.degree) {
        (Some(Range { hi, lo }), Some(after)) => {
            [rational(lo).cmp(&rational(&after.lo)), rational(hi).cmp(&rational(&after.hi))]
        }
        (None, None) => [Ordering::Equal; 2],
        // an audit of ours has a degree wherever it has such a verdict
        _ => [Ordering::Less, Ordering::Greater],
    };
    let met = before.met.cmp(&after.met);
    let rises = ends.contains(&Ordering::Less) || met == Ordering::Less;
    let falls = ends.contains(&Ordering::Greater) || met == Ordering::Greater;
    match (rises, falls) {
        (true, false) => Change::Better,
        (false, true) => Change::Worse,
        (true, true) => Change::Mixed,
        (false, false) => Change::Unchanged,
    }
}
