//! Mappings and other dossiers, from which something is inferred.

use crate::args::Beside as Asked;
use crate::exit::Failure;
use crate::input;
use crate::output::Output;
use kolosi::{Dossier, Framework, Inference, Linked, Mapping, Plan, Problems, Standard};
use std::path::{Path, PathBuf};

/// What was given, read.
pub(crate) struct Beside {
    pub(crate) mappings: Vec<Given>,
    pub(crate) from: Vec<Given>,
    /// Those given, then those built in that a mapping or a dossier names.
    pub(crate) frameworks: Vec<Framework>,
}

/// A document and its name.
pub(crate) struct Given {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    /// Of a dossier, the profile it is audited under.
    profile: Option<String>,
}

impl Given {
    /// A failure of this document.
    fn failed(&self) -> impl Fn(Problems) -> Failure + Copy + '_ {
        |problems| Failure::Problems(Some(self.name.clone()), problems)
    }
}

/// The files among what is asked for.
pub(crate) fn files(asked: &Asked) -> impl Iterator<Item = &Path> {
    let mappings = asked.with_mapping.iter().map(Path::new);
    let dossiers = asked.from.iter().map(|text| Path::new(profile_and_file(text).1));
    mappings.chain(dossiers).chain(asked.with_standard.iter().map(PathBuf::as_path))
}

/// The parts of `[PROFILE:]DOSSIER`; a file of that very name comes first.
fn profile_and_file(text: &str) -> (Option<&str>, &str) {
    match text.split_once(':') {
        Some((profile, file)) if !Path::new(text).exists() => (Some(profile), file),
        _ => (None, text),
    }
}

impl Beside {
    pub(crate) fn read(asked: &Asked) -> Result<Beside, Failure> {
        let mapping = |name: &String| {
            let bytes = match kolosi::bundled_mapping(name) {
                Ok(mapping) => mapping.canonical().as_bytes().to_vec(),
                Err(_) if Path::new(name).exists() => input::read(Path::new(name))?,
                Err(problems) => return Err(problems.into()),
            };
            Ok(Given { name: name.clone(), bytes, profile: None })
        };
        let dossier = |text: &String| {
            let (profile, file) = profile_and_file(text);
            let bytes = input::read(Path::new(file))?;
            Ok(Given { name: file.to_owned(), bytes, profile: profile.map(str::to_owned) })
        };
        let mappings = asked.with_mapping.iter().map(mapping).collect::<Result<Vec<_>, Failure>>()?;
        let from = asked.from.iter().map(dossier).collect::<Result<Vec<_>, Failure>>()?;
        let mut frameworks = Vec::new();
        for path in &asked.with_standard {
            frameworks.push(input::framework(path)?);
        }
        for id in named(&mappings, &from)? {
            // what is given comes before what is built in
            frameworks.extend(kolosi::bundled_frameworks(&id));
        }
        Ok(Beside { mappings, from, frameworks })
    }

    /// What they let be inferred of a dossier.
    pub(crate) fn infer(&self, out: &Output, plan: &Plan, dossier: &Dossier) -> Result<Inference, Failure> {
        let own = Framework::Standard(plan.standard().clone());
        let among: Vec<Framework> = std::iter::once(own).chain(self.frameworks.iter().cloned()).collect();
        let linked = |given: &Given| -> Result<Linked, Failure> {
            let mapping = Mapping::from_slice(&given.bytes).map_err(given.failed())?;
            mapping.link(&among).map_err(given.failed())
        };
        let mappings = self.mappings.iter().map(linked).collect::<Result<Vec<_>, _>>()?;
        let mut from = Vec::new();
        for given in &self.from {
            let other = load(given, plan, &among)?;
            for warning in other.warnings() {
                out.problem(Some(&given.name), warning);
            }
            from.push(other);
        }
        Ok(plan.infer(dossier, &mappings, &from)?)
    }
}

/// The ids of the frameworks that the documents name.
fn named(mappings: &[Given], from: &[Given]) -> Result<Vec<String>, Failure> {
    let mut ids = Vec::new();
    for given in mappings {
        let mapping = Mapping::from_slice(&given.bytes).map_err(given.failed())?;
        ids.extend([mapping.source().to_string(), mapping.target().to_string()]);
    }
    for given in from {
        ids.push(kolosi::standard_of(&given.bytes).map_err(given.failed())?);
    }
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

/// Another dossier, read by the first standard that it is for; the problems are those that the first of its name tells.
fn load(given: &Given, plan: &Plan, among: &[Framework]) -> Result<Dossier, Failure> {
    let id = kolosi::standard_of(&given.bytes).map_err(given.failed())?;
    let standards = among.iter().filter_map(|framework| match framework {
        Framework::Standard(standard) if standard.id().as_str() == id => Some(standard),
        _ => None,
    });
    let read = |standard: &Standard| {
        let mut options = plan.options().carried_to(standard);
        options.profile.clone_from(&given.profile);
        standard.compile(&options)?.dossier(&given.bytes)
    };
    let mut first = None;
    for standard in standards {
        match read(standard) {
            Ok(dossier) => return Ok(dossier),
            Err(problems) => first = first.or(Some(problems)),
        }
    }
    match first {
        Some(problems) => Err(given.failed()(problems)),
        // says that it is neither built in nor a file
        None => Err(input::standard(&id).err().unwrap_or(Failure::NobodyReads)),
    }
}
