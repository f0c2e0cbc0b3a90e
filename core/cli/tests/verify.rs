//! `kolosi verify` says which of the three documents changed, or that one cannot be read.
#![allow(clippy::expect_used, missing_docs, reason = "a test fails by panicking")]

mod common;

use common::{folder, gci, kolosi, path, project};

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
