//! The fixed words and sentences of the reports.

use super::Word;

// ---- title and summary ----
pub(crate) const REPORT: Word = Word("Rapport d’audit", "Audit report");
pub(crate) const WORTH: Word = Word(
    "Résultat calculé d’après le dossier : il vaut ce que valent les preuves.",
    "Computed from the dossier: it is worth what its evidence is worth.",
);
pub(crate) const SUBJECT: Word = Word("Entité auditée", "Subject");
pub(crate) const FICTIONAL: Word = Word("Exemple fictif", "Fictional example");
pub(crate) const FICTIONAL_NOTE: Word = Word(
    "L’entité et les preuves sont inventées : rien ici ne décrit une entité réelle.",
    "The subject and the evidence are made up: nothing here describes a real subject.",
);
pub(crate) const STANDARD: Word = Word("Référentiel", "Standard");
pub(crate) const EDITION: Word = Word("édition {}", "edition {}");
pub(crate) const PUBLISHER: Word = Word("Éditeur", "Publisher");
pub(crate) const AS_OF: Word = Word("À la date du", "As of");
pub(crate) const BASIS: Word = Word("Texte", "Wording");
pub(crate) const ASSURANCE_LEAST: Word = Word("Assurance minimale", "Least assurance");
pub(crate) const PROFILE: Word = Word("Profil", "Profile");
pub(crate) const CONTENTS: Word = Word("Sommaire", "Contents");
pub(crate) const SUMMARY: Word = Word("L’essentiel", "Summary");
pub(crate) const SCORE_IS: Word = Word("Le score est {} sur {}.", "The score is {} out of {}.");
pub(crate) const SCORE_OF: Word = Word("Le score est de {} sur {}.", "The score is {} out of {}.");
pub(crate) const NO_SCORE: Word = Word(
    "Il n’y a pas de score : rien de ce que demande le référentiel ne s’applique à cette date.",
    "There is no score: nothing that the standard asks applies at this date.",
);
pub(crate) const LEVEL_IS: Word = Word("Niveau : {}.", "Level: {}.");
pub(crate) const LEVEL_MAY_BE: Word = Word("Niveau possible : {}.", "Possible level: {}.");
pub(crate) const OR: Word = Word(" ou ", " or ");
pub(crate) const AND: Word = Word(" et ", " and ");
pub(crate) const NEXT_LEVEL: Word = Word("Niveau suivant : {} ; il manque {}.", "Next level: {}; {} to go.");
pub(crate) const ONE_POINT: Word = Word("{}\u{a0}point", "{}\u{a0}point");
pub(crate) const MANY_POINTS: Word = Word("{}\u{a0}points", "{}\u{a0}points");
pub(crate) const AFTER_WAIVERS: Word = Word(
    "Si l’on compte les mesures sous dérogation comme atteintes, le score est {} : les dérogations ne changent aucun verdict.",
    "With waived controls counted as met, the score is {}: waivers change no verdict.",
);
pub(crate) const NOT_KNOWN: Word = Word("Ce que l’on ne sait pas", "What is not known");
pub(crate) const ALL_KNOWN: Word = Word(
    "Les preuves suffisent pour se prononcer sur toutes les mesures en vigueur qui s’appliquent.",
    "The evidence is enough to decide on every control in force that applies.",
);
pub(crate) const UNKNOWN_ONE: Word = Word(
    "1 mesure en vigueur sur {} reste indéterminée : les preuves ne suffisent pas pour se prononcer. Ce n’est ni un succès ni un échec.",
    "1 control in force out of {} stays undetermined: the evidence is not enough to decide. This is neither a success nor a failure.",
);
pub(crate) const UNKNOWN_MANY: Word = Word(
    "{} mesures en vigueur sur {} restent indéterminées : les preuves ne suffisent pas pour se prononcer. Ce n’est ni un succès ni un échec.",
    "{} controls in force out of {} stay undetermined: the evidence is not enough to decide. This is neither a success nor a failure.",
);
pub(crate) const FIRST_GAPS: Word = Word("À combler d’abord", "To close first");
pub(crate) const NO_GAP: Word =
    Word("Aucun écart : toutes les mesures sont atteintes.", "No gap: every control is met.");
pub(crate) const ALL_GAPS: Word = Word("Tous les écarts", "All gaps");

