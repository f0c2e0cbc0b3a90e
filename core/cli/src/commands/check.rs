//! `kolosi check`: every problem of any document.

use crate::exit::{Done, Exit, Failure};
use crate::input;
use crate::output::Output;
use kolosi::{Audit, Code, DocumentType, Options, Problem, Standard};
use std::path::{Path, PathBuf};

pub(crate) fn run(out: &Output, files: &[PathBuf], standard: Option<&str>) -> Done {
    let mut exit = Exit::Done;
    let checker = Checker { named: standard, beside: beside(files) };
    for path in files {
        let name = path.display().to_string();
        match checker.one(path) {
            Ok((what, warnings)) => {
                for warning in &warnings {
                    out.problem(Some(&name), warning);
                }
                let what = match what {
                    DocumentType::Standard => out.words("référentiel", "standard"),
                    DocumentType::Dossier => "dossier",
                    DocumentType::Audit => "audit",
                };
                let words = out.words("aucune erreur", "no error");
                out.data(&format!("{name}{} {what}, {words}\n", out.words("\u{a0}:", ":")))?;
            }
            Err(failure) => exit = exit.or(out.fail(&named(failure, &name))),
        }
    }
    Ok(exit)
}

/// The standards among the files, which dossiers beside them may be for.
fn beside(files: &[PathBuf]) -> Vec<Standard> {
    let read = |path: &PathBuf| {
        // standard input is read once, when its turn comes; a file with problems is told of then
        let bytes = if path.as_os_str() == "-" { None } else { input::read(path).ok() }?;
        let is_standard = DocumentType::of(&bytes).ok()? == Some(DocumentType::Standard);
        if is_standard { Standard::from_slice(&bytes).ok() } else { None }
    };
    files.iter().filter_map(read).collect()
}

fn named(failure: Failure, name: &str) -> Failure {
    match failure {
        Failure::Problems(None, problems) => Failure::Problems(Some(name.to_owned()), problems),
        other => other,
    }
}

struct Checker<'c> {
    named: Option<&'c str>,
    beside: Vec<Standard>,
}

impl Checker<'_> {
    /// What a file is, and its warnings.
    fn one(&self, path: &Path) -> Result<(DocumentType, Vec<Problem>), Failure> {
        // an audit may be larger than the others, whose own limits hold when they are read
        let bytes = input::read_audit(path)?;
        let Some(what) = DocumentType::of(&bytes)? else {
            return Err(Problem::of_input(Code::UnknownDocumentType, &[]).into());
        };
        let warnings = match what {
            DocumentType::Standard => Standard::from_slice(&bytes)?.warnings().to_vec(),
            DocumentType::Dossier => {
                // the date decides nothing about whether a dossier is well formed
                let options = Options::parse(Some("9999-12-31"), None)?;
                self.standard_for(&bytes)?.compile(&options)?.dossier(&bytes)?.warnings().to_vec()
            }
            DocumentType::Audit => Audit::from_slice(&bytes).map(|_| Vec::new())?,
        };
        Ok((what, warnings))
    }

    /// The standard named on the command line, else one of the files, else a built-in one. What a dossier says is never taken for
    /// the name of a file.
    fn standard_for(&self, dossier: &[u8]) -> Result<Standard, Failure> {
        if let Some(name) = self.named {
            return input::standard(name);
        }
        let id = kolosi::standard_of(dossier)?;
        match self.beside.iter().find(|standard| standard.id().as_str() == id) {
            Some(standard) => Ok(standard.clone()),
            None => Ok(kolosi::bundled(&id)?),
        }
    }
}
