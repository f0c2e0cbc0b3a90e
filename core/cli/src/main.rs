//! The command `kolosi`: files in, reports out. What it knows of auditing is in the library.

mod args;
mod beside;
mod commands;
mod exit;
mod file;
mod french;
mod input;
mod output;
mod progress;
mod targets;
mod usage;

use args::Command;
use output::Output;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = match usage::read(std::env::args_os().collect()) {
        Ok(args) => args,
        Err(exit) => return exit.into(),
    };
    let out = Output::new(args.lang, args.color);
    let done = match &args.command {
        Command::Standards => commands::standards::run(&out),
        Command::Show { standard, control } => commands::show::run(&out, standard, control.as_deref()),
        Command::Audit(asked) => commands::audit::run(&out, asked),
        Command::Render { audit, outputs } => commands::render::run(&out, audit, outputs),
        Command::Diff { old, new, outputs } => commands::diff::run(&out, old, new, outputs),
        Command::Explain { inputs, control, format } => {
            commands::explain::run(&out, inputs, control, *format)
        }
        Command::Verify { audit, standard, dossier, beside } => {
            commands::verify::run(&out, audit, standard, dossier, beside)
        }
        Command::Crosswalk { from, to, mapping, outputs } => {
            commands::crosswalk::run(&out, [from, to], mapping, outputs)
        }
        Command::Check { files, standard, pin } => {
            commands::check::run(&out, files, standard.as_deref(), *pin)
        }
        Command::Portfolio(asked) => commands::portfolio::run(&out, asked),
        Command::Schema { name, standard } => commands::schema::run(&out, name, standard.as_deref()),
        Command::Completions { shell } => commands::completions::run(&out, *shell),
        Command::New(asked) => commands::new::run(&out, asked),
        Command::Problems { code, format } => commands::problems::run(&out, code.as_deref(), *format),
    };
    done.unwrap_or_else(|failure| out.fail(&failure)).into()
}
