//! The problem codes on a terminal: all in a table, or one explained.

use super::page::{Page, Style, pad, width};
use crate::report::words::Word;
use crate::{Code, Lang, Severity, Within};

const EXAMPLE: Word = Word("Exemple", "Example");
const IN_STANDARD: Word = Word("Dans un référentiel", "In a standard");
const IN_DOSSIER: Word = Word("Dans un dossier", "In a dossier");
const IN_MAPPING: Word = Word("Dans une correspondance", "In a mapping");
const IN_FILE: Word = Word("Un fichier", "A file");
const IN_TERMINAL: Word = Word("Dans un terminal", "In a terminal");
const AT_PATH: Word = Word("{} ; le problème est dit en {} :", "{}; the problem is told at {}:");
const AT_LINE: Word = Word(
    "{} ; le problème est dit à la ligne et à la colonne {} :",
    "{}; the problem is told at line and column {}:",
);
const AT_ALL: Word = Word("{} :", "{}:");
const MENDED: Word = Word("Corrigé :", "Mended:");
const WHAT_TO_DO: Word = Word("Que faire : ", "What to do: ");

pub(super) fn table(lang: Lang, colour: bool) -> String {
    let mut page = Page::new(colour);
    let column = |words: &mut dyn Iterator<Item = &'static str>| words.map(width).max().unwrap_or(0) + 2;
    let codes = column(&mut Code::ALL.iter().map(|code| code.as_str()));
    let classes = column(&mut Code::ALL.iter().map(|code| code.class().word(lang)));
    let severities = column(&mut Code::ALL.iter().map(|code| code.severity().word(lang)));
    for code in Code::ALL {
        let words = [
            page.paint(style(*code), &pad(code.as_str(), codes)),
            pad(code.class().word(lang), classes),
            pad(code.severity().word(lang), severities),
        ];
        page.line(&words.concat());
        page.paragraph(Style::Plain, 4, &code.message(lang));
    }
    page.finish()
}

pub(super) fn one(code: Code, lang: Lang, colour: bool) -> String {
    let mut page = Page::new(colour);
    let explained = code.explanation();
    let example = explained.example();
    let kind = format!("{}, {}", code.class().word(lang), code.severity().word(lang));
    page.line(&format!("{} ({kind})", page.paint(style(code), code.as_str())));
    page.paragraph(Style::Bold, 0, &code.message(lang));
    page.blank();
    page.paragraph(Style::Plain, 0, explained.text(lang));
    page.blank();
    page.paragraph(Style::Plain, 0, &format!("{}{}", WHAT_TO_DO.say(lang), code.help(lang)));
    page.heading(&EXAMPLE.say(lang));
    let within = match example.within {
        Within::Standard => IN_STANDARD,
        Within::Dossier => IN_DOSSIER,
        Within::Mapping => IN_MAPPING,
        Within::File => IN_FILE,
        Within::Command => IN_TERMINAL,
    };
    let within = within.say(lang);
    page.paragraph(
        Style::Plain,
        2,
        &match example.place {
            "" => AT_ALL.with(lang, &[&within]),
            path if path.starts_with('/') => AT_PATH.with(lang, &[&within, path]),
            line => AT_LINE.with(lang, &[&within, line]),
        },
    );
    verbatim(&mut page, example.before);
    page.blank();
    page.paragraph(Style::Plain, 2, &MENDED.say(lang));
    verbatim(&mut page, example.after);
    page.finish()
}

/// Text to be copied, unbroken.
fn verbatim(page: &mut Page, text: &str) {
    for line in text.lines() {
        page.line(&format!("      {line}"));
    }
}

fn style(code: Code) -> Style {
    match code.severity() {
        Severity::Error => Style::Bold,
        Severity::Warning => Style::Accent,
    }
}
