//! `kolosi standards`: what is built in.

use crate::exit::{Done, Exit};
use crate::output::Output;
use kolosi::{Standard, report};

pub(crate) fn run(out: &Output) -> Done {
    let list = kolosi::bundled_ids().map(kolosi::bundled).collect::<Result<Vec<Standard>, _>>()?;
    out.data(&report::standards(&list, out.lang, out.colour))?;
    Ok(Exit::Done)
}
