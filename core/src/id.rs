//! Validated identifiers.

use crate::limits;
use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// The id of a standard, group, control, criterion, record, …: 1 to 128 characters of any script, without white space,
/// control characters, bidi controls or invisible formatting characters. Case counts; nothing is normalised.
///
/// ```
/// use kolosi::Id;
/// assert!("ɲɛtaasira-2063".parse::<Id>().is_ok());
/// assert!("two words".parse::<Id>().is_err());
/// assert!("a\u{202e}b".parse::<Id>().is_err());
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

/// The text is no [`Id`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidId;

impl fmt::Display for InvalidId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id has 1 to 128 characters, without spaces, control or invisible characters")
    }
}

impl std::error::Error for InvalidId {}

impl FromStr for Id {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Id, InvalidId> {
        let length = text.chars().take(limits::ID_CHARACTERS + 1).count();
        let fits = (1..=limits::ID_CHARACTERS).contains(&length);
        if fits && !text.chars().any(is_refused) { Ok(Id(text.into())) } else { Err(InvalidId) }
    }
}

/// What no id holds.
pub(crate) fn is_refused(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_invisible(c)
}

/// Format characters that a reader cannot see, or that reorder what he sees (Unicode category Cf, tags and fillers).
#[must_use]
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

impl Id {
    /// Stands in for an id that could not be read.
    pub(crate) fn blank() -> Id {
        Id("?".into())
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Id {
    fn eq(&self, other: &str) -> bool {
        &*self.0 == other
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}
