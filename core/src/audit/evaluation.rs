//! An evaluation for programs: exact numbers, borrowed names, no document made.

use super::combine::Degrees;
use super::degree::Members;
use super::evaluate::{ByAssurance, Evaluated, evaluate};
use super::gain::{Gap, order, waived};
use super::judge::{Judgement, members};
use super::level::{Levels, levels};
use super::lift::{Lift, rise};
use super::points::Points;
use super::reason::Reason;
use super::result::{Coverage, State, WaiverStatus};
use super::standing::Heard;
use super::verdict::{Decided, Met, Verdict, decide};
use crate::dossier::model::{Facts, Small, Waiver, slice};
use crate::dossier::voice::Voice;
use crate::name::Name;
use crate::standard::plan::{Compiled, PlanControl, PlanCriterion};
use crate::{Assurance, Dossier, Interval, Plan, Rational};
use std::ops::Range;

/// What an audit finds, before it is made a document: exact numbers, and names borrowed from the plan and the dossier.
/// [`Plan::audit`] says the same as an [`Audit`](crate::Audit).
#[derive(Debug)]
pub struct Evaluation<'e> {
    pub(crate) plan: &'e Compiled,
    pub(crate) facts: &'e Facts<'e>,
    evaluated: Evaluated<'e>,
    /// The score at each least assurance.
    scores: ByAssurance<Option<Interval>>,
    /// At the assurance of the options, where the score is not simply the points of all controls.
    uneven: Option<(Degrees, Lift)>,
    /// For each control, whether an active waiver names it; empty where none names any.
    named_by_waiver: Vec<bool>,
}

impl Plan {
    /// Evaluate a dossier, for a program that needs the findings and no document; many times faster than [`audit`](Plan::audit).
    ///
    /// A dossier is evaluated against the plan that it was [loaded](Plan::dossier) with, whichever plan is asked.
    ///
    /// ```
    /// use kolosi::{Options, Verdict};
    /// let plan = kolosi::bundled("itu-gci-2024")?.compile(&Options::new("2024-12-31".parse()?))?;
    /// let dossier = plan.dossier(br#"{"standard": {"id": "itu-gci-2024", "edition": "2024"},
    ///     "subject": {"id": "x", "name": "Exemple fictif"}, "evidence": [
    ///     {"id": "r", "control": "legal", "observed": "2024-01-01", "value": 20}]}"#)?;
    /// let evaluation = plan.evaluate(&dossier);
    /// let satisfied: Vec<&str> = evaluation.findings()
    ///     .filter(|finding| finding.verdict() == Verdict::Satisfied).map(|finding| finding.control()).collect();
    /// assert_eq!(satisfied, ["legal"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn evaluate<'e>(&self, dossier: &'e Dossier) -> Evaluation<'e> {
        Evaluation::of(&dossier.0.plan.0, &dossier.0.facts)
    }
}

impl<'e> Evaluation<'e> {
    pub(crate) fn of(plan: &'e Compiled, facts: &'e Facts<'e>) -> Evaluation<'e> {
        let evaluated = evaluate(plan, facts);
        let asked = plan.options.assurance;
        let even = |points: &Points| plan.parts.as_ref().filter(|_| points.whole);
        let mut uneven = None;
        let scores = Assurance::ALL.map(|assurance| {
            let points = evaluated.points.get(assurance as usize)?;
            if let Some(parts) = even(points) {
                return points.score(parts);
            }
            let degrees = Degrees::of(plan, evaluated.controls_at(plan, assurance));
            let score = degrees.score(plan);
            if assurance == asked {
                let lift = Lift::new(plan, &degrees);
                uneven = Some((degrees, lift));
            }
            score
        });
        let named_by_waiver = named_by_waiver(plan, facts);
        Evaluation { plan, facts, evaluated, scores, uneven, named_by_waiver }
    }

    /// The score in points; `None` where the root is not applicable.
    #[must_use]
    pub fn score(&self) -> Option<&Interval> {
        self.score_at(self.plan.options.assurance)
    }

    /// The highest score.
    #[must_use]
    pub fn scale(&self) -> &'e Rational {
        self.plan.groups.first().map_or(&ONE, |root| &root.scale)
    }

    /// The score at a least assurance (E8).
    #[must_use]
    pub fn score_at(&self, assurance: Assurance) -> Option<&Interval> {
        self.scores.get(assurance as usize)?.as_ref()
    }

