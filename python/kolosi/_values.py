"""Scores, levels and other small values. Numbers are exact: ``decimal.Decimal``."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple


class Range(NamedTuple):
    """Two ends: what is certain, and what is possible."""

    lo: Decimal
    """The lower end."""
    hi: Decimal
    """The upper end."""


class Score(NamedTuple):
    """Points of the score."""

    lo: Decimal
    """The least that it can be, in points."""
    hi: Decimal
    """The most that it can be, in points."""
    scale: Decimal
    """The points that there are."""


class NextLevel(NamedTuple):
    """The way to the next level."""

    id: str
    """The level."""
    short: Range
    """The points missing, at best and at worst."""


class Level(NamedTuple):
    """The level reached."""

    certain: str | None
    """The only possible level; ``None`` where there are several."""
    possible: tuple[str, ...]
    """Every level that the score may be in, lowest first."""
    next: NextLevel | None
    """The level above that of the lower end; ``None`` at the top."""


class Coverage(NamedTuple):
    """How many controls are known about."""

    controls: int
    """Those in force."""
    determined: int
    """Those satisfied, partial or not satisfied."""
    undetermined: int
    """Those of which too little is known."""
    not_applicable: int
    """Those that do not apply."""


class ByAssurance(NamedTuple):
    """The score at each least assurance, in points; ``None`` where the whole is not applicable."""

    declared: Range | None
    """Everything said."""
    documented: Range | None
    """Papers or better."""
    verified: Range | None
    """Checked only."""


def _range(value: dict[str, str]) -> Range:
    return Range(Decimal(value["lo"]), Decimal(value["hi"]))


def range_of(value: dict[str, str] | None) -> Range | None:
    return None if value is None else _range(value)


def score_of(value: dict[str, str] | None) -> Score | None:
    return None if value is None else Score(Decimal(value["lo"]), Decimal(value["hi"]), Decimal(value["scale"]))


def level_of(value: dict[str, Any] | None) -> Level | None:
    if value is None:
        return None
    above: dict[str, Any] | None = value["next"]
    next_level = None if above is None else NextLevel(above["id"], _range(above["short"]))
    return Level(value["certain"], tuple(value["possible"]), next_level)


def coverage_of(value: dict[str, int]) -> Coverage:
    return Coverage(value["controls"], value["determined"], value["undetermined"], value["not_applicable"])


def by_assurance_of(value: dict[str, Any]) -> ByAssurance:
    return ByAssurance(*(range_of(value[least]) for least in ByAssurance._fields))
