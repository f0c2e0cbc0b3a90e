//! `kolosi show`: read a standard, or one control of it.

use crate::exit::{Done, Exit};
use crate::input;
use crate::output::Output;
use kolosi::report;

pub(crate) fn run(out: &Output, standard: &str, control: Option<&str>) -> Done {
    let standard = input::standard(standard)?;
    out.data(&report::standard(&standard, control, out.lang, out.colour)?)?;
    Ok(Exit::Done)
}
