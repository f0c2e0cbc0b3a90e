//! From criteria to controls, groups and the root (E5).

use super::interval::Interval;
use crate::Rational;
use crate::number::Sum;
use crate::standard::plan::{Child, Combination, Compiled, PlanGroup};

/// The degree of every control and group; `None` where not applicable or not in force.
#[derive(Clone, Debug)]
pub(crate) struct Degrees {
    pub(crate) controls: Vec<Option<Interval>>,
    /// The root first.
    pub(crate) groups: Vec<Option<Interval>>,
}

impl Degrees {
    /// Combine the controls' degrees up to the root.
    pub(crate) fn of(plan: &Compiled, controls: Vec<Option<Interval>>) -> Degrees {
        let mut degrees = Degrees { controls, groups: vec![None; plan.groups.len()] };
        // children come after their parents
        for (index, group) in plan.groups.iter().enumerate().rev() {
            let degree = match group.combine {
                Combination::Mean => degrees.mean(plan, group),
                _ => combine(&group.combine, degrees.members(plan, group)),
            };
            if let Some(slot) = degrees.groups.get_mut(index) {
                *slot = degree;
            }
        }
        degrees
    }

    pub(crate) fn root(&self) -> Option<&Interval> {
        self.groups.first().and_then(Option::as_ref)
    }

    /// The degree and weight of each child that takes part: applicable, in force, of positive weight (E5.2).
    pub(crate) fn members<'d>(
        &'d self,
        plan: &'d Compiled,
        group: &'d PlanGroup,
    ) -> impl Iterator<Item = (&'d Interval, &'d Rational)> {
        let member = |child: &Child| Some((self.degree(*child)?, plan.weight(*child)?));
        group.children.iter().filter_map(member).filter(|(_, weight)| !weight.is_zero())
    }

    fn mean(&self, plan: &Compiled, group: &PlanGroup) -> Option<Interval> {
        let mut mean = Mean::default();
        self.members(plan, group).for_each(|(degree, weight)| mean.add(degree, weight));
        if mean.count == group.counted { mean.over(&group.total) } else { mean.over(&self.total(plan, group)) }
    }

    /// The weights of the children that take part.
    pub(crate) fn total(&self, plan: &Compiled, group: &PlanGroup) -> Rational {
        let mut total = Sum::ZERO;
        let mut count = 0;
        for (_, weight) in self.members(plan, group) {
            total.add(weight);
            count += 1;
        }
        if count == group.counted { group.total.clone() } else { total.total() }
    }

    pub(crate) fn degree(&self, child: Child) -> Option<&Interval> {
        match child {
            Child::Group(index) => self.groups.get(index),
            Child::Control(index) => self.controls.get(index),
        }
        .and_then(Option::as_ref)
    }
}

/// The sums of degree × weight, lower and upper ends.
pub(crate) struct Mean {
    lo: Sum,
    hi: Sum,
    count: usize,
}

impl Default for Mean {
    fn default() -> Mean {
        Mean { lo: Sum::ZERO, hi: Sum::ZERO, count: 0 }
    }
}

impl Mean {
    pub(crate) fn add(&mut self, degree: &Interval, weight: &Rational) {
        self.count += 1;
        if *weight == Rational::ONE {
            self.lo.add(&degree.lo);
            self.hi.add(&degree.hi);
        } else {
            self.lo.add(&(&degree.lo * weight));
            self.hi.add(&(&degree.hi * weight));
        }
    }

    /// `None` where nothing was added.
    fn over(&self, total: &Rational) -> Option<Interval> {
        Some(Interval { lo: self.lo.total().checked_div(total)?, hi: self.hi.total().checked_div(total)? })
    }

    pub(crate) fn sums(&self) -> Interval {
        Interval { lo: self.lo.total(), hi: self.hi.total() }
    }
}

/// Combine the children that are applicable and in force; those of weight 0 take no part (E5.1, E5.2).
pub(crate) fn combine<'c>(
    combination: &Combination,
    children: impl Iterator<Item = (&'c Interval, &'c Rational)>,
) -> Option<Interval> {
    let members: Vec<(&Interval, &Rational)> = children.filter(|(_, weight)| !weight.is_zero()).collect();
    let rank = match combination {
        Combination::All => members.len(),
        Combination::Any => 1,
        Combination::AtLeast(k) => *k,
        Combination::Mean => {
            let (mut mean, mut total) = (Mean::default(), Sum::ZERO);
            for (degree, weight) in members {
                mean.add(degree, weight);
                total.add(weight);
            }
            return mean.over(&total.total());
        }
    };
    let end = |end: fn(&Interval) -> &Rational| nth_largest(members.iter().map(|(it, _)| end(it)), rank);
    Some(Interval { lo: end(|it| &it.lo)?, hi: end(|it| &it.hi)? })
}

/// The min(n, count)-th largest; `None` of nothing.
fn nth_largest<'r>(ends: impl Iterator<Item = &'r Rational>, n: usize) -> Option<Rational> {
    let mut ends: Vec<&Rational> = ends.collect();
    ends.sort_unstable();
    ends.iter().nth_back(n.min(ends.len()).checked_sub(1)?).map(|end| (*end).clone())
}