// ---- bars ----
pub(crate) const SCORE_ALONE: Word = Word("Le score", "The score");
pub(crate) const SCORE_AND_LEVELS: Word = Word("Le score et les niveaux", "The score and the levels");
pub(crate) const SCORE_BAR: Word = Word("Score : {} sur {}", "Score: {} out of {}");
pub(crate) const BAR_DESC: Word = Word(
    "Barre de 0 à {}. En plein : ce qui est acquis. En hachures : ce que l’on ne sait pas encore. Un trait : une valeur certaine.",
    "Bar from 0 to {}. Solid: what is established. Hatched: what is not yet known. A line: a certain value.",
);
pub(crate) const KEY_KNOWN: Word = Word("acquis", "established");
pub(crate) const KEY_UNKNOWN: Word = Word("pas encore connu", "not yet known");
pub(crate) const KEY_CERTAIN: Word = Word("valeur certaine", "certain value");
pub(crate) const LEVELS: Word = Word("Niveaux", "Levels");
pub(crate) const LEVEL: Word = Word("Niveau", "Level");
pub(crate) const FROM_POINTS: Word = Word("à partir de {}", "from {}");
pub(crate) const ABOVE_POINTS: Word = Word("au-dessus de {}", "above {}");
pub(crate) const BOUND: Word = Word("Points", "Points");
pub(crate) const REACHED: Word = Word("atteint", "reached");
pub(crate) const POSSIBLE: Word = Word("possible", "possible");
pub(crate) const BY_ASSURANCE: Word =
    Word("Le score selon l’assurance des preuves", "The score by assurance of the evidence");
pub(crate) const BY_ASSURANCE_NOTE: Word = Word(
    "Le même audit, trois fois : avec toutes les preuves, avec celles qui ont une pièce, avec celles qui ont été contrôlées.",
    "The same audit three times: with all evidence, with documented evidence or better, with verified evidence only.",
);
pub(crate) const CHOSEN: Word = Word("retenu pour ce rapport", "used in this report");

// ---- groups ----
pub(crate) const GROUPS: Word = Word("Domaines", "Groups");
pub(crate) const GROUPS_CAPTION: Word = Word(
    "Score de chaque domaine, en points (hors score : le degré, de 0 à 1), et sa part du possible selon l’assurance des preuves.",
    "Score of each group, in points (outside the score: the degree, from 0 to 1), and its share of the possible by assurance of the evidence.",
);
pub(crate) const GROUP: Word = Word("Domaine", "Group");
pub(crate) const SCORE: Word = Word("Score", "Score");
pub(crate) const OUT_OF: Word = Word("Sur", "Out of");
pub(crate) const BAR: Word = Word("Part du possible", "Share of the possible");
pub(crate) const FINDINGS: Word = Word("Constats", "Findings");
pub(crate) const UNSCORED: Word = Word("hors score", "outside the score");
pub(crate) const DEGREE: Word = Word("degré {}", "degree {}");
pub(crate) const NOTHING_APPLIES: Word = Word("sans objet", "not applicable");

// ---- gaps ----
pub(crate) const GAPS: Word = Word("Écarts", "Gaps");
pub(crate) const GAPS_CAPTION: Word = Word(
    "Mesures qui ne sont pas certainement atteintes, la plus utile à combler d’abord. Gain : points que gagneraient le bas et le haut du score si la mesure était pleinement satisfaite.",
    "Controls that are not certainly met, the most useful to close first. Gain: points by which the low and the high end of the score would rise if the control were satisfied in full.",
);
pub(crate) const RANK: Word = Word("Rang", "Rank");
pub(crate) const CONTROL: Word = Word("Mesure", "Control");
pub(crate) const VERDICT: Word = Word("Verdict", "Verdict");
pub(crate) const GAIN_LOW: Word = Word("Gain, bas", "Gain, low");
pub(crate) const GAIN_HIGH: Word = Word("Gain, haut", "Gain, high");
pub(crate) const GAIN_IS: Word = Word("gain : {}", "gain: {}");
pub(crate) const BOTH_ENDS: Word =
    Word("{} au bas du score, {} au haut", "{} at the low end of the score, {} at the high end");
