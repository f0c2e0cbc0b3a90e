//! The built-in mappings and id lists as JSON, for the tests that look at every one of them.

use crate::project;
use crate::standards::{list, text};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Every built-in mapping in canonical form, sorted by id.
pub fn mappings() -> Vec<Value> {
    kolosi::bundled_mapping_ids()
        .map(|id| json(kolosi::bundled_mapping(id).expect("a mapping").canonical()))
        .collect()
}

/// Every built-in id list in canonical form, sorted by id.
pub fn id_lists() -> Vec<Value> {
    kolosi::bundled_id_list_ids()
        .map(|id| json(kolosi::bundled_id_list(id).expect("an id list").canonical()))
        .collect()
}

fn json(canonical: &str) -> Value {
    serde_json::from_str(canonical).expect("JSON")
}

/// Where it is told who says what the mappings say.
pub fn provenance() -> PathBuf {
    project().join("standards/mappings/PROVENANCE.md")
}

/// The controls of the source that an edge comes from.
pub fn from(edge: &Value) -> Vec<&str> {
    match &edge["from"] {
        Value::String(id) => vec![id],
        _ => list(edge, "from").iter().map(|id| id.as_str().expect("an id")).collect(),
    }
}

/// What an edge goes to.
pub fn to(edge: &Value) -> &str {
    text(edge, if edge["to"].is_null() { "to_criterion" } else { "to" })
}

/// The ids of an id list, as `tests/ids` keeps them: `control C`, a line each.
pub fn listed_ids(id_list: &Value) -> BTreeSet<String> {
    list(id_list, "ids").iter().map(|id| format!("control {}", id.as_str().expect("an id"))).collect()
}

/// The ids that a command may be given besides those of standards, as `tests/ids` keeps them: `mapping M`, `id-list L`.
pub fn built_in_ids() -> BTreeSet<String> {
    let mappings = kolosi::bundled_mapping_ids().map(|id| format!("mapping {id}"));
    let lists = kolosi::bundled_id_list_ids().map(|id| format!("id-list {id}"));
    mappings.chain(lists).collect()
}

/// The name in `tests/ids` under which [`built_in_ids`] are kept.
pub const BUILT_IN: &str = "mappings";
