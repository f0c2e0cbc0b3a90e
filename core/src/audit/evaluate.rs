//! One evaluation of a dossier: every criterion, and every control and group at each least assurance.

use super::combine::{Degrees, Mean, combine};
use super::degree::{Judgement, judge};
use super::interval::Interval;
use super::reason::{Reason, Reasons};
use super::standing::Heard;
use crate::dossier::model::Facts;
use crate::standard::plan::{Child, Combination, Compiled, PlanControl, PlanCriterion, PlanGroup};
use crate::{Assurance, Rational};
use std::ops::Range;

/// One for each least assurance, from least to most.
pub(crate) type ByAssurance<T> = [T; 3];

#[derive(Debug)]
pub(crate) struct Evaluated {
    /// For each criterion of the standard, at the assurance of the options. Those of controls that are left out or not in force
    /// are not judged.
    pub(crate) criteria: Vec<Judgement>,
    /// The records of all of them.
    pub(crate) heard: Vec<Heard>,
    /// At the assurance of the options.
    pub(crate) degrees: Degrees,
    /// The degrees of the groups, the root first.
    pub(crate) groups: ByAssurance<Vec<Option<Interval>>>,
}

pub(crate) fn evaluate(plan: &Compiled, facts: &Facts<'_>) -> Evaluated {
    let mut evaluator = Evaluator {
        plan,
        facts,
        criteria: Vec::with_capacity(plan.criteria.len()),
        heard: Vec::with_capacity(facts.records.len() * 2),
        degrees: Degrees {
            controls: Vec::with_capacity(plan.controls.len()),
            groups: vec![None; plan.groups.len()],
            whole: vec![false; plan.groups.len()],
        },
        groups: std::array::from_fn(|_| vec![None; plan.groups.len()]),
        others: std::array::from_fn(|_| Vec::new()),
    };
    evaluator.controls();
    evaluator.groups_of_groups();
    let Evaluator { criteria, heard, degrees, groups, .. } = evaluator;
    Evaluated { criteria, heard, degrees, groups }
}

struct Evaluator<'e> {
    plan: &'e Compiled,
    facts: &'e Facts<'e>,
    criteria: Vec<Judgement>,
    heard: Vec<Heard>,
    degrees: Degrees,
    groups: ByAssurance<Vec<Option<Interval>>>,
    /// Of the group at hand, the controls whose degree at a least assurance is another than at that of the options.
    others: ByAssurance<Vec<(usize, Option<Interval>)>>,
}

