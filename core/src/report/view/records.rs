//! The subject and the records of an audit, read back from their canonical JSON.

use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Subject {
    pub(crate) id: String,
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) attributes: BTreeMap<String, String>,
    #[serde(default)]
    pub(crate) fictional: bool,
}

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Record {
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) control: OneOrMany,
    #[serde(default)]
    pub(crate) criterion: OneOrMany,
    pub(crate) observed: String,
    pub(crate) received: Option<String>,
    pub(crate) expires: Option<String>,
    pub(crate) answer: Option<String>,
    pub(crate) value: Option<String>,
    pub(crate) sample: Option<Sample>,
    #[serde(default)]
    pub(crate) data: BTreeMap<String, Datum>,
    pub(crate) kind: Option<String>,
    assurance: Option<String>,
    pub(crate) method: Option<String>,
    #[serde(default)]
    pub(crate) source: Source,
    pub(crate) by: Option<String>,
    #[serde(default)]
    pub(crate) supersedes: OneOrMany,
    pub(crate) withdrawn: Option<Withdrawn>,
    pub(crate) remark: Option<String>,
}

/// An id, or a list of ids.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(untagged)]
pub(crate) enum OneOrMany {
    #[default]
    None,
    One(String),
    Many(Vec<String>),
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct Sample {
    pub(crate) checked: String,
    pub(crate) exceptions: String,
    pub(crate) population: String,
}

/// The value of a field.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(untagged)]
pub(crate) enum Datum {
    Boolean(bool),
    Text(String),
}

#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Source {
    pub(crate) id: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) uri: Option<String>,
    pub(crate) locator: Option<String>,
    pub(crate) sha256: Option<String>,
    pub(crate) bytes: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Withdrawn {
    pub(crate) date: String,
    pub(crate) reason: String,
}

/// What makes two records be of one source (E3.2): three name spaces, and each record without any of them for itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SourceKey<'r> {
    Id(&'r str),
    Uri(&'r str),
    Title(&'r str),
    Itself(&'r str),
}

impl OneOrMany {
    pub(crate) fn as_slice(&self) -> &[String] {
        match self {
            OneOrMany::None => &[],
            OneOrMany::One(id) => std::slice::from_ref(id),
            OneOrMany::Many(ids) => ids,
        }
    }
}

impl Record {
    pub(crate) fn assurance(&self) -> crate::Assurance {
        self.assurance.as_deref().and_then(crate::Assurance::from_name).unwrap_or(crate::Assurance::Declared)
    }

    pub(crate) fn source_key(&self) -> SourceKey<'_> {
        let Source { id, uri, title, .. } = &self.source;
        match (id, uri, title) {
            (Some(id), _, _) => SourceKey::Id(id),
            (None, Some(uri), _) => SourceKey::Uri(uri),
            (None, None, Some(title)) => SourceKey::Title(title),
            (None, None, None) => SourceKey::Itself(&self.id),
        }
    }
}

impl Source {
    /// What to call it: its title, else its address, else its id.
    pub(crate) fn name(&self) -> Option<&str> {
        self.title.as_deref().or(self.uri.as_deref()).or(self.id.as_deref())
    }
}
