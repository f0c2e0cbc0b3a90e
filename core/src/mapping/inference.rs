//! What mappings let be inferred of a dossier from others (E12): the whole of it, as an audit tells it.

use super::chain::Graph;
use super::conclude::conclude;
use super::goal::Goals;
use super::link::Linked;
use super::search::{Ends, Path, paths};
use crate::audit::result::{
    DossierRef, EdgeWords, Inferences, InferredControl, InferredFrom, InferredPath, MappingRef, PassedEdge,
    PathStart, StandardRef,
};
use crate::audit::{Degrees, assemble_with, range, raw};
use crate::dossier::model::Checked;
use crate::problem::Problems;
use crate::standard::plan::Compiled;
use crate::{Audit, Dossier, Evaluation, Interval, Plan};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What mappings let be inferred of a dossier from others, found and checked: its [`audit`](Inference::audit) cannot fail.
#[derive(Clone, Debug)]
pub struct Inference {
    dossier: Dossier,
    mappings: Vec<MappingRef>,
    /// `None` without mappings.
    inferences: Option<Inferences>,
}

impl Plan {
    /// Infer from the audits of other dossiers, about the same subject and mostly against other standards, what mappings say that they
    /// mean for this one (E12). What is inferred stands apart in the audit and changes nothing of what was measured.
    ///
    /// The other dossiers are audited with the date, the assurance and the parameters of the dossier's plan, each under the profile of
    /// its own; [`Options::carried_to`](crate::Options::carried_to) makes the options for that.
    ///
    /// # Errors
    /// `too-costly` where there are too many paths; problems of another dossier that the date or the parameters bring about.
    ///
    /// # Example
    /// ```
    /// use kolosi::{Framework, Mapping, Options};
    /// let (ours, theirs) = (kolosi::bundled("itu-gci-2024")?, kolosi::bundled("itu-cyberwellness-2014")?);
    /// let mapping = Mapping::from_slice(format!(r#"{{
    ///   "id": "demo", "edition": "1", "title": {{"fr": "D\u00e9mo", "en": "Demo"}}, "basis": "proposal",
    ///   "source": {{"standard": "{}", "edition": "{}", "digest": "{}"}},
    ///   "target": {{"standard": "{}", "edition": "{}", "digest": "{}"}},
    ///   "edges": [{{"from": "legal", "to": "{}", "relation": "superset-of", "confidence": "low",
    ///     "rationale": {{"fr": "Pour l\u2019exemple.", "en": "For the example."}}}}]
    /// }}"#, ours.id(), ours.edition(), ours.digest(), theirs.id(), theirs.edition(), theirs.digest(),
    ///     theirs.control_ids().next().ok_or("none")?).as_bytes())?;
    /// let linked = mapping.link(&[Framework::Standard(ours.clone()), Framework::Standard(theirs.clone())])?;
    ///
    /// // what is known by one standard
    /// let options = Options::new("2024-12-31".parse()?);
    /// let measured = ours.compile(&options.carried_to(&ours))?.dossier(br#"{
    ///   "standard": {"id": "itu-gci-2024", "edition": "2024"}, "subject": {"id": "x", "name": "Exemple fictif"},
    ///   "evidence": [{"id": "r", "control": "legal", "observed": "2024-01-01", "value": 20}]}"#)?;
    /// // and what that means for the other
    /// let plan = theirs.compile(&options)?;
    /// let dossier = plan.dossier(format!(r#"{{"standard": {{"id": "{}", "edition": "{}"}},
    ///   "subject": {{"id": "x", "name": "Exemple fictif"}}, "evidence": []}}"#, theirs.id(), theirs.edition()).as_bytes())?;
    /// let audit = plan.infer(&dossier, &[linked], &[measured])?.audit();
    /// let inferred = &audit.inferences.ok_or("nothing")?.controls[0];
    /// assert!(inferred.applied);
    /// assert_eq!(inferred.paths[0].records, ["r"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn infer(
        &self,
        dossier: &Dossier,
        mappings: &[Linked],
        from: &[Dossier],
    ) -> Result<Inference, Problems> {
        let used = mappings.iter().map(|linked| linked.mapping().named()).collect();
        let inferences =
            (!mappings.is_empty()).then(|| inferences(&dossier.0, mappings, from)).transpose()?;
        Ok(Inference { dossier: dossier.clone(), mappings: used, inferences })
    }
}

impl Inference {
    /// The audit of the dossier, with what was inferred.
    #[must_use]
    pub fn audit(&self) -> Audit {
        assemble_with(&self.dossier.0, self.mappings.clone(), self.inferences.clone())
    }
}

