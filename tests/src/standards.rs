//! The built-in standards as JSON, for the tests that look at every one of them.

use crate::project;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Every built-in standard in canonical form, sorted by id.
pub fn standards() -> Vec<Value> {
    kolosi::bundled_ids()
        .map(|id| serde_json::from_str(kolosi::bundled(id).expect("a standard").canonical()).expect("JSON"))
        .collect()
}

/// A member that is a text.
pub fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_else(|| panic!("no text `{name}` in {value}"))
}

/// A member that is a list, empty where it is absent.
pub fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

/// The groups of a standard, those within others too, in its order.
pub fn groups(standard: &Value) -> Vec<&Value> {
    let within = |group| std::iter::once(group).chain(groups(group));
    list(standard, "groups").iter().flat_map(within).collect()
}

/// The controls of a standard, in its order.
pub fn controls(standard: &Value) -> Vec<&Value> {
    groups(standard).into_iter().flat_map(|group| list(group, "controls")).collect()
}

/// The criteria of a control with their ids; one alone may have the control's.
pub fn criteria(control: &Value) -> impl Iterator<Item = (&str, &Value)> {
    list(control, "criteria").iter().map(move |criterion| {
        let own = if criterion["id"].is_null() { control } else { criterion };
        (text(own, "id"), criterion)
    })
}

/// The ids that others may name, a line each: `group G`, `control C`, `criterion K`.
pub fn ids(standard: &Value) -> BTreeSet<String> {
    let groups = groups(standard).into_iter().map(|group| format!("group {}", text(group, "id")));
    let controls = controls(standard);
    let criteria = controls.iter().flat_map(|control| criteria(control));
    let criteria = criteria.map(|(id, _)| format!("criterion {id}"));
    let controls = controls.iter().map(|control| format!("control {}", text(control, "id")));
    groups.chain(controls).chain(criteria).collect()
}

/// Where the ids are kept that a standard has ever had.
pub fn ids_file(standard: &str) -> PathBuf {
    project().join(format!("tests/ids/{standard}.txt"))
}

/// The ids that a standard has ever had, by the file that keeps them.
pub fn kept_ids(standard: &str) -> BTreeSet<String> {
    std::fs::read_to_string(ids_file(standard)).unwrap_or_default().lines().map(str::to_owned).collect()
}
