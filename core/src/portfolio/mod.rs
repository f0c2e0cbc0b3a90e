//! Portfolios: the dossiers of many subjects, one a line of NDJSON, audited one after another in bounded memory.

mod batch;
#[cfg(feature = "parallel")]
mod parallel;
mod row;
mod run;
mod summary;
mod tally;

pub use batch::Form;
pub use row::{Digests, Row, RowSubject};
pub use run::Progress;
pub use summary::{AttributeTally, GapCount, HeatRow, Subjects, Summary, ValueTally};
pub use tally::{LevelCount, Tally};

use crate::Plan;

/// How the dossiers of a portfolio are audited.
///
/// ```
/// use kolosi::{Options, Portfolio};
/// let plan = kolosi::bundled("itu-gci-2024")?.compile(&Options::new("2024-12-31".parse()?))?;
/// let portfolio = Portfolio::new(&plan);
/// let row = portfolio.row(1, br#"{"standard": {"id": "itu-gci-2024", "edition": "2024"},
///     "subject": {"id": "x", "name": "Exemple fictif"}, "evidence": [
///     {"id": "r", "control": "legal", "observed": "2024-01-01", "value": 20}]}"#);
/// assert_eq!(row.score.ok_or("no score")?.lo, "20");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Portfolio {
    plan: Plan,
    by: Vec<String>,
    digests: bool,
    heat: usize,
}

impl Portfolio {
    /// Audit every dossier with this plan.
    #[must_use]
    pub fn new(plan: &Plan) -> Portfolio {
        Portfolio { plan: plan.clone(), by: Vec::new(), digests: false, heat: 0 }
    }

    /// Tally results by the values of this attribute of the subjects, too, and show it in each row.
    #[must_use]
    pub fn by(mut self, attribute: &str) -> Portfolio {
        if !self.by.iter().any(|known| known == attribute) {
            self.by.push(attribute.to_owned());
        }
        self
    }

    /// Give each row the digests of its dossier and of its audit. It takes several times as long.
    #[must_use]
    pub fn digests(mut self, wanted: bool) -> Portfolio {
        self.digests = wanted;
        self
    }

    /// Keep the verdicts of the first so many subjects, control by control, in the summary, and count the subjects made up: what a
    /// page needs beside the rest.
    #[must_use]
    pub fn heat(mut self, subjects: usize) -> Portfolio {
        self.heat = subjects;
        self
    }

    /// The plan.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }
}
