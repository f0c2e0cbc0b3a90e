//! Reading the command line: help in the language asked for, and what is wrong with it told like any other problem.

use crate::args::{Args, Colour};
use crate::exit::{Exit, Failure};
use crate::french::in_french;
use crate::output::Output;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Error, FromArgMatches};
use kolosi::{Code, Lang, Problem};
use std::ffi::OsString;

/// What is asked; or, where nothing is left to do, how the command ends.
pub(crate) fn read(raw: Vec<OsString>) -> Result<Args, Exit> {
    let lang = language(&raw);
    let matches = command(lang).try_get_matches_from(raw);
    matches.and_then(|matches| Args::from_arg_matches(&matches)).map_err(|error| {
        let out = Output::new(lang, Colour::Auto);
        let told = match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                let page = error.render();
                out.data(&if out.colour { page.ansi().to_string() } else { page.to_string() })
                    .map(|()| Exit::Done)
            }
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                out.say(error.render().to_string().trim_end());
                Ok(Exit::Input)
            }
            _ => Err(failure(&error)),
        };
        told.unwrap_or_else(|failure| out.fail(&failure))
    })
}

/// The command line that is understood, with its help in this language.
pub(crate) fn command(lang: Lang) -> clap::Command {
    match lang {
        Lang::Fr => in_french(Args::command()),
        Lang::En => Args::command(),
    }
}

/// The language asked for, looked for before the arguments are understood: a mistake among them is told in it too.
fn language(raw: &[OsString]) -> Lang {
    let asked = raw.iter().zip(raw.iter().skip(1)).find_map(|(name, value)| {
        let value = if name == "--lang" { value.to_str() } else { value.to_str()?.strip_prefix("--lang=") };
        value?.parse().ok()
    });
    asked.unwrap_or(Lang::Fr)
}

/// What is wrong with the command line.
fn failure(error: &Error) -> Failure {
    let one = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(list)) => list.first().cloned().unwrap_or_default(),
        _ => String::new(),
    };
    let many = |kind| match error.get(kind) {
        Some(ContextValue::Strings(list)) => {
            list.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ")
        }
        Some(ContextValue::String(text)) => format!("`{text}`"),
        _ => String::new(),
    };
    let usage = match error.get(ContextKind::Usage) {
        Some(ContextValue::StyledStr(usage)) => {
            usage.to_string().trim_start_matches("Usage:").trim().to_owned()
        }
        _ => "kolosi --help".to_owned(),
    };
    let argument = one(ContextKind::InvalidArg);
    let value = one(ContextKind::InvalidValue);
    let valid = many(ContextKind::ValidValue);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let known: Vec<String> =
                Args::command().get_subcommands().map(|it| format!("`{}`", it.get_name())).collect();
            let args = [
                &one(ContextKind::InvalidSubcommand),
                &one(ContextKind::SuggestedSubcommand),
                &known.join(", "),
            ];
            Problem::of_input(Code::UnknownCommand, &args.map(String::as_str)).into()
        }
        ErrorKind::UnknownArgument => {
            Problem::of_input(Code::UnknownArgument, &[&argument, &one(ContextKind::SuggestedArg), &usage])
                .into()
        }
        ErrorKind::MissingSubcommand => {
            Problem::of_input(Code::MissingArgument, &["une commande", "a command", &usage]).into()
        }
        ErrorKind::MissingRequiredArgument => {
            let missing = many(ContextKind::InvalidArg);
            Problem::of_input(Code::MissingArgument, &[&missing, &missing, &usage]).into()
        }
        ErrorKind::ArgumentConflict => Problem::of_input(Code::RepeatedArgument, &[&argument]).into(),
        // an option without its value
        ErrorKind::InvalidValue if value.is_empty() => {
            let (fr, en) = (format!("la valeur de `{argument}`"), format!("the value of `{argument}`"));
            Problem::of_input(Code::MissingArgument, &[&fr, &en, &argument]).into()
        }
        ErrorKind::InvalidValue => {
            let near = one(ContextKind::SuggestedValue);
            let (fr, en) = if near.is_empty() {
                ("choisissez un de ces mots".to_owned(), "choose one of these words".to_owned())
            } else {
                (format!("vouliez-vous dire `{near}` ?"), format!("did you mean `{near}`?"))
            };
            Failure::argument(
                &value,
                &argument,
                (&format!("les valeurs admises sont {valid}"), &format!("the values allowed are {valid}")),
                (&fr, &en),
            )
        }
        ErrorKind::TooManyValues => Failure::argument(
            &value,
            &argument,
            ("cet argument ne prend pas de valeur", "this argument takes no value"),
            ("supprimez la valeur", "remove the value"),
        ),
        // nothing else comes of the arguments that there are; what may come one day is told as the parser tells it
        _ => Failure::argument(
            &value,
            &argument,
            (&error.to_string().replace('\n', " "), &error.to_string().replace('\n', " ")),
            (&format!("écrivez `{usage}`"), &format!("write `{usage}`")),
        ),
    }
}
