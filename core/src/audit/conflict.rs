//! Statements that disagree: conflicting evidence (E3.5) and contradicted claims (E8).

use super::interval::Interval;
use crate::Assurance;
use crate::dossier::model::{Facts, Record, Small, Source, Statement};
use std::collections::BTreeMap;

/// A statement that stands, with the degree it has by itself: none for data, whose members have an interval only together (E4.1).
#[derive(Clone, Copy)]
pub(crate) struct Stated<'a> {
    /// The index of the record.
    pub(crate) index: Small,
    pub(crate) record: &'a Record<'a>,
    pub(crate) degree: Option<&'a Interval>,
}

/// Whether statements about the criterion, or about one thing, differ between sources or within a tie (E3.5). An answer differs
/// from a sample: present against absent differs too.
pub(crate) fn conflicting<'a>(
    stated: impl Iterator<Item = Stated<'a>> + Clone,
    facts: &'a Facts<'a>,
) -> bool {
    /// Up to so many, every pair is compared; beyond, in linear time.
    const FEW: usize = 8;
    let mut rest = stated;
    if rest.clone().nth(FEW).is_none() {
        return std::iter::from_fn(|| Some((rest.next()?, rest.clone()))).any(|(a, mut others)| {
            others.any(|b| {
                differ(&a.record.statement, &b.record.statement, facts)
                    && (a.record.assurance == b.record.assurance || !facts.same_source(a.index, b.index))
            })
        });
    }
    let mut whole = Differing::new();
    let mut things = BTreeMap::new();
    rest.fold(false, |found, Stated { index, record, .. }| {
        let source = facts.source(index);
        let differs = match &record.statement {
            Statement::Data(data) => {
                let of_thing = things.entry(data.thing).or_insert_with(Differing::new);
                of_thing.add(source, record.assurance, facts.fields(data))
            }
            Statement::Unknown | Statement::NotApplicable => false,
            statement => whole.add(source, record.assurance, statement),
        };
        found || differs
    })
}

/// Whether two statements are about the same and do not say the same.
fn differ(a: &Statement, b: &Statement, facts: &Facts<'_>) -> bool {
    match (a, b) {
        (Statement::Unknown | Statement::NotApplicable, _)
        | (_, Statement::Unknown | Statement::NotApplicable) => false,
        (Statement::Data(a), Statement::Data(b)) => a.thing == b.thing && facts.fields(a) != facts.fields(b),
        (Statement::Data(_), _) | (_, Statement::Data(_)) => false,
        (Statement::Sample(a), Statement::Sample(b)) => facts.sample(*a) != facts.sample(*b),
        _ => a != b,
    }
}

/// Statements that ought to say the same. Two that differ conflict unless they are of one source at two assurances. If there
/// are two sources and two contents, some pair of different sources differs; so it is enough to remember the first.
struct Differing<'a, T: ?Sized> {
    first: Option<(Option<&'a Source<'a>>, &'a T)>,
    sources_differ: bool,
    contents_differ: bool,
    /// Of the only source, the first content at each assurance.
    tied: BTreeMap<Assurance, &'a T>,
}

impl<'a, T: PartialEq + ?Sized> Differing<'a, T> {
    fn new() -> Self {
        Differing { first: None, sources_differ: false, contents_differ: false, tied: BTreeMap::new() }
    }

    /// Add a statement; whether there is a conflict now.
    fn add(&mut self, source: Option<&'a Source<'a>>, assurance: Assurance, content: &'a T) -> bool {
        let (first_source, first) = *self.first.get_or_insert((source, content));
        self.sources_differ |= first_source != source;
        self.contents_differ |= first != content;
        let tied = *self.tied.entry(assurance).or_insert(content);
        (self.sources_differ && self.contents_differ) || (!self.sources_differ && tied != content)
    }
}

/// Whether a claim of lower assurance is more favourable than a statement of higher assurance that has an end in common with
/// the criterion (E8).
pub(crate) fn contradicted<'a>(
    mut stated: impl Iterator<Item = Stated<'a>> + Clone,
    criterion: &Interval,
) -> bool {
    let all = stated.clone();
    let degrees = |wanted: fn(Assurance, Assurance) -> bool, assurance| {
        let chosen = all.clone().filter(move |it| wanted(it.record.assurance, assurance));
        chosen.filter_map(|it| it.degree)
    };
    let Some(first) = stated.next() else { return false };
    if stated.all(|it| it.record.assurance == first.record.assurance) {
        return false;
    }
    Assurance::ALL.into_iter().any(|assurance| {
        // Every statement's ends are at least the criterion's. So against one that has its lower end, a claim is more favourable
        // if (hi, lo) is greater, and against one that has its upper end, if (lo, hi) is.
        let by_hi = degrees(|a, b| a < b, assurance).map(|it| (&it.hi, &it.lo)).max();
        let by_lo = degrees(|a, b| a < b, assurance).map(|it| (&it.lo, &it.hi)).max();
        degrees(|a, b| a == b, assurance).any(|it| {
            (it.lo == criterion.lo && by_hi > Some((&it.hi, &it.lo)))
                || (it.hi == criterion.hi && by_lo > Some((&it.lo, &it.hi)))
        })
    })
}
