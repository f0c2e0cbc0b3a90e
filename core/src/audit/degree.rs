//! The degree of a criterion: an interval in [0, 1] (E4).

use super::condition::Truth;
use super::conflict::{Stated, conflicting, contradicted};
use super::interval::Interval;
use super::reason::{Reason, Reasons};
use super::standing::{Heard, standing};
use crate::dossier::model::{Facts, Record, Sample, Statement};
use crate::standard::model::Better;
use crate::standard::plan::{PlanAsk, PlanCriterion, PlanOver};
use crate::{Assurance, Date, Rational};
use std::ops::Range;

/// What a criterion comes to.
#[derive(Clone, Debug)]
pub(crate) struct Judgement {
    /// `None` where it is not applicable.
    pub(crate) degree: Option<Interval>,
    /// Of a test.
    pub(crate) members: Option<Members>,
    pub(crate) reasons: Reasons,
    /// Where its records stand among all that were heard.
    pub(crate) heard: Range<usize>,
}

impl Judgement {
    /// Of a criterion that is not asked.
    pub(crate) fn none() -> Judgement {
        Judgement { degree: None, members: None, reasons: Reasons::default(), heard: 0..0 }
    }
}

/// How many things of a test's kind meet it, fail it, or are unknown (E4.3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Members {
    pub(crate) holds: usize,
    pub(crate) fails: usize,
    pub(crate) unknown: usize,
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

/// Judge a criterion at one least assurance; its records are added to `heard`.
pub(crate) fn judge(
    criterion: &PlanCriterion,
    speaking: &[usize],
    facts: &Facts<'_>,
    as_of: Date,
    least: Assurance,
    heard: &mut Vec<Heard>,
) -> Judgement {
    if let [at] = speaking
        && let Some(record) = facts.records.get(*at).filter(|record| record.chain.is_none())
    {
        return judge_one(criterion, *at, record, facts, as_of, least, heard);
    }
    judge_many(criterion, speaking, facts, as_of, least, heard)
}

/// What [`judge_many`] says where only one record speaks to the criterion, which nearly always is so.
fn judge_one(
    criterion: &PlanCriterion,
    at: usize,
    record: &Record<'_>,
    facts: &Facts<'_>,
    as_of: Date,
    least: Assurance,
    heard: &mut Vec<Heard>,
) -> Judgement {
    let mut it = Heard::of(criterion, at, record, facts, as_of, least);
    it.stands = it.reasons.is_empty();
    let range = heard.len()..heard.len() + 1;
    heard.push(it);
    let members = criterion.is_test().then(|| match &record.statement {
        Statement::Data(_) if it.stands => Members::of(it.holds.unwrap_or(Truth::Unknown)),
        Statement::Data(_) if it.reasons.only(OPEN) => Members::of(Truth::Unknown),
        _ => Members::default(),
    });
    let mut reasons = it.reasons;
    let degree = match &record.statement {
        _ if !it.stands => Interval::UNKNOWN,
        Statement::NotApplicable => return Judgement { degree: None, members, reasons, heard: range },
        Statement::Unknown => {
            reasons.add(Reason::AnsweredUnknown);
            Interval::UNKNOWN
        }
        Statement::Data(_) => members.and_then(|it| of_members(criterion, it)).unwrap_or(Interval::UNKNOWN),
        statement => alone(criterion, statement).unwrap_or(Interval::UNKNOWN),
    };
    if let Statement::Sample(sample) = &record.statement {
        let incomplete = it.stands && !degree.is_point() && sample.checked < sample.population;
        reasons.add_if(incomplete, Reason::SampleIncomplete);
    }
    Judgement { degree: Some(degree), members, reasons, heard: range }
}

fn judge_many(
    criterion: &PlanCriterion,
    speaking: &[usize],
    facts: &Facts<'_>,
    as_of: Date,
    least: Assurance,
    heard: &mut Vec<Heard>,
) -> Judgement {
    let first = heard.len();
    let not_applicable = standing(criterion, speaking, facts, as_of, least, heard);
    let range = first..heard.len();
    let heard = heard.get(range.clone()).unwrap_or_default();
    let members = members(criterion, heard, facts);
    if not_applicable {
        return Judgement { degree: None, members, reasons: Reasons::default(), heard: range };
    }
    let standing = || heard.iter().filter(|it| it.stands).filter_map(|it| facts.records.get(it.record));
    let together = members.and_then(|members| of_members(criterion, members));
    let degree = standing()
        .filter_map(|record| alone(criterion, &record.statement))
        .chain(together)
        .reduce(Interval::least)
        .unwrap_or(Interval::UNKNOWN);
    let mut reasons = Reasons::default();
    reasons.add_if(heard.is_empty(), Reason::NoEvidence);
    if standing().nth(1).is_some() {
        let stated: Vec<Stated<'_>> =
            standing().map(|record| Stated { record, degree: alone(criterion, &record.statement) }).collect();
        reasons.add_if(conflicting(&stated, facts), Reason::ConflictingEvidence);
        reasons.add_if(contradicted(&stated, &degree), Reason::ClaimContradicted);
    }
    let open = !degree.is_point();
    for it in heard {
        if open || it.reasons.has(Reason::NotApplicableContested) {
            reasons.join(it.reasons);
        }
    }
    if open {
        for record in standing() {
            reasons.add_if(record.statement == Statement::Unknown, Reason::AnsweredUnknown);
            let incomplete = matches!(&record.statement, Statement::Sample(it) if it.checked < it.population);
            reasons.add_if(incomplete, Reason::SampleIncomplete);
        }
    }
    Judgement { degree: Some(degree), members, reasons, heard: range }
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
        Interval::unknown()
    })
}

/// A record of which all that was set aside for is among these makes an unknown member (E4.3).
const OPEN: Reasons =
    Reasons::of(&[Reason::Expired, Reason::TooOld, Reason::AssuranceTooLow, Reason::IncompleteData]);

/// Count the things of a test's kind (E4.3).
fn members(criterion: &PlanCriterion, heard: &[Heard], facts: &Facts<'_>) -> Option<Members> {
    if !criterion.is_test() {
        return None;
    }
    let said = |it: &Heard| {
        let Statement::Data(data) = &facts.records.get(it.record)?.statement else { return None };
        if it.stands {
            Some((data.thing, false, it.holds?))
        } else {
            it.reasons.only(OPEN).then_some((data.thing, true, Truth::Unknown))
        }
    };
    // of each thing the standing records first, the least of which counts: true and false come from them, unknown only without
    let mut things: Vec<(usize, bool, Truth)> = heard.iter().filter_map(said).collect();
    things.sort_unstable();
    things.dedup_by_key(|(thing, ..)| *thing);
    let mut members = Members::default();
    things.iter().for_each(|(_, _, truth)| members.add(*truth));
    Some(members)
}

/// The interval that the members of a test have together; none where no data record stands (E4.3).
fn of_members(criterion: &PlanCriterion, members: Members) -> Option<Interval> {
    let PlanAsk::Test { over, .. } = &criterion.ask else { return None };
    let Members { holds, fails, unknown } = members;
    if holds + fails == 0 {
        return None;
    }
    let enough = |needed: &Rational| {
        if Rational::from(holds) >= *needed {
            Interval::one()
        } else if Rational::from(holds + unknown) >= *needed {
            Interval::unknown()
        } else {
            Interval::zero()
        }
    };
    Some(match over {
        PlanOver::Every => enough(&Rational::from(holds + fails + unknown)),
        PlanOver::Count(count) => enough(count),
        PlanOver::Share(share) => enough(&(share * &Rational::from(holds + fails + unknown))),
    })
}
