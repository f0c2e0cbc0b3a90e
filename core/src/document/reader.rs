//! Reading a tree into a model: every problem is collected, with its place, and reading goes on.

use super::node::{Entry, Spot, Tree};
use crate::problem::{Code, Place, Problem, Problems, Severity, listed, nearest, quoted};
use crate::{Date, Id, Text, limits};
use std::collections::BTreeMap;

/// A value and the node it was read from.
#[derive(Clone, Debug)]
pub(crate) struct Located<T> {
    pub(crate) value: T,
    pub(crate) spot: Spot,
}

/// What stands in for a value that could not be read, so that reading goes on and finds the other problems. A document with
/// one has a problem and is never used.
pub(crate) trait OrBlank<T> {
    fn or_blank(self) -> T;
}

impl OrBlank<Text> for Option<Text> {
    fn or_blank(self) -> Text {
        self.unwrap_or_else(Text::blank)
    }
}

impl OrBlank<String> for Option<String> {
    fn or_blank(self) -> String {
        self.unwrap_or_default()
    }
}

impl OrBlank<Date> for Option<Date> {
    fn or_blank(self) -> Date {
        self.unwrap_or(Date::FIRST)
    }
}

impl<T> OrBlank<Vec<T>> for Option<Vec<T>> {
    fn or_blank(self) -> Vec<T> {
        self.unwrap_or_default()
    }
}

/// How a scalar was read, which its canonical form needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReadAs {
    Text,
    Decimal,
    Boolean,
}

/// How each scalar of a tree was read.
#[derive(Debug)]
pub(crate) struct Marks(Vec<ReadAs>);

impl Marks {
    /// No scalar read yet: numbers and booleans keep their token, which suits a canonical document.
    pub(crate) fn none() -> Marks {
        Marks(Vec::new())
    }

    pub(crate) fn of(&self, spot: Spot) -> ReadAs {
        self.0.get(spot.0 as usize).copied().unwrap_or(ReadAs::Text)
    }
}

/// Where a found problem is, before its path is worked out.
#[derive(Debug)]
struct Found {
    code: Code,
    at: At,
    args: Vec<String>,
    related: Option<Spot>,
}

/// A value, or the key of an entry by the value below it; in the order of writing, where a key stands before its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct At {
    spot: Spot,
    is_value: bool,
}

/// Problems that are kept, those that stand first; of them the first [`limits::PROBLEMS`] are shown, all others counted.
const KEPT: usize = 10 * limits::PROBLEMS;

/// What was found in a document, once or in several passes.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    pub(crate) list: Vec<Problem>,
    pub(crate) beyond: usize,
    pub(crate) failed: bool,
}

impl Findings {
    /// Add what another pass found.
    pub(crate) fn join(&mut self, other: Findings) {
        self.list.extend(other.list);
        self.beyond += other.beyond;
        if self.list.len() > 4 * KEPT {
            // each pass may find the same again
            self.list = Problems::sorted(std::mem::take(&mut self.list), 0).iter().cloned().collect();
        }
        self.failed |= other.failed;
    }

    /// The errors as the reason why a document cannot be used; without any, the warnings.
    pub(crate) fn conclude(self) -> Result<Vec<Problem>, Problems> {
        let failed = self.failed;
        let problems = self.problems();
        if failed { Err(problems) } else { Ok(problems.iter().cloned().collect()) }
    }

    pub(crate) fn problems(self) -> Problems {
        Problems::sorted(self.list, self.beyond)
    }
}

/// Collects what is wrong with one document while it is read.
#[derive(Debug)]
pub(crate) struct Reader {
    found: Vec<Found>,
    /// Once there are too many problems: what stands behind this place is only counted.
    last: Option<At>,
    /// How many more there were.
    beyond: usize,
    failed: bool,
    marks: Vec<ReadAs>,
}

impl Reader {
    pub(crate) fn new(tree: &Tree) -> Reader {
        Reader { marks: vec![ReadAs::Text; tree.nodes as usize], ..Reader::probe() }
    }

    /// Add a problem with a value; `args` are as they are shown, and only made where it may be kept.
    pub(super) fn push(
        &mut self,
        code: Code,
        spot: Spot,
        args: impl FnOnce() -> Vec<String>,
        related: Option<Spot>,
    ) {
        self.push_at(At { spot, is_value: true }, code, args, related);
    }

    /// Add a problem with a key.
    fn push_key(&mut self, code: Code, value: Spot, args: impl FnOnce() -> Vec<String>) {
        self.push_at(At { spot: value, is_value: false }, code, args, None);
    }

    /// A hostile document must not make us keep a problem for each of its nodes, nor may what it is made of hide what stands
    /// before it and is found later, such as a key that is missing.
    fn push_at(&mut self, at: At, code: Code, args: impl FnOnce() -> Vec<String>, related: Option<Spot>) {
        self.failed |= code.severity() == Severity::Error;
        if self.last.is_some_and(|last| at > last) {
            self.beyond += 1;
            return;
        }
        self.found.push(Found { code, at, args: args(), related });
        if self.found.len() >= 2 * KEPT {
            // stable: of problems at one place, those found first are kept
            self.found.sort_by_key(|found| found.at);
            self.beyond += self.found.len() - KEPT;
            self.found.truncate(KEPT);
            self.last = self.found.last().map(|found| found.at);
        }
    }

