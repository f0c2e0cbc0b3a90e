//! What a schema cannot see in a standard: ids, references, order (E2.5 to E2.8). What depends on parameters is seen when
//! the plan is compiled.

use super::model::{Ask, Children, Criterion, Group, Kind, Model, Over, ProfileControl, Slot};
use crate::Id;
use crate::document::{Located, Node, Reader, Value};
use crate::problem::Code;
use std::collections::BTreeSet;

pub(super) fn check(reader: &mut Reader, model: &Model, root: &Node) {
    let controls = model.controls();
    let known = Known {
        sources: model.sources.iter().map(|source| &source.id.value).collect(),
        scales: model.scales.iter().map(|scale| &scale.id.value).collect(),
        parameters: model.parameters.iter().map(|parameter| &parameter.id.value).collect(),
        controls: controls.iter().map(|control| &control.id.value).collect(),
        always: controls
            .iter()
            .filter(|control| !control.optional)
            .map(|control| &control.id.value)
            .collect(),
    };
    let mut checker = Checker { written: written_ids(root), known, reader };
    checker.names(model);
    for kind in &model.kinds {
        checker.kind(kind);
    }
    for group in model.groups() {
        checker.group(group);
    }
    checker.profiles(model);
}

/// Every `id` written anywhere, so that what names an item which itself could not be read is no second problem.
fn written_ids(root: &Node) -> BTreeSet<&str> {
    fn walk<'n>(node: &'n Node, out: &mut BTreeSet<&'n str>) {
        match &node.value {
            Value::Scalar(_) => {}
            Value::List(items) => items.iter().for_each(|item| walk(item, out)),
            Value::Object(entries) => {
                for entry in entries {
                    match &entry.node.value {
                        Value::Scalar(scalar) if entry.key == "id" => {
                            out.insert(&scalar.text);
                        }
                        _ => walk(&entry.node, out),
                    }
                }
            }
        }
    }
    let mut out = BTreeSet::new();
    walk(root, &mut out);
    out
}

/// What references may name.
struct Known<'a> {
    sources: BTreeSet<&'a Id>,
    scales: BTreeSet<&'a Id>,
    parameters: BTreeSet<&'a Id>,
    controls: BTreeSet<&'a Id>,
    /// The controls that are in every profile.
    always: BTreeSet<&'a Id>,
}

struct Checker<'a> {
    reader: &'a mut Reader,
    written: BTreeSet<&'a str>,
    known: Known<'a>,
}

impl<'a> Checker<'a> {
    /// `name` is one of those `known`.
    fn refers(&mut self, name: &Located<Id>, known: for<'k> fn(&'k Known<'a>) -> &'k BTreeSet<&'a Id>) {
        let known = known(&self.known);
        let lost = self.reader.failed() && self.written.contains(name.value.as_str());
        if !known.contains(&name.value) && !lost {
            self.reader.unknown(name, known.iter().map(|id| id.as_str()));
        }
    }

    fn names(&mut self, model: &Model) {
        self.reader.unique(model.sources.iter().map(|source| &source.id));
        self.reader.unique(model.scales.iter().map(|scale| &scale.id));
        self.reader.unique(model.kinds.iter().map(|kind| &kind.id));
        self.reader.unique(model.parameters.iter().map(|parameter| &parameter.id));
        self.reader.unique(model.levels.iter().map(|level| &level.id));
        self.reader.unique(model.profiles.iter().map(|profile| &profile.id));
        self.reader.unique(model.groups().into_iter().map(|group| &group.id));
        let controls = model.controls();
        self.reader.unique(controls.iter().map(|control| &control.id));
        self.reader
            .unique(controls.iter().flat_map(|control| &control.criteria).map(|criterion| &criterion.id));
        for scale in &model.scales {
            self.reader.unique(scale.answers.iter().map(|answer| &answer.id));
            for answer in &scale.answers {
                if ["unknown", "not-applicable"].contains(&answer.id.value.as_str()) {
                    self.reader.problem(Code::ReservedId, answer.id.spot, &[answer.id.value.as_str()]);
                }
            }
        }
        for parameter in &model.parameters {
            let (min, max) = (&parameter.min, &parameter.max);
            if !parameter.default.value.within(&min.value, &max.value) {
                let bounds = format!("{} ≤ {} ≤ {}", min.text, parameter.default.text, max.text);
                self.reader.problem(Code::BoundsNotRising, parameter.spot, &[&bounds]);
            }
        }
    }

    fn kind(&mut self, kind: &Kind) {
        self.reader.unique(kind.fields.iter().map(|field| &field.id));
        self.reader.unique(&kind.key);
        let fields: BTreeSet<&Id> = kind.fields.iter().map(|field| &field.id.value).collect();
        for key in &kind.key {
            let lost = self.reader.failed() && self.written.contains(key.value.as_str());
            if !fields.contains(&key.value) && !lost {
                self.reader.unknown(key, fields.iter().map(|id| id.as_str()));
            }
        }
        for field in &kind.fields {
            self.reader.unique(field.values.iter().map(|(value, _)| value));
        }
    }

    fn group(&mut self, group: &Group) {
        let Children::Controls(controls) = &group.children else { return };
        for control in controls {
            for (source, _) in &control.references {
                self.refers(source, |known| &known.sources);
            }
            let (from, until) = control
                .valid
                .as_ref()
                .map_or((None, None), |valid| (valid.from.as_ref(), valid.until.as_ref()));
            self.slots([from, until]);
            self.slots([control.effort.as_ref(), control.weight.as_ref(), control.pass.as_ref()]);
            for criterion in &control.criteria {
                self.criterion(criterion);
            }
        }
    }

    fn criterion(&mut self, criterion: &Criterion) {
        self.slots([criterion.weight.as_ref()]);
        self.slots([criterion.max_age.as_ref()]);
        match &criterion.ask {
            Ask::Answer(scale) => self.refers(scale, |known| &known.scales),
            Ask::Value { min, max, .. } => self.slots([Some(min), Some(max)]),
            Ask::Test { conditions, over, .. } => {
                self.slots(conditions.iter().flat_map(|condition| &condition.values).map(Some));
                match over {
                    Over::Count(number) | Over::Share(number) => self.slots([Some(number)]),
                    Over::Every | Over::Some => {}
                }
            }
        }
    }

    /// The parameters that these places name exist.
    fn slots<'s, T: 's>(&mut self, slots: impl IntoIterator<Item = Option<&'s Located<Slot<T>>>>) {
        for slot in slots.into_iter().flatten() {
            if let Slot::Parameter(name) = &slot.value {
                self.refers(name, |known| &known.parameters);
            }
        }
    }

    fn profiles(&mut self, model: &Model) {
        for profile in &model.profiles {
            self.reader.unique(profile.parameters.iter().map(|setting| &setting.parameter));
            self.reader.unique(profile.add.iter().chain(&profile.drop).map(|change| &change.control));
            for ProfileControl { control: name, .. } in profile.add.iter().chain(&profile.drop) {
                self.refers(name, |known| &known.controls);
            }
            for ProfileControl { control: name, .. } in &profile.add {
                if self.known.always.contains(&name.value) {
                    self.reader.problem(Code::ControlNotOptional, name.spot, &[name.value.as_str()]);
                }
            }
        }
    }
}
