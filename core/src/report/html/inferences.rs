//! What was inferred, beside what was measured and apart from it.

use super::parts::{badge, cell, control_link, digest, header_row, phrase};
use crate::audit::result::{InferredControl, InferredPath};
use crate::report::view::{InferenceView, View};
use crate::report::words::{self as labels, inference as words};
use maud::{Markup, html};

/// Nothing where no mapping was given.
pub(super) fn inferences(view: &View<'_>) -> Markup {
    let lang = view.lang;
    let Some(inferred) = InferenceView::of(view) else { return html! {} };
    let columns = [labels::CONTROL, words::BY_INFERENCE, words::MEASURED, words::BASED_ON];
    html! {
        p { (words::NOTE.say(lang)) }
        @if inferred.inferences.controls.is_empty() {
            p { (words::NOTHING.say(lang)) }
        } @else if let Some(score) = inferred.score() {
            p { (score) }
        }
        h3 { (words::AUDITS.say(lang)) }
        ol {
            @for from in &inferred.inferences.from {
                li { (phrase(&inferred.audit(from))) span.below { (digest(&from.dossier.digest)) } }
            }
        }
        @if !inferred.inferences.controls.is_empty() {
            table.inferences {
                caption { (words::CAPTION.say(lang)) }
                (header_row(lang, &columns.map(|column| (column, false))))
                tbody { @for control in &inferred.inferences.controls { (row(view, &inferred, control)) } }
            }
        }
    }
}

fn row(view: &View<'_>, inferred: &InferenceView<'_>, control: &InferredControl) -> Markup {
    let lang = view.lang;
    let measured = view.finding(&control.control).map(|(_, finding)| finding.verdict);
    html! {
        tr {
            th scope="row" { (control_link(view, &control.control)) }
            (cell(lang, words::BY_INFERENCE, &html! {
                (badge(view, control.verdict))
                // where the verdict alone does not say it
                @if control.possible.len() > 1 { span.below { (inferred.said(control)) } }
                @for sentence in inferred.effect(control) { span.quiet.below { (sentence) } }
            }))
            (cell(lang, words::MEASURED, &html! { @if let Some(verdict) = measured { (badge(view, verdict)) } }))
            (cell(lang, words::BASED_ON, &html! { @for path in &control.paths { (path_of(inferred, path)) } }))
        }
    }
}

fn path_of(inferred: &InferenceView<'_>, path: &InferredPath) -> Markup {
    html! {
        div.field {
            (phrase(&inferred.start(path)))
            @for edge in &path.edges { span.below { (phrase(&inferred.step(edge))) } }
            span.quiet.below { (phrase(&inferred.records(path))) }
        }
    }
}
