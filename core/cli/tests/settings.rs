//! Profiles and parameters: what a standard offers, what `--profile` and `--set` do, and what the reports say of it.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test fails by panicking, and compares what was read back"
)]

mod common;

use common::{Ran, folder, kolosi, path};
use serde_json::Value;
use tempfile::TempDir;

const PROFILES: &str = "profiles:
  - id: strict
    title: {fr: Exigeant, en: Strict}
    parameters:
      - {parameter: age-max, value: P6M, reason: {fr: Des preuves récentes, en: Recent evidence}}
    drop:
      - {control: formation, reason: {fr: Mesurée ailleurs, en: Measured elsewhere}}
";

/// A folder with the example standard, given a profile, and the example dossier, whose one record is nine months old.
fn desk() -> TempDir {
    let desk = folder();
    let standard = include_str!("../../src/problem/explained/standard.yaml").to_owned() + PROFILES;
    std::fs::write(path(&desk, "s.yaml"), standard).expect("a file");
    let dossier = include_str!("../../src/problem/explained/dossier.yaml");
    std::fs::write(path(&desk, "d.yaml"), dossier).expect("a file");
    desk
}

fn run(command: &str, desk: &TempDir, more: &[&str]) -> Ran {
    let (standard, dossier) = (path(desk, "s.yaml"), path(desk, "d.yaml"));
    let mut args = vec![command, &standard, &dossier];
    if command == "explain" {
        args.push("politique");
    }
    args.extend(["--as-of", "2025-12-31"]);
    args.extend(more);
    kolosi(&args)
}

