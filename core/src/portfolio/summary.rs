//! What a portfolio comes to: levels, results by an attribute, the most common gaps.

use super::Portfolio;
use super::tally::Tally;
use crate::audit::result::{Coverage, OptionsUsed, StandardRef};
use crate::audit::verdict::{Met, Verdict};
use crate::standard::plan::PlanControl;
use crate::{Evaluation, limits};
use serde::Serialize;
use std::collections::BTreeMap;

/// What a portfolio comes to. It is the same however the lines are shared out between threads. Written, it is RFC 8785.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Summary {
    /// Results by the attributes asked for.
    pub by: Vec<AttributeTally>,
    /// The controls of all subjects together.
    pub coverage: Coverage,
    /// How many of the subjects audited are made up.
    #[serde(skip)]
    pub fictional: u64,
    /// How often each control is a gap: the most often failed first, then the most often unknown, then in the standard's order.
    pub gaps: Vec<GapCount>,
    /// The verdicts of the first subjects, where they were asked for.
    #[serde(skip)]
    pub heat: Vec<HeatRow>,
    /// What was asked.
    pub options: OptionsUsed,
    /// The standard.
    pub standard: StandardRef,
    /// How many lines were read.
    pub subjects: Subjects,
    /// All subjects together.
    pub total: Tally,
    #[serde(skip)]
    most_heat: usize,
    /// How often each control of the plan certainly is a gap, and may be one.
    #[serde(skip)]
    missed: Vec<[u64; 2]>,
}

/// The lines of a portfolio.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Subjects {
    /// Those audited.
    pub audited: u64,
    /// Those with problems, which have no score.
    pub failed: u64,
}

/// Results by one attribute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct AttributeTally {
    /// Its name.
    pub attribute: String,
    /// Those of values beyond the first [`limits::ATTRIBUTE_VALUES`], together.
    pub others: Option<Tally>,
    /// By value, sorted; those without the attribute have the value null and come first.
    pub values: Vec<ValueTally>,
    /// In the order in which they come, with their places in `values`.
    #[serde(skip)]
    found: BTreeMap<Option<String>, usize>,
}

/// Those with one value of an attribute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ValueTally {
    /// What they come to.
    #[serde(flatten)]
    pub tally: Tally,
    /// The value.
    pub value: Option<String>,
}

/// How often a control is a gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct GapCount {
    /// The control.
    pub control: String,
    /// Where it certainly does not meet its bar.
    pub no: u64,
    /// Where that is not known.
    pub unknown: u64,
}

/// The verdicts of one subject.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct HeatRow {
    /// Whether the subject is made up.
    pub fictional: bool,
    /// Its name.
    pub name: String,
    /// Its id.
    pub subject: String,
    /// One for each control of the plan, in the standard's order.
    pub verdicts: Vec<Verdict>,
}

impl Summary {
    pub(super) fn new(portfolio: &Portfolio) -> Summary {
        let plan = &portfolio.plan.0;
        let attribute = |name: &String| AttributeTally {
            attribute: name.clone(),
            others: None,
            values: Vec::new(),
            found: BTreeMap::new(),
        };
        Summary {
            by: portfolio.by.iter().map(attribute).collect(),
            coverage: Coverage::default(),
            fictional: 0,
            gaps: Vec::new(),
            heat: Vec::new(),
            options: OptionsUsed::of(&plan.options),
            standard: StandardRef::of(&plan.standard),
            subjects: Subjects::default(),
            total: Tally::new(plan),
            most_heat: portfolio.heat,
            missed: vec![[0, 0]; plan.controls.len()],
        }
    }

    pub(super) fn failed(&mut self) {
        self.subjects.failed += 1;
    }

    /// Count a subject; the coverage of its own controls.
    pub(super) fn audited(
        &mut self,
        evaluation: &Evaluation<'_>,
        by: &BTreeMap<String, Option<String>>,
    ) -> Coverage {
        let subject = &evaluation.facts.subject;
        let (score, levels) = (evaluation.score(), evaluation.levels());
        self.subjects.audited += 1;
        self.fictional += u64::from(subject.fictional);
        self.total.add(score, levels);
        let mut coverage = Coverage::default();
        for (finding, [no, unknown]) in evaluation.findings().zip(&mut self.missed) {
            coverage.count(finding.verdict());
            match finding.met() {
                Some(Met::No) => *no += 1,
                Some(Met::Unknown) => *unknown += 1,
                Some(Met::Yes) | None => {}
            }
        }
        self.coverage.join(coverage);
        for attribute in &mut self.by {
            let Some(value) = by.get(&attribute.attribute) else { continue };
            attribute.of(value, || Tally::new(evaluation.plan)).add(score, levels);
        }
        if self.heat.len() < self.most_heat {
            self.heat.push(HeatRow {
                fictional: subject.fictional,
                name: subject.name.to_string(),
                subject: subject.id.to_string(),
                verdicts: evaluation.findings().map(|finding| finding.verdict()).collect(),
            });
        }
        coverage
    }

    /// Add what comes after.
    pub(super) fn join(&mut self, later: Summary, portfolio: &Portfolio) {
        self.subjects.audited += later.subjects.audited;
        self.subjects.failed += later.subjects.failed;
        self.fictional += later.fictional;
        self.total.join(&later.total);
        self.coverage.join(later.coverage);
        for (count, more) in self.missed.iter_mut().flatten().zip(later.missed.iter().flatten()) {
            *count += more;
        }
        for (attribute, more) in self.by.iter_mut().zip(later.by) {
            let new = || Tally::new(&portfolio.plan.0);
            for ValueTally { value, tally } in more.values {
                attribute.of(&value, new).join(&tally);
            }
            if let Some(others) = more.others {
                attribute.others.get_or_insert_with(new).join(&others);
            }
        }
        let room = self.most_heat - self.heat.len();
        self.heat.extend(later.heat.into_iter().take(room));
    }

    /// Work out means, and put gaps and values into their order.
    pub(super) fn close(&mut self, portfolio: &Portfolio) {
        self.total.close();
        let gap = |((_, control), [no, unknown]): ((usize, &PlanControl), &[u64; 2])| GapCount {
            control: control.id.to_string(),
            no: *no,
            unknown: *unknown,
        };
        self.gaps = portfolio.plan.0.planned().zip(&self.missed).map(gap).collect();
        self.gaps.sort_by_key(|gap| std::cmp::Reverse((gap.no, gap.unknown)));
        for attribute in &mut self.by {
            attribute.values.sort_by(|a, b| a.value.cmp(&b.value));
            let tallies = attribute.values.iter_mut().map(|value| &mut value.tally);
            tallies.chain(&mut attribute.others).for_each(Tally::close);
        }
    }

    /// As JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        // strings, numbers and lists of them cannot fail to be written
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl AttributeTally {
    /// The tally of a value.
    fn of(&mut self, value: &Option<String>, new: impl Fn() -> Tally) -> &mut Tally {
        let next = self.values.len();
        let at = match self.found.get(value) {
            Some(at) => Some(*at),
            None if next < limits::ATTRIBUTE_VALUES => {
                self.found.insert(value.clone(), next);
                self.values.push(ValueTally { tally: new(), value: value.clone() });
                Some(next)
            }
            None => None,
        };
        match at.and_then(|at| self.values.get_mut(at)) {
            Some(known) => &mut known.tally,
            None => self.others.get_or_insert_with(new),
        }
    }
}
