//! Evidence that comes in rows: one record each, flat, of one subject or of many.

use crate::problem::{Code, Place, Problem, Problems, listed, nearest, quoted};
use crate::{Standard, limits};
use serde_json::Value;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write;

macro_rules! columns {
    ($($(#[$doc:meta])* $variant:ident $name:literal,)*) => {
        /// A column of evidence in rows: a key of a record, flat.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum EvidenceColumn { $($(#[$doc])* $variant,)* }

        impl EvidenceColumn {
            /// Every column.
            pub const ALL: &[EvidenceColumn] = &[$(EvidenceColumn::$variant),*];

            /// Its name.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(EvidenceColumn::$variant => $name,)* }
            }
        }
    };
}

columns! {
    /// Whom the record is about.
    Subject "subject",
    /// The id of the record.
    Record "record",
    /// The control that it speaks to, or several.
    Control "control",
    /// The criterion that it speaks to, or several.
    Criterion "criterion",
    /// The day of observation.
    Observed "observed",
    /// The day of receipt.
    Received "received",
    /// The last day on which it holds.
    Expires "expires",
    /// An answer.
    Answer "answer",
    /// A measured value.
    Value "value",
    /// How many of a sample were checked.
    SampleChecked "sample_checked",
    /// How many there are in all.
    SamplePopulation "sample_population",
    /// How many were at fault.
    SampleExceptions "sample_exceptions",
    /// The kind of the data.
    Kind "kind",
    /// The data: a JSON object, as text.
    Data "data",
    /// The assurance.
    Assurance "assurance",
    /// The way of checking.
    Method "method",
    /// The id of the source.
    SourceId "source_id",
    /// Its title.
    SourceTitle "source_title",
    /// Its address.
    SourceUri "source_uri",
    /// The page, article or table.
    SourceLocator "source_locator",
    /// The digest of its file.
    SourceSha256 "source_sha256",
    /// The size of its file in bytes.
    SourceBytes "source_bytes",
    /// Who established the record.
    By "by",
    /// The records that it replaces.
    Supersedes "supersedes",
    /// The day of its withdrawal.
    WithdrawnDate "withdrawn_date",
    /// The reason for that.
    WithdrawnReason "withdrawn_reason",
    /// A remark.
    Remark "remark",
}

impl EvidenceColumn {
    /// The column with this name.
    ///
    /// # Errors
    /// `unknown-reference`, with the nearest name.
    pub fn from_name(name: &str) -> Result<EvidenceColumn, Problems> {
        let found = EvidenceColumn::ALL.iter().copied().find(|column| column.as_str() == name);
        found.ok_or_else(|| unknown(name, EvidenceColumn::ALL.iter().map(|column| column.as_str())).into())
    }

    /// Which columns of a table hold which, by their position in it. `named` says which of its columns stands for one of ours where
    /// it has another name; a column that is none of ours is left alone.
    ///
    /// # Errors
    /// A column that is named or needed and not there, with the nearest that is. Needed are `record`, `observed`, one of
    /// `control`, `criterion` and `kind`, and one of `answer`, `value`, `sample_checked` and `data`.
    ///
    /// # Example
    /// ```
    /// use kolosi::{Lang, table::EvidenceColumn};
    /// let named = [(EvidenceColumn::Record, "nr")];
    /// let found = EvidenceColumn::find(&["nr", "control", "observed", "answer", "town"], &named)?;
    /// assert_eq!(found[0], (EvidenceColumn::Record, 0));
    /// let problems = EvidenceColumn::find(&["nr", "control", "observd", "answer"], &named).unwrap_err();
    /// let problem = problems.iter().next().ok_or("none")?;
    /// assert_eq!(problem.message(Lang::En), "`observed` names nothing");
    /// assert_eq!(problem.help(Lang::En), "did you mean `observd`?");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn find(
        table: &[&str],
        named: &[(EvidenceColumn, &str)],
    ) -> Result<Vec<(EvidenceColumn, usize)>, Problems> {
        let (mut found, mut problems) = (Vec::new(), Vec::new());
        let mut missing = |name: &str| problems.push(unknown(name, table.iter().copied()));
        for column in EvidenceColumn::ALL.iter().copied() {
            let other = named.iter().find(|(of, _)| *of == column).map(|(_, name)| *name);
            let name = other.unwrap_or(column.as_str());
            match table.iter().position(|it| *it == name) {
                Some(at) => found.push((column, at)),
                None if other.is_some() => missing(name),
                None => {}
            }
        }
        let named = |column: &EvidenceColumn| named.iter().any(|(of, _)| of == column);
        for needed in NEEDED {
            let there = |column: &EvidenceColumn| named(column) || found.iter().any(|(it, _)| it == column);
            if !needed.iter().any(there)
                && let Some(first) = needed.first()
            {
                missing(first.as_str());
            }
        }
        if problems.is_empty() { Ok(found) } else { Err(Problems::sorted(problems, 0)) }
    }
}

