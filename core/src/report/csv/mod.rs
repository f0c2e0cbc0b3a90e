//! Tables for spreadsheets: RFC 4180 in the dialect that a spreadsheet of the language opens by a double click, with nothing in
//! it that would run as a formula.

mod audit;
mod crosswalk;
mod guard;
pub(crate) mod portfolio;

pub(super) use audit::audit;
pub(super) use crosswalk::crosswalk;

use crate::Lang;
use crate::audit::figure::is_figure;
use csv::{Terminator, Writer, WriterBuilder};
use std::borrow::Cow;

/// What a cell holds.
#[derive(Clone, Debug)]
pub(crate) enum Cell<'c> {
    /// Nothing: not applicable, or not said.
    Empty,
    /// Text, which never runs as a formula.
    Text(Cow<'c, str>),
    /// A decimal in the form of E1.2, which stays a number.
    Number(Cow<'c, str>),
}

impl<'c> Cell<'c> {
    pub(crate) fn text(text: impl Into<Cow<'c, str>>) -> Cell<'c> {
        Cell::Text(text.into())
    }

    pub(crate) fn number(number: impl Into<Cow<'c, str>>) -> Cell<'c> {
        Cell::Number(number.into())
    }

    /// A date as ISO 8601 writes it, which every spreadsheet reads as a date.
    pub(crate) fn date(date: crate::Date) -> Cell<'c> {
        Cell::Text(date.to_string().into())
    }

    pub(crate) fn count(count: usize) -> Cell<'c> {
        Cell::Number(count.to_string().into())
    }

    /// The cell of something that may be missing.
    pub(crate) fn of<T>(value: Option<T>, cell: impl FnOnce(T) -> Cell<'c>) -> Cell<'c> {
        value.map_or(Cell::Empty, cell)
    }
}

/// A table in the making. In French: UTF-8 with a byte-order mark, `;` between cells and a decimal comma, as Excel set to French
/// reads them; in English: no mark, `,` and a decimal point. Lines end with CR LF in both.
pub(crate) struct Table {
    lang: Lang,
    out: Writer<Vec<u8>>,
}

impl Table {
    pub(crate) fn new(lang: Lang) -> Table {
        Table::after(lang, lang.pick("\u{feff}", ""))
    }

    /// Rows to be put after those of another table.
    pub(crate) fn part(lang: Lang) -> Table {
        Table::after(lang, "")
    }

    fn after(lang: Lang, begin: &str) -> Table {
        let out = begin.as_bytes().to_vec();
        let out = WriterBuilder::new()
            .delimiter(lang.pick(b';', b','))
            .terminator(Terminator::CRLF)
            .flexible(true)
            .from_writer(out);
        Table { lang, out }
    }

    /// Add a row.
    pub(crate) fn row(&mut self, cells: &[Cell<'_>]) {
        let cells = cells.iter().map(|cell| match cell {
            Cell::Empty => Cow::Borrowed(""),
            Cell::Number(number) if is_figure(number) => match self.lang {
                Lang::Fr => Cow::Owned(number.replace('.', ",")),
                Lang::En => Cow::Borrowed(&**number),
            },
            // a number that is none would be a way around the guard
            Cell::Number(text) | Cell::Text(text) => guard::guarded(text),
        });
        let cells: Vec<Cow<'_, str>> = cells.collect();
        // writing into memory cannot fail, and rows of any length are taken
        let _ = self.out.write_record(cells.iter().map(|cell| cell.as_bytes()));
    }

    /// The whole file.
    pub(crate) fn finish(self) -> String {
        let bytes = self.out.into_inner().unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(lang: Lang, rows: &[&[Cell<'_>]]) -> String {
        let mut table = Table::new(lang);
        rows.iter().for_each(|row| table.row(row));
        table.finish()
    }

    /// The cells of a file as a program reads them.
    fn read(lang: Lang, file: &str) -> Vec<Vec<String>> {
        let file = file.strip_prefix('\u{feff}').unwrap_or(file);
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(lang.pick(b';', b','))
            .has_headers(false)
            .from_reader(file.as_bytes());
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn the_dialect_is_that_of_the_language() {
        let row: &[Cell<'_>] = &[Cell::text("é"), Cell::number("-1234.5"), Cell::Empty, Cell::count(7)];
        assert_eq!(table(Lang::Fr, &[row, row]), "\u{feff}é;-1234,5;;7\r\né;-1234,5;;7\r\n");
        assert_eq!(table(Lang::En, &[row, row]), "é,-1234.5,,7\r\né,-1234.5,,7\r\n");
        assert_eq!(table(Lang::Fr, &[]), "\u{feff}");
    }

    #[test]
    fn numbers_are_neither_guarded_nor_quoted() {
        for number in ["-5", "0", "-0.25", "29.4701837500553097", "123456789012345678901234567890"] {
            assert_eq!(table(Lang::En, &[&[Cell::number(number)]]), format!("{number}\r\n"));
            let french = number.replace('.', ",");
            assert_eq!(table(Lang::Fr, &[&[Cell::number(number)]]), format!("\u{feff}{french}\r\n"));
        }
        // what only claims to be a number is text
        for text in ["-", "-1+1", "=1", "1e5", "--1", "-.5", "1."] {
            let file = table(Lang::En, &[&[Cell::number(text), Cell::text(text)]]);
            let rows = read(Lang::En, &file);
            assert_eq!(rows[0][0], rows[0][1], "{text}");
        }
    }

    #[test]
    fn cells_come_back_whole() {
        let texts =
            ["a;b", "a,b", "say \"yes\"", "two\nlines", "two\r\nlines", " spaces ", "", "ɲɛtaasira", "l’été"];
        for lang in [Lang::Fr, Lang::En] {
            let cells: Vec<Cell<'_>> = texts.iter().map(|text| Cell::text(*text)).collect();
            let file = table(lang, &[&cells, &cells]);
            assert_eq!(read(lang, &file), vec![texts.map(str::to_owned).to_vec(); 2]);
        }
    }
}
