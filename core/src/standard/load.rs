//! Reading a standard: shapes here, meaning in `check`.

use super::load_criterion::criterion;
use super::model::{
    Answer, Basis, Children, Combine, Control, Exclusion, Field, FieldType, Group, Kind, Legal, LegalStatus,
    Level, Method, Model, Parameter, ParameterType, Profile, ProfileControl, ProfileSetting, Scale, Setting,
    Severity, Source, SubjectKind, Valid,
};
use super::slot::{Bounds, combine, date_slot, number_slot};
use crate::document::{Fields, Located, Node, OrBlank, Reader, Value};
use crate::problem::Code;
use crate::{Id, Rational};

/// What the reader of a control needs to know of the rest of the standard.
pub(super) struct Context {
    pub(super) kinds: Vec<Kind>,
}

pub(crate) fn standard(reader: &mut Reader, root: &Node) -> Option<Model> {
    let mut fields = reader.object(root)?;
    let id = fields.required(reader, "id", Reader::id);
    let edition = fields.required(reader, "edition", Reader::line);
    let title = fields.required(reader, "title", Reader::text);
    let description = fields.optional(reader, "description", Reader::text);
    let publisher = fields.required(reader, "publisher", Reader::text);
    let subject = fields.required(reader, "subject", |reader, node| reader.one_or_many(node, subject));
    let basis = fields.required(reader, "basis", |reader, node| reader.word(node, Basis::WORDS));
    let sources = list(&mut fields, reader, "sources", source);
    let scales = list(&mut fields, reader, "scales", scale);
    let kinds = list(&mut fields, reader, "kinds", kind);
    let parameters = list(&mut fields, reader, "parameters", parameter);
    let combine = combine(&mut fields, reader, Combine::Mean, false);
    let scale = fields.required(reader, "scale", |reader, node| Bounds::Positive.number(reader, node));
    let levels = list(&mut fields, reader, "levels", level);
    let exclusion = fields.optional(reader, "exclusion", |reader, node| {
        reader.word(node, &[("drop", Exclusion::Drop), ("forbid", Exclusion::Forbid)])
    });
    let context = Context { kinds };
    let groups = fields.required(reader, "groups", |reader, node| {
        reader.list(node, 1, |reader, node| group(reader, node, &context))
    });
    let profiles = list(&mut fields, reader, "profiles", |reader, node| profile(reader, node, &parameters));
    fields.finish(reader);
    Some(Model {
        id: id.unwrap_or_else(Id::blank),
        edition: edition.or_blank(),
        title: title.or_blank(),
        description,
        publisher: publisher.or_blank(),
        subject: subject.or_blank(),
        basis: basis.unwrap_or(Basis::Proposal),
        sources,
        scales,
        kinds: context.kinds,
        parameters,
        combine: combine.unwrap_or(Combine::Mean),
        scale: scale.unwrap_or(Rational::ONE),
        levels,
        exclusion: exclusion.unwrap_or(Exclusion::Drop),
        groups: groups.or_blank(),
        profiles,
        spot: root.spot,
    })
}

/// A list that may be absent.
fn list<T>(
    fields: &mut Fields<'_>,
    reader: &mut Reader,
    key: &'static str,
    read: impl Fn(&mut Reader, &Node) -> Option<T>,
) -> Vec<T> {
    match fields.node(key) {
        Some(node) => reader.list(node, 0, read).or_blank(),
        None => Vec::new(),
    }
}

fn subject(reader: &mut Reader, node: &Node) -> Option<SubjectKind> {
    reader.word(
        node,
        &[
            ("country", SubjectKind::Country),
            ("organisation", SubjectKind::Organisation),
            ("information-system", SubjectKind::InformationSystem),
        ],
    )
}

fn source(reader: &mut Reader, node: &Node) -> Option<Source> {
    let mut fields = reader.object(node)?;
    let id = fields.required(reader, "id", Reader::located_id);
    let title = fields.required(reader, "title", Reader::text);
    let uri = fields.optional(reader, "uri", Reader::line);
    let date = fields.optional(reader, "date", Reader::date);
    fields.finish(reader);
    Some(Source { id: id?, title: title.or_blank(), uri, date })
}

