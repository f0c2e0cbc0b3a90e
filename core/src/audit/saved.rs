//! Reading an audit that was saved: what `render` and `diff` begin with.

use super::figure::{FIGURE_CHARACTERS, is_figure};
use super::result::{Audit, OptionsUsed};
use super::shape;
use crate::document::{self, DocumentType, Marks, Node, Reader, Tree, Value, canonical_of, sha256};
use crate::problem::{Code, Problem, Problems};
use crate::{Assurance, Date, Options, Plan, Standard};
use serde::{Deserialize, Deserializer, de};
use serde_path_to_error::Segment;

impl Audit {
    /// Read an audit back from its JSON. Layout may differ; it must have the shape that `standards/FORMAT.md` gives it, its own
    /// digest must fit its content, and the standard that it carries must be the one that it names, so that nothing is lost.
    ///
    /// That it follows from its inputs is another question: [`verify`](crate::verify) computes it again.
    ///
    /// # Errors
    /// Every problem of the document at once: those of its shape, and `input-changed` where the digest does not hold;
    /// `invalid-audit` where this version cannot read it back all the same.
    ///
    /// # Example
    /// ```
    /// use kolosi::{Audit, Options};
    /// let plan = kolosi::bundled("itu-gci-2024")?.compile(&Options::new("2024-12-31".parse()?))?;
    /// let audit = plan.audit(&plan.dossier(br#"{"standard": {"id": "itu-gci-2024", "edition": "2024"},
    ///     "subject": {"id": "x", "name": "Exemple fictif"}, "evidence": []}"#)?);
    /// let saved = audit.to_json();
    /// assert_eq!(Audit::from_slice(saved.as_bytes())?.to_json(), saved);
    ///
    /// let forged = saved.replace("\"undetermined\":5", "\"undetermined\":0");
    /// let problems = Audit::from_slice(forged.as_bytes()).unwrap_err();
    /// assert!(problems.iter().all(|problem| problem.code().as_str() == "input-changed"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_slice(bytes: &[u8]) -> Result<Audit, Problems> {
        let tree = parse(bytes)?;
        let mut reader = Reader::new(&tree);
        shape::audit(&mut reader, &tree.root);
        let (mut found, _) = reader.finish(&tree);
        if found.failed && text(&tree, &["engine", "version"]) != Some(env!("CARGO_PKG_VERSION")) {
            found.list.push(invalid(&tree, &tree.root));
        }
        if let Err(problem) = unchanged(&tree) {
            found.failed = true;
            found.list.push(problem);
        }
        found.conclude()?;
        let json = canonical_of(&tree.root, &Marks::none(), None);
        let audit: Audit = serde_path_to_error::deserialize(&mut serde_json::Deserializer::from_str(&json))
            .map_err(|error| invalid(&tree, nearest_node(&tree, error.path())))?;
        let standard = embedded(&audit).map_err(|member| {
            let node = ["standard", member].iter().try_fold(&tree.root, |node, key| node.get(key));
            invalid(&tree, node.unwrap_or(&tree.root))
        })?;
        let options = audit.options.options();
        if options.is_none_or(|options| standard.compile(&options).is_err()) {
            return Err(invalid(&tree, tree.root.get("options").unwrap_or(&tree.root)).into());
        }
        if audit.to_json() != json {
            // a member that this version does not know would be lost
            return Err(invalid(&tree, &tree.root).into());
        }
        Ok(audit)
    }

    /// The standard that the audit carries, compiled as it was audited with: what reports and tables are read by.
    ///
    /// # Errors
    /// The standard inside the audit does not load; an audit written by Kolosi holds one that does.
    pub fn plan(&self) -> Result<Plan, Problems> {
        let standard = Standard::from_slice(self.standard.document.get().as_bytes())?;
        let asked = &self.options;
        // nothing that is read so depends on the date of the plan: what is in force stands in the findings
        let mut options = Options::new(asked.as_of.parse().unwrap_or(Date::FIRST));
        options.assurance = Assurance::from_name(&asked.assurance).unwrap_or(Assurance::Declared);
        options.profile.clone_from(&asked.profile);
        options.parameters.clone_from(&asked.parameters);
        standard.compile(&options)
    }
}

impl OptionsUsed {
    /// The options, to compile the standard with again; `None` where one of them is none of ours.
    pub(crate) fn options(&self) -> Option<Options> {
        let mut options =
            Options::new(self.as_of.parse().ok()?).assurance(Assurance::from_name(&self.assurance)?);
        options.profile.clone_from(&self.profile);
        options.parameters.clone_from(&self.parameters);
        Some(options)
    }
}

/// The tree of an audit.
pub(crate) fn parse(bytes: &[u8]) -> Result<Tree, Problem> {
    let tree = document::parse_audit(bytes)?;
    match DocumentType::of_tree(&tree) {
        Some(DocumentType::Audit) => Ok(tree),
        Some(other) => {
            Err(Problem::of_input(Code::WrongDocumentType, &[other.as_str(), DocumentType::Audit.as_str()]))
        }
        None => Err(Problem::of_input(Code::UnknownDocumentType, &[])),
    }
}

/// Whether the digest of an audit is that of its content (E2.3).
pub(crate) fn unchanged(tree: &Tree) -> Result<(), Problem> {
    let content = canonical_of(&tree.root, &Marks::none(), Some(&["digest", "engine"]));
    // of two equal keys every reader may take another: such an audit has no content
    let found = if tree.root.has_duplicate_keys() { "–".to_owned() } else { sha256(&content) };
    match text(tree, &["digest"]) {
        Some(digest) if digest == found => Ok(()),
        digest => Err(Problem::of_input(Code::InputChanged, &[&found, digest.unwrap_or("–")])),
    }
}

/// The text at a path of keys.
pub(crate) fn text<'t>(tree: &'t Tree, path: &[&str]) -> Option<&'t str> {
    let node = path.iter().try_fold(&tree.root, |node, key| node.get(key))?;
    Reader::probe().scalar_text(node)
}

/// The standard that an audit carries, which must be the one that it names; else the member that is wrong.
fn embedded(audit: &Audit) -> Result<Standard, &'static str> {
    let used = &audit.standard;
    let standard = Standard::from_slice(used.document.get().as_bytes()).map_err(|_| "document")?;
    match used {
        _ if used.digest != standard.digest() => Err("digest"),
        _ if used.id != standard.id().as_str() => Err("id"),
        _ if used.edition != standard.edition() => Err("edition"),
        _ => Ok(standard),
    }
}

fn invalid(tree: &Tree, node: &Node) -> Problem {
    let engine = text(tree, &["engine", "version"]).unwrap_or("?");
    let args = vec![crate::problem::quoted(engine)];
    Problem::new(Code::InvalidAudit, tree.place(node.spot), args, Vec::new())
}

/// The node at a path, or the last one on the way to it.
fn nearest_node<'t>(tree: &'t Tree, path: &serde_path_to_error::Path) -> &'t Node {
    let mut node = &tree.root;
    for segment in path.iter() {
        let next = match (segment, &node.value) {
            (Segment::Map { key }, _) => node.get(key),
            (Segment::Seq { index }, Value::List(items)) => items.get(*index),
            _ => None,
        };
        let Some(next) = next else { break };
        node = next;
    }
    node
}

/// A number of a result, in the form of E1.2.
pub(super) fn decimal<'d, D: Deserializer<'d>>(from: D) -> Result<String, D::Error> {
    let text = String::deserialize(from)?;
    if text.len() <= FIGURE_CHARACTERS && is_figure(&text) {
        return Ok(text);
    }
    Err(de::Error::custom("not a decimal"))
}
