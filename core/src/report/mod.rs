//! What an audit found, for people to read: one audit in, one page out. Nothing is computed anew here; words, numbers and
//! look-ups are shared by every form.

mod csv;
mod format;
mod html;
mod phrase;
mod text;
mod view;
mod words;

pub use text::{explain, standard, standards, text};

use crate::{Audit, Lang, Problems};

/// The report of an audit as one self-contained HTML page: no script, nothing fetched, ready for paper.
///
/// # Errors
/// The standard inside the audit does not load; an audit written by Kolosi holds one that does.
pub fn html(audit: &Audit, lang: Lang) -> Result<String, Problems> {
    let frame = view::Frame::of(audit)?;
    Ok(html::page(&view::View::new(&frame, audit, lang)))
}

/// The findings of an audit as a table for spreadsheets, a row each; the columns are in `standards/FORMAT.md`.
///
/// In French the file begins with a byte-order mark, `;` parts the cells and a comma the decimals, as Excel set to French expects;
/// in English neither. Text that would run as a formula gets an apostrophe before it; numbers stay numbers.
///
/// # Errors
/// The standard inside the audit does not load; an audit written by Kolosi holds one that does.
///
/// # Example
/// ```
/// use kolosi::{Lang, Options, report};
/// let plan = kolosi::bundled("itu-gci-2024")?.compile(&Options::new("2024-12-31".parse()?))?;
/// let audit = plan.audit(&plan.dossier(br#"{"standard": {"id": "itu-gci-2024", "edition": "2024"},
///     "subject": {"id": "x", "name": "=1+1"}, "evidence": []}"#)?);
/// let table = report::csv(&audit, Lang::En)?;
/// assert!(table.starts_with("Standard,Edition,Subject id,Subject,"));
/// assert!(table.contains(",'=1+1,"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn csv(audit: &Audit, lang: Lang) -> Result<String, Problems> {
    let frame = view::Frame::of(audit)?;
    Ok(csv::audit(&view::View::new(&frame, audit, lang)))
}