fn scale(reader: &mut Reader, node: &Node) -> Option<Scale> {
    let mut fields = reader.object(node)?;
    let id = fields.required(reader, "id", Reader::located_id);
    fields.optional(reader, "title", Reader::text);
    let answers = fields.required(reader, "answers", |reader, node| reader.list(node, 1, answer));
    fields.finish(reader);
    Some(Scale { id: id?, answers: answers.or_blank() })
}

fn answer(reader: &mut Reader, node: &Node) -> Option<Answer> {
    let mut fields = reader.object(node)?;
    let id = fields.required(reader, "id", Reader::located_id);
    let title = fields.required(reader, "title", Reader::text);
    let degree = fields.required(reader, "degree", |reader, node| Bounds::Share.number(reader, node));
    fields.finish(reader);
    Some(Answer { id: id?, title: title.or_blank(), degree: degree.unwrap_or(Rational::ZERO) })
}

fn kind(reader: &mut Reader, node: &Node) -> Option<Kind> {
    let mut fields = reader.object(node)?;
    let id = fields.required(reader, "id", Reader::located_id);
    let title = fields.required(reader, "title", Reader::text);
    let key = list(&mut fields, reader, "key", Reader::located_id);
    // a key that is written and could not be read has a problem of its own
    let is_keyless =
        fields.node("key").is_none_or(|node| matches!(&node.value, Value::List(items) if items.is_empty()));
    let typed = fields.required(reader, "fields", |reader, node| reader.list(node, 1, field));
    let meant = fields.finish(reader);
    if let Some(id) = id.as_ref().filter(|_| is_keyless && !meant.iter().any(|near| near == "key")) {
        reader.problem(Code::KeylessKind, id.spot, &[id.value.as_str()]);
    }
    Some(Kind { id: id?, title: title.or_blank(), key, fields: typed.or_blank() })
}

fn field(reader: &mut Reader, node: &Node) -> Option<Field> {
    const TYPES: &[(&str, FieldType)] = &[
        ("text", FieldType::Text),
        ("integer", FieldType::Integer),
        ("decimal", FieldType::Decimal),
        ("boolean", FieldType::Boolean),
        ("date", FieldType::Date),
        ("one-of", FieldType::OneOf),
    ];
    let mut fields = reader.object(node)?;
    let id = fields.required(reader, "id", Reader::located_id);
    let title = fields.required(reader, "title", Reader::text);
    let of = fields.required(reader, "type", |reader, node| reader.word(node, TYPES));
    let unit = fields.optional(reader, "unit", Reader::text);
    let values = fields.optional(reader, "values", |reader, node| {
        reader.list(node, 1, |reader, node| {
            let mut fields = reader.object(node)?;
            let id = fields.required(reader, "id", Reader::located_id);
            let title = fields.optional(reader, "title", Reader::text);
            fields.finish(reader);
            Some((id?, title))
        })
    });
    if of.is_some_and(|of| (of == FieldType::OneOf) != fields.has("values")) {
        fields.choice(
            &["type", "values"],
            "`values` va avec `type: one-of`",
            "`values` goes with `type: one-of`",
        );
    }
    fields.finish(reader);
    Some(Field { id: id?, title: title.or_blank(), of: of?, unit, values: values.unwrap_or_default() })
}

fn parameter(reader: &mut Reader, node: &Node) -> Option<Parameter> {
    const TYPES: &[(&str, ParameterType)] = &[
        ("integer", ParameterType::Integer),
        ("decimal", ParameterType::Decimal),
        ("date", ParameterType::Date),
        ("duration", ParameterType::Duration),
    ];
    let mut fields = reader.object(node)?;
    let id = fields.required(reader, "id", Reader::located_id);
    let title = fields.required(reader, "title", Reader::text);
    let of = fields.required(reader, "type", |reader, node| reader.word(node, TYPES));
    let mut setting = |key| fields.required(reader, key, |reader, node| setting(reader, node, of));
    let (default, min, max) = (setting("default"), setting("min"), setting("max"));
    let spot = fields.spot();
    fields.finish(reader);
    Some(Parameter {
        id: id?,
        title: title.or_blank(),
        default: default?,
        min: min?,
        max: max?,
        of: of?,
        spot,
    })
}

