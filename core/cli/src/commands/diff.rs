//! `kolosi diff`: what changed from one saved audit to another.

use crate::args::{Outputs, TextJsonHtml};
use crate::exit::{Done, Exit};
use crate::input;
use crate::output::Output;
use crate::targets::Targets;
use kolosi::report;
use std::path::Path;

pub(crate) fn run(out: &Output, old: &Path, new: &Path, outputs: &Outputs<TextJsonHtml>) -> Done {
    let targets = Targets::new(outputs, &[old, new])?;
    let (before, after) = (input::audit(old)?, input::audit(new)?);
    targets.write(out, |format, colour| {
        Ok(match format {
            TextJsonHtml::Text => report::diff_text(&before, &after, out.lang, colour)?,
            TextJsonHtml::Json => kolosi::diff(&before, &after).to_json() + "\n",
            TextJsonHtml::Html => report::diff_html(&before, &after, out.lang)?,
        })
    })?;
    Ok(Exit::Done)
}
