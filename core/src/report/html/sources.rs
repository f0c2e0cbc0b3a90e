//! Where things come from: the standard's sources and the dossier's, each told once; other parts of the page name them.

use super::parts::{address, cell, data, digest, figure, header_row, iso, phrase, text};
use crate::report::format;
use crate::report::phrase::{Phrase, Piece};
use crate::report::view::{Record, SourceKey, SourceView, View};
use crate::report::words;
use maud::{Markup, html};

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
                (header_row(view.lang, &[(words::ID, false), (words::TITLE, false), (words::DATE, false)]))
                tbody {
                    @for (at, source) in sources.iter().enumerate() {
                        tr id={ "q" (at) } {
                            th scope="row" { span.id { (data(source.id.value.as_str())) } }
                            (cell(view.lang, words::TITLE, &html! {
                                (text(view.lang, &source.title))
                                @if let Some(uri) = &source.uri { span.below { (address(uri)) } }
                            }))
                            (cell(view.lang, words::DATE, &html! {
                                @match source.date {
                                    Some(date) => { (iso(&date.to_string())) },
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
    let sources = view.sources();
    let columns = [(words::NUMBER, false), (words::TITLE, false), (words::ID, false), (words::RECORDS, true)];
    html! {
        @if sources.is_empty() {
            p { (words::NO_SOURCES.say(view.lang)) }
        } @else {
            table.sources {
                caption { (words::SOURCES_OF_DOSSIER.say(view.lang)) }
                (header_row(view.lang, &columns))
                tbody {
                    @for source in &sources {
                        tr id={ "s" (source.number) } {
                            th scope="row" { (words::SOURCE_NUMBER.with(view.lang, &[&source.number.to_string()])) }
                            (cell(view.lang, words::TITLE, &names(view, source)))
                            (cell(view.lang, words::ID, &html! {
                                @match source.key {
                                    SourceKey::Id(id) => { span.id { (data(id)) } },
                                    _ => { (words::ABSENT.say(view.lang)) },
                                }
                            }))
                            (figure(view.lang, words::RECORDS, &html! { (source.records.len()) }))
                        }
                    }
                }
            }
        }
    }
}

fn names(view: &View<'_>, source: &SourceView<'_>) -> Markup {
    html! {
        @for title in source.distinct(|it| it.title.as_ref()) { span.field { (data(title)) } }
        @for uri in source.distinct(|it| it.uri.as_ref()) { span.field { (address(uri)) } }
        @for (sha256, bytes) in source.distinct(|it| Some((it.sha256.as_ref()?, it.bytes.as_ref()))) {
            (file(view, sha256, bytes))
        }
    }
}

/// The digest and the length of a file.
fn file(view: &View<'_>, sha256: &str, bytes: Option<&String>) -> Markup {
    html! {
        span.field {
            (words::FINGERPRINT.say(view.lang)) " " (digest(sha256))
            @if let Some(bytes) = bytes {
                ", " (phrase(&words::BYTES.fill(view.lang, [Phrase(vec![Piece::Words(format::exact(view.lang, bytes))])])))
            }
        }
    }
}

/// What a record itself says of its source, where the list of sources cannot tell which of its ways is that of the record.
pub(super) fn own_words(view: &View<'_>, record: &Record) -> Markup {
    let source = &record.source;
    html! {
        @if let Some(title) = &source.title { span.field { (data(title)) } }
        @if let Some(uri) = &source.uri { span.field { (address(uri)) } }
        @if let Some(sha256) = &source.sha256 { (file(view, sha256, source.bytes.as_ref())) }
    }
}
