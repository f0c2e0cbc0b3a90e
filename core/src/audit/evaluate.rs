//! One evaluation of a dossier: every criterion and control at the assurance of the options, and what is another at each least
//! assurance.

use super::combine::combine;
use super::degree::{Judge, Judgement, Others, SAME};
use super::interval::Interval;
use super::points::Points;
use super::standing::Heard;
use crate::Assurance;
use crate::dossier::model::Facts;
use crate::standard::plan::{Compiled, PlanControl};

/// One for each least assurance, from least to most.
pub(crate) type ByAssurance<T> = [T; 3];

#[derive(Debug)]
pub(crate) struct Evaluated {
    /// For each criterion of the standard, at the assurance of the options. Those of controls that are left out or not in force
    /// are not judged.
    pub(crate) criteria: Vec<Judgement>,
    /// The records of all of them.
    pub(crate) heard: Vec<Heard>,
    /// The degree of each control at the assurance of the options; `None` where not applicable or not in force.
    pub(crate) controls: Vec<Option<Interval>>,
    /// The controls whose degree at a least assurance is another, in their order.
    others: ByAssurance<Vec<(usize, Option<Interval>)>>,
    /// The points at each least assurance, if nothing is dropped.
    pub(crate) points: ByAssurance<Points>,
}

impl Evaluated {
    /// The degree of each control at a least assurance.
    pub(crate) fn controls_at(&self, assurance: Assurance) -> Vec<Option<Interval>> {
        let mut controls = self.controls.clone();
        for (index, other) in self.others.get(assurance as usize).into_iter().flatten() {
            controls.get_mut(*index).into_iter().for_each(|degree| degree.clone_from(other));
        }
        controls
    }
}

pub(crate) fn evaluate(plan: &Compiled, facts: &Facts<'_>) -> Evaluated {
    let mut evaluator = Evaluator {
        plan,
        judge: Judge::new(facts, plan.options.as_of, plan.options.assurance),
        criteria: Vec::with_capacity(plan.criteria.len()),
        others: std::array::from_fn(|_| Vec::with_capacity(plan.controls.len().min(facts.records.len()))),
        points: [const { Points::NONE }; 3],
    };
    let mut controls = Vec::with_capacity(plan.controls.len());
    for (index, control) in plan.controls.iter().enumerate() {
        controls.push(evaluator.control(index, control));
    }
    let Evaluator { judge, criteria, others, points, .. } = evaluator;
    Evaluated { criteria, heard: judge.heard, controls, others, points }
}

struct Evaluator<'e> {
    plan: &'e Compiled,
    judge: Judge<'e>,
    criteria: Vec<Judgement>,
    others: ByAssurance<Vec<(usize, Option<Interval>)>>,
    points: ByAssurance<Points>,
}

impl Evaluator<'_> {
    /// The degree of a control at the assurance of the options.
    fn control(&mut self, index: usize, control: &PlanControl) -> Option<Interval> {
        let asked = self.plan.criteria.get(control.criteria.clone()).unwrap_or_default();
        if !control.in_plan || !control.in_force {
            self.criteria.resize_with(self.criteria.len() + asked.len(), || self.judge.not_asked());
            self.add(index, control, None, &mut { SAME });
            return None;
        }
        if let [criterion] = asked {
            let mut others = SAME;
            let judgement = self.judge.judge(criterion, control.criteria.start, &mut others);
            let degree = judgement.degree.clone().filter(|_| !criterion.weight.is_zero());
            self.criteria.push(judgement);
            if criterion.weight.is_zero() {
                others = SAME;
            }
            self.add(index, control, degree.as_ref(), &mut others);
            return degree;
        }
        let first = self.criteria.len();
        let mut others_of: Vec<Others> = Vec::with_capacity(asked.len());
        for (at, criterion) in control.criteria.clone().zip(asked) {
            let mut others = SAME;
            self.criteria.push(self.judge.judge(criterion, at, &mut others));
            others_of.push(others);
        }
        let judged = self.criteria.get(first..).unwrap_or_default();
        let degree_of = |level: Option<usize>| {
            let members = judged.iter().zip(&others_of).zip(asked).filter_map(|((judged, others), asked)| {
                let other = level.and_then(|level| others.get(level)?.as_ref());
                Some((other.unwrap_or(&judged.degree).as_ref()?, &asked.weight))
            });
            combine(&control.combine, members)
        };
        let degree = degree_of(None);
        let is_other = |level: usize| others_of.iter().any(|of| of.get(level).is_some_and(Option::is_some));
        let mut others = std::array::from_fn(|level| is_other(level).then(|| degree_of(Some(level))));
        self.add(index, control, degree.as_ref(), &mut others);
        degree
    }

    /// Note the degree of a control, and its points.
    fn add(&mut self, index: usize, control: &PlanControl, degree: Option<&Interval>, others: &mut Others) {
        for ((other, list), points) in others.iter_mut().zip(&mut self.others).zip(&mut self.points) {
            match other.take() {
                None => points.add(degree, control.parts),
                Some(other) => {
                    points.add(other.as_ref(), control.parts);
                    list.push((index, other));
                }
            }
        }
    }
}
