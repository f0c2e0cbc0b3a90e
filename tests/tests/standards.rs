//! The built-in standards: generated files are up to date, examples load, nothing is missing beside them.

use flate2::Compression;
use flate2::write::GzEncoder;
use kolosi_tests::mappings::{id_lists, mappings};
use kolosi_tests::repository::{examples, schema_file, yaml_files};
use kolosi_tests::standard_folders;
use kolosi_tests::standards::{controls, list, standards, text};
use serde_json::Value;
use std::io::Write;

#[test]
fn the_bundled_json_is_that_of_the_yaml() {
    for folder in standard_folders() {
        let yaml = std::fs::read(folder.join("standard.yaml")).unwrap();
        let json = std::fs::read_to_string(folder.join("standard.json")).unwrap();
        let standard = kolosi::Standard::from_slice(&yaml)
            .unwrap_or_else(|problems| panic!("{}:\n{problems}", folder.display()));
        assert_eq!(standard.canonical(), json, "{}: run `make standards`", folder.display());
        let again = kolosi::Standard::from_slice(json.as_bytes()).unwrap();
        assert_eq!(again.digest(), standard.digest(), "YAML and JSON of one content have one digest (E2.2)");
        assert!(standard.warnings().is_empty(), "{:?}", standard.warnings());
    }
}

#[test]
fn every_mapping_and_id_list_is_bundled_under_its_name_and_checks_clean() {
    let folder = kolosi_tests::project().join("standards/mappings");
    let stems = |folder: &std::path::Path| -> Vec<String> {
        let files = yaml_files(folder).into_iter();
        files.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect()
    };
    let committed = |path: std::path::PathBuf| std::fs::read_to_string(path.with_extension("json")).unwrap();
    assert_eq!(stems(&folder), kolosi::bundled_mapping_ids().collect::<Vec<_>>());
    assert_eq!(stems(&folder.join("ids")), kolosi::bundled_id_list_ids().collect::<Vec<_>>());
    for path in yaml_files(&folder) {
        let yaml = kolosi::Mapping::from_slice(&std::fs::read(&path).unwrap())
            .unwrap_or_else(|problems| panic!("{}:\n{problems}", path.display()));
        assert_eq!(yaml.canonical(), committed(path.clone()), "{}: run `make standards`", path.display());
        let mapping = kolosi::bundled_mapping(yaml.id().as_str()).unwrap();
        let sides = [mapping.source(), mapping.target()];
        let sides: Vec<_> = sides.iter().flat_map(|id| kolosi::bundled_frameworks(id.as_str())).collect();
        mapping.link(&sides).unwrap_or_else(|problems| panic!("{}:\n{problems}", path.display()));
        assert!(mapping.warnings().is_empty(), "{:?}", mapping.warnings());
    }
    for path in yaml_files(&folder.join("ids")) {
        let yaml = kolosi::IdList::from_slice(&std::fs::read(&path).unwrap())
            .unwrap_or_else(|problems| panic!("{}:\n{problems}", path.display()));
        assert_eq!(yaml.canonical(), committed(path.clone()), "{}: run `make standards`", path.display());
        assert_eq!(kolosi::bundled_id_list(yaml.id().as_str()).unwrap().digest(), yaml.digest());
        assert!(yaml.warnings().is_empty(), "{:?}", yaml.warnings());
    }
}

#[test]
fn the_published_schemas_are_those_of_the_types() {
    for name in kolosi::schema::names() {
        let published = std::fs::read_to_string(schema_file(name)).unwrap_or_default();
        let schema = kolosi::schema::of(name).unwrap();
        assert!(
            format!("{schema:#}\n") == published,
            "{name}.schema.json is not up to date: run `make standards`"
        );
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    }
    assert!(kolosi::schema::of("evidence").is_none());
}

#[test]
fn every_folder_is_bundled_under_its_name() {
    let folders: Vec<String> = standard_folders()
        .iter()
        .map(|folder| folder.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    let bundled: Vec<&str> = kolosi::bundled_ids().collect();
    assert_eq!(folders, bundled);
    for id in bundled {
        assert_eq!(kolosi::bundled(id).unwrap().id().as_str(), id);
    }
}

#[test]
fn every_example_loads_and_the_provenance_is_told() {
    for folder in standard_folders() {
        assert!(folder.join("PROVENANCE.md").is_file(), "{}", folder.display());
        assert!(folder.join("examples").read_dir().is_ok_and(|mut files| files.next().is_some()));
    }
    for example in examples() {
        let (name, bytes) = (example.path.display(), std::fs::read(&example.path).unwrap());
        let dossier = example.plan.dossier(&bytes).unwrap_or_else(|problems| panic!("{name}:\n{problems}"));
        assert!(dossier.warnings().is_empty(), "{name}: {:?}", dossier.warnings());
        let subject: Value = serde_json::from_str(example.plan.audit(&dossier).subject.get()).unwrap();
        let says_so = subject["name"].as_str().unwrap().contains("(exemple fictif)");
        assert_eq!(says_so, subject["fictional"] == true, "{name}: what is made up says so in its name");
    }
}

#[test]
fn every_control_cites_a_source() {
    for standard in standards() {
        for control in controls(&standard) {
            assert!(!list(control, "references").is_empty(), "{}: {}", standard["id"], control["id"]);
        }
    }
}

#[test]
fn as_it_travels_all_that_is_built_in_is_small() {
    let mut bytes = 0;
    for document in standards().into_iter().chain(mappings()).chain(id_lists()) {
        let id = text(&document, "id");
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(document.to_string().as_bytes()).unwrap();
        let one = gzip.finish().unwrap().len();
        println!("{id}: {one} bytes compressed");
        bytes += one;
    }
    assert!(bytes < 250_000, "{bytes} bytes compressed");
}

#[test]
fn an_audit_is_written_as_rfc_8785() {
    let plan = kolosi::bundled("ml-snc-2026")
        .unwrap()
        .compile(&kolosi::Options::new("2025-12-31".parse().unwrap()))
        .unwrap();
    let example = kolosi_tests::project().join("standards/ml-snc-2026/examples/ml-2025-12.yaml");
    let audit = plan.audit(&plan.dossier(&std::fs::read(example).unwrap()).unwrap()).to_json();
    // serde_json keeps the objects of a tree sorted, and no key here is beyond ASCII
    let sorted: serde_json::Value = serde_json::from_str(&audit).unwrap();
    assert_eq!(sorted.to_string(), audit);
    let read: kolosi::Audit = serde_json::from_str(&audit).unwrap();
    assert_eq!(read.to_json(), audit, "reading back loses nothing");
}
