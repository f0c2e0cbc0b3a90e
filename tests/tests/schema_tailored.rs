//! The schema of the dossiers of one standard: it accepts what the loader accepts, and refuses what an editor should not let pass.

use jsonschema::{PatternOptions, Validator};
use kolosi::{Decimal, Options, Plan, Standard};
use kolosi_tests::mutate::{Seeded, Stock, mutate};
use kolosi_tests::repository::{Loader, documents};
use kolosi_tests::tree::Tree;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const SEED: u64 = 20_260_801;

fn validator(schema: &Value) -> Validator {
    jsonschema::options().with_pattern_options(PatternOptions::regex()).build(schema).unwrap()
}

/// As an editor reads YAML: plain scalars that look like numbers or booleans are some (the core schema of YAML 1.2).
fn in_an_editor(tree: &Tree) -> Option<Value> {
    tree.to_value(&|_, text| match text {
        "true" | "True" | "TRUE" => json!(true),
        "false" | "False" | "FALSE" => json!(false),
        _ => match text.parse::<Decimal>() {
            Ok(number) => serde_json::from_str(&number.to_string()).unwrap(),
            Err(_) => json!(text),
        },
    })
}

#[test]
fn what_the_loader_accepts_the_schema_accepts() {
    let mut schemas: BTreeMap<String, Validator> = BTreeMap::new();
    let mut stock = Stock::default();
    let mut dossiers = Vec::new();
    for document in documents() {
        let (Loader::Dossier(plan), Some((tree, format))) = (document.loader, Tree::read(&document.bytes))
        else {
            continue;
        };
        let standard = plan.standard();
        schemas.entry(standard.digest().to_owned()).or_insert_with(|| validator(&standard.dossier_schema()));
        stock.add(&tree);
        dossiers.push((document.name, plan, tree, format));
    }
    let mut draw = Seeded::new(SEED);
    let mutations = std::env::var("KOLOSI_MUTATIONS").ok().and_then(|n| n.parse().ok()).unwrap_or(10_000);
    let (mut accepted, mut both_refuse, mut only_the_loader) = (0, 0, 0);
    for number in 0..dossiers.len() + mutations {
        let at = if number < dossiers.len() { number } else { draw.below(dossiers.len()) };
        let (name, plan, tree, format) = &dossiers[at];
        let mut tree = tree.clone();
        if number >= dossiers.len() {
            mutate(&mut tree, None, *format, &stock, &mut draw);
        }
        let schema = &schemas[plan.standard().digest()];
        let Some(shown) = in_an_editor(&tree) else { continue };
        match plan.dossier(tree.write(*format).as_bytes()) {
            Ok(dossier) => {
                accepted += 1;
                for value in [serde_json::from_str(dossier.canonical()).unwrap(), shown] {
                    if let Err(error) = schema.validate(&value) {
                        panic!("{number}, {name}: {error} at {}\n{value}", error.instance_path());
                    }
                }
            }
            Err(_) if schema.is_valid(&shown) => only_the_loader += 1,
            Err(_) => both_refuse += 1,
        }
    }
    println!("{accepted} accepted; refused by both {both_refuse}, by the loader alone {only_the_loader}");
    assert!(accepted >= 1_000 && both_refuse >= 5 * only_the_loader);
}

