//! Every attack of `tests/hostile` ends in its named problem, in both languages, within its time and memory, and nothing is written.

#![allow(clippy::expect_used, clippy::panic, missing_docs, reason = "a test fails by panicking")]

mod attacks;
mod common;

use common::{folder, project};
use std::path::Path;
use std::process::Command;

/// Processor time, which a busy machine does not lengthen, in seconds.
const SECONDS: u32 = 2;
/// Address space in KiB, which is more than the memory in use: 100 MB.
const KIB: u32 = 100_000;

/// A row of the tables in `tests/hostile/README.md`.
struct Row<'t> {
    file: &'t str,
    attack: &'t str,
    code: &'t str,
    place: &'t str,
    command: &'t str,
}

impl<'t> Row<'t> {
    fn of(line: &'t str) -> Option<Row<'t>> {
        let cells: Vec<&str> = line.split('|').map(|cell| cell.trim().trim_matches('`')).collect();
        match cells.as_slice() {
            ["", file, attack, code, place, command, ""] if command.contains("FILE") => {
                Some(Row { file, attack, code, place, command })
            }
            _ => None,
        }
    }
}

#[test]
#[cfg_attr(not(target_os = "linux"), ignore = "time and memory are limited by the shell of Linux")]
fn every_attack_ends_in_its_named_problem() {
    let hostile = project().join("tests/hostile");
    let table = std::fs::read_to_string(hostile.join("README.md")).expect("the table");
    let rows: Vec<Row<'_>> = table.lines().filter_map(Row::of).collect();
    let mut kept = 0;
    for entry in std::fs::read_dir(&hostile).expect("the folder") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        if name != "good" && name != "README.md" {
            assert_eq!(
                rows.iter().filter(|row| row.file == name).count(),
                1,
                "{name} has no row, or several"
            );
            kept += 1;
        }
    }
    assert!(kept > 30 && rows.len() > kept + 10, "{kept} of {}", rows.len());
    for row in &rows {
        let written = folder();
        let file = if hostile.join(row.file).is_file() {
            hostile.join(row.file)
        } else {
            attacks::write(row.file, written.path())
        };
        end(row, &hostile, &file, &written.path().join("report.html"));
    }
}

#[test]
#[cfg_attr(not(target_os = "linux"), ignore = "time and memory are limited by the shell of Linux")]
fn exact_results_that_are_just_accepted_take_no_longer() {
    for (count, levels, root) in [(960, 1, "mean"), (324, 26, "mean"), (113, 1, "any"), (47, 26, "any")] {
        let folder = folder();
        let files = attacks::prime_ranges(&folder.path().join("just"), count, levels, root);
        for (more, code) in [(0, 0), (60, 2)] {
            if more > 0 {
                attacks::prime_ranges(&files, count + more, levels, root);
            }
            let name = |what: &str| format!("{}.{what}.json", files.display());
            let output = limited()
                .args(["audit", &name("standard"), &name("dossier"), "--as-of", "2025-06-30", "-o"])
                .arg(folder.path().join("audit.json"))
                .output()
                .expect("it runs");
            let err = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(code), "{} {levels} {root} {err}", count + more);
        }
    }
}

/// The command, within its time and memory.
fn limited() -> Command {
    let mut command = Command::new("sh");
    command
        .args(["-c", &format!("ulimit -t {SECONDS} && ulimit -v {KIB} && exec \"$0\" \"$@\"")])
        .arg(env!("CARGO_BIN_EXE_kolosi"));
    command
}

/// Each problem of the page with the lines that belong to it.
fn told(err: &str) -> impl Iterator<Item = String> {
    let mut problems: Vec<String> = Vec::new();
    for line in err.lines() {
        match problems.last_mut() {
            Some(problem) if line.starts_with(' ') => *problem += &format!("\n{line}"),
            _ => problems.push(line.to_owned()),
        }
    }
    problems.into_iter()
}

/// Whether a problem has this code, and begins at the first of these places and points to the others.
fn names(problem: &str, code: &str, places: &str) -> bool {
    let (first, rest) = problem.split_once('\n').unwrap_or((problem, ""));
    let mut places = places.split("`, `");
    let begins = first.contains(&format!("[{code}]")) && first.contains(places.next().unwrap_or_default());
    begins && places.all(|place| rest.contains(place))
}

fn end(row: &Row<'_>, hostile: &Path, file: &Path, report: &Path) {
    let path = |word: &str| match word.strip_prefix("FILE") {
        Some(ending) => format!("{}{ending}", file.display()),
        None if word.starts_with("good/") => hostile.join(word).display().to_string(),
        None => word.to_owned(),
    };
    let report_name = report.display().to_string();
    let more: &[&str] = match row.command.split(' ').next() {
        Some("audit") => &["--as-of", "2025-06-30", "-o", &report_name],
        Some("crosswalk") => &["-o", &report_name],
        _ => &[],
    };
    let mut said = Vec::new();
    for lang in ["fr", "en"] {
        let output = limited()
            .args(row.command.split(' ').map(path))
            .args(["--lang", lang])
            .args(more)
            .output()
            .expect("it runs");
        let Row { attack, code, place, .. } = row;
        let err = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(
            output.status.code(),
            Some(2),
            "{attack}: {} {}",
            output.status,
            err.get(..2_000).unwrap_or(&err)
        );
        assert!(output.stdout.is_empty(), "{attack}");
        let named = told(&err).any(|told| names(&told, code, place));
        assert!(named, "{attack}: no {code} at {place} in {}", err.get(..2_000).unwrap_or(&err));
        assert!(err.contains(if lang == "fr" { "que faire" } else { "help:" }), "{attack}: {err}");
        said.push(err);
    }
    assert_ne!(said.first(), said.last(), "{}", row.attack);
    assert!(!report.exists(), "{}: a report was written", row.attack);
}
