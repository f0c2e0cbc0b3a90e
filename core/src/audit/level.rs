//! Levels of the score (E7).

use super::interval::Interval;
use super::result::{LevelResult, NextLevel, Range};
use crate::Rational;
use crate::standard::plan::PlanLevel;

/// The levels that a score touches; `None` where the standard has none.
pub(crate) fn level(levels: &[PlanLevel], score: &Interval) -> Option<LevelResult> {
    let reached = |points: &Rational| {
        let reaches =
            |level: &PlanLevel| if level.strict { *points > level.bound } else { *points >= level.bound };
        levels.iter().rposition(reaches)
    };
    let (low, high) = (reached(&score.lo)?, reached(&score.hi)?);
    let possible: Vec<String> = levels.get(low..=high)?.iter().map(|level| level.id.to_string()).collect();
    let next = levels.get(low + 1).map(|next| {
        let short = |points: &Rational| (&next.bound - points).max(Rational::ZERO).to_string();
        NextLevel { id: next.id.to_string(), short: Range { lo: short(&score.hi), hi: short(&score.lo) } }
    });
    Some(LevelResult { certain: if low == high { possible.first().cloned() } else { None }, next, possible })
}
