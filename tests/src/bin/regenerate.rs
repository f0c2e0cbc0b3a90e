//! Write the generated files of the repository again: `standards/<id>/standard.json`, from `standard.yaml`.

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
    ExitCode::from(u8::from(failed))
}