impl Evaluator<'_> {
    /// Evaluate all controls, and the groups that hold them. The controls of a group stand together in the plan.
    fn controls(&mut self) {
        let mut first = 0;
        for siblings in self.plan.controls.chunk_by(|a, b| a.parent == b.parent) {
            self.others.iter_mut().for_each(Vec::clear);
            for (index, control) in (first..).zip(siblings) {
                let degree = self.control(index, control);
                self.degrees.controls.push(degree);
            }
            if let Some(control) = siblings.first() {
                self.group(control.parent, first..first + siblings.len());
            }
            first += siblings.len();
        }
    }

    /// Combine the controls of a group.
    fn group(&mut self, index: usize, controls: Range<usize>) {
        let plan = self.plan;
        let Some(group) = plan.groups.get(index) else { return };
        let siblings = plan.controls.get(controls.clone()).unwrap_or_default();
        let known = self.degrees.controls.get(controls).unwrap_or_default();
        let mut mean = Mean::default();
        for (control, degree) in siblings.iter().zip(known) {
            if let Some(degree) = degree.as_ref().filter(|_| !control.weight.is_zero()) {
                mean.add(degree, &control.weight);
            }
        }
        let whole = mean.count == group.counted;
        let is_mean = whole && matches!(group.combine, Combination::Mean);
        let asked = if is_mean {
            mean.clone().over(&group.total)
        } else {
            combine(&group.combine, self.degrees.members(plan, group))
        };
        for (groups, others) in self.groups.iter_mut().zip(&self.others) {
            let Some(slot) = groups.get_mut(index) else { continue };
            *slot = if others.is_empty() {
                asked.clone()
            } else if is_mean && others.iter().all(|(_, other)| other.is_some()) {
                let mut mean = mean.clone();
                for (control, other) in others {
                    let old = self.degrees.controls.get(*control).and_then(Option::as_ref);
                    let weight = plan.controls.get(*control).map(|control| &control.weight);
                    if let (Some(old), Some(new), Some(weight)) =
                        (old, other, weight.filter(|it| !it.is_zero()))
                    {
                        mean.exchange(old, new, weight);
                    }
                }
                mean.over(&group.total)
            } else {
                let at = |child: &Child| {
                    let Child::Control(control) = child else { return None };
                    let other = others.binary_search_by_key(control, |(control, _)| *control);
                    let degree = match other.ok().and_then(|at| others.get(at)) {
                        Some((_, other)) => other.as_ref(),
                        None => self.degrees.degree(*child),
                    };
                    Some((degree?, plan.weight(*child)?))
                };
                combine(&group.combine, group.children.iter().filter_map(at))
            };
        }
        self.degrees.keep(index, asked, whole);
    }

    /// Combine the groups that hold groups, up to the root.
    fn groups_of_groups(&mut self) {
        let plan = self.plan;
        // children come after their parents
        for (index, group) in plan.groups.iter().enumerate().rev() {
            if !group.children.iter().any(|child| matches!(child, Child::Group(_))) {
                continue;
            }
            for groups in &mut self.groups {
                let degree = combine(&group.combine, of_groups(plan, group, groups));
                groups.get_mut(index).into_iter().for_each(|slot| slot.clone_from(&degree));
            }
            let whole = of_groups(plan, group, &self.degrees.groups).count() == group.counted;
            let asked = self.groups.get(plan.options.assurance as usize).and_then(|groups| groups.get(index));
            self.degrees.keep(index, asked.cloned().flatten(), whole);
        }
    }

    /// The degree of a control at the assurance of the options.
    fn control(&mut self, index: usize, control: &PlanControl) -> Option<Interval> {
        let asked = self.plan.criteria.get(control.criteria.clone()).unwrap_or_default();
        if !control.in_plan || !control.in_force {
            self.criteria.resize_with(self.criteria.len() + asked.len(), Judgement::none);
            return None;
        }
        if let [criterion] = asked {
            let others = self.criterion(control.criteria.start, criterion);
            if criterion.weight.is_zero() {
                return None;
            }
            for (other, list) in others.into_iter().zip(&mut self.others) {
                list.extend(other.map(|other| (index, other)));
            }
            return self.criteria.last()?.degree.clone();
        }
        let first = self.criteria.len();
        let others: Vec<ByAssurance<Option<Option<Interval>>>> = (control.criteria.clone())
            .zip(asked)
            .map(|(at, criterion)| self.criterion(at, criterion))
            .collect();
        let judged = self.criteria.get(first..).unwrap_or_default();
        let degree_of = |level: Option<usize>| {
            let members = judged.iter().zip(&others).zip(asked).filter_map(|((judged, others), asked)| {
                let other = level.and_then(|level| others.get(level)?.as_ref());
                Some((other.unwrap_or(&judged.degree).as_ref()?, &asked.weight))
            });
            combine(&control.combine, members)
        };
        let degree = degree_of(None);
        for (level, list) in self.others.iter_mut().enumerate() {
            if others.iter().any(|others| others.get(level).is_some_and(Option::is_some)) {
                list.push((index, degree_of(Some(level))));
            }
        }
        degree
    }

    /// Judge a criterion at the assurance of the options; its degree at each least assurance, where that is another.
    fn criterion(&mut self, at: usize, criterion: &PlanCriterion) -> ByAssurance<Option<Option<Interval>>> {
        let facts = self.facts;
        let mut others = [const { None }; 3];
        let speaking = facts.speaking.to(at);
        if speaking.is_empty() {
            self.criteria.push(nothing_said(criterion, self.heard.len()));
            return others;
        }
        let as_of = self.plan.options.as_of;
        // a record of too little assurance is set aside; all else is the same at every assurance
        let cut = |least: Assurance| {
            let record = |at: &&usize| facts.records.get(**at).is_some_and(|record| record.assurance < least);
            speaking.iter().filter(record).count()
        };
        let least_asked = self.plan.options.assurance.max(criterion.assurance);
        let cut_asked = cut(least_asked);
        let judgement = judge(criterion, speaking, facts, as_of, least_asked, &mut self.heard);
        let kept = self.heard.len();
        for (assurance, other) in Assurance::ALL.into_iter().zip(&mut others) {
            let least = assurance.max(criterion.assurance);
            let cut = if least == least_asked { cut_asked } else { cut(least) };
            if cut == cut_asked {
                continue;
            }
            *other = Some(if cut == speaking.len() {
                // nothing stands (E4.1)
                Some(Interval::UNKNOWN)
            } else {
                let other = judge(criterion, speaking, facts, as_of, least, &mut self.heard);
                self.heard.truncate(kept);
                other.degree
            });
        }
        self.criteria.push(judgement);
        others
    }
}

/// The groups of a group that are applicable, with their weights.
fn of_groups<'d>(
    plan: &'d Compiled,
    group: &'d PlanGroup,
    degrees: &'d [Option<Interval>],
) -> impl Iterator<Item = (&'d Interval, &'d Rational)> {
    let member = |child: &Child| match child {
        Child::Group(child) => Some((degrees.get(*child)?.as_ref()?, &plan.groups.get(*child)?.weight)),
        Child::Control(_) => None,
    };
    group.children.iter().filter_map(member).filter(|(_, weight)| !weight.is_zero())
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
