//! The words of portfolios.

pub(crate) use super::Word;

use crate::Verdict;

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

// ---- the page ----
pub(crate) const PORTFOLIO: Word = Word("Synthèse d’un portefeuille", "Summary of a portfolio");
pub(crate) const WORTH: Word = Word(
    "Résultats calculés d’après les dossiers : ils valent ce que valent les preuves.",
    "Computed from the dossiers: the results are worth what the evidence is worth.",
);
pub(crate) const ALL_FICTIONAL: Word = Word(
    "Les entités et les preuves sont inventées : rien ici ne décrit une entité réelle.",
    "The subjects and the evidence are made up: nothing here describes a real subject.",
);
pub(crate) const SOME_FICTIONAL: Word = Word(
    "Entités inventées, de même que leurs preuves : {} sur {}.",
    "Subjects made up, as is their evidence: {} out of {}.",
);
pub(crate) const FAILED_NOTE: Word = Word(
    "Les lignes en erreur ne comptent dans aucun résultat ; leurs problèmes sont dans les lignes de résultats.",
    "Lines with a problem count in no result; the rows of results say what is wrong with them.",
);
pub(crate) const NOBODY: Word = Word("Aucune entité n’a été auditée.", "No subject was audited.");
pub(crate) const UNSCORED_ONE: Word = Word(
    "{} entité n’a pas de score : rien de ce qui est demandé ne s’applique à elle.",
    "{} subject has no score: nothing that is asked applies to it.",
);
pub(crate) const UNSCORED_MANY: Word = Word(
    "{} entités n’ont pas de score : rien de ce qui est demandé ne s’applique à elles.",
    "{} subjects have no score: nothing that is asked applies to them.",
);
pub(crate) const COVERAGE: Word = Word(
    "Toutes entités ensemble, {} constats sur {} sont déterminés.",
    "All subjects together, {} findings out of {} are determined.",
);
pub(crate) const LEVELS_CAPTION: Word = Word(
    "Une entité dont le score touche plusieurs niveaux n’est donnée à aucun d’eux : elle est possible à chacun.",
    "A subject whose score touches several levels is given none of them: it is possible at each.",
);
pub(crate) const CERTAIN: Word = Word("Certainement", "Certainly");
pub(crate) const POSSIBLY: Word = Word("Peut-être", "Possibly");
pub(crate) const SHARE: Word = Word("Part des entités", "Share of the subjects");
pub(crate) const BY_ATTRIBUTE: Word = Word("Résultats par attribut", "Results by attribute");
pub(crate) const BY_VALUE: Word = Word("Par {}", "By {}");
pub(crate) const VALUE: Word = Word("Valeur", "Value");
pub(crate) const SUBJECTS: Word = Word("Entités", "Subjects");
pub(crate) const SCORED: Word = Word("{} avec un score", "{} with a score");
pub(crate) const MEAN_SCORE: Word = Word("Score moyen", "Mean score");
pub(crate) const LEVELS_REACHED: Word = Word("Niveaux", "Levels");
pub(crate) const GAPS_CAPTION: Word = Word(
    "Entités où la mesure n’est certainement pas atteinte, et entités où l’on ne le sait pas encore.",
    "Subjects where the control is certainly not met, and subjects where that is not yet known.",
);
pub(crate) const GAPS_SHOWN: Word = Word(
    "Les {} premiers écarts sur {} ; la synthèse en JSON les donne tous.",
    "The first {} gaps out of {}; the summary in JSON has them all.",
);
pub(crate) const NOT_MET: Word = Word("Non atteinte", "Not met");
pub(crate) const NOT_KNOWN: Word = Word("Pas encore connu", "Not yet known");

// ---- the heat map ----
pub(crate) const HEAT: Word = Word("Carte de chaleur", "Heat map");
pub(crate) const HEAT_FIRST: Word = Word(
    "Les {} premières entités sur {}, dans l’ordre du fichier.",
    "The first {} subjects out of {}, in the order of the file.",
);
pub(crate) const HEAT_ALL: Word =
    Word("Toutes les entités, dans l’ordre du fichier.", "All subjects, in the order of the file.");
pub(crate) const HEAT_NOTE: Word = Word(
    "Une ligne par entité, une case par mesure. Les numéros sont ceux de la liste des mesures, plus bas ; les colonnes qui suivent le nom comptent les constats.",
    "A row for each subject, a cell for each control. The numbers are those of the list of controls below; the columns after the name count the findings.",
);
pub(crate) const LETTER: Word = Word("{} ({})", "{} ({})");
pub(crate) const NUMBERED: Word = Word("Les mesures et leurs numéros", "The controls and their numbers");

/// The verdict in a letter, where there is room for no more.
pub(crate) fn verdict_letter(verdict: Verdict) -> Word {
    match verdict {
        Verdict::Satisfied => Word("S", "S"),
        Verdict::Partial => Word("P", "P"),
        Verdict::NotSatisfied => Word("N", "N"),
        Verdict::Undetermined => Word("I", "U"),
        Verdict::NotApplicable => Word("O", "A"),
        Verdict::NotInForce => Word("V", "F"),
    }
}

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
