//! The scalars of the schemas against the types that the loader reads them with: every character, every day, many numbers.

use jsonschema::{PatternOptions, Validator};
use kolosi::{Date, Decimal, Duration, Id, Rational};
use kolosi_tests::mutate::Seeded;
use serde_json::{Value, json};

/// The schema of one scalar, from that of the documents which hold it.
fn scalar(document: &str, name: &str) -> Validator {
    let document = kolosi::schema::of(document).unwrap();
    let schema = json!({"$ref": format!("#/$defs/{name}"), "$defs": document["$defs"]});
    jsonschema::options().with_pattern_options(PatternOptions::regex()).build(&schema).unwrap()
}

#[test]
fn an_id_holds_the_same_characters() {
    let schema = scalar("dossier", "Id");
    let mut refused = 0;
    for c in '\0'..=char::MAX {
        let text = format!("a{c}");
        let parses = text.parse::<Id>().is_ok();
        refused += usize::from(!parses);
        assert_eq!(schema.is_valid(&json!(text)), parses, "U+{:04X}", u32::from(c));
    }
    assert!(refused > 4_096, "{refused}");
    for (length, fits) in [(0, false), (1, true), (128, true), (129, false)] {
        assert_eq!(schema.is_valid(&json!("é".repeat(length))), fits, "{length}");
    }
}

#[test]
fn a_date_is_a_day_that_exists() {
    let schema = scalar("dossier", "Date");
    let mut days = 0;
    for year in 0..=9_999 {
        for month in 0..=13 {
            for day in 0..=32 {
                let text = format!("{year:04}-{month:02}-{day:02}");
                let parses = text.parse::<Date>().is_ok();
                days += usize::from(parses);
                // most days are like others of their month
                if !(2..=27).contains(&day) || year % 400 == 0 {
                    assert_eq!(schema.is_valid(&json!(text)), parses, "{text}");
                }
            }
        }
    }
    assert_eq!(days, 3_652_059);
}

#[test]
fn a_duration_is_one_number_and_one_unit() {
    let schema = scalar("standard", "Duration");
    for text in [
        "P1Y",
        "P0D",
        "P999999999W",
        "P1000000000W",
        "P",
        "PY",
        "P1",
        "1Y",
        "P1Y1M",
        "P-1D",
        "P1.5Y",
        "p1y",
        "P١D",
    ] {
        assert_eq!(schema.is_valid(&json!(text)), text.parse::<Duration>().is_ok(), "{text}");
    }
}

/// What numbers a scalar takes.
type Takes = fn(&Decimal, &Rational) -> bool;

const NUMBERS: [(&str, &str, Takes); 8] = [
    ("standard", "Decimal", |_, _| true),
    ("standard", "NotNegative", |_, value| !value.is_negative()),
    ("standard", "Positive", |_, value| *value > Rational::ZERO),
    ("standard", "Share", |_, value| !value.is_negative() && *value <= Rational::ONE),
    ("standard", "PositiveShare", |_, value| *value > Rational::ZERO && *value <= Rational::ONE),
    ("dossier", "Integer", |number, _| number.is_integer()),
    ("dossier", "Natural", |number, value| number.is_integer() && !value.is_negative()),
    ("dossier", "Count", |number, value| number.is_integer() && *value >= Rational::ONE),
];

/// A text that is a number, nearly one, or nearly 1.
fn number(draw: &mut Seeded) -> String {
    let mut digits = |most: usize, of: &[&str]| -> String {
        let count = draw.below(most + 1);
        let kept = draw.below(3) == 0;
        (0..count).map(|at| if kept && at + 1 < count { "0" } else { draw.one(of) }).collect()
    };
    let whole = digits(34, &["0", "0", "0", "1", "9"]);
    let fraction = digits(34, &["0", "0", "0", "1", "5"]);
    let exponent = digits(3, &["0", "1", "2", "3"]);
    let sign = draw.one(&["", "", "-"]);
    let point = draw.one(&["", ".", "."]);
    let e = draw.one(&["", "", "e", "E+", "e-", "E-"]);
    let whole = if draw.below(9) > 0 && whole.is_empty() { "0".to_owned() } else { whole };
    format!(
        "{sign}{whole}{point}{}{e}{}",
        if point.is_empty() { "" } else { &fraction },
        if e.is_empty() { "" } else { &exponent }
    )
}

#[test]
fn a_number_is_the_same_as_text_and_as_number() {
    let schemas = NUMBERS.map(|(document, name, takes)| (name, scalar(document, name), takes));
    let mut draw = Seeded::new(1);
    let mut counts = [(0, 0); NUMBERS.len()];
    for _ in 0..30_000 {
        let text = number(&mut draw);
        let parsed = text.parse::<Decimal>().ok();
        let value = parsed.as_ref().map(Decimal::to_rational);
        // as a JSON number too, where JSON holds exactly this one
        let token: Option<Value> = serde_json::from_str(&text).ok();
        let token = token.filter(|it| it.to_string().parse().ok() == parsed && parsed.is_some());
        for ((name, schema, takes), (taken, refused)) in schemas.iter().zip(&mut counts) {
            let fits =
                parsed.as_ref().zip(value.as_ref()).is_some_and(|(number, value)| takes(number, value));
            *(if fits { taken } else { refused }) += 1;
            assert_eq!(schema.is_valid(&json!(text)), fits, "{name}: {text}");
            if let Some(token) = &token {
                assert_eq!(schema.is_valid(token), fits, "{name}: {token} as a number");
            }
        }
    }
    for ((name, ..), (taken, refused)) in schemas.iter().zip(counts) {
        println!("{name:14} takes {taken:6} refuses {refused:6}");
        assert!(taken > 1_000 && refused > 1_000, "too few to tell");
    }
}
