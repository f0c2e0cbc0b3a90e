"""The edges of mappings as links between controls, and the shortest ways along them (E12.1,
E12.3; FORMAT, `paths`)."""

from collections import defaultdict, deque
from dataclasses import dataclass

# Read backwards (E12.1). The other relations carry nothing in either direction, and
# `covered-by` nothing backwards.
INVERSE = {"equal": "equal", "subset-of": "superset-of", "superset-of": "subset-of"}

# E12.3: `equal` is neutral, the others compose with themselves only. So a chain carries that
# something holds (or fails) exactly if each of its links does.
CARRIED_BY = {"holds": ("equal", "superset-of"), "fails": ("equal", "subset-of")}


@dataclass(frozen=True)
class Link:
    """An edge read in one direction. A node is (standard id, edition, control id)."""

    mapping: int
    edge: int
    inverse: bool
    relation: str
    sources: tuple  # nodes: one, or those of `covered-by`
    target: tuple  # a node; with `criterion`, the id of a criterion in place of a control
    criterion: bool

    @property
    def name(self):
        return self.mapping, self.edge

    @property
    def end(self):
        """A criterion may have the id of a control."""
        return self.target, self.criterion


def links_of(mappings):
    """In the order of (mapping, edge, inverse)."""
    found = []
    for number, mapping in enumerate(mappings):
        source, target = side_of(mapping["source"]), side_of(mapping["target"])
        for place, edge in enumerate(mapping["edges"]):
            names = edge["from"] if isinstance(edge["from"], list) else [edge["from"]]
            starts = tuple((*source, name) for name in names)
            criterion = "to_criterion" in edge
            end = (*target, edge["to_criterion"] if criterion else edge["to"])
            relation = edge["relation"]
            if relation == "covered-by" or relation in INVERSE:
                found.append(Link(number, place, False, relation, starts, end, criterion))
            if relation in INVERSE and not criterion:
                found.append(Link(number, place, True, INVERSE[relation], (end,), starts[0],
                                  False))
    return found


def side_of(side):
    return side["standard"], side["edition"]


def rank(links):
    """FORMAT, `paths`: the least is the one that is told."""
    return len(links), [(*one.name, one.inverse) for one in links]


class Ways:
    """The shortest ways over the links that compose: all but `covered-by`, which is a first and
    last edge."""

    def __init__(self, links):
        self.after = defaultdict(list)  # node -> the links from it, in order
        for link in links:
            if link.relation != "covered-by":
                self.after[link.sources[0]].append(link)

    def all_from(self, start, says):
        """(end, the links to it), each edge at most once; the start is no end of these. Nothing
        follows a criterion (E12.2)."""
        return list(self._reached(start, says, None).items())[1:]

    def back_to(self, start, says):
        """The links that lead from a control back to itself, each edge at most once; or None."""
        found = []
        for first in self._carrying(start, says, None):
            rest = self._reached(first.target, says, first.name).get((start, False))
            if not first.criterion and rest is not None:
                found.append([first, *rest])
        return min(found, key=rank, default=None)

    def _reached(self, start, says, without):
        """Breadth first: level by level and in the order of `rank`, so that what reaches an end
        first is its least way. It comes to no control twice, hence passes no edge twice."""
        found = {(start, False): []}
        to_visit = deque([start])
        while to_visit:
            here = to_visit.popleft()
            for link in self._carrying(here, says, without):
                if link.end not in found:
                    found[link.end] = [*found[here, False], link]
                    if not link.criterion:
                        to_visit.append(link.target)
        return found

    def _carrying(self, node, says, without):
        return [link for link in self.after.get(node, ())
                if link.relation in CARRIED_BY[says] and link.name != without]
