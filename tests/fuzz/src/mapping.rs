//! A mapping, from any bytes: refused with reasons, or pinned again to what is built in, linked and shown in every form.

use kolosi::{Crosswalk, DocumentType, Framework, Lang, Linked, Mapping, report};

pub fn run(data: &[u8]) {
    let Some(mapping) = crate::checked(Mapping::from_slice(data)) else { return };
    assert_eq!(DocumentType::of(data), Ok(Some(DocumentType::Mapping)));
    let again = Mapping::from_slice(mapping.canonical().as_bytes()).expect("a canonical mapping");
    assert_eq!((again.canonical(), again.digest()), (mapping.canonical(), mapping.digest()));
    let sides = crate::frameworks(&[mapping.source(), mapping.target()]);
    if let Some(linked) = crate::checked(mapping.link(&sides)) {
        show(&linked);
    }
    let Some(repinned) = crate::checked(Mapping::repin(data, &sides)) else { return };
    let pinned = Mapping::from_slice(repinned.text.as_bytes()).expect("digests alone were rewritten");
    let again = Mapping::repin(repinned.text.as_bytes(), &sides).expect("it was pinned");
    assert!(again.changed.is_empty() && again.text == repinned.text);
    if let Some(linked) = crate::checked(pinned.link(&sides)) {
        show(&linked);
    }
}

fn show(linked: &Linked) {
    let ends: [&Framework; 2] = [linked.source(), linked.target()];
    for [from, to] in [ends, [ends[1], ends[0]]] {
        let mappings = std::slice::from_ref(linked);
        let crosswalk = Crosswalk::new(from.id(), to.id(), mappings).expect("it is between them");
        for lang in [Lang::Fr, Lang::En] {
            assert!(report::crosswalk_html(&crosswalk, lang).trim_end().ends_with("</html>"));
            assert!(!report::crosswalk_text(&crosswalk, lang, false).is_empty());
            assert!(!report::crosswalk_csv(&crosswalk, lang).is_empty());
        }
    }
}
