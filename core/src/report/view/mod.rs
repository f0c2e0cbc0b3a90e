//! An audit made ready to read: the standard inside it loaded, records typed, and everything looked up by id.

mod ask;
mod comparison;
mod conflict;
mod crosswalk;
mod expiry;
mod inference;
mod portfolio;
mod records;
mod says;
mod sources;

pub(crate) use comparison::Comparison;
pub(crate) use crosswalk::CrosswalkView;
pub(crate) use expiry::{Expiry, Why};
pub(crate) use inference::InferenceView;
pub(crate) use portfolio::{Branch, PortfolioView};
pub(crate) use records::{Record, SourceKey, Subject};
pub(crate) use sources::SourceView;

use super::format;
use super::phrase::Phrase;
use super::words;
use crate::audit::result::{Finding, GroupResult, OptionsUsed, Range};
use crate::standard::model::{Children, Control, Criterion, Group, Model, Profile, ProfileSetting};
use crate::standard::plan::{PlanControl, PlanCriterion, PlanLevel};
use crate::{Audit, Lang, Plan, Problems, Rational, Text};
use std::collections::BTreeMap;

/// The standard of an audit, loaded and compiled as it was audited with.
pub(crate) struct Frame {
    plan: Plan,
}

impl Frame {
    pub(crate) fn of(audit: &Audit) -> Result<Frame, Problems> {
        Ok(Frame { plan: audit.plan()? })
    }
}

/// The audit of a dossier that says nothing: a plan is read with the eyes of a report.
pub(crate) fn blank(plan: &Plan) -> Result<Audit, Problems> {
    let standard = plan.standard();
    let dossier = serde_json::json!({
        "standard": {"id": standard.id().as_str(), "edition": standard.edition()},
        "subject": {"id": "-", "name": "-"},
        "evidence": [],
    });
    Ok(plan.audit(&plan.dossier(dossier.to_string().as_bytes())?))
}

/// A control as the standard writes it and as the plan fills it in.
#[derive(Clone, Copy)]
pub(crate) struct ControlView<'a> {
    pub(crate) written: &'a Control,
    pub(crate) planned: &'a PlanControl,
}

/// A criterion as the standard writes it and as the plan fills it in.
#[derive(Clone, Copy)]
pub(crate) struct CriterionView<'a> {
    pub(crate) written: &'a Criterion,
    pub(crate) planned: &'a PlanCriterion,
}

/// Everything that a report is made of.
pub(crate) struct View<'a> {
    pub(crate) audit: &'a Audit,
    pub(crate) lang: Lang,
    pub(crate) plan: &'a Plan,
    pub(crate) subject: Subject,
    /// The records in the audit's order; one that is none of ours is left out.
    pub(crate) records: Vec<Record>,
    /// For each record, the number of its source.
    sources: Vec<usize>,
    controls: BTreeMap<&'a str, ControlView<'a>>,
    criteria: BTreeMap<&'a str, CriterionView<'a>>,
    groups: BTreeMap<&'a str, Vec<&'a Group>>,
    findings: BTreeMap<&'a str, (usize, &'a Finding)>,
    places: usize,
}

