//! The card of a comparison: the score before and after, then the controls that changed.

use super::{badge, frame, table};
use crate::diff::{Change, ControlDiff};
use crate::report::format;
use crate::report::html::parts::{data, phrase};
use crate::report::view::Comparison;
use crate::report::words;
use maud::{Markup, html};

pub(in crate::report) fn card(comparison: &Comparison<'_>) -> String {
    let lang = comparison.lang;
    let changed: Vec<&ControlDiff> =
        comparison.diff.controls.iter().filter(|control| control.change != Change::Unchanged).collect();
    let dates =
        [comparison.before, comparison.after].map(|view| format::date(lang, &view.audit.options.as_of));
    let dates = words::FROM_TO.with(lang, &dates.each_ref().map(String::as_str));
    let columns = [
        (words::CONTROL, false),
        (words::CHANGES, false),
        (words::BEFORE, false),
        (words::AFTER, false),
        (words::REASONS, false),
    ];
    let state = |state: Option<&crate::diff::ControlState>| -> Markup {
        html! { @match state { Some(state) => (badge(lang, state.verdict)), None => (words::ABSENT.say(lang)) } }
    };
    frame(
        lang,
        &html! {
            p.title { (data(&comparison.subject())) @if comparison.is_fictional() { " " span.mark { (words::FICTIONAL.say(lang)) } } }
            p { (words::COMPARISON.say(lang)) " · " (dates) }
            @for notice in comparison.notices() { p { strong { (phrase(&notice)) } } }
            p.headline { (phrase(&comparison.headline())) }
            @if changed.is_empty() { p { (words::NOTHING_CHANGED.say(lang)) } }
            (table(lang, words::CONTROLS, &columns, &changed, |control| html! {
                tr {
                    th scope="row" { (phrase(&comparison.control_title(&control.control))) " " span.id { (data(&control.control)) } }
                    td { (words::change_shape(control.change)) " " (words::change(control.change).say(lang)) }
                    td { (state(control.before.as_ref())) }
                    td { (state(control.after.as_ref())) }
                    td { (comparison.reasons(control).join(" ")) }
                }
            }))
        },
    )
}
