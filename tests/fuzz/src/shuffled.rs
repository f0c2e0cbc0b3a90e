//! The engine against itself: the order of records and waivers changes nothing but the two digests (E11.4).

use kolosi::{Dossier, Plan};
use serde_json::Value;

pub fn run(data: &[u8]) {
    let Some((plan, dossier)) = crate::loaded(data) else { return };
    let mut document: Value = serde_json::from_str(dossier.canonical()).expect("JSON");
    // the input decides the order, so that a finding can be run again
    let mut state = data.iter().fold(1, |state: u64, byte| next(state ^ u64::from(*byte)));
    for key in ["evidence", "waivers"] {
        if let Some(list) = document.get_mut(key).and_then(Value::as_array_mut) {
            for at in (1..list.len()).rev() {
                state = next(state);
                list.swap(at, usize::try_from(state >> 33).expect("31 bits") % (at + 1));
            }
        }
    }
    let shuffled = plan.dossier(document.to_string().as_bytes()).expect("the order of a dossier is free");
    assert_eq!(audit(&plan, &shuffled), audit(&plan, &dossier));
}

/// The audit without what names its input.
fn audit(plan: &Plan, dossier: &Dossier) -> Value {
    let mut audit: Value = serde_json::from_str(&plan.audit(dossier).to_json()).expect("JSON");
    audit["digest"].take();
    audit["dossier"]["digest"].take();
    audit
}

/// A linear congruential generator (Knuth, MMIX).
fn next(state: u64) -> u64 {
    state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407)
}
