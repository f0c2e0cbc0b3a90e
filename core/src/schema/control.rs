//! Groups, controls and criteria of a standard.
#![expect(dead_code, reason = "the types are never built: they are read by schemars")]

use super::number::{Count, Decimal, NotNegative, PositiveShare};
use super::scalar::{Date, Duration, FieldValue, Id, Line, Text};
use super::shape::{Assurance, Method, NonEmpty, OneOrMany, ParameterName, Slot};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// Domaine : des domaines ou des mesures / group: of groups or of controls
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, extend("oneOf" = [{"required": ["groups"]}, {"required": ["controls"]}]))]
pub(super) struct Group {
    /// Identifiant / id
    id: Id,
    /// Titre / title
    title: Text,
    /// Poids, 1 sauf mention / weight, 1 unless written
    weight: Option<NotNegative>,
    /// Combinaison ; `mean` sauf mention / combination; `mean` unless written
    combine: Option<Combine>,
    /// Domaines / groups
    groups: Option<NonEmpty<Group>>,
    /// Mesures / controls
    controls: Option<NonEmpty<Control>>,
}

/// Mesure / control
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Control {
    /// Identifiant / id
    id: Id,
    /// Titre / title
    title: Text,
    /// Exigence / requirement
    requirement: Option<Text>,
    /// Pourquoi / why
    why: Option<Text>,
    /// Preuve attendue / proof expected
    proof: Option<Text>,
    /// Manières de vérifier / ways of checking
    methods: Option<Vec<Method>>,
    /// Gravité / severity
    severity: Option<Severity>,
    /// Effort en jours-personne / effort in person-days
    effort: Option<Slot<NotNegative>>,
    /// Références / references
    references: Option<Vec<Reference>>,
    /// Textes de droit / legal texts
    legal: Option<Vec<Legal>>,
    /// Dates d’application, incluses / dates of application, inclusive
    valid: Option<Valid>,
    /// Vrai : auditée seulement si un profil l’ajoute / true: audited only where a profile adds it
    optional: Option<bool>,
    /// Poids, 1 sauf mention / weight, 1 unless written
    weight: Option<Slot<NotNegative>>,
    /// Combinaison ; `all` sauf mention / combination; `all` unless written
    combine: Option<ControlCombine>,
    /// Degré qui suffit, 1 sauf mention / degree that suffices, 1 unless written
    pass: Option<Slot<PositiveShare>>,
    /// Critères / criteria
    criteria: Criteria,
}

/// Combinaison des enfants / how the children combine
#[derive(JsonSchema)]
#[schemars(untagged)]
pub(super) enum Combine {
    Word(CombineWord),
    AtLeast(AtLeast<Count>),
}

/// Combinaison des critères / how the criteria combine
#[derive(JsonSchema)]
#[schemars(untagged)]
enum ControlCombine {
    Word(CombineWord),
    AtLeast(AtLeast<Slot<Count>>),
}

/// Combinaison / combination
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub(super) enum CombineWord {
    /// Tous : le minimum / all: the minimum
    All,
    /// Un seul suffit : le maximum / any: the maximum
    Any,
    /// Moyenne pondérée / weighted mean
    Mean,
}

/// Au moins k d’entre eux / at least k of them
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, inline)]
pub(super) struct AtLeast<K> {
    /// k, au moins 1 / k, at least 1
    at_least: K,
}

/// Gravité / severity
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Severity {
    /// Critique / critical
    Critical,
    /// Élevée / high
    High,
    /// Moyenne / medium
    Medium,
    /// Faible / low
    Low,
}

/// Référence / reference
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Reference {
    /// Une des `sources` / one of the `sources`
    source: Id,
    /// Page, article ou tableau / page, article or table
    locator: Option<Line>,
}

/// Texte de droit / legal text
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Legal {
    /// Titre / title
    title: Text,
    /// État / status
    status: LegalStatus,
    /// Premier jour / first day
    from: Option<Date>,
    /// Dernier jour / last day
    until: Option<Date>,
}

/// État d’un texte de droit / status of a legal text
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum LegalStatus {
    /// En vigueur / in force
    InForce,
    /// Transposé / transposed
    Transposed,
    /// Abrogé / repealed
    Repealed,
    /// Non ratifié / not ratified
    NotRatified,
    /// Prévu / planned
    Planned,
}

