//! Write the generated files of the repository again: `standards/<id>/standard.json`, from `standard.yaml`, and the schemas of
//! `standards/schema/`.

use kolosi_tests::repository::schema_file;
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
            }
            Err(problems) => {
                eprintln!("{}:\n{problems}", yaml.display());
                failed = true;
            }
        }
    }
    for name in kolosi::schema::names() {
        let path = schema_file(name);
        let schema = kolosi::schema::of(name).expect("a schema");
        std::fs::write(&path, format!("{schema:#}\n")).expect("the folder can be written to");
        println!("{}", path.display());
    }
    ExitCode::from(u8::from(failed))
}
