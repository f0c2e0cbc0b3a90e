"""Which records stand for one criterion (E3)."""

from dataclasses import dataclass, field
from typing import Any

from numbers_and_dates import NEVER_ENDS, add_duration
from plan import RANK

CONTESTED = "not-applicable-contested"


@dataclass
class Heard:
    """A statement as one criterion hears it."""

    statement: Any
    where: Any  # "true", "false", "unknown" for data, else None (E4.3)
    degree: Any  # what it says alone by E4.2 and E4.4, else None
    reasons: list = field(default_factory=list)  # why it is set aside
    state: str = ""  # stands, displaced or set-aside


def judge(criterion, heard, chains, as_of, least, ages=()):
    """Give every heard statement its state and reasons, at the audit's least assurance. ages:
    further durations after which it is too old (of a criterion that it would carry to, E12.2)."""
    rank = max(RANK[criterion.assurance], RANK[least])  # E3.1: the stricter of the two
    ages = [one for one in (criterion.max_age, *ages) if one is not None]
    for one in heard:
        one.reasons = _reasons(one, ages, as_of, rank)
    _supersede(heard, chains)
    _stand(heard)
    _contest(heard)


def _reasons(one, ages, as_of, rank):
    """E3.1: every reason that applies but `superseded`."""
    record, reasons = one.statement.document, []
    if record["observed"] > as_of:
        reasons.append("not-yet-observed")
    if "expires" in record and as_of > record["expires"]:
        reasons.append("expired")
    lasts = [add_duration(record["observed"], age) for age in ages]
    if any(last is not NEVER_ENDS and as_of > last for last in lasts):
        reasons.append("too-old")
    if "withdrawn" in record and record["withdrawn"]["date"] <= as_of:
        reasons.append("withdrawn")
    if one.statement.rank < rank:
        reasons.append("assurance-too-low")
    if one.where == "unknown":
        reasons.append("incomplete-data")  # E4.3
    return reasons


def _supersede(heard, chains):
    """E3.1: by a record that counts here, no lower in assurance, through any others."""
    counting = [one for one in heard if not one.reasons]
    for newer in counting:
        reached = chains.get(newer.statement.id, ())
        for older in heard:
            if older.statement.id in reached and newer.statement.rank >= older.statement.rank:
                if "superseded" not in older.reasons:
                    older.reasons.append("superseded")


def slot(statement):
    """E3.2: per thing (for data), source and assurance."""
    return statement.thing, statement.source, statement.assurance


def _age(statement):
    """E3.2: `observed`, then `received`, a missing one being oldest."""
    return statement.document["observed"], statement.document.get("received", "")


def _stand(heard):
    """E3.2: the newest counting record of each slot stands; ties all stand."""
    newest = {}
    for one in heard:
        if not one.reasons:
            place, age = slot(one.statement), _age(one.statement)
            newest[place] = max(newest.get(place, age), age)
    for one in heard:
        if one.reasons:
            one.state = "set-aside"
        elif _age(one.statement) == newest[slot(one.statement)]:
            one.state = "stands"
        else:
            one.state = "displaced"


def standing_statements(heard):
    """What stands and says something: `unknown` is no statement (E3.3)."""
    return [one for one in heard if one.state == "stands" and not one.statement.is_unknown]


def _contest(heard):
    """E3.4: not-applicable holds only if every standing statement says so."""
    said = standing_statements(heard)
    if all(one.statement.is_not_applicable for one in said):
        return
    for one in said:
        if one.statement.is_not_applicable:
            one.state = "set-aside"
            one.reasons = [CONTESTED]


def is_not_applicable(heard):
    said = standing_statements(heard)
    return bool(said) and all(one.statement.is_not_applicable for one in said)


def conflicts(heard):
    """E3.5: pairs of standing statements that conflict."""
    said = [one.statement for one in standing_statements(heard)]
    found = []
    for number, one in enumerate(said):
        for other in said[number + 1 :]:
            same_subject = one.thing == other.thing  # None: about no thing
            opposed = one.source != other.source or slot(one) == slot(other)
            if same_subject and opposed and _differ(one, other):
                found.append((one, other))
    return found


def _differ(one, other):
    return one.form != other.form or one.content != other.content
