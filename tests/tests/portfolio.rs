//! Portfolios: both ways of reading a dossier say the same, and neither threads nor the order of work change a byte.

use kolosi::portfolio::Form;
use kolosi::{Plan, Portfolio, Standard};
use kolosi_tests::draw::{self, Draw};
use kolosi_tests::repository::{self, written};
use proptest::prelude::*;
use serde_json::Value;

/// Every dossier of the vectors with its plan.
fn vectors() -> Vec<(String, Plan, Vec<u8>)> {
    let mut cases = Vec::new();
    for file in repository::vectors() {
        for case in file.cases {
            let (Some(standard), Some(dossier)) = (&case.standard, &case.dossier) else { continue };
            let Ok(standard) = Standard::from_slice(&written(standard, &file.standards)) else { continue };
            let options = case.options.map_or_else(
                || Ok(kolosi::Options::new("2025-12-31".parse().unwrap())),
                |options| options.options(),
            );
            let Ok(plan) = options.and_then(|options| standard.compile(&options)) else { continue };
            cases.push((case.id, plan, written(dossier, &file.standards)));
        }
    }
    assert!(cases.len() > 400, "only {} vectors hold a dossier", cases.len());
    cases
}

/// The row by the fast way in, where that is taken, is the row by the tree; and both say what the audit says.
fn both_ways(plan: &Plan, line: &[u8]) -> bool {
    let fast = Portfolio::new(plan).by("region").row(1, line);
    let mut tree = Portfolio::new(plan).by("region").digests(true).row(1, line);
    let digests = tree.digests.take();
    assert_eq!(fast, tree);
    if let Some(digests) = digests {
        let dossier = plan.dossier(line).unwrap();
        let audit: Value = serde_json::from_str(&plan.audit(&dossier).to_json()).unwrap();
        let row: Value = serde_json::from_str(&fast.to_json()).unwrap();
        for member in ["score", "level", "coverage", "scores_by_assurance", "score_after_waivers"] {
            assert_eq!(row[member], audit[member], "{member}");
        }
        assert_eq!(row["subject"]["id"], audit["subject"]["id"]);
        assert_eq!(Value::from(digests.audit), audit["digest"]);
        assert_eq!(Value::from(digests.dossier), audit["dossier"]["digest"]);
    }
    fast.is_audited()
}

#[test]
fn both_ways_in_agree_on_every_vector() {
    let (mut audited, mut refused) = (0, 0);
    for (id, plan, dossier) in vectors() {
        let result = std::panic::catch_unwind(|| both_ways(&plan, &dossier));
        match result {
            Ok(true) => audited += 1,
            Ok(false) => refused += 1,
            Err(_) => panic!("{id}"),
        }
    }
    println!("{audited} audited, {refused} refused");
    assert!(audited > 300 && refused > 50);
}

/// What a mutation may put into a line.
const PIECES: [&str; 22] = [
    "",
    "\"",
    ",",
    ":",
    "[",
    "]",
    "{",
    "}",
    "null",
    "true",
    "0",
    "-1",
    "1e31",
    "1.0",
    "\\u0041",
    "\\n",
    "\u{80}",
    "\u{202e}",
    "not-applicable",
    "\"remark\":\"x\",",
    "\"value\":\"3.50\",",
    "é",
];

proptest! {
    #![proptest_config(ProptestConfig {
        cases: std::env::var("KOLOSI_MUTATIONS").ok().and_then(|n| n.parse().ok()).unwrap_or(3_000),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn both_ways_in_agree_on_mutations(
        which in any::<usize>(),
        mutations in proptest::collection::vec((any::<usize>(), 0usize..12, 0..PIECES.len()), 0..3),
    ) {
        static VECTORS: std::sync::LazyLock<Vec<(String, Plan, Vec<u8>)>> = std::sync::LazyLock::new(vectors);
        let (_, plan, dossier) = &VECTORS[which % VECTORS.len()];
        let mut line = dossier.clone();
        for (at, remove, piece) in mutations {
            let at = at % (line.len() + 1);
            let end = (at + remove).min(line.len());
            line.splice(at..end, PIECES[piece].bytes());
        }
        both_ways(plan, &line);
    }

    #[test]
    fn both_ways_in_agree_on_drawn_dossiers(choices in proptest::collection::vec(any::<u16>(), 0..400)) {
        let mut draw = Draw::new(choices);
        let drawn = draw::standard(&mut draw);
        let evidence: Vec<Value> = (0..draw.below(12))
            .map(|n| {
                let criterion = &drawn.criteria[draw.below(drawn.criteria.len())];
                draw::record(&mut draw, &format!("r{n}"), criterion)
            })
            .collect();
        let standard = Standard::from_slice(drawn.standard.to_string().as_bytes()).unwrap();
        let plan = standard.compile(&kolosi::Options::new("2025-06-30".parse().unwrap())).unwrap();
        both_ways(&plan, draw::dossier(&evidence, &[]).to_string().as_bytes());
    }
}

fn plan() -> Plan {
    let options = kolosi::Options::new("2024-12-31".parse().unwrap());
    kolosi::bundled("itu-gci-2024").unwrap().compile(&options).unwrap()
}

/// Some good lines, some bad ones, blank ones, and a last one without an end.
fn portfolio(lines: usize) -> String {
    let line = |n: usize| {
        match n % 7 {
        3 => "{\"subject\": {\"id\": \"broken\"}}".to_owned(),
        5 => "   ".to_owned(),
        _ => format!(
            r#"{{"standard": {{"id": "itu-gci-2024", "edition": "2024"}}, "subject": {{"id": "s{n}", "name": "Exemple fictif {n}",
            "attributes": {{"region": "r{}"}}}}, "evidence": [{{"id": "r", "control": "legal", "observed": "2024-01-01", "value": {}}}]}}"#,
            n % 3,
            n % 21
        )
        .replace('\n', ""),
    }
    };
    (0..lines).map(line).collect::<Vec<_>>().join("\n")
}

