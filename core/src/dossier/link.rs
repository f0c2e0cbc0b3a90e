//! Checking a dossier against the plan: who speaks to what (E2.7, E2.8), sources, things, supersession.

use super::load::{WrittenDossier, WrittenWaiver};
use super::model::{Checked, Data, Record, Sample, Statement, Supersession, Waiver};
use super::record::{Names, Says, Source, Written};
use crate::document::{Located, Marks, Reader, Tree, Value, canonical_of, sha256};
use crate::problem::{Code, Problem};
use crate::standard::model::Exclusion;
use crate::standard::plan::{Compiled, PlanAsk, PlanCriterion, PlanOver};
use crate::standard::value::FieldValue;
use crate::{Id, Lang, Plan, limits};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What linking yields; usable only if the reader found no error.
pub(super) struct Linked {
    subject: Id,
    records: Vec<Record>,
    waivers: Vec<Waiver>,
    speaking: Vec<Vec<usize>>,
    supersession: Supersession,
}

pub(super) fn link(reader: &mut Reader, written: WrittenDossier, plan: &Plan) -> Linked {
    let compiled = &plan.0;
    let mut linker = Linker {
        reader,
        compiled,
        controls: compiled
            .controls
            .iter()
            .enumerate()
            .map(|(index, control)| (control.id.as_str(), index))
            .collect(),
        criteria: compiled.criteria.iter().enumerate().map(|(index, it)| (it.id.as_str(), index)).collect(),
        speaking: compiled.criteria.iter().map(|_| Vec::new()).collect(),
    };
    linker.reader.unique(written.records.iter().map(|record| &record.id));
    linker.reader.unique(written.waivers.iter().map(|waiver| &waiver.id));
    for (index, record) in written.records.iter().enumerate() {
        linker.speak(index, record);
    }
    let waivers = written.waivers.iter().map(|waiver| linker.waiver(waiver)).collect();
    let supersession = linker.supersession(&written);
    let speaking = linker.speaking;
    Linked {
        subject: written.subject.unwrap_or_else(Id::blank),
        records: records(written.records, compiled),
        waivers,
        speaking,
        supersession,
    }
}

struct Linker<'l> {
    reader: &'l mut Reader,
    compiled: &'l Compiled,
    controls: BTreeMap<&'l str, usize>,
    criteria: BTreeMap<&'l str, usize>,
    speaking: Vec<Vec<usize>>,
}

/// Why a criterion does not take a statement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Refusal {
    Form,
    OutOfRange,
    OffScale,
}

