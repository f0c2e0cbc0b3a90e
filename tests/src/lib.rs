//! What the test runners share.

pub mod draw;
pub mod inferring;
pub mod mappings;
pub mod mutate;
pub mod repository;
pub mod standards;
pub mod tree;

use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The folder of the whole project.
pub fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests stand in the project").to_owned()
}

/// The folder of published facts, where it is present (`KOLOSI_ORACLE`, else `../shared/oracle`). Where it is absent the test
/// that asks is skipped, unless `KOLOSI_REQUIRE` says `all`.
pub fn published_facts() -> Option<PathBuf> {
    let folder =
        std::env::var_os("KOLOSI_ORACLE").map_or_else(|| project().join("../shared/oracle"), PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    let required = std::env::var("KOLOSI_REQUIRE").is_ok_and(|what| what == "all");
    assert!(!required, "no oracle data at {}, and KOLOSI_REQUIRE=all", folder.display());
    println!("skipped: no oracle data at {} (set KOLOSI_ORACLE)", folder.display());
    None
}

/// The folder of the seed texts beside the published facts (`KOLOSI_SEEDS`, else `../seeds` from there), or a skip as above.
pub fn seed_texts() -> Option<PathBuf> {
    let beside = || published_facts().map(|facts| facts.join("../seeds"));
    let folder = std::env::var_os("KOLOSI_SEEDS").map(PathBuf::from).or_else(beside)?;
    if folder.is_dir() {
        return Some(folder);
    }
    let required = std::env::var("KOLOSI_REQUIRE").is_ok_and(|what| what == "all");
    assert!(!required, "no seed texts at {}, and KOLOSI_REQUIRE=all", folder.display());
    println!("skipped: no seed texts at {} (set KOLOSI_SEEDS)", folder.display());
    None
}

/// The options of a vector or an oracle case.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseOptions {
    pub as_of: String,
    pub assurance: Option<String>,
    pub profile: Option<String>,
    #[serde(default)]
    pub parameters: BTreeMap<String, serde_json::Value>,
}

impl CaseOptions {
    pub fn options(&self) -> Result<kolosi::Options, kolosi::Problems> {
        let mut options = kolosi::Options::parse(Some(&self.as_of), self.assurance.as_deref())?;
        options.profile.clone_from(&self.profile);
        options.parameters =
            self.parameters.iter().map(|(name, value)| (name.clone(), text(value))).collect();
        Ok(options)
    }
}

/// A setting as text: a number is read by its shortest decimal form (E1.2).
fn text(value: &serde_json::Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The folders of the built-in standards, sorted.
pub fn standard_folders() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(project().join("standards")).expect("the standards");
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    folders.retain(|folder| folder.join("standard.yaml").is_file());
    folders.sort();
    folders
}
