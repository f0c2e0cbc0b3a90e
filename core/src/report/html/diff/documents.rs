//! What came, went, ended and differs in what the audits were made of.

use crate::audit::result::WaiverStatus;
use crate::diff::{Items, Pair, WaiverDiff};
use crate::report::html::parts::{cell, data, digest, header_row, phrase};
use crate::report::view::Comparison;
use crate::report::words::{self, Word};
use maud::{Markup, html};

pub(super) fn evidence(comparison: &Comparison<'_>) -> Markup {
    let lang = comparison.lang;
    let titles = [words::RECORDS_ADDED, words::RECORDS_CHANGED, words::RECORDS_REMOVED];
    html! {
        h3 { (words::EXPIRED.say(lang)) }
        (expired(comparison))
        @if comparison.diff.evidence == Items::default() { p { (words::RECORDS_STAY.say(lang)) } }
        (items(comparison, &comparison.diff.evidence, titles, false))
    }
}

fn expired(comparison: &Comparison<'_>) -> Markup {
    let (lang, view) = (comparison.lang, comparison.after);
    if comparison.diff.expired.is_empty() {
        return html! { p { (words::NONE_EXPIRED.say(lang)) } };
    }
    html! {
        p { (words::EXPIRED_NOTE.say(lang)) }
        table.ended {
            (header_row(view.lang, &[(words::RECORD, false), (words::CONTROLS, false), (words::WHY, false)]))
            tbody {
                @for expired in &comparison.diff.expired {
                    tr {
                        th scope="row" { span.id { (data(&expired.id)) } }
                        (cell(view.lang, words::CONTROLS, &controls(comparison, &expired.controls)))
                        (cell(view.lang, words::WHY, &html! {
                            @for code in &expired.reasons { span.field { (view.reason(code)) } }
                        }))
                    }
                }
            }
        }
    }
}

fn controls(comparison: &Comparison<'_>, ids: &[String]) -> Markup {
    html! {
        @for id in ids { span.field { (phrase(&comparison.control_title(id))) " " span.id { (data(id)) } } }
    }
}

/// A list for each of what came, what differs and what went; `titled` where the ids are those of controls.
fn items(comparison: &Comparison<'_>, items: &Items, titles: [Word; 3], titled: bool) -> Markup {
    let [added, changed, removed] = titles;
    let name = |id: &str| {
        html! {
            @if titled { (phrase(&comparison.control_title(id))) " " }
            span.id { (data(id)) }
        }
    };
    let list = |ids: &[String]| html! { ul { @for id in ids { li { (name(id)) } } } };
    html! {
        @if !items.added.is_empty() { h3 { (added.say(comparison.lang)) } (list(&items.added)) }
        @if !items.changed.is_empty() {
            h3 { (changed.say(comparison.lang)) }
            ul {
                @for item in &items.changed {
                    li { (name(&item.id)) span.quiet.below { (pointers(comparison, &item.members)) } }
                }
            }
        }
        @if !items.removed.is_empty() { h3 { (removed.say(comparison.lang)) } (list(&items.removed)) }
    }
}

/// The members that differ.
fn pointers(comparison: &Comparison<'_>, members: &[String]) -> Markup {
    html! {
        (words::LABEL.with(comparison.lang, &[&words::MEMBERS_CHANGED.say(comparison.lang)]))
        @for member in members { " " code { bdi { (member) } } }
    }
}

pub(super) fn waivers(comparison: &Comparison<'_>) -> Markup {
    let lang = comparison.lang;
    if comparison.diff.waivers.is_empty() {
        return html! { p { (words::WAIVERS_STAY.say(lang)) } };
    }
    html! {
        @for (ended, title) in [(true, words::WAIVERS_ENDED), (false, words::WAIVERS_CHANGED)] {
            @let waivers: Vec<&WaiverDiff> = comparison.diff.waivers.iter().filter(|it| it.ended == ended).collect();
            @if !waivers.is_empty() { h3 { (title.say(lang)) } (waiver_table(comparison, &waivers)) }
        }
    }
}

