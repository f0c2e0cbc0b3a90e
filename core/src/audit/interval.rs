//! Degrees: intervals within [0, 1] (E4).

use crate::Rational;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Interval {
    pub(crate) lo: Rational,
    pub(crate) hi: Rational,
}

impl Interval {
    pub(crate) fn point(value: Rational) -> Interval {
        Interval { lo: value.clone(), hi: value }
    }

    pub(crate) fn zero() -> Interval {
        Interval::point(Rational::ZERO)
    }

    pub(crate) fn one() -> Interval {
        Interval::point(Rational::ONE)
    }

    /// Nothing is known: [0, 1].
    pub(crate) fn unknown() -> Interval {
        Interval { lo: Rational::ZERO, hi: Rational::ONE }
    }

    pub(crate) fn is_point(&self) -> bool {
        self.lo == self.hi
    }

    /// The least favourable of two: [least lo, least hi] (E4.1).
    pub(crate) fn least(self, other: &Interval) -> Interval {
        Interval { lo: self.lo.min(other.lo.clone()), hi: self.hi.min(other.hi.clone()) }
    }

    pub(crate) fn scaled(&self, scale: &Rational) -> Interval {
        Interval { lo: &self.lo * scale, hi: &self.hi * scale }
    }
}
