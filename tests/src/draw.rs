//! Small random standards and dossiers, drawn from a list of choices, so that proptest shrinks a failing case by shrinking the
//! list.

use serde_json::{Value, json};

pub const AS_OF: &str = "2025-06-30";

/// Answers from worst to best, with their degrees.
pub const ANSWERS: [(&str, &str); 4] = [("no", "0"), ("little", "0.25"), ("partly", "0.6"), ("yes", "1")];

/// Choices read one after the other; 0 for ever at the end.
pub struct Draw {
    choices: std::vec::IntoIter<u16>,
}

impl Draw {
    pub fn new(choices: Vec<u16>) -> Draw {
        Draw { choices: choices.into_iter() }
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        usize::from(self.choices.next().unwrap_or(0)) % n
    }

    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// True once in `n`, and never at the end of the choices.
    pub fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == n - 1
    }
}

/// What a criterion asks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Asks {
    Answer,
    Value,
    /// A test over every or a share of the things.
    Share,
    /// A test over a count of things.
    Count,
}

pub struct Criterion {
    pub id: String,
    pub control: String,
    pub asks: Asks,
    /// Of a value: whether a higher one is better.
    pub higher: bool,
}

pub struct Drawn {
    pub standard: Value,
    pub criteria: Vec<Criterion>,
}

/// A standard of one to three groups.
pub fn standard(draw: &mut Draw) -> Drawn {
    let mut criteria = Vec::new();
    let groups: Vec<Value> = (0..=draw.below(3)).map(|index| group(draw, index, &mut criteria)).collect();
    let scale: Vec<Value> =
        ANSWERS.iter().map(|(id, degree)| json!({"id": id, "title": {"en": id}, "degree": degree})).collect();
    let standard = json!({
        "id": "drawn", "edition": "1", "title": {"en": "Drawn"}, "publisher": {"en": "Nobody"},
        "subject": "organisation", "basis": "proposal",
        "scales": [{"id": "scale", "answers": scale}],
        "kinds": [{"id": "host", "title": {"en": "Host"}, "key": ["name"], "fields": [
            {"id": "name", "title": {"en": "Name"}, "type": "text"},
            {"id": "patched", "title": {"en": "Patched"}, "type": "boolean"}]}],
        "combine": combine(draw), "scale": draw.one(&["1", "34", "100", "0.7"]),
        "levels": [
            {"id": "low", "title": {"en": "Low"}, "at_least": 0},
            {"id": "middle", "title": {"en": "Middle"}, "above": "0.25"},
            {"id": "high", "title": {"en": "High"}, "at_least": 50}],
        "groups": groups,
    });
    Drawn { standard, criteria }
}

fn combine(draw: &mut Draw) -> Value {
    match draw.below(5) {
        0 | 1 => json!("mean"),
        2 => json!("all"),
        3 => json!("any"),
        _ => json!({"at_least": 1 + draw.below(3)}),
    }
}

/// The first child of a node always counts.
fn weight(draw: &mut Draw, index: usize) -> &'static str {
    if index == 0 { draw.one(&["1", "3"]) } else { draw.one(&["1", "0.5", "0", "2", "3"]) }
}

fn group(draw: &mut Draw, index: usize, criteria: &mut Vec<Criterion>) -> Value {
    let controls: Vec<Value> = (0..=draw.below(4)).map(|at| control(draw, index, at, criteria)).collect();
    let id = format!("g{index}");
    json!({"id": id, "title": {"en": id}, "weight": weight(draw, index), "combine": combine(draw), "controls": controls})
}

fn control(draw: &mut Draw, group: usize, index: usize, criteria: &mut Vec<Criterion>) -> Value {
    let id = format!("c{group}.{index}");
    let asked: Vec<Value> = (0..=draw.below(3))
        .map(|at| {
            let higher = draw.below(2) == 0;
            let (asks, mut asked) = match draw.below(5) {
                0 | 1 => (Asks::Answer, json!({"answer": "scale"})),
                2 => (
                    Asks::Value,
                    json!({"value": {"min": 0, "max": 10, "better": if higher { "higher" } else { "lower" }}}),
                ),
                3 => {
                    let over = draw.one(&[r#""every""#, r#"{"share": "0.5"}"#]);
                    (Asks::Share, test(over))
                }
                _ => (Asks::Count, test(draw.one(&[r#""some""#, r#"{"count": 2}"#]))),
            };
            let criterion = format!("{id}-{at}");
            asked["id"] = json!(criterion);
            asked["weight"] = json!(weight(draw, at));
            criteria.push(Criterion { id: criterion, control: id.clone(), asks, higher });
            asked
        })
        .collect();
    json!({
        "id": id, "title": {"en": id}, "weight": weight(draw, index), "combine": combine(draw),
        "pass": draw.one(&["1", "0.6", "0.25"]), "criteria": asked,
    })
}

fn test(over: &str) -> Value {
    let over: Value = serde_json::from_str(over).expect("JSON");
    json!({"test": {"kind": "host", "where": [{"field": "patched", "op": "equals", "value": true}], "over": over}})
}

/// A record for one criterion, of any form that it takes.
pub fn record(draw: &mut Draw, id: &str, criterion: &Criterion) -> Value {
    let mut record = match (criterion.asks, draw.below(8)) {
        (_, 7) => json!({"answer": "not-applicable", "remark": "why"}),
        (_, 6) => json!({"answer": "unknown"}),
        (Asks::Share | Asks::Answer | Asks::Value, 5) => {
            let population = 1 + draw.below(9);
            let checked = draw.below(population + 1);
            json!({"sample": {"checked": checked, "population": population, "exceptions": draw.below(checked + 1)}})
        }
        (Asks::Answer, _) => json!({"answer": draw.one(&ANSWERS).0}),
        (Asks::Value, _) => json!({"value": draw.below(11)}),
        (Asks::Share | Asks::Count, _) => {
            let mut data = json!({"name": draw.one(&["a", "b", "c"])});
            if !draw.once_in(4) {
                data["patched"] = json!(draw.below(2) == 0);
            }
            json!({"kind": "host", "data": data})
        }
    };
    record["id"] = json!(id);
    record["criterion"] = json!(criterion.id);
    record["observed"] = json!(draw.one(&["2025-06-30", "2025-06-01", "2024-02-29", "2025-07-01"]));
    record["assurance"] = json!(draw.one(&["declared", "documented", "verified"]));
    record["source"] = json!({"id": draw.one(&["s1", "s2", "s3"])});
    if draw.once_in(5) {
        record["expires"] = json!(draw.one(&["2025-06-29", "2025-06-30"]));
    }
    record
}

pub fn dossier(evidence: &[Value], waivers: &[Value]) -> Value {
    json!({
        "standard": {"id": "drawn", "edition": "1"},
        "subject": {"id": "s", "name": "exemple fictif", "fictional": true},
        "evidence": evidence, "waivers": waivers,
    })
}

/// The audit as a tree.
pub fn audit(standard: &Value, dossier: &Value, assurance: &str) -> Value {
    let standard = kolosi::Standard::from_slice(standard.to_string().as_bytes()).expect("a standard");
    let options = kolosi::Options::parse(Some(AS_OF), Some(assurance)).expect("options");
    let plan = standard.compile(&options).expect("a plan");
    let dossier = plan.dossier(dossier.to_string().as_bytes()).expect("a dossier");
    serde_json::from_str(&plan.audit(&dossier).to_json()).expect("JSON")
}
