//! From an evaluation to the audit as data.

use super::evaluation::{ControlFinding, CriterionFinding, Evaluation, RecordFinding};
use super::level::level;
use super::reason::Reasons;
use super::result::{
    Audit, ByAssurance, CriterionResult, DossierRef, Engine, Finding, GroupResult, Inferences, MappingRef,
    MembersResult, OptionsUsed, Range, RecordResult, Score, StandardUsed, WaiverResult,
};
use crate::document::sha256;
use crate::dossier::model::Checked;
use crate::dossier::voice::Voice;
use crate::standard::plan::{Child, Compiled};
use crate::{Assurance, Interval, Rational};
use serde::Deserialize;
use serde_json::value::RawValue;

pub(crate) fn assemble(dossier: &Checked) -> Audit {
    assemble_with(dossier, Vec::new(), None)
}

/// The audit with what these mappings let be inferred, which changes nothing else of it.
pub(crate) fn assemble_with(
    dossier: &Checked,
    mappings: Vec<MappingRef>,
    inferences: Option<Inferences>,
) -> Audit {
    let plan: &Compiled = &dossier.plan.0;
    let evaluation = Evaluation::of(plan, &dossier.facts);
    let groups = Assurance::ALL.map(|assurance| evaluation.groups_at(assurance));
    let mut audit = Assembler { plan, dossier, evaluation: &evaluation, groups }.audit();
    audit.options.mappings = mappings;
    audit.inferences = inferences;
    audit.digest = Some(sha256(&audit.to_json()));
    audit.engine = Some(Engine {
        name: env!("CARGO_PKG_NAME").to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    });
    audit
}

struct Assembler<'a> {
    plan: &'a Compiled,
    dossier: &'a Checked,
    evaluation: &'a Evaluation<'a>,
    /// The degrees of the groups at each least assurance.
    groups: [Vec<Option<Interval>>; 3],
}

impl Assembler<'_> {
    fn audit(&self) -> Audit {
        let (plan, evaluation, papers) = (self.plan, self.evaluation, &self.dossier.papers);
        let points = evaluation.score();
        Audit {
            coverage: evaluation.coverage(),
            digest: None,
            dossier: DossierRef { digest: papers.digest.clone() },
            engine: None,
            evidence: self.evidence(),
            findings: evaluation.findings().map(|finding| self.finding(&finding)).collect(),
            gaps: evaluation.gaps().iter().map(|gap| gap.control.id.to_string()).collect(),
            groups: self.groups(0),
            inferences: None,
            level: points.and_then(|points| level(&plan.levels, points)),
            options: OptionsUsed::of(&plan.options),
            score: points.map(|points| score(points, evaluation.scale())),
            score_after_waivers: evaluation.score_after_waivers().as_ref().map(range),
            scores_by_assurance: by_assurance(|assurance| evaluation.score_at(assurance)),
            standard: StandardUsed {
                digest: plan.standard.digest().to_owned(),
                document: raw(plan.standard.canonical()),
                edition: plan.standard.edition().to_owned(),
                id: plan.standard.id().to_string(),
            },
            subject: raw(&papers.subject),
            waivers: self.waivers(),
            exact: points.cloned(),
        }
    }

    // ---- findings ----

    fn finding(&self, finding: &ControlFinding<'_>) -> Finding {
        let mut reasons = Reasons::default();
        for criterion in finding.criteria() {
            criterion.reasons().for_each(|reason| reasons.add(reason));
        }
        Finding {
            control: finding.control().to_owned(),
            criteria: finding.criteria().map(|criterion| self.criterion(&criterion)).collect(),
            degree: finding.degree.map(range),
            gain: finding.gain().as_ref().map(range),
            met: finding.met(),
            possible: finding.possible().to_vec(),
            reasons: reasons.codes(),
            score: finding.degree.map(|degree| scaled(degree, &finding.planned.scale)),
            verdict: finding.verdict(),
            waived: finding.is_waived(),
        }
    }

    fn criterion(&self, criterion: &CriterionFinding<'_>) -> CriterionResult {
        let mut records: Vec<RecordResult> =
            criterion.records().zip(criterion.voices()).map(|(it, voice)| record(&it, voice)).collect();
        records.sort_by(|a, b| a.id.cmp(&b.id));
        CriterionResult {
            criterion: criterion.criterion().to_owned(),
            degree: criterion.degree().map(range),
            members: criterion.members().map(|it| MembersResult {
                fails: it.fails as usize,
                holds: it.holds as usize,
                unknown: it.unknown as usize,
            }),
            reasons: criterion.reasons().map(|reason| reason.as_str().to_owned()).collect(),
            records,
        }
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
                let degree = self.group_at(self.plan.options.assurance, index);
                let controls = group.children.iter().filter_map(|child| match child {
                    Child::Control(index) => {
                        self.plan.controls.get(*index).map(|control| control.id.to_string())
                    }
                    Child::Group(_) => None,
                });
                Some(GroupResult {
                    controls: controls.collect(),
                    degree: degree.map(range),
                    degrees_by_assurance: by_assurance(|assurance| self.group_at(assurance, index)),
                    groups: self.groups(index),
                    id: group.id.to_string(),
                    score: degree.map(|degree| scaled(degree, &group.scale)),
                })
            })
            .collect()
    }

    fn group_at(&self, assurance: Assurance, group: usize) -> Option<&Interval> {
        self.groups.get(assurance as usize)?.get(group)?.as_ref()
    }

    fn evidence(&self) -> Vec<Box<RawValue>> {
        let mut evidence: Vec<_> = self.dossier.facts.ids.iter().zip(&self.dossier.papers.records).collect();
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
            .facts
            .waivers
            .iter()
            .zip(&self.dossier.papers.waivers)
            .filter_map(|(waiver, json)| {
                let Written { approved_by, controls, from, id, reason, until } =
                    serde_json::from_str(json).ok()?;
                Some(WaiverResult {
                    approved_by,
                    controls,
                    from,
                    id,
                    reason,
                    status: self.evaluation.waiver_status(waiver),
                    until,
                })
            })
            .collect();
        waivers.sort_by(|a, b| a.id.cmp(&b.id));
        waivers
    }
}

pub(crate) fn range(interval: &Interval) -> Range {
    let lo = interval.lo.to_string();
    Range { hi: if interval.is_point() { lo.clone() } else { interval.hi.to_string() }, lo }
}

/// What there is at each least assurance (E8).
pub(crate) fn by_assurance<'i>(at: impl Fn(Assurance) -> Option<&'i Interval>) -> ByAssurance {
    let [declared, documented, verified] = Assurance::ALL.map(|assurance| at(assurance).map(range));
    ByAssurance { declared, documented, verified }
}

pub(crate) fn score(points: &Interval, scale: &Rational) -> Score {
    let Range { hi, lo } = range(points);
    Score { hi, lo, scale: scale.to_string() }
}

fn record(finding: &RecordFinding<'_>, voice: &Voice) -> RecordResult {
    RecordResult {
        degree: voice.degree().map(range),
        id: finding.record().to_owned(),
        reasons: finding.reasons().map(|reason| reason.as_str().to_owned()).collect(),
        state: finding.state(),
        holds: voice.holds().map(|holds| holds.as_str().to_owned()),
    }
}

fn scaled(degree: &Interval, scale: &Rational) -> Score {
    score(&degree.scaled(scale), scale)
}

/// JSON that was written canonically when it was loaded.
pub(crate) fn raw(json: &str) -> Box<RawValue> {
    RawValue::from_string(json.to_owned()).unwrap_or_else(|_| RawValue::NULL.to_owned())
}