/// A value of a parameter; `of` is `None` where its type is itself a problem.
fn setting(reader: &mut Reader, node: &Node, of: Option<ParameterType>) -> Option<Setting> {
    let of = of?;
    let text = reader.scalar_text(node)?;
    if matches!(of, ParameterType::Integer | ParameterType::Decimal) {
        reader.mark_decimal(node.spot);
    }
    let setting = of.parse(text);
    if setting.is_none() {
        reader.type_mismatch(node.spot, text, of.as_str(), of.wanted().write);
    }
    setting
}

fn level(reader: &mut Reader, node: &Node) -> Option<Level> {
    let mut fields = reader.object(node)?;
    let id = fields.required(reader, "id", Reader::located_id);
    let title = fields.required(reader, "title", Reader::text);
    fields.exactly_one(&["at_least", "above"]);
    let at_least =
        fields.optional(reader, "at_least", |reader, node| number_slot(reader, node, Bounds::NotNegative));
    let above =
        fields.optional(reader, "above", |reader, node| number_slot(reader, node, Bounds::NotNegative));
    fields.finish(reader);
    let strict = above.is_some();
    Some(Level { id: id?, title: title.or_blank(), bound: above.or(at_least)?, strict })
}

fn group(reader: &mut Reader, node: &Node, context: &Context) -> Option<Group> {
    let mut fields = reader.object(node)?;
    let id = fields.required(reader, "id", Reader::located_id);
    let title = fields.required(reader, "title", Reader::text);
    let weight = match fields.node("weight") {
        Some(node) => Bounds::NotNegative.number(reader, node),
        None => Some(Rational::ONE),
    };
    let combine = combine(&mut fields, reader, Combine::Mean, false);
    fields.exactly_one(&["groups", "controls"]);
    let groups = fields.optional(reader, "groups", |reader, node| {
        reader.list(node, 1, |reader, node| group(reader, node, context))
    });
    let controls = fields.optional(reader, "controls", |reader, node| {
        reader.list(node, 1, |reader, node| control(reader, node, context))
    });
    let spot = fields.spot();
    fields.finish(reader);
    let children = groups.map(Children::Groups).or(controls.map(Children::Controls));
    Some(Group {
        id: id?,
        title: title.or_blank(),
        weight: weight.unwrap_or(Rational::ONE),
        combine: combine.unwrap_or(Combine::Mean),
        children: children.unwrap_or(Children::Controls(Vec::new())),
        spot,
    })
}

fn control(reader: &mut Reader, node: &Node, context: &Context) -> Option<Control> {
    const SEVERITY: &[(&str, Severity)] = &[
        ("critical", Severity::Critical),
        ("high", Severity::High),
        ("medium", Severity::Medium),
        ("low", Severity::Low),
    ];
    let mut fields = reader.object(node)?;
    let id = fields.required(reader, "id", Reader::located_id);
    let title = fields.required(reader, "title", Reader::text);
    let requirement = fields.optional(reader, "requirement", Reader::text);
    let why = fields.optional(reader, "why", Reader::text);
    let proof = fields.optional(reader, "proof", Reader::text);
    let methods = list(&mut fields, reader, "methods", |reader, node| reader.word(node, Method::WORDS));
    let severity = fields.optional(reader, "severity", |reader, node| reader.word(node, SEVERITY));
    let effort =
        fields.optional(reader, "effort", |reader, node| number_slot(reader, node, Bounds::NotNegative));
    let references = list(&mut fields, reader, "references", reference);
    let legal = list(&mut fields, reader, "legal", legal);
    let valid = fields.optional(reader, "valid", |reader, node| {
        let mut fields = reader.object(node)?;
        let from = fields.optional(reader, "from", date_slot);
        let until = fields.optional(reader, "until", date_slot);
        fields.finish(reader);
        Some(Valid { from, until, spot: node.spot })
    });
    let optional = fields.optional(reader, "optional", Reader::boolean);
    let weight =
        fields.optional(reader, "weight", |reader, node| number_slot(reader, node, Bounds::NotNegative));
    let combine = combine(&mut fields, reader, Combine::All, true);
    let pass =
        fields.optional(reader, "pass", |reader, node| number_slot(reader, node, Bounds::PositiveShare));
    let criteria = fields.required(reader, "criteria", |reader, node| {
        let single = matches!(&node.value, Value::List(items) if items.len() == 1);
        reader.list(node, 1, |reader, node| criterion(reader, node, single.then_some(id.as_ref()), context))
    });
    let spot = fields.spot();
    fields.finish(reader);
    Some(Control {
        id: id?,
        title: title.or_blank(),
        requirement,
        why,
        proof,
        methods,
        severity,
        effort,
        references,
        legal,
        valid,
        optional: optional.unwrap_or(false),
        weight,
        combine: combine.unwrap_or(Combine::All),
        pass,
        criteria: criteria.or_blank(),
        spot,
    })
}

