//! Mappings and id lists: what is refused and where, pins.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test fails by panicking, and compares what was read back"
)]

mod common;

use common::{Ran, folder, kolosi_in, project};
use std::path::Path;

const FILES: [&str; 3] = ["nord-sud.yaml", "ids/nord.yaml", "ids/sud.yaml"];

/// A folder with the made-up mapping of the vectors, its text changed, and its sides.
fn desk(change: impl Fn(String) -> String) -> tempfile::TempDir {
    let desk = folder();
    std::fs::create_dir(desk.path().join("ids")).expect("a folder");
    for file in FILES {
        let text =
            std::fs::read_to_string(project().join("tests/vectors/mappings").join(file)).expect("a file");
        let text = if file == FILES[0] { change(text) } else { text };
        std::fs::write(desk.path().join(file), text).expect("a file");
    }
    desk
}

fn check(desk: &Path, more: &[&str]) -> Ran {
    kolosi_in(desk, &[&["check", "--lang", "en"], more, &FILES[..]].concat())
}

/// The mapping with the edges of the vectors replaced.
fn edges(lines: &str) -> tempfile::TempDir {
    desk(|text| format!("{}edges:\n{lines}", text.split("edges:\n").next().unwrap_or_default()))
}

fn edge(from: &str, to: &str, relation: &str) -> String {
    format!(
        "  - {{from: {from}, {to}, relation: {relation}, rationale: {{fr: a, en: b}}, confidence: low}}\n"
    )
}

#[test]
fn a_good_mapping_and_its_sides_check_clean() {
    let desk = desk(|text| text);
    let ran = check(desk.path(), &[]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("nord-sud.yaml: mapping, no error"), "{}", ran.out);
    assert!(ran.out.contains("ids/sud.yaml: id list, no error"), "{}", ran.out);
}

#[test]
fn an_id_that_a_side_lacks_is_named_with_the_side() {
    let desk = edges(&(edge("N.9", "to: S.1", "equal") + &edge("N.1", "to_criterion: S.1", "equal")));
    let ran = check(desk.path(), &[]);
    assert_eq!(ran.code, 2);
    assert_eq!(ran.err.matches("[unknown-reference]").count(), 2, "{}", ran.err);
    assert!(ran.err.contains("(/edges/0/from)") && ran.err.contains("(/source/standard)"), "{}", ran.err);
    assert!(
        ran.err.contains("(/edges/1/to_criterion)") && ran.err.contains("(/target/standard)"),
        "{}",
        ran.err
    );
}

#[test]
fn edges_that_contradict_each_other_are_named_with_both_places() {
    let pair = edge("[N.1, N.2]", "to: S.1", "covered-by") + &edge("[N.2, N.1]", "to: S.1", "covered-by");
    let ran = check(edges(&pair).path(), &[]);
    assert_eq!((ran.code, ran.err.matches("error[").count()), (2, 1), "{}", ran.err);
    assert!(ran.err.contains("error[contradictory-edges]") && ran.err.contains("(/edges/1)"), "{}", ran.err);
    assert!(ran.err.contains("(/edges/0)"), "{}", ran.err);
}

#[test]
fn each_strict_edge_of_a_circle_is_named_and_no_other() {
    let circle = edge("N.1", "to: S.1", "superset-of")
        + &edge("N.2", "to: S.1", "subset-of")
        + &edge("N.2", "to: S.2", "equal")
        + &edge("N.1", "to: S.2", "subset-of")
        // beside the circle, and of a kind that makes none
        + &edge("N.3", "to: S.1", "superset-of")
        + &edge("N.3", "to: S.2", "intersects-with");
    let ran = check(edges(&circle).path(), &[]);
    assert_eq!(ran.code, 2);
    // N.1 ⊃ S.1 ⊃ N.2 = S.2 ⊃ N.1
    assert_eq!(ran.err.matches("[superset-cycle]").count(), 3, "{}", ran.err);
    for (edge, next) in [(0, 1), (1, 2), (3, 0)] {
        let told = ran.err.split("error[").find(|told| told.contains(&format!("(/edges/{edge}):")));
        assert!(told.expect("told").contains(&format!("(/edges/{next})")), "{}", ran.err);
    }
}

#[test]
fn several_controls_go_with_covered_by_only_and_each_is_named_once() {
    let ran = check(edges(&edge("[N.1, N.2]", "to: S.1", "equal")).path(), &[]);
    assert!(ran.code == 2 && ran.err.contains("[key-choice]"), "{}", ran.err);
    let ran = check(edges(&edge("[N.1, N.1]", "to: S.1", "covered-by")).path(), &[]);
    assert!(ran.code == 2 && ran.err.contains("[duplicate-id]"), "{}", ran.err);
}

#[test]
fn a_side_that_is_nowhere_is_an_unknown_standard() {
    let desk = desk(|text| text);
    let ran = kolosi_in(desk.path(), &["check", "nord-sud.yaml", "ids/sud.yaml"]);
    assert_eq!((ran.code, ran.err.matches("[unknown-standard]").count()), (2, 1), "{}", ran.err);
    assert!(ran.err.contains("(/source/standard)"), "{}", ran.err);
}

