"""Standards: security frameworks as data."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from . import _kolosi
from ._audit import Audit
from ._beside import Mapping as ControlMapping, Other, native as beside
from ._dossier import Dossier, Rows, dossier as read_dossier
from ._frozen import Frozen
from ._language import Lang, checked
from ._problems import Problem, problems_of
from ._sources import Source, bytes_of, day, settings
from ._table import Table

if TYPE_CHECKING:
    from datetime import date

Assurance = Literal["declared", "documented", "verified"]
"""How much stands behind a statement, from least to most."""


class Standard(Frozen):
    """A security framework, read, checked and ready to audit with. Made by :func:`kolosi.standard`.

    It may be shared between threads and pickled.
    """

    __slots__ = ("_native", "_parameters", "_profile", "_table")
    _native: _kolosi.Standard
    _profile: str | None
    _parameters: dict[str, str]
    _table: Table | None

    def __init__(
        self, native: _kolosi.Standard, profile: str | None = None, parameters: dict[str, str] | None = None
    ) -> None:
        self._set(_native=native, _profile=profile, _parameters=parameters or {}, _table=None)

    @property
    def id(self) -> str:
        """Its id."""
        return self._native.id

    @property
    def edition(self) -> str:
        """Its edition, as its publisher names it."""
        return self._native.edition

    @property
    def digest(self) -> str:
        """SHA-256 of its canonical form, 64 hexadecimal digits."""
        return self._native.digest

    @property
    def canonical(self) -> str:
        """Its canonical form (RFC 8785 JSON, numbers as exact text), which its digest is of."""
        return self._native.canonical

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What is probably not meant so in it, though it can be used."""
        return problems_of(self._native.warnings())

    @property
    def parameters(self) -> dict[str, str]:
        """The parameters set by name, by :meth:`profile`."""
        return dict(self._parameters)

    @property
    def profile_id(self) -> str | None:
        """The profile chosen by :meth:`profile`."""
        return self._profile

    @property
    def controls(self) -> Table:
        """Every control, in the standard's order, as an audit under this profile and these parameters takes it.

        Columns: ``group``, ``control`` (ids), ``title_fr``, ``title_en``, ``requirement_fr``, ``requirement_en``, ``why_fr``,
        ``why_en``, ``proof_fr``, ``proof_en``, ``severity``, ``effort`` (person-days), ``methods``, ``criteria`` (ids), ``optional``,
        ``included`` (an audit has it); of those included ``weight`` among its siblings, ``points`` of the score that it stands for,
        and ``pass``, the degree (0 to 1) that meets its bar.
        """
        if self._table is None:
            self._set(_table=Table(self._native.controls(self._profile, self._parameters)))
            assert self._table is not None
        return self._table

    def title(self, lang: Lang | None = None) -> str:
        """Its title, in the language asked for, else in the other."""
        return self._native.title(checked(lang))

    def publisher(self, lang: Lang | None = None) -> str:
        """Who publishes it, in the language asked for, else in the other."""
        return self._native.publisher(checked(lang))

    def text(self, control: str | None = None, lang: Lang | None = None) -> str:
        """The standard in words: its groups, controls, levels and profiles; or one control of it whole.

        Raises:
            LoadError: ``unknown-reference`` where it has no such control.
        """
        return self._native.text(control, checked(lang))

    def profile(self, name: str | None = None, parameters: Mapping[str, object] | None = None) -> Standard:
        """The same standard under one of its profiles, and with parameters set by name, which come after those of the profile.

        Args:
            name: the id of a profile; ``None`` for none.
            parameters: values by the ids of parameters: ``str``, ``int``, ``Decimal`` or ``date``; durations are written ``P18M``.

        Raises:
            LoadError: there is no such profile or parameter, or a value lies outside its bounds.
            TypeError: a value of another type.

        Example:
            >>> import kolosi
            >>> socle = kolosi.standard("ml-socle-2026").profile("civil-registry")
            >>> socle.profile_id
            'civil-registry'
        """
        chosen = Standard(self._native, name, settings(parameters))
        chosen.controls  # noqa: B018 (compiles it: what is wrong is said here)
        return chosen

    def schema(self) -> dict[str, Any]:
        """The JSON Schema (draft 2020-12) of the dossiers of this standard, for editors and forms: its ids and answers with their
        titles, kinds with their fields, ranges of values."""
        from json import loads

        schema: dict[str, Any] = loads(self._native.schema())
        return schema

    def to_dict(self) -> dict[str, Any]:
        """The standard as a document; numbers are exact texts."""
        from json import loads

        document: dict[str, Any] = loads(self._native.canonical)
        return document

    def audit(
        self,
        dossier: Dossier | Source | Rows,
        *,
        as_of: str | date,
        assurance: Assurance = "declared",
        profile: str | None = None,
        parameters: Mapping[str, object] | None = None,
        mappings: Iterable[ControlMapping | Source] | None = None,
        inferred_from: Iterable[Other] | None = None,
        frameworks: Iterable[Standard | Source] | None = None,
    ) -> Audit:
        """Audit a dossier as of a date. No clock is read: the same inputs give the same audit, always and everywhere.

        Args:
            dossier: a dossier, or whatever :func:`kolosi.dossier` makes one of; a table must be of one subject.
            as_of: the date of the audit, ``"YYYY-MM-DD"`` or a ``datetime.date``.
            assurance: the least assurance of a record that counts.
            profile: a profile of the standard, where none was chosen by :meth:`profile`.
            parameters: parameters set by name, beside those set by :meth:`profile`.
            mappings: mappings between standards, or what :func:`kolosi.mapping` makes one of: what they let be inferred stands apart
                in :attr:`Audit.inferences` and changes nothing of what was measured.
            inferred_from: other dossiers of the subject, to infer from: dossiers for built-in standards, or pairs of a standard (it
                may be under a profile) and a dossier. They are audited with the date, the assurance and the parameters of this one.
            frameworks: standards or id lists that the mappings are about and that are neither built in nor those of the dossiers.

        Raises:
            LoadError: every problem of the dossier, or of the options, at once.
            TypeError: an argument of another type.

        Example:
            >>> import kolosi
            >>> std = kolosi.standard("itu-gci-2024")
            >>> audit = std.audit({"standard": {"id": std.id, "edition": std.edition},
            ...     "subject": {"id": "x", "name": "Exemple fictif"},
            ...     "evidence": [{"id": "r", "control": "legal", "observed": "2024-01-01", "value": "17.5"}]}, as_of="2024-12-31")
            >>> audit.score
            Score(lo=Decimal('17.5'), hi=Decimal('97.5'), scale=Decimal('100'))
        """
        if not isinstance(dossier, Dossier):
            is_table = hasattr(dossier, "__arrow_c_stream__") or hasattr(dossier, "__arrow_c_array__")
            dossier = read_dossier(dossier, standard=self if is_table else None)
        if profile is not None and self._profile not in (None, profile):
            raise TypeError(f"the standard is under the profile `{self._profile}` already, not `{profile}`")
        native = self._native.audit(
            dossier._bytes,
            dossier._source,
            day(as_of, "as_of"),
            assurance,
            self._profile if profile is None else profile,
            {**self._parameters, **settings(parameters)},
            beside(mappings, inferred_from, frameworks),
        )
        return Audit(native)

    def _check(self, data: bytes, source: str | None) -> tuple[str, str, str]:
        return self._native.check(data, source, self._profile, self._parameters)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Standard):
            return NotImplemented
        return (self.digest, self._profile, self._parameters) == (other.digest, other._profile, other._parameters)

    def __hash__(self) -> int:
        return hash((self.digest, self._profile))

    def __reduce__(self) -> tuple[Any, tuple[bytes, str | None, dict[str, str]]]:
        return _again, (self._native.canonical.encode(), self._profile, self._parameters)

    def __str__(self) -> str:
        return self._native.brief(checked(None))

    def _repr_html_(self) -> str:
        return self._native.card(checked(None))

    def __repr__(self) -> str:
        profile = "" if self._profile is None else f" under {self._profile}"
        return f"<kolosi.Standard {self.id}, edition {self.edition}{profile}>"


