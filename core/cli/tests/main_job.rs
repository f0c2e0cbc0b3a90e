//! The main job: Mali audited against five standards, and a made-up civil registry, with the figures that were asked for.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::float_arithmetic,
    missing_docs,
    reason = "a test fails by panicking, and compares what was read back"
)]

mod common;

use common::{folder, kolosi, path};
use serde_json::Value;

fn audit(standard: &str, dossier: &str, as_of: &str) -> Value {
    let file = format!("standards/{standard}/examples/{dossier}.yaml");
    let ran = kolosi(&["audit", standard, &file, "--as-of", as_of, "--format", "json"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    serde_json::from_str(&ran.out).expect("JSON")
}

fn finding<'a>(audit: &'a Value, control: &str) -> &'a Value {
    let findings = audit["findings"].as_array().expect("a list");
    findings.iter().find(|finding| finding["control"] == *control).expect("the control")
}

fn group<'a>(audit: &'a Value, id: &str) -> &'a Value {
    audit["groups"].as_array().expect("a list").iter().find(|group| group["id"] == *id).expect("the group")
}

#[test]
fn cyberwellness_2014() {
    let audit = audit("itu-cyberwellness-2014", "ml-2014", "2014-08-12");
    assert_eq!(
        (&audit["score"]["lo"], &audit["score"]["hi"], &audit["score"]["scale"]),
        (&"3".into(), &"3".into(), &"34".into())
    );
    for (id, points, scale) in [
        ("legal", "1", "4"),
        ("technical", "0", "6"),
        ("organization", "0", "8"),
        ("capacity", "0", "8"),
        ("cooperation", "2", "8"),
    ] {
        let score = &group(&audit, id)["score"];
        assert_eq!(
            (&score["lo"], &score["hi"], &score["scale"]),
            (&points.into(), &points.into(), &scale.into()),
            "{id}"
        );
    }
    for control in ["1.1.1", "1.5.1", "1.5.4"] {
        assert_eq!(finding(&audit, control)["verdict"], "partial", "{control}");
    }
    let protection = group(&audit, "child-online-protection");
    assert_eq!(protection["score"]["scale"], "0");
    assert_eq!(protection["degree"]["lo"], "0.5");
    assert_eq!(audit["coverage"]["controls"], 21);
    assert_eq!(audit["coverage"]["determined"], 21);
    for record in audit["evidence"].as_array().expect("a list") {
        assert!(record["source"]["locator"].is_string(), "{record} cites no paragraph");
    }
}

#[test]
fn gci_2024() {
    let audit = audit("itu-gci-2024", "ml-2024", "2024-12-31");
    assert_eq!(audit["score"]["lo"], "29.4701837500553097");
    assert_eq!(audit["score"]["hi"], "29.4701837500553097");
    assert_eq!(audit["level"]["certain"], "T4");
    assert_eq!(audit["level"]["next"]["id"], "T3");
    let short = audit["level"]["next"]["short"]["lo"].as_str().expect("a decimal");
    assert!(short.starts_with("25.529"), "{short} rounds to 25.53");
    let text = kolosi(&common::GCI);
    assert!(text.out.contains("T4 Evolving"), "{}", text.out);
}

#[test]
fn egdi_2024() {
    let audit = audit("un-egdi-2024", "ml-2024", "2025-06-30");
    let score: f64 = audit["score"]["lo"].as_str().expect("a decimal").parse().expect("a number");
    assert!((score - 0.30053).abs() < 1e-4);
    assert_eq!(audit["level"]["certain"], "middle");
    let rank = finding(&audit, "egdi-rank");
    assert!(rank["reasons"].as_array().expect("a list").contains(&"conflicting-evidence".into()));
    let standing: Vec<&Value> = rank["criteria"][0]["records"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|it| it["state"] == "stands")
        .collect();
    assert_eq!(standing.len(), 2);
    let text = kolosi(&[
        "explain",
        "un-egdi-2024",
        "standards/un-egdi-2024/examples/ml-2024.yaml",
        "egdi-rank",
        "--as-of",
        "2025-06-30",
    ]);
    assert!(text.out.contains("173") && text.out.contains("141"), "{}", text.out);
}

#[test]
fn strategy_2026() {
    let audit = audit("ml-snc-2026", "ml-2025-12", "2025-12-31");
    let end =
        |name: &str| audit["score"][name].as_str().expect("a decimal").parse::<f64>().expect("a number");
    assert!(end("lo") < end("hi"));
    assert!(audit["coverage"]["undetermined"].as_u64().expect("a count") > 0);
    for finding in audit["findings"].as_array().expect("a list") {
        if finding["verdict"] == "undetermined" {
            assert!(!finding["reasons"].as_array().expect("a list").is_empty(), "{finding} says not why");
        }
    }
    for disputed in ["strategy-adopted", "period-fixed", "strategy-drafting"] {
        let reasons = finding(&audit, disputed)["reasons"].as_array().expect("a list");
        assert!(reasons.contains(&"conflicting-evidence".into()), "{disputed}");
    }
    for record in audit["evidence"].as_array().expect("a list") {
        assert!(record["source"]["id"].is_string() && record["observed"].is_string(), "{record}");
    }
    // the incidents of 2022 and 2023 count against the protection axis
    let incidents = finding(&audit, "major-incidents");
    assert_eq!(incidents["verdict"], "not-satisfied");
    let dates: Vec<&str> = audit["evidence"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|record| record["kind"] == "incident")
        .filter_map(|record| record["observed"].as_str())
        .collect();
    assert!(
        dates.iter().any(|date| date.starts_with("2022"))
            && dates.iter().any(|date| date.starts_with("2023"))
    );
}

