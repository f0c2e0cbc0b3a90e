//! A record as it stands in JSON, and its reading into what decides.

use super::data;
use super::scalars::{Backing, Day, Ident, Line, Number, Prose, Whole, present};
use crate::dossier::draft::{Draft, speak_to_control, takes};
use crate::dossier::model::{Data, Record, Sample, Small, Source, Statement, Subject, Waiver, small};
use crate::limits;
use crate::name::Name;
use crate::standard::model::{Exclusion, Method};
use crate::standard::plan::Compiled;
use crate::standard::value::FieldValue;
use crate::{Assurance, Date, Rational};
use serde::Deserialize;
use serde::de::{Deserializer, Error, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WireRecord<'d> {
    #[serde(borrow)]
    id: Ident<'d>,
    #[serde(default, borrow, deserialize_with = "present")]
    control: Option<Names<'d>>,
    #[serde(default, borrow, deserialize_with = "present")]
    criterion: Option<Names<'d>>,
    observed: Day,
    #[serde(default, deserialize_with = "present")]
    received: Option<Day>,
    #[serde(default, deserialize_with = "present")]
    expires: Option<Day>,
    #[serde(default, borrow, deserialize_with = "present")]
    answer: Option<Ident<'d>>,
    #[serde(default, deserialize_with = "present")]
    value: Option<Number>,
    #[serde(default, deserialize_with = "present")]
    sample: Option<WireSample>,
    #[serde(default, borrow, deserialize_with = "present")]
    data: Option<&'d RawValue>,
    #[serde(default, borrow, deserialize_with = "present")]
    kind: Option<Ident<'d>>,
    #[serde(default, deserialize_with = "present")]
    assurance: Option<Backing>,
    #[serde(default, borrow, deserialize_with = "present")]
    method: Option<Ident<'d>>,
    #[serde(default, borrow, deserialize_with = "present")]
    source: Option<WireSource<'d>>,
    #[serde(default, borrow, rename = "by", deserialize_with = "present")]
    _by: Option<Line<'d>>,
    #[serde(default, borrow, deserialize_with = "present")]
    supersedes: Option<Names<'d>>,
    #[serde(default, borrow, deserialize_with = "present")]
    withdrawn: Option<WireWithdrawn<'d>>,
    #[serde(default, borrow, deserialize_with = "present")]
    remark: Option<Prose<'d>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WireSample {
    checked: Whole,
    population: Whole,
    exceptions: Whole,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WireSource<'d> {
    #[serde(default, borrow, deserialize_with = "present")]
    id: Option<Ident<'d>>,
    #[serde(default, borrow, deserialize_with = "present")]
    title: Option<Line<'d>>,
    #[serde(default, borrow, deserialize_with = "present")]
    uri: Option<Line<'d>>,
    #[serde(default, borrow, rename = "locator", deserialize_with = "present")]
    _locator: Option<Line<'d>>,
    #[serde(default, borrow, deserialize_with = "present")]
    sha256: Option<Ident<'d>>,
    #[serde(default, deserialize_with = "present")]
    bytes: Option<Whole>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WireWithdrawn<'d> {
    date: Day,
    #[serde(borrow, rename = "reason")]
    _reason: Prose<'d>,
}

/// One id or several.
enum Names<'d> {
    One(Ident<'d>),
    Many(Vec<Ident<'d>>),
}

impl<'d> Names<'d> {
    fn list(&self) -> &[Ident<'d>] {
        match self {
            Names::One(name) => std::slice::from_ref(name),
            Names::Many(names) => names,
        }
    }
}

impl<'de: 'd, 'd> Deserialize<'de> for Names<'d> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrMany;
        impl<'d> Visitor<'d> for OneOrMany {
            type Value = Names<'d>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an id or a list of ids")
            }

            fn visit_borrowed_str<E: Error>(self, text: &'d str) -> Result<Names<'d>, E> {
                Ident::deserialize(serde::de::value::BorrowedStrDeserializer::new(text)).map(Names::One)
            }

            fn visit_seq<A: SeqAccess<'d>>(self, mut list: A) -> Result<Names<'d>, A::Error> {
                let mut names = Vec::new();
                while let Some(name) = list.next_element()? {
                    names.push(name);
                }
                if names.is_empty() { Err(A::Error::custom("an empty list")) } else { Ok(Names::Many(names)) }
            }
        }
        deserializer.deserialize_any(OneOrMany)
    }
}

