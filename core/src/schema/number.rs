//! Numbers as a schema sees them: a JSON number, or text that is one (E1.2). `type`, `minimum` and `maximum` hold for the
//! former, the patterns for the latter; they say the same.
#![expect(dead_code, reason = "the types are never built: they are read by schemars")]

use crate::limits;
use schemars::JsonSchema;
use serde_json::{Value, json};

/// The largest written exponent, either way (E1.2).
const EXPONENT: usize = 30;
const FORM: &str = r"^-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?0*(?:[0-9]|[12][0-9]|30))?$";
/// Two digits other than 0 with at least 29 between them: more than 30 are significant.
const TOO_PRECISE: &str = r"[1-9](?:\.?[0-9]){29,}\.?[1-9]";
const BELOW_ZERO: &str = "^-[0.]*[1-9]";
const ABOVE_ZERO: &str = "^[0.]*[1-9]";

/// Nombre exact, 30 chiffres significatifs au plus / exact number, at most 30 significant digits
#[derive(JsonSchema)]
#[schemars(extend(
    "type" = ["number", "string"],
    "maxLength" = limits::LINE_CHARACTERS,
    "pattern" = FORM,
    "not" = text(TOO_PRECISE),
))]
pub(super) struct Decimal(String);

/// Nombre d’au moins 0 / number of at least 0
#[derive(JsonSchema)]
#[schemars(extend("minimum" = 0, "not" = text(BELOW_ZERO)))]
pub(super) struct NotNegative(Decimal);

/// Nombre au-dessus de 0 / number above 0
#[derive(JsonSchema)]
#[schemars(extend("exclusiveMinimum" = 0, "pattern" = ABOVE_ZERO))]
pub(super) struct Positive(Decimal);

/// Nombre de 0 à 1 / number from 0 to 1
#[derive(JsonSchema)]
#[schemars(extend("maximum" = 1, "pattern" = at_most_one()))]
pub(super) struct Share(NotNegative);

/// Nombre au-dessus de 0, et 1 au plus / number above 0, and at most 1
#[derive(JsonSchema)]
#[schemars(extend("exclusiveMinimum" = 0, "pattern" = ABOVE_ZERO))]
pub(super) struct PositiveShare(Share);

/// Nombre entier / whole number
#[derive(JsonSchema)]
#[schemars(extend("type" = ["integer", "string"], "pattern" = whole()))]
pub(super) struct Integer(Decimal);

/// Nombre entier d’au moins 0 / whole number of at least 0
#[derive(JsonSchema)]
#[schemars(extend("minimum" = 0, "not" = text(BELOW_ZERO)))]
pub(super) struct Natural(Integer);

/// Nombre entier d’au moins 1 / whole number of at least 1
#[derive(JsonSchema)]
#[schemars(extend("minimum" = 1, "pattern" = ABOVE_ZERO))]
pub(super) struct Count(Integer);

fn text(pattern: &str) -> Value {
    json!({"type": "string", "pattern": pattern})
}

/// A written exponent moves the point, so that each has a pattern of its own; all of them are numbers by [`FORM`].
fn by_exponent(plain: &str, up: impl Fn(usize) -> String, down: impl Fn(usize) -> String) -> String {
    let zero = r"[0.]+(?:[eE][+-]?[0-9]+)?";
    let mut pattern = format!("^-?(?:{zero}|(?:{plain})(?:[eE][+-]?0+)?");
    for by in 1..=EXPONENT {
        pattern += &format!(r"|(?:{})[eE]\+?0*{by}|(?:{})[eE]-0*{by}", up(by), down(by));
    }
    pattern + ")$"
}

fn whole() -> String {
    by_exponent(
        r"[0-9]+(?:\.0+)?",
        |by| format!(r"[0-9]+(?:\.[0-9]{{1,{by}}}0*)?"),
        |by| format!(r"[0-9]*0{{{by}}}(?:\.0+)?"),
    )
}

fn at_most_one() -> String {
    by_exponent(
        r"0+(?:\.[0-9]+)?|0*1(?:\.0+)?",
        |by| format!(r"0+\.(?:0{{{by}}}[0-9]+|0{{{}}}10*)", by - 1),
        |by| format!(r"0*[0-9]{{1,{by}}}(?:\.[0-9]+)?|0*10{{{by}}}(?:\.0+)?"),
    )
}
