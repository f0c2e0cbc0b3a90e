//! The fields of a typed record (E2.5), read by the type that the standard gives them.

use super::scalars::{Day, Ident, Number, Prose, Whole};
use crate::name::Name;
use crate::standard::model::{Field, FieldType, Kind};
use crate::standard::plan::PlanKind;
use crate::standard::value::FieldValue;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use std::fmt;

/// Add the fields of a record to `values`, one for each field of its kind; `None` where something is wrong with them.
pub(super) fn read<'d>(
    json: &'d str,
    kind: &Kind,
    planned: &PlanKind,
    values: &mut Vec<Option<FieldValue<'d>>>,
) -> Option<()> {
    let first = values.len();
    values.resize(first + kind.fields.len(), None);
    let own = values.get_mut(first..)?;
    Fields { kind, values: own }.deserialize(&mut serde_json::Deserializer::from_str(json)).ok()?;
    planned.key.iter().all(|field| own.get(*field).is_some_and(Option::is_some)).then_some(())
}

struct Fields<'v, 'd> {
    kind: &'v Kind,
    values: &'v mut [Option<FieldValue<'d>>],
}

impl<'d> DeserializeSeed<'d> for Fields<'_, 'd> {
    type Value = ();

    fn deserialize<D: Deserializer<'d>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'d> Visitor<'d> for Fields<'_, 'd> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'d>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(Ident(key)) = map.next_key()? {
            let at = self.kind.fields.iter().position(|field| field.id.value == *key);
            let slot = at.and_then(|at| Some((self.kind.fields.get(at)?, self.values.get_mut(at)?)));
            let Some((field, slot)) = slot.filter(|(_, slot)| slot.is_none()) else {
                return Err(A::Error::custom("unknown field, or twice"));
            };
            *slot = Some(map.next_value_seed(Typed(field))?);
        }
        Ok(())
    }
}

/// A value of this field.
struct Typed<'v>(&'v Field);

impl<'d> DeserializeSeed<'d> for Typed<'_> {
    type Value = FieldValue<'d>;

    fn deserialize<D: Deserializer<'d>>(self, deserializer: D) -> Result<FieldValue<'d>, D::Error> {
        Ok(match self.0.of {
            FieldType::Text => FieldValue::Text(Prose::deserialize(deserializer)?.0.into()),
            FieldType::Integer => FieldValue::Number(Whole::deserialize(deserializer)?.0),
            FieldType::Decimal => FieldValue::Number(Number::deserialize(deserializer)?.0),
            FieldType::Boolean => FieldValue::Boolean(bool::deserialize(deserializer)?),
            FieldType::Date => FieldValue::Date(Day::deserialize(deserializer)?.0),
            FieldType::OneOf => {
                let Ident(word) = Ident::deserialize(deserializer)?;
                if self.0.values.iter().all(|(value, _)| value.value != *word) {
                    return Err(D::Error::custom("no such word"));
                }
                FieldValue::Text(Name::Borrowed(word))
            }
        })
    }
}