    /// The score with waived controls counted as meeting their bar (E9).
    #[must_use]
    pub fn score_after_waivers(&self) -> Option<Interval> {
        if self.named_by_waiver.is_empty() {
            return self.score().cloned();
        }
        let controls = || self.plan.controls.iter().enumerate();
        let after = |(index, control): (usize, &PlanControl)| {
            Some(waived(self.degree(index)?, &control.pass)).filter(|_| self.is_waived(index, control))
        };
        match (&self.uneven, &self.plan.parts) {
            (None, Some(parts)) => {
                let mut points = self.evaluated.points.get(self.plan.options.assurance as usize)?.clone();
                for (index, control) in controls() {
                    if let Some((old, new)) = self.degree(index).zip(after((index, control))) {
                        points.exchange(old, &new, control.parts);
                    }
                }
                points.score(parts)
            }
            _ => {
                let degrees = controls().map(|it| after(it).or_else(|| self.degree(it.0).cloned())).collect();
                Degrees::of(self.plan, degrees).score(self.plan)
            }
        }
    }

    /// The levels that the score touches (E7), by their index in the standard.
    pub(crate) fn levels(&self) -> Option<Levels> {
        levels(&self.plan.levels, self.score()?)
    }

    /// How many controls are known about.
    #[must_use]
    pub fn coverage(&self) -> Coverage {
        let mut coverage = Coverage::default();
        self.findings().for_each(|finding| coverage.count(finding.verdict()));
        coverage
    }

    /// One for each control of the plan, in the standard's order.
    pub fn findings(&self) -> impl Iterator<Item = ControlFinding<'_>> {
        self.plan.planned().map(|(index, control)| ControlFinding::of(self, index, control))
    }

    /// What to do first: the controls that do not certainly meet their bar (E10).
    pub(crate) fn gaps(&self) -> Vec<Gap<'_>> {
        let mut gaps: Vec<Gap<'_>> = self
            .findings()
            .filter_map(|finding| {
                let met = finding.met().filter(|met| *met != Met::Yes)?;
                Some(Gap { control: finding.planned, met, gain: finding.gain()? })
            })
            .collect();
        gaps.sort_by(order);
        gaps
    }

    // ---- for the assembly ----

    /// The degrees of the groups at a least assurance, the root first.
    pub(crate) fn groups_at(&self, assurance: Assurance) -> Vec<Option<Interval>> {
        Degrees::of(self.plan, self.evaluated.controls_at(self.plan, assurance)).groups
    }

    fn degree(&self, control: usize) -> Option<&Interval> {
        self.evaluated.control(control, self.plan.controls.get(control)?)
    }

    pub(crate) fn is_waived(&self, index: usize, control: &PlanControl) -> bool {
        self.named_by_waiver.get(index).is_some_and(|named| *named)
            && self.degree(index).is_some_and(|degree| degree.lo < control.pass)
    }

    pub(crate) fn waiver_status(&self, waiver: &Waiver<'_>) -> WaiverStatus {
        let as_of = self.plan.options.as_of;
        let waives = |index: &usize| {
            self.plan.controls.get(*index).is_some_and(|control| self.is_waived(*index, control))
        };
        if waiver.until < as_of {
            WaiverStatus::Expired
        } else if as_of < waiver.from {
            WaiverStatus::Future
        } else if waiver.controls.iter().any(waives) {
            WaiverStatus::Active
        } else {
            WaiverStatus::Unneeded
        }
    }
}

/// For each control, whether an active waiver names it.
fn named_by_waiver(plan: &Compiled, facts: &Facts<'_>) -> Vec<bool> {
    let as_of = plan.options.as_of;
    let mut named = Vec::new();
    for waiver in facts.waivers.iter().filter(|waiver| waiver.from <= as_of && as_of <= waiver.until) {
        named.resize(plan.controls.len(), false);
        for control in &waiver.controls {
            named.get_mut(*control).into_iter().for_each(|named| *named = true);
        }
    }
    named
}

/// A standard without a root, which no loader lets pass.
static ONE: Rational = Rational::ONE;

/// What an evaluation finds of one control.
#[derive(Clone, Copy, Debug)]
pub struct ControlFinding<'a> {
    evaluation: &'a Evaluation<'a>,
    index: usize,
    pub(crate) planned: &'a PlanControl,
    pub(crate) degree: Option<&'a Interval>,
    decided: &'static Decided,
}

impl<'a> ControlFinding<'a> {
    fn of(evaluation: &'a Evaluation<'_>, index: usize, planned: &'a PlanControl) -> ControlFinding<'a> {
        let degree = evaluation.evaluated.control(index, planned);
        let decided = match degree {
            Some(degree) => decide(degree, &planned.pass),
            None if planned.in_force => Decided::NOT_APPLICABLE,
            None => Decided::NOT_IN_FORCE,
        };
        ControlFinding { evaluation, index, planned, degree, decided }
    }

    /// The id of the control.
    #[must_use]
    pub fn control(&self) -> &'a str {
        self.planned.id.as_str()
    }

