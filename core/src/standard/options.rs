//! What an audit is asked to do.

use crate::problem::{Code, Place, Problem, Problems, listed, nearest, quoted};
use crate::{Assurance, Date, Standard};
use std::collections::BTreeMap;

/// The options of an audit. The date is always given: no clock is read (E1.4).
///
/// ```
/// use kolosi::{Assurance, Options};
/// let options = Options::new("2025-12-31".parse()?).assurance(Assurance::Documented);
/// assert_eq!(options.as_of.to_string(), "2025-12-31");
/// # Ok::<(), kolosi::InvalidDate>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// The date of the audit.
    pub as_of: Date,
    /// The least assurance of a record that counts (E3.1); `declared` unless said otherwise.
    pub assurance: Assurance,
    /// A profile of the standard.
    pub profile: Option<String>,
    /// Parameters set by name, after those of the profile (E2.6). Values as a document would write them.
    pub parameters: BTreeMap<String, String>,
}

impl Options {
    /// An audit as of this date, of everything said.
    #[must_use]
    pub fn new(as_of: Date) -> Options {
        Options { as_of, assurance: Assurance::Declared, profile: None, parameters: BTreeMap::new() }
    }

    /// The options as a caller writes them.
    ///
    /// # Errors
    /// `as-of-missing`, `invalid-date` or `unknown-value`, with the path of the option.
    pub fn parse(as_of: Option<&str>, assurance: Option<&str>) -> Result<Options, Problems> {
        let problem = |code, path: &str, args: &[&str]| {
            let args = args.iter().map(|arg| quoted(arg)).collect();
            Problem::new(code, Place { path: path.to_owned(), ..Place::default() }, args, Vec::new())
        };
        let mut problems = Vec::new();
        let date = match as_of.map(|text| (text, text.parse::<Date>())) {
            None => {
                problems.push(problem(Code::AsOfMissing, "/as_of", &[]));
                Date::FIRST
            }
            Some((_, Ok(date))) => date,
            Some((text, Err(_))) => {
                problems.push(problem(Code::InvalidDate, "/as_of", &[text]));
                Date::FIRST
            }
        };
        let words = || Assurance::WORDS.iter().map(|(word, _)| *word);
        let least = assurance.map_or(Some(Assurance::Declared), Assurance::from_name);
        if let (None, Some(text)) = (least, assurance) {
            let near = nearest(text, words());
            problems.push(problem(Code::UnknownValue, "/assurance", &[text, &listed(words()), &near]));
        }
        match least {
            Some(least) if problems.is_empty() => Ok(Options::new(date).assurance(least)),
            _ => Err(Problems::sorted(problems, 0)),
        }
    }

    /// Only records of at least this assurance count.
    #[must_use]
    pub fn assurance(mut self, assurance: Assurance) -> Options {
        self.assurance = assurance;
        self
    }

    /// Under this profile of the standard.
    #[must_use]
    pub fn profile(mut self, profile: impl Into<String>) -> Options {
        self.profile = Some(profile.into());
        self
    }

    /// The same for another standard: the date, the assurance, and those of the parameters that it declares; under none of its profiles.
    ///
    /// ```
    /// use kolosi::Options;
    /// let options = Options::new("2025-12-31".parse()?).profile("public").set("evidence-age", "P18M");
    /// let other = options.carried_to(&kolosi::bundled("itu-gci-2024")?);
    /// assert_eq!((other.as_of, other.profile, other.parameters.len()), (options.as_of, None, 0));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn carried_to(&self, standard: &Standard) -> Options {
        let declared = |name: &String| standard.model().parameter(name).is_some();
        let parameters = self.parameters.iter().filter(|(name, _)| declared(name));
        Options {
            profile: None,
            parameters: parameters.map(|(name, value)| (name.clone(), value.clone())).collect(),
            ..self.clone()
        }
    }

    /// With this parameter set.
    #[must_use]
    pub fn set(mut self, name: impl Into<String>, value: impl Into<String>) -> Options {
        self.parameters.insert(name.into(), value.into());
        self
    }
}
