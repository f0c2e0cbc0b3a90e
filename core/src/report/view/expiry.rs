//! Until when records count (E3.1): those that stand and will stop, and those that only time has set aside.

use super::{Record, View};
use crate::audit::Reason;
use crate::audit::result::{RecordResult, State};
use crate::{Date, Duration};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// A record and the last day on which it counts for some controls.
pub(crate) struct Expiry<'v> {
    pub(crate) record: &'v Record,
    pub(crate) last: Date,
    pub(crate) why: Why,
    /// The longest age that a criterion admits, where that ends it.
    pub(crate) age: Option<Duration>,
    /// The controls that it speaks to, in the standard's order.
    pub(crate) controls: Vec<&'v str>,
}

/// What ends a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Why {
    /// Its own date.
    OwnDate,
    /// The longest age that the criterion admits.
    MaxAge,
    /// Both, on one day.
    Both,
}

/// Everything that ends, in the order of its day, then of the records.
pub(crate) struct Expiries<'v> {
    /// Standing records that will stop counting.
    pub(crate) to_come: Vec<Expiry<'v>>,
    /// Records that would count but for the date.
    pub(crate) over: Vec<Expiry<'v>>,
}

/// The age and the controls of each day, record and cause.
type Ends<'v> = BTreeMap<(Date, &'v str, Why), (Option<Duration>, Vec<&'v str>)>;

impl View<'_> {
    pub(crate) fn expiries(&self) -> Expiries<'_> {
        let (mut to_come, mut over): (Ends<'_>, Ends<'_>) = Default::default();
        for finding in &self.audit.findings {
            for criterion in &finding.criteria {
                for result in &criterion.records {
                    let ends = match result.state {
                        State::Stands => &mut to_come,
                        State::SetAside if only_time(result) => &mut over,
                        _ => continue,
                    };
                    let Some(record) = self.record(&result.id) else { continue };
                    let Some((last, why)) = self.last_day(record, &criterion.criterion) else { continue };
                    let age = self.max_age(&criterion.criterion).filter(|_| why != Why::OwnDate);
                    let (_, controls) =
                        ends.entry((last, record.id.as_str(), why)).or_insert_with(|| (age, Vec::new()));
                    if controls.last() != Some(&finding.control.as_str()) {
                        controls.push(&finding.control);
                    }
                }
            }
        }
        let expiry = |((last, id, why), (age, controls))| {
            Some(Expiry { record: self.record(id)?, last, why, age, controls })
        };
        Expiries {
            to_come: to_come.into_iter().filter_map(expiry).collect(),
            over: over.into_iter().filter_map(expiry).collect(),
        }
    }

    /// The longest age of evidence that a criterion admits, with the parameters of the audit.
    fn max_age(&self, criterion: &str) -> Option<Duration> {
        self.criterion(criterion)?.planned.max_age
    }

    /// The last day on which a record counts for a criterion, and why; `None` where it never ends.
    pub(crate) fn last_day(&self, record: &Record, criterion: &str) -> Option<(Date, Why)> {
        let own = record.expires.as_deref().and_then(|date| date.parse::<Date>().ok());
        let age = self.max_age(criterion);
        let oldest = age.and_then(|age| record.observed.parse::<Date>().ok()?.after(age));
        match (own, oldest) {
            (Some(own), Some(oldest)) => Some(match own.cmp(&oldest) {
                Ordering::Less => (own, Why::OwnDate),
                Ordering::Equal => (own, Why::Both),
                Ordering::Greater => (oldest, Why::MaxAge),
            }),
            (Some(own), None) => Some((own, Why::OwnDate)),
            (None, oldest) => oldest.map(|oldest| (oldest, Why::MaxAge)),
        }
    }
}

/// Whether a record is set aside for its age alone: it would count but for the date.
fn only_time(result: &RecordResult) -> bool {
    let time = [Reason::Expired, Reason::TooOld];
    !result.reasons.is_empty()
        && result.reasons.iter().all(|code| time.iter().any(|reason| reason.as_str() == code))
}
