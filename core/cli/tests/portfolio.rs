//! `kolosi portfolio`, as a regulator runs it.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may")]

mod common;

use common::{folder, kolosi, path};
use serde_json::Value;
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

/// Dossiers against the GCI, one a line; each third one broken where asked.
fn dossiers(count: usize, broken: bool) -> String {
    (0..count).fold(String::new(), |mut text, n| {
        if broken && n % 3 == 1 {
            let _ = writeln!(text, "{{\"standard\": {{\"id\": \"itu-gci-2024\", \"edition\": \"2024\"}}, \"subject\": {{\"id\": \"bad{n}\"}}}}");
        } else {
            let _ = writeln!(
                text,
                r#"{{"standard":{{"id":"itu-gci-2024","edition":"2024"}},"subject":{{"id":"s{n}","name":"=Exemple fictif {n}","attributes":{{"region":"R{}"}}}},"evidence":[{{"id":"r","control":"legal","observed":"2024-01-01","value":{}.5}}]}}"#,
                n % 2,
                n % 20
            );
        }
        text
    })
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

const BASE: [&str; 4] = ["portfolio", "itu-gci-2024", "--as-of", "2024-12-31"];

fn run(rest: &[&str]) -> common::Ran {
    kolosi(&[&BASE[..], rest].concat())
}

#[test]
fn a_row_for_each_subject_and_a_summary() {
    let folder = folder();
    let input = path(&folder, "all.ndjson");
    std::fs::write(&input, dossiers(9, false)).unwrap();
    let ran = run(&[&input, "--by", "region"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let rows = lines(&ran.out);
    assert_eq!(rows.len(), 9);
    assert_eq!(rows[3]["subject"]["id"], "s3");
    assert_eq!(rows[3]["score"]["lo"], "3.5");
    assert_eq!(rows[3]["by"]["region"], "R1");
    assert!(ran.err.contains("9 entités auditées, aucune ligne en erreur"), "{}", ran.err);
    assert!(ran.err.contains("Par region") && ran.err.contains("R0"), "{}", ran.err);
    assert!(ran.err.contains("Écarts les plus fréquents"), "{}", ran.err);
    let english = run(&[&input, "--lang", "en"]);
    assert!(english.err.contains("9 subjects audited, no line with a problem"), "{}", english.err);
    let without: Vec<Value> = lines(&english.out);
    assert_eq!(without[3]["score"], rows[3]["score"]);
    assert!(without[3].get("by").is_none());
}

#[test]
fn a_bad_line_is_a_row_and_the_others_run() {
    let folder = folder();
    let (input, rows, summary) =
        (path(&folder, "all.ndjson"), path(&folder, "rows.ndjson"), path(&folder, "summary.json"));
    std::fs::write(&input, dossiers(9, true)).unwrap();
    let ran = run(&[&input, "-o", &rows, "--summary", &summary]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
    let rows = lines(&std::fs::read_to_string(&rows).unwrap());
    assert_eq!(rows.len(), 9);
    assert_eq!(rows[1]["score"], Value::Null);
    assert_eq!((&rows[1]["line"], &rows[1]["problems"][0]["line"]), (&Value::from(2), &Value::from(2)));
    assert!(rows[1]["problems"].as_array().unwrap().iter().any(|it| it["code"] == "missing-key"));
    assert_eq!(rows[2]["score"]["lo"], "2.5");
    let summary: Value = serde_json::from_str(&std::fs::read_to_string(&summary).unwrap()).unwrap();
    assert_eq!(summary["subjects"], serde_json::json!({"audited": 6, "failed": 3}));
}

#[test]
fn a_summary_as_a_page_in_both_languages() {
    let folder = folder();
    let (input, page) = (path(&folder, "all.ndjson"), path(&folder, "summary.html"));
    std::fs::write(&input, dossiers(501, false)).unwrap();
    let ran = run(&[&input, "--summary", &page, "--by", "region", "--threads", "1"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let french = std::fs::read_to_string(&page).unwrap();
    assert!(french.starts_with("<!DOCTYPE html>") && french.contains("lang=\"fr\""));
    assert!(french.contains("Les 500 premières entités sur 501") && french.contains("=Exemple fictif 499"));
    let again = path(&folder, "again.htm");
    assert_eq!(run(&[&input, "--summary", &again, "--by", "region", "--threads", "2"]).out, ran.out);
    assert!(std::fs::read_to_string(&again).unwrap() == french, "threads change no byte");
    assert_eq!(run(&[&input, "--summary", &page, "--lang", "en"]).code, 0);
    let english = std::fs::read_to_string(&page).unwrap();
    assert!(english.contains("lang=\"en\"") && english.contains("The first 500 subjects out of 501"));
}

#[test]
fn strict_writes_nothing_if_one_line_is_bad() {
    let folder = folder();
    let (input, rows) = (path(&folder, "all.ndjson"), path(&folder, "rows.ndjson"));
    std::fs::write(&input, dossiers(9, true)).unwrap();
    std::fs::write(&rows, "old").unwrap();
    let ran = run(&[&input, "--strict", "-o", &rows]);
    assert_eq!(ran.code, 2);
    assert_eq!(std::fs::read_to_string(&rows).unwrap(), "old");
    let ran = run(&[&input, "--strict"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    std::fs::write(&input, dossiers(9, false)).unwrap();
    let ran = run(&[&input, "--strict"]);
    assert_eq!((ran.code, lines(&ran.out).len()), (0, 9));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2, "something was left behind");
}

#[test]
fn digests_are_those_of_an_audit() {
    let folder = folder();
    let (input, one) = (path(&folder, "all.ndjson"), path(&folder, "one.json"));
    std::fs::write(&input, dossiers(1, false)).unwrap();
    std::fs::write(&one, dossiers(1, false)).unwrap();
    let row = &lines(&run(&[&input, "--digests"]).out)[0];
    let audit = kolosi(&["audit", "itu-gci-2024", &one, "--as-of", "2024-12-31", "--format", "json"]);
    let audit: Value = serde_json::from_str(&audit.out).unwrap();
    assert_eq!(row["digests"]["audit"], audit["digest"]);
    assert_eq!(row["digests"]["dossier"], audit["dossier"]["digest"]);
}

#[test]
fn a_table_that_a_french_spreadsheet_reads() {
    let folder = folder();
    let (input, table) = (path(&folder, "all.ndjson"), path(&folder, "rows.csv"));
    std::fs::write(&input, dossiers(3, true)).unwrap();
    assert_eq!(run(&[&input, "-o", &table, "--by", "region"]).code, 2);
    let text = std::fs::read_to_string(&table).unwrap();
    let mut rows = text.strip_prefix('\u{feff}').unwrap().split("\r\n");
    assert!(rows.next().unwrap().starts_with("Ligne;"));
    let first = rows.next().unwrap();
    assert!(first.starts_with("1;s0;'=Exemple fictif 0;R0;0,5;"), "{first}");
    let bad = rows.next().unwrap();
    assert!(bad.starts_with("2;bad1;;;;") && bad.contains("[missing-key]"), "{bad}");
    let english = run(&[&input, "--format", "csv", "--lang", "en"]).out;
    assert!(
        english.starts_with("Line,") && english.contains("\r\n1,s0,'=Exemple fictif 0,0.5,"),
        "{english}"
    );
}

#[test]
fn threads_change_no_byte() {
    let folder = folder();
    let input = path(&folder, "all.ndjson");
    std::fs::write(&input, dossiers(5_000, true)).unwrap();
    let one = run(&[&input, "--threads", "1", "--by", "region"]);
    let three = run(&[&input, "--threads", "3", "--by", "region"]);
    assert_eq!((&one.out, &one.err), (&three.out, &three.err));
    assert_eq!(lines(&one.out).len(), 5_000);
    assert_eq!(run(&[&input, "--threads", "0"]).code, 2);
}

#[test]
fn outputs_never_go_onto_inputs_or_each_other() {
    let folder = folder();
    let (input, same) = (path(&folder, "all.ndjson"), path(&folder, "same.json"));
    std::fs::write(&input, dossiers(1, false)).unwrap();
    assert_eq!(run(&[&input, "-o", &input]).code, 2);
    assert_eq!(run(&[&input, "-o", &same, "--summary", &same]).code, 2);
    assert_eq!(run(&[&input, "--summary", &path(&folder, "s.pdf")]).code, 2);
    assert_eq!(run(&[&path(&folder, "absent.ndjson")]).code, 2);
    assert_eq!(std::fs::read_to_string(&input).unwrap(), dossiers(1, false));
}

#[test]
fn an_early_reader_of_the_rows_is_no_error() {
    let folder = folder();
    let input = path(&folder, "all.ndjson");
    std::fs::write(&input, dossiers(20_000, false)).unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_kolosi"))
        .args(BASE)
        .arg(&input)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
}

#[cfg(unix)]
#[test]
fn an_interrupt_leaves_the_old_file_whole_and_nothing_beside_it() {
    let folder = folder();
    let rows = path(&folder, "rows.ndjson");
    std::fs::write(&rows, "old").unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_kolosi"))
        .args(BASE)
        .args(["-", "-o", &rows])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // more than what is read ahead, so that it is at work when the signal comes
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(dossiers(10_000, false).as_bytes()).unwrap();
    let signalled = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(signalled.success());
    // the rest of the input comes, or is no longer wanted
    let _ = stdin.write_all(dossiers(40_000, false).as_bytes());
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(std::fs::read_to_string(&rows).unwrap(), "old");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "something was left behind");
}
