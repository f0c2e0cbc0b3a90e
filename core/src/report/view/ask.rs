//! What a criterion asks, and how those of a control combine, in words.

use super::{ControlView, CriterionView, View};
use crate::report::format;
use crate::report::phrase::{Phrase, Piece};
use crate::report::words;
use crate::standard::model::{Ask, Field, FieldType, Kind, Op};
use crate::standard::plan::{Combination, PlanAsk, PlanCondition, PlanOver};
use crate::standard::value::FieldValue;
use crate::{Assurance, Id, Rational, Text};

impl View<'_> {
    /// What the criterion asks: the answers with their degrees, the range of a value, or the conditions of a test.
    pub(crate) fn asks(&self, criterion: CriterionView<'_>) -> Phrase {
        match (&criterion.written.ask, &criterion.planned.ask) {
            (Ask::Answer(scale), _) => self.asks_answer(&scale.value),
            (Ask::Value { unit, .. }, PlanAsk::Value { min, max, better, .. }) => {
                let parts = [self.amount(min, None), self.amount(max, unit.as_ref())];
                let better = Phrase::words(words::better(*better).say(self.lang));
                words::ASKS_VALUE.fill(self.lang, parts.into_iter().chain([better]))
            }
            (_, PlanAsk::Test { kind, conditions, over }) => match self.model().kinds.get(*kind) {
                Some(kind) => self.asks_test(kind, conditions, over),
                None => Phrase::default(),
            },
            _ => Phrase::default(),
        }
    }

    fn asks_answer(&self, scale: &Id) -> Phrase {
        let answers = self.model().scale_of(scale.as_str()).map_or(&[][..], |scale| &scale.answers);
        let answers = answers.iter().map(|answer| {
            let parts = [self.text(&answer.title), self.amount(&answer.degree, None)];
            words::ANSWER_WITH_DEGREE.fill(self.lang, parts)
        });
        words::ASKS_ANSWER.fill(self.lang, [Phrase::join(answers, ", ")])
    }

    fn asks_test(&self, kind: &Kind, conditions: &[PlanCondition], over: &PlanOver) -> Phrase {
        let title = self.text(&kind.title);
        let conditions: Vec<Phrase> = conditions.iter().filter_map(|it| self.condition(kind, it)).collect();
        let all = Phrase::join(conditions, &words::AND.say(self.lang));
        let conditions =
            if all.0.is_empty() { Phrase::words(words::NO_CONDITION.say(self.lang)) } else { all };
        let (word, amount) = match over {
            PlanOver::Every => (words::TEST_EVERY, None),
            PlanOver::Count(n) if *n == Rational::ONE => (words::TEST_SOME, None),
            PlanOver::Count(n) => (words::TEST_COUNT, Some(self.amount(n, None))),
            PlanOver::Share(share) => {
                (words::TEST_SHARE, Some(Phrase::words(format::percent(self.lang, share))))
            }
        };
        word.fill(self.lang, amount.into_iter().chain([title, conditions]))
    }

    fn condition(&self, kind: &Kind, condition: &PlanCondition) -> Option<Phrase> {
        let field = kind.fields.get(condition.field)?;
        let mut values: Vec<Phrase> = condition
            .values
            .iter()
            .map(|value| match (value, self.field_value(field, value)) {
                // a word of a list or a text stands as it is written
                (FieldValue::Text(_), value) => words::QUOTED.fill(self.lang, [value]),
                (_, value) => value,
            })
            .collect();
        let word = match condition.op {
            Op::Equals => words::IS,
            Op::OneOf => {
                values = vec![Phrase::join(values, &words::OR.say(self.lang))];
                words::IS
            }
            Op::Present => words::IS_PRESENT,
            Op::AtLeast if field.of == FieldType::Date => words::IS_FROM,
            Op::AtMost if field.of == FieldType::Date => words::IS_UNTIL,
            Op::AtLeast => words::IS_AT_LEAST,
            Op::AtMost => words::IS_AT_MOST,
            Op::Before => words::IS_BEFORE,
            Op::After => words::IS_AFTER,
        };
        Some(word.fill(self.lang, [self.text(&field.title)].into_iter().chain(values)))
    }

    /// The value of a field: a word of a list by its title, a number with its unit, a date in prose.
    pub(crate) fn field_value(&self, field: &Field, value: &FieldValue) -> Phrase {
        match value {
            FieldValue::Text(text) if field.of == FieldType::OneOf => {
                let title = field
                    .values
                    .iter()
                    .find(|(id, _)| id.value == **text)
                    .and_then(|(_, title)| title.as_ref());
                title.map_or_else(|| Phrase::data(&**text), |title| self.text(title))
            }
            FieldValue::Text(text) => Phrase::data(&**text),
            FieldValue::Number(number) => self.amount(number, field.unit.as_ref()),
            FieldValue::Boolean(yes) => {
                Phrase::words(if *yes { words::YES } else { words::NO }.say(self.lang))
            }
            FieldValue::Date(date) => Phrase::words(format::date(self.lang, &date.to_string())),
        }
    }

    /// An exact number with its unit.
    pub(crate) fn amount(&self, number: &Rational, unit: Option<&Text>) -> Phrase {
        let exact = number.to_string();
        let mut out = vec![Piece::number(self.lang, &exact)];
        if let Some(unit) = unit {
            out.push(Piece::Words("\u{a0}".to_owned()));
            out.push(Piece::text(self.lang, unit));
        }
        Phrase(out)
    }

    /// How the criteria of a control are combined.
    pub(crate) fn combination(&self, control: ControlView<'_>) -> String {
        let combine = &control.planned.combine;
        let k = if let Combination::AtLeast(k) = combine { k.to_string() } else { String::new() };
        words::combine(combine).with(self.lang, &[&k])
    }

    /// How long a proof counts and how well it must be assured, where the criterion says so.
    pub(crate) fn demands(&self, criterion: CriterionView<'_>) -> Vec<Phrase> {
        let age = criterion
            .planned
            .max_age
            .map(|age| words::MAX_AGE.fill(self.lang, [Phrase::words(format::duration(self.lang, age))]));
        let least =
            Some(criterion.planned.assurance).filter(|least| *least > Assurance::Declared).map(|least| {
                words::LEAST_ASSURANCE
                    .fill(self.lang, [Phrase::words(words::assurance(least).say(self.lang))])
            });
        age.into_iter().chain(least).collect()
    }
}
