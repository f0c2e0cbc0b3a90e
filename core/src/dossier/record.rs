//! Reading a record: its dates, its source, and its one statement (E2.7).

use super::model::{Sample, Source};
use crate::document::{Fields, Located, Node, OrBlank, Reader, Spot, Value};
use crate::problem::Code;
use crate::standard::model::{Kind, Method, Model};
use crate::standard::value::{FieldValue, field_value};
use crate::{Assurance, Date, Decimal, Id};

/// A record as written.
#[derive(Debug)]
pub(super) struct Written {
    pub(super) id: Located<Id>,
    pub(super) names: Names,
    pub(super) observed: Date,
    pub(super) received: Option<Date>,
    pub(super) expires: Option<Date>,
    pub(super) assurance: Assurance,
    /// `None` where it names none.
    pub(super) source: Option<Source<'static>>,
    pub(super) supersedes: Vec<Located<Id>>,
    pub(super) withdrawn: Option<Date>,
    /// `None` where it could not be read.
    pub(super) says: Option<Says>,
    pub(super) spot: Spot,
}

/// What a record speaks to.
#[derive(Debug)]
pub(super) enum Names {
    Controls(Vec<Located<Id>>),
    Criteria(Vec<Located<Id>>),
    /// Every test of its kind.
    Kind,
}

