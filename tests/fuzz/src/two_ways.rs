//! A row of a portfolio: the quick way of reading a dossier says what the tree says, and both what the audit says.

use kolosi::Portfolio;
use serde_json::Value;

pub fn run(data: &[u8]) {
    let Some((plan, dossier)) = crate::plan(data) else { return };
    let quick = Portfolio::new(&plan).by("region").row(1, dossier);
    let mut tree = Portfolio::new(&plan).by("region").digests(true).row(1, dossier);
    let digests = tree.digests.take();
    assert_eq!(quick, tree);
    let Some(digests) = digests else { return };
    let dossier = plan.dossier(dossier).expect("it was audited");
    let audit: Value = serde_json::from_str(&plan.audit(&dossier).to_json()).expect("JSON");
    let row: Value = serde_json::from_str(&quick.to_json()).expect("JSON");
    for member in ["score", "level", "coverage", "scores_by_assurance", "score_after_waivers"] {
        assert_eq!(row[member], audit[member], "{member}");
    }
    assert_eq!(row["subject"]["id"], audit["subject"]["id"]);
    assert_eq!(audit["digest"], digests.audit);
    assert_eq!(audit["dossier"]["digest"], digests.dossier);
}
