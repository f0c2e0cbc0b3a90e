//! The schema of what mappings let be inferred, a part of an audit.
#![expect(dead_code, reason = "the types are never built: they are read by schemars")]

use super::audit::{DossierUsed, Met, OrNull, Range, Reference, Tally, VerdictWord};
use super::dossier::Subject;
use super::scalar::Id;
use super::shape::NonEmpty;
use schemars::JsonSchema;

/// Ce que des correspondances font déduire / what mappings let be inferred
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Inferences {
    /// Mesures dont quelque chose est déduit / controls that something is inferred of
    controls: Vec<InferredControl>,
    /// Audits dont on déduit / audits that it is inferred from
    from: Vec<InferredFrom>,
    /// Score si ce qui est déduit comptait / score if what is inferred counted
    score: OrNull<Range>,
}

/// Audit dont on déduit / audit that something is inferred from
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct InferredFrom {
    /// Dossier audité / dossier audited
    dossier: DossierUsed,
    /// Profil / profile
    profile: OrNull<Id>,
    /// Référentiel / standard
    standard: Reference,
    /// Entité auditée / subject
    subject: Subject,
}

/// Ce qui est déduit d’une mesure / what is inferred of a control
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct InferredControl {
    /// Vrai : rien de mesuré ne s’y oppose / true: nothing measured stands in its way
    applied: bool,
    /// Mesure / control
    control: Id,
    /// Degré déduit / degree inferred
    degree: OrNull<Range>,
    /// Seuil atteint ou non, par déduction / whether its bar is met, by inference
    met: OrNull<Met>,
    /// Chemins / paths
    paths: NonEmpty<InferredPath>,
    /// Verdicts que la déduction laisse possibles / verdicts that the inference leaves possible
    possible: Vec<VerdictWord>,
    /// Raisons / reasons
    reasons: Vec<InferenceReason>,
    /// Verdict déduit / verdict inferred
    verdict: VerdictWord,
}

/// Raison / reason
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum InferenceReason {
    /// Elle contredit ce qui est mesuré / it contradicts what was measured
    InferenceDisagrees,
    /// Des chemins se contredisent / paths contradict each other
    InferencesContradict,
}

/// Chemin d’un autre audit à une mesure / path from another audit to a control
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct InferredPath {
    /// Lignes de correspondances, dans l’ordre / edges of mappings, in order
    edges: NonEmpty<PassedEdge>,
    /// D’où il part / where it begins
    from: PathStart,
    /// Éléments de preuve qui tiennent / records that stand
    records: Vec<Id>,
    /// Ce qu’il dit / what it says
    says: Says,
}

/// Mesures d’un autre audit / controls of another audit
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct PathStart {
    /// Rang de l’audit, à partir de 0 / index of the audit
    audit: Tally,
    /// Mesures / controls
    controls: NonEmpty<Id>,
}

/// Ligne d’une correspondance / edge of a mapping
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct PassedEdge {
    /// Rang de la ligne, à partir de 0 / index of the edge
    edge: Tally,
    /// Vrai : lue de la cible à la source / true: read from target to source
    inverse: bool,
    /// Rang de la correspondance, à partir de 0 / index of the mapping
    mapping: Tally,
}

/// Ce que dit un chemin / what a path says
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Says {
    /// Quelque chose de ce qui est demandé n’est pas / something that is asked is not so
    Fails,
    /// Tout ce qui est demandé est / everything that is asked is so
    Holds,
}
