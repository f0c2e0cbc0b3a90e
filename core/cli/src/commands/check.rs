//! `kolosi check`: every problem of any document.

use crate::exit::{Done, Exit, Failure};
use crate::input;
use crate::output::Output;
use kolosi::{Audit, Code, DocumentType, Framework, IdList, Mapping, Options, Problem, Standard};
use std::path::{Path, PathBuf};

pub(crate) fn run(out: &Output, files: &[PathBuf], standard: Option<&str>, pin: bool) -> Done {
    let mut exit = Exit::Done;
    let checker = Checker { out, named: standard, beside: beside(files), pin };
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
                    DocumentType::Mapping => out.words("correspondance", "mapping"),
                    DocumentType::IdList => out.words("liste d’identifiants", "id list"),
                };
                let words = out.words("aucune erreur", "no error");
                out.data(&format!("{name}{} {what}, {words}\n", out.words("\u{a0}:", ":")))?;
            }
            Err(failure) => exit = exit.or(out.fail(&named(failure, &name))),
        }
    }
    Ok(exit)
}

/// The standards and id lists among the files, which dossiers and mappings beside them may be for.
fn beside(files: &[PathBuf]) -> Vec<Framework> {
    let read = |path: &PathBuf| {
        // standard input is read once, when its turn comes; a file with problems is told of then
        let bytes = if path.as_os_str() == "-" { None } else { input::read(path).ok() }?;
        match DocumentType::of(&bytes).ok()?? {
            DocumentType::Standard => Standard::from_slice(&bytes).ok().map(Framework::Standard),
            DocumentType::IdList => IdList::from_slice(&bytes).ok().map(Framework::Ids),
            _ => None,
        }
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
    out: &'c Output,
    named: Option<&'c str>,
    beside: Vec<Framework>,
    pin: bool,
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
            DocumentType::Mapping => self.mapping(path, &bytes)?,
            DocumentType::IdList => IdList::from_slice(&bytes)?.warnings().to_vec(),
        };
        Ok((what, warnings))
    }

    /// A mapping, pinned again before it is checked where that is asked for.
    fn mapping(&self, path: &Path, bytes: &[u8]) -> Result<Vec<Problem>, Failure> {
        let mapping = Mapping::from_slice(bytes)?;
        let mut among = self.beside.clone();
        for id in [mapping.source(), mapping.target()] {
            // what is given comes before what is built in, and hides it
            if !self.beside.iter().any(|framework| framework.id() == id) {
                among.extend(kolosi::bundled_frameworks(id.as_str()));
            }
        }
        if !self.pin {
            mapping.link(&among)?;
            return Ok(mapping.warnings().to_vec());
        }
        if path.as_os_str() == "-" {
            return Err(Failure::argument(
                "-",
                "--pin",
                ("l’entrée standard ne se récrit pas", "standard input cannot be rewritten"),
                ("donnez un fichier", "give a file"),
            ));
        }
        let repinned = Mapping::repin(bytes, &among)?;
        let name = path.display().to_string();
        for change in &repinned.changed {
            self.out.say(&format!(
                "{name}{} {}",
                self.out.words("\u{a0}:", ":"),
                change.message(self.out.lang)
            ));
        }
        if !repinned.changed.is_empty() {
            self.out.file(path, &repinned.text)?;
            let words = self.out.words("empreintes récrites\u{a0}:", "digests rewritten:");
            self.out.say(&format!("{words} {name}"));
        }
        let mapping = Mapping::from_slice(repinned.text.as_bytes())?;
        mapping.link(&among)?;
        Ok(mapping.warnings().to_vec())
    }

    /// The standard named on the command line, else one of the files, else a built-in one. What a dossier says is never taken for
    /// the name of a file.
    fn standard_for(&self, dossier: &[u8]) -> Result<Standard, Failure> {
        if let Some(name) = self.named {
            return input::standard(name);
        }
        let id = kolosi::standard_of(dossier)?;
        let beside = self.beside.iter().find_map(|framework| match framework {
            Framework::Standard(standard) if standard.id().as_str() == id => Some(standard.clone()),
            _ => None,
        });
        match beside {
            Some(standard) => Ok(standard),
            None => Ok(kolosi::bundled(&id)?),
        }
    }
}
