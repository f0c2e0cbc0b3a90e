//! `kolosi verify`: recompute an audit from its inputs.

use crate::args::Beside as Asked;
use crate::beside::Beside;
use crate::exit::{Done, Exit, Failure};
use crate::input;
use crate::output::Output;
use kolosi::result::{MappingRef, StandardRef};
use kolosi::{Code, Input, Lang, Needed, Problem, Verified};
use std::path::Path;

pub(crate) fn run(out: &Output, audit: &Path, standard: &str, dossier: &Path, beside: &Asked) -> Done {
    let bytes = (input::read_audit(audit)?, input::standard_bytes(standard)?, input::read(dossier)?);
    let beside = Beside::read(beside)?;
    let name = |input| match input {
        Input::Standard => standard.to_owned(),
        Input::Dossier => dossier.display().to_string(),
        Input::Mapping(at) => beside.mappings.get(at).map(|given| given.name.clone()).unwrap_or_default(),
        Input::From(at) => beside.from.get(at).map(|given| given.name.clone()).unwrap_or_default(),
        _ => audit.display().to_string(),
    };
    let mappings: Vec<&[u8]> = beside.mappings.iter().map(|given| given.bytes.as_slice()).collect();
    let from: Vec<&[u8]> = beside.from.iter().map(|given| given.bytes.as_slice()).collect();
    let others = kolosi::Beside { mappings: &mappings, from: &from, frameworks: &beside.frameworks };
    match kolosi::verify_beside(&bytes.0, &bytes.1, &bytes.2, &others) {
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
        Ok(Verified::Lacks(needed)) => {
            needed.iter().for_each(|it| out.problem(None, &lacking(it)));
            Ok(Exit::Input)
        }
        Ok(_) => Ok(Exit::Integrity),
        Err((input, problems)) => Err(Failure::Problems(Some(name(input)), problems)),
    }
}

/// What the audit was made with and was not given.
fn lacking(needed: &Needed) -> Problem {
    let missing = |(fr, en): (&str, &str), (id, edition, digest): (&str, &str, &str), write: &str| {
        let fr = Lang::Fr.typeset(&format!("{fr} `{id}`, édition {edition} (empreinte {digest})"));
        let en = format!("{en} `{id}`, edition {edition} (digest {digest})");
        Problem::of_input(Code::MissingArgument, &[&fr, &en, write])
    };
    match needed {
        Needed::Mapping(MappingRef { id, edition, digest, .. }) => missing(
            ("la correspondance", "the mapping"),
            (id, edition, digest),
            &format!("--with-mapping {id}"),
        ),
        Needed::Dossier(StandardRef { id, edition, .. }, digest) => {
            missing(("un dossier pour", "a dossier for"), (id, edition, digest), "--from DOSSIER")
        }
        Needed::Standard(StandardRef { id, edition, digest, .. }) => {
            missing(("le référentiel", "the standard"), (id, edition, digest), "--with-standard STANDARD")
        }
        _ => missing(("une entrée", "an input"), ("?", "?", "?"), "kolosi verify --help"),
    }
}
