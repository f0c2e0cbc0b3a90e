//! Figures: decimals as results write them (E1.2), checked and read back.

use crate::Rational;
use crate::number::rational_of;

/// The longest figure that documents can lead to has about 90 characters.
pub(crate) const FIGURE_CHARACTERS: usize = 128;

/// Whether a text is written as results are: `-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?`, at most 20 fractional digits, no `-0`.
pub(crate) fn is_figure(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "1"));
    let exact = digits(whole) && (whole == "0" || !whole.starts_with('0'));
    text != "-0" && exact && digits(fraction) && fraction.len() <= 20 && !fraction.ends_with('0')
}

/// The value of a figure, of any length; what is no digit counts as nothing.
pub(crate) fn rational(text: &str) -> Rational {
    rational_of(text).unwrap_or_else(|_| digit_by_digit(text))
}

/// The value of more digits than a document's number may have.
fn digit_by_digit(text: &str) -> Rational {
    let ten = Rational::from(10i64);
    let mut value = Rational::ZERO;
    let mut unit = Rational::ONE;
    let mut fraction = false;
    for sign in text.chars() {
        fraction |= sign == '.';
        let Some(digit) = sign.to_digit(10) else { continue };
        value = &(&value * &ten) + &Rational::from(i64::from(digit));
        if fraction {
            unit = &unit * &ten;
        }
    }
    let value = value.checked_div(&unit).unwrap_or(Rational::ZERO);
    if text.starts_with('-') { &Rational::ZERO - &value } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_compare_by_value() {
        let long = format!("{}.00000000000000000001", "9".repeat(60));
        let rising =
            ["-10.5", "-10.25", "-9", "-0.5", "0", "0.05", "0.5", "0.51", "1", "9.99", "10", "100.1", &long];
        for (i, a) in rising.iter().enumerate() {
            assert!(is_figure(a), "{a}");
            for (j, b) in rising.iter().enumerate() {
                assert_eq!(rational(a).cmp(&rational(b)), i.cmp(&j), "{a} and {b}");
            }
        }
        assert_eq!(rational(&long).to_string(), long);
    }

    #[test]
    fn one_number_has_one_figure() {
        for text in
            ["", "-", "-0", "00", "01", "0.50", "1.", ".5", "1e5", "+1", "1,5", "0.000000000000000000001"]
        {
            assert!(!is_figure(text), "{text}");
        }
    }
}
