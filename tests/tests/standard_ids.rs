//! Ids that others name only ever grow, and what is counted in public is what there is.

use kolosi_tests::mappings::{BUILT_IN, built_in_ids, id_lists, listed_ids};
use kolosi_tests::project;
use kolosi_tests::standards::{controls, criteria, groups, ids, ids_file, kept_ids, list, standards, text};
use std::collections::BTreeSet;

#[test]
fn no_id_of_a_group_a_control_or_a_criterion_ever_goes() {
    for standard in standards() {
        only_grow(text(&standard, "id"), &ids(&standard));
    }
}

#[test]
fn no_id_of_a_list_and_no_mapping_ever_goes() {
    for list in id_lists() {
        only_grow(text(&list, "id"), &listed_ids(&list));
    }
    only_grow(BUILT_IN, &built_in_ids());
}

#[test]
fn ids_are_kept_of_what_there_is_and_of_nothing_else() {
    let files = project().join("tests/ids").read_dir().unwrap().count();
    assert_eq!(files, standards().len() + id_lists().len() + 1, "none of what is gone");
}

fn only_grow(id: &str, now: &BTreeSet<String>) {
    let kept = kept_ids(id);
    let gone: Vec<&String> = kept.difference(now).collect();
    assert!(gone.is_empty(), "{id}: these ids are gone, and documents that name them are broken: {gone:#?}");
    let new: Vec<&String> = now.difference(&kept).collect();
    assert!(new.is_empty(), "{}: run `make standards` to keep {new:#?}", ids_file(id).display());
}

#[test]
fn published_counts_are_met() {
    // controls of each group and levels, as their publishers count them
    let published: [(&str, &[usize], usize); 2] =
        [("itu-cyberwellness-2014", &[2, 3, 4, 4, 4, 4], 0), ("itu-gci-2024", &[5], 5)];
    for (id, in_groups, levels) in published {
        let standard = standards().into_iter().find(|it| text(it, "id") == id).unwrap();
        let counted: Vec<usize> =
            groups(&standard).iter().map(|group| list(group, "controls").len()).collect();
        assert_eq!((counted.as_slice(), list(&standard, "levels").len()), (in_groups, levels), "{id}");
    }
    let egdi = standards().into_iter().find(|it| text(it, "id") == "un-egdi-2024").unwrap();
    let scored = controls(&egdi).into_iter().filter(|control| control["weight"] != "0").count();
    assert_eq!((scored, list(&egdi, "levels").len()), (3, 4), "three indices, four groups of states");
}

#[test]
fn every_provenance_counts_right() {
    for standard in standards() {
        let id = text(&standard, "id");
        let controls = controls(&standard);
        let all = controls.iter().map(|control| criteria(control).count()).sum();
        let counts = [
            (groups(&standard).len(), "domaine", "group"),
            (controls.len(), "mesure", "control"),
            (all, "critère", "criteri"),
            (list(&standard, "scales").len(), "échelle", "scale"),
            (list(&standard, "kinds").len(), "genre", "kind"),
            (list(&standard, "parameters").len(), "paramètre", "parameter"),
            (list(&standard, "levels").len(), "niveau", "level"),
            (list(&standard, "profiles").len(), "profil", "profile"),
        ];
        let provenance =
            std::fs::read_to_string(project().join("standards").join(id).join("PROVENANCE.md")).unwrap();
        let section = |title: &str| {
            let (_, after) = provenance.split_once(title).unwrap_or_else(|| panic!("{id}: no `{title}`"));
            after.trim().lines().next().unwrap_or_default().to_owned()
        };
        let (fr, en) = (section("\n## Comptes\n"), section("\n## Counts\n"));
        // the first number before a word, what stands in brackets left out
        let said = |line: &str, word: &str| -> Option<usize> {
            let outside: String =
                line.split('(').map(|it| it.split_once(')').map_or(it, |(_, it)| it)).collect();
            let words: Vec<&str> = outside.split([' ', '\u{a0}', ',', '.', ';']).collect();
            let pairs = words.windows(2).filter_map(|it| Some((it.first()?, it.last()?)));
            pairs.filter(|(_, it)| it.starts_with(word)).find_map(|(number, _)| number.parse().ok())
        };
        for (number, french, english) in counts {
            for (line, word) in [(&fr, french), (&en, english)] {
                match said(line, word) {
                    Some(told) => assert_eq!(told, number, "{id}: `{word}` in {line}"),
                    None => assert!(
                        number == 0 || !["domaine", "mesure", "critère"].contains(&french),
                        "{id}: {word}?"
                    ),
                }
            }
        }
    }
}
