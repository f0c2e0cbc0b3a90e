//! Sentences made of our words and of other people's: what an outer form (HTML, text) needs to keep the two apart.

use super::format;
use crate::{Lang, Text};

/// One piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Our own words, in the language of the report.
    Words(String),
    /// A text of the standard, in the language that it is really in.
    Text { text: String, lang: Lang, fallback: bool },
    /// What a document says, in a language that nobody knows.
    Data(String),
    /// A number as shown, and exactly; or a date, alike in both.
    Number { shown: String, exact: String },
}

/// A sentence, or part of one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Phrase(pub(crate) Vec<Piece>);

impl Piece {
    pub(crate) fn text(lang: Lang, text: &Text) -> Piece {
        let (best, really) = text.best(lang);
        // only spaces change, so that no line begins with a colon or a closing guillemet
        Piece::Text { text: really.typeset(best), lang: really, fallback: really != lang }
    }

    /// A date as tables write it.
    pub(crate) fn iso(date: &str) -> Piece {
        Piece::Number { shown: date.to_owned(), exact: date.to_owned() }
    }

    /// A number of a document, whole.
    pub(crate) fn number(lang: Lang, exact: &str) -> Piece {
        Piece::Number { shown: format::stated(lang, exact), exact: exact.to_owned() }
    }
}

impl Phrase {
    pub(crate) fn words(words: impl Into<String>) -> Phrase {
        Phrase(vec![Piece::Words(words.into())])
    }

    pub(crate) fn data(data: impl Into<String>) -> Phrase {
        Phrase(vec![Piece::Data(data.into())])
    }

    pub(crate) fn text(lang: Lang, text: &Text) -> Phrase {
        Phrase(vec![Piece::text(lang, text)])
    }

    /// A template with `{}` where the parts go in turn. The template is ours, and is typeset; the parts are left alone.
    pub(crate) fn fill(lang: Lang, template: &str, parts: impl IntoIterator<Item = Phrase>) -> Phrase {
        let mut parts = parts.into_iter();
        let mut out = Phrase::default();
        for (index, words) in lang.typeset(template).split("{}").enumerate() {
            if index > 0 {
                out.0.extend(parts.next().unwrap_or_default().0);
            }
            if !words.is_empty() {
                out.0.push(Piece::Words(words.to_owned()));
            }
        }
        out
    }

    /// All of them with `between` in between.
    pub(crate) fn join(phrases: impl IntoIterator<Item = Phrase>, between: &str) -> Phrase {
        let mut out = Phrase::default();
        for (index, phrase) in phrases.into_iter().enumerate() {
            if index > 0 {
                out.0.push(Piece::Words(between.to_owned()));
            }
            out.0.extend(phrase.0);
        }
        out
    }

    /// The sentence as plain text; a text in the other language ends with its code, `[en]`.
    pub(crate) fn plain(&self) -> String {
        let mut out = String::new();
        for piece in &self.0 {
            match piece {
                Piece::Words(text) | Piece::Data(text) => out.push_str(text),
                Piece::Number { shown, .. } => out.push_str(shown),
                Piece::Text { text, lang, fallback } => {
                    out.push_str(text);
                    if *fallback {
                        out.push_str(&format!(" [{}]", lang.code()));
                    }
                }
            }
        }
        out
    }
}
