//! The pages of `explained/`: for each code why it matters, and an example before and after.
//!
//! A page has its sections in this order: `# CODE`, `## Français`, `## English`, `## Before: WITHIN at PLACE`, `## After`; the last
//! two hold one fenced block each. What the examples change stands in `explained/standard.yaml`, `explained/dossier.yaml` and
//! `explained/mapping.yaml`, whose sides are the standard and `explained/ids.yaml`.

use super::{Both, Code};
use crate::Lang;
use serde::Serialize;

/// A code explained to those who meet it.
///
/// ```
/// use kolosi::{Code, Lang, Within};
/// let explained = "unknown-key".parse::<Code>()?.explanation();
/// assert!(explained.text(Lang::En).contains("key"));
/// assert_eq!(explained.example().within, Within::Dossier);
/// # Ok::<(), kolosi::Problems>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Explanation {
    code: &'static str,
    class: &'static str,
    severity: &'static str,
    message: Both,
    help: Both,
    explanation: Both,
    example: Example,
}

/// The smallest input that has a problem, and the same input mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Example {
    /// What the two texts are a part of.
    pub within: Within,
    /// Where the problem is told: a JSON pointer, or line and column as `2:1` where the input cannot be read as a tree; "" where it
    /// is the input as a whole.
    pub place: &'static str,
    /// The input with the problem.
    pub before: &'static str,
    /// The same without it.
    pub after: &'static str,
}

/// What the texts of an [`Example`] are a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Within {
    /// Keys of a standard.
    Standard,
    /// Keys of a dossier.
    Dossier,
    /// Keys of a mapping.
    Mapping,
    /// A file as a whole.
    File,
    /// A line in a terminal.
    Command,
}

impl Explanation {
    /// What the code means, why it matters and how it usually comes about, in a few sentences.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &str {
        lang.pick(&self.explanation.fr, &self.explanation.en)
    }

    /// The example.
    #[must_use]
    pub fn example(&self) -> Example {
        self.example
    }
}

impl Code {
    /// The code explained, with an example.
    #[must_use]
    pub fn explanation(self) -> Explanation {
        let page = self.page();
        let section = |title: &str| {
            page.split("\n## ").find_map(|section| section.strip_prefix(title)).unwrap_or_default()
        };
        // a paragraph, whatever lines it is written on
        let paragraph = |title| section(title).split_whitespace().collect::<Vec<_>>().join(" ");
        let before = section("Before: ");
        let (within, place) = within(before.lines().next().unwrap_or_default());
        Explanation {
            code: self.as_str(),
            class: self.class().as_str(),
            severity: self.severity().as_str(),
            message: Both::of(|lang| self.message(lang)),
            help: Both::of(|lang| self.help(lang)),
            explanation: Both { en: paragraph("English\n"), fr: Lang::Fr.typeset(&paragraph("Français\n")) },
            example: Example { within, place, before: fenced(before), after: fenced(section("After\n")) },
        }
    }
}

/// `dossier at /evidence`: what the example is a part of, and the place.
fn within(title: &str) -> (Within, &str) {
    let (word, place) = title.split_once(" at ").unwrap_or((title, ""));
    let within = match word {
        "standard" => Within::Standard,
        "dossier" => Within::Dossier,
        "mapping" => Within::Mapping,
        "file" => Within::File,
        _ => Within::Command,
    };
    (within, place)
}

/// The text of the fenced block of a section.
fn fenced(section: &'static str) -> &'static str {
    let block = section.split_once("```").and_then(|(_, block)| block.split_once('\n'));
    block.and_then(|(_, text)| text.split_once("```")).map_or("", |(text, _)| text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_whole() {
        for code in Code::ALL {
            let page = code.page();
            let titles: Vec<&str> = page.lines().filter(|line| line.starts_with('#')).collect();
            let Explanation { explanation, example, .. } = code.explanation();
            assert_eq!(titles.first().copied(), Some(format!("# {}", code.as_str()).as_str()));
            assert_eq!(page.matches("\n## ").count(), 4, "{}", code.as_str());
            assert_eq!(page.matches("```").count(), 4, "{}", code.as_str());
            for text in [&explanation.fr, &explanation.en] {
                let sentences = text.matches(['.', '?']).count();
                assert!((2..=8).contains(&sentences) && text.len() < 900, "{}: {text}", code.as_str());
            }
            assert!(!example.after.is_empty() && example.before != example.after, "{}", code.as_str());
            let title = page.lines().find_map(|line| line.strip_prefix("## Before: ")).unwrap_or_default();
            let word = serde_json::to_string(&example.within).unwrap();
            assert!(title.starts_with(word.trim_matches('"')), "{}: {title}", code.as_str());
        }
    }
}
