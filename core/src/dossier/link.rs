//! Checking a dossier against the plan (E2.7, E2.8), and naming everything that keeps it from being used.

use super::draft::{Draft, Refusal, Spoken, newest_first, speak_to_control, takes, too_exact};
use super::load::{WrittenDossier, WrittenWaiver};
use super::model::{
    Checked, Data, Facts, Papers, Record, Sample, Small, Source, Statement, Subject, Waiver, small,
};
use super::record::{Names, Says, Written};
use crate::document::{Located, Marks, Reader, Spot, Tree, Value, canonical_of, sha256};
use crate::problem::{Code, Problem};
use crate::standard::model::Exclusion;
use crate::standard::plan::{Compiled, PlanAsk, PlanCriterion, PlanOver, Word};
use crate::standard::value::FieldValue;
use crate::{Id, Lang, Plan, limits};
use std::collections::{BTreeMap, BTreeSet};

/// What decides, usable only if the reader found no error; `None` where records supersede each other in a cycle.
pub(super) fn link(reader: &mut Reader, written: WrittenDossier, plan: &Plan) -> Option<Facts<'static>> {
    let compiled = &plan.0;
    reader.unique(written.records.iter().map(|record| &record.id));
    reader.unique(written.waivers.iter().map(|waiver| &waiver.id));
    let mut linker = Linker {
        reader,
        compiled,
        values: Vec::new(),
        samples: Vec::new(),
        speaking: Vec::new(),
        crowded: false,
    };
    let statements: Vec<Statement> =
        written.records.iter().map(|record| linker.statement(record.says.as_ref())).collect();
    for (index, (record, statement)) in written.records.iter().zip(&statements).enumerate() {
        linker.speak(index, record, statement);
    }
    let waivers = written.waivers.iter().map(|waiver| linker.waiver(waiver)).collect();
    let supersedes = linker.supersedes(&written);
    let Linker { values, samples, speaking, .. } = linker;
    let nameless = || Subject { id: "?".into(), name: "?".into(), attributes: Vec::new(), fictional: false };
    let subject = written.subject.unwrap_or_else(nameless);
    let spots: Vec<Spot> = written.records.iter().map(|record| record.spot).collect();
    let (mut ids, mut records, mut sources) = (Vec::new(), Vec::new(), Vec::new());
    for ((index, written), statement) in (0..).zip(written.records).zip(statements) {
        let mut record = record(&written, index, statement);
        let source = written.source.unwrap_or(Source::Own(index));
        record.source_mark = source.mark();
        ids.push(written.id.value.as_str().into());
        records.push(record);
        sources.push(source);
    }
    if let Some(spot) = too_exact((&records, &samples), &speaking, compiled).and_then(|at| spots.get(at)) {
        let most = limits::EXACT_WORK.to_string();
        let fr = "opérations sur les chiffres des étendues et des populations";
        let en = "operations on the digits of ranges and populations";
        reader.problem(Code::TooCostly, *spot, &[&most, fr, en]);
    }
    Draft { subject, ids, records, sources, samples, values, waivers, speaking, supersedes }.finish(compiled)
}

/// A record as it is kept.
fn record(written: &Written, index: Small, statement: Statement) -> Record {
    Record {
        observed: written.observed,
        received: written.received,
        expires: written.expires,
        withdrawn: written.withdrawn,
        assurance: written.assurance,
        statement: match statement {
            Statement::Data(data) => Statement::Data(Data { thing: index, ..data }),
            other => other,
        },
        chain: None,
        source_mark: 0,
    }
}

struct Linker<'l> {
    reader: &'l mut Reader,
    compiled: &'l Compiled,
    values: Vec<Option<FieldValue<'static>>>,
    samples: Vec<Sample>,
    speaking: Vec<(Small, Small)>,
    /// It has been said that there are too many pairs.
    crowded: bool,
}

