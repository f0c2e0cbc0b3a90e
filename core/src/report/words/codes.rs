//! A word or a plain sentence for each code of an audit or of a standard.

use super::Word;
use crate::audit::result::{State, WaiverStatus};
use crate::standard::model::{Better, LegalStatus, Method, ParameterType, Severity};
use crate::{Assurance, Basis, Met, SubjectKind, Verdict};

/// The verdict in a word.
pub(crate) fn verdict(verdict: Verdict) -> Word {
    match verdict {
        Verdict::Satisfied => Word("satisfait", "satisfied"),
        Verdict::Partial => Word("partiel", "partial"),
        Verdict::NotSatisfied => Word("non satisfait", "not satisfied"),
        Verdict::Undetermined => Word("indéterminé", "undetermined"),
        Verdict::NotApplicable => Word("sans objet", "not applicable"),
        Verdict::NotInForce => Word("pas en vigueur", "not in force"),
    }
}

/// The verdict counted: the word for one and for many.
pub(crate) fn verdicts(verdict: Verdict) -> (Word, Word) {
    match verdict {
        Verdict::Satisfied => (Word("{} satisfait", "{} satisfied"), Word("{} satisfaits", "{} satisfied")),
        Verdict::Partial => (Word("{} partiel", "{} partial"), Word("{} partiels", "{} partial")),
        Verdict::NotSatisfied => {
            (Word("{} non satisfait", "{} not satisfied"), Word("{} non satisfaits", "{} not satisfied"))
        }
        Verdict::Undetermined => {
            (Word("{} indéterminé", "{} undetermined"), Word("{} indéterminés", "{} undetermined"))
        }
        Verdict::NotApplicable => {
            (Word("{} sans objet", "{} not applicable"), Word("{} sans objet", "{} not applicable"))
        }
        Verdict::NotInForce => {
            (Word("{} pas en vigueur", "{} not in force"), Word("{} pas en vigueur", "{} not in force"))
        }
    }
}

/// The shape of a verdict, for those who see no colour.
pub(crate) fn verdict_shape(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Satisfied => "●",
        Verdict::Partial => "◐",
        Verdict::NotSatisfied => "○",
        Verdict::Undetermined => "◌",
        Verdict::NotApplicable | Verdict::NotInForce => "–",
    }
}

/// Whether the bar is met.
pub(crate) fn met(met: Met) -> Word {
    match met {
        Met::Yes => Word("atteint", "met"),
        Met::No => Word("non atteint", "not met"),
        Met::Unknown => Word("pas encore connu", "not yet known"),
    }
}

/// The type of a parameter.
pub(crate) fn parameter(of: ParameterType) -> Word {
    match of {
        ParameterType::Integer => Word("nombre entier", "whole number"),
        ParameterType::Decimal => Word("nombre", "number"),
        ParameterType::Date => Word("date", "date"),
        ParameterType::Duration => Word("durée", "duration"),
    }
}

/// An assurance by its name.
pub(crate) fn assurance(assurance: Assurance) -> Word {
    match assurance {
        Assurance::Declared => Word("déclaré", "declared"),
        Assurance::Documented => Word("documenté", "documented"),
        Assurance::Verified => Word("vérifié", "verified"),
    }
}

/// How to read the score at an assurance (E8).
pub(crate) fn assurance_meaning(assurance: Assurance) -> Word {
    match assurance {
        Assurance::Declared => Word("tout ce qui est dit", "everything said"),
        Assurance::Documented => Word("avec une pièce, ou mieux", "papers or better"),
        Assurance::Verified => Word("seulement ce qui a été contrôlé", "checked only"),
    }
}

/// What is audited.
pub(crate) fn subject(kind: SubjectKind) -> Word {
    match kind {
        SubjectKind::Country => Word("pays", "country"),
        SubjectKind::Organisation => Word("organisation", "organisation"),
        SubjectKind::InformationSystem => Word("système d’information", "information system"),
    }
}

pub(crate) fn severity(severity: Severity) -> Word {
    match severity {
        Severity::Critical => Word("critique", "critical"),
        Severity::High => Word("élevée", "high"),
        Severity::Medium => Word("moyenne", "medium"),
        Severity::Low => Word("faible", "low"),
    }
}

/// What became of a record.
pub(crate) fn state(state: State) -> Word {
    match state {
        State::Stands => Word("retenu", "stands"),
        State::Displaced => Word("remplacé par un plus récent", "displaced by a newer one"),
        State::SetAside => Word("écarté", "set aside"),
    }
}