impl<'a> View<'a> {
    pub(crate) fn new(frame: &'a Frame, audit: &'a Audit, lang: Lang) -> View<'a> {
        let plan = &frame.plan;
        let model = plan.0.standard.model();
        let mut groups = BTreeMap::new();
        let mut written = Vec::new();
        walk(&model.groups, &[], &mut groups, &mut written);
        let mut controls = BTreeMap::new();
        let mut criteria = BTreeMap::new();
        for (control, planned) in written.into_iter().zip(&plan.0.controls) {
            let filled = plan.0.criteria.get(planned.criteria.clone()).unwrap_or_default();
            for (written, planned) in control.criteria.iter().zip(filled) {
                criteria.insert(planned.id.as_str(), CriterionView { written, planned });
            }
            controls.insert(planned.id.as_str(), ControlView { written: control, planned });
        }
        let records: Vec<Record> =
            audit.evidence.iter().filter_map(|json| serde_json::from_str(json.get()).ok()).collect();
        View {
            audit,
            lang,
            plan,
            subject: serde_json::from_str(audit.subject.get()).unwrap_or_default(),
            sources: sources::numbers(&records),
            records,
            controls,
            criteria,
            groups,
            findings: audit
                .findings
                .iter()
                .enumerate()
                .map(|(at, it)| (it.control.as_str(), (at, it)))
                .collect(),
            places: format::places_for(&model.scale),
        }
    }

    pub(crate) fn model(&self) -> &'a Model {
        self.plan.0.standard.model()
    }

    pub(crate) fn control(&self, id: &str) -> Option<ControlView<'a>> {
        self.controls.get(id).copied()
    }

    pub(crate) fn criterion(&self, id: &str) -> Option<CriterionView<'a>> {
        self.criteria.get(id).copied()
    }

    /// The finding of a control and its place among the findings.
    pub(crate) fn finding(&self, control: &str) -> Option<(usize, &'a Finding)> {
        self.findings.get(control).copied()
    }

    /// The groups from the outermost to this one.
    pub(crate) fn path(&self, group: &str) -> &[&'a Group] {
        self.groups.get(group).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn record(&self, id: &str) -> Option<&Record> {
        self.records.get(self.record_at(id)?)
    }

    /// The place of a record among the records.
    pub(crate) fn record_at(&self, id: &str) -> Option<usize> {
        self.records.binary_search_by(|record| record.id.as_str().cmp(id)).ok()
    }

    /// The profile that was chosen.
    pub(crate) fn profile(&self) -> Option<&'a Profile> {
        self.model().profile(self.audit.options.profile.as_deref()?)
    }

    /// The settings of the profile that no option replaces.
    pub(crate) fn set_by_profile(&self) -> impl Iterator<Item = &'a ProfileSetting> {
        set_by_profile(self.model(), &self.audit.options)
    }

    // ---- texts ----

    pub(crate) fn text(&self, text: &Text) -> Phrase {
        Phrase::text(self.lang, text)
    }

    /// The title of a control; its id where the standard has no such control.
    pub(crate) fn control_title(&self, id: &str) -> Phrase {
        self.control(id).map_or_else(|| Phrase::data(id), |control| self.text(&control.written.title))
    }

    pub(crate) fn group_title(&self, id: &str) -> Phrase {
        self.path(id).last().map_or_else(|| Phrase::data(id), |group| self.text(&group.title))
    }

    pub(crate) fn level_title(&self, id: &str) -> Phrase {
        self.model().level(id).map_or_else(|| Phrase::data(id), |level| self.text(&level.title))
    }

    /// The levels, lowest first, with their bounds filled in.
    pub(crate) fn levels(&self) -> &'a [PlanLevel] {
        &self.plan.0.levels
    }

    /// Whether a level is one that the score may be in.
    pub(crate) fn is_possible(&self, level: &str) -> bool {
        self.audit.level.as_ref().is_some_and(|found| found.possible.iter().any(|id| id == level))
    }

    // ---- numbers ----

    /// The points that there are in all.
    pub(crate) fn scale(&self) -> &'a Rational {
        &self.model().scale
    }

    /// Points of the score, with the digits that its scale deserves.
    pub(crate) fn points(&self, exact: &str) -> String {
        format::number(self.lang, exact, self.places)
    }

    /// Points with their unit: `1 point`, `2,8 points`.
    pub(crate) fn points_with_unit(&self, exact: &str) -> String {
        self.with_unit(&format::rounded(exact, self.places), &self.points(exact))
    }

    fn with_unit(&self, last: &str, shown: &str) -> String {
        let one = format::is_singular(self.lang, last);
        if one { words::ONE_POINT } else { words::MANY_POINTS }.with(self.lang, &[shown])
    }

    /// How many points each end of the score would gain.
    pub(crate) fn gain(&self, gain: &Range) -> String {
        let ends = [&gain.lo, &gain.hi].map(|end| self.points_with_unit(end));
        words::BOTH_ENDS.with(self.lang, &ends.each_ref().map(String::as_str))
    }

    /// The level above, and the points that it takes.
    pub(crate) fn next_level(&self) -> Option<Phrase> {
        let next = self.audit.level.as_ref()?.next.as_ref()?;
        let short =
            self.with_unit(&format::rounded(&next.short.hi, self.places), &self.interval(&next.short));
        Some(words::NEXT_LEVEL.fill(self.lang, [self.level_title(&next.id), Phrase::words(short)]))
    }

    /// Person-days: `1 jour-personne`, `2,5 jours-personne`.
    pub(crate) fn effort(&self, effort: &Rational) -> String {
        let shown = format::rounded(&effort.to_string(), 1);
        let word = if format::is_singular(self.lang, &shown) { words::ONE_DAY } else { words::MANY_DAYS };
        word.with(self.lang, &[&format::exact(self.lang, &shown)])
    }

    /// An interval of points.
    pub(crate) fn interval(&self, range: &Range) -> String {
        format::interval(self.lang, range, self.places)
    }

    /// The score in words, never reading as the bound of a level that it does not reach.
    pub(crate) fn score_interval(&self, range: &Range) -> String {
        let bounds: Vec<String> = self.levels().iter().map(|level| level.bound.to_string()).collect();
        let apart = |text| format::places_apart(text, &bounds, self.places);
        format::interval(self.lang, range, apart(&range.lo).max(apart(&range.hi)))
    }

    /// A degree, from 0 to 1.
    pub(crate) fn degree(&self, range: &Range) -> String {
        format::interval(self.lang, range, 2)
    }

    /// The control counts for nothing in the score, by its own weight or by that of a group above it.
    pub(crate) fn is_unscored(scale: &str) -> bool {
        scale == "0"
    }

    /// Every group of the result that holds controls, with how deep it lies, parents first.
    pub(crate) fn every_group(&self) -> Vec<(usize, &'a GroupResult)> {
        fn walk<'a>(groups: &'a [GroupResult], depth: usize, out: &mut Vec<(usize, &'a GroupResult)>) {
            for group in groups {
                out.push((depth, group));
                walk(&group.groups, depth + 1, out);
            }
        }
        let mut out = Vec::new();
        walk(&self.audit.groups, 0, &mut out);
        out
    }
}

/// The settings of the profile that no option replaces.
fn set_by_profile<'a>(
    model: &'a Model,
    options: &'a OptionsUsed,
) -> impl Iterator<Item = &'a ProfileSetting> {
    let profile = options.profile.as_deref().and_then(|id| model.profile(id));
    let settings = profile.map_or(&[][..], |profile| &profile.parameters);
    settings.iter().filter(|setting| !options.parameters.contains_key(setting.parameter.value.as_str()))
}

fn walk<'a>(
    groups: &'a [Group],
    above: &[&'a Group],
    out: &mut BTreeMap<&'a str, Vec<&'a Group>>,
    controls: &mut Vec<&'a Control>,
) {
    for group in groups {
        let path: Vec<&Group> = above.iter().copied().chain([group]).collect();
        match &group.children {
            Children::Groups(groups) => walk(groups, &path, out, controls),
            Children::Controls(inside) => controls.extend(inside),
        }
        out.insert(group.id.value.as_str(), path);
    }
}
