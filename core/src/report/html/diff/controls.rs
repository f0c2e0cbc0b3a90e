//! Control by control, class by class.

use super::summary::badge;
use crate::diff::{Change, ControlDiff, ControlState};
use crate::report::html::parts::{self, cell, data, header_row, phrase};
use crate::report::view::{Comparison, View};
use crate::report::words::{self, Word};
use maud::{Markup, html};

pub(super) fn controls(comparison: &Comparison<'_>) -> Markup {
    let lang = comparison.lang;
    let changed = comparison.diff.controls.iter().any(|control| control.change != Change::Unchanged);
    html! {
        @if !changed { p { (words::NOTHING_CHANGED.say(lang)) } }
        @for change in Change::ALL {
            @let controls: Vec<&ControlDiff> = comparison.of_class(change).collect();
            @if !controls.is_empty() {
                h3 id=(change.as_str()) {
                    (badge(comparison, change)) " "
                    span.quiet { "(" (words::counted(lang, controls.len(), words::ONE_CONTROL, words::MANY_CONTROLS)) ")" }
                }
                p.quiet.meaning { (words::change_meaning(change).say(lang)) }
                (table(comparison, &controls))
            }
        }
    }
}

fn table(comparison: &Comparison<'_>, controls: &[&ControlDiff]) -> Markup {
    let view = comparison.after;
    // a column that no control fills is left out
    let reasons = controls.iter().any(|it| !it.reasons_gained.is_empty() || !it.reasons_lost.is_empty());
    let mut columns = vec![(words::CONTROL, false), (words::BEFORE, false), (words::AFTER, false)];
    columns.extend(reasons.then_some((words::REASONS, false)));
    html! {
        table class=(if controls.len() <= 6 { "changes short" } else { "changes" }) {
            (header_row(view.lang, &columns))
            tbody {
                @for control in controls {
                    tr {
                        th scope="row" {
                            (phrase(&comparison.control_title(&control.control))) span.id.below { (data(&control.control)) }
                        }
                        (state(comparison, words::BEFORE, control.before.as_ref()))
                        (state(comparison, words::AFTER, control.after.as_ref()))
                        @if reasons {
                            (cell(view.lang, words::REASONS, &html! {
                                @for reason in comparison.reasons(control) { span.field { (reason) } }
                            }))
                        }
                    }
                }
            }
        }
    }
}

/// The verdict with its shape, the degree where the verdict does not say it, and whether it is waived.
fn state(comparison: &Comparison<'_>, column: Word, state: Option<&ControlState>) -> Markup {
    let view: &View<'_> = comparison.after;
    cell(
        view.lang,
        column,
        &html! {
            @match state {
                Some(state) => {
                    (parts::badge(view, state.verdict)) " " (parts::waived(view, state.waived))
                    @if let Some(degree) = comparison.degree(state) {
                        span.quiet.below { (words::DEGREE.with(comparison.lang, &[&degree])) }
                    }
                },
                None => { (words::ABSENT.say(comparison.lang)) },
            }
        },
    )
}
