//! From what was read to what decides: who speaks to what (E2.7), things (E2.5), chains of superseding records (E3.1). Both ways
//! of reading a dossier end here.

use super::model::{
    Chains, Facts, Link, Record, Sample, Small, Source, Statement, Subject, Waiver, slice, small,
};
use super::voice::Speaking;
use crate::name::Name;
use crate::standard::plan::{Compiled, PlanAsk, PlanControl, PlanCriterion, PlanOver};
use crate::standard::value::FieldValue;
use crate::{Rational, limits};
use std::collections::BTreeSet;

/// A dossier whose references have been found.
pub(super) struct Draft<'d> {
    pub(super) subject: Subject<'d>,
    pub(super) ids: Vec<Name<'d>>,
    pub(super) records: Vec<Record>,
    pub(super) sources: Vec<Source<'d>>,
    pub(super) samples: Vec<Sample>,
    pub(super) values: Vec<Option<FieldValue<'d>>>,
    pub(super) waivers: Vec<Waiver<'d>>,
    /// Criterion and record, in the order of the records.
    pub(super) speaking: Vec<(Small, Small)>,
    /// Newer and older record.
    pub(super) supersedes: Vec<(usize, usize)>,
}

/// Why a criterion does not take a statement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Refusal {
    Form,
    OutOfRange,
    OffScale,
}

/// Whether a criterion takes a statement (E2.7).
pub(super) fn takes(criterion: &PlanCriterion, statement: &Statement) -> Result<(), Refusal> {
    let fits = |fits: bool, refusal| if fits { Ok(()) } else { Err(refusal) };
    match (statement, &criterion.ask) {
        (Statement::Unknown | Statement::NotApplicable, _) => Ok(()),
        (Statement::Answer(answer), PlanAsk::Answer(scale)) => {
            fits(scale.binary_search_by_key(answer, |(word, _)| *word).is_ok(), Refusal::OffScale)
        }
        (Statement::Value(value), PlanAsk::Value { min, max, .. }) => {
            fits(min <= value && value <= max, Refusal::OutOfRange)
        }
        (Statement::Sample(_), PlanAsk::Answer(_) | PlanAsk::Value { .. }) => Ok(()),
        (Statement::Sample(_), PlanAsk::Test { over, .. }) => {
            fits(!matches!(over, PlanOver::Count(_)), Refusal::Form)
        }
        (Statement::Data(data), PlanAsk::Test { kind, .. }) => {
            fits(data.kind as usize == *kind, Refusal::Form)
        }
        _ => Err(Refusal::Form),
    }
}

/// How a control takes a statement.
pub(super) struct Spoken {
    /// How many of its criteria take it, and how many of these are tests.
    pub(super) taken: usize,
    pub(super) tests: usize,
    /// The most telling refusal.
    pub(super) worst: Refusal,
}

/// Add the criteria of a control that take a statement.
pub(super) fn speak_to_control(
    plan: &Compiled,
    control: &PlanControl,
    statement: &Statement,
    targets: &mut Vec<usize>,
) -> Spoken {
    let mut spoken = Spoken { taken: 0, tests: 0, worst: Refusal::Form };
    let criteria = plan.criteria.get(control.criteria.clone()).unwrap_or_default();
    for (target, criterion) in control.criteria.clone().zip(criteria) {
        match takes(criterion, statement) {
            Ok(()) => {
                spoken.taken += 1;
                spoken.tests += usize::from(criterion.is_test());
                targets.push(target);
            }
            Err(refusal) => spoken.worst = spoken.worst.max(refusal),
        }
    }
    spoken
}

