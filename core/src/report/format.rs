//! Numbers, dates and durations as people read them. Numbers come as the exact decimal strings of the audit (E1.2) and are
//! only ever rounded for display: half to even, never through a float.

pub(crate) use crate::audit::figure::rational;
use crate::audit::result::Range;
use crate::{Date, Duration, Lang, Rational};
use std::borrow::Cow;

const NO_BREAK: char = '\u{a0}';
const NARROW_NO_BREAK: char = '\u{202f}';

/// `text` with at most `places` fractional digits, half to even; zeros are kept where something was rounded away.
pub(crate) fn rounded(text: &str, places: usize) -> String {
    let (sign, unsigned) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    if fraction.len() <= places {
        return text.to_owned();
    }
    let mut kept: Vec<u8> = whole.bytes().chain(fraction.bytes().take(places)).collect();
    let mut dropped = fraction.bytes().skip(places);
    let first = dropped.next().unwrap_or(b'0');
    let odd = kept.last().is_some_and(|digit| digit % 2 == 1);
    if first > b'5' || first == b'5' && (odd || dropped.any(|digit| digit != b'0')) {
        let mut carry = true;
        for digit in kept.iter_mut().rev() {
            if !carry {
                break;
            }
            carry = *digit == b'9';
            *digit = if carry { b'0' } else { *digit + 1 };
        }
        if carry {
            kept.insert(0, b'1');
        }
    }
    let length = kept.len().saturating_sub(places);
    let digits =
        |range: &mut dyn Iterator<Item = &u8>| range.map(|digit| char::from(*digit)).collect::<String>();
    let whole = digits(&mut kept.iter().take(length));
    let fraction = digits(&mut kept.iter().skip(length));
    let sign = if kept.iter().all(|digit| *digit == b'0') { "" } else { sign };
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

/// The number in the signs of the language: `1 234,5` or `1,234.5`.
pub(crate) fn exact(lang: Lang, text: &str) -> String {
    let (sign, unsigned) = text.strip_prefix('-').map_or(("", text), |rest| ("\u{2212}", rest));
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let separator = lang.pick(NARROW_NO_BREAK, ',');
    let mut out = sign.to_owned();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(lang.pick(',', '.'));
        out.push_str(fraction);
    }
    out
}

/// A number of a document: the same, but four digits stand as they are, for they are often a year.
pub(crate) fn stated(lang: Lang, text: &str) -> String {
    let plain = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.to_owned() } else { exact(lang, text) }
}

/// The number rounded to `places`, in the signs of the language.
pub(crate) fn number(lang: Lang, text: &str, places: usize) -> String {
    exact(lang, &rounded(text, places))
}

/// A share from 0 to 1 as `45 %` or `45%`.
pub(crate) fn percent(lang: Lang, share: &Rational) -> String {
    let number = number(lang, &(share * &Rational::from(100i64)).to_string(), 1);
    lang.pick(format!("{number}{NARROW_NO_BREAK}%"), format!("{number}%"))
}

/// The fewest digits, from `places` on, that keep a number apart from those that it is not equal to: a score just under
/// the bound of a level must not read as that bound.
pub(crate) fn places_apart(text: &str, others: &[String], places: usize) -> usize {
    let value = rational(text);
    let apart = |places: &usize| {
        let shown = rational(&rounded(text, *places));
        others.iter().map(|other| rational(other)).all(|other| shown != other || value == other)
    };
    (places..20).find(apart).unwrap_or(20)
}

/// Digits to show for points of a score on this scale: tenths on 34 or 100, ten-thousandths on 1.
pub(crate) fn places_for(scale: &Rational) -> usize {
    if *scale >= Rational::from(10i64) { 1 } else { 4 }
}

/// `12 août 2014` or `12 August 2014`; a text that is no date as it is.
pub(crate) fn date(lang: Lang, iso: &str) -> String {
    let Ok(date) = iso.parse::<Date>() else { return iso.to_owned() };
    let month = month(lang, date.month());
    let day = match (lang, date.day()) {
        (Lang::Fr, 1) => "1er".to_owned(),
        (_, day) => day.to_string(),
    };
    format!("{day}{NO_BREAK}{month}{NO_BREAK}{}", date.year())
}

fn month(lang: Lang, month: u8) -> &'static str {
    let (fr, en) = match month {
        1 => ("janvier", "January"),
        2 => ("février", "February"),
        3 => ("mars", "March"),
        4 => ("avril", "April"),
        5 => ("mai", "May"),
        6 => ("juin", "June"),
        7 => ("juillet", "July"),
        8 => ("août", "August"),
        9 => ("septembre", "September"),
        10 => ("octobre", "October"),
        11 => ("novembre", "November"),
        _ => ("décembre", "December"),
    };
    lang.pick(fr, en)
}

/// `18 mois`, `2 ans`, `90 jours`.
pub(crate) fn duration(lang: Lang, duration: Duration) -> String {
    let (count, fr, en) = match duration {
        Duration::Months(months) if months > 0 && months % 12 == 0 => {
            (months / 12, ["an", "ans"], ["year", "years"])
        }
        Duration::Months(months) => (months, ["mois", "mois"], ["month", "months"]),
        Duration::Days(days) => (days, ["jour", "jours"], ["day", "days"]),
    };
    let [one, many] = lang.pick(fr, en);
    let word = if is_one(lang, count) { one } else { many };
    format!("{}{NO_BREAK}{word}", exact(lang, &count.to_string()))
}

