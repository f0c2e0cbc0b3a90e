//! The findings, group by group.

use super::criterion;
use super::parts::{badge, class, data, label, meta, phrase, reasons, text, waived};
use crate::audit::result::{Finding, Range};
use crate::report::format;
use crate::report::view::{ControlView, View};
use crate::report::words::{self, Word};
use crate::standard::model::{Control, Slot, Valid};
use crate::{Date, Rational, Verdict};
use maud::{Markup, html};

pub(super) fn findings(view: &View<'_>) -> Markup {
    html! {
        @for (at, (_, group)) in view.every_group().into_iter().enumerate() {
            @if !group.controls.is_empty() {
                h3 id={ "g" (at) } {
                    @for (depth, group) in view.path(&group.id).iter().enumerate() {
                        @if depth > 0 { span.quiet { " › " } }
                        (text(view.lang, &group.title))
                    }
                }
                @for id in &group.controls {
                    @if let (Some((at, found)), Some(control)) = (view.finding(id), view.control(id)) {
                        (finding(view, at, found, control))
                    }
                }
            }
        }
    }
}

fn finding(view: &View<'_>, at: usize, found: &Finding, control: ControlView<'_>) -> Markup {
    let written = control.written;
    let lang = view.lang;
    html! {
        article class={ "finding " (class(found.verdict)) } id={ "f" (at) } {
            h4 { (text(view.lang, &written.title)) " " span.id { (data(&found.control)) } }
            p.outcome {
                (badge(view, found.verdict)) " " (waived(view, found.waived))
                @if found.score.as_ref().is_some_and(|score| View::is_unscored(&score.scale)) {
                    " " span.mark { (words::UNSCORED.say(lang)) }
                }
            }
            (reasons(view, found))
            @if let Some(requirement) = &written.requirement { p.requirement { (label(view, words::REQUIREMENT)) (text(view.lang, requirement)) } }
            @if found.verdict == Verdict::NotInForce { p { (words::NOT_IN_FORCE_NOTE.say(lang)) } }
            @for (word, prose) in [(words::WHY, &written.why), (words::PROOF, &written.proof)] {
                @if let Some(prose) = prose { p.prose { (label(view, word)) (text(view.lang, prose)) } }
            }
            (meta(view, &facts(view, found, control)))
            @for result in &found.criteria {
                @if let Some(asked) = view.criterion(&result.criterion) {
                    (criterion::criterion(view, asked, result, written.criteria.len() > 1))
                }
            }
            (legal(view, written))
        }
    }
}

/// Short facts: whether the bar is met, the points, what the standard says of the control, where it comes from.
fn facts(view: &View<'_>, found: &Finding, control: ControlView<'_>) -> Vec<(Word, Markup)> {
    let lang = view.lang;
    let ControlView { written, planned } = control;
    let mut facts = Vec::new();
    if let Some(met) = found.met {
        let mut word = words::met(met).say(lang);
        if planned.pass != Rational::ONE {
            word = words::DEGREE_OF.with(lang, &[&word, &format::exact(lang, &planned.pass.to_string())]);
        }
        facts.push((words::MET, html! { (word) }));
    }
    if found.possible.len() > 1 {
        let words: Vec<String> = found.possible.iter().map(|it| words::verdict(*it).say(lang)).collect();
        facts.push((words::POSSIBLE_VERDICTS, html! { (format::either(lang, &words)) }));
    }
    facts.extend(score(view, found).map(|score| (words::SCORE, score)));
    facts.extend(planned.severity.map(|it| (words::SEVERITY, html! { (words::severity(it).say(lang)) })));
    facts.extend(planned.effort.as_ref().map(|it| (words::EFFORT, html! { (view.effort(it)) })));
    facts.extend(valid(view, written).map(|valid| (words::VALID, html! { (valid) })));
    if written.criteria.len() > 1 {
        facts.push((words::CRITERIA, html! { (view.combination(control)) }));
    }
    if !written.methods.is_empty() {
        let methods: Vec<String> = written.methods.iter().map(|it| words::method(*it).say(lang)).collect();
        facts.push((words::METHODS, html! { (methods.join(", ")) }));
    }
    if !written.references.is_empty() {
        facts.push((words::REFERENCES, references(view, written)));
    }
    facts
}

/// The points; the degree of what counts for nothing in the score.
fn score(view: &View<'_>, found: &Finding) -> Option<Markup> {
    let score = found.score.as_ref()?;
    let degree = found.degree.as_ref().filter(|_| View::is_unscored(&score.scale));
    if let Some(degree) = degree {
        return Some(html! { (words::DEGREE.with(view.lang, &[&view.degree(degree)])) });
    }
    let range = Range { lo: score.lo.clone(), hi: score.hi.clone() };
    Some(html! {
        span title={ (score.lo) " … " (score.hi) } {
            (words::SCORE_ON.with(view.lang, &[&view.interval(&range), &view.points(&score.scale)]))
        }
    })
}

/// The sources of the standard that a control cites, by their ids, which lead to their titles.
fn references(view: &View<'_>, control: &Control) -> Markup {
    html! {
        @for (at, (id, locator)) in control.references.iter().enumerate() {
            @if at > 0 { "\u{a0}· " }
            @match view.model().sources.iter().position(|source| source.id.value == id.value) {
                Some(at) => { a.id href={ "#q" (at) } { (data(id.value.as_str())) } },
                None => { span.id { (data(id.value.as_str())) } },
            }
            @if let Some(locator) = locator { ", " (data(locator)) }
        }
    }
}

/// From when to when, in prose.
pub(super) fn period(view: &View<'_>, from: Option<&str>, until: Option<&str>) -> Option<String> {
    let date = |iso: &str| format::date(view.lang, iso);
    match (from, until) {
        (Some(from), Some(until)) => Some(words::BETWEEN_DATES.with(view.lang, &[&date(from), &date(until)])),
        (Some(from), None) => Some(words::FROM_DATE.with(view.lang, &[&date(from)])),
        (None, Some(until)) => Some(words::UNTIL_DATE.with(view.lang, &[&date(until)])),
        (None, None) => None,
    }
}

/// The dates between which a control is in force, as the standard writes them; a parameter by its name.
fn valid(view: &View<'_>, control: &Control) -> Option<String> {
    let Valid { from, until, .. } = control.valid.as_ref()?;
    let end = |slot: &Slot<Date>| match slot {
        Slot::Given(date) => date.to_string(),
        Slot::Parameter(name) => name.value.to_string(),
    };
    let [from, until] = [from, until].map(|it| it.as_ref().map(|it| end(&it.value)));
    period(view, from.as_deref(), until.as_deref())
}

fn legal(view: &View<'_>, control: &Control) -> Markup {
    html! {
        @if !control.legal.is_empty() {
            div.legal {
                p.label { (words::LEGAL.say(view.lang)) }
                ul {
                    @for text in &control.legal {
                        li {
                            (phrase(&view.text(&text.title))) " " span.mark { (words::legal_status(text.status).say(view.lang)) }
                            @let [from, until] = [text.from, text.until].map(|it| it.map(|it| it.to_string()));
                            @if let Some(period) = period(view, from.as_deref(), until.as_deref()) { " " span.quiet { (period) } }
                        }
                    }
                }
            }
        }
    }
}
