//! The words of a comparison of two audits.

use super::Word;
use crate::diff::Change;

/// The class in a few words, as a title.
pub(crate) fn change(change: Change) -> Word {
    match change {
        Change::Better => Word("Mieux", "Better"),
        Change::Worse => Word("Moins bien", "Worse"),
        Change::NewlyKnown => Word("Désormais connu", "Newly known"),
        Change::NewlyUnknown => Word("Désormais inconnu", "Newly unknown"),
        Change::Mixed => Word("Ni mieux ni moins bien", "Neither better nor worse"),
        Change::NewlyApplicable => Word("S’applique désormais", "Applies now"),
        Change::NoLongerApplicable => Word("Ne s’applique plus", "No longer applies"),
        Change::Added => Word("Nouvelle mesure", "New control"),
        Change::Removed => Word("Mesure retirée", "Control removed"),
        Change::Unchanged => Word("Inchangé", "Unchanged"),
    }
}

/// The class in a sentence.
pub(crate) fn change_meaning(change: Change) -> Word {
    match change {
        Change::Better => Word(
            "Rien n’a baissé, et le degré ou l’atteinte du seuil a monté.",
            "Nothing fell, and the degree or the meeting of the bar rose.",
        ),
        Change::Worse => Word(
            "Rien n’a monté, et le degré ou l’atteinte du seuil a baissé.",
            "Nothing rose, and the degree or the meeting of the bar fell.",
        ),
        Change::NewlyKnown => Word(
            "On ne pouvait pas se prononcer ; on le peut maintenant.",
            "It could not be decided; now it can.",
        ),
        Change::NewlyUnknown => {
            Word("On pouvait se prononcer ; on ne le peut plus.", "It could be decided; now it cannot.")
        }
        Change::Mixed => Word(
            "Ce que l’on sait s’est précisé ou élargi, le seuil a bougé autrement que le degré, ou la mesure ne compte pas pour une autre raison.",
            "What is known became narrower or wider, the bar moved against the degree, or the control does not count for another reason.",
        ),
        Change::NewlyApplicable => Word(
            "La mesure était sans objet ou pas en vigueur ; elle compte maintenant.",
            "The control did not apply or was not in force; now it counts.",
        ),
        Change::NoLongerApplicable => Word(
            "La mesure comptait ; elle est maintenant sans objet ou pas en vigueur.",
            "The control counted; now it does not apply or is not in force.",
        ),
        Change::Added => Word(
            "La mesure n’était pas dans l’audit précédent, par son référentiel ou son profil.",
            "The control was not in the earlier audit, by its standard or profile.",
        ),
        Change::Removed => Word(
            "La mesure n’est plus dans l’audit, par son référentiel ou son profil.",
            "The control is no longer in the audit, by its standard or profile.",
        ),
        Change::Unchanged => Word(
            "Le verdict, le degré et l’atteinte du seuil sont les mêmes.",
            "The verdict, the degree and the meeting of the bar are the same.",
        ),
    }
}

/// The shape of a class, for those who see no colour.
pub(crate) fn change_shape(change: Change) -> &'static str {
    match change {
        Change::Better => "▲",
        Change::Worse => "▼",
        Change::NewlyKnown => "◆",
        Change::NewlyUnknown => "◇",
        Change::Mixed => "↕",
        Change::NewlyApplicable => "▷",
        Change::NoLongerApplicable => "◁",
        Change::Added => "+",
        Change::Removed => "−",
        Change::Unchanged => "=",
    }
}

pub(crate) const COMPARISON: Word = Word("Comparaison de deux audits", "Comparison of two audits");
pub(crate) const FROM_TO: Word = Word("Du {} au {}", "From {} to {}");
pub(crate) const BEFORE: Word = Word("Avant", "Before");
pub(crate) const AFTER: Word = Word("Après", "After");
pub(crate) const CHANGES: Word = Word("Ce qui a changé", "What changed");
pub(crate) const CHANGES_OF_CONTROLS: Word = Word("Mesure par mesure", "Control by control");
pub(crate) const CLASS_COUNT: Word = Word("{} : {}", "{}: {}");

