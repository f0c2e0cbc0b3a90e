//! Reading files, within limits, and finding standards.

use crate::args::{Asked, Inputs};
use crate::exit::Failure;
use kolosi::{
    Audit, Code, DocumentType, Dossier, Framework, IdList, Options, Plan, Problem, Standard, limits,
};
use std::fs::File;
use std::io::{BufRead, BufReader, ErrorKind, Read, stdin};
use std::path::Path;

/// The bytes of a file, or of standard input for `-`. More than a document may have is never read.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    read_within(path, limits::DOCUMENT_BYTES)
}

/// The bytes of a saved audit, which may be larger.
pub(crate) fn read_audit(path: &Path) -> Result<Vec<u8>, Failure> {
    read_within(path, limits::DOCUMENT_BYTES * limits::AUDIT)
}

fn read_within(path: &Path, limit: usize) -> Result<Vec<u8>, Failure> {
    let name = path.display().to_string();
    let failed = |problem: Problem| Failure::Problems(Some(name.clone()), problem.into());
    let unreadable = |error: std::io::Error| unreadable(&name, &error);
    let most = u64::try_from(limit).unwrap_or(u64::MAX);
    let too_large = || failed(Problem::of_input(Code::DocumentTooLarge, &[&limit.to_string()]));
    let mut bytes = Vec::new();
    let mut limited = |source: &mut dyn Read, length: u64| {
        // one byte more, or the list grows only to see that nothing follows
        bytes.reserve_exact(usize::try_from(length).map_or(0, |length| length + 1));
        source.take(most + 1).read_to_end(&mut bytes).map_err(unreadable)
    };
    if path.as_os_str() == "-" {
        limited(&mut stdin().lock(), 0)?;
    } else {
        let mut file = File::open(path).map_err(unreadable)?;
        let metadata = file.metadata().map_err(unreadable)?;
        if metadata.is_dir() {
            return Err(unreadable(ErrorKind::IsADirectory.into()));
        }
        if metadata.len() > most {
            return Err(too_large());
        }
        limited(&mut file, metadata.len())?;
    }
    if bytes.len() > limit { Err(too_large()) } else { Ok(bytes) }
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

/// What is known of a framework: what is built in under its id, else a file with its standard or the list of its ids.
pub(crate) fn frameworks(name: &str) -> Result<Vec<Framework>, Failure> {
    let bundled = kolosi::bundled_frameworks(name);
    if !bundled.is_empty() {
        return Ok(bundled);
    }
    if !Path::new(name).exists() {
        return Ok(vec![Framework::Standard(kolosi::bundled(name)?)]);
    }
    Ok(vec![framework(Path::new(name))?])
}

/// A file with a standard or an id list.
pub(crate) fn framework(path: &Path) -> Result<Framework, Failure> {
    let bytes = read(path)?;
    let failed = |problems| Failure::Problems(Some(path.display().to_string()), problems);
    let framework = match DocumentType::of(&bytes).map_err(|problem| failed(problem.into()))? {
        Some(DocumentType::IdList) => IdList::from_slice(&bytes).map(Framework::Ids),
        _ => Standard::from_slice(&bytes).map(Framework::Standard),
    };
    framework.map_err(failed)
}

/// An audit that was saved.
pub(crate) fn audit(path: &Path) -> Result<Audit, Failure> {
    let bytes = read_audit(path)?;
    Audit::from_slice(&bytes)
        .map_err(|problems| Failure::Problems(Some(path.display().to_string()), problems))
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

/// A standard made ready with the options asked for.
pub(crate) fn plan(inputs: &Inputs) -> Result<Plan, Failure> {
    Ok(standard(&inputs.standard)?.compile(&options(&inputs.asked)?)?)
}

/// A plan and a dossier checked against it.
pub(crate) fn load(inputs: &Inputs) -> Result<(Plan, Dossier), Failure> {
    let plan = plan(inputs)?;
    let bytes = read(&inputs.dossier)?;
    let dossier = plan
        .dossier(&bytes)
        .map_err(|problems| Failure::Problems(Some(inputs.dossier.display().to_string()), problems))?;
    Ok((plan, dossier))
}

/// A file to be read line by line, or standard input for `-`, and its length in bytes where it is known.
pub(crate) fn lines(path: &Path) -> Result<(Box<dyn BufRead>, Option<u64>), Failure> {
    const BUFFER: usize = 64 << 10;
    if path.as_os_str() == "-" {
        return Ok((Box::new(BufReader::with_capacity(BUFFER, stdin())), None));
    }
    let failed = |error: std::io::Error| unreadable(&path.display().to_string(), &error);
    let file = File::open(path).map_err(failed)?;
    let metadata = file.metadata().map_err(failed)?;
    if metadata.is_dir() {
        return Err(failed(ErrorKind::IsADirectory.into()));
    }
    let length = metadata.is_file().then_some(metadata.len());
    Ok((Box::new(BufReader::with_capacity(BUFFER, file)), length))
}

/// An input that cannot be read, and why.
pub(crate) fn unreadable(name: &str, error: &std::io::Error) -> Failure {
    let (fr, en) = why(error);
    let problem = Problem::of_input(Code::UnreadableFile, &[name, &fr, &en]);
    Failure::Problems(Some(name.to_owned()), problem.into())
}
