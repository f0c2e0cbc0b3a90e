//! Evidence in rows, from any Arrow-capable table.

use crate::problems::{detached, load_error};
use crate::standard::Standard;
use arrow_array::cast::AsArray;
use arrow_array::types::{Float32Type, Float64Type};
use arrow_array::{Array, ArrayRef, ArrowPrimitiveType, PrimitiveArray};
use arrow_cast::cast;
use arrow_schema::{ArrowError, DataType};
use kolosi::table::{Cell, EvidenceColumn, EvidenceRows};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3_arrow::input::AnyRecordBatch;
use serde_json::Value;

/// The dossier of one subject, in JSON. `columns` pairs our names with those of the table; `subject` is the member `subject` of the
/// dossier in JSON, or the id of the subject whose rows are wanted; without it the table is of one subject.
#[pyfunction]
pub(crate) fn rows_to_dossier(
    py: Python<'_>,
    table: AnyRecordBatch,
    standard: &Bound<'_, Standard>,
    columns: Vec<(String, String)>,
    subject: Option<&str>,
    id: Option<&str>,
    waivers: Option<&str>,
) -> PyResult<String> {
    let reader = table.into_reader()?;
    let schema = reader.schema();
    let names: Vec<&str> = schema.fields().iter().map(|field| field.name().as_str()).collect();
    let raised = |problems| load_error(py, &problems, None);
    let mut named = Vec::new();
    for (ours, theirs) in &columns {
        named.push((EvidenceColumn::from_name(ours).map_err(raised)?, theirs.as_str()));
    }
    let found = EvidenceColumn::find(&names, &named).map_err(raised)?;
    let has_subjects = found.iter().any(|(column, _)| *column == EvidenceColumn::Subject);
    let parsed = |json: &str| -> PyResult<Value> {
        serde_json::from_str(json).map_err(|error| PyValueError::new_err(error.to_string()))
    };
    let subject: Option<Value> = subject.map(parsed).transpose()?;
    let waivers: Option<Value> = waivers.map(parsed).transpose()?;
    let own_id = subject.as_ref().and_then(|subject| subject.get("id")).and_then(Value::as_str).or(id);
    if !has_subjects && own_id.is_none() {
        let problems = EvidenceColumn::find(&names, &[(EvidenceColumn::Subject, "subject")]);
        return Err(problems.map_or_else(raised, |_| PyValueError::new_err("no subject")));
    }

    let mut rows = EvidenceRows::new(standard.get().standard());
    for batch in reader {
        let batch = batch.map_err(arrow_error)?;
        let columns = found.iter().map(|(column, at)| {
            let name = names.get(*at).copied().unwrap_or_default();
            Ok((*column, Values::new(name, batch.column(*at))?))
        });
        let columns: Vec<(EvidenceColumn, Values)> = columns.collect::<PyResult<_>>()?;
        py.detach(|| {
            for row in 0..batch.num_rows() {
                let cells = columns.iter().filter_map(|(column, values)| Some((*column, values.cell(row)?)));
                let whole = own_id.filter(|_| !has_subjects);
                let own = whole.map(|id| (EvidenceColumn::Subject, Cell::Text(id.into())));
                rows.push(cells.chain(own));
            }
        });
    }
    rows.check().map_err(raised)?;

    let id = match own_id {
        Some(id) => id.to_owned(),
        None => {
            let mut subjects = rows.subjects();
            match (subjects.next(), subjects.next()) {
                (Some(only), None) => only.to_owned(),
                (None, _) => {
                    return Err(PyValueError::new_err(
                        "the table has no rows: say whose it is with subject=",
                    ));
                }
                (Some(one), Some(other)) => {
                    let more = subjects.count();
                    return Err(PyValueError::new_err(format!(
                        "the table holds several subjects (`{one}`, `{other}` and {more} more): say which with subject="
                    )));
                }
            }
        }
    };
    if subject.is_none() && !rows.subjects().any(|known| known == id) && has_subjects {
        return Err(PyValueError::new_err(format!(
            "no row of the table is about the subject `{id}`; a subject without rows is given whole: \
             subject={{\"id\": …, \"name\": …}}"
        )));
    }
    let subject = subject.unwrap_or_else(|| serde_json::json!({"id": id, "name": id}));
    detached(py, None, || rows.dossier(&id, &subject, waivers.as_ref()))
}