/// The statement as written, with the node that makes it.
#[derive(Debug)]
pub(super) enum Says {
    Answer(Located<Id>),
    Value(Located<Decimal>),
    Sample { sample: Sample, spot: Spot },
    Data { kind: usize, fields: Vec<Option<FieldValue<'static>>>, spot: Spot },
}

pub(super) fn record(reader: &mut Reader, node: &Node, model: &Model) -> Option<Written> {
    let mut fields = reader.object(node)?;
    let id = fields.required(reader, "id", Reader::located_id);
    let names = names(&mut fields, reader);
    let observed = fields.required(reader, "observed", Reader::date);
    let received = fields.optional(reader, "received", Reader::date);
    let expires = fields.optional(reader, "expires", Reader::date);
    let says = says(&mut fields, reader, model);
    let assurance = fields.optional(reader, "assurance", |reader, node| reader.word(node, Assurance::WORDS));
    fields.optional(reader, "method", |reader, node| reader.word(node, Method::WORDS));
    let source = fields.optional(reader, "source", source).flatten();
    fields.optional(reader, "by", Reader::line);
    let supersedes =
        fields.optional(reader, "supersedes", |reader, node| reader.one_or_many(node, Reader::located_id));
    let withdrawn = fields.optional(reader, "withdrawn", |reader, node| {
        let mut fields = reader.object(node)?;
        let date = fields.required(reader, "date", Reader::date);
        fields.required(reader, "reason", Reader::prose);
        fields.finish(reader);
        date
    });
    fields.optional(reader, "remark", Reader::prose);
    if let Some(Says::Answer(answer)) = &says
        && answer.value == *"not-applicable"
        && !fields.has("remark")
    {
        reader.problem(Code::RemarkMissing, answer.spot, &[]);
    }
    let spot = fields.spot();
    fields.finish(reader);
    Some(Written {
        id: id?,
        names,
        observed: observed.or_blank(),
        received,
        expires,
        assurance: assurance.unwrap_or(Assurance::Declared),
        source,
        supersedes: supersedes.or_blank(),
        withdrawn,
        says,
        spot,
    })
}

fn names(fields: &mut Fields<'_>, reader: &mut Reader) -> Names {
    const TARGETS: &[&str] = &["control", "criterion"];
    let read = |reader: &mut Reader, node: &Node| reader.one_or_many(node, Reader::located_id);
    let controls = fields.optional(reader, "control", read);
    let criteria = fields.optional(reader, "criterion", read);
    match (fields.has("control"), fields.has("criterion")) {
        (true, true) => {
            fields.choice(TARGETS, "l’une ou l’autre, non les deux", "one or the other, not both");
        }
        (false, false) if !fields.has("data") => {
            let rule_en = "one of the two, unless the record holds `data`";
            fields.choice(TARGETS, "l’une des deux, sauf avec `data`", rule_en);
        }
        _ => {}
    }
    match (controls, criteria) {
        (Some(controls), _) => Names::Controls(controls),
        (None, Some(criteria)) => Names::Criteria(criteria),
        (None, None) => Names::Kind,
    }
}

fn says(fields: &mut Fields<'_>, reader: &mut Reader, model: &Model) -> Option<Says> {
    fields.exactly_one(&["answer", "value", "sample", "data"]);
    if fields.has("kind") != fields.has("data") {
        fields.choice(&["kind", "data"], "les deux ensemble, ou aucune", "both together, or neither");
    }
    let answer = fields.optional(reader, "answer", Reader::located_id);
    let value = fields.optional(reader, "value", |reader, node| {
        Some(Located { value: reader.decimal(node)?, spot: node.spot })
    });
    let sample = fields.optional(reader, "sample", sample);
    let kind = fields.optional(reader, "kind", Reader::located_id);
    let index =
        kind.as_ref().and_then(|kind| model.kinds.iter().position(|known| known.id.value == kind.value));
    if let (Some(kind), None) = (&kind, index) {
        reader.unknown(kind, model.kinds.iter().map(|known| known.id.value.as_str()));
    }
    let known = index.and_then(|index| Some((index, model.kinds.get(index)?)));
    let data = fields.optional(reader, "data", |reader, node| {
        let fields = data(reader, node, known.map(|(_, kind)| kind))?;
        Some(Says::Data { kind: known?.0, fields, spot: node.spot })
    });
    answer.map(Says::Answer).or(value.map(Says::Value)).or(sample).or(data)
}

fn sample(reader: &mut Reader, node: &Node) -> Option<Says> {
    let mut fields = reader.object(node)?;
    let mut count = |key, least: i64| {
        fields.required(reader, key, |reader, node| {
            let number = reader.integer(node)?;
            if number.to_rational() < crate::Rational::from(least) {
                reader.problem(
                    Code::NumberOutOfRange,
                    node.spot,
                    &[&number.to_string(), &format!("≥ {least}")],
                );
                return None;
            }
            Some(number)
        })
    };
    let (checked, population, exceptions) =
        (count("checked", 0), count("population", 1), count("exceptions", 0));
    fields.finish(reader);
    let (checked, population, exceptions) = (checked?, population?, exceptions?);
    let sample = Sample {
        checked: checked.to_rational(),
        population: population.to_rational(),
        exceptions: exceptions.to_rational(),
    };
    if !sample.is_possible() {
        let args = [exceptions.to_string(), checked.to_string(), population.to_string()];
        reader.problem(Code::SampleImpossible, node.spot, &args.each_ref().map(String::as_str));
        return None;
    }
    Some(Says::Sample { sample, spot: node.spot })
}

/// The fields of a typed record, by their index in the kind, which is `None` where it is itself a problem.
fn data(reader: &mut Reader, node: &Node, kind: Option<&Kind>) -> Option<Vec<Option<FieldValue<'static>>>> {
    reader.object(node)?;
    let Value::Object(entries) = &node.value else { return None };
    let Some(kind) = kind else {
        for entry in entries {
            reader.is_field_value(&entry.node);
        }
        return None;
    };
    let mut values: Vec<Option<FieldValue<'static>>> = kind.fields.iter().map(|_| None).collect();
    let mut meant = Vec::new();
    for entry in entries {
        match kind.fields.iter().position(|field| field.id.value == *entry.key.as_str()) {
            Some(index) => {
                if let (Some(field), Some(value)) = (kind.fields.get(index), values.get_mut(index)) {
                    *value = field_value(reader, &entry.node, field);
                }
            }
            None => {
                let known = kind.fields.iter().map(|field| field.id.value.as_str());
                let near = reader.nearest(&entry.key, known.clone());
                reader.unknown_field(entry, &near, known);
                meant.push(near);
                reader.is_field_value(&entry.node);
            }
        }
    }
    for key in &kind.key {
        if node.get(key.value.as_str()).is_none() && !meant.iter().any(|near| key.value == **near) {
            reader.problem(Code::KeyFieldMissing, node.spot, &[key.value.as_str()]);
        }
    }
    Some(values)
}

fn source(reader: &mut Reader, node: &Node) -> Option<Option<Source<'static>>> {
    let mut fields = reader.object(node)?;
    let id = fields.optional(reader, "id", Reader::id);
    let title = fields.optional(reader, "title", Reader::line);
    let uri = fields.optional(reader, "uri", Reader::line);
    fields.optional(reader, "locator", Reader::line);
    fields.optional(reader, "sha256", Reader::sha256);
    fields.optional(reader, "bytes", Reader::natural);
    fields.finish(reader);
    let id = id.map(|id| Source::Id(id.as_str().into()));
    let uri = uri.map(|uri| Source::Uri(uri.into()));
    Some(id.or(uri).or(title.map(|title| Source::Title(title.into()))))
}
