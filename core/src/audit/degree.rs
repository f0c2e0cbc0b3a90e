//! The degree of a criterion: an interval in [0, 1] (E4).

use super::condition::Truth;
use super::conflict::{Stated, conflicting, contradicted};
use super::interval::Interval;
use super::reason::{Reason, Reasons};
use super::standing::{Heard, stand};
use crate::dossier::model::{Facts, Record, Sample, Small, Statement, Voice};
use crate::standard::model::Better;
use crate::standard::plan::{Compiled, PlanAsk, PlanCriterion, PlanOver};
use crate::{Assurance, Rational};
use std::ops::Range;

/// What a criterion comes to.
#[derive(Clone, Debug)]
pub(crate) struct Judgement {
    /// `None` where it is not applicable.
    pub(crate) degree: Option<Interval>,
    /// Of a test; of anything else, none.
    pub(crate) members: Members,
    pub(crate) reasons: Reasons,
    /// Where its records stand among all that were heard.
    pub(crate) heard: Range<Small>,
}

/// How many things of a test's kind meet it, fail it, or are unknown (E4.3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Members {
    pub(crate) holds: Small,
    pub(crate) fails: Small,
    pub(crate) unknown: Small,
}

impl Members {
    fn of(truth: Truth) -> Members {
        let mut members = Members::default();
        members.add(truth);
        members
    }

    fn add(&mut self, truth: Truth) {
        match truth {
            Truth::True => self.holds += 1,
            Truth::False => self.fails += 1,
            Truth::Unknown => self.unknown += 1,
        }
    }
}

/// Judges the criteria of a dossier.
#[derive(Debug)]
pub(crate) struct Judge<'e> {
    facts: &'e Facts<'e>,
    /// Of the options.
    asked: Assurance,
    /// The records of all criteria, criterion by criterion; until theirs is judged, each by itself.
    pub(crate) heard: Vec<Heard>,
    /// What each of them says by itself.
    alone: Vec<Option<Interval>>,
    // lists that are used again
    /// The records of a criterion as they stand at another least assurance.
    elsewhere: Vec<Heard>,
    things: Vec<(Small, bool, Truth)>,
}

/// The degree of a criterion or a control at another least assurance than that of the options.
#[derive(Clone, Debug)]
pub(crate) enum Other {
    Same,
    /// Nothing stands (E4.1).
    Unknown,
    Is(Option<Interval>),
}

/// At each least assurance.
pub(crate) type Others = [Other; 3];

impl Other {
    pub(crate) const SAME: Others = [const { Other::Same }; 3];

    /// The degree, which is this one at the assurance of the options.
    pub(crate) fn degree<'d>(&'d self, asked: Option<&'d Interval>) -> Option<&'d Interval> {
        static UNKNOWN: Interval = Interval::UNKNOWN;
        match self {
            Other::Same => asked,
            Other::Unknown => Some(&UNKNOWN),
            Other::Is(degree) => degree.as_ref(),
        }
    }
}

