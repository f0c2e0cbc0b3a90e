//! Every problem code, once: its class, its words in both languages, and what to do.
//!
//! To add one: a row here, its page in `explained/`, a line in `standards/FORMAT.md` and in `tests/vectors/problem-codes.txt`. A code
//! never changes its meaning.

use super::{Problem, Problems, listed, nearest, quoted};
use crate::Lang;
use std::str::FromStr;

/// Whether a JSON Schema can see the problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A schema sees it.
    Shape,
    /// Only the loader sees it: it takes two places or a computation.
    Meaning,
}

impl Class {
    /// The word for it: `shape` or `meaning`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Class::Shape => "shape",
            Class::Meaning => "meaning",
        }
    }

    /// The word for people.
    #[must_use]
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Class::Shape => lang.pick("forme", "shape"),
            Class::Meaning => lang.pick("sens", "meaning"),
        }
    }
}

/// Whether the problem stops the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The document cannot be used.
    Error,
    /// The document can be used, and probably says something else than was meant.
    Warning,
}

impl Severity {
    /// The word for it: `error` or `warning`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }

    /// The word for people.
    #[must_use]
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Severity::Error => lang.pick("erreur", "error"),
            Severity::Warning => lang.pick("avertissement", "warning"),
        }
    }
}

macro_rules! codes {
    ($($variant:ident $code:literal $class:ident $severity:ident
        fr $fr:literal => $help_fr:literal
        en $en:literal => $help_en:literal;)*) => {
        /// The stable name of a kind of problem.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = $en] $variant,)*
        }

        impl Code {
            /// Every code, in the order of a document's life: reading, shape, meaning, use; then the command, and warnings.
            pub const ALL: &[Code] = &[$(Code::$variant),*];

            /// The code as text: `unknown-key`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $code,)* }
            }

            /// Whether a schema can see it.
            #[must_use]
            pub fn class(self) -> Class {
                match self { $(Code::$variant => Class::$class,)* }
            }

            /// Whether it stops the work.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }

            /// The message, with `{0}`, `{1}` where a problem puts its own words.
            pub(super) fn message_template(self, lang: Lang) -> &'static str {
                match self { $(Code::$variant => lang.pick($fr, $en),)* }
            }

            /// What to do about it, with the same placeholders.
            pub(super) fn help_template(self, lang: Lang) -> &'static str {
                match self { $(Code::$variant => lang.pick($help_fr, $help_en),)* }
            }

            /// The page of `explained/` about it.
            #[cfg(feature = "explanations")]
            pub(super) fn page(self) -> &'static str {
                match self { $(Code::$variant => include_str!(concat!("explained/", $code, ".md")),)* }
            }
        }
    };
}

impl Code {
    /// What happened, with `…` where a problem puts its own words.
    #[must_use]
    pub fn message(self, lang: Lang) -> String {
        lang.typeset(&fill(self.message_template(lang), |_| "…"))
    }

    /// What to do in general; a [`Problem`](super::Problem) may know better.
    #[must_use]
    pub fn help(self, lang: Lang) -> String {
        lang.typeset(&fill(self.help_template(lang), |_| "…"))
    }
}

impl FromStr for Code {
    /// `unknown-reference`, with the nearest code.
    type Err = Problems;

    fn from_str(name: &str) -> Result<Code, Problems> {
        let known = || Code::ALL.iter().map(|code| code.as_str());
        let found = Code::ALL.iter().copied().find(|code| code.as_str() == name);
        found.ok_or_else(|| {
            let args = [quoted(name), nearest(name, known()), listed(known())];
            Problem::of_input(Code::UnknownReference, &args.each_ref().map(String::as_str)).into()
        })
    }
}

/// A template with its placeholders `{0}`, `{1}` filled.
pub(super) fn fill<'a>(template: &str, arg: impl Fn(usize) -> &'a str) -> String {
    let mut pieces = template.split('{');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        // every `{` of a template opens a placeholder: a test of the codes sees to it
        let (index, rest) = piece.split_once('}').unwrap_or((piece, ""));
        text.push_str(index.parse().map_or("", &arg));
        text.push_str(rest);
    }
    text
}

