//! The schema of a standard.
#![expect(dead_code, reason = "the types are never built: they are read by schemars")]

use super::control::{Combine, Group};
use super::number::{NotNegative, Positive};
use super::scalar::{Date, Id, Line, Setting, Text};
use super::shape::{NonEmpty, OneOrMany, Slot};
use super::vocabulary::{Kind, Scale};
use schemars::JsonSchema;

/// Un cadre de sécurité écrit comme des données / a security framework written as data
#[derive(JsonSchema)]
#[schemars(title = "Référentiel Kolosi / Kolosi standard", deny_unknown_fields)]
pub(super) struct Standard {
    /// Identifiant / id
    id: Id,
    /// Édition, telle que l’éditeur la nomme / edition, as the publisher names it
    edition: Line,
    /// Titre / title
    title: Text,
    /// Description / description
    description: Option<Text>,
    /// Éditeur / publisher
    publisher: Text,
    /// Ce qui est audité / what is audited
    subject: OneOrMany<SubjectKind>,
    /// Rapport de notre texte avec la source / how our wording relates to the source
    basis: Basis,
    /// Sources que citent les références / sources that references cite
    sources: Option<Vec<Source>>,
    /// Échelles de réponses / scales of answers
    scales: Option<Vec<Scale>>,
    /// Genres de données que lisent les tests / kinds of data that tests read
    kinds: Option<Vec<Kind>>,
    /// Paramètres / parameters
    parameters: Option<Vec<Parameter>>,
    /// Combinaison des domaines ; `mean` sauf mention / how the groups combine; `mean` unless written
    combine: Option<Combine>,
    /// Points du score : degré de la racine × échelle / points of the score: root degree × scale
    scale: Positive,
    /// Niveaux, du plus bas au plus haut / levels, lowest first
    levels: Option<Vec<Level>>,
    /// Effet d’une mesure sans objet ; `drop` sauf mention / effect of a control that does not apply; `drop` unless written
    exclusion: Option<Exclusion>,
    /// Domaines / groups
    groups: NonEmpty<Group>,
    /// Profils / profiles
    profiles: Option<Vec<Profile>>,
}

/// Ce qui est audité / what is audited
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum SubjectKind {
    /// Pays / country
    Country,
    /// Organisation / organisation
    Organisation,
    /// Système d’information / information system
    InformationSystem,
}

/// Rapport de notre texte avec la source / how our wording relates to the source
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub(super) enum Basis {
    /// Texte de l’éditeur / the publisher’s own text
    Official,
    /// Faits de l’éditeur, phrases nôtres / the publisher’s facts in our words
    Paraphrase,
    /// Notre proposition / our proposal
    Proposal,
}

/// Effet d’une mesure sans objet / effect of a control that does not apply
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Exclusion {
    /// Elle sort du calcul / it leaves the score
    Drop,
    /// La réponse « sans objet » n’est pas admise / the answer "not applicable" is not admitted
    Forbid,
}

/// Source / source
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Source {
    /// Identifiant / id
    id: Id,
    /// Titre / title
    title: Text,
    /// Adresse / address
    uri: Option<Line>,
    /// Date de publication / date of publication
    date: Option<Date>,
}

/// Paramètre / parameter
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Parameter {
    /// Identifiant / id
    id: Id,
    /// Titre / title
    title: Text,
    /// Type / type
    r#type: ParameterType,
    /// Valeur sauf mention / value unless set
    default: Setting,
    /// Valeur la plus basse / lowest value
    min: Setting,
    /// Valeur la plus haute / highest value
    max: Setting,
}

/// Type d’un paramètre / type of a parameter
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum ParameterType {
    /// Nombre entier / whole number
    Integer,
    /// Nombre / number
    Decimal,
    /// Jour / day
    Date,
    /// Durée / duration
    Duration,
}

/// Niveau / level
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, extend("oneOf" = [{"required": ["at_least"]}, {"required": ["above"]}]))]
struct Level {
    /// Identifiant / id
    id: Id,
    /// Titre / title
    title: Text,
    /// À partir de ce score, inclus / from this score on
    at_least: Option<Slot<NotNegative>>,
    /// Au-dessus de ce score / above this score
    above: Option<Slot<NotNegative>>,
}

/// Profil / profile
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Profile {
    /// Identifiant / id
    id: Id,
    /// Titre / title
    title: Text,
    /// Paramètres fixés / parameters set
    parameters: Option<Vec<ProfileSetting>>,
    /// Mesures facultatives ajoutées / optional controls added
    add: Option<Vec<ProfileControl>>,
    /// Mesures écartées / controls dropped
    drop: Option<Vec<ProfileControl>>,
}

/// Paramètre fixé par un profil / parameter set by a profile
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ProfileSetting {
    /// Identifiant du paramètre / id of the parameter
    parameter: Id,
    /// Valeur / value
    value: Setting,
    /// Raison / reason
    reason: Text,
}

/// Mesure ajoutée ou écartée par un profil / control added or dropped by a profile
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ProfileControl {
    /// Identifiant de la mesure / id of the control
    control: Id,
    /// Raison / reason
    reason: Text,
}
