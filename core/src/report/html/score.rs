//! The score drawn against the levels, and by assurance.

use super::bars;
use super::parts::{cell, figure, header_row, phrase};
use crate::audit::result::Range;
use crate::report::format;
use crate::report::view::View;
use crate::report::words;
use crate::standard::plan::PlanLevel;
use crate::{Assurance, Rational};
use maud::{Markup, html};

/// Text in a drawing takes about this many pixels a sign, in a drawing about this wide.
const SIGN: i64 = 7;
const WIDTH: i64 = 640;

/// The score on the scale of the levels; nothing where there is no score.
pub(super) fn score(view: &View<'_>) -> Markup {
    let Some(score) = &view.audit.score else { return html! {} };
    let range = Range { lo: score.lo.clone(), hi: score.hi.clone() };
    let scale = view.scale();
    let lang = view.lang;
    let total = format::exact(lang, &scale.to_string());
    let label = words::SCORE_BAR.with(lang, &[&view.score_interval(&range), &total]);
    // without levels there are no bands to leave room for
    let (title, top) =
        if view.levels().is_empty() { (words::SCORE_ALONE, 6) } else { (words::SCORE_AND_LEVELS, 34) };
    html! {
        figure {
            figcaption { (title.say(lang)) }
            svg.score width="100%" height=(top + 52) role="img" aria-labelledby="score-title score-desc" {
                title id="score-title" { (label) }
                desc id="score-desc" { (describe(view)) }
                (bands(view))
                rect.track x="0" y=(top) width="100%" height="20" {}
                (bars::interval(&range, scale, top, 20))
                (bounds(view))
                text.axis x="0" y=(top + 46) { "0" }
                text.axis x="100%" y=(top + 46) text-anchor="end" { (total) }
            }
            (key(view))
        }
        @if !view.levels().is_empty() { (levels(view)) }
    }
}

fn describe(view: &View<'_>) -> String {
    let total = format::exact(view.lang, &view.scale().to_string());
    let levels = view
        .levels()
        .iter()
        .map(|level| format!(" {}, {}.", view.level_title(level.id.as_str()).plain(), bound(view, level)));
    words::BAR_DESC.with(view.lang, &[&total]) + &levels.collect::<String>()
}

fn bound(view: &View<'_>, level: &PlanLevel) -> String {
    let word = if level.strict { words::ABOVE_POINTS } else { words::FROM_POINTS };
    word.with(view.lang, &[&format::exact(view.lang, &level.bound.to_string())])
}

/// The share of the scale that each level covers, from where to where.
fn spans<'v>(view: &'v View<'_>) -> Vec<(&'v PlanLevel, Rational, Rational)> {
    let scale = view.scale();
    let starts = view.levels().iter().map(|level| level.bound.clone().min(scale.clone()));
    let ends: Vec<Rational> = starts.clone().skip(1).chain([scale.clone()]).collect();
    view.levels().iter().zip(starts).zip(ends).map(|((level, start), end)| (level, start, end)).collect()
}

/// One band for each level, those possible marked; named where all names fit, else by id where ids are short.
fn bands(view: &View<'_>) -> Markup {
    let spans = spans(view);
    let scale = view.scale();
    let fits = |name: &str, from: &Rational, to: &Rational| {
        let length = i64::try_from(name.chars().count()).unwrap_or(i64::MAX / SIGN);
        format::position(&(to - from), scale, WIDTH, 0).parse::<i64>().is_ok_and(|room| room >= length * SIGN)
    };
    let title = |level: &PlanLevel| view.level_title(level.id.as_str()).plain();
    let by_title = spans.iter().all(|(level, from, to)| fits(&title(level), from, to));
    html! {
        @for (level, from, to) in &spans {
            @let possible = view.is_possible(level.id.as_str());
            @let name = if by_title { title(level) } else { level.id.to_string() };
            rect class=(if possible { "band on" } else { "band" }) x=(bars::percent(from, scale)) y="6" height="52"
                width=(bars::percent(&(to - from), scale)) {}
            @if by_title || fits(&name, from, to) {
                text class=(if by_title { "name wide" } else { "name" }) text-anchor="middle" y="22"
                    x=(bars::percent(&(&(from + to) * &half()), scale)) { (name) }
            }
        }
    }
}