    /// Add a problem with a value.
    pub(crate) fn problem(&mut self, code: Code, spot: Spot, args: &[&str]) {
        self.push(code, spot, || args.iter().map(|arg| quoted(arg)).collect(), None);
    }

    /// Add a problem with a value that has to do with another one; `args` are as they are shown.
    pub(crate) fn problem_beside(&mut self, code: Code, spot: Spot, args: Vec<String>, related: Spot) {
        self.push(code, spot, || args, Some(related));
    }

    /// Add a problem with the key of this value in an object.
    pub(crate) fn problem_with_key(&mut self, code: Code, value: Spot, args: &[&str]) {
        self.push_key(code, value, || args.iter().map(|arg| quoted(arg)).collect());
    }

    /// The known word nearest to a mistyped one; nobody reads it once there are too many problems.
    pub(crate) fn nearest<'k>(&self, word: &str, known: impl IntoIterator<Item = &'k str>) -> String {
        if self.found.len() >= limits::PROBLEMS { String::new() } else { nearest(word, known) }
    }

    /// An id that names nothing known.
    pub(crate) fn unknown<'k>(
        &mut self,
        name: &Located<Id>,
        known: impl IntoIterator<Item = &'k str> + Clone,
    ) {
        let near = self.nearest(name.value.as_str(), known.clone());
        let args = || vec![quoted(name.value.as_str()), quoted(&near), listed(known)];
        self.push(Code::UnknownReference, name.spot, args, None);
    }

    /// An id that names nothing known to what is named elsewhere.
    pub(crate) fn unknown_beside<'k>(
        &mut self,
        name: &Located<Id>,
        known: impl IntoIterator<Item = &'k str> + Clone,
        related: Spot,
    ) {
        let near = self.nearest(name.value.as_str(), known.clone());
        let args = || vec![quoted(name.value.as_str()), quoted(&near), listed(known)];
        self.push(Code::UnknownReference, name.spot, args, Some(related));
    }

    /// A key of an object that is none of those known; `near` is the one that was probably meant, or "".
    pub(crate) fn unknown_key<'k>(
        &mut self,
        entry: &Entry,
        near: &str,
        known: impl IntoIterator<Item = &'k str>,
    ) {
        let args = || vec![quoted(&entry.key), quoted(near), listed(known)];
        self.push_key(Code::UnknownKey, entry.node.spot, args);
    }

    /// A key of an object that is the id of no field known.
    pub(crate) fn unknown_field<'k>(
        &mut self,
        entry: &Entry,
        near: &str,
        known: impl IntoIterator<Item = &'k str>,
    ) {
        let args = || vec![quoted(&entry.key), quoted(near), listed(known)];
        self.push_key(Code::UnknownReference, entry.node.spot, args);
    }

    /// Ids of one list or name space, of which no two may be the same.
    pub(crate) fn unique<'i>(&mut self, ids: impl IntoIterator<Item = &'i Located<Id>>) {
        let mut seen: BTreeMap<&Id, Spot> = BTreeMap::new();
        for id in ids {
            if let Some(first) = seen.get(&id.value) {
                let args = || vec![quoted(id.value.as_str())];
                self.push(Code::DuplicateId, id.spot, args, Some(*first));
            } else {
                seen.insert(&id.value, id.spot);
            }
        }
    }

    /// Whether anything found so far keeps the document from being used.
    pub(crate) fn failed(&self) -> bool {
        self.failed
    }

    /// The problems with their places, and how each scalar was read.
    pub(crate) fn finish(self, tree: &Tree) -> (Findings, Marks) {
        let located = |found: Found| {
            let At { spot, is_value } = found.at;
            let place = if is_value { tree.place(spot) } else { tree.place_of_key(spot) };
            let related: Vec<Place> = found.related.iter().map(|spot| tree.place(*spot)).collect();
            Problem::new(found.code, place, found.args, related)
        };
        let list = self.found.into_iter().map(located).collect();
        (Findings { list, beyond: self.beyond, failed: self.failed }, Marks(self.marks))
    }

    /// A reader for one attempt, whose problems nobody looks at.
    pub(crate) fn probe() -> Reader {
        Reader { found: Vec::new(), last: None, beyond: 0, failed: false, marks: Vec::new() }
    }

    /// The canonical form of this scalar is that of a number.
    pub(crate) fn mark_decimal(&mut self, spot: Spot) {
        self.mark(spot, ReadAs::Decimal);
    }

    /// The canonical form of this scalar is that of a boolean.
    pub(crate) fn mark_boolean(&mut self, spot: Spot) {
        self.mark(spot, ReadAs::Boolean);
    }

    fn mark(&mut self, spot: Spot, read_as: ReadAs) {
        if let Some(mark) = self.marks.get_mut(spot.0 as usize) {
            *mark = read_as;
        }
    }
}
