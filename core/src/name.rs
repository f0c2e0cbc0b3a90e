//! Short texts: those of a document, or kept where they stand.

use smol_str::SmolStr;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::ops::Deref;

/// An id, a source, a name or a value. Where it is not borrowed and is short, as ids are, it takes no memory elsewhere: an
/// evaluation walks through records in a row, and every text that stood apart would cost it a wait for memory.
#[derive(Clone)]
pub(crate) enum Name<'d> {
    Borrowed(&'d str),
    Owned(SmolStr),
}

impl Deref for Name<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Name::Borrowed(text) => text,
            Name::Owned(text) => text,
        }
    }
}

impl<'d> From<Cow<'d, str>> for Name<'d> {
    fn from(text: Cow<'d, str>) -> Name<'d> {
        match text {
            Cow::Borrowed(text) => Name::Borrowed(text),
            Cow::Owned(text) => Name::Owned(text.into()),
        }
    }
}

impl From<&str> for Name<'static> {
    fn from(text: &str) -> Name<'static> {
        Name::Owned(text.into())
    }
}

impl From<String> for Name<'static> {
    fn from(text: String) -> Name<'static> {
        Name::Owned(text.into())
    }
}

impl PartialEq for Name<'_> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Name<'_> {}

impl PartialOrd for Name<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Name<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        (**self).cmp(&**other)
    }
}

impl fmt::Debug for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl fmt::Display for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}