/// The record with which exact results begin to take too long (see [`limits::EXACT_WORK`]), if any: what values and samples are
/// divided by, all different ones multiplied, is the denominator of a mean.
pub(super) fn too_exact(
    (records, samples): (&[Record], &[Sample]),
    speaking: &[(Small, Small)],
    plan: &Compiled,
) -> Option<usize> {
    let beyond = |digits: usize| {
        // the same limit where a machine word has 32 bits
        let (digits, passes) = (digits as u64, plan.passes as u64);
        digits.saturating_mul(digits).saturating_mul(passes) > limits::EXACT_WORK
    };
    // whatever they say, there are not enough of them
    if !beyond(speaking.len().saturating_mul(MOST_DIGITS)) {
        return None;
    }
    let mut divisors: BTreeSet<&Rational> = BTreeSet::new();
    let mut digits = 0;
    let mut count = |divisor| {
        if divisors.insert(divisor) {
            digits += divisor.to_string().len();
        }
        beyond(digits)
    };
    // the weights of small numbers share a denominator
    plan.groups.iter().map(|group| &group.total).filter(|total| total.small().is_none()).for_each(|total| {
        count(total);
    });
    let of_pair = |(criterion, record): &(Small, Small)| {
        let record = *record as usize;
        match (&records.get(record)?.statement, &plan.criteria.get(*criterion as usize)?.ask) {
            (Statement::Value(_), PlanAsk::Value { span, .. }) => Some((record, span)),
            (Statement::Sample(sample), _) => Some((record, &samples.get(*sample as usize)?.population)),
            _ => None,
        }
    };
    speaking.iter().filter_map(of_pair).find(|(_, divisor)| count(divisor)).map(|(record, _)| record)
}

/// Digits of a number in a document (E1.2), with the sign or the point.
const MOST_DIGITS: usize = 62;

impl<'d> Draft<'d> {
    /// `None` where records supersede each other in a cycle, or exact results would take too long.
    pub(super) fn finish(mut self, plan: &Compiled) -> Option<Facts<'d>> {
        if too_exact((&self.records, &self.samples), &self.speaking, plan).is_some() {
            return None;
        }
        self.number_things(plan);
        let chains = chains(&self.supersedes)?;
        for index in 0..small(chains.chains.len()) {
            for link in chains.links(index) {
                let record = self.records.get_mut(link.record as usize);
                record.into_iter().for_each(|record| record.chain = Some(index));
            }
        }
        let mut facts = Facts {
            subject: self.subject,
            ids: self.ids,
            records: self.records,
            sources: self.sources,
            samples: self.samples,
            values: self.values,
            waivers: self.waivers,
            speaking: Speaking::default(),
            chains,
        };
        facts.speaking = Speaking::of(plan, &facts, &self.speaking);
        Some(facts)
    }

    /// Give data with the same key one number; each other record has its own, its index.
    fn number_things(&mut self, plan: &Compiled) {
        let values = &self.values;
        let key = |record: &Record| {
            let Statement::Data(data) = &record.statement else { return None };
            let key = &plan.kinds.get(data.kind as usize)?.key;
            let fields = slice(values, data.fields.clone());
            Some((data.kind, key.iter().map(|field| fields.get(*field).and_then(Option::as_ref))))
        };
        let mut keyed: Vec<usize> = Vec::with_capacity(values.len());
        keyed.extend(
            (0..self.records.len())
                .filter(|at| self.records.get(*at).and_then(key).is_some_and(|(_, key)| key.len() > 0)),
        );
        let compare = |a: &usize, b: &usize| {
            let (a, b) = (self.records.get(*a).and_then(key), self.records.get(*b).and_then(key));
            match (a, b) {
                (Some((a, a_key)), Some((b, b_key))) => a.cmp(&b).then_with(|| a_key.cmp(b_key)),
                _ => std::cmp::Ordering::Equal,
            }
        };
        keyed.sort_by(compare);
        // the first of those with one key, next to each
        let mut first = None;
        let mut numbers: Vec<usize> = Vec::with_capacity(keyed.len());
        for at in &keyed {
            let same = first.filter(|first| compare(first, at).is_eq()).unwrap_or(*at);
            numbers.push(same);
            first = Some(same);
        }
        for (at, thing) in keyed.into_iter().zip(numbers) {
            if let Some(Statement::Data(data)) = self.records.get_mut(at).map(|record| &mut record.statement)
            {
                data.thing = small(thing);
            }
        }
    }
}

