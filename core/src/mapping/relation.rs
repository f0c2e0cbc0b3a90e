//! How the requirements of a control relate to those of another (E12.1), and what follows from several relations (E12.3).

use crate::audit::result::Says;

/// The relation of a control of the source, A, to a control or criterion of the target, B: both are sets of requirements that are not
/// empty (E12.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// A = B.
    Equal,
    /// A ⊂ B.
    SubsetOf,
    /// A ⊃ B.
    SupersetOf,
    /// A and B share a requirement.
    IntersectsWith,
    /// A and B share none.
    NoRelationship,
    /// B ⊆ the union of several A.
    CoveredBy,
}

impl Relation {
    pub(crate) const WORDS: &[(&str, Relation)] = &[
        ("equal", Relation::Equal),
        ("subset-of", Relation::SubsetOf),
        ("superset-of", Relation::SupersetOf),
        ("intersects-with", Relation::IntersectsWith),
        ("no-relationship", Relation::NoRelationship),
        ("covered-by", Relation::CoveredBy),
    ];

    /// The word for it: `equal`, `subset-of`, `superset-of`, `intersects-with`, `no-relationship` or `covered-by`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Relation::Equal => "equal",
            Relation::SubsetOf => "subset-of",
            Relation::SupersetOf => "superset-of",
            Relation::IntersectsWith => "intersects-with",
            Relation::NoRelationship => "no-relationship",
            Relation::CoveredBy => "covered-by",
        }
    }

    /// What B is to A where A is this to B; `None` of [`CoveredBy`](Relation::CoveredBy), which says nothing of any one A.
    ///
    /// ```
    /// use kolosi::Relation;
    /// assert_eq!(Relation::SubsetOf.inverse(), Some(Relation::SupersetOf));
    /// ```
    #[must_use]
    pub fn inverse(self) -> Option<Relation> {
        match self {
            Relation::SubsetOf => Some(Relation::SupersetOf),
            Relation::SupersetOf => Some(Relation::SubsetOf),
            Relation::Equal | Relation::IntersectsWith | Relation::NoRelationship => Some(self),
            Relation::CoveredBy => None,
        }
    }

    /// What A is to C where A is this to B and B is `next` to C (E12.3); `None` where that is not said, though something may be true.
    ///
    /// ```
    /// use kolosi::Relation;
    /// assert_eq!(Relation::Equal.then(Relation::SubsetOf), Some(Relation::SubsetOf));
    /// assert_eq!(Relation::SupersetOf.then(Relation::SubsetOf), None);
    /// ```
    #[must_use]
    pub fn then(self, next: Relation) -> Option<Relation> {
        match (self, next) {
            (Relation::CoveredBy, _) | (_, Relation::CoveredBy) => None,
            (Relation::Equal, other) | (other, Relation::Equal) => Some(other),
            (Relation::SubsetOf, Relation::SubsetOf) | (Relation::SupersetOf, Relation::SupersetOf) => {
                Some(self)
            }
            _ => None,
        }
    }

    /// Whether what is said of A is so of B (E12.2): what contains holds for what it contains, what is contained fails for all of it.
    pub(super) fn carries(self, says: Says) -> bool {
        match self {
            Relation::Equal => true,
            Relation::SupersetOf => says == Says::Holds,
            Relation::SubsetOf => says == Says::Fails,
            Relation::IntersectsWith | Relation::NoRelationship | Relation::CoveredBy => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Relation; 5] = [
        Relation::Equal,
        Relation::SubsetOf,
        Relation::SupersetOf,
        Relation::IntersectsWith,
        Relation::NoRelationship,
    ];

    /// The non-empty sets of four requirements, as bits.
    const SETS: std::ops::RangeInclusive<u8> = 1..=15;

    fn is_true(relation: Relation, a: u8, b: u8) -> bool {
        match relation {
            Relation::Equal => a == b,
            Relation::SubsetOf => a & !b == 0,
            Relation::SupersetOf => b & !a == 0,
            Relation::IntersectsWith => a & b != 0,
            Relation::NoRelationship => a & b == 0,
            Relation::CoveredBy => false,
        }
    }

    /// What is true of the ends of every chain of sets that these relations are true of.
    fn always_true(chain: &[Relation]) -> Vec<Relation> {
        let mut ends: Vec<(u8, u8)> = SETS.map(|a| (a, a)).collect();
        for relation in chain {
            let next =
                |(a, b): (u8, u8)| SETS.filter(move |c| is_true(*relation, b, *c)).map(move |c| (a, c));
            ends = ends.into_iter().flat_map(next).collect();
            ends.sort_unstable();
            ends.dedup();
        }
        ALL.into_iter().filter(|it| ends.iter().all(|(a, b)| is_true(*it, *a, *b))).collect()
    }

    /// Whether one says all that the other says, and more.
    fn is_stronger(one: Relation, other: Relation) -> bool {
        let follows = |a: Relation, b: Relation| always_true(&[a]).contains(&b);
        follows(one, other) && !follows(other, one)
    }

    fn composed(chain: &[Relation]) -> Option<Relation> {
        let (first, rest) = chain.split_first().unwrap();
        rest.iter().try_fold(*first, |so_far, next| so_far.then(*next))
    }

    #[test]
    fn a_chain_says_only_what_is_true_of_all_sets_and_nothing_weaker_than_what_it_may() {
        let twos = ALL.into_iter().flat_map(|a| ALL.map(|b| vec![a, b]));
        let threes =
            ALL.into_iter().flat_map(|a| ALL.into_iter().flat_map(move |b| ALL.map(|c| vec![a, b, c])));
        let mut told = 0;
        for chain in twos.chain(threes) {
            let sound = always_true(&chain);
            let Some(said) = composed(&chain) else { continue };
            told += 1;
            assert!(sound.contains(&said), "{chain:?} does not give {said:?}");
            assert!(!sound.iter().any(|other| is_stronger(*other, said)), "{chain:?}: {said:?} of {sound:?}");
        }
        // with `equal` beside any, and each of the two with itself; in chains of three also with it at each place
        assert_eq!(told, 11 + 21);
    }

    #[test]
    fn a_chain_may_be_composed_from_either_end() {
        let whole = |a: Relation, b: Relation, c: Relation| {
            (a.then(b).and_then(|it| it.then(c)), b.then(c).and_then(|it| a.then(it)))
        };
        for a in ALL {
            for (b, c) in ALL.into_iter().flat_map(|b| ALL.map(|c| (b, c))) {
                let (left, right) = whole(a, b, c);
                assert_eq!(left, right, "{a:?} {b:?} {c:?}");
            }
        }
    }

    #[test]
    fn an_inverse_says_the_same_of_the_same_sets() {
        for relation in ALL {
            let inverse = relation.inverse().unwrap();
            for (a, b) in SETS.flat_map(|a| SETS.map(move |b| (a, b))) {
                assert_eq!(is_true(relation, a, b), is_true(inverse, b, a), "{relation:?}");
            }
        }
        assert_eq!(Relation::CoveredBy.inverse(), None);
    }

    #[test]
    fn what_is_covered_by_several_is_not_composed() {
        for other in ALL.into_iter().chain([Relation::CoveredBy]) {
            assert_eq!((other.then(Relation::CoveredBy), Relation::CoveredBy.then(other)), (None, None));
        }
    }

    /// So that a chain of relations that carry can be walked without composing it.
    #[test]
    fn a_chain_carries_where_each_of_its_relations_does() {
        for says in [Says::Holds, Says::Fails] {
            for (a, b) in ALL.into_iter().flat_map(|a| ALL.map(|b| (a, b))) {
                let whole = a.then(b).is_some_and(|it| it.carries(says));
                assert_eq!(whole, a.carries(says) && b.carries(says), "{a:?} {b:?} {says:?}");
            }
        }
    }

    /// All of A holds, or something of A fails: then so it is of B, whichever requirements hold.
    #[test]
    fn what_is_carried_is_true() {
        for relation in ALL {
            let pairs =
                || SETS.flat_map(|a| SETS.map(move |b| (a, b))).filter(|(a, b)| is_true(relation, *a, *b));
            let always = |is_so: fn(u8, u8) -> bool| {
                pairs().all(|(a, b)| (0..=15u8).all(|met| !is_so(a, met) || is_so(b, met)))
            };
            assert_eq!(relation.carries(Says::Holds), always(|set, met| set & !met == 0), "{relation:?}");
            assert_eq!(relation.carries(Says::Fails), always(|set, met| set & !met != 0), "{relation:?}");
        }
    }
}
