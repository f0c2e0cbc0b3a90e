//! The schema of evidence in rows: a record each, flat.
#![expect(dead_code, reason = "the types are never built: they are read by schemars")]

use super::number::{Count, Decimal, Natural};
use super::scalar::{Date, Id, Line, Prose, Sha256};
use super::shape::{Assurance, Method, OneOrMany};
use schemars::JsonSchema;

/// Élément de preuve sur une ligne de tableau : les colonnes et ce qu’elles contiennent / record in a row of a table: the columns and what they hold
#[derive(JsonSchema)]
#[schemars(title = "Ligne de preuve Kolosi / Kolosi evidence row", deny_unknown_fields, extend(
    "oneOf" = [
        {"required": ["answer"]}, {"required": ["value"]},
        {"required": ["sample_checked", "sample_population", "sample_exceptions"]}, {"required": ["data"]},
    ],
    "anyOf" = [{"required": ["control"]}, {"required": ["criterion"]}, {"required": ["data"]}],
    "not" = {"required": ["control", "criterion"]},
    "dependentRequired" = {
        "kind": ["data"], "data": ["kind"],
        "sample_checked": ["sample_population", "sample_exceptions"],
        "sample_population": ["sample_checked"], "sample_exceptions": ["sample_checked"],
        "withdrawn_date": ["withdrawn_reason"], "withdrawn_reason": ["withdrawn_date"],
    },
))]
pub(super) struct Row {
    /// Identifiant de l’entité auditée / id of the subject
    subject: Id,
    /// Identifiant de l’élément de preuve, unique pour l’entité / id of the record, unique for the subject
    record: Id,
    /// Mesure dont il parle, ou plusieurs / control that it speaks to, or several
    control: Option<OneOrMany<Id>>,
    /// Critère dont il parle, ou plusieurs / criterion that it speaks to, or several
    criterion: Option<OneOrMany<Id>>,
    /// Jour du constat / day of observation
    observed: Date,
    /// Jour de réception / day of receipt
    received: Option<Date>,
    /// Dernier jour où il vaut / last day on which it holds
    expires: Option<Date>,
    /// Réponse de l’échelle, `unknown` ou `not-applicable` (avec `remark`) / answer of the scale, `unknown` or `not-applicable` (with `remark`)
    answer: Option<Id>,
    /// Valeur mesurée / measured value
    value: Option<Decimal>,
    /// Échantillon : nombre vérifié / sample: number checked
    sample_checked: Option<Natural>,
    /// Échantillon : nombre en tout / sample: number in all
    sample_population: Option<Count>,
    /// Échantillon : nombre en défaut / sample: number at fault
    sample_exceptions: Option<Natural>,
    /// Genre des données / kind of the data
    kind: Option<Id>,
    /// Données : un objet JSON, écrit comme texte / data: a JSON object, written as text
    data: Option<String>,
    /// Assurance ; `declared` sauf mention / assurance; `declared` unless written
    assurance: Option<Assurance>,
    /// Manière de vérifier / way of checking
    method: Option<Method>,
    /// Source : identifiant / source: id
    source_id: Option<Id>,
    /// Source : titre / source: title
    source_title: Option<Line>,
    /// Source : adresse / source: address
    source_uri: Option<Line>,
    /// Source : page, article ou tableau / source: page, article or table
    source_locator: Option<Line>,
    /// Source : empreinte du fichier / source: digest of the file
    source_sha256: Option<Sha256>,
    /// Source : taille du fichier en octets / source: size of the file in bytes
    source_bytes: Option<Natural>,
    /// Qui l’a établi / who established it
    by: Option<Line>,
    /// Éléments de preuve qu’il remplace / records that it replaces
    supersedes: Option<OneOrMany<Id>>,
    /// Jour du retrait / day of the withdrawal
    withdrawn_date: Option<Date>,
    /// Raison du retrait / reason for the withdrawal
    withdrawn_reason: Option<Prose>,
    /// Remarque / remark
    remark: Option<Prose>,
}
