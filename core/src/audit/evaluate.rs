//! One evaluation of a dossier: every criterion, and every control and group at each least assurance.

use super::combine::{Degrees, combine};
use super::degree::{Judgement, judge};
use super::interval::Interval;
use super::reason::{Reason, Reasons};
use super::standing::Heard;
use crate::Assurance;
use crate::dossier::model::Facts;
use crate::standard::plan::{Compiled, PlanControl, PlanCriterion};

/// One for each least assurance, from least to most.
pub(crate) type ByAssurance<T> = [T; 3];

#[derive(Debug)]
pub(crate) struct Evaluated {
    /// For each criterion of the standard, at the assurance of the options. Those of controls that are left out or not in force
    /// are not judged.
    pub(crate) criteria: Vec<Judgement>,
    /// The records of all of them.
    pub(crate) heard: Vec<Heard>,
    pub(crate) degrees: ByAssurance<Degrees>,
}

pub(crate) fn evaluate(plan: &Compiled, facts: &Facts<'_>) -> Evaluated {
    let mut evaluator = Evaluator {
        plan,
        facts,
        criteria: Vec::with_capacity(plan.criteria.len()),
        heard: Vec::with_capacity(facts.records.len() * 2),
    };
    let mut controls: ByAssurance<Vec<Option<Interval>>> =
        std::array::from_fn(|_| Vec::with_capacity(plan.controls.len()));
    for control in &plan.controls {
        let degrees = evaluator.control(control);
        for (list, degree) in controls.iter_mut().zip(degrees) {
            list.push(degree);
        }
    }
    let Evaluator { criteria, heard, .. } = evaluator;
    Evaluated { criteria, heard, degrees: controls.map(|controls| Degrees::of(plan, controls)) }
}

struct Evaluator<'e> {
    plan: &'e Compiled,
    facts: &'e Facts<'e>,
    criteria: Vec<Judgement>,
    heard: Vec<Heard>,
}

impl Evaluator<'_> {
    fn control(&mut self, control: &PlanControl) -> ByAssurance<Option<Interval>> {
        let asked = self.plan.criteria.get(control.criteria.clone()).unwrap_or_default();
        if !control.in_plan || !control.in_force {
            let end = self.heard.len();
            let unjudged =
                Judgement { degree: None, members: None, reasons: Reasons::default(), heard: end..end };
            self.criteria.resize(self.criteria.len() + asked.len(), unjudged);
            return [const { None }; 3];
        }
        if let [criterion] = asked {
            let degrees = self.criterion(control.criteria.start, criterion);
            return if criterion.weight.is_zero() { [const { None }; 3] } else { degrees };
        }
        let degrees: Vec<ByAssurance<Option<Interval>>> =
            (control.criteria.clone()).zip(asked).map(|(at, criterion)| self.criterion(at, criterion)).collect();
        std::array::from_fn(|level| {
            let members = degrees.iter().zip(asked).filter_map(|(degrees, asked)| {
                Some((degrees.get(level)?.as_ref()?, &asked.weight))
            });
            combine(&control.combine, members)
        })
    }

    /// The degree of a criterion at each least assurance; its judgement at that of the options is kept.
    fn criterion(&mut self, at: usize, criterion: &PlanCriterion) -> ByAssurance<Option<Interval>> {
        let facts = self.facts;
        let speaking = facts.speaking.to(at);
        if speaking.is_empty() {
            self.criteria.push(nothing_said(criterion, self.heard.len()));
            return [const { Some(Interval::UNKNOWN) }; 3];
        }
        let as_of = self.plan.options.as_of;
        let least = |assurance: Assurance| assurance.max(criterion.assurance);
        // a record of too little assurance is set aside; all else is the same at every assurance
        let cut = |least: Assurance| {
            let record = |at: &&usize| facts.records.get(**at).is_some_and(|record| record.assurance < least);
            speaking.iter().filter(record).count()
        };
        let asked = least(self.plan.options.assurance);
        let judgement = judge(criterion, speaking, facts, as_of, asked, &mut self.heard);
        let cut_asked = cut(asked);
        let kept = self.heard.len();
        let degrees = Assurance::ALL.map(|assurance| {
            let least = least(assurance);
            let cut = if least == asked { cut_asked } else { cut(least) };
            if cut == cut_asked {
                judgement.degree.clone()
            } else if cut == speaking.len() {
                // nothing stands (E4.1)
                Some(Interval::UNKNOWN)
            } else {
                let other = judge(criterion, speaking, facts, as_of, least, &mut self.heard);
                self.heard.truncate(kept);
                other.degree
            }
        });
        self.criteria.push(judgement);
        degrees
    }
}

/// The judgement of a criterion that no record speaks to (E4.1).
fn nothing_said(criterion: &PlanCriterion, heard: usize) -> Judgement {
    Judgement {
        degree: Some(Interval::UNKNOWN),
        members: criterion.is_test().then(Default::default),
        reasons: const { Reasons::of(&[Reason::NoEvidence]) },
        heard: heard..heard,
    }
}
