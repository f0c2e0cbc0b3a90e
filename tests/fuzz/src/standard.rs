//! A standard, from any bytes: refused with reasons, or compiled under its profiles' defaults.

pub fn run(data: &[u8]) {
    if let Some(standard) = crate::checked(kolosi::Standard::from_slice(data)) {
        crate::checked(standard.compile(&crate::options()));
    }
}
