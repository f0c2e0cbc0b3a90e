//! The trace of a criterion: every record that speaks to it, by its id, and what became of it. The records stand whole at the end
//! of the page, sources in their list.

use super::parts::{cell, data, header_row, iso, phrase, record_link, source_link};
use crate::audit::result::{CriterionResult, RecordResult, State};
use crate::report::view::View;
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
            (header_row(view.lang, &columns))
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
        tr class=(if result.state == State::Stands { "stands" } else { "aside" }) {
            th scope="row" { (record_link(view, &record.id)) }
            (cell(view.lang, words::DATE, &iso(&record.observed)))
            (cell(view.lang, words::ASSURANCE, &html! { (words::assurance(record.assurance()).say(lang)) }))
            (cell(view.lang, words::SAYS, &html! {
                (phrase(&view.says(record)))
                @if let Some(alone) = view.alone(result) { " " span.quiet { "(" (alone) ")" } }
            }))
            (cell(view.lang, words::SOURCE, &source_link(view, record)))
            (cell(view.lang, words::STATE, &html! {
                span.state { (state) }
                @for why in why { span.below { (why) } }
            }))
        }
    }
}
