//! The words of portfolios.

pub(crate) use super::Word;

pub(crate) const AUDITED_ONE: Word = Word("{} entité auditée", "{} subject audited");
pub(crate) const AUDITED_MANY: Word = Word("{} entités auditées", "{} subjects audited");
pub(crate) const FAILED_NONE: Word = Word("aucune ligne en erreur", "no line with a problem");
pub(crate) const FAILED_ONE: Word = Word("{} ligne en erreur", "{} line with a problem");
pub(crate) const FAILED_MANY: Word = Word("{} lignes en erreur", "{} lines with a problem");
pub(crate) const MEAN: Word = Word("Score moyen : {} sur {}.", "Mean score: {} out of {}.");
pub(crate) const LEVELS: Word = Word("Entités par niveau", "Subjects by level");
pub(crate) const POSSIBLE: Word = Word("et {} peut-être", "and {} possibly");
pub(crate) const BY: Word = Word("Par {} : entités, score moyen, niveaux atteints", "By {}: subjects, mean score, levels reached");
pub(crate) const WITHOUT: Word = Word("(non renseigné)", "(not given)");
pub(crate) const OTHERS: Word = Word("(autres valeurs)", "(other values)");
pub(crate) const GAPS: Word = Word("Écarts les plus fréquents", "Most common gaps");
pub(crate) const GAPS_NOTE: Word = Word(
    "Première colonne : entités où la mesure n’est pas atteinte ; seconde : où l’on ne le sait pas encore.",
    "First column: subjects where the control is not met; second: where that is not yet known.",
);
