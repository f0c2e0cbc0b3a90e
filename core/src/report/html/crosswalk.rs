//! A crosswalk as a page: gaps on both sides first, then pairs.

use super::document::{Section, document};
use super::parts::{cell, data, digest, fact, figure, header_row, phrase, text};
use crate::Framework;
use crate::mapping::crosswalk::{End, Pair};
use crate::report::phrase::Phrase;
use crate::report::view::CrosswalkView;
use crate::report::words::{self as labels, crosswalk as words};
use maud::{Markup, html};

pub(in crate::report) fn page(view: &CrosswalkView<'_>) -> String {
    let sections = [
        Section { id: "gaps", title: words::GAPS, content: &[&|| gaps(view)] },
        Section { id: "pairs", title: words::PAIRS, content: &[&|| pairs(view)] },
        Section { id: "colophon", title: words::MAPPINGS, content: &[&|| mappings(view)] },
    ];
    let title = format!("{} – {}", words::CROSSWALK.say(view.lang), view.title());
    document(view.lang, &title, false, &header(view), &sections)
}

fn header(view: &CrosswalkView<'_>) -> Markup {
    let lang = view.lang;
    let sides = view.sides().map(|side| Phrase::text(lang, side.title()));
    html! {
        header {
            p.eyebrow { (words::CROSSWALK.say(lang)) }
            h1 { (phrase(&words::FROM_TO.fill(lang, sides))) }
            dl.facts {
                @for (word, side) in [words::FROM, words::TO].into_iter().zip(view.sides()) {
                    (fact(lang, word, &html! {
                        (text(lang, side.title()))
                        span.quiet.below {
                            (data(side.id().as_str())) ", "
                            (phrase(&labels::EDITION.fill(lang, [Phrase::data(side.edition())])))
                            @if let Framework::Ids(_) = side { ", " (words::IDS_ONLY.say(lang)) }
                        }
                    }))
                }
            }
        }
    }
}

fn gaps(view: &CrosswalkView<'_>) -> Markup {
    html! {
        p.quiet { (words::GAPS_MEANING.say(view.lang)) }
        @for (side, (framework, gaps)) in view.gaps().into_iter().enumerate() {
            h3 { (phrase(&view.gap_count(framework, gaps.len()))) }
            @if gaps.is_empty() {
                p { (words::NO_GAP.say(view.lang)) }
            } @else {
                ul.ids[matches!(framework, Framework::Ids(_))] {
                    @for gap in gaps { li { (named(view, side, gap)) } }
                }
            }
        }
    }
}

fn pairs(view: &CrosswalkView<'_>) -> Markup {
    let columns = [words::FROM, words::RELATION, words::TO, words::CONFIDENCE, words::RATIONALE];
    html! {
        (relations(view))
        table.crosswalk {
            (header_row(view.lang, &columns.map(|column| (column, false))))
            tbody { @for pair in view.crosswalk.pairs() { (row(view, &pair)) } }
        }
    }
}

/// What an auditor may conclude from the edges, before any of them.
fn relations(view: &CrosswalkView<'_>) -> Markup {
    let columns = [(words::RELATION, false), (words::EDGES, true), (words::INFERRED, false)];
    html! {
        table.short {
            caption { (words::RELATIONS.say(view.lang)) }
            (header_row(view.lang, &columns))
            tbody {
                @for (relation, count, inferred) in view.relations() {
                    tr {
                        th scope="row" { (relation) }
                        (figure(view.lang, words::EDGES, &html! { (count) }))
                        (cell(view.lang, words::INFERRED, &html! { span { (inferred) } }))
                    }
                }
            }
        }
    }
}

fn row(view: &CrosswalkView<'_>, pair: &Pair<'_>) -> Markup {
    let ends = |side: usize, ends: Vec<End<'_>>| {
        html! { @for end in ends { div { (named(view, side, end)) } } }
    };
    html! {
        tr {
            th scope="row" { (ends(0, pair.from())) }
            (cell(view.lang, words::RELATION, &html! { span { (view.relation(pair)) } }))
            (cell(view.lang, words::TO, &ends(1, pair.to())))
            (cell(view.lang, words::CONFIDENCE, &html! { span { (view.confidence(pair)) } }))
            (cell(view.lang, words::RATIONALE, &html! { span { (text(view.lang, &pair.edge.rationale)) } }))
        }
    }
}

/// The title with the id below it; the id alone where no title is held.
fn named(view: &CrosswalkView<'_>, side: usize, end: End<'_>) -> Markup {
    html! {
        @if let Some(title) = view.title_of(side, end) {
            (phrase(&title)) span.id.below { (phrase(&view.id_of(end))) }
        } @else {
            span.id { (phrase(&view.id_of(end))) }
        }
    }
}

fn mappings(view: &CrosswalkView<'_>) -> Markup {
    let lang = view.lang;
    html! {
        @for linked in &view.crosswalk.mappings {
            @let mapping = linked.mapping();
            h3 { (text(lang, mapping.title())) }
            @if let Some(description) = mapping.description() { p { (text(lang, description)) } }
            dl.facts {
                (fact(lang, words::MAPPING, &html! {
                    (data(mapping.id().as_str())) ", "
                    (phrase(&labels::EDITION.fill(lang, [Phrase::data(mapping.edition())])))
                    span.below { (digest(mapping.digest())) }
                }))
                (fact(lang, words::BASIS, &html! { (labels::basis(mapping.basis()).say(lang)) }))
            }
        }
        dl.facts {
            @for side in view.sides() {
                div { dt { (text(lang, side.title())) } dd { (digest(side.digest())) } }
            }
        }
    }
}
