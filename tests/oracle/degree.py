"""The degree of one criterion: an interval [lo, hi] in [0, 1] (E4)."""

from collections import namedtuple
from fractions import Fraction

from standing import standing_statements

Interval = namedtuple("Interval", "lo hi")

ZERO, ONE = Fraction(0), Fraction(1)
NO = Interval(ZERO, ZERO)
YES = Interval(ONE, ONE)
OPEN = Interval(ZERO, ONE)


def own_degree(criterion, statement):
    """What an answer, value or sample alone says (E4.2, E4.4); else None."""
    if statement.is_unknown or statement.is_not_applicable or statement.form == "data":
        return None
    if statement.form == "answer":
        degree = criterion.answers[statement.content]
        return Interval(degree, degree)
    if statement.form == "value":
        degree = (statement.content - criterion.low) / (criterion.high - criterion.low)
        degree = 1 - degree if criterion.better == "lower" else degree
        return Interval(degree, degree)
    checked, population, exceptions = statement.content
    sample = Interval((checked - exceptions) / population, (population - exceptions) / population)
    return _sample_on_test(criterion.over, sample) if criterion.form == "test" else sample


def _sample_on_test(over, sample):
    """E4.4: every is share 1."""
    share = ONE if over[0] == "every" else over[1]
    if sample.lo >= share:
        return YES
    return NO if sample.hi < share else OPEN


def where_holds(criterion, statement):
    """E4.3: the conjunction over a data record: "true", "false" or "unknown"."""
    if statement.form != "data":
        return None
    outcomes = [condition_holds(one, statement.content) for one in criterion.where]
    if "false" in outcomes:
        return "false"
    return "unknown" if "unknown" in outcomes else "true"


def condition_holds(condition, data):
    name, op, wanted = condition
    if name not in data:
        return "false" if op == "present" else "unknown"  # E4.3
    found = data[name]
    holds = {
        "present": lambda: True,
        "equals": lambda: found == wanted,
        "one-of": lambda: found in wanted,
        "at-least": lambda: found >= wanted,
        "at-most": lambda: found <= wanted,
        "before": lambda: found < wanted,  # E1.3: strict
        "after": lambda: found > wanted,
    }[op]()
    return "true" if holds else "false"


NO_MEMBER = {"not-yet-observed", "withdrawn", "superseded"}


def members(heard):
    """E4.3: each thing of the kind that is a member -> "true", "false" or "unknown"."""
    found = {}
    for one in heard:
        if one.statement.form != "data":
            continue
        said = found.setdefault(one.statement.thing, set())
        if one.state == "stands":
            said.add(one.where)
        elif one.state == "set-aside" and not NO_MEMBER & set(one.reasons):
            said.add("unknown")
    outcome = {}
    for thing, said in found.items():
        for word in ("false", "true", "unknown"):
            if word in said:
                outcome[thing] = word
                break
    return outcome


def members_degree(over, outcomes):
    """E4.3: one interval for all members together."""
    outcomes = list(outcomes)
    n, true, unknown = len(outcomes), outcomes.count("true"), outcomes.count("unknown")
    word, number = over
    if word == "every":
        if "false" in outcomes:
            return NO
        return OPEN if unknown > 0 else YES
    needed = number if word == "count" else number * n
    if true >= needed:
        return YES
    return OPEN if true + unknown >= needed else NO


def criterion_degree(criterion, heard):
    """E4.1: the least favourable of what stands. Not for a not-applicable criterion."""
    said = standing_statements(heard)
    intervals = [one.degree for one in said if one.degree is not None]
    if any(one.statement.form == "data" for one in said):  # else the members have no interval
        intervals.append(members_degree(criterion.over, members(heard).values()))
    if not intervals:
        return OPEN
    return Interval(min(one.lo for one in intervals), min(one.hi for one in intervals))


def claim_contradicted(degree, heard):
    """E8: a lower assurance claims better than a higher one that has an end of the criterion's."""
    said = [one for one in standing_statements(heard) if one.degree is not None]
    for high in said:
        if high.degree.lo != degree.lo and high.degree.hi != degree.hi:
            continue
        for low in said:
            better = low.degree.lo >= high.degree.lo and low.degree.hi >= high.degree.hi
            if low.statement.rank < high.statement.rank and better and low.degree != high.degree:
                return True
    return False
