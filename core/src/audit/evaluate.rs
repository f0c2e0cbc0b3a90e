//! One evaluation of a dossier: every criterion and control at the assurance of the options, and what is another at each least
//! assurance.

use super::combine::combine;
use super::degree::{Degree, Other, Others};
use super::judge::{Judge, Judgement, not_asked, nothing_said};
use super::points::Points;
use super::standing::Heard;
use crate::dossier::model::Facts;
use crate::standard::plan::{Compiled, PlanControl};
use crate::{Assurance, Interval};

/// One for each least assurance, from least to most.
pub(crate) type ByAssurance<T> = [T; 3];

#[derive(Debug)]
pub(crate) struct Evaluated<'e> {
    /// For each criterion of the standard, at the assurance of the options. Those of controls that are left out or not in force
    /// are not judged.
    pub(crate) criteria: Vec<Judgement<'e>>,
    /// The records of all of them.
    pub(crate) heard: Vec<Heard>,
    /// The degree at the assurance of the options of each control that has not the degree of its only criterion, in their order;
    /// `None` where not applicable.
    combined: Vec<(usize, Option<Degree<'e>>)>,
    /// The controls whose degree at some least assurance is another, in their order.
    others: Vec<(usize, Others<'e>)>,
    /// The points at each least assurance, if nothing is dropped.
    pub(crate) points: ByAssurance<Points>,
}

impl Evaluated<'_> {
    /// The degree of a control at the assurance of the options; `None` where not applicable or not in force.
    pub(crate) fn control(&self, index: usize, control: &PlanControl) -> Option<&Interval> {
        if control.single {
            return self.criteria.get(control.criteria.start)?.degree.as_deref();
        }
        let at = self.combined.binary_search_by_key(&index, |(index, _)| *index).ok()?;
        self.combined.get(at)?.1.as_deref()
    }

    /// The degree of each control at a least assurance.
    pub(crate) fn controls_at(&self, plan: &Compiled, assurance: Assurance) -> Vec<Option<Interval>> {
        let degree = |(index, control): (usize, &PlanControl)| {
            if control.single {
                self.criteria.get(control.criteria.start)?.at(assurance)
            } else {
                self.control(index, control)
            }
        };
        let mut controls: Vec<Option<Interval>> =
            plan.controls.iter().enumerate().map(|it| degree(it).cloned()).collect();
        for (index, others) in &self.others {
            if let Some((degree, other)) = controls.get_mut(*index).zip(others.get(assurance as usize)) {
                *degree = other.degree(degree.as_ref()).cloned();
            }
        }
        controls
    }
}

pub(crate) fn evaluate<'e>(plan: &'e Compiled, facts: &'e Facts<'e>) -> Evaluated<'e> {
    let mut evaluator = Evaluator {
        plan,
        judge: Judge::new(plan, facts),
        criteria: vec![nothing_said(); plan.criteria.len()],
        combined: Vec::new(),
        by_level: ByLevel::new(),
    };
    for index in &plan.uneven {
        evaluator.uneven(*index);
    }
    // most criteria of many audits nobody speaks to
    let mut silent = plan.even_parts;
    for at in facts.speaking.spoken() {
        silent -= evaluator.even(*at as usize);
    }
    evaluator.by_level.add_unknown(silent);
    let Evaluator { judge, criteria, combined, by_level, .. } = evaluator;
    let points = by_level.points();
    Evaluated { criteria, heard: judge.heard, combined, others: by_level.others, points }
}

struct Evaluator<'e> {
    plan: &'e Compiled,
    judge: Judge<'e>,
    criteria: Vec<Judgement<'e>>,
    combined: Vec<(usize, Option<Degree<'e>>)>,
    by_level: ByLevel<'e>,
}

impl<'e> Evaluator<'e> {
    /// Judge a criterion whose degree is that of its control; the parts that this stands for. Of another one nothing.
    #[inline]
    fn even(&mut self, at: usize) -> i64 {
        let Some(criterion) = self.plan.criteria.get(at) else { return 0 };
        let Some(control) = self.plan.controls.get(criterion.control) else { return 0 };
        if !(control.single && control.is_asked()) {
            return 0;
        }
        let mut others = Other::SAME;
        let judgement = self.judge.judge(criterion, at, &mut others);
        self.by_level.note(criterion.control, control, judgement.degree.as_deref(), judgement.until, others);
        if let Some(place) = self.criteria.get_mut(at) {
            *place = judgement;
        }
        control.parts
    }

