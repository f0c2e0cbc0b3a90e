//! Mistakes in JSON.

use super::{Mistake, mistake};

/// The mistake behind what the JSON parser says, where it stopped between `before` and `rest`; `is_yaml` where the text is YAML.
pub(in crate::document) fn json(
    parser: &str,
    before: &str,
    rest: &str,
    is_yaml: impl Fn() -> bool,
) -> Option<Mistake> {
    let next = rest.trim_start().chars().next();
    Some(match parser {
        _ if parser.starts_with("EOF") => UNFINISHED,
        _ if next == Some('/') => COMMENT,
        _ if matches!(next, Some('\'' | '“' | '”' | '«' | '‘' | '’')) => QUOTES,
        _ if matches!(next, Some('}' | ']')) && before.trim_end().ends_with(',') => TRAILING_COMMA,
        "expected value" if ["True", "False", "None"].iter().any(|word| rest.starts_with(word)) => WORD,
        "key must be a string" | "expected value" | "expected ident" if is_yaml() => FLOW_YAML,
        "key must be a string" => KEY_UNQUOTED,
        "expected value" | "expected ident" => VALUE_UNQUOTED,
        "expected `,` or `}`" | "expected `,` or `]`" => COMMA,
        "expected `:`" => COLON,
        "trailing characters" => TRAILING,
        "invalid number" => NUMBER,
        "invalid escape" | "invalid unicode code point" | "unexpected end of hex escape" => BACKSLASH,
        _ if parser.starts_with("control character") => LINE_BREAK,
        _ => return None,
    })
}

const UNFINISHED: Mistake = mistake(
    ("il s’arrête avant la fin", "it stops before its end"),
    (
        "ajoutez ce qui manque à la fin : un guillemet, `]` ou `}`",
        "add what is missing at the end: a quotation mark, `]` or `}`",
    ),
);
const COMMENT: Mistake = mistake(
    ("il contient un commentaire", "it holds a comment"),
    (
        "supprimez le commentaire, ou écrivez le document en YAML, où un commentaire commence par `#`",
        "remove the comment, or write the document in YAML, where a comment begins with `#`",
    ),
);
const QUOTES: Mistake = mistake(
    ("ses guillemets ne sont pas droits", "its quotation marks are not straight"),
    ("écrivez des guillemets droits doubles : `\"…\"`", "write straight double quotes: `\"…\"`"),
);
const TRAILING_COMMA: Mistake = mistake(
    ("une virgule précède `]` ou `}`", "a comma stands before `]` or `}`"),
    ("supprimez cette virgule", "remove this comma"),
);
const FLOW_YAML: Mistake = mistake(
    (
        "il commence par `{` ou `[`, comme du JSON, mais il est écrit comme du YAML",
        "it begins with `{` or `[`, as JSON does, but is written as YAML",
    ),
    (
        "mettez les clés et les textes entre guillemets droits, ou écrivez du YAML sans cette accolade : une ligne `clé: valeur` pour chaque clé",
        "put keys and texts between straight quotes, or write YAML without this brace: a line `key: value` for each key",
    ),
);
const WORD: Mistake = mistake(
    ("un mot y est écrit comme en Python", "a word is written as in Python"),
    (
        "écrivez `true` ou `false` en minuscules, ou mettez le mot entre guillemets droits",
        "write `true` or `false` in lower case, or put the word between straight quotes",
    ),
);
const KEY_UNQUOTED: Mistake = mistake(
    ("une clé n’est pas entre guillemets", "a key is not between quotes"),
    ("écrivez `\"clé\": valeur`", "write `\"key\": value`"),
);
const VALUE_UNQUOTED: Mistake = mistake(
    ("une valeur manque ou n’est pas entre guillemets", "a value is missing or not between quotes"),
    (
        "écrivez un texte entre guillemets droits, un nombre, `true`, `false`, une liste ou un objet",
        "write a text between straight quotes, a number, `true`, `false`, a list or an object",
    ),
);
const COMMA: Mistake = mistake(
    ("il manque une virgule, `]` ou `}`", "a comma, `]` or `}` is missing"),
    (
        "séparez les éléments par une virgule et fermez ce qui est ouvert",
        "separate items by a comma and close what is open",
    ),
);
const COLON: Mistake = mistake(
    ("il manque `:` après une clé", "`:` is missing after a key"),
    ("écrivez `\"clé\": valeur`", "write `\"key\": value`"),
);
const TRAILING: Mistake = mistake(
    ("du texte suit la fin du document", "text follows the end of the document"),
    ("gardez un seul document, sans rien après", "keep one document with nothing after it"),
);
const NUMBER: Mistake = mistake(
    ("un nombre n’y est pas écrit comme il faut", "a number is not written as it must be"),
    (
        "écrivez des chiffres sans zéro devant, avec un point pour les décimales : `0.5`, `12.5`",
        "write digits without a zero in front, with a point for decimals: `0.5`, `12.5`",
    ),
);
const LINE_BREAK: Mistake = mistake(
    ("un texte y contient un saut de ligne ou une tabulation", "a text in it holds a line break or a tab"),
    (
        "écrivez `\\n` pour un saut de ligne, `\\t` pour une tabulation",
        "write `\\n` for a line break, `\\t` for a tab",
    ),
);
const BACKSLASH: Mistake = mistake(
    (
        "une barre oblique inverse `\\` n’a pas de sens dans ce texte",
        "a backslash `\\` makes no sense in this text",
    ),
    ("doublez-la : `\\\\`", "double it: `\\\\`"),
);

#[cfg(all(test, feature = "yaml"))]
mod tests {
    use crate::Lang;
    use crate::document::parse;

    #[test]
    fn common_mistakes_of_json_are_recognised() {
        for (text, words) in [
            ("{a: {b: x}}", "écrit comme du YAML"),
            ("[a, b]", "écrit comme du YAML"),
            ("{\"a\": True}", "comme en Python"),
            ("{\"a\": 1,}", "virgule précède"),
            ("{\"a\": 1 \"b\": 2}", "il manque une virgule"),
            ("{\"a\": [1, 2}", "il manque une virgule"),
            ("{\"a\" 1}", "il manque `:`"),
            ("{\"a\": 1} // x", "commentaire"),
            ("{\"a\": 1, // x\n\"b\": 2}", "commentaire"),
            ("/* x */ {}", "commentaire"),
            ("{'a': 1}", "guillemets ne sont pas droits"),
            ("{“a”: 1}", "guillemets ne sont pas droits"),
            ("{\"a\": 1", "s’arrête avant la fin"),
            ("{\"a\": \"x\ny\"}", "saut de ligne"),
            ("{\"a\": \"C:\\docs\"}", "barre oblique inverse"),
            ("{\"a\": 01}", "un nombre"),
            ("{} {}", "suit la fin"),
        ] {
            let problem = parse(text.as_bytes()).expect_err(text);
            assert_eq!(problem.code().as_str(), "invalid-json", "{text}");
            assert!(problem.message(Lang::Fr).contains(words), "{text}: {problem}");
        }
    }
}
