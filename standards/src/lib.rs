//! The standards that come with Kolosi, as data: compact JSON, each loadable alone. No logic: `kolosi::bundled` reads them.

/// A built-in standard.
#[derive(Clone, Copy, Debug)]
pub struct Bundled {
    /// Its id, which is also the name of its folder.
    pub id: &'static str,
    /// Its canonical JSON, made from `standard.yaml` by `make standards`.
    pub json: &'static str,
}

macro_rules! bundled {
    ($($id:literal),* $(,)?) => {
        &[$(Bundled { id: $id, json: include_str!(concat!("../", $id, "/standard.json")) }),*]
    };
}

/// Every built-in standard, sorted by id.
pub static STANDARDS: &[Bundled] = bundled![
    "gci-self-assessment",
    "itu-cyberwellness-2014",
    "itu-gci-2024",
    "ml-snc-2026",
    "ml-socle-2026",
    "un-egdi-2024",
];
