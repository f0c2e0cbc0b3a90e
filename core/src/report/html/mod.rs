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
use crate::Lang;
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
                @if view.subject.fictional { style { (PreEscaped(fictional_on_every_sheet(lang))) } }
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

/// Sheets of paper part from one another: each says that the example is made up. Our own words only.
fn fictional_on_every_sheet(lang: Lang) -> String {
    let words = words::FICTIONAL.say(lang);
    format!(
        "@page {{ @top-right {{ content: \"{words}\"; font: 600 9pt system-ui, sans-serif; color: #8a5a00; }} }}"
    )
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

#[cfg(test)]
mod tests {
    use super::Lang;
    use crate::{Options, Standard};

    const STANDARD: &str = r#"{
      "id": "demo", "edition": "<1>", "title": {"en": "<script>alert(1)</script>"}, "publisher": {"en": "us"},
      "subject": "organisation", "basis": "proposal", "scale": 100,
      "groups": [{"id": "g", "title": {"en": "Group"}, "controls": [
        {"id": "c", "title": {"en": "Control"}, "criteria": [{"value": {"min": 0, "max": 4, "better": "higher"}}]},
        {"id": "d", "title": {"en": "Other"}, "criteria": [{"value": {"min": 0, "max": 4, "better": "higher"}}]}]}]
    }"#;
    const DOSSIER: &str = r#"{
      "standard": {"id": "demo", "edition": "<1>"},
      "subject": {"id": "s", "name": "\"><img src=x onerror=alert(1)>", "fictional": true},
      "evidence": [
        {"id": "r<1>", "control": "c", "observed": "2025-06-01", "value": 3,
         "source": {"uri": "javascript:alert(1)"}, "remark": "\u202eover\n<b>"},
        {"id": "q", "control": "c", "observed": "2025-06-01", "value": 4, "source": {"uri": "https://example.org/?a=1&b=\"2\""}}]
    }"#;

    fn page(lang: Lang) -> String {
        let standard = Standard::from_slice(STANDARD.as_bytes()).unwrap();
        let plan = standard.compile(&Options::new("2025-12-31".parse().unwrap())).unwrap();
        let audit = plan.audit(&plan.dossier(DOSSIER.as_bytes()).unwrap());
        crate::report::html(&audit, lang).unwrap()
    }

    #[test]
    fn nothing_of_a_document_becomes_markup() {
        let page = page(Lang::Fr);
        for markup in ["<script", "<img", "<b>", "href=\"javascript:", "r<1>"] {
            assert!(!page.contains(markup), "{markup}");
        }
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        assert!(
            page.contains(
                "href=\"https://example.org/?a=1&amp;b=&quot;2&quot;\" rel=\"noreferrer nofollow\""
            )
        );
    }

    #[test]
    fn what_a_reader_must_not_miss() {
        let page = page(Lang::Fr);
        for words in [
            "Exemple fictif",
            "Proposition de Kolosi",
            "Le score est entre\u{a0}37,5 et\u{a0}87,5 sur 100.",
            "1 mesure en vigueur sur 2 reste indéterminée",
            "Ce que dit chaque source",
            "<bdi lang=\"en\">Control</bdi> <span class=\"fallback\" title=\"texte seulement en anglais\">en</span>",
        ] {
            assert!(page.contains(words), "{words}");
        }
        for verdict_of_law in ["conforme", "certifié", "certified", "compliant"] {
            assert!(!page.contains(verdict_of_law), "{verdict_of_law}");
        }
    }
}
