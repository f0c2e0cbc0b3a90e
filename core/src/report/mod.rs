//! What an audit found, or what changed since another, for people to read. Nothing is computed anew here; words, numbers and
//! look-ups are shared by every form.

pub(crate) mod csv;
pub(crate) mod format;
mod html;
pub(crate) mod phrase;
mod text;
pub(crate) mod view;
pub(crate) mod words;

pub use text::{
    brief, crosswalk_text, diff_brief, diff_text, explain, portfolio, standard, standard_brief, standards,
    text,
};
#[cfg(feature = "explanations")]
pub use text::{code, codes};

use crate::{Audit, Lang, Problems};

/// The report of an audit as one self-contained HTML page: no script, nothing fetched, ready for paper.
///
/// # Errors
/// The standard inside the audit does not load; an audit written by Kolosi holds one that does.
pub fn html(audit: &Audit, lang: Lang) -> Result<String, Problems> {
    let frame = view::Frame::of(audit)?;
    Ok(html::page(&view::View::new(&frame, audit, lang)))
}

/// What changed from one audit to another, the earlier one first, as one self-contained HTML page.
///
/// # Errors
/// A standard inside one of the audits does not load; audits written by Kolosi hold ones that do.
pub fn diff_html(before: &Audit, after: &Audit, lang: Lang) -> Result<String, Problems> {
    let (old, new) = (view::Frame::of(before)?, view::Frame::of(after)?);
    let (old, new) = (view::View::new(&old, before, lang), view::View::new(&new, after, lang));
    Ok(html::diff_page(&view::Comparison::new(&old, &new)))
}

/// The audit as a card for a notebook: a piece of HTML with its own scoped style, no script, light and dark, at most 50 findings.
///
/// # Errors
/// The standard inside the audit does not load; an audit written by Kolosi holds one that does.
///
/// # Example
/// ```
/// use kolosi::{Lang, Options, report};
/// let plan = kolosi::bundled("itu-gci-2024")?.compile(&Options::new("2024-12-31".parse()?))?;
/// let audit = plan.audit(&plan.dossier(br#"{"standard": {"id": "itu-gci-2024", "edition": "2024"},
///     "subject": {"id": "x", "name": "<b>"}, "evidence": []}"#)?);
/// let card = report::card(&audit, Lang::En)?;
/// assert!(card.starts_with("<div class=\"kolosi-card\"") && card.contains("&lt;b&gt;"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn card(audit: &Audit, lang: Lang) -> Result<String, Problems> {
    let frame = view::Frame::of(audit)?;
    Ok(html::audit_card(&view::View::new(&frame, audit, lang)))
}

/// Why one control got its verdict, as a card for a notebook; at most 50 records.
///
/// # Errors
/// `unknown-reference` where the audit has no such control; or the standard inside the audit does not load.
pub fn finding_card(audit: &Audit, control: &str, lang: Lang) -> Result<String, Problems> {
    let frame = view::Frame::of(audit)?;
    let view = view::View::new(&frame, audit, lang);
    match view.finding(control) {
        Some((_, finding)) => Ok(html::finding_card(&view, finding)),
        None => Err(text::unknown(control, audit.findings.iter().map(|finding| finding.control.as_str()))),
    }
}

/// What changed from one audit to another, the earlier one first, as a card for a notebook; at most 50 controls.
///
/// # Errors
/// Those of [`diff_html`].
pub fn diff_card(before: &Audit, after: &Audit, lang: Lang) -> Result<String, Problems> {
    let (old, new) = (view::Frame::of(before)?, view::Frame::of(after)?);
    let (old, new) = (view::View::new(&old, before, lang), view::View::new(&new, after, lang));
    Ok(html::diff_card(&view::Comparison::new(&old, &new)))
}

/// A standard as a card for a notebook; at most 50 controls.
///
/// # Errors
/// None of a standard that was loaded.
pub fn standard_card(standard: &crate::Standard, lang: Lang) -> Result<String, Problems> {
    let audit = view::blank(&standard.compile(&crate::Options::new(crate::Date::FIRST))?)?;
    let frame = view::Frame::of(&audit)?;
    Ok(html::standard_card(&view::View::new(&frame, &audit, lang)))
}

/// What mappings say of two frameworks, as one self-contained HTML page: gaps on both sides, then pairs.
#[must_use]
pub fn crosswalk_html(crosswalk: &crate::Crosswalk, lang: Lang) -> String {
    html::crosswalk_page(&view::CrosswalkView::new(crosswalk, lang))
}

/// What mappings say of two frameworks as a table for spreadsheets: a row for each gap, then for each pair; the dialect is that of
/// [`csv`].
#[must_use]
pub fn crosswalk_csv(crosswalk: &crate::Crosswalk, lang: Lang) -> String {
    csv::crosswalk(&view::CrosswalkView::new(crosswalk, lang))
}

/// Subjects of a portfolio whose verdicts a page shows, control by control: what to ask [`Portfolio::heat`] for.
///
/// [`Portfolio::heat`]: crate::Portfolio::heat
pub const HEAT_SUBJECTS: usize = 500;

/// What a portfolio comes to, as one self-contained HTML page. The verdicts that the summary kept, of [`HEAT_SUBJECTS`] at most, are
/// a heat map: a row for each subject, a cell for each control.
///
/// # Example
/// ```
/// use kolosi::{Lang, Options, Portfolio, portfolio::Form, report};
/// let plan = kolosi::bundled("itu-gci-2024")?.compile(&Options::new("2024-12-31".parse()?))?;
/// let dossiers = br#"{"standard": {"id": "itu-gci-2024", "edition": "2024"}, "subject": {"id": "x", "name": "<Exemple fictif>"}, "evidence": []}"#;
/// let portfolio = Portfolio::new(&plan).heat(report::HEAT_SUBJECTS);
/// let summary = portfolio.run(&dossiers[..], Form::Ndjson, 1, |_, _| Ok(()))?;
/// let page = report::portfolio_html(&summary, &plan, Lang::Fr);
/// assert!(page.contains("&lt;Exemple fictif&gt;"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn portfolio_html(summary: &crate::portfolio::Summary, plan: &crate::Plan, lang: Lang) -> String {
    html::portfolio_page(&view::PortfolioView::new(summary, plan, lang))
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
