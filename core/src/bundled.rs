//! The built-in standards, mappings and id lists.

use crate::problem::{Code, Problem, Problems, nearest, quoted};
use crate::{Framework, IdList, Mapping, Place, Standard};
use kolosi_standards::{Bundled, ID_LISTS, MAPPINGS, STANDARDS};

/// The ids of the built-in standards, sorted.
pub fn bundled_ids() -> impl Iterator<Item = &'static str> {
    STANDARDS.iter().map(|standard| standard.id)
}

/// The ids of the built-in mappings, sorted.
pub fn bundled_mapping_ids() -> impl Iterator<Item = &'static str> {
    MAPPINGS.iter().map(|mapping| mapping.id)
}

/// The ids of the frameworks of which the ids are built in, sorted.
pub fn bundled_id_list_ids() -> impl Iterator<Item = &'static str> {
    ID_LISTS.iter().map(|list| list.id)
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
    Standard::from_slice(json(STANDARDS, id, Code::UnknownStandard)?)
}

/// A built-in mapping.
///
/// ```
/// for id in kolosi::bundled_mapping_ids() {
///     assert_eq!(kolosi::bundled_mapping(id)?.id().as_str(), id);
/// }
/// # Ok::<(), kolosi::Problems>(())
/// ```
///
/// # Errors
/// `unknown-reference` where there is none with this id.
pub fn bundled_mapping(id: &str) -> Result<Mapping, Problems> {
    Mapping::from_slice(json(MAPPINGS, id, Code::UnknownReference)?)
}

/// The built-in list of the ids of a framework.
///
/// # Errors
/// `unknown-standard` where there is none with this id.
pub fn bundled_id_list(id: &str) -> Result<IdList, Problems> {
    IdList::from_slice(json(ID_LISTS, id, Code::UnknownStandard)?)
}

/// What is built in of the framework with this id: its standard, the list of its ids, both or nothing.
///
/// ```
/// assert_eq!(kolosi::bundled_frameworks("itu-gci-2024").len(), 1);
/// assert!(kolosi::bundled_frameworks("unheard-of").is_empty());
/// ```
#[must_use]
pub fn bundled_frameworks(id: &str) -> Vec<Framework> {
    let standard = bundled(id).ok().map(Framework::Standard);
    let list = bundled_id_list(id).ok().map(Framework::Ids);
    standard.into_iter().chain(list).collect()
}

fn json(bundled: &'static [Bundled], id: &str, unknown: Code) -> Result<&'static [u8], Problem> {
    match bundled.iter().find(|document| document.id == id) {
        Some(document) => Ok(document.json.as_bytes()),
        None => {
            let args = vec![quoted(id), nearest(id, bundled.iter().map(|document| document.id))];
            Err(Problem::new(unknown, Place::default(), args, Vec::new()))
        }
    }
}
