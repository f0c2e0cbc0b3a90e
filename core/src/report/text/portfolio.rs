//! What a portfolio comes to, on a terminal.

use super::page::{Page, Style, pad, right, safe, width};
use crate::portfolio::{Summary, Tally};
use crate::report::view::PortfolioView;
use crate::report::words::{self as labels, portfolio as words};
use crate::{Lang, Plan};

/// Gaps shown; the summary has all of them.
const GAPS: usize = 10;
/// Columns of the longest bar.
const BAR: u64 = 10;

pub(super) fn page(summary: &Summary, plan: &Plan, lang: Lang, colour: bool) -> String {
    let mut page = Page::new(colour);
    let view = PortfolioView::new(summary, plan, lang);
    let standard = plan.standard();
    let (title, _) = standard.title().best(lang);
    let edition = labels::EDITION.with(lang, &[standard.edition()]);
    page.paragraph(Style::Bold, 0, &format!("{title}, {edition}"));
    page.paragraph(Style::Plain, 0, &view.counted());
    if let Some(mean) = view.mean() {
        page.paragraph(Style::Plain, 0, &mean);
    }
    levels(&mut page, &view);
    for attribute in &summary.by {
        page.heading(&words::BY.with(lang, &[&safe(&attribute.attribute)]));
        let values = attribute.values.iter().map(|value| {
            let name = value.value.as_deref().map_or_else(|| words::WITHOUT.say(lang), safe);
            (name, &value.tally)
        });
        let others = attribute.others.iter().map(|tally| (words::OTHERS.say(lang), tally));
        table(&mut page, &view, values.chain(others).collect());
    }
    gaps(&mut page, &view);
    page.finish()
}

fn levels(page: &mut Page, view: &PortfolioView<'_>) {
    let (lang, total) = (view.lang, &view.summary.total);
    if total.levels.is_empty() || total.subjects == 0 {
        return;
    }
    page.heading(&words::LEVELS.say(lang));
    let names: Vec<String> =
        total.levels.iter().map(|level| view.level_title(&level.level).plain()).collect();
    let column = names.iter().map(|name| width(name)).max().unwrap_or(0).min(42);
    for (level, name) in total.levels.iter().zip(&names).rev() {
        // a whole block for those certain, a light one for those possible
        let bar = |count: u64| usize::try_from(count * BAR / total.subjects).unwrap_or_default();
        let drawn = format!("{}{}", "█".repeat(bar(level.certain)), "░".repeat(bar(level.possible)));
        let certain = right(&view.whole(level.certain), 7);
        let possible = match level.possible {
            0 => String::new(),
            possible => words::POSSIBLE.with(lang, &[&view.whole(possible)]),
        };
        page.line(&format!("  {} {certain}  {drawn} {possible}", pad(name, column)));
    }
}

/// Number, mean and levels reached, value by value.
fn table(page: &mut Page, view: &PortfolioView<'_>, rows: Vec<(String, &Tally)>) {
    let column = rows.iter().map(|(name, _)| width(name)).max().unwrap_or(0).min(30);
    for (name, tally) in rows {
        let subjects = right(&view.whole(tally.subjects), 9);
        let mean = tally.mean.as_ref().map_or_else(|| "–".to_owned(), |mean| view.points(mean));
        let reached = tally.levels.iter().rev().filter(|level| level.certain > 0);
        let best: Vec<String> =
            reached.map(|it| format!("{} {}", view.level_title(&it.level).plain(), it.certain)).collect();
        let first = format!("  {} {subjects}  ", pad(&name, column));
        page.hanging(Style::Plain, &first, width(&first), &format!("{mean}  {}", best.join(", ")));
    }
}

fn gaps(page: &mut Page, view: &PortfolioView<'_>) {
    let open: Vec<_> = view.summary.gaps.iter().filter(|gap| gap.no + gap.unknown > 0).take(GAPS).collect();
    if open.is_empty() {
        return;
    }
    page.heading(&words::GAPS.say(view.lang));
    for gap in open {
        let title = view.control_title(&gap.control).plain();
        let count = |count: u64| right(&view.whole(count), 9);
        let first = format!(" {}{}  ", count(gap.no), count(gap.unknown));
        page.hanging(Style::Plain, &first, width(&first), &format!("{} {title}", gap.control));
    }
    page.paragraph(Style::Dim, 2, &words::GAPS_NOTE.say(view.lang));
}
