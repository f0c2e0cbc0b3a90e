//! Which records stand for a criterion, and which are set aside and why (E3).

use super::condition::{Truth, holds};
use super::reason::{Reason, Reasons};
use crate::dossier::model::{Checked, Record, Statement};
use crate::standard::plan::{PlanAsk, PlanCriterion};
use crate::{Assurance, Date};
use std::collections::BTreeMap;

/// A record as one criterion hears it.
#[derive(Clone, Debug)]
pub(crate) struct Heard {
    /// Its index in the dossier.
    pub(crate) record: usize,
    /// Why it is set aside; empty where it counts.
    pub(crate) reasons: Reasons,
    /// It counts, and no newer record of its slot does.
    pub(crate) stands: bool,
    /// Whether the test's conditions hold, for data.
    pub(crate) holds: Option<Truth>,
}

/// Every record that speaks to a criterion, judged (E3.1 to E3.4), and whether `not-applicable` holds.
#[derive(Clone, Debug)]
pub(crate) struct Standing {
    pub(crate) heard: Vec<Heard>,
    pub(crate) not_applicable: bool,
}

pub(crate) fn standing(
    criterion: &PlanCriterion,
    speaking: &[usize],
    dossier: &Checked,
    as_of: Date,
    assurance: Assurance,
) -> Standing {
    let least = assurance.max(criterion.assurance);
    let mut heard: Vec<Heard> = speaking
        .iter()
        .filter_map(|index| {
            let record = dossier.records.get(*index)?;
            let holds = truth(criterion, &record.statement);
            let mut reasons = set_aside(criterion, record, as_of, least);
            reasons.add_if(holds == Some(Truth::Unknown), Reason::IncompleteData);
            Some(Heard { record: *index, reasons, stands: false, holds })
        })
        .collect();
    supersede(&mut heard, dossier);
    newest(&mut heard, dossier);
    let not_applicable = contest(&mut heard, dossier);
    Standing { heard, not_applicable }
}

/// Whether the conditions of a test hold for a record of its kind.
fn truth(criterion: &PlanCriterion, statement: &Statement) -> Option<Truth> {
    match (&criterion.ask, statement) {
        (PlanAsk::Test { conditions, .. }, Statement::Data(data)) => Some(holds(conditions, &data.fields)),
        _ => None,
    }
}

/// Every reason of E3.1 that a record has by itself.
fn set_aside(criterion: &PlanCriterion, record: &Record, as_of: Date, least: Assurance) -> Reasons {
    let mut reasons = Reasons::default();
    reasons.add_if(record.observed > as_of, Reason::NotYetObserved);
    reasons.add_if(record.expires.is_some_and(|expires| as_of > expires), Reason::Expired);
    let last = criterion.max_age.and_then(|age| record.observed.after(age));
    reasons.add_if(last.is_some_and(|last| as_of > last), Reason::TooOld);
    reasons.add_if(record.withdrawn.is_some_and(|date| date <= as_of), Reason::Withdrawn);
    reasons.add_if(record.assurance < least, Reason::AssuranceTooLow);
    reasons
}

/// Set aside what a record that counts, with no lower assurance, supersedes directly or through others (E3.1).
fn supersede(heard: &mut [Heard], dossier: &Checked) {
    let by = &dossier.supersession.by;
    if !heard.iter().any(|it| by.get(it.record).is_some_and(|list| !list.is_empty())) {
        return;
    }
    let counting: BTreeMap<usize, Assurance> = heard
        .iter()
        .filter(|it| it.reasons.is_empty())
        .filter_map(|it| Some((it.record, dossier.records.get(it.record)?.assurance)))
        .collect();
    // the highest assurance among those that count and come after each record
    let mut after: BTreeMap<usize, Assurance> = BTreeMap::new();
    for old in &dossier.supersession.order {
        let newer = by.get(*old).into_iter().flatten();
        let best = newer.flat_map(|new| [counting.get(new), after.get(new)]).flatten().max().copied();
        if let Some(best) = best {
            after.insert(*old, best);
        }
    }
    for it in heard {
        let Some(record) = dossier.records.get(it.record) else { continue };
        let superseded = after.get(&it.record).is_some_and(|best| *best >= record.assurance);
        it.reasons.add_if(superseded, Reason::Superseded);
    }
}

/// Per thing, source and assurance the newest counting record stands; ties all do (E3.2).
fn newest(heard: &mut [Heard], dossier: &Checked) {
    let slot = |record: &Record| {
        let thing = match &record.statement {
            Statement::Data(data) => Some(data.thing),
            _ => None,
        };
        (thing, record.source, record.assurance)
    };
    let mut latest = BTreeMap::new();
    for record in
        heard.iter().filter(|it| it.reasons.is_empty()).filter_map(|it| dossier.records.get(it.record))
    {
        let when = (record.observed, record.received);
        let newest = latest.entry(slot(record)).or_insert(when);
        *newest = when.max(*newest);
    }
    for it in heard.iter_mut().filter(|it| it.reasons.is_empty()) {
        let Some(record) = dossier.records.get(it.record) else { continue };
        it.stands = latest.get(&slot(record)) == Some(&(record.observed, record.received));
    }
}

/// `not-applicable` holds only if every standing statement says so; otherwise it is set aside (E3.3, E3.4).
fn contest(heard: &mut [Heard], dossier: &Checked) -> bool {
    let (mut excluded, mut stated) = (false, false);
    for it in heard.iter().filter(|it| it.stands) {
        match dossier.records.get(it.record).map(|record| &record.statement) {
            Some(Statement::NotApplicable) => excluded = true,
            Some(Statement::Unknown) | None => {}
            Some(_) => stated = true,
        }
    }
    if !(excluded && stated) {
        return excluded;
    }
    for it in heard.iter_mut().filter(|it| it.stands) {
        if matches!(
            dossier.records.get(it.record).map(|record| &record.statement),
            Some(Statement::NotApplicable)
        ) {
            it.stands = false;
            it.reasons.add(Reason::NotApplicableContested);
        }
    }
    false
}
