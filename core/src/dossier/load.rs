//! Reading a dossier as a whole: its standard, its subject, its waivers.

use super::model::Subject;
use super::record::{Written, record};
use crate::document::{Located, Node, OrBlank, Reader, Spot, Value};
use crate::problem::Code;
use crate::{Date, Id, Plan};

/// A dossier as written.
#[derive(Debug)]
pub(super) struct WrittenDossier {
    pub(super) subject: Option<Subject<'static>>,
    pub(super) records: Vec<Written>,
    pub(super) waivers: Vec<WrittenWaiver>,
    /// The ids of all records, those that could not be read included.
    pub(super) written: Vec<String>,
}

#[derive(Debug)]
pub(super) struct WrittenWaiver {
    pub(super) id: Located<Id>,
    pub(super) controls: Vec<Located<Id>>,
    pub(super) from: Date,
    pub(super) until: Date,
}

pub(super) fn dossier(reader: &mut Reader, root: &Node, plan: &Plan) -> Option<WrittenDossier> {
    let standard = plan.standard();
    let mut fields = reader.object(root)?;
    fields.required(reader, "standard", |reader, node| {
        let mut fields = reader.object(node)?;
        let id = fields.required(reader, "id", Reader::located_id);
        let edition = fields.required(reader, "edition", |reader, node| {
            Some(Located { value: reader.line(node)?, spot: node.spot })
        });
        fields.finish(reader);
        let id = id?;
        if id.value != *standard.id() {
            reader.problem(Code::WrongStandard, id.spot, &[id.value.as_str(), standard.id().as_str()]);
            return None;
        }
        let edition = edition?;
        if edition.value != standard.edition() {
            reader.problem(Code::WrongEdition, edition.spot, &[&edition.value, standard.edition()]);
        }
        Some(())
    });
    let subject = fields.required(reader, "subject", subject);
    let records = fields
        .required(reader, "evidence", |reader, node| {
            reader.list(node, 0, |reader, node| record(reader, node, standard.model()))
        })
        .or_blank();
    let waivers = fields.optional(reader, "waivers", |reader, node| reader.list(node, 0, waiver)).or_blank();
    fields.finish(reader);
    Some(WrittenDossier {
        subject,
        records,
        waivers,
        written: root.get("evidence").map(written_ids).or_blank(),
    })
}

fn written_ids(evidence: &Node) -> Vec<String> {
    let Value::List(items) = &evidence.value else { return Vec::new() };
    let ids = items.iter().filter_map(|item| match &item.get("id")?.value {
        Value::Scalar(scalar) => Some(scalar.text.to_string()),
        _ => None,
    });
    let mut ids: Vec<String> = ids.collect();
    ids.sort_unstable();
    ids
}

pub(super) fn subject(reader: &mut Reader, node: &Node) -> Option<Subject<'static>> {
    let mut fields = reader.object(node)?;
    let id = fields.required(reader, "id", Reader::id);
    let name = fields.required(reader, "name", Reader::line);
    let attributes = fields.optional(reader, "attributes", |reader, node| {
        reader.object(node)?;
        let Value::Object(entries) = &node.value else { return None };
        let mut attributes = Vec::new();
        for entry in entries {
            if entry.key.parse::<Id>().is_err() {
                reader.problem_with_key(Code::InvalidId, entry.node.spot, &[&entry.key]);
            }
            let value = reader.line(&entry.node).or_blank();
            attributes.push((entry.key.as_str().into(), value.into()));
        }
        Some(attributes)
    });
    let fictional = fields.optional(reader, "fictional", Reader::boolean);
    fields.finish(reader);
    Some(Subject {
        id: id?.as_str().into(),
        name: name.or_blank().into(),
        attributes: attributes.or_blank(),
        fictional: fictional.unwrap_or(false),
    })
}

fn waiver(reader: &mut Reader, node: &Node) -> Option<WrittenWaiver> {
    let mut fields = reader.object(node)?;
    let id = fields.required(reader, "id", Reader::located_id);
    let controls =
        fields.required(reader, "controls", |reader, node| reader.list(node, 1, Reader::located_id));
    fields.required(reader, "reason", Reader::prose);
    fields.required(reader, "approved_by", Reader::line);
    let from = fields.required(reader, "from", Reader::date);
    let until = fields.required(reader, "until", Reader::date);
    let spot: Spot = fields.spot();
    fields.finish(reader);
    if let (Some(from), Some(until)) = (from, until)
        && from > until
    {
        reader.problem(Code::FromAfterUntil, spot, &[&from.to_string(), &until.to_string()]);
    }
    Some(WrittenWaiver {
        id: id?,
        controls: controls.or_blank(),
        from: from.or_blank(),
        until: until.or_blank(),
    })
}
