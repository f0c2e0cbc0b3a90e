//! The hand-written vectors of `tests/vectors/`, through the public surface.

use kolosi::{Problem, Problems, Standard};
use kolosi_tests::repository::{vector_files, written};
use kolosi_tests::{CaseOptions, inferring, project};
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    standards: BTreeMap<String, Value>,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    id: String,
    rules: Vec<String>,
    standard: Option<Value>,
    dossier: Option<Value>,
    options: Option<CaseOptions>,
    mappings: Option<Vec<Value>>,
    #[serde(default)]
    from: Vec<inferring::From>,
    expect: Expect,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    audit: Option<BTreeMap<String, Value>>,
    problems: Option<Vec<Expected>>,
    warnings: Option<Vec<Expected>>,
    canonical: Option<String>,
    digest: Option<String>,
}

#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
struct Expected {
    code: String,
    path: Option<String>,
    line: Option<u32>,
    column: Option<u32>,
}

impl Expected {
    fn meets(&self, problem: &Problem) -> bool {
        let place = problem.place();
        self.code == problem.code().as_str()
            && self.path.as_ref().is_none_or(|path| *path == place.path)
            && self.line.is_none_or(|line| line == place.line)
            && self.column.is_none_or(|column| column == place.column)
    }
}

fn compare(expected: &[Expected], found: &[&Problem]) -> Result<(), String> {
    // the most exact expectations choose first
    let mut order: Vec<&Expected> = expected.iter().collect();
    order.sort_by_key(|it| (it.path.is_none(), it.line.is_none()));
    let mut left: Vec<&Problem> = found.to_vec();
    for wanted in order {
        match left.iter().position(|problem| wanted.meets(problem)) {
            Some(at) => drop(left.remove(at)),
            None => return Err(format!("wanted {wanted:?}, found {:?}", shown(found))),
        }
    }
    if left.is_empty() { Ok(()) } else { Err(format!("also found {:?}", shown(&left))) }
}

fn shown(problems: &[&Problem]) -> Vec<String> {
    problems
        .iter()
        .map(|it| {
            format!(
                "{} at {} ({}:{})",
                it.code().as_str(),
                it.place().path,
                it.place().line,
                it.place().column
            )
        })
        .collect()
}

/// What a case comes to.
#[derive(Default)]
struct Outcome {
    errors: Vec<Problem>,
    warnings: Vec<Problem>,
    canonical: String,
    digest: String,
    audit: Option<Value>,
}

impl Outcome {
    fn failed(problems: &Problems) -> Outcome {
        let (errors, warnings) = problems.iter().cloned().partition(Problem::is_error);
        Outcome { errors, warnings, ..Outcome::default() }
    }
}

fn run(case: &Case, named: &BTreeMap<String, Value>) -> Outcome {
    let standard = match Standard::from_slice(&written(case.standard.as_ref().expect("a standard"), named)) {
        Ok(standard) => standard,
        Err(problems) => return Outcome::failed(&problems),
    };
    let of_standard = Outcome {
        warnings: standard.warnings().to_vec(),
        canonical: standard.canonical().to_owned(),
        digest: standard.digest().to_owned(),
        ..Outcome::default()
    };
    let options = match (&case.options, &case.dossier) {
        (Some(options), _) => match options.options() {
            Ok(options) => options,
            Err(problems) => return Outcome::failed(&problems),
        },
        (None, Some(_)) => kolosi::Options::new("2024-12-31".parse().unwrap()),
        (None, None) => return of_standard,
    };
    let plan = match standard.compile(&options) {
        Ok(plan) => plan,
        Err(problems) => return Outcome::failed(&problems),
    };
    let Some(dossier) = &case.dossier else { return of_standard };
    let audited = plan.dossier(&written(dossier, named)).and_then(|dossier| {
        let inferred = (case.mappings.as_deref(), case.from.as_slice());
        let audit = inferring::of_vector(&plan, &dossier, inferred, named)?;
        Ok((dossier, audit))
    });
    match audited {
        Ok((dossier, audit)) => Outcome {
            errors: Vec::new(),
            warnings: dossier.warnings().to_vec(),
            canonical: dossier.canonical().to_owned(),
            digest: dossier.digest().to_owned(),
            audit: Some(serde_json::from_str(&audit.to_json()).unwrap()),
        },
        Err(problems) => Outcome::failed(&problems),
    }
}

