//! Bilingual text.

use std::fmt;
use std::str::FromStr;

/// A language of texts and messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// French, the master language of standards and reports.
    Fr,
    /// English.
    En,
}

impl Lang {
    /// The code: `fr` or `en`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Lang::Fr => "fr",
            Lang::En => "en",
        }
    }

    /// A text with the spaces of its language: in French those before `: ; ! ? %` and inside guillemets do not break. For our own
    /// words and the standard's, never for what a dossier says.
    ///
    /// ```
    /// use kolosi::Lang;
    /// assert_eq!(Lang::Fr.typeset("« oui » : 5 % ?"), "«\u{a0}oui\u{a0}»\u{a0}: 5\u{202f}%\u{202f}?");
    /// assert_eq!(Lang::En.typeset("yes: 5%?"), "yes: 5%?");
    /// ```
    #[must_use]
    pub fn typeset(self, text: &str) -> String {
        const NO_BREAK: char = '\u{a0}';
        const NARROW_NO_BREAK: char = '\u{202f}';
        if self == Lang::En {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len() + 8);
        let mut signs = text.chars().peekable();
        let mut before = None;
        while let Some(sign) = signs.next() {
            out.push(match (before, sign, signs.peek()) {
                (_, ' ', Some(';' | '!' | '?' | '%')) => NARROW_NO_BREAK,
                (_, ' ', Some(':' | '»')) | (Some('«'), ' ', _) => NO_BREAK,
                _ => sign,
            });
            before = Some(sign);
        }
        out
    }

    /// `fr` or `en`, whichever this language is.
    pub(crate) fn pick<T>(self, fr: T, en: T) -> T {
        match self {
            Lang::Fr => fr,
            Lang::En => en,
        }
    }

    fn other(self) -> Lang {
        self.pick(Lang::En, Lang::Fr)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The text names no language known here: `fr` and `en` are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownLang;

impl fmt::Display for UnknownLang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the languages are fr and en")
    }
}

impl std::error::Error for UnknownLang {}

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(text: &str) -> Result<Lang, UnknownLang> {
        match text {
            "fr" => Ok(Lang::Fr),
            "en" => Ok(Lang::En),
            _ => Err(UnknownLang),
        }
    }
}

/// A text in French, English or both; at least one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    fr: Option<String>,
    en: Option<String>,
}

impl Text {
    /// The text in the languages given; `None` where neither is.
    #[must_use]
    pub fn new(fr: Option<String>, en: Option<String>) -> Option<Text> {
        (fr.is_some() || en.is_some()).then_some(Text { fr, en })
    }

    pub(crate) fn blank() -> Text {
        Text { fr: None, en: None }
    }

    /// The text in one language only.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> Option<&str> {
        lang.pick(&self.fr, &self.en).as_deref()
    }

    /// The text in the language asked for, else in the other; with the language it is really in, so that a reader can mark
    /// a fallback (E2.4).
    #[must_use]
    pub fn best(&self, lang: Lang) -> (&str, Lang) {
        match (self.in_lang(lang), self.in_lang(lang.other())) {
            (Some(text), _) => (text, lang),
            (None, Some(text)) => (text, lang.other()),
            (None, None) => ("", lang),
        }
    }
}
