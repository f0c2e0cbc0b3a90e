//! `kolosi schema`: what an editor checks a document by.

use crate::exit::{Done, Exit, Failure};
use crate::input;
use crate::output::Output;

pub(crate) fn run(out: &Output, name: &str, standard: Option<&str>) -> Done {
    let schema = match standard {
        None => kolosi::schema::of(name),
        Some(standard) if name == "dossier" => Some(input::standard(standard)?.dossier_schema()),
        Some(_) => None,
    };
    // every name is one of those known: the arguments see to it
    let schema = schema.ok_or_else(|| {
        Failure::argument(
            name,
            "--standard",
            ("seul un dossier a le schéma d’un référentiel", "only a dossier has the schema of one standard"),
            ("écrivez `kolosi schema dossier --standard …`", "write `kolosi schema dossier --standard …`"),
        )
    })?;
    out.data(&format!("{schema:#}\n"))?;
    Ok(Exit::Done)
}