impl Linker<'_> {
    /// The statement of a record, its words and kinds found in the standard. An answer that no scale has is no word of the plan.
    fn statement(&mut self, says: Option<&Says>) -> Statement {
        match says {
            None => Statement::Unknown,
            Some(Says::Answer(answer)) if answer.value == *"unknown" => Statement::Unknown,
            Some(Says::Answer(answer)) if answer.value == *"not-applicable" => Statement::NotApplicable,
            Some(Says::Answer(answer)) => {
                Statement::Answer(self.compiled.word(answer.value.as_str()).unwrap_or(Word(usize::MAX)))
            }
            Some(Says::Value(value)) => Statement::Value(value.value.to_rational()),
            Some(Says::Sample { sample, .. }) => {
                self.samples.push(sample.clone());
                Statement::Sample(small(self.samples.len() - 1))
            }
            Some(Says::Data { kind, fields, .. }) => {
                let first = self.values.len();
                self.values.extend(fields.iter().cloned());
                let fields = small(first)..small(self.values.len());
                Statement::Data(Data { kind: small(*kind), fields, thing: 0 })
            }
        }
    }

    /// Find the criteria that a record speaks to, and everything that keeps it from doing so.
    fn speak(&mut self, index: usize, record: &Written, statement: &Statement) {
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
                    let Some(target) = compiled.criterion_named.get(name.value.as_str()) else {
                        self.reader
                            .unknown(name, compiled.criteria.iter().map(|criterion| criterion.id.as_str()));
                        continue;
                    };
                    let Some((says, criterion)) = record.says.as_ref().zip(compiled.criteria.get(target))
                    else {
                        continue;
                    };
                    match takes(criterion, statement) {
                        Ok(()) => targets.push(target),
                        Err(refusal) => self.refused(refusal, name, says, std::slice::from_ref(criterion)),
                    }
                }
            }
            Names::Controls(names) => {
                for name in names {
                    let Some(control) = compiled.control_named.get(name.value.as_str()) else {
                        self.reader
                            .unknown(name, compiled.controls.iter().map(|control| control.id.as_str()));
                        continue;
                    };
                    if let Some(says) = &record.says {
                        self.speak_to_control(name, control, (says, statement), &mut targets);
                    }
                }
            }
            Names::Kind => {
                let Some(Says::Data { spot, kind, .. }) = &record.says else { return };
                targets.extend(compiled.kinds.get(*kind).into_iter().flat_map(|kind| &kind.tests));
                if targets.is_empty() {
                    let kind =
                        compiled.standard.model().kinds.get(*kind).map_or("", |kind| kind.id.value.as_str());
                    self.reader.problem(Code::UnusedData, *spot, &[kind]);
                }
            }
        }
        targets.sort_unstable();
        targets.dedup();
        if self.speaking.len() + targets.len() > limits::PAIRS {
            if !std::mem::replace(&mut self.crowded, true) {
                let most = limits::PAIRS.to_string();
                let (fr, en) =
                    ("couples d’un élément de preuve et d’un critère", "pairs of a record and a criterion");
                self.reader.problem(Code::TooCostly, record.spot, &[&most, fr, en]);
            }
            return;
        }
        self.speaking.extend(targets.into_iter().map(|target| (small(target), small(index))));
    }

    fn speak_to_control(
        &mut self,
        name: &Located<Id>,
        control: usize,
        (says, statement): (&Says, &Statement),
        targets: &mut Vec<usize>,
    ) {
        let compiled = self.compiled;
        let Some(control) = compiled.controls.get(control) else { return };
        let criteria = compiled.criteria.get(control.criteria.clone()).unwrap_or_default();
        let Spoken { taken, tests, worst } = speak_to_control(compiled, control, statement, targets);
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
        /// Words of a scale that fit into a message.
        const SHOWN: usize = 50;
        match (refusal, says) {
            (Refusal::OffScale, Says::Answer(answer)) => {
                let words = || {
                    criteria.iter().flat_map(|criterion| match &criterion.ask {
                        PlanAsk::Answer(answers) => &**answers,
                        _ => &[],
                    })
                };
                let words =
                    || words().filter_map(|(word, _)| self.compiled.words.get(word.0)).map(Id::as_str);
                let list = words().take(SHOWN).map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
                let near = self.reader.nearest(answer.value.as_str(), words());
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

    fn waiver(&mut self, waiver: &WrittenWaiver) -> Waiver<'static> {
        let mut controls = Vec::new();
        for name in &waiver.controls {
            match self.compiled.control_named.get(name.value.as_str()) {
                Some(control) => controls.push(control),
                None => self
                    .reader
                    .unknown(name, self.compiled.controls.iter().map(|control| control.id.as_str())),
            }
        }
        let id = waiver.id.value.as_str().into();
        Waiver { id, controls, from: waiver.from, until: waiver.until }
    }

    /// Newer and older record of every `supersedes`.
    fn supersedes(&mut self, written: &WrittenDossier) -> Vec<(usize, usize)> {
        let index: BTreeMap<&Id, usize> =
            written.records.iter().enumerate().map(|(index, record)| (&record.id.value, index)).collect();
        let mut edges = Vec::new();
        for (newer, record) in written.records.iter().enumerate() {
            for name in &record.supersedes {
                match index.get(&name.value) {
                    Some(old) => edges.push((newer, *old)),
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
        let order = newest_first(written.records.len(), &edges);
        if order.len() < written.records.len() {
            self.cycles(written, &edges, &order);
        }
        edges
    }

    /// Name records that come back to themselves. What is neither after all that supersede it nor before all that it supersedes
    /// is on a cycle, or between two; there is at least one of the former.
    fn cycles(&mut self, written: &WrittenDossier, edges: &[(usize, usize)], order: &[usize]) {
        let mut older: Vec<Vec<usize>> = vec![Vec::new(); written.records.len()];
        for (newer, old) in edges {
            older.get_mut(*newer).into_iter().for_each(|list| list.push(*old));
        }
        let back: Vec<(usize, usize)> = edges.iter().map(|(newer, old)| (*old, *newer)).collect();
        let mut settled: BTreeSet<usize> = order.iter().copied().collect();
        settled.extend(newest_first(written.records.len(), &back));
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

/// The checked dossier, with the canonical form of its parts, which the audit repeats.
pub(super) fn checked(
    plan: &Plan,
    facts: Facts<'static>,
    (tree, marks): (&Tree, &Marks),
    canonical: String,
    warnings: Vec<Problem>,
) -> Checked {
    let items = |key: &str| match tree.root.get(key).map(|node| &node.value) {
        Some(Value::List(items)) => items.iter().map(|item| canonical_of(item, marks, None)).collect(),
        _ => Vec::new(),
    };
    let papers = Papers {
        subject: tree.root.get("subject").map(|node| canonical_of(node, marks, None)).unwrap_or_default(),
        records: items("evidence"),
        waivers: items("waivers"),
        digest: sha256(&canonical),
        canonical,
        warnings,
    };
    Checked { plan: plan.clone(), facts, papers }
}
