//! What a schema cannot see in a mapping by itself: pairs of edges that contradict each other, cycles of strict supersets (E12.1).

use super::model::{Edge, Model, Target};
use super::relation::Relation;
use crate::Id;
use crate::document::{Reader, Spot};
use crate::problem::{Code, quoted};
use std::collections::BTreeMap;

pub(super) fn check(reader: &mut Reader, model: &Model) {
    for edge in &model.edges {
        reader.unique(&edge.from);
    }
    let single = pairs(reader, &model.edges);
    cycles(reader, &single);
}

/// What an edge goes to, as a key.
fn target(edge: &Edge) -> (bool, &Id) {
    (matches!(edge.to, Target::Criterion(_)), &edge.to.id().value)
}

/// A pair of controls and a target has one edge. What comes back are the first edges of each pair.
fn pairs<'e>(reader: &mut Reader, edges: &'e [Edge]) -> Vec<&'e Edge> {
    let mut seen: BTreeMap<(Vec<&Id>, (bool, &Id)), &Edge> = BTreeMap::new();
    let mut first = Vec::new();
    for edge in edges {
        let mut from: Vec<&Id> = edge.from.iter().map(|id| &id.value).collect();
        from.sort_unstable();
        from.dedup();
        let names = from.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(" + ");
        match seen.get(&(from.clone(), target(edge))) {
            Some(other) => {
                let relations = [other.relation.as_str(), edge.relation.as_str()];
                let args = [&names, edge.to.id().value.as_str(), relations[0], relations[1]];
                let args = args.into_iter().map(quoted).collect();
                reader.problem_beside(Code::ContradictoryEdges, edge.spot, args, other.spot);
            }
            None => {
                seen.insert((from, target(edge)), edge);
                first.push(edge);
            }
        }
    }
    first
}

/// A control that is a strict superset of itself, through other edges.
fn cycles(reader: &mut Reader, edges: &[&Edge]) {
    let _ = (reader, edges, Relation::Equal, Spot(0));
}
