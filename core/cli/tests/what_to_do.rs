//! The help of problems: it shows the shape wanted, guesses what was meant, and tells one mistake once.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test fails by panicking, and compares what was read back"
)]

mod common;

use common::{GCI, folder, kolosi, path};
use kolosi::{Lang, Options, Problem, Standard};

const STANDARD: &str = include_str!("../../src/problem/explained/standard.yaml");

fn of_standard(old: &str, new: &str) -> Vec<Problem> {
    assert!(STANDARD.contains(old), "{old}");
    let told = Standard::from_slice(STANDARD.replacen(old, new, 1).as_bytes()).map(|_| ());
    told.expect_err(new).iter().cloned().collect()
}

/// The problems of a dossier with one record of these lines.
fn of_record(lines: &[&str]) -> Vec<Problem> {
    let plan = Standard::from_slice(STANDARD.as_bytes()).expect("the standard");
    let plan = plan.compile(&Options::new("2025-12-31".parse().expect("a date"))).expect("a plan");
    let record: String = lines.iter().map(|line| format!("\n    {line}")).collect();
    let dossier = format!(
        "standard: {{id: exemple, edition: 1}}\nsubject: {{id: x, name: Exemple fictif}}\nevidence:\n  - id: p1{record}\n"
    );
    let told = plan.dossier(dossier.as_bytes()).map(|_| ());
    told.expect_err(&dossier).iter().cloned().collect()
}

fn codes(problems: &[Problem]) -> Vec<&str> {
    problems.iter().map(|problem| problem.code().as_str()).collect()
}

/// The only problem has this code, and its help in French and in English holds these words.
fn helps(problems: &[Problem], code: &str, fr: &str, en: &str) {
    assert_eq!(codes(problems), [code], "{problems:?}");
    let (in_fr, in_en) = (problems[0].help(Lang::Fr), problems[0].help(Lang::En));
    assert!(in_fr.contains(fr) && in_en.contains(en), "{in_fr}\n{in_en}");
}

#[test]
fn a_mistyped_key_is_told_once() {
    for (lines, wrong, meant) in [
        (["control: politique", "observd: 2025-03-31", "answer: oui"], "/evidence/0/observd", "observed"),
        (["control: politique", "observed: 2025-03-31", "anser: oui"], "/evidence/0/anser", "answer"),
        (["contrôl: politique", "observed: 2025-03-31", "answer: oui"], "/evidence/0/contrôl", "control"),
    ] {
        let problems = of_record(&lines);
        assert_eq!(codes(&problems), ["unknown-key"], "{problems:?}");
        assert_eq!(problems[0].place().path, wrong);
        assert_eq!(problems[0].help(Lang::En), format!("did you mean `{meant}`?"));
    }
    let data = ["kind: serveur", "observed: 2025-03-31", "data: {non: x, chiffre: true}"];
    assert_eq!(codes(&of_record(&data)), ["unknown-reference"]);
    assert_eq!(codes(&of_standard("publisher:", "publishr:")), ["unknown-key"]);
    assert_eq!(codes(&of_standard("{fr: Serveur,", "{fx: Serveur,")), ["unknown-key"]);
    // what is far from what is missing, or near to what is there, is told beside it
    let far = ["control: politique", "date: 2025-03-31", "answer: oui"];
    assert_eq!(codes(&of_record(&far)), ["missing-key", "unknown-key"]);
    let near = ["control: politique", "controls: x", "answer: oui"];
    assert_eq!(codes(&of_record(&near)), ["missing-key", "unknown-key"]);
}

#[test]
fn a_kind_with_a_key_that_cannot_be_read_is_not_keyless_besides() {
    let key = "    key: [nom]\n";
    assert_eq!(codes(&of_standard(key, "    key: nom\n")), ["wrong-type"]);
    assert_eq!(codes(&of_standard(key, "    key: [un nom]\n")), ["invalid-id"]);
    assert_eq!(codes(&of_standard(key, "    kye: [nom]\n")), ["unknown-key"]);
    let keyless = |new: &str| {
        let standard = Standard::from_slice(STANDARD.replacen(key, new, 1).as_bytes()).expect("no error");
        standard.warnings().iter().any(|warning| warning.code().as_str() == "keyless-kind")
    };
    assert!(keyless("") && keyless("    key: []\n") && !keyless(key));
}

#[test]
fn a_key_that_resembles_none_is_told_with_those_that_there_are() {
    let problems = of_standard("better: higher", "better: higher, zzz: 1");
    helps(
        &problems,
        "unknown-key",
        "clés admises ici\u{a0}: `min`, `max`, `better`, `unit`",
        "keys allowed here: `min`",
    );
    let problems = of_record(&["control: zzz", "observed: 2025-03-31", "answer: oui"]);
    helps(&problems, "unknown-reference", "`politique`, `formation`, `serveurs`", "`politique`");
}

