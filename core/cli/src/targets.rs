//! Where a command writes what it made: standard output and files, each in its form.

use crate::args::{Form, Outputs};
use crate::exit::Failure;
use crate::output::Output;
use std::path::{Path, PathBuf};

/// What was asked for: files, and the form of standard output, if any.
pub(crate) struct Targets<F> {
    files: Vec<(F, PathBuf)>,
    page: Option<F>,
}

impl<F: Form> Targets<F> {
    /// What the command line asks for. Standard output gets the first form there is, unless files are written.
    pub(crate) fn new(asked: &Outputs<F>, inputs: &[&Path]) -> Result<Targets<F>, Failure> {
        let files = asked.outputs.iter().map(|output| target(output)).collect::<Result<Vec<_>, _>>()?;
        let outputs: Vec<&Path> = files.iter().map(|(_, path): &(F, PathBuf)| path.as_path()).collect();
        refuse_overwriting(inputs, &outputs)?;
        let page = match asked.format {
            None if files.is_empty() => F::value_variants().first().copied(),
            format => format,
        };
        Ok(Targets { files, page })
    }

    /// Everything is rendered before anything is written. `render` is told the form, and whether it may use colour.
    pub(crate) fn write(
        &self,
        out: &Output,
        render: impl Fn(F, bool) -> Result<String, Failure>,
    ) -> Result<(), Failure> {
        let files = self
            .files
            .iter()
            .map(|(format, path)| Ok((path, render(*format, false)?)))
            .collect::<Result<Vec<_>, Failure>>()?;
        let page = self.page.map(|format| render(format, out.colour)).transpose()?;
        for (path, text) in &files {
            out.file(path, text)?;
            out.say(&format!("{} {}", out.words("écrit\u{a0}:", "written:"), path.display()));
        }
        page.map_or(Ok(()), |page| out.data(&page))
    }
}

/// The form and file of an `-o`: from a prefix, else from the extension.
fn target<F: Form>(output: &str) -> Result<(F, PathBuf), Failure> {
    let by_name = |name: &str| F::from_str(name, false).ok();
    if let Some((format, path)) = output.split_once(':').and_then(|(name, path)| Some((by_name(name)?, path)))
    {
        return Ok((format, path.into()));
    }
    let extension = Path::new(output).extension().and_then(|extension| extension.to_str());
    if let Some(format) = extension.and_then(by_name) {
        return Ok((format, output.into()));
    }
    let known: Vec<String> = F::value_variants()
        .iter()
        .filter_map(|form| Some(format!("`{}:`", form.to_possible_value()?.get_name())))
        .collect();
    let known = known.join(", ");
    Err(Failure::argument(
        output,
        "--output",
        ("son format n’est pas connu ici", "its format is not known here"),
        (
            &format!("écrivez devant le nom du fichier l’un de ceux-ci : {known}"),
            &format!("write one of these before the file name: {known}"),
        ),
    ))
}

/// An output that is one of the inputs, or another output, would destroy it.
pub(crate) fn refuse_overwriting(inputs: &[&Path], outputs: &[&Path]) -> Result<(), Failure> {
    let real = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut taken: Vec<PathBuf> = inputs.iter().map(|path| real(path)).collect();
    for path in outputs {
        let path = real(path);
        if taken.contains(&path) {
            return Err(Failure::argument(
                &path.display().to_string(),
                "--output",
                ("c’est aussi un autre fichier de la commande", "it is also another file of the command"),
                ("choisissez un autre nom", "choose another name"),
            ));
        }
        taken.push(path);
    }
    Ok(())
}
