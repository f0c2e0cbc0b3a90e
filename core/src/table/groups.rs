//! The groups of an audit.

use super::{Table, english, french};
use crate::audit::result::{GroupResult, Range, Score};
use crate::standard::model::Group;
use crate::{Audit, Problems, Standard};
use std::collections::BTreeMap;

struct Row<'a> {
    group: &'a GroupResult,
    parent: Option<&'a str>,
    depth: usize,
    written: Option<&'a Group>,
}

/// The groups of an audit, parents before children, in the standard's order.
///
/// Columns: `group`, `parent` (ids; no parent under the root), `depth` (from 0), `title_fr`, `title_en`, `degree_lo`, `degree_hi`
/// (from 0 to 1), `score_lo`, `score_hi`, `scale` (points), and the degree at each least assurance: `declared_lo`, `declared_hi`,
/// `documented_lo`, `documented_hi`, `verified_lo`, `verified_hi`; `controls` (ids of its own controls). What is not applicable has
/// neither degree nor score.
///
/// # Errors
/// The standard inside the audit does not load; an audit written by Kolosi holds one that does.
pub fn groups(audit: &Audit) -> Result<Table, Problems> {
    let standard = Standard::from_slice(audit.standard.document.get().as_bytes())?;
    let written: BTreeMap<&str, &Group> =
        standard.model().groups().into_iter().map(|group| (group.id.value.as_str(), group)).collect();
    let mut rows = Vec::new();
    walk(&audit.groups, None, 0, &written, &mut rows);
    let mut table = Table::default();
    table.text("group", &rows, |row| Some(&row.group.id));
    table.text("parent", &rows, |row| row.parent);
    table.count("depth", &rows, |row| Some(row.depth));
    table.text("title_fr", &rows, |row| row.written.and_then(|group| french(&group.title)));
    table.text("title_en", &rows, |row| row.written.and_then(|group| english(&group.title)));
    ends(&mut table, ["degree_lo", "degree_hi"], &rows, |row| row.group.degree.as_ref());
    let score = |row: &Row<'_>, end: fn(&Score) -> &String| row.group.score.as_ref().map(end).cloned();
    table.decimal("score_lo", &rows, |row| score(row, |score| &score.lo));
    table.decimal("score_hi", &rows, |row| score(row, |score| &score.hi));
    table.decimal("scale", &rows, |row| score(row, |score| &score.scale));
    ends(&mut table, ["declared_lo", "declared_hi"], &rows, |row| {
        row.group.degrees_by_assurance.declared.as_ref()
    });
    ends(&mut table, ["documented_lo", "documented_hi"], &rows, |row| {
        row.group.degrees_by_assurance.documented.as_ref()
    });
    ends(&mut table, ["verified_lo", "verified_hi"], &rows, |row| {
        row.group.degrees_by_assurance.verified.as_ref()
    });
    table.texts("controls", &rows, |row| row.group.controls.clone());
    Ok(table)
}

/// The two ends of an interval, a column each.
pub(super) fn ends<'a, R>(
    table: &mut Table,
    [lo, hi]: [&'static str; 2],
    rows: &'a [R],
    of: impl Fn(&'a R) -> Option<&'a Range>,
) {
    let cells = |end: fn(&Range) -> &String| rows.iter().map(|row| of(row).map(end).cloned()).collect();
    table.push(lo, super::Cells::Decimal(cells(|range| &range.lo)));
    table.push(hi, super::Cells::Decimal(cells(|range| &range.hi)));
}

fn walk<'a>(
    groups: &'a [GroupResult],
    parent: Option<&'a str>,
    depth: usize,
    written: &BTreeMap<&str, &'a Group>,
    out: &mut Vec<Row<'a>>,
) {
    for group in groups {
        out.push(Row { group, parent, depth, written: written.get(group.id.as_str()).copied() });
        walk(&group.groups, Some(&group.id), depth + 1, written, out);
    }
}
