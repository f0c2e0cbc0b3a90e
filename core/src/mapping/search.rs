//! The paths from what was measured elsewhere to the controls of the standard audited: one, the shortest, for what each says.

use super::carry::{Carrier, Hearing, Records};
use super::chain::{Goal, Graph, Step, Walker};
use super::goal::Goals;
use crate::audit::result::Says;
use crate::dossier::model::Checked;
use crate::limits;
use crate::problem::{Code, Place, Problem, Problems};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where a path begins and where it leads.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Ends {
    pub(super) goal: Goal,
    pub(super) audit: usize,
    /// By their places in the standard of that audit.
    pub(super) controls: Vec<usize>,
    pub(super) says: Says,
}

/// How it gets there, and what stands behind it.
#[derive(Debug)]
pub(super) struct Path {
    pub(super) steps: Vec<Step>,
    pub(super) records: Records,
}

/// Every path.
///
/// # Errors
/// `too-costly` beyond the limits.
pub(super) fn paths(
    graph: &Graph,
    audits: &[Arc<Checked>],
    goals: &Goals<'_>,
) -> Result<BTreeMap<Ends, Path>, Problems> {
    let frameworks = audits.iter().map(|audit| graph.framework(audit.plan.standard().digest())).collect();
    let mut search = Search {
        graph,
        frameworks,
        carrier: Carrier::new(audits)?,
        goals,
        paths: BTreeMap::new(),
        parts: 0,
        looked_at: 0,
    };
    search.chains()?;
    search.covers()?;
    Ok(search.paths)
}

struct Search<'s> {
    graph: &'s Graph,
    /// That of each audit, where some mapping has it.
    frameworks: Vec<Option<usize>>,
    carrier: Carrier<'s>,
    goals: &'s Goals<'s>,
    paths: BTreeMap<Ends, Path>,
    /// Edges, controls and records of all of them.
    parts: usize,
    looked_at: usize,
}

impl Search<'_> {
    fn chains(&mut self) -> Result<(), Problems> {
        // one walk for all audits of a standard
        let mut said: BTreeMap<(usize, Says), Vec<(usize, usize)>> = BTreeMap::new();
        for (audit, control, says) in self.carrier.said() {
            let framework = self.frameworks.get(audit).copied().flatten();
            if let Some(node) = framework.and_then(|framework| self.graph.node(framework, control)) {
                said.entry((node, says)).or_default().push((audit, control));
            }
        }
        let mut walker = Walker::new(self.graph);
        for ((node, says), measured) in said {
            let reached = walker.walk(node, says);
            self.looked_at = walker.looked_at;
            self.within_work()?;
            for (goal, steps) in reached {
                let Some(hearing) = self.goals.hearing(goal, says) else { continue };
                for (audit, control) in &measured {
                    let ends = Ends { goal, audit: *audit, controls: vec![*control], says };
                    self.add(ends, hearing, &steps)?;
                }
            }
        }
        Ok(())
    }

    fn covers(&mut self) -> Result<(), Problems> {
        let graph = self.graph;
        for cover in &graph.covers {
            let Some(hearing) = self.goals.hearing(cover.goal, Says::Holds) else { continue };
            for audit in 0..self.frameworks.len() {
                self.looked_at += cover.from.len();
                let holds = |control: &usize| self.carrier.says(audit, *control) == Some(Says::Holds);
                let is_of = self.frameworks.get(audit) == Some(&Some(cover.framework));
                if is_of && cover.from.iter().all(holds) {
                    let controls = cover.from.clone();
                    let ends = Ends { goal: cover.goal, audit, controls, says: Says::Holds };
                    self.add(ends, hearing, &[cover.step])?;
                }
            }
        }
        Ok(())
    }

    /// Note a path, if what it says is so also by what is heard, and no better one is known.
    fn add(&mut self, ends: Ends, hearing: Hearing, steps: &[Step]) -> Result<(), Problems> {
        let mut records = Vec::new();
        for control in &ends.controls {
            let of_control = self.carrier.records(ends.audit, *control, hearing);
            self.within_work()?;
            let Some(of_control) = of_control else { return Ok(()) };
            records.push(of_control);
        }
        let records: Records = match records.as_slice() {
            [only] => only.clone(),
            all => {
                let mut all: Vec<String> = all.iter().flat_map(|records| records.iter().cloned()).collect();
                all.sort_unstable();
                all.dedup();
                all.into()
            }
        };
        self.parts += steps.len() + ends.controls.len() + records.len();
        if self.parts > limits::PATH_PARTS {
            return Err(too_costly(limits::PATH_PARTS, "parties de chemins", "parts of paths"));
        }
        let path = Path { steps: steps.to_vec(), records };
        let order = |path: &Path| (path.steps.len(), path.steps.clone());
        let known = self.paths.entry(ends);
        known
            .and_modify(|known| {
                if order(&path) < order(known) {
                    known.steps.clone_from(&path.steps);
                }
            })
            .or_insert(path);
        if self.paths.len() > limits::PATHS {
            return Err(too_costly(limits::PATHS, "chemins de déduction", "paths of inference"));
        }
        Ok(())
    }

    fn within_work(&self) -> Result<(), Problems> {
        if self.looked_at + self.carrier.judged > limits::INFERENCE_WORK {
            return Err(too_costly(limits::INFERENCE_WORK, "pas de déduction", "steps of inference"));
        }
        Ok(())
    }
}

fn too_costly(most: usize, fr: &str, en: &str) -> Problems {
    let place = Place { path: "/mappings".to_owned(), ..Place::default() };
    let args = vec![most.to_string(), fr.to_owned(), en.to_owned()];
    Problem::new(Code::TooCostly, place, args, Vec::new()).into()
}
