//! The standard to begin with.

use crate::Lang;

/// The standard, with the comments of both languages: `##fr …` and `##en …`.
const STANDARD: &str = include_str!("standard.yaml");

/// The standard with the comments of one language.
pub(super) fn write(lang: Lang) -> String {
    let mut out = String::new();
    for line in STANDARD.lines() {
        let spaces = line.len() - line.trim_start().len();
        let comment = line.trim_start().strip_prefix("##").and_then(|text| text.split_once(' '));
        match comment {
            None => out.push_str(line),
            Some((of, text)) if of == lang.code() => {
                out.push_str(&" ".repeat(spaces));
                out.push_str("## ");
                out.push_str(&lang.typeset(text));
            }
            Some(_) => continue,
        }
        out.push('\n');
    }
    out
}
