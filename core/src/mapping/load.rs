//! Reading a mapping and an id list: shapes.

use super::model::{Confidence, Edge, IdListModel, Model, Pin, Side, Target};
use super::relation::Relation;
use crate::document::{Located, Node, OrBlank, Reader, Spot};
use crate::problem::Code;
use crate::{Basis, Id, limits};

pub(super) fn mapping(reader: &mut Reader, root: &Node) -> Option<Model> {
    let mut fields = reader.object(root)?;
    let id = fields.required(reader, "id", Reader::id);
    let edition = fields.required(reader, "edition", Reader::line);
    let title = fields.required(reader, "title", Reader::text);
    let description = fields.optional(reader, "description", Reader::text);
    let basis = fields.required(reader, "basis", |reader, node| reader.word(node, Basis::WORDS));
    let source = fields.required(reader, "source", side);
    let target = fields.required(reader, "target", side);
    let edges = fields.required(reader, "edges", |reader, node| {
        let ends = |edge: &Node| 1 + edge.get("from").and_then(Node::items).map_or(1, <[Node]>::len);
        let named = node.items().into_iter().flatten().map(ends).sum();
        within_limits(reader, node, named)?;
        reader.list(node, 1, edge)
    });
    fields.finish(reader);
    Some(Model {
        id: id.unwrap_or_else(Id::blank),
        edition: edition.or_blank(),
        title: title.or_blank(),
        description,
        basis: basis.unwrap_or(Basis::Proposal),
        source: source.unwrap_or_else(|| blank_side(root.spot)),
        target: target.unwrap_or_else(|| blank_side(root.spot)),
        edges: edges.or_blank(),
    })
}

pub(super) fn id_list(reader: &mut Reader, root: &Node) -> Option<IdListModel> {
    let mut fields = reader.object(root)?;
    let id = fields.required(reader, "id", Reader::id);
    let edition = fields.required(reader, "edition", Reader::line);
    let title = fields.required(reader, "title", Reader::text);
    let ids = fields.required(reader, "ids", |reader, node| {
        within_limits(reader, node, node.items().map_or(0, <[Node]>::len))?;
        reader.list(node, 1, Reader::located_id)
    });
    fields.finish(reader);
    Some(IdListModel {
        id: id.unwrap_or_else(Id::blank),
        edition: edition.or_blank(),
        title: title.or_blank(),
        ids: ids.or_blank(),
    })
}

/// Beyond the limit nothing is read: a problem says so.
fn within_limits(reader: &mut Reader, node: &Node, ids: usize) -> Option<()> {
    if ids > limits::MAPPED_IDS {
        let most = limits::MAPPED_IDS.to_string();
        reader.problem(Code::TooCostly, node.spot, &[&most, "identifiants", "ids"]);
        return None;
    }
    Some(())
}

fn side(reader: &mut Reader, node: &Node) -> Option<Side> {
    let mut fields = reader.object(node)?;
    let standard = fields.required(reader, "standard", Reader::located_id);
    let edition = fields.required(reader, "edition", |reader, node| {
        Some(Located { value: reader.line(node)?, spot: node.spot })
    });
    fields.exactly_one(&["digest", "ids_digest"]);
    let digest = |reader: &mut Reader, node: &Node| Some((reader.sha256(node)?, node.spot));
    let standard_digest = fields.optional(reader, "digest", digest);
    let ids_digest = fields.optional(reader, "ids_digest", digest);
    fields.finish(reader);
    let pin = standard_digest
        .map(|(digest, spot)| Located { value: Pin::Standard(digest), spot })
        .or(ids_digest.map(|(digest, spot)| Located { value: Pin::Ids(digest), spot }));
    Some(Side { standard: standard?, edition: edition?, pin: pin? })
}

fn blank_side(spot: Spot) -> Side {
    Side {
        standard: Located { value: Id::blank(), spot },
        edition: Located { value: String::new(), spot },
        pin: Located { value: Pin::Standard(String::new()), spot },
    }
}

fn edge(reader: &mut Reader, node: &Node) -> Option<Edge> {
    let mut fields = reader.object(node)?;
    let from = fields.required(reader, "from", |reader, node| reader.one_or_many(node, Reader::located_id));
    fields.exactly_one(&["to", "to_criterion"]);
    let to = fields.optional(reader, "to", Reader::located_id);
    let to_criterion = fields.optional(reader, "to_criterion", Reader::located_id);
    let relation = fields.required(reader, "relation", |reader, node| reader.word(node, Relation::WORDS));
    let rationale = fields.required(reader, "rationale", Reader::text);
    let confidence =
        fields.required(reader, "confidence", |reader, node| reader.word(node, Confidence::WORDS));
    let several = node.get("from").is_some_and(|from| from.items().is_some_and(|items| items.len() > 1));
    if several && relation.is_some_and(|relation| relation != Relation::CoveredBy) {
        fields.choice(
            &["from", "relation"],
            "plusieurs mesures dans `from` vont avec `relation: covered-by`",
            "several controls in `from` go with `relation: covered-by`",
        );
    }
    fields.finish(reader);
    Some(Edge {
        from: from?,
        to: to.map(Target::Control).or(to_criterion.map(Target::Criterion))?,
        relation: relation?,
        rationale: rationale.or_blank(),
        confidence: confidence?,
        spot: node.spot,
    })
}