def _again(data: bytes, profile: str | None, parameters: dict[str, str]) -> Standard:
    return Standard(_kolosi.Standard.from_bytes(data, None), profile, parameters)


def standard(source: Source) -> Standard:
    """A standard: a built-in one by its id, else from a path, from bytes (JSON or YAML) or from a mapping.

    Raises:
        LoadError: there is neither a built-in standard nor a file of this name (the nearest id is named), or every problem of the
            document at once.
        TypeError: a source that is none of these types.

    Example:
        >>> import kolosi
        >>> kolosi.standard("itu-gci-2024")
        <kolosi.Standard itu-gci-2024, edition 2024>
    """
    if isinstance(source, str) and (source in _kolosi.bundled_ids() or not os.path.exists(source)):
        return Standard(_kolosi.Standard.bundled(source))
    data, name = bytes_of(source, "a standard")
    return Standard(_kolosi.Standard.from_bytes(data, name))


def standards() -> Table:
    """The built-in standards, a row each.

    Columns: ``standard`` (id), ``edition``, ``title_fr``, ``title_en``, ``publisher_fr``, ``publisher_en``, ``basis`` (how our wording
    relates to the source: ``official``, ``paraphrase``, ``proposal``), ``subject`` (what it is about), ``controls`` (how many),
    ``digest``.

    Example:
        >>> import kolosi
        >>> "itu-gci-2024" in kolosi.standards()["standard"]
        True
    """
    return Table(_kolosi.standards())
