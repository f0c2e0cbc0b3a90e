//! Where things come from: the standard's sources and the dossier's.

use super::parts::{address, cell, data, digest, figure, header_row, phrase, text};
use crate::report::format;
use crate::report::phrase::{Phrase, Piece};
use crate::report::view::{Record, Source, SourceKey, View};
use crate::report::words;
use maud::{Markup, html};
use std::collections::BTreeMap;

pub(super) fn sources(view: &View<'_>) -> Markup {
    html! {
        (of_standard(view))
        (of_dossier(view))
    }
}

fn of_standard(view: &View<'_>) -> Markup {
    let sources = &view.model().sources;
    html! {
        @if !sources.is_empty() {
            table.sources {
                caption { (words::SOURCES_OF_STANDARD.say(view.lang)) }
                (header_row(view, &[(words::ID, false), (words::TITLE, false), (words::DATE, false)]))
                tbody {
                    @for source in sources {
                        tr {
                            th scope="row" { span.id { (data(source.id.value.as_str())) } }
                            (cell(view, words::TITLE, &html! {
                                (text(view, &source.title))
                                @if let Some(uri) = &source.uri { span.below { (address(uri)) } }
                            }))
                            (cell(view, words::DATE, &html! {
                                @match source.date {
                                    Some(date) => { time.iso datetime=(date) { (date) } },
                                    None => { (words::ABSENT.say(view.lang)) },
                                }
                            }))
                        }
                    }
                }
            }
        }
    }
}

/// One row for each source (E3.2); where its records name it differently, every way is shown.
fn of_dossier(view: &View<'_>) -> Markup {
    let mut sources: BTreeMap<SourceKey<'_>, Vec<&Record>> = BTreeMap::new();
    for record in view.records.iter().filter(|record| record.source.name().is_some()) {
        sources.entry(record.source_key()).or_default().push(record);
    }
    html! {
        @if sources.is_empty() {
            p { (words::NO_SOURCES.say(view.lang)) }
        } @else {
            table.sources {
                caption { (words::SOURCES_OF_DOSSIER.say(view.lang)) }
                (header_row(view, &[(words::ID, false), (words::TITLE, false), (words::RECORDS, true)]))
                tbody {
                    @for (key, records) in &sources {
                        tr {
                            th scope="row" {
                                @match key {
                                    SourceKey::Id(id) => { span.id { (data(id)) } },
                                    _ => { (words::ABSENT.say(view.lang)) },
                                }
                            }
                            (cell(view, words::TITLE, &names(view, records)))
                            (figure(view, words::RECORDS, &html! { (records.len()) }))
                        }
                    }
                }
            }
        }
    }
}

fn names(view: &View<'_>, records: &[&Record]) -> Markup {
    let distinct = |of: fn(&Source) -> Option<&String>| {
        let mut all: Vec<&String> = records.iter().filter_map(|record| of(&record.source)).collect();
        all.sort();
        all.dedup();
        all
    };
    let mut files: Vec<(&String, Option<&String>)> = records
        .iter()
        .filter_map(|it| Some((it.source.sha256.as_ref()?, it.source.bytes.as_ref())))
        .collect();
    files.sort();
    files.dedup();
    html! {
        @for title in distinct(|source| source.title.as_ref()) { span.field { (data(title)) } }
        @for uri in distinct(|source| source.uri.as_ref()) { span.field { (address(uri)) } }
        @for (sha256, bytes) in files {
            span.field {
                (words::FINGERPRINT.say(view.lang)) " " (digest(sha256))
                @if let Some(bytes) = bytes {
                    ", " (phrase(&words::BYTES.fill(view.lang, [Phrase(vec![Piece::Words(format::exact(view.lang, bytes))])])))
                }
            }
        }
    }
}
