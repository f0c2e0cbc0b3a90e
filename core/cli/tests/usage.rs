//! Mistakes of the command line are problems like any other: a code, what happened, what to do, in the language asked for.
#![allow(clippy::expect_used, missing_docs, reason = "a test fails by panicking")]

mod common;

use common::kolosi;

/// The arguments, the code, and what French and English say.
type Mistake<'m> = (&'m [&'m str], &'m str, [&'m str; 2], [&'m str; 2]);

#[test]
fn each_kind_of_mistake_is_told_in_both_languages() {
    let mistakes: [Mistake<'_>; 12] = [
        (
            &["audti"],
            "unknown-command",
            ["la commande `audti` n’existe pas", "vouliez-vous dire `audit`"],
            ["there is no command `audti`", "did you mean `audit`?"],
        ),
        (
            &["zzzzzz"],
            "unknown-command",
            ["`zzzzzz`", "les commandes sont\u{a0}: `standards`"],
            ["`zzzzzz`", "the commands are: `standards`"],
        ),
        (
            &["audit", "a", "b", "--as_of", "2025-12-31"],
            "unknown-argument",
            ["`--as_of`", "vouliez-vous dire `--as-of`"],
            ["`--as_of`", "did you mean `--as-of`?"],
        ),
        (
            &["show", "a", "b", "c"],
            "unknown-argument",
            ["`c`", "`kolosi show [OPTIONS] <RÉFÉRENTIEL> [MESURE]`"],
            ["`c`", "`kolosi show [OPTIONS] <STANDARD> [CONTROL]`"],
        ),
        (
            &["audit"],
            "missing-argument",
            ["il manque `<RÉFÉRENTIEL>`, `<DOSSIER>`", "écrivez `kolosi audit <RÉFÉRENTIEL> <DOSSIER>`"],
            ["`<STANDARD>`, `<DOSSIER>` is missing", "write `kolosi audit <STANDARD> <DOSSIER>`"],
        ),
        (
            &["verify", "a.json"],
            "missing-argument",
            ["`--standard <RÉFÉRENTIEL>`, `--dossier <DOSSIER>`", "écrivez"],
            ["`--standard <STANDARD>`, `--dossier <DOSSIER>`", "write"],
        ),
        (
            &["audit", "a", "b", "--as-of"],
            "missing-argument",
            ["il manque la valeur de `--as-of <DATE>`", "écrivez `--as-of <DATE>`"],
            ["the value of `--as-of <DATE>` is missing", "write `--as-of <DATE>`"],
        ),
        (
            &["audit", "a", "b", "--format", "jso"],
            "invalid-argument",
            ["les valeurs admises sont `text`, `json`, `html`", "vouliez-vous dire `json`"],
            ["the values allowed are `text`, `json`, `html`", "did you mean `json`?"],
        ),
        (
            &["audit", "a", "b", "--format", "zzz"],
            "invalid-argument",
            ["`zzz` ne convient pas à `--format <FORMAT>`", "choisissez un de ces mots"],
            ["`zzz` does not fit `--format <FORMAT>`", "choose one of these words"],
        ),
        (
            &["--version=3"],
            "invalid-argument",
            ["cet argument ne prend pas de valeur", "supprimez la valeur"],
            ["this argument takes no value", "remove the value"],
        ),
        (
            &["audit", "a", "b", "--as-of", "2025-12-31", "--as-of", "2024-12-31"],
            "repeated-argument",
            ["`--as-of <DATE>` est donné plus d’une fois", "gardez un seul des deux"],
            ["`--as-of <DATE>` is given more than once", "keep one of the two"],
        ),
        (
            &["--color", "never"],
            "missing-argument",
            ["il manque une commande", "écrivez `kolosi [OPTIONS] <COMMANDE>`"],
            ["a command is missing", "write `kolosi [OPTIONS] <COMMAND>`"],
        ),
    ];
    for (args, code, fr, en) in mistakes {
        for (lang, words) in [("fr", fr), ("en", en)] {
            let ran = kolosi(&[&["--lang", lang], args].concat());
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
            assert!(ran.err.contains(&format!("[{code}]")), "{args:?}: {}", ran.err);
            assert!(words.iter().all(|word| ran.err.contains(word)), "{args:?}: {}", ran.err);
            assert_eq!(ran.err.lines().count(), 2, "{}", ran.err);
        }
    }
}

#[test]
fn french_unless_asked_otherwise_wherever_the_language_stands() {
    assert!(kolosi(&["audti"]).err.starts_with("erreur["));
    assert!(kolosi(&["audit", "--lang=en"]).err.starts_with("error["));
    assert!(kolosi(&["audit", "--asof", "--lang", "en"]).err.starts_with("error["));
    let unknown = kolosi(&["standards", "--lang", "de"]);
    assert!(unknown.code == 2 && unknown.err.contains("`fr`, `en`"), "{}", unknown.err);
}

#[test]
fn help_is_in_both_languages() {
    let (fr, en) = (kolosi(&["audit", "--help"]), kolosi(&["audit", "--help", "--lang", "en"]));
    assert_eq!((fr.code, en.code, fr.err.as_str(), en.err.as_str()), (0, 0, "", ""));
    assert!(fr.out.starts_with("Auditer un dossier\n\nUtilisation\u{a0}: kolosi audit"), "{}", fr.out);
    assert!(en.out.starts_with("Audit a dossier\n\nUsage: kolosi audit"), "{}", en.out);
    let standard = fr.out.find("<RÉFÉRENTIEL>  ").expect("the standard");
    assert!(standard < fr.out.find("<DOSSIER>      ").expect("the dossier"), "{}", fr.out);
    assert_eq!(kolosi(&["help", "audit"]).out, fr.out);
    assert!(kolosi(&["--version"]).out.starts_with("kolosi "));
    let nothing = kolosi(&[]);
    assert_eq!((nothing.code, nothing.out.as_str()), (2, ""));
    assert!(nothing.err.contains("Commandes\u{a0}:"), "{}", nothing.err);
}