/// A standard with everything that a dossier can speak to.
fn everything() -> Standard {
    let answers = |ids: &[&str]| -> Vec<Value> {
        ids.iter().map(|id| json!({"id": id, "title": {"fr": id}, "degree": "0.5"})).collect()
    };
    let control = |id: &str, criteria: Value| json!({"id": id, "title": {"fr": id}, "criteria": criteria});
    let standard = json!({
        "id": "tout", "edition": "2024", "title": {"fr": "Tout", "en": "Everything"}, "publisher": {"fr": "nous"},
        "subject": "organisation", "basis": "proposal", "scale": 100,
        "scales": [{"id": "oui-non", "answers": answers(&["oui", "non"])}, {"id": "notes", "answers": answers(&["1", "2"])}],
        "kinds": [
            {"id": "machine", "title": {"fr": "Machine", "en": "Machine"}, "key": ["nom"], "fields": [
                {"id": "nom", "title": {"fr": "Nom"}, "type": "text"},
                {"id": "correctifs", "title": {"fr": "Correctifs"}, "type": "integer"},
                {"id": "disponible", "title": {"fr": "Disponibilité"}, "type": "decimal", "unit": {"fr": "%"}},
                {"id": "suivie", "title": {"fr": "Suivie"}, "type": "boolean"},
                {"id": "vue", "title": {"fr": "Vue"}, "type": "date"},
                {"id": "zone", "title": {"fr": "Zone"}, "type": "one-of", "values": [{"id": "nord"}, {"id": "sud"}]}]},
            {"id": "pièce", "title": {"fr": "Pièce"}, "key": ["nom"],
                "fields": [{"id": "nom", "title": {"fr": "Nom"}, "type": "text"}]}],
        "parameters": [{"id": "haut", "title": {"fr": "Haut"}, "type": "decimal", "default": 20, "min": 10, "max": 40}],
        "groups": [{"id": "g", "title": {"fr": "g"}, "controls": [
            control("réponse", json!([{"answer": "oui-non"}])),
            control("note", json!([{"answer": "notes"}])),
            control("valeur", json!([{"value": {"min": 0, "max": {"parameter": "haut"}, "better": "higher", "unit": {"fr": "points"}}}])),
            control("tests", json!([
                {"id": "une", "test": {"kind": "machine", "over": "some"}},
                {"id": "toutes", "test": {"kind": "machine", "over": "every"}},
                {"id": "part", "test": {"kind": "machine", "over": {"share": "0.5"}}}])),
            control("mixte", json!([{"id": "m1", "answer": "notes"}, {"id": "m2", "value": {"min": -5, "max": 5, "better": "lower"}}]))]}],
    });
    Standard::from_slice(standard.to_string().as_bytes()).unwrap()
}

fn dossier(record: &Value) -> Value {
    let mut record = record.clone();
    record["id"] = json!("r");
    record["observed"] = json!("2024-06-01");
    json!({
        "standard": {"id": "tout", "edition": "2024"}, "subject": {"id": "s", "name": "exemple fictif", "fictional": true},
        "evidence": [record],
    })
}

struct Case {
    plan: Plan,
    schema: Validator,
}

impl Case {
    fn new() -> Case {
        let standard = everything();
        let plan = standard.compile(&Options::new("2025-12-31".parse().unwrap()).set("haut", "40")).unwrap();
        Case { plan, schema: validator(&standard.dossier_schema()) }
    }

    /// Whether loader and schema accept it.
    fn of(&self, dossier: &Value) -> (bool, bool) {
        (self.plan.dossier(dossier.to_string().as_bytes()).is_ok(), self.schema.is_valid(dossier))
    }
}

#[test]
fn an_editor_lets_pass_what_can_be_said() {
    let case = Case::new();
    for record in [
        json!({"control": "réponse", "answer": "oui"}),
        json!({"control": "réponse", "answer": "unknown"}),
        json!({"control": "valeur", "answer": "not-applicable", "remark": "sans réseau"}),
        json!({"control": ["réponse", "note"], "answer": "unknown"}),
        json!({"control": "note", "answer": "1"}),
        json!({"control": "valeur", "value": 40}),
        json!({"control": "valeur", "value": "12.5"}),
        json!({"control": "valeur", "sample": {"checked": 3, "population": 5, "exceptions": 1}}),
        json!({"criterion": ["toutes", "part"], "sample": {"checked": 3, "population": 5, "exceptions": 1}}),
        json!({"control": "mixte", "value": -5}),
        json!({"control": "mixte", "answer": "2"}),
        json!({"kind": "machine", "data": {"nom": "a"}}),
        json!({"control": "tests", "kind": "machine", "data": {
            "nom": "a", "correctifs": 3, "disponible": "99.5", "suivie": true, "vue": "2024-02-29", "zone": "nord"}}),
    ] {
        assert_eq!(case.of(&dossier(&record)), (true, true), "{record}");
    }
}

