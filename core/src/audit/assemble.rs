//! From an evaluation to the audit as data.

use super::combine::Degrees;
use super::degree::{Judgement, alone};
use super::evaluate::{Evaluation, evaluate};
use super::gain::{Gap, gain, order, waived};
use super::interval::Interval;
use super::level::level;
use super::lift::Lift;
use super::reason::Reasons;
use super::result::{
    Audit, ByAssurance, Coverage, CriterionResult, DossierRef, Engine, Finding, GroupResult, MembersResult,
    OptionsUsed, Range, RecordResult, Score, StandardUsed, State, WaiverResult, WaiverStatus,
};
use super::standing::Heard;
use super::verdict::{Met, Verdict, verdict};
use crate::document::sha256;
use crate::dossier::model::{Checked, Waiver};
use crate::standard::plan::{Child, Compiled, PlanControl, PlanCriterion};
use crate::{Assurance, Rational};
use serde::Deserialize;
use serde_json::value::RawValue;

pub(crate) fn assemble(dossier: &Checked) -> Audit {
    let plan: &Compiled = &dossier.plan.0;
    let evaluation = evaluate(plan, dossier, plan.options.assurance);
    let at_assurance = Assurance::ALL.map(|assurance| {
        if assurance == plan.options.assurance {
            return evaluation.degrees.clone();
        }
        evaluate(plan, dossier, assurance).degrees
    });
    let named_by_waiver = named_by_waiver(plan, dossier);
    let assembler = Assembler { plan, dossier, evaluation: &evaluation, at_assurance, named_by_waiver };
    let mut audit = assembler.audit();
    audit.digest = Some(sha256(&audit.to_json()));
    audit.engine = Some(Engine {
        name: env!("CARGO_PKG_NAME").to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    });
    audit
}

/// For each control, whether an active waiver names it.
fn named_by_waiver(plan: &Compiled, dossier: &Checked) -> Vec<bool> {
    let mut named = vec![false; plan.controls.len()];
    for waiver in dossier.waivers.iter().filter(|waiver| is_active(waiver, plan)) {
        for control in &waiver.controls {
            named.get_mut(*control).into_iter().for_each(|named| *named = true);
        }
    }
    named
}

fn is_active(waiver: &Waiver, plan: &Compiled) -> bool {
    waiver.from <= plan.options.as_of && plan.options.as_of <= waiver.until
}

struct Assembler<'a> {
    plan: &'a Compiled,
    dossier: &'a Checked,
    evaluation: &'a Evaluation,
    /// The same at each least assurance, from least to most.
    at_assurance: [Degrees; 3],
    /// For each control, whether an active waiver names it.
    named_by_waiver: Vec<bool>,
}