/// A reason as a plain sentence (E3, E4.1, E8); `None` for a code that this version does not know.
pub(crate) fn reason(code: &str) -> Option<Word> {
    Some(match code {
        "answered-unknown" => {
            Word("La réponse donnée est « Je ne sais pas ».", "The answer given is “I do not know”.")
        }
        "assurance-too-low" => Word(
            "L’assurance de la preuve est plus faible que celle demandée.",
            "The assurance of the evidence is lower than the one asked for.",
        ),
        "claim-contradicted" => Word(
            "Déclaration contredite : une preuve mieux assurée est moins favorable.",
            "Claim contradicted: evidence of higher assurance is less favourable.",
        ),
        "conflicting-evidence" => Word(
            "Preuves contradictoires : les sources ne disent pas la même chose.",
            "Conflicting evidence: the sources do not say the same.",
        ),
        "expired" => {
            Word("Preuve expirée à la date de l’audit.", "Evidence expired at the date of the audit.")
        }
        "incomplete-data" => Word(
            "Données incomplètes : on ne peut pas dire si une condition du test est remplie.",
            "Incomplete data: a condition of the test cannot be decided.",
        ),
        "no-evidence" => Word("Aucune preuve au dossier.", "No evidence in the dossier."),
        "not-applicable-contested" => Word(
            "« Sans objet » est contesté par un autre élément de preuve.",
            "“Not applicable” is contested by another record.",
        ),
        "not-yet-observed" => Word(
            "Preuve observée après la date de l’audit.",
            "Evidence observed after the date of the audit.",
        ),
        "sample-incomplete" => Word(
            "L’échantillon ne couvre pas toute la population.",
            "The sample does not cover the whole population.",
        ),
        "superseded" => Word("Preuve remplacée par une autre.", "Evidence superseded by another."),
        "too-old" => {
            Word("Preuve trop ancienne à la date de l’audit.", "Evidence too old at the date of the audit.")
        }
        "withdrawn" => Word("Preuve retirée.", "Evidence withdrawn."),
        _ => return None,
    })
}

pub(crate) fn waiver_status(status: WaiverStatus) -> Word {
    match status {
        WaiverStatus::Active => Word("active", "active"),
        WaiverStatus::Expired => Word("expirée", "expired"),
        WaiverStatus::Future => Word("à venir", "future"),
        WaiverStatus::Unneeded => {
            Word("sans effet : aucune mesure n’en a besoin", "unneeded: it waives nothing")
        }
    }
}

/// How the wording relates to the source, as a statement for every report.
pub(crate) fn basis(basis: Basis) -> Word {
    match basis {
        Basis::Official => Word("Texte officiel de l’éditeur.", "The publisher’s official text."),
        Basis::Paraphrase => Word(
            "Formulation établie d’après la source ; ce n’est pas le texte officiel.",
            "Wording drawn up from the source; it is not the official text.",
        ),
        Basis::Proposal => Word(
            "Proposition de l’éditeur ; ce n’est pas un texte officiel.",
            "A proposal by the publisher; it is not an official text.",
        ),
    }
}

pub(crate) fn legal_status(status: LegalStatus) -> Word {
    match status {
        LegalStatus::InForce => Word("en vigueur", "in force"),
        LegalStatus::Transposed => Word("transposé", "transposed"),
        LegalStatus::Repealed => Word("abrogé", "repealed"),
        LegalStatus::NotRatified => Word("non ratifié", "not ratified"),
        LegalStatus::Planned => Word("prévu", "planned"),
    }
}

pub(crate) fn method(method: Method) -> Word {
    match method {
        Method::Examine => Word("examen", "examination"),
        Method::Interview => Word("entretien", "interview"),
        Method::Test => Word("essai", "test"),
    }
}

pub(crate) fn better(better: Better) -> Word {
    match better {
        Better::Higher => Word("plus elle est haute, mieux c’est", "higher is better"),
        Better::Lower => Word("plus elle est basse, mieux c’est", "lower is better"),
    }
}

/// How parts make a whole (E5.1); for `at-least`, with the number.
pub(crate) fn combine(combination: &crate::standard::plan::Combination) -> Word {
    use crate::standard::plan::Combination;
    match combination {
        Combination::All => Word("le moins favorable compte", "the least favourable counts"),
        // the first of k is the most favourable
        Combination::AtLeast(1) | Combination::Any => {
            Word("le plus favorable compte", "the most favourable counts")
        }
        Combination::Mean => Word("la moyenne pondérée compte", "the weighted mean counts"),
        Combination::AtLeast(_) => {
            Word("le {}e plus favorable compte", "number {} from the most favourable counts")
        }
    }
}
