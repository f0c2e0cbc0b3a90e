//! From what a standard says to a plan: bounds that parameters decide, references, scales (E2.6, E2.8, E5.3).

use super::Standard;
use super::index::Index;
use super::model::{
    Answer, Ask, Children, Combine, Condition, Control, Criterion, FieldType, Group, Kind, Model, Over,
    ParameterType, Profile, ProfileControl, Scale, Setting, SettingValue, Slot,
};
use super::options::Options;
use super::plan::{
    Child, Combination, Compiled, Plan, PlanAsk, PlanCondition, PlanControl, PlanCriterion, PlanGroup,
    PlanKind, PlanLevel, PlanOver, Word,
};
use super::settings::settings;
use super::slot::Bounds;
use crate::document::{Located, Reader, Spot};
use crate::number::{Sum, gcd};
use crate::problem::{Code, Problem};
use crate::standard::value::FieldValue;
use crate::{Assurance, Date, Duration, Id, Rational};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Compile; the problems of the options come back apart, for they have no place in the standard.
pub(super) fn compile(
    reader: &mut Reader,
    standard: &Standard,
    options: &Options,
    whole: bool,
) -> Result<Plan, Vec<Problem>> {
    let model = standard.model();
    let mut asked = Vec::new();
    let settings = settings(reader, model, options, &mut asked);
    let profile = options.profile.as_deref().and_then(|name| model.profile(name));
    let changed = |list: fn(&Profile) -> &[ProfileControl]| -> BTreeSet<&Id> {
        profile.iter().flat_map(|profile| list(profile)).map(|change| &change.control.value).collect()
    };
    let (added, dropped) = (changed(|profile| &profile.add), changed(|profile| &profile.drop));
    let chosen = |control: &Control| {
        (!control.optional || added.contains(&control.id.value)) && !dropped.contains(&control.id.value)
    };
    let words = words(model);
    let word_named = Index::of(words.iter());
    let mut compiler = Compiler {
        reader,
        model,
        scales: model.scales.iter().map(|scale| (&scale.id.value, answers(scale, &word_named))).collect(),
        kind_named: Index::of(model.kinds.iter().map(|kind| &kind.id.value)),
        settings,
        as_of: options.as_of,
        whole,
        chosen: &chosen,
        groups: Vec::new(),
        controls: Vec::new(),
        criteria: Vec::new(),
    };
    compiler.root();
    let levels = compiler.levels();
    let Compiler { groups, mut controls, criteria, .. } = compiler;
    let parts = parts(&groups, &mut controls);
    let passes = passes(&groups, &controls);
    if !asked.is_empty() {
        return Err(asked);
    }
    let is_even = |control: &PlanControl| control.single && control.is_asked();
    let (even, uneven): (Vec<_>, Vec<_>) = controls.iter().enumerate().partition(|(_, it)| is_even(it));
    let uneven = uneven.into_iter().map(|(index, _)| index).collect();
    let even_parts = even.into_iter().map(|(_, control)| control.parts).sum();
    Ok(Plan(Arc::new(Compiled {
        uneven,
        even_parts,
        standard: standard.clone(),
        options: options.clone(),
        control_named: Index::of(controls.iter().map(|control| &control.id)),
        criterion_named: Index::of(criteria.iter().map(|criterion| &criterion.id)),
        word_named,
        kinds: kinds(model, &criteria),
        words,
        groups,
        controls,
        criteria,
        levels,
        parts,
        passes,
    })))
}