/// A column as the core reads it.
enum Values {
    Texts(ArrayRef),
    Booleans(ArrayRef),
    Lists(ArrayRef),
    Nothing,
}

impl Values {
    fn new(name: &str, array: &ArrayRef) -> PyResult<Values> {
        let wrong = |what: String| {
            PyTypeError::new_err(format!(
                "the column `{name}` holds {what}: texts, numbers, days, booleans or lists of texts are wanted"
            ))
        };
        let text = |array: &ArrayRef| cast(array, &DataType::Utf8).map_err(arrow_error);
        match array.data_type() {
            DataType::Null => Ok(Values::Nothing),
            DataType::Boolean => Ok(Values::Booleans(array.clone())),
            DataType::Timestamp(_, Some(zone)) => Err(PyTypeError::new_err(format!(
                "the column `{name}` holds moments in the time zone {zone}: a moment is a day only once a zone is \
                 chosen; give days"
            ))),
            DataType::Timestamp(_, None) | DataType::Date64 => {
                let days = cast(array, &DataType::Date32).map_err(arrow_error)?;
                Ok(Values::Texts(text(&days)?))
            }
            DataType::List(field) | DataType::LargeList(field) if is_text(field.data_type()) => {
                let wanted = DataType::new_list(DataType::Utf8, true);
                Ok(Values::Lists(cast(array, &wanted).map_err(arrow_error)?))
            }
            // a float that is no number says nothing
            DataType::Float64 => Ok(Values::Texts(text(&numbers::<Float64Type>(array, f64::is_nan))?)),
            DataType::Float32 => Ok(Values::Texts(text(&numbers::<Float32Type>(array, f32::is_nan))?)),
            DataType::Float16 => {
                let wider = cast(array, &DataType::Float32).map_err(arrow_error)?;
                Ok(Values::Texts(text(&numbers::<Float32Type>(&wider, f32::is_nan))?))
            }
            of if is_text(of) || of.is_integer() || of.is_decimal() || *of == DataType::Date32 => {
                Ok(Values::Texts(text(array)?))
            }
            other => Err(wrong(other.to_string())),
        }
    }

    fn cell(&self, row: usize) -> Option<Cell<'_>> {
        match self {
            Values::Nothing => None,
            Values::Texts(array) => {
                array.is_valid(row).then(|| Cell::Text(array.as_string::<i32>().value(row).into()))
            }
            Values::Booleans(array) => {
                array.is_valid(row).then(|| Cell::Boolean(array.as_boolean().value(row)))
            }
            Values::Lists(array) => array.is_valid(row).then(|| {
                let list = array.as_list::<i32>().value(row);
                let texts = list.as_string::<i32>().iter().flatten().map(|text| text.to_owned().into());
                Cell::Texts(texts.collect())
            }),
        }
    }
}

fn is_text(of: &DataType) -> bool {
    match of {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => true,
        DataType::Dictionary(_, values) => is_text(values),
        _ => false,
    }
}

/// The array with nothing where a value is none.
fn numbers<T: ArrowPrimitiveType>(array: &ArrayRef, is_none: impl Fn(T::Native) -> bool) -> ArrayRef {
    let kept: PrimitiveArray<T> =
        array.as_primitive::<T>().iter().map(|value| value.filter(|value| !is_none(*value))).collect();
    std::sync::Arc::new(kept)
}

fn arrow_error(error: ArrowError) -> PyErr {
    PyValueError::new_err(error.to_string())
}
