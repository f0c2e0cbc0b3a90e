//! Statements that disagree: conflicting evidence (E3.5) and contradicted claims (E8).

use super::condition::Truth;
use super::interval::Interval;
use crate::Assurance;
use crate::dossier::model::{Record, Statement};
use std::collections::BTreeMap;

/// A standing statement, with the degree it has by itself.
pub(crate) struct Stated<'d> {
    pub(crate) record: &'d Record,
    pub(crate) degree: Option<Interval>,
    pub(crate) holds: Option<Truth>,
}

/// Whether statements of one form, or about one thing, differ between sources or within a tie (E3.5).
pub(crate) fn conflicting(stated: &[Stated<'_>]) -> bool {
    let (mut answers, mut values, mut samples) = (Differing::new(), Differing::new(), Differing::new());
    let mut things = BTreeMap::new();
    let mut found = false;
    for it in stated {
        found |= match &it.record.statement {
            Statement::Answer(answer) => answers.add(it.record, answer),
            Statement::Value(value) => values.add(it.record, value),
            Statement::Sample(sample) => samples.add(it.record, sample),
            Statement::Data(data) => {
                things.entry(data.thing).or_insert_with(Differing::new).add(it.record, &data.fields)
            }
            Statement::Unknown | Statement::NotApplicable => false,
        };
    }
    found
}

/// Statements that ought to say the same. Two that differ conflict unless they are of one source at two assurances. If there
/// are two sources and two contents, some pair of different sources differs; so it is enough to remember the first.
struct Differing<'d, T> {
    first: Option<(usize, &'d T)>,
    sources_differ: bool,
    contents_differ: bool,
    /// Of the only source, the first content at each assurance.
    tied: BTreeMap<Assurance, &'d T>,
}

impl<'d, T: PartialEq> Differing<'d, T> {
    fn new() -> Self {
        Differing { first: None, sources_differ: false, contents_differ: false, tied: BTreeMap::new() }
    }

    /// Add a statement; whether there is a conflict now.
    fn add(&mut self, record: &Record, content: &'d T) -> bool {
        let (source, first) = *self.first.get_or_insert((record.source, content));
        self.sources_differ |= source != record.source;
        self.contents_differ |= first != content;
        let tied = *self.tied.entry(record.assurance).or_insert(content);
        (self.sources_differ && self.contents_differ) || (!self.sources_differ && tied != content)
    }
}

/// Whether a claim of lower assurance is more favourable than a statement of higher assurance that has an end in common with
/// the criterion (E8). About a thing, data that meet the test's conditions are worth 1, data that do not 0.
pub(crate) fn contradicted(stated: &[Stated<'_>], criterion: &Interval) -> bool {
    Assurance::ALL.into_iter().any(|assurance| {
        let of = |lower: bool| {
            stated.iter().filter(move |it| if lower { it.record.assurance < assurance } else { it.record.assurance == assurance })
        };
        let degrees = |lower| of(lower).filter_map(|it| it.degree.as_ref());
        // Every statement's ends are at least the criterion's. So against one that has its lower end, a claim is more favourable
        // if (hi, lo) is greater, and against one that has its upper end, if (lo, hi) is.
        let by_hi = degrees(true).map(|it| (&it.hi, &it.lo)).max();
        let by_lo = degrees(true).map(|it| (&it.lo, &it.hi)).max();
        degrees(false).any(|it| {
            (it.lo == criterion.lo && by_hi > Some((&it.hi, &it.lo)))
                || (it.hi == criterion.hi && by_lo > Some((&it.lo, &it.hi)))
        }) || (criterion.lo.is_zero() && thing_contradicted(of(true), of(false)))
    })
}

fn thing_contradicted<'s, 'd: 's>(
    lower: impl Iterator<Item = &'s Stated<'d>>,
    higher: impl Iterator<Item = &'s Stated<'d>>,
) -> bool {
    let thing = |it: &Stated<'_>, wanted: Truth| match &it.record.statement {
        Statement::Data(data) if it.holds == Some(wanted) => Some(data.thing),
        _ => None,
    };
    let claimed: std::collections::BTreeSet<usize> = lower.filter_map(|it| thing(it, Truth::True)).collect();
    !claimed.is_empty() && higher.filter_map(|it| thing(it, Truth::False)).any(|thing| claimed.contains(&thing))
}
