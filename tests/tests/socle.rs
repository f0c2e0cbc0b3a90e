//! The proposal of a national baseline, `ml-socle-2026`: nothing is left out of a control, and its dossiers are like real ones.

use kolosi::{Audit, Verdict};
use kolosi_tests::published_facts;
use kolosi_tests::repository::{Example, examples};
use kolosi_tests::standards::{controls, criteria, groups, list, standards, text};
use serde_json::Value;
use std::collections::BTreeSet;

const PROFILES: [&str; 9] = [
    "critical-infrastructure",
    "bank",
    "telecom-operator",
    "ministry",
    "civil-registry",
    "state-hr",
    "foreign-trade",
    "ngna-soro",
    "tank-gauging",
];

fn socle() -> Value {
    standards().into_iter().find(|standard| text(standard, "id") == "ml-socle-2026").unwrap()
}

fn dossiers() -> Vec<Example> {
    let mut all = examples();
    all.retain(|example| example.plan.standard().id().as_str() == "ml-socle-2026");
    all
}

#[test]
fn it_says_that_it_is_a_proposal() {
    let socle = socle();
    assert_eq!(socle["basis"], "proposal");
    for place in ["title", "description", "publisher"] {
        assert!(text(&socle[place], "fr").contains("proposition"), "{place}");
        assert!(text(&socle[place], "en").contains("proposal"), "{place}");
    }
    assert!(text(&socle["description"], "fr").contains("pas un texte officiel"));
}

#[test]
fn no_control_lacks_anything() {
    let socle = socle();
    assert!((8..=10).contains(&groups(&socle).len()));
    for control in controls(&socle) {
        let id = text(control, "id");
        for words in ["title", "requirement", "why", "proof"] {
            assert!(control[words].is_object(), "{id}: {words}");
        }
        for what in ["severity", "effort"] {
            assert!(control[what].is_string(), "{id}: {what}");
        }
        assert!(!list(control, "methods").is_empty(), "{id}: methods");
        for (criterion, asked) in criteria(control) {
            assert!(!asked["max_age"].is_null(), "{criterion}: max_age");
            assert!(asked["assurance"].is_string(), "{criterion}: assurance");
        }
    }
    for kind in list(&socle, "kinds") {
        assert!(!list(kind, "key").is_empty(), "{}: what is it about?", kind["id"]);
    }
}

#[test]
fn every_reference_names_something_that_is_there() {
    let active = published_facts().map(|facts| {
        let file = facts.join("nist/csf-2.0/csf2_derived.json");
        let catalog: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
        let categories = list(&catalog, "groups").iter().flat_map(|function| list(function, "controls"));
        let all = categories.flat_map(|category| list(category, "controls"));
        let active = all.filter(|subcategory| subcategory["active"] == true);
        active.map(|subcategory| text(subcategory, "id").to_owned()).collect::<BTreeSet<String>>()
    });
    assert!(active.as_ref().is_none_or(|active| active.len() == 106));
    // how many entries each theme of Annex A has
    let iso = |locator: &str| {
        let (theme, number) = locator.split_once('.')?;
        let last = match theme {
            "5" => 37,
            "6" => 8,
            "7" => 14,
            "8" => 34,
            _ => return None,
        };
        Some((1..=last).contains(&number.parse::<u32>().ok()?))
    };
    for control in controls(&socle()) {
        let id = text(control, "id");
        let mut common = 0;
        let mut seen = BTreeSet::new();
        for reference in list(control, "references") {
            let (source, locator) = (text(reference, "source"), text(reference, "locator"));
            assert!(seen.insert((source, locator)), "{id}: {locator} twice");
            let there = match source {
                "nist-csf-2.0" => active.as_ref().is_none_or(|active| active.contains(locator)),
                "anssi-hygiene" => locator.parse().is_ok_and(|number| (1..=42).contains(&number)),
                "iso-27001-2022" => iso(locator) == Some(true),
                _ => locator.starts_with('§'),
            };
            assert!(there, "{id}: {source} has no {locator}");
            common += usize::from(!locator.starts_with('§'));
        }
        assert!(common > 0, "{id} rests on none of the three common sources");
    }
}

