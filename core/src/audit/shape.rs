//! Reading an audit that was written: its shape, member by member, as `standards/FORMAT.md` gives it. Whether it says what was
//! found, only its digest and `verify` can tell.

use super::figure::{FIGURE_CHARACTERS, is_figure};
use super::{Reason, Verdict};
use crate::document::{Node, Reader, Value};
use crate::dossier::{read_record, read_subject};
use crate::problem::Code;
use crate::standard::{model::Model, read_model};
use crate::{Assurance, Id};

/// How one member is read.
type Read<'r> = &'r dyn Fn(&mut Reader, &Node);

pub(super) fn audit(reader: &mut Reader, root: &Node) {
    // the records are read by the kinds of the standard that the audit carries; its problems are found when its turn comes
    let document = root.get("standard").and_then(|standard| standard.get("document"));
    let model = document.and_then(|document| read_model(&mut Reader::probe(), document));
    object(
        reader,
        root,
        &[
            ("coverage", &coverage),
            ("digest", &sha256),
            ("dossier", &|reader, node| object(reader, node, &[("digest", &sha256)])),
            ("engine", &|reader, node| object(reader, node, &[("name", &line), ("version", &line)])),
            ("evidence", &|reader, node| list(reader, node, 0, &|reader, node| record(reader, node, &model))),
            ("findings", &|reader, node| list(reader, node, 0, &finding)),
            ("gaps", &ids),
            ("groups", &|reader, node| list(reader, node, 0, &group)),
            ("inferences", &|reader, node| or_null(reader, node, &inferences)),
            ("level", &|reader, node| or_null(reader, node, &level)),
            ("options", &options),
            ("score", &score),
            ("score_after_waivers", &range),
            ("scores_by_assurance", &by_assurance),
            ("standard", &standard),
            ("subject", &read_subject),
            ("waivers", &|reader, node| list(reader, node, 0, &waiver)),
        ],
    );
}

// ---- what members are made of ----

fn object(reader: &mut Reader, node: &Node, members: &[(&'static str, Read<'_>)]) {
    let Some(mut fields) = reader.object(node) else { return };
    for (key, read) in members {
        fields.required(reader, key, |reader, node| {
            read(reader, node);
            Some(())
        });
    }
    fields.finish(reader);
}

fn list(reader: &mut Reader, node: &Node, least: usize, read: Read<'_>) {
    reader.list(node, least, |reader, node| {
        read(reader, node);
        Some(())
    });
}

fn or_null(reader: &mut Reader, node: &Node, read: Read<'_>) {
    if !node.is_null() {
        read(reader, node);
    }
}

fn word<const N: usize>(reader: &mut Reader, node: &Node, words: [&str; N]) {
    reader.word(node, &words.map(|word| (word, ())));
}

fn id(reader: &mut Reader, node: &Node) {
    reader.id(node);
}

fn ids(reader: &mut Reader, node: &Node) {
    list(reader, node, 0, &id);
}

fn line(reader: &mut Reader, node: &Node) {
    reader.line(node);
}

fn prose(reader: &mut Reader, node: &Node) {
    reader.prose(node);
}

fn boolean(reader: &mut Reader, node: &Node) {
    reader.boolean(node);
}

fn date(reader: &mut Reader, node: &Node) {
    reader.date(node);
}

fn sha256(reader: &mut Reader, node: &Node) {
    reader.sha256(node);
}

fn tally(reader: &mut Reader, node: &Node) {
    reader.tally(node);
}

/// A decimal as results are written (E1.2).
fn figure(reader: &mut Reader, node: &Node) {
    let Some(text) = reader.line(node) else { return };
    if text.len() > FIGURE_CHARACTERS {
        reader.problem(Code::TextTooLong, node.spot, &[&FIGURE_CHARACTERS.to_string()]);
    } else if !is_figure(&text) {
        reader.problem(Code::InvalidNumber, node.spot, &[&text]);
    }
}

/// Null where not applicable.
fn range(reader: &mut Reader, node: &Node) {
    or_null(reader, node, &bounds);
}

fn bounds(reader: &mut Reader, node: &Node) {
    object(reader, node, &[("hi", &figure), ("lo", &figure)]);
}

fn score(reader: &mut Reader, node: &Node) {
    or_null(reader, node, &|reader, node| {
        object(reader, node, &[("hi", &figure), ("lo", &figure), ("scale", &figure)]);
    });
}

fn reasons(reader: &mut Reader, node: &Node) {
    list(reader, node, 0, &|reader, node| word(reader, node, Reason::ALL.map(Reason::as_str)));
}

fn verdict(reader: &mut Reader, node: &Node) {
    word(reader, node, Verdict::ALL.map(Verdict::as_str));
}

/// Null where not applicable.
fn met(reader: &mut Reader, node: &Node) {
    or_null(reader, node, &|reader, node| word(reader, node, ["no", "unknown", "yes"]));
}

/// A standard or a mapping by its name.
fn reference(reader: &mut Reader, node: &Node) {
    object(reader, node, &[("digest", &sha256), ("edition", &line), ("id", &id)]);
}

fn by_assurance(reader: &mut Reader, node: &Node) {
    object(reader, node, &[("declared", &range), ("documented", &range), ("verified", &range)]);
}

// ---- the members ----

fn coverage(reader: &mut Reader, node: &Node) {
    object(
        reader,
        node,
        &[("controls", &tally), ("determined", &tally), ("not_applicable", &tally), ("undetermined", &tally)],
    );
}

