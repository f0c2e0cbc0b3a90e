//! From criteria to controls, groups and the root (E5).

use crate::number::Sum;
use crate::standard::plan::{Child, Combination, Compiled, PlanGroup};
use crate::{Interval, Rational};

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
            let mut mean = Mean::default();
            let degree = match group.combine {
                Combination::Mean => {
                    degrees.members(plan, group).for_each(|(degree, weight)| mean.add(degree, weight));
                    if mean.count == group.counted {
                        mean.over(&group.total)
                    } else {
                        mean.over(&degrees.total(plan, group))
                    }
                }
                _ => combine(&group.combine, degrees.members(plan, group)),
            };
            degrees.groups.get_mut(index).into_iter().for_each(|slot| slot.clone_from(&degree));
        }
        degrees
    }

    pub(crate) fn root(&self) -> Option<&Interval> {
        self.groups.first().and_then(Option::as_ref)
    }

    /// The score in points (E5.3).
    pub(crate) fn score(&self, plan: &Compiled) -> Option<Interval> {
        Some(self.root()?.scaled(&plan.groups.first()?.scale))
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

    /// The weights of the children that take part.
    pub(crate) fn total(&self, plan: &Compiled, group: &PlanGroup) -> Rational {
        let mut total = Sum::ZERO;
        self.members(plan, group).for_each(|(_, weight)| total.add(weight));
        total.total()
    }

    pub(crate) fn degree(&self, child: Child) -> Option<&Interval> {
        match child {
            Child::Group(index) => self.groups.get(index),
            Child::Control(index) => self.controls.get(index),
        }
        .and_then(Option::as_ref)
    }
}

/// The sums of degree × weight, of the lower ends and of the widths: most degrees are certain or wholly unknown.
#[derive(Debug)]
pub(crate) struct Mean {
    lo: Sum,
    width: Sum,
    /// How many of weight 1 are [0, 1].
    unknown: i64,
    /// How many take part.
    count: usize,
}

impl Default for Mean {
    fn default() -> Mean {
        Mean { lo: Sum::ZERO, width: Sum::ZERO, unknown: 0, count: 0 }
    }
}

impl Mean {
    /// Add a child that takes part.
    pub(crate) fn add(&mut self, degree: &Interval, weight: &Rational) {
        self.count += 1;
        let single = weight.is_one();
        let put = |sum: &mut Sum, term: &Rational| {
            if single { sum.add(term) } else { sum.add(&(term * weight)) }
        };
        if single && degree.is_unknown() {
            self.unknown += 1;
            return;
        }
        put(&mut self.lo, &degree.lo);
        if !degree.is_point() {
            put(&mut self.width, &(&degree.hi - &degree.lo));
        }
    }

    /// `None` where nothing was added.
    pub(crate) fn over(mut self, total: &Rational) -> Option<Interval> {
        let lo = self.lo.over(total)?;
        self.width.add(&Rational::from(self.unknown));
        if self.width.is_zero() {
            return Some(Interval { hi: lo.clone(), lo });
        }
        self.lo.join(&self.width);
        Some(Interval { lo, hi: self.lo.over(total)? })
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
