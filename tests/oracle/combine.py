"""Combination up the tree (E5)."""

from fractions import Fraction

from degree import Interval


def combined(how, children):
    """The degree of a node from [(weight, Interval or None)]; None is not applicable."""
    left = [(weight, one) for weight, one in children if one is not None and weight > 0]  # E5.2
    if not left:
        return None
    return Interval(
        _one_end(how, [(weight, one.lo) for weight, one in left]),
        _one_end(how, [(weight, one.hi) for weight, one in left]),
    )


def _one_end(how, weighted):
    """E5.1."""
    ends = [end for _, end in weighted]
    if how == "all":
        return min(ends)
    if how == "any":
        return max(ends)
    if how == "mean":
        if all(weight == 1 for weight, _ in weighted):  # the same, sooner
            return sum(ends) / len(ends)
        total = sum(weight for weight, _ in weighted)
        return sum(weight * end for weight, end in weighted) / total
    k = min(how, len(ends))  # at-least k: the min(k, n)-th largest
    return sorted(ends, reverse=True)[k - 1]


def group_degree(group, control_degrees):
    """control_degrees: control id -> Interval, or None where not applicable or not in force."""
    children = []
    for child in group.children:
        if is_control(child):
            children.append((child.weight, control_degrees[child.id]))
        else:
            children.append((child.weight, group_degree(child, control_degrees)))
    return combined(group.combine, children)


def is_control(node):
    return hasattr(node, "pass_mark")


def scales(root, root_scale):
    """E5.3: (is_control, id) -> the share of the scale by weights as written in the plan."""
    found = {}

    def share(group, scale):
        total = sum((child.weight for child in group.children), Fraction(0))
        for child in group.children:
            own = scale * child.weight / total if total else Fraction(0)
            found[(is_control(child), child.id)] = own
            if not is_control(child):
                share(child, own)

    share(root, root_scale)
    return found
