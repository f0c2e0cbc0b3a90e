//! Every control of a built-in standard can be met and can be missed: shown by records that do it, audited like any others.

use kolosi::{Date, Decimal, Options, Rational, Standard};
use kolosi_tests::repository::as_of;
use kolosi_tests::standards::{controls, criteria, list, standards, text};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// A standard with its parameters as a plan has them.
struct Asked<'a> {
    standard: &'a Value,
    parameters: BTreeMap<String, String>,
}

impl Asked<'_> {
    /// What stands in a place that may name a parameter.
    fn value(&self, slot: &Value) -> Value {
        slot.get("parameter").map_or_else(
            || slot.clone(),
            |name| Value::String(self.parameters[name.as_str().unwrap()].clone()),
        )
    }

    fn kind(&self, id: &Value) -> &Value {
        list(self.standard, "kinds").iter().find(|kind| kind["id"] == *id).unwrap()
    }

    /// The statements that bring a criterion to degree 1, or to 0: members of records that stand in for `control` and so on.
    fn statements(&self, criterion: &Value, met: bool) -> Vec<Value> {
        if let Some(scale) = criterion["answer"].as_str() {
            let scale = list(self.standard, "scales").iter().find(|it| it["id"] == scale).unwrap();
            let degree = if met { "1" } else { "0" };
            let answer = list(scale, "answers").iter().find(|answer| answer["degree"] == degree);
            return answer.map(|it| json!({"answer": it["id"]})).into_iter().collect();
        }
        if let Some(range) = criterion.get("value") {
            let end = if met == (range["better"] == "higher") { "max" } else { "min" };
            return vec![json!({"value": self.value(&range[end])})];
        }
        let test = &criterion["test"];
        let count = test["over"].get("count").map(|count| self.value(count));
        let things = match count.as_ref().and_then(Value::as_str) {
            Some(count) if met => count.parse().unwrap(),
            _ => 1,
        };
        let data: BTreeSet<String> =
            (0..things).filter_map(|n| self.data(test, met, n)).map(|it| it.to_string()).collect();
        let data = data.iter().map(|it| serde_json::from_str::<Value>(it).unwrap());
        data.map(|data| json!({"kind": test["kind"], "data": data})).collect()
    }

    /// The `n`-th thing of a test's kind of which its conditions are true, or one of them false.
    fn data(&self, test: &Value, met: bool, n: usize) -> Option<Value> {
        let kind = self.kind(&test["kind"]);
        let key: Vec<&str> = list(kind, "key").iter().map(|it| it.as_str().unwrap()).collect();
        let mut data = Map::new();
        let mut missed = met;
        for field in list(kind, "fields") {
            let id = text(field, "id");
            let conditions: Vec<&Value> =
                list(test, "where").iter().filter(|condition| condition["field"] == id).collect();
            if conditions.is_empty() && !key.contains(&id) {
                continue;
            }
            let candidates = self.candidates(field, &conditions);
            let holds = |value: &Value| conditions.iter().all(|it| self.holds(it, value));
            if !missed {
                if conditions.iter().any(|it| it["op"] == "present") && !key.contains(&id) {
                    missed = true;
                    continue;
                }
                if let Some(wrong) = candidates.iter().find(|value| !holds(value)) {
                    data.insert(id.to_owned(), wrong.clone());
                    missed = true;
                    continue;
                }
            }
            let right: Vec<&Value> = candidates.iter().filter(|value| holds(value)).collect();
            let at = if key.contains(&id) { n % right.len().max(1) } else { 0 };
            data.insert(id.to_owned(), (*right.get(at)?).clone());
        }
        missed.then_some(Value::Object(data))
    }

    /// Values that a field may have, on both sides of what its conditions ask for.
    fn candidates(&self, field: &Value, conditions: &[&Value]) -> Vec<Value> {
        let wanted: Vec<Value> = conditions
            .iter()
            .filter_map(|condition| condition.get("value"))
            .flat_map(|value| value.as_array().map_or_else(|| vec![self.value(value)], Clone::clone))
            .collect();
        match text(field, "type") {
            "boolean" => vec![json!(true), json!(false)],
            "one-of" => list(field, "values").iter().map(|value| value["id"].clone()).collect(),
            "integer" | "decimal" => {
                let mut numbers: Vec<Rational> = wanted.iter().map(number).collect();
                let near: Vec<Rational> =
                    numbers.iter().flat_map(|it| [it + &Rational::ONE, it - &Rational::ONE]).collect();
                numbers.extend(near);
                numbers.extend((1..=60).map(|it| number(&json!(it.to_string()))));
                numbers.iter().map(|it| Value::String(it.to_string())).collect()
            }
            "date" => {
                let days = (1..=28).map(|day| Value::String(format!("2000-01-{day:02}")));
                wanted.into_iter().chain([json!("0001-01-01"), json!("9999-12-31")]).chain(days).collect()
            }
            _ => wanted.into_iter().chain((0..60).map(|n| Value::String(format!("exemple {n}")))).collect(),
        }
    }

    /// Whether a condition is true of a value.
    fn holds(&self, condition: &Value, value: &Value) -> bool {
        let wanted = condition.get("value").map(|it| self.value(it)).unwrap_or_default();
        let order = || match (numeric(value), numeric(&wanted)) {
            (Some(value), Some(wanted)) => value.cmp(&wanted),
            _ => value.as_str().cmp(&wanted.as_str()),
        };
        match text(condition, "op") {
            "equals" => order().is_eq() && value == &wanted,
            "one-of" => wanted.as_array().unwrap().contains(value),
            "present" => true,
            "at-least" => order().is_ge(),
            "at-most" => order().is_le(),
            "before" => order().is_lt(),
            "after" => order().is_gt(),
            other => panic!("what is {other}?"),
        }
    }
}

