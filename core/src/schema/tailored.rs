//! The schema of the dossiers of one standard: that of every dossier, with the standard's own ids, answers, kinds and ranges, so
//! that an editor completes a dossier.
//!
//! It is made for editors, which read YAML by YAML's own rules: where the format wants a text it takes `edition: 2024` too. It
//! refuses nothing that the loader accepts under any profile and parameters of the standard.

use super::dossier::Dossier;
use super::word::{both, spellings, word, words};
use super::{generate, insert};
use crate::standard::model::{
    Ask, Control, Criterion, Exclusion, Field, FieldType, Kind, Model, Over, Parameter, Setting,
    SettingValue, Slot,
};
use crate::{Decimal, Id, Rational, Standard, Text};
use serde_json::{Map, Number, Value, json};

impl Standard {
    /// The JSON Schema of the dossiers of this standard, for an editor: ids and answers with their titles, kinds with their fields
    /// and units, ranges of values. It accepts every dossier that [`Plan::dossier`](crate::Plan::dossier) accepts.
    ///
    /// ```
    /// let schema = kolosi::bundled("itu-gci-2024")?.dossier_schema();
    /// assert_eq!(schema["$defs"]["ControlName"]["anyOf"][0]["const"], "legal");
    /// # Ok::<(), kolosi::Problems>(())
    /// ```
    #[must_use]
    pub fn dossier_schema(&self) -> Value {
        let model = self.model();
        let mut schema = generate::<Dossier>();
        insert(&mut schema, "", "$id", json!(format!("urn:kolosi:schema:dossier:1:{}", self.digest())));
        insert(&mut schema, "", "title", json!(format!("Dossier\u{a0}: {}", both(self.title()))));
        for text in ["Id", "Line", "Prose"] {
            insert(&mut schema, &format!("/$defs/{text}"), "type", json!(["string", "number", "boolean"]));
        }
        insert(&mut schema, "/$defs/StandardName/properties", "id", word(self.id().as_str()));
        insert(&mut schema, "/$defs/StandardName/properties", "edition", word(self.edition()));

        let controls = model.controls();
        let criteria: Vec<_> = controls
            .iter()
            .flat_map(|control| control.criteria.iter().map(move |it| (control, it)))
            .collect();
        let control_names = controls.iter().map(|it| (it.id.value.as_str(), both(&it.title)));
        let title = |control: &Control, it: &Criterion| both(it.title.as_ref().unwrap_or(&control.title));
        let criterion_names = criteria.iter().map(|(control, it)| (it.id.value.as_str(), title(control, it)));
        let kind_names = model.kinds.iter().map(|it| (it.id.value.as_str(), both(&it.title)));
        insert(&mut schema, "/$defs", "ControlName", words(control_names));
        insert(&mut schema, "/$defs", "CriterionName", words(criterion_names));
        insert(&mut schema, "/$defs", "KindName", words(kind_names));

        let not_applicable =
            json!({"properties": {"answer": {"const": NOT_APPLICABLE}}, "required": ["answer"]});
        let mut rules = vec![json!({"if": not_applicable, "then": {"required": ["remark"]}})];
        let of_controls = controls.iter().map(|it| (&it.id.value, it.criteria.iter().collect()));
        rules.extend(statements(model, "control", of_controls));
        rules.extend(statements(
            model,
            "criterion",
            criteria.iter().map(|(_, it)| (&it.id.value, vec![*it])),
        ));
        rules.extend(model.kinds.iter().map(data));
        insert(&mut schema, "/$defs/Record", "allOf", Value::Array(rules));
        schema
    }
}

const NOT_APPLICABLE: &str = "not-applicable";

/// What records may state about each control, or each criterion: one rule for all those that take the same.
fn statements<'m>(
    model: &'m Model,
    key: &str,
    named: impl Iterator<Item = (&'m Id, Vec<&'m Criterion>)>,
) -> Vec<Value> {
    let mut rules: Vec<(Value, Vec<Value>)> = Vec::new();
    for (id, criteria) in named {
        let takes = statement(model, &criteria);
        match rules.iter_mut().find(|(known, _)| *known == takes) {
            Some((_, ids)) => ids.extend(spellings(id.as_str())),
            None => rules.push((takes, spellings(id.as_str()))),
        }
    }
    let rule = |(takes, ids): (Value, Vec<Value>)| {
        let named = json!({"anyOf": [{"enum": ids}, {"type": "array", "contains": {"enum": ids}}]});
        json!({"if": {"properties": {key: named}, "required": [key]}, "then": {"properties": takes}})
    };
    rules.into_iter().map(rule).collect()
}

