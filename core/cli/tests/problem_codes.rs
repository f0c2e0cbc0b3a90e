//! Every problem code through the public surface: its example meets it, at the place said; the mended example does not.
//!
//! Nothing is listed here: the test walks over `Code::ALL` and the pages of `core/src/problem/explained/`.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test fails by panicking, and compares what was read back"
)]

mod common;

use common::{Ran, folder, kolosi, kolosi_in, project};
use kolosi::{Code, Example, Framework, IdList, Lang, Mapping, Options, Problem, Standard, Within};
use sha2::Digest;
use std::path::Path;

const STANDARD: &str = include_str!("../../src/problem/explained/standard.yaml");
const MAPPING: &str = include_str!("../../src/problem/explained/mapping.yaml");
const IDS: &str = include_str!("../../src/problem/explained/ids.yaml");
const DOSSIER: &str = include_str!("../../src/problem/explained/dossier.yaml");

/// A document with these keys in place of its own, or after them.
fn with_keys(document: &str, keys: &str) -> String {
    let blocks = |text: &str| {
        let mut blocks: Vec<String> = Vec::new();
        for line in text.split_inclusive('\n') {
            match blocks.last_mut() {
                Some(block) if line.starts_with([' ', '-']) => block.push_str(line),
                _ => blocks.push(line.to_owned()),
            }
        }
        blocks
    };
    let key = |block: &str| block.split(':').next().unwrap_or_default().to_owned();
    let mut all = blocks(document);
    for new in blocks(keys) {
        match all.iter_mut().find(|old| key(old) == key(&new)) {
            Some(old) => *old = new,
            None => all.push(new),
        }
    }
    all.concat()
}

/// What an example cannot show as it is: text beyond a limit, a byte that is no UTF-8.
fn bytes(code: &str, text: &str) -> Vec<u8> {
    match code {
        "text-too-long" => text.replace("[…]", &"x".repeat(20_000)).into_bytes(),
        "invalid-utf8" => {
            let pieces: Vec<&[u8]> = text.split('\u{fffd}').map(str::as_bytes).collect();
            pieces.join(&0xe9)
        }
        _ => text.to_owned().into_bytes(),
    }
}

/// Everything told about a document, warnings included.
fn told(code: &str, within: Within, text: &str) -> Vec<Problem> {
    let problems = |problems: kolosi::Problems| problems.iter().cloned().collect();
    if within == Within::Standard {
        let standard = with_keys(STANDARD, text);
        return Standard::from_slice(standard.as_bytes()).map_or_else(problems, |it| it.warnings().to_vec());
    }
    if within == Within::Mapping {
        let standard = Standard::from_slice(STANDARD.as_bytes()).expect("the example standard");
        let ids = IdList::from_slice(IDS.as_bytes()).expect("the example list");
        let mapping = Mapping::from_slice(with_keys(MAPPING, text).as_bytes());
        let linked = mapping.and_then(|mapping| {
            mapping.link(&[Framework::Standard(standard), Framework::Ids(ids)])?;
            Ok(mapping.warnings().to_vec())
        });
        return linked.unwrap_or_else(problems);
    }
    let own = if code == "exclusion-forbidden" { "exclusion: forbid\n" } else { "" };
    let standard = Standard::from_slice(with_keys(STANDARD, own).as_bytes()).expect("the example standard");
    let options = Options::new("2025-12-31".parse().expect("a date"));
    let plan = standard.compile(&options).expect("the example standard");
    let dossier = if within == Within::File { text.to_owned() } else { with_keys(DOSSIER, text) };
    plan.dossier(&bytes(code, &dossier)).map_or_else(problems, |it| it.warnings().to_vec())
}

/// The place of a problem as a page names it.
fn place(problem: &Problem) -> String {
    let place = problem.place();
    match (place.path.as_str(), place.line) {
        ("", 0) => String::new(),
        ("", line) => format!("{line}:{}", place.column),
        (path, _) => path.to_owned(),
    }
}

