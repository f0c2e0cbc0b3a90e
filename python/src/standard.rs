//! Standards: read once, compiled for each set of options, audited with.

use crate::audit::Audit;
use crate::beside::Beside;
use crate::problems::{detached, json, load_error};
use crate::table::Table;
use kolosi::{Lang, Options, Plan, Problems, report, table};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// Plans kept: an analyst asks for the same few again and again.
const PLANS: usize = 8;

/// A standard, and the plans made of it last.
#[pyclass(frozen, module = "kolosi._kolosi")]
pub(crate) struct Standard {
    standard: kolosi::Standard,
    /// The one used last at the end.
    plans: Mutex<Vec<Plan>>,
}

impl Standard {
    fn new(standard: kolosi::Standard) -> Standard {
        Standard { standard, plans: Mutex::new(Vec::new()) }
    }

    pub(crate) fn standard(&self) -> &kolosi::Standard {
        &self.standard
    }

    fn plan(&self, options: &Options) -> Result<Plan, Problems> {
        let mut plans = self.plans.lock().unwrap_or_else(PoisonError::into_inner);
        let plan = match plans.iter().position(|plan| plan.options() == options) {
            Some(at) => plans.remove(at),
            None => self.standard.compile(options)?,
        };
        if plans.len() >= PLANS {
            plans.remove(0);
        }
        plans.push(plan.clone());
        Ok(plan)
    }
}

/// The language with this code.
pub(crate) fn language(code: &str) -> PyResult<Lang> {
    code.parse().map_err(|_| PyValueError::new_err(format!("lang is \"fr\" or \"en\", not {code:?}")))
}

#[pymethods]
impl Standard {
    /// A built-in standard.
    #[staticmethod]
    fn bundled(py: Python<'_>, id: &str) -> PyResult<Standard> {
        detached(py, None, || kolosi::bundled(id)).map(Standard::new)
    }

    /// A standard from JSON or YAML.
    #[staticmethod]
    fn from_bytes(py: Python<'_>, data: PyBackedBytes, source: Option<&str>) -> PyResult<Standard> {
        detached(py, source, || kolosi::Standard::from_slice(&data)).map(Standard::new)
    }

    #[getter]
    fn id(&self) -> &str {
        self.standard.id().as_str()
    }

    #[getter]
    fn edition(&self) -> &str {
        self.standard.edition()
    }

    #[getter]
    fn digest(&self) -> &str {
        self.standard.digest()
    }

    /// The canonical form.
    #[getter]
    fn canonical(&self) -> &str {
        self.standard.canonical()
    }

    /// Warnings as a JSON list of problems.
    fn warnings(&self) -> String {
        json(self.standard.warnings())
    }

    fn title(&self, lang: &str) -> PyResult<&str> {
        Ok(self.standard.title().best(language(lang)?).0)
    }

    fn publisher(&self, lang: &str) -> PyResult<&str> {
        Ok(self.standard.publisher().best(language(lang)?).0)
    }

    /// A dozen lines.
    fn brief(&self, py: Python<'_>, lang: &str) -> PyResult<String> {
        let lang = language(lang)?;
        detached(py, None, || report::standard_brief(&self.standard, lang, false))
    }

    /// A card for notebooks.
    fn card(&self, py: Python<'_>, lang: &str) -> PyResult<String> {
        let lang = language(lang)?;
        detached(py, None, || report::standard_card(&self.standard, lang))
    }

    /// The standard, or one control of it, in words.
    fn text(&self, py: Python<'_>, control: Option<&str>, lang: &str) -> PyResult<String> {
        let lang = language(lang)?;
        detached(py, None, || report::standard(&self.standard, control, lang, false))
    }

    /// Every control, as an audit under these options would take it.
    fn controls(
        &self,
        py: Python<'_>,
        profile: Option<&str>,
        parameters: BTreeMap<String, String>,
    ) -> PyResult<Table> {
        detached(py, None, || table::controls(&self.standard, profile, &parameters)).map(Table)
    }

    /// The JSON Schema of its dossiers.
    fn schema(&self, py: Python<'_>) -> String {
        py.detach(|| self.standard.dossier_schema().to_string())
    }

    /// The canonical form of a dossier, its digest, and warnings as a JSON list.
    fn check(
        &self,
        py: Python<'_>,
        dossier: PyBackedBytes,
        source: Option<&str>,
        profile: Option<String>,
        parameters: BTreeMap<String, String>,
    ) -> PyResult<(String, String, String)> {
        // a dossier is checked alike on every day
        let options = self.options(py, Some("2000-01-01"), None, profile, parameters)?;
        let plan = detached(py, None, || self.plan(&options))?;
        let dossier = detached(py, source, || plan.dossier(&dossier))?;
        Ok((dossier.canonical().to_owned(), dossier.digest().to_owned(), json(dossier.warnings())))
    }

    /// Audit a dossier; with mappings, infer from others besides.
    #[expect(clippy::too_many_arguments, reason = "what an audit takes; Python names them")]
    fn audit(
        &self,
        py: Python<'_>,
        dossier: PyBackedBytes,
        source: Option<&str>,
        as_of: &str,
        assurance: Option<&str>,
        profile: Option<String>,
        parameters: BTreeMap<String, String>,
        beside: Beside,
    ) -> PyResult<Audit> {
        let options = self.options(py, Some(as_of), assurance, profile, parameters)?;
        let plan = detached(py, None, || self.plan(&options))?;
        let dossier = detached(py, source, || plan.dossier(&dossier))?;
        Ok(Audit::new(beside.audit(py, &plan, &dossier)?, json(dossier.warnings())))
    }
}

impl Standard {
    fn options(
        &self,
        py: Python<'_>,
        as_of: Option<&str>,
        assurance: Option<&str>,
        profile: Option<String>,
        parameters: BTreeMap<String, String>,
    ) -> PyResult<Options> {
        let mut options =
            Options::parse(as_of, assurance).map_err(|problems| load_error(py, &problems, None))?;
        options.profile = profile;
        options.parameters = parameters;
        Ok(options)
    }
}

/// The built-in standards.
#[pyfunction]
pub(crate) fn standards(py: Python<'_>) -> PyResult<Table> {
    detached(py, None, || {
        let all = kolosi::bundled_ids().map(kolosi::bundled).collect::<Result<Vec<_>, _>>()?;
        Ok(table::standards(&all))
    })
    .map(Table)
}

/// The ids of the built-in standards, sorted.
#[pyfunction]
pub(crate) fn bundled_ids() -> Vec<&'static str> {
    kolosi::bundled_ids().collect()
}

/// The id of the standard that a dossier is for.
#[pyfunction]
pub(crate) fn standard_of(py: Python<'_>, dossier: PyBackedBytes, source: Option<&str>) -> PyResult<String> {
    detached(py, source, || kolosi::standard_of(&dossier))
}
