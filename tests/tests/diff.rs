//! Comparing two audits: every pair of states has its one class, and everything else that changed is named.

use kolosi::diff::{Change, ControlDiff, Diff};
use kolosi::{Audit, Options, Plan, Standard, Verdict, diff};
use kolosi_tests::project;
use serde_json::{Value, json};

/// What a control can be: absent, not in force, not applicable, or of a degree out of ten with its bar at five.
#[derive(Clone, Copy, Debug, PartialEq)]
enum State {
    Absent,
    NotInForce,
    NotApplicable,
    Degree(i64, i64),
}

use State::{Absent, Degree, NotApplicable, NotInForce};

const STATES: [State; 14] = [
    Absent,
    NotInForce,
    NotApplicable,
    Degree(0, 10),
    Degree(0, 3),
    Degree(2, 8),
    Degree(2, 6),
    Degree(4, 8),
    Degree(0, 0),
    Degree(1, 1),
    Degree(1, 4),
    Degree(2, 3),
    Degree(5, 9),
    Degree(10, 10),
];

/// The class by the table of FORMAT, written out again without the engine.
fn expected(before: State, after: State) -> Change {
    let determined = |lo: i64, hi: i64| lo >= 5 || hi == 0 || (lo > 0 && hi < 5);
    let met = |lo: i64, hi: i64| i64::from(lo >= 5) - i64::from(hi < 5);
    match (before, after) {
        (before, after) if before == after => Change::Unchanged,
        (Absent, _) => Change::Added,
        (_, Absent) => Change::Removed,
        (NotInForce | NotApplicable, NotInForce | NotApplicable) => Change::Mixed,
        (NotInForce | NotApplicable, _) => Change::NewlyApplicable,
        (_, NotInForce | NotApplicable) => Change::NoLongerApplicable,
        (Degree(a, b), Degree(c, d)) => match (determined(a, b), determined(c, d)) {
            (false, true) => Change::NewlyKnown,
            (true, false) => Change::NewlyUnknown,
            _ => {
                let moves = [c - a, d - b, met(c, d) - met(a, b)];
                match (moves.iter().any(|it| *it > 0), moves.iter().any(|it| *it < 0)) {
                    (true, false) => Change::Better,
                    (false, true) => Change::Worse,
                    _ => Change::Mixed,
                }
            }
        },
    }
}

/// One control for each pair of states, and the audits in which it is first the one and then the other.
fn every_pair() -> (Audit, Audit) {
    let mut controls = vec![json!({"id": "always", "title": {"en": "x"}, "criteria": [{"answer": "s"}]})];
    let mut evidence = [Vec::new(), Vec::new()];
    let mut dropped = [Vec::new(), Vec::new()];
    for (i, before) in STATES.into_iter().enumerate() {
        for (j, after) in STATES.into_iter().enumerate() {
            let id = format!("c{i}-{j}");
            // the first audit is of 2024, the second of 2025
            let valid = match (before == NotInForce, after == NotInForce) {
                (true, true) => json!({"until": "2023-12-31"}),
                (true, false) => json!({"from": "2025-01-01"}),
                (false, true) => json!({"until": "2024-12-31"}),
                (false, false) => json!({}),
            };
            controls.push(json!({"id": id, "title": {"en": "x"}, "pass": "0.5", "valid": valid, "criteria": [{"answer": "s"}]}));
            for (at, state) in [before, after].into_iter().enumerate() {
                let mut record = json!({"id": id, "control": id, "observed": "2024-01-01"});
                match state {
                    Absent => {
                        dropped[at].push(json!({"control": id, "reason": {"en": "x"}}));
                        continue;
                    }
                    NotInForce => continue,
                    NotApplicable => {
                        record["answer"] = json!("not-applicable");
                        record["remark"] = json!("x");
                    }
                    // of ten things lo are checked and good, and hi are not known to be bad
                    Degree(lo, hi) => {
                        record["sample"] =
                            json!({"checked": 10 - hi + lo, "exceptions": 10 - hi, "population": 10});
                    }
                }
                evidence[at].push(record);
            }
        }
    }
    let standard = json!({
        "id": "demo", "edition": "1", "title": {"en": "x"}, "publisher": {"en": "x"}, "subject": "organisation",
        "basis": "proposal", "scale": 100,
        "scales": [{"id": "s", "answers": [{"id": "yes", "title": {"en": "x"}, "degree": 1}]}],
        "groups": [{"id": "g", "title": {"en": "x"}, "controls": controls}],
        "profiles": [{"id": "p0", "title": {"en": "x"}, "drop": dropped[0]}, {"id": "p1", "title": {"en": "x"}, "drop": dropped[1]}],
    });
    let standard = Standard::from_slice(standard.to_string().as_bytes()).unwrap();
    let audit = |at: usize, date: &str| {
        let options = Options::new(date.parse().unwrap()).profile(format!("p{at}"));
        audit(&standard.compile(&options).unwrap(), &evidence[at])
    };
    (audit(0, "2024-06-30"), audit(1, "2025-06-30"))
}