pub(crate) const SEVERITY: Word = Word("Gravité", "Severity");
pub(crate) const SEVERITY_IS: Word = Word("gravité : {}", "severity: {}");
pub(crate) const EFFORT_UNIT: Word = Word("Effort (jours-personne)", "Effort (person-days)");
pub(crate) const EFFORT_IS: Word = Word("effort : {}", "effort: {}");
pub(crate) const ONE_DAY: Word = Word("{}\u{a0}jour-personne", "{}\u{a0}person-day");
pub(crate) const MANY_DAYS: Word = Word("{}\u{a0}jours-personne", "{}\u{a0}person-days");
pub(crate) const EFFORT: Word = Word("Effort", "Effort");
pub(crate) const WHY: Word = Word("Pourquoi", "Why");
pub(crate) const WAIVED: Word = Word("sous dérogation", "waived");
pub(crate) const BELOW_BAR: Word =
    Word("Ce qui est établi reste sous le seuil.", "What is established stays below the bar.");
pub(crate) const ABSENT: Word = Word("–", "–");

// ---- until when proofs count ----
pub(crate) const EXPIRY: Word = Word("Échéances des preuves", "Expiry of the evidence");
pub(crate) const OVER: Word = Word("Preuves déjà expirées", "Evidence already expired");
pub(crate) const OVER_NOTE: Word = Word(
    "Éléments écartés pour leur seul âge : renouvelés, ils compteraient.",
    "Records set aside for their age alone: renewed, they would count.",
);
pub(crate) const TO_COME: Word = Word("Preuves qui expireront", "Evidence that will expire");
pub(crate) const NOTHING_TO_COME: Word = Word(
    "Aucune preuve retenue n’a d’échéance : ni date d’expiration, ni âge maximal.",
    "No record that stands will expire: none has a date of its own or a greatest age.",
);
pub(crate) const LAST_DAY: Word = Word("Dernier jour", "Last day");
pub(crate) const DAYS_LEFT: Word = Word("Jours restants", "Days left");
pub(crate) const DAYS_SINCE: Word = Word("Jours écoulés", "Days since");
pub(crate) const CAUSE: Word = Word("Cause", "Cause");
pub(crate) const CAUSE_OWN_DATE: Word = Word("sa date d’expiration", "its own date");
pub(crate) const CAUSE_MAX_AGE: Word = Word("âge maximal de {}", "greatest age of {}");
pub(crate) const CAUSE_BOTH: Word =
    Word("sa date d’expiration et l’âge maximal de {}", "its own date and the greatest age of {}");
pub(crate) const TIMELINE: Word = Word("Échéances sur un axe du temps", "Expiry on an axis of time");
pub(crate) const TIMELINE_DESC: Word = Word(
    "L’axe commence le {}, date de l’audit. Une ligne par élément de preuve, jusqu’au dernier jour où il compte ; le tableau qui suit dit la même chose.",
    "The axis begins on {}, the date of the audit. One line for each record, up to the last day on which it counts; the table below says the same.",
);
pub(crate) const ONLY_DRAWN: Word = Word(
    "Le dessin montre les {} premières échéances sur {} ; le tableau les donne toutes.",
    "The drawing shows the first {} of {}; the table gives them all.",
);
pub(crate) const KEY_OWN_DATE: Word = Word("date d’expiration de la preuve", "the record’s own date");
pub(crate) const KEY_MAX_AGE: Word = Word("âge maximal admis", "greatest age admitted");
pub(crate) const KEY_LATER: Word = Word("plus tard que l’axe", "later than the axis");

// ---- findings ----
pub(crate) const REQUIREMENT: Word = Word("Exigence", "Requirement");
pub(crate) const PROOF: Word = Word("Preuve attendue", "Proof");
pub(crate) const METHODS: Word = Word("Méthodes", "Methods");
/// Whether the bar is met.
pub(crate) const MET: Word = Word("Seuil", "Bar");
pub(crate) const DEGREE_OF: Word = Word("{} (un degré d’au moins {})", "{} (a degree of at least {})");
pub(crate) const POSSIBLE_VERDICTS: Word = Word("Verdicts possibles", "Possible verdicts");
pub(crate) const SCORE_ON: Word = Word("{} sur\u{a0}{}", "{} out of\u{a0}{}");
pub(crate) const NOT_IN_FORCE_NOTE: Word = Word(
    "La mesure n’est pas en vigueur à la date de l’audit : elle n’est pas évaluée.",
    "The control is not in force at the date of the audit: it is not assessed.",
);
pub(crate) const VALID: Word = Word("En vigueur", "In force");
pub(crate) const CRITERION: Word = Word("Critère", "Criterion");
pub(crate) const LABEL: Word = Word("{} :", "{}:");
pub(crate) const CRITERIA: Word = Word("Critères", "Criteria");
pub(crate) const CRITERIA_COMBINE: Word = Word("Critères : {}.", "Criteria: {}.");
pub(crate) const ASKED: Word = Word("Demandé", "Asked");
pub(crate) const ASKS_ANSWER: Word = Word("Une réponse : {}.", "An answer: {}.");
pub(crate) const ANSWER_WITH_DEGREE: Word = Word("« {} » (degré {})", "“{}” (degree {})");
pub(crate) const QUOTED: Word = Word("« {} »", "“{}”");
pub(crate) const ASKS_VALUE: Word = Word("Une valeur de {} à {} ; {}.", "A value from {} to {}; {}.");
pub(crate) const TEST_EVERY: Word = Word("Pour chaque entrée « {} » : {}.", "For every “{}”: {}.");
pub(crate) const TEST_SOME: Word =
    Word("Pour au moins une entrée « {} » : {}.", "For at least one “{}”: {}.");
