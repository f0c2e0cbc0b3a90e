//! Rationals of any size, with a fast path for machine integers (E1.1).

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};
use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Div, Mul, Sub};

/// Fractional digits of a result (E1.2).
const RESULT_DIGITS: u32 = 20;

/// An exact rational number of any size (E1.1).
///
/// Its [`Display`](fmt::Display) is the result form of E1.2: at most 20 fractional digits, rounded half to even.
///
/// ```
/// use kolosi::Rational;
/// let third = Rational::new(1, 3).ok_or("a denominator of 0")?;
/// assert_eq!(third.to_string(), "0.33333333333333333333");
/// assert_eq!(&(&third + &third) + &third, Rational::ONE);
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Rational(Repr);

/// One value has one representation: `Small` wherever it fits, in lowest terms, the denominator positive.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Repr {
    Small { num: i64, den: i64 },
    Big(Box<BigRational>),
}

impl Rational {
    /// 0
    pub const ZERO: Rational = Rational(Repr::Small { num: 0, den: 1 });
    /// 1
    pub const ONE: Rational = Rational(Repr::Small { num: 1, den: 1 });

    /// `num` ÷ `den`; `None` where `den` is 0.
    #[must_use]
    pub fn new(num: i64, den: i64) -> Option<Rational> {
        (den != 0).then(|| Rational::from_wide(num.into(), den.into()))
    }

    /// `num` ÷ `den` of any size; `den` is not 0.
    pub(super) fn from_big(num: BigInt, den: BigInt) -> Rational {
        Rational::shrink(BigRational::new(num, den))
    }

    /// Lowest terms of a quotient of wide integers; `den` is not 0.
    fn from_wide(num: i128, den: i128) -> Rational {
        let divisor = gcd(num.unsigned_abs(), den.unsigned_abs());
        let Some(divisor) = i128::try_from(divisor).ok().filter(|divisor| *divisor != 0) else {
            return Rational::shrink(BigRational::new(num.into(), den.into()));
        };
        let sign = if den < 0 { -1 } else { 1 };
        match (i64::try_from(sign * (num / divisor)), i64::try_from(sign * (den / divisor))) {
            (Ok(num), Ok(den)) => Rational(Repr::Small { num, den }),
            _ => Rational::shrink(BigRational::new(num.into(), den.into())),
        }
    }

    fn shrink(big: BigRational) -> Rational {
        match (big.numer().to_i64(), big.denom().to_i64()) {
            (Some(num), Some(den)) => Rational(Repr::Small { num, den }),
            _ => Rational(Repr::Big(Box::new(big))),
        }
    }

    fn to_big(&self) -> BigRational {
        match &self.0 {
            Repr::Small { num, den } => BigRational::new_raw((*num).into(), (*den).into()),
            Repr::Big(big) => (**big).clone(),
        }
    }

    /// Whether this is 0.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        matches!(self.0, Repr::Small { num: 0, .. })
    }

    /// Whether this is below 0.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Repr::Small { num, .. } => *num < 0,
            Repr::Big(big) => big.is_negative(),
        }
    }

    /// The value as a whole machine number, where it is one.
    #[must_use]
    pub fn to_usize(&self) -> Option<usize> {
        match &self.0 {
            Repr::Small { num, den: 1 } => usize::try_from(*num).ok(),
            _ => None,
        }
    }

    /// `self` ÷ `other`; `None` where `other` is 0.
    #[must_use]
    pub fn checked_div(&self, other: &Rational) -> Option<Rational> {
        (!other.is_zero()).then(|| self.divided_by(other))
    }

    fn divided_by(&self, other: &Rational) -> Rational {
        self.with(
            other,
            |a, b, c, d| Some((a.checked_mul(d)?, b.checked_mul(c)?)),
            |a, b| if b.is_zero() { BigRational::zero() } else { a.div(b) },
        )
    }

    /// `small` on (a, b, c, d) for a/b and c/d in wide integers, `big` where that does not fit.
    fn with(
        &self,
        other: &Rational,
        small: impl Fn(i128, i128, i128, i128) -> Option<(i128, i128)>,
        big: impl Fn(&BigRational, &BigRational) -> BigRational,
    ) -> Rational {
        if let (Repr::Small { num: a, den: b }, Repr::Small { num: c, den: d }) = (&self.0, &other.0)
            && let Some((num, den)) = small((*a).into(), (*b).into(), (*c).into(), (*d).into())
        {
            return Rational::from_wide(num, den);
        }
        Rational::shrink(big(&self.to_big(), &other.to_big()))
    }
}

