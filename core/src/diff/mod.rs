//! What changed from one audit to another: what got better or worse, what is known now, what expired. Pure: two audits in, a
//! comparison out; nothing is judged again.

mod change;
mod content;
mod model;

pub use change::Change;
pub use model::{
    ChangedItem, ControlDiff, ControlState, Counts, Diff, Expired, GroupDiff, GroupState, Items, OptionDiff,
    Pair, PairByAssurance, StandardDiff, SubjectDiff, WaiverDiff,
};

use crate::audit::Reason;
use crate::audit::result::{Audit, Finding, GroupResult, State, WaiverResult, WaiverStatus};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Compare two audits, the earlier one first. There is always an answer: audits of other subjects or standards compare too, and
/// [`SubjectDiff::same`] and [`StandardDiff::same`] say that what is compared is not one thing.
///
/// # Example
/// ```
/// use kolosi::{Options, diff::Change};
/// let plan = kolosi::bundled("itu-gci-2024")?.compile(&Options::new("2024-12-31".parse()?))?;
/// let audit = |value: &str| -> Result<kolosi::Audit, kolosi::Problems> {
///     let dossier = format!(r#"{{"standard": {{"id": "itu-gci-2024", "edition": "2024"}},
///         "subject": {{"id": "x", "name": "Exemple fictif"}}, "evidence": [
///         {{"id": "r", "control": "legal", "observed": "2024-01-01", "value": "{value}"}}]}}"#);
///     Ok(plan.audit(&plan.dossier(dossier.as_bytes())?))
/// };
/// let diff = kolosi::diff(&audit("10")?, &audit("12.5")?);
/// assert_eq!(diff.controls[0].change, Change::Better);
/// assert_eq!((diff.counts.better, diff.counts.unchanged), (1, 4));
/// assert_eq!(diff.evidence.changed[0].members, ["/value"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn diff(before: &Audit, after: &Audit) -> Diff {
    let controls = controls(before, after);
    Diff {
        audit: Pair::of(before, after, |audit| audit.digest.clone()),
        counts: Counts::of(&controls),
        controls,
        coverage: Pair::of(before, after, |audit| audit.coverage),
        dossier: Pair::of(before, after, |audit| audit.dossier.digest.clone()),
        evidence: content::items(&by_id(&before.evidence), &by_id(&after.evidence)),
        expired: expired(before, after),
        groups: groups(before, after),
        level: Pair::of(before, after, |audit| audit.level.clone()),
        options: options(before, after),
        score: Pair::of(before, after, |audit| audit.score.clone()),
        score_after_waivers: Pair::of(before, after, |audit| audit.score_after_waivers.clone()),
        scores_by_assurance: PairByAssurance {
            declared: Pair::of(before, after, |audit| audit.scores_by_assurance.declared.clone()),
            documented: Pair::of(before, after, |audit| audit.scores_by_assurance.documented.clone()),
            verified: Pair::of(before, after, |audit| audit.scores_by_assurance.verified.clone()),
        },
        standard: content::standard(&before.standard, &after.standard),
        subject: subject(before, after),
        waivers: waivers(before, after),
    }
}

/// Ids in the order of the later audit, then those that only the earlier one has, in its order.
fn in_order<'a>(before: impl Iterator<Item = &'a str>, after: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let after: Vec<&str> = after.collect();
    let known: BTreeSet<&str> = after.iter().copied().collect();
    after.into_iter().chain(before.filter(|id| !known.contains(id))).collect()
}

fn controls(before: &Audit, after: &Audit) -> Vec<ControlDiff> {
    fn findings(audit: &Audit) -> BTreeMap<&str, &Finding> {
        audit.findings.iter().map(|finding| (finding.control.as_str(), finding)).collect()
    }
    fn ids(audit: &Audit) -> impl Iterator<Item = &str> {
        audit.findings.iter().map(|finding| finding.control.as_str())
    }
    let (old, new) = (findings(before), findings(after));
    let control = |id: &str| {
        let (old, new) = (old.get(id).copied(), new.get(id).copied());
        let reasons = |finding: Option<&Finding>| -> BTreeSet<String> {
            finding.into_iter().flat_map(|finding| finding.reasons.iter().cloned()).collect()
        };
        let (had, has) = (reasons(old), reasons(new));
        let pair = Pair { after: new.map(ControlState::of), before: old.map(ControlState::of) };
        ControlDiff {
            change: Change::of(pair.before.as_ref(), pair.after.as_ref()),
            after: pair.after,
            before: pair.before,
            control: id.to_owned(),
            reasons_gained: has.difference(&had).cloned().collect(),
            reasons_lost: had.difference(&has).cloned().collect(),
        }
    };
    in_order(ids(before), ids(after)).into_iter().map(control).collect()
}

