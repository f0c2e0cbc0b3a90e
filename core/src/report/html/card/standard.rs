//! The card of a standard: what it is, then its controls.

use super::{frame, table};
use crate::report::html::parts::{data, severity, text};
use crate::report::view::View;
use crate::report::words;
use maud::html;

pub(in crate::report) fn card(view: &View<'_>) -> String {
    let lang = view.lang;
    let model = view.model();
    let subjects: Vec<String> = model.subject.iter().map(|kind| words::subject(*kind).say(lang)).collect();
    let columns = [(words::CONTROL, false), (words::SEVERITY, false)];
    frame(
        lang,
        &html! {
            p.title { (text(lang, &model.title)) }
            p { span.id { (data(model.id.as_str())) } ", " (words::EDITION.with(lang, &[&model.edition])) }
            p { (text(lang, &model.publisher)) " · " (subjects.join(", ")) }
            p.quiet { (words::basis(model.basis).say(lang)) }
            (table(lang, words::CONTROLS, &columns, &model.controls(), |control| html! {
                tr {
                    th scope="row" {
                        (text(lang, &control.title)) " " span.id { (data(control.id.value.as_str())) }
                        @if control.optional { " " span.mark { (words::OPTIONAL.say(lang)) } }
                    }
                    td { (severity(view, control.severity)) }
                }
            }))
        },
    )
}
