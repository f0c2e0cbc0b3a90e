//! The top of the page: who, against what, when, and how far our words are the publisher's.

use super::parts::{data, fact, phrase, text};
use crate::audit::result::OptionsUsed;
use crate::report::format;
use crate::report::phrase::Phrase;
use crate::report::view::View;
use crate::report::words;
use crate::standard::model::Model;
use crate::{Assurance, Lang};
use maud::{Markup, html};

/// The title of the window: plain text.
pub(super) fn title(view: &View<'_>) -> String {
    let standard = view.model().title.best(view.lang).0;
    let date = format::date(view.lang, &view.audit.options.as_of);
    let title = format!("{} – {standard} – {date}", view.subject.name);
    if view.subject.fictional { format!("{} – {title}", words::FICTIONAL.say(view.lang)) } else { title }
}

pub(super) fn header(view: &View<'_>) -> Markup {
    let lang = view.lang;
    let model = view.model();
    let options = &view.audit.options;
    html! {
        header {
            p.eyebrow { (words::REPORT.say(lang)) }
            h1 { (data(&view.subject.name)) }
            p.lead { (text(lang, &model.title)) }
            @if view.subject.fictional {
                p.fictional { strong { (words::FICTIONAL.say(lang)) } " " (words::FICTIONAL_NOTE.say(lang)) }
            }
            @if let Some(description) = &model.description { p.description { (text(lang, description)) } }
            dl.facts {
                (fact(lang, words::AS_OF, &html! { time datetime=(options.as_of) { (format::date(lang, &options.as_of)) } }))
                (fact(lang, words::SUBJECT, &subject(view)))
                (asked(lang, model, options))
            }
            p.quiet { (words::WORTH.say(lang)) }
        }
    }
}

fn subject(view: &View<'_>) -> Markup {
    html! {
        (data(&view.subject.name)) " (" (data(&view.subject.id)) ")"
        @if view.subject.fictional { " " span.mark { (words::FICTIONAL.say(view.lang)) } }
        @for (key, value) in &view.subject.attributes {
            br; span.quiet { (phrase(&words::FIELD_VALUE.fill(view.lang, [Phrase::data(key), Phrase::data(value)]))) }
        }
    }
}

/// The standard and how it was applied.
pub(super) fn asked(lang: Lang, model: &Model, options: &OptionsUsed) -> Markup {
    let least = Assurance::from_name(&options.assurance).unwrap_or(Assurance::Declared);
    html! {
        (fact(lang, words::STANDARD, &html! {
            (data(model.id.as_str())) ", "
            (phrase(&words::EDITION.fill(lang, [Phrase::data(model.edition.as_str())])))
        }))
        (fact(lang, words::PUBLISHER, &text(lang, &model.publisher)))
        (fact(lang, words::BASIS, &html! { (words::basis(model.basis).say(lang)) }))
        (fact(lang, words::ASSURANCE_LEAST, &html! {
            (words::assurance(least).say(lang)) " (" (words::assurance_meaning(least).say(lang)) ")"
        }))
        @if let Some(id) = &options.profile { (fact(lang, words::PROFILE, &profile(lang, model, id))) }
        @for (name, value) in &options.parameters {
            (fact(lang, words::SET_BY_OPTION, &html! { (data(name)) " = " (data(value)) }))
        }
    }
}

pub(super) fn profile(lang: Lang, model: &Model, id: &str) -> Markup {
    html! {
        @match model.profile(id) {
            Some(profile) => { (text(lang, &profile.title)) " (" (data(id)) ")" },
            None => { (data(id)) },
        }
    }
}
