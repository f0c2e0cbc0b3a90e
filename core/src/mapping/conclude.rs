//! What the paths to one control come to together, beside what was measured of it (E12.2, E12.3).

use super::search::{Ends, Path};
use crate::audit::result::{Says, State};
use crate::audit::{Decided, combine, decide};
use crate::{ControlFinding, CriterionFinding, Interval};

/// What is inferred of a control.
pub(super) struct Conclusion {
    pub(super) degree: Option<Interval>,
    pub(super) decided: &'static Decided,
    pub(super) reasons: Vec<String>,
    pub(super) applied: bool,
}

pub(super) fn conclude(finding: &ControlFinding<'_>, paths: &[(&Ends, &Path)]) -> Conclusion {
    let says = |says: Says| paths.iter().any(|(ends, _)| ends.says == says);
    let holds = paths.iter().any(|(ends, _)| ends.says == Says::Holds && ends.goal.criterion.is_none());
    let fails = says(Says::Fails);
    let contradict = fails && says(Says::Holds);
    let named: Vec<CriterionFinding<'_>> = finding
        .criteria()
        .enumerate()
        .filter(|(at, _)| paths.iter().any(|(ends, _)| ends.goal.criterion == Some(*at)))
        .map(|(_, criterion)| criterion)
        .collect();
    let (degree, decided) = if contradict {
        (Some(Interval::UNKNOWN), Decided::UNDECIDED)
    } else if fails {
        (Some(Interval::UNKNOWN), Decided::MISSED)
    } else if holds {
        (Some(Interval::ONE), Decided::SATISFIED)
    } else {
        let degree = with_criteria(finding, &named);
        let decided = degree.as_ref().map(|degree| decide(degree, &finding.planned.pass));
        (degree, decided.unwrap_or(Decided::NOT_APPLICABLE))
    };
    let disagrees = !contradict && disagrees(finding, degree.as_ref(), holds, fails, &named);
    let code = |is_so: bool, code: &str| is_so.then(|| code.to_owned());
    let reasons: Vec<String> =
        [code(disagrees, "inference-disagrees"), code(contradict, "inferences-contradict")]
            .into_iter()
            .flatten()
            .collect();
    let silent = if holds || fails {
        finding.criteria().all(|it| is_silent(&it) && !has_members(&it))
    } else {
        let mut made = named.iter().filter(|it| is_silent(it)).peekable();
        made.peek().is_some() && made.all(|it| !has_members(it))
    };
    let applied = silent && finding.degree().is_some() && reasons.is_empty();
    Conclusion { degree, decided, reasons, applied }
}

/// The degree of a control if these of its criteria were met in full, but for those that a record stands for.
fn with_criteria(finding: &ControlFinding<'_>, named: &[CriterionFinding<'_>]) -> Option<Interval> {
    let made = |it: &CriterionFinding<'_>| {
        is_silent(it) && named.iter().any(|named| named.criterion() == it.criterion())
    };
    let degrees: Vec<_> = finding
        .criteria()
        .filter_map(|it| {
            let degree = if made(&it) { Interval::ONE } else { it.degree()?.clone() };
            Some((degree, &it.asked.weight))
        })
        .collect();
    combine(&finding.planned.combine, degrees.iter().map(|(degree, weight)| (degree, *weight)))
}

/// Whether what is inferred contradicts what was measured.
fn disagrees(
    finding: &ControlFinding<'_>,
    degree: Option<&Interval>,
    holds: bool,
    fails: bool,
    named: &[CriterionFinding<'_>],
) -> bool {
    let below_one = |degree: &Interval| !degree.hi.is_one();
    let against = finding.degree().is_some_and(|measured| {
        let apart = degree.is_some_and(|degree| degree.lo > measured.hi || degree.hi < measured.lo);
        holds && below_one(measured) || fails && measured.lo.is_one() || apart
    });
    against || named.iter().any(|it| !is_silent(it) && it.degree().is_some_and(below_one))
}

/// Whether no record stands for a criterion.
fn is_silent(criterion: &CriterionFinding<'_>) -> bool {
    !criterion.records().any(|record| record.state() == State::Stands)
}

/// Whether there is a thing of its test.
fn has_members(criterion: &CriterionFinding<'_>) -> bool {
    criterion.members().is_some_and(|members| members != Default::default())
}
