//! How the requirements of a control relate to those of another (E12.1).

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
}
