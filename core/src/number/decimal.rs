//! Decimals as documents write them (E1.2).

use super::Rational;
use num_bigint::BigInt;
use num_traits::Pow;
use std::fmt;
use std::str::FromStr;

/// Most significant digits of a number in a document, leading and trailing zeros not counted (E1.2).
const MAX_SIGNIFICANT_DIGITS: usize = 30;
/// Largest written exponent, either way (E1.2).
const MAX_EXPONENT: i64 = 30;

/// An exact decimal, read from the text of its token and never through a float (E1.2).
///
/// Its [`Display`](fmt::Display) is the canonical form of E2.2: `1.10`, `11e-1` and `"1.1"` are all `1.1`.
///
/// ```
/// use kolosi::Decimal;
/// let number: Decimal = "012.50e1".parse()?;
/// assert_eq!(number.to_string(), "125");
/// # Ok::<(), kolosi::InvalidDecimal>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    negative: bool,
    /// Significant digits without leading or trailing zeros; empty for zero.
    digits: String,
    /// The value is `digits` × 10^`exponent`.
    exponent: i64,
}

/// Why a text is no [`Decimal`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidDecimal {
    /// Not of the form `-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?`.
    Form,
    /// More than 30 significant digits, or an exponent beyond ±30.
    TooPrecise,
}

impl fmt::Display for InvalidDecimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            InvalidDecimal::Form => "not a decimal number",
            InvalidDecimal::TooPrecise => "more than 30 significant digits, or an exponent beyond ±30",
        })
    }
}

impl std::error::Error for InvalidDecimal {}

impl FromStr for Decimal {
    type Err = InvalidDecimal;

    fn from_str(text: &str) -> Result<Decimal, InvalidDecimal> {
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, written_exponent(exponent)?),
            None => (unsigned, 0),
        };
        let (whole, fraction) = match mantissa.split_once('.') {
            Some((_, "")) => return Err(InvalidDecimal::Form),
            Some(parts) => parts,
            None => (mantissa, ""),
        };
        if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) {
            return Err(InvalidDecimal::Form);
        }
        let all = [whole, fraction].concat();
        let kept = all.trim_end_matches('0');
        let dropped = all.len() - kept.len();
        let digits = kept.trim_start_matches('0').to_owned();
        if digits.len() > MAX_SIGNIFICANT_DIGITS {
            return Err(InvalidDecimal::TooPrecise);
        }
        if digits.is_empty() {
            return Ok(Decimal { negative: false, digits, exponent: 0 });
        }
        let shift = |length: usize| i64::try_from(length).map_err(|_| InvalidDecimal::TooPrecise);
        Ok(Decimal { negative, digits, exponent: exponent + shift(dropped)? - shift(fraction.len())? })
    }
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn written_exponent(text: &str) -> Result<i64, InvalidDecimal> {
    let (negative, digits) = match text.as_bytes().first() {
        Some(b'-') => (true, text.trim_start_matches('-')),
        Some(b'+') => (false, text.trim_start_matches('+')),
        _ => (false, text),
    };
    let signs = text.len() - digits.len();
    if digits.is_empty() || signs > 1 || !all_digits(digits) {
        return Err(InvalidDecimal::Form);
    }
    let digits = digits.trim_start_matches('0');
    let exponent =
        if digits.is_empty() { 0 } else { digits.parse().map_err(|_| InvalidDecimal::TooPrecise)? };
    if exponent > MAX_EXPONENT {
        return Err(InvalidDecimal::TooPrecise);
    }
    Ok(if negative { -exponent } else { exponent })
}

/// The value of a decimal's text, without the [`Decimal`] between where it is short, as nearly all are.
pub(crate) fn rational_of(text: &str) -> Result<Rational, InvalidDecimal> {
    match short(text) {
        Some(number) => Ok(number),
        None => Ok(text.parse::<Decimal>()?.to_rational()),
    }
}

