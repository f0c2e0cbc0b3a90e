//! Findings as tables for spreadsheets: every number comes back, no text runs.

use kolosi::{Audit, Decimal, Lang, Options, Standard, report};
use kolosi_tests::project;
use std::collections::BTreeMap;

/// The rows of a file by the titles of its columns, as a program reads them that knows the dialect.
fn rows(lang: Lang, file: &str) -> Vec<BTreeMap<String, String>> {
    let (separator, file) = match lang {
        Lang::Fr => (b';', file.strip_prefix('\u{feff}').expect("a byte-order mark")),
        Lang::En => (b',', file),
    };
    assert!(!file.contains('\u{feff}'));
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(file.as_bytes());
    reader.deserialize().map(|row| row.unwrap()).collect()
}

fn strategy() -> Audit {
    let plan = kolosi::bundled("ml-snc-2026")
        .unwrap()
        .compile(&Options::new("2025-12-31".parse().unwrap()))
        .unwrap();
    let bytes = std::fs::read(project().join("standards/ml-snc-2026/examples/ml-2025-12.yaml")).unwrap();
    plan.audit(&plan.dossier(&bytes).unwrap())
}

#[test]
fn every_number_of_a_finding_is_in_its_row() {
    let audit = strategy();
    for (lang, decimal_sign, columns) in [
        (
            Lang::Fr,
            ',',
            [
                "Mesure",
                "Degré, bas",
                "Degré, haut",
                "Score, bas",
                "Score, haut",
                "Sur",
                "Gain, bas",
                "Gain, haut",
                "Rang",
            ],
        ),
        (
            Lang::En,
            '.',
            [
                "Control",
                "Degree, low",
                "Degree, high",
                "Score, low",
                "Score, high",
                "Out of",
                "Gain, low",
                "Gain, high",
                "Rank",
            ],
        ),
    ] {
        let file = report::csv(&audit, lang).unwrap();
        let rows = rows(lang, &file);
        assert_eq!(rows.len(), audit.findings.len());
        for (row, finding) in rows.iter().zip(&audit.findings) {
            let [control, degree_lo, degree_hi, score_lo, score_hi, scale, gain_lo, gain_hi, rank] = columns;
            assert_eq!(row[control], finding.control);
            let (degree, score, gain) =
                (finding.degree.as_ref(), finding.score.as_ref(), finding.gain.as_ref());
            for (column, number) in [
                (degree_lo, degree.map(|it| &it.lo)),
                (degree_hi, degree.map(|it| &it.hi)),
                (score_lo, score.map(|it| &it.lo)),
                (score_hi, score.map(|it| &it.hi)),
                (scale, score.map(|it| &it.scale)),
                (gain_lo, gain.map(|it| &it.lo)),
                (gain_hi, gain.map(|it| &it.hi)),
            ] {
                let expected =
                    number.map_or(String::new(), |number| number.replace('.', &decimal_sign.to_string()));
                assert_eq!(row[column], expected, "{column} of {}", finding.control);
                // a spreadsheet sees a number: no quotes, no apostrophe, one decimal sign
                assert!(number.is_none_or(|number| number.parse::<Decimal>().is_ok()));
            }
            let place = audit.gaps.iter().position(|gap| *gap == finding.control);
            assert_eq!(row[rank], place.map_or(String::new(), |at| (at + 1).to_string()));
        }
        assert!(file.split("\r\n").count() > rows.len() && !file.replace("\r\n", "").contains(['\r', '\n']));
    }
}

