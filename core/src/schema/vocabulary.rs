//! What a standard declares for its criteria: scales of answers and kinds of data.
#![expect(dead_code, reason = "the types are never built: they are read by schemars")]

use super::number::Share;
use super::scalar::{Id, Text};
use super::shape::NonEmpty;
use schemars::JsonSchema;

/// Échelle de réponses / scale of answers
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Scale {
    /// Identifiant / id
    id: Id,
    /// Titre / title
    title: Option<Text>,
    /// Réponses / answers
    answers: NonEmpty<ScaleAnswer>,
}

/// Réponse d’une échelle / answer of a scale
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ScaleAnswer {
    /// Identifiant, hors `unknown` et `not-applicable` / id, other than `unknown` and `not-applicable`
    id: Id,
    /// Titre / title
    title: Text,
    /// Degré, de 0 à 1 / degree, from 0 to 1
    degree: Share,
}

/// Genre de données / kind of data
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Kind {
    /// Identifiant / id
    id: Id,
    /// Titre / title
    title: Text,
    /// Champs qui disent de quelle chose il s’agit / fields that say which thing it is about
    key: Option<Vec<Id>>,
    /// Champs / fields
    fields: NonEmpty<Field>,
}

/// Champ d’un genre / field of a kind
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, extend(
    "if" = {"properties": {"type": {"const": "one-of"}}},
    "then" = {"required": ["values"]},
    "else" = {"properties": {"values": false}},
))]
struct Field {
    /// Identifiant / id
    id: Id,
    /// Titre / title
    title: Text,
    /// Type / type
    r#type: FieldType,
    /// Unité / unit
    unit: Option<Text>,
    /// Mots admis, pour `one-of` / words allowed, for `one-of`
    values: Option<NonEmpty<Word>>,
}

/// Type d’un champ / type of a field
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum FieldType {
    /// Texte / text
    Text,
    /// Nombre entier / whole number
    Integer,
    /// Nombre / number
    Decimal,
    /// Vrai ou faux / true or false
    Boolean,
    /// Jour / day
    Date,
    /// Un mot parmi `values` / one word of `values`
    OneOf,
}

/// Mot admis / word allowed
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Word {
    /// Identifiant / id
    id: Id,
    /// Titre / title
    title: Option<Text>,
}
