//! The JSON Schemas of the documents (draft 2020-12): what an editor and another program can check without Kolosi.
//!
//! They are generated from types that mirror `standards/FORMAT.md`, and committed under `standards/schema/`. A schema accepts a
//! document exactly when the loader finds no problem of the class [`Shape`](crate::Class::Shape).

mod audit;
mod control;
mod dossier;
mod evidence_row;
mod inferences;
mod mapping;
mod number;
mod portfolio_row;
mod scalar;
mod shape;
mod standard;
mod tailored;
mod vocabulary;
mod word;

use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema, generate::SchemaSettings};
use serde_json::{Value, json};

type Generate = fn() -> Value;

/// Every schema by its name: a new one is a line here.
const SCHEMAS: &[(&str, Generate)] = &[
    ("standard", generate::<standard::Standard>),
    ("dossier", generate::<dossier::Dossier>),
    ("audit", generate::<audit::Audit>),
    ("mapping", generate::<mapping::Mapping>),
    ("id-list", generate::<mapping::IdList>),
    ("portfolio-row", generate::<portfolio_row::Row>),
    ("evidence-row", generate::<evidence_row::Row>),
];

/// The names of the schemas.
pub fn names() -> impl Iterator<Item = &'static str> {
    SCHEMAS.iter().map(|(name, _)| *name)
}

/// The schema with this name; `None` where there is none.
///
/// ```
/// let schema = kolosi::schema::of("dossier").ok_or("no schema")?;
/// assert_eq!(schema["$id"], "urn:kolosi:schema:dossier:1");
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn of(name: &str) -> Option<Value> {
    let (name, generate) = SCHEMAS.iter().find(|(known, _)| *known == name)?;
    let mut schema = generate();
    insert(&mut schema, "", "$id", json!(format!("urn:kolosi:schema:{name}:1")));
    Some(schema)
}

fn generate<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().with_transform(NeverNull);
    settings.into_generator().into_root_schema_for::<T>().to_value()
}

/// Set a member of the object at a JSON pointer.
fn insert(schema: &mut Value, pointer: &str, key: &str, value: Value) {
    if let Some(Value::Object(object)) = schema.pointer_mut(pointer) {
        object.insert(key.to_owned(), value);
    }
}

/// A key that may be left out is never null: `Option` makes it both.
#[derive(Clone)]
struct NeverNull;

impl Transform for NeverNull {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        let required = schema.get("required").cloned().unwrap_or_default();
        let is_required = |key: &str| required.as_array().is_some_and(|keys| keys.iter().any(|it| it == key));
        let Some(Value::Object(properties)) = schema.get_mut("properties") else { return };
        for (_, property) in properties.iter_mut().filter(|(key, _)| !is_required(key)) {
            without_null(property);
        }
    }
}

fn without_null(schema: &mut Value) {
    let Value::Object(schema) = schema else { return };
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|it| it != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".to_owned(), only);
        }
    }
    let Some(Value::Array(choices)) = schema.get_mut("anyOf") else { return };
    choices.retain(|choice| choice.get("type").is_none_or(|it| it != "null"));
    if let [Value::Object(only)] = choices.as_mut_slice() {
        let mut only = std::mem::take(only);
        schema.remove("anyOf");
        schema.append(&mut only);
    }
}