#[test]
fn the_words_are_those_of_the_language() {
    let audit = strategy();
    let french = rows(Lang::Fr, &report::csv(&audit, Lang::Fr).unwrap());
    let english = rows(Lang::En, &report::csv(&audit, Lang::En).unwrap());
    let row = |rows: &[BTreeMap<String, String>], key: &str| {
        rows.iter().find(|row| row[key] == "action-plan-funded").unwrap().clone()
    };
    let (fr, en) = (row(&french, "Mesure"), row(&english, "Control"));
    assert_eq!((fr["Verdict"].as_str(), en["Verdict"].as_str()), ("indéterminé", "undetermined"));
    assert_eq!((fr["Sous dérogation"].as_str(), en["Waived"].as_str()), ("non", "no"));
    assert_eq!(
        (fr["Éléments retenus"].as_str(), en["Records that stand"].as_str()),
        ("funding-unknown", "funding-unknown")
    );
    assert_eq!(fr["Empreinte de l’audit"], audit.digest.clone().unwrap());
    assert!(fr["Pourquoi"].contains("Je ne sais pas") && en["Why"].contains("I do not know"));
}

const STANDARD: &str = r#"{
  "id": "demo", "edition": "=1", "title": {"en": "Demo"}, "publisher": {"en": "us"},
  "subject": "organisation", "basis": "proposal", "scale": 100,
  "parameters": [{"id": "age", "title": {"en": "Age"}, "type": "duration", "default": "P2Y", "min": "P1M", "max": "P3Y"}],
  "groups": [{"id": "g", "title": {"en": " +group"}, "controls": [
    {"id": "-c", "title": {"en": "@title;=1+1,\"x\"\n-y"}, "criteria": [
      {"value": {"min": -4, "max": 4, "better": "higher"}, "max_age": {"parameter": "age"}}]},
    {"id": "d", "title": {"en": "plain"}, "criteria": [{"value": {"min": 0, "max": 4, "better": "higher"}}]}]}]
}"#;
const DOSSIER: &str = r#"{
  "standard": {"id": "demo", "edition": "=1"},
  "subject": {"id": "@s", "name": "=HYPERLINK(\"http://example.org\")", "fictional": true},
  "evidence": [
    {"id": "=r", "control": "-c", "observed": "2025-03-31", "value": -3},
    {"id": "old", "control": "-c", "observed": "2020-03-31", "value": 4},
    {"id": "dated", "control": "d", "observed": "2025-03-31", "expires": "2026-06-30", "value": 4}]
}"#;

#[test]
fn hostile_text_is_guarded_and_numbers_are_not() {
    let standard = Standard::from_slice(STANDARD.as_bytes()).unwrap();
    let plan = standard.compile(&Options::new("2025-12-31".parse().unwrap()).set("age", "P15M")).unwrap();
    let audit = plan.audit(&plan.dossier(DOSSIER.as_bytes()).unwrap());
    for lang in [Lang::Fr, Lang::En] {
        let file = report::csv(&audit, lang).unwrap();
        for row in rows(lang, &file) {
            for (column, cell) in row {
                let first = cell.trim_start_matches([' ', '"', '«']).chars().next();
                assert!(!matches!(first, Some('=' | '+' | '-' | '@')), "{column}: {cell}");
            }
        }
    }
    let rows = rows(Lang::En, &report::csv(&audit, Lang::En).unwrap());
    assert_eq!(rows[0]["Subject"], "'=HYPERLINK(\"http://example.org\")");
    assert_eq!(rows[0]["Control"], "'-c");
    assert_eq!(rows[0]["Group"], "' +group");
    assert_eq!(rows[0]["Title"], "'@title;'=1+1,\"x\"\n'-y");
    assert_eq!((rows[0]["Degree, low"].as_str(), rows[0]["Fictional example"].as_str()), ("0.125", "yes"));
    assert_eq!(
        (rows[0]["Records that stand"].as_str(), rows[0]["Records that do not stand"].as_str()),
        ("'=r", "old")
    );
    // the day on which the first of its records stops counting: by the parameter as it was set, or by the record's own date
    assert_eq!(
        (rows[0]["Counts until"].as_str(), rows[1]["Counts until"].as_str()),
        ("2026-06-30", "2026-06-30")
    );
    let plan = standard.compile(&Options::new("2025-12-31".parse().unwrap())).unwrap();
    let audit = plan.audit(&plan.dossier(DOSSIER.as_bytes()).unwrap());
    let file = report::csv(&audit, Lang::En).unwrap();
    assert!(file.contains("2027-03-31"), "{file}");
}
