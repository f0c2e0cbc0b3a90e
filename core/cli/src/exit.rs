//! Exit codes, and what ends a command early.

use kolosi::{Code, Lang, Problem, Problems};
use std::process::ExitCode;

/// How the command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done; any bar is met.
    Done,
    /// A bar is missed, whatever is still unknown.
    Missed,
    /// Wrong usage or a problem of an input.
    Input,
    /// Too little is known to say whether a bar is met.
    TooLittleKnown,
    /// An input is not what it was: `verify` says so, or its own digest does.
    Integrity,
    /// Ctrl-C, as shells have it.
    Interrupted,
}

impl Exit {
    /// The one that comes first of two, where a command has several inputs: 4, 2, 1, 3.
    pub(crate) fn or(self, other: Exit) -> Exit {
        let order = [Exit::Integrity, Exit::Input, Exit::Missed, Exit::TooLittleKnown];
        order.into_iter().find(|exit| [self, other].contains(exit)).unwrap_or(Exit::Done)
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(match exit {
            Exit::Done => 0,
            Exit::Missed => 1,
            Exit::Input => 2,
            Exit::TooLittleKnown => 3,
            Exit::Integrity => 4,
            Exit::Interrupted => 130,
        })
    }
}

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Problems of an input; with its name, where it has one.
    Problems(Option<String>, Problems),
    /// Something could not be written: the file and why.
    Write(String, std::io::Error),
    /// The reader of standard output has gone, as `head` does: nothing is left to do.
    NobodyReads,
    /// Somebody pressed Ctrl-C.
    Interrupted,
}

impl Failure {
    /// A value that does not fit its argument: why, and what to do, each in French and English.
    pub(crate) fn argument(value: &str, argument: &str, why: (&str, &str), help: (&str, &str)) -> Failure {
        let (why_fr, help_fr) = (Lang::Fr.typeset(why.0), Lang::Fr.typeset(help.0));
        let args = [value, argument, &why_fr, why.1, &help_fr, help.1];
        Problem::of_input(Code::InvalidArgument, &args).into()
    }
}

pub(crate) type Done = Result<Exit, Failure>;

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Failure {
        Failure::Problems(None, problem.into())
    }
}

impl From<Problems> for Failure {
    fn from(problems: Problems) -> Failure {
        Failure::Problems(None, problems)
    }
}
