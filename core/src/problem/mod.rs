//! What is wrong with an input: a code, a place, and what to do about it.

mod codes;
#[cfg(feature = "explanations")]
mod explanation;
mod help;

pub use codes::{Class, Code, Severity};
#[cfg(feature = "explanations")]
pub use explanation::{Example, Explanation, Within};

use crate::Lang;
use crate::limits;
use codes::fill;
use serde::{Serialize, Serializer};
use std::fmt;

/// Where in a document a problem is.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line, from 1; 0 where the problem is in no line of a document.
    pub line: u32,
    /// Column in characters, from 1; 0 where `line` is.
    pub column: u32,
    /// JSON pointer to the value or key.
    pub path: String,
}

impl Place {
    /// The path as it can be shown: of what a terminal would act on, or nobody would see, a mark is left.
    ///
    /// ```
    /// use kolosi::Standard;
    /// let problems = Standard::from_slice(b"{\"\\u001b[2J\": 1}").unwrap_err();
    /// let unknown = problems.iter().find(|it| it.code().as_str() == "unknown-key").ok_or("not found")?;
    /// assert_eq!(unknown.place().path, "/\u{1b}[2J");
    /// assert_eq!(unknown.place().shown(), "/\u{fffd}[2J");
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn shown(&self) -> String {
        visible(&self.path)
    }
}

/// One thing wrong with an input.
///
/// ```
/// use kolosi::{Lang, Standard};
/// let problems = Standard::from_slice(b"{\"id\": \"x\", \"titel\": 1}").unwrap_err();
/// let typo = problems.iter().find(|problem| problem.code().as_str() == "unknown-key").ok_or("not found")?;
/// assert_eq!(typo.place().path, "/titel");
/// assert_eq!(typo.message(Lang::En), "unknown key `titel`");
/// assert_eq!(typo.help(Lang::En), "did you mean `title`?");
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    code: Code,
    place: Place,
    args: Vec<String>,
    related: Vec<Place>,
}

impl Problem {
    pub(crate) fn new(code: Code, place: Place, args: Vec<String>, related: Vec<Place>) -> Problem {
        // most are quoted already; a forged digest, or the name of a file, is not
        let args = args.into_iter().map(|arg| visible(&arg)).collect();
        Problem { code, place, args, related }
    }

    /// A problem with a whole input, such as a file that cannot be opened; `args` fill the placeholders of its message.
    #[must_use]
    pub fn of_input(code: Code, args: &[&str]) -> Problem {
        Problem::new(code, Place::default(), args.iter().map(|arg| (*arg).to_owned()).collect(), Vec::new())
    }

    /// The same in a file of which the document is one line.
    pub(crate) fn in_line(mut self, number: u64) -> Problem {
        let line = u32::try_from(number).unwrap_or(u32::MAX);
        for place in std::iter::once(&mut self.place).chain(&mut self.related) {
            place.line = line;
        }
        self
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> Code {
        self.code
    }

    /// Whether it keeps the document from being used.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.code.severity() == Severity::Error
    }

    /// Where it is.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// The problem without the values of the document, for a log that others read.
    ///
    /// ```
    /// use kolosi::{Lang, Options};
    /// let plan = kolosi::bundled("itu-gci-2024")?.compile(&Options::new("2024-12-31".parse()?))?;
    /// let problems = plan.dossier(br#"{"standard": {"id": "itu-gci-2024", "edition": "2024"}, "subject": {"id": "x", "name": "X"},
    ///     "evidence": [{"id": "r", "control": "legal", "observed": "2024-01-01", "value": 21}]}"#).unwrap_err();
    /// let problem = problems.iter().next().ok_or("none")?;
    /// assert_eq!(problem.message(Lang::En), "the value 21 is not between 0 and 20");
    /// assert_eq!(problem.masked().message(Lang::En), "the value … is not between 0 and 20");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn masked(&self) -> Problem {
        let values = match self.code {
            Code::UnknownValue
            | Code::InvalidId
            | Code::InvalidNumber
            | Code::NumberTooPrecise
            | Code::NotAnInteger
            | Code::NumberOutOfRange
            | Code::InvalidDate
            | Code::InvalidDuration
            | Code::InvalidSha256
            | Code::TypeMismatch
            | Code::ParameterOutOfBounds
            | Code::AnswerOffScale
            | Code::ValueOutOfRange => 1,
            Code::FromAfterUntil => 2,
            Code::SampleImpossible => 3,
            _ => 0,
        };
        let mut masked = self.clone();
        masked.args.iter_mut().take(values).for_each(|value| *value = "…".to_owned());
        masked
    }

    /// Other places that have to do with it, such as the first of two equal ids.
    #[must_use]
    pub fn related(&self) -> &[Place] {
        &self.related
    }

    /// What happened: lower case, no full stop, user text in backticks.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        fill(&lang.typeset(self.code.message_template(lang)), |index| self.arg(index))
    }

    /// What to do.
    #[must_use]
    pub fn help(&self, lang: Lang) -> String {
        help::better(self, lang)
            .unwrap_or_else(|| fill(&lang.typeset(self.code.help_template(lang)), |index| self.arg(index)))
    }

    /// The text of a placeholder; "" where there is none.
    fn arg(&self, index: usize) -> &str {
        self.args.get(index).map_or("", String::as_str)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.line > 0 {
            write!(f, "{}:{}: ", self.place.line, self.place.column)?;
        }
        write!(f, "{} [{}]", self.message(Lang::En), self.code.as_str())
    }
}

