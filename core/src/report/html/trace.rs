//! The trace of a criterion: every record that speaks to it, and what became of it.

use super::parts::{cell, data, header_row, phrase, record_link};
use crate::audit::result::{CriterionResult, RecordResult, State};
use crate::report::view::{Record, View};
use crate::report::words;
use maud::{Markup, html};

pub(super) fn trace(view: &View<'_>, result: &CriterionResult) -> Markup {
    if result.records.is_empty() {
        return html! { p.quiet { (words::NO_RECORDS.say(view.lang)) } };
    }
    let columns = [
        (words::RECORD, false),
        (words::DATE, false),
        (words::ASSURANCE, false),
        (words::SAYS, false),
        (words::SOURCE, false),
        (words::STATE, false),
    ];
    html! {
        // a short table moves to the next page whole
        table class=(if result.records.len() <= 3 { "trace short" } else { "trace" }) {
            caption { (words::RECORDS_CAPTION.say(view.lang)) }
            (header_row(view, &columns))
            tbody { @for record in &result.records { (row(view, record)) } }
        }
    }
}

fn row(view: &View<'_>, result: &RecordResult) -> Markup {
    let lang = view.lang;
    let Some(record) = view.record(&result.id) else {
        return html! { tr { th scope="row" { (data(&result.id)) } td colspan="5" {} } };
    };
    let (state, why) = view.fate(result);
    html! {
        tr class=(row_class(result, record)) {
            th scope="row" { (record_link(view, &record.id)) }
            (cell(view, words::DATE, &html! { time.iso datetime=(record.observed) { (record.observed) } }))
            (cell(view, words::ASSURANCE, &html! { (words::assurance(record.assurance()).say(lang)) }))
            (cell(view, words::SAYS, &html! {
                (says(view, record))
                @if let Some(alone) = view.alone(result) { span.quiet.below { (alone) } }
            }))
            (cell(view, words::SOURCE, &source(view, record)))
            (cell(view, words::STATE, &html! {
                span.state { (state) }
                @for why in why { span.below { (why) } }
            }))
        }
    }
}

/// What is said in many words may break over pages, lest it leave one empty.
fn row_class(result: &RecordResult, record: &Record) -> &'static str {
    let long = record.source.name().is_some_and(|name| name.chars().count() > 300);
    match (result.state, long) {
        (State::Stands, false) => "stands",
        (State::Stands, true) => "stands tall",
        (_, false) => "aside",
        (_, true) => "aside tall",
    }
}

/// A sheet of data line by line, anything else as it is.
pub(super) fn says(view: &View<'_>, record: &Record) -> Markup {
    if record.kind.is_none() {
        return phrase(&view.says(record));
    }
    html! {
        @for (title, value) in view.data(record) {
            span.field { (phrase(&words::FIELD_VALUE.fill(view.lang, [title, value]))) }
        }
    }
}

fn source(view: &View<'_>, record: &Record) -> Markup {
    html! {
        @match record.source.name() {
            Some(name) => { (data(name)) },
            None => { span.quiet { (words::NO_SOURCE.say(view.lang)) } },
        }
        @if let Some(locator) = &record.source.locator { span.quiet.below { (data(locator)) } }
    }
}
