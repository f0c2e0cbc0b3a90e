//! The schema of an audit.
#![expect(dead_code, reason = "the types are never built: they are read by schemars")]

use super::dossier::{ControlName, Record, Subject};
use super::inferences::Inferences;
use super::scalar::{Date, Id, Line, Prose, Sha256};
use super::shape::{Assurance, NonEmpty};
use super::standard::Standard;
use crate::audit::figure::FIGURE_CHARACTERS;
use crate::{Reason, Verdict};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Ce que l’audit a constaté / what the audit found
#[derive(JsonSchema)]
#[schemars(title = "Audit Kolosi / Kolosi audit", deny_unknown_fields)]
pub(super) struct Audit {
    /// Combien de mesures sont connues / how many controls are known about
    coverage: Coverage,
    /// Empreinte de l’audit sans ce membre ni `engine` / digest of the audit without this member and `engine`
    digest: Sha256,
    /// Dossier audité / dossier audited
    dossier: DossierUsed,
    /// Programme qui a audité / program that audited
    engine: Engine,
    /// Éléments de preuve, sous forme canonique / records, in canonical form
    evidence: Vec<Record>,
    /// Constats, un par mesure / findings, one for each control
    findings: Vec<Finding>,
    /// Écarts, les premiers à combler d’abord / gaps, those to close first at the head
    gaps: Vec<Id>,
    /// Domaines / groups
    groups: Vec<GroupResult>,
    /// Ce que des correspondances font déduire, à part de ce qui est mesuré / what mappings let be inferred, apart from what is measured
    inferences: OrNull<Inferences>,
    /// Niveau atteint / level reached
    level: OrNull<LevelResult>,
    /// Ce qui a été demandé / what was asked
    options: Options,
    /// Score / score
    score: OrNull<Score>,
    /// Score si les mesures sous dérogation comptent comme atteintes / score with waived controls counted as met
    score_after_waivers: OrNull<Range>,
    /// Score selon l’assurance / score by assurance
    scores_by_assurance: ByAssurance,
    /// Référentiel, en entier / standard, whole
    standard: StandardUsed,
    /// Entité auditée / subject
    subject: Subject,
    /// Dérogations et leur sort / waivers and what becomes of them
    waivers: Vec<WaiverUsed>,
}

/// A value, or null; the key is always there.
pub(super) struct OrNull<T>(T);

impl<T: JsonSchema> JsonSchema for OrNull<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("OrNull_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Option::<T>::json_schema(generator)
    }
}

/// Nombre de mesures / numbers of controls
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Coverage {
    /// En vigueur / in force
    controls: Tally,
    /// Déterminées / determined
    determined: Tally,
    /// Sans objet / not applicable
    not_applicable: Tally,
    /// Indéterminées / undetermined
    undetermined: Tally,
}

/// Nombre entier / whole number
#[derive(JsonSchema)]
#[schemars(inline, extend("type" = "integer", "minimum" = 0))]
pub(super) struct Tally(String);

/// Nombre décimal exact, 20 décimales au plus / exact decimal, at most 20 fractional digits
#[derive(JsonSchema)]
#[schemars(extend("maxLength" = FIGURE_CHARACTERS, "pattern" = r"^(?:0|-?[1-9][0-9]*|-?(?:0|[1-9][0-9]*)\.[0-9]{0,19}[1-9])$"))]
struct Figure(String);

/// Dossier audité / dossier audited
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct DossierUsed {
    /// Empreinte de sa forme canonique / digest of its canonical form
    digest: Sha256,
}

/// Programme / program
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Engine {
    /// Nom / name
    name: Line,
    /// Version / version
    version: Line,
}

/// Les deux bouts d’un intervalle / the two ends of an interval
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Range {
    /// Au plus / at most
    hi: Figure,
    /// Au moins / at least
    lo: Figure,
}

/// Points du score / points of the score
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Score {
    /// Au plus / at most
    hi: Figure,
    /// Au moins / at least
    lo: Figure,
    /// Points en tout / points in all
    scale: Figure,
}

/// Constat au sujet d’une mesure / finding about a control
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Finding {
    /// Mesure / control
    control: Id,
    /// Critères / criteria
    criteria: Vec<CriterionResult>,
    /// Degré / degree
    degree: OrNull<Range>,
    /// Gain de score si elle seule était atteinte / gain of score if it alone were met
    gain: OrNull<Range>,
    /// Seuil atteint ou non / whether its bar is met
    met: OrNull<Met>,
    /// Verdicts encore possibles / verdicts still possible
    possible: Vec<VerdictWord>,
    /// Raisons / reasons
    reasons: Vec<ReasonWord>,
    /// Points / points
    score: OrNull<Score>,
    /// Verdict / verdict
    verdict: VerdictWord,
    /// Vrai : une dérogation la couvre / true: a waiver covers it
    waived: bool,
}

/// Seuil atteint / bar met
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub(super) enum Met {
    /// Non atteint / not met
    No,
    /// Pas encore connu / not yet known
    Unknown,
    /// Atteint / met
    Yes,
}

/// Verdict / verdict
#[derive(JsonSchema)]
#[schemars(extend("enum" = Verdict::ALL.map(Verdict::as_str)))]
pub(super) struct VerdictWord(String);

