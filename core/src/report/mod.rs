//! What an audit found, for people to read: one audit in, one page out. Nothing is computed anew here; words, numbers and
//! look-ups are shared by every form.

mod format;
mod html;
mod phrase;
mod text;
mod view;
mod words;

#[cfg(feature = "explanations")]
pub use text::{code, codes};
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