pub(crate) const TEST_COUNT: Word =
    Word("Pour au moins {} entrées « {} » : {}.", "For at least {} of “{}”: {}.");
pub(crate) const TEST_SHARE: Word =
    Word("Pour au moins {} des entrées « {} » : {}.", "For at least {} of “{}”: {}.");
pub(crate) const NO_CONDITION: Word = Word("il existe", "it exists");
pub(crate) const IS: Word = Word("« {} » est {}", "“{}” is {}");
pub(crate) const IS_PRESENT: Word = Word("« {} » est renseigné", "“{}” is given");
pub(crate) const IS_AT_LEAST: Word = Word("« {} » est au moins {}", "“{}” is at least {}");
pub(crate) const IS_AT_MOST: Word = Word("« {} » est au plus {}", "“{}” is at most {}");
pub(crate) const IS_FROM: Word = Word("« {} » est le {} ou après", "“{}” is on or after {}");
pub(crate) const IS_UNTIL: Word = Word("« {} » est le {} ou avant", "“{}” is on or before {}");
pub(crate) const IS_BEFORE: Word = Word("« {} » est avant le {}", "“{}” is before {}");
pub(crate) const IS_AFTER: Word = Word("« {} » est après le {}", "“{}” is after {}");
pub(crate) const YES: Word = Word("oui", "yes");
pub(crate) const NO: Word = Word("non", "no");
pub(crate) const ANSWER_UNKNOWN: Word = Word("Je ne sais pas", "I do not know");
pub(crate) const ANSWER_NOT_APPLICABLE: Word = Word("Sans objet", "Not applicable");
pub(crate) const MAX_AGE: Word = Word("Une preuve compte pendant {}.", "Evidence counts for {}.");
pub(crate) const LEAST_ASSURANCE: Word = Word("Assurance minimale : {}.", "Least assurance: {}.");
pub(crate) const SAMPLE: Word =
    Word("Échantillon : {} sur {} contrôlés, anomalies : {}", "Sample: {} out of {} checked, exceptions: {}");
pub(crate) const FIELD_VALUE: Word = Word("{} : {}", "{}: {}");
pub(crate) const CONDITIONS_HOLD: Word = Word("remplit les conditions", "meets the conditions");
pub(crate) const CONDITIONS_FAIL: Word =
    Word("ne remplit pas les conditions", "does not meet the conditions");
pub(crate) const CONDITIONS_UNKNOWN: Word = Word("on ne peut pas trancher", "cannot be decided");
pub(crate) const MEMBERS: Word = Word("Entrées", "Things");
pub(crate) const MEMBERS_ARE: Word = Word(
    "remplissent les conditions : {} ; ne les remplissent pas : {} ; on ne sait pas : {}.",
    "conditions met: {}; not met: {}; not known: {}.",
);
pub(crate) const MEMBERS_NONE: Word = Word("Le dossier n’en contient aucune.", "The dossier holds none.");
pub(crate) const COMPLETE: Word = Word(
    "Les entrées connues sont tenues pour complètes (E4.3).",
    "The known things are taken to be all there are (E4.3).",
);
pub(crate) const DISAGREE: Word = Word("Ce que dit chaque source", "What each source says");
pub(crate) const RECORDS_CAPTION: Word =
    Word("Éléments de preuve de ce critère", "Records of this criterion");
pub(crate) const NO_RECORDS: Word =
    Word("Aucun élément de preuve ne porte sur ce critère.", "No record speaks to this criterion.");
