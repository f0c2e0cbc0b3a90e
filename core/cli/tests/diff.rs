//! `kolosi diff`: two saved audits in, what changed out; a comparison is no judgement.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use common::{folder, kolosi, path, project};
use serde_json::Value;

/// Mali's strategy at the end of 2025 and, without a word changed, three years later.
fn pair(folder: &tempfile::TempDir) -> (String, String) {
    let file = "standards/ml-snc-2026/examples/ml-2025-12.yaml";
    let audits = [("2025-12-31", "old.json"), ("2028-12-31", "new.json")].map(|(date, name)| {
        let audit = path(folder, name);
        assert_eq!(kolosi(&["audit", "ml-snc-2026", file, "--as-of", date, "-o", &audit]).code, 0);
        audit
    });
    audits.into()
}

/// The text in one line: where it breaks is no matter here.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_time_alone_changes_is_told_in_every_form() {
    let folder = folder();
    let (old, new) = pair(&folder);
    let json = kolosi(&["diff", &old, &new, "--format", "json"]);
    assert_eq!((json.code, json.err.as_str()), (0, ""));
    let diff: Value = serde_json::from_str(&json.out).expect("JSON");
    assert_eq!(diff.to_string() + "\n", json.out, "RFC 8785");
    assert_eq!(diff["options"][0]["option"], "/as_of");
    let unknown = diff["counts"]["newly_unknown"].as_u64().expect("a count");
    assert!(unknown > 0 && !diff["expired"].as_array().expect("a list").is_empty());
    // a machine reads the same whatever the language
    assert_eq!(kolosi(&["diff", &old, &new, "--format", "json", "--lang", "en"]).out, json.out);

    for (lang, words) in [("fr", "Désormais inconnu"), ("en", "Newly unknown")] {
        let text = kolosi(&["diff", &old, &new, "--lang", lang]);
        assert_eq!((text.code, text.err.as_str()), (0, ""));
        assert!(text.out.contains(words) && text.out.contains("agency-created"), "{}", text.out);
        assert!(text.out.lines().all(|line| line.chars().count() <= 80), "{}", text.out);
        assert!(!text.out.contains('\u{1b}'));
        let html = kolosi(&["diff", &old, &new, "--lang", lang, "--format", "html"]).out;
        assert!(html.starts_with("<!DOCTYPE html>") && html.contains(&format!("<html lang=\"{lang}\"")));
        assert!(html.contains(words) && html.contains("default-src 'none'"));
        for asks in ["<script", "src=", "@import", "<link", "<iframe"] {
            assert!(!html.contains(asks), "{asks}");
        }
    }
    let coloured = kolosi(&["diff", &old, &new, "--color", "always"]).out;
    assert!(coloured.contains("\u{1b}["));
}

#[test]
fn an_audit_does_not_differ_from_itself() {
    let folder = folder();
    let (old, _) = pair(&folder);
    let ran = kolosi(&["diff", &old, &old, "--lang", "en"]);
    assert_eq!(ran.code, 0);
    assert!(
        flat(&ran.out).contains("The two files are the same audit.")
            && flat(&ran.out).contains("Unchanged: 26 controls"),
        "{}",
        ran.out
    );
    assert!(flat(&ran.out).contains("The score stays between 25.9 and 79.5 out of 100."), "{}", ran.out);
}

#[test]
fn what_is_not_one_thing_is_said_first() {
    let folder = folder();
    let (old, new) = pair(&folder);
    let other = path(&folder, "other.json");
    let mut args = common::GCI.to_vec();
    let dossier = path(&folder, "dossier.yaml");
    let text = std::fs::read_to_string(project().join(args[2])).expect("the dossier");
    std::fs::write(
        &dossier,
        text.replacen("id: ml", "id: fiction", 1).replacen("name: Mali", "name: Exemple fictif", 1),
    )
    .expect("a file");
    args[2] = &dossier;
    args.extend(["-o", &other]);
    assert_eq!(kolosi(&args).code, 0);
    let ran = kolosi(&["diff", &old, &other, "--lang", "en"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let said = flat(&ran.out);
    let score = said.find("The score").expect("the score");
    for notice in ["not about the same subject", "not use the same standard", "earlier date"] {
        let at = said.find(notice);
        assert!(at.is_some_and(|at| at < score), "{notice}: {}", ran.out);
    }
    assert!(ran.out.starts_with("Mali → Exemple fictif"), "{}", ran.out);
    let backwards = kolosi(&["diff", &new, &old, "--lang", "en"]);
    assert!(
        backwards.code == 0 && flat(&backwards.out).contains("everything reads backwards"),
        "{}",
        backwards.out
    );
}

#[test]
fn what_cannot_be_trusted_or_read_is_named_and_nothing_is_written() {
    let folder = folder();
    let (old, new) = pair(&folder);
    let report = path(&folder, "diff.html");
    let written = std::fs::read_to_string(&new).expect("the audit");
    std::fs::write(&new, written.replacen("\"waived\":false", "\"waived\":true", 1)).expect("a file");
    for args in [[&old, &new], [&new, &old]] {
        let ran = kolosi(&["diff", args[0], args[1], "-o", &report]);
        assert_eq!((ran.code, ran.out.as_str()), (4, ""));
        assert!(ran.err.contains("new.json") && !ran.err.contains("old.json"), "{}", ran.err);
        assert!(!std::path::Path::new(&report).exists());
    }
    std::fs::write(&new, "{}").expect("a file");
    assert_eq!(kolosi(&["diff", &old, &new]).code, 2);
    std::fs::write(&new, &written).expect("a file");
    // neither input is ever written over, and a comparison has no table
    for input in [&old, &new] {
        assert_eq!(kolosi(&["diff", &old, &new, "-o", input]).code, 2);
    }
    assert_eq!(std::fs::read_to_string(&new).expect("the audit"), written);
    assert_eq!(kolosi(&["diff", &old, &new, "-o", &path(&folder, "diff.csv")]).code, 2);
    let ran = kolosi(&["diff", &old, &new, "-o", &report, "-o", &path(&folder, "diff.json")]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert!(std::path::Path::new(&report).exists());
}
