//! No inference is wrong (E12): frameworks whose controls are sets of requirements, mappings that are true of these sets, dossiers
//! that say what is so. Whatever is then inferred must be what an audit that knows everything finds.

use kolosi::{Audit, Decimal, Framework, Linked, Mapping, Met, Options, Plan, Rational, Standard, Verdict};
use kolosi_tests::draw::{AS_OF, Draw};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};
use std::cell::Cell;
use std::collections::BTreeSet;

/// A set of the requirements that there are, as bits.
type Requirements = u8;
const REQUIREMENTS: usize = 4;

struct Control {
    id: String,
    criteria: Vec<(String, Requirements)>,
}

impl Control {
    fn asks(&self) -> Requirements {
        self.criteria.iter().fold(0, |all, (_, asks)| all | asks)
    }
}

struct Drawn {
    standard: Standard,
    controls: Vec<Control>,
}

fn requirements(draw: &mut Draw) -> Requirements {
    u8::try_from(1 + draw.below((1 << REQUIREMENTS) - 1)).unwrap()
}

fn framework(draw: &mut Draw, id: &str) -> Drawn {
    let mut controls = Vec::new();
    let mut written = Vec::new();
    for at in 0..=draw.below(3) {
        let id = format!("{id}{at}");
        let criteria: Vec<(String, Requirements)> =
            (0..=draw.below(2)).map(|criterion| (format!("{id}-{criterion}"), requirements(draw))).collect();
        // the first counts, so that there is something to score
        let weights =
            criteria.iter().enumerate().map(|(at, _)| if at > 0 && draw.once_in(6) { 0 } else { 1 });
        let weights: Vec<usize> = weights.collect();
        let criterion = |((id, _), weight): (&(String, _), &usize)| json!({"id": id, "answer": "scale", "weight": weight});
        let mut control = json!({
            "id": id, "title": {"en": id}, "combine": draw.one(&["all", "all", "mean", "any"]),
            "criteria": criteria.iter().zip(&weights).map(criterion).collect::<Vec<_>>(),
        });
        if draw.once_in(5) {
            control["pass"] = json!("0.5");
        }
        written.push(control);
        controls.push(Control { id, criteria });
    }
    let answer = |id: &str, degree: &str| json!({"id": id, "title": {"en": id}, "degree": degree});
    let standard = json!({
        "id": id, "edition": "1", "title": {"en": id}, "publisher": {"en": "Nobody"},
        "subject": "organisation", "basis": "proposal", "scale": 100, "combine": draw.one(&["mean", "all"]),
        "scales": [{"id": "scale", "answers": [answer("no", "0"), answer("partly", "0.5"), answer("yes", "1")]}],
        "groups": [{"id": "g", "title": {"en": "Group"}, "controls": written}],
    });
    Drawn { standard: Standard::from_slice(standard.to_string().as_bytes()).unwrap(), controls }
}

/// What is true of two sets, one of it.
fn relation(draw: &mut Draw, a: Requirements, b: Requirements) -> &'static str {
    match (a & !b == 0, b & !a == 0) {
        (true, true) => "equal",
        _ if a & b == 0 => "no-relationship",
        _ if draw.once_in(8) => "intersects-with",
        (true, false) => "subset-of",
        (false, true) => "superset-of",
        (false, false) => "intersects-with",
    }
}

