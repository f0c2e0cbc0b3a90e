//! The edges of the built-in mappings: each says why, none is invented, and what is counted in public is what there is.

use kolosi_tests::mappings::{from, mappings, provenance, to};
use kolosi_tests::standards::{controls, list, standards, text};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The columns of the table of counts after the number of edges: relations, then degrees of confidence.
const COUNTED: [(&str, &str); 6] = [
    ("relation", "intersects-with"),
    ("relation", "superset-of"),
    ("relation", "no-relationship"),
    ("confidence", "high"),
    ("confidence", "medium"),
    ("confidence", "low"),
];

fn edges(mapping: &Value) -> &[Value] {
    list(mapping, "edges")
}

/// The rows of the table of PROVENANCE.md after a title, cells without back quotes; without its heading.
fn table(title: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(provenance()).unwrap();
    let (_, after) = text.split_once(&format!("\n{title}\n")).unwrap_or_else(|| panic!("no `{title}`"));
    let row = |line: &str| -> Vec<String> {
        line.trim_matches('|').split('|').map(|cell| cell.trim().trim_matches('`').to_owned()).collect()
    };
    after.trim_start().lines().take_while(|line| line.starts_with('|')).skip(2).map(row).collect()
}

#[test]
fn every_edge_says_why_in_both_languages_and_how_surely() {
    for mapping in mappings() {
        let mut said = BTreeMap::new();
        for edge in edges(&mapping) {
            let name = format!("{}: {} → {}", mapping["id"], edge["from"], to(edge));
            for language in ["fr", "en"] {
                let why = edge["rationale"][language].as_str().unwrap_or_default();
                assert!(why.split_whitespace().count() >= 8, "{name}: too short to say why: {why}");
                let other = said.insert((language, why.to_owned()), name.clone());
                assert!(other.is_none(), "{name} and {other:?} say the same: {why}");
            }
            assert!(["high", "medium", "low"].contains(&text(edge, "confidence")), "{name}");
        }
    }
}

#[test]
fn what_is_cited_is_mapped_and_nothing_else_is_related() {
    let standards = standards();
    for mapping in mappings() {
        let [source, target] = ["source", "target"].map(|side| text(&mapping[side], "standard"));
        let standard = standards.iter().find(|it| text(it, "id") == source).unwrap();
        let cited: BTreeSet<(&str, &str)> = controls(standard)
            .into_iter()
            .flat_map(|control| {
                let of = list(control, "references").iter().filter(|it| it["source"] == *target);
                of.map(|it| (text(control, "id"), text(it, "locator")))
            })
            .collect();
        if cited.is_empty() {
            continue;
        }
        let related = edges(&mapping).iter().filter(|edge| edge["relation"] != "no-relationship");
        let related: BTreeSet<(&str, &str)> =
            related.flat_map(|edge| from(edge).into_iter().map(move |id| (id, to(edge)))).collect();
        assert_eq!(related, cited, "{}", mapping["id"]);
    }
}

#[test]
fn the_provenance_counts_the_edges_right() {
    let mut rows: Vec<(String, Vec<usize>)> = Vec::new();
    let mut total = vec![0; COUNTED.len() + 1];
    for mapping in mappings() {
        let edges = edges(&mapping);
        let mut counts = vec![edges.len()];
        counts.extend(COUNTED.map(|(key, word)| edges.iter().filter(|edge| edge[key] == word).count()));
        assert_eq!(
            counts[1..4].iter().sum::<usize>(),
            edges.len(),
            "a relation that the table has no column for"
        );
        total.iter_mut().zip(&counts).for_each(|(total, count)| *total += count);
        rows.push((text(&mapping, "id").to_owned(), counts));
    }
    rows.push(("total".to_owned(), total));
    rows.sort();
    for title in ["## Comptes", "## Counts"] {
        let told = table(title).into_iter();
        let mut told: Vec<(String, Vec<usize>)> = told
            .map(|row| (row[0].clone(), row[1..].iter().map(|cell| cell.parse().unwrap()).collect()))
            .collect();
        told.sort();
        assert_eq!(told, rows, "{title}");
    }
}

#[test]
fn each_edge_that_lets_something_be_inferred_is_laid_open() {
    let mut edges_told = Vec::new();
    for mapping in mappings() {
        for edge in edges(&mapping) {
            match text(edge, "relation") {
                "intersects-with" | "no-relationship" => {}
                "superset-of" => edges_told.push((from(edge).join(" + "), to(edge).to_owned())),
                other => panic!("{}: {other} has no table in the provenance", mapping["id"]),
            }
        }
    }
    edges_told.sort();
    for title in ["## Les quatre arêtes `superset-of`", "## The four edges `superset-of`"] {
        let mut told: Vec<(String, String)> =
            table(title).into_iter().map(|row| (row[0].clone(), row[1].clone())).collect();
        told.sort();
        assert_eq!(told, edges_told, "{title}");
    }
}

#[test]
fn a_text_that_was_not_read_makes_no_edge_sure() {
    for mapping in mappings() {
        let unread = ["anssi-hygiene", "iso-27001-2022"].contains(&text(&mapping["target"], "standard"));
        let sure = edges(&mapping).iter().filter(|edge| edge["confidence"] != "low").count();
        assert!(!unread || sure == 0, "{}: {sure} edges to a text from memory", mapping["id"]);
    }
}
