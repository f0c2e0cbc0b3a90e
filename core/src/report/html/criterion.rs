//! One criterion of a finding: what is asked, what that comes to, what the sources say, and the trace.

use super::parts::{data, iso, label, phrase, record_link, source_link, text};
use super::trace;
use crate::audit::result::CriterionResult;
use crate::report::format;
use crate::report::view::{CriterionView, View};
use crate::report::words;
use maud::{Markup, html};

/// `several`: the control has more than one criterion, so each needs its own title and outcome.
pub(super) fn criterion(
    view: &View<'_>,
    asked: CriterionView<'_>,
    result: &CriterionResult,
    several: bool,
) -> Markup {
    html! {
        div.criterion {
            @if several || asked.written.title.is_some() {
                h5 {
                    (label(view, words::CRITERION))
                    @if let Some(title) = &asked.written.title { (text(view.lang, title)) " " }
                    span.id { (data(&result.criterion)) }
                }
            }
            p {
                (label(view, words::ASKED)) (phrase(&view.asks(asked)))
                @for demand in view.demands(asked) { " " (phrase(&demand)) }
            }
            (comes_to(view, result, several))
            (disputes(view, asked, result))
            (trace::trace(view, result))
        }
    }
}

/// What the criterion comes to where the control has several, and the things of a test: those known are taken to be all (E4.3).
fn comes_to(view: &View<'_>, result: &CriterionResult, several: bool) -> Markup {
    let lang = view.lang;
    if !several && result.members.is_none() {
        return html! {};
    }
    html! {
        p {
            @if several {
                strong {
                    @match &result.degree {
                        Some(degree) => { (words::CRITERION_DEGREE.with(lang, &[&view.degree(degree)])) },
                        None => { (words::CRITERION_NONE.say(lang)) },
                    }
                }
                @for code in &result.reasons { " " (view.reason(code)) }
                " "
            }
            @if let Some(members) = &result.members {
                (label(view, words::MEMBERS))
                @let counts = [members.holds, members.fails, members.unknown];
                @if counts.iter().all(|count| *count == 0) {
                    (words::MEMBERS_NONE.say(lang))
                } @else {
                    @let [holds, fails, unknown] = counts.map(|count| format::exact(lang, &count.to_string()));
                    (words::MEMBERS_ARE.with(lang, &[&holds, &fails, &unknown])) " " (words::COMPLETE.say(lang))
                }
            }
        }
    }
}

/// Statements that disagree, each with its source, before the full trace.
fn disputes(view: &View<'_>, asked: CriterionView<'_>, result: &CriterionResult) -> Markup {
    html! {
        @for dispute in view.disputes(asked, result) {
            div.dispute {
                p.label { (words::DISAGREE.say(view.lang)) }
                ul {
                    @for record in dispute.records {
                        li {
                            strong { (phrase(&view.says(record))) }
                            span.below {
                                @if let Some(name) = record.source.name() { (data(name)) ", " }
                                (source_link(view, record))
                                " (" (words::assurance(record.assurance()).say(view.lang)) ", "
                                (iso(&record.observed)) ", " (record_link(view, &record.id)) ")"
                            }
                        }
                    }
                }
            }
        }
    }
}
