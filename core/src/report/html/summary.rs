//! First what matters: the score in one sentence, what is not known, the three gaps to close first.

use super::parts::{control_link, phrase, shape, waived};
use super::score;
use crate::Verdict;
use crate::audit::result::Range;
use crate::report::format;
use crate::report::phrase::Phrase;
use crate::report::view::View;
use crate::report::words;
use maud::{Markup, html};

const FIRST: usize = 3;

pub(super) fn summary(view: &View<'_>) -> Markup {
    let lang = view.lang;
    html! {
        p.headline { (headline(view)) }
        @if let Some(next) = view.next_level() { p { (phrase(&next)) } }
        @if view.audit.findings.iter().any(|finding| finding.waived) {
            @if let Some(after) = &view.audit.score_after_waivers {
                p { (words::AFTER_WAIVERS.with(lang, &[&view.score_interval(after)])) }
            }
        }
        h3 { (words::NOT_KNOWN.say(lang)) }
        p { (unknown(view)) }
        (tally(view))
        h3 { (words::FIRST_GAPS.say(lang)) }
        (first_gaps(view))
        (score::score(view))
        (score::by_assurance(view))
    }
}

pub(super) fn headline(view: &View<'_>) -> Markup {
    let lang = view.lang;
    let Some(score) = &view.audit.score else { return html! { (words::NO_SCORE.say(lang)) } };
    let range = Range { lo: score.lo.clone(), hi: score.hi.clone() };
    let word = if score.lo == score.hi { words::SCORE_OF } else { words::SCORE_IS };
    let total = format::exact(lang, &score.scale);
    html! {
        span title={ (score.lo) " … " (score.hi) } { (word.with(lang, &[&view.score_interval(&range), &total])) }
        @if let Some(level) = &view.audit.level {
            " "
            @let word = if level.certain.is_some() { words::LEVEL_IS } else { words::LEVEL_MAY_BE };
            @let titles = level.possible.iter().map(|id| view.level_title(id));
            (phrase(&word.fill(lang, [Phrase::join(titles, &words::OR.say(lang))])))
        }
    }
}

pub(super) fn unknown(view: &View<'_>) -> String {
    let coverage = &view.audit.coverage;
    let total = coverage.controls.to_string();
    match coverage.undetermined {
        0 => words::ALL_KNOWN.say(view.lang),
        1 => words::UNKNOWN_ONE.with(view.lang, &[&total]),
        many => words::UNKNOWN_MANY.with(view.lang, &[&many.to_string(), &total]),
    }
}

/// How many findings have each verdict.
fn tally(view: &View<'_>) -> Markup {
    html! {
        ul.tally {
            @for verdict in Verdict::ALL {
                @let count = view.audit.findings.iter().filter(|finding| finding.verdict == verdict).count();
                @let (one, many) = words::verdicts(verdict);
                @if count > 0 {
                    li class={ "verdict " (super::parts::class(verdict)) } {
                        (shape(verdict)) (words::counted(view.lang, count, one, many))
                    }
                }
            }
        }
    }
}

fn first_gaps(view: &View<'_>) -> Markup {
    let lang = view.lang;
    let gaps = &view.audit.gaps;
    html! {
        @if gaps.is_empty() {
            p { (words::NO_GAP.say(lang)) }
        } @else {
            ol.first {
                @for id in gaps.iter().take(FIRST) {
                    li {
                        strong { (control_link(view, id)) }
                        @if let Some((_, finding)) = view.finding(id) {
                            " " (super::parts::badge(view, finding.verdict)) " " (waived(view, finding.waived))
                            span.quiet.below { (particulars(view, id)) }
                        }
                    }
                }
            }
            @if gaps.len() > FIRST { p { a href="#gaps" { (words::ALL_GAPS.say(lang)) } " (" (gaps.len()) ")" } }
        }
    }
}

/// Gain, severity and effort in a line.
fn particulars(view: &View<'_>, id: &str) -> String {
    let lang = view.lang;
    let gain = view.finding(id).and_then(|(_, finding)| finding.gain.as_ref());
    let gain = gain.map(|gain| words::GAIN_IS.with(lang, &[&view.gain(gain)]));
    let planned = view.control(id).map(|control| control.planned);
    let severity = planned
        .and_then(|it| it.severity)
        .map(|it| words::SEVERITY_IS.with(lang, &[&words::severity(it).say(lang)]));
    let effort = planned.and_then(|it| it.effort.as_ref());
    let effort = effort.map(|it| words::EFFORT_IS.with(lang, &[&view.effort(it)]));
    let parts: Vec<String> = gain.into_iter().chain(severity).chain(effort).collect();
    parts.join(" · ")
}
