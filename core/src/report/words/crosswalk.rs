//! The words of a crosswalk.

use super::Word;
use crate::{Confidence, Relation};

pub(crate) const CROSSWALK: Word = Word("Table de correspondance", "Crosswalk");
pub(crate) const FROM_TO: Word = Word("{} → {}", "{} → {}");
pub(crate) const GAPS: Word = Word("Mesures sans correspondance", "Controls without a counterpart");
pub(crate) const GAPS_OF: Word =
    Word("{} : {} sur {} sans correspondance", "{}: {} of {} without a counterpart");
pub(crate) const IDS_ONLY: Word =
    Word("seuls ses identifiants sont connus ici", "only its ids are known here");
pub(crate) const GAPS_MEANING: Word = Word(
    "Aucune ligne ne les relie à l’autre référentiel, si ce n’est pour dire qu’elles sont sans rapport.",
    "No edge relates them to the other framework, unless it says that there is no relationship.",
);
pub(crate) const RELATIONS: Word =
    Word("Ce que chaque relation permet de déduire", "What each relation lets be inferred");
pub(crate) const COUNTED: Word = Word("{} ({}) : {}", "{} ({}): {}");
pub(crate) const EDGES: Word = Word("Lignes", "Edges");
pub(crate) const INFERRED: Word = Word("Ce qui s’en déduit", "What is inferred");
pub(crate) const NO_GAP: Word = Word("Aucune.", "None.");
pub(crate) const PAIRS: Word = Word("Correspondances", "Counterparts");
pub(crate) const FROM: Word = Word("De", "From");
pub(crate) const TO: Word = Word("Vers", "To");
pub(crate) const RELATION: Word = Word("Relation", "Relation");
pub(crate) const CONFIDENCE: Word = Word("Confiance", "Confidence");
pub(crate) const RATIONALE: Word = Word("Pourquoi", "Why");
pub(crate) const MAPPING: Word = Word("Correspondance", "Mapping");
pub(crate) const MAPPINGS: Word = Word("Origine et empreintes", "Origin and digests");
pub(crate) const BASIS: Word = Word("Qui le dit", "Who says so");
pub(crate) const CRITERION: Word = Word("critère {}", "criterion {}");
pub(crate) const CONFIDENCE_OF: Word = Word("Confiance : {}", "Confidence: {}");
pub(crate) const FROM_TITLE: Word = Word("Titre (de)", "Title (from)");
pub(crate) const TO_TITLE: Word = Word("Titre (vers)", "Title (to)");
pub(crate) const GAP: Word = Word("sans correspondance", "no counterpart");

/// A relation as it is read from the first framework to the second; whether from the target of the edge to its source.
pub(crate) fn relation(relation: Relation, inverse: bool) -> Word {
    match relation {
        Relation::Equal => Word("mêmes exigences", "the same requirements"),
        Relation::SubsetOf => Word("en demande moins", "asks for less"),
        Relation::SupersetOf => Word("en demande plus", "asks for more"),
        Relation::IntersectsWith => Word("exigences en partie communes", "some requirements in common"),
        Relation::NoRelationship => Word("sans rapport", "no relationship"),
        Relation::CoveredBy if inverse => Word("couverte par l’ensemble", "covered by these together"),
        Relation::CoveredBy => Word("ensemble, la couvrent", "together cover it"),
    }
}

/// What follows from a relation where it carries (E12.2).
pub(crate) fn inferred(relation: Relation, carries: bool) -> Word {
    match relation {
        _ if !carries => Word("rien dans ce sens", "nothing in this direction"),
        Relation::Equal => Word(
            "les exigences sont remplies des deux côtés, ou d’aucun",
            "requirements are met on both sides, or on neither",
        ),
        Relation::SubsetOf => Word(
            "si ses exigences ne sont pas remplies, celles de l’autre ne le sont pas",
            "where its requirements are not met, neither are the other’s",
        ),
        Relation::SupersetOf => Word(
            "si ses exigences sont remplies, celles de l’autre le sont aussi",
            "where its requirements are met, so are the other’s",
        ),
        Relation::CoveredBy => Word(
            "si les exigences de toutes sont remplies, celles de l’autre le sont aussi",
            "where the requirements of all are met, so are the other’s",
        ),
        Relation::IntersectsWith | Relation::NoRelationship => Word("rien", "nothing"),
    }
}

pub(crate) fn confidence(confidence: Confidence) -> Word {
    match confidence {
        Confidence::High => Word("élevée", "high"),
        Confidence::Medium => Word("moyenne", "medium"),
        Confidence::Low => Word("faible", "low"),
    }
}
