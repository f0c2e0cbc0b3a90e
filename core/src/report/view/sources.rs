//! The sources of a dossier (E3.2), numbered, so that each is told once and named by its number elsewhere.

use super::View;
use super::records::{Record, Source, SourceKey};
use std::collections::{BTreeMap, BTreeSet};

/// One source and the records that come from it.
pub(crate) struct SourceView<'v> {
    /// From 1, in the order of the list.
    pub(crate) number: usize,
    pub(crate) key: SourceKey<'v>,
    pub(crate) records: Vec<&'v Record>,
}

/// For each record, the number of its source; 0 where it names none.
pub(super) fn numbers(records: &[Record]) -> Vec<usize> {
    let named = |record: &&Record| record.source.name().is_some();
    let keys: BTreeSet<SourceKey<'_>> = records.iter().filter(named).map(Record::source_key).collect();
    let keys: BTreeMap<SourceKey<'_>, usize> = keys.into_iter().zip(1..).collect();
    records.iter().map(|record| keys.get(&record.source_key()).copied().unwrap_or(0)).collect()
}

impl View<'_> {
    /// The sources that the records name, in the order of their numbers.
    pub(crate) fn sources(&self) -> Vec<SourceView<'_>> {
        let mut sources: BTreeMap<usize, SourceView<'_>> = BTreeMap::new();
        for (record, number) in self.records.iter().zip(&self.sources).filter(|(_, number)| **number > 0) {
            let source = sources.entry(*number).or_insert_with(|| SourceView {
                number: *number,
                key: record.source_key(),
                records: Vec::new(),
            });
            source.records.push(record);
        }
        sources.into_values().collect()
    }

    /// The number of a record's source; `None` where it names none.
    pub(crate) fn source_number(&self, record: &Record) -> Option<usize> {
        let at = self.record_at(&record.id)?;
        self.sources.get(at).copied().filter(|number| *number > 0)
    }
}

impl SourceView<'_> {
    /// Every way in which the records write one part of the source, sorted.
    pub(crate) fn distinct<'s, T: Ord>(&'s self, part: impl Fn(&'s Source) -> Option<T>) -> Vec<T> {
        let mut all: Vec<T> = self.records.iter().filter_map(|record| part(&record.source)).collect();
        all.sort();
        all.dedup();
        all
    }
}
