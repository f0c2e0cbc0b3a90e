//! A dossier, from any bytes, for the built-in standard that it names, else for the first.

use kolosi::DocumentType;

pub fn run(data: &[u8]) {
    let named = crate::checked(kolosi::standard_of(data));
    let plans = crate::bundled();
    let plan = named.and_then(|named| plans.iter().find(|(id, _)| *id == named)).or(plans.first());
    if let Some((_, plan)) = plan {
        if crate::checked(plan.dossier(data)).is_some() {
            assert_eq!(DocumentType::of(data), Ok(Some(DocumentType::Dossier)));
        }
    }
}
