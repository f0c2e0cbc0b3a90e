//! `kolosi render`: a saved audit in another form, without its inputs.

use crate::args::{Format, Outputs};
use crate::exit::{Done, Exit, Failure};
use crate::input;
use crate::output::Output;
use crate::targets::Targets;
use kolosi::{Audit, report};
use std::path::Path;

pub(crate) fn run(out: &Output, audit: &Path, outputs: &Outputs<Format>) -> Done {
    let targets = Targets::new(outputs, &[audit])?;
    let audit = input::audit(audit)?;
    targets.write(out, |format, colour| form(out, &audit, format, colour))?;
    Ok(Exit::Done)
}

/// An audit in one of its forms.
pub(crate) fn form(out: &Output, audit: &Audit, format: Format, colour: bool) -> Result<String, Failure> {
    Ok(match format {
        Format::Text => report::text(audit, out.lang, colour)?,
        Format::Json => audit.to_json() + "\n",
        Format::Csv => report::csv(audit, out.lang)?,
        Format::Html => report::html(audit, out.lang)?,
    })
}
