//! `kolosi render`: a saved audit gives what the audit itself gave, and nothing where it cannot be trusted.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use common::{GCI, folder, kolosi, path};

/// The audit of Mali's GCI, saved.
fn saved(folder: &tempfile::TempDir) -> String {
    let audit = path(folder, "audit.json");
    let args: Vec<&str> = GCI.iter().copied().chain(["-o", &audit]).collect();
    assert_eq!(kolosi(&args).code, 0);
    audit
}

#[test]
fn a_saved_audit_gives_the_bytes_that_the_audit_gave() {
    let folder = folder();
    let audit = saved(&folder);
    for format in ["text", "html", "json", "csv"] {
        for lang in ["fr", "en"] {
            let options = ["--format", format, "--lang", lang];
            let first = kolosi(&GCI.iter().copied().chain(options).collect::<Vec<_>>());
            let again = kolosi(&["render", &audit].into_iter().chain(options).collect::<Vec<_>>());
            assert_eq!((again.code, again.err.as_str()), (0, ""));
            assert_eq!(again.out, first.out, "{format} {lang}");
        }
    }
    // text on standard output unless files are written
    assert_eq!(kolosi(&["render", &audit]).out, kolosi(&GCI).out);
    let (html, text) = (path(&folder, "report.html"), path(&folder, "report"));
    let ran = kolosi(&["render", &audit, "-o", &html, "-o", &format!("text:{text}")]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    assert!(std::fs::read_to_string(&html).expect("the report").starts_with("<!DOCTYPE html>"));
    assert_eq!(std::fs::read_to_string(&text).expect("the report"), kolosi(&GCI).out);
}

#[test]
fn an_audit_that_was_changed_ends_with_4_and_writes_nothing() {
    let folder = folder();
    let audit = saved(&folder);
    let written = std::fs::read_to_string(&audit).expect("the audit");
    std::fs::write(&audit, written.replace("29.4701837500553097", "79.4701837500553097")).expect("a file");
    let report = path(&folder, "report.html");
    for lang in ["fr", "en"] {
        let ran = kolosi(&["render", &audit, "-o", &report, "--lang", lang]);
        assert_eq!((ran.code, ran.out.as_str()), (4, ""));
        assert!(ran.err.contains("audit.json") && ran.err.contains("[input-changed]"), "{}", ran.err);
        assert!(!std::path::Path::new(&report).exists());
    }
    // `check` says the same, beside a file that is no document at all
    let broken = path(&folder, "broken.json");
    std::fs::write(&broken, "{").expect("a file");
    assert_eq!(kolosi(&["check", &audit, &broken]).code, 4);
    assert_eq!(kolosi(&["check", &broken]).code, 2);
}

#[test]
fn what_is_no_audit_ends_with_2() {
    let folder = folder();
    let audit = path(&folder, "audit.json");
    for (content, code) in [
        ("", "empty-document"),
        ("{", "invalid-json"),
        ("{\"standard\": {}, \"subject\": {}, \"evidence\": []}", "wrong-document-type"),
    ] {
        std::fs::write(&audit, content).expect("a file");
        let ran = kolosi(&["render", &audit]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert!(ran.err.contains(&format!("[{code}]")) && ran.err.contains("que faire"), "{}", ran.err);
    }
    assert_eq!(kolosi(&["render", &path(&folder, "none.json")]).code, 2);
}

#[test]
fn the_audit_itself_is_never_written_over() {
    let folder = folder();
    let audit = saved(&folder);
    let written = std::fs::read_to_string(&audit).expect("the audit");
    let ran = kolosi(&["render", &audit, "-o", &audit, "--lang", "en"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("another file of the command"), "{}", ran.err);
    assert_eq!(std::fs::read_to_string(&audit).expect("the audit"), written);
    let unknown = kolosi(&["render", &audit, "-o", &path(&folder, "report.docx"), "--lang", "en"]);
    assert!(unknown.code == 2 && unknown.err.contains("`html:`"), "{}", unknown.err);
}

#[test]
fn a_table_opens_in_a_spreadsheet_of_its_language() {
    let folder = folder();
    let audit = saved(&folder);
    let (fr, en) = (path(&folder, "fr.csv"), path(&folder, "en"));
    assert_eq!(kolosi(&["render", &audit, "-o", &fr]).code, 0);
    assert_eq!(kolosi(&["render", &audit, "-o", &format!("csv:{en}"), "--lang", "en"]).code, 0);
    let (fr, en) = (std::fs::read(fr).expect("a table"), std::fs::read(en).expect("a table"));
    let (fr, en) = (String::from_utf8(fr).expect("UTF-8"), String::from_utf8(en).expect("UTF-8"));
    assert!(fr.starts_with("\u{feff}Référentiel;Édition;") && fr.contains(";12,355251407113702;20;"), "{fr}");
    assert!(en.starts_with("Standard,Edition,") && en.contains(",12.355251407113702,20,"), "{en}");
    for table in [&fr, &en] {
        assert_eq!(table.matches("\r\n").count(), 6, "a header and five pillars");
    }
}
