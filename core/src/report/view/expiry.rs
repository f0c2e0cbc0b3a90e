//! Until when records count (E3.1).

use super::{Record, View};
use crate::Date;
use std::cmp::Ordering;

/// What ends a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Why {
    /// Its own date.
    Expires,
    /// The longest age that the criterion admits.
    MaxAge,
    /// Both, on one day.
    Both,
}

impl View<'_> {
    /// The last day on which a record counts for a criterion, and why; `None` where it never ends.
    pub(crate) fn last_day(&self, record: &Record, criterion: &str) -> Option<(Date, Why)> {
        let own = record.expires.as_deref().and_then(|date| date.parse::<Date>().ok());
        let age = self.criterion(criterion).and_then(|criterion| criterion.planned.max_age);
        let oldest = age.and_then(|age| record.observed.parse::<Date>().ok()?.after(age));
        match (own, oldest) {
            (Some(own), Some(oldest)) => Some(match own.cmp(&oldest) {
                Ordering::Less => (own, Why::Expires),
                Ordering::Equal => (own, Why::Both),
                Ordering::Greater => (oldest, Why::MaxAge),
            }),
            (Some(own), None) => Some((own, Why::Expires)),
            (None, oldest) => oldest.map(|oldest| (oldest, Why::MaxAge)),
        }
    }
}
