"""Every way over links, one by one and slowly: for tests and counts (`ways.py` gives the shortest
without looking at all of them)."""


def composed(first, second):
    """E12.3: the relation of A to C from that of A to B and of B to C; None is nothing."""
    if first == "equal":
        return second
    if second == "equal":
        return first
    if first == second and first in ("subset-of", "superset-of"):
        return first
    return None


def trails_from(node, links, longest):
    """(links passed, their relation), each edge at most once, of `longest` links at most."""

    def walk(here, passed, relation):
        for link in links:
            if link.relation == "covered-by" or link.sources != (here,):
                continue
            if link.name in [one.name for one in passed]:
                continue
            whole = composed(relation, link.relation)
            if whole is None:
                continue
            yield [*passed, link], whole
            if not link.criterion and len(passed) + 1 < longest:
                yield from walk(link.target, [*passed, link], whole)

    return walk(node, [], "equal")
