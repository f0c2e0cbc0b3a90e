//! Rationals of any size, with a fast path for machine integers (E1.1).

use super::gcd;
use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::num::NonZeroU64;
use std::ops::{Add, Mul, Sub};

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
#[derive(Clone, PartialEq, Eq)]
pub struct Rational(Repr);

/// One value has one representation: `Small` wherever it fits, in lowest terms.
#[derive(Clone, PartialEq, Eq)]
enum Repr {
    /// The denominator is at most `i64::MAX`. That it is never 0 lets a rational take two machine words.
    Small {
        num: i64,
        den: NonZeroU64,
    },
    Big(Box<BigRational>),
}

const UNIT: NonZeroU64 = NonZeroU64::MIN;

impl Rational {
    /// 0
    pub const ZERO: Rational = Rational::whole(0);
    /// 1
    pub const ONE: Rational = Rational::whole(1);

    const fn whole(num: i64) -> Rational {
        Rational(Repr::Small { num, den: UNIT })
    }

    /// `num` ÷ `den`; `None` where `den` is 0.
    #[must_use]
    pub fn new(num: i64, den: i64) -> Option<Rational> {
        let magnitude = NonZeroU64::new(den.unsigned_abs())?;
        let num = if den < 0 { -i128::from(num) } else { num.into() };
        Some(Rational::lowest(num, magnitude.get().into()))
    }

    /// `num` ÷ `den` of any size; `den` is not 0.
    pub(super) fn from_big(num: BigInt, den: BigInt) -> Rational {
        Rational::shrink(BigRational::new(num, den))
    }

    /// Lowest terms of a quotient of wide integers; `den` is above 0.
    pub(super) fn lowest(num: i128, den: i128) -> Rational {
        if let (Ok(num), Some(den)) = (i64::try_from(num), i64::try_from(den).ok().and_then(denominator)) {
            // no larger than the denominator, so that it fits
            let divisor = i64::try_from(gcd(num.unsigned_abs(), den.get())).unwrap_or(1);
            let den = NonZeroU64::new(den.get() / divisor.unsigned_abs()).unwrap_or(UNIT);
            return Rational(Repr::Small { num: num / divisor, den });
        }
        let divisor = wide_gcd(num.unsigned_abs(), den.unsigned_abs());
        match i128::try_from(divisor) {
            Ok(divisor @ 2..) => Rational::reduced(num / divisor, den / divisor),
            _ => Rational::reduced(num, den),
        }
    }

    /// A quotient that is in lowest terms already; `den` is above 0.
    fn reduced(num: i128, den: i128) -> Rational {
        match (i64::try_from(num), i64::try_from(den).ok().and_then(denominator)) {
            (Ok(num), Some(den)) => Rational(Repr::Small { num, den }),
            _ => Rational(Repr::Big(Box::new(BigRational::new_raw(num.into(), den.into())))),
        }
    }

    fn shrink(big: BigRational) -> Rational {
        match (big.numer().to_i64(), big.denom().to_i64().and_then(denominator)) {
            (Some(num), Some(den)) => Rational(Repr::Small { num, den }),
            _ => Rational(Repr::Big(Box::new(big))),
        }
    }

    pub(super) fn to_big(&self) -> BigRational {
        match &self.0 {
            Repr::Small { num, den } => BigRational::new_raw((*num).into(), den.get().into()),
            Repr::Big(big) => (**big).clone(),
        }
    }

    /// Numerator and denominator, where both are machine integers.
    pub(crate) fn small(&self) -> Option<(i64, i64)> {
        match &self.0 {
            Repr::Small { num, den } => Some((*num, den.get().cast_signed())),
            Repr::Big(_) => None,
        }
    }

