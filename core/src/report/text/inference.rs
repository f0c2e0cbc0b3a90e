//! What was inferred, after what was measured and apart from it.

use super::page::{Page, Style, safe};
use crate::report::view::{InferenceView, View};
use crate::report::words::{self as labels, inference as words};

/// Nothing where no mapping was given.
pub(super) fn inferences(view: &View<'_>, page: &mut Page) {
    let Some(inferred) = InferenceView::of(view) else { return };
    let lang = view.lang;
    page.heading(&words::INFERRED.say(lang));
    page.paragraph(Style::Dim, 2, &words::NOTE.say(lang));
    if inferred.inferences.controls.is_empty() {
        page.paragraph(Style::Plain, 2, &words::NOTHING.say(lang));
    } else if let Some(score) = inferred.score() {
        page.paragraph(Style::Plain, 2, &score);
    }
    for (number, from) in (1..).zip(&inferred.inferences.from) {
        page.hanging(Style::Plain, &format!("  {number}."), 5, &safe(&inferred.audit(from).plain()));
    }
    for control in &inferred.inferences.controls {
        page.blank();
        let title = format!("{} {}", control.control, view.control_title(&control.control).plain());
        let shape = labels::verdict_shape(control.verdict);
        page.hanging(Style::Plain, &format!("  {shape}"), 4, &safe(&title));
        let said = [words::BY_INFERENCE.say(lang), inferred.said(control)];
        let line = labels::FIELD_VALUE.with(lang, &said.each_ref().map(String::as_str));
        page.paragraph(Style::Verdict(control.verdict), 4, &line);
        if let Some((_, finding)) = view.finding(&control.control) {
            let measured = labels::verdict(finding.verdict).say(lang);
            let line = labels::FIELD_VALUE.with(lang, &[&words::MEASURED.say(lang), &measured]);
            page.paragraph(Style::Verdict(finding.verdict), 4, &line);
        }
        for sentence in inferred.effect(control) {
            page.paragraph(Style::Dim, 4, &sentence);
        }
        for path in &control.paths {
            page.hanging(Style::Plain, "    –", 6, &safe(&inferred.start(path).plain()));
            for edge in &path.edges {
                page.paragraph(Style::Plain, 6, &safe(&inferred.step(edge).plain()));
            }
            page.paragraph(Style::Dim, 6, &safe(&inferred.records(path).plain()));
        }
    }
}
