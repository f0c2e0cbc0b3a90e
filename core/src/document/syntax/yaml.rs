//! Mistakes in YAML.

use super::{Mistake, mistake};

/// The mistake behind what the YAML parser says of a line, where it stopped at `column` (in characters, from 0).
pub(in crate::document) fn yaml(parser: &str, line: &str, column: usize) -> Option<Mistake> {
    let says = |words: &[&str]| words.iter().any(|words| parser.contains(words));
    let before: String = line.chars().take(column).collect();
    let is_tab_here = line.chars().nth(column) == Some('\t') || before.ends_with('\t');
    let is_tab_indent = line.chars().take_while(|c| c.is_whitespace()).any(|c| c == '\t');
    if is_tab_here || is_tab_indent || says(&["tabs disallowed", "found a tab", "with a tab", "tab cannot"]) {
        return Some(TAB);
    }
    if says(&["unknown escape character", "hexadecimal number"]) {
        return Some(YAML_BACKSLASH);
    }
    if says(&["trailing content after double-quoted"]) {
        return Some(AFTER_QUOTE);
    }
    if says(&["quoted scalar"]) {
        return Some(OPEN_QUOTE);
    }
    if says(&[
        "unexpected character",
        "anchor or alias",
        "scanning a tag",
        "parsing a tag",
        "scanning a block scalar",
        "sequence entries are not",
        "mapping keys are not",
    ]) || says(&["did not find expected key"]) && value(line).starts_with(['[', '{'])
    {
        return Some(SPECIAL_START);
    }
    if says(&["mapping values are not allowed"]) && !value(&before).is_empty() {
        return Some(COLON_IN_TEXT);
    }
    if says(&["flow", "bracket", "':' indicator"]) {
        return Some(BRACKETS);
    }
    if says(&["simple key expect"]) {
        return Some(NO_COLON);
    }
    if says(&[
        "mapping values are not allowed",
        "'-' indicator",
        "did not find expected key",
        "indentation",
        "wrongly indented",
    ]) {
        return Some(INDENT);
    }
    says(&["unprintable character"]).then_some(UNPRINTABLE)
}

/// What stands after the dashes and the key of a line.
fn value(line: &str) -> &str {
    let line = line.trim_start_matches([' ', '-']);
    line.split_once(": ").map_or("", |(_, value)| value.trim())
}

pub(in crate::document) const TAB: Mistake = mistake(
    ("une tabulation y tient lieu d’espaces", "a tab stands for spaces in it"),
    ("remplacez chaque tabulation par des espaces", "replace each tab by spaces"),
);
const YAML_BACKSLASH: Mistake = mistake(
    (
        "une barre oblique inverse `\\` n’a pas de sens dans ce texte",
        "a backslash `\\` makes no sense in this text",
    ),
    (
        "doublez-la : `\\\\`, ou mettez le texte entre guillemets droits simples : `'…'`",
        "double it: `\\\\`, or put the text between straight single quotes: `'…'`",
    ),
);
const AFTER_QUOTE: Mistake = mistake(
    ("du texte suit un guillemet fermant", "text follows a closing quotation mark"),
    (
        "mettez tout le texte entre des guillemets d’une sorte qui n’y figure pas : `'…\"…\"…'` ou `\"…'…\"`",
        "put the whole text between quotation marks of a kind that it does not hold: `'…\"…\"…'` or `\"…'…\"`",
    ),
);
const OPEN_QUOTE: Mistake = mistake(
    ("un guillemet n’est pas fermé", "a quotation mark is not closed"),
    ("fermez-le à la fin du texte", "close it at the end of the text"),
);
const SPECIAL_START: Mistake = mistake(
    (
        "un texte commence par un signe que YAML comprend autrement",
        "a text begins with a sign that YAML takes for something else",
    ),
    (
        "mettez tout le texte entre guillemets droits : `\"…\"`",
        "put the whole text between straight quotes: `\"…\"`",
    ),
);
const COLON_IN_TEXT: Mistake = mistake(
    (
        "un texte sans guillemets contient un deux-points suivi d’une espace",
        "a text without quotes holds a colon followed by a space",
    ),
    (
        "mettez tout le texte entre guillemets droits : `\"…\"`",
        "put the whole text between straight quotes: `\"…\"`",
    ),
);
const BRACKETS: Mistake = mistake(
    (
        "une liste `[…]` ou un objet `{…}` n’est pas bien fermé, ou il y manque une virgule",
        "a list `[…]` or an object `{…}` is not closed well, or lacks a comma",
    ),
    (
        "fermez ce qui est ouvert et séparez les éléments par une virgule ; si c’est un texte, mettez-le entre guillemets droits : `\"…\"`",
        "close what is open and separate items by a comma; if it is a text, put it between straight quotes: `\"…\"`",
    ),
);
pub(in crate::document) const NO_COLON: Mistake = mistake(
    ("une ligne n’a pas la forme `clé: valeur`", "a line has not the form `key: value`"),
    (
        "ajoutez un deux-points et une espace après la clé ; un texte de plusieurs lignes commence par `>-` et continue en retrait",
        "add a colon and a space after the key; a text of several lines begins with `>-` and goes on indented",
    ),
);
const INDENT: Mistake = mistake(
    (
        "le retrait de cette ligne ne va pas avec celles qui la précèdent",
        "the indentation of this line does not go with those before it",
    ),
    (
        "alignez les clés d’un même objet, et les tirets d’une même liste, sur la même colonne ; écrivez une espace après chaque deux-points",
        "align the keys of one object, and the dashes of one list, in the same column; write a space after each colon",
    ),
);
const UNPRINTABLE: Mistake = mistake(
    ("il contient un caractère invisible", "it holds an invisible character"),
    ("supprimez ce caractère", "remove this character"),
);

