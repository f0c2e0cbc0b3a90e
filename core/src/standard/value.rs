//! Values of typed fields: what a record's `data` holds and what a test's `where` compares with (E2.5, E2.6).

use crate::document::{Node, Reader, Value, Wanted};
use crate::name::Name;
use crate::problem::listed;
use crate::standard::model::{Field, FieldType, ParameterType, Setting, SettingValue};
use crate::{Date, Rational};

/// Its text may be that of the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum FieldValue<'d> {
    Text(Name<'d>),
    Number(Rational),
    Boolean(bool),
    Date(Date),
}

impl FieldType {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            FieldType::Text => "text",
            FieldType::Integer => "integer",
            FieldType::Decimal => "decimal",
            FieldType::Boolean => "boolean",
            FieldType::Date => "date",
            FieldType::OneOf => "one-of",
        }
    }

    fn wanted(self) -> Wanted {
        match self {
            FieldType::Text | FieldType::OneOf => Wanted::TEXT,
            FieldType::Integer => Wanted::INTEGER,
            FieldType::Decimal => Wanted::NUMBER,
            FieldType::Boolean => Wanted::BOOLEAN,
            FieldType::Date => Wanted::DATE,
        }
    }
}

/// Read a value by the type of its field; another scalar is a `type-mismatch`, since no schema of the format can see it.
pub(crate) fn field_value(reader: &mut Reader, node: &Node, field: &Field) -> Option<FieldValue<'static>> {
    if !reader.is_field_value(node) {
        return None;
    }
    let mut attempt = Reader::probe();
    let value = match field.of {
        FieldType::Text => attempt.prose(node).map(|text| FieldValue::Text(text.into())),
        FieldType::Integer => attempt.integer(node).map(|number| FieldValue::Number(number.to_rational())),
        FieldType::Decimal => attempt.decimal(node).map(|number| FieldValue::Number(number.to_rational())),
        FieldType::Boolean => attempt.boolean(node).map(FieldValue::Boolean),
        FieldType::Date => attempt.date(node).map(FieldValue::Date),
        FieldType::OneOf => attempt
            .id(node)
            .filter(|word| field.values.iter().any(|(value, _)| value.value == *word))
            .map(|word| FieldValue::Text(word.as_str().into())),
    };
    match field.of {
        FieldType::Integer | FieldType::Decimal => reader.mark_decimal(node.spot),
        FieldType::Boolean => reader.mark_boolean(node.spot),
        _ => {}
    }
    if value.is_none() {
        let text = if let Value::Scalar(scalar) = &node.value { scalar.text.as_str() } else { "" };
        if field.of == FieldType::OneOf {
            let words = listed(field.values.iter().map(|(value, _)| value.value.as_str()));
            let (fr, en) = (format!("un de ces mots : {words}"), format!("one of these words: {words}"));
            reader.type_mismatch(node.spot, text, field.of.as_str(), (&fr, &en));
        } else {
            reader.type_mismatch(node.spot, text, field.of.as_str(), field.of.wanted().write);
        }
    }
    value
}

impl ParameterType {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            ParameterType::Integer => "integer",
            ParameterType::Decimal => "decimal",
            ParameterType::Date => "date",
            ParameterType::Duration => "duration",
        }
    }

    pub(crate) fn wanted(self) -> Wanted {
        match self {
            ParameterType::Integer => Wanted::INTEGER,
            ParameterType::Decimal => Wanted::NUMBER,
            ParameterType::Date => Wanted::DATE,
            ParameterType::Duration => Wanted::DURATION,
        }
    }

    /// Read a setting's text.
    pub(crate) fn parse(self, text: &str) -> Option<Setting> {
        if text.len() > crate::limits::LINE_CHARACTERS {
            return None;
        }
        let (text, value) = match self {
            ParameterType::Date => (text.to_owned(), SettingValue::Date(text.parse().ok()?)),
            ParameterType::Duration => (text.to_owned(), SettingValue::Duration(text.parse().ok()?)),
            ParameterType::Integer | ParameterType::Decimal => {
                let number: crate::Decimal = text.parse().ok()?;
                if self == ParameterType::Integer && !number.is_integer() {
                    return None;
                }
                (number.to_string(), SettingValue::Number(number.to_rational()))
            }
        };
        Some(Setting { text, value })
    }
}

impl SettingValue {
    /// Whether this lies within the bounds; durations of another family never do.
    pub(crate) fn within(&self, min: &SettingValue, max: &SettingValue) -> bool {
        match (min, self, max) {
            (SettingValue::Number(min), SettingValue::Number(value), SettingValue::Number(max)) => {
                min <= value && value <= max
            }
            (SettingValue::Date(min), SettingValue::Date(value), SettingValue::Date(max)) => {
                min <= value && value <= max
            }
            (SettingValue::Duration(min), SettingValue::Duration(value), SettingValue::Duration(max)) => {
                min <= value && value <= max
            }
            _ => false,
        }
    }
}