/// A folder with the files that the examples of commands name.
fn desk() -> tempfile::TempDir {
    let desk = folder();
    let write = |name: &str, text: &str| std::fs::write(desk.path().join(name), text).expect("a file");
    write("referentiel.yaml", STANDARD);
    write("dossier.yaml", DOSSIER);
    write("dossier-corrige.yaml", &DOSSIER.replace("answer: oui", "answer: non"));
    write("notes.yaml", "notes:\n  evidence: []\n");
    let limit = u64::try_from(kolosi::limits::DOCUMENT_BYTES).expect("a size");
    let large = std::fs::File::create(desk.path().join("tout-le-pays.yaml")).expect("a file");
    large.set_len(limit + 1).expect("a sparse file");
    let items = "0,".repeat(kolosi::limits::NODES) + "0";
    write("tous-les-serveurs.json", &format!("{{\"evidence\": [{items}]}}"));
    let profiles: String = (0..3_000)
        .map(|n| format!("  - {{id: p{n}, title: {{fr: Profil {n}, en: Profile {n}}}}}\n"))
        .collect();
    write("trop-de-profils.yaml", &with_keys(STANDARD, &format!("profiles:\n{profiles}")));
    let made =
        run(desk.path(), "kolosi audit referentiel.yaml dossier.yaml --as-of 2025-12-31 -o audit.json");
    assert_eq!(made.code, 0, "{}", made.err);
    let audit = std::fs::read_to_string(desk.path().join("audit.json")).expect("an audit");
    write("audit-autre-programme.json", &of_another_program(&audit));
    desk
}

/// The audit with another edition than that of the standard in it, and the digest that goes with it (E2.3).
fn of_another_program(audit: &str) -> String {
    let mut audit: serde_json::Value = serde_json::from_str(audit).expect("JSON");
    audit["standard"]["edition"] = "d’hier".into();
    let mut content = audit.clone();
    content.as_object_mut().expect("an object").retain(|key, _| key != "digest" && key != "engine");
    let digest = sha2::Sha256::digest(content.to_string());
    audit["digest"] = digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>().into();
    audit.to_string()
}

fn run(desk: &Path, line: &str) -> Ran {
    let words: Vec<&str> = line.split_whitespace().collect();
    let (command, args) = words.split_first().expect("a command");
    assert_eq!(*command, "kolosi");
    kolosi_in(desk, args)
}

/// The codes that a command told.
fn codes(ran: &Ran) -> Vec<&str> {
    let label = |line: &'_ str| line.starts_with("erreur[") || line.starts_with("avertissement[");
    ran.err.lines().filter(|line| label(line)).filter_map(|line| line.split(['[', ']']).nth(1)).collect()
}

/// French puts unbreakable spaces before its high signs and inside guillemets.
fn assert_typeset(french: &str) {
    for sign in [" ;", " :", " ?", " !", " %", "« ", " »"] {
        assert!(!french.contains(sign), "a breakable space: {french}");
    }
}

#[test]
fn every_example_meets_its_code_and_no_other_until_it_is_mended() {
    let desk = desk();
    for code in Code::ALL {
        let name = code.as_str();
        let Example { within, place: wanted, before, after } = code.explanation().example();
        if within == Within::Command {
            let ran = run(desk.path(), before.trim());
            assert_eq!(codes(&ran), [name], "{before}{}", ran.err);
            assert_eq!(
                (ran.out.as_str(), ran.code),
                ("", if name == "input-changed" { 4 } else { 2 }),
                "{before}"
            );
            ran.err.lines().for_each(assert_typeset);
            let mended = run(desk.path(), after.trim());
            assert_eq!((mended.code, mended.err.contains('[')), (0, false), "{after}{}", mended.err);
            continue;
        }
        let found = told(name, within, before);
        let shown: Vec<(&str, String)> = found.iter().map(|it| (it.code().as_str(), place(it))).collect();
        assert_eq!(shown, [(name, wanted.to_owned())], "{before}");
        for problem in &found {
            assert_typeset(&problem.message(Lang::Fr));
            assert_typeset(&problem.help(Lang::Fr));
            assert_ne!(problem.message(Lang::Fr), problem.message(Lang::En));
            assert_ne!(problem.help(Lang::Fr), problem.help(Lang::En), "{name}");
        }
        assert_eq!(told(name, within, after), [], "{after}");
    }
}

