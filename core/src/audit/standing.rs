//! Which records stand for a criterion, and which are set aside and why (E3).

use super::condition::{Truth, holds};
use super::reason::{Reason, Reasons};
use super::result::State;
use crate::dossier::model::{Facts, Link, Record, Small, Source, Statement};
use crate::standard::plan::{PlanAsk, PlanCriterion};
use crate::{Assurance, Date};

/// A record as one criterion hears it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Heard {
    /// Its index in the dossier.
    pub(crate) record: Small,
    /// Why it is set aside; empty where it counts.
    pub(crate) reasons: Reasons,
    /// It counts, and no newer record of its slot does.
    pub(crate) stands: bool,
    /// Whether the test's conditions hold, for data.
    pub(crate) holds: Option<Truth>,
}

impl Heard {
    /// Judged by itself (E3.1), its assurance left out: that others supersede or displace it is not yet seen.
    #[inline]
    pub(crate) fn of(
        criterion: &PlanCriterion,
        index: Small,
        record: &Record<'_>,
        facts: &Facts<'_>,
        as_of: Date,
    ) -> Heard {
        let holds = truth(criterion, &record.statement, facts);
        let mut reasons = Reasons::default();
        reasons.add_if(record.observed > as_of, Reason::NotYetObserved);
        reasons.add_if(record.expires.is_some_and(|expires| as_of > expires), Reason::Expired);
        reasons.add_if(criterion.oldest.is_some_and(|oldest| record.observed < oldest), Reason::TooOld);
        reasons.add_if(record.withdrawn.is_some_and(|date| date <= as_of), Reason::Withdrawn);
        reasons.add_if(holds == Some(Truth::Unknown), Reason::IncompleteData);
        Heard { record: index, reasons, stands: false, holds }
    }

    /// Of nothing.
    pub(crate) const NONE: Heard =
        Heard { record: Small::MAX, reasons: Reasons::of(&[]), stands: false, holds: None };

    /// Set aside where its assurance is too low (E3.1).
    pub(crate) fn ask(&mut self, record: &Record<'_>, least: Assurance) {
        self.reasons.add_if(record.assurance < least, Reason::AssuranceTooLow);
    }

    pub(crate) fn state(&self) -> State {
        match (self.stands, self.reasons.is_empty()) {
            (true, _) => State::Stands,
            (false, true) => State::Displaced,
            (false, false) => State::SetAside,
        }
    }
}

/// Judge records at a least assurance, each [heard](Heard::of) by itself (E3.1 to E3.4); whether `not-applicable` holds.
pub(crate) fn stand(heard: &mut [Heard], facts: &Facts<'_>, least: Assurance) -> bool {
    for it in &mut *heard {
        facts.record(it.record).into_iter().for_each(|record| it.ask(record, least));
    }
    supersede(heard, facts);
    newest(heard, facts);
    contest(heard, facts)
}

/// Whether the conditions of a test hold for a record of its kind.
fn truth(criterion: &PlanCriterion, statement: &Statement, facts: &Facts<'_>) -> Option<Truth> {
    match (&criterion.ask, statement) {
        (PlanAsk::Test { conditions, .. }, Statement::Data(data)) => {
            Some(holds(conditions, facts.fields(data)))
        }
        _ => None,
    }
}

/// Set aside what a record that counts, with no lower assurance, supersedes directly or through others (E3.1).
fn supersede(heard: &mut [Heard], facts: &Facts<'_>) {
    let chain = |it: &Heard| facts.record(it.record).and_then(|record| record.chain);
    // nearly always there is none, or one alone, which nothing heard here supersedes
    if heard.iter().filter_map(chain).nth(1).is_none() {
        return;
    }
    let mut chains: Vec<Small> = heard.iter().filter_map(chain).collect();
    chains.sort_unstable();
    for same in chains.chunk_by(|a, b| a == b).filter(|same| same.len() > 1) {
        same.first().into_iter().for_each(|chain| supersede_in(facts.chains.links(*chain), heard, facts));
    }
}