/// Edges that are true.
fn mapping(draw: &mut Draw, at: usize, source: &Drawn, target: &Drawn) -> Linked {
    let mut edges = Vec::new();
    let mut pairs = BTreeSet::new();
    for _ in 0..2 + draw.below(5) {
        let b = &target.controls[draw.below(target.controls.len())];
        let (key, to, asks) = if draw.below(4) == 0 {
            let (id, asks) = &b.criteria[draw.below(b.criteria.len())];
            ("to_criterion", id, *asks)
        } else {
            ("to", &b.id, b.asks())
        };
        let covering: Vec<&Control> = source.controls.iter().filter(|_| draw.below(2) == 0).collect();
        let all = covering.iter().fold(0, |all, control| all | control.asks());
        let (from, relation) = if draw.below(4) == 0 && !covering.is_empty() && asks & !all == 0 {
            (covering.iter().map(|control| control.id.clone()).collect::<Vec<_>>(), "covered-by")
        } else {
            // rather one of which something follows
            let first = draw.below(source.controls.len());
            let (others, these) = source.controls.split_at(first);
            let tells = |control: &&Control| asks & !control.asks() == 0 || control.asks() & !asks == 0;
            let a = these.iter().chain(others).find(tells).unwrap_or(&source.controls[first]);
            (vec![a.id.clone()], relation(draw, a.asks(), asks))
        };
        let mut edge =
            json!({"from": from, "relation": relation, "rationale": {"en": "r"}, "confidence": "high"});
        edge[key] = json!(to);
        if pairs.insert((from, key, to)) {
            edges.push(edge);
        }
    }
    let side = |it: &Drawn| json!({"standard": it.standard.id().as_str(), "edition": "1", "digest": it.standard.digest()});
    let mapping = json!({
        "id": format!("m{at}"), "edition": "1", "title": {"en": "M"}, "basis": "proposal",
        "source": side(source), "target": side(target), "edges": edges,
    });
    let sides = [source, target].map(|it| Framework::Standard(it.standard.clone()));
    Mapping::from_slice(mapping.to_string().as_bytes()).unwrap().link(&sides).unwrap()
}

/// What is so of each criterion, or nothing of it, or that it does not apply.
#[derive(Clone, Copy, PartialEq)]
enum Told {
    Truth,
    Unknown,
    Nothing,
    NotApplicable,
}

const MUCH: [Told; 9] = {
    let mut told = [Told::Truth; 9];
    (told[6], told[7], told[8]) = (Told::Nothing, Told::Unknown, Told::NotApplicable);
    told
};
const LITTLE: [Told; 6] =
    [Told::Nothing, Told::Nothing, Told::Truth, Told::Nothing, Told::Unknown, Told::NotApplicable];

fn told(draw: &mut Draw, framework: &Drawn, of: &[Told]) -> Vec<Told> {
    let criteria = framework.controls.iter().flat_map(|control| &control.criteria);
    let one = |_| draw.one(of);
    criteria.map(one).collect()
}

fn dossier(framework: &Drawn, told: &[Told], met: Requirements, waived: bool) -> Vec<u8> {
    let criteria = framework.controls.iter().flat_map(|control| &control.criteria);
    let evidence: Vec<Value> = criteria
        .zip(told)
        .filter_map(|((id, asks), told)| {
            let answer = match told {
                Told::Nothing => return None,
                Told::Unknown => "unknown",
                Told::NotApplicable => "not-applicable",
                Told::Truth if asks & !met == 0 => "yes",
                Told::Truth if asks & met == 0 => "no",
                Told::Truth => "partly",
            };
            Some(json!({"id": format!("r-{id}"), "criterion": id, "observed": "2025-01-01", "answer": answer, "remark": "r"}))
        })
        .collect();
    let waivers: Vec<Value> = waived
        .then(|| json!({"id": "w", "controls": [framework.controls[0].id], "reason": "r", "approved_by": "a", "from": "2025-01-01", "until": "2025-12-31"}))
        .into_iter()
        .collect();
    let id = framework.standard.id().as_str();
    json!({"standard": {"id": id, "edition": "1"}, "subject": {"id": "s", "name": "S"}, "evidence": evidence, "waivers": waivers})
        .to_string()
        .into_bytes()
}

fn number(text: &str) -> Rational {
    text.parse::<Decimal>().unwrap().to_rational()
}

/// Something that an audit knowing everything found lies within what was inferred.
fn is_within(inferred: &kolosi::result::Range, lo: &str, hi: &str) -> bool {
    number(&inferred.lo) <= number(lo) && number(hi) <= number(&inferred.hi)
}

/// What was inferred, so that it is sure that enough was.
#[derive(Default)]
struct Seen {
    holds: Cell<usize>,
    fails: Cell<usize>,
    criteria: Cell<usize>,
    chains: Cell<usize>,
    covered: Cell<usize>,
    applied: Cell<usize>,
}

fn count(cell: &Cell<usize>, is_so: bool) {
    cell.set(cell.get() + usize::from(is_so));
}

