//! The columns of the heat map: groups over the numbers of their controls, and which control has which number.

use crate::report::html::parts::{data, phrase};
use crate::report::phrase::Phrase;
use crate::report::view::{Branch, PortfolioView};
use crate::standard::model::Group;
use maud::{Markup, html};

/// Pixels of the columns together, where each stays within these bounds.
const COLUMNS: usize = 560;
const NARROWEST: usize = 12;
const WIDEST: usize = 32;
/// Pixels over which the name of a group can be written level; over fewer it stands upright.
const LEVEL: usize = 72;

/// Pixels of one of so many columns.
pub(super) fn width(columns: usize) -> usize {
    COLUMNS.checked_div(columns).unwrap_or(WIDEST).clamp(NARROWEST, WIDEST)
}

/// A group over its columns.
pub(super) struct Head<'a> {
    group: &'a Group,
    columns: usize,
    rows: usize,
}

/// The rows of groups, the outermost first; the last is as deep as any group lies.
pub(super) fn heads<'a>(branches: &[Branch<'a>]) -> Vec<Vec<Head<'a>>> {
    let depth = branches.iter().map(Branch::depth).max().unwrap_or(0);
    let mut rows: Vec<Vec<Head<'a>>> = (0..depth).map(|_| Vec::new()).collect();
    place(branches, &mut rows);
    rows
}

fn place<'a>(branches: &[Branch<'a>], rows: &mut [Vec<Head<'a>>]) {
    let deep = rows.len();
    let Some((row, below)) = rows.split_first_mut() else { return };
    for branch in branches {
        let rows = if branch.inside.is_empty() { deep } else { 1 };
        row.push(Head { group: branch.group, columns: branch.size(), rows });
        place(&branch.inside, below);
    }
}

/// `width` is that of a column.
pub(super) fn head(view: &PortfolioView<'_>, head: &Head<'_>, width: usize) -> Markup {
    let class = if head.columns * width >= LEVEL { "group" } else { "group upright" };
    html! {
        th class=(class) scope="colgroup" colspan=(head.columns) rowspan=(head.rows) {
            span { (phrase(&Phrase::text(view.lang, &head.group.title))) }
        }
    }
}

/// The number of each control in the order of the columns, and whether it is the first of its group.
pub(super) fn controls<'a>(branches: &[Branch<'a>]) -> Vec<(&'a str, bool)> {
    let mut out = Vec::new();
    for branch in branches {
        out.extend(
            branch.controls.iter().enumerate().map(|(at, control)| (control.id.value.as_str(), at == 0)),
        );
        out.extend(controls(&branch.inside));
    }
    out
}

/// Every control under its groups, with its number.
pub(super) fn numbered(view: &PortfolioView<'_>) -> Markup {
    html! { div.numbered { (lists(view, &view.branches(), &[])) } }
}

fn lists(view: &PortfolioView<'_>, branches: &[Branch<'_>], above: &[Phrase]) -> Markup {
    html! {
        @for branch in branches {
            @let path: Vec<Phrase> = above.iter().cloned().chain([Phrase::text(view.lang, &branch.group.title)]).collect();
            @if !branch.controls.is_empty() {
                h3 { (phrase(&Phrase::join(path.iter().cloned(), " › "))) }
                ol {
                    @for control in &branch.controls {
                        @let number = view.number(control.id.value.as_str()).unwrap_or_default();
                        li id={ "k" (number) } value=(number) {
                            (phrase(&Phrase::text(view.lang, &control.title))) " " span.id { (data(control.id.value.as_str())) }
                        }
                    }
                }
            }
            (lists(view, &branch.inside, &path))
        }
    }
}
