//! Sums of numbers as they are written (E1.2), whose size does not grow with the variety of their denominators.

use super::Rational;
use num_bigint::BigInt;
use num_traits::ToPrimitive;

/// An exact sum of results, each rounded as it is written, in units of 10⁻²⁰.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Written(BigInt);

impl Written {
    pub(crate) const ZERO: Written = Written(BigInt::ZERO);

    pub(crate) fn add(&mut self, number: &Rational) {
        self.0 += number.in_units();
    }

    pub(crate) fn join(&mut self, other: &Written) {
        self.0 += &other.0;
    }

    /// The mean of so many; `None` of none.
    pub(crate) fn mean(&self, count: u64) -> Option<Rational> {
        let count = count.to_i64().filter(|count| *count > 0)?;
        Rational::from_units(self.0.clone()).checked_div(&Rational::from(count))
    }
}
