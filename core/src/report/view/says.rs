//! What a record says, in words.

use super::{Record, View};
use crate::Text;
use crate::audit::result::{Finding, RecordResult, State};
use crate::audit::{Reason, Verdict};
use crate::report::format;
use crate::report::phrase::{Phrase, Piece};
use crate::report::view::records::Datum;
use crate::report::words;
use crate::standard::model::{Ask, Field, FieldType};

impl View<'_> {
    /// What the record states: an answer by its title, a value with its unit, a sample, or a sheet of data.
    pub(crate) fn says(&self, record: &Record) -> Phrase {
        if let Some(answer) = &record.answer {
            return match answer.as_str() {
                "unknown" => Phrase::words(words::ANSWER_UNKNOWN.say(self.lang)),
                "not-applicable" => Phrase::words(words::ANSWER_NOT_APPLICABLE.say(self.lang)),
                answer => {
                    self.answer_title(record, answer).map_or_else(|| Phrase::data(answer), |it| self.text(it))
                }
            };
        }
        if let Some(value) = &record.value {
            let mut out = vec![Piece::number(self.lang, value)];
            if let Some(unit) = self.unit(record) {
                out.push(Piece::Words("\u{a0}".to_owned()));
                out.push(Piece::text(self.lang, unit));
            }
            return Phrase(out);
        }
        if let Some(sample) = &record.sample {
            let parts = [&sample.checked, &sample.population, &sample.exceptions];
            return words::SAMPLE
                .fill(self.lang, parts.map(|count| Phrase(vec![Piece::number(self.lang, count)])));
        }
        let fields = self.data(record).into_iter().map(|(title, value)| {
            let parts = [title, value];
            words::FIELD_VALUE.fill(self.lang, parts)
        });
        Phrase::join(fields, "\u{a0}· ")
    }

    /// The fields of a record of data, in the order of its kind: titles and values.
    pub(crate) fn data(&self, record: &Record) -> Vec<(Phrase, Phrase)> {
        let kind = record.kind.as_deref().and_then(|kind| self.model().kind(kind));
        let fields = kind.map_or(&[][..], |kind| &kind.fields);
        fields
            .iter()
            .filter_map(|field| {
                let datum = record.data.get(field.id.value.as_str())?;
                Some((self.text(&field.title), self.datum(field, datum)))
            })
            .collect()
    }

    fn datum(&self, field: &Field, datum: &Datum) -> Phrase {
        match (datum, field.of) {
            (Datum::Boolean(yes), _) => {
                Phrase::words(if *yes { words::YES } else { words::NO }.say(self.lang))
            }
            (Datum::Text(text), FieldType::Integer | FieldType::Decimal) => {
                self.amount(&format::rational(text), field.unit.as_ref())
            }
            (Datum::Text(text), FieldType::Date) => Phrase(vec![Piece::iso(text)]),
            (Datum::Text(text), FieldType::OneOf) => {
                let value = field.values.iter().find(|(id, _)| id.value.as_str() == text);
                let title = value.and_then(|(_, title)| title.as_ref());
                title.map_or_else(|| Phrase::data(text), |title| self.text(title))
            }
            (Datum::Text(text), _) => Phrase::data(text),
        }
    }

    /// The criteria that a record names, itself or through their control.
    fn named<'v>(&'v self, record: &'v Record) -> impl Iterator<Item = &'v Ask> {
        let by_id =
            record.criterion.as_slice().iter().filter_map(|id| self.criterion(id)).map(|it| &it.written.ask);
        let controls = record.control.as_slice().iter().filter_map(|id| self.control(id));
        by_id.chain(controls.flat_map(|it| it.written.criteria.iter().map(|criterion| &criterion.ask)))
    }

    fn answer_title<'v>(&'v self, record: &'v Record, answer: &str) -> Option<&'v Text> {
        self.named(record).find_map(|ask| {
            let Ask::Answer(scale) = ask else { return None };
            let answers = &self.model().scale_of(scale.value.as_str())?.answers;
            answers.iter().find(|it| it.id.value.as_str() == answer).map(|it| &it.title)
        })
    }

    fn unit<'v>(&'v self, record: &'v Record) -> Option<&'v Text> {
        self.named(record).find_map(|ask| match ask {
            Ask::Value { unit, .. } => unit.as_ref(),
            _ => None,
        })
    }

    /// What becomes of a record for a criterion: the state, and why where it is set aside.
    pub(crate) fn fate(&self, result: &RecordResult) -> (String, Vec<String>) {
        let reasons = match result.state {
            State::SetAside => result.reasons.iter().map(|code| self.reason(code)).collect(),
            State::Stands | State::Displaced => Vec::new(),
        };
        (words::state(result.state).say(self.lang), reasons)
    }

    /// The reasons of a finding that bear on its verdict, as sentences. Where the verdict is decided, what one of its criteria
    /// lacks no longer matters; that sources or claims disagree always does.
    pub(crate) fn telling(&self, finding: &Finding) -> Vec<String> {
        let disagree =
            [Reason::ClaimContradicted, Reason::ConflictingEvidence, Reason::NotApplicableContested];
        let undecided = finding.verdict == Verdict::Undetermined;
        let bears = |code: &&String| undecided || disagree.iter().any(|reason| reason.as_str() == *code);
        finding.reasons.iter().filter(bears).map(|code| self.reason(code)).collect()
    }

    /// A reason as a sentence; the code itself where it is of a later version.
    pub(crate) fn reason(&self, code: &str) -> String {
        words::reason(code).map_or_else(|| code.to_owned(), |word| word.say(self.lang))
    }

    /// What the record alone comes to: its degree, or whether the conditions of the test hold for it.
    pub(crate) fn alone(&self, result: &RecordResult) -> Option<String> {
        if let Some(degree) = &result.degree {
            return Some(words::DEGREE.with(self.lang, &[&self.degree(degree)]));
        }
        let word = match result.holds.as_deref()? {
            "true" => words::CONDITIONS_HOLD,
            "false" => words::CONDITIONS_FAIL,
            _ => words::CONDITIONS_UNKNOWN,
        };
        Some(word.say(self.lang))
    }
}
