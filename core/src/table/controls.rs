//! The controls of a standard.

use super::{Table, english, french};
use crate::standard::model::{Children, Control, Group, Method};
use crate::standard::plan::PlanControl;
use crate::{ControlSeverity, Date, Options, Problems, Standard};
use std::collections::BTreeMap;

struct Row<'s> {
    group: &'s Group,
    control: &'s Control,
    planned: &'s PlanControl,
}

impl<'s> Row<'s> {
    /// What an audit has of it; `None` where the profile leaves it out.
    fn included<T>(&self, of: impl Fn(&'s PlanControl) -> T) -> Option<T> {
        self.planned.in_plan.then(|| of(self.planned))
    }
}

/// Every control of a standard, in its order, as an audit under a profile and with parameters set by name would take it.
///
/// Columns: `group`, `control` (ids), `title_fr`, `title_en`, `requirement_fr`, `requirement_en`, `why_fr`, `why_en`, `proof_fr`,
/// `proof_en`, `severity`, `effort` (person-days), `methods`, `criteria` (ids), `optional`, `included` (an audit under this profile
/// has it); and of those that are included `weight` among the siblings, `points` (of the score, that it stands for) and `pass` (the
/// degree that meets its bar).
///
/// # Errors
/// Those of [`Standard::compile`].
///
/// # Example
/// ```
/// let standard = kolosi::bundled("itu-gci-2024")?;
/// let table = kolosi::table::controls(&standard, None, &Default::default())?;
/// assert_eq!(table.rows(), 5);
/// # Ok::<(), kolosi::Problems>(())
/// ```
pub fn controls(
    standard: &Standard,
    profile: Option<&str>,
    parameters: &BTreeMap<String, String>,
) -> Result<Table, Problems> {
    // which controls are in a plan, and what they weigh, does not depend on its date
    let mut options = Options::new(Date::FIRST);
    options.profile = profile.map(str::to_owned);
    options.parameters.clone_from(parameters);
    let plan = standard.compile(&options)?;
    let mut written = Vec::new();
    walk(&standard.model().groups, &mut written);
    let rows: Vec<Row<'_>> = written
        .into_iter()
        .zip(&plan.0.controls)
        .map(|((group, control), planned)| Row { group, control, planned })
        .collect();
    let mut table = Table::default();
    table.text("group", &rows, |row| Some(row.group.id.value.as_str()));
    table.text("control", &rows, |row| Some(row.control.id.value.as_str()));
    table.text("title_fr", &rows, |row| french(&row.control.title));
    table.text("title_en", &rows, |row| english(&row.control.title));
    table.text("requirement_fr", &rows, |row| row.control.requirement.as_ref().and_then(french));
    table.text("requirement_en", &rows, |row| row.control.requirement.as_ref().and_then(english));
    table.text("why_fr", &rows, |row| row.control.why.as_ref().and_then(french));
    table.text("why_en", &rows, |row| row.control.why.as_ref().and_then(english));
    table.text("proof_fr", &rows, |row| row.control.proof.as_ref().and_then(french));
    table.text("proof_en", &rows, |row| row.control.proof.as_ref().and_then(english));
    table.text("severity", &rows, |row| row.planned.severity.map(severity));
    table.rational("effort", &rows, |row| row.planned.effort.as_ref());
    table
        .texts("methods", &rows, |row| row.control.methods.iter().map(|it| method(*it).to_owned()).collect());
    table.texts("criteria", &rows, |row| {
        row.control.criteria.iter().map(|criterion| criterion.id.value.to_string()).collect()
    });
    table.boolean("optional", &rows, |row| Some(row.control.optional));
    table.boolean("included", &rows, |row| Some(row.planned.in_plan));
    table.rational("weight", &rows, |row| row.included(|planned| &planned.weight));
    table.rational("points", &rows, |row| row.included(|planned| &planned.scale));
    table.rational("pass", &rows, |row| row.included(|planned| &planned.pass));
    Ok(table)
}

fn walk<'s>(groups: &'s [Group], out: &mut Vec<(&'s Group, &'s Control)>) {
    for group in groups {
        match &group.children {
            Children::Groups(groups) => walk(groups, out),
            Children::Controls(controls) => out.extend(controls.iter().map(|control| (group, control))),
        }
    }
}

pub(super) fn severity(severity: ControlSeverity) -> &'static str {
    match severity {
        ControlSeverity::Low => "low",
        ControlSeverity::Medium => "medium",
        ControlSeverity::High => "high",
        ControlSeverity::Critical => "critical",
    }
}

fn method(method: Method) -> &'static str {
    let word = Method::WORDS.iter().find(|(_, known)| *known == method);
    word.map_or("", |(word, _)| word)
}
