//! Recomputing an audit from its inputs.

use crate::audit::result::{Inferences, MappingRef, OptionsUsed, StandardRef};
use crate::audit::saved;
use crate::document::{self, Marks, Node, Tree, canonical_of};
use crate::problem::{Code, Problem, Problems};
use crate::{Dossier, Framework, Linked, Mapping, Options, Plan, Standard};

/// One of the inputs of [`verify`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Input {
    /// The audit itself.
    Audit,
    /// The standard.
    Standard,
    /// The dossier.
    Dossier,
    /// One of [`Beside::mappings`], by its index.
    Mapping(usize),
    /// One of [`Beside::from`], by its index.
    From(usize),
}

impl Input {
    /// The word for it: `audit`, `standard`, `dossier`, `mapping` or `from`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Input::Audit => "audit",
            Input::Standard => "standard",
            Input::Dossier => "dossier",
            Input::Mapping(_) => "mapping",
            Input::From(_) => "from",
        }
    }
}

/// What an audit with inferences was made with besides its standard and dossier.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beside<'i> {
    /// The mappings, in any order.
    pub mappings: &'i [&'i [u8]],
    /// The dossiers that it was inferred from, in any order.
    pub from: &'i [&'i [u8]],
    /// The standards of these dossiers, and the sides of the mappings; the standard of the audit need not be among them.
    pub frameworks: &'i [Framework],
}

/// An input that an audit was made with and that was not given.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Needed {
    /// A mapping.
    Mapping(MappingRef),
    /// The standard of a dossier that something was inferred from.
    Standard(StandardRef),
    /// A dossier that something was inferred from: its standard and its digest.
    Dossier(StandardRef, String),
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
    /// Nothing given has changed, but the audit was made with these besides.
    Lacks(Vec<Needed>),
}

/// Recompute an audit from its standard and dossier. Layout and comments may differ; a value may not.
///
/// # Errors
/// An input that cannot be read as a tree at all, with the input it is.
pub fn verify(audit: &[u8], standard: &[u8], dossier: &[u8]) -> Result<Verified, (Input, Problems)> {
    verify_beside(audit, standard, dossier, &Beside::default())
}

/// Recompute an audit that was made with mappings, from these and the dossiers that it was inferred from too.
///
/// ```
/// use kolosi::{Beside, Verified};
/// let plan = kolosi::bundled("itu-gci-2024")?.compile(&kolosi::Options::new("2024-12-31".parse()?))?;
/// let dossier = br#"{"standard": {"id": "itu-gci-2024", "edition": "2024"},
///     "subject": {"id": "x", "name": "Exemple fictif"}, "evidence": []}"#;
/// let audit = plan.audit(&plan.dossier(dossier)?).to_json();
/// let standard = plan.standard().canonical().as_bytes();
/// let verified = kolosi::verify_beside(audit.as_bytes(), standard, dossier, &Beside::default());
/// assert!(matches!(verified, Ok(Verified::Holds { .. })));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// An input that cannot be read as a tree at all, with the input it is; a mapping of which a side is not given or not what it pins.
pub fn verify_beside(
    audit: &[u8],
    standard: &[u8],
    dossier: &[u8],
    beside: &Beside<'_>,
) -> Result<Verified, (Input, Problems)> {
    let tree = saved::parse(audit).map_err(|problem| (Input::Audit, problem.into()))?;
    // what a changed audit says of the other inputs is worth nothing
    if let Err(problem) = saved::unchanged(&tree) {
        return Ok(Verified::Changed(vec![(Input::Audit, problem)]));
    }
    let written = Written::of(&tree);
    let mut noted = Noted::default();
    // what no longer loads, but once did, has changed
    let standard = match Standard::from_slice(standard) {
        Ok(standard) => {
            noted.compare(Input::Standard, standard.digest(), &written.standard);
            Some(standard).filter(|standard| standard.digest() == written.standard)
        }
        Err(problems) => noted.unreadable(Input::Standard, problems, standard, &written.standard)?,
    };
    // a changed standard is no reason to call the dossier changed: it is read with the one that the audit carries
    let standard = standard.or_else(|| Standard::from_slice(written.document.as_bytes()).ok());
    let plan =
        standard.zip(written.options()).and_then(|(standard, options)| standard.compile(&options).ok());
    let dossier = match plan.as_ref().map(|plan| plan.dossier(dossier)) {
        Some(Ok(dossier)) => {
            noted.compare(Input::Dossier, dossier.digest(), &written.dossier);
            Some(dossier)
        }
        Some(Err(problems)) => noted.unreadable(Input::Dossier, problems, dossier, &written.dossier)?,
        None => {
            document::parse(dossier).map_err(|problem| (Input::Dossier, problem.into()))?;
            None
        }
    };
    let Some((plan, dossier)) = plan.zip(dossier) else { return Ok(noted.conclude(&written, None)) };
    let frameworks = frameworks(&plan, beside);
    let mappings = mappings(&written, beside, &frameworks, &mut noted)?;
    let from = from(&written, beside, &frameworks, &plan, &mut noted)?;
    if !noted.is_empty() {
        return Ok(noted.conclude(&written, None));
    }
    let again = plan.infer(&dossier, &mappings, &from).map(|inference| inference.audit());
    Ok(noted.conclude(&written, again.ok().and_then(|again| again.digest)))
}