#[test]
fn an_editor_shows_what_cannot_be_meant() {
    let case = Case::new();
    let mut wrong = vec![
        ("unknown control", dossier(&json!({"control": "reponse", "answer": "oui"}))),
        ("unknown control in a list", dossier(&json!({"control": ["réponse", "x"], "answer": "oui"}))),
        (
            "unknown criterion",
            dossier(&json!({"criterion": "tests", "kind": "machine", "data": {"nom": "a"}})),
        ),
        ("off the scale", dossier(&json!({"control": "réponse", "answer": "1"}))),
        ("off the scale of a criterion", dossier(&json!({"criterion": "m1", "answer": "oui"}))),
        ("off the scale of one of two", dossier(&json!({"control": ["réponse", "note"], "answer": "oui"}))),
        ("an answer to a value", dossier(&json!({"control": "valeur", "answer": "oui"}))),
        ("a value to an answer", dossier(&json!({"control": "réponse", "value": 1}))),
        (
            "data to an answer",
            dossier(&json!({"control": "réponse", "kind": "machine", "data": {"nom": "a"}})),
        ),
        (
            "data of another kind",
            dossier(&json!({"control": "tests", "kind": "pièce", "data": {"nom": "a"}})),
        ),
        (
            "a sample to a count",
            dossier(&json!({"criterion": "une", "sample": {"checked": 1, "population": 2, "exceptions": 0}})),
        ),
        (
            "a sample to two tests",
            dossier(&json!({"control": "tests", "sample": {"checked": 1, "population": 2, "exceptions": 0}})),
        ),
        ("above the range", dossier(&json!({"control": "valeur", "value": 40.5}))),
        ("below the range", dossier(&json!({"control": "valeur", "value": -1}))),
        ("outside the range of the only value", dossier(&json!({"control": "mixte", "value": 6}))),
        ("not applicable without a remark", dossier(&json!({"control": "note", "answer": "not-applicable"}))),
        ("unknown kind", dossier(&json!({"kind": "serveur", "data": {"nom": "a"}}))),
        ("unknown field", dossier(&json!({"kind": "machine", "data": {"nom": "a", "taille": 3}}))),
        ("missing key field", dossier(&json!({"kind": "machine", "data": {"zone": "sud"}}))),
        ("no such word", dossier(&json!({"kind": "machine", "data": {"nom": "a", "zone": "est"}}))),
        ("no integer", dossier(&json!({"kind": "machine", "data": {"nom": "a", "correctifs": 1.5}}))),
        (
            "no integer as text",
            dossier(&json!({"kind": "machine", "data": {"nom": "a", "correctifs": "1.5"}})),
        ),
        ("no number", dossier(&json!({"kind": "machine", "data": {"nom": "a", "disponible": "1,5"}}))),
        ("no boolean", dossier(&json!({"kind": "machine", "data": {"nom": "a", "suivie": "oui"}}))),
        ("no day", dossier(&json!({"kind": "machine", "data": {"nom": "a", "vue": "2023-02-29"}}))),
    ];
    let fine = dossier(&json!({"control": "réponse", "answer": "oui"}));
    for (name, pointer, value) in [
        ("another standard", "/standard/id", json!("rien")),
        ("another edition", "/standard/edition", json!("2025")),
        ("a key too many", "/titre", json!("x")),
        (
            "a waiver of an unknown control",
            "/waivers",
            json!([{"id": "w", "controls": ["x"], "reason": "x", "approved_by": "x",
            "from": "2024-01-01", "until": "2024-12-31"}]),
        ),
    ] {
        let mut dossier = fine.clone();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        dossier.pointer_mut(parent).unwrap()[key] = value;
        wrong.push((name, dossier));
    }
    assert_eq!(case.of(&fine), (true, true));
    for (name, dossier) in wrong {
        assert_eq!(case.of(&dossier), (false, false), "{name}");
    }
}

#[test]
fn a_standard_that_forbids_exclusion_offers_none() {
    let mut standard: Value = serde_json::from_str(everything().canonical()).unwrap();
    standard["exclusion"] = json!("forbid");
    let standard = Standard::from_slice(standard.to_string().as_bytes()).unwrap();
    let schema = validator(&standard.dossier_schema());
    let answer = |answer| dossier(&json!({"control": "note", "answer": answer, "remark": "x"}));
    assert!(schema.is_valid(&answer("unknown")));
    assert!(!schema.is_valid(&answer("not-applicable")));
}

#[test]
fn titles_and_units_are_offered() {
    let schema = everything().dossier_schema();
    assert_eq!(schema["$defs"]["KindName"]["anyOf"][0], json!({"const": "machine", "title": "Machine"}));
    assert_eq!(schema["$defs"]["StandardName"]["properties"]["edition"], json!({"enum": ["2024", 2024]}));
    let text = schema.to_string();
    assert!(text.contains("Disponibilité (%)") && text.contains("0 … 40 points"), "{text}");
    assert!(schema["$id"].as_str().unwrap().starts_with("urn:kolosi:schema:dossier:1:"));
}