#[test]
fn each_profile_tightens_and_has_its_dossier() {
    let socle = socle();
    let profiles: Vec<&str> = list(&socle, "profiles").iter().map(|it| text(it, "id")).collect();
    assert_eq!(profiles, PROFILES);
    for profile in list(&socle, "profiles") {
        for change in ["parameters", "add", "drop"].iter().flat_map(|change| list(profile, change)) {
            assert!(change["reason"].is_object(), "{change} says not why");
        }
        assert!(!list(profile, "add").is_empty() && !list(profile, "parameters").is_empty());
    }
    let dossiers = dossiers();
    let names: BTreeSet<String> = dossiers.iter().map(Example::name).collect();
    assert_eq!(names, PROFILES.map(str::to_owned).into());
    for dossier in dossiers {
        let audit = dossier.audit();
        assert_eq!(audit.options.profile, Some(dossier.name()));
        let subject: Value = serde_json::from_str(audit.subject.get()).unwrap();
        assert_eq!(subject["fictional"], true);
    }
}

/// Whether a flaw is in an audit.
type Found<'a> = &'a dyn Fn(&Audit) -> bool;

#[test]
fn each_flaw_of_real_dossiers_is_in_several() {
    let has = |audit: &Audit, reason: &str| {
        let mut records = audit.findings.iter().flat_map(|it| &it.criteria).flat_map(|it| &it.records);
        records.any(|record| record.reasons.iter().any(|it| it == reason))
            || audit.findings.iter().any(|finding| finding.reasons.iter().any(|it| it == reason))
    };
    let evidence = |audit: &Audit| -> Vec<Value> {
        audit.evidence.iter().map(|it| serde_json::from_str(it.get()).unwrap()).collect()
    };
    let waiver = |audit: &Audit, ends: &str| {
        let mut waivers = audit.waivers.iter().map(|it| serde_json::to_value(it).unwrap());
        waivers.any(|it| match ends {
            "soon" => it["status"] == "active" && text(&it, "until") <= "2026-08-31",
            status => it["status"] == status,
        })
    };
    let flaws: [(&str, Found); 14] = [
        ("an expired proof", &|audit| has(audit, "expired")),
        ("a proof that is too old", &|audit| has(audit, "too-old")),
        ("only declared", &|audit| has(audit, "assurance-too-low")),
        ("a claim contradicted", &|audit| has(audit, "claim-contradicted")),
        ("sources that disagree", &|audit| has(audit, "conflicting-evidence")),
        ("a sample", &|audit| evidence(audit).iter().any(|it| it["sample"].is_object())),
        ("unknown machines", &|audit| {
            let machines = evidence(audit).into_iter().filter(|it| it["kind"] == "host");
            let (whole, blank): (Vec<_>, Vec<_>) =
                machines.partition(|it| it["data"]["supported"].is_boolean());
            whole.len() >= 2 && !blank.is_empty()
        }),
        ("a waiver that ends soon", &|audit| waiver(audit, "soon")),
        ("a waiver that has ended", &|audit| waiver(audit, "expired")),
        ("an unknown answer", &|audit| evidence(audit).iter().any(|it| it["answer"] == "unknown")),
        ("a superseded record", &|audit| has(audit, "superseded")),
        ("a record withdrawn", &|audit| has(audit, "withdrawn")),
        ("not applicable", &|audit| audit.findings.iter().any(|it| it.verdict == Verdict::NotApplicable)),
        ("not applicable, contested", &|audit| has(audit, "not-applicable-contested")),
    ];
    let audits: Vec<Audit> = dossiers().iter().map(Example::audit).collect();
    for (flaw, found) in flaws {
        let dossiers = audits.iter().filter(|audit| found(audit)).count();
        assert!(dossiers >= 2, "{flaw}: in {dossiers} dossiers of {}", audits.len());
    }
    // no dossier is so good or so bad that nothing is left to say
    for audit in &audits {
        let score = audit.score.as_ref().unwrap();
        assert!(score.lo != score.hi, "{:?}", audit.options.profile);
        assert!(audit.findings.iter().any(|it| it.verdict == Verdict::Satisfied));
        assert!(audit.findings.iter().any(|it| it.verdict == Verdict::NotSatisfied));
    }
}
