//! Audits with mappings, as the vectors and the oracle's cases ask for them.

use crate::repository::written;
use kolosi::{Audit, Dossier, Framework, Mapping, Plan, Problems, Standard};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// An audit to infer from, as a vector names it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct From {
    pub standard: Value,
    pub dossier: Value,
    pub profile: Option<String>,
}

/// The audit of a vector's dossier, with what its mappings let be inferred where it has some.
pub fn of_vector(
    plan: &Plan,
    dossier: &Dossier,
    (mappings, from): (Option<&[Value]>, &[From]),
    named: &BTreeMap<String, Value>,
) -> Result<Audit, Problems> {
    let Some(mappings) = mappings else { return Ok(plan.audit(dossier)) };
    let standard = |value: &Value| Standard::from_slice(&written(value, named));
    let other = |it: &From| {
        Ok(Other {
            standard: standard(&it.standard)?,
            dossier: written(&it.dossier, named),
            profile: it.profile.clone(),
        })
    };
    let mappings: Vec<Vec<u8>> = mappings.iter().map(|mapping| written(mapping, named)).collect();
    let from = from.iter().map(other).collect::<Result<Vec<_>, Problems>>()?;
    let standards = named.values().map(standard).collect::<Result<Vec<_>, _>>()?;
    audit(plan, dossier, &mappings, &from, &standards)
}

/// Another dossier to infer from, with its standard.
pub struct Other {
    pub standard: Standard,
    pub dossier: Vec<u8>,
    pub profile: Option<String>,
}

/// The audit of a dossier with what mappings let be inferred. Their sides are the standards of all dossiers, and these.
pub fn audit(
    plan: &Plan,
    dossier: &Dossier,
    mappings: &[Vec<u8>],
    from: &[Other],
    standards: &[Standard],
) -> Result<Audit, Problems> {
    let others = from.iter().map(|other| &other.standard);
    let sides = std::iter::once(plan.standard()).chain(others).chain(standards).cloned();
    let among: Vec<Framework> = sides.map(Framework::Standard).collect();
    let linked = mappings.iter().map(|bytes| Mapping::from_slice(bytes)?.link(&among));
    let linked = linked.collect::<Result<Vec<_>, _>>()?;
    let measured = from.iter().map(|other| {
        let mut options = plan.options().carried_to(&other.standard);
        options.profile.clone_from(&other.profile);
        other.standard.compile(&options)?.dossier(&other.dossier)
    });
    let measured = measured.collect::<Result<Vec<_>, _>>()?;
    Ok(plan.infer(dossier, &linked, &measured)?.audit())
}
