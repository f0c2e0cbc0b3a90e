"""The audit of one dossier against one plan (E6 to E10), in the shapes of FORMAT.md."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from combine import combined, group_degree, is_control, scales
from degree import YES, Interval, criterion_degree, own_degree, where_holds
from numbers_and_dates import result_text
from plan import RANK, read_plan
from reasons import criterion_entry, ends
from standing import Heard, is_not_applicable, judge
from statements import heard_by, read_statement, superseded_by
from verdict import level_of, met, possible_verdicts, verdict

SEVERITIES = ["critical", "high", "medium", "low", None]  # FORMAT: none ranks below low
NO_EFFORT = (1, Fraction(0))  # E10: missing ones last


@dataclass
class Judged:
    """One criterion at one least assurance."""

    criterion: Any
    degree: Any  # Interval, or None where not applicable
    heard: list


def audit(standard, dossier, options):
    return audit_with_trace(standard, dossier, options)[0]


def audit_with_trace(standard, dossier, options):
    """The audit, and what lies behind it (for the counts of the generator)."""
    one = _Audit(standard, dossier, options)
    return one.result(), one


class _Audit:
    def __init__(self, standard, dossier, options):
        self.as_of = options["as_of"]  # E1.4
        self.assurance = options.get("assurance", "declared")
        self.settings = options.get("parameters") or {}  # what was set by name
        self.plan = read_plan(standard, options)
        self.in_force = [one for one in self.plan.controls if one.in_force(self.as_of)]
        self.statements = [read_statement(one, self.plan) for one in dossier["evidence"]]
        self.speaking = heard_by(self.plan.controls, self.statements)
        self.alone = {
            criterion.id: [(one, where_holds(criterion, one), own_degree(criterion, one))
                           for one in self.speaking[criterion.id]]
            for control in self.in_force for criterion in control.children
        }
        self.chains = superseded_by(self.statements)
        self.waivers = dossier.get("waivers", [])
        self.scales = scales(self.plan.root, self.plan.scale)
        # E8: the same audit at each least assurance; the option's one is told in full.
        self.judged, self.degrees = {}, {}
        for least in RANK:
            self.judged[least] = self._judge(least)
            self.degrees[least] = self._control_degrees(self.judged[least])
        self.gains = {}
        self.root = {least: group_degree(self.plan.root, self.degrees[least]) for least in RANK}

    def _judge(self, least):
        """Criterion id -> Judged, for the controls in force."""
        found = {}
        for control in self.in_force:
            found.update(self.judge_control(control, least))
        return found

    def judge_control(self, control, least, ages=()):
        """Criterion id -> Judged, for a control in force."""
        found = {}
        for criterion in control.children:
            heard = [Heard(*one) for one in self.alone[criterion.id]]
            judge(criterion, heard, self.chains, self.as_of, least, ages)
            excluded = is_not_applicable(heard)
            degree = None if excluded else criterion_degree(criterion, heard)
            found[criterion.id] = Judged(criterion, degree, heard)
        return found

    def _control_degrees(self, judged):
        """Control id -> Interval, None where not applicable or not in force (E5.2)."""
        degrees = {control.id: None for control in self.plan.controls}
        for control in self.in_force:
            degrees[control.id] = _control_degree(control, judged)
        return degrees

    # --- the whole ---------------------------------------------------------------------

    def result(self):
        self.findings = [self._finding(control) for control in self.plan.controls]
        return {
            "score": self._score(self.root[self.assurance], self.plan.scale),
            "level": self._level(),
            "scores_by_assurance": {
                least: ends(self.root[least], self.plan.scale) for least in RANK
            },
            "score_after_waivers": self._after_waivers(),
            "coverage": self._coverage(),
            "groups": [self._group(group) for group in self.plan.root.children],
            "findings": self.findings,
            "gaps": self._gaps(),
            "waivers": self._waivers(),
        }

    def _score(self, degree, scale):
        if degree is None:
            return None
        return {**ends(degree, scale), "scale": result_text(scale)}

    def _level(self):
        """E7."""
        degree, levels = self.root[self.assurance], self.plan.levels
        if degree is None or not levels:
            return None
        lo, hi = degree.lo * self.plan.scale, degree.hi * self.plan.scale
        first, last = level_of(levels, lo), level_of(levels, hi)
        possible = [name for name, _, _ in levels[first : last + 1]]
        upper = None
        if first + 1 < len(levels):
            name, _, bound = levels[first + 1]
            short = {"lo": result_text(max(Fraction(0), bound - hi)),
                     "hi": result_text(max(Fraction(0), bound - lo))}
            upper = {"id": name, "short": short}
        certain = possible[0] if len(possible) == 1 else None
        return {"certain": certain, "possible": possible, "next": upper}

    def _after_waivers(self):
        """E9: a waived control counts as [max(lo, pass), max(hi, pass)]."""
        degrees = dict(self.degrees[self.assurance])
        for control in self.plan.controls:
            if self.is_waived(control):
                one, bar = degrees[control.id], control.pass_mark
                degrees[control.id] = Interval(max(one.lo, bar), max(one.hi, bar))
        return ends(group_degree(self.plan.root, degrees), self.plan.scale)

    def _coverage(self):
        """E6: of the controls in force."""
        verdicts = [one["verdict"] for one in self.findings if one["verdict"] != "not-in-force"]
        undetermined = verdicts.count("undetermined")
        not_applicable = verdicts.count("not-applicable")
        return {"controls": len(verdicts),
                "determined": len(verdicts) - undetermined - not_applicable,
                "undetermined": undetermined, "not_applicable": not_applicable}

    def _group(self, group):
        degree = group_degree(group, self.degrees[self.assurance])
        return {
            "id": group.id,
            "degree": ends(degree, 1),
            "degrees_by_assurance": {
                least: ends(group_degree(group, self.degrees[least]), 1) for least in RANK
            },
            "score": self._score(degree, self.scales[(False, group.id)]),
            "groups": [self._group(one) for one in group.children if not is_control(one)],
            "controls": [one.id for one in group.children if is_control(one)],
        }

    # --- waivers -----------------------------------------------------------------------

    def _is_active(self, waiver):
        return waiver["from"] <= self.as_of <= waiver["until"]  # E9

    def is_waived(self, control):
        """E9: an active waiver names it and lo < pass."""
        degree = self.degrees[self.assurance][control.id]
        named = any(control.id in one["controls"] for one in self.waivers if self._is_active(one))
        return named and degree is not None and degree.lo < control.pass_mark

    def _waivers(self):
        waived = {control.id for control in self.plan.controls if self.is_waived(control)}
        return [{"id": one["id"], "status": self._waiver_status(one, waived)}
                for one in sorted(self.waivers, key=lambda one: one["id"])]

    def _waiver_status(self, waiver, waived):
        if self._is_active(waiver):
            return "active" if waived & set(waiver["controls"]) else "unneeded"
        return "future" if self.as_of < waiver["from"] else "expired"

    # --- findings ----------------------------------------------------------------------

    def _finding(self, control):
        in_force = control.in_force(self.as_of)
        degree = self.degrees[self.assurance][control.id]
        criteria = []
        if in_force:
            criteria = [criterion_entry(self.judged[self.assurance][one.id])
                        for one in control.children]
        return {
            "control": control.id,
            "verdict": verdict(degree, control.pass_mark) if in_force else "not-in-force",
            "met": met(degree, control.pass_mark),
            "possible": possible_verdicts(degree, control.pass_mark),
            "degree": ends(degree, 1),
            "score": self._score(degree, self.scales[(True, control.id)]),
            "gain": None if degree is None else ends(self.gain(control), 1),
            "waived": self.is_waived(control),
            "reasons": sorted({reason for one in criteria for reason in one["reasons"]}),
            "criteria": criteria,
        }

    def gain(self, control):
        """E10: the rise of each end of the score if this control alone had degree 1."""
        if control.id not in self.gains:
            self.gains[control.id] = self._gain(control)
        return self.gains[control.id]

    def _gain(self, control):
        now = self.root[self.assurance]
        if now is None:  # FORMAT: then gain is 0 and 0
            return Interval(Fraction(0), Fraction(0))
        better = group_degree(self.plan.root, {**self.degrees[self.assurance], control.id: YES})
        return Interval((better.lo - now.lo) * self.plan.scale,
                        (better.hi - now.hi) * self.plan.scale)

    def gap_key(self, control):
        """E10's order."""
        gain = self.gain(control)
        effort = NO_EFFORT if control.effort is None else (0, control.effort)
        unmet = met(self.degrees[self.assurance][control.id], control.pass_mark)
        return (0 if unmet == "no" else 1, -gain.lo, -gain.hi,
                SEVERITIES.index(control.severity), effort, control.id)

    def _gaps(self):
        open_ones = [
            control for control in self.in_force
            if met(self.degrees[self.assurance][control.id], control.pass_mark)
            in ("no", "unknown")
        ]
        return [control.id for control in sorted(open_ones, key=self.gap_key)]


def _control_degree(control, judged):
    """The same rule as for groups (E5.1, E5.2)."""
    return combined(control.combine, [(one.weight, judged[one.id].degree)
                                      for one in control.children])
