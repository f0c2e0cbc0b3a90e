//! `kolosi audit`: reports, and bars that a script can ask about.

use crate::args::{Audit as Asked, Format};
use crate::exit::{Done, Exit, Failure};
use crate::input;
use crate::output::Output;
use kolosi::{Audit, Bar, Decimal, Met, Plan, Rational, report};
use std::path::{Path, PathBuf};

pub(crate) fn run(out: &Output, asked: &Asked) -> Done {
    let targets = asked.outputs.iter().map(|output| target(output)).collect::<Result<Vec<_>, _>>()?;
    refuse_overwriting(asked, &targets)?;
    let (plan, dossier) = input::load(&asked.inputs)?;
    let bars = bars(asked, &plan)?;
    // those of the standard are for its author, who asks `check`
    for warning in dossier.warnings() {
        out.problem(None, warning);
    }
    let audit = plan.audit(&dossier);
    // everything is rendered before anything is written
    let files = targets
        .iter()
        .map(|(format, path)| Ok((path, render(out, &audit, *format, false)?)))
        .collect::<Result<Vec<_>, Failure>>()?;
    let page = match (asked.format, files.is_empty()) {
        (Some(format), _) => Some(render(out, &audit, format, out.colour)?),
        (None, true) => Some(render(out, &audit, Format::Text, out.colour)?),
        (None, false) => None,
    };
    for (path, text) in &files {
        out.file(path, text)?;
        out.say(&format!("{} {}", out.words("écrit\u{a0}:", "written:"), path.display()));
    }
    if let Some(page) = page {
        out.data(&page)?;
    }
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

/// An output that is one of the inputs, or another output, would destroy it.
fn refuse_overwriting(asked: &Asked, targets: &[(Format, PathBuf)]) -> Result<(), Failure> {
    let real = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut taken = vec![real(Path::new(&asked.inputs.standard)), real(&asked.inputs.dossier)];
    for (_, path) in targets {
        let path = real(path);
        if taken.contains(&path) {
            return Err(Failure::argument(
                &path.display().to_string(),
                "--output",
                ("c’est aussi un autre fichier de la commande", "it is also another file of the command"),
                ("choisissez un autre nom", "choose another name"),
            ));
        }
        taken.push(path);
    }
    Ok(())
}

fn render(out: &Output, audit: &Audit, format: Format, colour: bool) -> Result<String, Failure> {
    Ok(match format {
        Format::Text => report::text(audit, out.lang, colour)?,
        Format::Json => audit.to_json() + "\n",
        Format::Html => report::html(audit, out.lang)?,
    })
}

/// The format and file of an `-o`: from a prefix, else from the extension.
fn target(output: &str) -> Result<(Format, PathBuf), Failure> {
    let by_name = |name: &str| match name {
        "text" | "txt" => Some(Format::Text),
        "json" => Some(Format::Json),
        "html" => Some(Format::Html),
        _ => None,
    };
    if let Some((format, path)) = output.split_once(':').and_then(|(name, path)| Some((by_name(name)?, path)))
    {
        return Ok((format, path.into()));
    }
    let extension = Path::new(output).extension().and_then(|extension| extension.to_str());
    match extension.and_then(by_name) {
        Some(format) => Ok((format, output.into())),
        None => Err(Failure::argument(
            output,
            "--output",
            ("son format n’est pas connu", "its format is not known"),
            (
                "écrivez `text:`, `json:` ou `html:` devant le nom du fichier",
                "write `text:`, `json:` or `html:` before the file name",
            ),
        )),
    }
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

/// A bar missed comes before one of which too little is known (DESIGN 4).
fn exit(audit: &Audit, bars: &[Bar]) -> Exit {
    match bars.iter().map(|bar| audit.against(bar)).min() {
        None | Some(Met::Yes) => Exit::Done,
        Some(Met::Unknown) => Exit::TooLittleKnown,
        Some(Met::No) => Exit::Missed,
    }
}