/// One of each is needed.
const NEEDED: [&[EvidenceColumn]; 4] = [
    &[EvidenceColumn::Record],
    &[EvidenceColumn::Observed],
    &[EvidenceColumn::Control, EvidenceColumn::Criterion, EvidenceColumn::Kind],
    &[EvidenceColumn::Answer, EvidenceColumn::Value, EvidenceColumn::SampleChecked, EvidenceColumn::Data],
];

fn unknown<'k>(name: &str, known: impl Iterator<Item = &'k str> + Clone) -> Problem {
    let args = vec![quoted(name), nearest(name, known.clone()), listed(known)];
    let place = Place { path: format!("/columns/{}", crate::problem::pointer(name)), ..Place::default() };
    Problem::new(Code::UnknownReference, place, args, Vec::new())
}

/// What a row says in one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell<'a> {
    /// A text; a number or a day too, as it is written in a document.
    Text(Cow<'a, str>),
    /// Yes or no.
    Boolean(bool),
    /// Several texts.
    Texts(Vec<Cow<'a, str>>),
}

/// Evidence gathered row by row, then made into a dossier for each subject.
///
/// ```
/// use kolosi::table::{Cell, EvidenceColumn, EvidenceRows};
/// let standard = kolosi::bundled("itu-gci-2024")?;
/// let mut rows = EvidenceRows::new(&standard);
/// let row = [("subject", "ml"), ("record", "r1"), ("control", "legal"), ("observed", "2024-01-01"), ("value", "17.5")];
/// let cells = row.map(|(name, text)| Ok((EvidenceColumn::from_name(name)?, Cell::Text(text.into()))));
/// rows.push(cells.into_iter().collect::<Result<Vec<_>, kolosi::Problems>>()?);
/// assert_eq!(rows.subjects().collect::<Vec<_>>(), ["ml"]);
/// let document = rows.dossier("ml", &serde_json::json!({"id": "ml", "name": "Mali"}), None)?;
/// let plan = standard.compile(&kolosi::Options::new("2024-12-31".parse()?))?;
/// assert_eq!(plan.dossier(document.as_bytes())?.record_count(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct EvidenceRows {
    /// The id and the edition.
    standard: (String, String),
    /// The records of each subject, as the members of a JSON list.
    subjects: BTreeMap<String, String>,
    rows: usize,
    /// Rows that name no subject, by their place from 0.
    nobody: Vec<usize>,
}

impl EvidenceRows {
    /// No rows yet, of dossiers for this standard.
    #[must_use]
    pub fn new(standard: &Standard) -> EvidenceRows {
        EvidenceRows {
            standard: (standard.id().to_string(), standard.edition().to_owned()),
            subjects: BTreeMap::new(),
            rows: 0,
            nobody: Vec::new(),
        }
    }

