//! The degree of a criterion: an interval in [0, 1] (E4).

use super::condition::Truth;
use super::conflict::{Stated, conflicting, contradicted};
use super::interval::Interval;
use super::reason::{Reason, Reasons};
use super::standing::{Heard, set_aside, stand};
use crate::dossier::model::{Facts, Record, Sample, Small, Statement, small};
use crate::standard::model::Better;
use crate::standard::plan::{PlanAsk, PlanCriterion, PlanOver};
use crate::{Assurance, Date, Rational};
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

/// Judges the criteria of a dossier, one after another.
#[derive(Debug)]
pub(crate) struct Judge<'e> {
    facts: &'e Facts<'e>,
    /// What each record is set aside for, whatever is asked.
    own: Vec<Reasons>,
    /// Of the options.
    asked: Assurance,
    /// The records of all criteria judged so far.
    pub(crate) heard: Vec<Heard>,
    // of the criterion at hand: lists that are used again
    /// Each record by itself, before anything is asked of its assurance.
    by_itself: Vec<Heard>,
    /// What each record says by itself.
    alone: Vec<Option<Interval>>,
    /// The records as they stand at another least assurance.
    elsewhere: Vec<Heard>,
    things: Vec<(Small, bool, Truth)>,
}

/// The degree of a criterion or a control at each least assurance, where it is another than at that of the options.
pub(crate) type Others = [Option<Option<Interval>>; 3];

/// The same at every assurance.
pub(crate) const SAME: Others = [const { None }; 3];

impl<'e> Judge<'e> {
    pub(crate) fn new(facts: &'e Facts<'e>, as_of: Date, asked: Assurance) -> Judge<'e> {
        Judge {
            facts,
            // in the order of memory: criterion by criterion, nearly every record would be waited for
            own: facts.records.iter().map(|record| set_aside(record, as_of)).collect(),
            asked,
            heard: Vec::with_capacity(facts.records.len() * 5 / 4),
            by_itself: Vec::new(),
            alone: Vec::new(),
            elsewhere: Vec::new(),
            things: Vec::new(),
        }
    }

    /// Judge a criterion at the assurance of the options; and its degree at each least assurance, where that is another. A record
    /// of too little assurance is set aside; all else is the same at every assurance.
    pub(crate) fn judge(&mut self, criterion: &PlanCriterion, at: usize, others: &mut Others) -> Judgement {
        match self.facts.speaking.to(at) {
            [] => self.nothing_said(),
            [index] => self.one(criterion, *index, others).unwrap_or_else(|| self.nothing_said()),
            several => self.many(criterion, several, others),
        }
    }

    /// The judgement of a criterion that no record speaks to (E4.1).
    fn nothing_said(&self) -> Judgement {
        let here = small(self.heard.len());
        Judgement {
            degree: Some(Interval::UNKNOWN),
            members: Members::default(),
            reasons: const { Reasons::of(&[Reason::NoEvidence]) },
            heard: here..here,
        }
    }

    /// The judgement of a criterion that is not asked.
    pub(crate) fn not_asked(&self) -> Judgement {
        Judgement { degree: None, reasons: Reasons::default(), ..self.nothing_said() }
    }

    /// What [`many`](Judge::many) says where only one record speaks to the criterion, which nearly always is so.
    fn one(&mut self, criterion: &PlanCriterion, index: Small, others: &mut Others) -> Option<Judgement> {
        let (record, own) = self.facts.record(index).zip(self.own.get(index as usize))?;
        let by_itself = Heard::of(criterion, index, record, *own, self.facts);
        let mut it = by_itself;
        let least_asked = self.asked.max(criterion.assurance);
        it.ask(record, least_asked);
        it.stands = it.reasons.is_empty();
        let first = small(self.heard.len());
        self.heard.push(it);
        let mut judgement = Judgement {
            degree: None,
            members: members_of_one(criterion, record, &it),
            reasons: it.reasons,
            heard: first..first + 1,
        };
        judgement.degree =
            if it.stands { of_one(criterion, record, judgement.members) } else { Some(Interval::UNKNOWN) };
        match (&record.statement, &judgement.degree) {
            (Statement::NotApplicable, None) => {}
            (Statement::Unknown, _) if it.stands => judgement.reasons.add(Reason::AnsweredUnknown),
            (Statement::Sample(sample), Some(degree)) if it.stands && !degree.is_point() => {
                judgement.reasons.add_if(sample.checked < sample.population, Reason::SampleIncomplete);
            }
            _ => {}
        }
        for (assurance, other) in Assurance::ALL.into_iter().zip(others) {
            let least = assurance.max(criterion.assurance);
            let too_low = record.assurance < least;
            if too_low == (record.assurance < least_asked) {
                continue;
            }
            *other = Some(if too_low || !by_itself.reasons.is_empty() {
                // nothing stands (E4.1)
                Some(Interval::UNKNOWN)
            } else {
                let stands = Heard { stands: true, ..by_itself };
                of_one(criterion, record, members_of_one(criterion, record, &stands))
            });
        }
        Some(judgement)
    }

    fn many(&mut self, criterion: &PlanCriterion, speaking: &[Small], others: &mut Others) -> Judgement {
        let facts = self.facts;
        self.by_itself.clear();
        self.alone.clear();
        for index in speaking {
            let Some((record, own)) = facts.record(*index).zip(self.own.get(*index as usize)) else {
                continue;
            };
            self.by_itself.push(Heard::of(criterion, *index, record, *own, facts));
            self.alone.push(alone(criterion, &record.statement));
        }
        let cut = |least: Assurance| {
            let too_low = |at: &&Small| facts.record(**at).is_some_and(|record| record.assurance < least);
            speaking.iter().filter(too_low).count()
        };
        let least_asked = self.asked.max(criterion.assurance);
        let cut_asked = cut(least_asked);
        for (assurance, other) in Assurance::ALL.into_iter().zip(others) {
            let least = assurance.max(criterion.assurance);
            let cut = if least == least_asked { cut_asked } else { cut(least) };
            if cut == cut_asked {
                continue;
            }
            *other = Some(if cut == speaking.len() {
                // nothing stands (E4.1)
                Some(Interval::UNKNOWN)
            } else {
                self.elsewhere.clone_from(&self.by_itself);
                let not_applicable = stand(&mut self.elsewhere, facts, least);
                let members = members(criterion, &self.elsewhere, facts, &mut self.things);
                (!not_applicable).then(|| of_many(criterion, &self.elsewhere, &self.alone, members))
            });
        }
        let not_applicable = stand(&mut self.by_itself, facts, least_asked);
        let heard = &*self.by_itself;
        let members = members(criterion, heard, facts, &mut self.things);
        let first = small(self.heard.len());
        self.heard.extend_from_slice(heard);
        let range = first..small(self.heard.len());
        if not_applicable {
            return Judgement { degree: None, members, reasons: Reasons::default(), heard: range };
        }
        let degree = of_many(criterion, heard, &self.alone, members);
        let reasons = reasons(heard, &self.alone, facts, &degree);
        Judgement { degree: Some(degree), members, reasons, heard: range }
    }
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
            let incomplete = matches!(&record.statement, Statement::Sample(it) if it.checked < it.population);
            reasons.add_if(incomplete, Reason::SampleIncomplete);
        }
    }
    reasons
}

