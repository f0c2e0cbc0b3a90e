//! Sums of many rationals, brought to lowest terms once instead of at every step.

use super::{Rational, gcd};
use num_bigint::BigInt;
use num_integer::Integer;

/// A sum over one common denominator, which grows only where a term needs it.
#[derive(Clone, Debug)]
pub(crate) struct Sum {
    num: i128,
    /// Above 0.
    den: i64,
    /// What did not fit.
    rest: Option<Box<Wide>>,
}

/// A sum of any size over a common denominator, not in lowest terms: reducing long numbers takes far longer than adding to them.
#[derive(Clone, Debug)]
struct Wide {
    num: BigInt,
    /// Above 0.
    den: BigInt,
}

impl Wide {
    fn add(&mut self, num: &BigInt, den: &BigInt) {
        if self.den == *den {
            self.num += num;
            return;
        }
        // the greatest common divisor of a long and a short number takes one division
        let common = den.gcd(&(&self.den % den));
        let more = den / &common;
        self.num = &self.num * &more + num * (&self.den / &common);
        self.den *= more;
    }
}

impl Sum {
    pub(crate) const ZERO: Sum = Sum { num: 0, den: 1, rest: None };

    pub(crate) fn add(&mut self, term: &Rational) {
        self.add_times(term, 1);
    }

    /// Add a term so many times.
    pub(crate) fn add_times(&mut self, term: &Rational, times: i64) {
        let sum = term.small().and_then(|(num, den)| self.with(i128::from(num) * i128::from(times), den));
        match sum {
            Some((num, den)) => (self.num, self.den) = (num, den),
            None => self.widen(&(term.to_big().numer() * times), term.to_big().denom()),
        }
    }

    /// Add another sum.
    pub(crate) fn join(&mut self, other: &Sum) {
        match self.with(other.num, other.den) {
            Some((num, den)) => (self.num, self.den) = (num, den),
            None => self.widen(&other.num.into(), &other.den.into()),
        }
        if let Some(rest) = &other.rest {
            self.widen(&rest.num, &rest.den);
        }
    }

    fn widen(&mut self, num: &BigInt, den: &BigInt) {
        match &mut self.rest {
            Some(rest) => rest.add(num, den),
            None => self.rest = Some(Box::new(Wide { num: num.clone(), den: den.clone() })),
        }
    }

    /// Whether nothing but zeros was added.
    pub(crate) fn is_zero(&self) -> bool {
        self.num == 0 && self.rest.is_none()
    }

    /// Numerator and denominator with num/den added, where they fit.
    #[inline]
    fn with(&self, num: i128, den: i64) -> Option<(i128, i64)> {
        if den == self.den {
            return Some((self.num.checked_add(num)?, den));
        }
        if den == 1 {
            return Some((self.num.checked_add(times(num, self.den)?)?, self.den));
        }
        if self.den % den == 0 {
            return Some((self.num.checked_add(times(num, self.den / den)?)?, self.den));
        }
        // no larger than either denominator, so that it fits
        let common = i64::try_from(gcd(self.den.unsigned_abs(), den.unsigned_abs())).ok()?;
        let (more, scale) = (den / common, self.den / common);
        let whole = times(self.num, more)?;
        Some((whole.checked_add(times(num, scale)?)?, self.den.checked_mul(more)?))
    }

    pub(crate) fn total(&self) -> Rational {
        self.over(&Rational::ONE).unwrap_or(Rational::ZERO)
    }

    /// The total divided by `divisor`; `None` where that is 0.
    pub(crate) fn over(&self, divisor: &Rational) -> Option<Rational> {
        let exact = match (divisor.small(), &self.rest) {
            (Some((0, _)), _) => return None,
            // a product of two machine integers fits
            (Some((a, b)), None) if a > 0 => self
                .num
                .checked_mul(b.into())
                .map(|num| Rational::lowest(num, i128::from(self.den) * i128::from(a))),
            _ => None,
        };
        exact.or_else(|| {
            let mut whole = Wide { num: self.num.into(), den: self.den.into() };
            self.rest.iter().for_each(|rest| whole.add(&rest.num, &rest.den));
            let divisor = divisor.to_big();
            Some(Rational::from_big(whole.num * divisor.denom(), whole.den * divisor.numer()))
        })
    }
}

/// A product, where it fits; nearly always both are machine integers, and it does.
#[inline]
fn times(num: i128, factor: i64) -> Option<i128> {
    match i64::try_from(num) {
        Ok(num) => Some(i128::from(num) * i128::from(factor)),
        Err(_) => num.checked_mul(factor.into()),
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
            for term in
                [Rational::new(-n, n + 1), Rational::new(i64::MAX - n, 1 + n * n)].into_iter().flatten()
            {
                sum.add(&term);
                plain = &plain + &term;
                assert_eq!(sum.total(), plain);
                assert_eq!(sum.over(&term), plain.checked_div(&term));
                let mut twice = sum.clone();
                twice.join(&sum);
                twice.add_times(&plain, -1);
                assert_eq!(twice.total(), plain);
            }
        }
    }
}