/// Words in both languages, for machines that speak to people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Both {
    en: String,
    fr: String,
}

impl Both {
    fn of(words: impl Fn(Lang) -> String) -> Both {
        Both { en: words(Lang::En), fr: words(Lang::Fr) }
    }
}

// members in alphabetical order, so that writing them is writing RFC 8785

impl Serialize for Place {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Shown<'a> {
            column: u32,
            line: u32,
            path: &'a str,
        }
        Shown { column: self.column, line: self.line, path: &self.path }.serialize(serializer)
    }
}

impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Shown<'a> {
            class: &'static str,
            code: &'static str,
            column: u32,
            help: Both,
            line: u32,
            message: Both,
            path: &'a str,
            related: &'a [Place],
            severity: &'static str,
        }
        Shown {
            class: self.code.class().as_str(),
            code: self.code.as_str(),
            column: self.place.column,
            help: Both::of(|lang| self.help(lang)),
            line: self.place.line,
            message: Both::of(|lang| self.message(lang)),
            path: &self.place.path,
            related: &self.related,
            severity: self.code.severity().as_str(),
        }
        .serialize(serializer)
    }
}

/// All problems of one input, in the order of their places; at most [`limits::PROBLEMS`], the rest counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems {
    list: Vec<Problem>,
    beyond: usize,
}

impl Problems {
    /// In order; `beyond` more were found and not kept.
    pub(crate) fn sorted(mut list: Vec<Problem>, beyond: usize) -> Problems {
        list.sort_by(|a, b| (&a.place, a.code.as_str(), &a.args).cmp(&(&b.place, b.code.as_str(), &b.args)));
        list.dedup();
        let beyond = beyond + list.len().saturating_sub(limits::PROBLEMS);
        list.truncate(limits::PROBLEMS);
        Problems { list, beyond }
    }

    /// The problems.
    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.list.iter()
    }

    /// How many more there are than [`iter`](Self::iter) gives.
    #[must_use]
    pub fn beyond(&self) -> usize {
        self.beyond
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Problems {
        Problems { list: vec![problem], beyond: 0 }
    }
}

impl<'a> IntoIterator for &'a Problems {
    type Item = &'a Problem;
    type IntoIter = std::slice::Iter<'a, Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.list.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{problem}")?;
        }
        if self.beyond > 0 {
            write!(f, "\nand {} more", self.beyond)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

/// User text for a message: in one line, at most 160 characters, nothing that a terminal would act on.
pub(crate) fn quoted(text: &str) -> String {
    const MOST: usize = 160;
    let end = text.char_indices().nth(MOST).map(|(end, _)| end);
    match end.and_then(|end| text.get(..end)) {
        Some(start) => visible(start) + "…",
        None => visible(text),
    }
}

/// A text in one line, in which nothing acts on a terminal or hides.
fn visible(text: &str) -> String {
    text.chars().map(|c| if c.is_control() || crate::id::is_invisible(c) { '\u{fffd}' } else { c }).collect()
}

/// A key as it stands in a JSON pointer (RFC 6901).
pub(crate) fn pointer(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// Known words as a list in backticks; as many as fit in 400 characters.
pub(crate) fn listed<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    const MOST: usize = 400;
    let mut list = String::new();
    for word in words {
        let comma = if list.is_empty() { "" } else { ", " };
        let next = format!("{comma}`{}`", quoted(word));
        if list.chars().count() + next.chars().count() > MOST {
            list.push_str(", …");
            break;
        }
        list.push_str(&next);
    }
    list
}

/// The known word nearest to a mistyped one, or "" where none is near (Damerau-Levenshtein, at most a third of its length).
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    // beyond this many words a guess helps nobody, and takes long
    const CANDIDATES: usize = 1_000;
    if word.len() > limits::ID_CHARACTERS * 4 {
        return String::new();
    }
    known
        .into_iter()
        .take(CANDIDATES)
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= (candidate.chars().count() / 3).max(1))
        .min()
        .map(|(_, candidate)| candidate.to_owned())
        .unwrap_or_default()
}