fn audit(plan: &Plan, evidence: &[Value]) -> Audit {
    let dossier = json!({"standard": {"id": "demo", "edition": "1"}, "subject": {"id": "x", "name": "exemple fictif"}, "evidence": evidence});
    plan.audit(&plan.dossier(dossier.to_string().as_bytes()).unwrap())
}

fn control<'d>(diff: &'d Diff, id: &str) -> Option<&'d ControlDiff> {
    diff.controls.iter().find(|control| control.control == id)
}

#[test]
fn every_pair_of_states_has_its_one_class() {
    let (before, after) = every_pair();
    let (forth, back) = (diff(&before, &after), diff(&after, &before));
    let mut seen = std::collections::BTreeSet::new();
    for (i, old) in STATES.into_iter().enumerate() {
        for (j, new) in STATES.into_iter().enumerate() {
            let id = format!("c{i}-{j}");
            let Some(found) = control(&forth, &id) else {
                assert_eq!((old, new), (Absent, Absent), "{id} is in one of the audits");
                continue;
            };
            assert_eq!(found.change, expected(old, new), "{old:?} to {new:?}");
            seen.insert(found.change);
            // the way back is the opposite
            let opposite = match found.change {
                Change::Better => Change::Worse,
                Change::Worse => Change::Better,
                Change::NewlyKnown => Change::NewlyUnknown,
                Change::NewlyUnknown => Change::NewlyKnown,
                Change::NewlyApplicable => Change::NoLongerApplicable,
                Change::NoLongerApplicable => Change::NewlyApplicable,
                Change::Added => Change::Removed,
                Change::Removed => Change::Added,
                same => same,
            };
            assert_eq!(control(&back, &id).unwrap().change, opposite, "{new:?} back to {old:?}");
        }
    }
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), {
        let mut all = Change::ALL.to_vec();
        all.sort();
        all
    });
    let counts = serde_json::to_value(forth.counts).unwrap();
    let total: u64 = counts.as_object().unwrap().values().map(|count| count.as_u64().unwrap()).sum();
    assert_eq!(total, forth.controls.len() as u64);
    for change in Change::ALL {
        let listed = forth.controls.iter().filter(|control| control.change == change).count();
        assert_eq!(counts[change.as_str().replace('-', "_")], listed, "{change:?}");
    }
}

#[test]
fn a_bar_that_moves_against_the_degree_is_mixed_and_one_that_moves_alone_is_not() {
    let standard = |pass: &str| {
        let document = json!({
            "id": "demo", "edition": "1", "title": {"en": "x"}, "publisher": {"en": "x"}, "subject": "organisation",
            "basis": "proposal", "scale": 100,
            "groups": [{"id": "g", "title": {"en": "x"}, "controls": [{"id": "c", "title": {"en": "x"}, "pass": pass,
                "criteria": [{"value": {"min": 0, "max": 10, "better": "higher"}}]}]}]});
        Standard::from_slice(document.to_string().as_bytes()).unwrap()
    };
    let audit = |pass: &str, value: i64| {
        let plan = standard(pass).compile(&Options::new("2025-06-30".parse().unwrap())).unwrap();
        audit(&plan, &[json!({"id": "r", "control": "c", "observed": "2025-01-01", "value": value})])
    };
    let change = |before: &Audit, after: &Audit| diff(before, after).controls[0].change;
    assert_eq!(change(&audit("0.5", 5), &audit("0.8", 5)), Change::Worse);
    assert_eq!(change(&audit("0.8", 5), &audit("0.5", 5)), Change::Better);
    assert_eq!(change(&audit("0.5", 5), &audit("0.8", 6)), Change::Mixed);
    let moved = diff(&audit("0.5", 5), &audit("0.8", 5));
    assert_eq!(moved.standard.controls.changed[0].members, ["/pass"]);
    assert!(moved.standard.same && moved.evidence.changed.is_empty());
}

// ---- everything else that changes ----

fn standard() -> Value {
    json!({
        "id": "demo", "edition": "1", "title": {"en": "Demo"}, "publisher": {"en": "x"}, "subject": "organisation",
        "basis": "proposal", "scale": 100,
        "scales": [{"id": "s", "answers": [
            {"id": "yes", "title": {"en": "x"}, "degree": 1}, {"id": "no", "title": {"en": "x"}, "degree": 0}]}],
        "parameters": [{"id": "age", "title": {"en": "x"}, "type": "duration", "default": "P1Y", "min": "P1M", "max": "P5Y"}],
        "groups": [
            {"id": "g", "title": {"en": "x"}, "controls": [
                {"id": "aged", "title": {"en": "x"}, "criteria": [{"answer": "s", "max_age": {"parameter": "age"}}]},
                {"id": "dated", "title": {"en": "x"}, "criteria": [{"answer": "s"}]}]},
            {"id": "h", "title": {"en": "x"}, "controls": [{"id": "waived", "title": {"en": "x"}, "criteria": [{"answer": "s"}]}]}],
    })
}