/// Raison / reason
#[derive(JsonSchema)]
#[schemars(extend("enum" = Reason::ALL.map(Reason::as_str)))]
struct ReasonWord(String);

/// Critère / criterion
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct CriterionResult {
    /// Critère / criterion
    criterion: Id,
    /// Degré / degree
    degree: OrNull<Range>,
    /// Choses d’un test / things of a test
    members: OrNull<Members>,
    /// Raisons / reasons
    reasons: Vec<ReasonWord>,
    /// Éléments de preuve qui en parlent / records that speak to it
    records: Vec<RecordResult>,
}

/// Choses d’un test / things of a test
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Members {
    /// Celles qui ne le remplissent pas / those that fail it
    r#false: Tally,
    /// Celles qui le remplissent / those that meet it
    r#true: Tally,
    /// Celles dont rien n’est connu / those of which nothing is known
    unknown: Tally,
}

/// Sort d’un élément de preuve / what becomes of a record
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct RecordResult {
    /// Degré qu’il affirme à lui seul / degree that it states by itself
    degree: OrNull<Range>,
    /// Élément de preuve / record
    id: Id,
    /// Raisons de l’écarter / reasons why it is set aside
    reasons: Vec<ReasonWord>,
    /// S’il tient / whether it stands
    state: State,
    /// Pour des données : si les conditions du test sont remplies / for data: whether the conditions of the test hold
    r#where: OrNull<Holds>,
}

/// S’il tient / whether it stands
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum State {
    /// Il tient / it stands
    Stands,
    /// Un plus récent tient à sa place / a newer one stands in its place
    Displaced,
    /// Il est écarté / it is set aside
    SetAside,
}

/// Vrai, faux ou inconnu / true, false or unknown
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Holds {
    True,
    False,
    Unknown,
}

/// Domaine / group
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct GroupResult {
    /// Mesures / controls
    controls: Vec<Id>,
    /// Degré / degree
    degree: OrNull<Range>,
    /// Degré selon l’assurance / degree by assurance
    degrees_by_assurance: ByAssurance,
    /// Domaines / groups
    groups: Vec<GroupResult>,
    /// Identifiant / id
    id: Id,
    /// Points / points
    score: OrNull<Score>,
}

/// Niveau / level
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct LevelResult {
    /// Le seul possible / the only possible one
    certain: OrNull<Id>,
    /// Le suivant / the next one
    next: OrNull<NextLevel>,
    /// Tous les possibles, du plus bas au plus haut / every possible one, lowest first
    possible: Vec<Id>,
}

/// Niveau suivant / next level
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct NextLevel {
    /// Identifiant / id
    id: Id,
    /// Points qui manquent / points missing
    short: Range,
}

/// Ce qui a été demandé / what was asked
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Options {
    /// Date de l’audit / date of the audit
    as_of: Date,
    /// Assurance la plus basse admise / least assurance admitted
    assurance: Assurance,
    /// Correspondances / mappings
    mappings: Vec<Reference>,
    /// Paramètres fixés par leur nom / parameters set by name
    parameters: Parameters,
    /// Profil / profile
    profile: OrNull<Id>,
}

/// Paramètres / parameters
#[derive(JsonSchema)]
#[schemars(inline, extend("propertyNames" = {"$ref": "#/$defs/Id"}))]
struct Parameters(BTreeMap<String, Line>);

/// Score ou degré selon l’assurance / score or degree by assurance
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct ByAssurance {
    /// Tout ce qui est dit / everything said
    declared: OrNull<Range>,
    /// Pièces ou mieux / papers or better
    documented: OrNull<Range>,
    /// Vérifié seulement / checked only
    verified: OrNull<Range>,
}

/// Référentiel de l’audit / standard of the audit
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct StandardUsed {
    /// Empreinte de sa forme canonique / digest of its canonical form
    digest: Sha256,
    /// Le référentiel, sous forme canonique / the standard, in canonical form
    document: Standard,
    /// Édition / edition
    edition: Line,
    /// Identifiant / id
    id: Id,
}

/// Document par son nom / document by its name
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Reference {
    /// Empreinte de sa forme canonique / digest of its canonical form
    digest: Sha256,
    /// Édition / edition
    edition: Line,
    /// Identifiant / id
    id: Id,
}

/// Dérogation et son sort / waiver and what becomes of it
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct WaiverUsed {
    /// Qui l’a accordée / who approved it
    approved_by: Line,
    /// Mesures concernées / controls concerned
    controls: NonEmpty<ControlName>,
    /// Premier jour / first day
    from: Date,
    /// Identifiant / id
    id: Id,
    /// Raison / reason
    reason: Prose,
    /// Sort / what becomes of it
    status: WaiverStatus,
    /// Dernier jour / last day
    until: Date,
}

/// Sort d’une dérogation / what becomes of a waiver
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum WaiverStatus {
    /// Elle couvre une mesure / it waives a control
    Active,
    /// Son dernier jour est passé / its last day is over
    Expired,
    /// Son premier jour est à venir / its first day is to come
    Future,
    /// Aucune mesure n’en a besoin / it waives nothing
    Unneeded,
}
