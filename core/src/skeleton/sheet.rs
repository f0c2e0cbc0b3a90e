//! Lines of YAML and of comments.

use crate::report::format::unreordered;

/// Columns of a comment.
const WIDTH: usize = 110;

/// A YAML file, line by line. Every line begins with a prefix: spaces, and `# ` where it is an example.
#[derive(Default)]
pub(super) struct Sheet(String);

impl Sheet {
    pub(super) fn finish(self) -> String {
        self.0
    }

    pub(super) fn blank(&mut self) {
        self.0.push('\n');
    }

    /// A line of YAML.
    pub(super) fn line(&mut self, prefix: &str, yaml: &str) {
        self.0.push_str(&format!("{prefix}{yaml}\n"));
    }

    /// An explanation. Whatever its text is, each of its lines is a comment.
    pub(super) fn say(&mut self, prefix: &str, text: &str) {
        let width = WIDTH.saturating_sub(prefix.chars().count() + 3);
        let options = textwrap::Options::new(width)
            .word_splitter(textwrap::WordSplitter::NoHyphenation)
            .break_words(false);
        for paragraph in unreordered(text).split(ends_line).filter(|text| !text.trim().is_empty()) {
            for line in textwrap::wrap(paragraph.trim(), &options) {
                self.line(prefix, &format!("## {line}"));
            }
        }
    }
}

/// What some reader of YAML takes for the end of a line.
fn ends_line(sign: char) -> bool {
    matches!(sign, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// A text as a YAML scalar: plain where every reader takes it for the same text, else in quotes.
pub(super) fn scalar(text: &str) -> String {
    let guessed = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
    let plain = text.starts_with(char::is_alphanumeric)
        && text.chars().all(|sign| sign.is_alphanumeric() || "-_./".contains(sign))
        && !guessed.contains(&text.to_lowercase().as_str());
    if plain { text.to_owned() } else { serde_json::Value::from(text).to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scalar_is_quoted_where_a_reader_might_guess() {
        for plain in ["legal", "1.1.1", "2024", "2026-2030", "ɲɛtaasira", "a/b_c"] {
            assert_eq!(scalar(plain), plain);
        }
        for (text, quoted) in [
            ("no", r#""no""#),
            ("Yes", r#""Yes""#),
            ("-", r#""-""#),
            ("~", r#""~""#),
            ("a:b", r#""a:b""#),
            ("#x", r##""#x""##),
            ("say \"x\"", r#""say \"x\"""#),
            ("", r#""""#),
        ] {
            assert_eq!(scalar(text), quoted);
        }
    }

    #[test]
    fn no_text_leaves_its_comment() {
        let mut sheet = Sheet::default();
        sheet.say("  # ", "one\n\nid: two\u{2028}id: three\r\u{202e}four");
        assert_eq!(sheet.finish(), "  # ## one\n  # ## id: two\n  # ## id: three\n  # ## \u{fffd}four\n");
    }

    #[test]
    fn a_long_explanation_is_wrapped() {
        let mut sheet = Sheet::default();
        sheet.say("  ", &"word ".repeat(60));
        let text = sheet.finish();
        assert!(text.lines().count() == 3 && text.lines().all(|line| line.starts_with("  ## word")));
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH));
    }
}
