//! The degree of a criterion: an interval in [0, 1] (E4).

use super::standing::Heard;
use crate::dossier::condition::Truth;
use crate::dossier::model::Small;
use crate::dossier::voice::Voice;
use crate::standard::plan::{PlanAsk, PlanCriterion, PlanOver};
use crate::{Interval, Rational};
use std::ops::Deref;

/// A degree, which nearly always is what one record says by itself.
#[derive(Clone, Debug)]
pub(crate) enum Degree<'e> {
    Of(&'e Interval),
    Made(Box<Interval>),
}

static UNKNOWN: Interval = Interval::UNKNOWN;
static ZERO: Interval = Interval::ZERO;
static ONE: Interval = Interval::ONE;

impl Degree<'_> {
    /// Nothing is known: [0, 1].
    pub(crate) const UNKNOWN: Degree<'static> = Degree::Of(&UNKNOWN);

    pub(crate) fn made(degree: Interval) -> Self {
        Degree::Made(Box::new(degree))
    }
}

impl Deref for Degree<'_> {
    type Target = Interval;

    fn deref(&self) -> &Interval {
        match self {
            Degree::Of(degree) => degree,
            Degree::Made(degree) => degree,
        }
    }
}

/// The degree of a criterion or a control at another least assurance than that of the options.
#[derive(Clone, Debug)]
pub(crate) enum Other<'e> {
    Same,
    Is(Option<Degree<'e>>),
}

/// At each least assurance.
pub(crate) type Others<'e> = [Other<'e>; 3];

impl Other<'_> {
    pub(crate) const SAME: Others<'static> = [const { Other::Same }; 3];
    /// Nothing stands (E4.1).
    pub(crate) const UNKNOWN: Other<'static> = Other::Is(Some(Degree::UNKNOWN));

    /// The degree, which is this one at the assurance of the options.
    pub(crate) fn degree<'d>(&'d self, asked: Option<&'d Interval>) -> Option<&'d Interval> {
        match self {
            Other::Same => asked,
            Other::Is(degree) => degree.as_deref(),
        }
    }
}

/// How many things of a test's kind meet it, fail it, or are unknown (E4.3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Members {
    pub(crate) holds: Small,
    pub(crate) fails: Small,
    pub(crate) unknown: Small,
}

impl Members {
    pub(crate) fn of(truth: Truth) -> Members {
        let mut members = Members::default();
        members.add(truth);
        members
    }

    pub(crate) fn add(&mut self, truth: Truth) {
        match truth {
            Truth::True => self.holds += 1,
            Truth::False => self.fails += 1,
            Truth::Unknown => self.unknown += 1,
        }
    }
}

/// The degree of a criterion about which several records speak: the least favourable of what stands (E4.1).
pub(crate) fn of_many<'e>(
    criterion: &PlanCriterion,
    heard: &[Heard],
    voices: &'e [Voice],
    members: Members,
) -> Degree<'e> {
    let standing = heard.iter().zip(voices).filter(|(it, _)| it.stands);
    let mut all = standing.filter_map(|(_, voice)| voice.degree()).chain(of_members(criterion, members));
    let Some(first) = all.next() else { return Degree::UNKNOWN };
    let (lo, hi) = all.fold((first, first), |(lo, hi), it| {
        (if it.lo < lo.lo { it } else { lo }, if it.hi < hi.hi { it } else { hi })
    });
    if std::ptr::eq(lo, hi) {
        Degree::Of(lo)
    } else {
        Degree::made(Interval { lo: lo.lo.clone(), hi: hi.hi.clone() })
    }
}

/// The interval that the members of a test have together; none where no data record stands (E4.3).
pub(crate) fn of_members(criterion: &PlanCriterion, members: Members) -> Option<&'static Interval> {
    let PlanAsk::Test { over, .. } = &criterion.ask else { return None };
    let [holds, fails, unknown] = [members.holds, members.fails, members.unknown].map(i64::from);
    if holds + fails == 0 {
        return None;
    }
    let all = holds + fails + unknown;
    let enough = |needed: &Rational| {
        if Rational::from(holds) >= *needed {
            &ONE
        } else if Rational::from(holds + unknown) >= *needed {
            &UNKNOWN
        } else {
            &ZERO
        }
    };
    Some(match over {
        PlanOver::Every => enough(&Rational::from(all)),
        PlanOver::Count(count) => enough(count),
        PlanOver::Share(share) => enough(&(share * &Rational::from(all))),
    })
}
