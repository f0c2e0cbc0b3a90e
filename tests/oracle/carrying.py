"""What a control of one audit may carry over a mapping: that it holds or fails (E12.2)."""

from dataclasses import dataclass
from typing import Any

from asking import asks_no_less, asks_the_same
from canonical import digest
from combine import combined
from plan import RANK, defaults

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
        self.pinned = defaults(self.standard)

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
            return "holds" if complete and asks_no_less(control, pinned) else None
        if whole.hi < 1 and control.pass_mark == 1:
            return "fails" if asks_the_same(control, pinned) else None
        return None

    def records(self, names, limits):
        """Ids of the records that stand for these controls, as the target hears them."""
        return sorted({one.statement.id for name in names
                       for judged in self._heard(self.controls[name], limits).values()
                       for one in judged.heard if one.state == "stands"})
