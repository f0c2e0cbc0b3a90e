//! Files are written whole or not at all, and never over an input or each other.
#![allow(clippy::expect_used, missing_docs, reason = "a test fails by panicking")]

mod common;

use common::{GCI, folder, gci, kolosi, path, project};

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
fn an_output_never_replaces_an_input_or_another_output() {
    let folder = folder();
    let dossier = path(&folder, "dossier.json");
    let text = r#"{"standard": {"id": "itu-gci-2024", "edition": "2024"}, "subject": {"id": "x", "name": "exemple fictif"},
    "evidence": []}"#;
    std::fs::write(&dossier, text).expect("a file");
    let ran = kolosi(&["audit", "itu-gci-2024", &dossier, "--as-of", "2024-12-31", "-o", &dossier]);
    assert!(ran.code == 2 && ran.err.contains("[invalid-argument]"), "{}", ran.err);
    assert_eq!(std::fs::read_to_string(&dossier).expect("the dossier"), text);
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
