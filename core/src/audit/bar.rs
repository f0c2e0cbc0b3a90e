//! Bars: what a script or a contract asks of an audit. Decided on rationals (E1.1), never on what was rounded for writing.

use super::figure::rational;
use super::result::{Audit, Score};
use super::verdict::Met;
use crate::problem::{Code, Place, Problem, Problems, listed, nearest, quoted};
use crate::{Interval, Plan, Rational};

/// Something to be reached.
#[derive(Clone, Debug)]
pub struct Bar(Kind);

#[derive(Clone, Debug)]
enum Kind {
    /// The ids of the levels, lowest first, and the position of the one asked for.
    Level(Vec<String>, usize),
    Score(Rational),
    Coverage(Rational),
}

impl Bar {
    /// At least so many points of the score.
    #[must_use]
    pub fn score(points: Rational) -> Bar {
        Bar(Kind::Score(points))
    }

    /// At least this share (0 to 1) of the applicable controls determined. Too few is [`Met::Unknown`], never [`Met::No`].
    #[must_use]
    pub fn coverage(share: Rational) -> Bar {
        Bar(Kind::Coverage(share))
    }
}

impl Plan {
    /// At least this level.
    ///
    /// # Errors
    /// `unknown-reference` where the standard has no such level.
    pub fn level_bar(&self, level: &str) -> Result<Bar, Problems> {
        let levels: Vec<String> = self.0.levels.iter().map(|level| level.id.to_string()).collect();
        match levels.iter().position(|id| id == level) {
            Some(rank) => Ok(Bar(Kind::Level(levels, rank))),
            None => {
                let known = || levels.iter().map(String::as_str);
                let args = vec![quoted(level), nearest(level, known()), listed(known())];
                Err(Problem::new(Code::UnknownReference, Place::default(), args, Vec::new()).into())
            }
        }
    }
}

impl Audit {
    /// Whether the audit reaches a bar: certainly, certainly not, or too little is known; the latter too where the root is not
    /// applicable (E5.2).
    ///
    /// ```
    /// use kolosi::{Bar, Met, Options, Rational};
    /// let plan = kolosi::bundled("itu-gci-2024")?.compile(&Options::new("2024-12-31".parse()?))?;
    /// let dossier = plan.dossier(br#"{"standard": {"id": "itu-gci-2024", "edition": "2024"},
    ///     "subject": {"id": "x", "name": "Exemple fictif"}, "evidence": [
    ///     {"id": "r", "control": "legal", "observed": "2024-01-01", "value": 10}]}"#)?;
    /// let audit = plan.audit(&dossier);
    /// assert_eq!(audit.against(&Bar::score(Rational::from(10_i64))), Met::Yes);
    /// assert_eq!(audit.against(&plan.level_bar("T3")?), Met::Unknown);
    /// assert_eq!(audit.against(&plan.level_bar("T1")?), Met::No);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn against(&self, bar: &Bar) -> Met {
        match &bar.0 {
            Kind::Score(points) => {
                self.exact_score().map_or(Met::Unknown, |it| met(it.lo >= *points, it.hi < *points))
            }
            Kind::Level(levels, rank) => {
                let Some(level) = &self.level else { return Met::Unknown };
                let position = |id: Option<&String>| levels.iter().position(|known| Some(known) == id);
                match (position(level.possible.first()), position(level.possible.last())) {
                    (Some(low), Some(high)) => met(low >= *rank, high < *rank),
                    _ => Met::Unknown,
                }
            }
            Kind::Coverage(_) if self.score.is_none() => Met::Unknown,
            Kind::Coverage(share) => {
                let asked = self.coverage.controls.saturating_sub(self.coverage.not_applicable);
                met(Rational::from(self.coverage.determined) >= share * &Rational::from(asked), false)
            }
        }
    }

    /// The score before it was rounded for writing; as written where the audit was read back.
    fn exact_score(&self) -> Option<Interval> {
        let written = |score: &Score| Interval { lo: rational(&score.lo), hi: rational(&score.hi) };
        self.exact.clone().or_else(|| self.score.as_ref().map(written))
    }
}

fn met(yes: bool, no: bool) -> Met {
    match (yes, no) {
        (true, _) => Met::Yes,
        (false, true) => Met::No,
        (false, false) => Met::Unknown,
    }
}
