//! The records about controls: one for each criterion, and a model of them all.

use super::dossier::{EXAMPLE, Form, RECORD};
use super::sheet::scalar;
use super::words;
use crate::report::view::{ControlView, CriterionView};
use crate::standard::model::{Ask, Exclusion, Over, Scale};
use crate::standard::plan::PlanAsk;
use crate::{Assurance, Decimal, Rational};

impl Form<'_> {
    /// A record with every key that it may have.
    pub(super) fn model_record(&mut self) {
        let forbidden = self.view.model().exclusion == Exclusion::Forbid;
        let applicable = if forbidden { words::NEVER_NOT_APPLICABLE } else { words::NOT_APPLICABLE };
        for word in [words::RECORD, words::SAYS_ONE, applicable] {
            self.say(RECORD, word, &[]);
        }
        let plan = &self.view.plan.0;
        let criteria = plan.planned().filter_map(|(_, it)| plan.criteria.get(it.criteria.clone())).flatten();
        let criteria: Vec<CriterionView<'_>> =
            criteria.filter_map(|it| self.view.criterion(it.id.as_str())).collect();
        let said = criteria.iter().find_map(|it| Some((*it, self.statement(*it)?)));
        let unknown = || Some((*criteria.first()?, "answer: unknown".to_owned()));
        let Some((criterion, says)) = said.or_else(unknown) else { return };
        let id = self.new_id("example");
        self.sheet.line(EXAMPLE, &format!("- id: {id}"));
        let inside = format!("{EXAMPLE}  ");
        self.sheet.line(&inside, &format!("criterion: {}", scalar(criterion.planned.id.as_str())));
        self.dated(&inside, &says);
        self.say(&inside, words::ASSURANCE, &[]);
        self.sheet.line(&inside, "assurance: documented");
        self.sheet.line(&inside, "method: examine");
        self.sheet.line(&inside, "source: {id: \"…\", title: \"…\", uri: \"…\", locator: \"…\"}");
        self.sheet.line(&inside, "by: \"…\"");
        self.say(&inside, words::EXPIRES, &[]);
        self.sheet.line(&inside, &format!("expires: {}", self.as_of));
        self.sheet.line(&inside, "remark: \"…\"");
    }

    /// What a record may say of a criterion that takes an answer or a value.
    fn statement(&self, criterion: CriterionView<'_>) -> Option<String> {
        match (&criterion.written.ask, &criterion.planned.ask) {
            (Ask::Answer(scale), _) => {
                let answer = self.view.model().scale_of(scale.value.as_str())?.answers.last()?;
                Some(format!("answer: {}", scalar(answer.id.value.as_str())))
            }
            (_, PlanAsk::Value { min, max, .. }) => Some(format!("value: {}", within(min, max)?)),
            _ => None,
        }
    }

    pub(super) fn control(&mut self, control: ControlView<'_>) {
        let (written, planned) = (control.written, control.planned);
        self.titled(written.id.value.as_str(), &written.title);
        for (word, text) in [(words::REQUIREMENT, &written.requirement), (words::PROOF, &written.proof)] {
            if let Some(text) = text {
                self.say(RECORD, word, &[&self.text(text)]);
            }
        }
        if !planned.in_force {
            self.say(RECORD, words::NOT_IN_FORCE, &[&self.as_of.clone()]);
        }
        let alone = written.criteria.len() == 1;
        for (index, criterion) in written.criteria.iter().enumerate() {
            if index > 0 {
                self.sheet.blank();
            }
            let Some(criterion) = self.view.criterion(criterion.id.value.as_str()) else { continue };
            let named = if alone {
                ("control", written.id.value.as_str())
            } else {
                ("criterion", criterion.planned.id.as_str())
            };
            self.criterion(criterion, named);
        }
    }

    /// A record that says that nobody knows, with what may be said in its place.
    fn criterion(&mut self, criterion: CriterionView<'_>, (key, name): (&str, &str)) {
        if let Some(title) = &criterion.written.title {
            self.say(RECORD, words::CRITERION, &[&self.text(title)]);
        }
        match &criterion.written.ask {
            Ask::Answer(scale) => {
                if let Some(scale) = self.view.model().scale_of(scale.value.as_str()) {
                    let answers = self.answers(scale);
                    self.say(RECORD, words::ANSWERS, &[&answers]);
                }
            }
            _ => {
                let asked = self.view.asks(criterion).plain();
                self.say(RECORD, words::ASKED, &[&asked]);
            }
        }
        for demand in self.view.demands(criterion) {
            self.sheet.say(RECORD, &demand.plain());
        }
        if let PlanAsk::Test { kind, .. } = &criterion.planned.ask
            && let Some(kind) = self.view.model().kinds.get(*kind)
        {
            self.say(RECORD, words::THINGS, &[&self.text(&kind.title), kind.id.value.as_str()]);
        }
        let id = criterion.planned.id.as_str();
        self.sheet.line(RECORD, &format!("- id: {}", scalar(id)));
        let inside = format!("{RECORD}  ");
        self.sheet.line(&inside, &format!("{key}: {}", scalar(name)));
        self.dated(&inside, "answer: unknown");
        self.instead(criterion);
        let least = criterion.planned.assurance;
        if least > Assurance::Declared {
            self.sheet.line(&format!("{inside}# "), &format!("assurance: {}", least.as_str()));
        }
    }

    /// What may stand in place of the answer of a record.
    fn instead(&mut self, criterion: CriterionView<'_>) {
        let inside = format!("{RECORD}  ");
        let offered = match &criterion.written.ask {
            Ask::Value { .. } => self.statement(criterion).map(|value| (words::INSTEAD, value)),
            Ask::Test { over: Over::Every | Over::Share(_), .. } => {
                Some((words::SAMPLE, "sample: {checked: 20, population: 150, exceptions: 2}".to_owned()))
            }
            _ => None,
        };
        if let Some((word, yaml)) = offered {
            self.say(&inside, word, &[]);
            self.sheet.line(&format!("{inside}# "), &yaml);
        }
    }

    /// `"no" (Non), partial (Partiellement)`.
    fn answers(&self, scale: &Scale) -> String {
        let answers = scale.answers.iter();
        let answers =
            answers.map(|it| format!("{} ({})", scalar(it.id.value.as_str()), self.text(&it.title)));
        answers.collect::<Vec<_>>().join(", ")
    }
}

/// A value of the range as a document writes it: an end of it that needs no more digits than a document may have.
fn within(min: &Rational, max: &Rational) -> Option<String> {
    let fits = |text: &String| {
        text.parse::<Decimal>().is_ok_and(|value| {
            let value = value.to_rational();
            *min <= value && value <= *max
        })
    };
    [min, max].map(ToString::to_string).into_iter().find(fits)
}
