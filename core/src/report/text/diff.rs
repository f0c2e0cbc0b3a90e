//! A comparison of two audits: what must be known first, the score, what changed; then what came, went and ended.

use super::audit::bar;
use super::page::{Page, Style, pad, safe};
use crate::Assurance;
use crate::audit::result::WaiverStatus;
use crate::diff::{Change, ControlDiff, Items, Pair};
use crate::report::format;
use crate::report::phrase::Phrase;
use crate::report::view::Comparison;
use crate::report::words::{self, Word};

pub(super) fn page(comparison: &Comparison<'_>, colour: bool) -> String {
    let mut page = Page::new(colour);
    head(comparison, &mut page);
    score(comparison, &mut page);
    counts(comparison, &mut page);
    controls(comparison, &mut page);
    groups(comparison, &mut page);
    expired(comparison, &mut page);
    waivers(comparison, &mut page);
    evidence(comparison, &mut page);
    standard(comparison, &mut page);
    options(comparison, &mut page);
    foot(comparison, &mut page);
    page.finish()
}

pub(super) fn head(comparison: &Comparison<'_>, page: &mut Page) {
    let lang = comparison.lang;
    let view = comparison.after;
    let fictional = words::FICTIONAL.say(lang);
    let mut title = comparison.subject();
    if comparison.is_fictional() && !title.to_lowercase().contains(&fictional.to_lowercase()) {
        title = format!("{title} — {}", fictional.to_uppercase());
    }
    page.paragraph(Style::Bold, 0, &safe(&title));
    let edition = words::EDITION.with(lang, &[&view.model().edition]);
    let standard = format!("{}, {edition}", view.text(&view.model().title).plain());
    page.paragraph(Style::Bold, 0, &safe(&standard));
    let dates =
        [comparison.before, comparison.after].map(|view| format::date(lang, &view.audit.options.as_of));
    let dates = words::FROM_TO.with(lang, &dates.each_ref().map(String::as_str));
    page.line(&format!("{} · {dates}", words::COMPARISON.say(lang)));
    for notice in comparison.notices() {
        page.blank();
        page.hanging(Style::Bold, "!", 2, &safe(&notice.plain()));
    }
}

fn score(comparison: &Comparison<'_>, page: &mut Page) {
    let lang = comparison.lang;
    page.blank();
    page.paragraph(Style::Bold, 0, &safe(&comparison.headline().plain()));
    page.blank();
    let by = &comparison.diff.scores_by_assurance;
    for (assurance, pair) in Assurance::ALL.into_iter().zip([&by.declared, &by.documented, &by.verified]) {
        let shown = comparison.points(pair.before.as_ref(), pair.after.as_ref());
        let sides =
            [(comparison.before, &pair.before, words::BEFORE), (comparison.after, &pair.after, words::AFTER)];
        for (at, ((view, range, word), shown)) in sides.into_iter().zip(shown).enumerate() {
            let label = if at == 0 { words::assurance(assurance).say(lang) } else { String::new() };
            let drawn = range.as_ref().map(|range| bar(range, view.scale()) + "  ").unwrap_or_default();
            page.line(&format!("  {} {} {drawn}{shown}", pad(&label, 12), pad(&word.say(lang), 6)));
        }
    }
    page.blank();
    let coverage = comparison.diff.coverage;
    let of = |it: crate::audit::result::Coverage| {
        words::SCORE_ON.with(lang, &[&it.determined.to_string(), &it.controls.to_string()])
    };
    let shown = moved(&of(coverage.before), &of(coverage.after));
    page.line(&words::CLASS_COUNT.with(lang, &[&words::DETERMINED.say(lang), &shown]));
}

/// « avant → après », or what stays.
fn moved(before: &str, after: &str) -> String {
    if before == after { after.to_owned() } else { format!("{before} → {after}") }
}

pub(super) fn counts(comparison: &Comparison<'_>, page: &mut Page) {
    let lang = comparison.lang;
    page.heading(&words::CHANGES.say(lang));
    for change in Change::ALL {
        let count = comparison.of_class(change).count();
        if count > 0 {
            let count = words::counted(lang, count, words::ONE_CONTROL, words::MANY_CONTROLS);
            let text = words::CLASS_COUNT.with(lang, &[&words::change(change).say(lang), &count]);
            page.paragraph(style(change), 2, &format!("{} {text}", words::change_shape(change)));
        }
    }
}

