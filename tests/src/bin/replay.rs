//! The engine's side of the differential test: cases in, results out, one JSON object a line (see `tests/oracle/README.md`).

use kolosi::Standard;
use kolosi_tests::{CaseOptions, inferring};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use std::io::{BufRead, BufWriter, Write, stdin, stdout};

#[derive(Deserialize)]
struct Case<'c> {
    id: Value,
    #[serde(borrow)]
    standard: &'c RawValue,
    #[serde(borrow)]
    dossier: &'c RawValue,
    options: CaseOptions,
    /// Absent in a case that is not of E12.
    #[serde(borrow)]
    mappings: Option<Vec<&'c RawValue>>,
    #[serde(borrow, default)]
    from: Vec<From<'c>>,
    #[serde(borrow, default)]
    standards: Vec<&'c RawValue>,
}

#[derive(Deserialize)]
struct From<'c> {
    #[serde(borrow)]
    standard: &'c RawValue,
    #[serde(borrow)]
    dossier: &'c RawValue,
    profile: Option<String>,
}

/// The members that the oracle works out too.
const COMPARED: [&str; 8] = [
    "score",
    "level",
    "scores_by_assurance",
    "score_after_waivers",
    "coverage",
    "groups",
    "findings",
    "gaps",
];

fn main() -> std::io::Result<()> {
    let mut out = BufWriter::new(stdout().lock());
    for line in stdin().lock().lines() {
        let line = line?;
        let case: Case<'_> = serde_json::from_str(&line).expect("a case");
        let outcome = replay(&case).unwrap_or_else(|problems| json!({"id": case.id, "problems": problems}));
        // the objects of serde_json are sorted by key, and no key here is beyond ASCII: this is RFC 8785
        writeln!(out, "{outcome}")?;
    }
    out.flush()
}

fn replay(case: &Case<'_>) -> Result<Value, String> {
    let text = |problems: kolosi::Problems| problems.to_string();
    let bytes = |json: &RawValue| json.get().as_bytes().to_vec();
    let read = |json: &RawValue| Standard::from_slice(json.get().as_bytes()).map_err(text);
    let standard = read(case.standard)?;
    let plan = standard.compile(&case.options.options().map_err(text)?).map_err(text)?;
    let dossier = plan.dossier(case.dossier.get().as_bytes()).map_err(text)?;
    let audit = match &case.mappings {
        None => plan.audit(&dossier),
        Some(mappings) => {
            let other = |it: &From<'_>| {
                Ok(inferring::Other {
                    standard: read(it.standard)?,
                    dossier: bytes(it.dossier),
                    profile: it.profile.clone(),
                })
            };
            let mappings: Vec<Vec<u8>> = mappings.iter().map(|json| bytes(json)).collect();
            let from = case.from.iter().map(other).collect::<Result<Vec<_>, String>>()?;
            let standards = case.standards.iter().map(|json| read(json)).collect::<Result<Vec<_>, _>>()?;
            inferring::audit(&plan, &dossier, &mappings, &from, &standards).map_err(text)?
        }
    };
    let audit: Value = serde_json::from_str(&audit.to_json()).expect("JSON");
    let mut result: serde_json::Map<String, Value> =
        COMPARED.iter().map(|member| ((*member).to_owned(), audit[*member].clone())).collect();
    if case.mappings.is_some() {
        result.insert("inferences".to_owned(), audit["inferences"].clone());
    }
    let waivers = audit["waivers"].as_array().expect("a list");
    let waivers =
        waivers.iter().map(|waiver| json!({"id": waiver["id"], "status": waiver["status"]})).collect();
    result.insert("waivers".to_owned(), waivers);
    Ok(json!({
        "id": case.id,
        "result": result,
        "standard_digest": standard.digest(),
        "dossier_digest": dossier.digest(),
    }))
}