fn inferences(dossier: &Checked, mappings: &[Linked], from: &[Dossier]) -> Result<Inferences, Problems> {
    let plan: &Compiled = &dossier.plan.0;
    let audits = from.iter().map(|other| beside(plan, other)).collect::<Result<Vec<_>, _>>()?;
    let evaluation = Evaluation::of(plan, &dossier.facts);
    let goals = Goals::new(&evaluation)?;
    let graph = Graph::new(mappings, plan.standard.digest());
    let found = paths(&graph, &audits, &goals)?;
    let mut degrees: Vec<Option<Interval>> = Vec::with_capacity(plan.controls.len());
    let mut controls = Vec::new();
    let all: Vec<(&Ends, &Path)> = found.iter().collect();
    let mut of_controls = all.chunk_by(|(a, _), (b, _)| a.goal.control == b.goal.control).peekable();
    for index in 0..plan.controls.len() {
        let finding = goals.finding(index);
        let measured = finding.and_then(|finding| finding.degree().cloned());
        let is_of_it =
            |paths: &&[(&Ends, &Path)]| paths.first().is_some_and(|(ends, _)| ends.goal.control == index);
        let Some((paths, finding)) = of_controls.next_if(is_of_it).zip(finding) else {
            degrees.push(measured);
            continue;
        };
        let concluded = conclude(finding, paths);
        degrees.push(if concluded.applied { concluded.degree.clone() } else { measured });
        controls.push(InferredControl {
            applied: concluded.applied,
            control: finding.control().to_owned(),
            degree: concluded.degree.as_ref().map(range),
            met: concluded.decided.met,
            paths: told(paths, &audits),
            possible: concluded.decided.possible.to_vec(),
            reasons: concluded.reasons,
            verdict: concluded.decided.verdict,
        });
    }
    Ok(Inferences {
        edges: words(mappings, &controls),
        controls,
        from: audits.iter().map(|audit| measured(audit)).collect(),
        score: Degrees::of(plan, degrees).score(plan).as_ref().map(range),
    })
}

/// Another dossier, checked with the date, the assurance and the parameters of this plan.
fn beside(plan: &Compiled, other: &Dossier) -> Result<Arc<Checked>, Problems> {
    let standard = other.plan().standard();
    let mut options = plan.options.carried_to(standard);
    options.profile.clone_from(&other.plan().options().profile);
    if options == *other.plan().options() {
        return Ok(other.0.clone());
    }
    Ok(standard.compile(&options)?.dossier(other.canonical().as_bytes())?.0)
}

fn measured(audit: &Checked) -> InferredFrom {
    InferredFrom {
        dossier: DossierRef { digest: audit.papers.digest.clone() },
        profile: audit.plan.options().profile.clone(),
        standard: StandardRef::of(audit.plan.standard()),
        subject: raw(&audit.papers.subject),
    }
}

/// Sorted by where they begin, then by the edges that they pass.
fn told(paths: &[(&Ends, &Path)], audits: &[Arc<Checked>]) -> Vec<InferredPath> {
    let controls = |ends: &Ends| -> Vec<String> {
        let of = audits.get(ends.audit).map_or(&[][..], |audit| &audit.plan.0.controls);
        ends.controls.iter().filter_map(|at| Some(of.get(*at)?.id.to_string())).collect()
    };
    let mut told: Vec<_> =
        paths.iter().map(|(ends, path)| (ends.audit, controls(ends), *path, ends.says)).collect();
    told.sort_by(|a, b| (a.0, &a.1, &a.2.steps).cmp(&(b.0, &b.1, &b.2.steps)));
    let path = |(audit, controls, path, says): (usize, Vec<String>, &Path, _)| InferredPath {
        edges: path
            .steps
            .iter()
            .map(|it| PassedEdge { edge: it.edge, inverse: it.inverse, mapping: it.mapping })
            .collect(),
        from: PathStart { audit, controls },
        records: path.records.to_vec(),
        says,
    };
    told.into_iter().map(path).collect()
}

/// What the mappings write of the edges passed.
fn words(mappings: &[Linked], controls: &[InferredControl]) -> BTreeMap<(usize, usize), EdgeWords> {
    let passed = controls.iter().flat_map(|control| &control.paths).flat_map(|path| &path.edges);
    let words = |it: &PassedEdge| {
        let edge = mappings.get(it.mapping)?.mapping().model().edges.get(it.edge)?;
        Some(((it.mapping, it.edge), edge.words()))
    };
    passed.filter_map(words).collect()
}
