//! Checking a mapping against the frameworks that it is between (E12.4).

use super::framework::Framework;
use super::model::{Model, Side, Target};
use super::{Mapping, Relation};
use crate::Id;
use crate::document::{Located, Reader};
use crate::problem::{Code, Problems, listed, nearest, quoted};
use std::collections::BTreeMap;

/// A mapping whose sides are there, are what it pins, and have what its edges name.
#[derive(Clone, Debug)]
pub struct Linked {
    pub(crate) mapping: Mapping,
    pub(crate) source: Framework,
    pub(crate) target: Framework,
    /// In the order of the document.
    pub(crate) edges: Vec<LinkedEdge>,
}

/// An edge by the places of what it joins.
#[derive(Clone, Debug)]
pub(crate) struct LinkedEdge {
    /// Among the controls of the source.
    pub(crate) from: Vec<usize>,
    pub(crate) to: LinkedTarget,
    pub(crate) relation: Relation,
}

/// What an edge goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum LinkedTarget {
    /// By its place among the controls of the target.
    Control(usize),
    /// By the place of its control, and its own among that one's criteria.
    Criterion { control: usize, criterion: usize },
}

impl Linked {
    /// The mapping.
    #[must_use]
    pub fn mapping(&self) -> &Mapping {
        &self.mapping
    }

    /// The framework that its edges come from.
    #[must_use]
    pub fn source(&self) -> &Framework {
        &self.source
    }

    /// The framework that its edges go to.
    #[must_use]
    pub fn target(&self) -> &Framework {
        &self.target
    }
}

pub(super) fn link(mapping: &Mapping, among: &[Framework]) -> Result<Linked, Problems> {
    let tree = &mapping.0.tree;
    let mut reader = Reader::new(tree);
    let model = mapping.model();
    let linked = link_noting(&mut reader, mapping, model, among);
    let (found, _) = reader.finish(tree);
    let warnings = found.conclude()?;
    linked.ok_or_else(|| Problems::sorted(warnings, 0))
}

/// `None` where a problem was found.
fn link_noting(reader: &mut Reader, mapping: &Mapping, model: &Model, among: &[Framework]) -> Option<Linked> {
    let source = find(reader, &model.source, among);
    let target = find(reader, &model.target, among);
    let sources = source.map(|source| Names::of(source, &model.source));
    let targets = target.map(|target| Names::of(target, &model.target));
    if let Some(names) = &sources {
        let from = model.edges.iter().flat_map(|edge| &edge.from);
        names.pinned(reader, from.filter(|id| !names.controls.contains_key(&id.value)));
    }
    if let Some(names) = &targets {
        let to = model.edges.iter().filter(|edge| names.target(&edge.to).is_none());
        names.pinned(reader, to.map(|edge| edge.to.id()));
    }
    let mut edges = Vec::new();
    for edge in &model.edges {
        let from = sources.as_ref().map(|names| {
            let control = |id| names.controls.get(&id).copied();
            edge.from
                .iter()
                .filter_map(|id| control(&id.value).or_else(|| names.unknown(reader, id)))
                .collect()
        });
        let to = targets
            .as_ref()
            .and_then(|names| names.target(&edge.to).or_else(|| names.unknown_target(reader, &edge.to)));
        if let (Some(from), Some(to)) = (from, to) {
            edges.push(LinkedEdge { from, to, relation: edge.relation });
        }
    }
    Some(Linked { mapping: mapping.clone(), source: source?.clone(), target: target?.clone(), edges })
}

/// The framework of a side: of those with its id, the one that it pins, else the first.
pub(super) fn find<'f>(reader: &mut Reader, side: &Side, among: &'f [Framework]) -> Option<&'f Framework> {
    let named = || among.iter().filter(|framework| framework.is_named_by(side));
    let found = named().find(|framework| framework.holds(side)).or_else(|| named().next());
    if found.is_none() {
        let id = side.standard.value.as_str();
        let near =
            nearest(id, among.iter().map(|framework| framework.id().as_str()).filter(|near| *near != id));
        reader.problem(Code::UnknownStandard, side.standard.spot, &[id, &near]);
    }
    found
}

/// The names of a framework, as a side of a mapping uses them.
struct Names<'n> {
    framework: &'n Framework,
    side: &'n Side,
    controls: BTreeMap<&'n Id, usize>,
    criteria: BTreeMap<&'n Id, LinkedTarget>,
}

impl<'n> Names<'n> {
    fn of(framework: &'n Framework, side: &'n Side) -> Names<'n> {
        let controls = (0..).zip(framework.control_ids()).map(|(at, id)| (id, at)).collect();
        let mut criteria = BTreeMap::new();
        if let Framework::Standard(standard) = framework {
            for (control, of) in standard.model().controls().into_iter().enumerate() {
                for (criterion, asked) in of.criteria.iter().enumerate() {
                    criteria.insert(&asked.id.value, LinkedTarget::Criterion { control, criterion });
                }
            }
        }
        Names { framework, side, controls, criteria }
    }

    fn target(&self, target: &Target) -> Option<LinkedTarget> {
        match target {
            Target::Control(id) => self.controls.get(&id.value).copied().map(LinkedTarget::Control),
            Target::Criterion(id) => self.criteria.get(&id.value).copied(),
        }
    }

    /// Whether the framework is what the side pins; else what is pinned, what is there, and which ids are gone.
    fn pinned<'i>(&self, reader: &mut Reader, gone: impl Iterator<Item = &'i Located<Id>> + Clone) {
        let Names { framework, side, .. } = self;
        if framework.holds(side) {
            return;
        }
        let first = gone.clone().next().map_or(side.standard.spot, |id| id.spot);
        let mut lost: Vec<&str> = gone.map(|id| id.value.as_str()).collect();
        lost.sort_unstable();
        lost.dedup();
        let none = lost.is_empty();
        let lost = listed(lost);
        let args = vec![
            quoted(side.standard.value.as_str()),
            quoted(&side.edition.value),
            side.pin.value.digest().to_owned(),
            quoted(framework.edition()),
            framework.digest().to_owned(),
            if none { "aucun".to_owned() } else { lost.clone() },
            if none { "none".to_owned() } else { lost },
        ];
        reader.problem_beside(Code::BrokenPin, side.pin.spot, args, first);
    }

    fn unknown<T>(&self, reader: &mut Reader, id: &Located<Id>) -> Option<T> {
        reader.unknown_beside(id, self.controls.keys().map(|id| id.as_str()), self.side.standard.spot);
        None
    }

    fn unknown_target(&self, reader: &mut Reader, target: &Target) -> Option<LinkedTarget> {
        match target {
            Target::Control(id) => self.unknown(reader, id),
            Target::Criterion(id) => {
                let known = self.criteria.keys().map(|id| id.as_str());
                reader.unknown_beside(id, known, self.side.standard.spot);
                None
            }
        }
    }
}
