//! Cards for notebooks: a piece of HTML with its own scoped style, nothing fetched, nothing that runs, light and dark. Every text goes
//! through maud, which escapes it.

mod audit;
mod diff;
mod finding;
mod standard;

pub(in crate::report) use audit::card as audit_card;
pub(in crate::report) use diff::card as diff_card;
pub(in crate::report) use finding::card as finding_card;
pub(in crate::report) use standard::card as standard_card;

use super::bars::percent;
use super::parts::class;
use crate::audit::result::Range;
use crate::report::format;
use crate::report::view::View;
use crate::report::words::{self, Word};
use crate::{Lang, Rational, Verdict};
use maud::{Markup, PreEscaped, html};

const STYLE: &str = include_str!("card.css");
/// Rows of a table; a card that has more says so.
const ROWS: usize = 50;

fn frame(lang: Lang, content: &Markup) -> String {
    html! {
        div.kolosi-card lang=(lang.code()) {
            style { (PreEscaped(STYLE)) }
            (content)
        }
    }
    .into_string()
}

/// A verdict: shape, word and colour.
fn badge(lang: Lang, verdict: Verdict) -> Markup {
    html! {
        span class={ "verdict " (class(verdict)) } {
            (words::verdict_shape(verdict)) " " (words::verdict(verdict).say(lang))
        }
    }
}

/// What is known solid, what is not hatched, a certain value a line.
fn bar(range: &Range, scale: &Rational, label: &str) -> Markup {
    let (lo, hi) = (format::rational(&range.lo), format::rational(&range.hi));
    html! {
        div.track role="img" aria-label=(label) title=(label) {
            div.known style={ "width:" (percent(&lo, scale)) } {}
            @if range.lo == range.hi {
                div.certain {}
            } @else {
                div.unknown style={ "width:" (percent(&(&hi - &lo), scale)) } {}
            }
        }
    }
}

/// A table of at most 50 rows, which says how many there are.
fn table<T>(
    lang: Lang,
    caption: Word,
    columns: &[(Word, bool)],
    rows: &[T],
    row: impl Fn(&T) -> Markup,
) -> Markup {
    html! {
        @if !rows.is_empty() {
            table {
                caption { (caption.say(lang)) }
                (super::parts::header_row(lang, columns))
                tbody { @for it in rows.iter().take(ROWS) { (row(it)) } }
            }
            @if rows.len() > ROWS {
                p.quiet { (words::card::FIRST_ROWS.with(lang, &[&ROWS.to_string(), &rows.len().to_string()])) }
            }
        }
    }
}

/// Whose it is, and by which standard, as of when.
fn heading(view: &View<'_>) -> Markup {
    let lang = view.lang;
    let model = view.model();
    html! {
        p.title {
            (super::parts::data(&view.subject.name))
            @if view.subject.fictional { " " span.mark { (words::FICTIONAL.say(lang)) } }
        }
        p {
            (super::parts::text(lang, &model.title)) ", " (words::EDITION.with(lang, &[&model.edition])) " · "
            (words::AS_OF.say(lang)) " " (format::date(lang, &view.audit.options.as_of))
        }
        p.quiet { (words::basis(model.basis).say(lang)) }
    }
}