fn run(input: &str, threads: usize) -> (String, String) {
    let mut rows = Vec::new();
    let summary = Portfolio::new(&plan())
        .by("region")
        .by("size")
        .run(input.as_bytes(), Form::Ndjson, threads, |text, _| {
            rows.extend_from_slice(text);
            Ok(())
        })
        .unwrap();
    (String::from_utf8(rows).unwrap(), summary.to_json())
}

#[test]
fn threads_change_no_byte_and_rows_keep_their_order() {
    let input = portfolio(20_000);
    let one = run(&input, 1);
    for threads in [2, 3, 8] {
        assert_eq!(run(&input, threads), one, "{threads} threads");
    }
    let lines: Vec<u64> = one
        .0
        .lines()
        .map(|row| serde_json::from_str::<Value>(row).unwrap()["line"].as_u64().unwrap())
        .collect();
    let wanted: Vec<u64> = (0..20_000).filter(|n| n % 7 != 5).map(|n| n + 1).collect();
    assert_eq!(lines, wanted);
}

#[test]
fn rows_are_what_their_schema_says() {
    let schema = kolosi::schema::of("portfolio-row").unwrap();
    let options = jsonschema::options().with_pattern_options(jsonschema::PatternOptions::regex());
    let validator = options.build(&schema).unwrap();
    let mut rows = run(&portfolio(50), 1).0;
    let digests = Portfolio::new(&plan()).digests(true).row(1, portfolio(1).as_bytes());
    rows.push_str(&digests.to_json());
    assert!(rows.contains("\"problems\":[{"));
    for written in rows.lines() {
        let mut row: Value = serde_json::from_str(written).unwrap();
        // serde_json keeps the objects of a tree sorted, and no key here is beyond ASCII: this is RFC 8785
        assert_eq!(row.to_string(), written);
        assert!(validator.is_valid(&row), "{row}");
        row["extra"] = Value::Null;
        assert!(!validator.is_valid(&row));
    }
}

#[test]
fn a_summary_counts_what_the_rows_say() {
    let (rows, summary) = run(&portfolio(700), 2);
    let rows: Vec<Value> = rows.lines().map(|row| serde_json::from_str(row).unwrap()).collect();
    let summary: Value = serde_json::from_str(&summary).unwrap();
    let good: Vec<&Value> = rows.iter().filter(|row| !row["score"].is_null()).collect();
    assert_eq!(summary["subjects"]["audited"], good.len());
    assert_eq!(summary["subjects"]["failed"], rows.len() - good.len());
    let whole: u64 =
        good.iter().map(|row| row["score"]["lo"].as_str().unwrap().parse::<u64>().unwrap()).sum();
    let mean: f64 = summary["total"]["mean"]["lo"].as_str().unwrap().parse().unwrap();
    assert!((mean - whole as f64 / good.len() as f64).abs() < 1e-9);
    let regions = summary["by"][0]["values"].as_array().unwrap();
    let counted: u64 = regions.iter().map(|value| value["subjects"].as_u64().unwrap()).sum();
    assert_eq!((regions.len(), counted), (3, good.len() as u64));
    // nobody has the other attribute
    assert_eq!(summary["by"][1]["values"][0]["value"], Value::Null);
    assert_eq!(summary["by"][1]["values"][0]["subjects"], good.len());
    let gap = summary["gaps"].as_array().unwrap().iter().find(|gap| gap["control"] == "technical").unwrap();
    assert_eq!(gap["unknown"], good.len());
}

#[test]
fn a_line_with_problems_names_its_line() {
    let (rows, _) = run("\n{\"subject\": {\"id\": \"x\"}, \"evidence\": 1}\n", 1);
    let row: Value = serde_json::from_str(rows.trim_end()).unwrap();
    assert_eq!(row["line"], 2);
    assert_eq!(row["subject"]["id"], "x");
    let problems = row["problems"].as_array().unwrap();
    assert!(
        problems.iter().any(|it| it["code"] == "wrong-type" && it["line"] == 2 && it["path"] == "/evidence")
    );
    assert!(problems.iter().all(|it| it["line"] == 2));
}

#[test]
fn values_of_an_attribute_beyond_the_limit_are_tallied_together() {
    let lines: Vec<String> = (0..1_300)
        .map(|n| {
            format!(
                r#"{{"standard":{{"id":"itu-gci-2024","edition":"2024"}},"subject":{{"id":"s{n}","name":"x","attributes":{{"region":"r{n}"}}}},"evidence":[]}}"#
            )
        })
        .collect();
    let (_, summary) = run(&lines.join("\n"), 3);
    let summary: Value = serde_json::from_str(&summary).unwrap();
    assert_eq!(summary["by"][0]["values"].as_array().unwrap().len(), 1_000);
    assert_eq!(summary["by"][0]["others"]["subjects"], 300);
}

#[test]
fn a_line_beyond_the_limit_is_one_row() {
    let long = "x".repeat(kolosi::limits::DOCUMENT_BYTES + 100_000);
    let (rows, _) = run(&format!("{long}\n{{}}\n"), 2);
    let rows: Vec<Value> = rows.lines().map(|row| serde_json::from_str(row).unwrap()).collect();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0]["problems"][0]["code"], "document-too-large");
    assert_eq!(rows[1]["line"], 2);
}
