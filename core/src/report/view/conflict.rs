//! Statements that disagree, side by side (E3.5, E8).

use super::records::{Datum, Sample};
use super::{CriterionView, Record, View};
use crate::audit::result::{CriterionResult, State};
use crate::standard::model::Ask;
use std::collections::BTreeMap;

/// Standing records about one thing that do not say the same.
pub(crate) struct Dispute<'v> {
    pub(crate) records: Vec<&'v Record>,
}

impl View<'_> {
    /// The disputes of a criterion: one among its answers, values and samples, one for each thing of a test.
    pub(crate) fn disputes<'v>(
        &'v self,
        criterion: CriterionView<'_>,
        result: &CriterionResult,
    ) -> Vec<Dispute<'v>> {
        if !result.reasons.iter().any(|code| code == "conflicting-evidence" || code == "claim-contradicted") {
            return Vec::new();
        }
        let standing =
            result.records.iter().filter(|it| it.state == State::Stands).filter_map(|it| self.record(&it.id));
        let key: Vec<&str> = match &criterion.written.ask {
            Ask::Test { kind, .. } => {
                let kind = self.model().kind(kind.value.as_str());
                kind.map_or_else(Vec::new, |kind| kind.key.iter().map(|field| field.value.as_str()).collect())
            }
            _ => Vec::new(),
        };
        let mut things: BTreeMap<Vec<Option<&Datum>>, Vec<&Record>> = BTreeMap::new();
        for record in standing.filter(|record| record.answer.as_deref() != Some("unknown")) {
            // without a key every record of data is a thing of its own
            if record.kind.is_some() && key.is_empty() {
                continue;
            }
            let about = if record.kind.is_some() {
                key.iter().map(|field| record.data.get(*field)).collect()
            } else {
                Vec::new()
            };
            things.entry(about).or_default().push(record);
        }
        things.into_values().filter(|records| differ(records)).map(|records| Dispute { records }).collect()
    }
}

fn differ(records: &[&Record]) -> bool {
    let statement =
        |record: &Record| -> (Option<String>, Option<String>, Option<Sample>, BTreeMap<String, Datum>) {
            (record.answer.clone(), record.value.clone(), record.sample.clone(), record.data.clone())
        };
    let first = records.first().map(|record| statement(record));
    records.iter().any(|record| Some(statement(record)) != first)
}