// ---- what must be said first ----
pub(crate) const OTHER_SUBJECT: Word = Word(
    "Les deux audits ne portent pas sur la même entité : {} ({}) avant, {} ({}) après. « Mieux » et « moins bien » comparent ici deux entités.",
    "The two audits are not about the same subject: {} ({}) before, {} ({}) after. “Better” and “worse” compare two subjects here.",
);
pub(crate) const OTHER_STANDARD: Word = Word(
    "Les deux audits n’emploient pas le même référentiel : {} avant, {} après. Deux mesures de même identifiant peuvent demander autre chose.",
    "The two audits do not use the same standard: {} before, {} after. Two controls of one id may ask for different things.",
);
pub(crate) const STANDARD_CHANGED: Word = Word(
    "Le référentiel a changé entre les deux audits : une partie des différences peut venir de lui.",
    "The standard changed between the two audits: some of the differences may come from it.",
);
pub(crate) const BACKWARDS: Word = Word(
    "Le second audit est à une date antérieure au premier : tout se lit à rebours.",
    "The second audit is as of an earlier date than the first: everything reads backwards.",
);
pub(crate) const SAME_AUDIT: Word =
    Word("Les deux fichiers sont le même audit.", "The two files are the same audit.");
pub(crate) const OTHER_OPTIONS: Word = Word(
    "Les deux audits n’ont pas été demandés de la même façon : l’assurance, le profil ou des paramètres diffèrent.",
    "The two audits were not asked for in the same way: assurance, profile or parameters differ.",
);

// ---- the score ----
pub(crate) const SCORE_WAS: Word =
    Word("Le score était {} ; il est {} sur {}.", "The score was {}; it is {} out of {}.");
pub(crate) const SCORE_WAS_OUT_OF: Word =
    Word("Le score était {} sur {} ; il est {} sur {}.", "The score was {} out of {}; it is {} out of {}.");
pub(crate) const SCORE_STAYS: Word = Word("Le score reste {} sur {}.", "The score stays {} out of {}.");
pub(crate) const SCORE_GONE: Word = Word(
    "Le score était {} sur {} ; il n’y en a plus : rien de ce qui est demandé ne s’applique.",
    "The score was {} out of {}; there is none now: nothing that is asked applies.",
);
pub(crate) const SCORE_NEW: Word =
    Word("Il n’y avait pas de score ; il est {} sur {}.", "There was no score; it is {} out of {}.");
pub(crate) const SCORE_NEVER: Word = Word(
    "Il n’y a de score ni avant ni après : rien de ce qui est demandé ne s’applique.",
    "There is no score before or after: nothing that is asked applies.",
);
/// One number after « était » : « de 29,5 ».
pub(crate) const OF_POINTS: Word = Word("de {}", "{}");
pub(crate) const LEVEL_WAS: Word = Word("Le niveau était {} ; il est {}.", "The level was {}; it is {}.");
pub(crate) const LEVEL_GONE: Word =
    Word("Le niveau était {} ; il n’y en a plus.", "The level was {}; there is none now.");
pub(crate) const LEVEL_NEW: Word =
    Word("Il n’y avait pas de niveau ; il est {}.", "There was no level; it is {}.");
pub(crate) const LEVEL_STAYS: Word = Word("Le niveau reste {}.", "The level stays {}.");
pub(crate) const DETERMINED: Word = Word("Mesures déterminées", "Controls determined");

// ---- controls ----
pub(crate) const STATE_DEGREE: Word = Word("{} (degré {})", "{} (degree {})");
pub(crate) const REASON_GAINED: Word = Word("Raison nouvelle : {}", "New reason: {}");
pub(crate) const REASON_LOST: Word = Word("Raison levée : {}", "Reason gone: {}");
pub(crate) const REASONS: Word = Word("Raisons", "Reasons");
pub(crate) const NOTHING_CHANGED: Word = Word("Aucune mesure n’a changé.", "No control changed.");
pub(crate) const ONE_CONTROL: Word = Word("1 mesure", "1 control");
pub(crate) const MANY_CONTROLS: Word = Word("{} mesures", "{} controls");

