//! The HTML page. Every text goes through maud, which escapes it; only our own style sheet and shapes are written as they are.

mod bars;
mod card;
mod colophon;
mod criterion;
mod crosswalk;
mod diff;
mod document;
mod evidence;
mod findings;
mod gaps;
mod groups;
mod head;
mod inferences;
mod parts;
mod portfolio;
mod score;
mod sources;
mod summary;
mod timeline;
mod trace;
mod waivers;

use super::view::View;
use super::words;
pub(super) use card::{audit_card, diff_card, finding_card, standard_card};
pub(super) use crosswalk::page as crosswalk_page;
pub(super) use diff::page as diff_page;
pub(super) use portfolio::page as portfolio_page;

use document::{Section, document};

pub(super) fn page(view: &View<'_>) -> String {
    let sections = [
        Section { id: "summary", title: words::SUMMARY, content: &[&|| summary::summary(view)] },
        Section { id: "groups", title: words::GROUPS, content: &[&|| groups::groups(view)] },
        Section { id: "gaps", title: words::GAPS, content: &[&|| gaps::gaps(view)] },
        Section { id: "expiry", title: words::EXPIRY, content: &[&|| timeline::timeline(view)] },
        Section { id: "findings", title: words::FINDINGS, content: &[&|| findings::findings(view)] },
        Section {
            id: "inferences",
            title: words::inference::INFERRED,
            content: &[&|| inferences::inferences(view)],
        },
        Section { id: "waivers", title: words::WAIVERS, content: &[&|| waivers::waivers(view)] },
        Section {
            id: "evidence",
            title: words::EVIDENCE_AND_SOURCES,
            content: &[&|| sources::sources(view), &|| evidence::evidence(view)],
        },
        Section {
            id: "colophon",
            title: words::METHOD_AND_DIGESTS,
            content: &[&|| colophon::colophon(view)],
        },
    ];
    let is_said = |section: &Section<'_>| section.id != "inferences" || view.audit.inferences.is_some();
    let sections: Vec<Section<'_>> = sections.into_iter().filter(is_said).collect();
    document(view.lang, &head::title(view), view.subject.fictional, &head::header(view), &sections)
}

#[cfg(test)]
mod tests {
    use crate::{Lang, Options, Standard};

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
            "Proposition de l’éditeur",
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
