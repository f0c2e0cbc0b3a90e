//! Every standard, dossier, audit, mapping and id list of the repository, as bytes, with the loader that reads them.

use crate::{CaseOptions, inferring, project, standard_folders};
use kolosi::{Audit, DocumentType, IdList, Mapping, Options, Plan, Problems, Standard};
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What reads a document.
#[derive(Clone)]
pub enum Loader {
    Standard,
    Dossier(Plan),
    Audit,
    Mapping,
    IdList,
}

impl Loader {
    pub fn of(&self) -> DocumentType {
        match self {
            Loader::Standard => DocumentType::Standard,
            Loader::Dossier(_) => DocumentType::Dossier,
            Loader::Audit => DocumentType::Audit,
            Loader::Mapping => DocumentType::Mapping,
            Loader::IdList => DocumentType::IdList,
        }
    }

    /// # Errors
    /// What the loader finds.
    pub fn load(&self, bytes: &[u8]) -> Result<(), Problems> {
        match self {
            Loader::Standard => Standard::from_slice(bytes).map(|_| ()),
            Loader::Dossier(plan) => plan.dossier(bytes).map(|_| ()),
            Loader::Audit => Audit::from_slice(bytes).map(|_| ()),
            Loader::Mapping => Mapping::from_slice(bytes).map(|_| ()),
            Loader::IdList => IdList::from_slice(bytes).map(|_| ()),
        }
    }
}

pub struct Document {
    pub name: String,
    pub bytes: Vec<u8>,
    pub loader: Loader,
}

/// Those of `standards/`, those of the vectors, and the audits of all dossiers that load, but for those of large standards: an audit
/// holds its standard, and reading thousands of large ones shows nothing that the others do not. Each once.
pub fn documents() -> Vec<Document> {
    let mut documents = Vec::new();
    for folder in standard_folders() {
        for name in ["standard.yaml", "standard.json"] {
            documents.push(file(&folder.join(name), Loader::Standard));
        }
    }
    let mut audits = Vec::new();
    for Example { path, plan } in examples() {
        let small = plan.standard().control_count() < 50;
        let document = file(&path, Loader::Dossier(plan));
        audits.extend(audit(&document).filter(|_| small));
        documents.push(document);
    }
    for file in vectors() {
        for case in &file.cases {
            let Some(standard) = &case.standard else { continue };
            let bytes = written(standard, &file.standards);
            documents.push(Document {
                name: case.id.clone(),
                bytes: bytes.clone(),
                loader: Loader::Standard,
            });
            let Some(dossier) = &case.dossier else { continue };
            let default = Options::new("2025-12-31".parse().expect("a date"));
            let options = case.options.as_ref().map_or(Ok(default), CaseOptions::options);
            let Some(plan) = options.ok().and_then(|options| plan(&bytes, &options)) else { continue };
            let bytes = written(dossier, &file.standards);
            let document = Document { name: case.id.clone(), bytes, loader: Loader::Dossier(plan) };
            audits.extend(audit_of_case(&document, case, &file.standards));
            documents.push(document);
        }
    }
    for (folder, loader) in mapping_folders() {
        documents.extend(yaml_files(&folder).iter().map(|path| file(path, loader.clone())));
    }
    documents.extend(audits);
    let mut seen = BTreeSet::new();
    documents.retain(|document| seen.insert((document.loader.of().as_str(), document.bytes.clone())));
    documents
}

/// Where mappings and id lists are: those that are built in, and those of the vectors.
fn mapping_folders() -> [(PathBuf, Loader); 4] {
    let folder = |path: &str| project().join(path);
    [
        (folder("standards/mappings"), Loader::Mapping),
        (folder("standards/mappings/ids"), Loader::IdList),
        (folder("tests/vectors/mappings"), Loader::Mapping),
        (folder("tests/vectors/mappings/ids"), Loader::IdList),
    ]
}

/// The YAML files of a folder, sorted; none where there is no folder.
pub fn yaml_files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    files.sort();
    files
}

fn plan(standard: &[u8], options: &Options) -> Option<Plan> {
    Standard::from_slice(standard).ok()?.compile(options).ok()
}

