//! The schema of a dossier.
#![expect(dead_code, reason = "the types are never built: they are read by schemars")]

use super::number::{Count, Decimal, Natural};
use super::scalar::{Date, FieldValue, Id, Line, Prose, Sha256};
use super::shape::{Assurance, Method, NonEmpty, OneOrMany};
use schemars::JsonSchema;
use std::collections::BTreeMap;

/// Les preuves au sujet d’une entité auditée / the evidence about one subject
#[derive(JsonSchema)]
#[schemars(title = "Dossier Kolosi / Kolosi dossier", deny_unknown_fields)]
pub(super) struct Dossier {
    /// Référentiel pour lequel le dossier est établi / standard that the dossier is for
    standard: StandardName,
    /// Entité auditée / subject
    subject: Subject,
    /// Éléments de preuve / records
    evidence: Vec<Record>,
    /// Dérogations / waivers
    waivers: Option<Vec<Waiver>>,
}

/// Référentiel pour lequel le dossier est établi / standard that the dossier is for
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct StandardName {
    /// Identifiant / id
    id: Id,
    /// Édition / edition
    edition: Line,
}

/// Entité auditée / subject
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Subject {
    /// Identifiant / id
    id: Id,
    /// Nom / name
    name: Line,
    /// Attributs, tels que le pays ou le secteur / attributes, such as the country or the sector
    attributes: Option<Attributes>,
    /// Vrai : exemple fictif / true: made up
    fictional: Option<bool>,
}

/// Attributs / attributes
#[derive(JsonSchema)]
#[schemars(inline, extend("propertyNames" = {"$ref": "#/$defs/Id"}))]
struct Attributes(BTreeMap<String, Line>);

/// Élément de preuve : une réponse, une valeur, un échantillon ou des données / record: an answer, a value, a sample or data
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, extend(
    "oneOf" = [{"required": ["answer"]}, {"required": ["value"]}, {"required": ["sample"]}, {"required": ["data"]}],
    "anyOf" = [{"required": ["control"]}, {"required": ["criterion"]}, {"required": ["data"]}],
    "not" = {"required": ["control", "criterion"]},
    "dependentRequired" = {"kind": ["data"], "data": ["kind"]},
))]
pub(super) struct Record {
    /// Identifiant, unique dans le dossier / id, unique in the dossier
    id: Id,
    /// Mesure dont il parle, ou plusieurs / control that it speaks to, or several
    control: Option<OneOrMany<ControlName>>,
    /// Critère dont il parle, ou plusieurs / criterion that it speaks to, or several
    criterion: Option<OneOrMany<CriterionName>>,
    /// Jour du constat ; si seul le mois est connu, son dernier jour / day of observation; where only the month is known, its last day
    observed: Date,
    /// Jour de réception / day of receipt
    received: Option<Date>,
    /// Dernier jour où il vaut / last day on which it holds
    expires: Option<Date>,
    /// Réponse de l’échelle, `unknown` ou `not-applicable` (avec `remark`) / answer of the scale, `unknown` or `not-applicable` (with `remark`)
    answer: Option<Id>,
    /// Valeur mesurée / measured value
    value: Option<Decimal>,
    /// Échantillon vérifié / sample checked
    sample: Option<Sample>,
    /// Données, champ par champ, avec `kind` / data, field by field, with `kind`
    data: Option<BTreeMap<String, FieldValue>>,
    /// Genre des données / kind of the data
    kind: Option<KindName>,
    /// Assurance ; `declared` sauf mention / assurance; `declared` unless written
    assurance: Option<Assurance>,
    /// Manière de vérifier / way of checking
    method: Option<Method>,
    /// Source / source
    source: Option<RecordSource>,
    /// Qui l’a établi / who established it
    by: Option<Line>,
    /// Éléments de preuve qu’il remplace / records that it replaces
    supersedes: Option<OneOrMany<Id>>,
    /// Retrait / withdrawal
    withdrawn: Option<Withdrawal>,
    /// Remarque / remark
    remark: Option<Prose>,
}

/// Identifiant d’une mesure / id of a control
#[derive(JsonSchema)]
pub(super) struct ControlName(Id);

/// Identifiant d’un critère / id of a criterion
#[derive(JsonSchema)]
struct CriterionName(Id);

/// Identifiant d’un genre de données / id of a kind of data
#[derive(JsonSchema)]
struct KindName(Id);

/// Échantillon : exceptions ≤ vérifiés ≤ population / sample: exceptions ≤ checked ≤ population
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Sample {
    /// Nombre vérifié / number checked
    checked: Natural,
    /// Nombre en tout / number in all
    population: Count,
    /// Nombre en défaut / number at fault
    exceptions: Natural,
}

/// Source d’un élément de preuve / source of a record
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct RecordSource {
    /// Identifiant / id
    id: Option<Id>,
    /// Titre / title
    title: Option<Line>,
    /// Adresse / address
    uri: Option<Line>,
    /// Page, article ou tableau / page, article or table
    locator: Option<Line>,
    /// Empreinte du fichier / digest of the file
    sha256: Option<Sha256>,
    /// Taille du fichier en octets / size of the file in bytes
    bytes: Option<Natural>,
}

/// Retrait d’un élément de preuve / withdrawal of a record
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Withdrawal {
    /// Jour du retrait / day of the withdrawal
    date: Date,
    /// Raison / reason
    reason: Prose,
}

/// Dérogation : elle ne change aucun verdict / waiver: it changes no verdict
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Waiver {
    /// Identifiant / id
    id: Id,
    /// Mesures concernées / controls concerned
    controls: NonEmpty<ControlName>,
    /// Raison / reason
    reason: Prose,
    /// Qui l’a accordée / who approved it
    approved_by: Line,
    /// Premier jour / first day
    from: Date,
    /// Dernier jour / last day
    until: Date,
}
