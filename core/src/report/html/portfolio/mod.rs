//! A portfolio's summary as a page.

mod columns;
mod gaps;
mod heat;
mod tallies;

use super::document::{Section, document};
use super::head;
use super::parts::{data, digest, fact, phrase, text};
use crate::report::format;
use crate::report::phrase::Phrase;
use crate::report::view::PortfolioView;
use crate::report::words::{self as labels, portfolio as words};
use maud::{Markup, html};

pub(in crate::report) fn page(view: &PortfolioView<'_>) -> String {
    let audited = view.summary.subjects.audited > 0;
    let heat = !view.summary.heat.is_empty();
    let sections = [
        (true, Section { id: "summary", title: labels::SUMMARY, content: &[&|| summary(view)] }),
        (
            audited && !view.summary.by.is_empty(),
            Section { id: "by", title: words::BY_ATTRIBUTE, content: &[&|| tallies::by(view)] },
        ),
        (audited, Section { id: "gaps", title: words::GAPS, content: &[&|| gaps::gaps(view)] }),
        (heat, Section { id: "heat", title: words::HEAT, content: &[&|| heat::heat(view)] }),
        (heat, Section { id: "controls", title: words::NUMBERED, content: &[&|| columns::numbered(view)] }),
        (true, Section { id: "colophon", title: labels::DIGESTS, content: &[&|| colophon(view)] }),
    ];
    let sections: Vec<Section<'_>> =
        sections.into_iter().filter_map(|(shown, section)| shown.then_some(section)).collect();
    let fictional = view.summary.fictional > 0;
    document(view.lang, &title(view), fictional, &header(view), &sections)
}

fn title(view: &PortfolioView<'_>) -> String {
    let lang = view.lang;
    let what = words::PORTFOLIO.say(lang);
    let standard = view.model().title.best(lang).0;
    let title = format!("{what} – {standard} – {}", format::date(lang, &view.summary.options.as_of));
    if view.summary.fictional > 0 { format!("{} – {title}", labels::FICTIONAL.say(lang)) } else { title }
}

fn header(view: &PortfolioView<'_>) -> Markup {
    let (lang, model, options) = (view.lang, view.model(), &view.summary.options);
    html! {
        header {
            p.eyebrow { (words::PORTFOLIO.say(lang)) }
            h1 { (text(lang, &model.title)) }
            p.lead { (view.counted()) }
            (fictional(view))
            dl.facts {
                (fact(lang, labels::AS_OF, &html! { time datetime=(options.as_of) { (format::date(lang, &options.as_of)) } }))
                (head::asked(lang, model, options))
                @for setting in view.set_by_profile() {
                    (fact(lang, labels::SET_BY_PROFILE, &html! {
                        (data(setting.parameter.value.as_str())) " = " (data(&setting.value))
                    }))
                }
                @if !options.mappings.is_empty() {
                    (fact(lang, labels::MAPPINGS, &html! { @for it in &options.mappings { span.field { (data(&it.id)) } } }))
                }
            }
            p.quiet { (words::WORTH.say(lang)) }
        }
    }
}

fn fictional(view: &PortfolioView<'_>) -> Markup {
    let (made_up, audited) = (view.summary.fictional, view.summary.subjects.audited);
    html! {
        @if made_up > 0 {
            p.fictional {
                strong { (labels::FICTIONAL.say(view.lang)) } " "
                @if made_up == audited { (words::ALL_FICTIONAL.say(view.lang)) }
                @else { (words::SOME_FICTIONAL.with(view.lang, &[&view.whole(made_up), &view.whole(audited)])) }
            }
        }
    }
}

/// First what matters: the mean, what is not known, and how the subjects spread over the levels.
fn summary(view: &PortfolioView<'_>) -> Markup {
    let lang = view.lang;
    let (total, coverage) = (&view.summary.total, view.summary.coverage);
    html! {
        @match view.mean() {
            Some(mean) => p.headline { (mean) },
            None if total.subjects == 0 => p.headline { (words::NOBODY.say(lang)) },
            None => {},
        }
        @if total.scored < total.subjects {
            p { (view.count(total.subjects - total.scored, words::UNSCORED_ONE, words::UNSCORED_MANY)) }
        }
        @if coverage.controls > 0 {
            p { (words::COVERAGE.with(lang, &[&view.whole(coverage.determined as u64), &view.whole(coverage.controls as u64)])) }
        }
        @if view.summary.subjects.failed > 0 { p { (words::FAILED_NOTE.say(lang)) } }
        (tallies::levels(view))
    }
}

fn colophon(view: &PortfolioView<'_>) -> Markup {
    let standard = &view.summary.standard;
    let name = labels::EDITION.fill(view.lang, [Phrase::data(&standard.edition)]);
    html! {
        dl.facts {
            (fact(view.lang, labels::STANDARD, &html! {
                (digest(&standard.digest)) span.quiet.below { (data(&standard.id)) ", " (phrase(&name)) }
            }))
        }
    }
}
