//! The command `kolosi`: files in, reports out. What it knows of auditing is in the library.

mod args;
mod commands;
mod exit;
mod file;
mod input;
mod output;
mod progress;
mod targets;

use args::{Args, Command};
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = Args::parse();
    let out = output::Output::new(&args);
    let done = match &args.command {
        Command::Standards => commands::standards::run(&out),
        Command::Show { standard, control } => commands::show::run(&out, standard, control.as_deref()),
        Command::Audit(asked) => commands::audit::run(&out, asked),
        Command::Render { audit, outputs } => commands::render::run(&out, audit, outputs),
        Command::Diff { old, new, outputs } => commands::diff::run(&out, old, new, outputs),
        Command::Explain { inputs, control, format } => {
            commands::explain::run(&out, inputs, control, *format)
        }
        Command::Verify { audit, standard, dossier } => commands::verify::run(&out, audit, standard, dossier),
        Command::Check { files, standard } => commands::check::run(&out, files, standard.as_deref()),
        Command::Portfolio(asked) => commands::portfolio::run(&out, asked),
        Command::Schema { name, standard } => commands::schema::run(&out, name, standard.as_deref()),
        Command::Problems { code } => commands::problems::run(&out, code.as_deref()),
    };
    done.unwrap_or_else(|failure| out.fail(&failure)).into()
}