pub(crate) const RECORD: Word = Word("Élément", "Record");
pub(crate) const DATE: Word = Word("Date", "Date");
pub(crate) const ASSURANCE: Word = Word("Assurance", "Assurance");
pub(crate) const SAYS: Word = Word("Ce qu’il dit", "What it says");
pub(crate) const SOURCE: Word = Word("Source", "Source");
/// A source by its number in the list of the dossier's sources.
pub(crate) const SOURCE_NUMBER: Word = Word("S{}", "S{}");
pub(crate) const STATE: Word = Word("État", "State");
pub(crate) const NO_SOURCE: Word = Word("sans source", "no source");
pub(crate) const LEGAL: Word = Word("Base légale", "Legal basis");
pub(crate) const REFERENCES: Word = Word("Sources", "Sources");
pub(crate) const FROM_DATE: Word = Word("depuis le {}", "from {}");
pub(crate) const UNTIL_DATE: Word = Word("jusqu’au {}", "until {}");
pub(crate) const BETWEEN_DATES: Word = Word("du {} au {}", "from {} to {}");

// ---- columns of tables for spreadsheets ----
pub(crate) const EDITION_ALONE: Word = Word("Édition", "Edition");
pub(crate) const SUBJECT_ID: Word = Word("Identifiant de l’entité", "Subject id");
pub(crate) const BAR_DEGREE: Word = Word("Degré du seuil", "Degree of the bar");
pub(crate) const DEGREE_LOW: Word = Word("Degré, bas", "Degree, low");
pub(crate) const DEGREE_HIGH: Word = Word("Degré, haut", "Degree, high");
pub(crate) const SCORE_LOW: Word = Word("Score, bas", "Score, low");
pub(crate) const SCORE_HIGH: Word = Word("Score, haut", "Score, high");
pub(crate) const WAIVED_ALONE: Word = Word("Sous dérogation", "Waived");
pub(crate) const STANDING: Word = Word("Éléments retenus", "Records that stand");
pub(crate) const SET_ASIDE: Word = Word("Éléments non retenus", "Records that do not stand");
pub(crate) const COUNTS_UNTIL: Word = Word("Compte jusqu’au", "Counts until");
pub(crate) const AUDIT_DIGEST: Word = Word("Empreinte de l’audit", "Audit digest");

// ---- waivers, evidence, sources, colophon ----
pub(crate) const WAIVERS: Word = Word("Dérogations", "Waivers");
pub(crate) const WAIVERS_CAPTION: Word = Word(
    "Dérogations du dossier. Une dérogation ne change aucun verdict.",
    "Waivers of the dossier. A waiver changes no verdict.",
);
pub(crate) const NO_WAIVERS: Word = Word("Le dossier n’a pas de dérogation.", "The dossier has no waiver.");
pub(crate) const WAIVER: Word = Word("Dérogation", "Waiver");
pub(crate) const CONTROLS: Word = Word("Mesures", "Controls");
pub(crate) const REASON: Word = Word("Motif", "Reason");
pub(crate) const APPROVED_BY: Word = Word("Accordée par", "Approved by");
pub(crate) const PERIOD: Word = Word("Période", "Period");
pub(crate) const EVIDENCE: Word = Word("Éléments de preuve", "Evidence");
pub(crate) const EVIDENCE_NOTE: Word = Word(
    "Tous les éléments du dossier, par identifiant, tels que le dossier les écrit.",
    "Every record of the dossier, by id, as the dossier writes it.",
);
pub(crate) const NO_EVIDENCE: Word =
    Word("Le dossier ne contient aucun élément de preuve.", "The dossier holds no record.");
