//! The schema of a row of a portfolio.
#![expect(dead_code, reason = "the types are never built: they are read by schemars")]

use super::audit::{ByAssurance, Coverage, LevelResult, OrNull, Range, Score, Tally};
use super::scalar::{Line, Sha256};
use schemars::JsonSchema;
use std::collections::BTreeMap;

/// Résultat d’une ligne d’un portefeuille / result of one line of a portfolio
#[derive(JsonSchema)]
#[schemars(title = "Ligne de portefeuille Kolosi / Kolosi portfolio row", deny_unknown_fields)]
pub(super) struct Row {
    /// Attributs demandés par `--by` / attributes asked for by `--by`
    by: Option<BTreeMap<String, OrNull<Line>>>,
    /// Combien de mesures sont connues ; null si la ligne est en erreur, et les scores aussi / how many controls are known about; null where the line has a problem, and so are the scores
    coverage: OrNull<Coverage>,
    /// Empreintes, avec `--digests` / digests, with `--digests`
    digests: Option<Digests>,
    /// Niveau atteint / level reached
    level: OrNull<LevelResult>,
    /// Numéro de la ligne, à partir de 1 / number of the line, from 1
    line: Tally,
    /// Problèmes et avertissements / problems and warnings
    problems: Vec<Problem>,
    /// Score / score
    score: OrNull<Score>,
    /// Score si les mesures sous dérogation comptent comme atteintes / score with waived controls counted as met
    score_after_waivers: OrNull<Range>,
    /// Score selon l’assurance / score by assurance
    scores_by_assurance: OrNull<ByAssurance>,
    /// Entité auditée ; null si elle ne peut pas être lue / subject; null where it cannot be read
    subject: OrNull<Subject>,
}

/// Empreintes / digests
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Digests {
    /// De l’audit / of the audit
    audit: Sha256,
    /// Du dossier / of the dossier
    dossier: Sha256,
}

/// Entité auditée / subject
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Subject {
    /// Identifiant, tel qu’il est écrit / id, as it is written
    id: String,
    /// Nom, tel qu’il est écrit / name, as it is written
    name: OrNull<String>,
}

/// Problème / problem
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Problem {
    /// Forme ou sens / shape or meaning
    class: Class,
    /// Code stable, voir `kolosi problems` / stable code, see `kolosi problems`
    code: Line,
    /// Colonne, à partir de 1 / column, from 1
    column: Tally,
    /// Que faire / what to do
    help: BothLanguages,
    /// Ligne, à partir de 1 / line, from 1
    line: Tally,
    /// Ce qui ne va pas / what is wrong
    message: BothLanguages,
    /// Pointeur JSON / JSON pointer
    path: String,
    /// Autres endroits / other places
    related: Vec<Place>,
    /// Gravité / severity
    severity: Severity,
}

/// En français et en anglais / in French and in English
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct BothLanguages {
    /// Français / French
    fr: String,
    /// Anglais / English
    en: String,
}

/// Endroit / place
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Place {
    /// Colonne / column
    column: Tally,
    /// Ligne / line
    line: Tally,
    /// Pointeur JSON / JSON pointer
    path: String,
}

/// Classe d’un problème / class of a problem
#[derive(JsonSchema)]
#[schemars(inline, rename_all = "kebab-case")]
enum Class {
    Shape,
    Meaning,
}

/// Gravité / severity
#[derive(JsonSchema)]
#[schemars(inline, rename_all = "kebab-case")]
enum Severity {
    Error,
    Warning,
}
