//! Bad input: each attack ends in its named problem, in both languages, with its place and what to do; exit code 2, nothing written.

#![allow(clippy::expect_used, clippy::panic, missing_docs, reason = "a test fails by panicking")]

mod common;

use common::{folder, kolosi, path};

const STANDARD: &str = r#"id: demo
edition: 1
title: {fr: Démonstration, en: Demonstration}
publisher: {fr: Personne, en: Nobody}
subject: organisation
basis: proposal
scales:
  - id: scale
    answers:
      - {id: yes, title: {fr: Oui, en: Yes}, degree: 1}
      - {id: no, title: {fr: Non, en: No}, degree: 0}
scale: 100
levels:
  - {id: low, title: {fr: Bas, en: Low}, at_least: 0}
  - {id: high, title: {fr: Haut, en: High}, at_least: 50}
groups:
  - id: group
    title: {fr: Domaine, en: Group}
    controls:
      - id: asked
        title: {fr: Demandé, en: Asked}
        criteria:
          - answer: scale
      - id: measured
        title: {fr: Mesuré, en: Measured}
        weight: 2
        criteria:
          - value: {min: 0, max: 20, better: higher}
"#;

const DOSSIER: &str = r#"standard: {id: demo, edition: 1}
subject: {id: nobody, name: exemple fictif, fictional: true}
evidence:
  - id: first
    control: asked
    observed: 2025-01-31
    answer: yes
  - id: second
    control: measured
    observed: 2025-01-31
    value: 12.5
    supersedes: first
waivers:
  - id: waiver
    controls: [asked]
    reason: une raison
    approved_by: quelqu’un
    from: 2025-01-01
    until: 2025-12-31
"#;

enum Bad {
    Standard(Vec<u8>),
    Dossier(Vec<u8>),
}

/// A standard in which one text is replaced.
fn standard(old: &str, new: &str) -> Bad {
    assert!(STANDARD.contains(old), "{old}");
    Bad::Standard(STANDARD.replacen(old, new, 1).into_bytes())
}

fn dossier(old: &str, new: &str) -> Bad {
    assert!(DOSSIER.contains(old), "{old}");
    Bad::Dossier(DOSSIER.replacen(old, new, 1).into_bytes())
}

fn whole(bytes: impl Into<Vec<u8>>) -> Bad {
    Bad::Dossier(bytes.into())
}

/// Run an audit of these documents that would write a report; the exit code and what was said, in French and English.
fn audit(bad: &Bad) -> (i32, String, String) {
    let folder = folder();
    let (standard, dossier) = match bad {
        Bad::Standard(bytes) => (bytes.as_slice(), DOSSIER.as_bytes()),
        Bad::Dossier(bytes) => (STANDARD.as_bytes(), bytes.as_slice()),
    };
    std::fs::write(path(&folder, "s.yaml"), standard).expect("a file");
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
    let (code, said, _) = audit(&whole(DOSSIER));
    assert_eq!(code, 0, "{said}");
}