fn numeric(value: &Value) -> Option<Rational> {
    Some(value.as_str()?.parse::<Decimal>().ok()?.to_rational())
}

fn number(value: &Value) -> Rational {
    numeric(value).unwrap_or_else(|| panic!("{value} is no number"))
}

/// A dossier in which every criterion is at its best, or at its worst.
fn dossier(asked: &Asked, as_of: Date, met: bool) -> Value {
    let observed = as_of.to_string();
    let mut evidence = Vec::new();
    for control in controls(asked.standard) {
        for (id, criterion) in criteria(control) {
            for (n, mut record) in asked.statements(criterion, met).into_iter().enumerate() {
                record["id"] = json!(format!("{id}-{n}"));
                record["criterion"] = json!(id);
                record["observed"] = json!(observed);
                record["assurance"] = json!("verified");
                evidence.push(record);
            }
        }
    }
    json!({
        "standard": {"id": asked.standard["id"], "edition": asked.standard["edition"]},
        "subject": {"id": "exemple", "name": "exemple fictif", "fictional": true},
        "evidence": evidence,
    })
}

/// The settings that a standard is tried with: as written, each profile, every parameter at its least and at its greatest.
fn settings(standard: &Value, as_of: Date) -> Vec<Options> {
    let plain = || Options::new(as_of);
    let at = |end: &str| {
        list(standard, "parameters")
            .iter()
            .fold(plain(), |options, parameter| options.set(text(parameter, "id"), text(parameter, end)))
    };
    let profiles = list(standard, "profiles").iter().map(|profile| plain().profile(text(profile, "id")));
    [plain(), at("min"), at("max")].into_iter().chain(profiles).collect()
}

/// The value of each parameter under these settings.
fn parameters(standard: &Value, options: &Options) -> BTreeMap<String, String> {
    let mut values: BTreeMap<String, String> = list(standard, "parameters")
        .iter()
        .map(|it| (text(it, "id").to_owned(), text(it, "default").to_owned()))
        .collect();
    let profile =
        list(standard, "profiles").iter().find(|it| it["id"].as_str() == options.profile.as_deref());
    for set in profile.iter().flat_map(|profile| list(profile, "parameters")) {
        values.insert(text(set, "parameter").to_owned(), text(set, "value").to_owned());
    }
    values.extend(options.parameters.clone());
    values
}

