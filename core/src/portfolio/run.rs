//! A whole portfolio, from its input to its rows, in order.

use super::Portfolio;
use super::batch::{Batch, Batches, Done, Form};
use super::summary::Summary;
use std::io::{self, BufRead};

/// How far a portfolio has got.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// Lines read, blank ones included.
    pub lines: u64,
    /// Bytes read.
    pub bytes: u64,
    /// Subjects audited, and lines with problems.
    pub subjects: super::Subjects,
}

impl Portfolio {
    /// Audit every line of an input; `rows` is handed the rows of some lines at a time, in the order of the input. Memory does not
    /// grow with the input. With the feature `parallel` the work is shared by `threads` threads, which changes no byte.
    ///
    /// ```
    /// use kolosi::{Options, Portfolio, portfolio::Form};
    /// let plan = kolosi::bundled("itu-gci-2024")?.compile(&Options::new("2024-12-31".parse()?))?;
    /// let input = &b"{\"not\": \"a dossier\"}\n"[..];
    /// let mut text = Vec::new();
    /// let summary = Portfolio::new(&plan).run(input, Form::Ndjson, 1, |rows, _| Ok(text.extend_from_slice(rows)))?;
    /// assert_eq!((summary.subjects.audited, summary.subjects.failed), (0, 1));
    /// assert!(text.starts_with(b"{\"coverage\":null"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// What reading the input or `rows` says; nothing more is read then.
    pub fn run<R: BufRead>(
        &self,
        input: R,
        form: Form,
        threads: usize,
        rows: impl FnMut(&[u8], &Progress) -> io::Result<()>,
    ) -> io::Result<Summary> {
        let mut batches = Batches::new(input);
        let mut gathering = Gathering::new(self, rows);
        let begin = self.begin(form);
        if !begin.is_empty() {
            (gathering.rows)(begin.as_bytes(), &gathering.progress)?;
        }
        #[cfg(feature = "parallel")]
        if threads > 1 {
            self.share_out(&mut batches, form, threads, |done| gathering.take(done))?;
            return Ok(gathering.finish());
        }
        let _ = threads;
        while let Some(batch) = batches.next()? {
            let batch = gathering.take(self.batch(batch, form))?;
            batches.reuse(batch);
        }
        Ok(gathering.finish())
    }
}

/// Gathers what becomes of batches, in their order.
struct Gathering<'p, F> {
    portfolio: &'p Portfolio,
    summary: Summary,
    progress: Progress,
    rows: F,
}

impl<'p, F: FnMut(&[u8], &Progress) -> io::Result<()>> Gathering<'p, F> {
    fn new(portfolio: &'p Portfolio, rows: F) -> Self {
        Gathering { portfolio, summary: Summary::new(portfolio), progress: Progress::default(), rows }
    }

    /// The batch back, to be used again.
    fn take(&mut self, done: Done) -> io::Result<Batch> {
        let Done { batch, lines, summary } = done;
        self.summary.join(summary, self.portfolio);
        self.progress.lines += lines;
        self.progress.bytes += batch.bytes.len() as u64;
        self.progress.subjects = self.summary.subjects;
        (self.rows)(&batch.rows, &self.progress)?;
        Ok(batch)
    }

    fn finish(mut self) -> Summary {
        self.summary.close(self.portfolio);
        self.summary
    }
}
