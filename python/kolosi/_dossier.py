"""Dossiers: the evidence about one subject."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Protocol, Union

from . import _kolosi
from ._frozen import Frozen
from ._problems import Problem, problems_of
from ._sources import Source, bytes_of, json_of

if TYPE_CHECKING:
    from ._standard import Standard


class ArrowStream(Protocol):
    """A table that Arrow consumers take: polars, pandas (with pyarrow), pyarrow, DuckDB, …"""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...


class ArrowArray(Protocol):
    """A record batch that Arrow consumers take."""

    def __arrow_c_array__(self, requested_schema: object | None = None) -> Any: ...


Rows = Union[ArrowStream, ArrowArray]
"""Evidence in rows."""


class Dossier(Frozen):
    """The evidence about one subject, for one standard. It is checked when it is audited, or by ``check``.

    Made by :func:`kolosi.dossier`.
    """

    __slots__ = ("_bytes", "_source", "_standard")
    _bytes: bytes
    _source: str | None
    _standard: str

    def __init__(self, data: bytes, source: str | None) -> None:
        self._set(_bytes=data, _source=source, _standard=_kolosi.standard_of(data, source))

    @property
    def standard(self) -> str:
        """The id of the standard that it is for."""
        return self._standard

    def check(self, standard: Standard) -> tuple[Problem, ...]:
        """Check it against a standard. The result is the warnings: what can be used, and is probably not meant so.

        Raises:
            LoadError: every problem of the dossier at once.

        Example:
            >>> import kolosi
            >>> dossier = kolosi.dossier({"standard": {"id": "itu-gci-2024", "edition": "2024"},
            ...     "subject": {"id": "x", "name": "Exemple fictif"}, "evidence": []})
            >>> dossier.check(kolosi.standard("itu-gci-2024"))
            ()
        """
        return problems_of(self._checked(standard)[2])

    def canonical(self, standard: Standard) -> str:
        """Its canonical form (RFC 8785 JSON, numbers as exact text), which its digest is of.

        Raises:
            LoadError: every problem of the dossier at once.
        """
        return self._checked(standard)[0]

    def digest(self, standard: Standard) -> str:
        """SHA-256 of its canonical form, 64 hexadecimal digits: the same for every layout of the same content.

        Raises:
            LoadError: every problem of the dossier at once.
        """
        return self._checked(standard)[1]

    def _checked(self, standard: Standard) -> tuple[str, str, str]:
        return standard._check(self._bytes, self._source)

    def __reduce__(self) -> tuple[type[Dossier], tuple[bytes, str | None]]:
        return Dossier, (self._bytes, self._source)

    def __repr__(self) -> str:
        name = "" if self._source is None else f" {self._source}"
        return f"<kolosi.Dossier{name} for {self._standard}>"


def _as_specified(table: Any) -> object:
    """polars hands on a column of nothing with a buffer that Arrow's interface does not admit: it becomes a column of texts."""
    polars = sys.modules.get("polars")
    if polars is not None and isinstance(table, polars.DataFrame):
        return table.with_columns(polars.col(polars.Null).cast(polars.String))
    return table


def dossier(
    source: Source | Rows,
    *,
    standard: Standard | None = None,
    subject: str | Mapping[str, Any] | None = None,
    columns: Mapping[str, str] | None = None,
    waivers: Iterable[Mapping[str, Any]] | None = None,
) -> Dossier:
    """Read a dossier from a path, from bytes (JSON or YAML), from a mapping, or from a table of evidence in rows.

    A table has a row for each record, in the columns ``record`` (its id), ``observed``, ``control`` or ``criterion`` (a text, or a
    list of texts) and ``answer``, ``value``, ``sample_checked`` with ``sample_population`` and ``sample_exceptions``, or ``kind``
    with ``data`` (JSON text); where known ``received``, ``expires``, ``assurance``, ``method``, ``by``, ``source_id``,
    ``source_title``, ``source_uri``, ``source_locator``, ``source_sha256``, ``source_bytes``, ``supersedes``, ``withdrawn_date``,
    ``withdrawn_reason``, ``remark``. ``subject`` says whose row it is. Other columns are left alone. Days are dates, moments without
    a time zone (their day counts) or texts ``YYYY-MM-DD``; nothing and NaN say nothing.

    Args:
        source: a path, bytes, a mapping or a table (polars, pandas with pyarrow, pyarrow, DuckDB, …).
        standard: for a table, the standard that the evidence is for.
        subject: for a table, whose dossier: the id of a subject, whose rows are taken; or ``{"id": …, "name": …, "attributes":
            {…}}``, which may have no rows. Without it the table must be of one subject.
        columns: for a table, the names of its columns where they are others: ``{"observed": "date_obs"}``.
        waivers: for a table, the waivers, as in a document.

    Raises:
        LoadError: the file cannot be read, the document is no dossier, a needed column is not there (the nearest is named), a row
            names no subject.
        TypeError: a source, an argument or a column that is none of these types; moments in a time zone among them.
        ValueError: a table of several subjects, or of none, and no ``subject=`` that says which is wanted.

    Example:
        >>> import kolosi
        >>> std = kolosi.standard("itu-gci-2024")
        >>> dossier = kolosi.dossier({"standard": {"id": std.id, "edition": std.edition},
        ...     "subject": {"id": "x", "name": "Exemple fictif"},
        ...     "evidence": [{"id": "r", "control": "legal", "observed": "2024-01-01", "value": "17.5"}]})
        >>> dossier
        <kolosi.Dossier for itu-gci-2024>
    """
    if not (hasattr(source, "__arrow_c_stream__") or hasattr(source, "__arrow_c_array__")):
        of_rows = {"standard": standard, "subject": subject, "columns": columns, "waivers": waivers}
        given = [name for name, value in of_rows.items() if value is not None]
        if given:
            raise TypeError(f"{' and '.join(given)} go with a table; a document says it itself")
        try:
            return Dossier(*bytes_of(source, "a dossier"))
        except TypeError as error:
            if isinstance(source, (str, bytes, bytearray, memoryview, Mapping)) or hasattr(source, "__fspath__"):
                raise
            raise TypeError(
                "a dossier is a path, bytes, a mapping or an Arrow-capable table (polars, pandas with pyarrow, pyarrow, DuckDB), "
                f"not {type(source).__name__}"
            ) from error
    if standard is None:
        raise TypeError("a table does not say which standard its evidence is for: give standard=")
    for ours, theirs in (columns or {}).items():
        if not isinstance(ours, str) or not isinstance(theirs, str):
            raise TypeError(f"columns pairs names with names, not {ours!r} with {theirs!r}")
    if not isinstance(subject, (str, Mapping, type(None))):
        raise TypeError(f"subject is the id of a subject or a mapping, not {type(subject).__name__}")
    document = _kolosi.rows_to_dossier(
        _as_specified(source),
        standard._native,
        list((columns or {}).items()),
        json_of(subject) if isinstance(subject, Mapping) else None,
        subject if isinstance(subject, str) else None,
        None if waivers is None else json_of(list(waivers)),
    )
    return Dossier(document.encode(), None)
