//! What to do first (E10): what each control would bring, and the order of gaps; and what a waiver makes of a degree (E9).

use super::verdict::Met;
use crate::standard::plan::PlanControl;
use crate::{Interval, Rational};
use std::cmp::{Ordering, Reverse};

/// A control that does not certainly meet its bar.
pub(crate) struct Gap<'p> {
    pub(crate) control: &'p PlanControl,
    pub(crate) met: Met,
    pub(crate) gain: Interval,
}

/// `met: no` first, then gain.lo falling, gain.hi falling, severity falling, effort rising (missing ones last), id (E10).
pub(crate) fn order(a: &Gap<'_>, b: &Gap<'_>) -> Ordering {
    let effort = |gap: &Gap<'_>| (gap.control.effort.is_none(), gap.control.effort.clone());
    a.met
        .cmp(&b.met)
        .then_with(|| b.gain.lo.cmp(&a.gain.lo))
        .then_with(|| b.gain.hi.cmp(&a.gain.hi))
        .then_with(|| Reverse(a.control.severity).cmp(&Reverse(b.control.severity)))
        .then_with(|| effort(a).cmp(&effort(b)))
        .then_with(|| a.control.id.cmp(&b.control.id))
}

/// The degree of a waived control after waivers: [max(lo, pass), max(hi, pass)] (E9).
pub(crate) fn waived(degree: &Interval, pass: &Rational) -> Interval {
    Interval { lo: degree.lo.clone().max(pass.clone()), hi: degree.hi.clone().max(pass.clone()) }
}