impl Assembler<'_> {
    fn audit(&self) -> Audit {
        let plan = self.plan;
        let scale = plan.groups.first().map_or(Rational::ZERO, |root| root.scale.clone());
        let root = self.evaluation.degrees.root();
        let lift = Lift::new(plan, &self.evaluation.degrees);
        let gains: Vec<Option<Interval>> = (0..plan.controls.len())
            .map(|index| self.degree(index).map(|_| gain(plan, &self.evaluation.degrees, &lift, index)))
            .collect();
        let findings: Vec<Finding> = plan
            .planned()
            .map(|(index, control)| self.finding(index, control, gains.get(index).and_then(Option::as_ref)))
            .collect();
        Audit {
            coverage: coverage(&findings),
            digest: None,
            dossier: DossierRef { digest: self.dossier.digest.clone() },
            engine: None,
            exact: root.map(|root| root.scaled(&scale)),
            evidence: self.evidence(),
            gaps: self.gaps(&gains),
            groups: self.groups(0),
            level: root.and_then(|root| level(&plan.levels, &root.scaled(&scale))),
            options: OptionsUsed {
                as_of: plan.options.as_of.to_string(),
                assurance: plan.options.assurance.as_str().to_owned(),
                mappings: Vec::new(),
                parameters: plan.options.parameters.clone(),
                profile: plan.options.profile.clone(),
            },
            score: root.map(|root| score(root, &scale)),
            score_after_waivers: self.after_waivers().map(|root| range(&root.scaled(&scale))),
            scores_by_assurance: self.by_assurance(0, &scale),
            standard: StandardUsed {
                digest: plan.standard.digest().to_owned(),
                document: raw(plan.standard.canonical()),
                edition: plan.standard.edition().to_owned(),
                id: plan.standard.id().to_string(),
            },
            subject: raw(&self.dossier.subject_json),
            waivers: self.waivers(),
            findings,
        }
    }

    fn degree(&self, control: usize) -> Option<&Interval> {
        self.evaluation.degrees.controls.get(control).and_then(Option::as_ref)
    }

    fn is_waived(&self, index: usize, control: &PlanControl) -> bool {
        self.named_by_waiver.get(index).is_some_and(|named| *named)
            && self.degree(index).is_some_and(|degree| degree.lo < control.pass)
    }

    // ---- findings ----

    fn finding(&self, index: usize, control: &PlanControl, gain: Option<&Interval>) -> Finding {
        let degree = self.degree(index);
        let (verdict, possible, met) = match degree {
            Some(degree) => {
                let (verdict, possible, met) = verdict(degree, &control.pass);
                (verdict, possible, Some(met))
            }
            None if control.in_force => (Verdict::NotApplicable, Vec::new(), None),
            None => (Verdict::NotInForce, Vec::new(), None),
        };
        let judged =
            if control.in_force { self.evaluation.criteria.get(control.criteria.clone()) } else { None };
        let asked = self.plan.criteria.get(control.criteria.clone());
        let judged = judged.unwrap_or_default();
        let mut reasons = Reasons::default();
        for judgement in judged {
            reasons.join(judgement.reasons);
        }
        Finding {
            control: control.id.to_string(),
            criteria: asked
                .unwrap_or_default()
                .iter()
                .zip(judged)
                .map(|(asked, judged)| self.criterion(asked, judged))
                .collect(),
            degree: degree.map(range),
            gain: gain.map(range),
            met,
            possible,
            reasons: reasons.codes(),
            score: degree.map(|degree| score(degree, &control.scale)),
            verdict,
            waived: self.is_waived(index, control),
        }
    }

    fn criterion(&self, criterion: &PlanCriterion, judged: &Judgement) -> CriterionResult {
        let mut records: Vec<RecordResult> =
            judged.heard.iter().filter_map(|heard| self.record(criterion, heard)).collect();
        records.sort_by(|a, b| a.id.cmp(&b.id));
        CriterionResult {
            criterion: criterion.id.to_string(),
            degree: judged.degree.as_ref().map(range),
            members: judged.members.map(|it| MembersResult {
                fails: it.fails,
                holds: it.holds,
                unknown: it.unknown,
            }),
            reasons: judged.reasons.codes(),
            records,
        }
    }

    fn record(&self, criterion: &PlanCriterion, heard: &Heard) -> Option<RecordResult> {
        let record = self.dossier.records.get(heard.record)?;
        let state = match (heard.stands, heard.reasons.is_empty()) {
            (true, _) => State::Stands,
            (false, true) => State::Displaced,
            (false, false) => State::SetAside,
        };
        Some(RecordResult {
            degree: alone(criterion, &record.statement).as_ref().map(range),
            id: record.id.to_string(),
            reasons: heard.reasons.codes(),
            state,
            holds: heard.holds.map(|holds| holds.as_str().to_owned()),
        })
    }

    fn gaps(&self, gains: &[Option<Interval>]) -> Vec<String> {
        let gap = |index: usize| {
            let control = self.plan.controls.get(index)?;
            let (_, _, met) = verdict(self.degree(index)?, &control.pass);
            (met != Met::Yes).then_some(Gap { control, met, gain: gains.get(index)?.clone()? })
        };
        let mut gaps: Vec<Gap<'_>> = self.plan.planned().filter_map(|(index, _)| gap(index)).collect();
        gaps.sort_by(order);
        gaps.iter().map(|gap| gap.control.id.to_string()).collect()
    }

    // ---- the whole ----

    fn groups(&self, index: usize) -> Vec<GroupResult> {
        let children = self.plan.groups.get(index).map_or(&[][..], |group| &group.children);
        children
            .iter()
            .filter_map(|child| match child {
                Child::Group(index) => Some(*index),
                Child::Control(_) => None,
            })
            .filter_map(|index| {
                let group = self.plan.groups.get(index)?;
                let degree = self.evaluation.degrees.groups.get(index)?.as_ref();
                let controls = group.children.iter().filter_map(|child| match child {
                    Child::Control(index) => {
                        self.plan.controls.get(*index).map(|control| control.id.to_string())
                    }
                    Child::Group(_) => None,
                });
                Some(GroupResult {
                    controls: controls.collect(),
                    degree: degree.map(range),
                    degrees_by_assurance: self.by_assurance(index, &Rational::ONE),
                    groups: self.groups(index),
                    id: group.id.to_string(),
                    score: degree.map(|degree| score(degree, &group.scale)),
                })
            })
            .collect()
    }

    /// The degree of the root with waived controls counted as meeting their bar (E9).
    fn after_waivers(&self) -> Option<Interval> {
        let controls = self.plan.controls.iter().enumerate().map(|(index, control)| {
            let degree = self.degree(index)?;
            Some(if self.is_waived(index, control) { waived(degree, &control.pass) } else { degree.clone() })
        });
        Degrees::of(self.plan, controls.collect()).root().cloned()
    }

    /// The root or a group at each least assurance (E8), in parts of `scale`.
    fn by_assurance(&self, group: usize, scale: &Rational) -> ByAssurance {
        let at = |degrees: &Degrees| Some(range(&degrees.groups.get(group)?.as_ref()?.scaled(scale)));
        let [declared, documented, verified] = self.at_assurance.each_ref().map(at);
        ByAssurance { declared, documented, verified }
    }

    fn evidence(&self) -> Vec<Box<RawValue>> {
        let mut evidence: Vec<_> =
            self.dossier.records.iter().map(|record| &record.id).zip(&self.dossier.records_json).collect();
        evidence.sort();
        evidence.into_iter().map(|(_, json)| raw(json)).collect()
    }

    fn waivers(&self) -> Vec<WaiverResult> {
        #[derive(Deserialize)]
        struct Written {
            approved_by: String,
            controls: Vec<String>,
            from: String,
            id: String,
            reason: String,
            until: String,
        }
        let mut waivers: Vec<WaiverResult> = self
            .dossier
            .waivers
            .iter()
            .zip(&self.dossier.waivers_json)
            .filter_map(|(waiver, json)| {
                let Written { approved_by, controls, from, id, reason, until } =
                    serde_json::from_str(json).ok()?;
                Some(WaiverResult {
                    approved_by,
                    controls,
                    from,
                    id,
                    reason,
                    status: self.status(waiver),
                    until,
                })
            })
            .collect();
        waivers.sort_by(|a, b| a.id.cmp(&b.id));
        waivers
    }

    fn status(&self, waiver: &Waiver) -> WaiverStatus {
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

fn range(interval: &Interval) -> Range {
    Range { hi: interval.hi.to_string(), lo: interval.lo.to_string() }
}

fn score(degree: &Interval, scale: &Rational) -> Score {
    let Range { hi, lo } = range(&degree.scaled(scale));
    Score { hi, lo, scale: scale.to_string() }
}

fn coverage(findings: &[Finding]) -> Coverage {
    let count = |of: &[Verdict]| findings.iter().filter(|finding| of.contains(&finding.verdict)).count();
    Coverage {
        controls: findings.len() - count(&[Verdict::NotInForce]),
        determined: count(&[Verdict::Satisfied, Verdict::Partial, Verdict::NotSatisfied]),
        not_applicable: count(&[Verdict::NotApplicable]),
        undetermined: count(&[Verdict::Undetermined]),
    }
}

/// JSON that was written canonically when it was loaded.
fn raw(json: &str) -> Box<RawValue> {
    RawValue::from_string(json.to_owned()).unwrap_or_else(|_| RawValue::NULL.to_owned())
}