/// A colour only repeats what the shape and the word say.
fn style(change: Change) -> Style {
    use crate::Verdict;
    match change {
        Change::Better => Style::Verdict(Verdict::Satisfied),
        Change::Worse => Style::Verdict(Verdict::NotSatisfied),
        Change::NewlyUnknown | Change::Unchanged => Style::Verdict(Verdict::Undetermined),
        _ => Style::Plain,
    }
}

fn controls(comparison: &Comparison<'_>, page: &mut Page) {
    let lang = comparison.lang;
    for change in Change::ALL {
        let mut controls = comparison.of_class(change).peekable();
        if controls.peek().is_none() {
            continue;
        }
        page.heading(&format!("{} {}", words::change_shape(change), words::change(change).say(lang)));
        page.paragraph(Style::Dim, 2, &words::change_meaning(change).say(lang));
        let (silent, told): (Vec<&ControlDiff>, Vec<&ControlDiff>) = controls.partition(|it| is_silent(it));
        if !silent.is_empty() {
            let ids: Vec<&str> = silent.iter().map(|it| it.control.as_str()).collect();
            page.paragraph(Style::Plain, 2, &safe(&ids.join(", ")));
        }
        for it in told {
            control(comparison, it, page);
        }
    }
}

/// Nothing at all changed: the id is enough.
fn is_silent(control: &ControlDiff) -> bool {
    control.before == control.after
        && control.reasons_gained.is_empty()
        && control.reasons_lost.is_empty()
        && control.change == Change::Unchanged
}

fn control(comparison: &Comparison<'_>, control: &ControlDiff, page: &mut Page) {
    page.blank();
    let title = comparison.control_title(&control.control).plain();
    page.hanging(Style::Plain, "  –", 4, &safe(&format!("{} {title}", control.control)));
    let states = [&control.before, &control.after].map(|state| comparison.state(state.as_ref()));
    page.paragraph(style(control.change), 4, &states.join(" → "));
    for reason in comparison.reasons(control) {
        page.hanging(Style::Dim, "", 6, &reason);
    }
}

fn groups(comparison: &Comparison<'_>, page: &mut Page) {
    let lang = comparison.lang;
    page.heading(&words::GROUPS.say(lang));
    let mut stay = true;
    for group in comparison.diff.groups.iter().filter(|group| group.before != group.after) {
        stay = false;
        let title = comparison.group_title(&group.group).plain();
        page.hanging(Style::Plain, "  –", 4, &safe(&title));
        page.paragraph(Style::Plain, 6, &comparison.group_points(group).join(" → "));
    }
    if stay {
        page.paragraph(Style::Plain, 2, &words::GROUPS_STAY.say(lang));
    }
}

fn expired(comparison: &Comparison<'_>, page: &mut Page) {
    let lang = comparison.lang;
    if comparison.diff.expired.is_empty() {
        return;
    }
    page.heading(&words::EXPIRED.say(lang));
    for expired in &comparison.diff.expired {
        page.hanging(Style::Plain, "  –", 4, &safe(&expired.id));
        let reasons: Vec<String> = expired.reasons.iter().map(|code| comparison.after.reason(code)).collect();
        page.paragraph(Style::Dim, 6, &reasons.join(" "));
        page.paragraph(Style::Dim, 6, &safe(&titles(comparison, &expired.controls)));
    }
}

fn titles(comparison: &Comparison<'_>, controls: &[String]) -> String {
    let titles = controls.iter().map(|id| format!("{id} ({})", comparison.control_title(id).plain()));
    titles.collect::<Vec<_>>().join(", ")
}