impl Linker<'_> {
    /// Find the criteria that a record speaks to, and everything that keeps it from doing so.
    fn speak(&mut self, index: usize, record: &Written) {
        let compiled = self.compiled;
        if let Some(Says::Answer(answer)) = &record.says
            && answer.value == *"not-applicable"
            && compiled.standard.model().exclusion == Exclusion::Forbid
        {
            self.reader.problem(Code::ExclusionForbidden, answer.spot, &[]);
        }
        let mut targets = Vec::new();
        match &record.names {
            Names::Criteria(names) => {
                for name in names {
                    let Some(target) = self.criteria.get(name.value.as_str()).copied() else {
                        self.reader
                            .unknown(name, compiled.criteria.iter().map(|criterion| criterion.id.as_str()));
                        continue;
                    };
                    let Some((says, criterion)) = record.says.as_ref().zip(compiled.criteria.get(target))
                    else {
                        continue;
                    };
                    match takes(criterion, says) {
                        Ok(()) => targets.push(target),
                        Err(refusal) => self.refused(refusal, name, says, std::slice::from_ref(criterion)),
                    }
                }
            }
            Names::Controls(names) => {
                for name in names {
                    let Some(control) = self.controls.get(name.value.as_str()).copied() else {
                        self.reader
                            .unknown(name, compiled.controls.iter().map(|control| control.id.as_str()));
                        continue;
                    };
                    if let Some(says) = &record.says {
                        self.speak_to_control(name, control, says, &mut targets);
                    }
                }
            }
            Names::Kind => {
                let Some(says @ Says::Data { spot, kind, .. }) = &record.says else { return };
                targets.extend(
                    (0..).zip(&compiled.criteria).filter(|(_, it)| takes(it, says).is_ok()).map(|(at, _)| at),
                );
                if targets.is_empty() {
                    let kind =
                        compiled.standard.model().kinds.get(*kind).map_or("", |kind| kind.id.value.as_str());
                    self.reader.problem(Code::UnusedData, *spot, &[kind]);
                }
            }
        }
        targets.sort_unstable();
        targets.dedup();
        for target in targets {
            if let Some(speaking) = self.speaking.get_mut(target) {
                speaking.push(index);
            }
        }
    }

    fn speak_to_control(
        &mut self,
        name: &Located<Id>,
        control: usize,
        says: &Says,
        targets: &mut Vec<usize>,
    ) {
        let compiled = self.compiled;
        let Some(control) = compiled.controls.get(control) else { return };
        let criteria = compiled.criteria.get(control.criteria.clone()).unwrap_or_default();
        let mut worst = Refusal::Form;
        let (mut taken, mut tests) = (0, 0);
        for (target, criterion) in control.criteria.clone().zip(criteria) {
            match takes(criterion, says) {
                Ok(()) => {
                    taken += 1;
                    tests += usize::from(matches!(criterion.ask, PlanAsk::Test { .. }));
                    targets.push(target);
                }
                Err(refusal) => worst = worst.max(refusal),
            }
        }
        if taken == 0 {
            self.refused(worst, name, says, criteria);
        }
        if let Says::Sample { spot, .. } = says
            && tests > 1
        {
            self.reader.problem(Code::AmbiguousSample, *spot, &[name.value.as_str()]);
        }
    }

    fn refused(&mut self, refusal: Refusal, name: &Located<Id>, says: &Says, criteria: &[PlanCriterion]) {
        match (refusal, says) {
            (Refusal::OffScale, Says::Answer(answer)) => {
                let words = || {
                    criteria.iter().flat_map(|criterion| match &criterion.ask {
                        PlanAsk::Answer(answers) => answers.as_slice(),
                        _ => &[],
                    })
                };
                let list = words().map(|(word, _)| format!("`{word}`")).collect::<Vec<_>>().join(", ");
                let near = self.reader.nearest(answer.value.as_str(), words().map(|(word, _)| word.as_str()));
                self.reader.problem(
                    Code::AnswerOffScale,
                    answer.spot,
                    &[answer.value.as_str(), &list, &near],
                );
            }
            (Refusal::OutOfRange, Says::Value(value)) => {
                let range = criteria.iter().find_map(|criterion| match &criterion.ask {
                    PlanAsk::Value { min, max, .. } => Some((min.to_string(), max.to_string())),
                    _ => None,
                });
                let (min, max) = range.unwrap_or_default();
                self.reader.problem(
                    Code::ValueOutOfRange,
                    value.spot,
                    &[&value.value.to_string(), &min, &max],
                );
            }
            _ => {
                let mut forms: Vec<(String, String)> = criteria.iter().map(|it| self.form(it)).collect();
                forms.dedup();
                let (fr, en): (Vec<_>, Vec<_>) = forms.into_iter().unzip();
                let args = [name.value.as_str(), &fr.join(&Lang::Fr.typeset(" ; ")), &en.join("; ")];
                self.reader.problem(Code::NotTaken, name.spot, &args);
            }
        }
    }

    /// The forms of statement that a criterion takes, in French and English.
    fn form(&self, criterion: &PlanCriterion) -> (String, String) {
        match &criterion.ask {
            PlanAsk::Answer(_) => ("`answer` ou `sample`".to_owned(), "`answer` or `sample`".to_owned()),
            PlanAsk::Value { .. } => ("`value` ou `sample`".to_owned(), "`value` or `sample`".to_owned()),
            PlanAsk::Test { kind, over, .. } => {
                let kind =
                    self.compiled.standard.model().kinds.get(*kind).map_or("", |kind| kind.id.value.as_str());
                let (fr, en) = match over {
                    PlanOver::Count(_) => ("", ""),
                    PlanOver::Every | PlanOver::Share(_) => (" ou `sample`", " or `sample`"),
                };
                (format!("`data` avec `kind: {kind}`{fr}"), format!("`data` with `kind: {kind}`{en}"))
            }
        }
    }

    fn waiver(&mut self, waiver: &WrittenWaiver) -> Waiver {
        let mut controls = Vec::new();
        for name in &waiver.controls {
            match self.controls.get(name.value.as_str()) {
                Some(control) => controls.push(*control),
                None => self
                    .reader
                    .unknown(name, self.compiled.controls.iter().map(|control| control.id.as_str())),
            }
        }
        Waiver { controls, from: waiver.from, until: waiver.until }
    }

    fn supersession(&mut self, written: &WrittenDossier) -> Supersession {
        let index: BTreeMap<&Id, usize> =
            written.records.iter().enumerate().map(|(index, record)| (&record.id.value, index)).collect();
        let mut by: Vec<Vec<usize>> = written.records.iter().map(|_| Vec::new()).collect();
        let mut older: Vec<Vec<usize>> = by.clone();
        for (newer, record) in written.records.iter().enumerate() {
            for name in &record.supersedes {
                match index.get(&name.value) {
                    Some(old) => {
                        by.get_mut(*old).into_iter().for_each(|list| list.push(newer));
                        older.get_mut(newer).into_iter().for_each(|list| list.push(*old));
                    }
                    None if written
                        .written
                        .binary_search_by(|id| id.as_str().cmp(name.value.as_str()))
                        .is_ok() => {}
                    None => self
                        .reader
                        .unknown(name, written.records.iter().map(|record| record.id.value.as_str())),
                }
            }
        }
        let order = newest_first(&by, &older);
        let related = |at: &usize| {
            by.get(*at).is_some_and(|b| !b.is_empty()) || older.get(*at).is_some_and(|o| !o.is_empty())
        };
        if order.len() < (0..by.len()).filter(related).count() {
            self.cycles(written, &by, &older, &order);
        }
        Supersession { by, order }
    }

    /// Name records that come back to themselves. What is neither after all that supersede it nor before all that it supersedes
    /// is on a cycle, or between two; there is at least one of the former.
    fn cycles(&mut self, written: &WrittenDossier, by: &[Vec<usize>], older: &[Vec<usize>], order: &[usize]) {
        let mut settled: BTreeSet<usize> = order.iter().copied().collect();
        settled.extend(newest_first(older, by));
        let mut named = false;
        let suspects = (0..older.len())
            .filter(|at| !settled.contains(at) && older.get(*at).is_some_and(|it| !it.is_empty()));
        for start in suspects.take(limits::PROBLEMS) {
            let mut seen = BTreeSet::new();
            let mut next: Vec<usize> = older.get(start).cloned().unwrap_or_default();
            while let Some(at) = next.pop() {
                if !settled.contains(&at) && seen.insert(at) {
                    next.extend(older.get(at).into_iter().flatten());
                }
            }
            if let Some(record) = written.records.get(start).filter(|_| seen.contains(&start)) {
                self.reader.problem(Code::SupersedesCycle, record.spot, &[record.id.value.as_str()]);
                named = true;
            }
        }
        // the first ones may all lie between two cycles; that there is one must not go unsaid
        if let Some(record) = written.records.iter().find(|_| !named) {
            self.reader.problem(Code::SupersedesCycle, record.spot, &[record.id.value.as_str()]);
        }
    }
}

