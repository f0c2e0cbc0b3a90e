//! Reading a criterion: what it asks, and of whom (E2.6).

use super::load::Context;
use super::model::{Ask, Better, Condition, Criterion, Field, FieldType, Op, Over, Slot};
use super::slot::{Bounds, duration_slot, number_slot, slot};
use crate::document::{Fields, Located, Node, OrBlank, Reader, Value};
use crate::problem::Code;
use crate::standard::value::{FieldValue, field_value};
use crate::{Assurance, Id};

/// `own` is the control's id (`None` inside where that is itself a problem) where this is its only criterion, which then may
/// have none.
pub(super) fn criterion(
    reader: &mut Reader,
    node: &Node,
    own: Option<Option<&Located<Id>>>,
    context: &Context,
) -> Option<Criterion> {
    let mut fields = reader.object(node)?;
    let id = match (fields.has("id"), own) {
        (false, Some(own)) => {
            fields.node("id");
            Some(Located { value: own.map_or_else(Id::blank, |own| own.value.clone()), spot: node.spot })
        }
        _ => fields.required(reader, "id", Reader::located_id),
    };
    let title = fields.optional(reader, "title", Reader::text);
    let weight =
        fields.optional(reader, "weight", |reader, node| number_slot(reader, node, Bounds::NotNegative));
    let max_age = fields.optional(reader, "max_age", duration_slot);
    let assurance = fields.optional(reader, "assurance", |reader, node| reader.word(node, Assurance::WORDS));
    fields.exactly_one(&["answer", "value", "test"]);
    let answer = fields.optional(reader, "answer", Reader::located_id).map(Ask::Answer);
    let value = fields.optional(reader, "value", value);
    let test = fields.optional(reader, "test", |reader, node| test(reader, node, context));
    fields.finish(reader);
    Some(Criterion { id: id?, title, weight, max_age, assurance, ask: answer.or(value).or(test)? })
}

fn value(reader: &mut Reader, node: &Node) -> Option<Ask> {
    let mut fields = reader.object(node)?;
    let min = fields.required(reader, "min", |reader, node| number_slot(reader, node, Bounds::Any));
    let max = fields.required(reader, "max", |reader, node| number_slot(reader, node, Bounds::Any));
    let better = fields.required(reader, "better", |reader, node| {
        reader.word(node, &[("higher", Better::Higher), ("lower", Better::Lower)])
    });
    let unit = fields.optional(reader, "unit", Reader::text);
    fields.finish(reader);
    Some(Ask::Value { min: min?, max: max?, better: better?, unit, spot: node.spot })
}

fn test(reader: &mut Reader, node: &Node, context: &Context) -> Option<Ask> {
    let mut fields = reader.object(node)?;
    let kind = fields.required(reader, "kind", Reader::located_id);
    let known =
        kind.as_ref().and_then(|kind| context.kinds.iter().find(|known| known.id.value == kind.value));
    if let (Some(kind), None) = (&kind, known) {
        reader.unknown(kind, context.kinds.iter().map(|known| known.id.value.as_str()));
    }
    let conditions = match fields.node("where") {
        Some(node) => reader
            .list(node, 0, |reader, node| condition(reader, node, known.map(|kind| kind.fields.as_slice()))),
        None => Some(Vec::new()),
    };
    let over = fields.required(reader, "over", over);
    fields.finish(reader);
    Some(Ask::Test { kind: kind?, conditions: conditions.or_blank(), over: over? })
}

fn over(reader: &mut Reader, node: &Node) -> Option<Over> {
    if !matches!(node.value, Value::Object(_)) {
        let every = reader.word(node, &[("every", true), ("some", false)])?;
        return Some(if every { Over::Every } else { Over::Some });
    }
    let mut fields = reader.object(node)?;
    fields.exactly_one(&["count", "share"]);
    let count = fields.optional(reader, "count", |reader, node| number_slot(reader, node, Bounds::Count));
    let share =
        fields.optional(reader, "share", |reader, node| number_slot(reader, node, Bounds::PositiveShare));
    fields.finish(reader);
    count.map(Over::Count).or(share.map(Over::Share))
}

/// `known` are the fields of the test's kind, `None` where the kind is itself a problem.
fn condition(reader: &mut Reader, node: &Node, known: Option<&[Field]>) -> Option<Condition> {
    const OPS: &[(&str, Op)] = &[
        ("equals", Op::Equals),
        ("one-of", Op::OneOf),
        ("present", Op::Present),
        ("at-least", Op::AtLeast),
        ("at-most", Op::AtMost),
        ("before", Op::Before),
        ("after", Op::After),
    ];
    let mut fields = reader.object(node)?;
    let name = fields.required(reader, "field", Reader::located_id);
    let op = fields.required(reader, "op", |reader, node| {
        reader.word(node, OPS).map(|op| Located { value: op, spot: node.spot })
    });
    let field = match (&name, known) {
        (Some(name), Some(known)) => {
            let field = known.iter().find(|field| field.id.value == name.value);
            if field.is_none() {
                reader.unknown(name, known.iter().map(|field| field.id.value.as_str()));
            }
            field
        }
        _ => None,
    };
    let values = values(&mut fields, reader, op.as_ref().map(|op| op.value), field);
    fields.finish(reader);
    let (op, field) = (op?, field?);
    let fits = match op.value {
        Op::Equals | Op::OneOf | Op::Present => true,
        Op::AtLeast | Op::AtMost => {
            matches!(field.of, FieldType::Integer | FieldType::Decimal | FieldType::Date)
        }
        Op::Before | Op::After => field.of == FieldType::Date,
    };
    if !fits {
        let word = OPS.iter().find(|(_, known)| *known == op.value).map_or("", |(word, _)| word);
        reader.problem(Code::OpNotForType, op.spot, &[word, field.of.as_str()]);
    }
    Some(Condition { field: name?, op: op.value, values: values? })
}

/// The value or values to compare with, read by the type of the field, which is `None` where it is itself a problem.
fn values(
    fields: &mut Fields<'_>,
    reader: &mut Reader,
    op: Option<Op>,
    field: Option<&Field>,
) -> Option<Vec<Located<Slot<FieldValue<'static>>>>> {
    let node = fields.node("value");
    if op.is_some_and(|op| (op == Op::Present) == node.is_some()) {
        fields.choice(
            &["op", "value"],
            "`present` ne prend pas de `value`, les autres opérations en demandent une",
            "`present` takes no `value`, every other op one",
        );
        return None;
    }
    let (Some(node), Some(op)) = (node, op) else { return Some(Vec::new()) };
    let read = |reader: &mut Reader, node: &Node| {
        slot(reader, node, |reader, node| match field {
            Some(field) => field_value(reader, node, field),
            None => {
                reader.is_field_value(node);
                None
            }
        })
    };
    if op == Op::OneOf {
        return reader.list(node, 1, read);
    }
    Some(vec![read(reader, node)?])
}
