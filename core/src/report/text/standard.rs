//! Reading a standard on a terminal.

use super::page::{Page, Style, pad, safe, width};
use super::settings;
use crate::report::format;
use crate::report::view::{ControlView, View};
use crate::report::words::{self, Word};
use crate::standard::model::{Children, Group};
use crate::{Lang, Standard, Text};

pub(super) fn table(list: &[Standard], lang: Lang, colour: bool) -> String {
    let mut page = Page::new(colour);
    let ids = list.iter().map(|standard| width(standard.id().as_str())).max().unwrap_or(0);
    for standard in list {
        let id = page.paint(Style::Bold, &pad(standard.id().as_str(), ids));
        let (title, _) = standard.title().best(lang);
        let count = standard.control_count();
        let controls = words::counted(lang, count, words::ONE_CONTROL, words::MANY_CONTROLS);
        page.line(&format!("{id}  {}  {controls}", pad(standard.edition(), 9)));
        page.paragraph(Style::Plain, ids + 2, title);
    }
    page.finish()
}

/// Title, edition, publisher, what it is about, and how its wording relates to the source.
pub(super) fn head(view: &View<'_>, page: &mut Page) {
    let lang = view.lang;
    let model = view.model();
    let edition = words::EDITION.with(lang, &[&model.edition]);
    page.paragraph(Style::Bold, 0, &format!("{}, {edition}", view.text(&model.title).plain()));
    let subjects: Vec<String> = model.subject.iter().map(|kind| words::subject(*kind).say(lang)).collect();
    page.paragraph(
        Style::Plain,
        0,
        &format!("{} · {}", view.text(&model.publisher).plain(), subjects.join(", ")),
    );
    page.paragraph(Style::Dim, 0, &words::basis(model.basis).say(lang));
}

pub(super) fn page(view: &View<'_>, colour: bool) -> String {
    let mut page = Page::new(colour);
    let lang = view.lang;
    let model = view.model();
    head(view, &mut page);
    if let Some(description) = &model.description {
        page.blank();
        page.paragraph(Style::Plain, 0, &view.text(description).plain());
    }
    for group in &model.groups {
        self::group(view, group, 0, &mut page);
    }
    if !model.levels.is_empty() {
        page.heading(&words::LEVELS.say(lang));
        for (level, planned) in model.levels.iter().zip(view.levels()) {
            let word = if planned.strict { words::ABOVE_POINTS } else { words::FROM_POINTS };
            let bound = word.with(lang, &[&format::exact(lang, &planned.bound.to_string())]);
            page.hanging(Style::Plain, "  –", 4, &format!("{}, {bound}", view.text(&level.title).plain()));
        }
    }
    settings::offered(view, &mut page);
    page.finish()
}

fn group(view: &View<'_>, group: &Group, depth: usize, page: &mut Page) {
    let title = view.text(&group.title).plain();
    page.blank();
    page.paragraph(Style::Accent, 2 * depth, &title);
    match &group.children {
        Children::Groups(groups) => groups.iter().for_each(|group| self::group(view, group, depth + 1, page)),
        Children::Controls(controls) => {
            let ids =
                controls.iter().map(|control| width(control.id.value.as_str())).max().unwrap_or(0).min(24);
            for control in controls {
                let indent = 2 + 2 * depth;
                let first = format!("{}{}", " ".repeat(indent), control.id.value);
                let mut title = view.text(&control.title).plain();
                if control.optional {
                    title = format!("{title} ({})", words::OPTIONAL.say(view.lang));
                }
                page.hanging(Style::Plain, &first, indent + ids + 2, &title);
            }
        }
    }
}

/// A control whole: what it asks, why, what counts as proof, how it is checked, where it comes from.
pub(super) fn control(view: &View<'_>, control: ControlView<'_>, colour: bool) -> String {
    let mut page = Page::new(colour);
    let lang = view.lang;
    let written = control.written;
    page.paragraph(Style::Bold, 0, &format!("{} {}", written.id.value, view.text(&written.title).plain()));
    let mut prose = |label: Word, text: &Option<Text>| {
        if let Some(text) = text {
            page.heading(&label.say(lang));
            page.paragraph(Style::Plain, 2, &safe(&view.text(text).plain()));
        }
    };
    prose(words::REQUIREMENT, &written.requirement);
    prose(words::WHY, &written.why);
    prose(words::PROOF, &written.proof);
    page.heading(&words::ASKED.say(lang));
    for criterion in &written.criteria {
        let Some(asked) = view.criterion(criterion.id.value.as_str()) else { continue };
        page.hanging(Style::Plain, "  –", 4, &safe(&view.asks(asked).plain()));
        for demand in view.demands(asked) {
            page.paragraph(Style::Plain, 4, &demand.plain());
        }
    }
    if written.criteria.len() > 1 {
        page.paragraph(Style::Dim, 2, &words::CRITERIA_COMBINE.with(lang, &[&view.combination(control)]));
    }
    page.blank();
    let mut fact = |label: Word, fact: String| {
        page.paragraph(Style::Plain, 0, &words::FIELD_VALUE.with(lang, &[&label.say(lang), &fact]));
    };
    if let Some(severity) = written.severity {
        fact(words::SEVERITY, words::severity(severity).say(lang));
    }
    if let Some(effort) = &control.planned.effort {
        fact(words::EFFORT, view.effort(effort));
    }
    let methods: Vec<String> =
        written.methods.iter().map(|method| words::method(*method).say(lang)).collect();
    if !methods.is_empty() {
        fact(words::METHODS, methods.join(", "));
    }
    for legal in &written.legal {
        let status = words::legal_status(legal.status).say(lang);
        page.hanging(Style::Plain, "§", 2, &format!("{} ({status})", view.text(&legal.title).plain()));
    }
    for (source, locator) in &written.references {
        let known = view.model().sources.iter().find(|known| known.id.value == source.value);
        let title = known.map_or_else(|| source.value.to_string(), |known| view.text(&known.title).plain());
        let locator = locator.as_deref().map(|it| format!(", {it}")).unwrap_or_default();
        page.hanging(Style::Dim, "→", 2, &safe(&format!("{title}{locator}")));
    }
    page.finish()
}
