//! Texts, ids and dates as a schema sees them. Lengths count characters, as the loader does.
#![expect(dead_code, reason = "the types are never built: they are read by schemars")]

use crate::{id, limits};
use schemars::JsonSchema;
use std::fmt::Write;

/// Identifiant : 1 à 128 caractères, sans espace ni caractère invisible / id: 1 to 128 characters, without spaces or invisible characters
#[derive(JsonSchema)]
#[schemars(extend("minLength" = 1, "maxLength" = limits::ID_CHARACTERS, "pattern" = without(id::is_refused)))]
pub(super) struct Id(String);

/// Texte sur une ligne, 2 000 caractères au plus / text on one line, at most 2,000 characters
#[derive(JsonSchema)]
#[schemars(extend("minLength" = 1, "maxLength" = limits::LINE_CHARACTERS, "pattern" = without(char::is_control)))]
pub(super) struct Line(String);

/// Texte d’une ou de plusieurs lignes, 20 000 caractères au plus / text of one or more lines, at most 20,000 characters
#[derive(JsonSchema)]
#[schemars(extend("minLength" = 1, "maxLength" = limits::PROSE_CHARACTERS, "pattern" = prose()))]
pub(super) struct Prose(String);

/// Texte en français, en anglais ou dans les deux langues / text in French, in English or in both
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, extend("minProperties" = 1))]
pub(super) struct Text {
    /// Français / French
    fr: Option<Prose>,
    /// Anglais / English
    en: Option<Prose>,
}

/// Valeur d’un champ : texte, nombre ou booléen, selon le type du champ / value of a field: a text, a number or a boolean, by the type of the field
#[derive(JsonSchema)]
#[schemars(extend(
    "type" = ["string", "number", "boolean"],
    "minLength" = 1,
    "maxLength" = limits::PROSE_CHARACTERS,
    "pattern" = prose(),
))]
pub(super) struct FieldValue(String);

/// Valeur d’un paramètre, selon son type / value of a parameter, by its type
#[derive(JsonSchema)]
#[schemars(extend("type" = ["string", "number"]))]
pub(super) struct Setting(String);

/// Jour du calendrier, AAAA-MM-JJ / day of the calendar, YYYY-MM-DD
#[derive(JsonSchema)]
#[schemars(extend("pattern" = date()))]
pub(super) struct Date(String);

/// Durée en années, mois, semaines ou jours entiers, comme P18M / duration of whole years, months, weeks or days, such as P18M
#[derive(JsonSchema)]
#[schemars(extend("pattern" = "^P[0-9]{1,9}[YMWD]$"))]
pub(super) struct Duration(String);

/// Empreinte SHA-256 : 64 chiffres hexadécimaux minuscules / SHA-256 digest: 64 lower-case hexadecimal digits
#[derive(JsonSchema)]
#[schemars(extend("pattern" = "^[0-9a-f]{64}$"))]
pub(super) struct Sha256(String);

fn prose() -> String {
    without(|c| c.is_control() && !['\n', '\t'].contains(&c))
}

/// The pattern of a text without the refused characters. It is worked out from the loader's own rule, so that it cannot say
/// anything else.
fn without(refused: impl Fn(char) -> bool) -> String {
    let mut class = String::new();
    let mut start = None;
    let mut last = '\0';
    for c in '\0'..=char::MAX {
        match (refused(c), start) {
            (true, None) => start = Some(c),
            (false, Some(first)) => {
                range(&mut class, first, last);
                start = None;
            }
            _ => {}
        }
        last = c;
    }
    if let Some(first) = start {
        range(&mut class, first, last);
    }
    format!("^[^{class}]*$")
}

fn range(class: &mut String, first: char, last: char) {
    escaped(class, first);
    if first < last {
        class.push('-');
        escaped(class, last);
    }
}

/// An escape that ECMAScript reads with its flag `u`, which JSON Schema asks for.
fn escaped(class: &mut String, c: char) {
    let _ = match u32::from(c) {
        code @ ..=0xffff => write!(class, "\\u{code:04x}"),
        code => write!(class, "\\u{{{code:x}}}"),
    };
}

/// The days that exist from 0001-01-01 to 9999-12-31.
fn date() -> String {
    const YEAR: &str = "(?:[0-9]{3}[1-9]|[0-9]{2}[1-9][0-9]|[0-9][1-9][0-9]{2}|[1-9][0-9]{3})";
    const DAY: &str = "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])\
        |(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)\
        |02-(?:0[1-9]|1[0-9]|2[0-8]))";
    // the last two digits of a leap year that ends no century; of a century, the first two
    const FOURTH: &str = "(?:0[48]|[2468][048]|[13579][26])";
    format!("^(?:{YEAR}-{DAY}|(?:[0-9]{{2}}{FOURTH}|{FOURTH}00)-02-29)$")
}