/// The records read so far.
pub(super) struct Evidence<'d> {
    ids: Vec<Name<'d>>,
    records: Vec<Record>,
    sources: Vec<Source<'d>>,
    samples: Vec<Sample>,
    values: Vec<Option<FieldValue<'d>>>,
    speaking: Vec<(Small, Small)>,
    /// The record, and what it says that it supersedes.
    supersedes: Vec<(usize, &'d str)>,
    targets: Vec<usize>,
}

impl<'d> Evidence<'d> {
    /// With room for the records of a document of so many bytes, if they are as long as most are.
    pub(super) fn of_document(bytes: usize) -> Evidence<'d> {
        let records = bytes / 160;
        Evidence {
            ids: Vec::with_capacity(records),
            records: Vec::with_capacity(records),
            sources: Vec::with_capacity(records),
            samples: Vec::new(),
            values: Vec::new(),
            speaking: Vec::with_capacity(records),
            supersedes: Vec::new(),
            targets: Vec::new(),
        }
    }

    /// Add a record; `None` where it has a problem.
    pub(super) fn add(&mut self, wire: WireRecord<'d>, plan: &Compiled) -> Option<()> {
        let index = self.records.len();
        let statement = self.statement(&wire, plan, index)?;
        if statement == Statement::NotApplicable
            && (wire.remark.is_none() || plan.standard.model().exclusion == Exclusion::Forbid)
        {
            return None;
        }
        if wire.method.is_some_and(|Ident(word)| Method::WORDS.iter().all(|(known, _)| *known != word)) {
            return None;
        }
        self.speak(&wire, &statement, plan, index)?;
        if let Some(names) = &wire.supersedes {
            self.supersedes.extend(names.list().iter().map(|name| (index, name.0)));
        }
        let source = match wire.source {
            Some(source) => source.name(index)?,
            None => Source::Own(small(index)),
        };
        let day = |day: Option<Day>| -> Option<Date> { day.map(|Day(date)| date) };
        self.records.push(Record {
            observed: wire.observed.0,
            received: day(wire.received),
            expires: day(wire.expires),
            withdrawn: wire.withdrawn.map(|withdrawn| withdrawn.date.0),
            assurance: wire.assurance.map_or(Assurance::Declared, |Backing(assurance)| assurance),
            statement,
            chain: None,
            source_mark: source.mark(),
        });
        self.ids.push(Name::Borrowed(wire.id.0));
        self.sources.push(source);
        Some(())
    }

    fn statement(&mut self, wire: &WireRecord<'d>, plan: &Compiled, index: usize) -> Option<Statement> {
        match (&wire.answer, &wire.value, &wire.sample, wire.data, wire.kind) {
            (Some(Ident("unknown")), None, None, None, None) => Some(Statement::Unknown),
            (Some(Ident("not-applicable")), None, None, None, None) => Some(Statement::NotApplicable),
            (Some(Ident(answer)), None, None, None, None) => Some(Statement::Answer(plan.word(answer)?)),
            (None, Some(Number(value)), None, None, None) => Some(Statement::Value(value.clone())),
            (None, None, Some(sample), None, None) => {
                self.samples.push(sample.possible()?);
                Some(Statement::Sample(small(self.samples.len() - 1)))
            }
            (None, None, None, Some(data), Some(Ident(kind))) => {
                let kinds = &plan.standard.model().kinds;
                let kind = kinds.iter().position(|known| known.id.value == *kind)?;
                let first = self.values.len();
                data::read(data.get(), kinds.get(kind)?, plan.kinds.get(kind)?, &mut self.values)?;
                let fields = small(first)..small(self.values.len());
                Some(Statement::Data(Data { kind: small(kind), fields, thing: small(index) }))
            }
            _ => None,
        }
    }

    /// Find the criteria that a record speaks to; each name must find one.
    fn speak(
        &mut self,
        wire: &WireRecord<'d>,
        statement: &Statement,
        plan: &Compiled,
        index: usize,
    ) -> Option<()> {
        self.targets.clear();
        match (&wire.control, &wire.criterion, statement) {
            (Some(names), None, _) => {
                for name in names.list() {
                    let control = plan.controls.get(plan.control_named.get(name.0)?)?;
                    let spoken = speak_to_control(plan, control, statement, &mut self.targets);
                    if spoken.taken == 0 || (matches!(statement, Statement::Sample(_)) && spoken.tests > 1) {
                        return None;
                    }
                }
            }
            (None, Some(names), _) => {
                for name in names.list() {
                    let criterion = plan.criterion_named.get(name.0)?;
                    takes(plan.criteria.get(criterion)?, statement).ok()?;
                    self.targets.push(criterion);
                }
            }
            (None, None, Statement::Data(data)) => {
                let tests = &plan.kinds.get(data.kind as usize)?.tests;
                // data that speak to no test are worth a warning, which the other way in gives
                if tests.is_empty() {
                    return None;
                }
                self.targets.extend(tests);
            }
            _ => return None,
        }
        self.targets.sort_unstable();
        self.targets.dedup();
        if self.speaking.len() + self.targets.len() > limits::PAIRS {
            return None;
        }
        self.speaking.extend(self.targets.iter().map(|target| (small(*target), small(index))));
        Some(())
    }

    /// The whole; `None` where two ids are the same or one supersedes what is not there.
    pub(super) fn draft(self, subject: Subject<'d>, waivers: Vec<Waiver<'d>>) -> Option<Draft<'d>> {
        let names = Sorted::of(self.ids.iter().map(|id| &**id))?;
        Sorted::of(waivers.iter().map(|waiver| &*waiver.id))?;
        let edge = |(newer, name): &(usize, &'d str)| Some((*newer, names.get(name)?));
        let supersedes = self.supersedes.iter().map(edge).collect::<Option<_>>()?;
        let Evidence { ids, records, sources, samples, values, speaking, .. } = self;
        Some(Draft { subject, ids, records, sources, samples, values, waivers, speaking, supersedes })
    }
}

