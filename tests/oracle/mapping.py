"""What mappings let be inferred of the controls of a standard (E12; FORMAT, `inferences`).

Mappings are read as already valid: their pins hold and their edges name what is there.
"""

from dataclasses import dataclass
from typing import Any

from audit import audit_with_trace
from canonical import digest
from carrying import Limits, Source
from combine import combined, group_degree
from degree import OPEN, YES, members
from reasons import ends
from verdict import met, possible_verdicts, verdict

# Read backwards (E12.1). The other relations carry nothing in either direction, and
# `covered-by` nothing backwards.
INVERSE = {"equal": "equal", "subset-of": "superset-of", "superset-of": "subset-of"}

CARRIED_BY = {"holds": ("equal", "superset-of", "covered-by"), "fails": ("equal", "subset-of")}


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


def links_of(mappings):
    found = []
    for number, mapping in enumerate(mappings):
        source, target = _side(mapping["source"]), _side(mapping["target"])
        for place, edge in enumerate(mapping["edges"]):
            names = edge["from"] if isinstance(edge["from"], list) else [edge["from"]]
            starts = tuple((*source, name) for name in names)
            criterion = "to_criterion" in edge
            end = (*target, edge["to_criterion"] if criterion else edge["to"])
            relation = edge["relation"]
            if relation == "covered-by":
                found.append(Link(number, place, False, relation, starts, end, criterion))
            elif relation in INVERSE:
                found.append(Link(number, place, False, relation, starts, end, criterion))
                if not criterion:  # a criterion is no control that could hold or fail
                    found.append(Link(number, place, True, INVERSE[relation], (end,), starts[0],
                                      False))
    return found


def _side(side):
    return side["standard"], side["edition"]


def composed(first, second):
    """E12.3: the relation of A to C from that of A to B and of B to C; None is nothing."""
    if first == "equal":
        return second
    if second == "equal":
        return first
    if first == second and first in ("subset-of", "superset-of"):
        return first
    return None


def chains_from(node, links):
    """Every way on from one control: (links passed, their relation). FORMAT: each edge at most
    once; `covered-by` is not among them; nothing follows an edge to a criterion (E12.2)."""

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
            if not link.criterion:
                yield from walk(link.target, [*passed, link], whole)

    return walk(node, [], "equal")


@dataclass
class Path:
    """One way by which something of an audit reaches a control or a criterion."""

    audit: int
    controls: list
    says: str
    links: list
    records: list

    @property
    def criterion(self):
        """The id of the criterion it targets, or None."""
        last = self.links[-1]
        return last.target[2] if last.criterion else None

    def sort_key(self):
        return self.audit, self.controls, [(*one.name, one.inverse) for one in self.links]

    def document(self):
        return {
            "from": {"audit": self.audit, "controls": self.controls},
            "says": self.says,
            "edges": [{"mapping": one.mapping, "edge": one.edge, "inverse": one.inverse}
                      for one in self.links],
            "records": self.records,
        }


@dataclass
class Inferred:
    """What is said of one control of the target."""

    control: Any
    paths: list
    degree: Any
    met: Any
    possible: list
    verdict: str
    reasons: list
    applied: bool

    def document(self):
        return {"control": self.control.id, "applied": self.applied,
                "degree": ends(self.degree, 1), "met": self.met, "possible": self.possible,
                "verdict": self.verdict, "reasons": self.reasons,
                "paths": [one.document() for one in self.paths]}


def inferences(standard, target, mappings, sources):
    """The member `inferences`, or None where no mapping is given.

    target: the audit of `standard`, as `audit_with_trace` gives it; sources: the case's `from`.
    """
    return inferences_with_trace(standard, target, mappings, sources)[0]


def inferences_with_trace(standard, target, mappings, sources):
    if not mappings:
        return None, None
    one = _Inferences(standard, target, mappings, sources)
    return one.result(), one


