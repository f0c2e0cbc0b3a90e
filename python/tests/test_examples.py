"""The examples run."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from examples import hour


def test_the_first_hour(tmp_path: Path) -> None:
    assert hour(tmp_path) == Decimal("29.5")