#[test]
fn each_code_is_shown_whole_in_both_languages() {
    for code in Code::ALL {
        let explained = code.explanation();
        for lang in [Lang::Fr, Lang::En] {
            let ran = kolosi(&["problems", code.as_str(), "--lang", lang.code()]);
            assert_eq!((ran.code, ran.err.as_str()), (0, ""));
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let shown = words(&ran.out);
            let (class, severity) = (code.class().word(lang), code.severity().word(lang));
            for part in [explained.text(lang), &code.message(lang), &code.help(lang), class, severity] {
                assert!(shown.contains(&words(part)), "{part}\n{}", ran.out);
            }
            for example in [explained.example().before, explained.example().after] {
                assert!(example.lines().all(|line| ran.out.contains(line)), "{}", ran.out);
            }
            let talk = ran.out.lines().filter(|line| !line.starts_with("      "));
            talk.for_each(|line| assert!(line.chars().count() <= 80, "{line}"));
            if lang == Lang::Fr {
                ran.out.lines().filter(|line| !line.starts_with("      ")).for_each(assert_typeset);
            }
        }
    }
}

#[test]
fn the_table_has_every_code_in_the_words_of_its_language() {
    let (fr, en) = (kolosi(&["problems"]).out, kolosi(&["problems", "--lang", "en"]).out);
    for code in Code::ALL {
        let row = |page: &str| {
            let line = page.lines().find(|line| line.split_whitespace().next() == Some(code.as_str()));
            line.expect("a row").split_whitespace().skip(1).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(row(&fr), [code.class().word(Lang::Fr), code.severity().word(Lang::Fr)]);
        assert_eq!(row(&en), [code.class().as_str(), code.severity().as_str()]);
    }
    assert!(fr.contains("forme") && fr.contains("sens") && fr.contains("avertissement"));
    assert!(fr.lines().chain(en.lines()).all(|line| line.chars().count() <= 80));
}

#[test]
fn machines_read_the_same_in_every_language() {
    let run = |args: &[&str]| {
        let all = |lang| kolosi(&[&["problems", "--format", "json", "--lang", lang], args].concat()).out;
        assert_eq!(all("fr"), all("en"));
        serde_json::from_str::<serde_json::Value>(&all("fr")).expect("JSON")
    };
    let all = run(&[]);
    let names: Vec<&str> =
        all.as_array().expect("a list").iter().filter_map(|it| it["code"].as_str()).collect();
    assert_eq!(names, Code::ALL.iter().map(|code| code.as_str()).collect::<Vec<_>>());
    let one = run(&["unknown-key"]);
    assert_eq!((&one["class"], &one["severity"]), (&"shape".into(), &"error".into()));
    assert_eq!(
        (&one["example"]["within"], &one["example"]["place"]),
        (&"dossier".into(), &"/evidence/0/observd".into())
    );
    for text in ["message", "help", "explanation"] {
        assert!(one[text]["fr"].is_string() && one[text]["en"].is_string());
    }
}

/// The list may only grow: scripts, other languages and old reports rely on it.
#[test]
fn no_code_goes_away_or_changes_its_nature() {
    let path = project().join("tests/vectors/problem-codes.txt");
    let list = std::fs::read_to_string(&path).expect("the list");
    let listed: Vec<&str> = list.lines().filter(|line| !line.starts_with('#')).collect();
    let row =
        |code: &Code| format!("{} {} {}", code.as_str(), code.class().as_str(), code.severity().as_str());
    let rows: Vec<String> = Code::ALL.iter().map(row).collect();
    for old in &listed {
        assert!(rows.iter().any(|row| row == old), "`{old}` is gone or has changed: a code may do neither");
    }
    let new: Vec<&String> = rows.iter().filter(|row| !listed.contains(&row.as_str())).collect();
    assert!(new.is_empty(), "append to {}: {new:?}", path.display());
}

#[test]
fn the_format_names_every_code() {
    let format = std::fs::read_to_string(project().join("standards/FORMAT.md")).expect("the format");
    for code in Code::ALL {
        assert!(
            format.contains(&format!("`{}`", code.as_str())),
            "standards/FORMAT.md lacks {}",
            code.as_str()
        );
    }
}