impl<'e> Judge<'e> {
    /// Hear every record by itself, in the order of the dossier: criterion by criterion, nearly each would be waited for.
    pub(crate) fn new(plan: &Compiled, facts: &'e Facts<'e>) -> Judge<'e> {
        let voices = &facts.speaking.voices;
        let mut judge = Judge {
            facts,
            asked: plan.options.assurance,
            heard: vec![Heard::NONE; voices.len()],
            alone: vec![None; voices.len()],
            elsewhere: Vec::new(),
            things: Vec::new(),
        };
        for Voice { record: index, criterion, place } in voices {
            let pair = facts.record(*index).zip(plan.criteria.get(*criterion as usize));
            let places = judge.heard.get_mut(*place as usize).zip(judge.alone.get_mut(*place as usize));
            let (Some((record, criterion)), Some((heard, degree))) = (pair, places) else { continue };
            *heard = Heard::of(criterion, *index, record, facts, plan.options.as_of);
            *degree = alone(criterion, &record.statement, facts);
        }
        judge
    }

    /// Whether no record speaks to a criterion.
    pub(crate) fn is_silent(&self, at: usize) -> bool {
        self.facts.speaking.places(at).is_empty()
    }

    /// Judge a criterion at the assurance of the options; and its degree at each least assurance, where that is another. A record
    /// of too little assurance is set aside; all else is the same at every assurance.
    #[inline]
    pub(crate) fn judge(&mut self, criterion: &PlanCriterion, at: usize, others: &mut Others) -> Judgement {
        let places = self.facts.speaking.places(at);
        match places.len() {
            0 => nothing_said(),
            1 => self.one(criterion, places, others),
            _ => self.many(criterion, places, others),
        }
    }

    /// What [`many`](Judge::many) says where only one record speaks to the criterion, which nearly always is so.
    fn one(&mut self, criterion: &PlanCriterion, place: Range<Small>, others: &mut Others) -> Judgement {
        let facts = self.facts;
        let (Some(it), Some(alone)) =
            (self.heard.get_mut(place.start as usize), self.alone.get(place.start as usize))
        else {
            return nothing_said();
        };
        let Some(record) = facts.record(it.record) else { return nothing_said() };
        let by_itself = *it;
        let least_asked = self.asked.max(criterion.assurance);
        it.ask(record, least_asked);
        it.stands = it.reasons.is_empty();
        let members = members_of_one(criterion, record, it);
        let mut reasons = it.reasons;
        let degree =
            if it.stands { of_one(criterion, record, alone, members) } else { Some(Interval::UNKNOWN) };
        match (&record.statement, &degree) {
            (Statement::Unknown, _) if it.stands => reasons.add(Reason::AnsweredUnknown),
            (Statement::Sample(sample), Some(degree)) if it.stands && !degree.is_point() => {
                let sample = facts.sample(*sample);
                reasons.add_if(sample.is_some_and(Sample::is_incomplete), Reason::SampleIncomplete);
            }
            _ => {}
        }
        for (assurance, other) in Assurance::ALL.into_iter().zip(others) {
            let too_low = record.assurance < assurance.max(criterion.assurance);
            if too_low == (record.assurance < least_asked) {
                continue;
            }
            *other = if too_low || !by_itself.reasons.is_empty() {
                Other::Unknown
            } else {
                let stands = Heard { stands: true, ..by_itself };
                Other::Is(of_one(criterion, record, alone, members_of_one(criterion, record, &stands)))
            };
        }
        Judgement { degree, members, reasons, heard: place }
    }

    fn many(&mut self, criterion: &PlanCriterion, places: Range<Small>, others: &mut Others) -> Judgement {
        let facts = self.facts;
        let range = places.start as usize..places.end as usize;
        let heard = self.heard.get_mut(range.clone()).unwrap_or_default();
        let alone = self.alone.get(range).unwrap_or_default();
        let too_low = |least: Assurance| {
            let of = |it: &&Heard| facts.record(it.record).is_some_and(|record| record.assurance < least);
            heard.iter().filter(of).count()
        };
        let least_asked = self.asked.max(criterion.assurance);
        let cut_asked = too_low(least_asked);
        for (assurance, other) in Assurance::ALL.into_iter().zip(others) {
            let least = assurance.max(criterion.assurance);
            let cut = if least == least_asked { cut_asked } else { too_low(least) };
            if cut == cut_asked {
                continue;
            }
            *other = if cut == heard.len() {
                Other::Unknown
            } else {
                self.elsewhere.clear();
                self.elsewhere.extend_from_slice(heard);
                let not_applicable = stand(&mut self.elsewhere, facts, least);
                let members = members(criterion, &self.elsewhere, facts, &mut self.things);
                Other::Is((!not_applicable).then(|| of_many(criterion, &self.elsewhere, alone, members)))
            };
        }
        let not_applicable = stand(heard, facts, least_asked);
        let members = members(criterion, heard, facts, &mut self.things);
        if not_applicable {
            return Judgement { degree: None, members, reasons: Reasons::default(), heard: places };
        }
        let degree = of_many(criterion, heard, alone, members);
        let reasons = reasons(heard, alone, facts, &degree);
        Judgement { degree: Some(degree), members, reasons, heard: places }
    }
}

