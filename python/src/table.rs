//! Tables: columns for any Arrow consumer, and for Python without one.

use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, BooleanArray, Decimal128Array, Int64Array, RecordBatch, StringArray};
use arrow_schema::{ArrowError, Field, Schema};
use kolosi::table::{Cells, Column};
use pyo3::IntoPyObjectExt;
use pyo3::exceptions::{PyIndexError, PyOverflowError, PyRuntimeError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyCapsule, PyList, PyType};
use pyo3_arrow::PyTable;
use std::sync::Arc;

/// Digits of a decimal column, and those of them that are fractional: as many as a result has (E1.2).
const PRECISION: u8 = 38;
const SCALE: u8 = 20;

/// Columns of one length.
#[pyclass(frozen, module = "kolosi._kolosi")]
pub(crate) struct Table(pub(crate) kolosi::table::Table);

#[pymethods]
impl Table {
    /// The names of the columns.
    fn names(&self) -> Vec<&'static str> {
        self.0.columns().iter().map(|column| column.name).collect()
    }

    fn __len__(&self) -> usize {
        self.0.rows()
    }

    /// The values of a column.
    fn column<'py>(&self, py: Python<'py>, at: usize) -> PyResult<Bound<'py, PyList>> {
        let list = PyList::empty(py);
        for row in 0..self.0.rows() {
            list.append(self.cell(py, at, row)?)?;
        }
        Ok(list)
    }

    /// One value.
    fn cell<'py>(&self, py: Python<'py>, column: usize, row: usize) -> PyResult<Bound<'py, PyAny>> {
        let nothing = || PyIndexError::new_err("no such cell");
        match &self.0.columns().get(column).ok_or_else(nothing)?.cells {
            Cells::Text(cells) => cells.get(row).ok_or_else(nothing)?.into_bound_py_any(py),
            Cells::Count(cells) => cells.get(row).ok_or_else(nothing)?.into_bound_py_any(py),
            Cells::Boolean(cells) => cells.get(row).ok_or_else(nothing)?.into_bound_py_any(py),
            Cells::Texts(cells) => cells.get(row).ok_or_else(nothing)?.into_bound_py_any(py),
            Cells::Decimal(cells) => {
                static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();
                match cells.get(row).ok_or_else(nothing)? {
                    Some(text) => DECIMAL.import(py, "decimal", "Decimal")?.call1((text,)),
                    None => Ok(py.None().into_bound(py)),
                }
            }
            _ => Err(nothing()),
        }
    }

    /// The Arrow PyCapsule interface.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let columns: Vec<(Field, ArrayRef)> =
            py.detach(|| self.0.columns().iter().map(arrow).collect::<Result<_, _>>()).map_err(raised)?;
        let (fields, arrays): (Vec<Field>, Vec<ArrayRef>) = columns.into_iter().unzip();
        let schema = Arc::new(Schema::new(fields));
        let batch = RecordBatch::try_new(schema.clone(), arrays).map_err(raised)?;
        let table = Bound::new(py, PyTable::try_new(vec![batch], schema)?)?;
        table.call_method1("__arrow_c_stream__", (requested_schema,))
    }
}

fn raised(error: ArrowError) -> PyErr {
    match error {
        ArrowError::ArithmeticOverflow(text) => PyOverflowError::new_err(text),
        other => PyRuntimeError::new_err(other.to_string()),
    }
}

fn arrow(column: &Column) -> Result<(Field, ArrayRef), ArrowError> {
    let array: ArrayRef = match &column.cells {
        Cells::Text(cells) => Arc::new(StringArray::from(cells.clone())),
        Cells::Boolean(cells) => Arc::new(BooleanArray::from(cells.clone())),
        Cells::Count(cells) => {
            let whole = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
            Arc::new(Int64Array::from_iter(cells.iter().map(|cell| cell.map(whole))))
        }
        Cells::Decimal(cells) => {
            let unscaled =
                |cell: &Option<String>| cell.as_deref().map(|text| fixed(column.name, text)).transpose();
            let cells: Vec<Option<i128>> = cells.iter().map(unscaled).collect::<Result<_, _>>()?;
            let scale = i8::try_from(SCALE).unwrap_or(i8::MAX);
            Arc::new(Decimal128Array::from(cells).with_precision_and_scale(PRECISION, scale)?)
        }
        Cells::Texts(cells) => {
            let mut list = ListBuilder::new(StringBuilder::new());
            for cell in cells {
                list.append_value(cell.iter().map(Some));
            }
            Arc::new(list.finish())
        }
        _ => return Err(ArrowError::NotYetImplemented(column.name.to_owned())),
    };
    Ok((Field::new(column.name, array.data_type().clone(), true), array))
}

/// A result (`-?[0-9]+(\.[0-9]+)?`, at most 20 fractional digits) in units of 10⁻²⁰.
fn fixed(column: &str, text: &str) -> Result<i128, ArrowError> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = format!("{whole}{fraction:0<width$}", width = usize::from(SCALE));
    let most = 10_i128.pow(PRECISION.into());
    digits.parse::<i128>().ok().filter(|number| number.abs() < most).ok_or_else(|| {
        ArrowError::ArithmeticOverflow(format!(
            "the column `{column}` holds {text}, more than a decimal of Arrow takes (18 digits before the point): \
             read it with `table[\"{column}\"]`"
        ))
    })
}
