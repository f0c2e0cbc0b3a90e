//! Numbers, dates and durations that may be written or given by a parameter (E2.6), with their bounds.

use super::model::{Combine, Slot};
use crate::document::{Fields, Located, Node, Reader, Value};
use crate::problem::Code;
use crate::{Date, Duration, Rational};

/// The numbers a field admits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bounds {
    Any,
    NotNegative,
    Positive,
    /// 0 to 1.
    Share,
    /// Above 0, to 1.
    PositiveShare,
    /// A whole number of at least 1.
    Count,
}

impl Bounds {
    pub(super) fn hold(self, number: &Rational) -> bool {
        match self {
            Bounds::Any => true,
            Bounds::NotNegative => !number.is_negative(),
            Bounds::Positive => *number > Rational::ZERO,
            Bounds::Share => !number.is_negative() && *number <= Rational::ONE,
            Bounds::PositiveShare => *number > Rational::ZERO && *number <= Rational::ONE,
            Bounds::Count => *number >= Rational::ONE,
        }
    }

    pub(super) fn words(self) -> &'static str {
        match self {
            Bounds::Any => "−∞ … +∞",
            Bounds::NotNegative => "≥ 0",
            Bounds::Positive => "> 0",
            Bounds::Share => "0 … 1",
            Bounds::PositiveShare => "> 0 … 1",
            Bounds::Count => "≥ 1",
        }
    }

    /// A number within these bounds.
    pub(super) fn number(self, reader: &mut Reader, node: &Node) -> Option<Rational> {
        let number = if self == Bounds::Count { reader.integer(node)? } else { reader.decimal(node)? };
        let value = number.to_rational();
        if self.hold(&value) {
            return Some(value);
        }
        reader.problem(Code::NumberOutOfRange, node.spot, &[&number.to_string(), self.words()]);
        None
    }
}

/// `{parameter: ID}`, or what `read` reads.
pub(super) fn slot<T>(
    reader: &mut Reader,
    node: &Node,
    read: impl FnOnce(&mut Reader, &Node) -> Option<T>,
) -> Option<Located<Slot<T>>> {
    let value = match &node.value {
        Value::Object(_) => {
            let mut fields = reader.object(node)?;
            let name = fields.required(reader, "parameter", Reader::located_id);
            fields.finish(reader);
            Slot::Parameter(name?)
        }
        _ => Slot::Given(read(reader, node)?),
    };
    Some(Located { value, spot: node.spot })
}

pub(super) fn number_slot(
    reader: &mut Reader,
    node: &Node,
    bounds: Bounds,
) -> Option<Located<Slot<Rational>>> {
    slot(reader, node, |reader, node| bounds.number(reader, node))
}

pub(super) fn date_slot(reader: &mut Reader, node: &Node) -> Option<Located<Slot<Date>>> {
    slot(reader, node, Reader::date)
}

pub(super) fn duration_slot(reader: &mut Reader, node: &Node) -> Option<Located<Slot<Duration>>> {
    slot(reader, node, Reader::duration)
}

/// The `combine` key (E5.1); only a control's k may be a parameter (E2.6).
pub(super) fn combine(
    fields: &mut Fields<'_>,
    reader: &mut Reader,
    default: Combine,
    parameters: bool,
) -> Option<Combine> {
    let Some(node) = fields.node("combine") else { return Some(default) };
    if matches!(node.value, Value::Object(_)) {
        let mut fields = reader.object(node)?;
        let k = fields.required(reader, "at_least", |reader, node| {
            if parameters {
                return number_slot(reader, node, Bounds::Count);
            }
            Bounds::Count.number(reader, node).map(|k| Located { value: Slot::Given(k), spot: node.spot })
        });
        fields.finish(reader);
        return k.map(Combine::AtLeast);
    }
    #[derive(Clone, Copy)]
    enum Word {
        All,
        Any,
        Mean,
    }
    let word = reader.word(node, &[("all", Word::All), ("any", Word::Any), ("mean", Word::Mean)])?;
    Some(match word {
        Word::All => Combine::All,
        Word::Any => Combine::Any,
        Word::Mean => Combine::Mean,
    })
}