fn supersede_in(links: &[Link], heard: &mut [Heard], facts: &Facts<'_>) {
    // for each link, the highest assurance among those that count and come after it; and its own, where it counts
    let mut after: Vec<(Option<Assurance>, Option<Assurance>)> = Vec::with_capacity(links.len());
    for link in links {
        let newer = facts.chains.by(link).iter();
        let best = newer
            .filter_map(|at| after.get(*at as usize))
            .map(|(after, own)| *after.max(own))
            .max()
            .flatten();
        // records are heard in the order of the dossier
        let at = heard.binary_search_by_key(&link.record, |it| it.record).ok();
        let it = at.and_then(|at| heard.get_mut(at));
        let assurance = facts.record(link.record).map(|record| record.assurance);
        let own = assurance.filter(|_| it.as_ref().is_some_and(|it| it.reasons.is_empty()));
        if let Some(it) = it {
            it.reasons.add_if(best.is_some() && best >= assurance, Reason::Superseded);
        }
        after.push((best, own));
    }
}

/// Per thing, source and assurance the newest counting record stands; ties all do (E3.2).
fn newest(heard: &mut [Heard], facts: &Facts<'_>) {
    let slot = |record: &Record<'_>| match &record.statement {
        Statement::Data(data) => (Some(data.thing), record.assurance),
        _ => (None, record.assurance),
    };
    let when = |record: &Record<'_>| (record.observed, record.received);
    /// Up to so many, every pair is compared; beyond, they are sorted.
    const FEW: usize = 8;
    if heard.len() <= FEW {
        for at in 0..heard.len() {
            let counts =
                |it: &Heard| Some((it.record, facts.record(it.record).filter(|_| it.reasons.is_empty())?));
            let Some((mine, record)) = heard.get(at).and_then(counts) else { continue };
            let newer = |(other, newer): (Small, &Record<'_>)| {
                when(newer) > when(record) && slot(newer) == slot(record) && facts.same_source(other, mine)
            };
            let stands = !heard.iter().filter_map(counts).any(newer);
            heard.get_mut(at).into_iter().for_each(|it| it.stands = stands);
        }
        return;
    }
    type Counting<'f> = (usize, &'f Record<'f>, Option<&'f Source<'f>>);
    let same_slot =
        |a: &Counting<'_>, b: &Counting<'_>| slot(a.1).cmp(&slot(b.1)).then_with(|| a.2.cmp(&b.2));
    let mut order: Vec<Counting<'_>> = (0..)
        .zip(heard.iter())
        .filter(|(_, it)| it.reasons.is_empty())
        .filter_map(|(at, it)| Some((at, facts.record(it.record)?, facts.source(it.record))))
        .collect();
    order.sort_unstable_by(|a, b| same_slot(a, b).then_with(|| when(b.1).cmp(&when(a.1))));
    for slot in order.chunk_by(|a, b| same_slot(a, b).is_eq()) {
        let newest = slot.first().map(|(_, record, _)| when(record));
        for (at, ..) in slot.iter().take_while(|(_, record, _)| Some(when(record)) == newest) {
            heard.get_mut(*at).into_iter().for_each(|it| it.stands = true);
        }
    }
}

/// `not-applicable` holds only if every standing statement says so; otherwise it is set aside (E3.3, E3.4).
fn contest(heard: &mut [Heard], facts: &Facts<'_>) -> bool {
    let statement = |it: &Heard| facts.record(it.record).map(|record| &record.statement);
    let (mut excluded, mut stated) = (false, false);
    for it in heard.iter().filter(|it| it.stands) {
        match statement(it) {
            Some(Statement::NotApplicable) => excluded = true,
            Some(Statement::Unknown) | None => {}
            Some(_) => stated = true,
        }
    }
    if !(excluded && stated) {
        return excluded;
    }
    for it in heard.iter_mut().filter(|it| it.stands) {
        if statement(it) == Some(&Statement::NotApplicable) {
            it.stands = false;
            it.reasons.add(Reason::NotApplicableContested);
        }
    }
    false
}
