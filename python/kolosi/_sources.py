"""Documents from wherever they are: a path, bytes, a mapping."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, Union

from . import _kolosi

Source = Union[str, "os.PathLike[str]", bytes, bytearray, memoryview, Mapping[str, Any]]
"""A path, the bytes of a document (JSON or YAML), or the document as a mapping."""


def bytes_of(source: object, wanted: str, audit: bool = False) -> tuple[bytes, str | None]:
    """The bytes of a document, and the name of its file where it has one."""
    if isinstance(source, (str, os.PathLike)):
        path = os.fspath(source)
        if not isinstance(path, str):
            raise TypeError(f"{wanted}: a path is a str, not {type(path).__name__}")
        return _kolosi.read(path, audit), path
    if isinstance(source, bytes):
        return source, None
    if isinstance(source, (bytearray, memoryview)):
        return bytes(source), None
    if isinstance(source, Mapping):
        return json_of(source).encode(), None
    raise TypeError(f"{wanted} is a path, bytes or a mapping, not {type(source).__name__}")


def json_of(document: object) -> str:
    """A document of Python objects as JSON: days as ``YYYY-MM-DD``, exact numbers as text.

    Raises:
        TypeError: something in it that no document holds.
        ValueError: a float that is no number, or a document that holds itself.
    """
    from json import dumps

    return dumps(document, default=_plain, ensure_ascii=False, allow_nan=False)


def _plain(value: object) -> object:
    from datetime import date, datetime
    from decimal import Decimal

    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(
        "a document holds mappings, lists, texts, numbers, booleans and days, "
        f"not {type(value).__name__} ({value!r:.60})"
    )


def day(value: object, name: str) -> str:
    """A day as text; whether a text is a day, the core says."""
    from datetime import date, datetime

    if isinstance(value, str):
        return value
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    hint = "; `.date()` gives its day" if isinstance(value, datetime) else ""
    raise TypeError(f'{name} is a day, a datetime.date or "YYYY-MM-DD", not {type(value).__name__}{hint}')


def settings(parameters: Mapping[str, object] | None) -> dict[str, str]:
    """Parameters as texts."""
    from datetime import date
    from decimal import Decimal

    if parameters is None:
        return {}
    if not isinstance(parameters, Mapping):
        raise TypeError(f"parameters is a mapping of names and values, not {type(parameters).__name__}")
    out: dict[str, str] = {}
    for name, value in parameters.items():
        if isinstance(value, bool) or not isinstance(value, (str, int, Decimal, date)):
            raise TypeError(f"the parameter `{name}` is a str, int, Decimal or date, not {type(value).__name__}")
        out[name] = day(value, f"the parameter `{name}`") if isinstance(value, date) else str(value)
    return out
