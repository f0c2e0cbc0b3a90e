//! `kolosi new`: from nothing to an audit.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test fails by panicking, and compares what was read back"
)]

mod common;

use common::{folder, kolosi, kolosi_in};

#[test]
fn a_standard_and_a_dossier_begun_are_checked_and_audited() {
    for lang in ["fr", "en"] {
        let folder = folder();
        let run = |args: &[&str]| kolosi_in(folder.path(), &[args, &["--lang", lang]].concat());
        let written = if lang == "fr" { "écrit\u{a0}: s.yaml\n" } else { "written: s.yaml\n" };
        let standard = run(&["new", "standard", "-o", "s.yaml"]);
        assert_eq!((standard.code, standard.out.as_str(), standard.err.as_str()), (0, "", written));
        let dossier =
            ["new", "dossier", "--standard", "s.yaml", "--profile", "hosted", "--as-of", "2025-12-31"];
        assert_eq!(run(&[&dossier[..], &["-o", "d.yaml"]].concat()).code, 0);
        let checked = run(&["check", "s.yaml", "d.yaml"]);
        assert_eq!((checked.code, checked.err.as_str()), (0, ""), "no error, no warning");
        let audited = run(&[
            "audit",
            "s.yaml",
            "d.yaml",
            "--as-of",
            "2025-12-31",
            "--profile",
            "hosted",
            "--format",
            "json",
        ]);
        let audit: serde_json::Value = serde_json::from_str(&audited.out).expect("an audit");
        assert_eq!(audit["coverage"]["undetermined"], 4);
        let file = std::fs::read_to_string(folder.path().join("d.yaml")).expect("the dossier");
        assert_eq!(run(&dossier).out, file, "the same on standard output");
        let command = "--as-of 2025-12-31 --profile hosted\n";
        assert!(file.contains(command), "the file says how it is audited");
    }
}

#[test]
fn a_dossier_of_a_built_in_standard_is_checked_without_naming_it() {
    let folder = folder();
    let file = folder.path().join("d.yaml").display().to_string();
    for id in kolosi::bundled_ids() {
        let text = kolosi(&["new", "dossier", "--standard", id, "--as-of", "2025-12-31"]);
        assert_eq!((text.code, text.err.as_str()), (0, ""), "{id}");
        std::fs::write(&file, text.out).expect("a file");
        let checked = kolosi(&["check", &file]);
        assert_eq!((checked.code, checked.err.as_str()), (0, ""), "{id}");
    }
}

#[test]
fn what_somebody_has_filled_in_stays() {
    let folder = folder();
    let file = folder.path().join("d.yaml");
    std::fs::write(&file, "mine").expect("a file");
    let args = ["new", "dossier", "--standard", "itu-gci-2024", "--as-of", "2025-12-31", "-o", "d.yaml"];
    for (lang, words) in [("fr", "ce fichier existe déjà"), ("en", "this file exists already")] {
        let ran = kolosi_in(folder.path(), &[&args[..], &["--lang", lang]].concat());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert!(ran.err.contains("[invalid-argument]") && ran.err.contains(words), "{}", ran.err);
        assert_eq!(std::fs::read_to_string(&file).expect("the file"), "mine");
    }
}

#[test]
fn what_does_not_fit_is_told() {
    let dossier = ["new", "dossier", "--standard", "ml-snc-2026"];
    for (args, code, words) in [
        (&["new"][..], "missing-argument", "`<DOCUMENT>`"),
        (&["new", "audit"], "invalid-argument", "`standard`, `dossier`"),
        (&["new", "dossier", "--as-of", "2025-12-31"], "missing-argument", "`--standard <STANDARD>`"),
        (&dossier, "as-of-missing", "`--as-of YYYY-MM-DD`"),
        (&[&dossier[..], &["--as-of", "2025-02-30"]].concat(), "invalid-date", "2025-02-30"),
        (&[&dossier[..], &["--as-of", "2025-12-31", "--profile", "x"]].concat(), "unknown-reference", "`x`"),
        (&["new", "dossier", "--standard", "zzz", "--as-of", "2025-12-31"], "unknown-standard", "`zzz`"),
        (&["new", "standard", "--standard", "ml-snc-2026"], "invalid-argument", "`kolosi new dossier …`"),
        (&["new", "standard", "--profile", "x"], "invalid-argument", "`--profile`"),
        (&["new", "standard", "--as-of", "2025-12-31"], "invalid-argument", "`--as-of`"),
        (&["new", "standard", "-o", "absent/s.yaml"], "unwritable-file", "absent/s.yaml"),
    ] {
        let ran = kolosi(&[args, &["--lang", "en"]].concat());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(ran.err.contains(&format!("[{code}]")) && ran.err.contains(words), "{args:?}: {}", ran.err);
    }
}
