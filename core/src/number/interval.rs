//! Intervals: degrees within [0, 1] (E4), and scores.

use super::Rational;

/// From `lo` to `hi`, exact; a certain value has both ends alike.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Interval {
    /// The lower end.
    pub lo: Rational,
    /// The upper end.
    pub hi: Rational,
}

impl Interval {
    pub(crate) fn point(value: Rational) -> Interval {
        Interval { lo: value.clone(), hi: value }
    }

    pub(crate) const ZERO: Interval = Interval { lo: Rational::ZERO, hi: Rational::ZERO };
    pub(crate) const ONE: Interval = Interval { lo: Rational::ONE, hi: Rational::ONE };
    /// Nothing is known: [0, 1].
    pub(crate) const UNKNOWN: Interval = Interval { lo: Rational::ZERO, hi: Rational::ONE };

    /// Whether nothing is known.
    pub(crate) fn is_unknown(&self) -> bool {
        self.lo.is_zero() && self.hi.is_one()
    }

    /// Whether the value is certain.
    #[must_use]
    pub fn is_point(&self) -> bool {
        self.lo == self.hi
    }

    pub(crate) fn scaled(&self, scale: &Rational) -> Interval {
        Interval { lo: &self.lo * scale, hi: &self.hi * scale }
    }
}
