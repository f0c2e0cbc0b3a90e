//! The native part of the Python package `kolosi`: documents in, text and columns out. What Python sees is written in `kolosi/`.
//!
//! Nothing is decided here: reading, auditing and reporting are the core's. Long work is done with the interpreter detached.

#![allow(clippy::needless_pass_by_value, reason = "pyo3 hands its arguments over by value")]

mod audit;
mod beside;
mod files;
mod problems;
mod rows;
mod standard;
mod table;

use pyo3::prelude::*;

/// The native part of `kolosi`; use `kolosi` itself.
#[pymodule]
mod _kolosi {
    #[pymodule_export]
    use super::audit::{Audit, Diff, verify};
    #[pymodule_export]
    use super::beside::{Mapping, bundled_mapping_ids};
    #[pymodule_export]
    use super::files::{read, write};
    #[pymodule_export]
    use super::rows::rows_to_dossier;
    #[pymodule_export]
    use super::standard::{Standard, bundled_ids, standard_of, standards};
    #[pymodule_export]
    use super::table::Table;

    use pyo3::prelude::*;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
