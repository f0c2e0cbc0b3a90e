//! Reading files, within limits, and finding standards.

use crate::args::{Asked, Inputs};
use crate::exit::Failure;
use kolosi::{Code, Dossier, Options, Plan, Problem, Standard, limits};
use std::fs::File;
use std::io::{ErrorKind, Read, stdin};
use std::path::Path;

/// The bytes of a file, or of standard input for `-`. More than a document may have is never read.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let name = path.display().to_string();
    let failed = |problem: Problem| Failure::Problems(Some(name.clone()), problem.into());
    let unreadable = |error: std::io::Error| {
        let (fr, en) = why(&error);
        failed(Problem::of_input(Code::UnreadableFile, &[&name, &fr, &en]))
    };
    let most = u64::try_from(limits::DOCUMENT_BYTES).unwrap_or(u64::MAX);
    let too_large =
        || failed(Problem::of_input(Code::DocumentTooLarge, &[&limits::DOCUMENT_BYTES.to_string()]));
    let mut bytes = Vec::new();
    let mut limited =
        |source: &mut dyn Read| source.take(most + 1).read_to_end(&mut bytes).map_err(unreadable);
    if path.as_os_str() == "-" {
        limited(&mut stdin().lock())?;
    } else {
        let mut file = File::open(path).map_err(unreadable)?;
        let metadata = file.metadata().map_err(unreadable)?;
        if metadata.is_dir() {
            return Err(unreadable(ErrorKind::IsADirectory.into()));
        }
        if metadata.len() > most {
            return Err(too_large());
        }
        limited(&mut file)?;
    }
    if bytes.len() > limits::DOCUMENT_BYTES { Err(too_large()) } else { Ok(bytes) }
}

/// Why a file cannot be opened or written, in French and English.
pub(crate) fn why(error: &std::io::Error) -> (String, String) {
    let (fr, en) = match error.kind() {
        ErrorKind::NotFound => ("introuvable", "not found"),
        ErrorKind::PermissionDenied => ("accès refusé", "permission denied"),
        ErrorKind::IsADirectory => ("c’est un dossier de fichiers", "it is a folder"),
        ErrorKind::StorageFull => ("le disque est plein", "the disk is full"),
        _ => return (error.to_string(), error.to_string()),
    };
    (fr.to_owned(), en.to_owned())
}

/// The bytes of a standard: of a built-in one by its id, else of a file.
pub(crate) fn standard_bytes(name: &str) -> Result<Vec<u8>, Failure> {
    match kolosi::bundled(name) {
        Ok(standard) => Ok(standard.canonical().as_bytes().to_vec()),
        Err(_) if Path::new(name).exists() => read(Path::new(name)),
        Err(problems) => Err(problems.into()),
    }
}

/// A standard: a built-in one by its id, else a file.
pub(crate) fn standard(name: &str) -> Result<Standard, Failure> {
    match kolosi::bundled(name) {
        Ok(standard) => Ok(standard),
        Err(_) if Path::new(name).exists() => {
            let bytes = read(Path::new(name))?;
            Standard::from_slice(&bytes)
                .map_err(|problems| Failure::Problems(Some(name.to_owned()), problems))
        }
        Err(problems) => Err(problems.into()),
    }
}

/// The options of an audit.
pub(crate) fn options(asked: &Asked) -> Result<Options, Failure> {
    let mut options = Options::parse(asked.as_of.as_deref(), asked.assurance.as_deref())?;
    options.profile.clone_from(&asked.profile);
    for setting in &asked.set {
        let Some((name, value)) = setting.split_once('=').filter(|(name, _)| !name.is_empty()) else {
            return Err(Failure::argument(
                setting,
                "--set",
                ("ce n’est pas de la forme `NOM=VALEUR`", "it is not of the form `NAME=VALUE`"),
                (
                    "écrivez par exemple `--set evidence-age=P18M`",
                    "write for example `--set evidence-age=P18M`",
                ),
            ));
        };
        if options.parameters.insert(name.to_owned(), value.to_owned()).is_some() {
            let argument = format!("--set {name}");
            return Err(Problem::of_input(Code::RepeatedArgument, &[&argument]).into());
        }
    }
    Ok(options)
}

/// A plan and a dossier checked against it.
pub(crate) fn load(inputs: &Inputs) -> Result<(Plan, Dossier), Failure> {
    let options = options(&inputs.asked)?;
    let standard = standard(&inputs.standard)?;
    let plan = standard.compile(&options)?;
    let bytes = read(&inputs.dossier)?;
    let dossier = plan
        .dossier(&bytes)
        .map_err(|problems| Failure::Problems(Some(inputs.dossier.display().to_string()), problems))?;
    Ok((plan, dossier))
}
