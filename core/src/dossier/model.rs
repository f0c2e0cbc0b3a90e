//! What a dossier says (E2.7), checked and with its references turned into indexes.

use crate::problem::Problem;
use crate::standard::value::FieldValue;
use crate::{Assurance, Date, Id, Plan, Rational};

#[derive(Debug)]
pub(crate) struct Checked {
    pub(crate) plan: Plan,
    pub(crate) subject: Id,
    pub(crate) records: Vec<Record>,
    pub(crate) waivers: Vec<Waiver>,
    /// For each criterion of the plan, the records that speak to it.
    pub(crate) speaking: Vec<Vec<usize>>,
    pub(crate) supersession: Supersession,
    /// In canonical form, as the audit repeats them: the subject, and every record and waiver.
    pub(crate) subject_json: String,
    pub(crate) records_json: Vec<String>,
    pub(crate) waivers_json: Vec<String>,
    pub(crate) canonical: String,
    pub(crate) digest: String,
    pub(crate) warnings: Vec<Problem>,
}

#[derive(Debug)]
pub(crate) struct Record {
    pub(crate) id: Id,
    pub(crate) observed: Date,
    pub(crate) received: Option<Date>,
    pub(crate) expires: Option<Date>,
    pub(crate) withdrawn: Option<Date>,
    pub(crate) assurance: Assurance,
    /// Records of one source share a number (E3.2).
    pub(crate) source: usize,
    pub(crate) statement: Statement,
}

#[derive(Debug, PartialEq)]
pub(crate) enum Statement {
    Unknown,
    NotApplicable,
    Answer(Id),
    Value(Rational),
    Sample(Sample),
    Data(Data),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sample {
    pub(crate) checked: Rational,
    pub(crate) population: Rational,
    pub(crate) exceptions: Rational,
}

#[derive(Debug, PartialEq)]
pub(crate) struct Data {
    /// By the index of the field in its kind.
    pub(crate) fields: Vec<Option<FieldValue>>,
    /// Records about one thing share a number (E2.5).
    pub(crate) thing: usize,
}

#[derive(Debug)]
pub(crate) struct Waiver {
    /// Indexes of controls of the standard.
    pub(crate) controls: Vec<usize>,
    pub(crate) from: Date,
    pub(crate) until: Date,
}

/// Who supersedes whom (E3.1), without cycles.
#[derive(Debug)]
pub(crate) struct Supersession {
    /// For each record, those that name it in `supersedes`.
    pub(crate) by: Vec<Vec<usize>>,
    /// The records that supersede or are superseded, each after all that supersede it.
    pub(crate) order: Vec<usize>,
}
