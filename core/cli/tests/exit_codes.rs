//! Exit codes (DESIGN 4), and files that are written whole or not at all.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::float_arithmetic,
    missing_docs,
    reason = "a test fails by panicking, and compares what was read back"
)]

mod common;

use common::{GCI, folder, kolosi, path, project};

fn gci(more: &[&str]) -> i32 {
    let args: Vec<&str> = GCI.iter().chain(more).copied().collect();
    kolosi(&args).code
}

#[test]
fn bars() {
    assert_eq!(gci(&["--fail-under-level", "T4"]), 0);
    assert_eq!(gci(&["--fail-under-level", "T3"]), 1);
    assert_eq!(gci(&["--fail-under-level", "T9"]), 2);
    // exactly the score meets the bar; the next digit misses it
    assert_eq!(gci(&["--fail-under-score", "29.4701837500553097"]), 0);
    assert_eq!(gci(&["--fail-under-score", "29.47018375005530970000001"]), 1);
    assert_eq!(gci(&["--fail-under-score", "twenty"]), 2);
    // with verified evidence only nothing is known
    assert_eq!(gci(&["--assurance", "verified", "--fail-under-score", "29"]), 3);
    assert_eq!(gci(&["--assurance", "verified", "--fail-under-level", "T5"]), 0);
    assert_eq!(gci(&["--assurance", "verified", "--min-coverage", "0.01"]), 3);
    assert_eq!(gci(&["--min-coverage", "1"]), 0);
    // a bar missed comes before one of which too little is known
    assert_eq!(gci(&["--assurance", "verified", "--fail-under-score", "101", "--min-coverage", "1"]), 1);
    assert_eq!(gci(&["--min-coverage", "80"]), 2);
}

#[test]
fn usage() {
    let missing = kolosi(&["audit", "itu-gci-2024", "standards/itu-gci-2024/examples/ml-2024.yaml"]);
    assert_eq!(missing.code, 2);
    assert!(missing.err.contains("as-of-missing") && missing.err.contains("--as-of"), "{}", missing.err);
    assert_eq!(kolosi(&["audit"]).code, 2);
    assert_eq!(kolosi(&["frobnicate"]).code, 2);
    assert_eq!(gci(&["-o", "report.docx"]), 2);
    assert_eq!(gci(&["--assurance", "certain"]), 2);
    assert_eq!(gci(&["--profile", "nobody"]), 2);
    let typo = kolosi(&["show", "itu-gci-2042"]);
    assert_eq!(typo.code, 2);
    assert!(typo.err.contains("itu-gci-2024"), "{}", typo.err);
    let control = kolosi(&["show", "itu-gci-2024", "legel", "--lang", "en"]);
    assert_eq!(control.code, 2);
    assert!(control.err.contains("did you mean `legal`?"), "{}", control.err);
    // what resembles nothing is told with what there is
    let control = kolosi(&["show", "itu-gci-2024", "zzz", "--lang", "en"]);
    assert!(control.err.contains("choose what is known here: `legal`, `technical`"), "{}", control.err);
    let level = kolosi(&[&GCI[..], &["--fail-under-level", "zzz", "--lang", "en"]].concat());
    assert!(level.err.contains("choose what is known here: `T5`, `T4`"), "{}", level.err);
}

#[test]
fn show_explain_and_problems_answer() {
    for args in [
        &["standards"][..],
        &["show", "ml-snc-2026"],
        &["show", "ml-snc-2026", "strategy-adopted"],
        &[
            "explain",
            "itu-gci-2024",
            "standards/itu-gci-2024/examples/ml-2024.yaml",
            "legal",
            "--as-of",
            "2024-12-31",
        ],
        &["problems"],
        &["problems", "unknown-key"],
    ] {
        for lang in ["fr", "en"] {
            let args: Vec<&str> = args.iter().copied().chain(["--lang", lang]).collect();
            let ran = kolosi(&args);
            assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{args:?}");
            assert!(!ran.out.is_empty() && !ran.out.contains('\u{1b}'), "{args:?}");
            if args[0] != "problems" {
                assert!(ran.out.lines().all(|line| line.chars().count() <= 80), "{args:?}\n{}", ran.out);
            }
        }
    }
    assert_eq!(kolosi(&["problems", "no-such-code"]).code, 2);
}

#[test]
fn colour_is_asked_for_and_refused() {
    let coloured: Vec<&str> = GCI.iter().copied().chain(["--color", "always"]).collect();
    let with = kolosi(&coloured).out;
    let without = kolosi(&GCI).out;
    assert!(with.contains("\u{1b}["));
    let mut plain = String::new();
    let mut rest = with.as_str();
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        plain.push_str(before);
        rest = after.split_once('m').expect("an escape").1;
    }
    plain.push_str(rest);
    let trimmed = |text: &str| text.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
    assert_eq!(trimmed(&plain), trimmed(&without), "colour adds nothing but colour");
}

#[test]
fn machine_output_does_not_change_with_language() {
    let json = |lang: &str| {
        kolosi(&GCI.iter().copied().chain(["--format", "json", "--lang", lang]).collect::<Vec<_>>()).out
    };
    assert_eq!(json("fr"), json("en"));
}

