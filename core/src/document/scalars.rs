//! Reading scalars: text, ids, numbers, dates, words.

use super::node::{Node, Scalar, Value, Written};
use super::reader::{Located, Reader};
use super::wanted::Wanted;
use crate::problem::{Code, listed};
use crate::{Date, Decimal, Duration, Id, Lang, Text, limits};
use std::str::FromStr;

impl Reader {
    /// The text of a scalar that may be read as text.
    fn text_of<'n>(&mut self, node: &'n Node, wanted: Wanted) -> Option<&'n str> {
        match &node.value {
            Value::Scalar(Scalar { text, written: Written::Text | Written::Plain }) => Some(text),
            _ => {
                self.wrong_type(node, wanted);
                None
            }
        }
    }

    /// The text of a text or number, to be read by a type known only from elsewhere.
    pub(crate) fn scalar_text<'n>(&mut self, node: &'n Node) -> Option<&'n str> {
        match &node.value {
            Value::Scalar(Scalar { text, written: Written::Number }) => Some(text),
            _ => self.text_of(node, Wanted::TEXT),
        }
    }

    fn checked_text<'n>(&mut self, node: &'n Node, most: usize, allowed: &[char]) -> Option<&'n str> {
        let text = self.text_of(node, Wanted::TEXT)?;
        if text.is_empty() {
            self.problem(Code::EmptyText, node.spot, &[]);
            return None;
        }
        if text.len() > most && text.chars().count() > most {
            self.problem(Code::TextTooLong, node.spot, &[&most.to_string()]);
            return None;
        }
        if let Some(bad) = text.chars().find(|c| c.is_control() && !allowed.contains(c)) {
            self.problem(Code::InvalidText, node.spot, &[&format!("{:04X}", u32::from(bad))]);
            return None;
        }
        Some(text)
    }

    /// Text on one line.
    pub(crate) fn line(&mut self, node: &Node) -> Option<String> {
        self.checked_text(node, limits::LINE_CHARACTERS, &[]).map(str::to_owned)
    }

    /// Text of any number of lines.
    pub(crate) fn prose(&mut self, node: &Node) -> Option<String> {
        self.prose_text(node).map(str::to_owned)
    }

    fn prose_text<'n>(&mut self, node: &'n Node) -> Option<&'n str> {
        self.checked_text(node, limits::PROSE_CHARACTERS, &['\n', '\t'])
    }

    /// Whether this can be the value of a field, whatever its type: a prose text, a number or a boolean.
    pub(crate) fn is_field_value(&mut self, node: &Node) -> bool {
        match &node.value {
            Value::Scalar(Scalar { written: Written::Number | Written::Boolean, .. }) => true,
            Value::Scalar(Scalar { written: Written::Text | Written::Plain, .. }) => {
                self.prose_text(node).is_some()
            }
            _ => {
                self.wrong_type(node, Wanted::FIELD);
                false
            }
        }
    }

    /// A text in French, English or both.
    pub(crate) fn text(&mut self, node: &Node) -> Option<Text> {
        let mut fields = self.object_like(node, Wanted::BILINGUAL)?;
        let (has_fr, has_en) = (fields.has(Lang::Fr.code()), fields.has(Lang::En.code()));
        let fr = if has_en {
            fields.optional(self, Lang::Fr.code(), Reader::prose)
        } else {
            fields.required(self, Lang::Fr.code(), Reader::prose)
        };
        let en = fields.optional(self, Lang::En.code(), Reader::prose);
        let meant = fields.finish(self);
        let is_meant = |lang: Lang| meant.iter().any(|key| key == lang.code());
        if has_en && !has_fr && !is_meant(Lang::Fr) {
            self.problem(Code::MissingLanguage, node.spot, &["français", "French"]);
        }
        if has_fr && !has_en && !is_meant(Lang::En) {
            self.problem(Code::MissingLanguage, node.spot, &["anglais", "English"]);
        }
        Text::new(fr, en)
    }

    /// A scalar that some type reads from its text, or the problem `code`.
    fn parsed<T: FromStr>(&mut self, node: &Node, wanted: Wanted, code: Code) -> Option<T> {
        let text = self.text_of(node, wanted)?;
        let value = text.parse().ok();
        if value.is_none() {
            self.problem(code, node.spot, &[text]);
        }
        value
    }

    pub(crate) fn id(&mut self, node: &Node) -> Option<Id> {
        self.parsed(node, Wanted::TEXT, Code::InvalidId)
    }

    pub(crate) fn located_id(&mut self, node: &Node) -> Option<Located<Id>> {
        Some(Located { value: self.id(node)?, spot: node.spot })
    }

    pub(crate) fn date(&mut self, node: &Node) -> Option<Date> {
        self.parsed(node, Wanted::DATE, Code::InvalidDate)
    }

    pub(crate) fn duration(&mut self, node: &Node) -> Option<Duration> {
        self.parsed(node, Wanted::DURATION, Code::InvalidDuration)
    }

    /// A number: a JSON number, or text that is one (E1.2).
    pub(crate) fn decimal(&mut self, node: &Node) -> Option<Decimal> {
        let Value::Scalar(Scalar { text, written: Written::Text | Written::Plain | Written::Number }) =
            &node.value
        else {
            self.wrong_type(node, Wanted::NUMBER);
            return None;
        };
        if text.len() > limits::LINE_CHARACTERS {
            self.problem(Code::TextTooLong, node.spot, &[&limits::LINE_CHARACTERS.to_string()]);
            return None;
        }
        self.mark_decimal(node.spot);
        match text.parse() {
            Ok(number) => Some(number),
            Err(crate::InvalidDecimal::TooPrecise) => {
                self.problem(Code::NumberTooPrecise, node.spot, &[text]);
                None
            }
            Err(_) => {
                self.problem(Code::InvalidNumber, node.spot, &[text]);
                None
            }
        }
    }

    pub(crate) fn integer(&mut self, node: &Node) -> Option<Decimal> {
        let number = self.decimal(node)?;
        if !number.is_integer() {
            self.problem(Code::NotAnInteger, node.spot, &[&number.to_string()]);
            return None;
        }
        Some(number)
    }

    /// A whole number of at least 0.
    pub(crate) fn natural(&mut self, node: &Node) -> Option<Decimal> {
        let number = self.integer(node)?;
        if number.to_rational().is_negative() {
            self.problem(Code::NumberOutOfRange, node.spot, &[&number.to_string(), "≥ 0"]);
            return None;
        }
        Some(number)
    }

    /// A whole number of at least 0 that is no text.
    pub(crate) fn tally(&mut self, node: &Node) -> Option<Decimal> {
        if matches!(&node.value, Value::Scalar(Scalar { written: Written::Text, .. })) {
            self.wrong_type(node, Wanted::NUMBER);
            return None;
        }
        self.natural(node)
    }

    pub(crate) fn sha256(&mut self, node: &Node) -> Option<String> {
        let text = self.line(node)?;
        let digits =
            text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        if !digits {
            self.problem(Code::InvalidSha256, node.spot, &[&text]);
        }
        digits.then_some(text)
    }

    pub(crate) fn boolean(&mut self, node: &Node) -> Option<bool> {
        let read = match &node.value {
            Value::Scalar(Scalar { text, written: Written::Boolean | Written::Plain }) => match text.as_str()
            {
                "true" => Some(true),
                "false" => Some(false),
                _ => None,
            },
            _ => None,
        };
        if read.is_none() {
            self.wrong_type(node, Wanted::BOOLEAN);
        } else {
            self.mark_boolean(node.spot);
        }
        read
    }

    /// One of a few words.
    pub(crate) fn word<T: Copy>(&mut self, node: &Node, words: &[(&str, T)]) -> Option<T> {
        let text = self.text_of(node, Wanted::TEXT)?;
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            let names = || words.iter().map(|(word, _)| *word);
            let near = self.nearest(text, names());
            self.problem(Code::UnknownValue, node.spot, &[text, &listed(names()), &near]);
        }
        found
    }
}
