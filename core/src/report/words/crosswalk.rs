//! The words of a crosswalk.

use super::Word;
use crate::{Confidence, Relation};

pub(crate) const CROSSWALK: Word = Word("Table de correspondance", "Crosswalk");
pub(crate) const FROM_TO: Word = Word("De {} vers {}", "From {} to {}");
pub(crate) const GAPS: Word = Word("Mesures sans correspondance", "Controls without a counterpart");
pub(crate) const GAPS_OF: Word =
    Word("{} : {} sur {} sans correspondance", "{}: {} of {} without a counterpart");
pub(crate) const GAPS_MEANING: Word = Word(
    "Aucune ligne ne les relie à l’autre référentiel, si ce n’est pour dire qu’elles sont sans rapport.",
    "No edge relates them to the other framework, unless it says that there is no relationship.",
);
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

/// A relation as it is read from the first framework to the second.
pub(crate) fn relation(relation: Relation, inverse: bool) -> Word {
    match (relation, inverse) {
        (Relation::Equal, _) => Word("mêmes exigences", "the same requirements"),
        (Relation::SubsetOf, false) | (Relation::SupersetOf, true) => {
            Word("en demande moins", "asks for less")
        }
        (Relation::SupersetOf, false) | (Relation::SubsetOf, true) => {
            Word("en demande plus", "asks for more")
        }
        (Relation::IntersectsWith, _) => Word("exigences en partie communes", "some requirements in common"),
        (Relation::NoRelationship, _) => Word("sans rapport", "no relationship"),
        (Relation::CoveredBy, false) => Word("ensemble, la couvrent", "together cover it"),
        (Relation::CoveredBy, true) => Word("couverte par l’ensemble", "covered by these together"),
    }
}

pub(crate) fn confidence(confidence: Confidence) -> Word {
    match confidence {
        Confidence::High => Word("élevée", "high"),
        Confidence::Medium => Word("moyenne", "medium"),
        Confidence::Low => Word("faible", "low"),
    }
}
