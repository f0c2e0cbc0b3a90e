//! What the controls of other audits carry (E12.2): which of them hold or fail, for whom, and under which records.

use super::ask;
use crate::audit::alone;
use crate::audit::result::Says;
use crate::audit::{combine, decide};
use crate::dossier::model::{Checked, slice};
use crate::problem::Problems;
use crate::standard::plan::{Combination, Compiled, PlanCriterion};
use crate::{Assurance, ControlFinding, Date, Evaluation, Interval, Met, Options, Plan};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the criteria of the standard audited would hear: records of at least this assurance, not observed before this day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hearing {
    assurance: Assurance,
    oldest: Option<Date>,
}

impl Hearing {
    /// What all of these criteria would hear.
    pub(super) fn of(criteria: &[PlanCriterion]) -> Hearing {
        let assurance = criteria.iter().map(|it| it.assurance).max().unwrap_or(Assurance::Declared);
        Hearing { assurance, oldest: criteria.iter().filter_map(|it| it.oldest).max() }
    }
}

/// The ids of records, sorted.
pub(super) type Records = Arc<[String]>;

/// The other audits.
pub(super) struct Carrier<'d> {
    audits: Vec<Measured<'d>>,
    heard: BTreeMap<(usize, usize, Hearing), Option<Records>>,
    /// Records judged again.
    pub(super) judged: usize,
}

/// One of them.
struct Measured<'d> {
    dossier: &'d Checked,
    /// What each control says, if anything, to whoever hears everything.
    says: Vec<Option<Says>>,
}

impl<'d> Carrier<'d> {
    /// # Errors
    /// Those of a standard that cannot be compiled without a profile, which no loader lets pass.
    pub(super) fn new(audits: &'d [Arc<Checked>]) -> Result<Carrier<'d>, Problems> {
        let audits = audits.iter().map(|it| Measured::of(it)).collect::<Result<_, _>>()?;
        Ok(Carrier { audits, heard: BTreeMap::new(), judged: 0 })
    }

    /// What each control that says something says: audit, control.
    pub(super) fn said(&self) -> impl Iterator<Item = (usize, usize, Says)> {
        self.audits.iter().enumerate().flat_map(|(audit, measured)| {
            let says = measured.says.iter().enumerate();
            says.filter_map(move |(control, says)| Some((audit, control, (*says)?)))
        })
    }

    pub(super) fn says(&self, audit: usize, control: usize) -> Option<Says> {
        *self.audits.get(audit)?.says.get(control)?
    }

    /// The records that stand for what a control says, where it says so also by what is heard.
    pub(super) fn records(&mut self, audit: usize, control: usize, hearing: Hearing) -> Option<Records> {
        if let Some(known) = self.heard.get(&(audit, control, hearing)) {
            return known.clone();
        }
        let measured = self.audits.get(audit)?;
        let (records, judged) = measured.heard(control, hearing)?;
        self.judged += judged;
        self.heard.insert((audit, control, hearing), records.clone());
        records
    }
}

impl<'d> Measured<'d> {
    fn of(dossier: &'d Checked) -> Result<Measured<'d>, Problems> {
        let plan: &Compiled = &dossier.plan.0;
        let Plan(default) = plan.standard.compile(&Options::new(plan.options.as_of))?;
        let evaluation = Evaluation::of(plan, &dossier.facts);
        let mut says = vec![None; plan.controls.len()];
        for (finding, (index, _)) in evaluation.findings().zip(plan.planned()) {
            let said = said(&finding, index, [plan, &default]);
            says.get_mut(index).into_iter().for_each(|says| *says = said);
        }
        Ok(Measured { dossier, says })
    }

    /// See [`Carrier::records`]; and how many records were judged for it.
    fn heard(&self, control: usize, hearing: Hearing) -> Option<(Option<Records>, usize)> {
        let (plan, facts) = (&*self.dossier.plan.0, &self.dossier.facts);
        let says = (*self.says.get(control)?)?;
        let planned = plan.controls.get(control)?;
        let criteria = plan.criteria.get(planned.criteria.clone())?;
        let (mut degrees, mut records, mut judged) = (Vec::with_capacity(criteria.len()), Vec::new(), 1);
        for (at, criterion) in planned.criteria.clone().zip(criteria) {
            let stricter = PlanCriterion {
                assurance: criterion.assurance.max(hearing.assurance),
                oldest: criterion.oldest.max(hearing.oldest),
                ..criterion.clone()
            };
            let least = plan.options.assurance.max(stricter.assurance);
            let (degree, heard) = alone(&stricter, at, facts, (plan.options.as_of, least));
            let ids = slice(facts.speaking.ids(), facts.speaking.places(at));
            records.extend(ids.iter().zip(&heard).filter(|(_, it)| it.stands).map(|(id, _)| id.to_string()));
            judged += heard.len();
            degrees.push(degree);
        }
        let members =
            degrees.iter().zip(criteria).filter_map(|(degree, it)| Some((degree.as_ref()?, &it.weight)));
        let degree = combine(&planned.combine, members);
        let holds = |degree: &Interval| degree.lo.is_one() && degrees.iter().all(Option::is_some);
        let fails = |degree: &Interval| decide(degree, &planned.pass).met == Some(Met::No);
        let still = degree.is_some_and(|degree| match says {
            Says::Holds => holds(&degree),
            Says::Fails => fails(&degree),
        });
        records.sort_unstable();
        records.dedup();
        Some((still.then(|| records.into()), judged))
    }
}

/// What a control says of what it asks, if anything.
fn said(finding: &ControlFinding<'_>, index: usize, plans: [&Compiled; 2]) -> Option<Says> {
    let planned = finding.planned;
    let asks = ask::of_control(index, plans)?;
    let degree = finding.degree()?;
    if !is_whole(&planned.combine) || finding.is_waived() {
        return None;
    }
    let counts = || finding.criteria().all(|it| it.degree().is_some() && !it.asked.weight.is_zero());
    if degree.lo.is_one() && asks.no_less && counts() {
        Some(Says::Holds)
    } else if finding.met() == Some(Met::No) && planned.pass.is_one() && asks.the_same() {
        Some(Says::Fails)
    } else {
        None
    }
}

/// Whether a control is met in full only where each of its criteria is.
pub(super) fn is_whole(combine: &Combination) -> bool {
    matches!(combine, Combination::All | Combination::Mean)
}
