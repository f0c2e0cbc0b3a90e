//! The schemas of mappings and id lists.
#![expect(dead_code, reason = "the types are never built: they are read by schemars")]

use super::scalar::{Id, Line, Sha256, Text};
use super::shape::{NonEmpty, OneOrMany};
use super::standard::Basis;
use schemars::JsonSchema;

/// Relations des mesures d’un référentiel avec celles d’un autre / relations of the controls of one framework to those of another
#[derive(JsonSchema)]
#[schemars(title = "Correspondance Kolosi / Kolosi mapping", deny_unknown_fields)]
pub(super) struct Mapping {
    /// Identifiant / id
    id: Id,
    /// Édition / edition
    edition: Line,
    /// Titre / title
    title: Text,
    /// Description / description
    description: Option<Text>,
    /// Qui le dit / who says so
    basis: Basis,
    /// Référentiel d’où partent les lignes / framework that edges come from
    source: Side,
    /// Référentiel où elles arrivent / framework that edges go to
    target: Side,
    /// Lignes / edges
    edges: NonEmpty<Edge>,
}

/// Un référentiel, tel qu’il était quand la correspondance a été établie / a framework as it was when the mapping was made
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, extend("oneOf" = [{"required": ["digest"]}, {"required": ["ids_digest"]}]))]
struct Side {
    /// Identifiant du référentiel / id of the framework
    standard: Id,
    /// Édition / edition
    edition: Line,
    /// Empreinte du référentiel / digest of the standard
    digest: Option<Sha256>,
    /// Empreinte de la liste de ses identifiants / digest of the list of its ids
    ids_digest: Option<Sha256>,
}

/// Relation d’une mesure avec une autre, ou un critère / relation of a control to another, or to a criterion
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, extend(
    "oneOf" = [{"required": ["to"]}, {"required": ["to_criterion"]}],
    "if" = {"properties": {"from": {"type": "array", "minItems": 2}}, "required": ["from"]},
    "then" = {"properties": {"relation": {"const": "covered-by"}}},
))]
struct Edge {
    /// Mesure du référentiel de départ ; plusieurs avec `covered-by` seulement / control of the source; several with `covered-by` only
    from: OneOrMany<Id>,
    /// Mesure du référentiel d’arrivée / control of the target
    to: Option<Id>,
    /// Critère du référentiel d’arrivée / criterion of the target
    to_criterion: Option<Id>,
    /// Relation / relation
    relation: Relation,
    /// Pourquoi / why
    rationale: Text,
    /// Confiance / confidence
    confidence: Confidence,
}

/// Relation / relation
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Relation {
    /// Mêmes exigences / the same requirements
    Equal,
    /// Moins que la cible / less than the target
    SubsetOf,
    /// Plus que la cible / more than the target
    SupersetOf,
    /// Une partie en commun / a part in common
    IntersectsWith,
    /// Rien en commun / nothing in common
    NoRelationship,
    /// La cible est couverte par plusieurs mesures ensemble / the target is covered by several controls together
    CoveredBy,
}

/// Confiance / confidence
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Confidence {
    /// Élevée / high
    High,
    /// Moyenne / medium
    Medium,
    /// Faible / low
    Low,
}

/// Identifiants d’un référentiel dont le texte n’est pas détenu / the ids of a framework whose text is not held
#[derive(JsonSchema)]
#[schemars(title = "Liste d’identifiants Kolosi / Kolosi id list", deny_unknown_fields)]
pub(super) struct IdList {
    /// Identifiant du référentiel / id of the framework
    id: Id,
    /// Édition / edition
    edition: Line,
    /// Titre / title
    title: Text,
    /// Identifiants de ses mesures / ids of its controls
    ids: NonEmpty<Id>,
}
