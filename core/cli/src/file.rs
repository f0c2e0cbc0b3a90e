//! Files that are whole or not there at all.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A file on its way: written beside its place, then moved into it. A link stays a link, permissions stay as they are; what is no
/// regular file, such as a pipe, is written to as it is. Dropped without [`commit`](Draft::commit), it leaves nothing behind.
pub(crate) enum Draft {
    Beside(NamedTempFile, PathBuf),
    Straight(File),
}

impl Draft {
    pub(crate) fn beside(path: &Path) -> io::Result<Draft> {
        let target = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let old = std::fs::metadata(&target).ok();
        if old.as_ref().is_some_and(|old| !old.is_file()) {
            return Ok(Draft::Straight(File::create(&target)?));
        }
        let folder =
            target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut builder = tempfile::Builder::new();
        builder.prefix(".kolosi-");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // what a new file gets, less the umask
            builder.permissions(std::fs::Permissions::from_mode(0o666));
        }
        let file = builder.tempfile_in(folder)?;
        if let Some(old) = old {
            file.as_file().set_permissions(old.permissions())?;
        }
        Ok(Draft::Beside(file, target))
    }

    /// Put it in its place.
    pub(crate) fn commit(self) -> io::Result<()> {
        match self {
            Draft::Beside(file, target) => {
                file.as_file().sync_all()?;
                file.persist(&target).map_err(|error| error.error)?;
                Ok(())
            }
            Draft::Straight(mut file) => file.flush(),
        }
    }
}

impl Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Draft::Beside(file, _) => file.write(bytes),
            Draft::Straight(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Draft::Beside(file, _) => file.flush(),
            Draft::Straight(file) => file.flush(),
        }
    }
}
