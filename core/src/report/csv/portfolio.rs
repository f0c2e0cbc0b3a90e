//! One row for each subject of a portfolio.

use super::{Cell, Table};
use crate::audit::result::Range;
use crate::portfolio::Row;
use crate::report::words::{self as labels, Word, portfolio as words};
use crate::{Lang, Plan};

/// What a cell may look at.
struct Seen<'r> {
    row: &'r Row,
    plan: &'r Plan,
    lang: Lang,
}

type Column = (Word, for<'r> fn(&'r Seen<'r>) -> Cell<'r>);

/// The columns, in the order of the file (`standards/FORMAT.md` describes them); those of the attributes asked for come after the
/// name, the digests at the end.
const NAMES: [Column; 3] = [
    (words::LINE, |it| Cell::Number(it.row.line.to_string().into())),
    (labels::SUBJECT_ID, |it| Cell::of(it.row.subject.as_ref(), |subject| Cell::text(&*subject.id))),
    (labels::SUBJECT, |it| {
        Cell::of(it.row.subject.as_ref().and_then(|subject| subject.name.as_deref()), Cell::text)
    }),
];

const RESULTS: [Column; 18] = [
    (labels::SCORE_LOW, |it| Cell::of(it.row.score.as_ref(), |score| Cell::number(&*score.lo))),
    (labels::SCORE_HIGH, |it| Cell::of(it.row.score.as_ref(), |score| Cell::number(&*score.hi))),
    (labels::OUT_OF, |it| Cell::of(it.row.score.as_ref(), |score| Cell::number(&*score.scale))),
    (words::LEVEL, |it| it.levels(true)),
    (words::LEVELS_POSSIBLE, |it| it.levels(false)),
    (words::DECLARED_LOW, |it| it.by_assurance(0, |range| &range.lo)),
    (words::DECLARED_HIGH, |it| it.by_assurance(0, |range| &range.hi)),
    (words::DOCUMENTED_LOW, |it| it.by_assurance(1, |range| &range.lo)),
    (words::DOCUMENTED_HIGH, |it| it.by_assurance(1, |range| &range.hi)),
    (words::VERIFIED_LOW, |it| it.by_assurance(2, |range| &range.lo)),
    (words::VERIFIED_HIGH, |it| it.by_assurance(2, |range| &range.hi)),
    (words::AFTER_LOW, |it| Cell::of(it.row.score_after_waivers.as_ref(), |range| Cell::number(&*range.lo))),
    (words::AFTER_HIGH, |it| Cell::of(it.row.score_after_waivers.as_ref(), |range| Cell::number(&*range.hi))),
    (words::IN_FORCE, |it| Cell::of(it.row.coverage, |coverage| Cell::count(coverage.controls))),
    (words::DETERMINED, |it| Cell::of(it.row.coverage, |coverage| Cell::count(coverage.determined))),
    (words::UNDETERMINED, |it| Cell::of(it.row.coverage, |coverage| Cell::count(coverage.undetermined))),
    (words::NOT_APPLICABLE, |it| Cell::of(it.row.coverage, |coverage| Cell::count(coverage.not_applicable))),
    (words::PROBLEMS, |it| it.problems()),
];

/// The line of titles; with it the file begins.
pub(crate) fn titles(by: &[String], digests: bool, lang: Lang) -> String {
    let mut table = Table::new(lang);
    let mut cells: Vec<Cell<'_>> = NAMES.iter().map(|(title, _)| Cell::text(title.say(lang))).collect();
    cells.extend(by.iter().map(|attribute| Cell::text(attribute.as_str())));
    cells.extend(RESULTS.iter().map(|(title, _)| Cell::text(title.say(lang))));
    if digests {
        cells.extend([labels::AUDIT_DIGEST, words::DOSSIER_DIGEST].map(|title| Cell::text(title.say(lang))));
    }
    table.row(&cells);
    table.finish()
}

/// A row, as a part of the file.
pub(crate) fn row(row: &Row, by: &[String], digests: bool, plan: &Plan, lang: Lang) -> String {
    let mut table = Table::part(lang);
    let seen = Seen { row, plan, lang };
    let mut cells: Vec<Cell<'_>> = NAMES.iter().map(|(_, cell)| cell(&seen)).collect();
    let value = |attribute: &String| row.by.get(attribute).and_then(Option::as_deref);
    cells.extend(by.iter().map(|attribute| Cell::of(value(attribute), Cell::text)));
    cells.extend(RESULTS.iter().map(|(_, cell)| cell(&seen)));
    if digests {
        let digests = row.digests.as_ref();
        cells.push(Cell::of(digests, |digests| Cell::text(&*digests.audit)));
        cells.push(Cell::of(digests, |digests| Cell::text(&*digests.dossier)));
    }
    table.row(&cells);
    table.finish()
}

impl Seen<'_> {
    /// The level that is certain; or those possible, where none is.
    fn levels(&self, certain: bool) -> Cell<'_> {
        let Some(level) = &self.row.level else { return Cell::Empty };
        let title = |id: &String| {
            let level = self.plan.standard().model().level(id);
            level.map_or_else(|| id.clone(), |level| level.title.best(self.lang).0.to_owned())
        };
        match (&level.certain, certain) {
            (Some(id), true) => Cell::text(title(id)),
            (None, false) => Cell::text(level.possible.iter().map(title).collect::<Vec<_>>().join(", ")),
            _ => Cell::Empty,
        }
    }

    fn by_assurance(&self, level: usize, end: fn(&Range) -> &String) -> Cell<'_> {
        let Some(scores) = &self.row.scores_by_assurance else { return Cell::Empty };
        let score = match level {
            0 => &scores.declared,
            1 => &scores.documented,
            _ => &scores.verified,
        };
        Cell::of(score.as_ref(), |range| Cell::number(end(range).as_str()))
    }

    fn problems(&self) -> Cell<'_> {
        let problem = |problem: &crate::Problem| {
            let place = &problem.place().path;
            let at = if place.is_empty() { String::new() } else { format!(" ({place})") };
            format!("[{}]{at} {}", problem.code().as_str(), problem.message(self.lang))
        };
        let problems: Vec<String> = self.row.problems.iter().map(problem).collect();
        if problems.is_empty() { Cell::Empty } else { Cell::text(problems.join(" · ")) }
    }
}
