//! Whether a control, as a profile and settings leave it, still asks what its standard asks by default (E12.2).

use crate::standard::model::{Better, Op};
use crate::standard::plan::{
    Combination, Compiled, PlanAsk, PlanCondition, PlanControl, PlanCriterion, PlanOver,
};
use crate::standard::value::FieldValue;

/// What something asks of a subject beside something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Asks {
    pub(super) no_less: bool,
    pub(super) no_more: bool,
}

impl Asks {
    /// Neither less nor more.
    pub(super) fn the_same(self) -> bool {
        self.no_less && self.no_more
    }
}

/// What a control of a plan asks beside the same control of another plan of one standard.
pub(super) fn of_control(index: usize, [plan, default]: [&Compiled; 2]) -> Option<Asks> {
    let (a, b) = (plan.controls.get(index)?, default.controls.get(index)?);
    let (asked, asked_by_default) =
        (plan.criteria.get(a.criteria.clone())?, default.criteria.get(b.criteria.clone())?);
    let pairs = || asked.iter().zip(asked_by_default);
    let alike = same_combination(&a.combine, &b.combine) && pairs().all(|(a, b)| a.weight == b.weight);
    let no_less = |(a, a_criteria): Side<'_>, (b, b_criteria): Side<'_>| {
        alike && a.pass >= b.pass && a_criteria.iter().zip(b_criteria).all(|(a, b)| asks_no_less(a, b))
    };
    let (this, other) = ((a, asked), (b, asked_by_default));
    Some(Asks { no_less: no_less(this, other), no_more: no_less(other, this) })
}

type Side<'p> = (&'p PlanControl, &'p [PlanCriterion]);

/// The same of a criterion by its index.
pub(super) fn of_criterion(index: usize, [plan, default]: [&Compiled; 2]) -> Option<Asks> {
    let (a, b) = (plan.criteria.get(index)?, default.criteria.get(index)?);
    let alike = a.weight == b.weight;
    Some(Asks { no_less: alike && asks_no_less(a, b), no_more: alike && asks_no_less(b, a) })
}

fn same_combination(a: &Combination, b: &Combination) -> bool {
    match (a, b) {
        (Combination::AtLeast(a), Combination::AtLeast(b)) => a == b,
        _ => std::mem::discriminant(a) == std::mem::discriminant(b),
    }
}

/// Whether no bound of a criterion is looser than that of another, which only parameters tell apart.
fn asks_no_less(a: &PlanCriterion, b: &PlanCriterion) -> bool {
    let no_older = match (&a.max_age, &b.max_age) {
        (Some(a), Some(b)) => a <= b,
        (a, b) => a.is_some() || b.is_none(),
    };
    a.assurance >= b.assurance && no_older && no_looser(&a.ask, &b.ask)
}

fn no_looser(a: &PlanAsk, b: &PlanAsk) -> bool {
    match (a, b) {
        (PlanAsk::Answer(a), PlanAsk::Answer(b)) => a == b,
        (PlanAsk::Value { min, max, better, .. }, PlanAsk::Value { min: b_min, max: b_max, .. }) => {
            match better {
                Better::Higher => min >= b_min && max >= b_max,
                Better::Lower => min <= b_min && max <= b_max,
            }
        }
        (
            PlanAsk::Test { conditions, over, .. },
            PlanAsk::Test { conditions: b_conditions, over: b_over, .. },
        ) => {
            let over = match (over, b_over) {
                (PlanOver::Count(a), PlanOver::Count(b)) | (PlanOver::Share(a), PlanOver::Share(b)) => a >= b,
                _ => true,
            };
            over && conditions.iter().zip(b_conditions).all(|(a, b)| admits_no_more(a, b))
        }
        _ => false,
    }
}

/// Whether every value that meets a condition meets another one of the same field and op.
fn admits_no_more(a: &PlanCondition, b: &PlanCondition) -> bool {
    let bounds = a.values.first().zip(b.values.first());
    let bound = |holds: fn(&FieldValue<'_>, &FieldValue<'_>) -> bool| bounds.is_none_or(|(a, b)| holds(a, b));
    match a.op {
        Op::Equals | Op::OneOf => a.values.iter().all(|value| b.values.contains(value)),
        Op::Present => true,
        Op::AtLeast | Op::After => bound(|a, b| a >= b),
        Op::AtMost | Op::Before => bound(|a, b| a <= b),
    }
}