fn dossier() -> Value {
    json!({
        "standard": {"id": "demo", "edition": "1"}, "subject": {"id": "x", "name": "Exemple fictif"},
        "evidence": [
            {"id": "old", "control": "aged", "observed": "2024-01-01", "answer": "yes"},
            {"id": "until", "control": ["dated", "waived"], "observed": "2024-01-01", "expires": "2024-12-31", "answer": "yes"},
            {"id": "bad", "control": "waived", "observed": "2024-01-01", "answer": "no"}],
        "waivers": [{"id": "w", "controls": ["waived"], "reason": "x", "approved_by": "y", "from": "2024-01-01", "until": "2024-12-31"}],
    })
}

fn of(standard: &Value, dossier: &Value, options: &Options) -> Audit {
    let plan = Standard::from_slice(standard.to_string().as_bytes()).unwrap().compile(options).unwrap();
    plan.audit(&plan.dossier(dossier.to_string().as_bytes()).unwrap())
}

fn at(date: &str) -> Options {
    Options::new(date.parse().unwrap())
}

#[test]
fn time_alone_ends_proofs_and_waivers() {
    let (before, after) =
        (of(&standard(), &dossier(), &at("2024-06-30")), of(&standard(), &dossier(), &at("2025-06-30")));
    let diff = diff(&before, &after);
    let expired: Vec<(&str, Vec<&str>, Vec<&str>)> = diff
        .expired
        .iter()
        .map(|it| {
            (
                it.id.as_str(),
                it.controls.iter().map(String::as_str).collect(),
                it.reasons.iter().map(String::as_str).collect(),
            )
        })
        .collect();
    assert_eq!(
        expired,
        [("old", vec!["aged"], vec!["too-old"]), ("until", vec!["dated", "waived"], vec!["expired"])]
    );
    assert_eq!(diff.expired[1].criteria, ["dated", "waived"]);
    assert!(diff.waivers[0].ended && diff.waivers[0].id == "w" && diff.waivers[0].members.is_empty());
    let dated = control(&diff, "dated").unwrap();
    assert_eq!((dated.change, &*dated.reasons_gained), (Change::NewlyUnknown, &["expired".to_owned()][..]));
    assert_eq!(dated.before.as_ref().unwrap().verdict, Verdict::Satisfied);
    let waived = control(&diff, "waived").unwrap();
    assert!(waived.before.as_ref().unwrap().waived && !waived.after.as_ref().unwrap().waived);
    assert_eq!(waived.reasons_lost, ["conflicting-evidence"]);
    assert_eq!(diff.options.len(), 1);
    assert_eq!((diff.options[0].option.as_str(), &diff.options[0].after), ("/as_of", &json!("2025-06-30")));
    assert!(
        diff.evidence.added.is_empty()
            && diff.evidence.changed.is_empty()
            && diff.evidence.removed.is_empty()
    );
    assert_eq!(diff.dossier.before, diff.dossier.after);
    assert!(diff.standard.same && diff.standard.members.is_empty() && diff.subject.same);
    // a longer age and a waiver that is simply gone
    let mut shorter = dossier();
    shorter["waivers"] = json!([]);
    let after = of(&standard(), &shorter, &at("2025-06-30").set("age", "P3Y"));
    let diff = kolosi::diff(&before, &after);
    assert_eq!(diff.expired.len(), 1);
    assert!(diff.waivers[0].ended && diff.waivers[0].after.is_none());
    assert_eq!(diff.options[1].option, "/parameters/age");
    assert_eq!((&diff.options[1].before, &diff.options[1].after), (&json!(null), &json!("P3Y")));
}

