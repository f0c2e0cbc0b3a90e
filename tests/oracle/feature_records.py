"""Features of dossiers, records and criteria."""

from degree import NO, OPEN, YES, members, members_degree
from numbers_and_dates import Number, add_duration
from standing import conflicts, slot, standing_statements
from statements import one_or_many

OUTCOME = {YES: "yes", NO: "no", OPEN: "open"}


def dossier_features(case, trace):
    found, as_of = [], trace.as_of
    left_out = {control.id for control in trace.plan.left_out}
    left_out |= {one.id for control in trace.plan.left_out for one in control.children}
    for record in case["dossier"]["evidence"]:
        form = next(one for one in ("answer", "value", "sample", "data") if one in record)
        found.append(f"record form {form}")
        found += _naming(record, left_out)
        if record["observed"] == as_of:
            found.append("boundary observed")
        if record.get("expires") == as_of:
            found.append("boundary expires")
        if record.get("withdrawn", {}).get("date") == as_of:
            found.append("boundary withdrawn")
        found += [f"id {one}" for one in _beyond(record["id"])]
        if len({"id", "uri", "title"} & set(record.get("source", {}))) > 1:
            found.append("source of several names")
        said = record[form]
        for one in said.values() if isinstance(said, dict) else [said]:
            if isinstance(one, Number) or form in ("value", "sample"):
                found += _spelling(one)
    for waiver in case["dossier"].get("waivers", []):
        found += [f"boundary waiver.{key}" for key in ("from", "until") if waiver[key] == as_of]
    if "attributes" in case["dossier"]["subject"]:
        found.append("subject attributes")
    return found


def _beyond(name):
    if name.isascii():
        return []
    return ["beyond ASCII"] + ["beyond the basic plane"] * (max(name) > "\uffff")


def _naming(record, left_out):
    for key, many in (("control", "controls"), ("criterion", "criteria")):
        if key in record:
            names = one_or_many(record[key])
            found = ["record names " + (many if len(names) > 1 else key)]
            return found + ["record names left-out"] * bool(left_out & set(names))
    return ["record names nothing"]


def _spelling(text):
    found = ["spelling token" if isinstance(text, Number) else "spelling text"]
    digits = text.lstrip("-").lower()
    mantissa = digits.partition("e")[0]
    found += ["spelling exponent"] * ("e" in digits)
    found += ["spelling leading-zeros"] * digits.startswith("00")
    found += ["spelling trailing-zeros"] * ("." in mantissa and mantissa.endswith("0"))
    found += ["spelling negative"] * text.startswith("-")
    found += ["spelling 25-digits"] * (len(mantissa.replace(".", "").strip("0")) >= 25)
    return found


def criterion_features(judged, trace):
    criterion, heard = judged.criterion, judged.heard
    found = []
    for one in heard:
        found.append(f"record state {one.state}")
        found += [f"record reason {reason}" for reason in one.reasons]
        found += ["several reasons for one record"] * (len(one.reasons) > 1)
        found += [f"where {one.where}"] * (one.where is not None)
        if one.statement.form == "sample" and one.state == "stands":
            name = criterion.over[0] if criterion.form == "test" else criterion.form
            found.append(f"sample on {name}")
            if criterion.form == "test":
                found.append(f"sample on test {OUTCOME[one.degree]}")
        if criterion.max_age is not None:
            found += _max_age(one.statement.document["observed"], criterion.max_age, trace.as_of)
    found += _superseded(heard, trace)
    found += _slots(heard)
    found += _conflicts(heard)
    found += _not_applicable(judged)
    if criterion.form == "test":
        found += _members(judged)
    return found


def _max_age(observed, max_age, as_of):
    last = add_duration(observed, max_age)
    if last is None:
        return ["max_age never-ends"]
    found = ["boundary max_age"] * (last == as_of)
    if max_age[-1] in "MY" and last[-2:] != observed[-2:]:
        found.append("max_age clamped")
    return found


