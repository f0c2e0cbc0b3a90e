//! Inference through the public surface: what it costs, and with which options the other dossiers are audited.

use kolosi::{Dossier, Framework, Inference, Lang, Linked, Mapping, Options, Plan, Problems, Standard};
use serde_json::{Value, json};
use std::time::Instant;

/// A standard of so many controls, `ID0`, `ID1`, …, each of one criterion that is a yes or a no.
fn standard(id: &str, controls: usize, criterion: &Value) -> Standard {
    let control = |at| {
        let mut criterion = criterion.clone();
        criterion["answer"] = json!("scale");
        json!({"id": format!("{id}{at}"), "title": {"en": "C"}, "criteria": [criterion]})
    };
    let answers = ["no", "yes"].into_iter().enumerate();
    let answers = answers.map(|(degree, id)| json!({"id": id, "title": {"en": id}, "degree": degree}));
    let document = json!({
        "id": id, "edition": "1", "title": {"en": id}, "publisher": {"en": "Nobody"}, "subject": "organisation",
        "basis": "proposal", "scale": 100, "scales": [{"id": "scale", "answers": answers.collect::<Vec<_>>()}],
        "groups": [{"id": "g", "title": {"en": "G"}, "controls": (0..controls).map(control).collect::<Vec<_>>()}],
    });
    Standard::from_slice(document.to_string().as_bytes()).unwrap()
}

fn linked(
    id: &str,
    [source, target]: [&Standard; 2],
    edges: impl Iterator<Item = (String, String)>,
) -> Linked {
    let side = |it: &Standard| json!({"standard": it.id().as_str(), "edition": "1", "digest": it.digest()});
    let edge = |(from, to)| json!({"from": from, "to": to, "relation": "equal", "rationale": {"en": "r"}, "confidence": "high"});
    let mapping = json!({
        "id": id, "edition": "1", "title": {"en": id}, "basis": "proposal", "source": side(source),
        "target": side(target), "edges": edges.map(edge).collect::<Vec<_>>(),
    });
    let sides = [source, target].map(|it| Framework::Standard(it.clone()));
    Mapping::from_slice(mapping.to_string().as_bytes()).unwrap().link(&sides).unwrap()
}

fn plan(standard: &Standard, as_of: &str) -> Plan {
    standard.compile(&Options::new(as_of.parse().unwrap())).unwrap()
}

/// Everything is so, by so many records for each control.
fn all_yes(plan: &Plan, controls: usize, records: usize) -> Dossier {
    let id = plan.standard().id().as_str();
    let record = |at: usize| json!({"id": format!("r{at}"), "control": format!("{id}{}", at % controls.max(1)), "observed": "2025-01-01", "answer": "yes"});
    let evidence: Vec<Value> = (0..controls * records).map(record).collect();
    let dossier = json!({"standard": {"id": id, "edition": "1"}, "subject": {"id": "s", "name": "S"}, "evidence": evidence});
    plan.dossier(dossier.to_string().as_bytes()).unwrap()
}

/// `a` of so many controls that all hold by so many records, joined through one control of `hub` to as many of `b`.
fn through_a_hub(controls: usize, records: usize) -> Result<Inference, Problems> {
    let none = json!({});
    let [a, hub, b] = [("a", controls), ("hub", 1), ("b", controls)].map(|(id, n)| standard(id, n, &none));
    let into = linked("into", [&a, &hub], (0..controls).map(|at| (format!("a{at}"), "hub0".to_owned())));
    let out = linked("out", [&hub, &b], (0..controls).map(|at| ("hub0".to_owned(), format!("b{at}"))));
    let (ours, theirs) = (plan(&b, "2025-12-31"), plan(&a, "2025-12-31"));
    let other = all_yes(&theirs, controls, records);
    ours.infer(&all_yes(&ours, 0, 0), &[into, out], &[other])
}

