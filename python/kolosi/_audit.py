"""Audits: what was found of a subject, and why."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from . import _kolosi
from ._beside import Mapping, Other, native as beside
from ._diff import Diff
from ._frozen import Frozen
from ._language import Lang, checked
from ._problems import NotMetError, Problem, problems_of
from ._reports import write
from ._sources import Source, bytes_of
from ._table import Table
from ._values import (
    ByAssurance,
    Coverage,
    Level,
    Range,
    Score,
    by_assurance_of,
    coverage_of,
    level_of,
    range_of,
    score_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal
    from pathlib import Path

    from ._dossier import Dossier
    from ._standard import Standard

Verdict = Literal["satisfied", "partial", "not-satisfied", "undetermined", "not-applicable", "not-in-force"]
Met = Literal["yes", "no", "unknown"]


class Finding(Frozen):
    """What was found of one control, and why; printed, it explains itself down to each record. Made by :meth:`Audit.explain`."""

    __slots__ = ("_audit", "_lang", "_text", "_value")
    _audit: _kolosi.Audit
    _lang: Lang
    _text: str
    _value: dict[str, Any]

    def __init__(self, audit: _kolosi.Audit, control: str, lang: Lang) -> None:
        from json import loads

        value, text = audit.explain(control, lang)
        self._set(_audit=audit, _lang=lang, _text=text, _value=loads(value))

    @property
    def control(self) -> str:
        """The id of the control."""
        return str(self._value["control"])

    @property
    def verdict(self) -> Verdict:
        """The verdict."""
        verdict: Verdict = self._value["verdict"]
        return verdict

    @property
    def possible(self) -> tuple[Verdict, ...]:
        """The verdicts still possible, best first."""
        return tuple(self._value["possible"])

    @property
    def met(self) -> Met | None:
        """Whether it meets its bar; ``None`` where it is not applicable or not in force."""
        met: Met | None = self._value["met"]
        return met

    @property
    def degree(self) -> Range | None:
        """Its degree, from 0 to 1; ``None`` where it is not applicable or not in force."""
        return range_of(self._value["degree"])

    @property
    def score(self) -> Score | None:
        """The points that it stands for; ``None`` where it is not applicable or not in force."""
        return score_of(self._value["score"])

    @property
    def gain(self) -> Range | None:
        """The points by which each end of the score would rise if this control alone were met in full."""
        return range_of(self._value["gain"])

    @property
    def waived(self) -> bool:
        """Whether an active waiver names it while it does not certainly meet its bar."""
        return bool(self._value["waived"])

    @property
    def reasons(self) -> tuple[str, ...]:
        """The codes of what is to be said of it, such as ``no-evidence``."""
        return tuple(self._value["reasons"])

    @property
    def criteria(self) -> list[dict[str, Any]]:
        """What each criterion comes to, and what became of each record that speaks to it, as in the JSON of the audit."""
        criteria: list[dict[str, Any]] = self.to_dict()["criteria"]
        return criteria

    def text(self, lang: Lang | None = None) -> str:
        """Why the control got its verdict, down to each record, in words."""
        lang = checked(lang)
        return self._text if lang == self._lang else self._audit.explain(self.control, lang)[1]

    def to_dict(self) -> dict[str, Any]:
        """The finding as it stands in the JSON of the audit; exact numbers are texts."""
        from copy import deepcopy

        return deepcopy(self._value)

    def __str__(self) -> str:
        return self._text

    def _repr_html_(self) -> str:
        return self._audit.card(self.control, checked(None))

    def __repr__(self) -> str:
        return f"<kolosi.Finding {self.control}: {self.verdict}>"


Input = Literal["audit", "standard", "dossier", "mapping", "from"]


class Change(NamedTuple):
    """An input that is not what an audit was made of."""

    input: Input
    """Which; ``from`` is one of the dossiers that it was inferred from."""
    at: int
    """Of mappings and of dossiers that it was inferred from, which one, from 0."""
    problem: Problem
    """What it is and what it was."""


class Lack(NamedTuple):
    """An input that an audit was made with and that was not given."""

    input: Literal["mapping", "standard", "dossier"]
    """What it is: a mapping, a dossier that it was inferred from, or the standard of one."""
    id: str
    """The id of the mapping or of the standard."""
    edition: str
    """Its edition."""
    digest: str
    """Its digest; of a dossier, that of the dossier."""


class Verification(Frozen):
    """Whether an audit is that of its standard and dossier: true or false where a truth is asked for. Made by :meth:`Audit.verify`."""

    __slots__ = ("changed", "lacking")
    changed: tuple[Change, ...]
    """The inputs in which a value has changed; nothing where the audit holds."""
    lacking: tuple[Lack, ...]
    """What else it takes to tell; nothing where the audit holds."""

    def __init__(self, changed: tuple[Change, ...], lacking: tuple[Lack, ...]) -> None:
        self._set(changed=changed, lacking=lacking)

    @property
    def holds(self) -> bool:
        """Whether the audit is that of these inputs."""
        return not self.changed and not self.lacking

    def __bool__(self) -> bool:
        return self.holds

    def __repr__(self) -> str:
        changed = "changed: " + ", ".join(change.input for change in self.changed)
        lacking = "lacking: " + ", ".join(f"{lack.input} {lack.id}" for lack in self.lacking)
        what = "holds" if self.holds else changed if self.changed else lacking
        return f"<kolosi.Verification: {what}>"


class Audit(Frozen):
    """What an audit found. Made by :meth:`Standard.audit`, or read back by :func:`kolosi.audit`; printed, it is a dozen
    lines.

    Every number is exact (``decimal.Decimal``). What is not known makes an interval: ``lo`` is certain, ``hi`` is possible.

    Example:
        >>> import kolosi
        >>> std = kolosi.standard("itu-gci-2024")
        >>> audit = std.audit({"standard": {"id": std.id, "edition": std.edition},
        ...     "subject": {"id": "x", "name": "Exemple fictif"},
        ...     "evidence": [{"id": "r", "control": "legal", "observed": "2024-01-01", "value": 20}]}, as_of="2024-12-31")
        >>> audit.score.lo, audit.score.hi
        (Decimal('20'), Decimal('100'))
        >>> audit.coverage.determined, audit.coverage.undetermined
        (1, 4)
        >>> audit.findings["verdict"]
        ['satisfied', 'undetermined', 'undetermined', 'undetermined', 'undetermined']
        >>> audit.explain("legal").verdict
        'satisfied'
    """

    __slots__ = ("_head", "_native", "_tables")
    _native: _kolosi.Audit
    _head: dict[str, Any] | None
    _tables: dict[str, Table]

    def __init__(self, native: _kolosi.Audit) -> None:
        self._set(_native=native, _head=None, _tables={})

    def _get(self, member: str) -> Any:
        if self._head is None:
            from json import loads

            self._set(_head=loads(self._native.head()))
            assert self._head is not None
        return self._head[member]

    @property
    def score(self) -> Score | None:
        """The score, in points; ``None`` where nothing of the standard applies."""
        return score_of(self._get("score"))

    @property
    def level(self) -> Level | None:
        """The level reached; ``None`` where nothing applies or the standard has no levels."""
        return level_of(self._get("level"))

    @property
    def coverage(self) -> Coverage:
        """How many controls are known about."""
        return coverage_of(self._get("coverage"))

    @property
    def scores_by_assurance(self) -> ByAssurance:
        """The score if only records of at least this assurance counted, in points."""
        return by_assurance_of(self._get("scores_by_assurance"))

    @property
    def score_after_waivers(self) -> Range | None:
        """The score with waived controls counted as meeting their bar, in points."""
        return range_of(self._get("score_after_waivers"))

    @property
    def as_of(self) -> str:
        """The date of the audit, ``YYYY-MM-DD``."""
        return str(self._get("options")["as_of"])

    @property
    def options(self) -> dict[str, Any]:
        """What was asked: ``as_of``, ``assurance``, ``profile``, ``parameters``, ``mappings``."""
        return dict(self._get("options"))

    @property
    def subject(self) -> dict[str, Any]:
        """The subject, as the dossier gives it."""
        return dict(self._get("subject"))

    @property
    def waivers(self) -> list[dict[str, Any]]:
        """The waivers and what becomes of them (``status``: ``active``, ``expired``, ``future``, ``unneeded``)."""
        return [dict(waiver) for waiver in self._get("waivers")]

    @property
    def inferences(self) -> dict[str, Any] | None:
        """What mappings let be inferred, apart from what was measured: ``controls``, ``from``, ``score``, as in the JSON of the audit;
        ``None`` where no mapping was given."""
        from json import loads

        inferences: dict[str, Any] | None = loads(self._native.inferences())
        return inferences

    @property
    def digest(self) -> str:
        """SHA-256 of the audit, 64 hexadecimal digits."""
        return str(self._get("digest"))

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What is probably not meant so in the dossier, though it was used; nothing of an audit that was read back."""
        return problems_of(self._native.warnings())

    @property
    def findings(self) -> Table:
        """The findings, one for each control, in the standard's order.

        Columns: ``group``, ``control`` (ids), ``title_fr``, ``title_en``, ``verdict``, ``possible`` (verdicts, best first), ``met``
        (``yes``, ``no``, ``unknown``), ``degree_lo``, ``degree_hi`` (0 to 1), ``score_lo``, ``score_hi``, ``scale`` (points),
        ``gain_lo``, ``gain_hi`` (points), ``rank`` (place among the gaps, from 1), ``waived``, ``severity``, ``effort``
        (person-days), ``reasons`` (codes), ``records`` (ids of those that stand).
        """
        return self._table("findings")

    @property
    def groups(self) -> Table:
        """The groups, parents before children.

        Columns: ``group``, ``parent`` (ids), ``depth`` (from 0), ``title_fr``, ``title_en``, ``degree_lo``, ``degree_hi`` (0 to 1),
        ``score_lo``, ``score_hi``, ``scale`` (points), the degree at each least assurance (``declared_lo``, … ``verified_hi``),
        ``controls`` (ids).
        """
        return self._table("groups")

    def gaps(self) -> Table:
        """What to do first: the findings of controls that do not certainly meet their bar, those that gain most first.

        The columns are those of :attr:`findings`.
        """
        return self._table("gaps")

    def _table(self, name: Literal["findings", "gaps", "groups"]) -> Table:
        if name not in self._tables:
            made = {"findings": self._native.findings, "gaps": self._native.gaps, "groups": self._native.groups}
            self._tables[name] = Table(made[name]())
        return self._tables[name]

    def explain(self, control: str, lang: Lang | None = None) -> Finding:
        """Why a control got its verdict, down to each record. ``print`` it.

        Raises:
            LoadError: ``unknown-reference`` where the audit has no such control; the nearest is named.
        """
        if not isinstance(control, str):
            raise TypeError(f"control is the id of a control, a str, not {type(control).__name__}")
        return Finding(self._native, control, checked(lang))

    def diff(self, other: Audit) -> Diff:
        """What changed from another, earlier audit to this one: what got better, what got worse, what expired.

        Example:
            >>> import kolosi
            >>> std = kolosi.standard("itu-gci-2024")
            >>> def dossier(value):
            ...     return {"standard": {"id": std.id, "edition": std.edition}, "subject": {"id": "x", "name": "Exemple fictif"},
            ...         "evidence": [{"id": "r", "control": "legal", "observed": "2024-01-01", "value": value}]}
            >>> before = std.audit(dossier(10), as_of="2024-06-30")
            >>> after = std.audit(dossier(20), as_of="2024-12-31")
            >>> after.diff(before).counts["better"]
            1
        """
        if not isinstance(other, Audit):
            raise TypeError(f"an audit is compared with an audit, not with {type(other).__name__}")
        return Diff(self._native.diff(other._native))

    def verify(
        self,
        standard: Standard,
        dossier: Dossier,
        *,
        mappings: Iterable[Mapping | Source] | None = None,
        inferred_from: Iterable[Other] | None = None,
        frameworks: Iterable[Standard | Source] | None = None,
    ) -> Verification:
        """Compute the audit again from its inputs. Layout and comments of these may differ; a value may not.

        An audit with inferences is computed again with its mappings and the dossiers that it was inferred from, too, given as to
        :meth:`Standard.audit`.

        Raises:
            LoadError: an input cannot be read at all.
        """
        inputs: dict[str, Input] = {name: name for name in get_args(Input)}
        kinds: dict[str, Literal["mapping", "standard", "dossier"]] = {
            "mapping": "mapping",
            "standard": "standard",
            "dossier": "dossier",
        }
        changed, lacking = _kolosi.verify(
            self._native.json(),
            standard.canonical,
            dossier._bytes,
            beside(mappings, inferred_from, frameworks),
        )
        return Verification(
            tuple(Change(inputs[name], at, problems_of(json)[0]) for name, at, json in changed),
            tuple(Lack(kinds[name], *of) for name, *of in lacking),
        )

    def report(self, path: str | os.PathLike[str], lang: Lang | None = None) -> Path:
        """Write a report; its form is that of the name: ``.html`` (one file, ready for paper), ``.csv`` (for spreadsheets), ``.json``
        (the whole audit, to be read back by :func:`kolosi.audit`), ``.txt``. The file is whole or not there at all.

        Returns:
            The path.

        Raises:
            ValueError: another form; the message names those that there are.
            OSError: the file cannot be written.
        """
        return write(path, ("html", "csv", "json", "txt"), lambda form: self._native.report(form, checked(lang)))

    def text(self, lang: Lang | None = None) -> str:
        """The audit on one page of text."""
        return self._native.report("txt", checked(lang))

    def to_json(self) -> str:
        """The whole audit as RFC 8785 JSON: the same bytes from every runtime of Kolosi."""
        return self._native.json()

    def to_dict(self) -> dict[str, Any]:
        """The whole audit as a ``dict``; exact numbers are texts."""
        from json import loads

        audit: dict[str, Any] = loads(self._native.json())
        return audit

    def assert_met(self, *, level: str | None = None, score: Decimal | int | str | None = None) -> None:
        """Ask that a level, or so many points, be certainly reached.

        Raises:
            NotMetError: an ``AssertionError``; its ``met`` says whether the bar is certainly missed or too little is known.
            LoadError: ``unknown-reference`` where the standard has no such level.
            TypeError: neither a level nor a score, or one of another type.

        Example:
            >>> import kolosi
            >>> std = kolosi.standard("itu-gci-2024")
            >>> audit = std.audit({"standard": {"id": std.id, "edition": std.edition},
            ...     "subject": {"id": "x", "name": "Exemple fictif"}, "evidence": []}, as_of="2024-12-31")
            >>> try:
            ...     audit.assert_met(level="T1")
            ... except kolosi.NotMetError as error:
            ...     error.met
            'unknown'
        """
        from decimal import Decimal

        if level is None and score is None:
            raise TypeError("give a level= or a score= to be met")
        if not isinstance(level, (str, type(None))):
            raise TypeError(f"level is the id of a level, a str, not {type(level).__name__}")
        if isinstance(score, bool) or not isinstance(score, (Decimal, int, str, type(None))):
            raise TypeError(f"score is a Decimal, an int or a str, not {type(score).__name__}")
        found: list[tuple[str, str]] = []
        if level is not None:
            found.append((f"level `{level}`", self._native.reaches_level(level)))
        if score is not None:
            found.append((f"score {score}", self._native.reaches_score(str(score))))
        reached = self.score and f"{self.score.lo} to {self.score.hi} of {self.score.scale}"
        for met, why in (("no", "is missed"), ("unknown", "may be met: too little is known")):
            for bar, outcome in found:
                if outcome == met:
                    raise NotMetError(f"{bar} {why}; the score is {reached}", "no" if met == "no" else "unknown")

    def __eq__(self, other: object) -> bool:
        return self.digest == other.digest if isinstance(other, Audit) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.digest)

    def __reduce__(self) -> tuple[Any, tuple[bytes]]:
        return audit, (self.to_json().encode(),)

    def __str__(self) -> str:
        return self._native.brief(checked(None))

    def _repr_html_(self) -> str:
        return self._native.card(None, checked(None))

    def __repr__(self) -> str:
        score = "" if self.score is None else f", {self.score.lo} to {self.score.hi} of {self.score.scale}"
        named = self._get("standard")["id"]
        return f"<kolosi.Audit of {self.subject.get('id')} against {named} as of {self.as_of}{score}>"


def audit(source: Source) -> Audit:
    """Read back an audit that was saved (``.report("x.json")``), from a path, from bytes or from a mapping.

    That it follows from its inputs is another question: :meth:`Audit.verify` computes it again.

    Raises:
        LoadError: every problem of the document at once; ``input-changed`` where its own digest does not hold.
        TypeError: a source that is none of these types.
    """
    data, name = bytes_of(source, "an audit", audit=True)
    return Audit(_kolosi.Audit.from_bytes(data, name))
