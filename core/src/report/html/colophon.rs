//! What was computed from what, and how to check it.

use super::head;
use super::parts::{control_link, data, digest, fact, phrase, text};
use crate::Assurance;
use crate::report::format;
use crate::report::phrase::Phrase;
use crate::report::view::View;
use crate::report::words;
use crate::standard::model::Profile;
use maud::{Markup, html};

pub(super) fn colophon(view: &View<'_>) -> Markup {
    let lang = view.lang;
    let audit = view.audit;
    let standard = view.model().id.as_str();
    html! {
        h3 { (words::OPTIONS.say(lang)) }
        (options(view))
        h3 { (words::DIGESTS.say(lang)) }
        dl.facts {
            (fact(view.lang, words::STANDARD, &digest(&audit.standard.digest)))
            (fact(view.lang, words::DOSSIER, &digest(&audit.dossier.digest)))
            @if let Some(own) = &audit.digest { (fact(view.lang, words::AUDIT, &digest(own))) }
            @if let Some(engine) = &audit.engine {
                (fact(view.lang, words::ENGINE, &html! { (data(&engine.name)) " " (data(&engine.version)) }))
            }
        }
        h3 { (words::HOW_TO_VERIFY.say(lang)) }
        p { (words::VERIFY_NOTE.say(lang)) }
        pre { code {
            "kolosi verify AUDIT.json --standard " bdi { (standard) } " --dossier DOSSIER"
            @for mapping in &audit.options.mappings { " --with-mapping " bdi { (mapping.id) } }
            @for _ in audit.inferences.iter().flat_map(|it| &it.from) { " --from DOSSIER" }
        } }
        p { (words::VERIFY_RESULT.say(lang)) }
    }
}

fn options(view: &View<'_>) -> Markup {
    let lang = view.lang;
    let options = &view.audit.options;
    let least = Assurance::from_name(&options.assurance).unwrap_or(Assurance::Declared);
    html! {
        dl.facts {
            (fact(view.lang, words::AS_OF, &html! { (format::date(lang, &options.as_of)) }))
            (fact(view.lang, words::ASSURANCE_LEAST, &html! { (words::assurance(least).say(lang)) }))
            (fact(view.lang, words::PROFILE, &match &options.profile {
                Some(id) => head::profile(lang, view.model(), id),
                None => html! { (words::NO_PROFILE.say(lang)) },
            }))
            @if let Some(profile) = view.profile() { (changes(view, profile)) }
            @if options.parameters.is_empty() {
                (fact(view.lang, words::PARAMETERS, &html! { (words::PARAMETERS_DEFAULT.say(lang)) }))
            } @else {
                @for (name, value) in &options.parameters {
                    (fact(view.lang, words::SET_BY_OPTION, &html! { (data(name)) " = " (data(value)) }))
                }
            }
            @if !options.mappings.is_empty() {
                (fact(view.lang, words::MAPPINGS, &html! {
                    @for it in &options.mappings {
                        span.field { (data(&it.id)) ", " (phrase(&words::EDITION.fill(lang, [Phrase::data(it.edition.as_str())]))) span.below { (digest(&it.digest)) } }
                    }
                }))
            }
        }
    }
}

/// What a profile changes in the standard, and why.
fn changes(view: &View<'_>, profile: &Profile) -> Markup {
    html! {
        @for (word, list) in [(words::ADDED, &profile.add), (words::DROPPED, &profile.drop)] {
            @for change in list {
                (fact(view.lang, word, &html! {
                    (control_link(view, change.control.value.as_str())) span.quiet.below { (text(view.lang, &change.reason)) }
                }))
            }
        }
        @for setting in view.set_by_profile() {
            (fact(view.lang, words::SET_BY_PROFILE, &html! {
                (data(setting.parameter.value.as_str())) " = " (data(&setting.value))
                span.quiet.below { (text(view.lang, &setting.reason)) }
            }))
        }
    }
}
