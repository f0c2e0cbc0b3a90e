//! Scalars that check themselves while they are read. Each is as strict as its reading from the tree, or stricter.

use crate::number::rational_of;
use crate::{Assurance, Date, Id, Rational, limits};
use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// A key that, where it is written, is not null.
pub(super) fn present<'d, T: Deserialize<'d>, D: Deserializer<'d>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// A text handed to a check, borrowed where it holds no escape.
struct Text<F>(F);

impl<'d, T, F: FnOnce(Cow<'d, str>) -> Option<T>> Visitor<'d> for Text<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'d str) -> Result<T, E> {
        self.0(Cow::Borrowed(text)).ok_or_else(|| E::custom("no such text"))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        self.0(Cow::Owned(text.to_owned())).ok_or_else(|| E::custom("no such text"))
    }
}

/// An id without escapes.
#[derive(Clone, Copy)]
pub(super) struct Ident<'d>(pub(super) &'d str);

impl<'de: 'd, 'd> Deserialize<'de> for Ident<'d> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text(|text| match text {
            Cow::Borrowed(text) if is_id(text) => Some(Ident(text)),
            _ => None,
        }))
    }
}

fn is_id(text: &str) -> bool {
    let plain = text.bytes().fold(true, |plain, byte| plain & byte.is_ascii_graphic());
    if plain { (1..=limits::ID_CHARACTERS).contains(&text.len()) } else { text.parse::<Id>().is_ok() }
}

/// Text on one line.
pub(super) struct Line<'d>(pub(super) Cow<'d, str>);

impl<'de: 'd, 'd> Deserialize<'de> for Line<'d> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text(|text: Cow<'de, str>| {
            is_text(&text, limits::LINE_CHARACTERS, &[]).then_some(Line(text))
        }))
    }
}

/// Text of any number of lines.
pub(super) struct Prose<'d>(pub(super) Cow<'d, str>);

impl<'de: 'd, 'd> Deserialize<'de> for Prose<'d> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text(|text: Cow<'de, str>| {
            is_text(&text, limits::PROSE_CHARACTERS, &['\n', '\t']).then_some(Prose(text))
        }))
    }
}

fn is_text(text: &str, most: usize, allowed: &[char]) -> bool {
    if text.is_empty() || (text.len() > most && text.chars().count() > most) {
        return false;
    }
    // controls are below a space, delete, and C2 80 to C2 9F
    let doubtful =
        text.bytes().fold(false, |doubtful, byte| doubtful | (byte < b' ') | (byte == 0x7f) | (byte == 0xc2));
    !doubtful || !text.chars().any(|c| c.is_control() && !allowed.contains(&c))
}

/// A date.
#[derive(Clone, Copy)]
pub(super) struct Day(pub(super) Date);

impl<'d> Deserialize<'d> for Day {
    fn deserialize<D: Deserializer<'d>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text(|text: Cow<'d, str>| text.parse().ok().map(Day)))
    }
}

/// A number, from the text of its token (E1.2).
pub(super) struct Number(pub(super) Rational);

impl<'d> Deserialize<'d> for Number {
    fn deserialize<D: Deserializer<'d>>(deserializer: D) -> Result<Self, D::Error> {
        let token = <&'d RawValue>::deserialize(deserializer)?.get();
        let text = token.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(token);
        // a longer one is left to the other way in; one with escapes is no number to `rational_of`
        let short = text.len() <= limits::ID_CHARACTERS;
        let number = short.then(|| rational_of(text).ok()).flatten();
        number.map(Number).ok_or_else(|| D::Error::custom("no number"))
    }
}

/// A whole number.
pub(super) struct Whole(pub(super) Rational);

impl<'d> Deserialize<'d> for Whole {
    fn deserialize<D: Deserializer<'d>>(deserializer: D) -> Result<Self, D::Error> {
        let Number(number) = Number::deserialize(deserializer)?;
        if number.is_integer() { Ok(Whole(number)) } else { Err(D::Error::custom("not a whole number")) }
    }
}

/// How much stands behind a statement.
pub(super) struct Backing(pub(super) Assurance);

impl<'d> Deserialize<'d> for Backing {
    fn deserialize<D: Deserializer<'d>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text(|text: Cow<'d, str>| Assurance::from_name(&text).map(Backing)))
    }
}
