//! Attacks that are too big to keep, each by its name in `tests/hostile/README.md`.

use std::fmt::Write;
use std::path::{Path, PathBuf};

const SUBJECT: &str =
    r#""standard":{"id":"demo","edition":"1"},"subject":{"id":"nobody","name":"exemple fictif"}"#;
const STANDARD: &str = r#""id":"demo","edition":"1","title":{"fr":"T","en":"T"},"publisher":{"fr":"P","en":"P"},"subject":"organisation","basis":"proposal","scale":100"#;
const SCALES: &str =
    r#""scales":[{"id":"s","answers":[{"id":"yes","title":{"fr":"O","en":"Y"},"degree":1}]}]"#;
/// Bytes a little below the limit of a document.
const NEARLY: usize = 23 << 20;

/// Write an attack into a folder; the path of the file, or what the paths of its files have in common.
pub(crate) fn write(name: &str, folder: &Path) -> PathBuf {
    let at = folder.join(name);
    let text = match name {
        "unreadable" => return at,
        "folder" => {
            std::fs::create_dir(&at).expect("a folder");
            return at;
        }
        "one-string-of-1-gb" => {
            std::fs::File::create(&at).expect("a file").set_len(1 << 30).expect("a sparse file");
            return at;
        }
        "string-at-the-limit" => {
            format!(r#"{{{},"evidence":[{{"id":"r","remark":"{}"}}]}}"#, SUBJECT, "a".repeat(NEARLY))
        }
        "lists-10000-deep" => format!("{}{}", "[".repeat(10_000), "]".repeat(10_000)),
        "objects-10000-deep" => format!("{}1{}", r#"{"a":"#.repeat(10_000), "}".repeat(10_000)),
        "yaml-flow-10000-deep" => format!("evidence: {}{}", "[".repeat(10_000), "]".repeat(10_000)),
        "yaml-blocks-10000-deep" => format!("evidence:\n  {}x\n", "- ".repeat(10_000)),
        "deep-and-long" => format!("{}{}0{}", "[".repeat(60), "0,".repeat(NEARLY / 2), "]".repeat(60)),
        "millions-of-scalars" => format!("[{}0]", "0,".repeat(NEARLY / 2)),
        "millions-of-small-objects" => format!("[{}0]", r#"{"":[]},"#.repeat(NEARLY / 8)),
        "millions-of-yaml-items" => format!("evidence:\n{}", "- a\n".repeat(NEARLY / 4)),
        "as-many-keys-as-allowed" => object(699_000, |at| format!("\"{at}\":0")),
        "as-many-long-keys" => object(233_000, |at| format!("\"{at:050}\":0")),
        "wrong-records-and-no-subject" => format!(
            r#"{{"standard":{{"id":"demo","edition":"1"}},"evidence":{}}}"#,
            list(50_000, |at| format!(r#"{{"id":"r{at}","observed":"soon","whom":0}}"#))
        ),
        "as-many-wrong-answers" => evidence(50_000, |at| {
            format!(r#""control":"asked","observed":"2025-01-01","answer":"wrong-{at}""#)
        }),
        "pairs-of-record-and-test" => {
            let test = r#""test":{"kind":"k","over":"every"}"#;
            let kind = r#""kinds":[{"id":"k","title":{"fr":"T","en":"T"},"key":["f"],"fields":[{"id":"f","title":{"fr":"T","en":"T"},"type":"text"}]}]"#;
            save(&at, "standard", &standard(kind, 1_000, |_| test.to_owned()));
            save(
                &at,
                "dossier",
                &evidence(10_000, |at| {
                    format!(r#""observed":"2025-01-01","kind":"k","data":{{"f":"{at}"}}"#)
                }),
            );
            return at;
        }
        "prime-ranges" => return prime_ranges(&at, 4_000, 1, "mean"),
        "prime-ranges-under-any" => return prime_ranges(&at, 226, 1, "any"),
        "prime-ranges-deep-under-any" => return prime_ranges(&at, 100, 26, "any"),
        "prime-ranges-in-deep-groups" => return prime_ranges(&at, 960, 26, "mean"),
        "too-many-edges" => mapping(30_001, |at| edge(&format!(r#""s{at}""#), "t", "equal")),
        "too-many-controls-of-one-edge" => {
            mapping(1, |_| edge(&list(60_000, |at| format!(r#""s{at}""#)), "t", "covered-by"))
        }
        "too-long-a-mapping" => mapping(1, |_| edge(r#""s""#, "t", "equal") + &" ".repeat(8 << 20)),
        "a-mapping-with-deep-rationale" => mapping(1, |_| {
            let deep = "[".repeat(10_000) + &"]".repeat(10_000);
            edge(r#""s""#, "t", "equal").replace(r#"{"fr":"F","en":"E"}"#, &deep)
        }),
        "circle-of-60000-edges" => circle(60_000),
        "circle-of-30000-edges" => circle(30_000),
        "30000-edges-of-one-pair" => mapping(30_000, |_| edge(r#""asked""#, "A.1", "superset-of")),
        "30000-dangling-edges" => {
            mapping(30_000, |at| edge(&format!(r#""s{at}""#), &format!("t{at}"), "equal"))
        }
        "too-many-ids" => ids(60_001, |at| format!(r#""i{at}""#)),
        "ids-that-are-one" => ids(60_000, |_| r#""i""#.to_owned()),
        "profiles-times-controls" => {
            let profiles = list(3_000, |at| format!(r#"{{"id":"p{at}","title":{{"fr":"T","en":"T"}}}}"#));
            standard(&format!(r#"{SCALES},"profiles":{profiles}"#), 3_000, |_| r#""answer":"s""#.to_owned())
        }
        "references-times-parameters" => {
            let parameters = list(8_000, |at| {
                format!(
                    r#"{{"id":"p{at}","title":{{"fr":"T","en":"T"}},"type":"decimal","default":1,"min":0,"max":2}}"#
                )
            });
            standard(&format!(r#"{SCALES},"parameters":{parameters}"#), 8_000, |at| {
                format!(
                    r#""answer":"s","weight":{{"parameter":"p{}"}}"#,
                    if at < 7_999 { 7_999 } else { 8_000 }
                )
            })
        }
        _ => panic!("no file and no generator is named {name}"),
    };
    std::fs::write(&at, text).expect("a file");
    at
}

fn save(at: &Path, what: &str, text: &str) {
    std::fs::write(format!("{}.{what}.json", at.display()), text).expect("a file");
}

fn joined(count: usize, item: impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    for at in 0..count {
        let comma = if at == 0 { "" } else { "," };
        write!(text, "{comma}{}", item(at)).expect("a text");
    }
    text
}

fn list(count: usize, item: impl Fn(usize) -> String) -> String {
    format!("[{}]", joined(count, item))
}

fn object(count: usize, entry: impl Fn(usize) -> String) -> String {
    format!("{{{}}}", joined(count, entry))
}

/// A dossier of so many records.
fn evidence(count: usize, record: impl Fn(usize) -> String) -> String {
    format!(r#"{{{SUBJECT},"evidence":{}}}"#, list(count, |at| format!(r#"{{"id":"r{at}",{}}}"#, record(at))))
}

/// A standard of so many controls, each of one criterion.
fn standard(more: &str, count: usize, criterion: impl Fn(usize) -> String) -> String {
    nested(more, count, criterion, 1)
}

/// The same in a group that is in so many others.
fn nested(more: &str, count: usize, criterion: impl Fn(usize) -> String, levels: usize) -> String {
    let controls = list(count, |at| {
        format!(r#"{{"id":"c{at}","title":{{"fr":"T","en":"T"}},"criteria":[{{{}}}]}}"#, criterion(at))
    });
    let group = |within: String, level: usize| {
        format!(r#""groups":[{{"id":"g{level}","title":{{"fr":"T","en":"T"}},{within}}}]"#)
    };
    let groups = (0..levels).fold(format!(r#""controls":{controls}"#), group);
    format!(r#"{{{STANDARD},{more},{groups}}}"#)
}

/// A mapping of so many edges from `good/standard.yaml` to `good/ids.yaml`.
fn mapping(count: usize, edge: impl Fn(usize) -> String) -> String {
    let edges = list(count, edge);
    let side = |standard: &str, kind: &str| {
        let digest = "0".repeat(64);
        format!(r#"{{"standard":"{standard}","edition":"1","{kind}":"{digest}"}}"#)
    };
    let (source, target) = (side("demo", "digest"), side("other", "ids_digest"));
    format!(
        r#"{{"id":"m","edition":"1","title":{{"fr":"F","en":"E"}},"basis":"proposal","source":{source},"target":{target},"edges":{edges}}}"#
    )
}

fn edge(from: &str, to: &str, relation: &str) -> String {
    format!(
        r#"{{"from":{from},"to":"{to}","relation":"{relation}","rationale":{{"fr":"F","en":"E"}},"confidence":"low"}}"#
    )
}

/// Each control of the source contains one of the target, which contains the next one of the source, and the last the first.
fn circle(count: usize) -> String {
    mapping(count, |at| match (at / 2, at % 2) {
        (n, 0) => edge(&format!(r#""s{n}""#), &format!("t{n}"), "superset-of"),
        (n, _) => edge(&format!(r#""s{}""#, (n + 1) % (count / 2)), &format!("t{n}"), "subset-of"),
    })
}

/// An id list of so many ids.
fn ids(count: usize, id: impl Fn(usize) -> String) -> String {
    let ids = list(count, id);
    format!(r#"{{"id":"other","edition":"1","title":{{"fr":"F","en":"E"}},"ids":{ids}}}"#)
}

/// So many ranges of 29 digits with next to nothing in common, in so many levels of means, and a value for each.
pub(crate) fn prime_ranges(at: &Path, count: usize, levels: usize, root: &str) -> PathBuf {
    let most = |at: usize| format!("1{:028}", at * 2 + 1);
    let value = |at| format!(r#""value":{{"min":0,"max":{},"better":"higher"}}"#, most(at));
    let more = format!(r#"{SCALES},"combine":"{root}""#);
    save(at, "standard", &nested(&more, count, value, levels));
    let says = |at| {
        let value = at + 1;
        format!(r#""control":"c{at}","observed":"2025-01-01","assurance":"verified","value":{value}"#)
    };
    save(at, "dossier", &evidence(count, says));
    at.to_owned()
}
