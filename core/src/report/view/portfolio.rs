//! A portfolio's summary made ready to read: its standard's texts looked up, its numbers in sentences.

use super::super::phrase::Phrase;
use super::super::words::{self as labels, portfolio as words};
use super::format;
use crate::audit::result::Range;
use crate::portfolio::{Subjects, Summary};
use crate::standard::model::{Children, Control, Group, Model, ProfileSetting};
use crate::{Lang, Plan, Rational};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that a page on a portfolio is made of.
pub(crate) struct PortfolioView<'a> {
    pub(crate) summary: &'a Summary,
    pub(crate) plan: &'a Plan,
    pub(crate) lang: Lang,
    /// The controls of the plan by id, each with its number, from 1, in the order of the standard.
    controls: BTreeMap<&'a str, (usize, &'a Control)>,
}

/// A group with the controls of the plan in it, its own or those of groups inside.
pub(crate) struct Branch<'a> {
    pub(crate) group: &'a Group,
    pub(crate) controls: Vec<&'a Control>,
    pub(crate) inside: Vec<Branch<'a>>,
}

impl<'a> PortfolioView<'a> {
    pub(crate) fn new(summary: &'a Summary, plan: &'a Plan, lang: Lang) -> PortfolioView<'a> {
        let planned: BTreeSet<&str> = plan.0.planned().map(|(_, control)| control.id.as_str()).collect();
        let controls = plan.standard().model().controls().into_iter();
        let controls = controls.filter(|control| planned.contains(control.id.value.as_str()));
        let controls = (1..).zip(controls).map(|(number, it)| (it.id.value.as_str(), (number, it))).collect();
        PortfolioView { summary, plan, lang, controls }
    }

    pub(crate) fn model(&self) -> &'a Model {
        self.plan.standard().model()
    }

    /// The settings of the profile that no option replaces.
    pub(crate) fn set_by_profile(&self) -> impl Iterator<Item = &'a ProfileSetting> {
        super::set_by_profile(self.model(), &self.summary.options)
    }

    /// The number of a control among those of the plan.
    pub(crate) fn number(&self, control: &str) -> Option<usize> {
        self.controls.get(control).map(|(number, _)| *number)
    }

    pub(crate) fn control_title(&self, id: &str) -> Phrase {
        self.controls
            .get(id)
            .map_or_else(|| Phrase::data(id), |(_, control)| Phrase::text(self.lang, &control.title))
    }

    pub(crate) fn level_title(&self, id: &str) -> Phrase {
        self.model().level(id).map_or_else(|| Phrase::data(id), |level| Phrase::text(self.lang, &level.title))
    }

    /// The groups that hold controls of the plan, as the standard orders them.
    pub(crate) fn branches(&self) -> Vec<Branch<'a>> {
        self.within(&self.model().groups)
    }

    fn within(&self, groups: &'a [Group]) -> Vec<Branch<'a>> {
        let branch = |group: &'a Group| {
            let (controls, inside) = match &group.children {
                Children::Groups(groups) => (Vec::new(), self.within(groups)),
                Children::Controls(controls) => (
                    controls.iter().filter(|it| self.number(it.id.value.as_str()).is_some()).collect(),
                    Vec::new(),
                ),
            };
            (!controls.is_empty() || !inside.is_empty()).then_some(Branch { group, controls, inside })
        };
        groups.iter().filter_map(branch).collect()
    }

    // ---- numbers ----

    /// The points that there are in all.
    pub(crate) fn scale(&self) -> &'a Rational {
        &self.model().scale
    }

    /// How many subjects were audited, and how many lines could not be.
    pub(crate) fn counted(&self) -> String {
        let Subjects { audited, failed, .. } = self.summary.subjects;
        let audited = self.count(audited, words::AUDITED_ONE, words::AUDITED_MANY);
        let failed = match failed {
            0 => words::FAILED_NONE.say(self.lang),
            failed => self.count(failed, words::FAILED_ONE, words::FAILED_MANY),
        };
        format!("{audited}, {failed}.")
    }

    /// The mean score in a sentence.
    pub(crate) fn mean(&self) -> Option<String> {
        let mean = self.points(self.summary.total.mean.as_ref()?);
        Some(words::MEAN.with(self.lang, &[&mean, &format::exact(self.lang, &self.scale().to_string())]))
    }

    /// A mean, in points.
    pub(crate) fn points(&self, mean: &Range) -> String {
        format::interval(self.lang, mean, 2)
    }

    /// A number of subjects.
    pub(crate) fn whole(&self, count: u64) -> String {
        format::exact(self.lang, &count.to_string())
    }

    /// A number of something, with its word.
    pub(crate) fn count(&self, count: u64, one: labels::Word, many: labels::Word) -> String {
        labels::counted(self.lang, usize::try_from(count).unwrap_or(usize::MAX), one, many)
    }
}

impl Branch<'_> {
    /// How many controls are in it.
    pub(crate) fn size(&self) -> usize {
        self.controls.len() + self.inside.iter().map(Branch::size).sum::<usize>()
    }

    /// How many groups lie within each other, this one counted.
    pub(crate) fn depth(&self) -> usize {
        1 + self.inside.iter().map(Branch::depth).max().unwrap_or(0)
    }
}