/// The value at a JSON pointer whose tokens may be `[key=value]`.
fn at<'v>(value: &'v Value, pointer: &str) -> Option<&'v Value> {
    // a `/` inside brackets belongs to the token
    let mut tokens = Vec::new();
    let mut rest = pointer;
    while let Some(after) = rest.strip_prefix('/') {
        let end = if after.starts_with('[') {
            after.find(']').map(|end| end + 1)?
        } else {
            after.find('/').unwrap_or(after.len())
        };
        tokens.push(&after[..end]);
        rest = &after[end..];
    }
    tokens.into_iter().try_fold(value, |value, token| {
        match token
            .strip_prefix('[')
            .and_then(|token| token.strip_suffix(']'))
            .and_then(|token| token.split_once('='))
        {
            Some((key, wanted)) => value.as_array()?.iter().find(|item| item[key] == *wanted),
            None => value.pointer(&format!("/{token}")),
        }
    })
}

fn check(case: &Case, named: &BTreeMap<String, Value>) -> Result<(), String> {
    let outcome = run(case, named);
    let errors: Vec<&Problem> = outcome.errors.iter().collect();
    let warnings: Vec<&Problem> = outcome.warnings.iter().collect();
    let expect = &case.expect;
    if let Some(problems) = &expect.problems {
        return compare(problems, &errors);
    }
    if !errors.is_empty() {
        return Err(format!("unexpected {:?}", shown(&errors)));
    }
    if let Some(wanted) = &expect.warnings {
        compare(wanted, &warnings)?;
    }
    if let Some(canonical) = &expect.canonical
        && *canonical != outcome.canonical
    {
        return Err(format!("canonical\n  wanted {canonical}\n  found  {}", outcome.canonical));
    }
    if let Some(digest) = &expect.digest
        && *digest != outcome.digest
    {
        return Err(format!("digest: wanted {digest}, found {}", outcome.digest));
    }
    for (pointer, wanted) in expect.audit.iter().flatten() {
        let found = outcome.audit.as_ref().and_then(|audit| at(audit, pointer));
        if found != Some(wanted) {
            let found = found.map_or("nothing".to_owned(), Value::to_string);
            return Err(format!("{pointer}\n  wanted {wanted}\n  found  {found}"));
        }
    }
    Ok(())
}

/// Every rule that a vector must rest on.
const RULES: [&str; 33] = [
    "E1.1", "E1.2", "E1.3", "E1.4", "E2.1", "E2.2", "E2.3", "E2.4", "E2.5", "E2.6", "E2.7", "E2.8", "E3.1",
    "E3.2", "E3.3", "E3.4", "E3.5", "E4.1", "E4.2", "E4.3", "E4.4", "E5.1", "E5.2", "E5.3", "E6", "E7", "E8",
    "E9", "E10", "E12.1", "E12.2", "E12.3", "E12.4",
];

#[test]
fn every_file_follows_its_schema() {
    let schema: Value =
        serde_json::from_slice(&std::fs::read(project().join("tests/vectors/vector.schema.json")).unwrap())
            .unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for path in vector_files() {
        let file: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        if let Err(error) = validator.validate(&file) {
            panic!("{}: {error} at {}", path.display(), error.instance_path());
        }
    }
}

#[test]
fn every_vector_holds() {
    let paths = vector_files();
    let (mut ids, mut rules, mut failures) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    for path in &paths {
        let file: File = serde_json::from_slice(&std::fs::read(path).unwrap())
            .unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        for case in &file.cases {
            assert!(ids.insert(case.id.clone()), "{} twice", case.id);
            rules.extend(case.rules.iter().cloned());
            if let Err(why) = check(case, &file.standards) {
                failures.push(format!(
                    "{} in {}: {why}",
                    case.id,
                    path.file_name().unwrap().to_string_lossy()
                ));
            }
        }
    }
    println!("{} vectors in {} files, {} failed", ids.len(), paths.len(), failures.len());
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    for rule in RULES {
        assert!(rules.contains(rule), "no vector rests on {rule}");
    }
    assert!(ids.len() >= 120);
}
