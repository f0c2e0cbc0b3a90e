//! Counting subjects and levels, and adding up scores.

use crate::Interval;
use crate::audit::level::Levels;
use crate::audit::result::Range;
use crate::number::Written;
use crate::standard::plan::Compiled;
use serde::Serialize;

/// What some subjects come to together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Tally {
    /// How many are at each level, lowest first.
    pub levels: Vec<LevelCount>,
    /// The mean of the scores as written; null where nobody has one.
    pub mean: Option<Range>,
    /// How many have a score.
    pub scored: u64,
    /// How many subjects were audited.
    pub subjects: u64,
    #[serde(skip)]
    sums: [Written; 2],
}

/// The subjects at one level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct LevelCount {
    /// Those certainly at it.
    pub certain: u64,
    /// The level.
    pub level: String,
    /// Those that may be at it or elsewhere.
    pub possible: u64,
}

impl Tally {
    pub(super) fn new(plan: &Compiled) -> Tally {
        let level = |id: &crate::Id| LevelCount { certain: 0, level: id.to_string(), possible: 0 };
        Tally {
            levels: plan.levels.iter().map(|it| level(&it.id)).collect(),
            mean: None,
            scored: 0,
            subjects: 0,
            sums: [Written::ZERO, Written::ZERO],
        }
    }

    pub(super) fn add(&mut self, score: Option<&Interval>, levels: Option<Levels>) {
        self.subjects += 1;
        if let Some(Interval { lo, hi }) = score {
            self.scored += 1;
            let [sum_lo, sum_hi] = &mut self.sums;
            sum_lo.add(lo);
            sum_hi.add(hi);
        }
        if let Some(Levels { low, high }) = levels {
            for count in self.levels.get_mut(low..=high).unwrap_or_default() {
                if low == high {
                    count.certain += 1;
                } else {
                    count.possible += 1;
                }
            }
        }
    }

    pub(super) fn join(&mut self, other: &Tally) {
        self.subjects += other.subjects;
        self.scored += other.scored;
        for (sum, more) in self.sums.iter_mut().zip(&other.sums) {
            sum.join(more);
        }
        for (count, more) in self.levels.iter_mut().zip(&other.levels) {
            count.certain += more.certain;
            count.possible += more.possible;
        }
    }

    /// Work out what is shown of the sums.
    pub(super) fn close(&mut self) {
        let [lo, hi] = self.sums.each_ref().map(|sum| sum.mean(self.scored));
        self.mean = lo.zip(hi).map(|(lo, hi)| Range { hi: hi.to_string(), lo: lo.to_string() });
    }
}
