//! What a standard says (E2.4 to E2.6), as read.

use crate::document::{Located, Spot};
use crate::standard::value::FieldValue;
use crate::{Date, Duration, Id, Rational, Text};

#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) id: Id,
    pub(crate) edition: String,
    pub(crate) title: Text,
    pub(crate) description: Option<Text>,
    pub(crate) publisher: Text,
    pub(crate) subject: Vec<SubjectKind>,
    pub(crate) basis: Basis,
    pub(crate) sources: Vec<Source>,
    pub(crate) scales: Vec<Scale>,
    pub(crate) kinds: Vec<Kind>,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) combine: Combine,
    /// The points of the score that there are.
    pub(crate) scale: Rational,
    pub(crate) levels: Vec<Level>,
    pub(crate) exclusion: Exclusion,
    pub(crate) groups: Vec<Group>,
    pub(crate) profiles: Vec<Profile>,
    pub(crate) spot: Spot,
}

/// What a standard is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubjectKind {
    /// A State.
    Country,
    /// An organisation.
    Organisation,
    /// An information system.
    InformationSystem,
}

/// How our wording relates to the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The publisher's own text.
    Official,
    /// The publisher's facts in our words.
    Paraphrase,
    /// Our proposal.
    Proposal,
}

impl Basis {
    pub(crate) const WORDS: &[(&str, Basis)] =
        &[("official", Basis::Official), ("paraphrase", Basis::Paraphrase), ("proposal", Basis::Proposal)];
}

/// What happens to a requirement that does not apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exclusion {
    Drop,
    Forbid,
}

/// How much stands behind a statement (E2.7, E8), from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Assurance {
    /// Somebody says so.
    Declared,
    /// A paper shows it.
    Documented,
    /// Somebody checked.
    Verified,
}

impl Assurance {
    /// From least to most.
    pub const ALL: [Assurance; 3] = [Assurance::Declared, Assurance::Documented, Assurance::Verified];

    pub(crate) const WORDS: &[(&str, Assurance)] = &[
        ("declared", Assurance::Declared),
        ("documented", Assurance::Documented),
        ("verified", Assurance::Verified),
    ];

    /// The word for it: `declared`, `documented` or `verified`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Assurance::Declared => "declared",
            Assurance::Documented => "documented",
            Assurance::Verified => "verified",
        }
    }

    /// The assurance with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Assurance> {
        Assurance::ALL.into_iter().find(|assurance| assurance.as_str() == name)
    }
}

/// How much a control matters, from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Low.
    Low,
    /// Medium.
    Medium,
    /// High.
    High,
    /// Critical.
    Critical,
}

#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) id: Located<Id>,
    pub(crate) title: Text,
    pub(crate) uri: Option<String>,
    pub(crate) date: Option<Date>,
}

#[derive(Debug)]
pub(crate) struct Scale {
    pub(crate) id: Located<Id>,
    pub(crate) answers: Vec<Answer>,
}

#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) id: Located<Id>,
    pub(crate) title: Text,
    pub(crate) degree: Rational,
}

#[derive(Debug)]
pub(crate) struct Kind {
    pub(crate) id: Located<Id>,
    pub(crate) title: Text,
    pub(crate) key: Vec<Located<Id>>,
    pub(crate) fields: Vec<Field>,
}

#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) id: Located<Id>,
    pub(crate) title: Text,
    pub(crate) of: FieldType,
    pub(crate) unit: Option<Text>,
    pub(crate) values: Vec<(Located<Id>, Option<Text>)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FieldType {
    Text,
    Integer,
    Decimal,
    Boolean,
    Date,
    OneOf,
}

#[derive(Debug)]
pub(crate) struct Parameter {
    pub(crate) id: Located<Id>,
    pub(crate) title: Text,
    pub(crate) default: Setting,
    pub(crate) min: Setting,
    pub(crate) max: Setting,
    pub(crate) of: ParameterType,
    pub(crate) spot: Spot,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ParameterType {
    Integer,
    Decimal,
    Date,
    Duration,
}

/// The value of a parameter, with its text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Setting {
    pub(crate) text: String,
    pub(crate) value: SettingValue,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum SettingValue {
    Number(Rational),
    Date(Date),
    Duration(Duration),
}

/// A value written in the standard, or the parameter that gives it (E2.6).
#[derive(Debug)]
pub(crate) enum Slot<T> {
    Given(T),
    Parameter(Located<Id>),
}

#[derive(Debug)]
pub(crate) enum Combine {
    All,
    Any,
    Mean,
    AtLeast(Located<Slot<Rational>>),
}

#[derive(Debug)]
pub(crate) struct Level {
    pub(crate) id: Located<Id>,
    pub(crate) title: Text,
    pub(crate) bound: Located<Slot<Rational>>,
    /// `above`, not `at_least`.
    pub(crate) strict: bool,
}

#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) id: Located<Id>,
    pub(crate) title: Text,
    pub(crate) weight: Rational,
    pub(crate) combine: Combine,
    pub(crate) children: Children,
    pub(crate) spot: Spot,
}

#[derive(Debug)]
pub(crate) enum Children {
    Groups(Vec<Group>),
    Controls(Vec<Control>),
}

