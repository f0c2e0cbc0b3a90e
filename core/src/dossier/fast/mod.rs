//! The fast way in: a dossier in JSON read straight into what decides, its texts borrowed.
//!
//! It knows one answer to everything that it does not like, which is to give up: then the tree is read, which names every problem.
//! So it may refuse what is well formed, and must never accept what the tree refuses; `tests/tests/portfolio.rs` holds it to that.

mod data;
mod record;
mod scalars;

use super::draft::Draft;
use super::model::{Facts, Subject, Waiver};
use crate::limits;
use crate::name::Name;
use crate::standard::plan::Compiled;
use record::{Evidence, WireRecord};
use scalars::{Day, Ident, Line, Prose, present};
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// Whether the tree of a document could have too many nodes. Each but the first comes after one of these signs, and each that
/// counts more is long.
fn may_be_too_large(text: &str) -> bool {
    if text.len() <= limits::NODES {
        return false;
    }
    let signs = text.bytes().filter(|byte| matches!(byte, b',' | b':' | b'[' | b'{')).count();
    text.len() > limits::DOCUMENT_BYTES || signs + 2 * (text.len() / limits::SHORT_BYTES) > limits::NODES
}

pub(super) fn read<'d>(text: &'d str, plan: &Compiled) -> Option<Facts<'d>> {
    if may_be_too_large(text) {
        return None;
    }
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let draft = Whole { plan, bytes: text.len() }.deserialize(&mut deserializer).ok()?;
    deserializer.end().ok()?;
    draft?.finish(plan)
}

struct Whole<'p> {
    plan: &'p Compiled,
    bytes: usize,
}

impl<'d> DeserializeSeed<'d> for Whole<'_> {
    type Value = Option<Draft<'d>>;

    fn deserialize<D: Deserializer<'d>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'d> Visitor<'d> for Whole<'_> {
    type Value = Option<Draft<'d>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a dossier")
    }

    fn visit_map<A: MapAccess<'d>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut standard, mut subject, mut evidence, mut waivers) = (None, None, None, None);
        while let Some(Ident(key)) = map.next_key()? {
            let again = match key {
                "standard" => standard.replace(map.next_value::<WireStandard<'d>>()?).is_some(),
                "subject" => subject.replace(map.next_value::<WireSubject<'d>>()?).is_some(),
                "evidence" => evidence
                    .replace(map.next_value_seed(Records { plan: self.plan, bytes: self.bytes })?)
                    .is_some(),
                "waivers" => waivers.replace(map.next_value::<Vec<WireWaiver<'d>>>()?).is_some(),
                _ => true,
            };
            if again {
                return Err(serde::de::Error::custom("unknown key, or twice"));
            }
        }
        let found = || {
            let standard = standard.filter(|named| named.names(self.plan))?;
            drop(standard);
            Some((subject?, evidence??))
        };
        let Some((subject, evidence)) = found() else { return Ok(None) };
        let Some(waivers) = waivers.unwrap_or_default().into_iter().map(|it| it.checked(self.plan)).collect()
        else {
            return Ok(None);
        };
        Ok(evidence.draft(subject.into(), waivers))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WireStandard<'d> {
    #[serde(borrow)]
    id: Ident<'d>,
    #[serde(borrow)]
    edition: Line<'d>,
}

impl WireStandard<'_> {
    fn names(&self, plan: &Compiled) -> bool {
        plan.standard.id().as_str() == self.id.0 && plan.standard.edition() == self.edition.0
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WireSubject<'d> {
    #[serde(borrow)]
    id: Ident<'d>,
    #[serde(borrow)]
    name: Line<'d>,
    #[serde(default, borrow, deserialize_with = "present")]
    attributes: Option<Attributes<'d>>,
    #[serde(default)]
    fictional: bool,
}

impl<'d> From<WireSubject<'d>> for Subject<'d> {
    fn from(wire: WireSubject<'d>) -> Subject<'d> {
        let attributes = wire.attributes.map(|Attributes(list)| list).unwrap_or_default();
        Subject {
            id: Name::Borrowed(wire.id.0),
            name: wire.name.0.into(),
            attributes,
            fictional: wire.fictional,
        }
    }
}

struct Attributes<'d>(Vec<(Name<'d>, Name<'d>)>);

impl<'de: 'd, 'd> Deserialize<'de> for Attributes<'d> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'d> Visitor<'d> for Collect {
            type Value = Attributes<'d>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'d>>(self, mut map: A) -> Result<Attributes<'d>, A::Error> {
                let mut list: Vec<(Name<'d>, Name<'d>)> = Vec::new();
                while let Some((Ident(key), Line(value))) = map.next_entry()? {
                    // an honest subject has a handful; more are left to the other way in
                    if list.len() >= 64 || list.iter().any(|(known, _)| **known == *key) {
                        return Err(serde::de::Error::custom("a key twice, or many"));
                    }
                    list.push((Name::Borrowed(key), value.into()));
                }
                Ok(Attributes(list))
            }
        }
        deserializer.deserialize_map(Collect)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WireWaiver<'d> {
    #[serde(borrow)]
    id: Ident<'d>,
    #[serde(borrow)]
    controls: Vec<Ident<'d>>,
    #[serde(borrow, rename = "reason")]
    _reason: Prose<'d>,
    #[serde(borrow, rename = "approved_by")]
    _approved_by: Line<'d>,
    from: Day,
    until: Day,
}

impl<'d> WireWaiver<'d> {
    fn checked(self, plan: &Compiled) -> Option<Waiver<'d>> {
        if self.controls.is_empty() || self.from.0 > self.until.0 {
            return None;
        }
        let controls =
            self.controls.iter().map(|name| plan.control_named.get(name.0)).collect::<Option<_>>()?;
        Some(Waiver { id: Name::Borrowed(self.id.0), controls, from: self.from.0, until: self.until.0 })
    }
}

/// The evidence, each record turned into what decides as soon as it is read.
struct Records<'p> {
    plan: &'p Compiled,
    /// Of the whole document.
    bytes: usize,
}

impl<'d> DeserializeSeed<'d> for Records<'_> {
    type Value = Option<Evidence<'d>>;

    fn deserialize<D: Deserializer<'d>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'d> Visitor<'d> for Records<'_> {
    type Value = Option<Evidence<'d>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of records")
    }

    fn visit_seq<A: SeqAccess<'d>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut evidence = Evidence::of_document(self.bytes);
        while let Some(record) = list.next_element::<WireRecord<'d>>()? {
            if evidence.add(record, self.plan).is_none() {
                return Err(serde::de::Error::custom("a record with a problem"));
            }
        }
        Ok(Some(evidence))
    }
}
