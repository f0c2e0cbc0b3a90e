//! The card of an audit: the score, what is not known, then the findings.

use super::{badge, bar, frame, heading, table};
use crate::audit::result::Range;
use crate::report::html::parts::{data, phrase, waived};
use crate::report::html::summary;
use crate::report::view::View;
use crate::report::words;
use maud::html;

pub(in crate::report) fn card(view: &View<'_>) -> String {
    let lang = view.lang;
    let score = view.audit.score.as_ref().map(|score| Range { lo: score.lo.clone(), hi: score.hi.clone() });
    let columns =
        [(words::CONTROL, false), (words::VERDICT, false), (words::SCORE, true), (words::WHY, false)];
    frame(
        lang,
        &html! {
            (heading(view))
            p.headline { (summary::headline(view)) }
            @if let Some(score) = &score { (bar(score, view.scale(), &view.score_interval(score))) }
            p { (summary::unknown(view)) }
            (table(lang, words::FINDINGS, &columns, &view.audit.findings, |finding| html! {
                tr {
                    th scope="row" { (phrase(&view.control_title(&finding.control))) " " span.id { (data(&finding.control)) } }
                    td { (badge(lang, finding.verdict)) " " (waived(view, finding.waived)) }
                    td.number {
                        @if let Some(score) = &finding.score {
                            (view.interval(&Range { lo: score.lo.clone(), hi: score.hi.clone() }))
                        }
                    }
                    td { (view.telling(finding).join(" ")) }
                }
            }))
        },
    )
}