class _Inferences:
    def __init__(self, standard, target, mappings, sources):
        self.target, self.mappings = target, mappings
        self.sources = [self._source(one) for one in sources]
        self.links = links_of(mappings)
        self.here = (standard["id"], standard["edition"])
        self._check_pins([standard] + [one.standard for one in self.sources])
        paths = self._paths()
        found = [self._inferred(control, paths[control.id]) for control in target.plan.controls]
        self.found = [one for one in found if one is not None]

    def _check_pins(self, standards):
        """E12.4, for what is at hand: the oracle takes valid cases only."""
        for mapping in self.mappings:
            for side in (mapping["source"], mapping["target"]):
                for standard in standards:
                    if _side(side) == (standard["id"], standard["edition"]):
                        assert side.get("digest", digest(standard)) == digest(standard), side

    def _source(self, given):
        """FORMAT, `from`: the date, assurance and parameters of this audit, its own profile."""
        options = {"as_of": self.target.as_of, "assurance": self.target.assurance}
        if given.get("profile") is not None:
            options["profile"] = given["profile"]
        declared = {one["id"] for one in given["standard"].get("parameters", [])}
        options["parameters"] = {name: value for name, value in self.target.settings.items()
                                 if name in declared}
        _, audit = audit_with_trace(given["standard"], given["dossier"], options)
        return Source(given["standard"], given["dossier"], given.get("profile"), audit)

    # --- paths -------------------------------------------------------------------------

    def _paths(self):
        """Control id of the target's plan -> the paths that reach it, sorted."""
        found = {control.id: [] for control in self.target.plan.controls}
        owner = {criterion.id: control for control in self.target.plan.controls
                 for criterion in control.children}
        controls = {control.id: control for control in self.target.plan.controls}
        for number, source in enumerate(self.sources):
            for names, links, relation in self._ways(source):
                last = links[-1]
                if last.target[:2] != self.here:
                    continue
                name = last.target[2]
                control = (owner if last.criterion else controls).get(name)
                if control is None:  # left out of the plan
                    continue
                if last.criterion and not control.in_force(self.target.as_of):
                    continue  # no criterion of it is measured, so there are no bounds to give
                criteria = control.children
                if last.criterion:
                    criteria = [one for one in criteria if one.id == name]
                says = self._carried(source, names, relation, control, criteria, last.criterion)
                if says is not None:
                    records = source.records(names, self._limits(criteria))
                    found[control.id].append(Path(number, list(names), says, links, records))
        return {name: sorted(paths, key=Path.sort_key) for name, paths in found.items()}

    def _ways(self, source):
        """(names of the controls of the source, links passed, relation)."""
        place = (source.standard["id"], source.standard["edition"])
        for control in source.audit.plan.controls:
            for links, relation in chains_from((*place, control.id), self.links):
                yield (control.id,), links, relation
        for link in self.links:
            if link.relation == "covered-by" and link.sources[0][:2] == place:
                yield tuple(node[2] for node in link.sources), [link], "covered-by"

    def _limits(self, criteria):
        """FORMAT: the assurance and the ages that the criteria of B would hear."""
        return Limits.of(criteria, self.target.assurance)

    def _carried(self, source, names, relation, control, criteria, to_criterion):
        """E12.2: what these controls of A give to B: "holds", "fails" or None."""
        said = {source.says(name, self._limits(criteria)) for name in names}
        if len(said) > 1 or None in said:
            return None  # `covered-by` needs all of them to hold
        says, = said
        if relation not in CARRIED_BY[says]:
            return None
        if says == "fails":
            strict = control.combine in ("all", "mean") and control.pass_mark == 1
            if to_criterion or not strict:
                return None
        return says

    # --- what they say together ------------------------------------------------------------

    def _inferred(self, control, paths):
        if not paths:
            return None
        if {one.says for one in paths} == {"holds", "fails"}:  # E12.3
            return Inferred(control, paths, OPEN, "unknown",
                            ["satisfied", "partial", "not-satisfied"], "undetermined",
                            ["inferences-contradict"], False)
        if paths[0].says == "fails":  # E12.2: set, not derived by E6
            return self._judged(control, paths, OPEN, "no", ["partial", "not-satisfied"],
                                "undetermined", control.children)
        if any(one.criterion is None for one in paths):
            degree, criteria = YES, control.children
        else:
            made = {one.criterion for one in paths}
            criteria = [one for one in control.children
                        if one.id in made and not self._stands(one)]
            degree = combined(control.combine, [
                (one.weight, YES if one in criteria else self._measured(one))
                for one in control.children])
        bar = control.pass_mark
        return self._judged(control, paths, degree, met(degree, bar),
                            possible_verdicts(degree, bar), verdict(degree, bar), criteria)

    def _judged(self, control, paths, degree, met_, possible, verdict_, criteria):
        """Against what was measured. criteria: those of which the inference tells something."""
        measured = self.target.degrees[self.target.assurance][control.id]
        disagrees = measured is not None and degree is not None and (
            degree.lo == 1 and measured.hi < 1
            or met_ == "no" and paths[0].says == "fails" and measured.lo == 1
            or degree.lo > measured.hi or degree.hi < measured.lo)
        reasons = ["inference-disagrees"] if disagrees else []
        applied = measured is not None and not disagrees and bool(criteria)
        if applied:  # E12.3: direct evidence wins
            applied = not any(self._stands(one) or self._has_members(one) for one in criteria)
        return Inferred(control, paths, degree, met_, possible, verdict_, reasons, applied)

    def _entry(self, criterion):
        return self.target.judged[self.target.assurance][criterion.id]

    def _measured(self, criterion):
        return self._entry(criterion).degree

    def _stands(self, criterion):
        return any(one.state == "stands" for one in self._entry(criterion).heard)

    def _has_members(self, criterion):
        return criterion.form == "test" and bool(members(self._entry(criterion).heard))

    # --- the whole -------------------------------------------------------------------------

    def result(self):
        return {"score": self._score(), "from": [one.document() for one in self.sources],
                "controls": [one.document() for one in self.found]}

    def _score(self):
        """FORMAT: every inference with `applied` counts as the degree of its control."""
        degrees = dict(self.target.degrees[self.target.assurance])
        degrees.update({one.control.id: one.degree for one in self.found if one.applied})
        return ends(group_degree(self.target.plan.root, degrees), self.target.plan.scale)
