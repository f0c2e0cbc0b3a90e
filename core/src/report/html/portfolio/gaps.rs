//! The most common gaps.

use crate::portfolio::GapCount;
use crate::report::html::bars;
use crate::report::html::parts::{data, figure, header_row, phrase};
use crate::report::phrase::Phrase;
use crate::report::view::PortfolioView;
use crate::report::words::{self as labels, portfolio as words};
use maud::{Markup, html};

/// Gaps shown; the summary has all of them.
const SHOWN: usize = 30;

pub(super) fn gaps(view: &PortfolioView<'_>) -> Markup {
    let lang = view.lang;
    let open: Vec<&GapCount> = view.summary.gaps.iter().filter(|gap| gap.no + gap.unknown > 0).collect();
    if open.is_empty() {
        return html! { p { (labels::NO_GAP.say(lang)) } };
    }
    let columns =
        [(labels::CONTROL, false), (words::NOT_MET, true), (words::NOT_KNOWN, true), (words::SHARE, false)];
    html! {
        @if open.len() > SHOWN {
            p { (words::GAPS_SHOWN.with(lang, &[&SHOWN.to_string(), &view.whole(open.len() as u64)])) }
        }
        table class=(if open.len() <= 12 { "spread missed short" } else { "spread missed" }) {
            caption { (words::GAPS_CAPTION.say(lang)) }
            (header_row(lang, &columns))
            tbody { @for gap in open.iter().take(SHOWN) { (row(view, gap)) } }
        }
        (bars::key(&words::NOT_MET.say(lang), &words::NOT_KNOWN.say(lang)))
    }
}

fn row(view: &PortfolioView<'_>, gap: &GapCount) -> Markup {
    let lang = view.lang;
    let title = view.control_title(&gap.control);
    let [no, unknown] = [gap.no, gap.unknown].map(|count| view.whole(count));
    let counts = [(words::NOT_MET, &no), (words::NOT_KNOWN, &unknown)]
        .map(|(word, count)| labels::FIELD_VALUE.with(lang, &[&word.say(lang), count]))
        .join(", ");
    html! {
        tr {
            th scope="row" { (phrase(&title)) span.id.below { (data(&gap.control)) } }
            (figure(lang, words::NOT_MET, &html! { (no) }))
            (figure(lang, words::NOT_KNOWN, &html! { (unknown) }))
            td.bar {
                (bars::counts([gap.no, gap.unknown], view.summary.subjects.audited,
                    &labels::FIELD_VALUE.fill(lang, [title, Phrase::words(counts)]).plain()))
            }
        }
    }
}
