//! Documents to begin with: a small standard to make one's own, and a dossier made for one standard, each with explanations in
//! comments. They are valid as they stand.
//!
//! A line that begins with `##` explains. A line that begins with `#` is an example: without these two characters and the space
//! after them it counts.

mod control;
mod dossier;
mod kind;
mod sheet;
mod standard;
mod words;

use crate::report::view::{Frame, View, blank};
use crate::{Lang, Plan, Problems};

/// A small standard in YAML that has one of everything: a scale, a kind, a parameter, levels, groups, each kind of criterion, a
/// profile. Only its comments depend on the language.
///
/// ```
/// use kolosi::{Lang, Standard, skeleton};
/// let standard = Standard::from_slice(skeleton::standard(Lang::Fr).as_bytes())?;
/// assert!(standard.warnings().is_empty());
/// # Ok::<(), kolosi::Problems>(())
/// ```
#[must_use]
pub fn standard(lang: Lang) -> String {
    standard::write(lang)
}

/// A dossier in YAML for the controls of a plan, whose every answer is `unknown` as of the plan's date; with what each control asks,
/// the answers and ranges that it takes, and an example for each kind. Only its comments depend on the language.
///
/// ```
/// use kolosi::{Lang, Options, skeleton};
/// let plan = kolosi::bundled("itu-gci-2024")?.compile(&Options::new("2024-12-31".parse()?))?;
/// let text = skeleton::dossier(&plan, Lang::En)?;
/// assert!(text.contains("    # value: 0\n"));
/// let audit = plan.audit(&plan.dossier(text.as_bytes())?);
/// assert_eq!(audit.coverage.undetermined, 5);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The standard of the plan does not load again; it always does.
pub fn dossier(plan: &Plan, lang: Lang) -> Result<String, Problems> {
    let audit = blank(plan)?;
    let frame = Frame::of(&audit)?;
    Ok(dossier::write(&View::new(&frame, &audit, lang)))
}
