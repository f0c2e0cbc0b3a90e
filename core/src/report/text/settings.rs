//! Profiles and parameters: what a standard offers, and what an audit was made with.

use super::page::{Page, Style, safe};
use crate::report::phrase::Phrase;
use crate::report::view::View;
use crate::report::words;
use crate::standard::model::Profile;

/// The profiles and parameters of a standard.
pub(super) fn offered(view: &View<'_>, page: &mut Page) {
    let lang = view.lang;
    let model = view.model();
    if !model.profiles.is_empty() {
        page.heading(&words::PROFILES.say(lang));
        page.paragraph(Style::Dim, 2, &words::PROFILES_NOTE.say(lang));
        model.profiles.iter().for_each(|it| profile(view, it, page));
    }
    if !model.parameters.is_empty() {
        page.heading(&words::PARAMETERS.say(lang));
        page.paragraph(Style::Dim, 2, &words::PARAMETERS_NOTE.say(lang));
        for parameter in &model.parameters {
            let named = [Phrase::data(parameter.id.value.as_str()), view.text(&parameter.title)];
            page.hanging(Style::Plain, "  –", 4, &safe(&words::FIELD_VALUE.fill(lang, named).plain()));
            let of = Phrase::words(words::parameter(parameter.of).say(lang));
            let values = [&parameter.default, &parameter.min, &parameter.max];
            let parts = std::iter::once(of).chain(values.map(|value| Phrase::data(value.text.as_str())));
            page.paragraph(Style::Plain, 4, &safe(&words::PARAMETER_BOUNDS.fill(lang, parts).plain()));
        }
    }
}

/// A profile: what it adds, drops and sets, and why.
fn profile(view: &View<'_>, profile: &Profile, page: &mut Page) {
    let lang = view.lang;
    let named = [Phrase::data(profile.id.value.as_str()), view.text(&profile.title)];
    page.hanging(Style::Plain, "  –", 4, &safe(&words::FIELD_VALUE.fill(lang, named).plain()));
    for (word, list) in [(words::ADDS, &profile.add), (words::DROPS, &profile.drop)] {
        for change in list {
            let parts = [Phrase::data(change.control.value.as_str()), view.text(&change.reason)];
            page.paragraph(Style::Plain, 4, &safe(&word.fill(lang, parts).plain()));
        }
    }
    for setting in &profile.parameters {
        let set = format!("{} = {}", setting.parameter.value, setting.value);
        let parts = [Phrase::data(set), view.text(&setting.reason)];
        page.paragraph(Style::Plain, 4, &safe(&words::SETS.fill(lang, parts).plain()));
    }
}

/// The profile and the settings of an audit, where it was not made with those of the standard.
pub(super) fn used(view: &View<'_>, page: &mut Page) {
    let lang = view.lang;
    let mut say = |word: words::Word, what: Phrase| {
        let line = words::FIELD_VALUE.fill(lang, [Phrase::words(word.say(lang)), what]);
        page.paragraph(Style::Plain, 0, &safe(&line.plain()));
    };
    if let Some(profile) = view.profile() {
        let id = Phrase::data(format!(" ({})", profile.id.value));
        say(words::PROFILE, Phrase::join([view.text(&profile.title), id], ""));
    }
    for setting in view.set_by_profile() {
        say(words::SET_BY_PROFILE, Phrase::data(format!("{} = {}", setting.parameter.value, setting.value)));
    }
    for (name, value) in &view.audit.options.parameters {
        say(words::SET_BY_OPTION, Phrase::data(format!("{name} = {value}")));
    }
}
