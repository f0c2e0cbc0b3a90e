//! Problems as Python's `kolosi.LoadError`.

use kolosi::{Problem, Problems};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;
use serde_json::Value;

/// `kolosi.LoadError` with these problems; `source` names the input that has them.
pub(crate) fn load_error(py: Python<'_>, problems: &Problems, source: Option<&str>) -> PyErr {
    static LOAD_ERROR: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let raised = LOAD_ERROR
        .import(py, "kolosi._problems", "LoadError")
        .and_then(|class| class.call_method1("_of", (json(problems), problems.beyond(), source)));
    match raised {
        Ok(error) => PyErr::from_value(error),
        Err(error) => error,
    }
}

/// Problems or warnings as a JSON list.
pub(crate) fn json<'p>(problems: impl IntoIterator<Item = &'p Problem>) -> String {
    let list: Vec<Value> =
        problems.into_iter().filter_map(|problem| serde_json::to_value(problem).ok()).collect();
    Value::Array(list).to_string()
}

/// Work with the interpreter detached; its problems raised as `kolosi.LoadError`.
pub(crate) fn detached<T: Send>(
    py: Python<'_>,
    source: Option<&str>,
    work: impl FnOnce() -> Result<T, Problems> + Send,
) -> PyResult<T> {
    py.detach(work).map_err(|problems| load_error(py, &problems, source))
}
