//! A standard made ready to audit with: parameters filled in, references turned into indexes, scales worked out.

use super::Standard;
use super::index::Index;
use super::model::{Better, Op, Severity};
use super::options::Options;
use crate::standard::value::FieldValue;
use crate::{Assurance, Date, Duration, Id, Rational};
use std::ops::Range;
use std::sync::Arc;

/// A standard compiled for one date, profile and set of parameters: check dossiers against it, then audit them.
///
/// Cheap to clone; share it between threads.
#[derive(Clone, Debug)]
pub struct Plan(pub(crate) Arc<Compiled>);

#[derive(Debug)]
pub(crate) struct Compiled {
    pub(crate) standard: Standard,
    pub(crate) options: Options,
    /// The root first, parents before children.
    pub(crate) groups: Vec<PlanGroup>,
    /// Every control of the standard, in its order, those that the profile leaves out included.
    pub(crate) controls: Vec<PlanControl>,
    pub(crate) criteria: Vec<PlanCriterion>,
    /// The controls that have not simply the degree of their only criterion, or are not asked: by index.
    pub(crate) uneven: Vec<usize>,
    /// The [parts](PlanControl::parts) of all others.
    pub(crate) even_parts: i64,
    pub(crate) levels: Vec<PlanLevel>,
    /// Where every group is a mean and has a child that counts: how many parts make a point. Then each control stands for a whole
    /// number of parts (E5.3). `None` also where these would be no machine integers.
    pub(crate) parts: Option<Rational>,
    /// How often a result as long as all its divisors together is brought to lowest terms (see
    /// [`EXACT_WORK`](crate::limits::EXACT_WORK)).
    pub(crate) passes: usize,
    /// The answers of all scales.
    pub(crate) words: Vec<Id>,
    /// For each kind of the standard, its key fields and the criteria that test it.
    pub(crate) kinds: Vec<PlanKind>,
    pub(crate) control_named: Index,
    pub(crate) criterion_named: Index,
    pub(crate) word_named: Index,
}

/// An answer, by its index among those of all scales.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Word(pub(crate) usize);

#[derive(Debug)]
pub(crate) struct PlanKind {
    /// Indexes of the key fields.
    pub(crate) key: Vec<usize>,
    pub(crate) tests: Vec<usize>,
}

#[derive(Debug)]
pub(crate) struct PlanGroup {
    pub(crate) id: Id,
    pub(crate) parent: Option<usize>,
    pub(crate) weight: Rational,
    pub(crate) combine: Combination,
    pub(crate) children: Vec<Child>,
    /// How many children have a positive weight, and the sum of their weights.
    pub(crate) counted: usize,
    pub(crate) total: Rational,
    /// The points of the score that this group stands for (E5.3).
    pub(crate) scale: Rational,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Child {
    Group(usize),
    Control(usize),
}

#[derive(Clone, Debug)]
pub(crate) enum Combination {
    All,
    Any,
    Mean,
    /// Saturated: more than any number of children is all of them (E5.1).
    AtLeast(usize),
}

#[derive(Debug)]
pub(crate) struct PlanControl {
    pub(crate) pass: Rational,
    /// The points of the score that this control stands for (E5.3).
    pub(crate) scale: Rational,
    /// The same in [parts](Compiled::parts) of a point.
    pub(crate) parts: i64,
    pub(crate) criteria: Range<usize>,
    /// It has one criterion, which counts, and whose degree so is the control's.
    pub(crate) single: bool,
    /// Not left out by the profile.
    pub(crate) in_plan: bool,
    pub(crate) in_force: bool,
    // what is seldom looked at
    pub(crate) severity: Option<Severity>,
    pub(crate) id: Id,
    pub(crate) parent: usize,
    pub(crate) weight: Rational,
    pub(crate) combine: Combination,
    pub(crate) effort: Option<Rational>,
}

impl PlanControl {
    pub(crate) fn is_asked(&self) -> bool {
        self.in_plan && self.in_force
    }
}

#[derive(Clone, Debug)]
pub(crate) struct PlanCriterion {
    /// The index of its control.
    pub(crate) control: usize,
    /// By `max_age`, the first day of which an observation is not too old.
    pub(crate) oldest: Option<Date>,
    pub(crate) assurance: Assurance,
    pub(crate) ask: PlanAsk,
    // what is seldom looked at
    pub(crate) id: Id,
    pub(crate) weight: Rational,
    #[cfg_attr(not(feature = "report"), allow(dead_code, reason = "only reports say why proof is too old"))]
    pub(crate) max_age: Option<Duration>,
}

impl PlanCriterion {
    pub(crate) fn is_test(&self) -> bool {
        matches!(self.ask, PlanAsk::Test { .. })
    }
}

#[derive(Clone, Debug)]
pub(crate) enum PlanAsk {
    /// The answers of the scale with their degrees.
    Answer(Arc<[(Word, Rational)]>),
    Value {
        min: Rational,
        max: Rational,
        /// max − min
        span: Rational,
        better: Better,
    },
    Test {
        kind: usize,
        conditions: Vec<PlanCondition>,
        over: PlanOver,
    },
}

#[derive(Clone, Debug)]
pub(crate) struct PlanCondition {
    /// The index of the field in its kind.
    pub(crate) field: usize,
    pub(crate) op: Op,
    pub(crate) values: Vec<FieldValue<'static>>,
}

#[derive(Clone, Debug)]
pub(crate) enum PlanOver {
    /// `some` is a count of 1 (E4.3).
    Count(Rational),
    Share(Rational),
    Every,
}

#[derive(Debug)]
pub(crate) struct PlanLevel {
    pub(crate) id: Id,
    pub(crate) bound: Rational,
    pub(crate) strict: bool,
}

impl Plan {
    /// The standard.
    #[must_use]
    pub fn standard(&self) -> &Standard {
        &self.0.standard
    }

    /// The options it was compiled for.
    #[must_use]
    pub fn options(&self) -> &Options {
        &self.0.options
    }
}

impl Compiled {
    pub(crate) fn weight(&self, child: Child) -> Option<&Rational> {
        match child {
            Child::Group(index) => self.groups.get(index).map(|group| &group.weight),
            Child::Control(index) => self.controls.get(index).map(|control| &control.weight),
        }
    }

    /// The group that holds a child; none holds the root.
    pub(crate) fn parent(&self, child: Child) -> Option<usize> {
        match child {
            Child::Group(index) => self.groups.get(index).and_then(|group| group.parent),
            Child::Control(index) => self.controls.get(index).map(|control| control.parent),
        }
    }

    /// The word of an answer, where some scale has it.
    pub(crate) fn word(&self, answer: &str) -> Option<Word> {
        self.word_named.get(answer).map(Word)
    }

    /// The controls of the plan, with their indexes.
    pub(crate) fn planned(&self) -> impl Iterator<Item = (usize, &PlanControl)> {
        self.controls.iter().enumerate().filter(|(_, control)| control.in_plan)
    }
}
