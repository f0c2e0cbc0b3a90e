//! First what matters: the score before and after, how many controls changed and how; then the groups.

use crate::audit::result::{Coverage, Range};
use crate::diff::{Change, GroupDiff, GroupState, Pair};
use crate::report::html::bars;
use crate::report::html::parts::{figure, header_row, phrase};
use crate::report::view::Comparison;
use crate::report::words::{self, Word};
use crate::{Assurance, Rational};
use maud::{Markup, html};

pub(super) fn summary(comparison: &Comparison<'_>) -> Markup {
    let lang = comparison.lang;
    html! {
        p.headline { (phrase(&comparison.headline())) }
        (tally(comparison))
        h3 { (words::BY_ASSURANCE.say(lang)) }
        (by_assurance(comparison))
    }
}

/// The shape, the word and the number of each class that there is.
fn tally(comparison: &Comparison<'_>) -> Markup {
    let lang = comparison.lang;
    let colon = lang.pick("\u{a0}: ", ": ");
    html! {
        ul.tally {
            @for change in Change::ALL {
                @let count = comparison.of_class(change).count();
                @if count > 0 {
                    li {
                        a.change href={ "#" (change.as_str()) } {
                            (badge(comparison, change)) (colon) (words::counted(lang, count, words::ONE_CONTROL, words::MANY_CONTROLS))
                        }
                    }
                }
            }
            @let Pair { before, after } = comparison.diff.coverage;
            li.quiet { (words::DETERMINED.say(lang)) (colon) (coverage(comparison, before)) " → " (coverage(comparison, after)) }
        }
    }
}

fn coverage(comparison: &Comparison<'_>, coverage: Coverage) -> String {
    words::SCORE_ON.with(comparison.lang, &[&coverage.determined.to_string(), &coverage.controls.to_string()])
}

/// A class: shape, word and colour.
pub(super) fn badge(comparison: &Comparison<'_>, change: Change) -> Markup {
    html! {
        span class={ "change c-" (change.as_str()) } {
            span.sign aria-hidden="true" { (words::change_shape(change)) } (words::change(change).say(comparison.lang))
        }
    }
}

/// At each least assurance, before above after, on one scale.
fn by_assurance(comparison: &Comparison<'_>) -> Markup {
    let lang = comparison.lang;
    let by = &comparison.diff.scores_by_assurance;
    html! {
        table.assurances {
            (header_row(comparison.lang, &[(words::ASSURANCE, false), (words::BEFORE, true), (words::AFTER, true), (words::BAR, false)]))
            tbody {
                @for (assurance, pair) in Assurance::ALL.into_iter().zip([&by.declared, &by.documented, &by.verified]) {
                    @let [was, is] = comparison.points(pair.before.as_ref(), pair.after.as_ref());
                    tr {
                        th scope="row" {
                            (words::assurance(assurance).say(lang))
                            span.quiet.below { (words::assurance_meaning(assurance).say(lang)) }
                        }
                        (figure(comparison.lang, words::BEFORE, &html! { (was) }))
                        (figure(comparison.lang, words::AFTER, &html! { (is) }))
                        (two_bars(comparison, [
                            (words::BEFORE, pair.before.as_ref(), comparison.before.scale(), &was),
                            (words::AFTER, pair.after.as_ref(), comparison.after.scale(), &is),
                        ]))
                    }
                }
            }
        }
    }
}

type Side<'s> = (Word, Option<&'s Range>, &'s Rational, &'s str);

/// Two bars on one scale, each with its word.
fn two_bars(comparison: &Comparison<'_>, sides: [Side<'_>; 2]) -> Markup {
    html! {
        td.bar.assured {
            @for (word, range, scale, shown) in sides {
                @let name = word.say(comparison.lang);
                div.assured {
                    span.quiet { (name) }
                    @match range {
                        Some(range) => (bars::bar(range, scale, &format!("{name}, {shown}"))),
                        None => span.quiet { (words::ABSENT.say(comparison.lang)) },
                    }
                }
            }
        }
    }
}

pub(super) fn groups(comparison: &Comparison<'_>) -> Markup {
    let view = comparison.after;
    html! {
        table class=(if comparison.diff.groups.len() <= 12 { "groups pairs short" } else { "groups pairs" }) {
            caption { (words::GROUPS_BEFORE_AFTER.say(comparison.lang)) }
            (header_row(view.lang, &[(words::GROUP, false), (words::BEFORE, true), (words::AFTER, true), (words::BAR, false)]))
            tbody { @for group in &comparison.diff.groups { (group_row(comparison, group)) } }
        }
    }
}

fn group_row(comparison: &Comparison<'_>, group: &GroupDiff) -> Markup {
    fn degree(state: &Option<GroupState>) -> Option<&Range> {
        state.as_ref()?.degree.as_ref()
    }
    let view = comparison.after;
    let depth = comparison.depth(&group.group).min(4);
    let [was, is] = comparison.group_points(group);
    let marked = group.before != group.after;
    html! {
        tr class=[marked.then_some("on")] {
            th scope="row" class={ "depth" (depth) } { (phrase(&comparison.group_title(&group.group))) }
            (figure(view.lang, words::BEFORE, &html! { (was) }))
            (figure(view.lang, words::AFTER, &html! { @if marked { strong { (is) } } @else { (is) } }))
            (two_bars(comparison, [
                (words::BEFORE, degree(&group.before), &Rational::ONE, &was),
                (words::AFTER, degree(&group.after), &Rational::ONE, &is),
            ]))
        }
    }
}