/// The value of at most 18 digits without an exponent; `None` for all else, well formed or not.
fn short(text: &str) -> Option<Rational> {
    const MOST: usize = 18;
    let (sign, digits) = match text.as_bytes() {
        [b'-', digits @ ..] => (-1, digits),
        digits => (1, digits),
    };
    let (whole, fraction) = match digits.iter().position(|byte| *byte == b'.') {
        Some(point) => (digits.get(..point)?, digits.get(point + 1..).filter(|it| !it.is_empty())?),
        None => (digits, &[][..]),
    };
    if whole.is_empty() || whole.len() + fraction.len() > MOST {
        return None;
    }
    let number = whole
        .iter()
        .chain(fraction)
        .try_fold(0i64, |number, byte| byte.is_ascii_digit().then(|| number * 10 + i64::from(byte - b'0')))?;
    let power = 10i64.pow(u32::try_from(fraction.len()).ok()?);
    Some(Rational::lowest(i128::from(sign * number), power.into()))
}

impl Decimal {
    /// Whether the value is whole.
    #[must_use]
    pub fn is_integer(&self) -> bool {
        self.exponent >= 0
    }

    /// The value as a rational.
    #[must_use]
    pub fn to_rational(&self) -> Rational {
        if let Some(small) = self.small() {
            return small;
        }
        let mut number: BigInt = self.digits.parse().unwrap_or_default();
        if self.negative {
            number = -number;
        }
        let power: BigInt = Pow::pow(BigInt::from(10), self.exponent.unsigned_abs());
        if self.exponent >= 0 {
            Rational::from_big(number * power, BigInt::from(1))
        } else {
            Rational::from_big(number, power)
        }
    }

    /// The value where it is a quotient of machine integers, which nearly all are.
    fn small(&self) -> Option<Rational> {
        let number: i64 = if self.digits.is_empty() { 0 } else { self.digits.parse().ok()? };
        let number = if self.negative { -number } else { number };
        let power = 10i64.checked_pow(u32::try_from(self.exponent.unsigned_abs()).ok()?)?;
        if self.exponent >= 0 {
            Some(Rational::from(number.checked_mul(power)?))
        } else {
            Rational::new(number, power)
        }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.digits.is_empty() {
            return f.write_str("0");
        }
        if self.negative {
            f.write_str("-")?;
        }
        let zeros = |f: &mut fmt::Formatter<'_>, count: i64| (0..count).try_for_each(|_| f.write_str("0"));
        if self.exponent >= 0 {
            f.write_str(&self.digits)?;
            return zeros(f, self.exponent);
        }
        let length = i64::try_from(self.digits.len()).unwrap_or(i64::MAX);
        let whole = length + self.exponent;
        if whole <= 0 {
            f.write_str("0.")?;
            zeros(f, -whole)?;
            return f.write_str(&self.digits);
        }
        let (before, after) = self.digits.split_at(usize::try_from(whole).unwrap_or_default());
        write!(f, "{before}.{after}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn canonical_forms() {
        for (text, canonical) in [
            ("0", "0"),
            ("-0.00", "0"),
            ("010", "10"),
            ("1.10", "1.1"),
            ("-1e-1", "-0.1"),
            ("1E+2", "100"),
            ("0.00012", "0.00012"),
            ("123.456e2", "12345.6"),
            ("29.4701837500553097", "29.4701837500553097"),
            ("1e030", "1000000000000000000000000000000"),
        ] {
            let number: Decimal = text.parse().unwrap();
            assert_eq!(number.to_string(), canonical, "{text}");
            assert_eq!(rational_of(text), Ok(number.to_rational()), "{text}");
            assert_eq!(canonical.parse::<Decimal>().unwrap(), number);
        }
    }

    #[test]
    fn refused() {
        for text in
            ["", "-", "+1", ".5", "5.", "1,5", "1e", "1e+-2", "0x1", "1_000", " 1", "NaN", "1e--2", "--1"]
        {
            assert_eq!(text.parse::<Decimal>(), Err(InvalidDecimal::Form), "{text}");
            assert_eq!(rational_of(text), Err(InvalidDecimal::Form), "{text}");
        }
        for text in ["1e31", "1e-31", "1234567890123456789012345678901", "1e99999999999999999999"] {
            assert_eq!(text.parse::<Decimal>(), Err(InvalidDecimal::TooPrecise), "{text}");
            assert_eq!(rational_of(text), Err(InvalidDecimal::TooPrecise), "{text}");
        }
    }
}
