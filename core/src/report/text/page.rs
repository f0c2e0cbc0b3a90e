//! Lines of 80 columns, aligned by what they show, coloured or not.

use crate::audit::Verdict;
use crate::report::format::unreordered;
use unicode_width::UnicodeWidthStr;

/// Columns of a page.
pub(super) const WIDTH: usize = 80;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    Bold,
    Dim,
    Accent,
    Verdict(Verdict),
}

impl Style {
    /// What the terminal is told; a verdict's colour only repeats what its shape and word say.
    fn code(self) -> &'static str {
        match self {
            Style::Plain => "",
            Style::Bold => "1",
            Style::Dim
            | Style::Verdict(Verdict::Undetermined | Verdict::NotApplicable | Verdict::NotInForce) => "2",
            Style::Accent => "1;34",
            Style::Verdict(Verdict::Satisfied) => "32",
            Style::Verdict(Verdict::Partial) => "33",
            Style::Verdict(Verdict::NotSatisfied) => "31",
        }
    }
}

pub(super) struct Page {
    out: String,
    colour: bool,
}

impl Page {
    pub(super) fn new(colour: bool) -> Page {
        Page { out: String::new(), colour }
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    pub(super) fn paint(&self, style: Style, text: &str) -> String {
        match style.code() {
            "" => text.to_owned(),
            code if self.colour => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
            _ => text.to_owned(),
        }
    }

    /// A line as it is, without spaces at its end.
    pub(super) fn line(&mut self, text: &str) {
        self.out.push_str(text.trim_end_matches(' '));
        self.out.push('\n');
    }

    pub(super) fn blank(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    pub(super) fn heading(&mut self, text: &str) {
        self.blank();
        self.paragraph(Style::Accent, 0, text);
    }

    /// A paragraph within `indent` columns from the left.
    pub(super) fn paragraph(&mut self, style: Style, indent: usize, text: &str) {
        self.hanging(style, &" ".repeat(indent), indent, text);
    }

    /// A paragraph whose first line begins with `first`, the others with `indent` spaces.
    pub(super) fn hanging(&mut self, style: Style, first: &str, indent: usize, text: &str) {
        let lines = wrap(text, WIDTH.saturating_sub(indent));
        for (index, text) in lines.iter().enumerate() {
            let before = if index == 0 { pad(first, indent) } else { " ".repeat(indent) };
            let painted = self.paint(style, text);
            self.line(&format!("{before}{painted}"));
        }
    }
}

/// The lines of a text, broken at spaces; a word longer than a line is cut.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let lines = textwrap::wrap(
        text,
        textwrap::Options::new(width).word_splitter(textwrap::WordSplitter::NoHyphenation),
    );
    lines.into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// How many columns a text takes.
pub(super) fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// The text with spaces up to so many columns.
pub(super) fn pad(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

/// The text with spaces before it, up to so many columns.
pub(super) fn right(text: &str, columns: usize) -> String {
    format!("{}{text}", " ".repeat(columns.saturating_sub(width(text))))
}

/// What other people wrote, with nothing in it that would reorder the line on a terminal.
pub(super) fn safe(text: &str) -> String {
    unreordered(text).into_owned()
}
