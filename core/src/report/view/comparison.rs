//! Two audits made ready to read side by side.

use super::View;
use crate::audit::result::{LevelResult, Range, Score};
use crate::diff::{Change, ControlDiff, ControlState, Diff, GroupDiff, GroupState, OptionDiff, Pair};
use crate::report::format;
use crate::report::phrase::{Phrase, Piece};
use crate::report::words;
use crate::{Assurance, Lang, Verdict};

/// Everything that the report of a comparison is made of.
pub(crate) struct Comparison<'a> {
    pub(crate) lang: Lang,
    pub(crate) before: &'a View<'a>,
    pub(crate) after: &'a View<'a>,
    pub(crate) diff: Diff,
}

impl<'a> Comparison<'a> {
    pub(crate) fn new(before: &'a View<'a>, after: &'a View<'a>) -> Comparison<'a> {
        Comparison { lang: after.lang, before, after, diff: crate::diff::diff(before.audit, after.audit) }
    }

    /// The name of the subject; both where they are two.
    pub(crate) fn subject(&self) -> String {
        let [before, after] = [self.before, self.after].map(|view| view.subject.name.as_str());
        if self.diff.subject.same { after.to_owned() } else { format!("{before} → {after}") }
    }

    /// Whether one of the two is made up.
    pub(crate) fn is_fictional(&self) -> bool {
        self.before.subject.fictional || self.after.subject.fictional
    }

    /// The title of a control, as the later standard gives it where it can.
    pub(crate) fn control_title(&self, id: &str) -> Phrase {
        if self.after.control(id).is_some() { self.after } else { self.before }.control_title(id)
    }

    pub(crate) fn group_title(&self, id: &str) -> Phrase {
        if self.after.path(id).is_empty() { self.before } else { self.after }.group_title(id)
    }

    /// The controls of a class, in the order of the comparison.
    pub(crate) fn of_class(&self, change: Change) -> impl Iterator<Item = &ControlDiff> {
        self.diff.controls.iter().filter(move |control| control.change == change)
    }

    /// What a reader must know before anything else.
    pub(crate) fn notices(&self) -> Vec<Phrase> {
        let diff = &self.diff;
        let say = |word: words::Word| Phrase::words(word.say(self.lang));
        let mut notices = Vec::new();
        if !diff.subject.same {
            let [before, after] = [self.before, self.after]
                .map(|view| [&view.subject.name, &view.subject.id].map(|text| Phrase::data(text.as_str())));
            notices.push(words::OTHER_SUBJECT.fill(self.lang, before.into_iter().chain(after)));
        }
        if !diff.standard.same {
            let ids = [&diff.standard.before.id, &diff.standard.after.id];
            notices.push(words::OTHER_STANDARD.fill(self.lang, ids.map(|id| Phrase::data(id.as_str()))));
        } else if diff.standard.before.digest != diff.standard.after.digest {
            notices.push(say(words::STANDARD_CHANGED));
        }
        if self.after.audit.options.as_of < self.before.audit.options.as_of {
            notices.push(say(words::BACKWARDS));
        }
        if diff.options.iter().any(|option| option.option != "/as_of") {
            notices.push(say(words::OTHER_OPTIONS));
        }
        if diff.audit.before.is_some() && diff.audit.before == diff.audit.after {
            notices.push(say(words::SAME_AUDIT));
        }
        notices
    }

    /// The score and the level in a sentence or two.
    pub(crate) fn headline(&self) -> Phrase {
        let score = self.score_sentence();
        match self.level_sentence() {
            Some(level) => Phrase::join([score, level], " "),
            None => score,
        }
    }

    fn score_sentence(&self) -> Phrase {
        let Pair { before, after } = &self.diff.score;
        let total = |score: &Score| format::exact(self.lang, &score.scale);
        let text = match (before, after) {
            (None, None) => words::SCORE_NEVER.say(self.lang),
            (Some(before), None) => {
                let [was, _] = self.in_sentence(before, before);
                words::SCORE_GONE.with(self.lang, &[&was, &total(before)])
            }
            (None, Some(after)) => {
                let [_, is] = self.in_sentence(after, after);
                words::SCORE_NEW.with(self.lang, &[&is, &total(after)])
            }
            (Some(before), Some(after)) if before == after => {
                let [_, is] = self.in_sentence(before, after);
                words::SCORE_STAYS.with(self.lang, &[&is, &total(after)])
            }
            (Some(before), Some(after)) => {
                let [was, is] = self.in_sentence(before, after);
                if before.scale == after.scale {
                    words::SCORE_WAS.with(self.lang, &[&was, &is, &total(after)])
                } else {
                    words::SCORE_WAS_OUT_OF.with(self.lang, &[&was, &total(before), &is, &total(after)])
                }
            }
        };
        Phrase::words(text)
    }

    /// Two scores as they stand in a sentence, with as many digits as it takes to tell them apart.
    fn in_sentence(&self, before: &Score, after: &Score) -> [String; 2] {
        let [was, is] = self.apart(&range(before), &range(after));
        let say = |score: &Score, text: String| {
            if score.lo == score.hi { words::OF_POINTS.with(self.lang, &[&text]) } else { text }
        };
        [say(before, was), say(after, is)]
    }

    /// Two intervals of points, which read alike only where they are equal.
    pub(crate) fn apart(&self, before: &Range, after: &Range) -> [String; 2] {
        let shown = |places: usize| {
            [
                format::interval(self.lang, before, self.before.places.max(places)),
                format::interval(self.lang, after, self.after.places.max(places)),
            ]
        };
        let differ = |[was, is]: &[String; 2]| before == after || was != is;
        (0..=20).map(shown).find(differ).unwrap_or_else(|| shown(20))
    }

    /// Points before and after; in words where there are none.
    pub(crate) fn points(&self, before: Option<&Range>, after: Option<&Range>) -> [String; 2] {
        if let (Some(before), Some(after)) = (before, after) {
            return self.apart(before, after);
        }
        let none = || words::NOTHING_APPLIES.say(self.lang);
        [(self.before, before), (self.after, after)]
            .map(|(view, range)| range.map_or_else(none, |range| view.interval(range)))
    }

    /// What a group's row shows before and after: points out of those there are, or the degree of what counts for nothing in
    /// the score.
    pub(crate) fn group_points(&self, group: &GroupDiff) -> [String; 2] {
        let points = |state: &Option<GroupState>| state.as_ref()?.score.as_ref().map(range);
        let [was, is] = self.points(points(&group.before).as_ref(), points(&group.after).as_ref());
        let say = |view: &View<'_>, state: &Option<GroupState>, points: String| {
            let Some(state) = state else { return words::ABSENT.say(self.lang) };
            match (&state.score, &state.degree) {
                (Some(score), Some(degree)) if View::is_unscored(&score.scale) => {
                    words::DEGREE.with(self.lang, &[&view.degree(degree)])
                }
                (Some(score), _) => words::SCORE_ON.with(self.lang, &[&points, &view.points(&score.scale)]),
                (None, _) => points,
            }
        };
        [say(self.before, &group.before, was), say(self.after, &group.after, is)]
    }

    /// How deep a group lies, from 0.
    pub(crate) fn depth(&self, group: &str) -> usize {
        [self.after, self.before]
            .map(|view| view.path(group).len())
            .into_iter()
            .max()
            .unwrap_or(1)
            .saturating_sub(1)
    }

    fn level_sentence(&self) -> Option<Phrase> {
        let titles = |view: &View<'_>, level: &Option<LevelResult>| -> Option<Phrase> {
            let level = level.as_ref()?;
            let titles = level.possible.iter().map(|id| view.level_title(id));
            Some(Phrase::join(titles, &words::OR.say(self.lang)))
        };
        let Pair { before, after } = &self.diff.level;
        let (was, is) = (titles(self.before, before), titles(self.after, after));
        match (was, is) {
            (None, None) => None,
            (Some(was), Some(is)) if was == is => Some(words::LEVEL_STAYS.fill(self.lang, [is])),
            (Some(was), Some(is)) => Some(words::LEVEL_WAS.fill(self.lang, [was, is])),
            (Some(was), None) => Some(words::LEVEL_GONE.fill(self.lang, [was])),
            (None, Some(is)) => Some(words::LEVEL_NEW.fill(self.lang, [is])),
        }
    }

    /// What a verdict leaves open: the degree, where the verdict alone does not say it.
    pub(crate) fn degree(&self, state: &ControlState) -> Option<String> {
        let degree = state.degree.as_ref()?;
        let told = match state.verdict {
            Verdict::Satisfied => degree.lo == "1",
            Verdict::NotSatisfied => true,
            // nothing at all is known
            Verdict::Undetermined => degree.lo == "0" && degree.hi == "1",
            _ => false,
        };
        (!told).then(|| self.after.degree(degree))
    }

    /// A control in one audit, in words; `None` for one that is not in it.
    pub(crate) fn state(&self, state: Option<&ControlState>) -> String {
        let Some(state) = state else { return words::ABSENT.say(self.lang) };
        let mut text = words::verdict(state.verdict).say(self.lang);
        if let Some(degree) = self.degree(state) {
            text = words::STATE_DEGREE.with(self.lang, &[&text, &degree]);
        }
        if state.waived {
            text = format!("{text}, {}", words::WAIVED.say(self.lang));
        }
        text
    }

    /// The reasons that came and went, in sentences.
    pub(crate) fn reasons(&self, control: &ControlDiff) -> Vec<String> {
        let gained = control.reasons_gained.iter().map(|code| (words::REASON_GAINED, code));
        let lost = control.reasons_lost.iter().map(|code| (words::REASON_LOST, code));
        gained.chain(lost).map(|(word, code)| word.with(self.lang, &[&self.after.reason(code)])).collect()
    }

    /// An option by its name and its two values.
    pub(crate) fn option(&self, option: &OptionDiff) -> (Phrase, Phrase, Phrase) {
        let name = match option.option.as_str() {
            "/as_of" => Phrase::words(words::AS_OF.say(self.lang)),
            "/assurance" => Phrase::words(words::ASSURANCE_LEAST.say(self.lang)),
            "/profile" => Phrase::words(words::PROFILE.say(self.lang)),
            other => match other.strip_prefix("/parameters/") {
                Some(parameter) => {
                    let parameter = parameter.replace("~1", "/").replace("~0", "~");
                    words::PARAMETER.fill(self.lang, [Phrase::data(parameter)])
                }
                None => Phrase::data(other),
            },
        };
        let value = |value: &serde_json::Value| match value.as_str() {
            Some(text) if option.option == "/as_of" => Phrase(vec![Piece::iso(text)]),
            Some(text) => match Assurance::from_name(text).filter(|_| option.option == "/assurance") {
                Some(assurance) => Phrase::words(words::assurance(assurance).say(self.lang)),
                None => Phrase::data(text),
            },
            None if value.is_null() => Phrase::words(words::DEFAULT.say(self.lang)),
            None => Phrase::data(value.to_string()),
        };
        (name, value(&option.before), value(&option.after))
    }
}

fn range(score: &Score) -> Range {
    Range { lo: score.lo.clone(), hi: score.hi.clone() }
}
