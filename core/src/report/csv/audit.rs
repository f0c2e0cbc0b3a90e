//! One row for each finding, with all that an analyst sorts, filters and joins by.

use super::{Cell, Table};
use crate::audit::result::{CriterionResult, Finding, State};
use crate::report::view::View;
use crate::report::words::{self, Word};
use crate::{Assurance, Date};
use std::collections::{BTreeMap, BTreeSet};

type Column = (Word, for<'r> fn(&'r Row<'_>) -> Cell<'r>);

/// The columns, in the order of the file (`standards/FORMAT.md` describes them).
const COLUMNS: [Column; 31] = [
    (words::STANDARD, |row| Cell::text(row.view.model().id.as_str())),
    (words::EDITION_ALONE, |row| Cell::text(row.view.model().edition.as_str())),
    (words::SUBJECT_ID, |row| Cell::text(row.view.subject.id.as_str())),
    (words::SUBJECT, |row| Cell::text(row.view.subject.name.as_str())),
    (words::FICTIONAL, |row| row.yes_or_no(row.view.subject.fictional)),
    (words::AS_OF, |row| Cell::text(row.view.audit.options.as_of.as_str())),
    (words::ASSURANCE_LEAST, |row| row.assurance()),
    (words::PROFILE, |row| Cell::of(row.view.audit.options.profile.as_deref(), Cell::text)),
    (words::GROUP, |row| Cell::text(row.group.as_str())),
    (words::CONTROL, |row| Cell::text(row.finding.control.as_str())),
    (words::TITLE, |row| Cell::text(row.view.control_title(&row.finding.control).plain())),
    (words::VERDICT, |row| Cell::text(words::verdict(row.finding.verdict).say(row.view.lang))),
    (words::POSSIBLE_VERDICTS, |row| row.possible()),
    (words::MET, |row| Cell::of(row.finding.met, |met| Cell::text(words::met(met).say(row.view.lang)))),
    (words::BAR_DEGREE, |row| {
        Cell::of(row.view.control(&row.finding.control), |control| {
            Cell::number(control.planned.pass.to_string())
        })
    }),
    (words::DEGREE_LOW, |row| Cell::of(row.finding.degree.as_ref(), |it| Cell::number(&*it.lo))),
    (words::DEGREE_HIGH, |row| Cell::of(row.finding.degree.as_ref(), |it| Cell::number(&*it.hi))),
    (words::SCORE_LOW, |row| Cell::of(row.finding.score.as_ref(), |it| Cell::number(&*it.lo))),
    (words::SCORE_HIGH, |row| Cell::of(row.finding.score.as_ref(), |it| Cell::number(&*it.hi))),
    (words::OUT_OF, |row| Cell::of(row.finding.score.as_ref(), |it| Cell::number(&*it.scale))),
    (words::GAIN_LOW, |row| Cell::of(row.finding.gain.as_ref(), |it| Cell::number(&*it.lo))),
    (words::GAIN_HIGH, |row| Cell::of(row.finding.gain.as_ref(), |it| Cell::number(&*it.hi))),
    (words::RANK, |row| Cell::of(row.rank, Cell::count)),
    (words::WAIVED_ALONE, |row| row.yes_or_no(row.finding.waived)),
    (words::SEVERITY, |row| row.severity()),
    (words::EFFORT_UNIT, |row| row.effort()),
    (words::WHY, |row| row.reasons()),
    (words::STANDING, |row| row.records(true)),
    (words::SET_ASIDE, |row| row.records(false)),
    (words::COUNTS_UNTIL, |row| Cell::of(row.counts_until(), Cell::date)),
    (words::AUDIT_DIGEST, |row| Cell::of(row.view.audit.digest.as_deref(), Cell::text)),
];

/// What a row is made of.
struct Row<'v> {
    view: &'v View<'v>,
    finding: &'v Finding,
    /// The groups around it, the outermost first.
    group: String,
    /// Its place among the gaps, from 1.
    rank: Option<usize>,
}

pub(in crate::report) fn audit(view: &View<'_>) -> String {
    let mut table = Table::new(view.lang);
    table.row(&COLUMNS.map(|(title, _)| Cell::text(title.say(view.lang))));
    let ranks: BTreeMap<&str, usize> =
        view.audit.gaps.iter().enumerate().map(|(at, gap)| (gap.as_str(), at + 1)).collect();
    for (_, group) in view.every_group() {
        let titles: Vec<String> =
            view.path(&group.id).iter().map(|group| view.text(&group.title).plain()).collect();
        for control in &group.controls {
            let Some((_, finding)) = view.finding(control) else { continue };
            let rank = ranks.get(control.as_str()).copied();
            let row = Row { view, finding, group: titles.join(" › "), rank };
            table.row(&COLUMNS.map(|(_, cell)| cell(&row)));
        }
    }
    table.finish()
}

impl Row<'_> {
    fn yes_or_no(&self, yes: bool) -> Cell<'_> {
        Cell::text(if yes { words::YES } else { words::NO }.say(self.view.lang))
    }

    fn assurance(&self) -> Cell<'_> {
        let least = Assurance::from_name(&self.view.audit.options.assurance);
        Cell::of(least, |least| Cell::text(words::assurance(least).say(self.view.lang)))
    }

    /// The verdicts still possible where none is certain.
    fn possible(&self) -> Cell<'_> {
        let words: Vec<String> =
            self.finding.possible.iter().map(|it| words::verdict(*it).say(self.view.lang)).collect();
        if words.len() > 1 { Cell::text(words.join(", ")) } else { Cell::Empty }
    }

    fn severity(&self) -> Cell<'_> {
        let severity = self.view.control(&self.finding.control).and_then(|control| control.planned.severity);
        Cell::of(severity, |it| Cell::text(words::severity(it).say(self.view.lang)))
    }

    fn effort(&self) -> Cell<'_> {
        let effort = self.view.control(&self.finding.control).and_then(|it| it.planned.effort.as_ref());
        Cell::of(effort, |it| Cell::number(it.to_string()))
    }

    /// Every reason, those that no longer bear on the verdict included.
    fn reasons(&self) -> Cell<'_> {
        let reasons: Vec<String> = self.finding.reasons.iter().map(|code| self.view.reason(code)).collect();
        if reasons.is_empty() { Cell::Empty } else { Cell::text(reasons.join(" ")) }
    }

    /// The ids of the records that stand for some criterion, or those that stand for none.
    fn records(&self, stand: bool) -> Cell<'_> {
        let of = |stands: bool| -> BTreeSet<&str> {
            let records = self.finding.criteria.iter().flat_map(|criterion| &criterion.records);
            records.filter(|it| (it.state == State::Stands) == stands).map(|it| it.id.as_str()).collect()
        };
        let standing = of(true);
        let ids: Vec<&str> = if stand {
            standing.into_iter().collect()
        } else {
            of(false).difference(&standing).copied().collect()
        };
        // an id has no white space in it
        if ids.is_empty() { Cell::Empty } else { Cell::text(ids.join(" ")) }
    }

    /// The first of the last days of its standing records: from the next day on the finding may change by itself.
    fn counts_until(&self) -> Option<Date> {
        let last = |criterion: &CriterionResult| {
            let standing = criterion.records.iter().filter(|it| it.state == State::Stands);
            let records = standing.filter_map(|it| self.view.record(&it.id));
            records.filter_map(|record| Some(self.view.last_day(record, &criterion.criterion)?.0)).min()
        };
        self.finding.criteria.iter().filter_map(last).min()
    }
}