def _superseded(heard, trace):
    found, here = [], {one.statement.id: one for one in heard}
    documents = {one.id: one.document for one in trace.statements}
    for newer in heard:
        name = newer.statement.id
        direct = one_or_many(documents[name].get("supersedes", []))
        for other in trace.chains.get(name, ()):
            if other not in here:
                continue
            older = here[other]
            if set(newer.reasons) - {"superseded", "not-applicable-contested"}:
                if "superseded" not in older.reasons:
                    found.append("superseded not-by-one-set-aside")
            elif newer.statement.rank < older.statement.rank:
                if "superseded" not in older.reasons:
                    found.append("superseded not-for-lower-assurance")
            elif other in direct:
                found.append("superseded directly")
            else:
                found.append("superseded through-others")
                found += _through(name, other, here, trace.chains)
        if "superseded" in newer.reasons and len(newer.reasons) > 1:
            found.append("superseded with-another-reason")
    return found


def _through(name, other, here, chains):
    """What the records between the two are, where all of them share it."""
    between = [one for one in chains[name] if other in chains.get(one, ())]
    found = []
    if all(one not in here for one in between):
        found.append("superseded through-one-that-speaks-elsewhere")
    if all(one in here and set(here[one].reasons) - {"superseded"} for one in between):
        found.append("superseded through-one-that-does-not-count")
    return found


def _slots(heard):
    found = []
    stands = [one for one in heard if one.state == "stands"]
    for one in heard:
        if one.state == "displaced":
            found += _displaced(one, [two for two in stands
                                      if slot(two.statement) == slot(one.statement)])
    for number, one in enumerate(stands):
        a = one.statement
        found += ["own source stands"] * (a.source[0] == "record")
        for two in stands[number + 1 :]:
            b = two.statement
            found += ["tie stands"] * (slot(a) == slot(b))
            if a.thing == b.thing and a.source == b.source and a.assurance != b.assurance:
                found.append("same source several assurances stand")
            if a.source[0] != b.source[0] and a.source[1] == b.source[1]:
                found.append("source names apart")
            received = "received" in a.document or "received" in b.document
            if received and a.source != b.source and a.thing == b.thing:
                found.append("received ignored across sources")
    return found


def _displaced(one, standing):
    found = ["displaced data"] * (one.statement.form == "data")
    for newer in standing:  # none where a contested not-applicable displaced it
        same_day = newer.statement.document["observed"] == one.statement.document["observed"]
        found.append("displaced by-received" if same_day else "displaced by-observed")
        found += ["displaced by-unknown"] * newer.statement.is_unknown
    return found


def _conflicts(heard):
    found = []
    degrees = {one.statement.id: (one.degree, one.where) for one in heard}
    for one, other in conflicts(heard):
        found.append("conflict tied" if slot(one) == slot(other) else "conflict different-sources")
        found.append(f"conflict {one.form if one.form == other.form else 'form'}")
        if degrees[one.id] == degrees[other.id]:
            found.append("conflict same-degree")
    return found


def _not_applicable(judged):
    found = []
    if judged.degree is None:
        found.append("not-applicable holds")
        if any(one.state == "stands" and one.statement.is_unknown for one in judged.heard):
            found.append("not-applicable with-unknown")
    if any("not-applicable-contested" in one.reasons for one in judged.heard):
        found.append("not-applicable contested")
    return found


def _members(judged):
    heard, found = judged.heard, []
    outcomes = members(heard)
    said = standing_statements(heard)
    data = [one for one in said if one.statement.form == "data"]
    if outcomes and not data:
        found.append("members none-stands")
    if data:
        over = judged.criterion.over
        found.append(f"members {over[0]} {OUTCOME[members_degree(over, outcomes.values())]}")
        found += ["members sample-too"] * any(one.statement.form == "sample" for one in said)
        found += ["members unknown-thing"] * ("unknown" in outcomes.values())
    for number, one in enumerate(data):
        for two in data[number + 1 :]:
            if one.statement.thing == two.statement.thing:
                found += ["members mixed-thing"] * (one.where != two.where)
                if one.statement.document["data"] != two.statement.document["data"]:
                    if one.statement.content == two.statement.content:
                        found.append("members same-thing-other-spelling")
    return found
