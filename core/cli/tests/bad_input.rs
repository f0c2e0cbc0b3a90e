//! Bad input: what is said of it. That each attack ends in its named problem is in `hostile.rs`.

#![allow(clippy::expect_used, clippy::panic, missing_docs, reason = "a test fails by panicking")]

mod common;

use common::{folder, kolosi, path};

const STANDARD: &str = include_str!("../../../tests/hostile/good/standard.yaml");

const DOSSIER: &str = include_str!("../../../tests/hostile/good/dossier.yaml");

/// A dossier in which one text is replaced.
fn dossier(old: &str, new: &str) -> String {
    assert!(DOSSIER.contains(old), "{old}");
    DOSSIER.replacen(old, new, 1)
}

/// Run an audit of these documents that would write a report; the exit code and what was said, in French and English.
fn audit(dossier: &str) -> (i32, String, String) {
    let folder = folder();
    std::fs::write(path(&folder, "s.yaml"), STANDARD).expect("a file");
    std::fs::write(path(&folder, "d.yaml"), dossier).expect("a file");
    let report = path(&folder, "report.html");
    let run = |lang: &str| {
        let (s, d) = (path(&folder, "s.yaml"), path(&folder, "d.yaml"));
        let ran = kolosi(&["audit", &s, &d, "--as-of", "2025-06-30", "--lang", lang, "-o", &report]);
        assert_eq!(ran.out, "");
        (ran.code, ran.err)
    };
    let ((code, fr), (other, en)) = (run("fr"), run("en"));
    assert_eq!(code, other);
    assert_eq!(std::path::Path::new(&report).exists(), code == 0, "{fr}");
    (code, fr, en)
}

#[test]
fn the_good_pair_is_good() {
    let (code, said, _) = audit(DOSSIER);
    assert_eq!(code, 0, "{said}");
}

#[test]
fn the_nearest_known_key_is_named() {
    let (_, fr, en) = audit(&dossier("observed: 2025-01-31", "observd: 2025-01-31"));
    assert!(
        fr.contains("vouliez-vous dire `observed`") && en.contains("did you mean `observed`"),
        "{fr}{en}"
    );
}

#[test]
fn all_problems_of_a_file_at_once() {
    let text = DOSSIER
        .replacen("observed: 2025-01-31", "observed: 2025-02-31", 1)
        .replacen("answer: yes", "answer: maybe", 1)
        .replacen("value: 12.5", "value: 99", 1)
        .replacen("reason:", "motif:", 1);
    let (exit, said, _) = audit(&text);
    assert_eq!(exit, 2);
    for code in ["invalid-date", "answer-off-scale", "value-out-of-range", "unknown-key", "missing-key"] {
        assert!(said.contains(&format!("[{code}]")), "{code}: {said}");
    }
}

#[test]
fn the_letters_of_bambara_pass_everywhere() {
    let word = "kɔlɔsi-ɲɛtaasira-ŋ";
    let standard =
        STANDARD.replace("asked", word).replace("Demandé", "Mali Kura ɲɛtaasira ka bɛn san 2063 ma");
    let dossier = DOSSIER
        .replace("asked", word)
        .replace("first", "ɲɔgɔn")
        .replace("exemple fictif", "exemple fictif ɛɔɲŋ");
    let folder = folder();
    std::fs::write(path(&folder, "ɲ.yaml"), standard).expect("a file");
    std::fs::write(path(&folder, "ŋ.yaml"), dossier).expect("a file");
    for format in ["text", "json", "html"] {
        let ran = kolosi(&[
            "audit",
            &path(&folder, "ɲ.yaml"),
            &path(&folder, "ŋ.yaml"),
            "--as-of",
            "2025-06-30",
            "--format",
            format,
        ]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(ran.out.contains(word) && ran.out.contains("ɲɛtaasira ka bɛn"), "{format}: {}", ran.out);
    }
}

/// Two hundred records beside the cycle, more than the problems that are shown, do not hide it.
#[test]
fn a_cycle_does_not_hide_behind_many_records() {
    let mut text = DOSSIER.split("waivers:").next().expect("the records").to_owned();
    let many: Vec<String> = (0..200).map(|index| format!("old-{index}")).collect();
    for id in &many {
        text += &format!("  - {{id: {id}, control: asked, observed: 2025-01-31, answer: no}}\n");
    }
    text += &format!(
        "  - {{id: a, control: asked, observed: 2025-01-31, answer: no, supersedes: [{}, b]}}\n",
        many.join(", ")
    );
    text += "  - {id: b, control: asked, observed: 2025-01-31, answer: no, supersedes: a}\n";
    let (exit, said, _) = audit(&text);
    assert_eq!(exit, 2);
    assert_eq!(said.matches("[supersedes-cycle]").count(), 2, "{said}");
}
