//! A standard and a dossier, from any bytes; their audit, in every form, and what was saved of it read back.

use kolosi::{Audit, Lang, report};

pub fn run(data: &[u8]) {
    let Some((plan, dossier)) = crate::loaded(data) else { return };
    let audit = plan.audit(&dossier);
    let saved = audit.to_json();
    let read = Audit::from_slice(saved.as_bytes()).expect("what was saved is read back");
    assert_eq!(read.to_json(), saved);
    for lang in [Lang::Fr, Lang::En] {
        let html = report::html(&audit, lang).expect("a report");
        assert!(html.trim_end().ends_with("</html>"));
        assert!(!report::text(&audit, lang, false).expect("a report").is_empty());
        assert!(!report::csv(&audit, lang).expect("a table").is_empty());
    }
}
