//! Voices: which record speaks to which criterion (E2.7), and what it says by itself (E4.2 to E4.4).

use super::condition::{Truth, holds};
use super::model::{Facts, Record, Sample, Small, Statement};
use crate::name::Name;
use crate::standard::model::Better;
use crate::standard::plan::{Compiled, PlanAsk, PlanCriterion, PlanOver};
use crate::{Assurance, Date, Interval, Rational};
use std::ops::Range;

/// A record that speaks to a criterion: all that judging looks at, so that it seldom has to fetch the record. In a dossier with
/// many, waiting for memory is what takes longest; a voice is one line of a cache.
#[derive(Debug)]
pub(crate) struct Voice {
    /// Its index in the dossier.
    pub(crate) record: Small,
    pub(crate) observed: Date,
    pub(crate) received: Option<Date>,
    pub(crate) expires: Option<Date>,
    pub(crate) withdrawn: Option<Date>,
    /// See [`Source::mark`](super::model::Source::mark).
    pub(crate) source_mark: u32,
    /// Of data, the number of what it is about; it means nothing elsewhere.
    thing: Small,
    pub(crate) assurance: Assurance,
    /// Whether it supersedes or is superseded.
    pub(crate) is_chained: bool,
    pub(crate) says: Says,
    degree: Interval,
}

/// What kind of statement it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Says {
    Unknown,
    NotApplicable,
    /// An answer, value or sample, which has a degree by itself (E4.2, E4.4).
    Degree,
    /// Data, and whether the conditions of the test hold for it (E4.3).
    Data(Truth),
}

impl Voice {
    /// The degree that an answer, value or sample has by itself.
    pub(crate) fn degree(&self) -> Option<&Interval> {
        (self.says == Says::Degree).then_some(&self.degree)
    }

    /// Whether the conditions of the test hold, for data.
    pub(crate) fn holds(&self) -> Option<Truth> {
        match self.says {
            Says::Data(holds) => Some(holds),
            _ => None,
        }
    }

    /// What data is about.
    pub(crate) fn thing(&self) -> Option<Small> {
        self.holds().map(|_| self.thing)
    }

    fn of(criterion: &PlanCriterion, index: Small, record: &Record, facts: &Facts<'_>) -> Voice {
        let (says, degree) = said(criterion, &record.statement, facts);
        let thing = match &record.statement {
            Statement::Data(data) => data.thing,
            _ => 0,
        };
        Voice {
            record: index,
            observed: record.observed,
            received: record.received,
            expires: record.expires,
            withdrawn: record.withdrawn,
            source_mark: record.source_mark,
            thing,
            assurance: record.assurance,
            is_chained: record.chain.is_some(),
            says,
            degree,
        }
    }
}

/// What a statement comes to for a criterion by itself.
fn said(criterion: &PlanCriterion, statement: &Statement, facts: &Facts<'_>) -> (Says, Interval) {
    // only what a criterion takes speaks to it, so that there is always a degree
    let degree = |degree: Option<Interval>| (Says::Degree, degree.unwrap_or(Interval::UNKNOWN));
    match (statement, &criterion.ask) {
        (Statement::Unknown, _) => (Says::Unknown, Interval::UNKNOWN),
        (Statement::NotApplicable, _) => (Says::NotApplicable, Interval::UNKNOWN),
        (Statement::Data(data), PlanAsk::Test { conditions, .. }) => {
            (Says::Data(holds(conditions, facts.fields(data))), Interval::UNKNOWN)
        }
        (Statement::Answer(answer), PlanAsk::Answer(scale)) => {
            let at = scale.binary_search_by_key(answer, |(word, _)| *word).ok();
            let found = at.and_then(|at| scale.get(at));
            degree(found.map(|(_, degree)| Interval::point(degree.clone())))
        }
        (Statement::Value(value), PlanAsk::Value { min, span, better, .. }) => {
            let share = (value - min).checked_div(span);
            degree(share.map(|share| match better {
                Better::Higher => Interval::point(share),
                Better::Lower => Interval::point(&Rational::ONE - &share),
            }))
        }
        (Statement::Sample(sample), ask) => degree(facts.sample(*sample).and_then(|it| of_sample(it, ask))),
        _ => degree(None),
    }
}

