//! Every gap, in the order of E10.

use super::parts::{badge, cell, control_link, effort, figure, header_row, reasons, severity, waived};
use crate::audit::result::Finding;
use crate::report::view::View;
use crate::report::words::{self, Word};
use maud::{Markup, html};

pub(super) fn gaps(view: &View<'_>) -> Markup {
    let lang = view.lang;
    if view.audit.gaps.is_empty() {
        return html! { p { (words::NO_GAP.say(lang)) } };
    }
    let planned = |id: &String| view.control(id).map(|control| control.planned);
    // columns that no gap fills are left out
    let severities = view.audit.gaps.iter().filter_map(planned).any(|it| it.severity.is_some());
    let efforts = view.audit.gaps.iter().filter_map(planned).any(|it| it.effort.is_some());
    let columns = [
        (true, words::RANK, true),
        (true, words::CONTROL, false),
        (true, words::VERDICT, false),
        (true, words::GAIN_LOW, true),
        (true, words::GAIN_HIGH, true),
        (severities, words::SEVERITY, false),
        (efforts, words::EFFORT_UNIT, true),
        (true, words::WHY, false),
    ];
    let columns: Vec<(Word, bool)> =
        columns.into_iter().filter(|(shown, ..)| *shown).map(|(_, word, number)| (word, number)).collect();
    html! {
        table.gaps {
            caption { (words::GAPS_CAPTION.say(lang)) }
            (header_row(view.lang, &columns))
            tbody {
                @for (at, id) in view.audit.gaps.iter().enumerate() {
                    @if let Some((_, finding)) = view.finding(id) { (row(view, at + 1, finding, severities, efforts)) }
                }
            }
        }
    }
}

fn row(view: &View<'_>, rank: usize, finding: &Finding, severities: bool, efforts: bool) -> Markup {
    let planned = view.control(&finding.control).map(|control| control.planned);
    let gain = |end: Option<&String>| {
        html! { @if let Some(end) = end { data value=(end) title=(end) { (view.points(end)) } } }
    };
    html! {
        tr {
            (figure(view.lang, words::RANK, &html! { (rank) }))
            th scope="row" {
                (control_link(view, &finding.control))
                @if finding.score.as_ref().is_some_and(|score| View::is_unscored(&score.scale)) {
                    " " span.mark { (words::UNSCORED.say(view.lang)) }
                }
            }
            (cell(view.lang, words::VERDICT, &html! { (badge(view, finding.verdict)) " " (waived(view, finding.waived)) }))
            (figure(view.lang, words::GAIN_LOW, &gain(finding.gain.as_ref().map(|gain| &gain.lo))))
            (figure(view.lang, words::GAIN_HIGH, &gain(finding.gain.as_ref().map(|gain| &gain.hi))))
            @if severities { (cell(view.lang, words::SEVERITY, &html! { (severity(view, planned.and_then(|it| it.severity))) })) }
            @if efforts {
                (figure(view.lang, words::EFFORT_UNIT, &html! { (effort(view, planned.and_then(|it| it.effort.as_ref()))) }))
            }
            (cell(view.lang, words::WHY, &reasons(view, finding)))
        }
    }
}
