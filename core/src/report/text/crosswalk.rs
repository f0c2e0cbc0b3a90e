//! A crosswalk: gaps on both sides first, then pairs.

use super::page::{Page, Style, safe};
use crate::mapping::crosswalk::End;
use crate::report::view::CrosswalkView;
use crate::report::words::{self as labels, crosswalk as words};

pub(super) fn page(view: &CrosswalkView<'_>, colour: bool) -> String {
    let lang = view.lang;
    let mut page = Page::new(colour);
    page.paragraph(Style::Bold, 0, &words::CROSSWALK.say(lang));
    page.paragraph(Style::Bold, 0, &safe(&view.title()));
    page.heading(&words::GAPS.say(lang));
    page.paragraph(Style::Dim, 2, &words::GAPS_MEANING.say(lang));
    for (side, (framework, gaps)) in view.gaps().into_iter().enumerate() {
        page.blank();
        page.paragraph(Style::Bold, 2, &safe(&view.gap_count(framework, gaps.len()).plain()));
        for gap in gaps {
            page.hanging(Style::Plain, "  –", 4, &safe(&named(view, side, gap)));
        }
    }
    page.heading(&words::PAIRS.say(lang));
    page.paragraph(Style::Dim, 2, &words::RELATIONS.say(lang));
    for (relation, count, inferred) in view.relations() {
        let counted = words::COUNTED.with(lang, &[&relation, &count.to_string(), &inferred]);
        page.hanging(Style::Plain, "  –", 4, &counted);
    }
    for pair in view.crosswalk.pairs() {
        page.blank();
        for from in pair.from() {
            page.hanging(Style::Plain, "  –", 4, &safe(&named(view, 0, from)));
        }
        page.paragraph(Style::Bold, 4, &view.relation(&pair));
        for to in pair.to() {
            page.hanging(Style::Plain, "    →", 6, &safe(&named(view, 1, to)));
        }
        page.paragraph(Style::Dim, 6, &safe(pair.edge.rationale.best(lang).0));
        page.paragraph(Style::Dim, 6, &words::CONFIDENCE_OF.with(lang, &[&view.confidence(&pair)]));
    }
    page.heading(&words::MAPPINGS.say(lang));
    for linked in &view.crosswalk.mappings {
        let mapping = linked.mapping();
        let edition = labels::EDITION.with(lang, &[mapping.edition()]);
        let title = mapping.title().best(lang).0;
        page.hanging(Style::Plain, "  –", 4, &safe(&format!("{title} ({}, {edition})", mapping.id())));
        page.paragraph(Style::Plain, 4, &labels::basis(mapping.basis()).say(lang));
        page.paragraph(Style::Dim, 4, mapping.digest());
    }
    page.finish()
}

/// The id and, where it is held, the title.
fn named(view: &CrosswalkView<'_>, side: usize, end: End<'_>) -> String {
    let id = view.id_of(end).plain();
    view.title_of(side, end).map_or_else(|| id.clone(), |title| format!("{id} {}", title.plain()))
}
