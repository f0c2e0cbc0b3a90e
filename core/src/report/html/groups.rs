//! The groups: their points, their bars, and how many of their controls have which verdict.

use super::bars;
use super::parts::{cell, figure, header_row, phrase};
use crate::audit::result::{GroupResult, Range};
use crate::report::phrase::Phrase;
use crate::report::view::View;
use crate::report::words;
use crate::{Assurance, Rational, Verdict};
use maud::{Markup, html};

pub(super) fn groups(view: &View<'_>) -> Markup {
    let groups = view.every_group();
    let columns = [
        (words::GROUP, false),
        (words::SCORE, true),
        (words::OUT_OF, true),
        (words::BAR, false),
        (words::FINDINGS, false),
    ];
    html! {
        // what fits half a page moves to the next one whole
        table class=(if groups.len() <= 12 { "groups short" } else { "groups" }) {
            caption { (words::GROUPS_CAPTION.say(view.lang)) }
            (header_row(view.lang, &columns))
            tbody {
                @for (at, (depth, group)) in groups.into_iter().enumerate() { (row(view, at, depth, group)) }
            }
        }
    }
}

fn row(view: &View<'_>, at: usize, depth: usize, group: &GroupResult) -> Markup {
    let lang = view.lang;
    let title = view.group_title(&group.id);
    // deeper than that, a page has no room to show it
    let depth = depth.min(4);
    html! {
        tr {
            th scope="row" class={ "depth" (depth) } {
                @if group.controls.is_empty() { (phrase(&title)) } @else { a href={ "#g" (at) } { (phrase(&title)) } }
            }
            @match (&group.score, &group.degree) {
                (Some(score), Some(degree)) if View::is_unscored(&score.scale) => {
                    (figure(view.lang, words::SCORE, &html! { (words::DEGREE.with(lang, &[&view.degree(degree)])) }))
                    (figure(view.lang, words::OUT_OF, &html! { span.mark { (words::UNSCORED.say(lang)) } }))
                    (assurances(view, group))
                },
                (Some(score), _) => {
                    @let range = Range { lo: score.lo.clone(), hi: score.hi.clone() };
                    (figure(view.lang, words::SCORE, &html! { span title={ (score.lo) " … " (score.hi) } { (view.interval(&range)) } }))
                    (figure(view.lang, words::OUT_OF, &html! { data value=(score.scale) { (view.points(&score.scale)) } }))
                    (assurances(view, group))
                },
                (None, _) => {
                    (figure(view.lang, words::SCORE, &html! { (words::NOTHING_APPLIES.say(lang)) }))
                    (figure(view.lang, words::OUT_OF, &html! { (words::ABSENT.say(lang)) }))
                    td.bar {}
                },
            }
            (cell(view.lang, words::FINDINGS, &counts(view, group)))
        }
    }
}

/// Three bars on one scale: declared, documented, verified.
fn assurances(view: &View<'_>, group: &GroupResult) -> Markup {
    let by = &group.degrees_by_assurance;
    html! {
        td.bar.assured {
            @for (assurance, degree) in Assurance::ALL.into_iter().zip([&by.declared, &by.documented, &by.verified]) {
                @let name = words::assurance(assurance).say(view.lang);
                div.assured {
                    span.quiet { (name) }
                    @match degree {
                        Some(degree) => (bars::bar(degree, &Rational::ONE, &label(view, group, &name, &view.degree(degree)))),
                        None => span.quiet { (words::NOTHING_APPLIES.say(view.lang)) },
                    }
                }
            }
        }
    }
}

fn label(view: &View<'_>, group: &GroupResult, assurance: &str, shown: &str) -> String {
    let shown = Phrase::words(format!("{assurance}, {shown}"));
    words::FIELD_VALUE.fill(view.lang, [view.group_title(&group.id), shown]).plain()
}

/// « ● 2 satisfaits ◌ 3 indéterminés », groups inside included.
fn counts(view: &View<'_>, group: &GroupResult) -> Markup {
    let mut ids = Vec::new();
    collect(group, &mut ids);
    let verdicts: Vec<Verdict> =
        ids.iter().filter_map(|id| view.finding(id)).map(|(_, finding)| finding.verdict).collect();
    let counts = Verdict::ALL.into_iter().filter_map(|verdict| {
        let count = verdicts.iter().filter(|it| **it == verdict).count();
        let (one, many) = words::verdicts(verdict);
        (count > 0).then(|| {
            // the shape and its count stay on one line
            html! { span.count { (words::verdict_shape(verdict)) " " (words::counted(view.lang, count, one, many)) } }
        })
    });
    html! { span.counts { @for count in counts { (count) " " } } }
}

fn collect<'a>(group: &'a GroupResult, out: &mut Vec<&'a str>) {
    out.extend(group.controls.iter().map(String::as_str));
    group.groups.iter().for_each(|group| collect(group, out));
}
