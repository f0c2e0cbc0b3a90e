//! The findings of an audit.

use super::controls::severity;
use super::groups::ends;
use super::{Table, english, french};
use crate::audit::result::{Finding, GroupResult, Score, State};
use crate::standard::model::Control;
use crate::standard::plan::PlanControl;
use crate::{Audit, Met, Problems};
use std::collections::{BTreeMap, BTreeSet};

struct Row<'a> {
    finding: &'a Finding,
    group: Option<&'a str>,
    control: Option<(&'a Control, &'a PlanControl)>,
    /// Its place among the gaps, from 1.
    rank: Option<usize>,
}

/// The findings of an audit, one for each control, in the standard's order.
///
/// Columns: `group`, `control` (ids), `title_fr`, `title_en`, `verdict`, `possible` (the verdicts still possible, best first), `met`
/// (`yes`, `no`, `unknown`), `degree_lo`, `degree_hi` (from 0 to 1), `score_lo`, `score_hi`, `scale` (points), `gain_lo`, `gain_hi`
/// (points by which each end of the score would rise if this control alone were met in full), `rank` (place among the gaps, from 1;
/// nothing where there is no gap), `waived`, `severity`, `effort` (person-days), `reasons` (codes), `records` (ids of the records that
/// stand for it). What is not applicable or not in force has no degree, score, gain or `met`.
///
/// # Errors
/// The standard inside the audit does not load; an audit written by Kolosi holds one that does.
///
/// # Example
/// ```
/// use kolosi::{Options, table};
/// let plan = kolosi::bundled("itu-gci-2024")?.compile(&Options::new("2024-12-31".parse()?))?;
/// let audit = plan.audit(&plan.dossier(br#"{"standard": {"id": "itu-gci-2024", "edition": "2024"},
///     "subject": {"id": "x", "name": "Exemple fictif"}, "evidence": []}"#)?);
/// assert_eq!(table::findings(&audit)?.rows(), 5);
/// assert_eq!(table::gaps(&audit)?.rows(), audit.gaps.len());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn findings(audit: &Audit) -> Result<Table, Problems> {
    table(audit, |rows| rows)
}

/// What to do first: the findings of controls that do not certainly meet their bar, in the order of E10. The columns are those of
/// [`findings`].
///
/// # Errors
/// Those of [`findings`].
pub fn gaps(audit: &Audit) -> Result<Table, Problems> {
    table(audit, |mut rows| {
        rows.retain(|row| row.rank.is_some());
        rows.sort_by_key(|row| row.rank);
        rows
    })
}

fn table(audit: &Audit, choose: impl FnOnce(Vec<Row<'_>>) -> Vec<Row<'_>>) -> Result<Table, Problems> {
    let plan = audit.plan()?;
    let written = plan.standard().model().controls();
    let controls: BTreeMap<&str, (&Control, &PlanControl)> = written
        .into_iter()
        .zip(&plan.0.controls)
        .map(|(control, planned)| (planned.id.as_str(), (control, planned)))
        .collect();
    let mut groups = BTreeMap::new();
    walk(&audit.groups, &mut groups);
    let ranks: BTreeMap<&str, usize> =
        audit.gaps.iter().enumerate().map(|(at, gap)| (gap.as_str(), at + 1)).collect();
    let rows = audit.findings.iter().map(|finding| {
        let id = finding.control.as_str();
        Row {
            finding,
            group: groups.get(id).copied(),
            control: controls.get(id).copied(),
            rank: ranks.get(id).copied(),
        }
    });
    Ok(columns(&choose(rows.collect())))
}

/// The group of each control.
fn walk<'a>(groups: &'a [GroupResult], out: &mut BTreeMap<&'a str, &'a str>) {
    for group in groups {
        out.extend(group.controls.iter().map(|control| (control.as_str(), group.id.as_str())));
        walk(&group.groups, out);
    }
}

fn columns(rows: &[Row<'_>]) -> Table {
    let mut table = Table::default();
    table.text("group", rows, |row| row.group);
    table.text("control", rows, |row| Some(&row.finding.control));
    table.text("title_fr", rows, |row| row.control.and_then(|(control, _)| french(&control.title)));
    table.text("title_en", rows, |row| row.control.and_then(|(control, _)| english(&control.title)));
    table.text("verdict", rows, |row| Some(row.finding.verdict.as_str()));
    table.texts("possible", rows, |row| {
        row.finding.possible.iter().map(|verdict| verdict.as_str().to_owned()).collect()
    });
    table.text("met", rows, |row| row.finding.met.map(met));
    ends(&mut table, ["degree_lo", "degree_hi"], rows, |row| row.finding.degree.as_ref());
    let score = |row: &Row<'_>, end: fn(&Score) -> &String| row.finding.score.as_ref().map(end).cloned();
    table.decimal("score_lo", rows, |row| score(row, |score| &score.lo));
    table.decimal("score_hi", rows, |row| score(row, |score| &score.hi));
    table.decimal("scale", rows, |row| score(row, |score| &score.scale));
    ends(&mut table, ["gain_lo", "gain_hi"], rows, |row| row.finding.gain.as_ref());
    table.count("rank", rows, |row| row.rank);
    table.boolean("waived", rows, |row| Some(row.finding.waived));
    table.text("severity", rows, |row| row.control.and_then(|(_, planned)| planned.severity).map(severity));
    table.rational("effort", rows, |row| row.control.and_then(|(_, planned)| planned.effort.as_ref()));
    table.texts("reasons", rows, |row| row.finding.reasons.clone());
    table.texts("records", rows, |row| standing(row.finding));
    table
}

fn met(met: Met) -> &'static str {
    match met {
        Met::Yes => "yes",
        Met::No => "no",
        Met::Unknown => "unknown",
    }
}

/// The ids of the records that stand for some criterion, sorted.
fn standing(finding: &Finding) -> Vec<String> {
    let records = finding.criteria.iter().flat_map(|criterion| &criterion.records);
    let ids: BTreeSet<&String> =
        records.filter(|record| record.state == State::Stands).map(|record| &record.id).collect();
    ids.into_iter().cloned().collect()
}
