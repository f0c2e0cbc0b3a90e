//! How many subjects are at each level, all together and by the values of attributes.

use crate::portfolio::{AttributeTally, LevelCount, Tally};
use crate::report::html::bars;
use crate::report::html::parts::{cell, figure, header_row, phrase};
use crate::report::phrase::Phrase;
use crate::report::view::PortfolioView;
use crate::report::words::{self as labels, portfolio as words};
use maud::{Markup, html};

/// The highest level first, as a table whose last column draws it.
pub(super) fn levels(view: &PortfolioView<'_>) -> Markup {
    let (lang, total) = (view.lang, &view.summary.total);
    if total.levels.is_empty() || total.subjects == 0 {
        return html! {};
    }
    let columns =
        [(labels::LEVEL, false), (words::CERTAIN, true), (words::POSSIBLY, true), (words::SHARE, false)];
    html! {
        h3 { (words::LEVELS.say(lang)) }
        table.spread.short {
            caption { (words::LEVELS_CAPTION.say(lang)) }
            (header_row(lang, &columns))
            tbody {
                @for level in total.levels.iter().rev() {
                    @let title = view.level_title(&level.level);
                    @let counts = counts(view, level);
                    tr {
                        th scope="row" { (phrase(&title)) }
                        (figure(lang, words::CERTAIN, &html! { (view.whole(level.certain)) }))
                        (figure(lang, words::POSSIBLY, &html! { (view.whole(level.possible)) }))
                        td.bar {
                            (bars::counts([level.certain, level.possible], total.subjects,
                                &labels::FIELD_VALUE.fill(lang, [title, Phrase::words(counts)]).plain()))
                        }
                    }
                }
            }
        }
        (bars::key(&words::CERTAIN.say(lang), &words::POSSIBLY.say(lang)))
    }
}

/// « 12 et 3 peut-être ».
fn counts(view: &PortfolioView<'_>, level: &LevelCount) -> String {
    let certain = view.whole(level.certain);
    match level.possible {
        0 => certain,
        possible => format!("{certain} {}", words::POSSIBLE.with(view.lang, &[&view.whole(possible)])),
    }
}

pub(super) fn by(view: &PortfolioView<'_>) -> Markup {
    html! {
        @for attribute in &view.summary.by { (attribute_table(view, attribute)) }
    }
}

fn attribute_table(view: &PortfolioView<'_>, attribute: &AttributeTally) -> Markup {
    let lang = view.lang;
    let values = attribute.values.iter().map(|value| {
        let name = match &value.value {
            Some(value) => Phrase::data(value),
            None => Phrase::words(words::WITHOUT.say(lang)),
        };
        (name, &value.tally)
    });
    let others = attribute.others.iter().map(|tally| (Phrase::words(words::OTHERS.say(lang)), tally));
    // a standard without levels has no column for them
    let levelled = !view.summary.total.levels.is_empty();
    let mut columns =
        vec![(words::VALUE, false), (words::SUBJECTS, true), (words::MEAN_SCORE, true), (labels::BAR, false)];
    columns.extend(levelled.then_some((words::LEVELS_REACHED, false)));
    html! {
        table class=(if attribute.values.len() <= 12 { "attribute short" } else { "attribute" }) {
            caption { (phrase(&words::BY_VALUE.fill(lang, [Phrase::data(&attribute.attribute)]))) }
            (header_row(lang, &columns))
            tbody { @for (name, tally) in values.chain(others) { (value_row(view, &name, tally, levelled)) } }
        }
    }
}

fn value_row(view: &PortfolioView<'_>, name: &Phrase, tally: &Tally, levelled: bool) -> Markup {
    let lang = view.lang;
    html! {
        tr {
            th scope="row" { (phrase(name)) }
            (figure(lang, words::SUBJECTS, &html! {
                (view.whole(tally.subjects))
                @if tally.scored < tally.subjects {
                    span.quiet.below { (words::SCORED.with(lang, &[&view.whole(tally.scored)])) }
                }
            }))
            @match &tally.mean {
                Some(mean) => {
                    @let shown = view.points(mean);
                    (figure(lang, words::MEAN_SCORE, &html! { span title={ (mean.lo) " … " (mean.hi) } { (shown) } }))
                    td.bar {
                        (bars::bar(mean, view.scale(), &labels::FIELD_VALUE.fill(lang, [name.clone(), Phrase::words(shown)]).plain()))
                    }
                },
                None => { (figure(lang, words::MEAN_SCORE, &html! { (labels::ABSENT.say(lang)) })) td.bar {} },
            }
            @if levelled {
                (cell(lang, words::LEVELS_REACHED, &html! {
                    @for level in tally.levels.iter().rev().filter(|it| it.certain + it.possible > 0) {
                        span.field {
                            (phrase(&labels::FIELD_VALUE.fill(lang, [view.level_title(&level.level), Phrase::words(counts(view, level))])))
                        }
                    }
                }))
            }
        }
    }
}
