//! Files: read within the limits of a document, written whole or not at all.

use crate::problems::load_error;
use kolosi::{Code, Problem, Problems, limits};
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use std::fs::File;
use std::io::{Error, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

/// The bytes of a document; of a saved audit, which may be larger, with `audit`.
#[pyfunction]
pub(crate) fn read(py: Python<'_>, path: PathBuf, audit: bool) -> PyResult<Bound<'_, PyBytes>> {
    let limit = limits::DOCUMENT_BYTES * if audit { limits::AUDIT } else { 1 };
    let name = path.display().to_string();
    let bytes =
        py.detach(|| read_within(&path, limit)).map_err(|problems| load_error(py, &problems, Some(&name)))?;
    Ok(PyBytes::new(py, &bytes))
}

fn read_within(path: &Path, limit: usize) -> Result<Vec<u8>, Problems> {
    let unreadable = |error: Error| {
        let (fr, en) = why(&error);
        Problem::of_input(Code::UnreadableFile, &[&path.display().to_string(), &fr, &en])
    };
    let most = u64::try_from(limit).unwrap_or(u64::MAX);
    let file = File::open(path).map_err(unreadable)?;
    if file.metadata().map_err(unreadable)?.is_dir() {
        return Err(unreadable(ErrorKind::IsADirectory.into()).into());
    }
    let mut bytes = Vec::new();
    file.take(most + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() > limit {
        return Err(Problem::of_input(Code::DocumentTooLarge, &[&limit.to_string()]).into());
    }
    Ok(bytes)
}

/// Why a file cannot be read, in French and English.
fn why(error: &Error) -> (String, String) {
    let (fr, en) = match error.kind() {
        ErrorKind::NotFound => ("introuvable", "not found"),
        ErrorKind::PermissionDenied => ("accès refusé", "permission denied"),
        ErrorKind::IsADirectory => ("c’est un dossier de fichiers", "it is a folder"),
        _ => return (error.to_string(), error.to_string()),
    };
    (fr.to_owned(), en.to_owned())
}

/// Write a text to a file, whole or not at all: beside its place first, then moved into it.
#[pyfunction]
pub(crate) fn write(py: Python<'_>, path: PathBuf, text: &str) -> PyResult<()> {
    py.detach(|| {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut builder = tempfile::Builder::new();
        builder.prefix(".kolosi-");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // what a new file gets, less the umask
            builder.permissions(std::fs::Permissions::from_mode(0o666));
        }
        let mut file = builder.tempfile_in(folder)?;
        file.write_all(text.as_bytes())?;
        file.persist(&path).map_err(|error| error.error)?;
        Ok(())
    })
}