/// That nothing inferred is wrong, beside an audit that knows everything.
fn check(audit: &Audit, everything: &Audit, seen: &Seen) -> Result<(), TestCaseError> {
    let inferences = audit.inferences.as_ref().unwrap();
    for inferred in &inferences.controls {
        let truth = everything.findings.iter().find(|finding| finding.control == inferred.control).unwrap();
        let shown = || format!("{inferred:?}\n{truth:?}");
        prop_assert!(!inferred.reasons.contains(&"inference-disagrees".to_owned()), "{}", shown());
        count(&seen.chains, inferred.paths.iter().any(|path| path.edges.len() > 1));
        count(&seen.covered, inferred.paths.iter().any(|path| path.from.controls.len() > 1));
        count(&seen.applied, inferred.applied);
        let (Some(degree), Some(found)) = (&inferred.degree, &truth.degree) else { continue };
        count(&seen.holds, inferred.met == Some(Met::Yes));
        count(&seen.fails, inferred.met == Some(Met::No));
        count(&seen.criteria, inferred.met == Some(Met::Unknown) || inferred.verdict == Verdict::Partial);
        prop_assert!(is_within(degree, &found.lo, &found.hi), "{}", shown());
        prop_assert!(inferred.possible.contains(&truth.verdict), "{}", shown());
        prop_assert!(inferred.met == Some(Met::Unknown) || inferred.met == truth.met, "{}", shown());
        prop_assert!(
            inferred.verdict == Verdict::Undetermined || inferred.verdict == truth.verdict,
            "{}",
            shown()
        );
    }
    if let (Some(inferred), Some(truth)) = (&inferences.score, &everything.score) {
        prop_assert!(is_within(inferred, &truth.lo, &truth.hi), "{inferred:?} {truth:?}");
    }
    Ok(())
}

fn plan(framework: &Drawn) -> Plan {
    framework.standard.compile(&Options::new(AS_OF.parse().unwrap())).unwrap()
}

#[test]
fn nothing_is_inferred_that_is_not_so() {
    let seen = Seen::default();
    let config = Config { cases: 6_000, failure_persistence: None, ..Config::default() };
    let choices = proptest::collection::vec(any::<u16>(), 100..400);
    TestRunner::new(config)
        .run(&choices, |choices| {
            let draw = &mut Draw::new(choices);
            let met = u8::try_from(draw.below(1 << REQUIREMENTS)).unwrap();
            // most requirements are met in one case of two, or hardly anything would hold
            let met = if draw.below(2) == 0 { met | 0b1011 } else { met };
            let all = ["a", "b", "c"].map(|id| framework(draw, id));
            let mappings: Vec<Linked> = (0..2 + draw.below(3))
                .map(|at| {
                    let source = draw.below(3);
                    let target = (source + 1 + draw.below(2)) % 3;
                    mapping(draw, at, &all[source], &all[target])
                })
                .collect();
            let [a, target, c] = &all;
            let measured: Vec<_> = [a, c, target][..1 + draw.below(3)]
                .iter()
                .map(|it| {
                    let told = told(draw, it, &MUCH);
                    plan(it).dossier(&dossier(it, &told, met, draw.once_in(6))).unwrap()
                })
                .collect();
            let known = told(draw, target, &LITTLE);
            let everything: Vec<Told> = known
                .iter()
                .map(|told| if *told == Told::NotApplicable { *told } else { Told::Truth })
                .collect();
            let plan = plan(target);
            let ours = plan.dossier(&dossier(target, &known, met, draw.once_in(6))).unwrap();
            let whole = plan.dossier(&dossier(target, &everything, met, false)).unwrap();
            let audit = plan.infer(&ours, &mappings, &measured).unwrap().audit();
            check(&audit, &plan.audit(&whole), &seen)
        })
        .unwrap();
    let counts = [&seen.holds, &seen.fails, &seen.criteria, &seen.chains, &seen.covered, &seen.applied];
    let counts = counts.map(Cell::get);
    println!("holds, fails, criteria, chains, covered, applied: {counts:?}");
    assert!(counts.iter().all(|count| *count >= 30), "too little was inferred: {counts:?}");
}
