//! Every word of the reports, in both languages, French first.

pub(crate) mod card;
mod changes;
mod codes;
pub(crate) mod crosswalk;
pub(crate) mod inference;
mod labels;
pub(crate) mod portfolio;

pub(crate) use changes::*;
pub(crate) use codes::{
    assurance, assurance_meaning, basis, better, combine, legal_status, met, method, parameter, reason,
    severity, state, subject, verdict, verdict_shape, verdicts, waiver_status,
};
pub(crate) use labels::*;

use super::format;
use super::phrase::Phrase;
use crate::Lang;

/// A word, or a sentence with `{}` where its parts go, in French and in English.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word(pub(crate) &'static str, pub(crate) &'static str);

impl Word {
    /// The word, typeset.
    pub(crate) fn say(self, lang: Lang) -> String {
        lang.typeset(lang.pick(self.0, self.1))
    }

    /// The sentence with its parts.
    pub(crate) fn fill(self, lang: Lang, parts: impl IntoIterator<Item = Phrase>) -> Phrase {
        Phrase::fill(lang, lang.pick(self.0, self.1), parts)
    }

    /// The sentence with plain parts of our own making, such as numbers.
    pub(crate) fn with(self, lang: Lang, parts: &[&str]) -> String {
        self.fill(lang, parts.iter().map(|part| Phrase::words(*part))).plain()
    }
}

/// The word for one, or the word for any other number, with the number in it where it has a `{}`.
pub(crate) fn counted(lang: Lang, count: usize, one: Word, many: Word) -> String {
    let count = count as u64;
    let word = if format::is_one(lang, count) { one } else { many };
    word.with(lang, &[&format::exact(lang, &count.to_string())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::Reason;

    #[test]
    fn every_reason_has_its_sentence() {
        for code in Reason::ALL.map(Reason::as_str) {
            assert!(reason(code).is_some(), "{code}");
        }
    }
}
