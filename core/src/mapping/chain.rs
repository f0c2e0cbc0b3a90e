//! Chains of edges, over any number of mappings: the shortest from each control to what it says something of (E12.3).

use super::framework::Framework;
use super::link::{Linked, LinkedTarget};
use super::relation::Relation;
use crate::audit::result::Says;
use std::collections::BTreeMap;

/// An edge as a path passes it. Paths of one length stand in the order of their steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Step {
    pub(super) mapping: usize,
    pub(super) edge: usize,
    pub(super) inverse: bool,
}

impl Step {
    fn is_of_edge(self, other: Step) -> bool {
        (self.mapping, self.edge) == (other.mapping, other.edge)
    }
}

/// What a path leads to: a control of the standard audited by its index, or one of its criteria by its place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Goal {
    pub(super) control: usize,
    pub(super) criterion: Option<usize>,
}

/// `covered-by`: a first and last edge (E12.2).
#[derive(Debug)]
pub(super) struct Cover {
    pub(super) step: Step,
    /// The framework of its controls, and their places in it.
    pub(super) framework: usize,
    pub(super) from: Vec<usize>,
    pub(super) goal: Goal,
}

/// The controls of all frameworks, joined by the edges that carry something.
#[derive(Debug)]
pub(super) struct Graph {
    /// The number of each framework; what a side pins is one framework, however many mappings pin it.
    frameworks: BTreeMap<(bool, String), usize>,
    /// The node of the first control of each, and how many nodes there are.
    starts: Vec<usize>,
    target: Option<usize>,
    /// Of each node, in the order of the edges.
    arcs: Vec<Vec<Arc>>,
    /// The edges to criteria of the standard audited, of each node.
    ends: Vec<Vec<(Step, Goal)>>,
    pub(super) covers: Vec<Cover>,
}

#[derive(Clone, Copy, Debug)]
struct Arc {
    step: Step,
    relation: Relation,
    to: usize,
}

impl Graph {
    /// Towards the standard with this digest.
    pub(super) fn new(mappings: &[Linked], target: &str) -> Graph {
        let mut graph = Graph {
            frameworks: BTreeMap::new(),
            starts: vec![0],
            target: None,
            arcs: Vec::new(),
            ends: Vec::new(),
            covers: Vec::new(),
        };
        let sides: Vec<[usize; 2]> =
            mappings.iter().map(|it| [it.source(), it.target()].map(|side| graph.add(side))).collect();
        graph.target = graph.framework(target);
        let nodes = graph.starts.last().copied().unwrap_or_default();
        graph.arcs.resize_with(nodes, Vec::new);
        graph.ends.resize_with(nodes, Vec::new);
        for (mapping, (linked, sides)) in mappings.iter().zip(sides).enumerate() {
            graph.join(mapping, linked, sides);
        }
        graph
    }

    fn add(&mut self, framework: &Framework) -> usize {
        let next = self.frameworks.len();
        let key = (matches!(framework, Framework::Standard(_)), framework.digest().to_owned());
        *self.frameworks.entry(key).or_insert_with(|| {
            let start = self.starts.last().copied().unwrap_or_default();
            self.starts.push(start + framework.control_ids().len());
            next
        })
    }

    /// The number of the standard with a digest, where some mapping has it as a side.
    pub(super) fn framework(&self, digest: &str) -> Option<usize> {
        self.frameworks.get(&(true, digest.to_owned())).copied()
    }

    /// The node of a control by its place in its framework.
    pub(super) fn node(&self, framework: usize, control: usize) -> Option<usize> {
        Some(self.starts.get(framework)? + control)
    }

    fn join(&mut self, mapping: usize, linked: &Linked, [source, target]: [usize; 2]) {
        for (edge, it) in linked.edges.iter().enumerate() {
            let step = Step { mapping, edge, inverse: false };
            let is_wanted = Some(target) == self.target;
            let goal = match it.to {
                LinkedTarget::Control(control) => Goal { control, criterion: None },
                LinkedTarget::Criterion { control, criterion } => {
                    Goal { control, criterion: Some(criterion) }
                }
            };
            if it.relation == Relation::CoveredBy {
                if is_wanted {
                    self.covers.push(Cover { step, framework: source, from: it.from.clone(), goal });
                }
                continue;
            }
            let Some(from) = it.from.first().and_then(|from| self.node(source, *from)) else { continue };
            match (goal.criterion, self.node(target, goal.control)) {
                (None, Some(to)) => {
                    self.arc(from, Arc { step, relation: it.relation, to });
                    if let Some(relation) = it.relation.inverse() {
                        self.arc(to, Arc { step: Step { inverse: true, ..step }, relation, to: from });
                    }
                }
                (Some(_), _) if is_wanted && it.relation.carries(Says::Holds) => {
                    self.ends.get_mut(from).into_iter().for_each(|ends| ends.push((step, goal)));
                }
                _ => {}
            }
        }
    }

