//! The result of one line of a portfolio.

use super::Portfolio;
use super::summary::Summary;
use crate::audit::assemble::{by_assurance, range, score};
use crate::audit::level::level;
use crate::audit::result::{ByAssurance, Coverage, LevelResult, Range, Score};
use crate::document::{self, in_order};
use crate::dossier::{Facts, facts};
use crate::{Evaluation, Problem};
use serde::Serialize;
use std::collections::BTreeMap;

/// The result for one subject. Its members stand in alphabetical order, so that writing them is writing RFC 8785.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Row {
    /// The attributes that results are tallied by; null where the subject has none of that name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", serialize_with = "in_order")]
    pub by: BTreeMap<String, Option<String>>,
    /// How many controls are known about; null where the line has a problem, and so are the scores.
    pub coverage: Option<Coverage>,
    /// The digests, where they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub digests: Option<Digests>,
    /// The level reached (E7); null where the root is not applicable or the standard has no levels.
    pub level: Option<LevelResult>,
    /// The number of the line, from 1.
    pub line: u64,
    /// What is wrong with the line, and warnings.
    pub problems: Vec<Problem>,
    /// The score; null where the root is not applicable.
    pub score: Option<Score>,
    /// The score with waived controls counted as meeting their bar (E9).
    pub score_after_waivers: Option<Range>,
    /// The same audit at each least assurance (E8).
    pub scores_by_assurance: Option<ByAssurance>,
    /// Whom the line is about; null where it cannot be read.
    pub subject: Option<RowSubject>,
}

/// What an audit of this dossier would carry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Digests {
    /// Of the audit (E2.3).
    pub audit: String,
    /// Of the dossier's canonical form (E2.2).
    pub dossier: String,
}

/// The subject of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RowSubject {
    /// Its id.
    pub id: String,
    /// Its name; null where the line has problems and the name is none.
    pub name: Option<String>,
}

impl Row {
    /// Whether the line could be audited.
    #[must_use]
    pub fn is_audited(&self) -> bool {
        self.coverage.is_some()
    }

    /// One line of NDJSON, without its end.
    #[must_use]
    pub fn to_json(&self) -> String {
        // strings, numbers and lists of them cannot fail to be written
        serde_json::to_string(self).unwrap_or_default()
    }

    pub(super) fn write_json(&self, out: &mut Vec<u8>) {
        // nor can writing to memory
        serde_json::to_writer(out, self).unwrap_or_default();
    }
}

impl Portfolio {
    /// Audit one line, whose number stands in the row.
    #[must_use]
    pub fn row(&self, number: u64, line: &[u8]) -> Row {
        self.tallied(number, line, &mut Summary::new(self))
    }

    /// Audit one line and count it.
    pub(super) fn tallied(&self, number: u64, line: &[u8], summary: &mut Summary) -> Row {
        if !self.digests
            && let Some(facts) = facts(line, &self.plan.0)
        {
            return self.audited(number, &facts, None, Vec::new(), summary);
        }
        match self.plan.dossier(line) {
            Ok(dossier) => {
                let digests = self.digests.then(|| Digests {
                    audit: self.plan.audit(&dossier).digest.unwrap_or_default(),
                    dossier: dossier.digest().to_owned(),
                });
                self.audited(number, &dossier.0.facts, digests, dossier.warnings().to_vec(), summary)
            }
            Err(problems) => {
                summary.failed();
                Row {
                    by: BTreeMap::new(),
                    coverage: None,
                    digests: None,
                    level: None,
                    line: number,
                    problems: problems.iter().map(|problem| problem.clone().in_line(number)).collect(),
                    score: None,
                    score_after_waivers: None,
                    scores_by_assurance: None,
                    subject: subject(line),
                }
            }
        }
    }

    fn audited(
        &self,
        number: u64,
        facts: &Facts<'_>,
        digests: Option<Digests>,
        warnings: Vec<Problem>,
        summary: &mut Summary,
    ) -> Row {
        let plan = &self.plan.0;
        let evaluation = Evaluation::of(plan, facts);
        let attribute = |name: &String| {
            let value = facts.subject.attributes.iter().find(|(known, _)| **known == **name);
            (name.clone(), value.map(|(_, value)| value.to_string()))
        };
        let by: BTreeMap<String, Option<String>> = self.by.iter().map(attribute).collect();
        let coverage = summary.audited(&evaluation, &by);
        let points = evaluation.score();
        Row {
            by,
            coverage: Some(coverage),
            digests,
            level: points.and_then(|points| level(&plan.levels, points)),
            line: number,
            problems: warnings.into_iter().map(|warning| warning.in_line(number)).collect(),
            score: points.map(|points| score(points, evaluation.scale())),
            score_after_waivers: evaluation.score_after_waivers().as_ref().map(range),
            scores_by_assurance: Some(by_assurance(|assurance| evaluation.score_at(assurance))),
            subject: Some(RowSubject {
                id: facts.subject.id.to_string(),
                name: Some(facts.subject.name.to_string()),
            }),
        }
    }
}

/// Whom a line with problems is about, where that can be told.
fn subject(line: &[u8]) -> Option<RowSubject> {
    let tree = document::parse(line).ok()?;
    let subject = tree.root.get("subject")?;
    let text = |key: &str| subject.get(key).and_then(document::Node::as_text).map(crate::problem::quoted);
    Some(RowSubject { id: text("id")?, name: text("name") })
}