#[test]
fn help_shows_the_shape_that_is_wanted() {
    let title = "title: {fr: Référentiel d’exemple, en: Example standard}";
    helps(&of_standard(title, "title: Exemple"), "wrong-type", "`{fr: …, en: …}`", "`{fr: …, en: …}`");
    helps(&of_standard("edition: \"1\"", "edition: [1]"), "wrong-type", "`\"…\"`", "`\"…\"`");
    helps(&of_standard("max: 100,", "max: [1],"), "wrong-type", "`12.5`", "`12.5`");
    helps(&of_standard("max_age: {parameter: age-max}", "max_age: [1]"), "wrong-type", "`P18M`", "`P18M`");
    helps(
        &of_standard("criteria: [{value: {min: 0, max: 100, better: higher}}]", "criteria: une valeur"),
        "wrong-type",
        "`- …`",
        "`- …`",
    );
    let fictional = "subject: {id: x, name: X, fictional: oui}";
    let dossier = format!("standard: {{id: itu-gci-2024, edition: 2024}}\n{fictional}\nevidence: []\n");
    let plan = kolosi::bundled("itu-gci-2024").expect("a standard");
    let plan = plan.compile(&Options::new("2025-12-31".parse().expect("a date"))).expect("a plan");
    let problems: Vec<Problem> = plan.dossier(dossier.as_bytes()).expect_err("oui").iter().cloned().collect();
    helps(&problems, "wrong-type", "`true` ou `false`", "`true` or `false`");
    let observed = ["control: politique", "observed: [1]", "answer: oui"];
    helps(&of_record(&observed), "wrong-type", "`2025-03-31`", "`2025-03-31`");
    let nothing = ["control: politique", "observed: 2025-03-31", "answer: oui", "by:"];
    helps(&of_record(&nothing), "wrong-type", "supprimez la clé", "remove the key");
    let data = |data: &str| of_record(&["kind: serveur", "observed: 2025-03-31", data]);
    helps(&data("data: {nom: x, chiffre: oui}"), "type-mismatch", "`true` ou `false`", "`true` or `false`");
    helps(&data("data: {nom: x, sauvegarde: hier}"), "type-mismatch", "`2025-03-31`", "`2025-03-31`");
    helps(&of_standard("default: P24M", "default: 24"), "type-mismatch", "`P18M`", "`P18M`");
}

#[test]
fn numbers_and_dates_are_written_as_they_are_meant() {
    let value = |value: &str| of_record(&["control: formation", "observed: 2025-03-31", value]);
    helps(&value("value: 12,5"), "invalid-number", "écrivez un point\u{a0}: `12.5`", "write a point: `12.5`");
    helps(
        &value("value: 1 234"),
        "invalid-number",
        "écrivez sans espace\u{a0}: `1234`",
        "write no space: `1234`",
    );
    helps(&value("value: 80 %"), "invalid-number", "`12.5`", "`12.5`");
    let date = |date: &str| of_record(&["control: formation", &format!("observed: {date}"), "value: 5"]);
    helps(&date("31/03/2025"), "invalid-date", "`2025-03-31`", "`2025-03-31`");
    helps(&date("2025/3/31"), "invalid-date", "`2025-03-31`", "`2025-03-31`");
    helps(&date("2025-02-30"), "invalid-date", "n’existe pas", "does not exist");
    helps(&date("2025-03"), "invalid-date", "dernier jour et dites-le dans `remark`", "say so in `remark`");
    // nobody knows which of the two is the month
    helps(&date("03/04/2025"), "invalid-date", "AAAA-MM-JJ", "YYYY-MM-DD");
    let masked = value("value: 77,7")[0].masked();
    assert!(!masked.help(Lang::Fr).contains("77") && !masked.message(Lang::Fr).contains("77"), "{masked:?}");
}

#[test]
fn a_date_on_the_command_line_has_no_remark() {
    let mut args = GCI.to_vec();
    args[4] = "2024-12";
    let ran = kolosi(&args);
    assert!(
        ran.code == 2 && ran.err.contains("[invalid-date]") && !ran.err.contains("remark"),
        "{}",
        ran.err
    );
}

#[test]
fn a_dossier_with_a_mistyped_standard_is_told_what_was_meant() {
    let folder = folder();
    let file = path(&folder, "d.yaml");
    std::fs::write(
        &file,
        "standrd: {id: itu-gci-2024, edition: 2024}\nsubject: {id: x, name: X}\nevidence: []\n",
    )
    .expect("a file");
    let ran = kolosi(&["check", &file]);
    assert_eq!((ran.code, ran.err.matches("erreur[").count()), (2, 1), "{}", ran.err);
    assert!(ran.err.contains("[unknown-key]") && ran.err.contains("`standard`"), "{}", ran.err);
}
