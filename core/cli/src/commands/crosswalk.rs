//! `kolosi crosswalk`: two frameworks side by side, what has no counterpart first.

use crate::args::{Outputs, TextHtmlCsv};
use crate::exit::{Done, Exit, Failure};
use crate::input;
use crate::output::Output;
use crate::targets::Targets;
use kolosi::{Crosswalk, Framework, Linked, Mapping, report};
use std::path::{Path, PathBuf};

pub(crate) fn run(
    out: &Output,
    sides: [&str; 2],
    mappings: &[PathBuf],
    outputs: &Outputs<TextHtmlCsv>,
) -> Done {
    let files: Vec<&Path> = mappings.iter().map(PathBuf::as_path).chain(sides.map(Path::new)).collect();
    let targets = Targets::new(outputs, &files)?;
    let [from, to] = sides;
    let (from, to) = (input::frameworks(from)?, input::frameworks(to)?);
    let (Some(a), Some(b)) = (from.first(), to.first()) else { return Ok(Exit::Input) };
    let among: Vec<Framework> = from.iter().chain(&to).cloned().collect();
    let is_between = |mapping: &Mapping| {
        let ids = (mapping.source(), mapping.target());
        ids == (a.id(), b.id()) || ids == (b.id(), a.id())
    };
    let mut linked: Vec<Linked> = Vec::new();
    for path in mappings {
        let name = path.display().to_string();
        let failed = |problems| Failure::Problems(Some(name.clone()), problems);
        let mapping = Mapping::from_slice(&input::read(path)?).map_err(failed)?;
        if !is_between(&mapping) {
            return Err(not_between(&name, "--mapping", a, b));
        }
        linked.push(mapping.link(&among).map_err(failed)?);
    }
    if mappings.is_empty() {
        for id in kolosi::bundled_mapping_ids() {
            let mapping = kolosi::bundled_mapping(id)?;
            if is_between(&mapping) {
                let failed = |problems| Failure::Problems(Some(id.to_owned()), problems);
                linked.push(mapping.link(&among).map_err(failed)?);
            }
        }
    }
    let crosswalk = Crosswalk::new(a.id(), b.id(), &linked);
    let crosswalk = crosswalk.ok_or_else(|| not_between(b.id().as_str(), "crosswalk", a, b))?;
    targets.write(out, |format, colour| {
        Ok(match format {
            TextHtmlCsv::Text => report::crosswalk_text(&crosswalk, out.lang, colour),
            TextHtmlCsv::Html => report::crosswalk_html(&crosswalk, out.lang),
            TextHtmlCsv::Csv => report::crosswalk_csv(&crosswalk, out.lang),
        })
    })?;
    Ok(Exit::Done)
}

fn not_between(value: &str, argument: &str, a: &Framework, b: &Framework) -> Failure {
    let (a, b) = (a.id(), b.id());
    Failure::argument(
        value,
        argument,
        (
            &format!("aucune correspondance connue ici entre `{a}` et `{b}`"),
            &format!("no mapping known here between `{a}` and `{b}`"),
        ),
        (
            "donnez avec `--mapping` un fichier qui les relie",
            "give with `--mapping` a file that relates them",
        ),
    )
}