fn frameworks(plan: &Plan, beside: &Beside<'_>) -> Vec<Framework> {
    let own = Framework::Standard(plan.standard().clone());
    std::iter::once(own).chain(beside.frameworks.iter().cloned()).collect()
}

/// The mappings of the audit, in its order.
fn mappings(
    written: &Written,
    beside: &Beside<'_>,
    frameworks: &[Framework],
    noted: &mut Noted,
) -> Result<Vec<Linked>, (Input, Problems)> {
    let mut given = Vec::new();
    for (at, bytes) in beside.mappings.iter().enumerate() {
        let mapping = Mapping::from_slice(bytes).map_err(|problems| (Input::Mapping(at), problems))?;
        given.push((at, mapping));
    }
    let mut linked = Vec::new();
    for wanted in written.used.iter().flat_map(|used| &used.mappings) {
        let same = |(_, mapping): &(usize, Mapping)| mapping.digest() == wanted.digest;
        let named = |(_, mapping): &(usize, Mapping)| mapping.id().as_str() == wanted.id;
        let Some(found) = given.iter().position(same).or_else(|| given.iter().position(named)) else {
            noted.needed.push(Needed::Mapping(wanted.clone()));
            continue;
        };
        let (at, mapping) = given.remove(found);
        noted.compare(Input::Mapping(at), mapping.digest(), &wanted.digest);
        if mapping.digest() == wanted.digest {
            linked.push(mapping.link(frameworks).map_err(|problems| (Input::Mapping(at), problems))?);
        }
    }
    // the audit was made without what is left
    given.iter().for_each(|(at, mapping)| noted.compare(Input::Mapping(*at), mapping.digest(), "–"));
    Ok(linked)
}