/// What a record may state that speaks to at least one of these criteria (E2.7).
fn statement(model: &Model, criteria: &[&Criterion]) -> Value {
    let (mut answers, mut ranges, mut kinds) = (Vec::new(), Vec::new(), Vec::new());
    let (mut takes_sample, mut tests_by_sample) = (false, 0);
    for criterion in criteria {
        match &criterion.ask {
            Ask::Answer(scale) => {
                takes_sample = true;
                for answer in model.scale_of(scale.value.as_str()).map_or(&[][..], |scale| &scale.answers) {
                    push_new(&mut answers, (answer.id.value.as_str(), both(&answer.title)));
                }
            }
            Ask::Value { min, max, unit, .. } => {
                takes_sample = true;
                let min = bound(model, &min.value, |parameter| &parameter.min);
                let max = bound(model, &max.value, |parameter| &parameter.max);
                push_new(&mut ranges, range(min, max, unit.as_ref()));
            }
            Ask::Test { kind, over, .. } => {
                spellings(kind.value.as_str()).into_iter().for_each(|kind| push_new(&mut kinds, kind));
                if matches!(over, Over::Every | Over::Share(_)) {
                    takes_sample = true;
                    tests_by_sample += 1;
                }
            }
        }
    }
    answers.push(("unknown", "Je ne sais pas / unknown".to_owned()));
    if model.exclusion != Exclusion::Forbid {
        answers.push((NOT_APPLICABLE, "Sans objet / not applicable".to_owned()));
    }
    let mut takes = Map::new();
    takes.insert("answer".to_owned(), words(answers));
    takes.insert("value".to_owned(), if ranges.is_empty() { json!(false) } else { json!({"anyOf": ranges}) });
    if !takes_sample || tests_by_sample > 1 {
        takes.insert("sample".to_owned(), json!(false));
    }
    takes.insert("kind".to_owned(), if kinds.is_empty() { json!(false) } else { json!({"enum": kinds}) });
    Value::Object(takes)
}

fn push_new<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

/// The bound, or the widest that its parameter may be set to.
fn bound<'m>(
    model: &'m Model,
    slot: &'m Slot<Rational>,
    widest: fn(&Parameter) -> &Setting,
) -> Option<&'m Rational> {
    let name = match slot {
        Slot::Given(number) => return Some(number),
        Slot::Parameter(name) => name,
    };
    let parameter = model.parameter(name.value.as_str())?;
    if let SettingValue::Number(number) = &widest(parameter).value { Some(number) } else { None }
}

/// A measured value. A number written as text is held to its form only.
fn range(min: Option<&Rational>, max: Option<&Rational>, unit: Option<&Text>) -> Value {
    let mut schema = json!({});
    let mut description = Vec::new();
    for (key, bound) in [("minimum", min), ("maximum", max)] {
        let Some(bound) = bound else { continue };
        description.push(bound.to_string());
        if let Some(number) = exact(bound) {
            insert(&mut schema, "", key, Value::Number(number));
        }
    }
    let mut description = description.join(" … ");
    if let Some(unit) = unit {
        description = format!("{description} {}", both(unit));
    }
    insert(&mut schema, "", "description", json!(description));
    schema
}

/// The JSON number of this very value, where there is one.
fn exact(number: &Rational) -> Option<Number> {
    let json: Number = number.to_string().parse().ok()?;
    let held: Decimal = json.to_string().parse().ok()?;
    (held.to_rational() == *number).then_some(json)
}

/// The fields of a kind.
fn data(kind: &Kind) -> Value {
    let fields: Map<String, Value> =
        kind.fields.iter().map(|it| (it.id.value.to_string(), field(it))).collect();
    let key: Vec<&str> = kind.key.iter().map(|it| it.value.as_str()).collect();
    json!({
        "if": {"properties": {"kind": word(kind.id.value.as_str())}, "required": ["kind"]},
        "then": {"properties": {"data": {
            "title": both(&kind.title), "properties": fields, "required": key, "additionalProperties": false,
        }}},
    })
}

fn field(field: &Field) -> Value {
    let mut schema = match field.of {
        FieldType::Text => json!({"$ref": "#/$defs/Prose"}),
        FieldType::Integer => json!({"$ref": "#/$defs/Integer"}),
        FieldType::Decimal => json!({"$ref": "#/$defs/Decimal"}),
        FieldType::Boolean => json!({"type": "boolean"}),
        FieldType::Date => json!({"$ref": "#/$defs/Date"}),
        FieldType::OneOf => words(field.values.iter().map(|(id, title)| {
            let id = id.value.as_str();
            (id, title.as_ref().map_or_else(|| id.to_owned(), both))
        })),
    };
    let mut title = both(&field.title);
    if let Some(unit) = &field.unit {
        title = format!("{title} ({})", both(unit));
    }
    insert(&mut schema, "", "title", json!(title));
    schema
}