fn standard(reader: &mut Reader, node: &Node) {
    let document: Read<'_> = &|reader, node| {
        read_model(reader, node);
    };
    object(reader, node, &[("digest", &sha256), ("document", document), ("edition", &line), ("id", &id)]);
}

fn record(reader: &mut Reader, node: &Node, model: &Option<Model>) {
    if let Some(model) = model {
        read_record(reader, node, model);
    }
}

fn options(reader: &mut Reader, node: &Node) {
    object(
        reader,
        node,
        &[
            ("as_of", &date),
            ("assurance", &|reader, node| word(reader, node, Assurance::ALL.map(Assurance::as_str))),
            ("mappings", &|reader, node| list(reader, node, 0, &reference)),
            ("parameters", &parameters),
            ("profile", &|reader, node| or_null(reader, node, &id)),
        ],
    );
}

fn parameters(reader: &mut Reader, node: &Node) {
    reader.object(node);
    let Value::Object(entries) = &node.value else { return };
    for entry in entries {
        if entry.key.parse::<Id>().is_err() {
            reader.problem_with_key(Code::InvalidId, entry.node.spot, &[&entry.key]);
        }
        reader.line(&entry.node);
    }
}

fn level(reader: &mut Reader, node: &Node) {
    let next: Read<'_> = &|reader, node| object(reader, node, &[("id", &id), ("short", &bounds)]);
    object(
        reader,
        node,
        &[
            ("certain", &|reader, node| or_null(reader, node, &id)),
            ("next", &|reader, node| or_null(reader, node, next)),
            ("possible", &ids),
        ],
    );
}

fn group(reader: &mut Reader, node: &Node) {
    object(
        reader,
        node,
        &[
            ("controls", &ids),
            ("degree", &range),
            ("degrees_by_assurance", &by_assurance),
            ("groups", &|reader, node| list(reader, node, 0, &group)),
            ("id", &id),
            ("score", &score),
        ],
    );
}

fn finding(reader: &mut Reader, node: &Node) {
    object(
        reader,
        node,
        &[
            ("control", &id),
            ("criteria", &|reader, node| list(reader, node, 0, &criterion)),
            ("degree", &range),
            ("gain", &range),
            ("met", &met),
            ("possible", &|reader, node| list(reader, node, 0, &verdict)),
            ("reasons", &reasons),
            ("score", &score),
            ("verdict", &verdict),
            ("waived", &boolean),
        ],
    );
}

fn criterion(reader: &mut Reader, node: &Node) {
    let members: Read<'_> = &|reader, node| {
        object(reader, node, &[("false", &tally), ("true", &tally), ("unknown", &tally)]);
    };
    object(
        reader,
        node,
        &[
            ("criterion", &id),
            ("degree", &range),
            ("members", &|reader, node| or_null(reader, node, members)),
            ("reasons", &reasons),
            ("records", &|reader, node| list(reader, node, 0, &fate)),
        ],
    );
}

fn inferences(reader: &mut Reader, node: &Node) {
    object(
        reader,
        node,
        &[
            ("controls", &|reader, node| list(reader, node, 0, &inferred)),
            ("from", &|reader, node| list(reader, node, 0, &inferred_from)),
            ("score", &range),
        ],
    );
}

fn inferred_from(reader: &mut Reader, node: &Node) {
    object(
        reader,
        node,
        &[
            ("dossier", &|reader, node| object(reader, node, &[("digest", &sha256)])),
            ("profile", &|reader, node| or_null(reader, node, &id)),
            ("standard", &reference),
            ("subject", &read_subject),
        ],
    );
}

fn inferred(reader: &mut Reader, node: &Node) {
    let reason: Read<'_> =
        &|reader, node| word(reader, node, ["inference-disagrees", "inferences-contradict"]);
    object(
        reader,
        node,
        &[
            ("applied", &boolean),
            ("control", &id),
            ("degree", &range),
            ("met", &met),
            ("paths", &|reader, node| list(reader, node, 1, &path)),
            ("possible", &|reader, node| list(reader, node, 0, &verdict)),
            ("reasons", &|reader, node| list(reader, node, 0, reason)),
            ("verdict", &verdict),
        ],
    );
}

fn path(reader: &mut Reader, node: &Node) {
    let from: Read<'_> = &|reader, node| {
        object(reader, node, &[("audit", &tally), ("controls", &|reader, node| list(reader, node, 1, &id))]);
    };
    let edge: Read<'_> =
        &|reader, node| object(reader, node, &[("edge", &tally), ("inverse", &boolean), ("mapping", &tally)]);
    object(
        reader,
        node,
        &[
            ("edges", &|reader, node| list(reader, node, 1, edge)),
            ("from", from),
            ("records", &ids),
            ("says", &|reader, node| word(reader, node, ["fails", "holds"])),
        ],
    );
}

/// What becomes of a record.
fn fate(reader: &mut Reader, node: &Node) {
    let holds: Read<'_> = &|reader, node| word(reader, node, ["true", "false", "unknown"]);
    object(
        reader,
        node,
        &[
            ("degree", &range),
            ("id", &id),
            ("reasons", &reasons),
            ("state", &|reader, node| word(reader, node, ["stands", "displaced", "set-aside"])),
            ("where", &|reader, node| or_null(reader, node, holds)),
        ],
    );
}

fn waiver(reader: &mut Reader, node: &Node) {
    object(
        reader,
        node,
        &[
            ("approved_by", &line),
            ("controls", &|reader, node| list(reader, node, 1, &id)),
            ("from", &date),
            ("id", &id),
            ("reason", &prose),
            ("status", &|reader, node| word(reader, node, ["active", "expired", "future", "unneeded"])),
            ("until", &date),
        ],
    );
}