/// Ids with their indexes, in order; none is there twice.
struct Sorted<'n>(Vec<(&'n str, usize)>);

impl<'n> Sorted<'n> {
    fn of(names: impl Iterator<Item = &'n str>) -> Option<Sorted<'n>> {
        let mut names: Vec<(&str, usize)> = names.zip(0..).collect();
        // most dossiers number their records, so that they stand in order already
        if !names.is_sorted() {
            names.sort_unstable();
        }
        let twice = names.windows(2).any(|pair| matches!(pair, [(a, _), (b, _)] if a == b));
        (!twice).then_some(Sorted(names))
    }

    fn get(&self, name: &str) -> Option<usize> {
        let at = self.0.binary_search_by(|(known, _)| (*known).cmp(name)).ok()?;
        self.0.get(at).map(|(_, index)| *index)
    }
}

impl WireSample {
    fn possible(&self) -> Option<Sample> {
        let sample = Sample {
            checked: self.checked.0.clone(),
            population: self.population.0.clone(),
            exceptions: self.exceptions.0.clone(),
        };
        sample.is_possible().then_some(sample)
    }
}

impl<'d> WireSource<'d> {
    fn name(self, record: usize) -> Option<Source<'d>> {
        let is_digest = |text: &str| {
            text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
        };
        if self.sha256.is_some_and(|Ident(text)| !is_digest(text))
            || self.bytes.is_some_and(|Whole(bytes)| bytes < Rational::ZERO)
        {
            return None;
        }
        let id = self.id.map(|Ident(id)| Source::Id(Name::Borrowed(id)));
        let uri = self.uri.map(|Line(uri)| Source::Uri(uri.into()));
        let title = self.title.map(|Line(title)| Source::Title(title.into()));
        Some(id.or(uri).or(title).unwrap_or(Source::Own(small(record))))
    }
}
