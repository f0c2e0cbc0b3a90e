//! A dozen lines on each: what a notebook prints.

use super::page::{Page, Style, pad, safe, width};
use super::{audit, diff, standard};
use crate::Lang;
use crate::report::view::{Comparison, View};
use crate::report::words;
use crate::standard::model::{Children, Group};

/// Groups and gaps shown; the rest are counted.
const GROUPS: usize = 8;
const GAPS: usize = 3;

/// The audit: the score, what is not known, what to do first.
pub(super) fn of_audit(view: &View<'_>, colour: bool) -> String {
    let lang = view.lang;
    let mut page = Page::new(colour);
    audit::head(view, &mut page);
    page.blank();
    page.paragraph(Style::Bold, 0, &audit::score_sentence(view));
    audit::not_known(view, &mut page);
    page.heading(&words::FIRST_GAPS.say(lang));
    if view.audit.gaps.is_empty() {
        page.paragraph(Style::Plain, 2, &words::NO_GAP.say(lang));
    }
    for id in view.audit.gaps.iter().take(GAPS) {
        let Some((_, finding)) = view.finding(id) else { continue };
        let first = format!("  {}", words::verdict_shape(finding.verdict));
        let title = view.control_title(id).plain();
        page.hanging(Style::Verdict(finding.verdict), &first, 4, &safe(&format!("{id} {title}")));
    }
    more(lang, &mut page, view.audit.gaps.len().saturating_sub(GAPS));
    page.finish()
}

/// The standard: what it is, its groups with their numbers of controls.
pub(super) fn of_standard(view: &View<'_>, colour: bool) -> String {
    let lang = view.lang;
    let mut page = Page::new(colour);
    standard::head(view, &mut page);
    page.blank();
    let groups = &view.model().groups;
    let titles = groups.iter().map(|group| view.text(&group.title).plain());
    let column = titles.map(|title| width(&title)).max().unwrap_or(0).min(60);
    for group in groups.iter().take(GROUPS) {
        let title = view.text(&group.title).plain();
        let count = words::counted(lang, controls(group), words::ONE_CONTROL, words::MANY_CONTROLS);
        page.hanging(Style::Plain, "  –", 4, &format!("{}  {count}", pad(&title, column)));
    }
    more(lang, &mut page, groups.len().saturating_sub(GROUPS));
    page.finish()
}

/// The comparison: the score before and after, and how many controls changed how.
pub(super) fn of_diff(comparison: &Comparison<'_>, colour: bool) -> String {
    let mut page = Page::new(colour);
    diff::head(comparison, &mut page);
    page.blank();
    page.paragraph(Style::Bold, 0, &safe(&comparison.headline().plain()));
    diff::counts(comparison, &mut page);
    page.finish()
}

fn more(lang: Lang, page: &mut Page, count: usize) {
    if count > 0 {
        let more = words::card::MORE.with(lang, &[&count.to_string()]);
        page.line(&format!("  {more}"));
    }
}

fn controls(group: &Group) -> usize {
    match &group.children {
        Children::Groups(groups) => groups.iter().map(controls).sum(),
        Children::Controls(controls) => controls.len(),
    }
}
