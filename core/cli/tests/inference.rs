//! `kolosi audit` and `kolosi verify` with mappings and other dossiers.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test fails by panicking, and compares what was read back"
)]

mod common;

use common::{Ran, folder, kolosi_in};
use serde_json::Value;
use std::path::Path;

/// A source with one control of two criteria and a profile that tightens it; a target with two controls; a mapping between them.
const SOURCE: &str = r#"{"id": "src", "edition": "1", "title": {"fr": "Source", "en": "Source"}, "publisher": {"fr": "Nous", "en": "Us"},
 "subject": "organisation", "basis": "proposal", "scale": 100, "scales": [{"id": "s", "answers": [
  {"id": "oui", "title": {"fr": "Oui", "en": "Yes"}, "degree": 1}, {"id": "non", "title": {"fr": "Non", "en": "No"}, "degree": 0}]}],
 "parameters": [{"id": "age", "title": {"fr": "Âge", "en": "Age"}, "type": "duration", "default": "P24M", "min": "P1M", "max": "P24M"}],
 "profiles": [{"id": "strict", "title": {"fr": "Strict", "en": "Strict"},
  "parameters": [{"parameter": "age", "value": "P1M", "reason": {"fr": "Frais.", "en": "Fresh."}}]}],
 "groups": [{"id": "g", "title": {"fr": "Groupe", "en": "Group"}, "controls": [
  {"id": "a1", "title": {"fr": "Mesure", "en": "Control"}, "criteria": [{"answer": "s", "max_age": {"parameter": "age"}}]}]}]}"#;
const TARGET: &str = r#"{"id": "dst", "edition": "1", "title": {"fr": "Cible", "en": "Target"}, "publisher": {"fr": "Nous", "en": "Us"},
 "subject": "organisation", "basis": "proposal", "scale": 100, "scales": [{"id": "s", "answers": [
  {"id": "oui", "title": {"fr": "Oui", "en": "Yes"}, "degree": 1}, {"id": "non", "title": {"fr": "Non", "en": "No"}, "degree": 0}]}],
 "groups": [{"id": "g", "title": {"fr": "Groupe", "en": "Group"}, "controls": [
  {"id": "b1", "title": {"fr": "Première", "en": "First"}, "criteria": [{"answer": "s"}]},
  {"id": "b2", "title": {"fr": "Seconde", "en": "Second"}, "criteria": [{"answer": "s"}]}]}]}"#;

fn dossier(standard: &str, evidence: &str) -> String {
    format!(
        r#"{{"standard": {{"id": "{standard}", "edition": "1"}}, "subject": {{"id": "acme", "name": "Acme <b>"}}, "evidence": [{evidence}]}}"#
    )
}

/// A folder with all of it.
fn desk() -> tempfile::TempDir {
    let desk = folder();
    let write = |name: &str, text: &str| std::fs::write(desk.path().join(name), text).expect("a file");
    let digest =
        |text: &str| kolosi::Standard::from_slice(text.as_bytes()).expect("a standard").digest().to_owned();
    write("src.json", SOURCE);
    write("dst.json", TARGET);
    write(
        "map.json",
        &format!(
            r#"{{"id": "src-dst", "edition": "1", "title": {{"fr": "De l’un à l’autre", "en": "From one to the other"}}, "basis": "proposal",
             "source": {{"standard": "src", "edition": "1", "digest": "{}"}}, "target": {{"standard": "dst", "edition": "1", "digest": "{}"}},
             "edges": [{{"from": "a1", "to": "b2", "relation": "superset-of", "confidence": "high", "rationale": {{"fr": "Oui.", "en": "Yes."}}}}]}}"#,
            digest(SOURCE),
            digest(TARGET)
        ),
    );
    write("ours.json", &dossier("dst", ""));
    write(
        "theirs.json",
        &dossier("src", r#"{"id": "r1", "control": "a1", "observed": "2025-01-01", "answer": "oui"}"#),
    );
    desk
}

