//! Words that an editor offers, with their titles.

use super::insert;
use crate::{Decimal, Lang, Text};
use serde_json::{Number, Value, json};

/// A text in both languages.
pub(super) fn both(text: &Text) -> String {
    let ((fr, _), (en, _)) = (text.best(Lang::Fr), text.best(Lang::En));
    if fr == en { fr.to_owned() } else { format!("{fr} / {en}") }
}

/// A word, and what an editor makes of it where YAML without quotes holds a number or a boolean.
pub(super) fn spellings(word: &str) -> Vec<Value> {
    let mut spellings = vec![json!(word)];
    if let Ok(number) = word.parse::<Decimal>() {
        spellings.extend(number.to_string().parse::<Number>().ok().map(Value::Number));
    }
    match word {
        "true" | "True" | "TRUE" => spellings.push(json!(true)),
        "false" | "False" | "FALSE" => spellings.push(json!(false)),
        _ => {}
    }
    spellings
}

/// This word.
pub(super) fn word(word: &str) -> Value {
    match spellings(word).as_slice() {
        [only] => json!({"const": only}),
        several => json!({"enum": several}),
    }
}

/// One of these words, each with its title.
pub(super) fn words<'w>(words: impl IntoIterator<Item = (&'w str, String)>) -> Value {
    let titled = |(id, title): (&str, String)| {
        let mut schema = word(id);
        insert(&mut schema, "", "title", Value::String(title));
        schema
    };
    let choices: Vec<Value> = words.into_iter().map(titled).collect();
    if choices.is_empty() { json!(false) } else { json!({"anyOf": choices}) }
}