    fn arc(&mut self, from: usize, arc: Arc) {
        if arc.relation.carries(Says::Holds) || arc.relation.carries(Says::Fails) {
            self.arcs.get_mut(from).into_iter().for_each(|arcs| arcs.push(arc));
        }
    }

    /// The control of the standard audited that a node is.
    fn goal(&self, node: usize) -> Option<Goal> {
        let target = self.target?;
        let (start, end) = (*self.starts.get(target)?, *self.starts.get(target + 1)?);
        (start..end).contains(&node).then(|| Goal { control: node - start, criterion: None })
    }
}

/// A way to a node: the last step, and the way before it.
#[derive(Debug)]
struct Way {
    node: usize,
    before: Option<(usize, Step)>,
    /// The first step of all.
    first: Option<Step>,
}

/// Walks from one control after the other, breadth first.
#[derive(Debug)]
pub(super) struct Walker<'g> {
    graph: &'g Graph,
    ways: Vec<Way>,
    /// Of each node, how many ways to it are kept: two, of different first edges, so that one can come back to where it began
    /// without passing an edge twice.
    known: Vec<[Option<Step>; 2]>,
    /// Arcs looked at, of all walks.
    pub(super) looked_at: usize,
}

impl<'g> Walker<'g> {
    pub(super) fn new(graph: &'g Graph) -> Walker<'g> {
        Walker { graph, ways: Vec::new(), known: vec![[None; 2]; graph.arcs.len()], looked_at: 0 }
    }

    /// What is reached from a node by relations that carry this, each with its shortest path, the first of those of one length.
    pub(super) fn walk(&mut self, start: usize, says: Says) -> BTreeMap<Goal, Vec<Step>> {
        let graph = self.graph;
        self.ways.push(Way { node: start, before: None, first: None });
        let mut found: BTreeMap<Goal, (usize, Step)> = BTreeMap::new();
        // those still to be gone on from wait in the list itself, in the order of their steps
        let mut next = 0;
        while let Some(Way { node, first, .. }) = self.ways.get(next) {
            let (node, first) = (*node, *first);
            if says == Says::Holds {
                for (step, goal) in graph.ends.get(node).into_iter().flatten() {
                    self.looked_at += 1;
                    found.entry(*goal).or_insert((next, *step));
                }
            }
            for Arc { step, relation, to } in graph.arcs.get(node).into_iter().flatten() {
                self.looked_at += 1;
                if !relation.carries(says)
                    || first.is_some_and(|first| *to == start && first.is_of_edge(*step))
                {
                    continue;
                }
                if let Some(goal) = graph.goal(*to) {
                    found.entry(goal).or_insert((next, *step));
                }
                let first = first.unwrap_or(*step);
                if *to != start && self.keep(*to, first) {
                    self.ways.push(Way { node: *to, before: Some((next, *step)), first: Some(first) });
                }
            }
            next += 1;
        }
        let paths = found.into_iter().map(|(goal, last)| (goal, self.steps(last))).collect();
        for way in self.ways.drain(..) {
            self.known.get_mut(way.node).into_iter().for_each(|known| *known = [None; 2]);
        }
        paths
    }

    /// Whether a way with this first step is one of the two to keep.
    fn keep(&mut self, node: usize, first: Step) -> bool {
        match self.known.get_mut(node) {
            Some([known @ None, _]) => {
                *known = Some(first);
                true
            }
            Some([Some(other), known @ None]) if !other.is_of_edge(first) => {
                *known = Some(first);
                true
            }
            _ => false,
        }
    }

    fn steps(&self, (way, last): (usize, Step)) -> Vec<Step> {
        let mut steps = vec![last];
        let mut way = self.ways.get(way);
        while let Some((before, step)) = way.and_then(|way| way.before) {
            steps.push(step);
            way = self.ways.get(before);
        }
        steps.reverse();
        steps
    }
}