/// The dossiers that something was inferred from, in the order of the audit.
fn from(
    written: &Written,
    beside: &Beside<'_>,
    frameworks: &[Framework],
    plan: &Plan,
    noted: &mut Noted,
) -> Result<Vec<Dossier>, (Input, Problems)> {
    let mut given: Vec<(usize, &[u8], String)> = Vec::new();
    for (at, bytes) in beside.from.iter().enumerate() {
        let standard = crate::standard_of(bytes).map_err(|problems| (Input::From(at), problems))?;
        given.push((at, bytes, standard));
    }
    let mut dossiers = Vec::new();
    for wanted in written.inferences.iter().flat_map(|it| &it.from) {
        let held = frameworks.iter().find_map(|framework| match framework {
            Framework::Standard(standard) if standard.digest() == wanted.standard.digest => Some(standard),
            _ => None,
        });
        let compiled = held.and_then(|standard| {
            let mut options = plan.options().carried_to(standard);
            options.profile.clone_from(&wanted.profile);
            standard.compile(&options).ok()
        });
        let Some(other) = compiled else {
            noted.needed.push(Needed::Standard(wanted.standard.clone()));
            given.retain(|(.., standard)| *standard != wanted.standard.id);
            continue;
        };
        let of_it = |(.., standard): &(usize, &[u8], String)| *standard == wanted.standard.id;
        let same = |(_, bytes, _): &(usize, &[u8], String)| {
            other.dossier(bytes).is_ok_and(|dossier| dossier.digest() == wanted.dossier.digest)
        };
        let same_one = given.iter().position(|it| of_it(it) && same(it));
        let Some(found) = same_one.or_else(|| given.iter().position(of_it)) else {
            noted.needed.push(Needed::Dossier(wanted.standard.clone(), wanted.dossier.digest.clone()));
            continue;
        };
        let (at, bytes, _) = given.remove(found);
        match other.dossier(bytes) {
            Ok(dossier) => {
                noted.compare(Input::From(at), dossier.digest(), &wanted.dossier.digest);
                dossiers.push(dossier);
            }
            Err(_) => noted.compare(Input::From(at), "–", &wanted.dossier.digest),
        }
    }
    for (at, ..) in given {
        noted.changed.push((Input::From(at), Problem::of_input(Code::InputChanged, &["?", "–"])));
    }
    Ok(dossiers)
}

/// What was found on the way.
#[derive(Default)]
struct Noted {
    changed: Vec<(Input, Problem)>,
    needed: Vec<Needed>,
}

impl Noted {
    fn is_empty(&self) -> bool {
        self.changed.is_empty() && self.needed.is_empty()
    }

    fn compare(&mut self, input: Input, found: &str, expected: &str) {
        if found != expected {
            self.changed.push((input, Problem::of_input(Code::InputChanged, &[found, expected])));
        }
    }

    /// An input with problems: if it is not even a tree that is an error, else a change.
    fn unreadable<T>(
        &mut self,
        input: Input,
        problems: Problems,
        bytes: &[u8],
        expected: &str,
    ) -> Result<Option<T>, (Input, Problems)> {
        if document::parse(bytes).is_err() {
            return Err((input, problems));
        }
        self.compare(input, "–", expected);
        Ok(None)
    }

    /// The digest is that of the audit made again.
    fn conclude(mut self, written: &Written, again: Option<String>) -> Verified {
        if !self.changed.is_empty() {
            return Verified::Changed(self.changed);
        }
        if !self.needed.is_empty() {
            return Verified::Lacks(self.needed);
        }
        match again {
            Some(digest) if digest == written.digest => Verified::Holds { digest },
            again => {
                // the digests agree with each other, but not with what the inputs give
                self.compare(Input::Audit, &written.digest, again.as_deref().unwrap_or("–"));
                Verified::Changed(self.changed)
            }
        }
    }
}

/// What an audit says of itself.
struct Written {
    digest: String,
    standard: String,
    dossier: String,
    used: Option<OptionsUsed>,
    inferences: Option<Inferences>,
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
            used: tree.root.get("options").and_then(read),
            inferences: tree.root.get("inferences").and_then(read).flatten(),
            document: tree
                .root
                .get("standard")
                .and_then(|standard| standard.get("document"))
                .map(|document| canonical_of(document, &Marks::none(), None))
                .unwrap_or_default(),
        }
    }

    fn options(&self) -> Option<Options> {
        self.used.as_ref()?.options()
    }
}

fn read<T: serde::de::DeserializeOwned>(node: &Node) -> Option<T> {
    serde_json::from_str(&canonical_of(node, &Marks::none(), None)).ok()
}
