//! Audits with mappings, as the vectors and the oracle's cases ask for them.

use kolosi::{Audit, Dossier, Framework, Mapping, Plan, Problems, Standard};

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
