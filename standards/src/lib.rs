//! The standards that come with Kolosi, as data: compact JSON, each loadable alone. No logic: `kolosi::bundled` reads them.

/// A built-in document.
#[derive(Clone, Copy, Debug)]
pub struct Bundled {
    /// Its id, which is also the name of its folder (a standard) or file (a mapping, an id list).
    pub id: &'static str,
    /// Its canonical JSON, made from its YAML by `make standards`.
    pub json: &'static str,
}

macro_rules! bundled {
    ($folder:literal, $file:literal: $($id:literal),* $(,)?) => {
        &[$(Bundled { id: $id, json: include_str!(concat!($folder, $id, $file)) }),*]
    };
}

/// Every built-in standard, sorted by id.
pub static STANDARDS: &[Bundled] = bundled!["../", "/standard.json":
    "gci-self-assessment", "itu-cyberwellness-2014", "itu-gci-2024", "ml-snc-2026", "ml-socle-2026", "un-egdi-2024"];

/// Every built-in mapping between frameworks, sorted by id.
pub static MAPPINGS: &[Bundled] = bundled!["../mappings/", ".json":
    "gci-self-assessment-to-itu-cyberwellness-2014",
    "ml-snc-2026-to-itu-cyberwellness-2014",
    "ml-socle-2026-to-anssi-hygiene",
    "ml-socle-2026-to-csf-2.0",
    "ml-socle-2026-to-iso-27001-2022",
];

/// Every built-in list of the ids of a framework whose text is not held, sorted by id.
pub static ID_LISTS: &[Bundled] =
    bundled!["../mappings/ids/", ".json": "anssi-hygiene", "iso-27001-2022", "nist-csf-2.0"];
