//! Reading saved audits back: what holds is read whole, what does not is named.

use kolosi::{Audit, Bar, Code, Lang, Met, Options, Portfolio, Problem, Problems, Rational, Standard};
use kolosi_tests::project;
use kolosi_tests::repository::example_audits;
use serde_json::{Value, json};

fn saved() -> Value {
    let plan = kolosi::bundled("itu-gci-2024").unwrap().compile(&Options::new("2024-12-31".parse().unwrap()));
    let bytes = std::fs::read(project().join("standards/itu-gci-2024/examples/ml-2024.yaml")).unwrap();
    let plan = plan.unwrap();
    serde_json::from_str(&plan.audit(&plan.dossier(&bytes).unwrap()).to_json()).unwrap()
}

fn read(audit: &Value) -> Result<Audit, Problems> {
    Audit::from_slice(audit.to_string().as_bytes())
}

/// The code and the path of the one problem, or of several alike.
fn refused(audit: &Value) -> (String, String) {
    let problems = read(audit).unwrap_err();
    let told = |problem: &Problem| (problem.code().as_str().to_owned(), problem.place().path.clone());
    let first = told(problems.iter().next().unwrap());
    assert!(problems.iter().all(|problem| told(problem) == first), "{problems}");
    first
}

/// The audit with the digest that its content has now, as a forger would write it.
fn resealed(mut audit: Value) -> Value {
    audit["digest"] = json!("0".repeat(64));
    let problems = read(&audit).unwrap_err();
    let changed = problems.iter().find(|problem| problem.code() == Code::InputChanged).unwrap();
    let message = changed.message(Lang::En);
    let digest = message.split("(digest ").nth(1).unwrap().split(',').next().unwrap();
    audit["digest"] = json!(digest);
    audit
}

#[test]
fn every_audit_comes_back_whole_whatever_its_layout() {
    for audit in example_audits() {
        let written = audit.to_json();
        assert_eq!(Audit::from_slice(written.as_bytes()).unwrap().to_json(), written);
        let value: Value = serde_json::from_str(&written).unwrap();
        let pretty = serde_json::to_string_pretty(&value).unwrap();
        assert_eq!(Audit::from_slice(pretty.as_bytes()).unwrap().to_json(), written);
    }
}

#[test]
fn a_long_score_read_back_meets_the_bars_that_it_met() {
    let standard = json!({
        "id": "demo", "edition": "1", "title": {"en": "x"}, "publisher": {"en": "x"}, "subject": "organisation",
        "basis": "proposal", "scale": "1e15",
        "groups": [{"id": "g", "title": {"en": "x"}, "controls": [
            {"id": "c", "title": {"en": "x"}, "criteria": [{"value": {"min": 0, "max": 3, "better": "higher"}}]}]}]});
    let dossier = json!({"standard": {"id": "demo", "edition": "1"}, "subject": {"id": "x", "name": "exemple fictif"},
        "evidence": [{"id": "r", "control": "c", "observed": "2025-01-01", "value": 1}]});
    let standard = Standard::from_slice(standard.to_string().as_bytes()).unwrap();
    let plan = standard.compile(&Options::new("2025-12-31".parse().unwrap())).unwrap();
    let audit = plan.audit(&plan.dossier(dossier.to_string().as_bytes()).unwrap());
    // more digits than a number of a document may have
    assert_eq!(audit.score.as_ref().unwrap().lo, "333333333333333.33333333333333333333");
    let again = Audit::from_slice(audit.to_json().as_bytes()).unwrap();
    for (points, met) in [(333_333_333_333_333_i64, Met::Yes), (333_333_333_333_334, Met::No)] {
        let bar = Bar::score(Rational::from(points));
        assert_eq!((audit.against(&bar), again.against(&bar)), (met, met));
    }
}

/// RFC 8785 sorts keys by UTF-16: a letter beyond the basic plane comes before a ligature that UTF-8 puts first.
#[test]
fn parameters_of_any_script_come_back() {
    let parameter = |id: &str| json!({"id": id, "title": {"en": "x"}, "type": "integer", "default": 1, "min": 1, "max": 9});
    let standard = json!({
        "id": "demo", "edition": "1", "title": {"en": "x"}, "publisher": {"en": "x"}, "subject": "organisation",
        "basis": "proposal", "scale": 100, "parameters": [parameter("\u{fb01}"), parameter("\u{1e900}")],
        "groups": [{"id": "g", "title": {"en": "x"}, "controls": [
            {"id": "c", "title": {"en": "x"}, "criteria": [{"value": {"min": 0, "max": 3, "better": "higher"}}]}]}]});
    let dossier = json!({"standard": {"id": "demo", "edition": "1"},
        "subject": {"id": "x", "name": "exemple fictif", "attributes": {"\u{fb01}": "a", "\u{1e900}": "b"}}, "evidence": []});
    let options = Options::new("2025-12-31".parse().unwrap()).set("\u{fb01}", "2").set("\u{1e900}", "3");
    let plan = Standard::from_slice(standard.to_string().as_bytes()).unwrap().compile(&options).unwrap();
    let written = plan.audit(&plan.dossier(dossier.to_string().as_bytes()).unwrap()).to_json();
    assert_eq!(Audit::from_slice(written.as_bytes()).unwrap().to_json(), written);
    let row =
        Portfolio::new(&plan).by("\u{fb01}").by("\u{1e900}").row(1, dossier.to_string().as_bytes()).to_json();
    assert!(row.contains("\"by\":{\"\u{1e900}\":\"b\",\"\u{fb01}\":\"a\"}"), "{row}");
}

