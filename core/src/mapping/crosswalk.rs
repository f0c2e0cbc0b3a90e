//! Two frameworks side by side: which controls have a counterpart, which have none.

use super::framework::Framework;
use super::link::Linked;
use super::model::{Edge, Target};
use super::relation::Relation;
use crate::Id;
use std::collections::{BTreeMap, BTreeSet};

/// What mappings say of two frameworks, read from the one to the other: controls without a counterpart, and pairs.
#[derive(Clone, Debug)]
pub struct Crosswalk {
    pub(crate) from: Framework,
    pub(crate) to: Framework,
    /// Those that are between the two, in either direction.
    pub(crate) mappings: Vec<Linked>,
}

/// An edge as it is read from one framework to the other.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pair<'c> {
    pub(crate) edge: &'c Edge,
    /// Read from its target to its source.
    pub(crate) inverse: bool,
    /// Among the mappings of the crosswalk.
    #[cfg_attr(
        not(feature = "report"),
        allow(dead_code, reason = "only reports name the mapping of a pair")
    )]
    pub(crate) mapping: usize,
}

/// A control, or one of its criteria, at an end of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct End<'c> {
    pub(crate) id: &'c Id,
    pub(crate) is_criterion: bool,
}

impl Crosswalk {
    /// From one framework to another, by those of these mappings that are between them; `None` where none is.
    #[must_use]
    pub fn new(from: &Id, to: &Id, mappings: &[Linked]) -> Option<Crosswalk> {
        let forwards = |it: &Linked| it.source().id() == from && it.target().id() == to;
        let backwards = |it: &Linked| it.source().id() == to && it.target().id() == from;
        let mappings: Vec<Linked> =
            mappings.iter().filter(|it| forwards(it) || backwards(it)).cloned().collect();
        let first = mappings.first()?;
        let (a, b) = (first.source().clone(), first.target().clone());
        let (from, to) = if forwards(first) { (a, b) } else { (b, a) };
        Some(Crosswalk { from, to, mappings })
    }

    /// The framework that it is read from.
    #[must_use]
    pub fn from(&self) -> &Framework {
        &self.from
    }

    /// The framework that it is read to.
    #[must_use]
    pub fn to(&self) -> &Framework {
        &self.to
    }

    /// The ids of the controls that nothing relates to one of the other side: of the first framework, and of the second.
    #[must_use]
    pub fn gaps(&self) -> [Vec<&Id>; 2] {
        let owners = [owners(&self.from), owners(&self.to)];
        let mut related = [BTreeSet::new(), BTreeSet::new()];
        for pair in self.pairs().into_iter().filter(|it| it.edge.relation != Relation::NoRelationship) {
            let ends = [pair.from(), pair.to()];
            for ((related, ends), owners) in related.iter_mut().zip(ends).zip(&owners) {
                for end in ends {
                    let owner = if end.is_criterion { owners.get(end.id).copied() } else { Some(end.id) };
                    related.extend(owner);
                }
            }
        }
        let [from, to] = related;
        let (mut gaps_from, mut gaps_to) = (self.from.control_ids(), self.to.control_ids());
        gaps_from.retain(|id| !from.contains(id));
        gaps_to.retain(|id| !to.contains(id));
        [gaps_from, gaps_to]
    }

    /// Every edge, by the order of the first framework, then of the second.
    pub(crate) fn pairs(&self) -> Vec<Pair<'_>> {
        let (from, to) = (order(&self.from), order(&self.to));
        let mut pairs = Vec::new();
        for (mapping, linked) in self.mappings.iter().enumerate() {
            let inverse = linked.source().id() != self.from.id();
            let edges = linked.mapping().model().edges.iter();
            pairs.extend(edges.map(|edge| Pair { edge, inverse, mapping }));
        }
        let place = |order: &BTreeMap<&Id, usize>, ends: Vec<End<'_>>| {
            ends.iter().map(|end| order.get(end.id).copied().unwrap_or(usize::MAX)).min()
        };
        pairs.sort_by_cached_key(|pair| (place(&from, pair.from()), place(&to, pair.to())));
        pairs
    }
}

/// The control of each criterion.
fn owners(framework: &Framework) -> BTreeMap<&Id, &Id> {
    let Framework::Standard(standard) = framework else { return BTreeMap::new() };
    let controls = standard.model().controls().into_iter();
    controls
        .flat_map(|control| control.criteria.iter().map(|criterion| (&criterion.id.value, &control.id.value)))
        .collect()
}

/// Where the controls and criteria of a framework stand.
fn order(framework: &Framework) -> BTreeMap<&Id, usize> {
    let mut order: BTreeMap<&Id, usize> =
        framework.control_ids().into_iter().enumerate().map(|(at, id)| (id, at)).collect();
    for (criterion, control) in owners(framework) {
        if let Some(at) = order.get(control).copied() {
            order.entry(criterion).or_insert(at);
        }
    }
    order
}

impl<'c> Pair<'c> {
    /// What stands on the side that is read from.
    pub(crate) fn from(&self) -> Vec<End<'c>> {
        if self.inverse { self.target() } else { self.source() }
    }

    /// What stands on the side that is read to.
    pub(crate) fn to(&self) -> Vec<End<'c>> {
        if self.inverse { self.source() } else { self.target() }
    }

    fn source(&self) -> Vec<End<'c>> {
        self.edge.from.iter().map(|id| End { id: &id.value, is_criterion: false }).collect()
    }

    fn target(&self) -> Vec<End<'c>> {
        let is_criterion = matches!(self.edge.to, Target::Criterion(_));
        vec![End { id: &self.edge.to.id().value, is_criterion }]
    }
}