const AUDIT: [&str; 5] = ["audit", "dst.json", "ours.json", "--as-of", "2025-12-31"];
const BESIDE: [&str; 6] =
    ["--with-mapping", "map.json", "--from", "theirs.json", "--with-standard", "src.json"];

fn audit(desk: &Path, more: &[&str]) -> Ran {
    kolosi_in(desk, &[&AUDIT[..], more].concat())
}

fn inferences(desk: &Path, more: &[&str]) -> Value {
    let ran = audit(desk, &[&["--format", "json"], more].concat());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    serde_json::from_str::<Value>(&ran.out).expect("JSON")["inferences"].clone()
}

#[test]
fn what_holds_elsewhere_is_inferred_and_stands_apart() {
    let desk = desk();
    let found = inferences(desk.path(), &BESIDE);
    assert_eq!(found["controls"].as_array().map(Vec::len), Some(1));
    assert_eq!(
        (&found["controls"][0]["control"], &found["controls"][0]["applied"]),
        (&"b2".into(), &true.into())
    );
    assert_eq!(found["controls"][0]["paths"][0]["records"], serde_json::json!(["r1"]));
    assert_eq!((&found["score"]["lo"], &found["score"]["hi"]), (&"50".into(), &"100".into()));
    assert_eq!(inferences(desk.path(), &[]), Value::Null);

    let page = audit(desk.path(), &BESIDE).out;
    let (measured, inferred) = page.split_once("Déduit, non mesuré").expect("a heading");
    assert!(measured.contains("Le score est entre\u{a0}0 et\u{a0}100 sur 100."), "{measured}");
    for words in [
        "audit 1, mesure a1\u{a0}: pleinement satisfaite",
        "en demande plus → b2",
        "src-dst, ligne 1",
        "preuves\u{a0}: r1",
    ] {
        assert!(inferred.contains(words), "{words}\n{inferred}");
    }
    let page = audit(desk.path(), &[&BESIDE[..], &["--format", "html", "--lang", "en"]].concat()).out;
    for words in [
        "Inferred, not measured",
        "audit 1, control <bdi>a1</bdi>: met in full",
        "asks for more → <bdi>b2</bdi>",
        "Acme &lt;b&gt;",
    ] {
        assert!(page.contains(words), "{words}");
    }
    assert!(!audit(desk.path(), &["--format", "html"]).out.contains("Déduit, non mesuré"));
}

#[test]
fn an_edge_read_backwards_is_told_as_it_is_read() {
    let desk = desk();
    let map = std::fs::read_to_string(desk.path().join("map.json")).expect("a mapping");
    let turned = map
        .replace("\"source\"", "\"other\"")
        .replace("\"target\"", "\"source\"")
        .replace("\"other\"", "\"target\"")
        .replace(
            r#""from": "a1", "to": "b2", "relation": "superset-of""#,
            r#""from": "b2", "to": "a1", "relation": "subset-of""#,
        );
    std::fs::write(desk.path().join("map.json"), turned).expect("a file");
    let page = audit(desk.path(), &BESIDE).out;
    assert!(page.contains("en demande plus → b2 · correspondance src-dst, ligne 1 lue à rebours"), "{page}");
}

#[test]
fn another_dossier_is_audited_under_its_own_profile() {
    let desk = desk();
    let strict =
        ["--with-mapping", "map.json", "--from", "strict:theirs.json", "--with-standard", "src.json"];
    let found = inferences(desk.path(), &strict);
    assert_eq!(
        (&found["from"][0]["profile"], &found["controls"]),
        (&"strict".into(), &serde_json::json!([]))
    );
    let ran = audit(
        desk.path(),
        &["--with-mapping", "map.json", "--from", "lax:theirs.json", "--with-standard", "src.json"],
    );
    assert!(
        ran.code == 2 && ran.err.contains("[unknown-reference]") && ran.err.contains("/profile"),
        "{}",
        ran.err
    );
    // a file of that very name comes first
    std::fs::copy(desk.path().join("theirs.json"), desk.path().join("strict:theirs.json")).expect("a copy");
    assert_eq!(inferences(desk.path(), &strict)["from"][0]["profile"], Value::Null);
}

