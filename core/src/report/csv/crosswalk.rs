//! One row for each control without a counterpart, those of the first framework first; then one for each pair.

use super::{Cell, Table};
use crate::mapping::crosswalk::End;
use crate::report::view::CrosswalkView;
use crate::report::words::crosswalk as words;

pub(in crate::report) fn crosswalk(view: &CrosswalkView<'_>) -> String {
    let lang = view.lang;
    let mut table = Table::new(lang);
    let columns = [
        words::FROM,
        words::FROM_TITLE,
        words::RELATION,
        words::TO,
        words::TO_TITLE,
        words::CONFIDENCE,
        words::RATIONALE,
        words::MAPPING,
    ];
    table.row(&columns.map(|title| Cell::text(title.say(lang))));
    for (side, (_, gaps)) in view.gaps().into_iter().enumerate() {
        for gap in gaps {
            let [id, title] = named(view, side, &[gap]);
            let gap = Cell::text(words::GAP.say(lang));
            let [from, to] = [[id, title], [Cell::Empty, Cell::Empty]];
            let (from, to) = if side == 0 { (from, to) } else { (to, from) };
            let ([from, from_title], [to, to_title]) = (from, to);
            table.row(&[from, from_title, gap, to, to_title, Cell::Empty, Cell::Empty, Cell::Empty]);
        }
    }
    for pair in view.crosswalk.pairs() {
        let [from, from_title] = named(view, 0, &pair.from());
        let [to, to_title] = named(view, 1, &pair.to());
        let mapping = view.crosswalk.mappings.get(pair.mapping).map(|linked| linked.mapping().id().as_str());
        table.row(&[
            from,
            from_title,
            Cell::text(view.relation(&pair)),
            to,
            to_title,
            Cell::text(view.confidence(&pair)),
            Cell::text(pair.edge.rationale.best(lang).0),
            Cell::of(mapping, Cell::text),
        ]);
    }
    table.finish()
}

/// The ids of what stands on one side, and their titles where they are held.
fn named<'c>(view: &CrosswalkView<'_>, side: usize, ends: &[End<'_>]) -> [Cell<'c>; 2] {
    let ids: Vec<&str> = ends.iter().map(|end| end.id.as_str()).collect();
    let titles: Vec<String> =
        ends.iter().filter_map(|end| Some(view.title_of(side, *end)?.plain())).collect();
    let titles = if titles.is_empty() { Cell::Empty } else { Cell::text(titles.join(" + ")) };
    [Cell::text(ids.join(" + ")), titles]
}
