//! Exit codes, and what does not change with language, colour or a closed pipe.
#![allow(clippy::expect_used, clippy::indexing_slicing, missing_docs, reason = "a test fails by panicking")]

mod common;

use common::{GCI, gci, kolosi, project};

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
