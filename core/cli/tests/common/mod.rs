//! Running the command as a user does.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::expect_used,
    missing_docs,
    reason = "each test file uses its part"
)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The folder of the whole project.
pub fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the project")
}

/// Run `kolosi` in the project's folder.
pub fn kolosi(args: &[&str]) -> Ran {
    kolosi_in(&project(), args)
}

/// Run `kolosi` in a folder.
pub fn kolosi_in(folder: &Path, args: &[&str]) -> Ran {
    let output =
        Command::new(env!("CARGO_BIN_EXE_kolosi")).args(args).current_dir(folder).output().expect("it runs");
    Ran::of(output)
}

pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    fn of(output: Output) -> Ran {
        Ran {
            code: output.status.code().expect("it ended by itself"),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }
}

/// The audit of Mali's GCI, which several tests start from.
pub const GCI: [&str; 5] =
    ["audit", "itu-gci-2024", "standards/itu-gci-2024/examples/ml-2024.yaml", "--as-of", "2024-12-31"];

/// The exit code of that audit, with more arguments.
pub fn gci(more: &[&str]) -> i32 {
    let args: Vec<&str> = GCI.iter().chain(more).copied().collect();
    kolosi(&args).code
}

/// A folder that goes away with the test.
pub fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

pub fn path(folder: &tempfile::TempDir, name: &str) -> String {
    folder.path().join(name).display().to_string()
}
