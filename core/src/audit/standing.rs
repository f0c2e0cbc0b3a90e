//! Which records stand for a criterion, and which are set aside and why (E3).

use super::reason::{Reason, Reasons};
use super::result::State;
use crate::dossier::condition::Truth;
use crate::dossier::model::{Facts, Link, Small, Source};
use crate::dossier::voice::{Says, Voice};
use crate::standard::plan::PlanCriterion;
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
}

impl Heard {
    /// Judged by itself (E3.1), its assurance left out: that others supersede or displace it is not yet seen.
    #[inline]
    pub(crate) fn of(criterion: &PlanCriterion, voice: &Voice, as_of: Date) -> Heard {
        let mut reasons = Reasons::default();
        reasons.add_if(voice.observed > as_of, Reason::NotYetObserved);
        reasons.add_if(voice.expires.is_some_and(|expires| as_of > expires), Reason::Expired);
        reasons.add_if(criterion.oldest.is_some_and(|oldest| voice.observed < oldest), Reason::TooOld);
        reasons.add_if(voice.withdrawn.is_some_and(|date| date <= as_of), Reason::Withdrawn);
        reasons.add_if(voice.says == Says::Data(Truth::Unknown), Reason::IncompleteData);
        Heard { record: voice.record, reasons, stands: false }
    }

    /// Of nothing.
    pub(crate) const NONE: Heard = Heard { record: Small::MAX, reasons: Reasons::of(&[]), stands: false };

    /// Set aside where its assurance is too low (E3.1).
    pub(crate) fn ask(&mut self, voice: &Voice, least: Assurance) {
        self.reasons.add_if(voice.assurance < least, Reason::AssuranceTooLow);
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
pub(crate) fn stand(heard: &mut [Heard], voices: &[Voice], facts: &Facts<'_>, least: Assurance) -> bool {
    heard.iter_mut().zip(voices).for_each(|(it, voice)| it.ask(voice, least));
    supersede(heard, voices, facts);
    newest(heard, voices, facts);
    contest(heard, voices)
}

/// Set aside what a record that counts, with no lower assurance, supersedes directly or through others (E3.1).
fn supersede(heard: &mut [Heard], voices: &[Voice], facts: &Facts<'_>) {
    let chained = voices.iter().filter(|voice| voice.is_chained);
    // nearly always there is none, or one alone, which nothing heard here supersedes
    if chained.clone().nth(1).is_none() {
        return;
    }
    let mut chains: Vec<Small> = chained.filter_map(|voice| facts.record(voice.record)?.chain).collect();
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
fn newest(heard: &mut [Heard], voices: &[Voice], facts: &Facts<'_>) {
    let slot = |voice: &Voice| (voice.thing(), voice.assurance);
    let when = |voice: &Voice| (voice.observed, voice.received);
    /// Up to so many, every pair is compared; beyond, they are sorted.
    const FEW: usize = 8;
    if heard.len() <= FEW {
        for (at, mine) in voices.iter().enumerate() {
            let newer = |(it, other): (&Heard, &Voice)| {
                it.reasons.is_empty()
                    && when(other) > when(mine)
                    && slot(other) == slot(mine)
                    && same_source(other, mine, facts)
            };
            let newer = heard.iter().zip(voices).any(newer);
            if let Some(it) = heard.get_mut(at) {
                it.stands = it.reasons.is_empty() && !newer;
            }
        }
        return;
    }
    type Counting<'f> = (usize, &'f Voice, Option<&'f Source<'f>>);
    let same_slot =
        |a: &Counting<'_>, b: &Counting<'_>| slot(a.1).cmp(&slot(b.1)).then_with(|| a.2.cmp(&b.2));
    let counting = (0..).zip(heard.iter().zip(voices)).filter(|(_, (it, _))| it.reasons.is_empty());
    let mut order: Vec<Counting<'_>> =
        counting.map(|(at, (_, voice))| (at, voice, facts.source(voice.record))).collect();
    order.sort_unstable_by(|a, b| same_slot(a, b).then_with(|| when(b.1).cmp(&when(a.1))));
    for slot in order.chunk_by(|a, b| same_slot(a, b).is_eq()) {
        let newest = slot.first().map(|(_, voice, _)| when(voice));
        for (at, ..) in slot.iter().take_while(|(_, voice, _)| Some(when(voice)) == newest) {
            heard.get_mut(*at).into_iter().for_each(|it| it.stands = true);
        }
    }
}

/// Whether two records name one source.
pub(crate) fn same_source(a: &Voice, b: &Voice, facts: &Facts<'_>) -> bool {
    a.source_mark == b.source_mark && facts.source(a.record) == facts.source(b.record)
}

/// `not-applicable` holds only if every standing statement says so; otherwise it is set aside (E3.3, E3.4).
fn contest(heard: &mut [Heard], voices: &[Voice]) -> bool {
    let (mut excluded, mut stated) = (false, false);
    for (_, voice) in heard.iter().zip(voices).filter(|(it, _)| it.stands) {
        match voice.says {
            Says::NotApplicable => excluded = true,
            Says::Unknown => {}
            Says::Degree | Says::Data(_) => stated = true,
        }
    }
    if !(excluded && stated) {
        return excluded;
    }
    for (it, voice) in heard.iter_mut().zip(voices).filter(|(it, _)| it.stands) {
        if voice.says == Says::NotApplicable {
            it.stands = false;
            it.reasons.add(Reason::NotApplicableContested);
        }
    }
    false
}
