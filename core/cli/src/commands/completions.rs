//! `kolosi completions`: the script that makes a shell complete the command.

use crate::exit::{Done, Exit};
use crate::output::Output;
use crate::usage;
use clap::builder::PossibleValuesParser;
use clap::{Arg, Command};
use clap_complete::{Shell, generate};
use kolosi::{Assurance, Code};

pub(crate) fn run(out: &Output, shell: Shell) -> Done {
    let mut command = offering(usage::command(out.lang), shell);
    let mut script = Vec::new();
    generate(shell, &mut command, "kolosi", &mut script);
    out.data(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Done)
}

/// The command line, with the words that a shell may offer where the command itself takes any.
fn offering(command: Command, shell: Shell) -> Command {
    let offer = |arg: Arg| match arg.get_id().as_str() {
        // bash offers files besides; the others would offer nothing but these
        "standard" if shell == Shell::Bash => {
            arg.value_parser(PossibleValuesParser::new(kolosi::bundled_ids()))
        }
        "assurance" => arg.value_parser(PossibleValuesParser::new(Assurance::ALL.map(Assurance::as_str))),
        "code" => arg.value_parser(PossibleValuesParser::new(Code::ALL.iter().map(|code| code.as_str()))),
        _ => arg,
    };
    command.mut_args(offer).mut_subcommands(|command| offering(command, shell))
}