/// The records that supersede or are superseded, in chains; `None` where one comes back to itself.
fn chains(supersedes: &[(usize, usize)]) -> Option<Chains> {
    if supersedes.is_empty() {
        return Some(Chains::default());
    }
    let mut involved: Vec<usize> = supersedes.iter().flat_map(|(newer, older)| [*newer, *older]).collect();
    involved.sort_unstable();
    involved.dedup();
    let at = |record| involved.binary_search(record).ok();
    let edges: Vec<(usize, usize)> =
        supersedes.iter().filter_map(|(newer, older)| Some((at(newer)?, at(older)?))).collect();
    let mut order = newest_first(involved.len(), &edges);
    if order.len() < involved.len() {
        return None;
    }
    // chain by chain, in each of which the order stays
    let components = components(involved.len(), &edges);
    order.sort_by_key(|node| components.get(*node));
    let mut place: Vec<Small> = vec![0; involved.len()];
    let mut chains = Chains {
        chains: Vec::new(),
        links: Vec::with_capacity(order.len()),
        by: Vec::with_capacity(edges.len()),
    };
    let newer = Adjacent::of(involved.len(), edges.iter().map(|(newer, older)| (*older, *newer)));
    for chain in order.chunk_by(|a, b| components.get(*a) == components.get(*b)) {
        let start = small(chains.links.len());
        for (at, node) in (0..).zip(chain) {
            *place.get_mut(*node)? = at;
            let first = small(chains.by.len());
            chains.by.extend(newer.of_node(*node).iter().filter_map(|newer| place.get(*newer)));
            let by = first..small(chains.by.len());
            chains.links.push(Link { record: small(*involved.get(*node)?), by });
        }
        chains.chains.push(start..small(chains.links.len()));
    }
    Some(chains)
}

/// For each node the least node that it is tied to (union-find with path halving).
fn components(nodes: usize, edges: &[(usize, usize)]) -> Vec<usize> {
    fn root(parents: &mut [usize], mut node: usize) -> usize {
        while let Some(parent) = parents.get(node).copied().filter(|parent| *parent != node) {
            let above = parents.get(parent).copied().unwrap_or(parent);
            parents.get_mut(node).into_iter().for_each(|it| *it = above);
            node = above;
        }
        node
    }
    let mut parents: Vec<usize> = (0..nodes).collect();
    for (a, b) in edges {
        let (a, b) = (root(&mut parents, *a), root(&mut parents, *b));
        parents.get_mut(a.max(b)).into_iter().for_each(|parent| *parent = a.min(b));
    }
    (0..nodes).map(|node| root(&mut parents, node)).collect()
}

/// The nodes that edges lead to from each node.
struct Adjacent {
    /// One more than there are nodes.
    starts: Vec<usize>,
    ends: Vec<usize>,
}

impl Adjacent {
    fn of(nodes: usize, edges: impl Iterator<Item = (usize, usize)>) -> Adjacent {
        let mut edges: Vec<(usize, usize)> = edges.collect();
        edges.sort_by_key(|(from, _)| *from);
        let starts = (0..=nodes).map(|node| edges.partition_point(|(from, _)| *from < node)).collect();
        Adjacent { starts, ends: edges.into_iter().map(|(_, to)| to).collect() }
    }

    fn of_node(&self, node: usize) -> &[usize] {
        let Some([start, end, ..]) = self.starts.get(node..) else { return &[] };
        self.ends.get(*start..*end).unwrap_or_default()
    }
}

/// Each node after all that supersede it; those of a cycle and below are missing.
pub(super) fn newest_first(nodes: usize, edges: &[(usize, usize)]) -> Vec<usize> {
    let older = Adjacent::of(nodes, edges.iter().copied());
    let mut waiting = vec![0_usize; nodes];
    for (_, old) in edges {
        waiting.get_mut(*old).into_iter().for_each(|count| *count += 1);
    }
    let mut order: Vec<usize> = Vec::with_capacity(nodes);
    order.extend(waiting.iter().enumerate().filter(|(_, count)| **count == 0).map(|(node, _)| node));
    // those that are ready wait in the order itself
    let mut next = 0;
    while let Some(node) = order.get(next).copied() {
        next += 1;
        for old in older.of_node(node) {
            let Some(count) = waiting.get_mut(*old) else { continue };
            *count = count.saturating_sub(1);
            if *count == 0 {
                order.push(*old);
            }
        }
    }
    order
}