/// What cannot be met, cannot be missed or is asked of nobody.
fn unreached(standard: &Value, as_of: Date) -> BTreeSet<String> {
    let loaded = Standard::from_slice(standard.to_string().as_bytes()).unwrap();
    let (mut wrong, mut seen) = (BTreeSet::new(), BTreeSet::new());
    for options in settings(standard, as_of) {
        let asked = Asked { standard, parameters: parameters(standard, &options) };
        let plan = loaded.compile(&options).unwrap();
        for (met, degree) in [(true, "1"), (false, "0")] {
            let bytes = dossier(&asked, as_of, met).to_string();
            let audit = plan.audit(&plan.dossier(bytes.as_bytes()).unwrap_or_else(|it| panic!("{it}")));
            for finding in &audit.findings {
                let reached = finding.degree.as_ref().map(|degree| (degree.lo.as_str(), degree.hi.as_str()));
                if reached != Some((degree, degree)) {
                    wrong.insert(format!("{} never has degree {degree}", finding.control));
                }
                seen.insert(finding.control.clone());
            }
            let score = audit.score.unwrap();
            let all = if met { score.scale.as_str() } else { "0" };
            if (score.lo.as_str(), score.hi.as_str()) != (all, all) {
                wrong.insert(format!("the score is never {all}, under {:?}", options.profile));
            }
        }
    }
    let ids = controls(standard).into_iter().map(|control| text(control, "id"));
    let never = ids.filter(|id| !seen.contains(*id));
    wrong.extend(never.map(|id| format!("{id} is in no profile")));
    wrong
}

#[test]
fn every_control_can_be_met_and_can_be_missed() {
    for standard in standards() {
        let id = text(&standard, "id");
        let wrong = unreached(&standard, as_of(id));
        assert!(wrong.is_empty(), "{id}: {wrong:#?}");
    }
}

#[test]
fn what_cannot_be_met_or_missed_is_found() {
    let control =
        |id: &str, criterion: Value| json!({"id": id, "title": {"en": id}, "criteria": [criterion]});
    let test =
        |over: Value, conditions: Value| json!({"test": {"kind": "room", "where": conditions, "over": over}});
    let mut optional = control("asked-of-nobody", json!({"answer": "yes-no"}));
    optional["optional"] = json!(true);
    let written = json!({
        "id": "demo", "edition": "1", "title": {"en": "Demo"}, "publisher": {"en": "us"},
        "subject": "organisation", "basis": "proposal", "scale": 100,
        "scales": [
            {"id": "yes-no", "answers": [
                {"id": "yes", "title": {"en": "Yes"}, "degree": 1}, {"id": "no", "title": {"en": "No"}, "degree": 0}]},
            {"id": "never-well", "answers": [
                {"id": "poor", "title": {"en": "Poor"}, "degree": 0}, {"id": "fair", "title": {"en": "Fair"}, "degree": "0.5"}]},
        ],
        "kinds": [{"id": "room", "title": {"en": "Room"}, "key": ["side"], "fields": [
            {"id": "side", "title": {"en": "Side"}, "type": "one-of", "values": [{"id": "north"}, {"id": "south"}]},
            {"id": "degrees", "title": {"en": "Degrees"}, "type": "integer"}]}],
        "groups": [{"id": "g", "title": {"en": "Group"}, "controls": [
            control("sound", test(json!({"count": 2}), json!([{"field": "degrees", "op": "at-most", "value": 25}]))),
            control("too-many", test(json!({"count": 3}), json!([{"field": "degrees", "op": "at-most", "value": 25}]))),
            control("impossible", test(json!("every"), json!([
                {"field": "degrees", "op": "at-most", "value": 20}, {"field": "degrees", "op": "at-least", "value": 21}]))),
            control("always", test(json!("every"), json!([]))),
            control("never-well-done", json!({"answer": "never-well"})),
            optional,
        ]}],
    });
    let standard = Standard::from_slice(written.to_string().as_bytes()).unwrap();
    let standard: Value = serde_json::from_str(standard.canonical()).unwrap();
    let wrong = unreached(&standard, "2025-12-31".parse().unwrap());
    let expected = [
        "always never has degree 0",
        "asked-of-nobody is in no profile",
        "impossible never has degree 1",
        "never-well-done never has degree 1",
        "the score is never 0, under None",
        "the score is never 100, under None",
        "too-many never has degree 1",
    ];
    assert_eq!(wrong, expected.map(str::to_owned).into());
}
