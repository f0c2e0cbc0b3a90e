"""Tables: for any Arrow consumer, and for Python without one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, overload

from . import _kolosi
from ._frozen import Frozen

if TYPE_CHECKING:
    import pandas
    import polars


class Table(Frozen):
    """Rows and columns that anything which takes Arrow takes: polars, pandas, pyarrow, DuckDB, …

    Without any of them it is a sequence of rows, each a ``dict``; ``table["control"]`` is a column, as a list. Columns hold ids,
    codes and exact numbers (``decimal.Decimal``; in Arrow ``decimal128(38, 20)``), the same in every language.

    Example:
        >>> import kolosi
        >>> table = kolosi.standard("itu-gci-2024").controls
        >>> len(table), table.columns[:2]
        (5, ['group', 'control'])
        >>> table["control"]
        ['legal', 'technical', 'organizational', 'capacity', 'cooperation']
        >>> table[0]["points"]
        Decimal('20')
    """

    __slots__ = ("_native",)
    _native: _kolosi.Table

    def __init__(self, native: _kolosi.Table) -> None:
        self._set(_native=native)

    @property
    def columns(self) -> list[str]:
        """The names of the columns, in their order."""
        return self._native.names()

    def __len__(self) -> int:
        return len(self._native)

    @overload
    def __getitem__(self, at: int) -> dict[str, Any]: ...
    @overload
    def __getitem__(self, at: str) -> list[Any]: ...
    def __getitem__(self, at: int | str) -> dict[str, Any] | list[Any]:
        """A row by its place, from 0, or a column by its name.

        Raises:
            IndexError: there is no such row.
            KeyError: there is no such column.
        """
        names = self._native.names()
        if isinstance(at, str):
            if at not in names:
                raise KeyError(f"no column `{at}`; the columns are {', '.join(names)}")
            return self._native.column(names.index(at))
        if not isinstance(at, int):
            raise TypeError(f"a row is asked for by an int, a column by a str, not by {type(at).__name__}")
        rows = len(self._native)
        if not -rows <= at < rows:
            raise IndexError(f"no row {at}: there are {rows}")
        return {name: self._native.cell(index, at % rows) for index, name in enumerate(names)}

    def __iter__(self) -> Iterator[dict[str, Any]]:
        names = self._native.names()
        columns = [self._native.column(index) for index in range(len(names))]
        return (dict(zip(names, row)) for row in zip(*columns))

    def to_dicts(self) -> list[dict[str, Any]]:
        """The rows, a ``dict`` each."""
        return list(self)

    def to_polars(self) -> polars.DataFrame:
        """A polars data frame (``pip install kolosi[polars]``)."""
        import polars

        return polars.DataFrame(self)

    def to_pandas(self) -> pandas.DataFrame:
        """A pandas data frame (``pip install kolosi[pandas]``); exact numbers stay ``decimal.Decimal``."""
        import pandas

        frame: pandas.DataFrame = pandas.DataFrame({name: self[name] for name in self.columns})
        return frame

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The Arrow PyCapsule interface.

        Raises:
            OverflowError: a number has more than 18 digits before its point, which Arrow's decimals do not take.
        """
        return self._native.__arrow_c_stream__(requested_schema)

    def __repr__(self) -> str:
        return f"<kolosi.Table of {len(self)} rows: {', '.join(self.columns)}>"