#[test]
fn a_failing_audit_writes_nothing_and_leaves_the_old_file_whole() {
    let folder = folder();
    let report = path(&folder, "report.html");
    std::fs::write(&report, "old").expect("a file");
    let ran = kolosi(&[
        "audit",
        "itu-gci-2024",
        "standards/un-egdi-2024/examples/ml-2024.yaml",
        "--as-of",
        "2024-12-31",
        "-o",
        &report,
    ]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("wrong-standard"), "{}", ran.err);
    assert_eq!(std::fs::read_to_string(&report).expect("the file"), "old");
    // a folder that does not exist: nothing is left behind
    assert_eq!(gci(&["-o", &path(&folder, "none/report.html")]), 2);
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 1);
    // several files at once; the same name is simply replaced
    assert_eq!(gci(&["-o", &report, "-o", &format!("json:{}", path(&folder, "audit"))]), 0);
    assert!(std::fs::read_to_string(&report).expect("the file").starts_with("<!DOCTYPE html>"));
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 2);
}

/// The shell's limit on file sizes kills the command in the middle of its write.
#[cfg(unix)]
#[test]
fn an_interrupted_write_leaves_the_old_file_whole() {
    let folder = folder();
    let report = path(&folder, "report.html");
    std::fs::write(&report, "old").expect("a file");
    let command =
        format!("ulimit -f 4; exec {} {} -o '{report}'", env!("CARGO_BIN_EXE_kolosi"), GCI.join(" "));
    let status = std::process::Command::new("bash")
        .args(["-c", &command])
        .current_dir(project())
        .status()
        .expect("a shell");
    assert!(!status.success());
    assert_eq!(std::fs::read_to_string(&report).expect("the file"), "old");
}

#[test]
fn verify_names_what_changed() {
    let folder = folder();
    let audit = path(&folder, "audit.json");
    assert_eq!(gci(&["-o", &audit]), 0);
    let standard = project().join("standards/itu-gci-2024/standard.yaml");
    let dossier = project().join("standards/itu-gci-2024/examples/ml-2024.yaml");
    let (standard, dossier) = (
        std::fs::read_to_string(standard).expect("a file"),
        std::fs::read_to_string(dossier).expect("a file"),
    );
    let verify = |standard: &str, dossier: &str| {
        std::fs::write(path(&folder, "s.yaml"), standard).expect("a file");
        std::fs::write(path(&folder, "d.yaml"), dossier).expect("a file");
        kolosi(&[
            "verify",
            &audit,
            "--standard",
            &path(&folder, "s.yaml"),
            "--dossier",
            &path(&folder, "d.yaml"),
        ])
    };
    assert_eq!(verify(&standard, &dossier).code, 0);
    // comments and layout are no values
    assert_eq!(
        verify(&format!("# a comment\n{standard}\n\n"), &dossier.replace("evidence:", "evidence:   # here"))
            .code,
        0
    );
    let changed = verify(&standard.replace("at_least: 20", "at_least: 21"), &dossier);
    assert_eq!(changed.code, 4);
    assert!(changed.err.contains("s.yaml") && !changed.err.contains("d.yaml"), "{}", changed.err);
    let changed = verify(&standard, &dossier.replace("12.355251407113702", "12.355251407113703"));
    assert_eq!(changed.code, 4);
    assert!(changed.err.contains("d.yaml") && !changed.err.contains("s.yaml"), "{}", changed.err);
    // a standard that no longer has a control is changed; the dossier that names the control is not
    let changed = verify(&standard.replacen("- id: legal", "- id: lega1", 1), &dossier);
    assert_eq!(changed.code, 4);
    assert!(changed.err.contains("s.yaml") && !changed.err.contains("d.yaml"), "{}", changed.err);
    // a value changed into something that no longer loads is a change too; something that is no document is unreadable
    assert_eq!(verify(&standard.replace("at_least: 20", "at_least: -20"), &dossier).code, 4);
    assert_eq!(verify(&standard, "{").code, 2);
    // the audit itself, with and without its digest made to fit
    let written = std::fs::read_to_string(&audit).expect("the audit");
    std::fs::write(&audit, written.replace("29.4701837500553097", "79.4701837500553097")).expect("a file");
    let changed = verify(&standard, &dossier);
    assert_eq!(changed.code, 4);
    assert!(changed.err.contains("audit.json"), "{}", changed.err);
    std::fs::write(&audit, "not an audit").expect("a file");
    assert_eq!(verify(&standard, &dossier).code, 2);
}

