//! The engine's side of the differential test: cases in, results out, one JSON object a line (see `tests/oracle/README.md`).

use kolosi_tests::CaseOptions;
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
    let standard = kolosi::Standard::from_slice(case.standard.get().as_bytes()).map_err(text)?;
    let plan = standard.compile(&case.options.options().map_err(text)?).map_err(text)?;
    let dossier = plan.dossier(case.dossier.get().as_bytes()).map_err(text)?;
    let audit: Value = serde_json::from_str(&plan.audit(&dossier).to_json()).expect("JSON");
    let mut result: serde_json::Map<String, Value> =
        COMPARED.iter().map(|member| ((*member).to_owned(), audit[*member].clone())).collect();
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
