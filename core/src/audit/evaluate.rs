//! One evaluation of a dossier at one least assurance: every criterion, control and group.

use super::combine::{Degrees, combine};
use super::degree::{Judgement, judge};
use super::standing::standing;
use crate::Assurance;
use crate::dossier::model::Checked;
use crate::standard::plan::Compiled;

pub(crate) struct Evaluation {
    /// For each criterion of the standard.
    pub(crate) criteria: Vec<Judgement>,
    pub(crate) degrees: Degrees,
}

pub(crate) fn evaluate(plan: &Compiled, dossier: &Checked, assurance: Assurance) -> Evaluation {
    let as_of = plan.options.as_of;
    let criteria: Vec<Judgement> = plan
        .criteria
        .iter()
        .zip(&dossier.speaking)
        .map(|(criterion, speaking)| {
            judge(criterion, standing(criterion, speaking, dossier, as_of, assurance), dossier)
        })
        .collect();
    let controls = plan
        .controls
        .iter()
        .map(|control| {
            if !control.in_plan || !control.in_force {
                return None;
            }
            let asked = plan.criteria.get(control.criteria.clone())?;
            let judged = criteria.get(control.criteria.clone())?;
            let members = judged
                .iter()
                .zip(asked)
                .filter_map(|(judged, asked)| Some((judged.degree.as_ref()?, &asked.weight)));
            combine(&control.combine, members)
        })
        .collect();
    Evaluation { criteria, degrees: Degrees::of(plan, controls) }
}
