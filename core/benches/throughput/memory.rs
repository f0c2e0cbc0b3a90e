//! The peak memory of the command on portfolios of two sizes.

use super::generate;
use std::fmt::Write as _;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The peaks in bytes, or why they cannot be measured here.
pub(crate) fn peaks(dossiers: [u64; 2]) -> Result<[u64; 2], String> {
    let kolosi = command().ok_or("the command is not built: `cargo build --release --package kolosi-cli`")?;
    let folder = std::env::temp_dir().join(format!("kolosi-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let standard = folder.join("standard.json");
    std::fs::write(&standard, generate::standard()).map_err(|error| error.to_string())?;
    let measured = dossiers.map(|dossiers| peak(&kolosi, &standard, dossiers));
    std::fs::remove_dir_all(&folder).map_err(|error| error.to_string())?;
    let [small, large] = measured;
    Ok([small?, large?])
}

/// The command beside this program: both are built into folders of one target.
fn command() -> Option<PathBuf> {
    let own = std::env::current_exe().ok()?;
    let kolosi = own.parent()?.parent()?.join("kolosi");
    kolosi.is_file().then_some(kolosi)
}

/// Feed the command through a pipe, so that nothing but its own work takes memory, and ask the system for its peak while it waits
/// for the end of its input.
fn peak(kolosi: &Path, standard: &Path, dossiers: u64) -> Result<u64, String> {
    let failed = |error: std::io::Error| error.to_string();
    let mut child = Command::new(kolosi)
        .arg("portfolio")
        .arg(standard)
        .args(["-", "--as-of", generate::AS_OF])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(failed)?;
    let mut input = BufWriter::with_capacity(1 << 20, child.stdin.take().ok_or("no pipe")?);
    let mut draw = generate::Draw(1);
    let mut line = String::new();
    for number in 0..dossiers {
        line.clear();
        generate::dossier(&mut draw, number, &mut line);
        input.write_all(line.as_bytes()).map_err(failed)?;
    }
    input.flush().map_err(failed)?;
    let mut status = String::new();
    let _ = write!(status, "/proc/{}/status", child.id());
    let status = std::fs::read_to_string(status).map_err(|_| "no /proc on this system".to_owned())?;
    drop(input);
    let ended = child.wait().map_err(failed)?;
    if !ended.success() {
        return Err(format!("the command ended with {ended}"));
    }
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = peak.and_then(|text| text.trim().strip_suffix("kB")?.trim().parse::<u64>().ok());
    kilobytes.map(|kilobytes| kilobytes << 10).ok_or_else(|| "no peak in /proc".to_owned())
}
