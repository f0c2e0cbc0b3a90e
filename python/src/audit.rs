//! Audits, what changed between two, and whether one holds.

use crate::beside::Beside;
use crate::problems::{detached, json, load_error};
use crate::standard::language;
use crate::table::Table;
use kolosi::{Bar, Decimal, Input, Met, Needed, Problems, Verified, report, table};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use serde_json::json;
use std::sync::OnceLock;

/// An audit, and the warnings about its dossier.
#[pyclass(frozen, module = "kolosi._kolosi")]
pub(crate) struct Audit {
    audit: kolosi::Audit,
    warnings: String,
    json: OnceLock<String>,
}

impl Audit {
    pub(crate) fn new(audit: kolosi::Audit, warnings: String) -> Audit {
        Audit { audit, warnings, json: OnceLock::new() }
    }
}

#[pymethods]
impl Audit {
    /// A saved audit.
    #[staticmethod]
    fn from_bytes(py: Python<'_>, data: PyBackedBytes, source: Option<&str>) -> PyResult<Audit> {
        let audit = detached(py, source, || kolosi::Audit::from_slice(&data))?;
        Ok(Audit::new(audit, "[]".to_owned()))
    }

    /// The whole audit as RFC 8785 JSON.
    fn json(&self, py: Python<'_>) -> &str {
        py.detach(|| self.json.get_or_init(|| self.audit.to_json()))
    }

    /// All of it that is short, as JSON: no findings, evidence, groups, standard.
    fn head(&self, py: Python<'_>) -> String {
        let audit = &self.audit;
        py.detach(|| {
            json!({
                "coverage": audit.coverage,
                "digest": audit.digest,
                "dossier": audit.dossier,
                "level": audit.level,
                "options": audit.options,
                "score": audit.score,
                "score_after_waivers": audit.score_after_waivers,
                "scores_by_assurance": audit.scores_by_assurance,
                "standard": {
                    "digest": audit.standard.digest,
                    "edition": audit.standard.edition,
                    "id": audit.standard.id,
                },
                "subject": audit.subject,
                "waivers": audit.waivers,
            })
            .to_string()
        })
    }

    /// What mappings let be inferred, as JSON.
    fn inferences(&self) -> String {
        json!(self.audit.inferences).to_string()
    }

    /// Warnings about the dossier, as a JSON list of problems.
    fn warnings(&self) -> &str {
        &self.warnings
    }

    fn findings(&self, py: Python<'_>) -> PyResult<Table> {
        detached(py, None, || table::findings(&self.audit)).map(Table)
    }

    fn gaps(&self, py: Python<'_>) -> PyResult<Table> {
        detached(py, None, || table::gaps(&self.audit)).map(Table)
    }

    fn groups(&self, py: Python<'_>) -> PyResult<Table> {
        detached(py, None, || table::groups(&self.audit)).map(Table)
    }

    /// The finding of a control as JSON, and why it is so, in words.
    fn explain(&self, py: Python<'_>, control: &str, lang: &str) -> PyResult<(String, String)> {
        let lang = language(lang)?;
        detached(py, None, || {
            let words = report::explain(&self.audit, control, lang, false)?;
            let finding = self.audit.findings.iter().find(|finding| finding.control == control);
            Ok((json!(finding).to_string(), words))
        })
    }

    /// A dozen lines.
    fn brief(&self, py: Python<'_>, lang: &str) -> PyResult<String> {
        let lang = language(lang)?;
        detached(py, None, || report::brief(&self.audit, lang, false))
    }

    /// A card for notebooks: of the audit, or of one control.
    fn card(&self, py: Python<'_>, control: Option<&str>, lang: &str) -> PyResult<String> {
        let lang = language(lang)?;
        detached(py, None, || match control {
            None => report::card(&self.audit, lang),
            Some(control) => report::finding_card(&self.audit, control, lang),
        })
    }

    /// The audit in a form: `html`, `csv`, `json` or `txt`.
    fn report(&self, py: Python<'_>, form: &str, lang: &str) -> PyResult<String> {
        let lang = language(lang)?;
        let report: fn(&kolosi::Audit, kolosi::Lang) -> Result<String, Problems> = match form {
            "html" => report::html,
            "csv" => report::csv,
            "txt" => |audit, lang| report::text(audit, lang, false),
            "json" => |audit, _| Ok(audit.to_json() + "\n"),
            other => return Err(PyValueError::new_err(format!("no report is written as {other:?}"))),
        };
        detached(py, None, || report(&self.audit, lang))
    }

    /// What changed from another audit to this one.
    fn diff(slf: Py<Self>, before: Py<Self>) -> Diff {
        Diff { before, after: slf }
    }

