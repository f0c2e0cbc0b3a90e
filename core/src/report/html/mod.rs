//! The HTML page. Every text goes through maud, which escapes it; only our own style sheet and shapes are written as they are.

mod bars;
mod colophon;
mod criterion;
mod evidence;
mod findings;
mod gaps;
mod groups;
mod head;
mod parts;
mod score;
mod sources;
mod summary;
mod trace;
mod waivers;

use super::view::View;
use super::words::{self, Word};
use maud::{DOCTYPE, Markup, PreEscaped, html};

const STYLE: &str = include_str!("style.css");
/// Nothing is fetched and nothing runs, whatever a document says.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The sections after the summary, with the ids that the contents point to.
const SECTIONS: [(&str, Word); 7] = [
    ("summary", words::SUMMARY),
    ("groups", words::GROUPS),
    ("gaps", words::GAPS),
    ("findings", words::FINDINGS),
    ("waivers", words::WAIVERS),
    ("evidence", words::EVIDENCE_AND_SOURCES),
    ("colophon", words::METHOD_AND_DIGESTS),
];

pub(super) fn page(view: &View<'_>) -> String {
    let lang = view.lang;
    let page = html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                title { (head::title(view)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                (bars::definitions())
                (head::header(view))
                (contents(view))
                main {
                    (section(view, "summary", &summary::summary(view)))
                    (section(view, "groups", &groups::groups(view)))
                    (section(view, "gaps", &gaps::gaps(view)))
                    (section(view, "findings", &findings::findings(view)))
                    (section(view, "waivers", &waivers::waivers(view)))
                    (section(view, "evidence", &html! { (sources::sources(view)) (evidence::evidence(view)) }))
                    (section(view, "colophon", &colophon::colophon(view)))
                }
            }
        }
    };
    page.into_string()
}

fn contents(view: &View<'_>) -> Markup {
    html! {
        nav aria-label=(words::CONTENTS.say(view.lang)) {
            ul {
                @for (id, title) in SECTIONS { li { a href={ "#" (id) } { (title.say(view.lang)) } } }
            }
        }
    }
}

fn section(view: &View<'_>, id: &str, content: &Markup) -> Markup {
    let title = SECTIONS.iter().find(|(of, _)| *of == id).map(|(_, title)| title.say(view.lang));
    html! { section id=(id) { h2 { (title.unwrap_or_default()) } (content) } }
}
