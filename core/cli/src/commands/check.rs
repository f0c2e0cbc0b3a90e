//! `kolosi check`: every problem of any document.

use crate::exit::{Done, Exit, Failure};
use crate::input;
use crate::output::Output;
use kolosi::{DocumentType, Options, Problem, Problems, Standard};
use std::path::{Path, PathBuf};

pub(crate) fn run(out: &Output, files: &[PathBuf], standard: Option<&str>) -> Done {
    let mut exit = Exit::Done;
    for path in files {
        let name = path.display().to_string();
        match one(path, standard) {
            Ok((what, warnings)) => {
                for warning in &warnings {
                    out.problem(Some(&name), warning);
                }
                let words = out.words("aucune erreur", "no error");
                out.data(&format!("{name}{} {what}, {words}\n", out.words("\u{a0}:", ":")))?;
            }
            Err(failure) => exit = out.fail(&named(failure, &name)),
        }
    }
    Ok(exit)
}

fn named(failure: Failure, name: &str) -> Failure {
    match failure {
        Failure::Problems(None, problems) => Failure::Problems(Some(name.to_owned()), problems),
        other => other,
    }
}

/// What a file is, and its warnings.
fn one(path: &Path, standard: Option<&str>) -> Result<(&'static str, Vec<Problem>), Failure> {
    let bytes = input::read(path)?;
    let of = DocumentType::of(&bytes).map_err(Problems::from)?;
    let what = of.unwrap_or(DocumentType::Standard);
    let warnings = match what {
        DocumentType::Standard => Standard::from_slice(&bytes)?.warnings().to_vec(),
        DocumentType::Dossier => {
            let wanted = match standard {
                Some(name) => name.to_owned(),
                None => kolosi::standard_of(&bytes)?,
            };
            // the date decides nothing about whether a dossier is well formed
            let options = Options::parse(Some("9999-12-31"), None)?;
            input::standard(&wanted)?.compile(&options)?.dossier(&bytes)?.warnings().to_vec()
        }
        DocumentType::Audit => kolosi::check_audit(&bytes).map(|()| Vec::new())?,
    };
    Ok((what.as_str(), warnings))
}