/// The judgement of a criterion that no record speaks to (E4.1).
pub(crate) fn nothing_said() -> Judgement {
    Judgement {
        degree: Some(Interval::UNKNOWN),
        members: Members::default(),
        reasons: const { Reasons::of(&[Reason::NoEvidence]) },
        heard: 0..0,
    }
}

/// The judgement of a criterion that is not asked.
pub(crate) fn not_asked() -> Judgement {
    Judgement { degree: None, reasons: Reasons::default(), ..nothing_said() }
}

/// What is to be said of a criterion that several records speak to (E3.5, E4.1, E8).
fn reasons(heard: &[Heard], alone: &[Option<Interval>], facts: &Facts<'_>, degree: &Interval) -> Reasons {
    let stated = heard.iter().zip(alone).filter(|(it, _)| it.stands);
    let stated = stated.filter_map(|(it, alone)| -> Option<Stated<'_>> {
        Some(Stated { index: it.record, record: facts.record(it.record)?, degree: alone.as_ref() })
    });
    let mut reasons = Reasons::default();
    if stated.clone().nth(1).is_some() {
        reasons.add_if(conflicting(stated.clone(), facts), Reason::ConflictingEvidence);
        reasons.add_if(contradicted(stated.clone(), degree), Reason::ClaimContradicted);
    }
    let open = !degree.is_point();
    for it in heard {
        if open || it.reasons.has(Reason::NotApplicableContested) {
            reasons.join(it.reasons);
        }
    }
    if open {
        for Stated { record, .. } in stated {
            reasons.add_if(record.statement == Statement::Unknown, Reason::AnsweredUnknown);
            let Statement::Sample(sample) = record.statement else { continue };
            let sample = facts.sample(sample);
            reasons.add_if(sample.is_some_and(Sample::is_incomplete), Reason::SampleIncomplete);
        }
    }
    reasons
}

/// The members of a test that one record speaks to (E4.3).
fn members_of_one(criterion: &PlanCriterion, record: &Record<'_>, it: &Heard) -> Members {
    match &record.statement {
        Statement::Data(_) if !criterion.is_test() => Members::default(),
        Statement::Data(_) if it.stands => Members::of(it.holds.unwrap_or(Truth::Unknown)),
        Statement::Data(_) if it.reasons.only(OPEN) => Members::of(Truth::Unknown),
        _ => Members::default(),
    }
}

/// The degree of a criterion about which one record stands.
fn of_one(
    criterion: &PlanCriterion,
    record: &Record<'_>,
    alone: &Option<Interval>,
    members: Members,
) -> Option<Interval> {
    match &record.statement {
        Statement::NotApplicable => return None,
        Statement::Unknown => None,
        Statement::Data(_) => of_members(criterion, members),
        _ => alone.clone(),
    }
    .or(Some(Interval::UNKNOWN))
}

/// The degree of a criterion about which several records speak: the least favourable of what stands (E4.1).
fn of_many(
    criterion: &PlanCriterion,
    heard: &[Heard],
    alone: &[Option<Interval>],
    members: Members,
) -> Interval {
    let together = of_members(criterion, members);
    let each = heard.iter().zip(alone).filter(|(it, _)| it.stands).filter_map(|(_, alone)| alone.as_ref());
    let mut all = each.chain(&together);
    let Some(first) = all.next() else { return Interval::UNKNOWN };
    let (lo, hi) = all.fold((&first.lo, &first.hi), |(lo, hi), it| (lo.min(&it.lo), hi.min(&it.hi)));
    Interval { lo: lo.clone(), hi: hi.clone() }
}

