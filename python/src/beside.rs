//! Mappings and other dossiers, from which something is inferred.

use crate::problems::{detached, json};
use crate::standard::{Standard, language};
use kolosi::{Audit, DocumentType, Dossier, Framework, IdList, Linked, Plan, Problems};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;

/// How the controls of one framework relate to those of another.
#[pyclass(frozen, module = "kolosi._kolosi")]
pub(crate) struct Mapping(kolosi::Mapping);

#[pymethods]
impl Mapping {
    /// A built-in mapping.
    #[staticmethod]
    fn bundled(py: Python<'_>, id: &str) -> PyResult<Mapping> {
        detached(py, None, || kolosi::bundled_mapping(id)).map(Mapping)
    }

    /// A mapping from JSON or YAML.
    #[staticmethod]
    fn from_bytes(py: Python<'_>, data: PyBackedBytes, source: Option<&str>) -> PyResult<Mapping> {
        detached(py, source, || kolosi::Mapping::from_slice(&data)).map(Mapping)
    }

    #[getter]
    fn id(&self) -> &str {
        self.0.id().as_str()
    }

    #[getter]
    fn edition(&self) -> &str {
        self.0.edition()
    }

    #[getter]
    fn digest(&self) -> &str {
        self.0.digest()
    }

    #[getter]
    fn canonical(&self) -> &str {
        self.0.canonical()
    }

    /// The id of the framework that its edges come from.
    #[getter]
    fn source(&self) -> &str {
        self.0.source().as_str()
    }

    /// The id of the framework that its edges go to.
    #[getter]
    fn target(&self) -> &str {
        self.0.target().as_str()
    }

    fn title(&self, lang: &str) -> PyResult<&str> {
        Ok(self.0.title().best(language(lang)?).0)
    }

    /// Warnings as a JSON list of problems.
    fn warnings(&self) -> String {
        json(self.0.warnings())
    }
}

/// The ids of the built-in mappings, sorted.
#[pyfunction]
pub(crate) fn bundled_mapping_ids() -> Vec<&'static str> {
    kolosi::bundled_mapping_ids().collect()
}

/// Another dossier, to infer from: its standard, the profile it is audited under, its bytes, the name of its file.
type Other = (Py<Standard>, Option<String>, PyBackedBytes, Option<String>);

/// What something is inferred with.
#[derive(FromPyObject)]
pub(crate) struct Beside(Vec<Py<Mapping>>, Vec<Other>, Vec<PyBackedBytes>);

impl Beside {
    pub(crate) fn mappings(&self) -> Vec<&[u8]> {
        self.0.iter().map(|mapping| mapping.get().0.canonical().as_bytes()).collect()
    }

    pub(crate) fn from(&self) -> Vec<&[u8]> {
        self.1.iter().map(|(_, _, dossier, _)| -> &[u8] { dossier }).collect()
    }

    /// Standards and id lists that the mappings may be about: those of the dossiers, those given, then those built in.
    pub(crate) fn frameworks(&self, py: Python<'_>) -> PyResult<Vec<Framework>> {
        let others = self.1.iter().map(|(standard, ..)| standard.get().standard().clone());
        let mut frameworks: Vec<Framework> = others.map(Framework::Standard).collect();
        for bytes in &self.2 {
            frameworks.push(detached(py, None, || framework(bytes))?);
        }
        for mapping in &self.0 {
            let mapping = &mapping.get().0;
            for side in [mapping.source(), mapping.target()] {
                frameworks.extend(kolosi::bundled_frameworks(side.as_str()));
            }
        }
        Ok(frameworks)
    }

    /// The audit of a dossier with what is inferred of it.
    pub(crate) fn audit(&self, py: Python<'_>, plan: &Plan, dossier: &Dossier) -> PyResult<Audit> {
        if self.0.is_empty() {
            return Ok(py.detach(|| plan.audit(dossier)));
        }
        let own = Framework::Standard(plan.standard().clone());
        let among: Vec<Framework> = std::iter::once(own).chain(self.frameworks(py)?).collect();
        let mut linked: Vec<Linked> = Vec::new();
        for mapping in &self.0 {
            let mapping = &mapping.get().0;
            linked.push(detached(py, Some(mapping.id().as_str()), || mapping.link(&among))?);
        }
        let mut measured: Vec<Dossier> = Vec::new();
        for (standard, profile, bytes, source) in &self.1 {
            let standard = standard.get().standard();
            measured.push(detached(py, source.as_deref(), || {
                let mut options = plan.options().carried_to(standard);
                options.profile.clone_from(profile);
                standard.compile(&options)?.dossier(bytes)
            })?);
        }
        detached(py, None, || Ok(plan.infer(dossier, &linked, &measured)?.audit()))
    }
}

/// A standard, or the list of the ids of a framework.
fn framework(bytes: &[u8]) -> Result<Framework, Problems> {
    match DocumentType::of(bytes)? {
        Some(DocumentType::IdList) => IdList::from_slice(bytes).map(Framework::Ids),
        _ => kolosi::Standard::from_slice(bytes).map(Framework::Standard),
    }
}
