//! One evaluation of a dossier: every criterion and control at the assurance of the options, and what is another at each least
//! assurance.

use super::combine::combine;
use super::degree::{Judge, Judgement, Other, Others, not_asked, nothing_said};
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
    others: ByAssurance<Vec<(usize, Other)>>,
    /// The points at each least assurance, if nothing is dropped.
    pub(crate) points: ByAssurance<Points>,
}

impl Evaluated {
    /// The degree of each control at a least assurance.
    pub(crate) fn controls_at(&self, assurance: Assurance) -> Vec<Option<Interval>> {
        let mut controls = self.controls.clone();
        for (index, other) in self.others.get(assurance as usize).into_iter().flatten() {
            if let Some(degree) = controls.get_mut(*index) {
                *degree = other.degree(degree.as_ref()).cloned();
            }
        }
        controls
    }
}

pub(crate) fn evaluate(plan: &Compiled, facts: &Facts<'_>) -> Evaluated {
    let mut evaluator = Evaluator {
        plan,
        judge: Judge::new(plan, facts),
        criteria: Vec::with_capacity(plan.criteria.len()),
        controls: Vec::with_capacity(plan.controls.len()),
        points: ByLevel {
            others: std::array::from_fn(|_| Vec::with_capacity(plan.controls.len().min(facts.records.len()))),
            points: [const { Points::NONE }; 3],
        },
    };
    for (index, control) in plan.controls.iter().enumerate() {
        evaluator.control(index, control);
    }
    let Evaluator { judge, criteria, controls, points: ByLevel { others, points }, .. } = evaluator;
    Evaluated { criteria, heard: judge.heard, controls, others, points }
}

struct Evaluator<'e> {
    plan: &'e Compiled,
    judge: Judge<'e>,
    criteria: Vec<Judgement>,
    controls: Vec<Option<Interval>>,
    points: ByLevel,
}

impl Evaluator<'_> {
    /// Find the degree of a control at the assurance of the options.
    fn control(&mut self, index: usize, control: &PlanControl) {
        let asked = self.plan.criteria.get(control.criteria.clone()).unwrap_or_default();
        if !control.in_plan || !control.in_force {
            self.criteria.resize_with(self.criteria.len() + asked.len(), not_asked);
            self.points.add(index, control, None, &mut { Other::SAME });
            self.controls.push(None);
            return;
        }
        if let [criterion] = asked {
            if self.judge.is_silent(control.criteria.start) && !criterion.weight.is_zero() {
                // which is most of many audits
                self.criteria.push(nothing_said());
                self.controls.push(Some(Interval::UNKNOWN));
                self.points.add_unknown(control);
                return;
            }
            let mut others = Other::SAME;
            let judgement = self.judge.judge(criterion, control.criteria.start, &mut others);
            let counts = !criterion.weight.is_zero();
            if !counts {
                others = Other::SAME;
            }
            let degree = judgement.degree.as_ref().filter(|_| counts);
            self.points.add(index, control, degree, &mut others);
            self.controls.push(degree.cloned());
            self.criteria.push(judgement);
            return;
        }
        let first = self.criteria.len();
        let mut others_of: Vec<Others> = Vec::with_capacity(asked.len());
        for (at, criterion) in control.criteria.clone().zip(asked) {
            let mut others = Other::SAME;
            self.criteria.push(self.judge.judge(criterion, at, &mut others));
            others_of.push(others);
        }
        let judged = self.criteria.get(first..).unwrap_or_default();
        let degree_of = |level: Option<usize>| {
            let members = judged.iter().zip(&others_of).zip(asked).filter_map(|((judged, others), asked)| {
                let degree = judged.degree.as_ref();
                let degree = match level.and_then(|level| others.get(level)) {
                    Some(other) => other.degree(degree),
                    None => degree,
                };
                Some((degree?, &asked.weight))
            });
            combine(&control.combine, members)
        };
        let degree = degree_of(None);
        let is_same =
            |level: usize| others_of.iter().all(|of| matches!(of.get(level), Some(Other::Same) | None));
        let mut others =
            std::array::from_fn(
                |level| {
                    if is_same(level) { Other::Same } else { Other::Is(degree_of(Some(level))) }
                },
            );
        self.points.add(index, control, degree.as_ref(), &mut others);
        self.controls.push(degree);
    }
}

/// What the controls bring at each least assurance.
struct ByLevel {
    others: ByAssurance<Vec<(usize, Other)>>,
    points: ByAssurance<Points>,
}

impl ByLevel {
    /// Note that nothing is known of a control.
    fn add_unknown(&mut self, control: &PlanControl) {
        self.points.iter_mut().for_each(|points| points.add_unknown(control.parts));
    }

    /// Note the degree of a control, and its points.
    #[inline]
    fn add(&mut self, index: usize, control: &PlanControl, degree: Option<&Interval>, others: &mut Others) {
        for ((other, list), points) in others.iter_mut().zip(&mut self.others).zip(&mut self.points) {
            match std::mem::replace(other, Other::Same) {
                Other::Same => points.add(degree, control.parts),
                Other::Unknown => {
                    points.add_unknown(control.parts);
                    list.push((index, Other::Unknown));
                }
                other => {
                    points.add(other.degree(degree), control.parts);
                    list.push((index, other));
                }
            }
        }
    }
}
