//! What a dossier's comments say.

use crate::report::words::Word;
use crate::standard::model::FieldType;

// ---- head ----
pub(super) const TITLE: Word = Word("Dossier d’audit : {}, édition {}.", "Audit dossier: {}, edition {}.");
pub(super) const OF_PROFILE: Word = Word("Profil : {} ({}).", "Profile: {} ({}).");
pub(super) const LINES: Word = Word(
    "Les lignes en ## expliquent. Les lignes en # sont des exemples : retirez le # et l’espace qui le suit.",
    "Lines in ## explain. Lines in # are examples: remove the # and the space after it.",
);
pub(super) const AS_IT_STANDS: Word = Word(
    "Tel quel, ce fichier est valide et ne dit rien : au {}, chaque réponse est « Je ne sais pas » (unknown).",
    "As it stands this file is valid and says nothing: as of {}, every answer is “I do not know” (unknown).",
);
pub(super) const STEPS: [Word; 4] = [
    Word("1. Écrivez l’entité auditée sous `subject`.", "1. Write the subject under `subject`."),
    Word(
        "2. À chaque élément de preuve, mettez une réponse admise à la place de `unknown`, et dans `observed` le jour où la chose a été constatée. Si le mois seul est connu, écrivez son dernier jour et dites-le dans `remark`.",
        "2. In each record put an answer that is allowed in place of `unknown`, and in `observed` the day on which it was found so. Where only the month is known, write its last day and say so in `remark`.",
    ),
    Word(
        "3. Ce que personne ne sait reste `unknown` : ce n’est ni un succès ni un échec.",
        "3. What nobody knows stays `unknown`: it is neither a success nor a failure.",
    ),
    Word(
        "4. Cherchez les erreurs, puis auditez à la date voulue (RÉFÉRENTIEL : identifiant ou fichier) :",
        "4. Look for mistakes, then audit as of the date you want (STANDARD: an id or a file):",
    ),
];
pub(super) const CHECK: Word = Word(
    "   kolosi check CE-FICHIER --standard RÉFÉRENTIEL",
    "   kolosi check THIS-FILE --standard STANDARD",
);
pub(super) const AUDIT: Word = Word(
    "   kolosi audit RÉFÉRENTIEL CE-FICHIER --as-of {}{}",
    "   kolosi audit STANDARD THIS-FILE --as-of {}{}",
);

// ---- subject ----
pub(super) const SUBJECT: Word = Word(
    "L’entité auditée ({}) : un identifiant court, sans espace, et son nom.",
    "The subject ({}): a short id without spaces, and its name.",
);
pub(super) const FICTIONAL: Word = Word(
    "Pour un exemple inventé, qui le dira dans chaque rapport :",
    "For a made-up example, which every report will say:",
);

// ---- evidence ----
pub(super) const RECORD: Word = Word(
    "Un élément de preuve complet. Sont obligatoires : `id`, `control` ou `criterion`, `observed` et ce qu’il dit.",
    "A record in full. Required are `id`, `control` or `criterion`, `observed` and what it says.",
);
pub(super) const SAYS_ONE: Word = Word(
    "Il dit une seule chose : `answer` (une réponse), `value` (une valeur), `sample` (un échantillon contrôlé) ou `kind` avec `data` (les faits d’une entrée).",
    "It says one thing only: `answer`, `value`, `sample` (a sample that was checked) or `kind` with `data` (the facts of one thing).",
);
pub(super) const NOT_APPLICABLE: Word = Word(
    "`answer: not-applicable` (Sans objet) est admis partout, si `remark` dit pourquoi.",
    "`answer: not-applicable` is allowed everywhere, if `remark` says why.",
);
pub(super) const NEVER_NOT_APPLICABLE: Word = Word(
    "Ce référentiel n’admet pas la réponse « Sans objet » (not-applicable).",
    "This standard does not allow the answer “Not applicable” (not-applicable).",
);
pub(super) const ASSURANCE: Word = Word(
    "declared : quelqu’un le dit. documented : une pièce le montre. verified : quelqu’un l’a contrôlé.",
    "declared: somebody says so. documented: a paper shows it. verified: somebody checked.",
);
pub(super) const EXPIRES: Word = Word(
    "Le dernier jour où la preuve compte, si elle en a un.",
    "The last day on which the evidence counts, if it has one.",
);

// ---- controls ----
pub(super) const REQUIREMENT: Word = Word("Exigence : {}", "Requirement: {}");
pub(super) const PROOF: Word = Word("Preuve attendue : {}", "Proof: {}");
pub(super) const NOT_IN_FORCE: Word =
    Word("Cette mesure n’est pas en vigueur au {}.", "This control is not in force as of {}.");
pub(super) const CRITERION: Word = Word("Critère : {}", "Criterion: {}");
pub(super) const ASKED: Word = Word("Demandé : {}", "Asked: {}");
pub(super) const ANSWERS: Word =
    Word("Réponses : {}, unknown (Je ne sais pas).", "Answers: {}, unknown (I do not know).");
pub(super) const INSTEAD: Word = Word("À la place de `answer` :", "In place of `answer`:");
pub(super) const SAMPLE: Word =
    Word("Ou un échantillon, à la place de `answer` :", "Or a sample, in place of `answer`:");
pub(super) const THINGS: Word = Word(
    "Une entrée « {} » est un élément à elle seule : modèle `{}` à la fin. Dès que vous en avez une, supprimez celui-ci.",
    "Each “{}” is a record of its own: model `{}` at the end. As soon as you have one, remove this one.",
);

// ---- kinds ----
pub(super) const KINDS: Word = Word("Modèles d’entrées", "Models of things");
pub(super) const KINDS_HOW: Word = Word(
    "Un élément de preuve par entrée : copiez le modèle autant de fois qu’il y a d’entrées, et changez `id`. Sans `control` ni `criterion`, il parle à tous les critères de son genre.",
    "A record for each thing: copy the model as often as there are things, and change `id`. Without `control` or `criterion` it speaks to every criterion of its kind.",
);
pub(super) const COMPLETE: Word = Word(
    "Donnez-les toutes : celles que vous donnez sont tenues pour complètes.",
    "Give them all: those that you give are taken to be all there are.",
);
pub(super) const SERVES: Word = Word("Critères : {}", "Criteria: {}");
pub(super) const FIELD: Word = Word("{} : {}", "{}: {}");
pub(super) const KEY: Word = Word(
    "{}. Obligatoire : la même valeur désigne la même entrée.",
    "{}. Required: the same value names the same thing.",
);

// ---- waivers ----
pub(super) const WAIVERS: Word = Word(
    "Une dérogation ne change aucun verdict ; elle est rapportée, avec qui l’a accordée et jusqu’à quand.",
    "A waiver changes no verdict; it is reported, with who approved it and until when.",
);

/// What a field takes.
pub(super) fn field_type(of: FieldType) -> Word {
    match of {
        FieldType::Text => Word("texte", "text"),
        FieldType::Integer => Word("nombre entier", "whole number"),
        FieldType::Decimal => Word("nombre", "number"),
        FieldType::Boolean => Word("true (oui) ou false (non)", "true or false"),
        FieldType::Date => Word("date, AAAA-MM-JJ", "date, YYYY-MM-DD"),
        FieldType::OneOf => Word("un de ces mots", "one of these words"),
    }
}