#[cfg(test)]
mod tests {
    use crate::Lang;
    use crate::document::parse;

    #[test]
    fn common_mistakes_of_yaml_are_recognised() {
        for (text, line, column, words) in [
            ("a:\n\tb: 1", 2, 1, "tabulation"),
            ("a: x\nb:\t1", 2, 3, "tabulation"),
            ("- a: x\n\t  b: 1", 2, 1, "tabulation"),
            ("a: note : voir : page 3", 1, 9, "deux-points"),
            ("- a: note: x\n  b: 1", 1, 10, "deux-points"),
            ("a: @x", 1, 4, "commence par un signe"),
            ("a: `x`", 1, 4, "commence par un signe"),
            ("a: %x", 1, 4, "commence par un signe"),
            ("a: & x", 1, 4, "commence par un signe"),
            ("a: - x", 1, 4, "commence par un signe"),
            ("a: ? x", 1, 4, "commence par un signe"),
            ("a: > 5 x\nb: 1", 1, 4, "commence par un signe"),
            ("a: [1] x\nb: 1", 1, 8, "commence par un signe"),
            ("a: {x} de 2024\nb: 1", 1, 8, "commence par un signe"),
            ("a: [x\nb: 1", 2, 2, "n’est pas bien fermé"),
            ("a: ]", 1, 4, "n’est pas bien fermé"),
            ("- {a: 1; b: 2}", 1, 11, "n’est pas bien fermé"),
            ("a: \"x\" du Mali", 1, 8, "guillemet fermant"),
            ("a: 'l'agence'", 1, 7, "guillemet fermant"),
            ("- a: \"x\n  b: 1\nc: 2", 1, 6, "n’est pas fermé"),
            ("a: \"C:\\docs\"", 1, 4, "barre oblique inverse"),
            ("a:\n  - b: 1\n   c: 2", 3, 4, "retrait"),
            ("a:\n  b: x\n    c: 2", 3, 6, "retrait"),
            ("a: x\nb y\nc: 2", 2, 1, "forme `clé: valeur`"),
        ] {
            let problem = parse(text.as_bytes()).expect_err(text);
            let place = problem.place();
            assert_eq!(problem.code().as_str(), "invalid-yaml", "{text}");
            assert!(problem.message(Lang::Fr).contains(words), "{text}: {problem}");
            assert!(!problem.message(Lang::Fr).contains("anglais"), "{text}");
            assert_eq!((place.line, place.column), (line, column), "{text}: {problem}");
        }
    }
}
