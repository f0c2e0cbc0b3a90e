//! Intervals as bars: what is known solid, what is not hatched, a certain value a line. Positions are percentages, so that a
//! bar fits any width and its text keeps its size; they are worked out exactly.

use crate::Rational;
use crate::audit::result::Range;
use crate::report::format;
use maud::{Markup, html};

/// Where a value stands on a scale, as a percentage.
pub(super) fn percent(value: &Rational, scale: &Rational) -> String {
    format!("{}%", format::position(value, scale, 100, 2))
}

/// The marks of an interval between `top` and `top + height`.
pub(super) fn interval(range: &Range, scale: &Rational, top: u32, height: u32) -> Markup {
    let (lo, hi) = (format::rational(&range.lo), format::rational(&range.hi));
    let start = percent(&lo, scale);
    let bottom = top + height;
    html! {
        rect.known x="0" y=(top) width=(start) height=(height) {}
        @if range.lo == range.hi {
            line.certain x1=(start) x2=(start) y1=(top.saturating_sub(4)) y2=(bottom + 4) {}
        } @else {
            rect.unknown x=(start) y=(top) width=(percent(&(&hi - &lo), scale)) height=(height) {}
        }
    }
}

/// A bar by itself, in a table or a list; `label` says in words what it shows.
pub(super) fn bar(range: &Range, scale: &Rational, label: &str) -> Markup {
    html! {
        svg.bar width="100%" height="20" role="img" aria-label=(label) {
            title { (label) }
            rect.track x="0" y="4" width="100%" height="12" {}
            (interval(range, scale, 4, 12))
        }
    }
}

/// How many out of a total: those certain solid, those possible hatched after them.
pub(super) fn counts([certain, possible]: [u64; 2], total: u64, label: &str) -> Markup {
    let [certain, possible, total] =
        [certain, possible, total].map(|count| Rational::from(i64::try_from(count).unwrap_or(i64::MAX)));
    let start = percent(&certain, &total);
    html! {
        svg.bar width="100%" height="20" role="img" aria-label=(label) {
            title { (label) }
            rect.track x="0" y="4" width="100%" height="12" {}
            rect.known x="0" y="4" width=(start) height="12" {}
            rect.unknown x=(start) y="4" width=(percent(&possible, &total)) height="12" {}
        }
    }
}

/// What solid and hatched stand for.
pub(super) fn key(known: &str, unknown: &str) -> Markup {
    html! {
        ul.key aria-hidden="true" {
            @for (class, word) in [("known", known), ("unknown", unknown)] {
                li { svg width="24" height="12" { rect class=(class) width="24" height="12" {} } (word) }
            }
        }
    }
}

/// The patterns and shapes that the page uses, once.
pub(super) fn definitions() -> Markup {
    html! {
        svg.definitions width="0" height="0" aria-hidden="true" focusable="false" {
            defs {
                pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    rect.hatch-ground width="6" height="6" {}
                    rect.hatch-line width="2.5" height="6" {}
                }
                symbol id="v-satisfied" viewBox="0 0 14 14" { circle cx="7" cy="7" r="6" fill="currentColor" {} }
                symbol id="v-partial" viewBox="0 0 14 14" {
                    circle cx="7" cy="7" r="5.2" fill="none" stroke="currentColor" stroke-width="1.6" {}
                    path d="M7 1.8a5.2 5.2 0 0 0 0 10.4z" fill="currentColor" {}
                }
                symbol id="v-not-satisfied" viewBox="0 0 14 14" {
                    circle cx="7" cy="7" r="5.2" fill="none" stroke="currentColor" stroke-width="1.6" {}
                }
                symbol id="v-undetermined" viewBox="0 0 14 14" {
                    circle cx="7" cy="7" r="5.2" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2 1.6" {}
                    path d="M4.2 8.8 8.8 4.2M5.6 10.2l4.6-4.6" fill="none" stroke="currentColor" stroke-width="1" {}
                }
                symbol id="v-none" viewBox="0 0 14 14" {
                    path d="M2.5 7h9" fill="none" stroke="currentColor" stroke-width="2" {}
                }
                symbol id="m-date" viewBox="0 0 14 14" { circle.mark-fill cx="7" cy="7" r="5" {} }
                symbol id="m-age" viewBox="0 0 14 14" { path.mark-fill d="M7 1.5 12.5 7 7 12.5 1.5 7z" {} }
                symbol id="m-later" viewBox="0 0 14 14" { path.mark-fill d="M3 2l9 5-9 5z" {} }
            }
        }
    }
}
