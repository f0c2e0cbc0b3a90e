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

/// What the degree of a control comes to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Decided {
    pub(crate) verdict: Verdict,
    /// The verdicts still possible.
    pub(crate) possible: &'static [Verdict],
    /// `None` where the control is not applicable or not in force.
    pub(crate) met: Option<Met>,
}

impl Decided {
    pub(crate) const UNDECIDED: &Decided = &Decided::of(
        Verdict::Undetermined,
        &[Verdict::Satisfied, Verdict::Partial, Verdict::NotSatisfied],
        Some(Met::Unknown),
    );
    pub(crate) const SATISFIED: &Decided =
        &Decided::of(Verdict::Satisfied, &[Verdict::Satisfied], Some(Met::Yes));
    /// The bar is certainly missed, by how much is not known.
    pub(crate) const MISSED: &Decided =
        &Decided::of(Verdict::Undetermined, &[Verdict::Partial, Verdict::NotSatisfied], Some(Met::No));
    pub(crate) const NOT_APPLICABLE: &Decided = &Decided::of(Verdict::NotApplicable, &[], None);
    pub(crate) const NOT_IN_FORCE: &Decided = &Decided::of(Verdict::NotInForce, &[], None);

    const fn of(verdict: Verdict, possible: &'static [Verdict], met: Option<Met>) -> Decided {
        Decided { verdict, possible, met }
    }
}

/// What a degree comes to beside a bar (E6).
#[inline]
pub(crate) fn decide(degree: &Interval, pass: &Rational) -> &'static Decided {
    // nearly every bar is 1, which no degree is above
    let reaches = |end: &Rational| if pass.is_one() { end.is_one() } else { end >= pass };
    // 0: zero, 1: above it, 2: the bar is reached; a bar is above 0. The rest is looked up: no two controls need be alike, so that
    // branches would often be guessed wrong.
    let place = |end: &Rational| usize::from(!end.is_zero()) + usize::from(reaches(end));
    let row = DECIDED.get(place(&degree.lo)).and_then(|row| row.get(place(&degree.hi)));
    row.unwrap_or(Decided::UNDECIDED)
}

/// By where the lower end lies, then the upper.
static DECIDED: [[Decided; 3]; 3] = {
    use Verdict::{NotSatisfied, Partial, Satisfied, Undetermined};
    let partial = Decided::of(Partial, &[Partial], Some(Met::No));
    [
        [Decided::of(NotSatisfied, &[NotSatisfied], Some(Met::No)), *Decided::MISSED, *Decided::UNDECIDED],
        // no upper end is below a lower one
        [partial, partial, Decided::of(Undetermined, &[Satisfied, Partial], Some(Met::Unknown))],
        [*Decided::SATISFIED; 3],
    ]
};
