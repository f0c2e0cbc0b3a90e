//! What a schema cannot see in a mapping by itself (E12.1): edges that contradict each other.

use super::cycle;
use super::model::{Edge, Model, Target};
use crate::Id;
use crate::document::Reader;
use crate::problem::{Code, quoted};
use std::collections::BTreeMap;

pub(super) fn check(reader: &mut Reader, model: &Model) {
    for edge in &model.edges {
        reader.unique(&edge.from);
    }
    let first = first_of_pairs(reader, &model.edges);
    cycle::check(reader, &first);
}

/// The controls and the target of an edge, in whatever order they are written; whether the target is a criterion.
type Pair<'e> = (Vec<&'e Id>, bool, &'e Id);

fn pair(edge: &Edge) -> Pair<'_> {
    let mut from: Vec<&Id> = edge.from.iter().map(|id| &id.value).collect();
    from.sort_unstable();
    from.dedup();
    (from, matches!(edge.to, Target::Criterion(_)), &edge.to.id().value)
}

/// The first edge of each pair; any other is a problem.
fn first_of_pairs<'e>(reader: &mut Reader, edges: &'e [Edge]) -> Vec<&'e Edge> {
    let mut seen: BTreeMap<Pair, &Edge> = BTreeMap::new();
    let mut first = Vec::new();
    for edge in edges {
        let pair = pair(edge);
        if let Some(other) = seen.get(&pair) {
            let from = pair.0.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(" + ");
            let words = [&from, pair.2.as_str(), other.relation.as_str(), edge.relation.as_str()];
            let args = words.into_iter().map(quoted).collect();
            reader.problem_beside(Code::ContradictoryEdges, edge.spot, args, other.spot);
        } else {
            seen.insert(pair, edge);
            first.push(edge);
        }
    }
    first
}
