//! A list of ids, from any bytes: refused with reasons, or read back from its canonical form as it is.

use kolosi::{DocumentType, IdList};

pub fn run(data: &[u8]) {
    let Some(list) = crate::checked(IdList::from_slice(data)) else { return };
    assert_eq!(DocumentType::of(data), Ok(Some(DocumentType::IdList)));
    let again = IdList::from_slice(list.canonical().as_bytes()).expect("a canonical list");
    assert_eq!((again.canonical(), again.digest()), (list.canonical(), list.digest()));
    assert!(list.ids().eq(again.ids()));
}
