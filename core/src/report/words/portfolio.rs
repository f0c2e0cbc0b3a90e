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
pub(crate) const BY: Word =
    Word("Par {} : entités, score moyen, niveaux atteints", "By {}: subjects, mean score, levels reached");
pub(crate) const WITHOUT: Word = Word("(non renseigné)", "(not given)");
pub(crate) const OTHERS: Word = Word("(autres valeurs)", "(other values)");
pub(crate) const GAPS: Word = Word("Écarts les plus fréquents", "Most common gaps");
pub(crate) const GAPS_NOTE: Word = Word(
    "Première colonne : entités où la mesure n’est pas atteinte ; seconde : où l’on ne le sait pas encore.",
    "First column: subjects where the control is not met; second: where that is not yet known.",
);

// ---- columns ----
pub(crate) const LINE: Word = Word("Ligne", "Line");
pub(crate) const LEVEL: Word = Word("Niveau", "Level");
pub(crate) const LEVELS_POSSIBLE: Word = Word("Niveaux possibles", "Possible levels");
pub(crate) const DECLARED_LOW: Word = Word("Déclaré, au moins", "Declared, at least");
pub(crate) const DECLARED_HIGH: Word = Word("Déclaré, au plus", "Declared, at most");
pub(crate) const DOCUMENTED_LOW: Word = Word("Documenté, au moins", "Documented, at least");
pub(crate) const DOCUMENTED_HIGH: Word = Word("Documenté, au plus", "Documented, at most");
pub(crate) const VERIFIED_LOW: Word = Word("Vérifié, au moins", "Verified, at least");
pub(crate) const VERIFIED_HIGH: Word = Word("Vérifié, au plus", "Verified, at most");
pub(crate) const AFTER_LOW: Word = Word("Après dérogations, au moins", "After waivers, at least");
pub(crate) const AFTER_HIGH: Word = Word("Après dérogations, au plus", "After waivers, at most");
pub(crate) const IN_FORCE: Word = Word("Mesures en vigueur", "Controls in force");
pub(crate) const DETERMINED: Word = Word("Déterminées", "Determined");
pub(crate) const UNDETERMINED: Word = Word("Indéterminées", "Undetermined");
pub(crate) const NOT_APPLICABLE: Word = Word("Sans objet", "Not applicable");
pub(crate) const PROBLEMS: Word = Word("Problèmes", "Problems");
pub(crate) const DOSSIER_DIGEST: Word =
    Word("Empreinte du dossier (SHA-256)", "Digest of the dossier (SHA-256)");
