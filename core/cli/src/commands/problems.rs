//! `kolosi problems`: the codes.

use crate::exit::{Done, Exit, Failure};
use crate::output::Output;
use kolosi::Code;
use std::fmt::Write;

pub(crate) fn run(out: &Output, name: Option<&str>) -> Done {
    let mut text = String::new();
    match name {
        None => {
            for code in Code::ALL {
                let _ = writeln!(
                    text,
                    "{:26}{:9}{:9}{}",
                    code.as_str(),
                    code.class().as_str(),
                    code.severity().as_str(),
                    plain(code.message(out.lang))
                );
            }
        }
        Some(name) => {
            let code = Code::from_name(name).ok_or_else(|| {
                let (fr, en) = (format!("aucun code `{name}`"), format!("no code `{name}`"));
                Failure::Usage(
                    format!("{fr} ; `kolosi problems` donne la liste"),
                    format!("{en}; `kolosi problems` lists them"),
                )
            })?;
            let help = out.words("que faire\u{a0}:", "help:");
            let _ =
                writeln!(text, "{} ({}, {})", code.as_str(), code.class().as_str(), code.severity().as_str());
            let _ = writeln!(text, "  {}", plain(code.message(out.lang)));
            let _ = writeln!(text, "  {help} {}", plain(code.help(out.lang)));
        }
    }
    out.data(&text)?;
    Ok(Exit::Done)
}

/// A template with its placeholders as dots.
fn plain(template: &str) -> String {
    (0..4).fold(template.to_owned(), |text, index| text.replace(&format!("{{{index}}}"), "…"))
}
