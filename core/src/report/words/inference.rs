//! The words of what is inferred.

use super::Word;
use crate::audit::result::Says;

pub(crate) const INFERRED: Word = Word("Déduit, non mesuré", "Inferred, not measured");
pub(crate) const NOTE: Word = Word(
    "Des correspondances font déduire ce qui suit d’autres audits. Rien n’en compte comme mesuré : le score, les constats et les écarts de ce rapport sont les mêmes sans elles.",
    "Mappings let what follows be inferred from other audits. None of it counts as measured: the score, the findings and the gaps of this report are the same without it.",
);
pub(crate) const SCORE_WOULD_BE: Word = Word(
    "Si ce qui est déduit comptait, le score serait {} sur {}.",
    "If what is inferred counted, the score would be {} out of {}.",
);
pub(crate) const SCORE_WOULD_BE_OF: Word = Word(
    "Si ce qui est déduit comptait, le score serait de {} sur {}.",
    "If what is inferred counted, the score would be {} out of {}.",
);
pub(crate) const AUDITS: Word = Word("Audits dont on déduit", "Audits that it is inferred from");
/// Standard and edition.
pub(crate) const AGAINST: Word = Word("{}, édition {}", "{}, edition {}");
pub(crate) const UNDER_PROFILE: Word = Word("profil {}", "profile {}");
pub(crate) const NOTHING: Word = Word(
    "Rien n’est déduit : ce que les autres audits établissent ne dit rien de sûr des mesures de ce référentiel.",
    "Nothing is inferred: what the other audits establish says nothing certain of the controls of this standard.",
);
pub(crate) const CAPTION: Word = Word(
    "Ce que les correspondances font déduire de chaque mesure, à côté de ce qui est mesuré, et d’où cela vient.",
    "What mappings let be inferred of each control, beside what is measured, and where it comes from.",
);
pub(crate) const MEASURED: Word = Word("Mesuré", "Measured");
pub(crate) const BY_INFERENCE: Word = Word("Déduit", "Inferred");
pub(crate) const BASED_ON: Word = Word("D’après", "Based on");
pub(crate) const COUNTS: Word = Word(
    "Aucune preuve directe : la déduction est seule à en dire quelque chose.",
    "No direct evidence: only the inference says something of it.",
);
pub(crate) const EVIDENCE_WINS: Word =
    Word("Il y a une preuve directe : elle l’emporte.", "There is direct evidence: it wins.");
pub(crate) const NOT_ASKED: Word = Word(
    "La mesure est sans objet ou n’est pas en vigueur : la déduction est sans effet.",
    "The control is not applicable or not in force: the inference has no effect.",
);
/// An audit, and a control of it.
pub(crate) const CONTROL_OF: Word = Word("audit {}, mesure {}", "audit {}, control {}");
pub(crate) const CONTROLS_OF: Word = Word("audit {}, mesures {}", "audit {}, controls {}");
pub(crate) const STEP: Word = Word("{} : {}", "{}: {}");
/// A mapping, and the number of one of its edges.
pub(crate) const EDGE: Word = Word("correspondance {}, ligne {}", "mapping {}, edge {}");
pub(crate) const EDGE_BACKWARDS: Word =
    Word("correspondance {}, ligne {} lue à rebours", "mapping {}, edge {} read backwards");
pub(crate) const RECORDS: Word = Word("preuves : {}", "records: {}");

/// What is established of the controls that a path begins at.
pub(crate) fn says(says: Says, several: bool) -> Word {
    match (says, several) {
        (Says::Holds, false) => Word("pleinement satisfaite", "met in full"),
        (Says::Holds, true) => Word("toutes pleinement satisfaites", "all met in full"),
        (Says::Fails, _) => Word("non atteinte", "not met"),
    }
}

/// Why an inference has no effect; `None` for a code that this version does not know.
pub(crate) fn reason(code: &str) -> Option<Word> {
    Some(match code {
        "inference-disagrees" => Word(
            "La déduction contredit ce qui est mesuré : la preuve directe l’emporte.",
            "The inference disagrees with what is measured: direct evidence wins.",
        ),
        "inferences-contradict" => Word(
            "Les déductions se contredisent : il n’en reste rien.",
            "The inferences contradict each other: nothing is left of them.",
        ),
        _ => return None,
    })
}
