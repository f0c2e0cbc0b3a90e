//! Text that no spreadsheet takes for a formula (OWASP: CSV injection).

use crate::id::is_invisible;
use crate::report::format::unreordered;
use std::borrow::Cow;

/// Signs that begin a formula; the wide ones do in East Asian settings.
fn begins_formula(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
}

/// Where a reader set to another separator, or blind to quotes, would begin a new cell.
fn begins_cell(c: char) -> bool {
    matches!(c, ',' | ';' | '\t' | '\n' | '\r')
}

/// What a spreadsheet may drop before it looks at the first sign of a cell.
fn may_be_dropped(c: char) -> bool {
    c.is_whitespace() || is_invisible(c) || matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | '«' | '»')
}

/// The text with an apostrophe wherever a cell would begin with a formula: at its start, and after whatever another reader takes
/// for the end of a cell. Nothing in it reorders the line.
pub(super) fn guarded(text: &str) -> Cow<'_, str> {
    let text = unreordered(text);
    let mut out = String::with_capacity(text.len() + 1);
    // where the present cell begins in `out`, while nothing of it has been seen but what may be dropped
    let mut start = Some(0);
    for c in text.chars() {
        if let Some(at) = start
            .filter(|at| begins_formula(c) || *at == 0 && out.is_empty() && begins_cell(c) && c.is_control())
        {
            out.insert(at, '\'');
            start = None;
        }
        out.push(c);
        if begins_cell(c) {
            start = Some(out.len());
        } else if !may_be_dropped(c) {
            start = None;
        }
    }
    if out == text { text } else { Cow::Owned(out) }
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn a_formula_never_begins_a_cell() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("+223 20 22 00 00", "'+223 20 22 00 00"),
            ("-5", "'-5"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t'=1"),
            ("\rtext", "'\rtext"),
            ("\ntext", "'\ntext"),
            (" =1", "' =1"),
            ("\"=1", "'\"=1"),
            ("'=1", "''=1"),
            ("« =1", "'« =1"),
            ("\u{feff}=1", "'\u{feff}=1"),
            ("\u{200b}\u{a0}=1", "'\u{200b}\u{a0}=1"),
            ("＝1", "'＝1"),
            ("=HYPERLINK(\"http://x\";\"y\")", "'=HYPERLINK(\"http://x\";\"y\")"),
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ] {
            assert_eq!(guarded(text), expected, "{text:?}");
        }
    }

    #[test]
    fn nor_the_cell_that_another_reader_sees() {
        for (text, expected) in [
            ("name;=1+1", "name;'=1+1"),
            ("name, =1+1", "name,' =1+1"),
            ("one\n- two\n- three", "one\n'- two\n'- three"),
            ("a;;\"=1", "a;;'\"=1"),
        ] {
            assert_eq!(guarded(text), expected, "{text:?}");
        }
    }

    #[test]
    fn other_text_stays_as_it_is() {
        for text in [
            "",
            "1.1.1",
            "a-b",
            "a = b",
            "cyber-résilience, tome 2",
            "5 %",
            "e@example.org",
            "ɛɔɲŋ",
            "a; b",
            "l’été",
        ] {
            assert_eq!(guarded(text), text);
        }
        assert_eq!(guarded("abc\u{202e}fdp"), "abc\u{fffd}fdp");
        assert_eq!(guarded("\u{202e}=1"), "\u{fffd}=1");
    }
}
