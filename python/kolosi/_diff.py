"""What changed from one audit to another."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

from . import _kolosi
from ._frozen import Frozen
from ._language import Lang, checked
from ._reports import write
from ._values import Level, Score, level_of, score_of

if TYPE_CHECKING:
    from pathlib import Path


class ScoreChange(NamedTuple):
    """A score before and after, in points."""

    before: Score | None
    after: Score | None


class LevelChange(NamedTuple):
    """A level before and after."""

    before: Level | None
    after: Level | None


class Diff(Frozen):
    """What changed from one audit to another: controls that got better or worse, records that expired, waivers that ended. Made by
    :meth:`Audit.diff`; printed, it is a dozen lines."""

    __slots__ = ("_native", "_value")
    _native: _kolosi.Diff
    _value: dict[str, Any] | None

    def __init__(self, native: _kolosi.Diff) -> None:
        self._set(_native=native, _value=None)

    def _get(self, member: str) -> Any:
        if self._value is None:
            self._set(_value=self.to_dict())
            assert self._value is not None
        return self._value[member]

    @property
    def score(self) -> ScoreChange:
        """The scores, in points."""
        pair = self._get("score")
        return ScoreChange(score_of(pair["before"]), score_of(pair["after"]))

    @property
    def level(self) -> LevelChange:
        """The levels."""
        pair = self._get("level")
        return LevelChange(level_of(pair["before"]), level_of(pair["after"]))

    @property
    def counts(self) -> dict[str, int]:
        """How many controls are ``better``, ``worse``, ``mixed``, ``newly_known``, ``newly_unknown``, ``newly_applicable``,
        ``no_longer_applicable``, ``added``, ``removed``, ``unchanged``."""
        return dict(self._get("counts"))

    @property
    def controls(self) -> list[dict[str, Any]]:
        """Each control of either audit, with ``change``, ``before`` and ``after``, in the later one's order."""
        return [dict(control) for control in self._get("controls")]

    @property
    def expired(self) -> list[dict[str, Any]]:
        """Records that stood and are set aside now as expired or too old: ``id``, ``controls``, ``criteria``, ``reasons``."""
        return [dict(record) for record in self._get("expired")]

    def report(self, path: str | os.PathLike[str], lang: Lang | None = None) -> Path:
        """Write what changed; the form is that of the name: ``.html``, ``.json`` or ``.txt``.

        Raises:
            ValueError: another form; the message names those that there are.
            OSError: the file cannot be written.
        """
        return write(path, ("html", "json", "txt"), lambda form: self._native.report(form, checked(lang)))

    def text(self, lang: Lang | None = None) -> str:
        """What changed, on one page of text."""
        return self._native.report("txt", checked(lang))

    def to_json(self) -> str:
        """All of it as RFC 8785 JSON: the same bytes from every runtime of Kolosi."""
        return self._native.json()

    def to_dict(self) -> dict[str, Any]:
        """All of it as a ``dict``; exact numbers are texts."""
        from json import loads

        value: dict[str, Any] = loads(self._native.json())
        return value

    def __str__(self) -> str:
        return self._native.brief(checked(None))

    def _repr_html_(self) -> str:
        return self._native.card(checked(None))

    def __repr__(self) -> str:
        counts = ", ".join(f"{count} {change}" for change, count in self.counts.items() if count)
        return f"<kolosi.Diff: {counts}>"
