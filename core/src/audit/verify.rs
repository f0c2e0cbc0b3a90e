//! Recomputing an audit from its inputs.

use super::result::OptionsUsed;
use super::saved;
use crate::document::{self, Marks, Node, Tree, canonical_of};
use crate::problem::{Code, Problem, Problems};
use crate::{Options, Standard};

/// One of the inputs of [`verify`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// The audit itself.
    Audit,
    /// The standard.
    Standard,
    /// The dossier.
    Dossier,
}

impl Input {
    /// The word for it: `audit`, `standard` or `dossier`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Input::Audit => "audit",
            Input::Standard => "standard",
            Input::Dossier => "dossier",
        }
    }
}

/// What [`verify`] found.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Verified {
    /// The inputs give this very audit.
    Holds {
        /// The digest of the audit.
        digest: String,
    },
    /// A value has changed since, in these inputs, each with a problem that says so.
    Changed(Vec<(Input, Problem)>),
}

/// Recompute an audit from its standard and dossier. Layout and comments may differ; a value may not.
///
/// # Errors
/// An input that cannot be read as a tree at all, with the input it is.
pub fn verify(audit: &[u8], standard: &[u8], dossier: &[u8]) -> Result<Verified, (Input, Problems)> {
    let tree = saved::parse(audit).map_err(|problem| (Input::Audit, problem.into()))?;
    // what a changed audit says of the other inputs is worth nothing
    if let Err(problem) = saved::unchanged(&tree) {
        return Ok(Verified::Changed(vec![(Input::Audit, problem)]));
    }
    let written = Written::of(&tree);
    let mut changed = Vec::new();
    let mut note = |input: Input, found: &str, expected: &str| {
        if found != expected {
            changed.push((input, Problem::of_input(Code::InputChanged, &[found, expected])));
        }
    };
    // what no longer loads, but once did, has changed
    let standard = match Standard::from_slice(standard) {
        Ok(standard) => {
            note(Input::Standard, standard.digest(), &written.standard);
            Some(standard).filter(|standard| standard.digest() == written.standard)
        }
        Err(problems) => unreadable(Input::Standard, problems, standard, &mut note, &written.standard)?,
    };
    // a changed standard is no reason to call the dossier changed: it is read with the one that the audit carries
    let standard = standard.or_else(|| Standard::from_slice(written.document.as_bytes()).ok());
    let plan =
        standard.zip(written.options.as_ref()).and_then(|(standard, options)| standard.compile(options).ok());
    let dossier = match plan.as_ref().map(|plan| plan.dossier(dossier)) {
        Some(Ok(dossier)) => {
            note(Input::Dossier, dossier.digest(), &written.dossier);
            Some(dossier)
        }
        Some(Err(problems)) => unreadable(Input::Dossier, problems, dossier, &mut note, &written.dossier)?,
        None => {
            document::parse(dossier).map_err(|problem| (Input::Dossier, problem.into()))?;
            None
        }
    };
    let again = plan.zip(dossier).map(|(plan, dossier)| plan.audit(&dossier));
    if !changed.is_empty() {
        return Ok(Verified::Changed(changed));
    }
    match again.and_then(|again| again.digest) {
        Some(digest) if digest == written.digest => Ok(Verified::Holds { digest }),
        again => {
            // the digests agree with each other, but not with what the inputs give
            let problem =
                Problem::of_input(Code::InputChanged, &[&written.digest, again.as_deref().unwrap_or("–")]);
            Ok(Verified::Changed(vec![(Input::Audit, problem)]))
        }
    }
}

/// An input with problems: if it is not even a tree that is an error, else a change.
fn unreadable<T>(
    input: Input,
    problems: Problems,
    bytes: &[u8],
    note: &mut impl FnMut(Input, &str, &str),
    expected: &str,
) -> Result<Option<T>, (Input, Problems)> {
    if document::parse(bytes).is_err() {
        return Err((input, problems));
    }
    note(input, "–", expected);
    Ok(None)
}

/// What an audit says of itself.
struct Written {
    digest: String,
    standard: String,
    dossier: String,
    options: Option<Options>,
    /// The standard that it carries.
    document: String,
}

impl Written {
    fn of(tree: &Tree) -> Written {
        let text = |path: &[&str]| saved::text(tree, path).unwrap_or_default().to_owned();
        Written {
            digest: text(&["digest"]),
            standard: text(&["standard", "digest"]),
            dossier: text(&["dossier", "digest"]),
            options: tree.root.get("options").and_then(options),
            document: tree
                .root
                .get("standard")
                .and_then(|standard| standard.get("document"))
                .map(|document| canonical_of(document, &Marks::none(), None))
                .unwrap_or_default(),
        }
    }
}

fn options(node: &Node) -> Option<Options> {
    let used: OptionsUsed = serde_json::from_str(&canonical_of(node, &Marks::none(), None)).ok()?;
    used.options()
}
