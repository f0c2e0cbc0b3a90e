//! One criterion of a finding: what is asked, what that comes to, what the sources say, and the trace.

use super::parts::{data, label, phrase, record_link, text};
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
    let lang = view.lang;
    html! {
        div.criterion {
            @if several || asked.written.title.is_some() {
                h5 {
                    (label(view, words::CRITERION))
                    @if let Some(title) = &asked.written.title { (text(view, title)) " " }
                    span.id { (data(&result.criterion)) }
                }
            }
            p {
                (label(view, words::ASKED)) (phrase(&view.asks(asked)))
                @for demand in view.demands(asked) { " " (phrase(&demand)) }
            }
            @if several {
                p {
                    @match &result.degree {
                        Some(degree) => { (words::CRITERION_DEGREE.with(lang, &[&view.degree(degree)])) },
                        None => { (words::CRITERION_NONE.say(lang)) },
                    }
                    @for code in &result.reasons { " " (view.reason(code)) }
                }
            }
            (members(view, result))
            (disputes(view, asked, result))
            (trace::trace(view, result))
        }
    }
}

/// The things of a test, and that those known are taken to be all (E4.3).
fn members(view: &View<'_>, result: &CriterionResult) -> Markup {
    let lang = view.lang;
    let Some(members) = &result.members else { return html! {} };
    let counts = [members.holds, members.fails, members.unknown];
    html! {
        p {
            (label(view, words::MEMBERS))
            @if counts.iter().all(|count| *count == 0) {
                (words::MEMBERS_NONE.say(lang))
            } @else {
                @let [holds, fails, unknown] = counts.map(|count| format::exact(lang, &count.to_string()));
                (words::MEMBERS_ARE.with(lang, &[&holds, &fails, &unknown])) " " (words::COMPLETE.say(lang))
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
                                @match record.source.name() {
                                    Some(name) => { (data(name)) },
                                    None => { (words::NO_SOURCE.say(view.lang)) },
                                }
                                @if let Some(locator) = &record.source.locator { ", " (data(locator)) }
                                " (" (words::assurance(record.assurance()).say(view.lang)) ", "
                                time datetime=(record.observed) { (record.observed) } ", " (record_link(view, &record.id)) ")"
                            }
                        }
                    }
                }
            }
        }
    }
}