    /// Add a row: what it says in its columns, each at most once; a column of which it says nothing is left out.
    pub fn push<'a>(&mut self, cells: impl IntoIterator<Item = (EvidenceColumn, Cell<'a>)>) {
        let at = self.rows;
        self.rows += 1;
        let (mut subject, mut record) = (None, Record::default());
        for (column, cell) in cells {
            match (column, cell) {
                (EvidenceColumn::Subject, Cell::Text(id)) => subject = Some(id.into_owned()),
                (EvidenceColumn::Subject, _) => {}
                (column, cell) => record.put(column, &cell),
            }
        }
        let Some(subject) = subject else {
            self.nobody.push(at);
            return;
        };
        let records = self.subjects.entry(subject).or_default();
        // a document beyond the limit is refused whole, whatever follows
        if records.len() <= limits::DOCUMENT_BYTES {
            if !records.is_empty() {
                records.push(',');
            }
            record.finish(records);
        }
    }

    /// The ids of the subjects that rows name, sorted.
    pub fn subjects(&self) -> impl Iterator<Item = &str> {
        self.subjects.keys().map(String::as_str)
    }

    /// Rows that name no subject.
    ///
    /// # Errors
    /// `missing-key` for each, at `/ROW/subject`; rows count from 0.
    pub fn check(&self) -> Result<(), Problems> {
        let problem = |at: &usize| {
            let place = Place { path: format!("/{at}"), ..Place::default() };
            Problem::new(Code::MissingKey, place, vec!["subject".to_owned()], Vec::new())
        };
        let first = self.nobody.iter().take(limits::PROBLEMS).map(problem).collect::<Vec<_>>();
        if first.is_empty() {
            return Ok(());
        }
        Err(Problems::sorted(first, self.nobody.len().saturating_sub(limits::PROBLEMS)))
    }

    /// The dossier of a subject, to be loaded as any other: the rows that name it, in their order. `subject` is the member `subject`
    /// of the dossier and `waivers` its member `waivers`. A subject that no row names has a dossier without records.
    ///
    /// # Errors
    /// Those of [`check`](EvidenceRows::check). What is wrong with a record is seen when the dossier is loaded, at `/evidence/N`: the
    /// N-th row of the subject, from 0.
    pub fn dossier(&self, id: &str, subject: &Value, waivers: Option<&Value>) -> Result<String, Problems> {
        self.check()?;
        let records = self.subjects.get(id).map_or("", String::as_str);
        let mut json = String::with_capacity(records.len() + 256);
        let (standard, edition) = (text(&self.standard.0), text(&self.standard.1));
        // writing into memory cannot fail
        let _ = write!(
            json,
            r#"{{"standard":{{"id":{standard},"edition":{edition}}},"subject":{subject},"evidence":[{records}]"#
        );
        if let Some(waivers) = waivers {
            let _ = write!(json, r#","waivers":{waivers}"#);
        }
        json.push('}');
        Ok(json)
    }
}

/// A record in the making: its own members, and those of the objects in it.
#[derive(Default)]
struct Record {
    own: String,
    source: String,
    sample: String,
    withdrawn: String,
}

impl Record {
    fn put(&mut self, column: EvidenceColumn, cell: &Cell<'_>) {
        let name = column.as_str();
        let (members, key) = match name.split_once('_') {
            Some(("source", key)) => (&mut self.source, key),
            Some(("sample", key)) => (&mut self.sample, key),
            Some(("withdrawn", key)) => (&mut self.withdrawn, key),
            _ if column == EvidenceColumn::Record => (&mut self.own, "id"),
            _ => (&mut self.own, name),
        };
        let value = match cell {
            // what is no JSON stays the text that it is, which the loader refuses where an object is wanted
            Cell::Text(json)
                if column == EvidenceColumn::Data && serde_json::from_str::<&RawValue>(json).is_ok() =>
            {
                json.to_string()
            }
            Cell::Text(it) => text(it),
            Cell::Boolean(it) => it.to_string(),
            Cell::Texts(list) => {
                format!("[{}]", list.iter().map(|it| text(it)).collect::<Vec<_>>().join(","))
            }
        };
        member(members, key, &value);
    }

    fn finish(mut self, out: &mut String) {
        let inner = [("source", &self.source), ("sample", &self.sample), ("withdrawn", &self.withdrawn)];
        for (key, members) in inner {
            if !members.is_empty() {
                member(&mut self.own, key, &format!("{{{members}}}"));
            }
        }
        out.push('{');
        out.push_str(&self.own);
        out.push('}');
    }
}

fn member(members: &mut String, key: &str, value: &str) {
    let comma = if members.is_empty() { "" } else { "," };
    let _ = write!(members, "{comma}\"{key}\":{value}");
}

/// A text in JSON.
fn text(text: &str) -> String {
    // a text can be written
    serde_json::to_string(text).unwrap_or_default()
}
