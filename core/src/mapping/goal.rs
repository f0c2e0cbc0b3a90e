//! What may be said of the controls of the standard audited (E12.2), and by which records.

use super::ask;
use super::carry::{Hearing, is_whole};
use super::chain::Goal;
use crate::audit::result::Says;
use crate::problem::Problems;
use crate::standard::plan::{Compiled, PlanCriterion};
use crate::{ControlFinding, Evaluation, Options, Plan};

/// The controls of the standard audited, as they were measured.
pub(super) struct Goals<'e> {
    plan: &'e Compiled,
    default: Plan,
    /// By the index of the control; `None` of those that the profile leaves out.
    findings: Vec<Option<ControlFinding<'e>>>,
}

impl<'e> Goals<'e> {
    /// # Errors
    /// Those of a standard that cannot be compiled without a profile, which no loader lets pass.
    pub(super) fn new(evaluation: &'e Evaluation<'e>) -> Result<Goals<'e>, Problems> {
        let plan = evaluation.plan;
        let default = plan.standard.compile(&Options::new(plan.options.as_of))?;
        let mut findings = vec![None; plan.controls.len()];
        for (finding, (index, _)) in evaluation.findings().zip(plan.planned()) {
            findings.get_mut(index).into_iter().for_each(|slot| *slot = Some(finding));
        }
        Ok(Goals { plan, default, findings })
    }

    pub(super) fn finding(&self, control: usize) -> Option<&ControlFinding<'e>> {
        self.findings.get(control)?.as_ref()
    }

    /// What of the evidence is heard where something is said of a goal; `None` where it may not be said.
    pub(super) fn hearing(&self, goal: Goal, says: Says) -> Option<Hearing> {
        let finding = self.finding(goal.control)?;
        let plans = [self.plan, &*self.default.0];
        let planned = finding.planned;
        let criteria = self.plan.criteria.get(planned.criteria.clone())?;
        if let Some(criterion) = goal.criterion {
            let asks = ask::of_criterion(planned.criteria.start + criterion, plans)?;
            let may = says == Says::Holds && asks.no_more && planned.in_force;
            return may.then(|| Hearing::of(criteria.get(criterion..=criterion).unwrap_or_default()));
        }
        let asks = ask::of_control(goal.control, plans)?;
        let may = match says {
            Says::Holds => asks.no_more,
            Says::Fails => asks.no_less && can_fail(finding, criteria),
        };
        may.then(|| Hearing::of(criteria))
    }
}

/// Whether a control is not met where any of what it asks fails, so that what fails of another is sure to count.
fn can_fail(finding: &ControlFinding<'_>, criteria: &[PlanCriterion]) -> bool {
    let planned = finding.planned;
    let counts = || criteria.iter().all(|it| !it.weight.is_zero());
    let applies = || finding.criteria().all(|it| it.degree().is_some());
    is_whole(&planned.combine) && planned.pass.is_one() && counts() && applies()
}
