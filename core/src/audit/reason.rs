//! Why a record does not stand, and what is to be said of a criterion (E3, E4.1, E8).

/// A reason that stands in a finding. In the order of the codes, in which reasons are always given (E10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// An `unknown` answer stands.
    AnsweredUnknown,
    /// The least assurance of the criterion or of the audit is higher.
    AssuranceTooLow,
    /// A claim is more favourable than what stands with more assurance (E8).
    ClaimContradicted,
    /// Sources, or records of one source and day, say different things (E3.5).
    ConflictingEvidence,
    /// Past its own date.
    Expired,
    /// A condition of the test cannot be decided from it (E4.3).
    IncompleteData,
    /// No record speaks to the criterion.
    NoEvidence,
    /// Another statement stands against it (E3.4).
    NotApplicableContested,
    /// Observed after the date of the audit.
    NotYetObserved,
    /// A sample has not checked the whole population.
    SampleIncomplete,
    /// A newer record that counts, with no lower assurance, replaces it.
    Superseded,
    /// Older than the criterion admits.
    TooOld,
    /// Withdrawn by then.
    Withdrawn,
}

impl Reason {
    /// Every reason, in the order of the codes.
    pub const ALL: [Reason; 13] = [
        Reason::AnsweredUnknown,
        Reason::AssuranceTooLow,
        Reason::ClaimContradicted,
        Reason::ConflictingEvidence,
        Reason::Expired,
        Reason::IncompleteData,
        Reason::NoEvidence,
        Reason::NotApplicableContested,
        Reason::NotYetObserved,
        Reason::SampleIncomplete,
        Reason::Superseded,
        Reason::TooOld,
        Reason::Withdrawn,
    ];

    /// The stable code.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Reason::AnsweredUnknown => "answered-unknown",
            Reason::AssuranceTooLow => "assurance-too-low",
            Reason::ClaimContradicted => "claim-contradicted",
            Reason::ConflictingEvidence => "conflicting-evidence",
            Reason::Expired => "expired",
            Reason::IncompleteData => "incomplete-data",
            Reason::NoEvidence => "no-evidence",
            Reason::NotApplicableContested => "not-applicable-contested",
            Reason::NotYetObserved => "not-yet-observed",
            Reason::SampleIncomplete => "sample-incomplete",
            Reason::Superseded => "superseded",
            Reason::TooOld => "too-old",
            Reason::Withdrawn => "withdrawn",
        }
    }
}

/// A set of reasons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reasons(u16);

impl Reasons {
    pub(crate) const fn of(mut reasons: &[Reason]) -> Reasons {
        let mut set = 0;
        while let [first, rest @ ..] = reasons {
            set |= 1 << (*first as u16);
            reasons = rest;
        }
        Reasons(set)
    }

    pub(crate) fn add(&mut self, reason: Reason) {
        self.0 |= 1 << (reason as u16);
    }

    pub(crate) fn add_if(&mut self, condition: bool, reason: Reason) {
        if condition {
            self.add(reason);
        }
    }

    pub(crate) fn join(&mut self, other: Reasons) {
        self.0 |= other.0;
    }

    pub(crate) fn has(self, reason: Reason) -> bool {
        self.0 & (1 << (reason as u16)) != 0
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether there is at least one, and all are among these.
    pub(crate) fn only(self, allowed: Reasons) -> bool {
        self.0 != 0 && self.0 & !allowed.0 == 0
    }

    /// In the order of the codes.
    pub(crate) fn iter(self) -> impl Iterator<Item = Reason> + use<> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let reason = Reason::ALL.get(rest.trailing_zeros() as usize)?;
            rest &= rest - 1;
            Some(*reason)
        })
    }

    pub(crate) fn codes(self) -> Vec<String> {
        self.iter().map(|reason| reason.as_str().to_owned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_declaration_is_that_of_the_codes() {
        let codes = Reason::ALL.map(Reason::as_str);
        assert!(codes.is_sorted());
        assert!(Reason::ALL.is_sorted());
    }
}