/// The records that supersede or are superseded, each after all that supersede it; those of a cycle and below are missing.
fn newest_first(by: &[Vec<usize>], older: &[Vec<usize>]) -> Vec<usize> {
    let mut waiting: Vec<usize> = by.iter().map(Vec::len).collect();
    let heads = (0..by.len()).filter(|at| by.get(*at).is_some_and(Vec::is_empty));
    let mut ready: VecDeque<usize> =
        heads.filter(|at| older.get(*at).is_some_and(|list| !list.is_empty())).collect();
    let mut order = Vec::new();
    while let Some(at) = ready.pop_front() {
        order.push(at);
        for old in older.get(at).into_iter().flatten() {
            let Some(count) = waiting.get_mut(*old) else { continue };
            *count = count.saturating_sub(1);
            if *count == 0 {
                ready.push_back(*old);
            }
        }
    }
    order
}

/// Whether a criterion takes a statement (E2.7).
fn takes(criterion: &PlanCriterion, says: &Says) -> Result<(), Refusal> {
    let fits = |fits: bool, refusal| if fits { Ok(()) } else { Err(refusal) };
    match (says, &criterion.ask) {
        (Says::Answer(answer), _) if is_common(&answer.value) => Ok(()),
        (Says::Answer(answer), PlanAsk::Answer(scale)) => {
            fits(scale.iter().any(|(word, _)| *word == answer.value), Refusal::OffScale)
        }
        (Says::Value(value), PlanAsk::Value { min, max, .. }) => {
            let value = value.value.to_rational();
            fits(*min <= value && value <= *max, Refusal::OutOfRange)
        }
        (Says::Sample { .. }, PlanAsk::Answer(_) | PlanAsk::Value { .. }) => Ok(()),
        (Says::Sample { .. }, PlanAsk::Test { over, .. }) => {
            fits(!matches!(over, PlanOver::Count(_)), Refusal::Form)
        }
        (Says::Data { kind, .. }, PlanAsk::Test { kind: wanted, .. }) => fits(kind == wanted, Refusal::Form),
        _ => Err(Refusal::Form),
    }
}

