"""The language of what people read. What machines read never changes with it."""

from __future__ import annotations

from typing import Literal

Lang = Literal["fr", "en"]

_chosen: Lang = "fr"


def set_language(lang: Lang) -> None:
    """Choose the language of messages, reports and printed results: ``"fr"`` (as it begins) or ``"en"``.

    Whatever takes ``lang=`` takes this language where none is given. Tables, ``to_dict()`` and JSON are the same in every language.

    Raises:
        ValueError: neither of the two.

    Example:
        >>> import kolosi
        >>> kolosi.set_language("en")
        >>> kolosi.standard("itu-gci-2024").title()
        'ITU Global Cybersecurity Index'
        >>> kolosi.set_language("fr")
    """
    global _chosen
    _chosen = checked(lang)


def checked(lang: Lang | None) -> Lang:
    """The language given, or else the one chosen."""
    if lang is None:
        return _chosen
    if lang not in ("fr", "en"):
        raise ValueError(f'lang is "fr" or "en", not {lang!r}')
    return lang
