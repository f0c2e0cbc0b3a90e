"""Objects that stay as they were made."""

from __future__ import annotations

from typing import Any, NoReturn


class Frozen:
    """Its attributes are set once, by `_set`."""

    __slots__ = ()

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed: `{name}` is as it was made")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed: `{name}` stays")

    def _set(self, **values: Any) -> None:
        for name, value in values.items():
            object.__setattr__(self, name, value)