fn waivers(comparison: &Comparison<'_>, page: &mut Page) {
    let lang = comparison.lang;
    for (ended, title) in [(true, words::WAIVERS_ENDED), (false, words::WAIVERS_CHANGED)] {
        let mut waivers = comparison.diff.waivers.iter().filter(|waiver| waiver.ended == ended).peekable();
        if waivers.peek().is_none() {
            continue;
        }
        page.heading(&title.say(lang));
        for waiver in waivers {
            let status = |status: Option<WaiverStatus>| {
                status.map_or(words::NOT_THERE, words::waiver_status).say(lang)
            };
            let status = moved(&status(waiver.before), &status(waiver.after));
            page.hanging(Style::Plain, "  –", 4, &safe(&format!("{} ({status})", waiver.id)));
            page.paragraph(Style::Dim, 6, &safe(&titles(comparison, &waiver.controls)));
            if !waiver.members.is_empty() {
                let members = [words::MEMBERS_CHANGED.say(lang), waiver.members.join(" ")];
                let line = words::CLASS_COUNT.with(lang, &members.each_ref().map(String::as_str));
                page.paragraph(Style::Dim, 6, &safe(&line));
            }
        }
    }
}

fn evidence(comparison: &Comparison<'_>, page: &mut Page) {
    let lang = comparison.lang;
    page.heading(&words::EVIDENCE.say(lang));
    let titles = [words::RECORDS_ADDED, words::RECORDS_CHANGED, words::RECORDS_REMOVED];
    if !items(page, lang, &comparison.diff.evidence, titles) {
        page.paragraph(Style::Plain, 2, &words::RECORDS_STAY.say(lang));
    }
}

/// Lists of what came, what differs and what went; whether there was anything.
fn items(page: &mut Page, lang: crate::Lang, items: &Items, titles: [Word; 3]) -> bool {
    let changed: Vec<String> =
        items.changed.iter().map(|item| format!("{} ({})", item.id, item.members.join(" "))).collect();
    let mut any = false;
    for (list, title) in [&items.added, &changed, &items.removed].into_iter().zip(titles) {
        if !list.is_empty() {
            any = true;
            let text = words::CLASS_COUNT.with(lang, &[&title.say(lang), &list.join(", ")]);
            page.hanging(Style::Plain, "  –", 4, &safe(&text));
        }
    }
    any
}

fn standard(comparison: &Comparison<'_>, page: &mut Page) {
    let lang = comparison.lang;
    let standard = &comparison.diff.standard;
    page.heading(&words::STANDARD.say(lang));
    if standard.before == standard.after {
        page.paragraph(Style::Plain, 2, &words::STANDARD_STAYS.say(lang));
        return;
    }
    let [before, after] = [&standard.before, &standard.after].map(|it| {
        let edition = words::EDITION.with(lang, &[&it.edition]);
        format!("{}, {edition}", it.id)
    });
    page.paragraph(Style::Plain, 2, &safe(&moved(&before, &after)));
    items(
        page,
        lang,
        &standard.controls,
        [words::CONTROLS_ADDED, words::CONTROLS_CHANGED, words::CONTROLS_REMOVED],
    );
    items(page, lang, &standard.groups, [words::GROUPS_ADDED, words::GROUPS_CHANGED, words::GROUPS_REMOVED]);
    if !standard.members.is_empty() {
        let parts = [words::OTHER_MEMBERS.say(lang), standard.members.join(" ")];
        let text = words::CLASS_COUNT.with(lang, &parts.each_ref().map(String::as_str));
        page.hanging(Style::Plain, "  –", 4, &safe(&text));
    }
}

fn options(comparison: &Comparison<'_>, page: &mut Page) {
    let lang = comparison.lang;
    if comparison.diff.options.is_empty() {
        return;
    }
    page.heading(&words::OPTIONS_CHANGED.say(lang));
    for option in &comparison.diff.options {
        let (name, before, after) = comparison.option(option);
        let values = Phrase::join([before, after], " → ");
        page.hanging(Style::Plain, "  –", 4, &safe(&words::FIELD_VALUE.fill(lang, [name, values]).plain()));
    }
}

fn foot(comparison: &Comparison<'_>, page: &mut Page) {
    let lang = comparison.lang;
    let Pair { before, after } = &comparison.diff.audit;
    page.blank();
    for (word, digest) in [(words::BEFORE, before), (words::AFTER, after)] {
        let digest = digest.as_deref().unwrap_or_default();
        page.line(&page.paint(Style::Dim, &format!("{} SHA-256 {digest}", pad(&word.say(lang), 6))));
    }
}
