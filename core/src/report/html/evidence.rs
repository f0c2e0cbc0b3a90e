//! Every record of the dossier, whole.

use super::parts::{address, data, digest, fact, phrase, record_link, text};
use super::trace;
use crate::report::view::{Record, View};
use crate::report::words;
use crate::standard::model::Method;
use maud::{Markup, html};

pub(super) fn evidence(view: &View<'_>) -> Markup {
    html! {
        h3 { (words::EVIDENCE.say(view.lang)) }
        @if view.records.is_empty() {
            p { (words::NO_EVIDENCE.say(view.lang)) }
        } @else {
            p { (words::EVIDENCE_NOTE.say(view.lang)) }
            @for (at, it) in view.records.iter().enumerate() { (record(view, at, it)) }
        }
    }
}

fn record(view: &View<'_>, at: usize, record: &Record) -> Markup {
    let lang = view.lang;
    let date = |iso: &str| html! { time.iso datetime=(iso) { (iso) } };
    html! {
        article.record id={ "r" (at) } {
            h4 { span.id { (data(&record.id)) } }
            dl.facts {
                @if let Some(kind) = record.kind.as_deref() { (fact(view, words::KIND, &kind_title(view, kind))) }
                (fact(view, words::SAYS, &trace::says(view, record)))
                (fact(view, words::SPEAKS_TO, &target(view, record)))
                (fact(view, words::OBSERVED, &date(&record.observed)))
                @if let Some(received) = &record.received { (fact(view, words::RECEIVED, &date(received))) }
                @if let Some(expires) = &record.expires { (fact(view, words::EXPIRES, &date(expires))) }
                (fact(view, words::ASSURANCE, &html! { (words::assurance(record.assurance()).say(lang)) }))
                @if let Some(method) = &record.method { (fact(view, words::METHOD, &method_word(view, method))) }
                @if let Some(by) = &record.by { (fact(view, words::BY, &data(by))) }
                (fact(view, words::SOURCE, &source(view, record)))
                @if !record.supersedes.as_slice().is_empty() {
                    (fact(view, words::SUPERSEDES, &html! {
                        @for id in record.supersedes.as_slice() { span.field { (record_link(view, id)) } }
                    }))
                }
                @if let Some(withdrawn) = &record.withdrawn {
                    (fact(view, words::WITHDRAWN, &html! { (date(&withdrawn.date)) " " span.prose { (data(&withdrawn.reason)) } }))
                }
                @if let Some(remark) = &record.remark { (fact(view, words::REMARK, &html! { span.prose { (data(remark)) } })) }
            }
        }
    }
}

fn kind_title(view: &View<'_>, id: &str) -> Markup {
    match view.model().kinds.iter().find(|kind| kind.id.value.as_str() == id) {
        Some(kind) => text(view, &kind.title),
        None => data(id),
    }
}

fn method_word(view: &View<'_>, name: &str) -> Markup {
    match Method::WORDS.iter().find(|(word, _)| *word == name) {
        Some((_, method)) => html! { (words::method(*method).say(view.lang)) },
        None => data(name),
    }
}

fn target(view: &View<'_>, record: &Record) -> Markup {
    let (controls, criteria) = (record.control.as_slice(), record.criterion.as_slice());
    html! {
        @if controls.is_empty() && criteria.is_empty() { (words::EVERY_TEST.say(view.lang)) }
        @for id in controls { span.field { (phrase(&view.control_title(id))) } }
        @for id in criteria {
            span.field {
                @if let Some(title) = view.criterion(id).and_then(|it| it.written.title.as_ref()) { (text(view, title)) " " }
                span.id { (data(id)) }
            }
        }
    }
}

fn source(view: &View<'_>, record: &Record) -> Markup {
    let source = &record.source;
    html! {
        @match &source.title {
            Some(title) => { span.field { (data(title)) } },
            None if source.name().is_none() => { span.quiet { (words::NO_SOURCE.say(view.lang)) } },
            None => {},
        }
        @if let Some(locator) = &source.locator { span.field { (data(locator)) } }
        @if let Some(uri) = &source.uri { span.field { (address(uri)) } }
        @if let Some(id) = &source.id { span.field { span.id { (data(id)) } } }
        @if let Some(sha256) = &source.sha256 { span.field { (words::FINGERPRINT.say(view.lang)) " " (digest(sha256)) } }
    }
}
