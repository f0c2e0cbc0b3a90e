//! `kolosi explain`: why one control got its verdict.

use crate::args::{Inputs, TextOrJson};
use crate::exit::{Done, Exit, Failure};
use crate::input;
use crate::output::Output;
use kolosi::report;

pub(crate) fn run(out: &Output, inputs: &Inputs, control: &str, format: TextOrJson) -> Done {
    let (plan, dossier) = input::load(inputs)?;
    let audit = plan.audit(&dossier);
    let text = report::explain(&audit, control, out.lang, out.colour)?;
    let text = match format {
        TextOrJson::Text => text,
        TextOrJson::Json => {
            // a control that the audit lacks has been refused just above
            let finding = audit.findings.iter().find(|finding| finding.control == control);
            let unwritable = |error: serde_json::Error| Failure::Usage(error.to_string(), error.to_string());
            serde_json::to_string(&finding).map_err(unwritable)? + "\n"
        }
    };
    out.data(&text)?;
    Ok(Exit::Done)
}
