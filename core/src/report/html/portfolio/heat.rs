//! The heat map: a row for each subject, a cell for each control. A cell is as few bytes as can be: a class that the style sheet
//! draws, in colour and in shape, and the letter of its verdict, which is heard, copied, and seen where colours are forced.

use super::columns;
use crate::Verdict;
use crate::portfolio::HeatRow;
use crate::report::HEAT_SUBJECTS;
use crate::report::html::parts::{data, phrase};
use crate::report::view::PortfolioView;
use crate::report::words::{self as labels, portfolio as words};
use maud::{Markup, html};

pub(super) fn heat(view: &PortfolioView<'_>) -> Markup {
    let lang = view.lang;
    let audited = view.summary.subjects.audited;
    let rows = view.summary.heat.get(..HEAT_SUBJECTS).unwrap_or(&view.summary.heat);
    let shown = rows.len() as u64;
    let said = if shown < audited {
        words::HEAT_FIRST.with(lang, &[&view.whole(shown), &view.whole(audited)])
    } else {
        words::HEAT_ALL.say(lang)
    };
    let seen: Vec<(Verdict, u64)> = Verdict::ALL
        .into_iter()
        .map(|verdict| (verdict, rows.iter().map(|row| count(row, verdict)).sum()))
        .filter(|(_, count)| *count > 0)
        .collect();
    html! {
        p id="heat-is" { strong { (said) } " " (words::HEAT_NOTE.say(lang)) }
        ul.key {
            @for (verdict, count) in &seen {
                @let (one, many) = labels::verdicts(*verdict);
                li {
                    span class={ "swatch " (class(*verdict)) } aria-hidden="true" {}
                    (words::LETTER.with(lang, &[&view.count(*count, one, many), &words::verdict_letter(*verdict).say(lang)]))
                }
            }
        }
        div.map role="region" aria-labelledby="heat-is" tabindex="0" { (table(view, rows, &seen)) }
    }
}

fn count(row: &HeatRow, verdict: Verdict) -> u64 {
    row.verdicts.iter().filter(|it| **it == verdict).count() as u64
}

/// What the style sheet calls a verdict.
fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Satisfied => "s",
        Verdict::Partial => "p",
        Verdict::NotSatisfied => "n",
        Verdict::Undetermined => "u",
        Verdict::NotApplicable => "a",
        Verdict::NotInForce => "f",
    }
}

fn table(view: &PortfolioView<'_>, rows: &[HeatRow], seen: &[(Verdict, u64)]) -> Markup {
    let lang = view.lang;
    let branches = view.branches();
    let heads = columns::heads(&branches);
    let controls = columns::controls(&branches);
    let width = columns::width(controls.len());
    let firsts: Vec<bool> = controls.iter().map(|(_, first)| *first).collect();
    html! {
        table.heat.many[controls.len() > 90] aria-labelledby="heat-is" style={ "--columns:" (controls.len()) ";--cell:" (width) "px" } {
            colgroup { col.name; }
            colgroup { @for _ in seen { col.sum; } }
            colgroup { col.cell span=(controls.len()); }
            thead {
                @for (at, row) in heads.iter().enumerate() {
                    tr {
                        @if at == 0 {
                            th.name scope="col" rowspan=(heads.len() + 1) { (labels::SUBJECT.say(lang)) }
                            th.group scope="colgroup" colspan=(seen.len()) rowspan=(heads.len()) {
                                span { (labels::FINDINGS.say(lang)) }
                            }
                        }
                        @for head in row { (columns::head(view, head, width)) }
                    }
                }
                tr {
                    @for (verdict, _) in seen {
                        th.sum scope="col" {
                            span class={ "swatch " (class(*verdict)) } aria-hidden="true" {}
                            span.heard { (labels::verdict(*verdict).say(lang)) }
                        }
                    }
                    @for (id, first) in &controls { (number(view, id, *first)) }
                }
            }
            tbody { @for row in rows { (subject(view, row, seen, &firsts)) } }
        }
    }
}

/// The number of a control over its column; its title is heard, and shown to a pointer.
fn number(view: &PortfolioView<'_>, id: &str, first: bool) -> Markup {
    let title = view.control_title(id);
    html! {
        th class=(if first { "number first" } else { "number" }) scope="col" title={ (id) " – " (title.plain()) } {
            (view.number(id).unwrap_or_default()) span.heard { " " (phrase(&title)) }
        }
    }
}

fn subject(view: &PortfolioView<'_>, row: &HeatRow, seen: &[(Verdict, u64)], firsts: &[bool]) -> Markup {
    let lang = view.lang;
    let some = view.summary.fictional < view.summary.subjects.audited;
    html! {
        tr {
            th scope="row" {
                (data(&row.name)) " " span.id { (data(&row.subject)) }
                @if row.fictional && some { " " span.mark { (labels::FICTIONAL.say(lang)) } }
            }
            @for (verdict, _) in seen { td.sum { (count(row, *verdict)) } }
            @for (verdict, first) in row.verdicts.iter().zip(firsts) {
                @let (class, letter) = (class(*verdict), words::verdict_letter(*verdict));
                @if *first { td class={ (class) " first" } { (lang.pick(letter.0, letter.1)) } }
                @else { td class=(class) { (lang.pick(letter.0, letter.1)) } }
            }
        }
    }
}