fn waiver_table(comparison: &Comparison<'_>, waivers: &[&WaiverDiff]) -> Markup {
    let view = comparison.after;
    let status = |status: Option<WaiverStatus>| {
        html! { (status.map_or(words::NOT_THERE, words::waiver_status).say(comparison.lang)) }
    };
    let columns =
        [(words::WAIVER, false), (words::CONTROLS, false), (words::BEFORE, false), (words::AFTER, false)];
    html! {
        table.ended {
            (header_row(view.lang, &columns))
            tbody {
                @for waiver in waivers {
                    tr {
                        th scope="row" {
                            span.id { (data(&waiver.id)) }
                            @if !waiver.members.is_empty() { span.quiet.below { (pointers(comparison, &waiver.members)) } }
                        }
                        (cell(view.lang, words::CONTROLS, &controls(comparison, &waiver.controls)))
                        (cell(view.lang, words::BEFORE, &status(waiver.before)))
                        (cell(view.lang, words::AFTER, &status(waiver.after)))
                    }
                }
            }
        }
    }
}

pub(super) fn standard(comparison: &Comparison<'_>) -> Markup {
    let (lang, standard) = (comparison.lang, &comparison.diff.standard);
    if standard.before == standard.after {
        return html! { p { (words::STANDARD_STAYS.say(lang)) } };
    }
    html! {
        (items(comparison, &standard.controls, [words::CONTROLS_ADDED, words::CONTROLS_CHANGED, words::CONTROLS_REMOVED], true))
        (items(comparison, &standard.groups, [words::GROUPS_ADDED, words::GROUPS_CHANGED, words::GROUPS_REMOVED], false))
        @if !standard.members.is_empty() {
            h3 { (words::OTHER_MEMBERS.say(lang)) }
            p { (pointers(comparison, &standard.members)) }
        }
    }
}

pub(super) fn options(comparison: &Comparison<'_>) -> Markup {
    let (lang, view) = (comparison.lang, comparison.after);
    let subject = &comparison.diff.subject;
    html! {
        @if comparison.diff.options.is_empty() {
            p { (words::OPTIONS_STAY.say(lang)) }
        } @else {
            table.changes {
                caption { (words::OPTIONS_CHANGED.say(lang)) }
                (header_row(view.lang, &[(words::OPTION, false), (words::BEFORE, false), (words::AFTER, false)]))
                tbody {
                    @for option in &comparison.diff.options {
                        @let (name, before, after) = comparison.option(option);
                        tr {
                            th scope="row" { (phrase(&name)) }
                            (cell(view.lang, words::BEFORE, &phrase(&before)))
                            (cell(view.lang, words::AFTER, &phrase(&after)))
                        }
                    }
                }
            }
        }
        @if !subject.members.is_empty() {
            h3 { (words::SUBJECT_CHANGED.say(lang)) }
            p { (pointers(comparison, &subject.members)) }
        }
    }
}

pub(super) fn digests(comparison: &Comparison<'_>) -> Markup {
    let lang = comparison.lang;
    let diff = &comparison.diff;
    let standard =
        Pair { after: diff.standard.after.digest.as_str(), before: diff.standard.before.digest.as_str() };
    let dossier = Pair { after: diff.dossier.after.as_str(), before: diff.dossier.before.as_str() };
    let audit = Pair {
        after: diff.audit.after.as_deref().unwrap_or_default(),
        before: diff.audit.before.as_deref().unwrap_or_default(),
    };
    let view = comparison.after;
    html! {
        table.digests {
            (header_row(view.lang, &[(words::DOCUMENT, false), (words::BEFORE, false), (words::AFTER, false)]))
            tbody {
                @for (word, pair) in [(words::AUDIT, audit), (words::STANDARD, standard), (words::DOSSIER, dossier)] {
                    tr {
                        th scope="row" { (word.say(lang)) }
                        (cell(view.lang, words::BEFORE, &digest(pair.before)))
                        (cell(view.lang, words::AFTER, &digest(pair.after)))
                    }
                }
            }
        }
    }
}
