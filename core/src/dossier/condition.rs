//! The `where` of a test: a conjunction in three values (E4.3).

use crate::standard::model::Op;
use crate::standard::plan::PlanCondition;
use crate::standard::value::FieldValue;

/// Three-valued truth: false wins over unknown, unknown over true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Truth {
    False,
    Unknown,
    True,
}

impl Truth {
    fn of(holds: bool) -> Truth {
        if holds { Truth::True } else { Truth::False }
    }

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Truth::False => "false",
            Truth::Unknown => "unknown",
            Truth::True => "true",
        }
    }
}

pub(crate) fn holds(conditions: &[PlanCondition], fields: &[Option<FieldValue<'_>>]) -> Truth {
    conditions.iter().map(|condition| one(condition, fields)).min().unwrap_or(Truth::True)
}

fn one(condition: &PlanCondition, fields: &[Option<FieldValue<'_>>]) -> Truth {
    let Some(value) = fields.get(condition.field).and_then(Option::as_ref) else {
        return if condition.op == Op::Present { Truth::False } else { Truth::Unknown };
    };
    let wanted = condition.values.first();
    // values are of the field's type (E2.8), so that comparing them is comparing numbers, dates or texts
    Truth::of(match condition.op {
        Op::Present => true,
        Op::Equals => wanted == Some(value),
        Op::OneOf => condition.values.contains(value),
        Op::AtLeast => wanted.is_some_and(|wanted| value >= wanted),
        Op::AtMost => wanted.is_some_and(|wanted| value <= wanted),
        Op::Before => wanted.is_some_and(|wanted| value < wanted),
        Op::After => wanted.is_some_and(|wanted| value > wanted),
    })
}
