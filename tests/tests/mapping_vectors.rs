//! The hand-written problems of mappings and id lists, `tests/vectors/mappings/problems.json`, through the public surface.

use kolosi::{Code, DocumentType, Framework, IdList, Mapping, Problem, Problems, Standard};
use kolosi_tests::project;
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "description")]
    _description: String,
    frameworks: BTreeMap<String, Value>,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    id: String,
    description: String,
    rules: Vec<String>,
    mapping: Option<Value>,
    id_list: Option<Value>,
    /// The names of the frameworks that there are; all of the file where it is absent.
    among: Option<Vec<String>>,
    problems: Vec<Expected>,
}

#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
struct Expected {
    code: String,
    path: Option<String>,
    /// The paths that are named beside it.
    related: Option<Vec<String>>,
}

impl Expected {
    fn meets(&self, problem: &Problem) -> bool {
        let related: Vec<&str> = problem.related().iter().map(|place| place.path.as_str()).collect();
        self.code == problem.code().as_str()
            && self.path.as_ref().is_none_or(|path| *path == problem.place().path)
            && self.related.as_ref().is_none_or(|wanted| *wanted == related)
    }
}

fn framework(document: &Value) -> Framework {
    let bytes = document.to_string();
    match DocumentType::of(bytes.as_bytes()) {
        Ok(Some(DocumentType::IdList)) => Framework::Ids(IdList::from_slice(bytes.as_bytes()).unwrap()),
        _ => Framework::Standard(Standard::from_slice(bytes.as_bytes()).unwrap()),
    }
}

/// Every problem of the document of a case, loaded and, a mapping, linked.
fn found(case: &Case, frameworks: &BTreeMap<String, Framework>) -> Vec<Problem> {
    let among: Vec<Framework> = match &case.among {
        Some(names) => names.iter().map(|name| frameworks[name].clone()).collect(),
        None => frameworks.values().cloned().collect(),
    };
    let outcome: Result<(), Problems> = match (&case.mapping, &case.id_list) {
        (Some(mapping), None) => Mapping::from_slice(mapping.to_string().as_bytes()).and_then(|mapping| {
            mapping.link(&among).map(|linked| assert!(linked.mapping().warnings().is_empty()))
        }),
        (None, Some(list)) => IdList::from_slice(list.to_string().as_bytes()).map(|_| ()),
        _ => panic!("{}: a mapping, or an id list", case.id),
    };
    outcome.err().iter().flatten().cloned().collect()
}

#[test]
fn every_case_has_its_problems_and_no_others() {
    let path = project().join("tests/vectors/mappings/problems.json");
    let file: File = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let frameworks =
        file.frameworks.iter().map(|(name, document)| (name.clone(), framework(document))).collect();
    let (mut ids, mut failures) = (BTreeSet::new(), Vec::new());
    for case in &file.cases {
        assert!(ids.insert(&case.id), "{} twice", case.id);
        assert!(!case.rules.is_empty() && case.description.ends_with('.'), "{}", case.id);
        let mut left = found(case, &frameworks);
        for wanted in &case.problems {
            match left.iter().position(|problem| wanted.meets(problem)) {
                Some(at) => drop(left.remove(at)),
                None => failures.push(format!("{}: wanted {wanted:?}, found {left:?}", case.id)),
            }
        }
        if !left.is_empty() {
            failures.push(format!("{}: also found {left:?}", case.id));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    // what only mappings can have, each at least once
    let met: BTreeSet<&str> =
        file.cases.iter().flat_map(|case| &case.problems).map(|it| it.code.as_str()).collect();
    for code in [Code::ContradictoryEdges, Code::SupersetCycle, Code::BrokenPin, Code::UnknownReference] {
        assert!(met.contains(code.as_str()), "{code:?}");
    }
}