pub(crate) const OBSERVED: Word = Word("Observé", "Observed");
pub(crate) const RECEIVED: Word = Word("Reçu", "Received");
pub(crate) const EXPIRES: Word = Word("Expire", "Expires");
pub(crate) const METHOD: Word = Word("Méthode", "Method");
pub(crate) const BY: Word = Word("Par", "By");
pub(crate) const SPEAKS_TO: Word = Word("Porte sur", "Speaks to");
pub(crate) const KIND: Word = Word("Genre", "Kind");
pub(crate) const SUPERSEDES: Word = Word("Remplace", "Supersedes");
pub(crate) const WITHDRAWN: Word = Word("Retiré", "Withdrawn");
pub(crate) const REMARK: Word = Word("Remarque", "Remark");
pub(crate) const SOURCES_OF_STANDARD: Word = Word("Sources du référentiel", "Sources of the standard");
pub(crate) const SOURCES_OF_DOSSIER: Word = Word("Sources du dossier", "Sources of the dossier");
pub(crate) const NO_SOURCES: Word = Word("Aucune source n’est nommée.", "No source is named.");
pub(crate) const ID: Word = Word("Identifiant", "Id");
pub(crate) const TITLE: Word = Word("Titre", "Title");
pub(crate) const FINGERPRINT: Word = Word("Empreinte (SHA-256)", "Digest (SHA-256)");
pub(crate) const BYTES: Word = Word("{} octets", "{} bytes");
pub(crate) const NUMBER: Word = Word("N°", "No.");
pub(crate) const RECORDS: Word = Word("Éléments", "Records");
pub(crate) const METHOD_AND_DIGESTS: Word = Word("Calcul et vérification", "Computation and verification");
pub(crate) const OPTIONS: Word = Word("Options", "Options");
pub(crate) const NO_PROFILE: Word = Word("aucun : le référentiel entier", "none: the whole standard");
pub(crate) const PARAMETERS: Word = Word("Paramètres", "Parameters");
pub(crate) const PARAMETERS_DEFAULT: Word = Word("ceux du référentiel", "those of the standard");
pub(crate) const ADDED: Word = Word("Mesure ajoutée par le profil", "Control added by the profile");
pub(crate) const DROPPED: Word = Word("Mesure retirée par le profil", "Control dropped by the profile");
pub(crate) const SET_BY_PROFILE: Word = Word("Paramètre fixé par le profil", "Parameter set by the profile");
pub(crate) const SET_BY_OPTION: Word = Word("Paramètre fixé par option", "Parameter set by option");
pub(crate) const PROFILES: Word = Word("Profils", "Profiles");
pub(crate) const PROFILES_NOTE: Word =
    Word("Un profil se choisit par `--profile`.", "A profile is chosen by `--profile`.");
pub(crate) const PARAMETERS_NOTE: Word = Word(
    "Un paramètre se fixe par `--set NOM=VALEUR`, après le profil.",
    "A parameter is set by `--set NAME=VALUE`, after the profile.",
);
pub(crate) const ADDS: Word = Word("ajoute {} : {}", "adds {}: {}");
pub(crate) const DROPS: Word = Word("retire {} : {}", "drops {}: {}");
pub(crate) const SETS: Word = Word("fixe {} : {}", "sets {}: {}");
pub(crate) const PARAMETER_BOUNDS: Word =
    Word("{} ; par défaut {} ; de {} à {}", "{}; {} by default; from {} to {}");
pub(crate) const OPTIONAL: Word = Word("seulement avec un profil", "only with a profile");
pub(crate) const MAPPINGS: Word = Word("Correspondances", "Mappings");
pub(crate) const DIGESTS: Word = Word("Empreintes (SHA-256)", "Digests (SHA-256)");
pub(crate) const DOSSIER: Word = Word("Dossier", "Dossier");
pub(crate) const AUDIT: Word = Word("Audit", "Audit");
pub(crate) const ENGINE: Word = Word("Moteur", "Engine");
pub(crate) const HOW_TO_VERIFY: Word = Word("Comment vérifier", "How to verify");
pub(crate) const VERIFY_NOTE: Word = Word(
    "Avec le référentiel et le dossier, chacun peut refaire le calcul et retrouver ces empreintes :",
    "With the standard and the dossier, anyone can compute again and find these digests:",
);
pub(crate) const VERIFY_RESULT: Word = Word(
    "La commande dit si le référentiel, le dossier ou l’audit a changé. Les nombres exacts sont dans l’audit en JSON ; ce rapport les arrondit.",
    "The command says whether the standard, the dossier or the audit has changed. The exact numbers are in the JSON audit; this report rounds them.",
);
pub(crate) const ONLY_IN: [Word; 2] = [
    Word("texte seulement en français", "text in French only"),
    Word("texte seulement en anglais", "text in English only"),
];
pub(crate) const EVIDENCE_AND_SOURCES: Word = Word("Sources et éléments de preuve", "Sources and evidence");
pub(crate) const SCORE_OUT_OF: Word = Word("Score, en points sur {}", "Score, in points out of {}");
pub(crate) const CRITERION_DEGREE: Word = Word("Degré : {}.", "Degree: {}.");
pub(crate) const CRITERION_NONE: Word = Word("Sans objet.", "Not applicable.");
pub(crate) const EVERY_TEST: Word = Word("tous les tests de son genre", "every test of its kind");