    /// Judge any other control.
    fn uneven(&mut self, index: usize) {
        let Some(control) = self.plan.controls.get(index) else { return };
        let asked = self.plan.criteria.get(control.criteria.clone()).unwrap_or_default();
        let judged = self.criteria.get_mut(control.criteria.clone()).unwrap_or_default();
        if !control.is_asked() {
            judged.fill_with(not_asked);
            return self.by_level.note(index, control, None, Assurance::Verified, Other::SAME);
        }
        let mut others_of: Vec<Others<'e>> = Vec::with_capacity(asked.len());
        for ((at, criterion), judged) in control.criteria.clone().zip(asked).zip(&mut *judged) {
            let mut others = Other::SAME;
            *judged = self.judge.judge(criterion, at, &mut others);
            others_of.push(others);
        }
        let degree_of = |level: Option<Assurance>| {
            let members = judged.iter().zip(&others_of).zip(asked).filter_map(|((judged, others), asked)| {
                let degree = match level.and_then(|level| Some((level, others.get(level as usize)?))) {
                    Some((level, other)) => other.degree(judged.at(level)),
                    None => judged.degree.as_deref(),
                };
                Some((degree?, &asked.weight))
            });
            combine(&control.combine, members).map(Degree::made)
        };
        let is_same = |level: Assurance| {
            let same = |others: &Others<'_>| matches!(others.get(level as usize), Some(Other::Same) | None);
            judged.iter().zip(&others_of).all(|(judged, others)| level <= judged.until && same(others))
        };
        let degree = degree_of(None);
        let others = Assurance::ALL
            .map(|level| if is_same(level) { Other::Same } else { Other::Is(degree_of(Some(level))) });
        self.by_level.note(index, control, degree.as_deref(), Assurance::Verified, others);
        self.combined.push((index, degree));
    }
}

/// What the controls bring at each least assurance.
struct ByLevel<'e> {
    others: Vec<(usize, Others<'e>)>,
    /// Of the controls whose degree is the same up to a least assurance and unknown above it, by that; and the parts that they
    /// stand for.
    until: ByAssurance<(Points, i64)>,
    /// Of the others.
    points: ByAssurance<Points>,
}

impl<'e> ByLevel<'e> {
    fn new() -> ByLevel<'e> {
        ByLevel {
            others: Vec::new(),
            until: [const { (Points::NONE, 0) }; 3],
            points: [const { Points::NONE }; 3],
        }
    }

    /// Note that nothing is known of controls that stand for so many parts.
    #[inline]
    fn add_unknown(&mut self, parts: i64) {
        let [.., (always, _)] = &mut self.until;
        always.add_unknown(parts);
    }

    /// Note the degree of a control: the same up to a least assurance, above which nothing is known; but for the others.
    #[inline]
    fn note(
        &mut self,
        index: usize,
        control: &PlanControl,
        degree: Option<&Interval>,
        until: Assurance,
        others: Others<'e>,
    ) {
        if !others.iter().all(|other| matches!(other, Other::Same)) {
            return self.note_others(index, control, degree, others);
        }
        if let Some((points, parts)) = self.until.get_mut(until as usize) {
            points.add(degree, control.parts);
            *parts += control.parts;
        }
    }

    fn note_others(
        &mut self,
        index: usize,
        control: &PlanControl,
        degree: Option<&Interval>,
        others: Others<'e>,
    ) {
        for (other, points) in others.iter().zip(&mut self.points) {
            points.add(other.degree(degree), control.parts);
        }
        self.others.push((index, others));
    }

    /// The points at each least assurance.
    fn points(&self) -> ByAssurance<Points> {
        let mut all = self.points.clone();
        for (points, level) in all.iter_mut().zip(Assurance::ALL) {
            for ((some, parts), until) in self.until.iter().zip(Assurance::ALL) {
                if level <= until { points.join(some) } else { points.add_unknown(*parts) }
            }
        }
        all
    }
}
