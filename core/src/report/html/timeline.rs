//! Until when the proofs count: what is over, then what will end, drawn on an axis of time and in a table.

use super::parts::{cell, control_link, figure, header_row, record_link};
use crate::report::format;
use crate::report::view::{Expiry, View, Why};
use crate::report::words::{self, Word};
use crate::{Date, Duration, Rational};
use maud::{Markup, html};

/// As many rows fit one page of paper; the table holds them all.
const DRAWN: usize = 24;
/// Pixels of a row, and of the dates above the rows.
const ROW: usize = 30;
const TOP: usize = 28;
/// Percent of the width: the axis ends a little before the edge, so that its last mark is seen whole.
const WIDTH: i64 = 96;
/// Beyond so many months the axis says only « later ».
const MONTHS: u64 = 60;
/// Signs of an id that fit above its line on a narrow screen.
const SIGNS: usize = 34;

pub(super) fn timeline(view: &View<'_>) -> Markup {
    let lang = view.lang;
    let expiries = view.expiries();
    let as_of = view.audit.options.as_of.parse::<Date>().unwrap_or(Date::FIRST);
    html! {
        @if !expiries.over.is_empty() {
            h3 { (words::OVER.say(lang)) }
            p { (words::OVER_NOTE.say(lang)) }
            (table(view, as_of, &expiries.over, words::DAYS_SINCE, 0))
        }
        h3 { (words::TO_COME.say(lang)) }
        @if expiries.to_come.is_empty() {
            p { (words::NOTHING_TO_COME.say(lang)) }
        } @else {
            (drawing(view, as_of, &expiries.to_come))
            (table(view, as_of, &expiries.to_come, words::DAYS_LEFT, 1))
        }
    }
}

// ---- the table ----

/// One row for each record, day and cause; `first` is the number of the first row, 0 where rows have none.
fn table(view: &View<'_>, as_of: Date, list: &[Expiry<'_>], days: Word, first: usize) -> Markup {
    let mut columns = vec![
        (words::RECORD, false),
        (words::CONTROLS, false),
        (words::LAST_DAY, false),
        (days, true),
        (words::CAUSE, false),
    ];
    if first > 0 {
        columns.insert(0, (words::RANK, true));
    }
    html! {
        table.expiries {
            (header_row(view.lang, &columns))
            tbody {
                @for (at, expiry) in list.iter().enumerate() {
                    tr {
                        @if first > 0 { (figure(view.lang, words::RANK, &html! { (at + first) })) }
                        th scope="row" { (record_link(view, &expiry.record.id)) }
                        (cell(view.lang, words::CONTROLS, &html! {
                            @for id in &expiry.controls { span.field { (control_link(view, id)) } }
                        }))
                        (cell(view.lang, words::LAST_DAY, &html! { time.iso datetime=(expiry.last) { (expiry.last) } }))
                        (figure(view.lang, days, &html! {
                            (format::exact(view.lang, &as_of.days_until(expiry.last).unsigned_abs().to_string()))
                        }))
                        (cell(view.lang, words::CAUSE, &html! { (cause(view, expiry)) }))
                    }
                }
            }
        }
    }
}

fn cause(view: &View<'_>, expiry: &Expiry<'_>) -> String {
    let age = expiry.age.map(|age| format::duration(view.lang, age)).unwrap_or_default();
    match expiry.why {
        Why::OwnDate => words::CAUSE_OWN_DATE.say(view.lang),
        Why::MaxAge => words::CAUSE_MAX_AGE.with(view.lang, &[&age]),
        Why::Both => words::CAUSE_BOTH.with(view.lang, &[&age]),
    }
}

// ---- the drawing ----

/// The axis: from the date of the audit to the last day drawn, within reason.
struct Axis {
    from: Date,
    days: i64,
}

