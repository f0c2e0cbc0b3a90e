//! `kolosi schema`.
#![allow(clippy::expect_used, missing_docs, reason = "a test fails by panicking")]

mod common;

use common::{kolosi, project};

#[test]
fn the_schemas_are_those_that_are_published() {
    for name in ["standard", "dossier", "audit", "portfolio-row", "evidence-row"] {
        let file = project().join("standards/schema").join(format!("{name}.schema.json"));
        let published = std::fs::read_to_string(file).expect("the schema");
        for lang in ["fr", "en"] {
            let ran = kolosi(&["schema", name, "--lang", lang]);
            assert_eq!((ran.code, ran.err.as_str()), (0, ""));
            assert!(ran.out == published, "{name}: run `make standards`");
        }
    }
}

#[test]
fn a_dossier_schema_is_made_for_one_standard() {
    let by_id = kolosi(&["schema", "dossier", "--standard", "itu-gci-2024"]);
    assert_eq!((by_id.code, by_id.err.as_str()), (0, ""));
    let schema: serde_json::Value = serde_json::from_str(&by_id.out).expect("JSON");
    let first = schema.pointer("/$defs/ControlName/anyOf/0/const").expect("a control");
    assert_eq!(first, "legal");
    let by_file = kolosi(&["schema", "dossier", "--standard", "standards/itu-gci-2024/standard.yaml"]);
    assert_eq!(by_file.out, by_id.out);
}

#[test]
fn what_has_no_schema_is_refused() {
    for (args, words) in [
        (&["schema", "standards"][..], "standard"),
        (&["schema", "audit", "--standard", "itu-gci-2024"], "`kolosi schema dossier --standard …`"),
        (&["schema", "dossier", "--standard", "itu-gci-2023"], "itu-gci-2024"),
    ] {
        let ran = kolosi(args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(ran.err.contains(words), "{}", ran.err);
    }
}
