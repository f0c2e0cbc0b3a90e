//! A comparison of two audits as a page.

mod controls;
mod documents;
mod summary;

use super::document::{Section, document};
use super::parts::{data, fact, phrase, text};
use crate::report::format;
use crate::report::phrase::Phrase;
use crate::report::view::{Comparison, View};
use crate::report::words;
use maud::{Markup, html};

pub(in crate::report) fn page(comparison: &Comparison<'_>) -> String {
    let sections = [
        Section { id: "summary", title: words::SUMMARY, content: &[&|| summary::summary(comparison)] },
        Section {
            id: "controls",
            title: words::CHANGES_OF_CONTROLS,
            content: &[&|| controls::controls(comparison)],
        },
        Section { id: "groups", title: words::GROUPS, content: &[&|| summary::groups(comparison)] },
        Section { id: "evidence", title: words::EVIDENCE, content: &[&|| documents::evidence(comparison)] },
        Section { id: "waivers", title: words::WAIVERS, content: &[&|| documents::waivers(comparison)] },
        Section {
            id: "standard",
            title: words::STANDARD_AND_OPTIONS,
            content: &[&|| documents::standard(comparison), &|| documents::options(comparison)],
        },
        Section { id: "colophon", title: words::DIGESTS, content: &[&|| documents::digests(comparison)] },
    ];
    let fictional = comparison.is_fictional();
    document(comparison.lang, &title(comparison), fictional, &header(comparison), &sections)
}

fn title(comparison: &Comparison<'_>) -> String {
    let what = words::COMPARISON.say(comparison.lang);
    let title = format!("{} – {what} – {}", comparison.subject(), dates(comparison));
    if comparison.is_fictional() {
        format!("{} – {title}", words::FICTIONAL.say(comparison.lang))
    } else {
        title
    }
}

/// From when to when.
fn dates(comparison: &Comparison<'_>) -> String {
    let date = |view: &View<'_>| format::date(comparison.lang, &view.audit.options.as_of);
    words::FROM_TO.with(comparison.lang, &[&date(comparison.before), &date(comparison.after)])
}

fn header(comparison: &Comparison<'_>) -> Markup {
    let lang = comparison.lang;
    let view = comparison.after;
    html! {
        header {
            p.eyebrow { (words::COMPARISON.say(lang)) }
            h1 { (data(&comparison.subject())) }
            p.lead { (text(view.lang, &view.model().title)) br; (dates(comparison)) }
            @if comparison.is_fictional() {
                p.fictional { strong { (words::FICTIONAL.say(lang)) } " " (words::FICTIONAL_NOTE.say(lang)) }
            }
            @for notice in comparison.notices() { p.notice { (phrase(&notice)) } }
            dl.facts {
                @for (word, view) in [(words::BEFORE, comparison.before), (words::AFTER, comparison.after)] {
                    (fact(view.lang, word, &audit(view)))
                }
            }
            p.quiet { (words::WORTH.say(lang)) }
        }
    }
}

/// One of the two audits in a line.
fn audit(view: &View<'_>) -> Markup {
    let as_of = &view.audit.options.as_of;
    let standard = [Phrase::data(view.model().id.as_str()), edition(view)];
    html! {
        time datetime=(as_of) { (format::date(view.lang, as_of)) }
        span.quiet.below {
            (data(&view.subject.name)) " (" (data(&view.subject.id)) "), " (phrase(&Phrase::join(standard, ", ")))
        }
    }
}

fn edition(view: &View<'_>) -> Phrase {
    words::EDITION.fill(view.lang, [Phrase::data(view.model().edition.as_str())])
}

#[cfg(test)]
mod tests {
    use crate::{Audit, Lang, Options, Standard};

    fn audit(id: &str, value: u8) -> Audit {
        let standard = r#"{
          "id": "demo", "edition": "<1>", "title": {"en": "<script>alert(1)</script>"}, "publisher": {"en": "us"},
          "subject": "organisation", "basis": "proposal", "scale": 100,
          "groups": [{"id": "<g>", "title": {"en": "<i>"}, "controls": [
            {"id": "<c>", "title": {"en": "<b>"}, "criteria": [{"value": {"min": 0, "max": 4, "better": "higher"}}]}]}]
        }"#;
        let dossier = format!(
            r#"{{"standard": {{"id": "demo", "edition": "<1>"}},
              "subject": {{"id": "{id}", "name": "<img src=x onerror=alert(1)>", "fictional": true}},
              "evidence": [{{"id": "r<{value}>", "control": "<c>", "observed": "2025-06-01", "value": {value}}}]}}"#
        );
        let plan = Standard::from_slice(standard.as_bytes()).unwrap();
        let plan = plan.compile(&Options::new("2025-12-31".parse().unwrap())).unwrap();
        plan.audit(&plan.dossier(dossier.as_bytes()).unwrap())
    }

    #[test]
    fn nothing_of_a_document_becomes_markup_and_a_fiction_says_so() {
        let page = crate::report::diff_html(&audit("s", 1), &audit("t", 3), Lang::Fr).unwrap();
        for markup in ["<script", "<img", "<b>", "<i>", "r<1>", "<c>"] {
            assert!(!page.contains(markup), "{markup}");
        }
        for words in [
            "Exemple fictif",
            "ne portent pas sur la même entité",
            "r&lt;1&gt;",
            "▲",
            "Mieux",
            "il est de 75 sur",
        ] {
            assert!(page.contains(words), "{words}");
        }
    }
}
