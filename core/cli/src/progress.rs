//! How far long work has got, on a terminal.

use crate::output::Output;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use kolosi::portfolio;

/// A line on standard error, where that is a terminal; nothing elsewhere.
pub(crate) struct Progress {
    bar: ProgressBar,
    subjects: &'static str,
    failed: &'static str,
}

impl Progress {
    /// `length` is that of the input in bytes, where it is known: only then can it be said how much is left.
    pub(crate) fn new(out: &Output, length: Option<u64>) -> Progress {
        let bar = ProgressBar::with_draw_target(length, ProgressDrawTarget::stderr_with_hz(5));
        // a template that does not parse is a mistake of ours, which a test would show; the plain bar serves
        if let Ok(style) = ProgressStyle::with_template(template(out, length)) {
            bar.set_style(style);
        }
        Progress {
            bar,
            subjects: out.words("entités", "subjects"),
            failed: out.words("en erreur", "with problems"),
        }
    }

    pub(crate) fn show(&self, at: &portfolio::Progress) {
        let portfolio::Subjects { audited, failed, .. } = at.subjects;
        self.bar.set_position(at.bytes);
        self.bar.set_message(format!("{audited} {}, {failed} {}", self.subjects, self.failed));
    }

    pub(crate) fn clear(&self) {
        self.bar.finish_and_clear();
    }
}

fn template(out: &Output, length: Option<u64>) -> &'static str {
    match length {
        Some(_) => out.words(
            "{bar:24} {percent:>3}\u{202f}% · {msg} · {binary_bytes_per_sec} · encore {eta}",
            "{bar:24} {percent:>3}% · {msg} · {binary_bytes_per_sec} · {eta} left",
        ),
        None => "{spinner} {binary_bytes} · {msg} · {binary_bytes_per_sec}",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::Colour;
    use kolosi::Lang;

    #[test]
    fn every_template_parses() {
        for lang in [Lang::Fr, Lang::En] {
            for length in [None, Some(1)] {
                let template = template(&Output::new(lang, Colour::Never), length);
                assert!(ProgressStyle::with_template(template).is_ok(), "{template}");
            }
        }
    }
}
