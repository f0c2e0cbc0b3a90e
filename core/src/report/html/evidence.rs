//! Every record of the dossier, whole; traces and disputes name it by its id.

use super::parts::{data, iso, label, meta, phrase, record_link, source_link, text};
use super::sources;
use crate::report::view::{Record, View};
use crate::report::words::{self, Word};
use crate::standard::model::Method;
use maud::{Markup, html};
use std::collections::BTreeSet;

pub(super) fn evidence(view: &View<'_>) -> Markup {
    // the numbers of the sources that their records name in several ways, and 0 for records without one
    let varied = view
        .sources()
        .into_iter()
        .filter(|source| source.distinct(|it| Some((&it.title, &it.uri, &it.sha256, &it.bytes))).len() > 1);
    let varied: BTreeSet<usize> = varied.map(|source| source.number).chain([0]).collect();
    html! {
        h3 { (words::EVIDENCE.say(view.lang)) }
        @if view.records.is_empty() {
            p { (words::NO_EVIDENCE.say(view.lang)) }
        } @else {
            p { (words::EVIDENCE_NOTE.say(view.lang)) }
            div.records {
                @for (at, it) in view.records.iter().enumerate() {
                    (record(view, at, it, varied.contains(&view.source_number(it).unwrap_or(0))))
                }
            }
        }
    }
}

/// `own`: its own words for its source are needed.
fn record(view: &View<'_>, at: usize, record: &Record, own: bool) -> Markup {
    html! {
        article.record id={ "r" (at) } {
            h4 { span.id { (data(&record.id)) } }
            p.says { (phrase(&view.says(record))) }
            (meta(view, &facts(view, record)))
            @if own { p { (sources::own_words(view, record)) } }
            @if let Some(withdrawn) = &record.withdrawn {
                p { (label(view, words::WITHDRAWN)) (iso(&withdrawn.date)) ", " span.prose { (data(&withdrawn.reason)) } }
            }
            @if let Some(remark) = &record.remark { p { (label(view, words::REMARK)) span.prose { (data(remark)) } } }
        }
    }
}

fn facts(view: &View<'_>, record: &Record) -> Vec<(Word, Markup)> {
    let mut facts = Vec::new();
    facts.extend(record.kind.as_ref().map(|kind| (words::KIND, kind_title(view, kind))));
    facts.push((words::OBSERVED, iso(&record.observed)));
    facts.extend(record.received.as_ref().map(|date| (words::RECEIVED, iso(date))));
    facts.extend(record.expires.as_ref().map(|date| (words::EXPIRES, iso(date))));
    let assurance = words::assurance(record.assurance()).say(view.lang);
    facts.push((words::ASSURANCE, html! { (assurance) }));
    facts.extend(record.method.as_ref().map(|method| (words::METHOD, method_word(view, method))));
    facts.extend(record.by.as_ref().map(|by| (words::BY, data(by))));
    if !record.supersedes.as_slice().is_empty() {
        let ids = html! {
            @for (at, id) in record.supersedes.as_slice().iter().enumerate() {
                @if at > 0 { ", " } (record_link(view, id))
            }
        };
        facts.push((words::SUPERSEDES, ids));
    }
    facts.push((words::SPEAKS_TO, targets(view, record)));
    facts.push((words::SOURCE, source_link(view, record)));
    facts
}

fn kind_title(view: &View<'_>, id: &str) -> Markup {
    match view.model().kind(id) {
        Some(kind) => text(view.lang, &kind.title),
        None => data(id),
    }
}

fn method_word(view: &View<'_>, name: &str) -> Markup {
    match Method::WORDS.iter().find(|(word, _)| *word == name) {
        Some((_, method)) => html! { (words::method(*method).say(view.lang)) },
        None => data(name),
    }
}

/// The controls and criteria that a record names; with neither it speaks to every test of its kind.
fn targets(view: &View<'_>, record: &Record) -> Markup {
    let (controls, criteria) = (record.control.as_slice(), record.criterion.as_slice());
    html! {
        @if controls.is_empty() && criteria.is_empty() { (words::EVERY_TEST.say(view.lang)) }
        @for (at, id) in controls.iter().enumerate() {
            @if at > 0 { ", " } (phrase(&view.control_title(id))) " " span.id { (data(id)) }
        }
        @for (at, id) in criteria.iter().enumerate() {
            @if at > 0 { ", " }
            @if let Some(title) = view.criterion(id).and_then(|it| it.written.title.as_ref()) { (text(view.lang, title)) " " }
            span.id { (data(id)) }
        }
    }
}