/// The interval of an answer, value or sample by itself (E4.2, E4.4).
pub(crate) fn alone(criterion: &PlanCriterion, statement: &Statement, facts: &Facts<'_>) -> Option<Interval> {
    match (statement, &criterion.ask) {
        (Statement::Answer(answer), PlanAsk::Answer(scale)) => {
            let at = scale.binary_search_by_key(answer, |(word, _)| *word).ok()?;
            scale.get(at).map(|(_, degree)| Interval::point(degree.clone()))
        }
        (Statement::Value(value), PlanAsk::Value { min, span, better, .. }) => {
            let share = (value - min).checked_div(span)?;
            Some(Interval::point(match better {
                Better::Higher => share,
                Better::Lower => &Rational::ONE - &share,
            }))
        }
        (Statement::Sample(sample), PlanAsk::Test { over: PlanOver::Every, .. }) => {
            of_share(facts.sample(*sample)?, &Rational::ONE)
        }
        (Statement::Sample(sample), PlanAsk::Test { over: PlanOver::Share(share), .. }) => {
            of_share(facts.sample(*sample)?, share)
        }
        (Statement::Sample(sample), PlanAsk::Answer(_) | PlanAsk::Value { .. }) => {
            of_sample(facts.sample(*sample)?)
        }
        _ => None,
    }
}

/// [(checked − exceptions) ÷ population, (population − exceptions) ÷ population] (E4.2).
fn of_sample(sample: &Sample) -> Option<Interval> {
    let part = |count: &Rational| (count - &sample.exceptions).checked_div(&sample.population);
    Some(Interval { lo: part(&sample.checked)?, hi: part(&sample.population)? })
}

/// A sample against a test over a share of the things (E4.4).
fn of_share(sample: &Sample, share: &Rational) -> Option<Interval> {
    let sampled = of_sample(sample)?;
    Some(if sampled.lo >= *share {
        Interval::one()
    } else if sampled.hi < *share {
        Interval::zero()
    } else {
        Interval::UNKNOWN
    })
}

/// A record of which all that was set aside for is among these makes an unknown member (E4.3).
const OPEN: Reasons =
    Reasons::of(&[Reason::Expired, Reason::TooOld, Reason::AssuranceTooLow, Reason::IncompleteData]);

/// Count the things of a test's kind (E4.3).
fn members(
    criterion: &PlanCriterion,
    heard: &[Heard],
    facts: &Facts<'_>,
    things: &mut Vec<(Small, bool, Truth)>,
) -> Members {
    let mut members = Members::default();
    if !criterion.is_test() {
        return members;
    }
    let said = |it: &Heard| {
        let Statement::Data(data) = &facts.record(it.record)?.statement else { return None };
        if it.stands {
            Some((data.thing, false, it.holds?))
        } else {
            it.reasons.only(OPEN).then_some((data.thing, true, Truth::Unknown))
        }
    };
    // of each thing the standing records first, the least of which counts: true and false come from them, unknown only without
    things.clear();
    things.extend(heard.iter().filter_map(said));
    things.sort_unstable();
    things.dedup_by_key(|(thing, ..)| *thing);
    things.iter().for_each(|(_, _, truth)| members.add(*truth));
    members
}

/// The interval that the members of a test have together; none where no data record stands (E4.3).
fn of_members(criterion: &PlanCriterion, members: Members) -> Option<Interval> {
    let PlanAsk::Test { over, .. } = &criterion.ask else { return None };
    let [holds, fails, unknown] = [members.holds, members.fails, members.unknown].map(i64::from);
    if holds + fails == 0 {
        return None;
    }
    let all = holds + fails + unknown;
    let enough = |needed: &Rational| {
        if Rational::from(holds) >= *needed {
            Interval::one()
        } else if Rational::from(holds + unknown) >= *needed {
            Interval::UNKNOWN
        } else {
            Interval::zero()
        }
    };
    Some(match over {
        PlanOver::Every => enough(&Rational::from(all)),
        PlanOver::Count(count) => enough(count),
        PlanOver::Share(share) => enough(&(share * &Rational::from(all))),
    })
}