    /// Whether this is 0.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        matches!(self.0, Repr::Small { num: 0, .. })
    }

    /// Whether this is 1.
    #[must_use]
    pub fn is_one(&self) -> bool {
        matches!(self.0, Repr::Small { num: 1, den: UNIT })
    }

    /// Whether this is whole.
    #[must_use]
    pub fn is_integer(&self) -> bool {
        match &self.0 {
            Repr::Small { den, .. } => *den == UNIT,
            Repr::Big(big) => big.is_integer(),
        }
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
        match self.small()? {
            (num, 1) => usize::try_from(num).ok(),
            _ => None,
        }
    }

    /// `self`, or 0 where it is not kept.
    #[inline]
    pub(crate) fn or_zero(&self, keep: bool) -> Rational {
        match &self.0 {
            // no branch on what is kept
            Repr::Small { num, den } => Rational(Repr::Small {
                num: if keep { *num } else { 0 },
                den: if keep { *den } else { UNIT },
            }),
            Repr::Big(_) if keep => self.clone(),
            Repr::Big(_) => Rational::ZERO,
        }
    }

    /// `self` × (1 − `part`), where `part` is in [0, 1].
    pub(crate) fn times_rest(&self, part: &Rational) -> Rational {
        // 1 − n ÷ d is (d − n) ÷ d, in lowest terms already
        if let (Some((a, b)), Some((num, den))) = (self.small(), part.small())
            && let Some(rest) = den.checked_sub(num)
        {
            let (first, second) = (divisor(a, den), divisor(rest, b));
            let num = (a / first).checked_mul(rest / second);
            let den = (b / second).checked_mul(den / first).and_then(denominator);
            if let (Some(num), Some(den)) = (num, den) {
                return Rational(Repr::Small { num, den });
            }
        }
        &(&Rational::ONE - part) * self
    }

    /// `self` ÷ `other`; `None` where `other` is 0.
    #[must_use]
    pub fn checked_div(&self, other: &Rational) -> Option<Rational> {
        let Repr::Small { num, den } = &other.0 else {
            return Some(Rational::shrink(self.to_big() / other.to_big()));
        };
        let den = den.get().cast_signed();
        let inverse = match num.checked_abs() {
            Some(0) => return None,
            Some(magnitude) => {
                Rational(Repr::Small { num: den * num.signum(), den: denominator(magnitude)? })
            }
            None => Rational::reduced(-i128::from(den), i128::from(num.unsigned_abs())),
        };
        Some(self * &inverse)
    }
}

/// A denominator of a small rational; `None` unless it is above 0.
fn denominator(den: i64) -> Option<NonZeroU64> {
    u64::try_from(den).ok().and_then(NonZeroU64::new)
}

fn wide_gcd(a: u128, b: u128) -> u128 {
    match (u64::try_from(a), u64::try_from(b)) {
        (Ok(a), Ok(b)) => gcd(a, b).into(),
        _ => a.gcd(&b),
    }
}

impl From<i64> for Rational {
    fn from(number: i64) -> Rational {
        Rational::whole(number)
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
        match (self.small(), other.small()) {
            (_, Some((0, _))) => self.clone(),
            (Some(a), Some(b)) => sum(a, b),
            _ => Rational::shrink(self.to_big() + other.to_big()),
        }
    }
}

impl Sub for &Rational {
    type Output = Rational;

    fn sub(self, other: &Rational) -> Rational {
        match (self.small(), other.small()) {
            (_, Some((0, _))) => self.clone(),
            // the negative of the least integer does not fit
            (Some(a), Some((num, den))) if num != i64::MIN => sum(a, (-num, den)),
            _ => Rational::shrink(self.to_big() - other.to_big()),
        }
    }
}

/// a/b + c/d. Products of machine integers fit twice their width, and so does a sum of two.
fn sum((a, b): (i64, i64), (c, d): (i64, i64)) -> Rational {
    if b == d {
        let num = i128::from(a) + i128::from(c);
        return if b == 1 { Rational::reduced(num, 1) } else { Rational::lowest(num, b.into()) };
    }
    let num = i128::from(a) * i128::from(d) + i128::from(c) * i128::from(b);
    let den = i128::from(b) * i128::from(d);
    // a whole number beside a fraction leaves it in lowest terms
    if b == 1 || d == 1 { Rational::reduced(num, den) } else { Rational::lowest(num, den) }
}

impl Mul for &Rational {
    type Output = Rational;

    fn mul(self, other: &Rational) -> Rational {
        match (self.small(), other.small()) {
            (Some((0, _)), _) | (_, Some((0, _))) => Rational::ZERO,
            (Some((1, 1)), _) => other.clone(),
            (_, Some((1, 1))) => self.clone(),
            (Some((a, b)), Some((c, d))) => {
                // what can be cancelled is cancelled first, so that the product is in lowest terms
                let (first, second) = (divisor(a, d), divisor(c, b));
                Rational::reduced(
                    i128::from(a / first) * i128::from(c / second),
                    i128::from(b / second) * i128::from(d / first),
                )
            }
            _ => Rational::shrink(self.to_big() * other.to_big()),
        }
    }
}

/// The greatest common divisor of a numerator and a denominator, which is above 0.
fn divisor(num: i64, den: i64) -> i64 {
    if den == 1 {
        return 1;
    }
    // no larger than the denominator, so that it fits
    i64::try_from(gcd(num.unsigned_abs(), den.unsigned_abs())).unwrap_or(1)
}

impl Hash for Rational {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match &self.0 {
            Repr::Small { num, den } => {
                state.write_i64(*num);
                state.write_u64(den.get());
            }
            Repr::Big(big) => state.write_u64(digest(big)),
        }
    }
}