/// How many parts of a point the points of all controls are whole numbers of; see [`Compiled::parts`].
fn parts(groups: &[PlanGroup], controls: &mut [PlanControl]) -> Option<Rational> {
    let counts = |group: &PlanGroup| group.counted > 0 || group.scale.is_zero();
    if !groups.iter().all(|group| matches!(group.combine, Combination::Mean) && counts(group)) {
        return None;
    }
    let of_point = controls.iter().try_fold(1_i64, |parts, control| {
        let (_, den) = control.scale.small()?;
        let common = i64::try_from(gcd(parts.unsigned_abs(), den.unsigned_abs())).ok()?;
        parts.checked_mul(den / common)
    })?;
    let of_control = |control: &PlanControl| {
        let (num, den) = control.scale.small()?;
        if control.in_plan { num.checked_mul(of_point / den) } else { Some(0) }
    };
    let parts: Vec<i64> = controls.iter().map(of_control).collect::<Option<_>>()?;
    // so that no sum of them overflows
    parts.iter().try_fold(0_i64, |sum, parts| sum.checked_add(*parts))?;
    for (control, parts) in controls.iter_mut().zip(parts) {
        control.parts = parts;
    }
    Some(Rational::from(of_point))
}

/// Four times for each mean on the longest way up, the score included: at both ends, and again at each assurance and under
/// waivers. For every control as often where a group is no mean: its gain combines again all that is above it.
fn passes(groups: &[PlanGroup], controls: &[PlanControl]) -> usize {
    let is_mean = |combine: &Combination| matches!(combine, Combination::Mean);
    let mut above: Vec<usize> = Vec::with_capacity(groups.len());
    // parents come before their children
    for group in groups {
        let parent = group.parent.and_then(|parent| above.get(parent)).copied().unwrap_or(0);
        above.push(parent + usize::from(is_mean(&group.combine)));
    }
    let within = controls.iter().any(|control| is_mean(&control.combine) && control.criteria.len() > 1);
    let means = above.into_iter().max().unwrap_or(0) + usize::from(within);
    let only_means = groups.iter().all(|group| is_mean(&group.combine));
    4 * (means + 1) * if only_means { 1 } else { controls.len().max(1) }
}

