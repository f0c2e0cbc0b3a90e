//! Finding an item of a standard by its id, once for each name in each record of each dossier.

use crate::Id;

/// A table from id to index. It can be asked, never listed, so that no order of hashing reaches an output. Only the ids of a
/// standard are put in: what a dossier names is looked up, and cannot make the table slow.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// A power of two of places, at most half of them taken.
    slots: Vec<Option<(Id, usize)>>,
}

impl Index {
    pub(crate) fn of<'i>(ids: impl ExactSizeIterator<Item = &'i Id>) -> Index {
        let places = (ids.len() * 2).next_power_of_two();
        let mut slots = vec![None; places];
        for (index, id) in ids.enumerate() {
            let free = probe(id.as_str(), places).find(|at| slots.get(*at).is_some_and(Option::is_none));
            if let Some(slot) = free.and_then(|at| slots.get_mut(at)) {
                *slot = Some((id.clone(), index));
            }
        }
        Index { slots }
    }

    pub(crate) fn get(&self, name: &str) -> Option<usize> {
        for at in probe(name, self.slots.len()) {
            let (id, index) = self.slots.get(at)?.as_ref()?;
            if id.as_str() == name {
                return Some(*index);
            }
        }
        None
    }
}

/// The places where a name may stand, in turn.
fn probe(name: &str, places: usize) -> impl Iterator<Item = usize> {
    // FNV-1a (Fowler, Noll, Vo): short names, no secret to keep
    let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let first = usize::try_from(hash ^ (hash >> 32) & 0xffff_ffff).unwrap_or(usize::MAX);
    (0..places).map(move |step| first.wrapping_add(step) & (places - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_is_found_and_no_other() {
        let ids: Vec<Id> = (0..500).map(|n| format!("c-{n}").parse().unwrap()).collect();
        let index = Index::of(ids.iter());
        for (at, id) in ids.iter().enumerate() {
            assert_eq!(index.get(id.as_str()), Some(at));
        }
        assert_eq!(index.get("c-500"), None);
        assert_eq!(Index::default().get("c-1"), None);
        assert_eq!(Index::of([].iter()).get("c-1"), None);
    }
}