impl Axis {
    fn new(from: Date, list: &[Expiry<'_>]) -> Axis {
        let last = list.last().map_or(from, |expiry| expiry.last);
        let latest = from.after(Duration::Months(MONTHS)).unwrap_or(last);
        // a month at least: an axis needs a length
        Axis { from, days: from.days_until(last.min(latest)).max(31) }
    }

    /// Where a day is, as a percentage of the width; beyond the end, at the end.
    fn at(&self, day: Date) -> String {
        let (days, length) = (Rational::from(self.from.days_until(day)), Rational::from(self.days));
        format!("{}%", format::position(&days, &length, WIDTH, 2))
    }

    fn is_beyond(&self, day: Date) -> bool {
        self.from.days_until(day) > self.days
    }

    /// The first days of months, as many as are read at a glance.
    fn ticks(&self) -> Vec<Date> {
        let step = [1, 2, 3, 6].into_iter().find(|step| self.days <= step * 31 * 7).unwrap_or(12);
        let step = Duration::Months(u64::try_from(step).unwrap_or(12));
        let first = self.from.next_month();
        std::iter::successors(first, |day| day.after(step)).take_while(|day| !self.is_beyond(*day)).collect()
    }

    /// The class of the label of each tick: `None` where the date of the audit takes its room, `wide` where it needs a wide screen.
    fn labels(&self) -> Vec<(Date, Option<&'static str>)> {
        let mut narrow = 18;
        let class = |day: Date| {
            let at = self.from.days_until(day) * WIDTH / self.days;
            if at - narrow >= 22 {
                narrow = at;
                return (day, Some("axis"));
            }
            (day, (at >= 17).then_some("axis wide"))
        };
        self.ticks().into_iter().map(class).collect()
    }
}

fn drawing(view: &View<'_>, as_of: Date, all: &[Expiry<'_>]) -> Markup {
    let lang = view.lang;
    let list = all.get(..DRAWN).unwrap_or(all);
    let axis = Axis::new(as_of, list);
    let bottom = TOP + ROW * list.len();
    let (drawn, total) = (list.len().to_string(), all.len().to_string());
    html! {
        figure.timeline {
            @if all.len() > list.len() { p { (words::ONLY_DRAWN.with(lang, &[&drawn, &total])) } }
            svg width="100%" height=(bottom + 8) role="img" aria-labelledby="timeline-title timeline-desc" {
                title id="timeline-title" { (words::TIMELINE.say(lang)) }
                desc id="timeline-desc" { (words::TIMELINE_DESC.with(lang, &[&format::date(lang, &as_of.to_string())])) }
                @for (day, class) in axis.labels() {
                    @let x = axis.at(day);
                    line.tick x1=(x) x2=(x) y1=(TOP - 6) y2=(bottom) {}
                    @if let Some(class) = class {
                        text class=(class) text-anchor="middle" x=(x) y="14" { (month(day)) }
                    }
                }
                line.as-of x1="0" x2="0" y1="0" y2=(bottom) {}
                text.axis x="6" y="14" { (as_of) }
                @for (at, expiry) in list.iter().enumerate() { (row(&axis, at, expiry)) }
            }
            (key(view, list, &axis))
        }
    }
}

/// Year and month, as tables write them.
fn month(day: Date) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

/// A line from the date of the audit to the last day, under the number and the id of its record.
fn row(axis: &Axis, at: usize, expiry: &Expiry<'_>) -> Markup {
    let (label, line) = (TOP + ROW * at + 13, TOP + ROW * at + 22);
    let end = axis.at(expiry.last);
    let id = &expiry.record.id;
    let cut = id.chars().count() > SIGNS;
    let shown: String = id.chars().take(if cut { SIGNS - 1 } else { SIGNS }).collect();
    html! {
        g {
            title { (id) ", " (expiry.last) }
            text x="6" y=(label) { (at + 1) ". " (shown) @if cut { "…" } }
            line.life x1="0" x2=(end) y1=(line) y2=(line) {}
            @if axis.is_beyond(expiry.last) {
                (mark("m-later", &end, line))
            } @else {
                @match expiry.why {
                    Why::OwnDate => (mark("m-date", &end, line)),
                    Why::MaxAge | Why::Both => (mark("m-age", &end, line)),
                }
            }
        }
    }
}

/// A mark with its middle at a place: shapes are drawn once, among the definitions of the page.
fn mark(shape: &str, x: &str, y: usize) -> Markup {
    html! { svg.mark-shape x=(x) y=(y) width="1" height="1" { use href={ "#" (shape) } x="-7" y="-7" width="14" height="14"; } }
}

/// What the marks mean; those that are drawn.
fn key(view: &View<'_>, list: &[Expiry<'_>], axis: &Axis) -> Markup {
    let shown = |why: &[Why]| list.iter().any(|it| why.contains(&it.why) && !axis.is_beyond(it.last));
    let entries = [
        (shown(&[Why::OwnDate]), "m-date", words::KEY_OWN_DATE),
        (shown(&[Why::MaxAge, Why::Both]), "m-age", words::KEY_MAX_AGE),
        (list.iter().any(|it| axis.is_beyond(it.last)), "m-later", words::KEY_LATER),
    ];
    html! {
        ul.key aria-hidden="true" {
            @for (_, shape, word) in entries.iter().filter(|(shown, ..)| *shown) {
                li { svg width="14" height="14" { use href={ "#" (shape) } width="14" height="14"; } (word.say(view.lang)) }
            }
        }
    }
}
