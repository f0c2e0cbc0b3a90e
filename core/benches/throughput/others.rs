//! The same rules and records through two libraries that people use for such work today, each as its documentation advises:
//! compiled once, run on each document. They answer less than an audit does: whether a rule holds, not what is known, why, or what
//! to do first.

use super::generate::{self, Asks};
use serde_json::{Value, json};
use std::fmt::Write;

/// `regorus`: one rule for each control, over the records that name it.
pub(crate) struct Rego {
    policy: regorus::CompiledPolicy,
    inputs: Vec<regorus::Value>,
}

impl Rego {
    pub(crate) fn new(documents: &[Value]) -> Rego {
        let mut text = String::from("package audit\nimport rego.v1\n\n");
        // records are grouped once, so that no rule has to look at all of them
        text.push_str("records[control] contains record if {\n  some record in input.evidence\n  control := record.control\n");
        let _ = writeln!(text, "  record.observed <= \"{}\"\n}}\n", generate::AS_OF);
        for control in 0..generate::CONTROLS {
            let _ = writeln!(
                text,
                "holds contains \"c-{control:03}\" if {{ some record in records[\"c-{control:03}\"]; {} }}",
                rego(control)
            );
        }
        let module = regorus::PolicyModule { id: "audit.rego".into(), content: text.into() };
        let policy = regorus::compile_policy_with_entrypoint(
            regorus::Value::new_object(),
            &[module],
            "data.audit.holds".into(),
        )
        .expect("a policy");
        let inputs = documents
            .iter()
            .map(|document| regorus::Value::from_json_str(&document.to_string()).expect("a value"))
            .collect();
        Rego { policy, inputs }
    }

    /// How many rules hold in all documents.
    pub(crate) fn evaluate(&self) -> usize {
        self.inputs
            .iter()
            .map(|input| {
                let holds = self.policy.eval_with_input(input.clone()).expect("an answer");
                holds.as_set().expect("a set").len()
            })
            .sum()
    }
}

fn rego(control: u64) -> String {
    match generate::asks(control) {
        Asks::Answer => "record.answer == \"yes\"".to_owned(),
        Asks::Value => format!("record.value >= {}", generate::most(control) / 2),
        Asks::Test => match control % 3 {
            0 => "record.data.patched == true".to_owned(),
            1 => "record.data.log_days >= 180".to_owned(),
            _ => "record.data.restored > \"2025-01-31\"".to_owned(),
        },
    }
}

/// `jsonschema`: one rule for each control, over the records that name it.
pub(crate) struct Schema(jsonschema::Validator);

impl Schema {
    pub(crate) fn new() -> Schema {
        let rules: Vec<Value> = (0..generate::CONTROLS)
            .map(|control| {
                json!({
                    "if": {"properties": {"control": {"const": format!("c-{control:03}")}}},
                    "then": schema(control),
                })
            })
            .collect();
        let schema = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "properties": {"evidence": {"items": {"allOf": rules}}},
        });
        Schema(jsonschema::validator_for(&schema).expect("a schema"))
    }

    /// How many errors there are in all documents: every rule is looked at, as an audit does.
    pub(crate) fn validate(&self, documents: &[Value]) -> usize {
        documents.iter().map(|document| self.0.iter_errors(document).count()).sum()
    }
}

fn schema(control: u64) -> Value {
    match generate::asks(control) {
        Asks::Answer => json!({"properties": {"answer": {"const": "yes"}}}),
        Asks::Value => json!({"properties": {"value": {"minimum": generate::most(control) / 2}}}),
        Asks::Test => {
            let rule = match control % 3 {
                0 => json!({"patched": {"const": true}}),
                1 => json!({"log_days": {"minimum": 180}}),
                _ => json!({"restored": {"pattern": "^202[56]"}}),
            };
            json!({"properties": {"data": {"properties": rule}}})
        }
    }
}
