//! The frame of every page: one file, nothing fetched, nothing that runs.

use super::bars;
use crate::Lang;
use crate::report::words::{self, Word};
use maud::{DOCTYPE, Markup, PreEscaped, html};

const STYLE: &str = include_str!("style.css");
/// Nothing is fetched and nothing runs, whatever a document says.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// A section of a page: the id that the contents point to, its title, and what it says.
pub(super) struct Section<'s> {
    pub(super) id: &'static str,
    pub(super) title: Word,
    /// Made when its turn comes, part by part: a long page is not held twice.
    pub(super) content: &'s [&'s dyn Fn() -> Markup],
}

/// A whole page.
pub(super) fn document(
    lang: Lang,
    title: &str,
    fictional: bool,
    header: &Markup,
    sections: &[Section<'_>],
) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                title { (title) }
                style { (PreEscaped(STYLE)) }
                @if fictional { style { (PreEscaped(fictional_on_every_sheet(lang))) } }
            }
            body {
                (bars::definitions())
                (header)
                nav aria-label=(words::CONTENTS.say(lang)) {
                    ul { @for it in sections { li { a href={ "#" (it.id) } { (it.title.say(lang)) } } } }
                }
                main {
                    @for it in sections { section id=(it.id) { h2 { (it.title.say(lang)) } @for part in it.content { (part()) } } }
                }
            }
        }
    };
    page.into_string()
}

/// Sheets of paper part from one another: each says that the example is made up. Our own words only.
fn fictional_on_every_sheet(lang: Lang) -> String {
    let words = words::FICTIONAL.say(lang);
    format!(
        "@page {{ @top-right {{ content: \"{words}\"; font: 600 9pt system-ui, sans-serif; color: #8a5a00; }} }}"
    )
}
