//! The waivers and what becomes of them (E9).

use super::parts::{cell, control_link, data, header_row};
use crate::report::view::View;
use crate::report::words;
use maud::{Markup, html};

pub(super) fn waivers(view: &View<'_>) -> Markup {
    let lang = view.lang;
    if view.audit.waivers.is_empty() {
        return html! { p { (words::NO_WAIVERS.say(lang)) } };
    }
    let columns = [
        (words::WAIVER, false),
        (words::CONTROLS, false),
        (words::STATE, false),
        (words::PERIOD, false),
        (words::APPROVED_BY, false),
        (words::REASON, false),
    ];
    html! {
        table.waivers {
            caption { (words::WAIVERS_CAPTION.say(lang)) }
            (header_row(view.lang, &columns))
            tbody {
                @for waiver in &view.audit.waivers {
                    tr {
                        th scope="row" { span.id { (data(&waiver.id)) } }
                        (cell(view.lang, words::CONTROLS, &html! {
                            @for id in &waiver.controls { span.field { (control_link(view, id)) } }
                        }))
                        (cell(view.lang, words::STATE, &html! { (words::waiver_status(waiver.status).say(lang)) }))
                        (cell(view.lang, words::PERIOD, &html! {
                            time.iso datetime=(waiver.from) { (waiver.from) } " – " time.iso datetime=(waiver.until) { (waiver.until) }
                        }))
                        (cell(view.lang, words::APPROVED_BY, &data(&waiver.approved_by)))
                        (cell(view.lang, words::REASON, &html! { span.prose { (data(&waiver.reason)) } }))
                    }
                }
            }
        }
    }
}