    /// What is said of it (E6).
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.decided.verdict
    }

    /// The verdicts still possible.
    #[must_use]
    pub fn possible(&self) -> &'static [Verdict] {
        self.decided.possible
    }

    /// Whether it meets its bar; `None` where it is not applicable or not in force.
    #[must_use]
    pub fn met(&self) -> Option<Met> {
        self.decided.met
    }

    /// Its degree in [0, 1]; `None` where it is not applicable or not in force.
    #[must_use]
    pub fn degree(&self) -> Option<&'a Interval> {
        self.degree
    }

    /// How much each end of the score would rise if this control alone had degree 1 (E10).
    #[must_use]
    pub fn gain(&self) -> Option<Interval> {
        match &self.evaluation.uneven {
            None => self.degree.map(|degree| rise(degree, &self.planned.scale)),
            Some((degrees, lift)) => lift.gain(self.evaluation.plan, degrees, self.index),
        }
    }

    /// Whether an active waiver names it and it does not certainly meet its bar (E9).
    #[must_use]
    pub fn is_waived(&self) -> bool {
        self.evaluation.is_waived(self.index, self.planned)
    }

    /// Its criteria, in the standard's order; none where it is not in force.
    pub fn criteria(&self) -> impl Iterator<Item = CriterionFinding<'a>> {
        let evaluation = self.evaluation;
        let range = if self.planned.in_force { self.planned.criteria.clone() } else { 0..0 };
        let judged = evaluation.evaluated.criteria.get(range.clone()).unwrap_or_default();
        let asked = evaluation.plan.criteria.get(range.clone()).unwrap_or_default();
        range.zip(asked.iter().zip(judged)).map(move |(index, (asked, judged))| CriterionFinding {
            evaluation,
            index,
            asked,
            judged,
        })
    }
}

/// What an evaluation finds of one criterion.
#[derive(Clone, Copy, Debug)]
pub struct CriterionFinding<'a> {
    evaluation: &'a Evaluation<'a>,
    /// Its index in the plan.
    index: usize,
    pub(crate) asked: &'a PlanCriterion,
    judged: &'a Judgement<'a>,
}

impl<'a> CriterionFinding<'a> {
    /// The id of the criterion.
    #[must_use]
    pub fn criterion(&self) -> &'a str {
        self.asked.id.as_str()
    }

    /// Its degree in [0, 1]; `None` where it is not applicable.
    #[must_use]
    pub fn degree(&self) -> Option<&'a Interval> {
        self.judged.degree.as_deref()
    }

    /// What is to be said of it, in the order of the codes.
    pub fn reasons(&self) -> impl Iterator<Item = Reason> + use<> {
        self.judged.reasons.iter()
    }

    pub(crate) fn members(&self) -> Option<Members> {
        self.asked.is_test().then(|| members(self.asked, self.heard(), self.voices(), &mut Vec::new()))
    }

    /// The places of its voices.
    fn places(&self) -> Range<Small> {
        self.evaluation.facts.speaking.places(self.index)
    }

    /// What becomes of every record that speaks to it, in the order of the dossier.
    fn heard(&self) -> &'a [Heard] {
        slice(&self.evaluation.evaluated.heard, self.places())
    }

    /// What each of them says.
    pub(crate) fn voices(&self) -> &'a [Voice] {
        slice(self.evaluation.facts.speaking.voices(), self.places())
    }

    fn ids(&self) -> &'a [Name<'a>] {
        slice(self.evaluation.facts.speaking.ids(), self.places())
    }

    /// What becomes of every record that speaks to it, in the order of the dossier.
    pub fn records(&self) -> impl Iterator<Item = RecordFinding<'a>> + use<'a> {
        self.ids().iter().zip(self.heard()).map(|(id, heard)| RecordFinding { id, heard })
    }
}

/// What becomes of a record for one criterion.
#[derive(Clone, Copy, Debug)]
pub struct RecordFinding<'a> {
    id: &'a str,
    heard: &'a Heard,
}

impl<'a> RecordFinding<'a> {
    /// The id of the record.
    #[must_use]
    pub fn record(&self) -> &'a str {
        self.id
    }

    /// Whether it stands (E3).
    #[must_use]
    pub fn state(&self) -> State {
        self.heard.state()
    }

    /// Why it is set aside, in the order of the codes.
    pub fn reasons(&self) -> impl Iterator<Item = Reason> + use<> {
        self.heard.reasons.iter()
    }
}
