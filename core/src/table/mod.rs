//! Tables: what a standard or an audit says in rows and columns, and evidence that comes in rows.
//!
//! Columns hold values, not words: ids, codes, exact decimals as text. They are the same in every language and every runtime, and a
//! binding hands them on in the form its users know, such as Arrow.

mod controls;
mod evidence;
mod findings;
mod groups;
mod standards;

pub use controls::controls;
pub use evidence::{Cell, EvidenceColumn, EvidenceRows};
pub use findings::{findings, gaps};
pub use groups::groups;
pub use standards::standards;

use crate::{Rational, Text};

/// Columns of one length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    columns: Vec<Column>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Column {
    /// Its name, the same in every language.
    pub name: &'static str,
    /// What it holds, row by row.
    pub cells: Cells,
}

/// The cells of a column; `None` where there is nothing to say.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cells {
    /// Ids, codes, titles, days (`YYYY-MM-DD`).
    Text(Vec<Option<String>>),
    /// Exact decimals (E1.2), with at most 20 fractional digits.
    Decimal(Vec<Option<String>>),
    /// Whole numbers.
    Count(Vec<Option<usize>>),
    /// Yes or no.
    Boolean(Vec<Option<bool>>),
    /// Lists of ids or codes.
    Texts(Vec<Vec<String>>),
}

impl Cells {
    fn len(&self) -> usize {
        match self {
            Cells::Text(cells) | Cells::Decimal(cells) => cells.len(),
            Cells::Count(cells) => cells.len(),
            Cells::Boolean(cells) => cells.len(),
            Cells::Texts(cells) => cells.len(),
        }
    }
}

impl Table {
    /// The columns, in their order.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// How many rows there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.columns.first().map_or(0, |column| column.cells.len())
    }

    fn push(&mut self, name: &'static str, cells: Cells) {
        self.columns.push(Column { name, cells });
    }

    fn text<'a, R>(&mut self, name: &'static str, rows: &'a [R], cell: impl Fn(&'a R) -> Option<&'a str>) {
        self.push(name, Cells::Text(rows.iter().map(|row| cell(row).map(str::to_owned)).collect()));
    }

    fn decimal<R>(&mut self, name: &'static str, rows: &[R], cell: impl Fn(&R) -> Option<String>) {
        self.push(name, Cells::Decimal(rows.iter().map(cell).collect()));
    }

    fn rational<'a, R>(
        &mut self,
        name: &'static str,
        rows: &'a [R],
        cell: impl Fn(&'a R) -> Option<&'a Rational>,
    ) {
        self.push(name, Cells::Decimal(rows.iter().map(|row| cell(row).map(ToString::to_string)).collect()));
    }

    fn count<R>(&mut self, name: &'static str, rows: &[R], cell: impl Fn(&R) -> Option<usize>) {
        self.push(name, Cells::Count(rows.iter().map(cell).collect()));
    }

    fn boolean<R>(&mut self, name: &'static str, rows: &[R], cell: impl Fn(&R) -> Option<bool>) {
        self.push(name, Cells::Boolean(rows.iter().map(cell).collect()));
    }

    fn texts<R>(&mut self, name: &'static str, rows: &[R], cell: impl Fn(&R) -> Vec<String>) {
        self.push(name, Cells::Texts(rows.iter().map(cell).collect()));
    }
}

/// The French of a text, where it has one.
fn french(text: &Text) -> Option<&str> {
    text.in_lang(crate::Lang::Fr)
}

/// The English of a text, where it has one.
fn english(text: &Text) -> Option<&str> {
    text.in_lang(crate::Lang::En)
}
