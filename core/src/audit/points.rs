//! The score as the points that controls bring (E5.3): what means of which nothing is dropped come to, added up control by control
//! without working out every group.

use crate::number::Sum;
use crate::{Interval, Rational};

/// The score so far.
#[derive(Clone, Debug)]
pub(crate) struct Points {
    /// Of the lower ends, in the parts of a point that the plan counts in.
    lo: Sum,
    width: Sum,
    /// The same of degrees whose ends are 0 or 1, which most are: parts, and not above those of all controls.
    whole_lo: i64,
    whole_width: i64,
    /// Every control that stands for points has a degree.
    pub(crate) whole: bool,
}

impl Points {
    pub(crate) const NONE: Points =
        Points { lo: Sum::ZERO, width: Sum::ZERO, whole_lo: 0, whole_width: 0, whole: true };

    /// Add a control that stands for so many parts.
    #[inline]
    pub(crate) fn add(&mut self, degree: Option<&Interval>, parts: i64) {
        match degree {
            Some(degree) => self.put(degree, parts),
            None => self.whole &= parts == 0,
        }
    }

    /// Add a control of which nothing is known.
    pub(crate) fn add_unknown(&mut self, parts: i64) {
        self.whole_width += parts;
    }

    /// Add the points of other controls.
    pub(crate) fn join(&mut self, others: &Points) {
        self.lo.join(&others.lo);
        self.width.join(&others.width);
        self.whole_lo += others.whole_lo;
        self.whole_width += others.whole_width;
        self.whole &= others.whole;
    }

    /// A control that stands for so many parts has another degree.
    pub(crate) fn exchange(&mut self, old: &Interval, new: &Interval, parts: i64) {
        self.put(old, -parts);
        self.put(new, parts);
    }

    #[inline]
    fn put(&mut self, degree: &Interval, parts: i64) {
        if parts == 0 {
            return;
        }
        if let (Some((lo, 1)), Some((hi, 1))) = (degree.lo.small(), degree.hi.small()) {
            self.whole_lo += lo * parts;
            self.whole_width += (hi - lo) * parts;
            return;
        }
        self.lo.add_times(&degree.lo, parts);
        if !degree.is_point() {
            self.width.add_times(&(&degree.hi - &degree.lo), parts);
        }
    }

    /// The score; `parts` make a point.
    pub(crate) fn score(&self, parts: &Rational) -> Option<Interval> {
        let [mut lo, mut width] = [&self.lo, &self.width].map(Sum::clone);
        lo.add(&self.whole_lo.into());
        width.add(&self.whole_width.into());
        let score = lo.over(parts)?;
        if width.is_zero() {
            return Some(Interval::point(score));
        }
        width.join(&lo);
        Some(Interval { lo: score, hi: width.over(parts)? })
    }
}
