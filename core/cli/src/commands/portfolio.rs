//! `kolosi portfolio`: many dossiers, one a line; a row for each, and a summary.

use crate::args::{Portfolio as Asked, RowFormat};
use crate::exit::{Done, Exit, Failure};
use crate::file::Draft;
use crate::input;
use crate::output::Output;
use crate::progress::Progress;
use kolosi::portfolio::{Form, Summary};
use kolosi::{Plan, Portfolio, report};
use std::fs::File;
use std::io::{self, BufRead, ErrorKind, Seek, Write, stdout};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

pub(crate) fn run(out: &Output, asked: &Asked) -> Done {
    refuse_overwriting(asked)?;
    let summary_form = asked.summary.as_deref().map(summary_form).transpose()?;
    let plan = input::plan(&asked.inputs)?;
    let mut portfolio = Portfolio::new(&plan).digests(asked.digests);
    if let Some((_, SummaryForm::Html)) = summary_form {
        portfolio = portfolio.heat(report::HEAT_SUBJECTS);
    }
    for attribute in &asked.by {
        portfolio = portfolio.by(attribute);
    }
    let name = asked.inputs.dossier.display().to_string();
    let (input, length) = input::lines(&asked.inputs.dossier)?;
    let threads = asked.threads.or_else(|| std::thread::available_parallelism().ok()).map_or(1, Into::into);
    let mut rows = Rows::new(asked, form(out, asked))?;
    let summary = audit(out, &portfolio, input, length, threads, &mut rows, &name)?;
    let failed = summary.subjects.failed > 0;
    if asked.strict && failed {
        show_summary(out, &plan, &summary, None)?;
        out.say(out.words(
            "des lignes sont en erreur ; avec `--strict`, rien n’est écrit",
            "some lines have problems; with `--strict`, nothing is written",
        ));
        return Ok(Exit::Input);
    }
    rows.commit()?;
    show_summary(out, &plan, &summary, summary_form)?;
    Ok(if failed { Exit::Input } else { Exit::Done })
}

/// Audit every line, until the end, Ctrl-C, or a reader of the rows that has gone.
fn audit(
    out: &Output,
    portfolio: &Portfolio,
    input: Box<dyn BufRead>,
    length: Option<u64>,
    threads: usize,
    rows: &mut Rows,
    name: &str,
) -> Result<Summary, Failure> {
    let stopped = Arc::new(AtomicBool::new(false));
    let stop = Arc::clone(&stopped);
    // where no handler can be set, Ctrl-C ends the process as it would any other
    let _ = ctrlc::set_handler(move || stop.store(true, Ordering::Relaxed));
    let progress = Progress::new(out, length);
    let mut broken = None;
    let done = portfolio.run(input, rows.form, threads, |text, at| {
        if stopped.load(Ordering::Relaxed) {
            return Err(ErrorKind::Interrupted.into());
        }
        progress.show(at);
        rows.write(text).map_err(|error| {
            let kind = error.kind();
            broken = Some(error);
            kind.into()
        })
    });
    progress.clear();
    match (done, broken) {
        (Ok(summary), _) => Ok(summary),
        // nobody reads the rows any more, as with `head`: no error
        (Err(_), Some(error)) if error.kind() == ErrorKind::BrokenPipe => Err(Failure::NobodyReads),
        (Err(_), Some(error)) => Err(Failure::Write(rows.name.clone(), error)),
        (Err(_), None) if stopped.load(Ordering::Relaxed) => Err(Failure::Interrupted),
        (Err(error), None) => Err(input::unreadable(name, &error)),
    }
}

/// The form asked for, else that of the file's name.
fn form(out: &Output, asked: &Asked) -> Form {
    let extension = asked.output.as_ref().and_then(|path| path.extension());
    match asked.format {
        Some(RowFormat::Csv) => Form::Csv(out.lang),
        None if extension.is_some_and(|extension| extension == "csv") => Form::Csv(out.lang),
        Some(RowFormat::Ndjson) | None => Form::Ndjson,
    }
}

/// Where the rows go.
struct Rows {
    to: To,
    form: Form,
    name: String,
}

enum To {
    /// Standard output, as they come.
    Out,
    /// Standard output, once all are there.
    OutAtEnd(File),
    File(Draft),
}

impl Rows {
    fn new(asked: &Asked, form: Form) -> Result<Rows, Failure> {
        let name =
            asked.output.as_ref().map_or_else(|| "stdout".to_owned(), |path| path.display().to_string());
        let failed = |error| Failure::Write(name.clone(), error);
        let to = match &asked.output {
            Some(path) => To::File(Draft::beside(path).map_err(failed)?),
            None if asked.strict => To::OutAtEnd(tempfile::tempfile().map_err(failed)?),
            None => To::Out,
        };
        Ok(Rows { to, form, name })
    }

    fn write(&mut self, text: &[u8]) -> io::Result<()> {
        match &mut self.to {
            To::Out => {
                let mut out = stdout().lock();
                out.write_all(text)?;
                out.flush()
            }
            To::OutAtEnd(file) => file.write_all(text),
            To::File(draft) => draft.write_all(text),
        }
    }

    fn commit(self) -> Result<(), Failure> {
        let done = match self.to {
            To::Out => Ok(()),
            To::OutAtEnd(mut file) => {
                file.rewind().and_then(|()| io::copy(&mut file, &mut stdout().lock())).and(Ok(()))
            }
            To::File(draft) => draft.commit(),
        };
        match done {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::Write(self.name, error)),
            _ => Ok(()),
        }
    }
}

/// The form of a summary's file.
#[derive(Clone, Copy)]
enum SummaryForm {
    Text,
    Json,
    Html,
}

fn summary_form(path: &Path) -> Result<(&Path, SummaryForm), Failure> {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("txt" | "text") => Ok((path, SummaryForm::Text)),
        Some("json") => Ok((path, SummaryForm::Json)),
        Some("html" | "htm") => Ok((path, SummaryForm::Html)),
        _ => Err(Failure::argument(
            &path.display().to_string(),
            "--summary",
            ("son format n’est pas connu ici", "its format is not known here"),
            (
                "donnez au fichier l’extension .txt, .json ou .html",
                "give the file the extension .txt, .json or .html",
            ),
        )),
    }
}

fn show_summary(
    out: &Output,
    plan: &Plan,
    summary: &Summary,
    form: Option<(&Path, SummaryForm)>,
) -> Result<(), Failure> {
    let Some((path, form)) = form else {
        out.say(report::portfolio(summary, plan, out.lang, out.colour_errors).trim_end());
        return Ok(());
    };
    let text = match form {
        SummaryForm::Text => report::portfolio(summary, plan, out.lang, false),
        SummaryForm::Json => summary.to_json() + "\n",
        SummaryForm::Html => report::portfolio_html(summary, plan, out.lang),
    };
    out.file(path, &text)
}

/// An output that is one of the inputs, or the other output, would destroy it.
fn refuse_overwriting(asked: &Asked) -> Result<(), Failure> {
    let inputs = [Path::new(&asked.inputs.standard), &asked.inputs.dossier];
    let outputs: Vec<&Path> = asked.output.iter().chain(&asked.summary).map(AsRef::as_ref).collect();
    crate::targets::refuse_overwriting(&inputs, &outputs)
}
