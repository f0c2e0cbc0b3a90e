"""What mappings let be inferred of the controls of a standard (E12; FORMAT, `inferences`).

Mappings are read as already valid: their pins hold and their edges name what is there.
"""

from dataclasses import dataclass
from typing import Any

from asking import asks_no_less, criterion_asks_no_less
from audit import audit_with_trace
from canonical import digest
from carrying import STRICT, Limits, Source
from combine import combined, group_degree
from degree import OPEN, YES, members
from plan import defaults
from reasons import ends
from verdict import met, possible_verdicts, verdict
from ways import CARRIED_BY, Ways, links_of, rank, side_of


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
        return self.audit, self.controls, rank(self.links)[1]

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


class Inferences:
    """standard: of the target; target: its audit, as `audit_with_trace` gives it; sources: the
    case's `from`."""

    def __init__(self, standard, target, mappings, sources):
        self.target, self.mappings = target, mappings
        self.sources = [self._source(one) for one in sources]
        self.links = links_of(mappings)
        self.ways = Ways(self.links)
        self.here = (standard["id"], standard["edition"])
        self.pinned = defaults(standard)
        self._check_pins([standard] + [one.standard for one in self.sources])
        paths = self._paths()
        found = [self._inferred(control, paths[control.id]) for control in target.plan.controls]
        self.found = [one for one in found if one is not None]

    def _check_pins(self, standards):
        """E12.4, for what is at hand: the oracle takes valid cases only."""
        held = {(one["id"], one["edition"]): digest(one) for one in standards}
        for mapping in self.mappings:
            for side in (mapping["source"], mapping["target"]):
                found = held.get(side_of(side))
                assert found is None or side.get("digest", found) == found, side

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
            for (names, says, end), links in self.ways_from(source).items():
                (*standard, name), to_criterion = end
                control = (owner if to_criterion else controls).get(name)
                if tuple(standard) != self.here or control is None:  # left out of the plan
                    continue
                criteria = [one for one in control.children
                            if one.id == name or not to_criterion]
                limits = Limits.of(criteria, self.target.assurance)
                if self._takes(control, criteria, says, to_criterion) and all(
                        source.says(one, limits) == says for one in names):
                    records = source.records(names, limits)
                    found[control.id].append(Path(number, list(names), says, links, records))
        return {name: sorted(paths, key=Path.sort_key) for name, paths in found.items()}

    def ways_from(self, source):
        """(names of the controls of the source, says, end) -> the links that are told."""
        place = (source.standard["id"], source.standard["edition"])
        found = {}
        for name in source.controls:
            for says in CARRIED_BY:
                ways = self.ways.all_from((*place, name), says)
                back = self.ways.back_to((*place, name), says) if place == self.here else None
                for end, links in ways + [(((*place, name), False), back)] * (back is not None):
                    found[(name,), says, end] = links
        for link in self.links:
            if link.relation == "covered-by" and link.sources[0][:2] == place:
                key = tuple(node[2] for node in link.sources), "holds", link.end
                found[key] = min([link], found.get(key, [link]), key=rank)
        return found

    def _takes(self, control, criteria, says, to_criterion):
        """What is asked of B (E12.2; FORMAT, "E12.2 is read so"). criteria: those looked at."""
        pinned = self.pinned[control.id]
        if to_criterion:
            before, = [one for one in pinned.children if one.id == criteria[0].id]
            # Not in force: none of its criteria is measured, so there are no bounds to give.
            return (says == "holds" and control.in_force(self.target.as_of)
                    and criterion_asks_no_less(before, criteria[0]))
        if says == "holds":
            return asks_no_less(pinned, control)
        whole = all(one.weight > 0 and not self.is_excluded(one) for one in criteria)
        return (control.combine in STRICT and control.pass_mark == 1 and whole
                and asks_no_less(control, pinned))

    def is_excluded(self, criterion):
        """Not applicable. Of a control that is not in force nothing is known."""
        judged = self.target.judged[self.target.assurance].get(criterion.id)
        return judged is not None and judged.degree is None

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
        disagrees = disagrees or any(self._stands_against(one) for one in control.children
                                     if one.id in [path.criterion for path in paths])
        reasons = ["inference-disagrees"] if disagrees else []
        applied = measured is not None and not disagrees and bool(criteria)
        if applied:  # E12.3: direct evidence wins
            applied = not any(self._stands(one) or self._has_members(one) for one in criteria)
        return Inferred(control, paths, degree, met_, possible, verdict_, reasons, applied)

    def _stands_against(self, criterion):
        """FORMAT: a record stands for a criterion that is said to hold, and it is below 1."""
        degree = self._measured(criterion)
        return self._stands(criterion) and degree is not None and degree.hi < 1

    def _entry(self, criterion):
        return self.target.judged[self.target.assurance][criterion.id]

    def _measured(self, criterion):
        return self._entry(criterion).degree

    def _stands(self, criterion):
        return any(one.state == "stands" for one in self._entry(criterion).heard)

    def _has_members(self, criterion):
        return criterion.form == "test" and bool(members(self._entry(criterion).heard))

    # --- the whole -------------------------------------------------------------------------

    def document(self):
        return {"score": self._score(), "from": [one.document() for one in self.sources],
                "controls": [one.document() for one in self.found]}

    def _score(self):
        """FORMAT: every inference with `applied` counts as the degree of its control."""
        degrees = dict(self.target.degrees[self.target.assurance])
        degrees.update({one.control.id: one.degree for one in self.found if one.applied})
        return ends(group_degree(self.target.plan.root, degrees), self.target.plan.scale)