#[test]
fn every_attack_ends_in_its_named_problem() {
    let deep_json = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let deep_object = format!("{}1{}", r#"{"a":"#.repeat(10_000), "}".repeat(10_000));
    let deep_yaml = format!("evidence: {}{}", "[".repeat(10_000), "]".repeat(10_000));
    let bomb = "a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nevidence: *c\n";
    // (what, where, the code, the place as `line:column` where the attack has one)
    let attacks: Vec<(&str, Bad, &str, &str)> = vec![
        ("empty file", whole(""), "empty-document", ""),
        ("only a comment", whole("# nothing\n"), "empty-document", ""),
        ("a standard for a dossier", whole(STANDARD), "wrong-document-type", ""),
        ("a dossier for a standard", Bad::Standard(DOSSIER.as_bytes().to_vec()), "wrong-document-type", ""),
        ("unknown key", dossier("observed: 2025-01-31", "observd: 2025-01-31"), "unknown-key", "6:5"),
        ("missing key", dossier("    observed: 2025-01-31\n    answer", "    answer"), "missing-key", "4:5"),
        (
            "duplicate key",
            dossier("    answer: yes", "    answer: yes\n    answer: no"),
            "duplicate-key",
            "8:5",
        ),
        ("duplicate id", dossier("id: second", "id: first"), "duplicate-id", "8:9"),
        ("duplicate control", standard("id: measured", "id: asked"), "duplicate-id", "24:13"),
        ("dangling control", dossier("control: asked", "control: askd"), "unknown-reference", "5:14"),
        ("dangling scale", standard("answer: scale", "answer: scalp"), "unknown-reference", "23:21"),
        ("dangling record", dossier("supersedes: first", "supersedes: frist"), "unknown-reference", "12:17"),
        ("answer off the scale", dossier("answer: yes", "answer: maybe"), "answer-off-scale", "7:13"),
        ("value out of range", dossier("value: 12.5", "value: 20.1"), "value-out-of-range", "11:12"),
        ("impossible date", dossier("observed: 2025-01-31", "observed: 2025-02-29"), "invalid-date", "6:15"),
        ("from after until", dossier("until: 2025-12-31", "until: 2024-12-31"), "from-after-until", "14:5"),
        ("supersedes itself", dossier("supersedes: first", "supersedes: second"), "supersedes-cycle", ""),
        (
            "supersedes in a circle",
            dossier("    answer: yes", "    answer: yes\n    supersedes: second"),
            "supersedes-cycle",
            "",
        ),
        ("negative weight", standard("weight: 2", "weight: -2"), "number-out-of-range", "26:17"),
        ("weight that is no number", standard("weight: 2", "weight: heavy"), "invalid-number", "26:17"),
        ("negative threshold", standard("at_least: 50", "at_least: -50"), "number-out-of-range", "15:55"),
        (
            "threshold that is no number",
            standard("at_least: 50", "at_least: half"),
            "invalid-number",
            "15:55",
        ),
        ("overlapping levels", standard("at_least: 50", "at_least: 0"), "levels-not-rising", "15:55"),
        (
            "more exceptions than checked",
            dossier("value: 12.5", "sample: {checked: 5, population: 10, exceptions: 6}"),
            "sample-impossible",
            "11:13",
        ),
        (
            "more digits than E1.2",
            dossier("value: 12.5", "value: 1.2345678901234567890123456789012"),
            "number-too-precise",
            "11:12",
        ),
        ("an exponent beyond E1.2", dossier("value: 12.5", "value: 1e31"), "number-too-precise", "11:12"),
        ("10,000 levels of JSON lists", whole(deep_json), "too-deep", "1:66"),
        ("10,000 levels of JSON objects", whole(deep_object), "too-deep", ""),
        ("10,000 levels of YAML", whole(deep_yaml), "too-deep", ""),
        (
            "10,000 levels of YAML blocks",
            whole(format!("evidence:\n  {}x\n", "- ".repeat(10_000))),
            "too-deep",
            "",
        ),
        ("invalid UTF-8", whole(b"evidence: \xff\n".to_vec()), "invalid-utf8", "1:11"),
        ("control character in an id", dossier("id: nobody", "id: \"no\\u0007body\""), "invalid-id", "2:15"),
        ("bidi override in an id", dossier("id: nobody", "id: \"no\u{202e}ydob\""), "invalid-id", "2:15"),
        ("alias bomb", whole(bomb), "yaml-alias", "1:4"),
        ("tag", dossier("answer: yes", "answer: !!bool yes"), "yaml-tag", ""),
        ("merge key", dossier("    answer: yes", "    <<: {answer: yes}"), "yaml-merge-key", "7:5"),
        ("two documents", whole(format!("{DOSSIER}---\n{DOSSIER}")), "several-documents", "20:1"),
        ("broken YAML", dossier("evidence:", "evidence: ]"), "invalid-yaml", ""),
        ("broken JSON", whole("{\"evidence\": [}"), "invalid-json", "1:15"),
    ];
    for (what, bad, code, place) in attacks {
        let (exit, fr, en) = audit(&bad);
        assert_eq!(exit, 2, "{what}: {en}");
        for said in [&fr, &en] {
            assert!(said.contains(&format!("[{code}]")), "{what}: {said}");
            assert!(said.contains(place), "{what} is not at {place}: {said}");
        }
        assert!(fr.contains("que faire") && en.contains("help:"), "{what}: {fr}{en}");
        assert_ne!(fr, en, "{what}");
    }
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
    let (exit, said, _) = audit(&whole(text));
    assert_eq!(exit, 2);
    for code in ["invalid-date", "answer-off-scale", "value-out-of-range", "unknown-key", "missing-key"] {
        assert!(said.contains(&format!("[{code}]")), "{code}: {said}");
    }
}

#[test]
fn a_file_that_cannot_be_read() {
    let folder = folder();
    std::fs::write(path(&folder, "s.yaml"), STANDARD).expect("a file");
    let standard = path(&folder, "s.yaml");
    for missing in [path(&folder, "none.yaml"), folder.path().display().to_string()] {
        let ran = kolosi(&["audit", &standard, &missing, "--as-of", "2025-06-30"]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert!(ran.err.contains("[unreadable-file]"), "{}", ran.err);
    }
}

#[test]
fn one_string_of_a_gigabyte_is_refused_unread() {
    let folder = folder();
    std::fs::write(path(&folder, "s.yaml"), STANDARD).expect("a file");
    let huge = std::fs::File::create(path(&folder, "huge.json")).expect("a file");
    huge.set_len(1 << 30).expect("a sparse file");
    let started = std::time::Instant::now();
    let ran =
        kolosi(&["audit", &path(&folder, "s.yaml"), &path(&folder, "huge.json"), "--as-of", "2025-06-30"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("[document-too-large]"), "{}", ran.err);
    assert!(started.elapsed().as_secs() < 2);
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
    let (exit, said, _) = audit(&whole(text));
    assert_eq!(exit, 2);
    assert_eq!(said.matches("[supersedes-cycle]").count(), 2, "{said}");
}
