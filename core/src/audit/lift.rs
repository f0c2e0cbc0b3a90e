//! How much each end of the score would rise if one control alone had degree 1 (E10), for every control, without combining every
//! group again.

use super::combine::{Degrees, Mean};
use super::interval::Interval;
use crate::Rational;
use crate::standard::plan::{Child, Combination, Compiled, PlanGroup};

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
    /// Nothing: a weight of 0 lies between, or the root is not applicable.
    None,
    /// Means up to the root: so many points of the score for each unit of weight.
    Mean(Rational),
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
        for (index, group) in plan.groups.iter().enumerate() {
            let above = match group.parent.map(|parent| shares.get(parent)) {
                None if degrees.root().is_none() => Share::None,
                None => Share::Mean(group.scale.clone()),
                Some(_) if group.weight.is_zero() => Share::None,
                Some(Some(Share::Mean(share))) => Share::Mean(share * &group.weight),
                Some(share) => share.cloned().unwrap_or(Share::None),
            };
            let applicable = degrees.groups.get(index).is_some_and(Option::is_some);
            shares.push(match (above, &group.combine) {
                (Share::Mean(share), Combination::Mean) if applicable => {
                    share.checked_div(&degrees.total(plan, group)).map_or(Share::None, Share::Mean)
                }
                (Share::Mean(_), _) => Share::Other,
                (above, _) => above,
            });
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
            Share::None => Interval::zero(),
            Share::Mean(share) => {
                let rise = |end: &Rational| &(&Rational::ONE - end) * &(share * &planned.weight);
                Interval { lo: rise(&degree.lo), hi: rise(&degree.hi) }
            }
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
        let mut degree = Interval::one();
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
                return (!members.is_empty()).then(|| Prepared::Mean { sum: mean.sums(), total });
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
