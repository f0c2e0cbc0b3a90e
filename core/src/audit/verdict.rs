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
    // nearly every bar is 1, which no degree is above
    let reaches = |end: &Rational| if pass.is_one() { end.is_one() } else { end >= pass };
    // 0: zero, 1: above it, 2: the bar is reached; a bar is above 0. What decides is looked up: no two controls need be alike, so
    // that a branch would be guessed wrong half of the time.
    let place = |end: &Rational| usize::from(!end.is_zero()) + usize::from(reaches(end));
    let row = VERDICTS.get(place(&degree.lo)).and_then(|row| row.get(place(&degree.hi)));
    *row.unwrap_or(&UNDECIDED)
}

type Decided = (Verdict, &'static [Verdict], Met);

const UNDECIDED: Decided =
    (Verdict::Undetermined, &[Verdict::Satisfied, Verdict::Partial, Verdict::NotSatisfied], Met::Unknown);

/// By where the lower end lies, then the upper (E6).
static VERDICTS: [[Decided; 3]; 3] = {
    use Verdict::{NotSatisfied, Partial, Satisfied, Undetermined};
    let satisfied: Decided = (Satisfied, &[Satisfied], Met::Yes);
    let partial: Decided = (Partial, &[Partial], Met::No);
    [
        [
            (NotSatisfied, &[NotSatisfied], Met::No),
            (Undetermined, &[Partial, NotSatisfied], Met::No),
            UNDECIDED,
        ],
        // no upper end is below a lower one
        [partial, partial, (Undetermined, &[Satisfied, Partial], Met::Unknown)],
        [satisfied; 3],
    ]
};