/// The verdict of the control whose age limit is the parameter, the options told, and the controls.
fn audited(desk: &TempDir, more: &[&str]) -> (String, Value, Vec<String>) {
    let ran = run("audit", desk, &[more, &["--format", "json"]].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    let audit: Value = serde_json::from_str(&ran.out).expect("JSON");
    let findings = audit["findings"].as_array().expect("a list");
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let verdict = findings.iter().find(|it| it["control"] == "politique").map(|it| text(&it["verdict"]));
    let controls = findings.iter().map(|it| text(&it["control"])).collect();
    (verdict.expect("the control"), audit["options"].clone(), controls)
}

#[test]
fn the_option_comes_after_the_profile_and_the_profile_after_the_default() {
    let desk = desk();
    let (verdict, options, controls) = audited(&desk, &[]);
    assert_eq!((verdict.as_str(), &options["profile"]), ("satisfied", &Value::Null));
    assert_eq!(controls, ["politique", "formation", "serveurs"]);
    let (verdict, options, controls) = audited(&desk, &["--profile", "strict"]);
    assert_eq!((verdict.as_str(), &options["profile"]), ("undetermined", &"strict".into()));
    assert_eq!(controls, ["politique", "serveurs"]);
    let (verdict, options, _) = audited(&desk, &["--profile", "strict", "--set", "age-max=P12M"]);
    assert_eq!(
        (verdict.as_str(), &options["parameters"]),
        ("satisfied", &serde_json::json!({"age-max": "P12M"}))
    );
    assert_eq!(audited(&desk, &["--set", "age-max=P8M"]).0, "undetermined");
}

#[test]
fn what_cannot_be_set_is_told() {
    let desk = desk();
    for (set, code, words) in [
        ("age-max=P10Y", "parameter-out-of-bounds", "P6M … P60M"),
        ("age-max=P90D", "parameter-out-of-bounds", "même unité"),
        ("age-mx=P12M", "unknown-reference", "vouliez-vous dire `age-max`"),
        ("zzz=1", "unknown-reference", "choisissez ce qui est connu ici\u{a0}: `age-max`"),
        ("age-max=12", "type-mismatch", "`P18M`"),
        ("age-max=", "type-mismatch", "`P18M`"),
        ("age-max", "invalid-argument", "`NOM=VALEUR`"),
        ("=P12M", "invalid-argument", "`NOM=VALEUR`"),
    ] {
        for command in ["audit", "explain"] {
            let ran = run(command, &desk, &["--set", set]);
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{set}");
            assert!(ran.err.contains(&format!("[{code}]")) && ran.err.contains(words), "{set}: {}", ran.err);
        }
    }
    let twice = run("audit", &desk, &["--set", "age-max=P12M", "--set", "age-max=P12M"]);
    assert!(twice.code == 2 && twice.err.contains("[repeated-argument]"), "{}", twice.err);
    let profile = run("audit", &desk, &["--profile", "strct"]);
    assert!(profile.code == 2 && profile.err.contains("vouliez-vous dire `strict`"), "{}", profile.err);
}

#[test]
fn an_audit_made_with_settings_verifies_and_says_them() {
    let desk = desk();
    let (json, html) = (path(&desk, "a.json"), path(&desk, "a.html"));
    let settings = ["--profile", "strict", "--set", "age-max=P12M"];
    let ran = run("audit", &desk, &[&settings[..], &["-o", &json, "-o", &html, "--format", "text"]].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    let page = std::fs::read_to_string(&html).expect("the report");
    for told in [&ran.out, &run("explain", &desk, &settings).out] {
        assert!(told.contains("Profil\u{a0}: Exigeant (strict)\n"), "{told}");
        assert!(told.contains("Paramètre fixé par option\u{a0}: age-max = P12M\n"), "{told}");
    }
    assert!(page.contains("Exigeant") && page.contains("P12M") && !page.contains("P6M</"), "{page}");
    let by_profile = run("explain", &desk, &["--profile", "strict"]).out;
    assert!(by_profile.contains("Paramètre fixé par le profil\u{a0}: age-max = P6M\n"), "{by_profile}");
    let plain = run("audit", &desk, &[]).out;
    assert!(!plain.contains("Profil") && !plain.contains("Paramètre"), "{plain}");
    let verify = |standard: &str| {
        kolosi(&["verify", &json, "--standard", standard, "--dossier", &path(&desk, "d.yaml")])
    };
    let verified = verify(&path(&desk, "s.yaml"));
    assert_eq!(verified.code, 0, "{}", verified.err);
    let written = std::fs::read_to_string(&json).expect("the audit");
    std::fs::write(&json, written.replace("P12M", "P13M")).expect("a file");
    assert_eq!(verify(&path(&desk, "s.yaml")).code, 4);
}

#[test]
fn show_lists_profiles_and_parameters() {
    let desk = desk();
    let shown = kolosi(&["show", &path(&desk, "s.yaml")]).out;
    for line in [
        "  – strict\u{a0}: Exigeant",
        "    retire formation\u{a0}: Mesurée ailleurs",
        "    fixe age-max = P6M\u{a0}: Des preuves récentes",
        "  – age-max\u{a0}: Âge le plus grand d’une preuve",
        "    durée\u{202f}; par défaut P24M\u{202f}; de P6M à P60M",
    ] {
        assert!(shown.lines().any(|it| it == line), "{line}\n{shown}");
    }
    assert!(shown.contains("--profile") && shown.contains("--set"), "{shown}");
    let shown = kolosi(&["show", "ml-snc-2026", "--lang", "en"]).out;
    assert!(shown.contains("    duration; P24M by default; from P6M to P60M\n"), "{shown}");
    assert!(shown.contains("    whole number; 3 by default; from 1 to 8\n"), "{shown}");
}

#[test]
fn an_optional_control_is_shown_as_one() {
    let desk = desk();
    let file = path(&desk, "s.yaml");
    let staff = "title: {fr: Agents formés, en: Trained staff}";
    let standard = std::fs::read_to_string(&file)
        .expect("the standard")
        .replace(staff, &format!("{staff}\n        optional: true"))
        .replace("    drop:", "    add:");
    std::fs::write(&file, standard).expect("a file");
    let shown = kolosi(&["show", &file]).out;
    assert!(shown.contains("Agents formés (seulement avec un profil)\n"), "{shown}");
    assert!(shown.contains("    ajoute formation\u{a0}: Mesurée ailleurs\n"), "{shown}");
    assert_eq!(audited(&desk, &[]).2, ["politique", "serveurs"]);
    assert_eq!(audited(&desk, &["--profile", "strict"]).2, ["politique", "formation", "serveurs"]);
}
