//! Pinning a mapping again to what its sides are now (E12.4): only the digests are rewritten, in the text as it is.

use super::Mapping;
use super::framework::Framework;
use super::link::find;
use super::model::Side;
use crate::document::{Reader, Tree};
use crate::problem::{Code, Problem, Problems};

/// A mapping whose digests are those of its sides.
#[derive(Clone, Debug)]
pub struct Repinned {
    /// The document, its comments and layout as they were.
    pub text: String,
    /// What no longer held: a `broken-pin` for each side that was rewritten.
    pub changed: Vec<Problem>,
}

impl Mapping {
    /// The document with the digests of its sides, to be found among these frameworks, in place of those that no longer hold. What
    /// else is wrong with it, such as an edition that is another one or an id that is gone, [`link`](Mapping::link) tells of the result.
    ///
    /// # Errors
    /// Every problem of the document by itself; a side that is not there; a digest written so that it cannot be replaced in place.
    pub fn repin(bytes: &[u8], among: &[Framework]) -> Result<Repinned, Problems> {
        let mapping = Mapping::from_slice(bytes)?;
        let text = String::from_utf8_lossy(bytes);
        let (mark, text) = text.strip_prefix('\u{feff}').map_or(("", &*text), |text| ("\u{feff}", text));
        let tree = &mapping.0.tree;
        let mut reader = Reader::new(tree);
        let mut spans = Vec::new();
        for side in [&mapping.model().source, &mapping.model().target] {
            let Some(framework) = find(&mut reader, side, among) else { continue };
            if framework.digest() != side.pin.value.digest() {
                spans.push((digest_at(text, tree, side), side, framework.digest()));
            }
        }
        let (found, _) = reader.finish(tree);
        found.conclude()?;
        let told = mapping.link(among).err();
        let broken = |side: &Side| {
            let path = tree.place(side.pin.spot).path;
            let problems = told.iter().flatten();
            problems
                .filter(|it| it.code() == Code::BrokenPin && it.place().path == path)
                .cloned()
                .collect::<Vec<_>>()
        };
        let mut changed = Vec::new();
        let mut written = text.to_owned();
        // from the end, so that places before it stay where they are
        spans.sort_by_key(|(at, ..)| std::cmp::Reverse(*at));
        for (at, side, digest) in spans {
            let Some(at) = at else { return Err(Problems::sorted(broken(side), 0)) };
            written.replace_range(at..at + digest.len(), digest);
            changed.splice(0..0, broken(side));
        }
        Ok(Repinned { text: format!("{mark}{written}"), changed })
    }
}

/// The byte where the digest of a side is written; `None` where it is not written as it reads.
fn digest_at(text: &str, tree: &Tree, side: &Side) -> Option<usize> {
    let place = tree.place(side.pin.spot);
    let line = usize::try_from(place.line).ok()?.checked_sub(1)?;
    let column = usize::try_from(place.column).ok()?.checked_sub(1)?;
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let (before, _) = text.get(start..)?.char_indices().nth(column)?;
    let at = start + before;
    let quote = usize::from(text.get(at..)?.starts_with(['"', '\'']));
    text.get(at + quote..)?.starts_with(side.pin.value.digest()).then_some(at + quote)
}
