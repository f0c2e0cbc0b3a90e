//! Verdicts (E6).

use crate::{Interval, Rational};
use serde::{Deserialize, Serialize};

/// What an audit says of a control (E6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The degree reaches the bar.
    Satisfied,
    /// Above 0, and certainly below the bar.
    Partial,
    /// Certainly 0.
    NotSatisfied,
    /// Too little is known.
    Undetermined,
    /// The requirement does not apply to the subject.
    NotApplicable,
    /// The requirement is not in force at the date.
    NotInForce,
}

impl Verdict {
    /// Every verdict, in the order of reports.
    pub const ALL: [Verdict; 6] = [
        Verdict::Satisfied,
        Verdict::Partial,
        Verdict::NotSatisfied,
        Verdict::Undetermined,
        Verdict::NotApplicable,
        Verdict::NotInForce,
    ];

    /// The stable code.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::Satisfied => "satisfied",
            Verdict::Partial => "partial",
            Verdict::NotSatisfied => "not-satisfied",
            Verdict::Undetermined => "undetermined",
            Verdict::NotApplicable => "not-applicable",
            Verdict::NotInForce => "not-in-force",
        }
    }
}

/// Whether a control meets its bar (E6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Met {
    /// It does not, whatever is still unknown.
    No,
    /// It may or may not.
    Unknown,
    /// It does, whatever is still unknown.
    Yes,
}

/// The verdict, the verdicts still possible, and whether the bar is met.
pub(crate) fn verdict(degree: &Interval, pass: &Rational) -> (Verdict, &'static [Verdict], Met) {
    use Verdict::{NotSatisfied, Partial, Satisfied, Undetermined};
    if degree.is_unknown() {
        // what nobody can know yet is most of many audits; a bar is above 0 and at most 1
        return (Undetermined, &[Satisfied, Partial, NotSatisfied], Met::Unknown);
    }
    // nearly every bar is 1, which no degree is above
    let reaches = |end: &Rational| if pass.is_one() { end.is_one() } else { end >= pass };
    let (lo_reaches, hi_reaches) = (reaches(&degree.lo), reaches(&degree.hi));
    let met = match (lo_reaches, !hi_reaches) {
        (true, _) => Met::Yes,
        (false, true) => Met::No,
        (false, false) => Met::Unknown,
    };
    match met {
        Met::Yes => return (Satisfied, &[Satisfied], met),
        _ if degree.hi.is_zero() => return (NotSatisfied, &[NotSatisfied], met),
        Met::No if !degree.lo.is_zero() => return (Partial, &[Partial], met),
        _ => {}
    }
    // undecided: lo is below the bar and hi above 0, so that partial is always possible
    let possible: &[Verdict] = match (hi_reaches, degree.lo.is_zero()) {
        (true, true) => &[Satisfied, Partial, NotSatisfied],
        (true, false) => &[Satisfied, Partial],
        (false, _) => &[Partial, NotSatisfied],
    };
    (Undetermined, possible, met)
}