/// Dates d’application / dates of application
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Valid {
    /// Premier jour / first day
    from: Option<Slot<Date>>,
    /// Dernier jour / last day
    until: Option<Slot<Date>>,
}

/// The criteria of a control: a single one may go without an id.
struct Criteria(Vec<Criterion>);

impl JsonSchema for Criteria {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Criteria".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = NonEmpty::<Criterion>::json_schema(generator);
        schema.insert("if".to_owned(), json_schema!({"minItems": 2}).to_value());
        schema.insert("then".to_owned(), json_schema!({"items": {"required": ["id"]}}).to_value());
        schema
    }
}

/// Critère / criterion
#[derive(JsonSchema)]
#[schemars(
    deny_unknown_fields,
    extend("oneOf" = [{"required": ["answer"]}, {"required": ["value"]}, {"required": ["test"]}])
)]
struct Criterion {
    /// Identifiant ; un critère unique peut prendre celui de la mesure / id; a single criterion may take the control’s
    id: Option<Id>,
    /// Titre / title
    title: Option<Text>,
    /// Poids, 1 sauf mention / weight, 1 unless written
    weight: Option<Slot<NotNegative>>,
    /// Âge au-delà duquel une preuve ne compte plus / age beyond which evidence no longer counts
    max_age: Option<Slot<Duration>>,
    /// Assurance la plus basse admise / least assurance admitted
    assurance: Option<Assurance>,
    /// Une échelle de réponses / a scale of answers
    answer: Option<Id>,
    /// Une valeur mesurée / a measured value
    value: Option<Measure>,
    /// Un test sur des données / a test of data
    test: Option<Test>,
}

/// Valeur mesurée, de `min` à `max` / measured value, from `min` to `max`
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Measure {
    /// La plus basse / the lowest
    min: Slot<Decimal>,
    /// La plus haute / the highest
    max: Slot<Decimal>,
    /// Laquelle est la meilleure / which is better
    better: Better,
    /// Unité / unit
    unit: Option<Text>,
}

/// Sens de la valeur / direction of the value
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Better {
    /// La plus haute / the highest
    Higher,
    /// La plus basse / the lowest
    Lower,
}

/// Test sur des données / test of data
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Test {
    /// Genre de données / kind of data
    kind: Id,
    /// Conditions, toutes à la fois / conditions, all at once
    r#where: Option<Vec<Condition>>,
    /// Combien de choses les remplissent / how many things meet them
    over: Over,
}

/// Combien de choses / how many things
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Over {
    Word(OverWord),
    Count(OverCount),
    Share(OverShare),
}

/// Combien de choses / how many things
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum OverWord {
    /// Toutes / every one
    Every,
    /// Au moins une / at least one
    Some,
}

/// Au moins ce nombre / at least this many
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct OverCount {
    /// Nombre, au moins 1 / number, at least 1
    count: Slot<Count>,
}

/// Au moins cette part / at least this share
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct OverShare {
    /// Part, au-dessus de 0 et 1 au plus / share, above 0 and at most 1
    share: Slot<PositiveShare>,
}

/// Condition / condition
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, extend("allOf" = [
    {
        "if": {"properties": {"op": {"const": "present"}}},
        "then": {"properties": {"value": false}},
        "else": {"required": ["value"]},
    },
    {
        "if": {"properties": {"op": {"const": "one-of"}}},
        "then": {"properties": {"value": {"type": "array"}}},
        "else": {"properties": {"value": {"not": {"type": "array"}}}},
    },
]))]
struct Condition {
    /// Champ du genre / field of the kind
    field: Id,
    /// Opération / operation
    op: Op,
    /// Valeur du type du champ ; une liste pour `one-of` / value of the field’s type; a list for `one-of`
    value: Option<OneOrMany<ConditionValue>>,
}

/// Valeur à comparer / value to compare with
#[derive(JsonSchema)]
#[schemars(untagged)]
enum ConditionValue {
    Given(FieldValue),
    Parameter(ParameterName),
}

/// Opération / operation
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Op {
    /// Égal / equal
    Equals,
    /// Un de ceux-ci / one of these
    OneOf,
    /// Présent / present
    Present,
    /// Au moins / at least
    AtLeast,
    /// Au plus / at most
    AtMost,
    /// Avant / before
    Before,
    /// Après / after
    After,
}
