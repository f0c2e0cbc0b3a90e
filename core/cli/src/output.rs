//! Data on standard output, talk on standard error, files whole or not at all.

use crate::args::Colour;
use crate::exit::{Exit, Failure};
use crate::file::Draft;
use kolosi::{Code, Lang, Problem, Problems, Severity};
use std::io::{ErrorKind, IsTerminal, Write, stderr, stdout};
use std::path::Path;

pub(crate) struct Output {
    pub(crate) lang: Lang,
    /// Whether standard output takes colours.
    pub(crate) colour: bool,
    /// Whether standard error does.
    pub(crate) colour_errors: bool,
}

impl Output {
    pub(crate) fn new(lang: Lang, colour: Colour) -> Output {
        let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let coloured = |terminal: bool| match colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => terminal && !plain,
        };
        Output {
            lang,
            colour: coloured(stdout().is_terminal()),
            colour_errors: coloured(stderr().is_terminal()),
        }
    }

    /// `fr` or `en`.
    pub(crate) fn words<T>(&self, fr: T, en: T) -> T {
        match self.lang {
            Lang::Fr => fr,
            Lang::En => en,
        }
    }

    /// Data, on standard output. A reader that has gone, such as `head`, is no error, and changes no exit code.
    pub(crate) fn data(&self, text: &str) -> Result<(), Failure> {
        let mut out = stdout().lock();
        let written =
            out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| match error.kind() {
                ErrorKind::BrokenPipe => None,
                _ => Some(Failure::Write("stdout".to_owned(), error)),
            });
        match written {
            Err(Some(failure)) => Err(failure),
            _ => Ok(()),
        }
    }

    /// Talk, on standard error.
    pub(crate) fn say(&self, text: &str) {
        // nobody is left to tell where standard error fails
        let _ = writeln!(stderr().lock(), "{text}");
    }

    /// A file, whole or not at all.
    pub(crate) fn file(&self, path: &Path, text: &str) -> Result<(), Failure> {
        let failed = |error| Failure::Write(path.display().to_string(), error);
        let mut draft = Draft::beside(path).map_err(failed)?;
        draft.write_all(text.as_bytes()).map_err(failed)?;
        draft.commit().map_err(failed)
    }

    /// Say why the command could not do its work.
    pub(crate) fn fail(&self, failure: &Failure) -> Exit {
        match failure {
            Failure::Problems(name, problems) => {
                self.problems(name.as_deref(), problems);
                if problems.iter().any(|problem| problem.code() == Code::InputChanged) {
                    return Exit::Integrity;
                }
            }
            Failure::Write(name, error) => {
                let (fr, en) = crate::input::why(error);
                self.problem(None, &Problem::of_input(Code::UnwritableFile, &[name, &fr, &en]));
            }
            Failure::NobodyReads => return Exit::Done,
            Failure::Interrupted => {
                self.say(
                    self.words(
                        "interrompu ; aucun fichier n’a été écrit",
                        "interrupted; no file was written",
                    ),
                );
                return Exit::Interrupted;
            }
        }
        Exit::Input
    }

    /// Problems of one input.
    pub(crate) fn problems(&self, name: Option<&str>, problems: &Problems) {
        for problem in problems {
            self.problem(name, problem);
        }
        if problems.beyond() > 0 {
            let (fr, en) =
                (format!("… et {} autres", problems.beyond()), format!("… and {} more", problems.beyond()));
            self.say(&self.words(fr, en));
        }
    }

    /// One problem: code, place, what happened, what to do.
    pub(crate) fn problem(&self, name: Option<&str>, problem: &Problem) {
        let place = problem.place();
        let mut at = name.unwrap_or_default().to_owned();
        if place.line > 0 {
            let colon = if at.is_empty() { "" } else { ":" };
            at = format!("{at}{colon}{}:{}", place.line, place.column);
        }
        if !place.path.is_empty() {
            at = format!("{at} ({})", place.shown()).trim_start().to_owned();
        }
        let label = self.label(problem.code());
        let at = if at.is_empty() { String::new() } else { format!("{at}{} ", self.words("\u{a0}:", ":")) };
        self.say(&format!("{label} {at}{}", problem.message(self.lang)));
        self.say(&format!("    {} {}", self.words("que faire\u{a0}:", "help:"), problem.help(self.lang)));
        for other in problem.related() {
            let words = self.words("voir aussi", "see also");
            self.say(&format!("    {words} {}:{} ({})", other.line, other.column, other.shown()));
        }
    }

    fn label(&self, code: Code) -> String {
        let paint = match code.severity() {
            Severity::Error => "\u{1b}[1;31m",
            Severity::Warning => "\u{1b}[1;33m",
        };
        let label = format!("{}[{}]", code.severity().word(self.lang), code.as_str());
        if self.colour_errors { format!("{paint}{label}\u{1b}[0m") } else { label }
    }
}

/// One line of JSON.
pub(crate) fn json(written: serde_json::Result<String>) -> Result<String, Failure> {
    Ok(written.map_err(|error| Failure::Write("stdout".to_owned(), error.into()))? + "\n")
}