#[test]
fn what_is_missing_is_named() {
    let desk = desk();
    let ran = audit(desk.path(), &["--from", "theirs.json"]);
    assert!(
        ran.code == 2 && ran.err.contains("[missing-argument]") && ran.err.contains("--with-mapping"),
        "{}",
        ran.err
    );
    let ran = audit(desk.path(), &["--with-mapping", "no-such-mapping"]);
    assert!(ran.code == 2 && ran.err.contains("[unknown-reference]"), "{}", ran.err);
    let ran = audit(desk.path(), &["--with-mapping", "map.json"]);
    assert!(
        ran.code == 2 && ran.err.contains("map.json") && ran.err.contains("[unknown-standard]"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("--with-standard"), "{}", ran.err);
    std::fs::write(desk.path().join("src.json"), SOURCE.replace("P24M\", \"min", "P23M\", \"min"))
        .expect("a file");
    let ran = audit(desk.path(), &BESIDE);
    assert!(ran.code == 2 && ran.err.contains("[broken-pin]"), "{}", ran.err);
    // no output takes the place of an input
    let ran = audit(desk.path(), &[&BESIDE[..], &["-o", "json:theirs.json"]].concat());
    assert!(ran.code == 2 && ran.err.contains("[invalid-argument]"), "{}", ran.err);
}

#[test]
fn an_audit_with_inferences_is_read_back_and_verified() {
    let desk = desk();
    let desk = desk.path();
    assert_eq!(audit(desk, &[&BESIDE[..], &["-o", "audit.json", "-o", "page.html"]].concat()).code, 0);
    assert_eq!(kolosi_in(desk, &["check", "audit.json"]).code, 0);
    assert_eq!(kolosi_in(desk, &["render", "audit.json", "-o", "again.html"]).code, 0);
    let again = std::fs::read_to_string(desk.join("again.html")).expect("a page");
    assert!(
        again.contains("Déduit, non mesuré") && again.contains("correspondance <bdi>src-dst</bdi>, ligne 1")
    );

    let verify = |more: &[&str]| {
        kolosi_in(
            desk,
            &[&["verify", "audit.json", "--standard", "dst.json", "--dossier", "ours.json"], more].concat(),
        )
    };
    assert_eq!(verify(&BESIDE).code, 0);
    let lacking = verify(&[]);
    assert_eq!((lacking.code, lacking.err.matches("[missing-argument]").count()), (2, 2), "{}", lacking.err);
    assert!(lacking.err.contains("`src-dst`") && lacking.err.contains("`src`"), "{}", lacking.err);
    let lacking = verify(&["--with-mapping", "map.json", "--with-standard", "src.json"]);
    assert!(lacking.code == 2 && lacking.err.contains("--from"), "{}", lacking.err);

    let theirs = std::fs::read_to_string(desk.join("theirs.json")).expect("a dossier");
    std::fs::write(desk.join("theirs.json"), theirs.replace("oui", "non")).expect("a file");
    let changed = verify(&BESIDE);
    assert!(changed.code == 4 && changed.err.contains("theirs.json"), "{}", changed.err);
    std::fs::write(desk.join("theirs.json"), theirs.replace(", ", ",\n   ")).expect("a file");
    assert_eq!(verify(&BESIDE).code, 0);
    let map = std::fs::read_to_string(desk.join("map.json")).expect("a mapping");
    std::fs::write(desk.join("map.json"), map.replace("superset-of", "equal")).expect("a file");
    let changed = verify(&BESIDE);
    assert!(changed.code == 4 && changed.err.contains("map.json"), "{}", changed.err);
}
