//! Cycles of strict supersets: a control cannot contain more than itself (E12.1).

use super::model::{Edge, Target};
use super::relation::Relation;
use crate::Id;
use crate::document::{Reader, Spot};
use crate::problem::{Code, quoted};
use std::collections::BTreeMap;

/// Which requirements: of a control of the source, of one of the target, of a criterion of the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Source,
    Target,
    Criterion,
}

/// "The first contains the second", as an edge says it.
struct Arc<'e> {
    whole: usize,
    part: usize,
    edge: &'e Edge,
}

/// Name each edge of a strict superset that comes back to itself, through `equal` edges too, and the edge that it goes on by.
pub(super) fn check(reader: &mut Reader, edges: &[&Edge]) {
    let arcs = arcs(edges);
    let nodes = arcs.iter().map(|arc| arc.whole.max(arc.part) + 1).max().unwrap_or_default();
    let components = components(nodes, &arcs);
    let is_inside = |arc: &Arc| components.get(arc.whole) == components.get(arc.part);
    let strict = |arc: &Arc| arc.edge.relation != Relation::Equal;
    // strict ones last, so that they are those that are kept
    let (strict_arcs, equal): (Vec<&Arc>, Vec<&Arc>) =
        arcs.iter().filter(|arc| is_inside(arc)).partition(|arc| strict(arc));
    let onward: BTreeMap<usize, Spot> =
        equal.iter().chain(&strict_arcs).map(|arc| (arc.whole, arc.edge.spot)).collect();
    for arc in strict_arcs {
        let Arc { edge, part, .. } = arc;
        let (Some(from), Some(next)) = (edge.from.first(), onward.get(part)) else { continue };
        let (from, to) = (from.value.as_str(), edge.to.id().value.as_str());
        let (whole, part) = if edge.relation == Relation::SupersetOf { (from, to) } else { (to, from) };
        reader.problem_beside(Code::SupersetCycle, edge.spot, vec![quoted(whole), quoted(part)], *next);
    }
}

fn arcs<'e>(edges: &[&'e Edge]) -> Vec<Arc<'e>> {
    let mut known: BTreeMap<(Place, &Id), usize> = BTreeMap::new();
    let mut number = |place, id| {
        let next = known.len();
        *known.entry((place, id)).or_insert(next)
    };
    let mut arcs = Vec::new();
    for edge in edges {
        let [from] = edge.from.as_slice() else { continue };
        let (superset, subset) = match edge.relation {
            Relation::Equal => (true, true),
            Relation::SupersetOf => (true, false),
            Relation::SubsetOf => (false, true),
            Relation::IntersectsWith | Relation::NoRelationship | Relation::CoveredBy => continue,
        };
        let from = number(Place::Source, &from.value);
        let to = match &edge.to {
            Target::Control(id) => number(Place::Target, &id.value),
            Target::Criterion(id) => number(Place::Criterion, &id.value),
        };
        if superset {
            arcs.push(Arc { whole: from, part: to, edge });
        }
        if subset {
            arcs.push(Arc { whole: to, part: from, edge });
        }
    }
    arcs
}

/// The strongly connected component of each node (Kosaraju's way: finish forwards, collect backwards), without recursion: a hostile
/// mapping may be one long chain.
fn components(nodes: usize, arcs: &[Arc]) -> Vec<usize> {
    let (mut forwards, mut backwards) = (vec![Vec::new(); nodes], vec![Vec::new(); nodes]);
    for Arc { whole, part, .. } in arcs {
        if let (Some(parts), Some(wholes)) = (forwards.get_mut(*whole), backwards.get_mut(*part)) {
            parts.push(*part);
            wholes.push(*whole);
        }
    }
    let mut finished = Vec::with_capacity(nodes);
    let mut seen = vec![false; nodes];
    for start in 0..nodes {
        walk(start, &forwards, &mut seen, |node| finished.push(node));
    }
    let mut component = vec![0; nodes];
    let mut seen = vec![false; nodes];
    for start in finished.into_iter().rev() {
        walk(start, &backwards, &mut seen, |node| {
            if let Some(component) = component.get_mut(node) {
                *component = start;
            }
        });
    }
    component
}

/// Visit what can be reached and was not seen, each node after what can be reached from it.
fn walk(start: usize, graph: &[Vec<usize>], seen: &mut [bool], mut leave: impl FnMut(usize)) {
    let mut enter = |node: usize| match seen.get_mut(node) {
        Some(seen) if !*seen => {
            *seen = true;
            graph.get(node).map(|next| (node, next.iter()))
        }
        _ => None,
    };
    let mut path: Vec<_> = enter(start).into_iter().collect();
    while let Some((node, next)) = path.last_mut() {
        match next.next() {
            Some(next) => path.extend(enter(*next)),
            None => {
                leave(*node);
                path.pop();
            }
        }
    }
}