#[derive(Debug)]
pub(crate) struct Control {
    pub(crate) id: Located<Id>,
    pub(crate) title: Text,
    pub(crate) requirement: Option<Text>,
    pub(crate) why: Option<Text>,
    pub(crate) proof: Option<Text>,
    pub(crate) methods: Vec<Method>,
    pub(crate) severity: Option<Severity>,
    pub(crate) effort: Option<Located<Slot<Rational>>>,
    pub(crate) references: Vec<(Located<Id>, Option<String>)>,
    pub(crate) legal: Vec<Legal>,
    pub(crate) valid: Option<Valid>,
    pub(crate) optional: bool,
    pub(crate) weight: Option<Located<Slot<Rational>>>,
    pub(crate) combine: Combine,
    pub(crate) pass: Option<Located<Slot<Rational>>>,
    pub(crate) criteria: Vec<Criterion>,
    pub(crate) spot: Spot,
}

/// When a control is in force, both days included.
#[derive(Debug)]
pub(crate) struct Valid {
    pub(crate) from: Option<Located<Slot<Date>>>,
    pub(crate) until: Option<Located<Slot<Date>>>,
    pub(crate) spot: Spot,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    Examine,
    Interview,
    Test,
}

impl Method {
    pub(crate) const WORDS: &[(&str, Method)] =
        &[("examine", Method::Examine), ("interview", Method::Interview), ("test", Method::Test)];
}

#[derive(Debug)]
pub(crate) struct Legal {
    pub(crate) title: Text,
    pub(crate) status: LegalStatus,
    pub(crate) from: Option<Date>,
    pub(crate) until: Option<Date>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LegalStatus {
    InForce,
    Transposed,
    Repealed,
    NotRatified,
    Planned,
}

#[derive(Debug)]
pub(crate) struct Criterion {
    /// That of the control where it is the only one and has none of its own.
    pub(crate) id: Located<Id>,
    pub(crate) title: Option<Text>,
    pub(crate) weight: Option<Located<Slot<Rational>>>,
    pub(crate) max_age: Option<Located<Slot<Duration>>>,
    pub(crate) assurance: Option<Assurance>,
    pub(crate) ask: Ask,
}

#[derive(Debug)]
pub(crate) enum Ask {
    Answer(Located<Id>),
    Value {
        min: Located<Slot<Rational>>,
        max: Located<Slot<Rational>>,
        better: Better,
        unit: Option<Text>,
        spot: Spot,
    },
    Test {
        kind: Located<Id>,
        conditions: Vec<Condition>,
        over: Over,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Better {
    Higher,
    Lower,
}

#[derive(Debug)]
pub(crate) struct Condition {
    pub(crate) field: Located<Id>,
    pub(crate) op: Op,
    /// None for `present`, one or more for `one-of`, else one.
    pub(crate) values: Vec<Located<Slot<FieldValue<'static>>>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Op {
    Equals,
    OneOf,
    Present,
    AtLeast,
    AtMost,
    Before,
    After,
}

#[derive(Debug)]
pub(crate) enum Over {
    Every,
    Some,
    Count(Located<Slot<Rational>>),
    Share(Located<Slot<Rational>>),
}

#[derive(Debug)]
pub(crate) struct Profile {
    pub(crate) id: Located<Id>,
    pub(crate) title: Text,
    pub(crate) parameters: Vec<ProfileSetting>,
    pub(crate) add: Vec<ProfileControl>,
    pub(crate) drop: Vec<ProfileControl>,
}

#[derive(Debug)]
pub(crate) struct ProfileSetting {
    pub(crate) parameter: Located<Id>,
    pub(crate) value: String,
    pub(crate) reason: Text,
    pub(crate) spot: Spot,
}

#[derive(Debug)]
pub(crate) struct ProfileControl {
    pub(crate) control: Located<Id>,
    pub(crate) reason: Text,
}

impl Model {
    /// Every control, in the standard's order.
    pub(crate) fn controls(&self) -> Vec<&Control> {
        fn walk<'m>(groups: &'m [Group], out: &mut Vec<&'m Control>) {
            for group in groups {
                match &group.children {
                    Children::Groups(groups) => walk(groups, out),
                    Children::Controls(controls) => out.extend(controls),
                }
            }
        }
        let mut out = Vec::new();
        walk(&self.groups, &mut out);
        out
    }

    /// Every group, parents before children, in the standard's order.
    pub(crate) fn groups(&self) -> Vec<&Group> {
        fn walk<'m>(groups: &'m [Group], out: &mut Vec<&'m Group>) {
            for group in groups {
                out.push(group);
                if let Children::Groups(groups) = &group.children {
                    walk(groups, out);
                }
            }
        }
        let mut out = Vec::new();
        walk(&self.groups, &mut out);
        out
    }

    pub(crate) fn scale_of(&self, id: &str) -> Option<&Scale> {
        self.scales.iter().find(|scale| scale.id.value.as_str() == id)
    }

    pub(crate) fn kind(&self, id: &str) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.id.value.as_str() == id)
    }

    pub(crate) fn parameter(&self, id: &str) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| parameter.id.value.as_str() == id)
    }

    pub(crate) fn level(&self, id: &str) -> Option<&Level> {
        self.levels.iter().find(|level| level.id.value.as_str() == id)
    }

    pub(crate) fn profile(&self, id: &str) -> Option<&Profile> {
        self.profiles.iter().find(|profile| profile.id.value.as_str() == id)
    }
}
