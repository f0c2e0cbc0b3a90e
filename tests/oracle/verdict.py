"""Verdict, bar and level of a degree (E6, E7). None is not applicable."""


def verdict(degree, bar):
    """E6."""
    if degree is None:
        return "not-applicable"
    if degree.lo >= bar:
        return "satisfied"
    if degree.hi == 0:
        return "not-satisfied"
    return "partial" if degree.lo > 0 and degree.hi < bar else "undetermined"


def possible_verdicts(degree, bar):
    """E6; empty where not applicable or not in force."""
    if degree is None:
        return []
    found = [("satisfied", degree.hi >= bar),
             ("partial", degree.lo < bar and degree.hi > 0),
             ("not-satisfied", degree.lo == 0)]
    return [word for word, can_be in found if can_be]


def met(degree, bar):
    """E6."""
    if degree is None:
        return None
    if degree.lo >= bar:
        return "yes"
    return "no" if degree.hi < bar else "unknown"


def level_of(levels, points):
    """E7: the last level whose bound the points reach (at_least) or exceed (above)."""
    reached = [number for number, (_, word, bound) in enumerate(levels)
               if points > bound or (word == "at_least" and points == bound)]
    return reached[-1]