/// The hash of a rational beyond machine integers. It takes no hasher: one whose address were handed out here could be kept in no
/// register where rationals are small.
#[cold]
#[inline(never)]
fn digest(big: &BigRational) -> u64 {
    let mut hasher = std::hash::DefaultHasher::new();
    big.hash(&mut hasher);
    hasher.finish()
}

impl Ord for Rational {
    fn cmp(&self, other: &Rational) -> Ordering {
        match (self.small(), other.small()) {
            (Some((a, b)), Some((c, d))) if b == d => a.cmp(&c),
            (Some((a, b)), Some((c, d))) => {
                (i128::from(a) * i128::from(d)).cmp(&(i128::from(c) * i128::from(b)))
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
        let (negative, whole, fraction) = match self.small() {
            Some((num, 1)) => return write!(f, "{num}"),
            Some((num, den)) => {
                let (whole, fraction) = rounded(num.unsigned_abs(), den.unsigned_abs());
                if fraction == 0 {
                    let sign = if num < 0 && whole != 0 { "-" } else { "" };
                    return write!(f, "{sign}{whole}");
                }
                return write!(f, "{}{whole}.{}", if num < 0 { "-" } else { "" }, Fraction(fraction));
            }
            None => {
                let units = self.in_units();
                let (whole, fraction) = units.abs().div_rem(&power());
                (units.is_negative(), whole, fraction)
            }
        };
        let sign = if negative && !(whole.is_zero() && fraction.is_zero()) { "-" } else { "" };
        match fraction.to_u128() {
            None | Some(0) => write!(f, "{sign}{whole}"),
            Some(fraction) => write!(f, "{sign}{whole}.{}", Fraction(fraction)),
        }
    }
}

/// Units of 10⁻²⁰, at least one, as fractional digits without trailing zeros.
struct Fraction(u128);

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut units, mut digits) = (self.0, RESULT_DIGITS as usize);
        let half = u128::from(HALF);
        if units % half == 0 {
            (units, digits) = (units / half, digits - HALF_DIGITS);
        } else {
            // ten digits at a time are machine integers
            write!(f, "{:010}", units / half)?;
            (units, digits) = (units % half, digits - HALF_DIGITS);
        }
        let mut units = u64::try_from(units).unwrap_or_default();
        while units % 10 == 0 && digits > 1 {
            units /= 10;
            digits -= 1;
        }
        write!(f, "{units:0digits$}")
    }
}

/// Ten of the fractional digits of a result.
const HALF_DIGITS: usize = 10;
const HALF: u64 = 10_000_000_000;

/// How many units of a written result make 1.
fn power() -> BigInt {
    num_traits::pow(BigInt::from(10), RESULT_DIGITS as usize)
}

impl Rational {
    /// The value in units of 10⁻²⁰, rounded half to even (E1.2).
    pub(super) fn in_units(&self) -> BigInt {
        if let Some((num, den)) = self.small() {
            let (whole, fraction) = rounded(num.unsigned_abs(), den.unsigned_abs());
            let units = BigInt::from(whole) * power() + fraction;
            return if num < 0 { -units } else { units };
        }
        let value = self.to_big();
        let (mut units, rest) = (value.numer().abs() * power()).div_rem(value.denom());
        let twice = rest * 2;
        if twice > *value.denom() || (twice == *value.denom() && units.is_odd()) {
            units += 1;
        }
        if value.is_negative() { -units } else { units }
    }

    pub(super) fn from_units(units: BigInt) -> Rational {
        Rational::from_big(units, power())
    }
}

/// The whole part, and the fraction in units of 10⁻²⁰, rounded half to even.
fn rounded(num: u64, den: u64) -> (u64, u128) {
    // long division, ten digits at a time: a rest is below 2⁶³, ten digits are below 2³⁴
    let ten_digits = |rest: u64| {
        let scaled = u128::from(rest) * u128::from(HALF);
        (scaled / u128::from(den), u64::try_from(scaled % u128::from(den)).unwrap_or_default())
    };
    let (high, rest) = ten_digits(num % den);
    let (low, rest) = ten_digits(rest);
    let mut fraction = high * u128::from(HALF) + low;
    let twice = u128::from(rest) * 2;
    if twice > den.into() || (twice == den.into() && fraction % 2 == 1) {
        fraction += 1;
    }
    // all nines may have rounded up to the next whole number
    let carry = fraction / (u128::from(HALF) * u128::from(HALF));
    (num / den + u64::from(carry == 1), if carry == 1 { 0 } else { fraction })
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
