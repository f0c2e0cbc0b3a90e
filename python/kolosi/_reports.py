"""Files in the form of their name."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from . import _kolosi

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def write(path: str | os.PathLike[str], forms: tuple[str, ...], made: Callable[[str], str]) -> Path:
    """Write what is made in the form that the name of the file asks for."""
    if not isinstance(path, (str, os.PathLike)):
        raise TypeError(f"a report is written to a path, not to {type(path).__name__}")
    # imported where it is needed: it takes a quarter of the time of the whole package
    from pathlib import Path

    target = Path(path)
    form = target.suffix.lower().removeprefix(".")
    if form not in forms:
        *others, last = (f".{form}" for form in forms)
        asked = f"not `{target.suffix}`" if form else "and this name has no ending"
        raise ValueError(f"`{target}`: the form is that of the name, {', '.join(others)} or {last}, {asked}")
    _kolosi.write(target, made(form))
    return target
