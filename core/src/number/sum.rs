//! Sums of many rationals, brought to lowest terms once instead of at every step.

use super::Rational;
use num_integer::Integer;

/// A sum over one common denominator, which grows only where a term needs it.
#[derive(Clone, Debug)]
pub(crate) struct Sum {
    num: i128,
    den: i64,
    /// What did not fit.
    rest: Rational,
}

impl Sum {
    pub(crate) const ZERO: Sum = Sum { num: 0, den: 1, rest: Rational::ZERO };

    pub(crate) fn add(&mut self, term: &Rational) {
        let fits = term.small().and_then(|(num, den)| self.with(num.into(), den));
        match fits {
            Some((num, den)) => (self.num, self.den) = (num, den),
            None => self.rest = &self.rest + term,
        }
    }

    /// Numerator and denominator with num/den added.
    fn with(&self, num: i128, den: i64) -> Option<(i128, i64)> {
        if den == self.den {
            return Some((self.num.checked_add(num)?, den));
        }
        if den == 1 {
            return Some((self.num.checked_add(num.checked_mul(self.den.into())?)?, self.den));
        }
        let common = self.den.gcd(&den);
        let (more, scale) = (den / common, self.den / common);
        let whole = self.num.checked_mul(more.into())?;
        Some((whole.checked_add(num.checked_mul(scale.into())?)?, self.den.checked_mul(more)?))
    }

    pub(crate) fn total(&self) -> Rational {
        let sum = Rational::lowest(self.num, self.den.into());
        if self.rest.is_zero() { sum } else { &sum + &self.rest }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_total_is_that_of_adding_one_by_one() {
        let mut sum = Sum::ZERO;
        let mut plain = Rational::ZERO;
        for n in 1..200i64 {
            for term in [Rational::new(-n, n + 1), Rational::new(i64::MAX - n, 1 + n * n)].into_iter().flatten() {
                sum.add(&term);
                plain = &plain + &term;
                assert_eq!(sum.total(), plain);
            }
        }
    }
}
