//! `kolosi explain`: why one control got its verdict.

use crate::args::{Inputs, TextOrJson};
use crate::exit::{Done, Exit};
use crate::input;
use crate::output::{Output, json};
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
            json(serde_json::to_string(&finding))?
        }
    };
    out.data(&text)?;
    Ok(Exit::Done)
}
