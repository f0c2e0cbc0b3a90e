//! From criteria to controls, groups and the root (E5).

use super::interval::Interval;
use crate::Rational;
use crate::standard::plan::{Child, Combination, Compiled};

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
            let degree = combine(&group.combine, degrees.members(plan, &group.children));
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
        children: &'d [Child],
    ) -> impl Iterator<Item = (&'d Interval, &'d Rational)> {
        let member = |child: &Child| Some((self.degree(*child)?, plan.weight(*child)?));
        children.iter().filter_map(member).filter(|(_, weight)| !weight.is_zero())
    }

    pub(crate) fn degree(&self, child: Child) -> Option<&Interval> {
        match child {
            Child::Group(index) => self.groups.get(index),
            Child::Control(index) => self.controls.get(index),
        }
        .and_then(Option::as_ref)
    }
}

/// Combine the children that are applicable and in force; those of weight 0 take no part (E5.1, E5.2).
pub(crate) fn combine<'c>(
    combination: &Combination,
    children: impl Iterator<Item = (&'c Interval, &'c Rational)>,
) -> Option<Interval> {
    let members: Vec<(&Interval, &Rational)> = children.filter(|(_, weight)| !weight.is_zero()).collect();
    if members.is_empty() {
        return None;
    }
    let end = |end: fn(&Interval) -> &Rational| match combination {
        Combination::All => nth_largest(members.iter().map(|(it, _)| end(it)), members.len()),
        Combination::Any => nth_largest(members.iter().map(|(it, _)| end(it)), 1),
        Combination::AtLeast(k) => nth_largest(members.iter().map(|(it, _)| end(it)), *k),
        Combination::Mean => {
            let (sum, total) =
                members.iter().fold((Rational::ZERO, Rational::ZERO), |(sum, total), (it, weight)| {
                    (&sum + &(end(it) * weight), &total + weight)
                });
            sum.checked_div(&total)
        }
    };
    Some(Interval { lo: end(|it| &it.lo)?, hi: end(|it| &it.hi)? })
}

/// The min(n, count)-th largest.
fn nth_largest<'r>(ends: impl Iterator<Item = &'r Rational>, n: usize) -> Option<Rational> {
    let mut ends: Vec<&Rational> = ends.collect();
    ends.sort_unstable();
    ends.iter().nth_back(n.min(ends.len()).checked_sub(1)?).map(|end| (*end).clone())
}
