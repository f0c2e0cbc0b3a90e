//! How much each end of the score would rise if one control alone had degree 1 (E10), for every control, without combining every
//! group again.

use super::combine::{Degrees, Mean};
use crate::standard::plan::{Child, Combination, Compiled, PlanGroup};
use crate::{Interval, Rational};

/// The groups of an evaluation, made ready to exchange one child.
#[derive(Debug)]
pub(crate) struct Lift {
    shares: Vec<Share>,
    /// Only where some group is no mean; `None` where not applicable.
    groups: Vec<Option<Prepared>>,
}

/// What the score makes of a child of a group.
#[derive(Clone, Debug)]
enum Share {
    /// Means up to the root: so many points of the score for each unit of weight.
    Mean(Rational),
    /// Nothing: a weight of 0 lies between, or the root is not applicable.
    Nothing,
    /// Another combination lies between.
    Other,
}

/// What a combination needs to know of the children that take part.
#[derive(Debug)]
enum Prepared {
    Mean {
        /// The sums of degree × weight.
        sum: Interval,
        total: Rational,
    },
    /// The ends in rising order, of which the `rank`-th from the top counts.
    Ranked { lo: Vec<Rational>, hi: Vec<Rational>, rank: usize },
}

impl Lift {
    pub(crate) fn new(plan: &Compiled, degrees: &Degrees) -> Lift {
        let mut shares: Vec<Share> = Vec::with_capacity(plan.groups.len());
        // parents come before their children
        for group in &plan.groups {
            let share = Share::of(plan, degrees, group, group.parent.and_then(|it| shares.get(it)));
            shares.push(share);
        }
        let mixed = shares.iter().any(|share| matches!(share, Share::Other));
        let groups = if mixed {
            plan.groups.iter().map(|group| Prepared::new(plan, degrees, group)).collect()
        } else {
            Vec::new()
        };
        Lift { shares, groups }
    }

    /// The gain of a control that is applicable; 0 where the root is not.
    pub(crate) fn gain(&self, plan: &Compiled, degrees: &Degrees, control: usize) -> Option<Interval> {
        let degree = degrees.controls.get(control)?.as_ref()?;
        let planned = plan.controls.get(control)?;
        Some(match self.shares.get(planned.parent)? {
            Share::Nothing => Interval::ZERO,
            Share::Mean(share) => rise(degree, &(share * &planned.weight)),
            Share::Other => {
                let (before, after) = (degrees.root()?, self.root(plan, degrees, control)?);
                let rise = Interval { lo: &after.lo - &before.lo, hi: &after.hi - &before.hi };
                rise.scaled(&plan.groups.first()?.scale)
            }
        })
    }

    /// The degree of the root if this control alone had degree 1.
    fn root(&self, plan: &Compiled, degrees: &Degrees, control: usize) -> Option<Interval> {
        let mut child = Child::Control(control);
        let mut degree = Interval::ONE;
        while let Some(parent) = plan.parent(child) {
            let weight = plan.weight(child)?;
            if weight.is_zero() {
                // it takes part in nothing above it (E5.2)
                return degrees.root().cloned();
            }
            let prepared = self.groups.get(parent)?.as_ref()?;
            degree = prepared.exchanged(degrees.degree(child)?, &degree, weight)?;
            child = Child::Group(parent);
        }
        Some(degree)
    }
}

/// What a rise to degree 1 brings of so many points.
pub(crate) fn rise(degree: &Interval, points: &Rational) -> Interval {
    let (lo, hi) = (&degree.lo, &degree.hi);
    if lo.is_integer() && hi.is_integer() {
        // an end is 0 or 1
        return Interval { lo: points.or_zero(lo.is_zero()), hi: points.or_zero(hi.is_zero()) };
    }
    let lo = points.times_rest(lo);
    Interval { hi: if degree.is_point() { lo.clone() } else { points.times_rest(hi) }, lo }
}

impl Share {
    fn of(plan: &Compiled, degrees: &Degrees, group: &PlanGroup, above: Option<&Share>) -> Share {
        let points = match above {
            None if degrees.root().is_none() => return Share::Nothing,
            Some(Share::Nothing) => return Share::Nothing,
            Some(_) if group.weight.is_zero() => return Share::Nothing,
            Some(Share::Other) => return Share::Other,
            None => group.scale.clone(),
            Some(Share::Mean(share)) => share * &group.weight,
        };
        match group.combine {
            Combination::Mean => {
                points.checked_div(&degrees.total(plan, group)).map_or(Share::Nothing, Share::Mean)
            }
            _ => Share::Other,
        }
    }
}

impl Prepared {
    /// `None` where the group is not applicable.
    fn new(plan: &Compiled, degrees: &Degrees, group: &PlanGroup) -> Option<Prepared> {
        let members: Vec<(&Interval, &Rational)> = degrees.members(plan, group).collect();
        let rank = match group.combine {
            Combination::All => members.len(),
            Combination::Any => 1,
            Combination::AtLeast(k) => k.min(members.len()),
            Combination::Mean => {
                let mut mean = Mean::default();
                members.iter().for_each(|(degree, weight)| mean.add(degree, weight));
                let total = degrees.total(plan, group);
                return Some(Prepared::Mean { sum: mean.over(&Rational::ONE)?, total })
                    .filter(|_| !members.is_empty());
            }
        };
        let sorted = |end: fn(&Interval) -> &Rational| {
            let mut ends: Vec<Rational> = members.iter().map(|(degree, _)| end(degree).clone()).collect();
            ends.sort_unstable();
            ends
        };
        (!members.is_empty()).then(|| Prepared::Ranked {
            lo: sorted(|it| &it.lo),
            hi: sorted(|it| &it.hi),
            rank,
        })
    }

    /// The degree of the group if its child of this weight had degree `new` in place of `old`.
    fn exchanged(&self, old: &Interval, new: &Interval, weight: &Rational) -> Option<Interval> {
        Some(match self {
            Prepared::Mean { sum, total } => {
                let end = |sum: &Rational, old: &Rational, new: &Rational| {
                    (sum + &(&(new - old) * weight)).checked_div(total)
                };
                Interval { lo: end(&sum.lo, &old.lo, &new.lo)?, hi: end(&sum.hi, &old.hi, &new.hi)? }
            }
            Prepared::Ranked { lo, hi, rank } => Interval {
                lo: ranked(lo, *rank, &old.lo, &new.lo)?.clone(),
                hi: ranked(hi, *rank, &old.hi, &new.hi)?.clone(),
            },
        })
    }
}

/// The `rank`-th from the top of `sorted`, in which `new`, no lower, stands in place of `old`.
fn ranked<'r>(
    sorted: &'r [Rational],
    rank: usize,
    old: &Rational,
    new: &'r Rational,
) -> Option<&'r Rational> {
    let wanted = sorted.len().checked_sub(rank)?;
    let gone = sorted.partition_point(|end| end < old);
    let place = sorted.partition_point(|end| end < new).checked_sub(usize::from(old < new))?;
    if wanted == place {
        Some(new)
    } else if gone <= wanted && wanted < place {
        sorted.get(wanted + 1)
    } else {
        sorted.get(wanted)
    }
}
