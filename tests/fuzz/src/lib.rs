//! What the fuzz targets try. Each module is a target: `run` panics where the engine breaks a promise.

pub mod audit_document;
pub mod canonical;
pub mod dossier;
pub mod id_list;
pub mod load_and_audit;
pub mod mapping;
pub mod shuffled;
pub mod standard;
pub mod two_ways;

use kolosi::{Dossier, Framework, Id, Lang, Options, Plan, Problem, Problems, Standard};
use std::sync::OnceLock;

/// Between the standard and the dossier of an input with both: neither can hold it.
const BETWEEN: u8 = 0;

/// The date of every audit.
const AS_OF: &str = "2025-06-30";

fn options() -> Options {
    Options::parse(Some(AS_OF), None).expect("options")
}

/// The two documents of an input.
fn pair(data: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = data.iter().position(|byte| *byte == BETWEEN)?;
    Some((&data[..at], &data[at + 1..]))
}

/// The plan and the bytes of the dossier of an input with both.
fn plan(data: &[u8]) -> Option<(Plan, &[u8])> {
    let (standard, dossier) = pair(data)?;
    let standard = checked(Standard::from_slice(standard))?;
    Some((checked(standard.compile(&options()))?, dossier))
}

/// An input with both, where both load.
fn loaded(data: &[u8]) -> Option<(Plan, Dossier)> {
    let (plan, dossier) = plan(data)?;
    let dossier = checked(plan.dossier(dossier))?;
    Some((plan, dossier))
}

/// The plans of the built-in standards.
fn bundled() -> &'static [(String, Plan)] {
    static PLANS: OnceLock<Vec<(String, Plan)>> = OnceLock::new();
    PLANS.get_or_init(|| {
        kolosi::bundled_ids()
            .map(|id| {
                (id.to_owned(), kolosi::bundled(id).expect("built in").compile(&options()).expect("a plan"))
            })
            .collect()
    })
}

/// The built-in frameworks with these ids.
fn frameworks(ids: &[&Id]) -> Vec<Framework> {
    static ALL: OnceLock<Vec<Framework>> = OnceLock::new();
    let known = || kolosi::bundled_ids().chain(kolosi::bundled_id_list_ids());
    let all = ALL.get_or_init(|| known().flat_map(kolosi::bundled_frameworks).collect());
    all.iter().filter(|it| ids.contains(&it.id())).cloned().collect()
}

/// What was loaded; what was refused must say why, in words that a terminal can show.
fn checked<T>(outcome: Result<T, Problems>) -> Option<T> {
    match outcome {
        Ok(loaded) => Some(loaded),
        Err(problems) => {
            assert!(problems.iter().any(Problem::is_error), "refused without a reason");
            for problem in &problems {
                for lang in [Lang::Fr, Lang::En] {
                    assert!(
                        !problem.message(lang).contains(char::is_control),
                        "a message that a terminal would act on"
                    );
                    assert!(!problem.help(lang).is_empty(), "nothing to do");
                }
            }
            None
        }
    }
}