#[test]
fn what_the_dossier_and_the_standard_say_otherwise_is_named() {
    let before = of(&standard(), &dossier(), &at("2024-06-30"));
    let mut newer = standard();
    newer["edition"] = json!("2");
    newer["levels"] = json!([{"id": "l", "title": {"en": "x"}, "at_least": 0}]);
    newer["groups"][0]["weight"] = json!(2);
    newer["groups"][0]["controls"][0]["criteria"][0]["max_age"] = json!("P2Y");
    newer["groups"][0]["controls"][0]["title"] = json!({"en": "x", "fr": "y"});
    let moved = newer["groups"][1]["controls"][0].take();
    newer["groups"][0]["controls"].as_array_mut().unwrap().push(moved);
    newer["groups"][1]["controls"] =
        json!([{"id": "new", "title": {"en": "x"}, "criteria": [{"answer": "s"}]}]);
    newer["groups"][0]["controls"].as_array_mut().unwrap().remove(1);
    let mut other = dossier();
    other["standard"]["edition"] = json!("2");
    other["subject"]["name"] = json!("Autre exemple fictif");
    other["evidence"] = json!([
        {"id": "old", "control": "aged", "observed": "2024-01-01", "answer": "yes", "source": {"title": "x"}, "remark": "y"},
        {"id": "added", "control": "new", "observed": "2024-01-01", "answer": "yes"},
        {"id": "bad", "control": "waived", "observed": "2024-01-01", "answer": "no"}]);
    other["waivers"][0]["until"] = json!("2025-12-31");
    let diff = diff(&before, &of(&newer, &other, &at("2024-06-30")));
    assert_eq!(diff.evidence.added, ["added"]);
    assert_eq!(diff.evidence.removed, ["until"]);
    assert_eq!(diff.evidence.changed[0].id, "old");
    assert_eq!(diff.evidence.changed[0].members, ["/remark", "/source"]);
    let standard = &diff.standard;
    assert!(standard.same && standard.before.edition == "1" && standard.after.edition == "2");
    assert_eq!(
        (&*standard.controls.added, &*standard.controls.removed),
        (&["new".to_owned()][..], &["dated".to_owned()][..])
    );
    assert_eq!(standard.controls.changed.len(), 2);
    assert_eq!(standard.controls.changed[0].members, ["/criteria/0/max_age", "/title/fr"]);
    assert_eq!(standard.controls.changed[1].members, ["/group"], "the control moved to another group");
    assert_eq!(
        (standard.groups.changed[0].id.as_str(), &*standard.groups.changed[0].members),
        ("g", &["/weight".to_owned()][..])
    );
    assert_eq!(standard.members, ["/edition", "/levels"]);
    assert_eq!(diff.subject.members, ["/name"]);
    assert_eq!((diff.waivers[0].ended, &*diff.waivers[0].members), (false, &["/until".to_owned()][..]));
    assert_eq!(control(&diff, "new").unwrap().change, Change::Added);
    assert_eq!(control(&diff, "dated").unwrap().change, Change::Removed);
    assert!(diff.level.before.is_none() && diff.level.after.is_some());
    let group = diff.groups.iter().find(|group| group.group == "g").unwrap();
    let scale = |state: &Option<kolosi::diff::GroupState>| {
        state.as_ref().unwrap().score.as_ref().unwrap().scale.clone()
    };
    assert_eq!(
        (scale(&group.before), scale(&group.after)),
        ("50".to_owned(), "66.66666666666666666667".to_owned())
    );
}

#[test]
fn the_order_of_a_standard_alone_is_named_too() {
    let before = of(&standard(), &dossier(), &at("2024-06-30"));
    let mut turned = standard();
    turned["groups"].as_array_mut().unwrap().reverse();
    let diff = diff(&before, &of(&turned, &dossier(), &at("2024-06-30")));
    assert_eq!(diff.standard.members, ["/groups"]);
    assert_eq!(diff.counts.unchanged, 3);
}

#[test]
fn other_subjects_and_standards_compare_and_are_told_apart() {
    let before = of(&standard(), &dossier(), &at("2024-06-30"));
    let mut other = dossier();
    other["subject"]["id"] = json!("y");
    assert!(!diff(&before, &of(&standard(), &other, &at("2024-06-30"))).subject.same);
    let plan = kolosi::bundled("itu-gci-2024").unwrap().compile(&at("2024-12-31")).unwrap();
    let bytes = std::fs::read(project().join("standards/itu-gci-2024/examples/ml-2024.yaml")).unwrap();
    let gci = plan.audit(&plan.dossier(&bytes).unwrap());
    let diff = diff(&before, &gci);
    assert!(!diff.standard.same && !diff.subject.same);
    assert_eq!((diff.counts.added, diff.counts.removed), (5, 3));
}

#[test]
fn it_is_written_as_rfc_8785_and_an_audit_does_not_differ_from_itself() {
    let (before, after) = every_pair();
    for diff in [diff(&before, &after), diff(&of(&standard(), &dossier(), &at("2024-06-30")), &after)] {
        let written = diff.to_json();
        // serde_json keeps the objects of a tree sorted, and no key here is beyond ASCII
        assert_eq!(serde_json::from_str::<Value>(&written).unwrap().to_string(), written);
    }
    let same = diff(&before, &before);
    assert_eq!(same.counts.unchanged, same.controls.len());
    assert!(same.options.is_empty() && same.expired.is_empty() && same.waivers.is_empty());
    assert!(same.standard.members.is_empty() && same.subject.members.is_empty());
}
