//! What was inferred, as all its forms show it: where a path begins, what it passes, what it rests on.

use super::View;
use crate::audit::result::{EdgeWords, Inferences, InferredControl, InferredFrom, InferredPath, PassedEdge};
use crate::report::phrase::Phrase;
use crate::report::view::Subject;
use crate::report::words::{self as labels, crosswalk, inference as words};
use crate::{Audit, Relation};
use std::collections::BTreeMap;

/// The inferences of an audit.
pub(crate) struct InferenceView<'a> {
    view: &'a View<'a>,
    pub(crate) inferences: &'a Inferences,
    /// What the edges passed say, as far as their mappings are at hand.
    edges: BTreeMap<(usize, usize), EdgeWords>,
}

impl<'a> InferenceView<'a> {
    /// `None` where no mapping was given.
    pub(crate) fn of(view: &'a View<'a>) -> Option<InferenceView<'a>> {
        let inferences = view.audit.inferences.as_ref()?;
        Some(InferenceView { view, inferences, edges: edges(view.audit, inferences) })
    }

    /// The score, if what is inferred counted.
    pub(crate) fn score(&self) -> Option<String> {
        let range = self.inferences.score.as_ref()?;
        let lang = self.view.lang;
        let word = if range.lo == range.hi { words::SCORE_WOULD_BE_OF } else { words::SCORE_WOULD_BE };
        let scale = crate::report::format::exact(lang, &self.view.scale().to_string());
        Some(word.with(lang, &[&self.view.score_interval(range), &scale]))
    }

    /// An audit that something is inferred from: its standard, its profile, its subject.
    pub(crate) fn audit(&self, from: &InferredFrom) -> Phrase {
        let lang = self.view.lang;
        let subject: Subject = serde_json::from_str(from.subject.get()).unwrap_or_default();
        let standard = [&from.standard.id, &from.standard.edition].map(|text| Phrase::data(text.as_str()));
        let profile =
            from.profile.as_ref().map(|id| words::UNDER_PROFILE.fill(lang, [Phrase::data(id.as_str())]));
        let parts = [words::AGAINST.fill(lang, standard)].into_iter().chain(profile);
        Phrase::join(parts.chain([Phrase::data(subject.name)]), " · ")
    }

    /// What an inference does beside what is measured.
    pub(crate) fn effect(&self, inferred: &InferredControl) -> Vec<String> {
        let lang = self.view.lang;
        if !inferred.reasons.is_empty() {
            let sentence =
                |code: &String| words::reason(code).map_or_else(|| code.clone(), |word| word.say(lang));
            return inferred.reasons.iter().map(sentence).collect();
        }
        let finding = self.view.finding(&inferred.control).map(|(_, finding)| finding);
        let word = match finding {
            _ if inferred.applied => words::COUNTS,
            Some(finding) if finding.degree.is_none() => words::NOT_ASKED,
            _ => words::EVIDENCE_WINS,
        };
        vec![word.say(lang)]
    }

    /// Where a path begins and what is established there.
    pub(crate) fn start(&self, path: &InferredPath) -> Phrase {
        let lang = self.view.lang;
        let several = path.from.controls.len() > 1;
        let word = if several { words::CONTROLS_OF } else { words::CONTROL_OF };
        let ids = Phrase::join(path.from.controls.iter().map(|id| Phrase::data(id.as_str())), ", ");
        let controls = word.fill(lang, [Phrase::words((path.from.audit + 1).to_string()), ids]);
        let says = Phrase::words(words::says(path.says, several).say(lang));
        words::STEP.fill(lang, [controls, says])
    }

    /// An edge that a path passes: what it says and what it leads to, where its mapping is at hand; and which one it is.
    pub(crate) fn step(&self, edge: &PassedEdge) -> Phrase {
        let lang = self.view.lang;
        let mapping = self.view.audit.options.mappings.get(edge.mapping);
        let mapping = mapping.map_or_else(|| (edge.mapping + 1).to_string(), |it| it.id.clone());
        let word = if edge.inverse { words::EDGE_BACKWARDS } else { words::EDGE };
        let which = word.fill(lang, [Phrase::data(mapping), Phrase::words((edge.edge + 1).to_string())]);
        let Some(said) = self.edges.get(&(edge.mapping, edge.edge)) else { return which };
        let written = Relation::WORDS.iter().find(|(code, _)| *code == said.relation).map(|(_, it)| *it);
        let Some(read) = written.and_then(|it| if edge.inverse { it.inverse() } else { Some(it) }) else {
            return which;
        };
        let relation = Phrase::words(crosswalk::relation(read, false).say(lang));
        let to = if edge.inverse { said.from.first() } else { Some(&said.to) };
        let to = Phrase::data(to.cloned().unwrap_or_default());
        Phrase::join([Phrase::join([relation, to], " → "), which], " · ")
    }

    /// The records behind a path.
    pub(crate) fn records(&self, path: &InferredPath) -> Phrase {
        let ids = Phrase::join(path.records.iter().map(|id| Phrase::data(id.as_str())), ", ");
        words::RECORDS.fill(self.view.lang, [ids])
    }

    /// What is inferred in words: the verdict, those possible, whether the bar is met.
    pub(crate) fn said(&self, inferred: &InferredControl) -> String {
        let lang = self.view.lang;
        let verdicts: Vec<String> =
            inferred.possible.iter().map(|it| labels::verdict(*it).say(lang)).collect();
        let verdict = match verdicts.as_slice() {
            [] => labels::verdict(inferred.verdict).say(lang),
            possible => crate::report::format::either(lang, possible),
        };
        let met = inferred
            .met
            .map(|met| format!("{} {}", labels::MET.say(lang).to_lowercase(), labels::met(met).say(lang)));
        std::iter::once(verdict).chain(met).collect::<Vec<_>>().join(", ")
    }
}

/// Those that the audit was made with, or those built in that have the same digest.
fn edges(audit: &Audit, inferences: &Inferences) -> BTreeMap<(usize, usize), EdgeWords> {
    if !inferences.edges.is_empty() {
        return inferences.edges.clone();
    }
    built_in(audit, inferences)
}

#[cfg(feature = "bundled")]
fn built_in(audit: &Audit, inferences: &Inferences) -> BTreeMap<(usize, usize), EdgeWords> {
    let mappings: Vec<_> = audit
        .options
        .mappings
        .iter()
        .map(|it| crate::bundled_mapping(&it.id).ok().filter(|mapping| mapping.digest() == it.digest))
        .collect();
    let passed = inferences.controls.iter().flat_map(|it| &it.paths).flat_map(|path| &path.edges);
    let words = |it: &PassedEdge| {
        let edge = mappings.get(it.mapping)?.as_ref()?.model().edges.get(it.edge)?;
        Some(((it.mapping, it.edge), edge.words()))
    };
    passed.filter_map(words).collect()
}

#[cfg(not(feature = "bundled"))]
fn built_in(_: &Audit, _: &Inferences) -> BTreeMap<(usize, usize), EdgeWords> {
    BTreeMap::new()
}
