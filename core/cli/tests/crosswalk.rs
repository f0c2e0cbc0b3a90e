//! Two frameworks side by side: by id, by file and by list of ids, in both languages.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test fails by panicking, and compares what was read back"
)]

mod common;

use common::{Ran, folder, kolosi, path};

/// The crosswalk of the made-up mapping.
fn crosswalk(from: &str, to: &str, more: &[&str]) -> Ran {
    let folder = "tests/vectors/mappings/";
    let [from, to] = [from, to].map(|side| format!("{folder}ids/{side}.yaml"));
    let mapping = format!("{folder}nord-sud.yaml");
    kolosi(&[&["crosswalk", &from, &to, "--mapping", &mapping], more].concat())
}

#[test]
fn a_crosswalk_tells_gaps_of_both_sides_first_then_pairs_in_order() {
    let table = crosswalk("nord", "sud", &["--lang", "en", "--format", "csv"]);
    assert_eq!(table.code, 0, "{}", table.err);
    let rows: Vec<Vec<&str>> =
        table.out.lines().skip(1).map(|row| row.split(',').take(5).collect()).collect();
    let seen: Vec<[&str; 3]> = rows.iter().map(|row| [row[0], row[2], row[3]]).collect();
    assert_eq!(
        seen,
        [
            // an edge that says `no-relationship` fills no gap
            ["N.3", "no counterpart", ""],
            ["ɲɛtaasira", "no counterpart", ""],
            ["", "no counterpart", "S.4"],
            ["N.1", "the same requirements", "S.1"],
            ["N.1", "asks for more", "S.2"],
            ["N.2", "some requirements in common", "S.2"],
            ["N.2 + N.4", "together cover it", "S.3"],
            ["N.3", "no relationship", "S.4"],
            ["N.4", "asks for less", "S.1"],
        ]
    );
}

#[test]
fn read_the_other_way_each_relation_is_its_inverse() {
    let table = crosswalk("sud", "nord", &["--format", "csv"]).out;
    assert!(table.starts_with('\u{feff}'), "French opens in a spreadsheet set to French");
    for row in
        ["S.2;;en demande moins;N.1;", "S.1;;en demande plus;N.4;", "S.3;;couverte par l’ensemble;N.2 + N.4;"]
    {
        assert!(table.contains(row), "{row}\n{table}");
    }
}

#[test]
fn text_and_page_say_it_in_both_languages() {
    let (fr, en) = (crosswalk("nord", "sud", &[]), crosswalk("nord", "sud", &["--lang", "en"]));
    let gaps = |page: &str, word: &str| page.find(word).expect("gaps");
    assert!(gaps(&fr.out, "2 sur 5 sans correspondance") < gaps(&fr.out, "mêmes exigences"));
    assert!(gaps(&en.out, "2 of 5 without a counterpart") < gaps(&en.out, "the same requirements"));
    assert!(fr.out.lines().all(|line| line.chars().count() <= 80));
    let page = crosswalk("nord", "sud", &["--format", "html"]).out;
    assert!(page.contains("<html lang=\"fr\">") && page.contains("Les deux demandent une politique écrite."));
    for fetched in ["<script", "src=", "http://", "https://"] {
        assert!(!page.contains(fetched), "{fetched}");
    }
}

#[test]
fn two_frameworks_that_nothing_relates_are_refused() {
    let ran = kolosi(&["crosswalk", "itu-gci-2024", "un-egdi-2024", "--lang", "en"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(
        ran.err.contains("no mapping known here between `itu-gci-2024` and `un-egdi-2024`"),
        "{}",
        ran.err
    );
    let ran = crosswalk("nord", "nord", &[]);
    assert!(ran.code == 2 && ran.err.contains("[invalid-argument]"), "{}", ran.err);
}

#[test]
fn a_side_is_given_by_id_by_standard_or_by_list_of_ids() {
    let by_id = kolosi(&["crosswalk", "ml-socle-2026", "nist-csf-2.0"]);
    assert_eq!((by_id.code, by_id.err.as_str()), (0, ""));
    let (standard, ids) =
        ("standards/ml-socle-2026/standard.yaml", "standards/mappings/ids/nist-csf-2.0.yaml");
    let mapping = "standards/mappings/ml-socle-2026-to-csf-2.0.yaml";
    for sides in [[standard, ids], ["ml-socle-2026", ids], [standard, "nist-csf-2.0"]] {
        for more in [&[][..], &["--mapping", mapping]] {
            let ran = kolosi(&[&["crosswalk"], &sides[..], more].concat());
            assert_eq!((ran.code, ran.out == by_id.out), (0, true), "{sides:?} {more:?} {}", ran.err);
        }
    }
    let elsewhere = kolosi(&["crosswalk", "ml-socle-2026", "iso-27001-2022", "--mapping", mapping]);
    assert!(elsewhere.code == 2 && elsewhere.err.contains("[invalid-argument]"), "{}", elsewhere.err);
}

#[test]
fn what_is_held_is_shown_by_title_and_what_is_not_by_id() {
    let fr = kolosi(&["crosswalk", "itu-cyberwellness-2014", "ml-snc-2026"]).out;
    assert!(
        fr.contains("  – 1.2.3 Certification\n") && fr.contains("→ legal-framework Cadre juridique à jour")
    );
    let en = kolosi(&["crosswalk", "itu-cyberwellness-2014", "ml-snc-2026", "--lang", "en"]).out;
    assert!(en.contains("→ legal-framework Legal framework up to date"), "{en}");
    assert!(!en.contains("Cadre juridique"));
    let page = kolosi(&["crosswalk", "ml-socle-2026", "nist-csf-2.0", "--format", "html"]).out;
    assert!(page.contains("seuls ses identifiants sont connus ici") && page.contains("GV.OC-01"));
    assert!(!fr.contains("seuls ses identifiants"));
}

#[test]
fn each_relation_says_what_may_be_inferred_from_it() {
    let said = |from, to, lines: &[&str]| {
        let out = crosswalk(from, to, &["--lang", "en"]).out;
        let flat = out.split_whitespace().collect::<Vec<_>>().join(" ");
        for line in lines {
            assert!(flat.contains(line), "{line}\n{out}");
        }
    };
    said(
        "nord",
        "sud",
        &[
            "– the same requirements (1): requirements are met on both sides, or on neither",
            "– asks for less (1): where its requirements are not met, neither are the other’s",
            "– asks for more (1): where its requirements are met, so are the other’s",
            "– some requirements in common (1): nothing",
            "– no relationship (1): nothing",
            "– together cover it (1): where the requirements of all are met, so are the other’s",
        ],
    );
    said(
        "sud",
        "nord",
        &["– covered by these together (1): nothing in this direction", "– asks for more (1)"],
    );
}

#[test]
fn a_crosswalk_is_written_where_it_is_asked_for() {
    let folder = folder();
    let [page, table] = [path(&folder, "c.html"), path(&folder, "c.csv")];
    let ran = kolosi(&["crosswalk", "ml-socle-2026", "anssi-hygiene", "-o", &page, "-o", &table]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    let read = |name: &str| std::fs::read_to_string(name).expect("a file");
    assert!(
        read(&page).contains("<table class=\"crosswalk\">") && read(&table).contains(";sans correspondance;")
    );
}
