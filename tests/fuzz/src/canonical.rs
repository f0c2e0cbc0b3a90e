//! The canonical form of what loads loads again: the same canonical form, the same digest (E2.2, E2.3).

use kolosi::Standard;

pub fn run(data: &[u8]) {
    let Some((plan, dossier)) = crate::loaded(data) else { return };
    let standard =
        Standard::from_slice(plan.standard().canonical().as_bytes()).expect("a canonical standard");
    assert_eq!(standard.canonical(), plan.standard().canonical());
    assert_eq!(standard.digest(), plan.standard().digest());
    let again = standard.compile(&crate::options()).expect("a plan");
    let again = again.dossier(dossier.canonical().as_bytes()).expect("a canonical dossier");
    assert_eq!(again.canonical(), dossier.canonical());
    assert_eq!(again.digest(), dossier.digest());
    // layout decides nothing
    assert_eq!(plan.audit(&again).to_json(), plan.audit(&dossier).to_json());
}