#[test]
fn gci_self_assessment_is_an_estimate_and_says_so() {
    let audit = audit("gci-self-assessment", "ml-2025-12", "2025-12-31");
    let score = &audit["score"];
    assert!(score["lo"].as_str().expect("a decimal").starts_with("33.333"), "{score}");
    assert_eq!((score["hi"].as_str(), score["scale"].as_str()), (Some("76"), Some("100")));
    assert_eq!(audit["level"]["possible"], serde_json::json!(["T4", "T3"]));
    let pillars: Vec<(usize, &str)> = audit["groups"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|pillar| {
            let controls = pillar["controls"].as_array().expect("a list").len();
            (controls, pillar["score"]["scale"].as_str().expect("a decimal"))
        })
        .collect();
    assert_eq!(pillars, [(2, "20"), (4, "20"), (3, "20"), (6, "20"), (5, "20")]);
    // a question of one pillar weighs as much as another of it
    let findings = audit["findings"].as_array().expect("a list");
    for (pillar, points) in [("legal", "10"), ("technical", "5"), ("cooperation", "4")] {
        for control in group(&audit, pillar)["controls"].as_array().expect("a list") {
            let finding =
                findings.iter().find(|finding| finding["control"] == *control).expect("the control");
            assert_eq!(finding["score"]["scale"], points, "{control}");
        }
    }
    // ITU's bounds, and whoever reads a level or a group reads that it is an estimate
    let own = kolosi::bundled("gci-self-assessment").expect("the standard");
    let itu = kolosi::bundled("itu-gci-2024").expect("the standard");
    let bounds = |standard: &kolosi::Standard| -> Vec<(Value, Value)> {
        let document: Value = serde_json::from_str(standard.canonical()).expect("JSON");
        let levels = document["levels"].as_array().expect("a list");
        levels.iter().map(|level| (level["id"].clone(), level["at_least"].clone())).collect()
    };
    assert_eq!(bounds(&own), bounds(&itu));
    let document: Value = serde_json::from_str(own.canonical()).expect("JSON");
    assert_eq!(document["basis"], "proposal");
    let lists = ["levels", "groups"].map(|name| document[name].as_array().expect("a list"));
    let titled = lists.into_iter().flatten().chain([&document]);
    for title in titled.map(|titled| &titled["title"]) {
        assert!(title["fr"].as_str().expect("French").contains("estim"), "{title}");
        assert!(title["en"].as_str().expect("English").contains("estimate"), "{title}");
    }
}

#[test]
fn socle_2026_of_a_made_up_civil_registry() {
    let file = "standards/ml-socle-2026/examples/civil-registry.yaml";
    let asked = ["audit", "ml-socle-2026", file, "--as-of", "2026-06-30", "--profile", "civil-registry"];
    let json = kolosi(&[&asked[..], &["--format", "json"]].concat());
    let audit: Value = serde_json::from_str(&json.out).expect("JSON");
    let end = |name: &str| audit["score"][name].as_str().expect("a decimal").to_owned();
    assert!(end("lo").starts_with("37.19") && end("hi").starts_with("63.8"), "{} {}", end("lo"), end("hi"));
    assert_eq!(audit["coverage"]["controls"], 55);
    // what the profile adds is there, what it does not add is not
    assert_eq!(finding(&audit, "register-reconciliation")["verdict"], "satisfied");
    let findings = audit["findings"].as_array().expect("a list");
    assert!(findings.iter().all(|finding| finding["control"] != "payroll-check"));
    // what the team says, an inspection contradicts
    let reasons = finding(&audit, "named-accounts")["reasons"].as_array().expect("a list");
    assert!(reasons.contains(&"claim-contradicted".into()));
    // two machines that nobody has looked into: their share is not known
    assert_eq!(finding(&audit, "patching")["criteria"][0]["members"]["unknown"], 2);
    let text = kolosi(&asked);
    assert!(text.out.contains("(exemple fictif)") && text.out.contains("ce n’est pas un texte officiel"));
}

#[test]
fn html_is_one_file_that_asks_for_nothing() {
    let folder = folder();
    for (standard, dossier, as_of) in [
        ("itu-cyberwellness-2014", "ml-2014", "2014-08-12"),
        ("itu-gci-2024", "ml-2024", "2024-12-31"),
        ("un-egdi-2024", "ml-2024", "2025-06-30"),
        ("ml-snc-2026", "ml-2025-12", "2025-12-31"),
        ("gci-self-assessment", "ml-2025-12", "2025-12-31"),
    ] {
        for lang in ["fr", "en"] {
            let file = path(&folder, &format!("{standard}.{lang}.html"));
            let dossier = format!("standards/{standard}/examples/{dossier}.yaml");
            let ran = kolosi(&["audit", standard, &dossier, "--as-of", as_of, "--lang", lang, "-o", &file]);
            assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
            let html = std::fs::read_to_string(&file).expect("the report");
            assert!(html.starts_with("<!DOCTYPE html>") && html.contains(&format!("<html lang=\"{lang}\"")));
            assert!(html.contains("default-src 'none'"));
            for asks in ["<script", "src=", "@import", "<link", "<iframe"] {
                assert!(!html.contains(asks), "{standard}.{lang}: {asks}");
            }
            assert!(
                html.split("url(").skip(1).all(|inside| inside.starts_with('#')),
                "only its own patterns"
            );
            let again =
                kolosi(&["audit", standard, &dossier, "--as-of", as_of, "--lang", lang, "--format", "html"]);
            assert_eq!(again.out, html, "the same bytes every time");
        }
    }
}
