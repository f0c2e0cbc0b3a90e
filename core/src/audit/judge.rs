//! The judgement of a criterion: which of its records stand, its degree, and what is to be said of it (E3, E4).

use super::conflict::{conflicting, contradicted};
use super::degree::{Degree, Members, Other, Others, of_many, of_members};
use super::reason::{Reason, Reasons};
use super::standing::{Heard, stand};
use crate::dossier::condition::Truth;
use crate::dossier::model::{Facts, Sample, Small, Statement, slice};
use crate::dossier::voice::{Says, Voice};
use crate::standard::plan::{Compiled, PlanCriterion};
use crate::{Assurance, Date, Interval};
use std::ops::Range;

/// What a criterion comes to.
#[derive(Clone, Debug)]
pub(crate) struct Judgement<'e> {
    /// `None` where it is not applicable.
    pub(crate) degree: Option<Degree<'e>>,
    /// Where only one record speaks and stands, its assurance: at a higher least assurance nothing stands (E4.1). Else the highest.
    pub(crate) until: Assurance,
    pub(crate) reasons: Reasons,
}

impl Judgement<'_> {
    /// The degree at a least assurance that is none of the [others](Other).
    pub(crate) fn at(&self, assurance: Assurance) -> Option<&Interval> {
        if assurance <= self.until { self.degree.as_deref() } else { Some(&Degree::UNKNOWN) }
    }
}

/// Judges the criteria of a dossier.
#[derive(Debug)]
pub(crate) struct Judge<'e> {
    facts: &'e Facts<'e>,
    /// Of the options.
    asked: Assurance,
    /// The records of all criteria, each in the place of its voice.
    pub(crate) heard: Vec<Heard>,
    // lists that are used again
    /// The records of a criterion as they stand at another least assurance.
    elsewhere: Vec<Heard>,
    things: Vec<(Small, bool, Truth)>,
}

impl<'e> Judge<'e> {
    pub(crate) fn new(plan: &Compiled, facts: &'e Facts<'e>) -> Judge<'e> {
        // in a row, so that nothing waits for what a record says before the next one is fetched from memory
        let voices = facts.speaking.voices().iter();
        Judge {
            facts,
            asked: plan.options.assurance,
            heard: voices.map(|voice| Heard::of(voice, plan.options.as_of)).collect(),
            elsewhere: Vec::new(),
            things: Vec::new(),
        }
    }

    /// Judge a criterion at the assurance of the options; and its degree at each least assurance, where that is another. A record
    /// of too little assurance is set aside; all else is the same at every assurance. Criteria are judged in their order.
    #[inline]
    pub(crate) fn judge(
        &mut self,
        criterion: &PlanCriterion,
        at: usize,
        others: &mut Others<'e>,
    ) -> Judgement<'e> {
        let facts = self.facts;
        let places = facts.speaking.places(at);
        let voices = slice(facts.speaking.voices(), places.clone());
        let places = places.start as usize..places.end as usize;
        set_aside_old(criterion, self.heard.get_mut(places.clone()).unwrap_or_default(), voices);
        match voices {
            [] => nothing_said(),
            [voice] => self.one(criterion, voice, places.start, others),
            _ => self.many(criterion, voices, places, others),
        }
    }

    /// What [`many`](Judge::many) says where only one record speaks to the criterion, which nearly always is so.
    fn one(
        &mut self,
        criterion: &PlanCriterion,
        voice: &'e Voice,
        place: usize,
        others: &mut Others<'e>,
    ) -> Judgement<'e> {
        let Some(it) = self.heard.get_mut(place) else { return nothing_said() };
        let counts = it.reasons.is_empty() && voice.assurance >= criterion.assurance;
        it.ask(voice, self.asked.max(criterion.assurance));
        it.stands = it.reasons.is_empty();
        if !counts {
            return Judgement { reasons: it.reasons, ..unknown() };
        }
        let degree = of_one(criterion, voice);
        if !it.stands {
            // of too little assurance for the options alone
            for (_, other) in
                Assurance::ALL.into_iter().zip(others).take_while(|(at, _)| *at <= voice.assurance)
            {
                *other = Other::Is(degree.clone());
            }
            return Judgement { reasons: it.reasons, ..unknown() };
        }
        let mut reasons = Reasons::default();
        reasons.add_if(voice.says == Says::Unknown, Reason::AnsweredUnknown);
        let open = degree.as_deref().is_some_and(|degree| !degree.is_point());
        reasons.add_if(open && is_incomplete_sample(voice, self.facts), Reason::SampleIncomplete);
        Judgement { degree, until: voice.assurance, reasons }
    }

    fn many(
        &mut self,
        criterion: &PlanCriterion,
        voices: &'e [Voice],
        places: Range<usize>,
        others: &mut Others<'e>,
    ) -> Judgement<'e> {
        let facts = self.facts;
        let heard = self.heard.get_mut(places).unwrap_or_default();
        let too_low = |least: Assurance| voices.iter().filter(|voice| voice.assurance < least).count();
        let least_asked = self.asked.max(criterion.assurance);
        let cut_asked = too_low(least_asked);
        for (assurance, other) in Assurance::ALL.into_iter().zip(others) {
            let least = assurance.max(criterion.assurance);
            let cut = if least == least_asked { cut_asked } else { too_low(least) };
            if cut == cut_asked {
                continue;
            }
            *other = if cut == voices.len() {
                Other::UNKNOWN
            } else {
                self.elsewhere.clear();
                self.elsewhere.extend_from_slice(heard);
                let not_applicable = stand(&mut self.elsewhere, voices, facts, least);
                let members = members(criterion, &self.elsewhere, voices, &mut self.things);
                Other::Is((!not_applicable).then(|| of_many(criterion, &self.elsewhere, voices, members)))
            };
        }
        if stand(heard, voices, facts, least_asked) {
            return not_asked();
        }
        let members = members(criterion, heard, voices, &mut self.things);
        let degree = of_many(criterion, heard, voices, members);
        let reasons = reasons(heard, voices, facts, &degree);
        Judgement { degree: Some(degree), reasons, ..unknown() }
    }
}

