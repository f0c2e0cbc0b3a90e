//! `make fuzz`: what fuzzing begins with, from the vectors, what is built in, the example dossiers and what attacked once.

use kolosi::DocumentType;
use kolosi_tests::repository::{vectors, written};
use kolosi_tests::{CaseOptions, project, standard_folders};
use std::fs;
use std::path::{Path, PathBuf};

/// The targets that take a standard and a dossier, with a NUL between (`tests/fuzz/src/lib.rs`).
const PAIRS: [&str; 4] = ["load_and_audit", "canonical", "shuffled", "two_ways"];

fn main() {
    let folder = std::env::args_os().nth(1).map(PathBuf::from).expect("usage: seeds FOLDER");
    let mut seeds = Seeds { folder, written: 0 };
    seeds.vectors();
    seeds.examples();
    seeds.mappings();
    seeds.hostile();
    println!("{} seeds in {}", seeds.written, seeds.folder.display());
}

struct Seeds {
    folder: PathBuf,
    written: usize,
}

impl Seeds {
    fn write(&mut self, target: &str, name: &str, bytes: &[u8]) {
        let folder = self.folder.join(target);
        fs::create_dir_all(&folder).expect("a folder for the seeds");
        fs::write(folder.join(name), bytes).expect("a seed");
        self.written += 1;
    }

    fn pair(&mut self, name: &str, standard: &[u8], dossier: &[u8]) {
        let both = [standard, dossier].join(&0);
        PAIRS.into_iter().for_each(|target| self.write(target, name, &both));
    }

    fn vectors(&mut self) {
        for file in vectors() {
            for case in file.cases {
                let standard = case.standard.as_ref().map(|document| written(document, &file.standards));
                let dossier = case.dossier.as_ref().map(|document| written(document, &file.standards));
                if let Some(standard) = &standard {
                    self.write("standard", &case.id, standard);
                }
                if let Some(dossier) = &dossier {
                    self.write("dossier", &case.id, dossier);
                }
                if let (Some(standard), Some(dossier)) = (&standard, &dossier) {
                    self.pair(&case.id, standard, dossier);
                    if let Some(audit) = audit(standard, dossier, case.options.as_ref()) {
                        self.write("audit_document", &case.id, audit.as_bytes());
                    }
                }
            }
        }
    }

    fn examples(&mut self) {
        for folder in standard_folders() {
            let id = folder.file_name().expect("a name").to_string_lossy().into_owned();
            let standard = read(&folder.join("standard.json"));
            self.write("standard", &id, &standard);
            self.write("standard", &format!("{id}-yaml"), &read(&folder.join("standard.yaml")));
            for example in files(&folder.join("examples")) {
                let name = format!("{id}-{}", example.file_stem().expect("a name").to_string_lossy());
                let dossier = read(&example);
                self.write("dossier", &name, &dossier);
                self.pair(&name, &standard, &dossier);
                if let Some(audit) = audit(&standard, &dossier, None) {
                    self.write("audit_document", &name, audit.as_bytes());
                }
            }
        }
    }

    fn mappings(&mut self) {
        for folder in ["standards/mappings", "tests/vectors/mappings", "tests/hostile/good"] {
            let folder = project().join(folder);
            for path in files(&folder).into_iter().chain(files(&folder.join("ids"))) {
                let name = path.file_name().expect("a name").to_string_lossy().into_owned();
                match path.is_file().then(|| DocumentType::of(&read(&path))) {
                    Some(Ok(Some(DocumentType::Mapping))) => self.write("mapping", &name, &read(&path)),
                    Some(Ok(Some(DocumentType::IdList))) => self.write("id_list", &name, &read(&path)),
                    _ => {}
                }
            }
        }
    }

    /// What attacked once, each document with the honest one that it goes with.
    fn hostile(&mut self) {
        let folder = project().join("tests/hostile");
        let (standard, dossier) =
            (read(&folder.join("good/standard.yaml")), read(&folder.join("good/dossier.yaml")));
        for path in files(&folder) {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            if name.contains(".standard.") {
                self.write("standard", &name, &read(&path));
                self.pair(&name, &read(&path), &dossier);
            } else if name.contains(".dossier.") {
                self.write("dossier", &name, &read(&path));
                self.pair(&name, &standard, &read(&path));
            } else if name.contains(".mapping.") {
                self.write("mapping", &name, &read(&path));
            } else if name.contains(".ids.") {
                self.write("id_list", &name, &read(&path));
            }
        }
    }
}

fn audit(standard: &[u8], dossier: &[u8], options: Option<&CaseOptions>) -> Option<String> {
    let standard = kolosi::Standard::from_slice(standard).ok()?;
    let options = options
        .map_or_else(|| kolosi::Options::parse(Some("2025-12-31"), None), CaseOptions::options)
        .ok()?;
    let plan = standard.compile(&options).ok()?;
    Some(plan.audit(&plan.dossier(dossier).ok()?).to_json())
}

fn read(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files of a folder, sorted.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}
