//! Reports for a terminal: 80 columns, readable without colour.

mod audit;
mod brief;
#[cfg(feature = "explanations")]
mod codes;
mod crosswalk;
mod diff;
mod explain;
mod inference;
mod page;
mod portfolio;
mod settings;
mod standard;

use super::view::{self, Comparison, Frame, View};
use crate::problem::{Code, Place, Problem, Problems, listed, nearest, quoted};
use crate::{Audit, Lang, Options, Standard};

/// The audit on one page.
///
/// # Errors
/// The standard inside the audit does not load; an audit written by Kolosi holds one that does.
pub fn text(audit: &Audit, lang: Lang, colour: bool) -> Result<String, Problems> {
    let frame = Frame::of(audit)?;
    Ok(audit::page(&View::new(&frame, audit, lang), colour))
}

/// The audit in a dozen lines: the score, what is not known, what to do first.
///
/// # Errors
/// The standard inside the audit does not load; an audit written by Kolosi holds one that does.
pub fn brief(audit: &Audit, lang: Lang, colour: bool) -> Result<String, Problems> {
    let frame = Frame::of(audit)?;
    Ok(brief::of_audit(&View::new(&frame, audit, lang), colour))
}

/// What changed from one audit to another in a dozen lines, the earlier one first.
///
/// # Errors
/// Those of [`diff_text`].
pub fn diff_brief(before: &Audit, after: &Audit, lang: Lang, colour: bool) -> Result<String, Problems> {
    let (old, new) = (Frame::of(before)?, Frame::of(after)?);
    let (old, new) = (View::new(&old, before, lang), View::new(&new, after, lang));
    Ok(brief::of_diff(&Comparison::new(&old, &new), colour))
}

/// A standard in a dozen lines: what it is, its groups with their numbers of controls.
///
/// # Errors
/// None of a standard that was loaded.
pub fn standard_brief(standard: &Standard, lang: Lang, colour: bool) -> Result<String, Problems> {
    let audit = view::blank(&standard.compile(&Options::new(crate::Date::FIRST))?)?;
    let frame = Frame::of(&audit)?;
    Ok(brief::of_standard(&View::new(&frame, &audit, lang), colour))
}

/// What changed from one audit to another, the earlier one first.
///
/// # Errors
/// A standard inside one of the audits does not load; audits written by Kolosi hold ones that do.
pub fn diff_text(before: &Audit, after: &Audit, lang: Lang, colour: bool) -> Result<String, Problems> {
    let (old, new) = (Frame::of(before)?, Frame::of(after)?);
    let (old, new) = (View::new(&old, before, lang), View::new(&new, after, lang));
    Ok(diff::page(&Comparison::new(&old, &new), colour))
}

/// What mappings say of two frameworks: gaps on both sides, then pairs.
#[must_use]
pub fn crosswalk_text(crosswalk: &crate::Crosswalk, lang: Lang, colour: bool) -> String {
    crosswalk::page(&view::CrosswalkView::new(crosswalk, lang), colour)
}

/// Why one control got its verdict, down to each record.
///
/// # Errors
/// `unknown-reference` where the audit has no such control; or the standard inside the audit does not load.
pub fn explain(audit: &Audit, control: &str, lang: Lang, colour: bool) -> Result<String, Problems> {
    let frame = Frame::of(audit)?;
    let view = View::new(&frame, audit, lang);
    let Some((_, finding)) = view.finding(control) else {
        return Err(unknown(control, audit.findings.iter().map(|finding| finding.control.as_str())));
    };
    Ok(explain::page(&view, finding, colour))
}

/// What a portfolio comes to, on one page.
#[must_use]
pub fn portfolio(
    summary: &crate::portfolio::Summary,
    plan: &crate::Plan,
    lang: Lang,
    colour: bool,
) -> String {
    portfolio::page(summary, plan, lang, colour)
}

/// A table of standards.
#[must_use]
pub fn standards(list: &[Standard], lang: Lang, colour: bool) -> String {
    standard::table(list, lang, colour)
}

/// A standard: what it is, its groups and controls, its levels and profiles; or one control of it whole.
///
/// # Errors
/// `unknown-reference` where the standard has no such control.
pub fn standard(
    standard: &Standard,
    control: Option<&str>,
    lang: Lang,
    colour: bool,
) -> Result<String, Problems> {
    let audit = view::blank(&standard.compile(&Options::new(crate::Date::FIRST))?)?;
    let frame = Frame::of(&audit)?;
    let view = View::new(&frame, &audit, lang);
    match control {
        None => Ok(standard::page(&view, colour)),
        Some(id) => match view.control(id) {
            Some(control) => Ok(standard::control(&view, control, colour)),
            None => Err(unknown(id, standard.control_ids().map(crate::Id::as_str))),
        },
    }
}

/// A table of the problem codes.
#[cfg(feature = "explanations")]
#[must_use]
pub fn codes(lang: Lang, colour: bool) -> String {
    codes::table(lang, colour)
}

/// A problem code explained, with an example.
#[cfg(feature = "explanations")]
#[must_use]
pub fn code(code: Code, lang: Lang, colour: bool) -> String {
    codes::one(code, lang, colour)
}

pub(super) fn unknown<'k>(id: &str, known: impl Iterator<Item = &'k str> + Clone) -> Problems {
    let args = vec![quoted(id), nearest(id, known.clone()), listed(known)];
    Problem::new(Code::UnknownReference, Place::default(), args, Vec::new()).into()
}
