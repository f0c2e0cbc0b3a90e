"""Mappings between frameworks, and other dossiers, from which something is inferred."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Union

from . import _kolosi
from ._dossier import Dossier, dossier as read_dossier
from ._frozen import Frozen
from ._language import Lang, checked
from ._problems import Problem, problems_of
from ._sources import Source, bytes_of

if TYPE_CHECKING:
    from ._standard import Standard

Other = Union[Dossier, Source, "tuple[Standard, Union[Dossier, Source]]"]
"""Another dossier: alone where its standard is built in, else with its standard, which may be under a profile."""


class Mapping(Frozen):
    """How the controls of one framework relate to those of another, and what may be inferred from that. Made by
    :func:`kolosi.mapping`."""

    __slots__ = ("_native",)
    _native: _kolosi.Mapping

    def __init__(self, native: _kolosi.Mapping) -> None:
        self._set(_native=native)

    @property
    def id(self) -> str:
        """Its id."""
        return self._native.id

    @property
    def edition(self) -> str:
        """Its edition."""
        return self._native.edition

    @property
    def digest(self) -> str:
        """SHA-256 of its canonical form, 64 hexadecimal digits."""
        return self._native.digest

    @property
    def source(self) -> str:
        """The id of the framework that its edges come from."""
        return self._native.source

    @property
    def target(self) -> str:
        """The id of the framework that its edges go to."""
        return self._native.target

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What is probably not meant so in it, though it can be used."""
        return problems_of(self._native.warnings())

    def title(self, lang: Lang | None = None) -> str:
        """Its title, in the language asked for, else in the other."""
        return self._native.title(checked(lang))

    def to_dict(self) -> dict[str, Any]:
        """The mapping as a document; numbers are exact texts."""
        from json import loads

        document: dict[str, Any] = loads(self._native.canonical)
        return document

    def __eq__(self, other: object) -> bool:
        return self.digest == other.digest if isinstance(other, Mapping) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.digest)

    def __reduce__(self) -> tuple[Any, tuple[bytes]]:
        return mapping, (self._native.canonical.encode(),)

    def __repr__(self) -> str:
        return f"<kolosi.Mapping {self.id}, edition {self.edition}: {self.source} to {self.target}>"


def mapping(source: Source) -> Mapping:
    """A mapping: a built-in one by its id, else from a path, from bytes (JSON or YAML) or from a mapping of Python.

    Raises:
        LoadError: there is neither a built-in mapping nor a file of this name, or every problem of the document at once.
        TypeError: a source that is none of these types.

    Example:
        >>> import kolosi
        >>> kolosi.mapping("ml-snc-2026-to-itu-cyberwellness-2014").target
        'itu-cyberwellness-2014'
    """
    if isinstance(source, str) and (source in _kolosi.bundled_mapping_ids() or not os.path.exists(source)):
        return Mapping(_kolosi.Mapping.bundled(source))
    data, name = bytes_of(source, "a mapping")
    return Mapping(_kolosi.Mapping.from_bytes(data, name))


def native(
    mappings: Iterable[Mapping | Source] | None,
    inferred_from: Iterable[Other] | None,
    frameworks: Iterable[Standard | Source] | None,
) -> tuple[
    list[_kolosi.Mapping],
    list[tuple[_kolosi.Standard, str | None, bytes, str | None]],
    list[bytes],
]:
    """What something is inferred with, as the native part takes it."""
    from ._standard import Standard, standard

    for name, given in (("mappings", mappings), ("inferred_from", inferred_from), ("frameworks", frameworks)):
        if isinstance(given, (str, bytes, Mapping, Dossier, Standard)) or not (given is None or hasattr(given, "__iter__")):
            raise TypeError(f"{name} is a list, not {type(given).__name__}")
    if mappings is None and (inferred_from is not None or frameworks is not None):
        raise TypeError("without mappings= nothing is inferred: inferred_from= and frameworks= go with it")
    others: list[tuple[_kolosi.Standard, str | None, bytes, str | None]] = []
    for other in inferred_from or ():
        pair = other if isinstance(other, tuple) else (None, other)
        if len(pair) != 2:
            raise TypeError(f"inferred_from holds dossiers, or pairs of a standard and a dossier, not {len(pair)} things")
        against, of = pair
        measured = of if isinstance(of, Dossier) else read_dossier(of)
        against = standard(measured.standard) if against is None else against
        if not isinstance(against, Standard):
            raise TypeError(f"inferred_from pairs a Standard with a dossier, not {type(against).__name__}")
        others.append((against._native, against.profile_id, measured._bytes, measured._source))
    return (
        [(it if isinstance(it, Mapping) else mapping(it))._native for it in mappings or ()],
        others,
        [it.canonical.encode() if isinstance(it, Standard) else bytes_of(it, "a framework")[0] for it in frameworks or ()],
    )
