//! Statements that disagree: conflicting evidence (E3.5) and contradicted claims (E8).

use super::standing::same_source;
use crate::dossier::model::{Facts, Sample, Source, Statement};
use crate::dossier::voice::{Says, Voice};
use crate::standard::value::FieldValue;
use crate::{Assurance, Interval};
use std::collections::BTreeMap;

/// Whether statements about the criterion, or about one thing, differ between sources or within a tie (E3.5). An answer differs
/// from a sample: present against absent differs too.
pub(crate) fn conflicting<'a>(stated: impl Iterator<Item = &'a Voice> + Clone, facts: &'a Facts<'a>) -> bool {
    /// Up to so many, every pair is compared; beyond, in linear time.
    const FEW: usize = 8;
    let mut rest = stated;
    if rest.clone().nth(FEW).is_none() {
        return std::iter::from_fn(|| Some((rest.next()?, rest.clone()))).any(|(a, mut others)| {
            others.any(|b| (a.assurance == b.assurance || !same_source(a, b, facts)) && differ(a, b, facts))
        });
    }
    let mut whole = Differing::new();
    let mut things = BTreeMap::new();
    rest.fold(false, |found, voice| {
        let Some(record) = facts.record(voice.record) else { return found };
        let source = facts.source(voice.record);
        let together = match &record.statement {
            Statement::Unknown | Statement::NotApplicable => return found,
            Statement::Data(data) => things.entry(data.thing).or_insert_with(Differing::new),
            _ => &mut whole,
        };
        found | together.add(source, record.assurance, Content::of(&record.statement, facts))
    })
}

/// Whether two statements are about the same and do not say the same.
fn differ(a: &Voice, b: &Voice, facts: &Facts<'_>) -> bool {
    match (a.says, b.says) {
        // one statement has one degree, so that two degrees are of two statements
        (Says::Degree, Says::Degree) if a.degree() != b.degree() => return true,
        (Says::Degree, Says::Degree) => {}
        (Says::Data(_), Says::Data(_)) if a.thing() == b.thing() => {}
        _ => return false,
    }
    let content =
        |voice: &Voice| facts.record(voice.record).map(|record| Content::of(&record.statement, facts));
    content(a) != content(b)
}

/// Statements that ought to say the same. Two that differ conflict unless they are of one source at two assurances. If there
/// are two sources and two contents, some pair of different sources differs; so it is enough to remember the first.
struct Differing<'a> {
    first: Option<(Option<&'a Source<'a>>, Content<'a>)>,
    sources_differ: bool,
    contents_differ: bool,
    /// Of the only source, the first content at each assurance.
    tied: BTreeMap<Assurance, Content<'a>>,
}

/// What is said.
#[derive(Clone, Copy, PartialEq)]
enum Content<'a> {
    /// An answer or a value.
    Statement(&'a Statement),
    Sample(Option<&'a Sample>),
    /// Of data.
    Fields(&'a [Option<FieldValue<'a>>]),
}

impl<'a> Content<'a> {
    fn of(statement: &'a Statement, facts: &'a Facts<'a>) -> Content<'a> {
        match statement {
            Statement::Sample(sample) => Content::Sample(facts.sample(*sample)),
            Statement::Data(data) => Content::Fields(facts.fields(data)),
            _ => Content::Statement(statement),
        }
    }
}

impl<'a> Differing<'a> {
    fn new() -> Self {
        Differing { first: None, sources_differ: false, contents_differ: false, tied: BTreeMap::new() }
    }

    /// Add a statement; whether there is a conflict now.
    fn add(&mut self, source: Option<&'a Source<'a>>, assurance: Assurance, content: Content<'a>) -> bool {
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
    mut stated: impl Iterator<Item = &'a Voice> + Clone,
    criterion: &Interval,
) -> bool {
    let all = stated.clone();
    let degrees = |wanted: fn(Assurance, Assurance) -> bool, assurance| {
        let chosen = all.clone().filter(move |it| wanted(it.assurance, assurance));
        chosen.filter_map(Voice::degree)
    };
    let Some(first) = stated.next() else { return false };
    if stated.all(|it| it.assurance == first.assurance) {
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
