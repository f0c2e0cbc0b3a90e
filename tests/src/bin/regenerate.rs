//! Write the generated files of the repository again: `standards/<id>/standard.json`, from `standard.yaml`, the JSON of mappings and
//! id lists beside their YAML, the schemas of `standards/schema/`, and the ids that each standard and id list has ever had,
//! `tests/ids/<id>.txt`, with those of the mappings and lists themselves, `tests/ids/mappings.txt`: they only grow.

use kolosi_tests::mappings::{BUILT_IN, built_in_ids, id_lists, listed_ids};
use kolosi_tests::repository::{schema_file, yaml_files};
use kolosi_tests::standards::{ids, ids_file, kept_ids, text};
use std::collections::BTreeSet;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut failed = false;
    for folder in kolosi_tests::standard_folders() {
        let (yaml, json) = (folder.join("standard.yaml"), folder.join("standard.json"));
        let bytes = std::fs::read(&yaml).expect("a standard");
        match kolosi::Standard::from_slice(&bytes) {
            Ok(standard) => {
                std::fs::write(&json, standard.canonical()).expect("the folder can be written to");
                println!("{}", json.display());
                let document = serde_json::from_str(standard.canonical()).expect("JSON");
                keep(standard.id().as_str(), ids(&document));
            }
            Err(problems) => {
                eprintln!("{}:\n{problems}", yaml.display());
                failed = true;
            }
        }
    }
    let mappings = kolosi_tests::project().join("standards/mappings");
    for (folder, canonical) in [
        (mappings.clone(), mapping as fn(&[u8]) -> Result<String, kolosi::Problems>),
        (mappings.join("ids"), id_list),
    ] {
        for yaml in yaml_files(&folder) {
            let json = yaml.with_extension("json");
            match canonical(&std::fs::read(&yaml).expect("a file")) {
                Ok(canonical) => {
                    std::fs::write(&json, canonical).expect("the folder can be written to");
                    println!("{}", json.display());
                }
                Err(problems) => {
                    eprintln!("{}:\n{problems}", yaml.display());
                    failed = true;
                }
            }
        }
    }
    for list in id_lists() {
        keep(text(&list, "id"), listed_ids(&list));
    }
    keep(BUILT_IN, built_in_ids());
    for name in kolosi::schema::names() {
        let path = schema_file(name);
        let schema = kolosi::schema::of(name).expect("a schema");
        std::fs::write(&path, format!("{schema:#}\n")).expect("the folder can be written to");
        println!("{}", path.display());
    }
    ExitCode::from(u8::from(failed))
}

/// Add ids to those that there have ever been.
fn keep(name: &str, ids: BTreeSet<String>) {
    let mut known = kept_ids(name);
    known.extend(ids);
    let lines: String = known.iter().map(|id| format!("{id}\n")).collect();
    let file = ids_file(name);
    std::fs::write(&file, lines).expect("the folder can be written to");
    println!("{}", file.display());
}

fn mapping(bytes: &[u8]) -> Result<String, kolosi::Problems> {
    kolosi::Mapping::from_slice(bytes).map(|mapping| mapping.canonical().to_owned())
}

fn id_list(bytes: &[u8]) -> Result<String, kolosi::Problems> {
    kolosi::IdList::from_slice(bytes).map(|list| list.canonical().to_owned())
}
