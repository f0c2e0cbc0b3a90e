//! `kolosi check` on documents of every type, and of none.

#![allow(clippy::expect_used, missing_docs, reason = "a test fails by panicking")]

mod common;

use common::{GCI, folder, gci, kolosi, path, project};

#[test]
fn a_document_of_no_type_is_told_what_makes_each() {
    let folder = folder();
    for (name, text) in [
        ("empty.json", "{}"),
        ("other.json", r#"{"foo": 1}"#),
        ("list.json", "[]"),
        ("list.yaml", "- findings\n- evidence\n"),
        ("text.yaml", "evidence\n"),
        // the keys that tell stand at the top
        ("below.yaml", "notes: {evidence: [], findings: []}\nevidence-of: [{groups: 1}]\n"),
        ("below.json", r#"{"notes": {"evidence": [], "findings": []}}"#),
    ] {
        let file = path(&folder, name);
        std::fs::write(&file, text).expect("a file");
        for (lang, words) in
            [("fr", "ni un référentiel, ni un dossier, ni un audit"), ("en", "neither a standard")]
        {
            let ran = kolosi(&["check", &file, "--lang", lang]);
            assert_eq!(
                (ran.code, ran.out.as_str(), ran.err.lines().count()),
                (2, "", 2),
                "{name}: {}",
                ran.err
            );
            assert!(ran.err.contains("[unknown-document-type]") && ran.err.contains(words), "{}", ran.err);
            for key in ["`groups`", "`scales`", "`subject`", "`evidence`", "`findings`"] {
                assert!(ran.err.contains(key), "{key}: {}", ran.err);
            }
        }
    }
}

#[test]
fn one_telling_key_is_enough_wherever_it_stands() {
    let folder = folder();
    for (name, text, missing) in [
        ("standard.yaml", "foo: {a: [1, {b: 2}]}\nbar:\n  - 1\nscales: []\n", "`groups`"),
        ("dossier.yaml", "? foo\n: bar\n\"evidence\": []\n", "`subject`"),
        ("dossier.json", r#"{"foo": {"a": [1, {"groups": 2}]}, "bar": [1], "evidence": []}"#, "`subject`"),
        ("audit.json", r#"{"groups": [], "findings": []}"#, "`coverage`"),
    ] {
        let file = path(&folder, name);
        std::fs::write(&file, text).expect("a file");
        let ran = kolosi(&["check", &file, "--lang", "en"]);
        assert!(!ran.err.contains("-document-type]") && ran.err.contains(missing), "{name}: {}", ran.err);
    }
}

#[test]
fn what_cannot_be_read_says_why() {
    let folder = folder();
    for (name, text, code) in [
        ("a.json", "{", "invalid-json"),
        ("a.yaml", "notes: [\n", "invalid-yaml"),
        ("b.json", r#"{"evidence": ["#, "invalid-json"),
        ("c.yaml", "", "empty-document"),
    ] {
        let file = path(&folder, name);
        std::fs::write(&file, text).expect("a file");
        let ran = kolosi(&["check", &file]);
        assert!(ran.code == 2 && ran.err.contains(&format!("[{code}]")), "{name}: {}", ran.err);
    }
}

#[test]
fn the_limits_are_those_of_the_type() {
    let folder = folder();
    let (audit, dossier) = (path(&folder, "audit.json"), path(&folder, "dossier.yaml"));
    assert_eq!(kolosi(&[&GCI[..], &["-o", &audit]].concat()).code, 0);
    std::fs::copy(common::project().join(GCI[2]), &dossier).expect("a file");
    // layout, more than other documents may have
    for file in [&audit, &dossier] {
        let text = std::fs::read_to_string(file).expect("the file");
        std::fs::write(file, text + &"\n".repeat(kolosi::limits::DOCUMENT_BYTES)).expect("a file");
    }
    let ran = kolosi(&["check", &audit]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let ran = kolosi(&["check", &dossier]);
    let most = kolosi::limits::DOCUMENT_BYTES.to_string();
    assert!(
        ran.code == 2 && ran.err.contains("[document-too-large]") && ran.err.contains(&most),
        "{}",
        ran.err
    );
}

const DOSSIER: &str = r#"{"standard": {"id": "itu-gci-2024", "edition": "2024"}, "subject": {"id": "x", "name": "exemple fictif"},
    "evidence": []}"#;

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
