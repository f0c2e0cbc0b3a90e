"""What a control of one audit may carry over a mapping: that it holds or fails (E12.2)."""

from dataclasses import dataclass
from typing import Any

from canonical import digest
from combine import combined
from plan import RANK, read_plan

STRICT = ("all", "mean")  # the only combinations that carry


@dataclass(frozen=True)
class Limits:
    """FORMAT: of the records, those that B's criteria would hear."""

    assurance: str
    ages: tuple

    @staticmethod
    def of(criteria, assurance):
        """The strictest of all the criteria and of the audit."""
        words = [assurance] + [one.assurance for one in criteria]
        ages = [one.max_age for one in criteria if one.max_age is not None]
        return Limits(max(words, key=lambda word: RANK[word]), tuple(ages))


@dataclass
class Source:
    """One audit of `from`."""

    standard: dict
    dossier: dict
    profile: Any
    audit: Any

    def __post_init__(self):
        self.controls = {one.id: one for one in self.audit.plan.controls}
        pinned = read_plan(self.standard, {})  # without profile and settings
        self.pinned = {one.id: one for one in pinned.controls + pinned.left_out}

    def document(self):
        return {
            "standard": {"id": self.standard["id"], "edition": self.standard["edition"],
                         "digest": digest(self.standard)},
            "dossier": {"digest": digest(self.dossier, self.standard)},
            "subject": self.dossier["subject"],
            "profile": self.profile,
        }

    def says(self, name, limits):
        """"holds", "fails" or None: both in the audit as it is, and with the records alone that
        the target would hear."""
        control = self.controls.get(name)
        if control is None or not control.in_force(self.audit.as_of):
            return None
        if control.combine not in STRICT or self.audit.is_waived(control):
            return None
        as_it_is = self._said(control, self.audit.judged[self.audit.assurance])
        return as_it_is if as_it_is == self._said(control, self._heard(control, limits)) else None

    def _heard(self, control, limits):
        """Records that B would set aside are set aside here too: what they are about stays (a
        thing with no other record is an unknown member, E4.3)."""
        return self.audit.judge_control(control, limits.assurance, limits.ages)

    def _said(self, control, judged):
        degrees = [judged[one.id].degree for one in control.children]
        whole = combined(control.combine, list(zip([one.weight for one in control.children],
                                                   degrees)))
        if whole is None:
            return None
        pinned = self.pinned[control.id]
        if whole.lo == 1:
            complete = None not in degrees and all(one.weight > 0 for one in control.children)
            return "holds" if complete and no_looser(control, pinned) else None
        if whole.hi < 1 and control.pass_mark == 1:
            return "fails" if is_as_pinned(control, pinned) else None
        return None

    def records(self, names, limits):
        """Ids of the records that stand for these controls, as the target hears them."""
        return sorted({one.statement.id for name in names
                       for judged in self._heard(self.controls[name], limits).values()
                       for one in judged.heard if one.state == "stands"})


def is_as_pinned(control, pinned):
    """E12.2 "exactly": the profile and the settings leave this control as the standard has it."""
    return (control.combine == pinned.combine and control.pass_mark == pinned.pass_mark
            and control.children == pinned.children)


def no_looser(control, pinned):
    """E12.2 "only tightens": nothing that this control asks for is less than the standard asks.
    What is neither more nor less (a weight, another combination) must be the same."""
    return (control.combine == pinned.combine and control.pass_mark >= pinned.pass_mark
            and all(_criterion_no_looser(one, other)
                    for one, other in zip(control.children, pinned.children)))


def _criterion_no_looser(one, pinned):
    if one.weight != pinned.weight:
        return False
    if pinned.max_age is not None and _length(one.max_age) > _length(pinned.max_age):
        return False
    if one.form == "value":
        # The degree of no value may rise: both bounds move to the better side, or stay.
        better = 1 if one.better == "higher" else -1
        return better * one.low >= better * pinned.low and better * one.high >= better * pinned.high
    if one.form == "test":
        return (one.over[1] or 0) >= (pinned.over[1] or 0) and all(
            _condition_no_looser(*pair) for pair in zip(one.where, pinned.where))
    return True


def _length(duration):
    """Comparable within one family, and settings stay in theirs (FORMAT, parameters)."""
    count, unit = int(duration[1:-1]), duration[-1]
    return count * {"Y": 12, "M": 1, "W": 7, "D": 1}[unit]


def _condition_no_looser(one, pinned):
    (_, op, value), (_, _, before) = one, pinned
    if op in ("at-least", "after"):
        return value >= before
    if op in ("at-most", "before"):
        return value <= before
    if op == "one-of":
        return set(value) <= set(before)
    return value == before  # equals; present has none
