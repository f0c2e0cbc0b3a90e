//! `kolosi new`: a document to begin with.

use crate::args::{Beginning, New};
use crate::exit::{Done, Exit, Failure};
use crate::input;
use crate::output::Output;
use kolosi::{Options, skeleton};
use std::path::Path;

pub(crate) fn run(out: &Output, asked: &New) -> Done {
    let text = match asked.document {
        Beginning::Standard => standard(out, asked)?,
        Beginning::Dossier => dossier(out, asked)?,
    };
    match &asked.output {
        None => out.data(&text)?,
        Some(path) => {
            refuse_existing(path)?;
            out.file(path, &text)?;
            out.say(&format!("{} {}", out.words("écrit\u{a0}:", "written:"), path.display()));
        }
    }
    Ok(Exit::Done)
}

fn standard(out: &Output, asked: &New) -> Result<String, Failure> {
    let of_dossier =
        [("--standard", &asked.standard), ("--profile", &asked.profile), ("--as-of", &asked.as_of)];
    match of_dossier.into_iter().find_map(|(name, value)| Some((name, value.as_deref()?))) {
        None => Ok(skeleton::standard(out.lang)),
        Some((name, value)) => Err(Failure::argument(
            value,
            name,
            ("seul un dossier se commence d’après un référentiel", "only a dossier is begun from a standard"),
            ("écrivez `kolosi new dossier …`", "write `kolosi new dossier …`"),
        )),
    }
}

fn dossier(out: &Output, asked: &New) -> Result<String, Failure> {
    // the arguments see to it that there is one
    let standard = input::standard(asked.standard.as_deref().unwrap_or_default())?;
    let mut options = Options::parse(asked.as_of.as_deref(), None)?;
    options.profile.clone_from(&asked.profile);
    Ok(skeleton::dossier(&standard.compile(&options)?, out.lang)?)
}

/// A dossier that somebody has filled in is not made again: no skeleton takes its place.
fn refuse_existing(path: &Path) -> Result<(), Failure> {
    if !path.is_file() {
        return Ok(());
    }
    Err(Failure::argument(
        &path.display().to_string(),
        "--output",
        ("ce fichier existe déjà", "this file exists already"),
        (
            "choisissez un autre nom, ou supprimez d’abord ce fichier",
            "choose another name, or remove this file first",
        ),
    ))
}
