//! What others published, recomputed (skipped where the data are absent, see `published_facts`).

use kolosi::{Decimal, Options, Plan, Rational, Standard};
use kolosi_tests::published_facts;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

/// The rows of a table, by column name.
fn rows(path: &Path) -> Vec<BTreeMap<String, String>> {
    let mut table = csv::ReaderBuilder::new().trim(csv::Trim::All).from_path(path).unwrap();
    table.deserialize().map(|row| row.unwrap()).collect()
}

fn plan(standard: &str, as_of: &str) -> Plan {
    kolosi::bundled(standard).unwrap().compile(&Options::new(as_of.parse().unwrap())).unwrap()
}

/// Audit one country by the published values of its controls.
fn audit(plan: &Plan, country: &str, values: &[(&str, &str)]) -> Value {
    let standard: &Standard = plan.standard();
    let evidence: Vec<Value> = values
        .iter()
        .map(|(control, value)| json!({"id": control, "control": control, "observed": "2014-01-01", "value": value}))
        .collect();
    let dossier = json!({
        "standard": {"id": standard.id().as_str(), "edition": standard.edition()},
        "subject": {"id": "country", "name": country},
        "evidence": evidence,
    });
    let dossier = plan
        .dossier(dossier.to_string().as_bytes())
        .unwrap_or_else(|problems| panic!("{country}: {problems}"));
    serde_json::from_str(&plan.audit(&dossier).to_json()).unwrap()
}

fn rational(text: &str) -> Rational {
    text.parse::<Decimal>().unwrap().to_rational()
}

fn near(a: &Rational, b: &Rational, within: &str) -> bool {
    let difference = a - b;
    difference.clone().max(&Rational::ZERO - &difference) <= rational(within)
}

#[test]
fn gci_2024_gives_the_published_tiers_and_totals_of_africa() {
    let Some(facts) = published_facts() else { return };
    let plan = plan("itu-gci-2024", "2024-12-31");
    let pillars = ["legal", "technical", "organizational", "capacity", "cooperation"];
    let mut tiers: BTreeMap<String, usize> = BTreeMap::new();
    let rows = rows(&facts.join("country/gci_2024_africa.csv"));
    assert_eq!(rows.len(), 54);
    for row in &rows {
        let values: Vec<(&str, &str)> =
            pillars.iter().map(|pillar| (*pillar, row[*pillar].as_str())).collect();
        let audit = audit(&plan, &row["country"], &values);
        let score = rational(audit["score"]["lo"].as_str().unwrap());
        assert_eq!(audit["score"]["lo"], audit["score"]["hi"]);
        assert!(near(&score, &rational(&row["gci"]), "1e-9"), "{}: {score}", row["country"]);
        *tiers.entry(audit["level"]["certain"].as_str().unwrap().to_owned()).or_default() += 1;
    }
    let counted: Vec<(&str, usize)> = tiers.iter().map(|(tier, count)| (tier.as_str(), *count)).collect();
    assert_eq!(counted, [("T1", 7), ("T2", 4), ("T3", 18), ("T4", 21), ("T5", 4)]);
}

#[test]
fn the_mean_of_the_three_parts_is_the_published_egdi() {
    let Some(facts) = published_facts() else { return };
    let plan = plan("un-egdi-2024", "2024-12-31");
    let columns = [
        (
            "country/egdi_2022.csv",
            [
                "Online Service Index",
                "Telecommunication Infrastructure Index",
                "Human Capital Index",
                "E-Government Index",
                "Country Name",
            ],
        ),
        ("country/egdi_2024.csv", ["Online_Service", "Tele_Infra", "Human_Capital", "E_Index", "Country"]),
    ];
    for (file, [osi, tii, hci, index, country]) in columns {
        let rows = rows(&facts.join(file));
        assert_eq!(rows.len(), 193);
        for row in &rows {
            let values = [("osi", row[osi].as_str()), ("tii", row[tii].as_str()), ("hci", row[hci].as_str())];
            let audit = audit(&plan, &row[country], &values);
            let score = rational(audit["score"]["lo"].as_str().unwrap());
            let published = rational(&row[index]);
            assert!(near(&score, &published, "1e-4"), "{file} {}: {score} against {published}", row[country]);
            // the level of the published index, by the UN's own bounds
            let level = match published {
                index if index > rational("0.75") => "very-high",
                index if index > rational("0.50") => "high",
                index if index > rational("0.25") => "middle",
                _ => "low",
            };
            assert_eq!(audit["level"]["certain"], level, "{file} {}", row[country]);
        }
    }
}

#[test]
fn the_printed_values_of_2014_are_thirty_fourths() {
    let Some(facts) = published_facts() else { return };
    let plan = plan("itu-cyberwellness-2014", "2014-08-12");
    let rows = rows(&facts.join("country/gci_editions_africa.csv"));
    let printed: Vec<&str> =
        rows.iter().map(|row| row["gci_2014"].as_str()).filter(|value| !value.is_empty()).collect();
    assert_eq!(printed.len(), 48);
    // the score of k points, from the standard itself: k indicators answered `partial`, one point each, or `full`, two
    let controls: Vec<String> =
        plan.standard().control_ids().map(ToString::to_string).filter(|id| id.starts_with('1')).collect();
    assert_eq!(controls.len(), 17);
    let score = |points: usize| {
        let answer = |index: usize| match points.saturating_sub(2 * index) {
            0 => "none",
            1 => "partial",
            _ => "full",
        };
        let evidence: Vec<Value> = controls
            .iter()
            .enumerate()
            .map(|(index, id)| json!({"id": id, "control": id, "observed": "2014-01-01", "answer": answer(index)}))
            .collect();
        let dossier = json!({
            "standard": {"id": "itu-cyberwellness-2014", "edition": "2014"},
            "subject": {"id": "country", "name": "exemple fictif", "fictional": true},
            "evidence": evidence,
        });
        let audit = plan.audit(&plan.dossier(dossier.to_string().as_bytes()).unwrap());
        let score = audit.score.unwrap();
        assert_eq!((score.lo.as_str(), score.scale.as_str()), (points.to_string().as_str(), "34"));
        rational(&score.lo).checked_div(&rational(&score.scale)).unwrap()
    };
    let scores: Vec<Rational> = (0..=34).map(score).collect();
    for value in printed {
        // half a unit of the last printed place, three at most
        let decimals = value.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        let within = format!("5e-{}", decimals + 1);
        assert!(scores.iter().any(|score| near(score, &rational(value), &within)), "{value} is no k/34");
    }
    assert!(near(&scores[3], &rational("0.088"), "5e-4"));
}
