//! The dossier to begin with, for the controls of one plan.

use super::sheet::{Sheet, scalar};
use super::words;
use crate::report::phrase::Phrase;
use crate::report::view::View;
use crate::report::words::{Word, subject};
use crate::{Lang, Text};
use std::collections::BTreeSet;

/// Before a record, and before an example of one.
pub(super) const RECORD: &str = "  ";
pub(super) const EXAMPLE: &str = "  # ";

pub(super) fn write(view: &View<'_>) -> String {
    let mut form = Form {
        view,
        lang: view.lang,
        as_of: view.plan.0.options.as_of.to_string(),
        taken: view.plan.0.criteria.iter().map(|it| it.id.to_string()).collect(),
        sheet: Sheet::default(),
    };
    form.head();
    form.subject();
    form.evidence();
    form.kinds();
    form.waivers();
    form.sheet.finish()
}

pub(super) struct Form<'v> {
    pub(super) view: &'v View<'v>,
    pub(super) lang: Lang,
    pub(super) as_of: String,
    /// Ids of records.
    taken: BTreeSet<String>,
    pub(super) sheet: Sheet,
}

impl Form<'_> {
    pub(super) fn say(&mut self, prefix: &str, word: Word, parts: &[&str]) {
        self.sheet.say(prefix, &word.with(self.lang, parts));
    }

    pub(super) fn text(&self, text: &Text) -> String {
        Phrase::text(self.lang, text).plain()
    }

    fn head(&mut self) {
        let model = self.view.model();
        self.say("", words::TITLE, &[&self.text(&model.title), &model.edition]);
        let profile = self.view.profile();
        if let Some(profile) = profile {
            self.say("", words::OF_PROFILE, &[&self.text(&profile.title), profile.id.value.as_str()]);
        }
        self.say("", words::LINES, &[]);
        self.say("", words::AS_IT_STANDS, &[&self.as_of.clone()]);
        for step in words::STEPS {
            self.say("", step, &[]);
        }
        // what a shell would not take as it is, nobody is told to copy
        let plain = profile.map(|it| it.id.value.as_str()).filter(|id| scalar(id) == *id);
        let profile = plain.map(|id| format!(" --profile {id}")).unwrap_or_default();
        for command in [words::CHECK, words::AUDIT] {
            let command = command.with(self.lang, &[&self.as_of, &profile]);
            self.sheet.line("##", &command);
        }
        self.sheet.blank();
        let (id, edition) = (scalar(model.id.as_str()), scalar(&model.edition));
        self.sheet.line("", &format!("standard: {{id: {id}, edition: {edition}}}"));
    }

    fn subject(&mut self) {
        let kinds: Vec<String> =
            self.view.model().subject.iter().map(|kind| subject(*kind).say(self.lang)).collect();
        self.sheet.blank();
        self.say("", words::SUBJECT, &[&kinds.join(", ")]);
        self.sheet.line("", "subject:");
        self.sheet.line(RECORD, "id: subject");
        self.sheet.line(RECORD, "name: \"…\"");
        self.sheet.line(EXAMPLE, "attributes: {region: \"…\"}");
        self.say(RECORD, words::FICTIONAL, &[]);
        self.sheet.line(EXAMPLE, "fictional: true");
    }

    fn evidence(&mut self) {
        self.sheet.blank();
        self.sheet.line("", "evidence:");
        self.model_record();
        let plan = &self.view.plan.0;
        let mut parent = None;
        for (_, control) in plan.planned() {
            if parent.replace(control.parent) != Some(control.parent)
                && let Some(group) = plan.groups.get(control.parent)
            {
                let path = self.view.path(group.id.as_str());
                let titles: Vec<String> = path.iter().map(|group| self.text(&group.title)).collect();
                self.banner("══", &titles.join(" › "));
            }
            if let Some(control) = self.view.control(control.id.as_str()) {
                self.control(control);
            }
        }
    }

    pub(super) fn banner(&mut self, rule: &str, title: &str) {
        self.sheet.blank();
        self.sheet.say(RECORD, &format!("{rule} {title} {rule}"));
    }

    pub(super) fn titled(&mut self, id: &str, title: &Text) {
        let named = words::FIELD.with(self.lang, &[id, &self.text(title)]);
        self.banner("──", &named);
    }

    /// The date of a record, and what it says.
    pub(super) fn dated(&mut self, prefix: &str, says: &str) {
        self.sheet.line(prefix, &format!("observed: {}", self.as_of));
        self.sheet.line(prefix, says);
    }

    /// An id that no record has.
    pub(super) fn new_id(&mut self, name: &str) -> String {
        let mut number = 1_usize;
        loop {
            let id = format!("{name}-{number}");
            if self.taken.insert(id.clone()) {
                return id;
            }
            number += 1;
        }
    }

    fn waivers(&mut self) {
        let plan = &self.view.plan.0;
        let Some((_, control)) = plan.planned().next() else { return };
        self.sheet.blank();
        self.say("", words::WAIVERS, &[]);
        for line in [
            "waivers:".to_owned(),
            "  - id: waiver-1".to_owned(),
            format!("    controls: [{}]", scalar(control.id.as_str())),
            "    reason: \"…\"".to_owned(),
            "    approved_by: \"…\"".to_owned(),
            format!("    from: {}", self.as_of),
            format!("    until: {}", self.as_of),
        ] {
            self.sheet.line("# ", &line);
        }
    }
}