    /// Whether a level is reached: `yes`, `no` or `unknown`.
    fn reaches_level(&self, py: Python<'_>, level: &str) -> PyResult<&'static str> {
        detached(py, None, || Ok(met(self.audit.against(&self.audit.plan()?.level_bar(level)?))))
    }

    /// Whether so many points are reached: `yes`, `no` or `unknown`.
    fn reaches_score(&self, points: &str) -> PyResult<&'static str> {
        let points: Decimal = points
            .parse()
            .map_err(|_| PyValueError::new_err(format!("score is a number, not {points:?}")))?;
        Ok(met(self.audit.against(&Bar::score(points.to_rational()))))
    }
}

fn met(met: Met) -> &'static str {
    match met {
        Met::Yes => "yes",
        Met::No => "no",
        Met::Unknown => "unknown",
    }
}

/// What changed from one audit to another.
#[pyclass(frozen, module = "kolosi._kolosi")]
pub(crate) struct Diff {
    before: Py<Audit>,
    after: Py<Audit>,
}

#[pymethods]
impl Diff {
    /// All of it as RFC 8785 JSON.
    fn json(&self, py: Python<'_>) -> String {
        let (before, after) = (&self.before.get().audit, &self.after.get().audit);
        py.detach(|| kolosi::diff(before, after).to_json())
    }

    /// A dozen lines.
    fn brief(&self, py: Python<'_>, lang: &str) -> PyResult<String> {
        let lang = language(lang)?;
        let (before, after) = (&self.before.get().audit, &self.after.get().audit);
        detached(py, None, || report::diff_brief(before, after, lang, false))
    }

    /// A card for notebooks.
    fn card(&self, py: Python<'_>, lang: &str) -> PyResult<String> {
        let lang = language(lang)?;
        let (before, after) = (&self.before.get().audit, &self.after.get().audit);
        detached(py, None, || report::diff_card(before, after, lang))
    }

    /// What changed in a form: `html`, `json` or `txt`.
    fn report(&self, py: Python<'_>, form: &str, lang: &str) -> PyResult<String> {
        let lang = language(lang)?;
        let (before, after) = (&self.before.get().audit, &self.after.get().audit);
        match form {
            "html" => detached(py, None, || report::diff_html(before, after, lang)),
            "txt" => detached(py, None, || report::diff_text(before, after, lang, false)),
            "json" => Ok(self.json(py) + "\n"),
            other => Err(PyValueError::new_err(format!("no comparison is written as {other:?}"))),
        }
    }
}

/// What has changed, as the word for the input, its place among those of its kind and a JSON list of one problem.
type Changed = (&'static str, usize, String);
/// What was not given, as the word for it, its id, its edition and its digest.
type Lacking = (&'static str, String, String, String);

/// Recompute an audit from its standard and dossier, and from what it was inferred with: what has changed, and what is lacking.
#[pyfunction]
pub(crate) fn verify(
    py: Python<'_>,
    audit: &str,
    standard: &str,
    dossier: PyBackedBytes,
    beside: Beside,
) -> PyResult<(Vec<Changed>, Vec<Lacking>)> {
    let (frameworks, mappings, from) = (beside.frameworks(py)?, beside.mappings(), beside.from());
    let others = kolosi::Beside { mappings: &mappings, from: &from, frameworks: &frameworks };
    let verified =
        py.detach(|| kolosi::verify_beside(audit.as_bytes(), standard.as_bytes(), &dossier, &others));
    match verified {
        Ok(Verified::Holds { .. }) => Ok((Vec::new(), Vec::new())),
        Ok(Verified::Changed(changed)) => {
            let told = |(input, problem): &(Input, _)| (input.as_str(), place(*input), json([problem]));
            Ok((changed.iter().map(told).collect(), Vec::new()))
        }
        Ok(Verified::Lacks(needed)) => Ok((Vec::new(), needed.into_iter().filter_map(lacking).collect())),
        Ok(_) => Err(PyValueError::new_err("whether the audit holds cannot be told")),
        Err((input, problems)) => Err(load_error(py, &problems, Some(input.as_str()))),
    }
}

fn place(input: Input) -> usize {
    match input {
        Input::Mapping(at) | Input::From(at) => at,
        _ => 0,
    }
}

fn lacking(needed: Needed) -> Option<Lacking> {
    match needed {
        Needed::Mapping(it) => Some(("mapping", it.id, it.edition, it.digest)),
        Needed::Standard(it) => Some(("standard", it.id, it.edition, it.digest)),
        Needed::Dossier(it, digest) => Some(("dossier", it.id, it.edition, digest)),
        _ => None,
    }
}