// ---- groups ----
pub(crate) const GROUPS_BEFORE_AFTER: Word = Word(
    "Score de chaque domaine avant et après, en points (hors score : le degré, de 0 à 1).",
    "Score of each group before and after, in points (outside the score: the degree, from 0 to 1).",
);
pub(crate) const GROUPS_STAY: Word =
    Word("Le score d’aucun domaine n’a changé.", "The score of no group changed.");

// ---- evidence ----
pub(crate) const EXPIRED: Word = Word("Preuves expirées entre-temps", "Evidence expired in between");
pub(crate) const EXPIRED_NOTE: Word = Word(
    "Éléments qui comptaient et que leur âge ou leur date d’expiration écarte maintenant.",
    "Records that counted and that their age or their own date sets aside now.",
);
pub(crate) const NONE_EXPIRED: Word =
    Word("Aucune preuve qui comptait n’a expiré.", "No record that counted has expired.");
pub(crate) const RECORDS_ADDED: Word = Word("Éléments ajoutés", "Records added");
pub(crate) const RECORDS_REMOVED: Word =
    Word("Éléments retirés du dossier", "Records removed from the dossier");
pub(crate) const RECORDS_CHANGED: Word = Word("Éléments modifiés", "Records changed");
pub(crate) const RECORDS_STAY: Word =
    Word("Les éléments de preuve du dossier sont les mêmes.", "The records of the dossier are the same.");
pub(crate) const MEMBERS_CHANGED: Word = Word("Ce qui diffère", "What differs");

// ---- waivers ----
pub(crate) const WAIVERS_ENDED: Word = Word("Dérogations terminées", "Waivers ended");
pub(crate) const WAIVERS_CHANGED: Word =
    Word("Autres changements de dérogations", "Other changes of waivers");
pub(crate) const WAIVERS_STAY: Word = Word("Aucune dérogation n’a changé.", "No waiver changed.");
pub(crate) const NOT_THERE: Word = Word("absente", "absent");

// ---- standard and options ----
pub(crate) const STANDARD_AND_OPTIONS: Word = Word("Référentiel et options", "Standard and options");
pub(crate) const STANDARD_STAYS: Word = Word("Le référentiel est le même.", "The standard is the same.");
pub(crate) const CONTROLS_ADDED: Word =
    Word("Mesures ajoutées au référentiel", "Controls added to the standard");
pub(crate) const CONTROLS_REMOVED: Word =
    Word("Mesures retirées du référentiel", "Controls removed from the standard");
pub(crate) const CONTROLS_CHANGED: Word =
    Word("Mesures modifiées dans le référentiel", "Controls changed in the standard");
pub(crate) const GROUPS_ADDED: Word = Word("Domaines ajoutés au référentiel", "Groups added to the standard");
pub(crate) const GROUPS_REMOVED: Word =
    Word("Domaines retirés du référentiel", "Groups removed from the standard");
pub(crate) const GROUPS_CHANGED: Word =
    Word("Domaines modifiés dans le référentiel", "Groups changed in the standard");
pub(crate) const OTHER_MEMBERS: Word = Word("Autres parties du référentiel", "Other parts of the standard");
pub(crate) const DOCUMENT: Word = Word("Document", "Document");
pub(crate) const OPTION: Word = Word("Option", "Option");
pub(crate) const OPTIONS_CHANGED: Word = Word("Options qui diffèrent", "Options that differ");
pub(crate) const OPTIONS_STAY: Word = Word("Les options sont les mêmes.", "The options are the same.");
pub(crate) const PARAMETER: Word = Word("Paramètre {}", "Parameter {}");
pub(crate) const SUBJECT_CHANGED: Word = Word("Entité auditée, ce qui diffère", "Subject, what differs");
pub(crate) const DEFAULT: Word = Word("non donné", "not given");
