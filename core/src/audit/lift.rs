//! What the root would be if one control alone had degree 1 (E10), for every control, without combining every group again.

use super::combine::Degrees;
use super::interval::Interval;
use crate::Rational;
use crate::standard::plan::{Child, Combination, Compiled};

/// The groups of an evaluation, made ready to exchange one child.
pub(crate) struct Lift<'a> {
    plan: &'a Compiled,
    degrees: &'a Degrees,
    /// `None` where not applicable.
    groups: Vec<Option<Prepared>>,
}

/// What a combination needs to know of the children that take part.
enum Prepared {
    Mean {
        /// The sums of degree × weight.
        sum: Interval,
        total: Rational,
    },
    /// The ends in rising order, of which the `rank`-th from the top counts.
    Ranked { lo: Vec<Rational>, hi: Vec<Rational>, rank: usize },
}

impl<'a> Lift<'a> {
    pub(crate) fn new(plan: &'a Compiled, degrees: &'a Degrees) -> Lift<'a> {
        let prepare = |group: &crate::standard::plan::PlanGroup| {
            let members: Vec<(&Interval, &Rational)> = degrees.members(plan, &group.children).collect();
            let rank = match group.combine {
                Combination::All => members.len(),
                Combination::Any => 1,
                Combination::AtLeast(k) => k.min(members.len()),
                Combination::Mean => {
                    let zero = (Interval::zero(), Rational::ZERO);
                    let (sum, total) = members.iter().fold(zero, |(sum, total), (degree, weight)| {
                        let part = degree.scaled(weight);
                        (Interval { lo: &sum.lo + &part.lo, hi: &sum.hi + &part.hi }, &total + weight)
                    });
                    return (!members.is_empty()).then_some(Prepared::Mean { sum, total });
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
        };
        Lift { plan, degrees, groups: plan.groups.iter().map(prepare).collect() }
    }

    /// The degree of the root if this control, which is applicable, alone had degree 1; `None` where the root is not applicable.
    pub(crate) fn root(&self, control: usize) -> Option<Interval> {
        let mut child = Child::Control(control);
        let mut degree = Interval::one();
        while let Some(parent) = self.plan.parent(child) {
            let weight = self.plan.weight(child)?;
            if weight.is_zero() {
                // it takes part in nothing above it (E5.2)
                return self.degrees.root().cloned();
            }
            degree = self.exchanged(parent, self.degrees.degree(child)?, &degree, weight)?;
            child = Child::Group(parent);
        }
        Some(degree)
    }

    /// The degree of a group whose child of this weight had degree `new` in place of `old`.
    fn exchanged(&self, group: usize, old: &Interval, new: &Interval, weight: &Rational) -> Option<Interval> {
        Some(match self.groups.get(group)?.as_ref()? {
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
