//! A crosswalk as all its forms show it: ids with their titles, relations in words.

use crate::mapping::crosswalk::{End, Pair};
use crate::mapping::model::Target;
use crate::report::phrase::Phrase;
use crate::report::words::crosswalk as words;
use crate::{Crosswalk, Framework, Id, Lang, Relation, Text};
use std::collections::BTreeMap;

pub(crate) struct CrosswalkView<'c> {
    pub(crate) crosswalk: &'c Crosswalk,
    pub(crate) lang: Lang,
    /// The titles of the controls and criteria of both sides, where they are held.
    titles: [BTreeMap<(bool, &'c Id), &'c Text>; 2],
}

impl<'c> CrosswalkView<'c> {
    pub(crate) fn new(crosswalk: &'c Crosswalk, lang: Lang) -> CrosswalkView<'c> {
        CrosswalkView { crosswalk, lang, titles: [titles(crosswalk.from()), titles(crosswalk.to())] }
    }

    /// The two frameworks, in the order that they are read in.
    pub(crate) fn sides(&self) -> [&'c Framework; 2] {
        [self.crosswalk.from(), self.crosswalk.to()]
    }

    pub(crate) fn title(&self) -> String {
        let [from, to] = self.sides().map(|side| side.title().best(self.lang).0);
        words::FROM_TO.with(self.lang, &[from, to])
    }

    /// The controls without a counterpart, with the framework that they are of.
    pub(crate) fn gaps(&self) -> [(&'c Framework, Vec<End<'c>>); 2] {
        let end = |id| End { id, is_criterion: false };
        let [from, to] = self.crosswalk.gaps().map(|ids| ids.into_iter().map(end).collect());
        [(self.crosswalk.from(), from), (self.crosswalk.to(), to)]
    }

    /// How many controls of a framework have no counterpart, in a sentence.
    pub(crate) fn gap_count(&self, side: &Framework, gaps: usize) -> Phrase {
        let count = |count: usize| Phrase::words(count.to_string());
        let all = count(side.control_ids().len());
        words::GAPS_OF.fill(self.lang, [Phrase::text(self.lang, side.title()), count(gaps), all])
    }

    /// The title of what stands at an end of a pair on the first side (`0`) or the second (`1`); `None` where it is not held.
    pub(crate) fn title_of(&self, side: usize, end: End<'_>) -> Option<Phrase> {
        let title = self.titles.get(side)?.get(&(end.is_criterion, end.id))?;
        Some(Phrase::text(self.lang, title))
    }

    /// The id of an end; a criterion says that it is one.
    pub(crate) fn id_of(&self, end: End<'_>) -> Phrase {
        let id = Phrase::data(end.id.as_str());
        if end.is_criterion { words::CRITERION.fill(self.lang, [id]) } else { id }
    }

    pub(crate) fn relation(&self, pair: &Pair<'_>) -> String {
        words::relation(relation(pair), pair.inverse).say(self.lang)
    }

    /// Each relation, how many edges have it, and what is inferred from it.
    pub(crate) fn relations(&self) -> Vec<(String, usize, String)> {
        let mut counts = BTreeMap::new();
        for pair in self.crosswalk.pairs() {
            // which way an edge is read shows only in those that carry one way
            *counts.entry((relation(&pair), carries(&pair))).or_insert(0) += 1;
        }
        let row = |((relation, carries), count)| {
            let inferred = words::inferred(relation, carries).say(self.lang);
            (words::relation(relation, !carries).say(self.lang), count, inferred)
        };
        counts.into_iter().map(row).collect()
    }

    pub(crate) fn confidence(&self, pair: &Pair<'_>) -> String {
        words::confidence(pair.edge.confidence).say(self.lang)
    }
}

/// The relation as it is read from the one side to the other; `covered-by` has none that is its inverse.
fn relation(pair: &Pair<'_>) -> Relation {
    match pair.edge.relation {
        Relation::SubsetOf if pair.inverse => Relation::SupersetOf,
        Relation::SupersetOf if pair.inverse => Relation::SubsetOf,
        relation => relation,
    }
}

/// Whether the edge lets anything be inferred in the direction that it is read in (E12.2).
fn carries(pair: &Pair<'_>) -> bool {
    let is_one_way =
        pair.edge.relation == Relation::CoveredBy || matches!(pair.edge.to, Target::Criterion(_));
    !(pair.inverse && is_one_way)
}

fn titles(framework: &Framework) -> BTreeMap<(bool, &Id), &Text> {
    let Framework::Standard(standard) = framework else { return BTreeMap::new() };
    let mut titles = BTreeMap::new();
    for control in standard.model().controls() {
        titles.insert((false, &control.id.value), &control.title);
        for criterion in &control.criteria {
            let title = criterion.title.as_ref().unwrap_or(&control.title);
            titles.insert((true, &criterion.id.value), title);
        }
    }
    titles
}
