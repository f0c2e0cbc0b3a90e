//! A saved audit, from any bytes: as it is, and with the digest that its content has, as a forger would write it.

use kolosi::{Audit, DocumentType};
use serde_json::Value;
use sha2::{Digest, Sha256};

pub fn run(data: &[u8]) {
    read(data);
    if let Some(forged) = forged(data) {
        read(&forged);
    }
}

fn read(data: &[u8]) {
    if let Some(audit) = crate::checked(Audit::from_slice(data)) {
        assert_eq!(DocumentType::of(data), Ok(Some(DocumentType::Audit)));
        let saved = audit.to_json();
        assert_eq!(
            Audit::from_slice(saved.as_bytes()).expect("what was read is read again").to_json(),
            saved
        );
    }
}

fn forged(data: &[u8]) -> Option<Vec<u8>> {
    let mut audit: Value = serde_json::from_slice(data).ok()?;
    let members = audit.as_object_mut()?;
    let engine = members.remove("engine")?;
    members.remove("digest")?;
    let content = Value::Object(members.clone()).to_string();
    let digest: String = Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect();
    members.insert("engine".to_owned(), engine);
    members.insert("digest".to_owned(), digest.into());
    Some(audit.to_string().into_bytes())
}
