"""Records as statements: form, thing, source, chains, and whom they speak to (E2.7, E3.2)."""

from dataclasses import dataclass
from typing import Any

from numbers_and_dates import decimal
from plan import RANK


@dataclass
class Statement:
    id: str
    document: dict
    form: str  # answer, value, sample or data
    content: Any  # what it says, comparable: E3.5
    kind: Any
    thing: Any  # None for an answer, value or sample: it is about no thing (E3.2)
    source: tuple
    assurance: str
    rank: int

    @property
    def is_unknown(self):
        return self.form == "answer" and self.content == "unknown"

    @property
    def is_not_applicable(self):
        return self.form == "answer" and self.content == "not-applicable"


def read_statement(record, plan):
    form = next(one for one in ("answer", "value", "sample", "data") if one in record)
    said, thing = record[form], None
    if form == "value":
        said = decimal(said)
    elif form == "sample":
        said = tuple(decimal(said[key]) for key in ("checked", "population", "exceptions"))
    elif form == "data":
        kind = plan.kinds[record["kind"]]
        said = {key: _typed(value, kind["types"][key]) for key, value in said.items()}
        thing = _thing(record, kind["key"], said)
    assurance = record.get("assurance", "declared")  # E2.7
    return Statement(record["id"], record, form, said, record.get("kind"), thing,
                     _source(record), assurance, RANK[assurance])


def _typed(value, kind_of_value):
    return decimal(value) if kind_of_value in ("integer", "decimal") else value


def _thing(record, key, said):
    """E2.5: the same key is the same thing; without a key each record is its own."""
    if key:
        return ("key", *(said[one] for one in key))
    return ("record", record["id"])


def _source(record):
    """E3.2: id, else uri, else title, three name spaces; with none it is its own source."""
    source = record.get("source", {})
    for name in ("id", "uri", "title"):
        if name in source:
            return (name, source[name])
    return ("record", record["id"])


def takes(criterion, statement):
    """E2.7: who takes what."""
    if statement.is_unknown or statement.is_not_applicable:
        return True
    if statement.form == "answer":
        return criterion.form == "answer" and statement.content in criterion.answers
    if statement.form == "value":
        return criterion.form == "value" and criterion.low <= statement.content <= criterion.high
    if statement.form == "data":
        return criterion.form == "test" and criterion.kind == statement.kind
    return criterion.form != "test" or criterion.over[0] in ("every", "share")  # a sample


def one_or_many(value):
    return value if isinstance(value, list) else [value]


def heard_by(controls, statements):
    """Criterion id -> the statements that speak to it, by id (E2.7, E10)."""
    heard = {criterion.id: [] for control in controls for criterion in control.children}
    by_control = {control.id: control.children for control in controls}
    by_id = {criterion.id: criterion for control in controls for criterion in control.children}
    for statement in sorted(statements, key=lambda one: one.id):
        record = statement.document
        if "criterion" in record:
            named = [by_id[one] for one in one_or_many(record["criterion"]) if one in by_id]
        elif "control" in record:
            named = []
            for one in one_or_many(record["control"]):
                named += by_control.get(one, [])
        else:
            named = list(by_id.values())  # data alone: every test of its kind
        for criterion in named:
            if takes(criterion, statement):
                heard[criterion.id].append(statement)
    return heard


def superseded_by(statements):
    """Record id -> ids it supersedes, directly or through others (E3.1)."""
    direct = {
        one.id: one_or_many(one.document["supersedes"])
        for one in statements
        if "supersedes" in one.document
    }
    reached = {}
    for start in direct:
        found, to_visit = set(), list(direct[start])
        while to_visit:
            one = to_visit.pop()
            if one not in found:
                found.add(one)
                to_visit += direct.get(one, [])
        reached[start] = found
    return reached
