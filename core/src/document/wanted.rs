//! What a value should be: the words for it, and an example that shows its shape.

/// Words in French and in English.
pub(crate) type Words = (&'static str, &'static str);

#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    /// What it is.
    pub(crate) what: Words,
    /// What to write.
    pub(crate) write: Words,
}

const fn wanted(what: Words, write: Words) -> Wanted {
    Wanted { what, write }
}

impl Wanted {
    pub(crate) const TEXT: Wanted = wanted(
        ("un texte", "a text"),
        ("un texte, entre guillemets droits : `\"…\"`", "a text, between straight quotes: `\"…\"`"),
    );
    pub(crate) const BILINGUAL: Wanted = wanted(
        ("un objet", "an object"),
        ("le texte dans ses deux langues : `{fr: …, en: …}`", "the text in both languages: `{fr: …, en: …}`"),
    );
    pub(crate) const NUMBER: Wanted =
        wanted(("un nombre", "a number"), ("un nombre, par exemple `12.5`", "a number, for example `12.5`"));
    pub(crate) const INTEGER: Wanted = wanted(
        ("un nombre entier", "a whole number"),
        ("un nombre entier, par exemple `12`", "a whole number, for example `12`"),
    );
    pub(crate) const BOOLEAN: Wanted =
        wanted(("`true` ou `false`", "`true` or `false`"), ("`true` ou `false`", "`true` or `false`"));
    pub(crate) const DATE: Wanted = wanted(
        ("une date", "a date"),
        ("une date, par exemple `2025-03-31`", "a date, for example `2025-03-31`"),
    );
    pub(crate) const DURATION: Wanted = wanted(
        ("une durée", "a duration"),
        ("une durée, par exemple `P18M`", "a duration, for example `P18M`"),
    );
    pub(crate) const FIELD: Wanted = wanted(
        ("un texte, un nombre ou un booléen", "a text, a number or a boolean"),
        (
            "la valeur du champ, par exemple `\"…\"`, `12.5` ou `true`",
            "the value of the field, for example `\"…\"`, `12.5` or `true`",
        ),
    );
    pub(crate) const OBJECT: Wanted = wanted(
        ("un objet", "an object"),
        ("des clés et leurs valeurs : `{clé: valeur}`", "keys and their values: `{key: value}`"),
    );
    pub(crate) const LIST: Wanted = wanted(
        ("une liste", "a list"),
        (
            "une liste : `[…]`, ou une ligne `- …` pour chaque élément",
            "a list: `[…]`, or a line `- …` for each item",
        ),
    );
}
