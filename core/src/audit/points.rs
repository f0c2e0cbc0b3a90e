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
    /// Parts of which nothing is known.
    unknown: i64,
    /// Every control that stands for points has a degree.
    pub(crate) whole: bool,
}

impl Points {
    pub(crate) const NONE: Points = Points { lo: Sum::ZERO, width: Sum::ZERO, unknown: 0, whole: true };

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
        self.unknown += parts;
    }

    /// Add the points of other controls.
    pub(crate) fn join(&mut self, others: &Points) {
        self.lo.join(&others.lo);
        self.width.join(&others.width);
        self.unknown += others.unknown;
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
        if degree.is_unknown() {
            return self.add_unknown(parts);
        }
        self.lo.add_times(&degree.lo, parts);
        if !degree.is_point() {
            self.width.add_times(&(&degree.hi - &degree.lo), parts);
        }
    }

    /// The score; `parts` make a point.
    pub(crate) fn score(&self, parts: &Rational) -> Option<Interval> {
        let lo = self.lo.over(parts)?;
        let mut width = self.width.clone();
        width.add(&Rational::from(self.unknown));
        if width.is_zero() {
            return Some(Interval::point(lo));
        }
        width.join(&self.lo);
        Some(Interval { lo, hi: width.over(parts)? })
    }
}