#[test]
fn check_reads_every_document() {
    let folder = folder();
    let audit = path(&folder, "audit.json");
    assert_eq!(gci(&["-o", &audit]), 0);
    let ran = kolosi(&[
        "check",
        "standards/itu-gci-2024/standard.yaml",
        "standards/itu-gci-2024/standard.json",
        "standards/itu-gci-2024/examples/ml-2024.yaml",
        &audit,
    ]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(ran.out.lines().count(), 4);
    let own = path(&folder, "own.yaml");
    let text =
        std::fs::read_to_string(project().join("standards/itu-gci-2024/standard.yaml")).expect("a file");
    std::fs::write(&own, text.replacen("id: itu-gci-2024", "id: own", 1)).expect("a file");
    let dossier = path(&folder, "dossier.yaml");
    let text = std::fs::read_to_string(project().join("standards/itu-gci-2024/examples/ml-2024.yaml"))
        .expect("a file");
    std::fs::write(&dossier, text.replacen("id: itu-gci-2024", "id: own", 1)).expect("a file");
    assert_eq!(kolosi(&["check", &dossier]).code, 2);
    assert_eq!(kolosi(&["check", &dossier, "--standard", &own]).code, 0);
}

const DOSSIER: &str = r#"{"standard": {"id": "itu-gci-2024", "edition": "2024"}, "subject": {"id": "x", "name": "exemple fictif"},
    "evidence": []}"#;

#[test]
fn a_closed_pipe_changes_no_exit_code() {
    let command = format!(
        "{} {} --fail-under-level T1 | true; exit ${{PIPESTATUS[0]}}",
        env!("CARGO_BIN_EXE_kolosi"),
        GCI.join(" ")
    );
    let status = std::process::Command::new("bash")
        .args(["-c", &command])
        .current_dir(project())
        .status()
        .expect("a shell");
    assert_eq!(status.code(), Some(1));
}

#[test]
fn an_output_never_replaces_an_input_or_another_output() {
    let folder = folder();
    let dossier = path(&folder, "dossier.json");
    std::fs::write(&dossier, DOSSIER).expect("a file");
    let ran = kolosi(&["audit", "itu-gci-2024", &dossier, "--as-of", "2024-12-31", "-o", &dossier]);
    assert_eq!(ran.code, 2);
    assert_eq!(std::fs::read_to_string(&dossier).expect("the dossier"), DOSSIER);
    let html = path(&folder, "a.html");
    assert_eq!(gci(&["-o", &html, "-o", &html]), 2);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_permissions_stay() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let (real, link) = (path(&folder, "real.html"), path(&folder, "link.html"));
    std::fs::write(&real, "old").expect("a file");
    std::fs::set_permissions(&real, std::fs::Permissions::from_mode(0o600)).expect("its owner's");
    std::os::unix::fs::symlink(&real, &link).expect("a link");
    assert_eq!(gci(&["-o", &link]), 0);
    assert!(std::fs::symlink_metadata(&link).expect("the link").is_symlink());
    assert!(std::fs::read_to_string(&real).expect("the report").starts_with("<!DOCTYPE html>"));
    assert_eq!(std::fs::metadata(&real).expect("the report").permissions().mode() & 0o777, 0o600);
}

#[test]
fn what_a_dossier_says_is_never_taken_for_a_file() {
    let folder = folder();
    let (standard, dossier) = (path(&folder, "own.yaml"), path(&folder, "dossier.json"));
    let text =
        std::fs::read_to_string(project().join("standards/itu-gci-2024/standard.yaml")).expect("a file");
    std::fs::write(&standard, text.replacen("id: itu-gci-2024", "id: own", 1)).expect("a file");
    std::fs::write(&dossier, DOSSIER.replace("itu-gci-2024", &standard)).expect("a file");
    let ran = kolosi(&["check", &dossier]);
    assert!(ran.code == 2 && ran.err.contains("[unknown-standard]"), "{}", ran.err);
    // a standard beside it serves
    std::fs::write(&dossier, DOSSIER.replace("itu-gci-2024", "own")).expect("a file");
    let ran = kolosi(&["check", &dossier, &standard]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[test]
fn an_audit_with_a_key_twice_is_no_audit_of_ours() {
    let folder = folder();
    let audit = path(&folder, "audit.json");
    assert_eq!(gci(&["-o", &audit]), 0);
    let written = std::fs::read_to_string(&audit).expect("the audit");
    std::fs::write(&audit, written.trim_end().trim_end_matches('}').to_owned() + ",\"digest\":\"forged\"}")
        .expect("a file");
    let ran = kolosi(&[
        "verify",
        &audit,
        "--standard",
        "itu-gci-2024",
        "--dossier",
        "standards/itu-gci-2024/examples/ml-2024.yaml",
    ]);
    assert_eq!(ran.code, 4, "{}", ran.err);
    // a digest changed inside the audit is the audit's fault alone
    let dossier = "standards/itu-gci-2024/examples/ml-2024.yaml";
    let at = written.find("\"dossier\":{\"digest\":\"").expect("the digest of the dossier") + 21;
    let mut forged = written.clone();
    forged.replace_range(at..at + 4, "0000");
    std::fs::write(&audit, forged).expect("a file");
    let ran = kolosi(&["verify", &audit, "--standard", "itu-gci-2024", "--dossier", dossier]);
    assert!(
        ran.code == 4 && ran.err.contains("audit.json") && !ran.err.contains("ml-2024.yaml"),
        "{}",
        ran.err
    );
}
