"""Tables go to every Arrow consumer, and are of use without one."""

from __future__ import annotations

import copy
import subprocess
import sys
from decimal import Decimal

import duckdb
import kolosi
import pandas
import polars
import pyarrow
import pytest

from conftest import STANDARD, dossier_of


def test_plain_python(audit: kolosi.Audit) -> None:
    table = audit.findings
    assert len(table) == 3 and len(list(table)) == 3
    assert table[0] == next(iter(table)) == table.to_dicts()[0]
    assert table[-1]["control"] == "patched"
    assert list(table[0]) == table.columns
    assert repr(table).startswith("<kolosi.Table of 3 rows: group, control,")
    with pytest.raises(IndexError, match="no row 3: there are 3"):
        table[3]
    with pytest.raises(KeyError, match="no column `verdit`"):
        table["verdit"]
    with pytest.raises(TypeError, match="not by float"):
        table[1.5]  # type: ignore[call-overload] # pyright: ignore


@pytest.mark.parametrize("name", ["findings", "gaps", "groups", "controls", "standards"])
def test_every_consumer_reads_the_same(audit: kolosi.Audit, standard: kolosi.Standard, name: str) -> None:
    tables = {
        "findings": audit.findings,
        "gaps": audit.gaps(),
        "groups": audit.groups,
        "controls": standard.controls,
        "standards": kolosi.standards(),
    }
    table = tables[name]
    rows = table.to_dicts()
    arrow = pyarrow.table(table)
    assert arrow.column_names == table.columns and arrow.to_pylist() == rows
    assert polars.DataFrame(table).to_dicts() == table.to_polars().to_dicts() == rows
    relation = duckdb.sql("select * from arrow")
    assert relation is not None
    found = relation.fetchall()
    assert found == [tuple(row.values()) for row in rows]
    frame = table.to_pandas()
    assert list(frame.columns) == table.columns and len(frame) == len(rows)
    assert arrow.to_pandas().shape == frame.shape


def test_types(audit: kolosi.Audit) -> None:
    schema = pyarrow.table(audit.findings).schema
    assert schema.field("score_lo").type == pyarrow.decimal128(38, 20)
    assert schema.field("rank").type == pyarrow.int64()
    assert schema.field("waived").type == pyarrow.bool_()
    assert schema.field("reasons").type == pyarrow.list_(pyarrow.string())
    assert isinstance(audit.findings.to_pandas()["score_lo"][0], Decimal)
    assert isinstance(pandas.DataFrame(audit.findings.to_dicts())["score_lo"][0], Decimal)


def test_a_number_that_arrow_does_not_take() -> None:
    huge = copy.deepcopy(STANDARD)
    huge["scale"] = "1e25"
    audit = kolosi.standard(huge).audit(dossier_of(), as_of="2025-12-31")
    assert audit.score is not None and audit.score.scale == Decimal("1e25")
    with pytest.raises(OverflowError, match="more than a decimal of Arrow takes"):
        pyarrow.table(audit.findings)
    assert audit.findings["score_hi"][0] > 10**24


def test_no_table_library_is_needed() -> None:
    code = (
        "import sys, kolosi\n"
        "std = kolosi.standard('itu-gci-2024')\n"
        "table = std.controls\n"
        "assert len(table.to_dicts()) == 5\n"
        "assert not {'polars', 'pandas', 'pyarrow', 'numpy', 'duckdb'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
