//! Small parts that every section uses.

use crate::audit::result::Finding;
use crate::report::phrase::{Phrase, Piece};
use crate::report::view::{Record, View};
use crate::report::words::{self, Word};
use crate::standard::model::Severity;
use crate::{Lang, Met, Rational, Text, Verdict};
use maud::{Markup, html};

/// A sentence. Other people's text is isolated, so that its direction cannot spill, and marked with its language; a text that
/// the report's language lacks bears a visible mark.
pub(super) fn phrase(phrase: &Phrase) -> Markup {
    html! {
        @for piece in &phrase.0 {
            @match piece {
                Piece::Words(words) => { (words) },
                Piece::Data(text) => { bdi { (text) } },
                Piece::Number { shown, exact } => {
                    // a long one may have to break
                    data.short[shown.len() <= 16] value=(exact) { (shown) }
                },
                Piece::Text { text, lang, fallback } => { (foreign(text, *lang, *fallback)) },
            }
        }
    }
}

fn foreign(text: &str, lang: Lang, fallback: bool) -> Markup {
    if !fallback {
        return html! { bdi { (text) } };
    }
    let [only_fr, only_en] = words::ONLY_IN;
    let why = lang.pick(only_fr, only_en).say(lang.pick(Lang::En, Lang::Fr));
    html! { bdi lang=(lang.code()) { (text) } " " span.fallback title=(why) { (lang.code()) } }
}

pub(super) fn text(lang: Lang, text: &Text) -> Markup {
    phrase(&Phrase::text(lang, text))
}

/// What a document says.
pub(super) fn data(text: &str) -> Markup {
    html! { bdi { (text) } }
}

/// An address: a link where it is one of the web, else plain text.
pub(super) fn address(uri: &str) -> Markup {
    let scheme = uri.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    html! {
        @if matches!(scheme.as_deref(), Some("http" | "https")) {
            a.uri href=(uri) rel="noreferrer nofollow" { bdi { (uri) } }
        } @else {
            bdi.uri { (uri) }
        }
    }
}

pub(super) fn digest(text: &str) -> Markup {
    html! { code.digest { (text) } }
}

/// A verdict: shape, word and colour.
pub(super) fn badge(view: &View<'_>, verdict: Verdict) -> Markup {
    html! {
        span class={ "verdict " (class(verdict)) } {
            (shape(verdict))
            (words::verdict(verdict).say(view.lang))
        }
    }
}

pub(super) fn shape(verdict: Verdict) -> Markup {
    html! {
        svg.shape width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false" {
            use href={ "#" (class(verdict)) };
        }
    }
}

/// The class and the shape of a verdict have one name.
pub(super) fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Satisfied => "v-satisfied",
        Verdict::Partial => "v-partial",
        Verdict::NotSatisfied => "v-not-satisfied",
        Verdict::Undetermined => "v-undetermined",
        Verdict::NotApplicable | Verdict::NotInForce => "v-none",
    }
}

pub(super) fn waived(view: &View<'_>, waived: bool) -> Markup {
    html! { @if waived { span.mark { (words::WAIVED.say(view.lang)) } } }
}

/// A word that announces what follows on its line.
pub(super) fn label(view: &View<'_>, word: Word) -> Markup {
    html! { span.label { (words::LABEL.with(view.lang, &[&word.say(view.lang)])) } " " }
}

/// A row of a list of facts.
pub(super) fn fact(lang: Lang, name: Word, content: &Markup) -> Markup {
    html! { div { dt { (name.say(lang)) } dd { (content) } } }
}

/// A link to the finding of a control, by its title.
pub(super) fn control_link(view: &View<'_>, id: &str) -> Markup {
    let title = phrase(&view.control_title(id));
    html! {
        @match view.finding(id) {
            Some((at, _)) => { a href={ "#f" (at) } { (title) } },
            None => { (title) },
        }
    }
}

/// A link to a record, by its id.
pub(super) fn record_link(view: &View<'_>, id: &str) -> Markup {
    html! {
        @match view.record_at(id) {
            Some(at) => { a.id href={ "#r" (at) } { bdi { (id) } } },
            None => { bdi.id { (id) } },
        }
    }
}

/// The source of a record by its number, which leads to its name, and the place in it.
pub(super) fn source_link(view: &View<'_>, record: &Record) -> Markup {
    html! {
        @match view.source_number(record) {
            Some(number) => {
                a href={ "#s" (number) } title=[record.source.name()] { (words::SOURCE_NUMBER.with(view.lang, &[&number.to_string()])) }
            },
            None => { span.quiet { (words::NO_SOURCE.say(view.lang)) } },
        }
        @if let Some(locator) = &record.source.locator { ", " (data(locator)) }
    }
}

/// Short facts in a row, each after its name.
pub(super) fn meta(view: &View<'_>, facts: &[(Word, Markup)]) -> Markup {
    html! {
        @if !facts.is_empty() {
            ul.meta {
                @for (name, content) in facts {
                    li { span.quiet { (words::LABEL.with(view.lang, &[&name.say(view.lang)])) } " " (content) }
                }
            }
        }
    }
}

/// A date as tables write it.
pub(super) fn iso(date: &str) -> Markup {
    html! { time.iso datetime=(date) { (date) } }
}

pub(super) fn severity(view: &View<'_>, severity: Option<Severity>) -> String {
    severity.map_or_else(|| words::ABSENT.say(view.lang), |it| words::severity(it).say(view.lang))
}

pub(super) fn effort(view: &View<'_>, effort: Option<&Rational>) -> String {
    effort.map_or_else(
        || words::ABSENT.say(view.lang),
        |it| crate::report::format::number(view.lang, &it.to_string(), 1),
    )
}

/// Why a finding is what it is, in sentences: below the bar for certain, and its reasons.
pub(super) fn reasons(view: &View<'_>, found: &Finding) -> Markup {
    let below = found.met == Some(Met::No);
    let telling = view.telling(found);
    html! {
        @if below || !telling.is_empty() {
            ul.reasons {
                @if below { li { (words::BELOW_BAR.say(view.lang)) } }
                @for reason in &telling { li { (reason) } }
            }
        }
    }
}

/// A table cell that names its column where the table is too narrow for columns.
pub(super) fn cell(lang: Lang, column: Word, content: &Markup) -> Markup {
    html! { td data-label=(column.say(lang)) { (content) } }
}

/// The same for a number, which aligns right.
pub(super) fn figure(lang: Lang, column: Word, content: &Markup) -> Markup {
    html! { td.number data-label=(column.say(lang)) { (content) } }
}

pub(super) fn header_row(lang: Lang, columns: &[(Word, bool)]) -> Markup {
    html! {
        thead { tr {
            @for (column, number) in columns {
                th scope="col" class=[number.then_some("number")] { (column.say(lang)) }
            }
        } }
    }
}