#[test]
fn a_changed_value_is_seen() {
    for pointer in ["/score/lo", "/findings/0/control", "/subject/name", "/standard/document/title/fr"] {
        let mut audit = saved();
        *audit.pointer_mut(pointer).unwrap() = json!("0");
        assert_eq!(refused(&audit).0, "input-changed", "{pointer}");
    }
    let mut audit = saved();
    audit["digest"] = json!("0".repeat(64));
    assert_eq!(refused(&audit).0, "input-changed");
    // a change of shape is told with it
    audit["findings"][0]["verdict"] = json!("compliant");
    let problems = read(&audit).unwrap_err();
    let codes: Vec<&str> = problems.iter().map(|problem| problem.code().as_str()).collect();
    assert_eq!(codes, ["input-changed", "unknown-value"]);
    audit.as_object_mut().unwrap().remove("digest");
    assert_eq!(read(&audit).unwrap_err().iter().count(), 3);
    // who wrote it is no part of what was found
    let mut audit = saved();
    audit["engine"]["version"] = json!("9.9.9");
    assert!(read(&audit).is_ok());
}

#[test]
fn what_no_audit_says_is_refused_at_its_place() {
    for (pointer, wrong, code, place) in [
        ("/findings/0/verdict", json!("compliant"), "unknown-value", "/findings/0/verdict"),
        ("/findings/2/degree/lo", json!("a lot"), "invalid-number", "/findings/2/degree/lo"),
        ("/findings/2/degree/lo", json!("0.50"), "invalid-number", "/findings/2/degree/lo"),
        ("/score/hi", json!(29.5), "wrong-type", "/score/hi"),
        ("/score/scale", json!("9".repeat(1000)), "text-too-long", "/score/scale"),
        ("/coverage/controls", json!("5"), "wrong-type", "/coverage/controls"),
        ("/coverage/controls", json!(-5), "number-out-of-range", "/coverage/controls"),
        ("/waivers", json!(null), "wrong-type", "/waivers"),
        ("/standard/digest", json!("0000"), "invalid-sha256", "/standard/digest"),
        ("/standard/digest", json!("0".repeat(64)), "invalid-audit", "/standard/digest"),
        ("/standard/id", json!("other"), "invalid-audit", "/standard/id"),
        ("/standard/document", json!({"id": "itu-gci-2024"}), "missing-key", "/standard/document"),
        ("/options/as_of", json!("2024-02-30"), "invalid-date", "/options/as_of"),
        ("/options/profile", json!("nobody"), "invalid-audit", "/options"),
        ("/coverage", json!({"controls": 5}), "missing-key", "/coverage"),
        ("/evidence/0/observed", json!("hier"), "invalid-date", "/evidence/0/observed"),
    ] {
        let mut audit = saved();
        *audit.pointer_mut(pointer).unwrap() = wrong;
        assert_eq!(refused(&resealed(audit)), (code.to_owned(), place.to_owned()), "{pointer}");
    }
}

#[test]
fn another_version_is_named() {
    let mut audit = saved();
    audit["findings"][0]["sentiment"] = json!("good");
    let audit = resealed(audit);
    assert_eq!(refused(&audit), ("unknown-key".to_owned(), "/findings/0/sentiment".to_owned()));
    let mut newer = audit;
    newer["engine"]["version"] = json!("9.9.9");
    let problems = read(&newer).unwrap_err();
    let problem = problems.iter().find(|problem| problem.code() == Code::InvalidAudit).unwrap();
    for lang in [Lang::Fr, Lang::En] {
        assert!(problem.help(lang).contains("9.9.9"), "{}", problem.help(lang));
    }
}

#[test]
fn what_a_terminal_would_act_on_is_refused() {
    let mut audit = saved();
    audit["subject"]["name"] = json!("\u{1b}[2Jnothing to see");
    assert_eq!(refused(&resealed(audit)), ("invalid-text".to_owned(), "/subject/name".to_owned()));
    // nor does what is said of a digest that does not hold repeat it as it stands
    let mut audit = saved();
    audit["digest"] = json!("\u{1b}[2Jnothing to see");
    for problem in &read(&audit).unwrap_err() {
        let said = problem.message(Lang::Fr) + &problem.message(Lang::En);
        assert!(!said.contains(char::is_control), "{said:?}");
    }
}

#[test]
fn what_is_no_audit_is_named() {
    let code = |bytes: &[u8]| Audit::from_slice(bytes).unwrap_err().iter().next().unwrap().code().as_str();
    assert_eq!(code(b""), "empty-document");
    assert_eq!(code(b"{\"findings\": [}"), "invalid-json");
    assert_eq!(code(b"{\"evidence\": []}"), "wrong-document-type");
    assert_eq!(code(kolosi::bundled("itu-gci-2024").unwrap().canonical().as_bytes()), "wrong-document-type");
    let twice = saved().to_string().replacen('{', "{\"digest\":\"forged\",", 1);
    assert_eq!(code(twice.as_bytes()), "input-changed");
}