#[test]
fn more_paths_than_an_audit_tells_are_too_costly() {
    let audit = through_a_hub(30, 1).unwrap().audit();
    let controls = audit.inferences.unwrap().controls;
    assert_eq!(controls.iter().map(|it| it.paths.len()).sum::<usize>(), 30 * 30);
    // paths themselves, then what they are made of
    for (controls, records) in [(400, 1), (40, 400)] {
        let began = Instant::now();
        let problems = through_a_hub(controls, records).unwrap_err();
        let problem = problems.iter().next().unwrap();
        assert_eq!((problem.code().as_str(), problem.place().path.as_str()), ("too-costly", "/mappings"));
        assert_eq!(problem.help(Lang::En), "give fewer mappings at once");
        assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
    }
}

#[test]
fn a_long_chain_is_walked_and_told_whole() {
    let none = json!({});
    let (x, b) = (standard("x", 5_000, &none), standard("b", 1, &none));
    let along = (0..4_999).map(|at| (format!("x{at}"), format!("x{}", at + 1)));
    let chain = linked("chain", [&x, &x], along);
    let last = linked("last", [&x, &b], [("x4999".to_owned(), "b0".to_owned())].into_iter());
    let ours = plan(&b, "2025-12-31");
    let known = all_yes(&plan(&x, "2025-12-31"), 1, 1);
    let audit = ours.infer(&all_yes(&ours, 0, 0), &[chain, last], &[known]).unwrap().audit();
    let paths = &audit.inferences.as_ref().unwrap().controls[0].paths;
    assert_eq!((paths.len(), paths[0].edges.len()), (1, 5_000));
    assert_eq!(kolosi::Audit::from_slice(audit.to_json().as_bytes()).unwrap().to_json(), audit.to_json());
}

#[test]
fn other_dossiers_are_audited_as_of_the_date_of_this_one() {
    let (a, b) = (standard("a", 1, &json!({"max_age": "P1Y"})), standard("b", 1, &json!({})));
    let equal = linked("m", [&a, &b], [("a0".to_owned(), "b0".to_owned())].into_iter());
    let holds = |read: &str, asked: &str| {
        let ours = plan(&b, asked);
        let other = all_yes(&plan(&a, read), 1, 1);
        let audit =
            ours.infer(&all_yes(&ours, 0, 0), std::slice::from_ref(&equal), &[other]).unwrap().audit();
        audit.inferences.unwrap().controls.len() == 1
    };
    // whatever date it was read for
    for read in ["2025-06-30", "2030-01-01"] {
        assert!(holds(read, "2025-06-30"));
        assert!(!holds(read, "2030-01-01"));
    }
}

#[test]
fn nothing_measured_changes() {
    let (a, b) = (standard("a", 1, &json!({})), standard("b", 2, &json!({})));
    let equal = linked("m", [&a, &b], [("a0".to_owned(), "b0".to_owned())].into_iter());
    let ours = plan(&b, "2025-12-31");
    let dossier = all_yes(&ours, 0, 0);
    let other = all_yes(&plan(&a, "2025-12-31"), 1, 1);
    let value = |json: String| serde_json::from_str::<Value>(&json).unwrap();
    let mut with = value(ours.infer(&dossier, &[equal], &[other]).unwrap().audit().to_json());
    let mut without = value(ours.audit(&dossier).to_json());
    assert_eq!(with["inferences"]["score"], json!({"hi": "100", "lo": "50"}));
    for audit in [&mut with, &mut without] {
        for member in ["digest", "inferences"] {
            audit.as_object_mut().unwrap().remove(member);
        }
        audit["options"].as_object_mut().unwrap().remove("mappings");
    }
    assert_eq!(with, without);
    // no mapping: the audit is the same, byte for byte
    let none = ours.infer(&dossier, &[], &[]).unwrap().audit();
    assert_eq!(none.to_json(), ours.audit(&dossier).to_json());
}