/// Whether a count takes the singular: 0 and 1 in French, 1 in English.
pub(crate) fn is_one(lang: Lang, count: u64) -> bool {
    count == 1 || lang == Lang::Fr && count == 0
}

/// Whether a number as it is shown, with a point, takes the singular: below 2 in French, 1 alone in English.
pub(crate) fn is_singular(lang: Lang, shown: &str) -> bool {
    match lang {
        Lang::Fr => matches!(shown.trim_start_matches('-').split('.').next(), Some("0" | "1")),
        Lang::En => shown == "1",
    }
}

/// Both ends rounded alike, with as many digits as it takes to tell them apart; one number where they are equal.
pub(crate) fn ends(lang: Lang, range: &Range, places: usize) -> (String, Option<String>) {
    if range.lo == range.hi {
        return (number(lang, &range.lo, places), None);
    }
    let places =
        (places..20).find(|places| rounded(&range.lo, *places) != rounded(&range.hi, *places)).unwrap_or(20);
    (number(lang, &range.lo, places), Some(number(lang, &range.hi, places)))
}

/// `a, b ou c`, `a, b or c`.
pub(crate) fn either(lang: Lang, words: &[String]) -> String {
    let or = lang.pick(" ou ", " or ");
    match words.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{}{or}{last}", before.join(", ")),
        _ => words.concat(),
    }
}

/// `entre 41 et 67`, `between 41 and 67`; one number where the ends are equal.
pub(crate) fn interval(lang: Lang, range: &Range, places: usize) -> String {
    match ends(lang, range, places) {
        (one, None) => one,
        (lo, Some(hi)) => lang.pick(
            format!("entre{NO_BREAK}{lo} et{NO_BREAK}{hi}"),
            format!("between{NO_BREAK}{lo} and{NO_BREAK}{hi}"),
        ),
    }
}

/// Where a value stands on a scale drawn `width` long, held within it: a decimal with at most `places` fractional digits.
pub(crate) fn position(value: &Rational, scale: &Rational, width: i64, places: usize) -> String {
    let share = value.checked_div(scale).unwrap_or(Rational::ZERO);
    let share = share.clamp(Rational::ZERO, Rational::ONE);
    rounded(&(&share * &Rational::from(width)).to_string(), places)
}

/// What other people wrote, with nothing in it that would reorder the line around it.
pub(crate) fn unreordered(text: &str) -> Cow<'_, str> {
    let reorders = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if text.contains(reorders) { Cow::Owned(text.replace(reorders, "\u{fffd}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(lo: &str, hi: &str) -> Range {
        Range { lo: lo.to_owned(), hi: hi.to_owned() }
    }

    #[test]
    fn rounds_half_to_even_on_the_text() {
        for (text, places, expected) in [
            ("0.25", 1, "0.2"),
            ("0.35", 1, "0.4"),
            ("0.2500000000000000001", 1, "0.3"),
            ("99.96", 1, "100.0"),
            ("-0.04", 1, "0.0"),
            ("-0.06", 1, "-0.1"),
            ("2.5", 0, "2"),
            ("3.5", 0, "4"),
            ("9.5", 0, "10"),
            ("12", 1, "12"),
        ] {
            assert_eq!(rounded(text, places), expected, "{text} to {places}");
        }
    }

    #[test]
    fn signs_of_each_language() {
        assert_eq!(number(Lang::Fr, "1234567.25", 1), "1\u{202f}234\u{202f}567,2");
        assert_eq!(number(Lang::En, "-1234.56", 1), "\u{2212}1,234.6");
        assert_eq!(date(Lang::Fr, "2014-08-12"), "12\u{a0}août\u{a0}2014");
        assert_eq!(date(Lang::Fr, "2014-08-01"), "1er\u{a0}août\u{a0}2014");
        assert_eq!(date(Lang::En, "2014-08-12"), "12\u{a0}August\u{a0}2014");
    }

    #[test]
    fn an_interval_never_reads_as_one_number() {
        assert_eq!(interval(Lang::Fr, &range("41", "67"), 1), "entre\u{a0}41 et\u{a0}67");
        assert_eq!(interval(Lang::En, &range("41.01", "41.02"), 1), "between\u{a0}41.01 and\u{a0}41.02");
        assert_eq!(interval(Lang::En, &range("41", "41"), 1), "41");
    }

    #[test]
    fn singular_and_plural() {
        let singular =
            |lang| ["0", "0.5", "1", "1.0", "1.9", "2", "10", "21"].map(|text| is_singular(lang, text));
        assert_eq!(singular(Lang::Fr), [true, true, true, true, true, false, false, false]);
        assert_eq!(singular(Lang::En), [false, false, true, false, false, false, false, false]);
    }

    #[test]
    fn a_score_under_a_bound_never_reads_as_the_bound() {
        assert_eq!(places_apart("19.996", &["20".to_owned()], 1), 3);
        assert_eq!(places_apart("20", &["20".to_owned()], 1), 1);
        assert_eq!(position(&rational("150"), &rational("100"), 100, 2), "100");
        assert_eq!(position(&rational("1"), &rational("3"), 100, 2), "33.33");
    }
}
