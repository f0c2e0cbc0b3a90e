//! The tree of a document, with the place of every node.

use crate::limits;
use crate::problem::{Place, pointer};
use smol_str::SmolStr;

/// What a tree may still hold.
pub(super) struct Budget {
    left: usize,
    /// What it held at first.
    pub(super) most: usize,
}

impl Budget {
    /// For a document that may hold so many times as much as others.
    pub(super) fn times(times: usize) -> Budget {
        let most = limits::NODES * times;
        Budget { left: most, most }
    }

    /// Take a node, with its key or text where it has one; `None` where nothing is left.
    pub(super) fn take(&mut self, text: &str) -> Option<()> {
        self.left = self.left.checked_sub(1 + 2 * usize::from(text.len() > limits::SHORT_BYTES))?;
        Some(())
    }

    /// Take the key of a node that is taken by itself.
    pub(super) fn take_key(&mut self, key: &str) -> Option<()> {
        self.left = self.left.checked_sub(2 * usize::from(key.len() > limits::SHORT_BYTES))?;
        Some(())
    }
}

/// Add to a list that takes little more room than it needs: a document may be made of millions of short ones, or be one long one.
pub(super) fn push<T>(list: &mut Vec<T>, item: T) {
    if list.len() == list.capacity() {
        list.reserve_exact((list.len() / 4).max(1));
    }
    list.push(item);
}

/// The number of a node in its tree, in the order of writing. Models keep it, so that a later check can name the place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Spot(pub(crate) u32);

#[derive(Debug)]
pub(crate) struct Tree {
    pub(crate) root: Node,
    /// How many nodes there are; spots are below it.
    pub(crate) nodes: u32,
}

#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) spot: Spot,
    pub(crate) line: u32,
    pub(crate) column: u32,
    pub(crate) value: Value,
}

#[derive(Debug)]
pub(crate) enum Value {
    Scalar(Scalar),
    List(Vec<Node>),
    Object(Vec<Entry>),
}

#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) key: SmolStr,
    pub(crate) line: u32,
    pub(crate) column: u32,
    pub(crate) node: Node,
}

/// A scalar keeps the text of its token: what it means, the field decides (E1.2, E2.1).
#[derive(Debug)]
pub(crate) struct Scalar {
    pub(crate) text: SmolStr,
    pub(crate) written: Written,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// A JSON string or a quoted or block scalar of YAML.
    Text,
    /// A JSON number.
    Number,
    /// JSON `true` or `false`.
    Boolean,
    /// JSON `null`, or nothing after a YAML key.
    Null,
    /// A plain scalar of YAML, which may be any of these.
    #[cfg_attr(not(feature = "yaml"), allow(dead_code, reason = "JSON has none"))]
    Plain,
}

impl Node {
    /// Whether some object, here or below, has a key twice.
    pub(crate) fn has_duplicate_keys(&self) -> bool {
        match &self.value {
            Value::Scalar(_) => false,
            Value::List(items) => items.iter().any(Node::has_duplicate_keys),
            Value::Object(entries) => {
                let keys: std::collections::BTreeSet<&str> =
                    entries.iter().map(|entry| entry.key.as_str()).collect();
                keys.len() < entries.len() || entries.iter().any(|entry| entry.node.has_duplicate_keys())
            }
        }
    }

    /// The text, where this is one.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(Scalar { text, written: Written::Text | Written::Plain }) => Some(text),
            _ => None,
        }
    }

    /// The items, where this is a list.
    pub(crate) fn items(&self) -> Option<&[Node]> {
        match &self.value {
            Value::List(items) => Some(items),
            _ => None,
        }
    }

    /// JSON `null`, or nothing after a YAML key.
    pub(crate) fn is_null(&self) -> bool {
        matches!(&self.value, Value::Scalar(scalar) if scalar.written == Written::Null)
    }

    /// The value of a key, where this is an object that has it.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        match &self.value {
            Value::Object(entries) => entries.iter().find(|entry| entry.key == key).map(|entry| &entry.node),
            _ => None,
        }
    }
}

impl Tree {
    /// The place of a node.
    pub(crate) fn place(&self, spot: Spot) -> Place {
        let (node, _, path) = self.descend(spot);
        Place { line: node.line, column: node.column, path }
    }

    /// The place of the key of a node in its object.
    pub(crate) fn place_of_key(&self, spot: Spot) -> Place {
        let (node, entry, path) = self.descend(spot);
        let (line, column) = entry.map_or((node.line, node.column), |entry| (entry.line, entry.column));
        Place { line, column, path }
    }

    /// The node with this spot, its entry where its parent is an object, and its path. Spots rise in the order of writing, so only
    /// one child can hold it.
    fn descend(&self, spot: Spot) -> (&Node, Option<&Entry>, String) {
        let (mut node, mut entry, mut path) = (&self.root, None, String::new());
        while node.spot != spot {
            match &node.value {
                Value::Scalar(_) => break,
                Value::List(items) => {
                    let index = items.partition_point(|item| item.spot <= spot).saturating_sub(1);
                    let Some(item) = items.get(index) else { break };
                    push_token(&mut path, &index.to_string());
                    (node, entry) = (item, None);
                }
                Value::Object(entries) => {
                    let index = entries.partition_point(|entry| entry.node.spot <= spot).saturating_sub(1);
                    let Some(next) = entries.get(index) else { break };
                    push_token(&mut path, &next.key);
                    (node, entry) = (&next.node, Some(next));
                }
            }
        }
        (node, entry, path)
    }
}

fn push_token(path: &mut String, token: &str) {
    path.push('/');
    path.push_str(&pointer(token));
}

/// Line and column, from 1 and in characters, of a byte offset.
pub(crate) fn position(text: &str, offset: usize) -> (u32, u32) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.bytes().filter(|byte| *byte == b'\n').count();
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count();
    (saturated(line + 1), saturated(column + 1))
}

pub(crate) fn saturated(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
