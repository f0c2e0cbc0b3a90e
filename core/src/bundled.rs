//! The built-in standards.

use crate::problem::{Code, Problem, Problems, nearest, quoted};
use crate::{Place, Standard};
use kolosi_standards::STANDARDS;

/// The ids of the built-in standards, sorted.
pub fn bundled_ids() -> impl Iterator<Item = &'static str> {
    STANDARDS.iter().map(|standard| standard.id)
}

/// A built-in standard.
///
/// ```
/// let standard = kolosi::bundled("itu-gci-2024")?;
/// assert_eq!(standard.control_count(), 5);
/// # Ok::<(), kolosi::Problems>(())
/// ```
///
/// # Errors
/// `unknown-standard` where there is none with this id.
pub fn bundled(id: &str) -> Result<Standard, Problems> {
    match STANDARDS.iter().find(|standard| standard.id == id) {
        Some(standard) => Standard::from_slice(standard.json.as_bytes()),
        None => {
            let args = vec![quoted(id), nearest(id, bundled_ids())];
            Err(Problem::new(Code::UnknownStandard, Place::default(), args, Vec::new()).into())
        }
    }
}