fn of_sample(sample: &Sample, ask: &PlanAsk) -> Option<Interval> {
    // [(checked − exceptions) ÷ population, (population − exceptions) ÷ population] (E4.2)
    let part = |count: &Rational| (count - &sample.exceptions).checked_div(&sample.population);
    let share = Interval { lo: part(&sample.checked)?, hi: part(&sample.population)? };
    let least = match ask {
        PlanAsk::Answer(_) | PlanAsk::Value { .. } => return Some(share),
        PlanAsk::Test { over: PlanOver::Share(least), .. } => least,
        PlanAsk::Test { .. } => &Rational::ONE,
    };
    // (E4.4)
    Some(if share.lo >= *least {
        Interval::ONE
    } else if share.hi < *least {
        Interval::ZERO
    } else {
        Interval::UNKNOWN
    })
}

/// Which records speak to which criteria.
#[derive(Debug, Default)]
pub(crate) struct Speaking<'d> {
    /// Criterion by criterion, and within each in the order of the dossier.
    voices: Vec<Voice>,
    /// The id of the record of each: found one after the other where findings are read, not here and there.
    ids: Vec<Name<'d>>,
    /// For each criterion, where its voices begin; one more than there are criteria.
    starts: Vec<Small>,
    /// The criteria that somebody speaks to, in their order.
    spoken: Vec<Small>,
}

impl<'d> Speaking<'d> {
    /// From pairs of criterion and record, in the order of the records.
    pub(super) fn of(plan: &Compiled, facts: &Facts<'d>, pairs: &[(Small, Small)]) -> Speaking<'d> {
        // counted two places further on, a criterion's start is first where it begins and, once its voices have their places,
        // where it ends
        let mut starts: Vec<Small> = vec![0; plan.criteria.len() + 2];
        for (criterion, _) in pairs {
            starts.get_mut(*criterion as usize + 2).into_iter().for_each(|count| *count += 1);
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut order: Vec<Small> = vec![0; pairs.len()];
        for (criterion, record) in pairs {
            let Some(next) = starts.get_mut(*criterion as usize + 1) else { continue };
            order.get_mut(*next as usize).into_iter().for_each(|place| *place = *record);
            *next += 1;
        }
        let mut speaking = Speaking {
            voices: Vec::with_capacity(pairs.len()),
            ids: Vec::with_capacity(pairs.len()),
            starts,
            spoken: Vec::with_capacity(pairs.len().min(plan.criteria.len())),
        };
        for (at, criterion) in (0..).zip(&plan.criteria) {
            let places = speaking.places(at as usize);
            if !places.is_empty() {
                speaking.spoken.push(at);
            }
            for index in order.get(places.start as usize..places.end as usize).unwrap_or_default() {
                let Some((record, id)) = facts.record(*index).zip(facts.ids.get(*index as usize)) else {
                    continue;
                };
                speaking.voices.push(Voice::of(criterion, *index, record, facts));
                speaking.ids.push(id.clone());
            }
        }
        speaking
    }

    /// The places of the voices of a criterion.
    pub(crate) fn places(&self, criterion: usize) -> Range<Small> {
        let Some([start, end, ..]) = self.starts.get(criterion..) else { return 0..0 };
        *start..*end
    }

    /// The criteria that somebody speaks to, in their order.
    pub(crate) fn spoken(&self) -> &[Small] {
        &self.spoken
    }

    /// All of them.
    pub(crate) fn voices(&self) -> &[Voice] {
        &self.voices
    }

    /// The ids of their records.
    pub(crate) fn ids(&self) -> &[Name<'d>] {
        &self.ids
    }
}
