//! What differs between two documents: members by JSON pointers, things with ids one by one.

use super::model::{ChangedItem, Items, StandardDiff};
use crate::audit::result::{StandardRef, StandardUsed};
use crate::problem::pointer;
use serde_json::Value;
use serde_json::value::RawValue;
use std::collections::{BTreeMap, BTreeSet};

/// The value of canonical JSON.
pub(super) fn value(json: &RawValue) -> Value {
    serde_json::from_str(json.get()).unwrap_or_default()
}

/// JSON pointers to the members that differ, each as deep as both sides have the same shape around it.
pub(super) fn members(before: &Value, after: &Value) -> Vec<String> {
    let mut out = Vec::new();
    walk(before, after, "", &mut out);
    out
}

fn walk(before: &Value, after: &Value, path: &str, out: &mut Vec<String>) {
    match (before, after) {
        _ if before == after => {}
        (Value::Object(old), Value::Object(new)) => {
            let keys: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
            for key in keys {
                let path = format!("{path}/{}", pointer(key));
                match (old.get(key), new.get(key)) {
                    (Some(old), Some(new)) => walk(old, new, &path, out),
                    _ => out.push(path),
                }
            }
        }
        (Value::Array(old), Value::Array(new)) if old.len() == new.len() => {
            for (index, (old, new)) in old.iter().zip(new).enumerate() {
                walk(old, new, &format!("{path}/{index}"), out);
            }
        }
        _ => out.push(path.to_owned()),
    }
}

/// What came, went and differs.
pub(super) fn items(before: &BTreeMap<String, Value>, after: &BTreeMap<String, Value>) -> Items {
    let only = |these: &BTreeMap<String, Value>, those: &BTreeMap<String, Value>| -> Vec<String> {
        these.keys().filter(|id| !those.contains_key(*id)).cloned().collect()
    };
    let changed = |(id, old): (&String, &Value)| {
        let members = members(old, after.get(id)?);
        (!members.is_empty()).then(|| ChangedItem { id: id.clone(), members })
    };
    Items {
        added: only(after, before),
        changed: before.iter().filter_map(changed).collect(),
        removed: only(before, after),
    }
}

pub(super) fn standard(before: &StandardUsed, after: &StandardUsed) -> StandardDiff {
    let reference = |used: &StandardUsed| StandardRef {
        digest: used.digest.clone(),
        edition: used.edition.clone(),
        id: used.id.clone(),
    };
    let (old, new) = (Parts::of(before), Parts::of(after));
    let mut diff = StandardDiff {
        after: reference(after),
        before: reference(before),
        controls: items(&old.controls, &new.controls),
        groups: items(&old.groups, &new.groups),
        members: members(&old.rest, &new.rest),
        same: before.id == after.id,
    };
    let silent = [&diff.controls, &diff.groups].into_iter().all(|items| *items == Items::default());
    if silent && diff.members.is_empty() && before.digest != after.digest {
        // nothing came, went or says something else: only the order differs
        diff.members.push("/groups".to_owned());
    }
    diff
}

/// A standard taken apart.
#[derive(Default)]
struct Parts {
    groups: BTreeMap<String, Value>,
    controls: BTreeMap<String, Value>,
    /// All but its groups.
    rest: Value,
}

impl Parts {
    fn of(used: &StandardUsed) -> Parts {
        let mut parts = Parts { rest: value(&used.document), ..Parts::default() };
        let groups = take(&mut parts.rest, "groups");
        parts.add(groups, None);
        parts
    }

    fn add(&mut self, groups: Vec<Value>, parent: Option<&str>) {
        for mut group in groups {
            let (inside, controls) = (take(&mut group, "groups"), take(&mut group, "controls"));
            let id = id(&group);
            self.add(inside, Some(&id));
            let controls = controls.into_iter().map(|control| placed(control, Some(&id)));
            self.controls.extend(controls);
            self.groups.extend([placed(group, parent)]);
        }
    }
}

/// A list taken out of an object.
fn take(object: &mut Value, key: &str) -> Vec<Value> {
    match object.as_object_mut().and_then(|members| members.remove(key)) {
        Some(Value::Array(items)) => items,
        _ => Vec::new(),
    }
}

fn id(value: &Value) -> String {
    value.get("id").and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// A thing by its id, with the group it stands in as a member; no group or control has one of this name.
fn placed(mut value: Value, group: Option<&str>) -> (String, Value) {
    let id = id(&value);
    if let (Some(members), Some(group)) = (value.as_object_mut(), group) {
        members.insert("group".to_owned(), group.into());
    }
    (id, value)
}
