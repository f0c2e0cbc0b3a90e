"""Is a generated mapping valid? (FORMAT, Mapping; tests only.)"""

from canonical import digest
from valid_dossier import controls_of
from valid_standard import check_id, check_keys, need

RELATIONS = {"equal", "subset-of", "superset-of", "intersects-with", "no-relationship",
             "covered-by"}


def check_mapping(mapping, standards):
    check_keys(mapping, "id edition title basis source target edges", "description")
    check_id(mapping["id"])
    sides = []
    for side in (mapping["source"], mapping["target"]):
        check_keys(side, "standard edition digest", "")
        standard = standards[side["standard"]]
        need(side["edition"] == standard["edition"] and side["digest"] == digest(standard), side)
        sides.append(controls_of(standard["groups"]))
    need(mapping["edges"], mapping)
    pairs, groups = set(), _Same()
    for edge in mapping["edges"]:
        check_keys(edge, "from relation rationale confidence", "to to_criterion")
        need(("to" in edge) != ("to_criterion" in edge), edge)
        need(edge["relation"] in RELATIONS and edge["confidence"] in ("high", "medium", "low"))
        names = edge["from"] if isinstance(edge["from"], list) else [edge["from"]]
        need(names and len(set(names)) == len(names) and set(names) <= set(sides[0]), edge)
        need(len(names) == 1 or edge["relation"] == "covered-by", edge)
        criteria = {one.get("id", control["id"]) for control in sides[1].values()
                    for one in control["criteria"]}
        end = ("to", edge["to"]) if "to" in edge else ("to_criterion", edge["to_criterion"])
        need(end[1] in (sides[1] if end[0] == "to" else criteria), edge)
        pair = (frozenset(names), end)
        need(pair not in pairs, "contradictory-edges", edge)
        pairs.add(pair)
        if edge["relation"] == "equal":
            groups.join(("from", names[0]), end)
    _no_superset_cycle(mapping, groups)


class _Same:
    """Classes of what `equal` edges join."""

    def __init__(self):
        self.above = {}

    def of(self, one):
        while one in self.above:
            one = self.above[one]
        return one

    def join(self, one, other):
        one, other = self.of(one), self.of(other)
        if one != other:
            self.above[one] = other


def _no_superset_cycle(mapping, groups):
    """`superset-cycle`: take away what has nothing above it until nothing is left."""
    arcs = set()
    for edge in mapping["edges"]:
        if edge["relation"] in ("superset-of", "subset-of"):
            name = edge["from"] if isinstance(edge["from"], str) else edge["from"][0]
            end = ("to", edge["to"]) if "to" in edge else ("to_criterion", edge["to_criterion"])
            pair = groups.of(("from", name)), groups.of(end)
            arcs.add(pair if edge["relation"] == "superset-of" else pair[::-1])
    while arcs:
        free = {high for high, _ in arcs} - {low for _, low in arcs}
        need(free, "superset-cycle", mapping)
        arcs = {(high, low) for high, low in arcs if high not in free}
