//! The degree of a criterion: an interval in [0, 1] (E4).

use super::condition::Truth;
use super::conflict::{Stated, conflicting, contradicted};
use super::interval::Interval;
use super::reason::{Reason, Reasons};
use super::standing::{Heard, Standing};
use crate::Rational;
use crate::dossier::model::{Checked, Sample, Statement};
use crate::standard::model::Better;
use crate::standard::plan::{PlanAsk, PlanCriterion, PlanOver};
use std::collections::BTreeMap;

/// What a criterion comes to.
#[derive(Clone, Debug)]
pub(crate) struct Judgement {
    /// `None` where it is not applicable.
    pub(crate) degree: Option<Interval>,
    /// Of a test.
    pub(crate) members: Option<Members>,
    pub(crate) reasons: Reasons,
    pub(crate) heard: Vec<Heard>,
}

/// How many things of a test's kind meet it, fail it, or are unknown (E4.3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Members {
    pub(crate) holds: usize,
    pub(crate) fails: usize,
    pub(crate) unknown: usize,
}

pub(crate) fn judge(criterion: &PlanCriterion, standing: Standing, dossier: &Checked) -> Judgement {
    let Standing { heard, not_applicable } = standing;
    let members = members(criterion, &heard, dossier);
    if not_applicable {
        return Judgement { degree: None, members, reasons: Reasons::default(), heard };
    }
    let stated: Vec<Stated<'_>> = heard
        .iter()
        .filter(|it| it.stands)
        .filter_map(|it| {
            let record = dossier.records.get(it.record)?;
            Some(Stated { record, degree: alone(criterion, &record.statement) })
        })
        .collect();
    let together = members.and_then(|members| of_members(criterion, members));
    let known = stated.iter().filter_map(|it| it.degree.as_ref()).chain(&together);
    let degree = known.fold(None, |least: Option<Interval>, it| match least {
        Some(least) => Some(least.least(it)),
        None => Some(it.clone()),
    });
    let degree = degree.unwrap_or_else(Interval::unknown);
    let mut reasons = Reasons::default();
    reasons.add_if(heard.is_empty(), Reason::NoEvidence);
    reasons.add_if(conflicting(&stated), Reason::ConflictingEvidence);
    reasons.add_if(contradicted(&stated, &degree), Reason::ClaimContradicted);
    for it in &heard {
        if it.reasons.has(Reason::NotApplicableContested) || !degree.is_point() {
            reasons.join(it.reasons);
        }
    }
    if !degree.is_point() {
        for it in &stated {
            reasons.add_if(matches!(it.record.statement, Statement::Unknown), Reason::AnsweredUnknown);
            let incomplete =
                matches!(&it.record.statement, Statement::Sample(it) if it.checked < it.population);
            reasons.add_if(incomplete, Reason::SampleIncomplete);
        }
    }
    Judgement { degree: Some(degree), members, reasons, heard }
}

/// The interval of an answer, value or sample by itself (E4.2, E4.4).
pub(crate) fn alone(criterion: &PlanCriterion, statement: &Statement) -> Option<Interval> {
    match (statement, &criterion.ask) {
        (Statement::Answer(answer), PlanAsk::Answer(scale)) => {
            scale.iter().find(|(word, _)| word == answer).map(|(_, degree)| Interval::point(degree.clone()))
        }
        (Statement::Value(value), PlanAsk::Value { min, max, better }) => {
            let share = (value - min).checked_div(&(max - min))?;
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

/// Count the things of a test's kind (E4.3).
fn members(criterion: &PlanCriterion, heard: &[Heard], dossier: &Checked) -> Option<Members> {
    if !matches!(criterion.ask, PlanAsk::Test { .. }) {
        return None;
    }
    let open =
        Reasons::of(&[Reason::Expired, Reason::TooOld, Reason::AssuranceTooLow, Reason::IncompleteData]);
    // the least of what is said of each thing; true and false come from standing records, unknown only without any
    let mut things: BTreeMap<usize, Truth> = BTreeMap::new();
    let data = |it: &Heard| match dossier.records.get(it.record).map(|record| &record.statement) {
        Some(Statement::Data(data)) => Some(data.thing),
        _ => None,
    };
    for it in heard.iter().filter(|it| it.stands) {
        if let (Some(thing), Some(holds)) = (data(it), it.holds) {
            let least = things.entry(thing).or_insert(holds);
            *least = holds.min(*least);
        }
    }
    for it in heard.iter().filter(|it| it.reasons.only(open)) {
        if let Some(thing) = data(it) {
            things.entry(thing).or_insert(Truth::Unknown);
        }
    }
    let mut members = Members::default();
    for truth in things.values() {
        match truth {
            Truth::True => members.holds += 1,
            Truth::False => members.fails += 1,
            Truth::Unknown => members.unknown += 1,
        }
    }
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