fn groups(before: &Audit, after: &Audit) -> Vec<GroupDiff> {
    fn walk<'a>(groups: &'a [GroupResult], out: &mut Vec<&'a GroupResult>) {
        for group in groups {
            out.push(group);
            walk(&group.groups, out);
        }
    }
    let list = |audit| {
        let mut out = Vec::new();
        walk(audit, &mut out);
        out
    };
    let (before, after) = (list(&before.groups), list(&after.groups));
    let ids = in_order(before.iter().map(|it| it.id.as_str()), after.iter().map(|it| it.id.as_str()));
    let by_id = |list: &[&GroupResult]| -> BTreeMap<String, GroupState> {
        let state = |it: &GroupResult| GroupState { degree: it.degree.clone(), score: it.score.clone() };
        list.iter().map(|group| (group.id.clone(), state(group))).collect()
    };
    let (mut old, mut new) = (by_id(&before), by_id(&after));
    ids.into_iter()
        .map(|id| GroupDiff { after: new.remove(id), before: old.remove(id), group: id.to_owned() })
        .collect()
}

/// The records that stood and are set aside now as expired or too old.
fn expired(before: &Audit, after: &Audit) -> Vec<Expired> {
    let mut stood = BTreeSet::new();
    for criterion in before.findings.iter().flat_map(|finding| &finding.criteria) {
        let standing = criterion.records.iter().filter(|record| record.state == State::Stands);
        stood.extend(standing.map(|record| (criterion.criterion.as_str(), record.id.as_str())));
    }
    let mut expired: BTreeMap<&str, Expired> = BTreeMap::new();
    for finding in &after.findings {
        for criterion in &finding.criteria {
            for record in &criterion.records {
                let time = [Reason::Expired.as_str(), Reason::TooOld.as_str()];
                let mut reasons =
                    record.reasons.iter().filter(|code| time.contains(&code.as_str())).peekable();
                if record.state != State::SetAside
                    || reasons.peek().is_none()
                    || !stood.contains(&(criterion.criterion.as_str(), record.id.as_str()))
                {
                    continue;
                }
                let it = expired.entry(&record.id).or_insert_with(|| Expired::new(&record.id));
                if it.controls.last() != Some(&finding.control) {
                    it.controls.push(finding.control.clone());
                }
                it.criteria.push(criterion.criterion.clone());
                it.reasons.extend(reasons.cloned());
                it.reasons.sort();
                it.reasons.dedup();
            }
        }
    }
    expired.into_values().collect()
}

fn options(before: &Audit, after: &Audit) -> Vec<OptionDiff> {
    let value = |audit: &Audit| serde_json::to_value(&audit.options).unwrap_or_default();
    let (before, after) = (value(before), value(after));
    let at = |value: &Value, pointer: &str| value.pointer(pointer).cloned().unwrap_or_default();
    content::members(&before, &after)
        .into_iter()
        .map(|option| OptionDiff { after: at(&after, &option), before: at(&before, &option), option })
        .collect()
}

fn subject(before: &Audit, after: &Audit) -> SubjectDiff {
    let (old, new) = (content::value(&before.subject), content::value(&after.subject));
    let id = |value: &Value| value.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    SubjectDiff {
        after: id(&new),
        before: id(&old),
        members: content::members(&old, &new),
        same: id(&old) == id(&new),
    }
}

fn waivers(before: &Audit, after: &Audit) -> Vec<WaiverDiff> {
    fn by_id(audit: &Audit) -> BTreeMap<&str, &WaiverResult> {
        audit.waivers.iter().map(|waiver| (waiver.id.as_str(), waiver)).collect()
    }
    let (old, new) = (by_id(before), by_id(after));
    let ids: BTreeSet<&str> = old.keys().chain(new.keys()).copied().collect();
    let waiver = |id: &str| {
        let (old, new) = (old.get(id).copied(), new.get(id).copied());
        let status = |waiver: Option<&WaiverResult>| waiver.map(|waiver| waiver.status);
        let (before, after) = (status(old), status(new));
        let written = |waiver: Option<&WaiverResult>| {
            let mut value = serde_json::to_value(waiver).unwrap_or_default();
            value.as_object_mut().map(|members| members.remove("status"));
            value
        };
        let members = match (old, new) {
            (Some(_), Some(_)) => content::members(&written(old), &written(new)),
            _ => Vec::new(),
        };
        let ends = matches!(after, None | Some(WaiverStatus::Expired | WaiverStatus::Future));
        (old != new).then(|| WaiverDiff {
            after,
            before,
            controls: new.or(old).map(|waiver| waiver.controls.clone()).unwrap_or_default(),
            ended: before == Some(WaiverStatus::Active) && ends,
            id: id.to_owned(),
            members,
        })
    };
    ids.into_iter().filter_map(waiver).collect()
}

/// The records of an audit by their ids.
fn by_id(evidence: &[Box<serde_json::value::RawValue>]) -> BTreeMap<String, Value> {
    let records = evidence.iter().map(|json| content::value(json));
    records.filter_map(|record| Some((record.get("id")?.as_str()?.to_owned(), record))).collect()
}