fn reference(reader: &mut Reader, node: &Node) -> Option<(Located<Id>, Option<String>)> {
    let mut fields = reader.object(node)?;
    let source = fields.required(reader, "source", Reader::located_id);
    let locator = fields.optional(reader, "locator", Reader::line);
    fields.finish(reader);
    Some((source?, locator))
}

fn legal(reader: &mut Reader, node: &Node) -> Option<Legal> {
    const STATUS: &[(&str, LegalStatus)] = &[
        ("in-force", LegalStatus::InForce),
        ("transposed", LegalStatus::Transposed),
        ("repealed", LegalStatus::Repealed),
        ("not-ratified", LegalStatus::NotRatified),
        ("planned", LegalStatus::Planned),
    ];
    let mut fields = reader.object(node)?;
    let title = fields.required(reader, "title", Reader::text);
    let status = fields.required(reader, "status", |reader, node| reader.word(node, STATUS));
    let from = fields.optional(reader, "from", Reader::date);
    let until = fields.optional(reader, "until", Reader::date);
    if let (Some(from), Some(until)) = (from, until)
        && from > until
    {
        reader.problem(Code::FromAfterUntil, fields.spot(), &[&from.to_string(), &until.to_string()]);
    }
    fields.finish(reader);
    Some(Legal { title: title.or_blank(), status: status.unwrap_or(LegalStatus::Planned), from, until })
}

fn profile(reader: &mut Reader, node: &Node, parameters: &[Parameter]) -> Option<Profile> {
    let mut fields = reader.object(node)?;
    let id = fields.required(reader, "id", Reader::located_id);
    let title = fields.required(reader, "title", Reader::text);
    let settings =
        list(&mut fields, reader, "parameters", |reader, node| profile_setting(reader, node, parameters));
    let add = list(&mut fields, reader, "add", profile_control);
    let drop = list(&mut fields, reader, "drop", profile_control);
    fields.finish(reader);
    Some(Profile { id: id?, title: title.or_blank(), parameters: settings, add, drop })
}

fn profile_setting(reader: &mut Reader, node: &Node, parameters: &[Parameter]) -> Option<ProfileSetting> {
    let mut fields = reader.object(node)?;
    let name = fields.required(reader, "parameter", Reader::located_id);
    let of =
        name.as_ref().and_then(|name| parameters.iter().find(|p| p.id.value == name.value)).map(|p| p.of);
    let value = fields.required(reader, "value", |reader, node| {
        reader.scalar_text(node)?;
        setting(reader, node, of).map(|setting| Located { value: setting.text, spot: node.spot })
    });
    let reason = fields.required(reader, "reason", Reader::text);
    fields.finish(reader);
    if let (Some(name), None) = (&name, of) {
        reader.unknown(name, parameters.iter().map(|parameter| parameter.id.value.as_str()));
    }
    let value = value?;
    Some(ProfileSetting { parameter: name?, value: value.value, reason: reason.or_blank(), spot: value.spot })
}

fn profile_control(reader: &mut Reader, node: &Node) -> Option<ProfileControl> {
    let mut fields = reader.object(node)?;
    let control = fields.required(reader, "control", Reader::located_id);
    let reason = fields.required(reader, "reason", Reader::text);
    fields.finish(reader);
    Some(ProfileControl { control: control?, reason: reason.or_blank() })
}
