//! The card of a finding: the verdict, why, and what became of each record.

use super::{badge, frame, heading, table};
use crate::audit::result::{Finding, RecordResult};
use crate::report::html::parts::{data, phrase, reasons, text, waived};
use crate::report::view::View;
use crate::report::words;
use maud::html;

pub(in crate::report) fn card(view: &View<'_>, finding: &Finding) -> String {
    let lang = view.lang;
    let records: Vec<&RecordResult> =
        finding.criteria.iter().flat_map(|criterion| &criterion.records).collect();
    let columns = [(words::RECORD, false), (words::card::STATE, false), (words::WHY, false)];
    frame(
        lang,
        &html! {
            p.title { (phrase(&view.control_title(&finding.control))) " " span.id { (data(&finding.control)) } }
            p { (badge(lang, finding.verdict)) " " (waived(view, finding.waived)) }
            (heading(view))
            (reasons(view, finding))
            @if let Some(requirement) = view.control(&finding.control).and_then(|control| control.written.requirement.as_ref()) {
                p { (text(lang, requirement)) }
            }
            @if let Some(gain) = &finding.gain { p.quiet { (words::GAIN_IS.with(lang, &[&view.gain(gain)])) } }
            (table(lang, words::EVIDENCE, &columns, &records, |record| html! {
                tr {
                    th scope="row" { span.id { (data(&record.id)) } }
                    td { (words::state(record.state).say(lang)) }
                    td { @for reason in &record.reasons { (view.reason(reason)) " " } }
                }
            }))
        },
    )
}