/// The members of a test that one record speaks to (E4.3).
fn members_of_one(criterion: &PlanCriterion, record: &Record, it: &Heard) -> Members {
    match &record.statement {
        Statement::Data(_) if !criterion.is_test() => Members::default(),
        Statement::Data(_) if it.stands => Members::of(it.holds.unwrap_or(Truth::Unknown)),
        Statement::Data(_) if it.reasons.only(OPEN) => Members::of(Truth::Unknown),
        _ => Members::default(),
    }
}

/// The degree of a criterion about which one record stands.
fn of_one(criterion: &PlanCriterion, record: &Record, members: Members) -> Option<Interval> {
    match &record.statement {
        Statement::NotApplicable => return None,
        Statement::Unknown => None,
        Statement::Data(_) => of_members(criterion, members),
        statement => alone(criterion, statement),
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
    let each = heard.iter().zip(alone).filter(|(it, _)| it.stands).filter_map(|(_, alone)| alone.clone());
    each.chain(of_members(criterion, members)).reduce(Interval::least).unwrap_or(Interval::UNKNOWN)
}

/// The interval of an answer, value or sample by itself (E4.2, E4.4).
pub(crate) fn alone(criterion: &PlanCriterion, statement: &Statement) -> Option<Interval> {
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
            of_share(sample, &Rational::ONE)
        }
        (Statement::Sample(sample), PlanAsk::Test { over: PlanOver::Share(share), .. }) => {
            of_share(sample, share)
        }
        (Statement::Sample(sample), PlanAsk::Answer(_) | PlanAsk::Value { .. }) => of_sample(sample),
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