/// A criterion judged apart from all others, at a least assurance: its degree, `None` where it is not applicable, and what becomes of
/// each record that speaks to it.
pub(crate) fn alone(
    criterion: &PlanCriterion,
    at: usize,
    facts: &Facts<'_>,
    (as_of, least): (Date, Assurance),
) -> (Option<Interval>, Vec<Heard>) {
    let voices = slice(facts.speaking.voices(), facts.speaking.places(at));
    let mut heard: Vec<Heard> = voices.iter().map(|voice| Heard::of(voice, as_of)).collect();
    set_aside_old(criterion, &mut heard, voices);
    let not_applicable = stand(&mut heard, voices, facts, least);
    let members = members(criterion, &heard, voices, &mut Vec::new());
    let degree = (!not_applicable).then(|| (*of_many(criterion, &heard, voices, members)).clone());
    (degree, heard)
}

/// Set aside what is older than a criterion hears (E3.1).
#[inline]
fn set_aside_old(criterion: &PlanCriterion, heard: &mut [Heard], voices: &[Voice]) {
    if let Some(oldest) = criterion.oldest {
        heard.iter_mut().zip(voices).for_each(|(it, voice)| it.since(voice, oldest));
    }
}

/// The judgement of a criterion that no record stands for (E4.1).
fn unknown<'e>() -> Judgement<'e> {
    Judgement { degree: Some(Degree::UNKNOWN), until: Assurance::Verified, reasons: Reasons::default() }
}

/// The judgement of a criterion that no record speaks to (E4.1).
pub(crate) fn nothing_said<'e>() -> Judgement<'e> {
    Judgement { reasons: const { Reasons::of(&[Reason::NoEvidence]) }, ..unknown() }
}

/// The judgement of a criterion that is not asked, or not applicable.
pub(crate) fn not_asked<'e>() -> Judgement<'e> {
    Judgement { degree: None, ..unknown() }
}

/// What is to be said of a criterion that several records speak to (E3.5, E4.1, E8).
fn reasons(heard: &[Heard], voices: &[Voice], facts: &Facts<'_>, degree: &Interval) -> Reasons {
    let stated = heard.iter().zip(voices).filter(|(it, _)| it.stands);
    let stated = stated.map(|(_, voice)| voice);
    let mut reasons = Reasons::default();
    if stated.clone().nth(1).is_some() {
        reasons.add_if(conflicting(stated.clone(), facts), Reason::ConflictingEvidence);
        reasons.add_if(contradicted(stated, degree), Reason::ClaimContradicted);
    }
    let open = !degree.is_point();
    for (it, voice) in heard.iter().zip(voices) {
        if open || it.reasons.has(Reason::NotApplicableContested) {
            reasons.join(it.reasons);
        }
        if open && it.stands {
            reasons.add_if(voice.says == Says::Unknown, Reason::AnsweredUnknown);
            reasons.add_if(is_incomplete_sample(voice, facts), Reason::SampleIncomplete);
        }
    }
    reasons
}

fn is_incomplete_sample(voice: &Voice, facts: &Facts<'_>) -> bool {
    let record = facts.record(voice.record).filter(|_| voice.says == Says::Degree);
    match record.map(|record| &record.statement) {
        Some(Statement::Sample(sample)) => facts.sample(*sample).is_some_and(Sample::is_incomplete),
        _ => false,
    }
}

/// The degree of a criterion about which one record stands.
fn of_one<'e>(criterion: &PlanCriterion, voice: &'e Voice) -> Option<Degree<'e>> {
    let degree = match voice.says {
        Says::NotApplicable => return None,
        Says::Unknown => None,
        Says::Degree => voice.degree(),
        Says::Data(holds) => of_members(criterion, Members::of(holds)),
    };
    Some(degree.map_or(Degree::UNKNOWN, Degree::Of))
}

/// A record of which all that was set aside for is among these makes an unknown member (E4.3).
const OPEN: Reasons =
    Reasons::of(&[Reason::Expired, Reason::TooOld, Reason::AssuranceTooLow, Reason::IncompleteData]);

/// Count the things of a test's kind (E4.3).
pub(crate) fn members(
    criterion: &PlanCriterion,
    heard: &[Heard],
    voices: &[Voice],
    things: &mut Vec<(Small, bool, Truth)>,
) -> Members {
    let mut members = Members::default();
    if !criterion.is_test() {
        return members;
    }
    let said = |(it, voice): (&Heard, &Voice)| {
        let (thing, holds) = (voice.thing()?, voice.holds()?);
        if it.stands {
            Some((thing, false, holds))
        } else {
            it.reasons.only(OPEN).then_some((thing, true, Truth::Unknown))
        }
    };
    // of each thing the standing records first, the least of which counts: true and false come from them, unknown only without
    things.clear();
    things.extend(heard.iter().zip(voices).filter_map(said));
    things.sort_unstable();
    things.dedup_by_key(|(thing, ..)| *thing);
    things.iter().for_each(|(_, _, truth)| members.add(*truth));
    members
}