fn half() -> Rational {
    Rational::new(1, 2).unwrap_or(Rational::ONE)
}

/// The bounds of the levels with their points, where there is room for them.
fn bounds(view: &View<'_>) -> Markup {
    let scale = view.scale();
    let room = |from: &Rational, to: &Rational| -> i64 {
        format::position(&(to - from), scale, 100, 0).parse().unwrap_or(0)
    };
    let spans = spans(view);
    html! {
        @for (level, from, to) in spans.iter().skip(1) {
            @let at = bars::percent(from, scale);
            @let before = spans.iter().find(|(_, _, end)| end == from).map_or(100, |(_, start, _)| room(start, from));
            line.bound x1=(at) x2=(at) y1="6" y2="64" {}
            @if room(from, to) >= 4 && before >= 4 {
                text class=(if room(from, to) >= 8 && before >= 8 { "axis" } else { "axis wide" })
                    text-anchor="middle" x=(at) y="80" { (format::exact(view.lang, &level.bound.to_string())) }
            }
        }
    }
}

fn key(view: &View<'_>) -> Markup {
    html! {
        ul.key aria-hidden="true" {
            li { svg width="24" height="12" { rect.known width="24" height="12" {} } (words::KEY_KNOWN.say(view.lang)) }
            li { svg width="24" height="12" { rect.unknown width="24" height="12" {} } (words::KEY_UNKNOWN.say(view.lang)) }
            li { svg width="6" height="16" { line.certain x1="3" x2="3" y1="0" y2="16" {} } (words::KEY_CERTAIN.say(view.lang)) }
        }
    }
}

fn levels(view: &View<'_>) -> Markup {
    let certain = view.audit.level.as_ref().and_then(|level| level.certain.as_deref());
    html! {
        table.levels {
            caption { (words::LEVELS.say(view.lang)) }
            (header_row(view.lang, &[(words::LEVEL, false), (words::BOUND, true), (words::STATE, false)]))
            tbody {
                @for level in view.levels() {
                    @let id = level.id.as_str();
                    tr class=[view.is_possible(id).then_some("on")] {
                        th scope="row" { (phrase(&view.level_title(id))) }
                        (figure(view.lang, words::BOUND, &html! { (bound(view, level)) }))
                        (cell(view.lang, words::STATE, &html! {
                            @if certain == Some(id) { (words::REACHED.say(view.lang)) }
                            @else if view.is_possible(id) { (words::POSSIBLE.say(view.lang)) }
                        }))
                    }
                }
            }
        }
    }
}

/// The same audit at each least assurance, one bar each on one scale (E8).
pub(super) fn by_assurance(view: &View<'_>) -> Markup {
    let lang = view.lang;
    let scores = &view.audit.scores_by_assurance;
    let total = format::exact(lang, &view.scale().to_string());
    html! {
        h3 { (words::BY_ASSURANCE.say(lang)) }
        p { (words::BY_ASSURANCE_NOTE.say(lang)) }
        table.assurances {
            caption { (words::SCORE_OUT_OF.with(lang, &[&total])) }
            (header_row(view.lang, &[(words::ASSURANCE, false), (words::SCORE, true), (words::BAR, false)]))
            tbody {
                @for (assurance, range) in Assurance::ALL.into_iter().zip([&scores.declared, &scores.documented, &scores.verified]) {
                    @let name = words::assurance(assurance).say(lang);
                    tr {
                        th scope="row" {
                            (name)
                            @if view.audit.options.assurance == assurance.as_str() {
                                " " span.mark { (words::CHOSEN.say(lang)) }
                            }
                            span.quiet.below { (words::assurance_meaning(assurance).say(lang)) }
                        }
                        @match range {
                            Some(range) => {
                                (figure(view.lang, words::SCORE, &html! { data value=(range.lo) { (view.score_interval(range)) } }))
                                td.bar { (bars::bar(range, view.scale(), &format!("{name}, {}", view.score_interval(range)))) }
                            },
                            None => {
                                (figure(view.lang, words::SCORE, &html! { (words::NOTHING_APPLIES.say(lang)) }))
                                td.bar {}
                            },
                        }
                    }
                }
            }
        }
    }
}
