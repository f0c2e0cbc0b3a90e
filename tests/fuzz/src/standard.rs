//! A standard, from any bytes: refused with reasons, or compiled under its profiles' defaults.

use kolosi::DocumentType;

pub fn run(data: &[u8]) {
    if let Some(standard) = crate::checked(kolosi::Standard::from_slice(data)) {
        assert_eq!(DocumentType::of(data), Ok(Some(DocumentType::Standard)));
        crate::checked(standard.compile(&crate::options()));
    }
}
