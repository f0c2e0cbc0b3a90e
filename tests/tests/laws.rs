//! The laws of E11, as properties of random standards and dossiers, through the public surface.

use kolosi::{Decimal, Rational};
use kolosi_tests::draw::{ANSWERS, Asks, Criterion, Draw, Drawn, audit, dossier, record, standard};
use proptest::prelude::*;
use serde_json::{Value, json};

fn choices() -> impl Strategy<Value = Vec<u16>> {
    proptest::collection::vec(any::<u16>(), 0..400)
}

fn evidence(draw: &mut Draw, criteria: &[Criterion], prefix: &str, most: usize) -> Vec<Value> {
    let mut evidence = Vec::new();
    for criterion in criteria {
        for _ in 0..draw.below(most + 1) {
            evidence.push(record(draw, &format!("{prefix}{}", evidence.len()), criterion));
        }
    }
    evidence
}

fn number(value: &Value) -> Rational {
    value.as_str().expect("a decimal").parse::<Decimal>().expect("a decimal").to_rational()
}

/// Every interval of an audit with its path: controls, groups and the root, degrees and scores. Results are rounded the same way
/// at both ends, and rounding keeps order, so that comparing what is written is enough.
fn intervals(audit: &Value) -> Vec<(String, Option<(Rational, Rational)>)> {
    fn groups(list: &Value, out: &mut Vec<(String, Value)>) {
        for group in list.as_array().expect("a list") {
            out.push((format!("degree of {}", group["id"]), group["degree"].clone()));
            out.push((format!("score of {}", group["id"]), group["score"].clone()));
            groups(&group["groups"], out);
        }
    }
    let mut found = vec![
        ("score".to_owned(), audit["score"].clone()),
        ("score after waivers".to_owned(), audit["score_after_waivers"].clone()),
    ];
    groups(&audit["groups"], &mut found);
    for finding in audit["findings"].as_array().expect("a list") {
        found.push((format!("degree of {}", finding["control"]), finding["degree"].clone()));
        for criterion in finding["criteria"].as_array().expect("a list") {
            found.push((format!("degree of {}", criterion["criterion"]), criterion["degree"].clone()));
        }
    }
    let ends = |value: Value| (!value.is_null()).then(|| (number(&value["lo"]), number(&value["hi"])));
    found.into_iter().map(|(path, value)| (path, ends(value))).collect()
}

/// Every interval of `inner` lies within that of `outer`. One that knows nothing may become not applicable, and one above it may
/// then lose a member; a law that adds no `not-applicable` needs no such exception.
fn assert_within(outer: &Value, inner: &Value) {
    for ((path, wide), (other, narrow)) in intervals(outer).into_iter().zip(intervals(inner)) {
        assert_eq!(path, other);
        match (wide, narrow) {
            (Some((lo, hi)), Some((inner_lo, inner_hi))) => {
                assert!(
                    lo <= inner_lo && inner_hi <= hi,
                    "{path}: {inner_lo:?}..{inner_hi:?} is not within {lo:?}..{hi:?}"
                );
            }
            (None, None) => {}
            (wide, narrow) => panic!("{path}: {wide:?} became {narrow:?}"),
        }
    }
}

fn subset(outer: &Value, inner: &Value) -> bool {
    let outer = outer.as_array().expect("a list");
    inner.as_array().expect("a list").iter().all(|it| outer.contains(it))
}

/// A record that nobody contests, of a form that decides a criterion wholly, in effect at the date.
fn decisive(draw: &mut Draw, id: &str, criterion: &Criterion) -> Value {
    let mut record = match criterion.asks {
        Asks::Answer => json!({"answer": draw.one(&ANSWERS).0}),
        Asks::Value => json!({"value": draw.below(11)}),
        Asks::Share | Asks::Count => {
            json!({"kind": "host", "data": {"name": draw.one(&["a", "b", "c"]), "patched": draw.below(2) == 0}})
        }
    };
    record["id"] = json!(id);
    record["criterion"] = json!(criterion.id);
    record["observed"] = json!("2025-06-01");
    record["assurance"] = json!("verified");
    record
}