fn gcd(a: u128, b: u128) -> u128 {
    match (u64::try_from(a), u64::try_from(b)) {
        (Ok(a), Ok(b)) => a.gcd(&b).into(),
        _ => a.gcd(&b),
    }
}

impl From<i64> for Rational {
    fn from(number: i64) -> Rational {
        Rational(Repr::Small { num: number, den: 1 })
    }
}

impl From<usize> for Rational {
    fn from(number: usize) -> Rational {
        match i64::try_from(number) {
            Ok(number) => Rational::from(number),
            Err(_) => Rational::from_big(number.into(), BigInt::one()),
        }
    }
}

impl Add for &Rational {
    type Output = Rational;

    fn add(self, other: &Rational) -> Rational {
        self.with(
            other,
            |a, b, c, d| {
                if b == d {
                    return Some((a.checked_add(c)?, b));
                }
                Some((a.checked_mul(d)?.checked_add(c.checked_mul(b)?)?, b.checked_mul(d)?))
            },
            |a, b| a.add(b),
        )
    }
}

impl Sub for &Rational {
    type Output = Rational;

    fn sub(self, other: &Rational) -> Rational {
        self.with(
            other,
            |a, b, c, d| Some((a.checked_mul(d)?.checked_sub(c.checked_mul(b)?)?, b.checked_mul(d)?)),
            |a, b| a.sub(b),
        )
    }
}

impl Mul for &Rational {
    type Output = Rational;

    fn mul(self, other: &Rational) -> Rational {
        self.with(other, |a, b, c, d| Some((a.checked_mul(c)?, b.checked_mul(d)?)), |a, b| a.mul(b))
    }
}

impl Ord for Rational {
    fn cmp(&self, other: &Rational) -> Ordering {
        match (&self.0, &other.0) {
            (Repr::Small { num: a, den: b }, Repr::Small { num: c, den: d }) => {
                (i128::from(*a) * i128::from(*d)).cmp(&(i128::from(*c) * i128::from(*b)))
            }
            _ => self.to_big().cmp(&other.to_big()),
        }
    }
}

impl PartialOrd for Rational {
    fn partial_cmp(&self, other: &Rational) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// `-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?`, at most 20 fractional digits, half to even (E1.2).
impl fmt::Display for Rational {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Repr::Small { num, den: 1 } = &self.0 {
            return write!(f, "{num}");
        }
        let value = self.to_big();
        let power: BigInt = num_traits::pow(BigInt::from(10), RESULT_DIGITS as usize);
        let (mut scaled, rest) = (value.numer().abs() * &power).div_rem(value.denom());
        let twice = rest * 2;
        if twice > *value.denom() || (twice == *value.denom() && scaled.is_odd()) {
            scaled += 1;
        }
        let (whole, fraction) = scaled.div_rem(&power);
        let sign = if value.is_negative() && !scaled.is_zero() { "-" } else { "" };
        if fraction.is_zero() {
            return write!(f, "{sign}{whole}");
        }
        let fraction = format!("{:0>20}", fraction.to_string());
        write!(f, "{sign}{whole}.{}", fraction.trim_end_matches('0'))
    }
}

impl fmt::Debug for Rational {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Small { num, den } => write!(f, "{num}/{den}"),
            Repr::Big(big) => write!(f, "{big}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(num: i64, den: i64) -> Rational {
        Rational::new(num, den).unwrap()
    }

    #[test]
    fn rounds_half_to_even_at_twenty_digits() {
        let tiny = Rational::from_big(BigInt::one(), num_traits::pow(BigInt::from(10), 20));
        let half = &tiny * &ratio(1, 2);
        assert_eq!(half.to_string(), "0");
        assert_eq!((&tiny + &half).to_string(), "0.00000000000000000002");
        assert_eq!((&(&tiny + &tiny) + &half).to_string(), "0.00000000000000000002");
        assert_eq!((&Rational::ZERO - &half).to_string(), "0");
        assert_eq!(ratio(-2, 3).to_string(), "-0.66666666666666666667");
    }

    #[test]
    fn large_and_small_agree() {
        let huge = ratio(i64::MAX, 3);
        let back = (&huge * &huge).checked_div(&huge).unwrap();
        assert_eq!(back, huge);
        assert_eq!(&(&huge + &huge) - &huge, huge);
        assert_eq!(ratio(i64::MIN, -1), Rational::from_big(-BigInt::from(i64::MIN), BigInt::one()));
        assert!(huge < &huge * &huge && &Rational::ZERO - &(&huge * &huge) < huge);
    }
}
