//! What a portfolio comes to, on a terminal.

use super::page::{Page, Style, pad, right, safe, width};
use crate::audit::result::Range;
use crate::portfolio::{Subjects, Summary, Tally};
use crate::report::format;
use crate::report::words::{self as labels, counted as count, portfolio as words};
use crate::{Lang, Plan};

/// Gaps shown; the summary has all of them.
const GAPS: usize = 10;
/// Columns of the longest bar.
const BAR: u64 = 10;

pub(super) fn page(summary: &Summary, plan: &Plan, lang: Lang, colour: bool) -> String {
    let mut page = Page::new(colour);
    let standard = plan.standard();
    let (title, _) = standard.title().best(lang);
    let edition = labels::EDITION.with(lang, &[standard.edition()]);
    page.paragraph(Style::Bold, 0, &format!("{title}, {edition}"));
    page.paragraph(Style::Plain, 0, &counted(summary, lang));
    if let Some(mean) = &summary.total.mean {
        let scale = plan.0.groups.first().map(|root| root.scale.to_string()).unwrap_or_default();
        let mean = points(mean, lang);
        page.paragraph(Style::Plain, 0, &words::MEAN.with(lang, &[&mean, &format::exact(lang, &scale)]));
    }
    levels(&mut page, &summary.total, plan, lang);
    for attribute in &summary.by {
        page.heading(&words::BY.with(lang, &[&safe(&attribute.attribute)]));
        let values = attribute.values.iter().map(|value| {
            let name = value.value.as_deref().map_or_else(|| words::WITHOUT.say(lang), safe);
            (name, &value.tally)
        });
        let others = attribute.others.iter().map(|tally| (words::OTHERS.say(lang), tally));
        table(&mut page, values.chain(others).collect(), plan, lang);
    }
    gaps(&mut page, summary, plan, lang);
    page.finish()
}

fn points(mean: &Range, lang: Lang) -> String {
    format::interval(lang, mean, 2)
}

fn counted(summary: &Summary, lang: Lang) -> String {
    let number = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
    let Subjects { audited, failed, .. } = summary.subjects;
    let audited = count(lang, number(audited), words::AUDITED_ONE, words::AUDITED_MANY);
    let failed = match failed {
        0 => words::FAILED_NONE.say(lang),
        failed => count(lang, number(failed), words::FAILED_ONE, words::FAILED_MANY),
    };
    format!("{audited}, {failed}.")
}

fn levels(page: &mut Page, total: &Tally, plan: &Plan, lang: Lang) {
    if total.levels.is_empty() || total.subjects == 0 {
        return;
    }
    page.heading(&words::LEVELS.say(lang));
    let title = |id: &str| {
        let level = plan.standard().model().levels.iter().find(|level| level.id.value == *id);
        level.map_or_else(|| id.to_owned(), |level| level.title.best(lang).0.to_owned())
    };
    let names: Vec<String> = total.levels.iter().map(|level| title(&level.level)).collect();
    let column = names.iter().map(|name| width(name)).max().unwrap_or(0).min(42);
    for (level, name) in total.levels.iter().zip(&names).rev() {
        // a whole block for those certain, a light one for those possible
        let bar = |count: u64| usize::try_from(count * BAR / total.subjects).unwrap_or_default();
        let drawn = format!("{}{}", "█".repeat(bar(level.certain)), "░".repeat(bar(level.possible)));
        let certain = right(&format::exact(lang, &level.certain.to_string()), 7);
        let possible = match level.possible {
            0 => String::new(),
            possible => words::POSSIBLE.with(lang, &[&format::exact(lang, &possible.to_string())]),
        };
        page.line(&format!("  {} {certain}  {drawn} {possible}", pad(name, column)));
    }
}

/// Number, mean and share determined, value by value.
fn table(page: &mut Page, rows: Vec<(String, &Tally)>, plan: &Plan, lang: Lang) {
    let column = rows.iter().map(|(name, _)| width(name)).max().unwrap_or(0).min(30);
    for (name, tally) in rows {
        let subjects = right(&format::exact(lang, &tally.subjects.to_string()), 9);
        let mean = tally.mean.as_ref().map_or_else(|| "–".to_owned(), |mean| points(mean, lang));
        let best: Vec<String> = plan
            .standard()
            .model()
            .levels
            .iter()
            .zip(&tally.levels)
            .rev()
            .filter(|(_, count)| count.certain > 0)
            .map(|(level, count)| format!("{} {}", level.title.best(lang).0, count.certain))
            .collect();
        let first = format!("  {} {subjects}  ", pad(&name, column));
        page.hanging(Style::Plain, &first, width(&first), &format!("{mean}  {}", best.join(", ")));
    }
}

fn gaps(page: &mut Page, summary: &Summary, plan: &Plan, lang: Lang) {
    let open: Vec<_> = summary.gaps.iter().filter(|gap| gap.no + gap.unknown > 0).take(GAPS).collect();
    if open.is_empty() {
        return;
    }
    page.heading(&words::GAPS.say(lang));
    let model = plan.standard().model();
    let controls = model.controls();
    for gap in open {
        let title = controls.iter().find(|control| control.id.value == *gap.control.as_str());
        let title = title.map_or("", |control| control.title.best(lang).0);
        let count = |count: u64| right(&format::exact(lang, &count.to_string()), 9);
        let first = format!(" {}{}  ", count(gap.no), count(gap.unknown));
        page.hanging(Style::Plain, &first, width(&first), &format!("{} {title}", gap.control));
    }
    page.paragraph(Style::Dim, 2, &words::GAPS_NOTE.say(lang));
}
