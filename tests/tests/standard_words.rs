//! The words of the built-in standards, mappings and id lists: in both languages, in good French, and nobody else's.

use kolosi_tests::mappings::{id_lists, mappings, provenance};
use kolosi_tests::repository::examples;
use kolosi_tests::standards::{standards, text};
use kolosi_tests::{project, published_facts, seed_texts};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Texts that are the same in French and in English, and rightly so.
const ALIKE: [&str; 16] = [
    "%",
    "Administration",
    "Application",
    "Certification",
    "Document",
    "Initial",
    "Institution",
    "Lot",
    "Machine",
    "NIST, Cybersecurity Framework 2.0",
    "Service",
    "Stable",
    "articles",
    "documents",
    "minutes",
    "points",
];

/// Names of eight words or more, which stand as they are.
const NAMES: [&str; 0] = [];

/// How many words in a row are a sentence taken over.
const RUN: usize = 8;

/// Whether an object is a text in languages.
fn is_text(value: &Value) -> bool {
    value.as_object().is_some_and(|it| !it.is_empty() && it.keys().all(|key| key == "fr" || key == "en"))
}

/// Call with each text of a document and where it stands.
fn each_text(value: &Value, path: &str, on: &mut impl FnMut(&str, &Value)) {
    match value {
        text if is_text(text) => on(path, text),
        Value::Object(members) => {
            members.iter().for_each(|(key, it)| each_text(it, &format!("{path}/{key}"), on));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, it)| each_text(it, &format!("{path}/{at}"), on));
        }
        _ => {}
    }
}

/// Every built-in document.
fn documents() -> Vec<Value> {
    [standards(), mappings(), id_lists()].concat()
}

#[test]
fn every_text_is_in_both_languages() {
    let mut alike = BTreeSet::new();
    for document in documents() {
        each_text(&document, text(&document, "id"), &mut |path, it| {
            let [fr, en] = ["fr", "en"].map(|language| it[language].as_str().unwrap_or_default().trim());
            assert!(!fr.is_empty() && !en.is_empty(), "{path}: {it}");
            if fr == en {
                assert!(
                    ALIKE.contains(&fr),
                    "{path}: `{fr}` in both languages. If so it is, add it to ALIKE."
                );
                alike.insert(fr.to_owned());
            }
        });
    }
    let unused: Vec<&&str> = ALIKE.iter().filter(|it| !alike.contains(**it)).collect();
    assert!(unused.is_empty(), "no longer alike: {unused:?}");
}

/// What is wrong with the typography of a French text.
fn typography(text: &str) -> Option<String> {
    let name_out = text.replace("SÔRÔ!", "SÔRÔ");
    let signs: Vec<char> = name_out.chars().collect();
    for (at, sign) in signs.iter().enumerate() {
        let (before, after) =
            (at.checked_sub(1).and_then(|it| signs.get(it)).copied(), signs.get(at + 1).copied());
        let ends = after.is_none_or(|it| it.is_whitespace() || it == ',' || it == '.' || it == ')');
        let wrong = match sign {
            '\'' => true,
            ';' | '!' | '?' | '%' | ':' => ends && before.is_some_and(|it| it != '\u{a0}'),
            '«' => after != Some('\u{a0}'),
            '»' => before != Some('\u{a0}'),
            _ => false,
        };
        if wrong {
            return Some(signs.iter().skip(at.saturating_sub(15)).take(30).collect());
        }
    }
    None
}

#[test]
fn french_is_set_as_french() {
    for document in documents() {
        each_text(&document, text(&document, "id"), &mut |path, it| {
            let wrong = typography(it["fr"].as_str().unwrap_or_default());
            assert!(wrong.is_none(), "{path}: `{}`", wrong.unwrap_or_default());
        });
    }
    for example in examples() {
        let dossier: Value = serde_json::from_str(&example.audit().to_json()).unwrap();
        for record in dossier["evidence"].as_array().unwrap() {
            // a remark in two languages has a paragraph of each
            let remark = record["remark"].as_str().unwrap_or_default().split('\n').next().unwrap();
            let wrong = typography(remark);
            assert!(wrong.is_none(), "{}, {}: {wrong:?}", example.path.display(), record["id"]);
        }
    }
}

/// The words of a text, in lower case, without signs.
fn words(text: &str) -> Vec<String> {
    text.split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Every text of a JSON document.
fn strings<'a>(value: &'a Value, into: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => into.push(text),
        Value::Object(members) => members.values().for_each(|it| strings(it, into)),
        Value::Array(items) => items.iter().for_each(|it| strings(it, into)),
        _ => {}
    }
}

/// Every run of words of our standards, mappings, dossiers and provenances, with where it is from.
fn our_runs() -> BTreeMap<Vec<String>, String> {
    let mut runs = BTreeMap::new();
    let mut add = |from: &str, text: &str| {
        let text = NAMES.iter().fold(text.to_owned(), |text, name| text.replace(name, "\n"));
        for line in text.split('\n') {
            for run in words(line).windows(RUN) {
                runs.entry(run.to_vec()).or_insert_with(|| format!("{from}: {line}"));
            }
        }
    };
    for document in documents() {
        let mut texts = Vec::new();
        strings(&document, &mut texts);
        texts.iter().for_each(|it| add(text(&document, "id"), it));
    }
    let folders = kolosi::bundled_ids().map(|id| project().join("standards").join(id));
    for provenance in folders.map(|folder| folder.join("PROVENANCE.md")).chain([provenance()]) {
        add(&provenance.display().to_string(), &std::fs::read_to_string(&provenance).unwrap());
    }
    for example in examples() {
        let audit = example.audit();
        for record in &audit.evidence {
            let record: Value = serde_json::from_str(record.get()).unwrap();
            let mut texts = Vec::new();
            strings(&record, &mut texts);
            texts.iter().for_each(|it| add(&example.path.display().to_string(), it));
        }
    }
    runs
}

/// The files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in folder.read_dir().unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}

#[test]
fn no_run_of_eight_words_is_taken_over() {
    let (Some(facts), Some(seeds)) = (published_facts(), seed_texts()) else { return };
    let ours = our_runs();
    let (mut read, mut shared) = (0, BTreeSet::new());
    for path in files(&facts).into_iter().chain(files(&seeds)) {
        let theirs = words(&String::from_utf8_lossy(&std::fs::read(&path).unwrap()));
        read += theirs.len();
        for run in theirs.windows(RUN) {
            if let Some(from) = ours.get(run) {
                shared.insert(format!("{} says “{}”, and so does {from}", path.display(), run.join(" ")));
            }
        }
    }
    println!("{} runs of our words looked for in {read} words of theirs", ours.len());
    assert!(shared.is_empty(), "{shared:#?}");
}
