//! What reports say to people: everything once, in good French, every link with its end.

use kolosi::{Audit, Lang, Options, Standard, report};
use kolosi_tests::repository::example_audits;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Text as it stands in markup.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[test]
fn a_record_is_told_whole_once_and_named_elsewhere() {
    for audit in example_audits() {
        let page = report::html(&audit, Lang::Fr).unwrap();
        let mut remarks = BTreeSet::new();
        for record in &audit.evidence {
            let record: Value = serde_json::from_str(record.get()).unwrap();
            if let Some(remark) = record["remark"].as_str()
                && remarks.insert(remark.to_owned())
            {
                let said = page.matches(&format!("<bdi>{}</bdi>", escaped(remark))).count();
                let written = audit
                    .evidence
                    .iter()
                    .filter(|it| serde_json::from_str::<Value>(it.get()).unwrap()["remark"] == remark);
                assert_eq!(said, written.count(), "{remark}");
            }
            // its own locator stands beside the number of its source, and its observation in its list
            assert!(record["observed"].is_string() && record["id"].is_string());
            for text in [&record["source"]["locator"], &record["observed"], &record["id"]] {
                let Some(text) = text.as_str() else { continue };
                assert!(page.contains(&escaped(text)), "{text}");
            }
        }
        // the titles of sources are told in the list of sources, and where sources disagree
        let (before, list) = page.split_once("<section id=\"evidence\">").unwrap();
        for dispute in before.split("<div class=\"dispute\">").skip(1) {
            assert!(dispute.contains("href=\"#s"));
        }
        let traces: Vec<&str> = before
            .split("<table class=\"trace")
            .skip(1)
            .map(|it| it.split("</table>").next().unwrap())
            .collect();
        for record in &audit.evidence {
            let record: Value = serde_json::from_str(record.get()).unwrap();
            if let Some(title) = record["source"]["title"].as_str() {
                let title = format!("<bdi>{}</bdi>", escaped(title));
                assert!(list.contains(&title), "{title}");
                assert!(traces.iter().all(|trace| !trace.contains(&title)), "{title}");
            }
        }
    }
}

#[test]
fn every_link_within_a_page_has_its_end() {
    let audits = example_audits();
    let pages = audits.iter().map(|audit| report::html(audit, Lang::Fr).unwrap());
    let diff = report::diff_html(&audits[0], &audits[1], Lang::En).unwrap();
    for page in pages.chain([diff]) {
        let ids: BTreeSet<&str> =
            page.split(" id=\"").skip(1).map(|it| it.split('"').next().unwrap()).collect();
        let mut links = page.split("href=\"#").skip(1).map(|it| it.split('"').next().unwrap()).peekable();
        assert!(links.peek().is_some());
        for link in links {
            assert!(ids.contains(link), "#{link}");
        }
        assert_eq!(page.matches(" id=\"").count(), ids.len(), "no id twice");
    }
}

/// Controls of one point each but for the first, which counts for nothing; nothing is known.
fn points(weights: &[u32]) -> Audit {
    let controls: Vec<Value> = weights
        .iter()
        .enumerate()
        .map(|(at, weight)| {
            json!({"id": format!("c{at}"), "title": {"fr": "Mesure", "en": "Control"}, "weight": weight, "methods": ["examine", "test"],
                "severity": "high", "effort": at + 1,
                "criteria": [{"value": {"min": 0, "max": 4, "better": "lower"}}]})
        })
        .collect();
    let scale: u32 = weights.iter().sum();
    let standard = json!({
        "id": "demo", "edition": "1", "title": {"fr": "Démonstration", "en": "Demo"}, "publisher": {"fr": "nous", "en": "us"},
        "subject": "organisation", "basis": "proposal", "scale": scale,
        "groups": [{"id": "g", "title": {"fr": "Domaine", "en": "Group"}, "controls": controls}]});
    let plan = Standard::from_slice(standard.to_string().as_bytes()).unwrap();
    let plan = plan.compile(&Options::new("2025-12-31".parse().unwrap())).unwrap();
    let dossier = json!({"standard": {"id": "demo", "edition": "1"}, "subject": {"id": "x", "name": "exemple fictif"}, "evidence": []});
    plan.audit(&plan.dossier(dossier.to_string().as_bytes()).unwrap())
}

/// With plain spaces, and in one line.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn points_and_days_agree_with_their_number() {
    let audit = points(&[2, 1, 0]);
    for (lang, words) in [
        (
            Lang::Fr,
            [
                "gain : 2 points au bas du score, 0 point au haut",
                "gain : 1 point au bas du score, 0 point au haut",
                "effort : 1 jour-personne",
                "effort : 2 jours-personne",
            ],
        ),
        (
            Lang::En,
            [
                "gain: 2 points at the low end of the score, 0 points at the high end",
                "gain: 1 point at the low end of the score, 0 points at the high end",
                "effort: 1 person-day",
                "effort: 2 person-days",
            ],
        ),
    ] {
        let page = flat(&report::html(&audit, lang).unwrap());
        for words in words {
            assert!(page.contains(words), "{words}");
        }
        let text = flat(&report::text(&audit, lang, false).unwrap());
        assert!(text.contains(words[0]) && text.contains(words[1]), "{text}");
    }
}

#[test]
fn a_gap_of_which_nothing_is_known_says_so_with_its_shape() {
    let audit = points(&[2, 1]);
    let text = report::text(&audit, Lang::Fr, false).unwrap();
    let gaps = text.split("À combler d’abord").nth(1).unwrap().split("\n\n").next().unwrap();
    assert_eq!(gaps.matches("◌ indéterminé").count(), 2, "{gaps}");
    assert!(gaps.contains("Aucune preuve au dossier."));
}

#[test]
fn a_control_is_read_in_good_french() {
    let standard = kolosi::bundled("ml-snc-2026").unwrap();
    let page = |control: &str| flat(&report::standard(&standard, Some(control), Lang::Fr, false).unwrap());
    let text = page("strategy-drafting");
    for words in [
        "Gravité : faible",
        "Méthodes : examen, entretien",
        "« Non » (degré 0), « Partiellement » (degré 0,5)",
        "est « Étude préalable »",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(!text.contains("; P"), "no capital after a semicolon: {text}");
    // how criteria combine is of no interest where there is one
    assert!(text.contains("la moyenne pondérée compte") && !page("strategy-adopted").contains("compte."));
    let value = report::html(&points(&[1]), Lang::Fr).unwrap();
    assert!(flat(&value).contains("plus elle est basse, mieux c’est"));
}

#[test]
fn a_sample_has_anomalies_not_waivers() {
    let audit = points(&[1]);
    let document: Value = serde_json::from_str(audit.standard.document.get()).unwrap();
    let plan = Standard::from_slice(document.to_string().as_bytes())
        .unwrap()
        .compile(&Options::new("2025-12-31".parse().unwrap()))
        .unwrap();
    let dossier = json!({"standard": {"id": "demo", "edition": "1"}, "subject": {"id": "x", "name": "exemple fictif"},
        "evidence": [{"id": "r", "control": "c0", "observed": "2025-01-01", "sample": {"checked": 4, "population": 10, "exceptions": 1}}]});
    let audit = plan.audit(&plan.dossier(dossier.to_string().as_bytes()).unwrap());
    let page = flat(&report::html(&audit, Lang::Fr).unwrap());
    assert!(page.contains("contrôlés, anomalies : ") && !page.contains("exception"), "{page}");
}
