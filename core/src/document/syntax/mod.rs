//! Why a text is no JSON or no YAML: what its author probably did, told from the words of the parser and the line it stopped at.

mod json;
#[cfg(feature = "yaml")]
mod yaml;

pub(super) use json::json;
#[cfg(feature = "yaml")]
pub(super) use yaml::{NO_COLON, TAB, yaml};

use super::wanted::Words;
use crate::Lang;
use crate::problem::quoted;

/// A mistake that can be recognised: what it is, and what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mistake {
    what: Words,
    help: Words,
}

const fn mistake(what: Words, help: Words) -> Mistake {
    Mistake { what, help }
}

/// The arguments of `invalid-json` or `invalid-yaml`: what happened in French and English; then, where it was recognised, what to
/// do.
pub(super) fn args(mistake: Option<Mistake>, parser: &str) -> Vec<String> {
    let parser = quoted(parser);
    match mistake {
        Some(Mistake { what, help }) => vec![
            Lang::Fr.typeset(what.0),
            format!("{} (the parser says: {parser})", what.1),
            Lang::Fr.typeset(help.0),
            help.1.to_owned(),
        ],
        None => vec![
            Lang::Fr.typeset(&format!("l’analyseur s’arrête ici (il dit, en anglais : {parser})")),
            format!("the parser stops here (it says: {parser})"),
        ],
    }
}
