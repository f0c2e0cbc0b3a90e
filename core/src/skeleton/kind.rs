//! The models of records of a kind.

use super::dossier::{EXAMPLE, Form, RECORD};
use super::sheet::scalar;
use super::words;
use crate::standard::model::{Field, FieldType, Kind};
use std::collections::BTreeSet;

impl Form<'_> {
    /// A model record for each kind that the plan tests.
    pub(super) fn kinds(&mut self) {
        let plan = &self.view.plan.0;
        let planned: BTreeSet<usize> =
            plan.planned().flat_map(|(_, control)| control.criteria.clone()).collect();
        let mut first = true;
        for (kind, tested) in self.view.model().kinds.iter().zip(&plan.kinds) {
            let tests: Vec<String> = tested
                .tests
                .iter()
                .filter(|test| planned.contains(test))
                .filter_map(|test| Some(plan.criteria.get(*test)?.id.to_string()))
                .collect();
            if tests.is_empty() {
                continue;
            }
            if std::mem::take(&mut first) {
                self.banner("══", &words::KINDS.say(self.lang));
                self.say(RECORD, words::KINDS_HOW, &[]);
                self.say(RECORD, words::COMPLETE, &[]);
            }
            self.kind(kind, &tests);
        }
    }

    fn kind(&mut self, kind: &Kind, tests: &[String]) {
        self.titled(kind.id.value.as_str(), &kind.title);
        self.say(RECORD, words::SERVES, &[&tests.join(", ")]);
        let id = self.new_id("entry");
        self.sheet.line(EXAMPLE, &format!("- id: {id}"));
        let inside = format!("{EXAMPLE}  ");
        self.dated(&inside, &format!("kind: {}", scalar(kind.id.value.as_str())));
        self.sheet.line(&inside, "data:");
        let inside = format!("{inside}  ");
        for field in &kind.fields {
            let mut says = words::FIELD.with(self.lang, &[&self.text(&field.title), &self.takes(field)]);
            if kind.key.iter().any(|key| key.value == field.id.value) {
                says = words::KEY.with(self.lang, &[&says]);
            }
            self.sheet.say(&inside, &says);
            let value = self.example(field);
            self.sheet.line(&inside, &format!("{}: {value}", scalar(field.id.value.as_str())));
        }
    }

    /// The type of a field, its unit, its words.
    fn takes(&self, field: &Field) -> String {
        let mut takes = words::field_type(field.of).say(self.lang);
        if let Some(unit) = &field.unit {
            takes = format!("{takes} ({})", self.text(unit));
        }
        let values: Vec<String> = field
            .values
            .iter()
            .map(|(id, title)| match title {
                Some(title) => format!("{} ({})", scalar(id.value.as_str()), self.text(title)),
                None => scalar(id.value.as_str()),
            })
            .collect();
        if values.is_empty() { takes } else { words::FIELD.with(self.lang, &[&takes, &values.join(", ")]) }
    }

    /// A value that the field takes.
    fn example(&self, field: &Field) -> String {
        match field.of {
            FieldType::Text => "\"…\"".to_owned(),
            FieldType::Integer => "1".to_owned(),
            FieldType::Decimal => "1.5".to_owned(),
            FieldType::Boolean => "true".to_owned(),
            FieldType::Date => self.as_of.clone(),
            FieldType::OneOf => {
                field.values.first().map_or_else(|| "\"…\"".to_owned(), |(id, _)| scalar(id.value.as_str()))
            }
        }
    }
}
