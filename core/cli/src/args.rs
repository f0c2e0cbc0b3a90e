//! What can be asked on the command line.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use kolosi::Lang;
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// Audit a subject against a security standard written as data, from the evidence in its dossier, as of a date.
#[derive(Debug, Parser)]
#[command(name = "kolosi", version, max_term_width = 100)]
#[command(
    after_help = "Exit codes: 0 done, 1 bar missed, 2 usage or input error, 3 too little known, 4 integrity failure."
)]
pub(crate) struct Args {
    /// Language of what people read; machine output never changes with it
    #[arg(long, global = true, default_value = "fr", value_parser = languages())]
    pub(crate) lang: Lang,
    /// Colour on the terminal (NO_COLOR is respected)
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto)]
    pub(crate) color: Colour,
    #[command(subcommand)]
    pub(crate) command: Command,
}

fn languages() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new([Lang::Fr.code(), Lang::En.code()]).try_map(|text| text.parse::<Lang>())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Colour {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List the built-in standards
    Standards,
    /// Read a standard, or one control of it
    Show {
        /// A built-in id or a file
        standard: String,
        /// The id of a control
        control: Option<String>,
    },
    /// Audit a dossier
    Audit(Audit),
    /// Write a saved audit in another form, without its standard or dossier
    Render {
        /// An audit in JSON, or - for standard input
        audit: PathBuf,
        #[command(flatten)]
        outputs: Outputs<Format>,
    },
    /// Say what changed from one saved audit to another
    Diff {
        /// The earlier audit in JSON
        old: PathBuf,
        /// The later one
        new: PathBuf,
        #[command(flatten)]
        outputs: Outputs<TextJsonHtml>,
    },
    /// Say why one control got its verdict, down to each record
    Explain {
        #[command(flatten)]
        inputs: Inputs,
        /// The id of a control
        control: String,
        /// The form of standard output
        #[arg(long, value_enum, default_value_t = TextOrJson::Text)]
        format: TextOrJson,
    },
    /// Recompute an audit from its inputs; exit code 4 where a value has changed
    Verify {
        /// An audit in JSON
        audit: PathBuf,
        /// A built-in id or a file
        #[arg(long)]
        standard: String,
        /// The dossier that was audited
        #[arg(long)]
        dossier: PathBuf,
        #[command(flatten)]
        beside: Beside,
    },
    /// Find every problem of standards, dossiers, audits, mappings and id lists
    Check {
        /// Files, or - for standard input
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// The standard of the dossiers, where it is not a built-in one
        #[arg(long)]
        standard: Option<String>,
        /// Rewrite the digests of mappings whose sides have changed, in place, after saying what changed
        #[arg(long)]
        pin: bool,
    },
    /// Put two frameworks side by side: controls without a counterpart first, then pairs
    Crosswalk {
        /// A standard or id list: a built-in id or a file
        from: String,
        /// The other one
        to: String,
        /// A mapping between them, in either direction, in place of those that are built in. Repeatable
        #[arg(long, value_name = "FILE")]
        mapping: Vec<PathBuf>,
        #[command(flatten)]
        outputs: Outputs<TextHtmlCsv>,
    },
    /// Audit many dossiers, one a line of NDJSON: a row for each, and a summary
    Portfolio(Portfolio),
    /// Write the JSON Schema of a type of document, or of the dossiers of one standard
    Schema {
        /// What the schema is of
        #[arg(value_parser = PossibleValuesParser::new(kolosi::schema::names()))]
        name: String,
        /// A built-in id or a file: the schema is made for its dossiers
        #[arg(long)]
        standard: Option<String>,
    },
    /// Begin a standard, or a dossier for one: a valid file with explanations, to be filled in
    New(New),
    /// List the problem codes, or explain one with an example
    Problems {
        /// A problem code, such as unknown-key
        code: Option<String>,
        /// The form of standard output
        #[arg(long, value_enum, default_value_t = TextOrJson::Text)]
        format: TextOrJson,
    },
    /// Write the script that makes a shell complete this command
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

/// What every audit needs.
#[derive(Debug, ClapArgs)]
pub(crate) struct Inputs {
    /// A built-in id or a file
    pub(crate) standard: String,
    /// A file, or - for standard input
    pub(crate) dossier: PathBuf,
    #[command(flatten)]
    pub(crate) asked: Asked,
}

/// How a standard is to be applied.
#[derive(Debug, ClapArgs)]
pub(crate) struct Asked {
    /// The date of the audit, YYYY-MM-DD: no clock is read
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    /// The least assurance of a record that counts: declared, documented or verified
    #[arg(long)]
    pub(crate) assurance: Option<String>,
    /// A profile of the standard
    #[arg(long)]
    pub(crate) profile: Option<String>,
    /// Set a parameter of the standard, within its bounds; comes after the profile. Repeatable
    #[arg(long, value_name = "NAME=VALUE")]
    pub(crate) set: Vec<String>,
}

/// What mappings let be inferred from other dossiers.
#[derive(Debug, ClapArgs)]
pub(crate) struct Beside {
    /// Infer what a mapping says that other dossiers mean: a built-in id or a file. Repeatable
    #[arg(long, value_name = "MAPPING")]
    pub(crate) with_mapping: Vec<String>,
    /// Another dossier of the subject, to infer from; before it, where need be, the profile it is audited under. Repeatable
    #[arg(long, value_name = "[PROFILE:]DOSSIER", requires = "with_mapping")]
    pub(crate) from: Vec<String>,
    /// A standard or id list that a mapping or another dossier is about and that is not built in. Repeatable
    #[arg(long, value_name = "FILE", requires = "with_mapping")]
    pub(crate) with_standard: Vec<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Audit {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    #[command(flatten)]
    pub(crate) beside: Beside,
    #[command(flatten)]
    pub(crate) outputs: Outputs<Format>,
    /// A bar: exit 0 if the level is certainly reached, 1 if certainly not, else 3
    #[arg(long, value_name = "LEVEL")]
    pub(crate) fail_under_level: Option<String>,
    /// A bar: exit 0 if the score is certainly reached, 1 if certainly not, else 3
    #[arg(long, value_name = "POINTS")]
    pub(crate) fail_under_score: Option<String>,
    /// Exit 3 if a smaller share (0 to 1) of the applicable controls is determined
    #[arg(long, value_name = "SHARE")]
    pub(crate) min_coverage: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Portfolio {
    /// The standard, the dossiers (one a line of NDJSON), the date
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    /// The form of the rows; that of the file's name unless given, else ndjson
    #[arg(long, value_enum)]
    pub(crate) format: Option<RowFormat>,
    /// Write the rows to a file (.ndjson or .csv) rather than to standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Write the summary to a file (.html, .json or .txt) rather than to standard error
    #[arg(long, value_name = "FILE")]
    pub(crate) summary: Option<PathBuf>,
    /// Tally the results by an attribute of the subjects, too. Repeatable
    #[arg(long, value_name = "ATTRIBUTE")]
    pub(crate) by: Vec<String>,
    /// Give each row the digests of its dossier and of its audit; takes several times as long
    #[arg(long)]
    pub(crate) digests: bool,
    /// Write no row at all if one line has a problem
    #[arg(long)]
    pub(crate) strict: bool,
    /// How many threads share the work; all cores unless given. No byte of the output depends on it
    #[arg(long, value_name = "COUNT")]
    pub(crate) threads: Option<NonZeroUsize>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct New {
    /// What to begin
    #[arg(value_enum)]
    pub(crate) document: Beginning,
    /// The standard of the dossier: a built-in id or a file
    #[arg(long, required_if_eq("document", "dossier"))]
    pub(crate) standard: Option<String>,
    /// A profile of the standard: its controls, its bounds
    #[arg(long)]
    pub(crate) profile: Option<String>,
    /// The date that the records of the dossier bear, YYYY-MM-DD: no clock is read
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    /// Write a new file rather than to standard output; one that exists is left alone
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// A document that may be begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Beginning {
    Standard,
    Dossier,
}

/// Where to write, and in which form.
#[derive(Debug, ClapArgs)]
pub(crate) struct Outputs<F: Form> {
    /// The form of standard output; text unless files are written
    #[arg(long, value_enum)]
    pub(crate) format: Option<F>,
    /// Write a file; its form from the prefix or the extension. Repeatable
    #[arg(short, long = "output", value_name = "[FORMAT:]FILE")]
    pub(crate) outputs: Vec<String>,
}

/// The forms that something can be written in; the first is for people at a terminal.
pub(crate) trait Form: ValueEnum + Copy + Send + Sync + 'static {}

impl<F: ValueEnum + Copy + Send + Sync + 'static> Form for F {}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    #[value(alias = "txt")]
    Text,
    Json,
    Html,
    Csv,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum RowFormat {
    Ndjson,
    Csv,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TextJsonHtml {
    #[value(alias = "txt")]
    Text,
    Json,
    Html,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TextHtmlCsv {
    #[value(alias = "txt")]
    Text,
    Html,
    Csv,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TextOrJson {
    Text,
    Json,
}
