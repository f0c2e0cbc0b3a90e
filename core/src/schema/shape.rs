//! What several documents are made of: lists, slots, words.
#![expect(dead_code, reason = "the types are never built: they are read by schemars")]

use super::scalar::Id;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// A list of at least one.
pub(super) struct NonEmpty<T>(Vec<T>);

impl<T: JsonSchema> JsonSchema for NonEmpty<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("NonEmpty_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "array", "minItems": 1, "items": generator.subschema_for::<T>()})
    }
}

/// One, or a list of at least one.
pub(super) struct OneOrMany<T>(Vec<T>);

impl<T: JsonSchema> JsonSchema for OneOrMany<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("OneOrMany_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({"anyOf": [generator.subschema_for::<T>(), NonEmpty::<T>::json_schema(generator)]})
    }
}

/// A value, or the parameter that gives it.
pub(super) struct Slot<T>(T);

impl<T: JsonSchema> JsonSchema for Slot<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Slot_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({"anyOf": [generator.subschema_for::<T>(), generator.subschema_for::<ParameterName>()]})
    }
}

/// Le paramètre qui donne la valeur / the parameter that gives the value
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct ParameterName {
    /// Identifiant du paramètre / id of the parameter
    parameter: Id,
}

/// Solidité de ce qui est affirmé / how much stands behind a statement
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub(super) enum Assurance {
    /// Déclaré / declared
    Declared,
    /// Documenté par une pièce / documented by a paper
    Documented,
    /// Vérifié sur place ou par un tiers / verified by somebody
    Verified,
}

/// Manière de vérifier / way of checking
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub(super) enum Method {
    /// Examen de pièces / examination of papers
    Examine,
    /// Entretien / interview
    Interview,
    /// Essai / test
    Test,
}