fn read(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn file(path: &Path, loader: Loader) -> Document {
    Document { name: path.display().to_string(), bytes: read(path), loader }
}

fn audit(document: &Document) -> Option<Document> {
    let Loader::Dossier(plan) = &document.loader else { return None };
    let dossier = plan.dossier(&document.bytes).ok()?;
    Some(saved(document, &plan.audit(&dossier)))
}

/// The same of a vector, with what its mappings let be inferred.
fn audit_of_case(
    document: &Document,
    case: &VectorCase,
    named: &BTreeMap<String, Value>,
) -> Option<Document> {
    let Loader::Dossier(plan) = &document.loader else { return None };
    let dossier = plan.dossier(&document.bytes).ok()?;
    let inferred = (case.mappings.as_deref(), case.from.as_slice());
    Some(saved(document, &inferring::of_vector(plan, &dossier, inferred, named).ok()?))
}

fn saved(document: &Document, audit: &Audit) -> Document {
    Document {
        name: format!("the audit of {}", document.name),
        bytes: audit.to_json().into_bytes(),
        loader: Loader::Audit,
    }
}

/// The documents of a file of vectors; what is expected of them is only `tests/tests/vectors.rs`'s.
#[derive(Deserialize)]
pub struct VectorFile {
    #[serde(default)]
    pub standards: BTreeMap<String, Value>,
    pub cases: Vec<VectorCase>,
}

#[derive(Deserialize)]
pub struct VectorCase {
    pub id: String,
    pub standard: Option<Value>,
    pub dossier: Option<Value>,
    pub options: Option<CaseOptions>,
    pub mappings: Option<Vec<Value>>,
    #[serde(default)]
    pub from: Vec<inferring::From>,
}

/// The vectors, file by file.
pub fn vectors() -> impl Iterator<Item = VectorFile> {
    vector_files().into_iter().map(|path| serde_json::from_slice(&read(&path)).expect("vectors"))
}

/// As of when the examples of a built-in standard are audited.
pub fn as_of(standard: &str) -> kolosi::Date {
    let date = match standard {
        "itu-cyberwellness-2014" => "2014-08-12",
        "itu-gci-2024" => "2024-12-31",
        "gci-self-assessment" | "ml-snc-2026" => "2025-12-31",
        "ml-socle-2026" => "2026-06-30",
        "un-egdi-2024" => "2025-06-30",
        _ => panic!("as of when are the examples of {standard} audited? Say it here."),
    };
    date.parse().expect("a date")
}

/// An example dossier, with the plan that it is audited by.
pub struct Example {
    pub path: PathBuf,
    pub plan: Plan,
}

impl Example {
    /// The name of its file, without the extension.
    pub fn name(&self) -> String {
        self.path.file_stem().expect("a name").to_string_lossy().into_owned()
    }

    pub fn audit(&self) -> Audit {
        let dossier = self.plan.dossier(&read(&self.path));
        self.plan.audit(&dossier.unwrap_or_else(|problems| panic!("{}:\n{problems}", self.path.display())))
    }
}

/// The example dossiers of every built-in standard. One that has the name of a profile is audited under that profile.
pub fn examples() -> Vec<Example> {
    let mut examples = Vec::new();
    for folder in standard_folders() {
        let id = folder.file_name().expect("a name").to_string_lossy().into_owned();
        let standard = Standard::from_slice(&read(&folder.join("standard.json"))).expect("a standard");
        let entries = std::fs::read_dir(folder.join("examples")).expect("the examples");
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
        paths.sort();
        for path in paths {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let under = standard.compile(&Options::new(as_of(&id)).profile(&name));
            let plan = under.or_else(|_| standard.compile(&Options::new(as_of(&id)))).expect("a plan");
            examples.push(Example { path, plan });
        }
    }
    examples
}

/// The audits of the built-in standards' example dossiers.
pub fn example_audits() -> Vec<Audit> {
    examples().iter().map(Example::audit).collect()
}

/// Where a schema is published.
pub fn schema_file(name: &str) -> PathBuf {
    project().join(format!("standards/schema/{name}.schema.json"))
}

/// The files of `tests/vectors/`, sorted.
pub fn vector_files() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(project().join("tests/vectors")).expect("the vectors");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| {
        path.file_name().is_some_and(|name| {
            let name = name.to_string_lossy();
            name.ends_with(".json") && !name.ends_with(".schema.json")
        })
    });
    paths.sort();
    paths
}

/// The bytes of a vector's document: its exact text where the vector gives it, else the tree as JSON.
pub fn written(document: &Value, named: &BTreeMap<String, Value>) -> Vec<u8> {
    let document = match document {
        Value::String(name) => &named[name],
        other => other,
    };
    match document.as_object().filter(|object| object.len() == 1).and_then(|object| object.iter().next()) {
        Some((format, Value::String(text))) if format == "yaml" || format == "json" => {
            text.clone().into_bytes()
        }
        _ => document.to_string().into_bytes(),
    }
}
