//! What to do, where a problem knows better than its code.

use super::codes::fill;
use super::{Code, Problem};
use crate::{Date, Decimal, Lang};

/// Better help than that of the code, where there is some.
pub(super) fn better(problem: &Problem, lang: Lang) -> Option<String> {
    let arg = |index| problem.arg(index);
    let say = |fr: &str, en: &str| Some(fill(&lang.typeset(lang.pick(fr, en)), arg));
    match problem.code {
        // the nearest known word is none
        Code::UnknownKey if arg(1).is_empty() => say(
            "corrigez ou supprimez cette clé ; clés admises ici : {2}",
            "correct or remove this key; keys allowed here: {2}",
        ),
        Code::UnknownReference if arg(1).is_empty() && !arg(2).is_empty() => {
            say("choisissez ce qui est connu ici : {2}", "choose what is known here: {2}")
        }
        Code::UnknownReference if arg(1).is_empty() => {
            say("corrigez ou supprimez ce mot", "correct or remove this word")
        }
        Code::UnknownValue | Code::AnswerOffScale if arg(2).is_empty() => {
            say("choisissez un de ces mots", "choose one of these words")
        }
        Code::UnknownStandard if !problem.place.path.is_empty() => say(
            "donnez son fichier à côté : `kolosi check CORRESPONDANCE RÉFÉRENTIEL`, ailleurs `--with-standard RÉFÉRENTIEL` ; ou l’identifiant d’un référentiel intégré",
            "give its file beside: `kolosi check MAPPING STANDARD`, elsewhere `--with-standard STANDARD`; or the id of a built-in standard",
        ),
        Code::UnknownStandard if arg(1).is_empty() => {
            say("`kolosi standards` donne la liste", "`kolosi standards` lists them")
        }
        Code::UnknownCommand if arg(1).is_empty() => say("les commandes sont : {2}", "the commands are: {2}"),
        Code::UnknownArgument if arg(1).is_empty() => {
            say("supprimez-le ; la commande s’écrit `{2}`", "remove it; the command is written `{2}`")
        }
        Code::TooCostly if problem.place.path == "/mappings" => {
            say("donnez moins de correspondances à la fois", "give fewer mappings at once")
        }
        // the shape wanted
        Code::InvalidNumber => with_point(lang, arg(0)),
        Code::TypeMismatch => Some(arg(1))
            .filter(|of| ["integer", "decimal"].contains(of))
            .and_then(|_| with_point(lang, arg(0)))
            .or_else(|| say("écrivez {2}", "write {3}")),
        Code::WrongType => say("écrivez {4}", "write {5}"),
        Code::InvalidDate => date(lang, arg(0), &problem.place.path),
        // the mistake was recognised
        Code::InvalidJson | Code::InvalidYaml if !arg(2).is_empty() => say("{2}", "{3}"),
        Code::InvalidArgument => say("{4}", "{5}"),
        _ => None,
    }
}

/// A number written with a comma, or with spaces between its digits, as it is to be written.
fn with_point(lang: Lang, text: &str) -> Option<String> {
    let is_space = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}');
    let written: String =
        text.chars().filter(|c| !is_space(*c)).map(|c| if c == ',' { '.' } else { c }).collect();
    if written == text || written.parse::<Decimal>().is_err() {
        return None;
    }
    let (fr, en) = if text.contains(',') { ("un point", "a point") } else { ("sans espace", "no space") };
    Some(lang.typeset(&lang.pick(format!("écrivez {fr} : `{written}`"), format!("write {en}: `{written}`"))))
}

/// What to do about a text that is no date.
fn date(lang: Lang, text: &str, path: &str) -> Option<String> {
    let numbers: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).collect();
    let say = |fr: &str, en: &str| Some(lang.typeset(lang.pick(fr, en)));
    if let [first, middle, last] = numbers.as_slice() {
        let day = |year: &str, month: &str, day: &str| {
            format!("{year:0>4}-{month:0>2}-{day:0>2}").parse::<Date>().ok()
        };
        let meant = match (first.len(), last.len()) {
            (4, _) => day(first, middle, last),
            // where the day could be the month nobody knows which is meant
            (_, 4) if first == middle || day(last, first, middle).is_none() => day(last, middle, first),
            (_, 4) if day(last, middle, first).is_none() => day(last, first, middle),
            _ => None,
        };
        if let Some(date) = meant {
            return say(
                &format!("écrivez l’année, le mois et le jour : `{date}`"),
                &format!("write the year, the month and the day: `{date}`"),
            );
        }
        if (first.len(), middle.len(), last.len(), text.len()) == (4, 2, 2, 10) {
            return say(
                "vérifiez le mois et le jour : ce jour n’existe pas",
                "check the month and the day: this day does not exist",
            );
        }
    }
    match path.rsplit('/').next() {
        Some("observed") => say(
            "écrivez AAAA-MM-JJ ; si vous ne savez que le mois, prenez son dernier jour et dites-le dans `remark`",
            "write YYYY-MM-DD; if you know only the month, take its last day and say so in `remark`",
        ),
        Some("from") => say(
            "écrivez AAAA-MM-JJ ; si vous ne savez que le mois, prenez son premier jour",
            "write YYYY-MM-DD; if you know only the month, take its first day",
        ),
        _ => None,
    }
}
