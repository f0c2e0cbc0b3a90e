//! What a mapping and an id list say, as read.

use super::relation::Relation;
use crate::audit::result::EdgeWords;
use crate::document::{Located, Spot};
use crate::{Basis, Id, Text};

#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) id: Id,
    pub(crate) edition: String,
    pub(crate) title: Text,
    pub(crate) description: Option<Text>,
    pub(crate) basis: Basis,
    /// A, the framework that edges come from.
    pub(crate) source: Side,
    /// B, the framework that edges go to.
    pub(crate) target: Side,
    pub(crate) edges: Vec<Edge>,
}

/// A framework, and what it was when the mapping was made (E12.4).
#[derive(Debug)]
pub(crate) struct Side {
    pub(crate) standard: Located<Id>,
    pub(crate) edition: Located<String>,
    pub(crate) pin: Located<Pin>,
}

/// By which digest a side is pinned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Pin {
    /// That of its standard.
    Standard(String),
    /// That of the list of its ids.
    Ids(String),
}

impl Pin {
    pub(crate) fn digest(&self) -> &str {
        match self {
            Pin::Standard(digest) | Pin::Ids(digest) => digest,
        }
    }
}

#[derive(Debug)]
pub(crate) struct Edge {
    /// Controls of the source; several only where they are joined by [`Relation::CoveredBy`].
    pub(crate) from: Vec<Located<Id>>,
    pub(crate) to: Target,
    pub(crate) relation: Relation,
    pub(crate) rationale: Text,
    pub(crate) confidence: Confidence,
    pub(crate) spot: Spot,
}

impl Edge {
    pub(crate) fn words(&self) -> EdgeWords {
        EdgeWords {
            from: self.from.iter().map(|id| id.value.to_string()).collect(),
            to: self.to.id().value.to_string(),
            relation: self.relation.as_str(),
        }
    }
}

/// What an edge goes to.
#[derive(Debug)]
pub(crate) enum Target {
    Control(Located<Id>),
    Criterion(Located<Id>),
}

impl Target {
    pub(crate) fn id(&self) -> &Located<Id> {
        match self {
            Target::Control(id) | Target::Criterion(id) => id,
        }
    }
}

/// How sure the author of an edge is of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// High.
    High,
    /// Medium.
    Medium,
    /// Low.
    Low,
}

impl Confidence {
    pub(crate) const WORDS: &[(&str, Confidence)] =
        &[("high", Confidence::High), ("medium", Confidence::Medium), ("low", Confidence::Low)];

    /// The word for it: `high`, `medium` or `low`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Confidence::High => "high",
            Confidence::Medium => "medium",
            Confidence::Low => "low",
        }
    }
}

#[derive(Debug)]
pub(crate) struct IdListModel {
    pub(crate) id: Id,
    pub(crate) edition: String,
    pub(crate) title: Text,
    pub(crate) ids: Vec<Located<Id>>,
}