#[test]
fn a_broken_pin_says_what_changed_and_pin_rewrites_the_digest_alone() {
    let desk = desk(|text| text);
    let list = desk.path().join("ids/nord.yaml");
    let before = std::fs::read_to_string(desk.path().join(FILES[0])).expect("a file");
    let old = std::fs::read_to_string(&list).expect("a file");
    std::fs::write(&list, old.replace("ɲɛtaasira", "N.5")).expect("a file");
    let ran = check(desk.path(), &[]);
    assert_eq!((ran.code, ran.err.matches("error[").count()), (2, 1), "{}", ran.err);
    assert!(ran.err.contains("error[broken-pin]") && ran.err.contains("(/source/ids_digest)"), "{}", ran.err);
    assert!(ran.err.contains("ids gone: none"), "{}", ran.err);
    let pinned = check(desk.path(), &["--pin"]);
    assert_eq!(pinned.code, 0, "{}", pinned.err);
    let after = std::fs::read_to_string(desk.path().join(FILES[0])).expect("a file");
    let line = |text: &str| text.lines().position(|line| line.starts_with("source:")).expect("the source");
    let differ: Vec<usize> = before
        .lines()
        .zip(after.lines())
        .enumerate()
        .filter(|(_, (a, b))| a != b)
        .map(|(at, _)| at)
        .collect();
    assert_eq!(differ, [line(&before)], "one line changed: comments and layout stay");
    assert!(after.contains("\"}   # kept") && before.len() == after.len());
    for digest in pinned.err.split("digest ").skip(1).filter_map(|text| text.get(..64)) {
        assert!(before.contains(digest) || after.contains(digest), "{}", pinned.err);
    }
    let again = check(desk.path(), &["--pin"]);
    assert_eq!((again.code, again.err.as_str()), (0, ""), "nothing is left to rewrite");
}

#[test]
fn ids_that_are_gone_are_named_and_stay_a_problem_after_pinning() {
    let desk = desk(|text| text);
    let list = desk.path().join("ids/nord.yaml");
    let old = std::fs::read_to_string(&list).expect("a file");
    std::fs::write(&list, old.replace("N.2, ", "")).expect("a file");
    let ran = check(desk.path(), &[]);
    assert!(ran.err.contains("ids gone: `N.2`"), "{}", ran.err);
    let pinned = check(desk.path(), &["--pin"]);
    assert_eq!(pinned.code, 2);
    assert!(
        !pinned.err.contains("error[broken-pin]") && pinned.err.contains("[unknown-reference]"),
        "{}",
        pinned.err
    );
}

#[test]
fn pins_in_json_are_rewritten_in_place() {
    let desk = desk(|text| text);
    let sha = |digit: &str| digit.repeat(64);
    let json = format!(
        "{{ \"id\": \"j\",\n\t\"edition\": \"1\", \"title\": {{\"fr\": \"é\", \"en\": \"e\"}}, \"basis\": \"proposal\",\n\
         \"source\": {{\"standard\": \"nord\", \"edition\": \"1\", \"ids_digest\": \"{}\"}}, \"target\": {{\"ids_digest\": \"{}\",\n\
         \"standard\": \"sud\", \"edition\": \"2\"}},\n\"edges\": [{{\"from\": \"N.1\", \"to\": \"S.1\", \"relation\": \"equal\",\n\
         \"rationale\": {{\"fr\": \"a\", \"en\": \"a\"}}, \"confidence\": \"high\"}}] }}\n",
        sha("0"),
        sha("0")
    );
    let path = desk.path().join("j.json");
    std::fs::write(&path, &json).expect("a file");
    let ran = kolosi_in(desk.path(), &["check", "--pin", "j.json", "ids/nord.yaml", "ids/sud.yaml"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let after = std::fs::read_to_string(&path).expect("a file");
    assert_eq!(after.len(), json.len());
    assert!(!after.contains(&sha("0")) && after.starts_with("{ \"id\": \"j\",\n\t"), "{after}");
}

#[test]
fn what_names_too_many_ids_is_refused_before_it_is_read() {
    let many: String = (0..30_001).map(|n| edge(&format!("N.{n}"), "to: S.1", "equal")).collect();
    let ran = check(edges(&many).path(), &[]);
    assert_eq!((ran.code, ran.err.matches("error[").count()), (2, 1), "{}", ran.err);
    assert!(ran.err.contains("error[too-costly]") && ran.err.contains("(/edges)"), "{}", ran.err);
}

#[test]
fn a_long_chain_and_a_crowd_of_edges_are_answered() {
    // 28,000 edges, one chain that goes down and never comes back: no recursion, no square
    let chain: String = (0..14_000)
        .map(|n| {
            let next = n + 1;
            edge(&format!("N.{n}"), &format!("to: S.{n}"), "superset-of")
                + &edge(&format!("N.{next}"), &format!("to: S.{n}"), "subset-of")
        })
        .collect();
    let desk = edges(&chain);
    let ran = kolosi_in(desk.path(), &["check", "nord-sud.yaml", "ids/nord.yaml", "ids/sud.yaml"]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("[unknown-reference]") && !ran.err.contains("[superset-cycle]"),
        "no circle here"
    );
    // closed: every edge of it is a problem, most of them counted
    let desk =
        edges(&(chain + &edge("N.0", "to: S.13999", "subset-of") + &edge("N.14000", "to: S.0", "subset-of")));
    let ran = kolosi_in(desk.path(), &["check", "nord-sud.yaml", "ids/nord.yaml", "ids/sud.yaml"]);
    assert!(ran.code == 2 && ran.err.contains("[superset-cycle]"), "{}", ran.err);
}
