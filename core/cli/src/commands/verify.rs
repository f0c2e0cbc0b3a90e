//! `kolosi verify`: recompute an audit from its inputs.

use crate::exit::{Done, Exit, Failure};
use crate::input;
use crate::output::Output;
use kolosi::{Input, Verified};
use std::path::Path;

pub(crate) fn run(out: &Output, audit: &Path, standard: &str, dossier: &Path) -> Done {
    let name = |input| match input {
        Input::Audit => audit.display().to_string(),
        Input::Standard => standard.to_owned(),
        Input::Dossier => dossier.display().to_string(),
    };
    let bytes = (input::read_audit(audit)?, input::standard_bytes(standard)?, input::read(dossier)?);
    match kolosi::verify(&bytes.0, &bytes.1, &bytes.2) {
        Ok(Verified::Holds { digest }) => {
            let words =
                out.words("l’audit est bien celui de ces documents", "the audit is that of these documents");
            out.data(&format!("{words}\n{digest}\n"))?;
            Ok(Exit::Done)
        }
        Ok(Verified::Changed(changed)) => {
            for (input, problem) in changed {
                out.problem(Some(&name(input)), &problem);
            }
            Ok(Exit::Integrity)
        }
        Ok(_) => Ok(Exit::Integrity),
        Err((input, problems)) => Err(Failure::Problems(Some(name(input)), problems)),
    }
}