codes! {
    // ---- reading ----
    UnreadableFile "unreadable-file" Shape Error
        fr "le fichier `{0}` ne peut pas être lu ({1})" => "vérifiez le nom du fichier et le droit de le lire"
        en "the file `{0}` cannot be read ({2})" => "check the name of the file and the right to read it";
    EmptyDocument "empty-document" Shape Error
        fr "le document est vide" => "écrivez-y un document, ou choisissez un autre fichier"
        en "the document is empty" => "write a document into it, or choose another file";
    DocumentTooLarge "document-too-large" Shape Error
        fr "le document dépasse la limite de {0} octets" => "partagez-le en plusieurs documents"
        en "the document is beyond the limit of {0} bytes" => "split it into several documents";
    InvalidUtf8 "invalid-utf8" Shape Error
        fr "le document n’est pas un texte UTF-8" => "enregistrez-le de nouveau avec le codage UTF-8"
        en "the document is not UTF-8 text" => "save it again with the encoding UTF-8";
    InvalidJson "invalid-json" Shape Error
        fr "le document n’est pas du JSON valable : {0}" => "corrigez l’endroit indiqué ou juste avant"
        en "the document is not valid JSON: {1}" => "correct the place shown, or just before it";
    InvalidYaml "invalid-yaml" Shape Error
        fr "le document n’est pas du YAML valable : {0}" => "corrigez l’endroit indiqué ou juste avant ; le retrait se fait avec des espaces"
        en "the document is not valid YAML: {1}" => "correct the place shown, or just before it; indent with spaces";
    SeveralDocuments "several-documents" Shape Error
        fr "le fichier contient plusieurs documents YAML" => "gardez un seul document par fichier : supprimez la ligne `---`"
        en "the file holds several YAML documents" => "keep one document in a file: remove the line `---`";
    YamlAlias "yaml-alias" Shape Error
        fr "une ancre ou un alias YAML (`&` ou `*`) n’est pas admis" => "répétez le texte ; s’il commence par `&` ou `*`, mettez-le entre guillemets droits"
        en "a YAML anchor or alias (`&` or `*`) is not allowed" => "repeat the text; if it begins with `&` or `*`, quote it";
    YamlMergeKey "yaml-merge-key" Shape Error
        fr "la clé de fusion YAML `<<` n’est pas admise" => "écrivez chaque clé à sa place"
        en "the YAML merge key `<<` is not allowed" => "write each key in its place";
    YamlTag "yaml-tag" Shape Error
        fr "une étiquette YAML (`!`) n’est pas admise" => "supprimez-la ; si le texte commence par `!`, mettez-le entre guillemets droits"
        en "a YAML tag (`!`) is not allowed" => "remove it; if the text begins with `!`, quote it";
    TooDeep "too-deep" Shape Error
        fr "le document imbrique plus de {0} niveaux" => "réduisez l’imbrication"
        en "the document nests more than {0} levels" => "nest less deeply";
    TooManyItems "too-many-items" Shape Error
        fr "le document contient plus de {0} éléments" => "partagez-le en plusieurs documents"
        en "the document holds more than {0} items" => "split it into several documents";
    WrongDocumentType "wrong-document-type" Shape Error
        fr "ce document est de type {0} ; il faut ici le type {1}" => "vérifiez l’ordre des fichiers donnés"
        en "this document is of type {0}; type {1} is wanted here" => "check the order of the files given";
    UnknownDocumentType "unknown-document-type" Shape Error
        fr "ce document n’est ni un référentiel, ni un dossier, ni un audit enregistré, ni une correspondance, ni une liste d’identifiants" => "écrivez les clés qui le disent : `groups` et `scales` pour un référentiel, `standard`, `subject` et `evidence` pour un dossier, `findings` pour un audit, `edges` pour une correspondance, `ids` pour une liste"
        en "this document is neither a standard, nor a dossier, nor a saved audit, nor a mapping, nor an id list" => "write the keys that tell: `groups` and `scales` for a standard, `standard`, `subject` and `evidence` for a dossier, `findings` for an audit, `edges` for a mapping, `ids` for a list";
    // ---- shape ----
    DuplicateKey "duplicate-key" Shape Error
        fr "la clé `{0}` est écrite deux fois" => "gardez une seule des deux"
        en "the key `{0}` is written twice" => "keep one of the two";
    UnknownKey "unknown-key" Shape Error
        fr "clé inconnue `{0}`" => "vouliez-vous dire `{1}` ?"
        en "unknown key `{0}`" => "did you mean `{1}`?";
    MissingKey "missing-key" Shape Error
        fr "la clé `{0}` manque" => "ajoutez `{0}`"
        en "the key `{0}` is missing" => "add `{0}`";
    KeyChoice "key-choice" Shape Error
        fr "ces clés ne vont pas ensemble ou manquent : {0}" => "suivez la règle : {1}"
        en "these keys do not go together, or are missing: {0}" => "follow the rule: {2}";
    WrongType "wrong-type" Shape Error
        fr "il faut ici {0}, non {1}" => "écrivez la valeur sous la forme voulue"
        en "{2} is wanted here, not {3}" => "write the value in the form wanted";
    EmptyList "empty-list" Shape Error
        fr "la liste est vide" => "donnez au moins un élément, ou supprimez la clé si elle est facultative"
        en "the list is empty" => "give at least one item, or remove the key if it is optional";
    EmptyText "empty-text" Shape Error
        fr "le texte est vide" => "écrivez le texte, ou supprimez la clé si elle est facultative"
        en "the text is empty" => "write the text, or remove the key if it is optional";
    TextTooLong "text-too-long" Shape Error
        fr "le texte dépasse {0} caractères" => "raccourcissez-le ; les pièces longues se citent par `source`"
        en "the text is longer than {0} characters" => "shorten it; long papers are cited by `source`";
    UnknownValue "unknown-value" Shape Error
        fr "`{0}` n’est pas un des mots admis ici : {1}" => "vouliez-vous dire `{2}` ?"
        en "`{0}` is not one of the words allowed here: {1}" => "did you mean `{2}`?";
    InvalidId "invalid-id" Shape Error
        fr "`{0}` n’est pas un identifiant" => "employez 1 à 128 caractères sans espace, ni caractère de commande, ni caractère invisible"
        en "`{0}` is not an id" => "use 1 to 128 characters without spaces, control characters or invisible characters";
    InvalidText "invalid-text" Shape Error
        fr "le texte contient un caractère de commande (U+{0})" => "supprimez ce caractère"
        en "the text holds a control character (U+{0})" => "remove this character";
    InvalidNumber "invalid-number" Shape Error
        fr "`{0}` n’est pas un nombre" => "écrivez des chiffres, avec un point pour les décimales : `12.5`"
        en "`{0}` is not a number" => "write digits, with a point for decimals: `12.5`";
    NumberTooPrecise "number-too-precise" Shape Error
        fr "`{0}` a plus de 30 chiffres significatifs ou un exposant au-delà de ±30" => "arrondissez le nombre"
        en "`{0}` has more than 30 significant digits, or an exponent beyond ±30" => "round the number";
    NotAnInteger "not-an-integer" Shape Error
        fr "`{0}` n’est pas un nombre entier" => "écrivez un nombre sans décimales"
        en "`{0}` is not a whole number" => "write a number without decimals";
    NumberOutOfRange "number-out-of-range" Shape Error
        fr "`{0}` est hors des bornes de ce champ : {1}" => "écrivez un nombre dans ces bornes"
        en "`{0}` is outside the bounds of this field: {1}" => "write a number within these bounds";
    InvalidDate "invalid-date" Shape Error
        fr "`{0}` n’est pas un jour du calendrier" => "écrivez AAAA-MM-JJ, par exemple `2025-03-31`"
        en "`{0}` is not a day of the calendar" => "write YYYY-MM-DD, for example `2025-03-31`";
    InvalidDuration "invalid-duration" Shape Error
        fr "`{0}` n’est pas une durée" => "écrivez un nombre entier d’années, de mois, de semaines ou de jours : `P2Y`, `P18M`, `P6W`, `P90D`"
        en "`{0}` is not a duration" => "write a whole number of years, months, weeks or days: `P2Y`, `P18M`, `P6W`, `P90D`";
    InvalidSha256 "invalid-sha256" Shape Error
        fr "`{0}` n’est pas une empreinte SHA-256" => "écrivez 64 chiffres hexadécimaux minuscules"
        en "`{0}` is not a SHA-256 digest" => "write 64 lower-case hexadecimal digits";
    // ---- meaning ----
    DuplicateId "duplicate-id" Meaning Error
        fr "l’identifiant `{0}` est déjà pris" => "donnez un autre identifiant à l’un des deux"
        en "the id `{0}` is already taken" => "give one of the two another id";
    UnknownReference "unknown-reference" Meaning Error
        fr "`{0}` ne désigne rien" => "vouliez-vous dire `{1}` ?"
        en "`{0}` names nothing" => "did you mean `{1}`?";
    ReservedId "reserved-id" Meaning Error
        fr "l’identifiant `{0}` est réservé" => "choisissez un autre mot : chaque critère accepte déjà `unknown` et `not-applicable`"
        en "the id `{0}` is reserved" => "choose another word: every criterion takes `unknown` and `not-applicable` already";
    BoundsNotRising "bounds-not-rising" Meaning Error
        fr "les bornes se contredisent : {0}" => "corrigez les bornes"
        en "the bounds contradict each other: {0}" => "correct the bounds";
    LevelsNotRising "levels-not-rising" Meaning Error
        fr "le niveau `{0}` ne commence pas au-dessus du précédent" => "rangez les niveaux du plus bas au plus haut, sans recouvrement"
        en "the level `{0}` does not begin above the one before" => "list the levels from lowest to highest, without overlap";
    LevelsStart "levels-start" Meaning Error
        fr "le premier niveau ne commence pas à 0" => "donnez `at_least: 0` au premier niveau"
        en "the first level does not begin at 0" => "give the first level `at_least: 0`";
    NothingToScore "nothing-to-score" Meaning Error
        fr "aucun enfant de `{0}` n’a un poids positif" => "donnez un poids positif à l’un d’eux, ou le poids 0 à `{0}`"
        en "no child of `{0}` has a positive weight" => "give one of them a positive weight, or `{0}` the weight 0";
    TooCostly "too-costly" Meaning Error
        fr "ce document demande trop de calculs : plus de {0} {1}" => "partagez-le, ou dites en moins d’éléments ce qu’il dit"
        en "this document takes too much work: more than {0} {2}" => "split it, or say with fewer items what it says";
    OpNotForType "op-not-for-type" Meaning Error
        fr "l’opération `{0}` ne s’applique pas à un champ de type `{1}`" => "`equals`, `one-of`, `present` : tous les types ; `at-least`, `at-most` : nombres et dates ; `before`, `after` : dates"
        en "the operation `{0}` does not apply to a field of type `{1}`" => "`equals`, `one-of`, `present`: all types; `at-least`, `at-most`: numbers and dates; `before`, `after`: dates";
    TypeMismatch "type-mismatch" Meaning Error
        fr "`{0}` n’est pas du type `{1}`" => "écrivez une valeur de ce type"
        en "`{0}` is not of the type `{1}`" => "write a value of this type";
    FromAfterUntil "from-after-until" Meaning Error
        fr "le début {0} est après la fin {1}" => "corrigez l’une des deux dates"
        en "the start {0} is after the end {1}" => "correct one of the two dates";
    ParameterOutOfBounds "parameter-out-of-bounds" Meaning Error
        fr "la valeur `{0}` du paramètre `{1}` sort de ses bornes : {2}" => "choisissez une valeur dans ces bornes, de la même unité"
        en "the value `{0}` of the parameter `{1}` is outside its bounds: {2}" => "choose a value within these bounds, of the same unit";
    ControlNotOptional "control-not-optional" Meaning Error
        fr "la mesure `{0}` est toujours dans le référentiel" => "supprimez cet ajout, ou donnez à la mesure `optional: true`"
        en "the control `{0}` is always in the standard" => "remove this addition, or give the control `optional: true`";
    WrongStandard "wrong-standard" Meaning Error
        fr "le dossier est établi pour le référentiel `{0}`, non pour `{1}`" => "choisissez le référentiel `{0}`, ou un autre dossier"
        en "the dossier is for the standard `{0}`, not for `{1}`" => "choose the standard `{0}`, or another dossier";
    WrongEdition "wrong-edition" Meaning Error
        fr "le dossier est établi pour l’édition `{0}`, non pour `{1}`" => "choisissez cette édition, ou revoyez le dossier pour l’édition `{1}`"
        en "the dossier is for the edition `{0}`, not for `{1}`" => "choose that edition, or review the dossier for the edition `{1}`";
    AnswerOffScale "answer-off-scale" Meaning Error
        fr "la réponse `{0}` n’est pas dans l’échelle : {1}" => "vouliez-vous dire `{2}` ?"
        en "the answer `{0}` is not on the scale: {1}" => "did you mean `{2}`?";
    ValueOutOfRange "value-out-of-range" Meaning Error
        fr "la valeur {0} n’est pas entre {1} et {2}" => "vérifiez la valeur et son unité"
        en "the value {0} is not between {1} and {2}" => "check the value and its unit";
    NotTaken "not-taken" Meaning Error
        fr "`{0}` ne prend pas ce genre de preuve" => "`{0}` prend : {1}"
        en "`{0}` does not take evidence of this form" => "`{0}` takes: {2}";
    AmbiguousSample "ambiguous-sample" Meaning Error
        fr "l’échantillon répond à plusieurs tests de la mesure `{0}`" => "nommez le critère avec `criterion`"
        en "the sample answers several tests of the control `{0}`" => "name the criterion with `criterion`";
    ExclusionForbidden "exclusion-forbidden" Meaning Error
        fr "ce référentiel n’admet pas la réponse `not-applicable`" => "répondez selon l’échelle, ou `unknown`"
        en "this standard does not admit the answer `not-applicable`" => "answer on the scale, or `unknown`";
    RemarkMissing "remark-missing" Meaning Error
        fr "la réponse `not-applicable` demande une justification" => "ajoutez `remark` : pourquoi l’exigence est sans objet"
        en "the answer `not-applicable` needs a justification" => "add `remark`: why the requirement does not apply";
    SampleImpossible "sample-impossible" Meaning Error
        fr "échantillon impossible : {0} anomalies, {1} contrôlés, une population de {2}" => "il faut `exceptions` ≤ `checked` ≤ `population`"
        en "impossible sample: {0} exceptions, {1} checked, a population of {2}" => "`exceptions` ≤ `checked` ≤ `population` is wanted";
    SupersedesCycle "supersedes-cycle" Meaning Error
        fr "l’élément de preuve `{0}` se remplace lui-même, directement ou par d’autres" => "supprimez un des liens `supersedes`"
        en "the record `{0}` supersedes itself, directly or through others" => "remove one of the `supersedes` links";
    KeyFieldMissing "key-field-missing" Meaning Error
        fr "le champ clé `{0}` manque dans `data`" => "donnez ce champ : il dit de quelle chose parle l’élément de preuve"
        en "the key field `{0}` is missing from `data`" => "give this field: it says which thing the record is about";
    ContradictoryEdges "contradictory-edges" Meaning Error
        fr "`{0}` et `{1}` ont déjà une relation : `{2}`, puis ici `{3}`" => "gardez une seule des deux lignes : une paire a une seule relation"
        en "`{0}` and `{1}` have a relation already: `{2}`, and here `{3}`" => "keep one of the two edges: a pair has one relation";
    SupersetCycle "superset-cycle" Meaning Error
        fr "`{0}` contiendrait strictement `{1}`, qui le contient : les relations tournent en rond" => "revoyez ces relations : si les exigences sont les mêmes, écrivez `equal` partout"
        en "`{0}` would strictly contain `{1}`, which contains it: the relations go round in a circle" => "review these relations: where the requirements are the same, write `equal` throughout";
    BrokenPin "broken-pin" Meaning Error
        fr "`{0}` n’est plus ce que la correspondance épingle : épinglé, édition `{1}`, empreinte {2} ; présent, édition `{3}`, empreinte {4} ; identifiants disparus : {5}" => "revoyez les lignes touchées, puis `kolosi check --pin` récrit l’empreinte"
        en "`{0}` is no longer what the mapping pins: pinned, edition `{1}`, digest {2}; present, edition `{3}`, digest {4}; ids gone: {6}" => "review the edges concerned, then `kolosi check --pin` rewrites the digest";
    // ---- use ----
    AsOfMissing "as-of-missing" Meaning Error
        fr "la date de l’audit manque" => "donnez `--as-of AAAA-MM-JJ` : aucune horloge n’est lue"
        en "the date of the audit is missing" => "give `--as-of YYYY-MM-DD`: no clock is read";
    UnknownStandard "unknown-standard" Meaning Error
        fr "`{0}` n’est ni un référentiel intégré ni un fichier" => "`kolosi standards` donne la liste ; vouliez-vous dire `{1}` ?"
        en "`{0}` is neither a built-in standard nor a file" => "`kolosi standards` lists them; did you mean `{1}`?";
    InputChanged "input-changed" Meaning Error
        fr "le contenu a changé depuis l’audit (empreinte {0}, attendue {1})" => "retrouvez le fichier d’origine, ou refaites l’audit"
        en "the content has changed since the audit (digest {0}, expected {1})" => "find the original file, or audit again";
    InvalidAudit "invalid-audit" Meaning Error
        fr "cette version de Kolosi ne sait pas relire l’audit" => "lisez-le avec la version qui l’a écrit ({0}), ou refaites l’audit"
        en "this version of Kolosi cannot read the audit back" => "read it with the version that wrote it ({0}), or audit again";
    // ---- the command ----
    UnknownCommand "unknown-command" Meaning Error
        fr "la commande `{0}` n’existe pas" => "vouliez-vous dire `{1}` ?"
        en "there is no command `{0}`" => "did you mean `{1}`?";
    UnknownArgument "unknown-argument" Meaning Error
        fr "`{0}` n’est pas un argument de cette commande" => "vouliez-vous dire `{1}` ?"
        en "`{0}` is no argument of this command" => "did you mean `{1}`?";
    MissingArgument "missing-argument" Meaning Error
        fr "il manque {0}" => "écrivez `{2}`"
        en "{1} is missing" => "write `{2}`";
    InvalidArgument "invalid-argument" Meaning Error
        fr "`{0}` ne convient pas à `{1}` : {2}" => "écrivez une valeur admise : `--help` les montre"
        en "`{0}` does not fit `{1}`: {3}" => "write a value that is allowed: `--help` shows them";
    RepeatedArgument "repeated-argument" Meaning Error
        fr "`{0}` est donné plus d’une fois" => "gardez un seul des deux"
        en "`{0}` is given more than once" => "keep one of the two";
    UnwritableFile "unwritable-file" Meaning Error
        fr "le fichier `{0}` ne peut pas être écrit ({1})" => "vérifiez le dossier de fichiers, le droit d’y écrire et la place qui reste"
        en "the file `{0}` cannot be written ({2})" => "check the folder, the right to write there and the space left";
    // ---- warnings ----
    KeylessKind "keyless-kind" Meaning Warning
        fr "le genre `{0}` n’a pas de champ clé : redire une chose plus tard la compte deux fois" => "donnez `key`, sauf si chaque élément parle vraiment d’une autre chose"
        en "the kind `{0}` has no key field: restating a thing later counts it twice" => "give `key`, unless each record really is about another thing";
    UnreachableLevel "unreachable-level" Meaning Warning
        fr "le niveau `{0}` commence au-delà de l’échelle : personne ne l’atteint" => "corrigez la borne ou l’échelle"
        en "the level `{0}` begins beyond the scale: nobody reaches it" => "correct the bound or the scale";
    UnusedData "unused-data" Meaning Warning
        fr "aucun test ne lit le genre `{0}`" => "vérifiez `kind`, ou nommez le critère"
        en "no test reads the kind `{0}`" => "check `kind`, or name the criterion";
    MissingLanguage "missing-language" Meaning Warning
        fr "le texte manque en {0}" => "ajoutez la traduction ; en attendant, l’autre langue est montrée et signalée"
        en "the text is missing in {1}" => "add the translation; until then the other language is shown and marked";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_kebab_case_and_their_words_well_formed() {
        let mut names: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
        for code in Code::ALL {
            assert_eq!(code.as_str().parse(), Ok(*code));
            assert!(code.as_str().bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
            for lang in [Lang::Fr, Lang::En] {
                for words in [code.message_template(lang), code.help_template(lang)] {
                    assert!(!words.ends_with('.') && !words.is_empty(), "{words}");
                    assert!(!words.starts_with(char::is_uppercase), "{words}");
                    for piece in words.split('{').skip(1) {
                        assert!(
                            piece.as_bytes().get(1) == Some(&b'}') && piece.as_bytes()[0].is_ascii_digit(),
                            "{words}"
                        );
                    }
                }
            }
        }
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Code::ALL.len());
    }
}