/// The answers of all scales, each once.
fn words(model: &Model) -> Vec<Id> {
    let mut words: Vec<Id> =
        model.scales.iter().flat_map(|scale| &scale.answers).map(|answer| answer.id.value.clone()).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// The answers of a scale, in the order of their words.
fn answers(scale: &Scale, word_named: &Index) -> Arc<[(Word, Rational)]> {
    let word =
        |answer: &Answer| Some((Word(word_named.get(answer.id.value.as_str())?), answer.degree.clone()));
    let mut answers: Vec<(Word, Rational)> = scale.answers.iter().filter_map(word).collect();
    answers.sort_unstable_by_key(|(word, _)| *word);
    answers.into()
}

fn kinds(model: &Model, criteria: &[PlanCriterion]) -> Vec<PlanKind> {
    let key = |kind: &Kind| {
        let field = |name: &Located<Id>| kind.fields.iter().position(|field| field.id.value == name.value);
        kind.key.iter().filter_map(field).collect()
    };
    let mut kinds: Vec<PlanKind> =
        model.kinds.iter().map(|kind| PlanKind { key: key(kind), tests: Vec::new() }).collect();
    for (at, criterion) in criteria.iter().enumerate() {
        if let PlanAsk::Test { kind, .. } = criterion.ask {
            kinds.get_mut(kind).into_iter().for_each(|kind| kind.tests.push(at));
        }
    }
    kinds
}

struct Compiler<'c, 'm> {
    reader: &'c mut Reader,
    model: &'m Model,
    settings: BTreeMap<&'m Id, Setting>,
    /// The answers of each scale.
    scales: BTreeMap<&'m Id, Arc<[(Word, Rational)]>>,
    kind_named: Index,
    as_of: Date,
    /// Every part of the standard could be read.
    whole: bool,
    chosen: &'c dyn Fn(&Control) -> bool,
    groups: Vec<PlanGroup>,
    controls: Vec<PlanControl>,
    criteria: Vec<PlanCriterion>,
}

impl Compiler<'_, '_> {
    fn root(&mut self) {
        let model = self.model;
        let combine = self.combination(&model.combine);
        self.groups.push(PlanGroup {
            id: model.id.clone(),
            parent: None,
            weight: Rational::ONE,
            combine,
            children: Vec::new(),
            counted: 0,
            total: Rational::ZERO,
            scale: model.scale.clone(),
        });
        let children = self.members(&model.groups, &model.scale, 0);
        self.hold(0, children, model.spot);
    }

    /// Give a group its children; one of them must count (E2.8).
    fn hold(&mut self, index: usize, children: Vec<Child>, spot: Spot) {
        let weight = |child: &Child| match child {
            Child::Group(index) => self.groups.get(*index).map(|group| &group.weight),
            Child::Control(index) => self.controls.get(*index).map(|control| &control.weight),
        };
        let (mut counted, mut total) = (0, Sum::ZERO);
        for weight in children.iter().filter_map(weight).filter(|weight| !weight.is_zero()) {
            counted += 1;
            total.add(weight);
        }
        let Some(group) = self.groups.get_mut(index) else { return };
        group.children = children;
        group.counted = counted;
        group.total = total.total();
        if self.whole && counted == 0 && !group.weight.is_zero() {
            self.reader.problem(Code::NothingToScore, spot, &[group.id.as_str()]);
        }
    }

    fn members(&mut self, groups: &[Group], scale: &Rational, parent: usize) -> Vec<Child> {
        let total = groups.iter().fold(Rational::ZERO, |sum, group| &sum + &group.weight);
        groups
            .iter()
            .map(|group| Child::Group(self.group(group, &share(scale, &group.weight, &total), parent)))
            .collect()
    }

    fn group(&mut self, group: &Group, scale: &Rational, parent: usize) -> usize {
        let index = self.groups.len();
        let combine = self.combination(&group.combine);
        self.groups.push(PlanGroup {
            id: group.id.value.clone(),
            parent: Some(parent),
            weight: group.weight.clone(),
            combine,
            children: Vec::new(),
            counted: 0,
            total: Rational::ZERO,
            scale: scale.clone(),
        });
        let children = match &group.children {
            Children::Groups(groups) => self.members(groups, scale, index),
            Children::Controls(controls) => self.control_members(controls, scale, index),
        };
        self.hold(index, children, group.spot);
        index
    }

    fn control_members(&mut self, controls: &[Control], scale: &Rational, parent: usize) -> Vec<Child> {
        let first = self.controls.len();
        for control in controls {
            let compiled = self.control(control, parent);
            self.controls.push(compiled);
        }
        let members = || self.controls.iter().enumerate().skip(first).filter(|(_, control)| control.in_plan);
        let total = members().fold(Rational::ZERO, |sum, (_, control)| &sum + &control.weight);
        let children: Vec<Child> = members().map(|(index, _)| Child::Control(index)).collect();
        for control in self.controls.iter_mut().skip(first) {
            control.scale = share(scale, &control.weight, &total);
        }
        children
    }

    fn control(&mut self, control: &Control, parent: usize) -> PlanControl {
        let first = self.criteria.len();
        for criterion in &control.criteria {
            let compiled = self.criterion(criterion, self.controls.len());
            self.criteria.push(compiled);
        }
        let criteria = first..self.criteria.len();
        let (from, until) = match &control.valid {
            Some(valid) => {
                let dates = (self.date(valid.from.as_ref()), self.date(valid.until.as_ref()));
                if let (Some(from), Some(until)) = dates
                    && from > until
                {
                    self.reader.problem(
                        Code::FromAfterUntil,
                        valid.spot,
                        &[&from.to_string(), &until.to_string()],
                    );
                }
                dates
            }
            None => (None, None),
        };
        let weight = self.number(control.weight.as_ref(), Bounds::NotNegative).unwrap_or(Rational::ONE);
        let in_plan = (self.chosen)(control);
        let counted = self.criteria.iter().skip(first).any(|criterion| !criterion.weight.is_zero());
        if self.whole && in_plan && !counted && !weight.is_zero() {
            self.reader.problem(Code::NothingToScore, control.spot, &[control.id.value.as_str()]);
        }
        PlanControl {
            id: control.id.value.clone(),
            parent,
            in_plan,
            in_force: from.is_none_or(|from| from <= self.as_of)
                && until.is_none_or(|until| self.as_of <= until),
            weight,
            combine: self.combination(&control.combine),
            pass: self.number(control.pass.as_ref(), Bounds::PositiveShare).unwrap_or(Rational::ONE),
            effort: self.number(control.effort.as_ref(), Bounds::NotNegative),
            severity: control.severity,
            single: matches!(self.criteria.get(criteria.clone()), Some([one]) if !one.weight.is_zero()),
            criteria,
            scale: Rational::ZERO,
            parts: 0,
        }
    }

    fn criterion(&mut self, criterion: &Criterion, control: usize) -> PlanCriterion {
        let max_age = self.duration(criterion.max_age.as_ref());
        PlanCriterion {
            id: criterion.id.value.clone(),
            control,
            weight: self.number(criterion.weight.as_ref(), Bounds::NotNegative).unwrap_or(Rational::ONE),
            max_age,
            oldest: max_age.and_then(|age| self.as_of.earliest(age)),
            assurance: criterion.assurance.unwrap_or(Assurance::Declared),
            ask: self.ask(&criterion.ask),
        }
    }

    fn ask(&mut self, ask: &Ask) -> PlanAsk {
        match ask {
            Ask::Answer(scale) => PlanAsk::Answer(self.scales.get(&scale.value).cloned().unwrap_or_default()),
            Ask::Value { min, max, better, spot, .. } => {
                let bounds = (self.number(Some(min), Bounds::Any), self.number(Some(max), Bounds::Any));
                if let (Some(min), Some(max)) = &bounds
                    && min >= max
                {
                    self.reader.problem(Code::BoundsNotRising, *spot, &[&format!("min {min} ≥ max {max}")]);
                }
                let (min, max) = (bounds.0.unwrap_or(Rational::ZERO), bounds.1.unwrap_or(Rational::ONE));
                let span = &max - &min;
                PlanAsk::Value { min, max, span, better: *better }
            }
            Ask::Test { kind: name, conditions, over } => {
                let kind = self.kind_named.get(name.value.as_str()).unwrap_or(usize::MAX);
                let over = match over {
                    Over::Every => PlanOver::Every,
                    Over::Some => PlanOver::Count(Rational::ONE),
                    Over::Count(count) => {
                        PlanOver::Count(self.number(Some(count), Bounds::Count).unwrap_or(Rational::ONE))
                    }
                    Over::Share(share) => PlanOver::Share(
                        self.number(Some(share), Bounds::PositiveShare).unwrap_or(Rational::ONE),
                    ),
                };
                let conditions = conditions.iter().map(|condition| self.condition(kind, condition)).collect();
                PlanAsk::Test { kind, conditions, over }
            }
        }
    }

    fn condition(&mut self, kind: usize, condition: &Condition) -> PlanCondition {
        let fields = self.model.kinds.get(kind).map_or(&[][..], |kind| &kind.fields);
        let field =
            fields.iter().position(|field| field.id.value == condition.field.value).unwrap_or(usize::MAX);
        let of = fields.get(field).map(|field| field.of);
        let mut values = Vec::new();
        for value in &condition.values {
            match &value.value {
                Slot::Given(given) => values.push(given.clone()),
                Slot::Parameter(name) => {
                    let setting = self.settings.get(&name.value).map(|setting| setting.value.clone());
                    match (setting, of) {
                        (
                            Some(SettingValue::Number(number)),
                            Some(FieldType::Integer | FieldType::Decimal),
                        ) => {
                            values.push(FieldValue::Number(number));
                        }
                        (Some(SettingValue::Date(date)), Some(FieldType::Date)) => {
                            values.push(FieldValue::Date(date));
                        }
                        (Some(_), Some(of)) => self.mismatch(name, of.as_str()),
                        _ => {}
                    }
                }
            }
        }
        PlanCondition { field, op: condition.op, values }
    }

    fn levels(&mut self) -> Vec<PlanLevel> {
        let mut levels: Vec<PlanLevel> = Vec::new();
        for level in &self.model.levels {
            let Some(bound) = self.number(Some(&level.bound), Bounds::NotNegative) else { continue };
            let id = level.id.value.clone();
            match levels.last() {
                None if level.strict || !bound.is_zero() => {
                    self.reader.problem(Code::LevelsStart, level.bound.spot, &[]);
                }
                Some(last) if (&last.bound, last.strict) >= (&bound, level.strict) => {
                    self.reader.problem(Code::LevelsNotRising, level.bound.spot, &[id.as_str()]);
                }
                _ => {}
            }
            if bound > self.model.scale || (level.strict && bound == self.model.scale) {
                self.reader.problem(Code::UnreachableLevel, level.bound.spot, &[id.as_str()]);
            }
            levels.push(PlanLevel { id, bound, strict: level.strict });
        }
        levels
    }

    fn combination(&mut self, combine: &Combine) -> Combination {
        match combine {
            Combine::All => Combination::All,
            Combine::Any => Combination::Any,
            Combine::Mean => Combination::Mean,
            Combine::AtLeast(k) => {
                let k = self.number(Some(k), Bounds::Count).unwrap_or(Rational::ONE);
                Combination::AtLeast(k.to_usize().unwrap_or(usize::MAX))
            }
        }
    }

    // ---- slots ----

    fn mismatch(&mut self, name: &Located<Id>, wanted: &str) {
        let fr = format!("le nom d’un paramètre du type `{wanted}`");
        let en = format!("the name of a parameter of the type `{wanted}`");
        self.reader.type_mismatch(name.spot, name.value.as_str(), wanted, (&fr, &en));
    }

    fn number(&mut self, slot: Option<&Located<Slot<Rational>>>, bounds: Bounds) -> Option<Rational> {
        let name = match &slot?.value {
            Slot::Given(number) => return Some(number.clone()),
            Slot::Parameter(name) => name,
        };
        let setting = self.settings.get(&name.value)?;
        let (SettingValue::Number(number), text) = (setting.value.clone(), setting.text.clone()) else {
            self.mismatch(name, ParameterType::Decimal.as_str());
            return None;
        };
        if bounds == Bounds::Count && !text.parse::<crate::Decimal>().is_ok_and(|number| number.is_integer())
        {
            self.mismatch(name, ParameterType::Integer.as_str());
            return None;
        }
        if !bounds.hold(&number) {
            self.reader.problem(
                Code::ParameterOutOfBounds,
                name.spot,
                &[&text, name.value.as_str(), bounds.words()],
            );
            return None;
        }
        Some(number)
    }

    fn date(&mut self, slot: Option<&Located<Slot<Date>>>) -> Option<Date> {
        let name = match &slot?.value {
            Slot::Given(date) => return Some(*date),
            Slot::Parameter(name) => name,
        };
        match self.settings.get(&name.value)?.value {
            SettingValue::Date(date) => Some(date),
            _ => {
                self.mismatch(name, ParameterType::Date.as_str());
                None
            }
        }
    }

    fn duration(&mut self, slot: Option<&Located<Slot<Duration>>>) -> Option<Duration> {
        let name = match &slot?.value {
            Slot::Given(duration) => return Some(*duration),
            Slot::Parameter(name) => name,
        };
        match self.settings.get(&name.value)?.value {
            SettingValue::Duration(duration) => Some(duration),
            _ => {
                self.mismatch(name, ParameterType::Duration.as_str());
                None
            }
        }
    }
}

/// The points of a child: those of its parent, by its weight among its siblings' as written (E5.3).
fn share(scale: &Rational, weight: &Rational, total: &Rational) -> Rational {
    (scale * weight).checked_div(total).unwrap_or(Rational::ZERO)
}