fn is_not_applicable(record: &Value) -> bool {
    record["answer"] == "not-applicable"
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// E11.1, where what is added concerns only criteria of which nothing is known.
    #[test]
    fn refinement(choices in choices()) {
        let mut draw = Draw::new(choices);
        let Drawn { standard, criteria } = standard(&mut draw);
        let (known, open): (Vec<Criterion>, Vec<Criterion>) = criteria.into_iter().partition(|_| draw.below(2) == 0);
        let before = evidence(&mut draw, &known, "r", 3);
        let mut after = before.clone();
        after.extend(evidence(&mut draw, &open, "n", 2).into_iter().filter(|record| !is_not_applicable(record)));
        let waived: Vec<Criterion> = known.into_iter().chain(open).collect();
        let waivers = if waived.is_empty() { Vec::new() } else { waivers(&mut draw, &waived) };
        for assurance in ["declared", "documented", "verified"] {
            let wide = audit(&standard, &dossier(&before, &waivers), assurance);
            let narrow = audit(&standard, &dossier(&after, &waivers), assurance);
            assert_within(&wide, &narrow);
            for (wide, narrow) in wide["findings"].as_array().unwrap().iter().zip(narrow["findings"].as_array().unwrap()) {
                prop_assert!(subset(&wide["possible"], &narrow["possible"]), "{wide} {narrow}");
            }
            if !wide["level"].is_null() && !narrow["level"].is_null() {
                prop_assert!(subset(&wide["level"]["possible"], &narrow["level"]["possible"]));
            }
        }
    }

    /// E11.1, where a criterion of which nothing is known becomes not applicable: only a node at [0, 1] may follow it.
    #[test]
    fn what_becomes_not_applicable_was_unknown(choices in choices()) {
        let mut draw = Draw::new(choices);
        let Drawn { standard, criteria } = standard(&mut draw);
        let (known, open): (Vec<Criterion>, Vec<Criterion>) = criteria.into_iter().partition(|_| draw.below(2) == 0);
        let before = evidence(&mut draw, &known, "r", 3);
        let mut after = before.clone();
        after.extend(evidence(&mut draw, &open, "n", 2));
        let wide = intervals(&audit(&standard, &dossier(&before, &[]), "declared"));
        let narrow = intervals(&audit(&standard, &dossier(&after, &[]), "declared"));
        for ((path, wide), (_, narrow)) in wide.into_iter().zip(narrow) {
            match (wide, narrow) {
                (Some((lo, hi)), Some((inner_lo, inner_hi))) => prop_assert!(lo <= inner_lo && inner_hi <= hi, "{path}"),
                (Some((lo, hi)), None) if path.starts_with("degree") => {
                    prop_assert_eq!((lo, hi), (Rational::ZERO, Rational::ONE), "{}", path);
                }
                (Some(_), None) | (None, None) => {}
                (None, Some(_)) => prop_assert!(false, "{path} came back"),
            }
        }
    }

    /// E11.2: samples completed and gaps filled give a point within every interval.
    #[test]
    fn completion(choices in choices()) {
        let mut draw = Draw::new(choices);
        let Drawn { standard, criteria } = standard(&mut draw);
        let (mut open, mut complete) = (Vec::new(), Vec::new());
        for (index, criterion) in criteria.iter().enumerate() {
            let id = format!("r{index}");
            let sampled = criterion.asks != Asks::Count;
            match draw.below(3) {
                0 => complete.push(decisive(&mut draw, &id, criterion)),
                1 if sampled => {
                    let population = 1 + draw.below(9);
                    let checked = draw.below(population + 1);
                    let exceptions = draw.below(checked + 1);
                    let more = draw.below(population - checked + 1);
                    let sample = |checked: usize, exceptions: usize| json!({
                        "id": id, "criterion": criterion.id, "observed": "2025-06-01",
                        "sample": {"checked": checked, "population": population, "exceptions": exceptions},
                    });
                    open.push(sample(checked, exceptions));
                    complete.push(sample(population, exceptions + more));
                }
                _ => {
                    let record = decisive(&mut draw, &id, criterion);
                    open.push(record.clone());
                    complete.push(record);
                }
            }
        }
        let wide = audit(&standard, &dossier(&open, &[]), "declared");
        let point = audit(&standard, &dossier(&complete, &[]), "declared");
        for (path, interval) in intervals(&point) {
            prop_assert!(interval.is_none_or(|(lo, hi)| lo == hi), "{path}");
        }
        assert_within(&wide, &point);
    }

    /// E11.3: one answer, value or sample replaced by a better one lowers nothing.
    #[test]
    fn better_is_never_worse(choices in choices()) {
        let mut draw = Draw::new(choices);
        let Drawn { standard, criteria } = standard(&mut draw);
        let before = evidence(&mut draw, &criteria, "r", 3);
        let replaceable: Vec<usize> = (0..before.len()).filter(|at| {
            let record = &before[*at];
            record.get("sample").is_some()
                || record.get("value").is_some()
                || ANSWERS.iter().any(|(answer, _)| record["answer"] == *answer)
        }).collect();
        prop_assume!(!replaceable.is_empty());
        let at = draw.one(&replaceable);
        let mut after = before.clone();
        let old = &before[at];
        if let Some(answer) = old["answer"].as_str() {
            let rank = ANSWERS.iter().position(|(word, _)| *word == answer).unwrap();
            after[at]["answer"] = json!(ANSWERS[rank + draw.below(ANSWERS.len() - rank)].0);
        } else if let Some(value) = old["value"].as_u64().and_then(|value| usize::try_from(value).ok()) {
            let criterion = criteria.iter().find(|criterion| old["criterion"] == *criterion.id).unwrap();
            let higher = criterion.higher;
            after[at]["value"] = json!(if higher { value + draw.below(11 - value) } else { draw.below(value + 1) });
        } else {
            let exceptions = old["sample"]["exceptions"].as_u64().unwrap();
            after[at]["sample"]["exceptions"] = json!(draw.below(usize::try_from(exceptions).unwrap() + 1));
        }
        for assurance in ["declared", "documented", "verified"] {
            let worse = intervals(&audit(&standard, &dossier(&before, &[]), assurance));
            let better = intervals(&audit(&standard, &dossier(&after, &[]), assurance));
            for ((path, worse), (_, better)) in worse.into_iter().zip(better) {
                match (worse, better) {
                    (Some(worse), Some(better)) => prop_assert!(worse.0 <= better.0 && worse.1 <= better.1, "{path}"),
                    (worse, better) => prop_assert_eq!(worse, better, "{}", path),
                }
            }
        }
    }

    /// E11.4: the order of records and waivers is nothing.
    #[test]
    fn order_is_nothing(choices in choices(), rotation in any::<usize>()) {
        let mut draw = Draw::new(choices);
        let Drawn { standard, criteria } = standard(&mut draw);
        let mut records = evidence(&mut draw, &criteria, "r", 3);
        let mut waivers = waivers(&mut draw, &criteria);
        let before = audit(&standard, &dossier(&records, &waivers), "declared");
        records.reverse();
        waivers.reverse();
        if !records.is_empty() {
            let middle = rotation % records.len();
            records.rotate_left(middle);
        }
        let mut after = audit(&standard, &dossier(&records, &waivers), "declared");
        after["digest"] = before["digest"].clone();
        after["dossier"] = before["dossier"].clone();
        prop_assert_eq!(before.to_string(), after.to_string());
    }

    /// E11.5: a waiver changes no verdict and lowers no end after waivers.
    #[test]
    fn waivers_change_no_verdict(choices in choices()) {
        let mut draw = Draw::new(choices);
        let Drawn { standard, criteria } = standard(&mut draw);
        let records = evidence(&mut draw, &criteria, "r", 3);
        let mut all = waivers(&mut draw, &criteria);
        let without = all.split_off(draw.below(all.len() + 1));
        let fewer = audit(&standard, &dossier(&records, &all), "declared");
        all.extend(without);
        let more = audit(&standard, &dossier(&records, &all), "declared");
        prop_assert_eq!(&fewer["score"], &more["score"]);
        for (fewer, more) in fewer["findings"].as_array().unwrap().iter().zip(more["findings"].as_array().unwrap()) {
            prop_assert_eq!(&fewer["verdict"], &more["verdict"]);
            prop_assert_eq!(&fewer["degree"], &more["degree"]);
        }
        match (&fewer["score_after_waivers"], &more["score_after_waivers"]) {
            (Value::Null, Value::Null) => {}
            (fewer, more) => {
                prop_assert!(number(&fewer["lo"]) <= number(&more["lo"]) && number(&fewer["hi"]) <= number(&more["hi"]));
            }
        }
    }

    /// E8: as the least assurance rises, the upper end never falls where no record says not-applicable.
    #[test]
    fn the_upper_end_never_falls_with_assurance(choices in choices()) {
        let mut draw = Draw::new(choices);
        let Drawn { standard, criteria } = standard(&mut draw);
        let mut records = evidence(&mut draw, &criteria, "r", 3);
        records.retain(|record| !is_not_applicable(record));
        let audits = ["declared", "documented", "verified"].map(|assurance| audit(&standard, &dossier(&records, &[]), assurance));
        for pair in audits.windows(2) {
            for ((path, lower), (_, higher)) in intervals(&pair[0]).into_iter().zip(intervals(&pair[1])) {
                let (Some(lower), Some(higher)) = (lower, higher) else { continue };
                prop_assert!(lower.1 <= higher.1, "{path}");
            }
        }
    }
}

fn waivers(draw: &mut Draw, criteria: &[Criterion]) -> Vec<Value> {
    (0..draw.below(4))
        .map(|index| {
            let control = &criteria[draw.below(criteria.len())].control;
            let (from, until) = draw.one(&[
                ("2025-01-01", "2025-06-30"),
                ("2025-06-30", "2025-12-31"),
                ("2025-01-01", "2025-06-29"),
                ("2025-07-01", "2025-12-31"),
            ]);
            json!({"id": format!("w{index}"), "controls": [control], "reason": "why", "approved_by": "who", "from": from, "until": until})
        })
        .collect()
}
