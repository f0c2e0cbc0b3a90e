"""What a control asks for, as a profile and settings leave it (FORMAT, "What A asks, what B
asks")."""


def asks_no_less(control, other):
    """Nothing that `control` asks for is less than what `other` does, the same control under
    other settings. What is neither more nor less (a combination, a weight) must be the same."""
    return (control.combine == other.combine and control.pass_mark >= other.pass_mark
            and all(criterion_asks_no_less(*pair)
                    for pair in zip(control.children, other.children)))


def asks_the_same(control, other):
    return asks_no_less(control, other) and asks_no_less(other, control)


def criterion_asks_no_less(one, other):
    if one.weight != other.weight:
        return False
    if other.max_age is not None and _length(one.max_age) > _length(other.max_age):
        return False
    if one.form == "value":
        # The degree of no value may rise: both bounds move to the better side, or stay.
        better = 1 if one.better == "higher" else -1
        return better * one.low >= better * other.low and better * one.high >= better * other.high
    if one.form == "test":
        return (one.over[1] or 0) >= (other.over[1] or 0) and all(
            _condition_asks_no_less(*pair) for pair in zip(one.where, other.where))
    return True  # answers and assurances are not set by parameters


def _length(duration):
    """Comparable within one family, and settings stay in theirs (FORMAT, parameters)."""
    count, unit = int(duration[1:-1]), duration[-1]
    return count * {"Y": 12, "M": 1, "W": 7, "D": 1}[unit]


def _condition_asks_no_less(one, other):
    (_, op, value), (_, _, before) = one, other
    if op in ("at-least", "after"):
        return value >= before
    if op in ("at-most", "before"):
        return value <= before
    if op == "one-of":
        return set(value) <= set(before)
    return value == before  # equals; present has none
