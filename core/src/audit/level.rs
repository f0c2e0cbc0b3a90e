//! Levels of the score (E7).

use super::result::{LevelResult, NextLevel, Range};
use crate::standard::plan::PlanLevel;
use crate::{Interval, Rational};

/// The levels that a score touches, by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Levels {
    pub(crate) low: usize,
    pub(crate) high: usize,
}

/// The levels that a score touches; `None` where the standard has none.
pub(crate) fn levels(levels: &[PlanLevel], score: &Interval) -> Option<Levels> {
    let reached = |points: &Rational| {
        let reaches =
            |level: &PlanLevel| if level.strict { *points > level.bound } else { *points >= level.bound };
        levels.iter().rposition(reaches)
    };
    Some(Levels { low: reached(&score.lo)?, high: reached(&score.hi)? })
}

/// The same in words of the standard.
pub(crate) fn level(levels: &[PlanLevel], score: &Interval) -> Option<LevelResult> {
    let Levels { low, high } = self::levels(levels, score)?;
    let possible: Vec<String> = levels.get(low..=high)?.iter().map(|level| level.id.to_string()).collect();
    let next = levels.get(low + 1).map(|next| {
        let short = |points: &Rational| (&next.bound - points).max(Rational::ZERO).to_string();
        NextLevel { id: next.id.to_string(), short: Range { lo: short(&score.hi), hi: short(&score.lo) } }
    });
    Some(LevelResult { certain: if low == high { possible.first().cloned() } else { None }, next, possible })
}