/// An answer that every criterion takes.
fn is_common(answer: &Id) -> bool {
    ["unknown", "not-applicable"].contains(&answer.as_str())
}

fn records(written: Vec<Written>, compiled: &Compiled) -> Vec<Record> {
    let mut sources: BTreeMap<Source, usize> = BTreeMap::new();
    let mut things: BTreeMap<(usize, Vec<Option<FieldValue>>), usize> = BTreeMap::new();
    let count = written.len();
    let mut records = Vec::with_capacity(count);
    for (index, record) in written.into_iter().enumerate() {
        // what shares no name is its own source and its own thing: numbers beyond those of names
        let source = match record.source {
            Some(source) => {
                let next = count + sources.len();
                *sources.entry(source).or_insert(next)
            }
            None => index,
        };
        let statement = match record.says {
            None => Statement::Unknown,
            Some(Says::Answer(answer)) if answer.value == *"unknown" => Statement::Unknown,
            Some(Says::Answer(answer)) if answer.value == *"not-applicable" => Statement::NotApplicable,
            Some(Says::Answer(answer)) => Statement::Answer(answer.value),
            Some(Says::Value(value)) => Statement::Value(value.value.to_rational()),
            Some(Says::Sample { checked, population, exceptions, .. }) => Statement::Sample(Sample {
                checked: checked.to_rational(),
                population: population.to_rational(),
                exceptions: exceptions.to_rational(),
            }),
            Some(Says::Data { kind, fields, .. }) => {
                let thing = match key_of(compiled, kind, &fields) {
                    Some(key) => {
                        let next = count + things.len();
                        *things.entry((kind, key)).or_insert(next)
                    }
                    None => index,
                };
                Statement::Data(Data { fields, thing })
            }
        };
        records.push(Record {
            id: record.id.value,
            observed: record.observed,
            received: record.received,
            expires: record.expires,
            withdrawn: record.withdrawn,
            assurance: record.assurance,
            source,
            statement,
        });
    }
    records
}

/// The values of the key fields, where the kind has any (E2.5).
fn key_of(
    compiled: &Compiled,
    kind: usize,
    fields: &[Option<FieldValue>],
) -> Option<Vec<Option<FieldValue>>> {
    let kind = compiled.standard.model().kinds.get(kind)?;
    if kind.key.is_empty() {
        return None;
    }
    let index = |name: &Located<Id>| kind.fields.iter().position(|field| field.id.value == name.value);
    Some(kind.key.iter().map(|name| fields.get(index(name)?).cloned().flatten()).collect())
}

impl Linked {
    /// The checked dossier, with the canonical form of its parts, which the audit repeats.
    pub(super) fn checked(
        self,
        plan: &Plan,
        tree: &Tree,
        marks: &Marks,
        canonical: String,
        warnings: Vec<Problem>,
    ) -> Checked {
        let items = |key: &str| match tree.root.get(key).map(|node| &node.value) {
            Some(Value::List(items)) => items.iter().map(|item| canonical_of(item, marks, None)).collect(),
            _ => Vec::new(),
        };
        Checked {
            plan: plan.clone(),
            subject: self.subject,
            records: self.records,
            waivers: self.waivers,
            speaking: self.speaking,
            supersession: self.supersession,
            subject_json: tree
                .root
                .get("subject")
                .map(|node| canonical_of(node, marks, None))
                .unwrap_or_default(),
            records_json: items("evidence"),
            waivers_json: items("waivers"),
            digest: sha256(&canonical),
            canonical,
            warnings,
        }
    }
}
