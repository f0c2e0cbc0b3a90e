//! What a dossier says (E2.7), checked and with its references turned into indexes.

use super::voice::Speaking;
use crate::name::Name;
use crate::problem::Problem;
use crate::standard::plan::Word;
use crate::standard::value::FieldValue;
use crate::{Assurance, Date, Plan, Rational};
use std::ops::Range;

/// A dossier that can be audited: what decides, and what the audit repeats.
#[derive(Debug)]
pub(crate) struct Checked {
    pub(crate) plan: Plan,
    pub(crate) facts: Facts<'static>,
    pub(crate) papers: Papers,
}

/// The dossier in canonical form, as the audit repeats it.
#[derive(Debug)]
pub(crate) struct Papers {
    /// The subject, and every record and waiver.
    pub(crate) subject: String,
    pub(crate) records: Vec<String>,
    pub(crate) waivers: Vec<String>,
    pub(crate) canonical: String,
    pub(crate) digest: String,
    pub(crate) warnings: Vec<Problem>,
}

/// An index within a dossier, which cannot hold more than [`NODES`](crate::limits::NODES) of anything. What is small is soon fetched.
pub(crate) type Small = u32;

pub(crate) fn small(index: usize) -> Small {
    u32::try_from(index).unwrap_or(Small::MAX)
}

/// The items of a list that a range of small indexes names.
pub(crate) fn slice<T>(list: &[T], range: Range<Small>) -> &[T] {
    list.get(range.start as usize..range.end as usize).unwrap_or_default()
}

/// Everything of a dossier that an evaluation looks at. Its texts may be those of the document.
#[derive(Debug)]
pub(crate) struct Facts<'d> {
    pub(crate) subject: Subject<'d>,
    /// One for each record, and so the two lists below.
    pub(crate) ids: Vec<Name<'d>>,
    pub(crate) records: Vec<Record>,
    pub(crate) sources: Vec<Source<'d>>,
    pub(crate) samples: Vec<Sample>,
    /// The fields of all data, which records name by range.
    pub(crate) values: Vec<Option<FieldValue<'d>>>,
    pub(crate) waivers: Vec<Waiver<'d>>,
    pub(crate) speaking: Speaking<'d>,
    pub(crate) chains: Chains,
}

#[derive(Debug)]
pub(crate) struct Subject<'d> {
    pub(crate) id: Name<'d>,
    pub(crate) name: Name<'d>,
    pub(crate) attributes: Vec<(Name<'d>, Name<'d>)>,
    pub(crate) fictional: bool,
}

/// What decides of a record.
#[derive(Debug)]
pub(crate) struct Record {
    pub(crate) observed: Date,
    pub(crate) received: Option<Date>,
    pub(crate) expires: Option<Date>,
    pub(crate) withdrawn: Option<Date>,
    pub(crate) assurance: Assurance,
    pub(crate) statement: Statement,
    /// The index of its chain, where it supersedes or is superseded.
    pub(crate) chain: Option<Small>,
    /// See [`Source::mark`].
    pub(crate) source_mark: u32,
}

/// The name of a source: three separate name spaces, and the record itself where it names none (E3.2).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Source<'d> {
    Id(Name<'d>),
    Uri(Name<'d>),
    Title(Name<'d>),
    /// The index of the record.
    Own(Small),
}

impl Source<'_> {
    /// Sources of different marks differ, which nearly always tells them apart: how long the name is, and how it ends.
    pub(crate) fn mark(&self) -> u32 {
        let of = |kind: u8, name: &str| {
            let end = name.as_bytes().last_chunk().copied().unwrap_or_default();
            let [a, b] = end;
            let length = u8::try_from(name.len()).unwrap_or(u8::MAX);
            u32::from_le_bytes([kind, length, a, b])
        };
        match self {
            Source::Id(name) => of(0, name),
            Source::Uri(name) => of(1, name),
            Source::Title(name) => of(2, name),
            Source::Own(record) => record | 1 << 31,
        }
    }
}

#[derive(Debug, PartialEq)]
pub(crate) enum Statement {
    Unknown,
    NotApplicable,
    Answer(Word),
    Value(Rational),
    /// Its index in [`Facts::samples`].
    Sample(Small),
    Data(Data),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sample {
    pub(crate) checked: Rational,
    pub(crate) population: Rational,
    pub(crate) exceptions: Rational,
}

impl Sample {
    /// Whether there is more than was checked.
    pub(crate) fn is_incomplete(&self) -> bool {
        self.checked < self.population
    }

    /// 0 ≤ exceptions ≤ checked ≤ population (E2.7).
    pub(crate) fn is_possible(&self) -> bool {
        !self.exceptions.is_negative()
            && self.exceptions <= self.checked
            && self.checked <= self.population
            && !self.population.is_zero()
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Data {
    pub(crate) kind: Small,
    /// Its values in [`Facts::values`], by the index of the field in its kind.
    pub(crate) fields: Range<Small>,
    /// Records about one thing share a number (E2.5).
    pub(crate) thing: Small,
}

#[derive(Debug)]
pub(crate) struct Waiver<'d> {
    pub(crate) id: Name<'d>,
    /// Indexes of controls of the standard.
    pub(crate) controls: Vec<usize>,
    pub(crate) from: Date,
    pub(crate) until: Date,
}

/// Records tied together by superseding, without a cycle.
#[derive(Debug, Default)]
pub(crate) struct Chains {
    /// Where each chain stands among the links.
    pub(super) chains: Vec<Range<Small>>,
    /// Within its chain, each after all that supersede it (E3.1).
    pub(super) links: Vec<Link>,
    pub(super) by: Vec<Small>,
}

#[derive(Debug)]
pub(crate) struct Link {
    pub(crate) record: Small,
    /// Those that name it in `supersedes`, as a part of [`Chains::by`].
    pub(super) by: Range<Small>,
}

impl Chains {
    pub(crate) fn links(&self, chain: Small) -> &[Link] {
        let range = self.chains.get(chain as usize).cloned();
        range.map_or(&[], |range| slice(&self.links, range))
    }

    /// The places in the chain of those that name a link in `supersedes`.
    pub(crate) fn by(&self, link: &Link) -> &[Small] {
        slice(&self.by, link.by.clone())
    }
}

impl<'d> Facts<'d> {
    pub(crate) fn record(&self, index: Small) -> Option<&Record> {
        self.records.get(index as usize)
    }

    pub(crate) fn source(&self, index: Small) -> Option<&Source<'d>> {
        self.sources.get(index as usize)
    }

    pub(crate) fn sample(&self, index: Small) -> Option<&Sample> {
        self.samples.get(index as usize)
    }

    pub(crate) fn fields(&self, data: &Data) -> &[Option<FieldValue<'d>>] {
        slice(&self.values, data.fields.clone())
    }
}
