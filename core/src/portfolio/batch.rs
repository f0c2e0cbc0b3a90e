//! Some lines of a portfolio, read together and audited by one thread.

use super::summary::Summary;
use super::{Portfolio, Row};
use crate::limits;
use memchr::{memchr, memchr_iter};
use std::io::{self, BufRead, Read};

/// The form of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Form {
    /// One JSON object a line.
    Ndjson,
    /// A table for the spreadsheet of a language.
    #[cfg(feature = "report")]
    Csv(crate::Lang),
}

/// Whole lines, all but the last of the input with their ends.
#[derive(Debug)]
pub(super) struct Batch {
    /// The number of its first line, from 1.
    first: u64,
    pub(super) bytes: Vec<u8>,
    /// Its rows, each with its end of line.
    pub(super) rows: Vec<u8>,
}

/// What became of a batch.
#[derive(Debug)]
pub(super) struct Done {
    pub(super) batch: Batch,
    /// How many lines were read, blank ones included.
    pub(super) lines: u64,
    pub(super) summary: Summary,
}

/// How many bytes make a batch: enough to be worth handing over, few enough that some for each thread take little memory.
const BYTES: u64 = 256 << 10;
/// Room for a batch and the rest of its last line.
const CAPACITY: usize = 288 << 10;

impl Batch {
    fn empty() -> Batch {
        Batch { first: 0, bytes: Vec::with_capacity(CAPACITY), rows: Vec::with_capacity(CAPACITY / 16) }
    }
}

/// Reads an input in batches.
pub(super) struct Batches<R> {
    input: R,
    next: u64,
    /// Batches that are done with, whose memory is used again: taking so much anew each time costs more than reading it.
    spare: Vec<Batch>,
}

impl<R: BufRead> Batches<R> {
    pub(super) fn new(input: R) -> Batches<R> {
        Batches { input, next: 1, spare: Vec::new() }
    }

    /// The next lines; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Batch>> {
        let Batch { mut bytes, mut rows, .. } = self.spare.pop().unwrap_or_else(Batch::empty);
        bytes.clear();
        rows.clear();
        self.input.by_ref().take(BYTES).read_to_end(&mut bytes)?;
        if bytes.is_empty() {
            return Ok(None);
        }
        let mut skipped = false;
        if bytes.last() != Some(&b'\n') {
            // one byte beyond the limit of a document, which is then refused; the rest of so long a line is not kept
            let most = limits::DOCUMENT_BYTES as u64 + 1;
            self.input.by_ref().take(most).read_until(b'\n', &mut bytes)?;
            skipped = bytes.last() != Some(&b'\n') && skip_line(&mut self.input)?;
        }
        let first = self.next;
        self.next += memchr_iter(b'\n', &bytes).count() as u64 + u64::from(skipped);
        Ok(Some(Batch { first, bytes, rows }))
    }

    /// Take back a batch that is done with, unless a long line has made it large.
    pub(super) fn reuse(&mut self, batch: Batch) {
        if batch.bytes.capacity() <= CAPACITY * 2 {
            self.spare.push(batch);
        }
    }
}

/// Skip to the next line; whether there was an end of line to skip.
fn skip_line(input: &mut impl BufRead) -> io::Result<bool> {
    loop {
        let buffer = input.fill_buf()?;
        if buffer.is_empty() {
            return Ok(false);
        }
        let end = memchr(b'\n', buffer);
        let length = buffer.len();
        input.consume(end.map_or(length, |end| end + 1));
        if end.is_some() {
            return Ok(true);
        }
    }
}

/// The lines of a text, without their ends.
fn lines_of(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = Some(text.strip_suffix(b"\n").unwrap_or(text));
    std::iter::from_fn(move || {
        let text = rest?;
        let (line, after) = match memchr(b'\n', text) {
            Some(end) => (text.get(..end)?, text.get(end + 1..)),
            None => (text, None),
        };
        rest = after;
        Some(line)
    })
}

impl Portfolio {
    /// What stands before the first row.
    pub(super) fn begin(&self, form: Form) -> String {
        match form {
            Form::Ndjson => String::new(),
            #[cfg(feature = "report")]
            Form::Csv(lang) => crate::report::csv::portfolio::titles(&self.by, self.digests, lang),
        }
    }

    fn put(&self, row: &Row, form: Form, rows: &mut Vec<u8>) {
        match form {
            Form::Ndjson => {
                row.write_json(rows);
                rows.push(b'\n');
            }
            #[cfg(feature = "report")]
            Form::Csv(lang) => {
                let text = crate::report::csv::portfolio::row(row, &self.by, self.digests, &self.plan, lang);
                rows.extend_from_slice(text.as_bytes());
            }
        }
    }

    /// Audit the lines of a batch. Blank lines are no rows, and are counted.
    pub(super) fn batch(&self, mut batch: Batch, form: Form) -> Done {
        let mut summary = Summary::new(self);
        let mut lines = 0;
        for (number, line) in (batch.first..).zip(lines_of(&batch.bytes)) {
            lines += 1;
            if line.trim_ascii().is_empty() {
                continue;
            }
            let row = self.tallied(number, line, &mut summary);
            self.put(&row, form, &mut batch.rows);
        }
        Done { batch, lines, summary }
    }
}
