"""The entry of one criterion in a finding, with its reasons (FORMAT, Audit)."""

from degree import claim_contradicted, members
from numbers_and_dates import result_text
from standing import CONTESTED, conflicts


def ends(degree, scale):
    if degree is None:
        return None
    if scale == 1:
        return {"lo": result_text(degree.lo), "hi": result_text(degree.hi)}
    return {"lo": result_text(degree.lo * scale), "hi": result_text(degree.hi * scale)}


def criterion_entry(judged):
    criterion, heard = judged.criterion, judged.heard
    counts = None
    if criterion.form == "test":
        outcomes = list(members(heard).values())
        counts = {word: outcomes.count(word) for word in ("true", "false", "unknown")}
    return {
        "criterion": criterion.id,
        "degree": ends(judged.degree, 1),
        "members": counts,
        "reasons": _criterion_reasons(judged),
        "records": [
            {"id": one.statement.id, "state": one.state, "reasons": sorted(one.reasons),
             "degree": ends(one.degree, 1), "where": one.where}
            for one in heard
        ],
    }


def _criterion_reasons(judged):
    """FORMAT, `reasons` of a criterion."""
    heard, degree = judged.heard, judged.degree
    standing = [one for one in heard if one.state == "stands"]
    found = set()
    if not heard:
        found.add("no-evidence")
    if degree is not None and degree.lo < degree.hi:
        for one in heard:
            found |= set(one.reasons)
        if any(one.statement.is_unknown for one in standing):
            found.add("answered-unknown")
        if any(_is_incomplete_sample(one.statement) for one in standing):
            found.add("sample-incomplete")
    if any(CONTESTED in one.reasons for one in heard):
        found.add(CONTESTED)
    if conflicts(heard):
        found.add("conflicting-evidence")
    if degree is not None and claim_contradicted(degree, heard):
        found.add("claim-contradicted")
    return sorted(found)


def _is_incomplete_sample(statement):
    if statement.form != "sample":
        return False
    checked, population, _ = statement.content
    return checked < population
