//! `kolosi audit`: reports, and bars that a script can ask about.

use super::render;
use crate::args::Audit as Asked;
use crate::beside::{self, Beside};
use crate::exit::{Done, Exit, Failure};
use crate::input;
use crate::output::Output;
use crate::targets::Targets;
use kolosi::{Audit, Bar, Decimal, Met, Plan, Rational};
use std::path::Path;

pub(crate) fn run(out: &Output, asked: &Asked) -> Done {
    let own = [Path::new(&asked.inputs.standard), &asked.inputs.dossier];
    let inputs: Vec<&Path> = own.into_iter().chain(beside::files(&asked.beside)).collect();
    let targets = Targets::new(&asked.outputs, &inputs)?;
    let (plan, dossier) = input::load(&asked.inputs)?;
    let bars = bars(asked, &plan)?;
    // those of the standard are for its author, who asks `check`
    for warning in dossier.warnings() {
        out.problem(None, warning);
    }
    let audit = match asked.beside.with_mapping.as_slice() {
        [] => plan.audit(&dossier),
        _ => Beside::read(&asked.beside)?.infer(out, &plan, &dossier)?.audit(),
    };
    // a report reads the standard that the audit carries: a large one is not held twice
    drop((plan, dossier));
    targets.write(out, |format, colour| render::form(out, &audit, format, colour))?;
    let exit = exit(&audit, &bars);
    match exit {
        Exit::Missed => out.say(out.words("un seuil demandé n’est pas atteint", "a bar asked for is missed")),
        Exit::TooLittleKnown => out.say(out.words(
            "trop peu est connu pour dire si les seuils demandés sont atteints",
            "too little is known to say whether the bars asked for are met",
        )),
        _ => {}
    }
    Ok(exit)
}

/// What the exit code is asked to say.
fn bars(asked: &Asked, plan: &Plan) -> Result<Vec<Bar>, Failure> {
    let number = |argument: &str, text: &String| {
        let number = text.parse::<Decimal>().map(|number| number.to_rational());
        number.map_err(|_| {
            let why = ("ce n’est pas un nombre", "it is not a number");
            let help = ("écrivez un nombre, par exemple `12.5`", "write a number, for example `12.5`");
            Failure::argument(text, argument, why, help)
        })
    };
    let mut bars = Vec::new();
    if let Some(level) = &asked.fail_under_level {
        bars.push(plan.level_bar(level)?);
    }
    if let Some(points) = &asked.fail_under_score {
        bars.push(Bar::score(number("--fail-under-score", points)?));
    }
    if let Some(text) = &asked.min_coverage {
        let share = number("--min-coverage", text)?;
        if share.is_negative() || share > Rational::ONE {
            let why = ("ce n’est pas une part de 0 à 1", "it is no share from 0 to 1");
            let help = ("écrivez une part, par exemple `0.8`", "write a share, for example `0.8`");
            return Err(Failure::argument(text, "--min-coverage", why, help));
        }
        bars.push(Bar::coverage(share));
    }
    Ok(bars)
}

/// A bar missed comes before one of which too little is known.
fn exit(audit: &Audit, bars: &[Bar]) -> Exit {
    match bars.iter().map(|bar| audit.against(bar)).min() {
        None | Some(Met::Yes) => Exit::Done,
        Some(Met::Unknown) => Exit::TooLittleKnown,
        Some(Met::No) => Exit::Missed,
    }
}
