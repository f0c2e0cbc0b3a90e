"""Evidence in rows, from each kind of table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timezone
from decimal import Decimal
from typing import Any

import kolosi
import pandas
import polars
import pyarrow
import pytest

from conftest import TRAINED, YES, dossier_of

Columns = dict[str, list[Any]]


def duck(columns: Columns) -> Any:
    import duckdb

    arrow = pyarrow.table(columns)
    return duckdb.sql("select * from arrow")


MAKERS: dict[str, Callable[[Columns], Any]] = {
    "polars": polars.DataFrame,
    "pandas": pandas.DataFrame,
    "pyarrow": pyarrow.table,
    "duckdb": duck,
}

ROWS: Columns = {
    "subject": ["x", "x"],
    "record": ["r1", "r2"],
    "control": ["policy", "trained"],
    "observed": ["2025-06-01", "2025-06-01"],
    "answer": ["yes", None],
    "value": [None, "80"],
    "town": ["Kayes", "Ségou"],
}


def days(*texts: str | None) -> list[date | None]:
    return [None if text is None else date.fromisoformat(text) for text in texts]


@pytest.fixture(params=list(MAKERS))
def table(request: pytest.FixtureRequest) -> Callable[[Columns], Any]:
    return MAKERS[request.param]


def problems_of(work: Callable[[], object]) -> list[tuple[str, str]]:
    with pytest.raises(kolosi.LoadError) as raised:
        work()
    return [(problem.code, problem.place.path) for problem in raised.value.problems]


def test_rows_make_the_dossier_that_a_document_makes(
    standard: kolosi.Standard, audit: kolosi.Audit, table: Callable[[Columns], Any]
) -> None:
    subject = {"id": "x", "name": "Exemple fictif"}
    dossier = kolosi.dossier(table(ROWS), standard=standard, subject=subject)
    assert standard.audit(dossier, as_of="2025-12-31") == audit
    assert dossier.digest(standard) == kolosi.dossier(dossier_of(YES, TRAINED)).digest(standard)


def test_values_of_every_type(standard: kolosi.Standard, table: Callable[[Columns], Any], audit: kolosi.Audit) -> None:
    subject = {"id": "x", "name": "Exemple fictif"}
    for observed in (days("2025-06-01", "2025-06-01"), [datetime(2025, 6, 1), datetime(2025, 6, 1, 23, 59)]):
        for value in ([None, 80], [None, 80.0], [None, Decimal("80.0")], [float("nan"), 80.0]):
            rows = table({**ROWS, "observed": observed, "value": value})
            dossier = kolosi.dossier(rows, standard=standard, subject=subject)
            assert standard.audit(dossier, as_of="2025-12-31") == audit, (observed, value)


def test_a_float_is_the_number_that_it_shows(standard: kolosi.Standard, table: Callable[[Columns], Any]) -> None:
    dossier = kolosi.dossier(table({**ROWS, "value": [None, 0.1]}), standard=standard)
    assert standard.audit(dossier, as_of="2025-12-31").explain("trained").degree == (Decimal("0.001"), Decimal("0.001"))


def test_columns_with_other_names(standard: kolosi.Standard, table: Callable[[Columns], Any]) -> None:
    names = {"record": "nr", "observed": "date_obs", "subject": "body"}
    rows = table({names.get(name, name): cells for name, cells in ROWS.items()})
    dossier = kolosi.dossier(rows, standard=standard, columns=names)
    assert standard.audit(dossier, as_of="2025-12-31").subject == {"id": "x", "name": "x"}
    with pytest.raises(kolosi.LoadError) as raised:
        kolosi.dossier(rows, standard=standard, columns={**names, "observed": "date_ob"})
    problem = raised.value.problems[0]
    assert (problem.code, problem.place.path) == ("unknown-reference", "/columns/date_ob")
    assert problem.help("en") == "did you mean `date_obs`?"
    with pytest.raises(kolosi.LoadError) as raised:
        kolosi.dossier(rows, standard=standard, columns={**names, "recrd": "nr"})
    assert raised.value.problems[0].help("en") == "did you mean `record`?"


def test_a_needed_column_that_is_not_there(standard: kolosi.Standard, table: Callable[[Columns], Any]) -> None:
    def without(name: str, other: str) -> Columns:
        return {other if it == name else it: cells for it, cells in ROWS.items()}

    for name, other in (("record", "recrod"), ("observed", "observd"), ("control", "contrl"), ("subject", "subjet")):
        with pytest.raises(kolosi.LoadError) as raised:
            kolosi.dossier(table(without(name, other)), standard=standard)
        problem = raised.value.problems[0]
        assert f"`{name}`" in problem.message("en") and problem.help("en") == f"did you mean `{other}`?"
    with pytest.raises(kolosi.LoadError) as raised:
        kolosi.dossier(table({"a": [1]}), standard=standard, subject="x")
    assert [it.place.path for it in raised.value.problems] == [
        "/columns/answer",
        "/columns/control",
        "/columns/observed",
        "/columns/record",
    ]


def test_everything_that_a_row_may_say(standard: kolosi.Standard, table: Callable[[Columns], Any]) -> None:
    everything: Columns = {
        "record": ["a", "b", "c"],
        "control": ["policy", "trained", None],
        "criterion": [None, None, "patched"],
        "observed": ["2025-06-01", "2025-06-02", "2025-06-03"],
        "received": days("2025-06-05", None, None),
        "expires": days("2026-06-05", None, None),
        "answer": ["yes", None, None],
        "value": [None, 50, None],
        "sample_checked": [None, None, None],
        "kind": [None, None, "host"],
        "data": [None, None, '{"name": "www", "patched": true}'],
        "assurance": ["verified", "documented", "declared"],
        "method": ["test", None, None],
        "source_id": ["s", None, None],
        "source_title": ["Titre", None, None],
        "source_uri": ["https://example.org", None, None],
        "source_locator": ["p. 3", None, None],
        "source_sha256": ["0" * 64, None, None],
        "source_bytes": [10, None, None],
        "by": ["ANSSI", None, None],
        "withdrawn_date": days(None, "2025-07-01", None),
        "withdrawn_reason": [None, "erreur", None],
        "remark": ["vu", None, None],
    }
    waivers = [
        {
            "id": "w",
            "controls": ["trained"],
            "reason": "le temps",
            "approved_by": "la direction",
            "from": date(2025, 1, 1),
            "until": date(2026, 1, 1),
        }
    ]
    dossier = kolosi.dossier(table(everything), standard=standard, subject="x", waivers=waivers)
    audit = standard.audit(dossier, as_of="2025-12-31")
    assert audit.findings["verdict"] == ["satisfied", "undetermined", "satisfied"]
    assert audit.explain("trained").waived and audit.waivers[0]["status"] == "active"
    assert audit.to_dict()["evidence"][0] == {
        "id": "a",
        "control": "policy",
        "observed": "2025-06-01",
        "received": "2025-06-05",
        "expires": "2026-06-05",
        "answer": "yes",
        "assurance": "verified",
        "method": "test",
        "source": {
            "id": "s",
            "title": "Titre",
            "uri": "https://example.org",
            "locator": "p. 3",
            "sha256": "0" * 64,
            "bytes": "10",
        },
        "by": "ANSSI",
        "remark": "vu",
    }


def test_lists_name_several(standard: kolosi.Standard) -> None:
    rows: Columns = {
        "record": ["old", "new"],
        "control": [["policy"], ["policy"]],
        "observed": ["2025-06-01", "2025-06-01"],
        "answer": ["no", "yes"],
        "supersedes": [None, ["old"]],
    }
    for make in (polars.DataFrame, pyarrow.table):
        dossier = kolosi.dossier(make(rows), standard=standard, subject="x")
        assert standard.audit(dossier, as_of="2025-12-31").explain("policy").verdict == "satisfied"


def test_categories_are_texts(standard: kolosi.Standard) -> None:
    frame = polars.DataFrame(ROWS).with_columns(polars.col("control").cast(polars.Categorical))
    pandas_frame = pandas.DataFrame(ROWS).astype({"control": "category"})
    audits = {
        standard.audit(kolosi.dossier(rows, standard=standard), as_of="2025-12-31") for rows in (frame, pandas_frame)
    }
    assert len(audits) == 1 and audits.pop().coverage.determined == 2


def test_several_subjects(standard: kolosi.Standard, table: Callable[[Columns], Any]) -> None:
    rows = table({**ROWS, "subject": ["x", "y"]})
    with pytest.raises(ValueError, match="several subjects"):
        kolosi.dossier(rows, standard=standard)
    for id, verdicts in (("x", ["satisfied", "undetermined"]), ("y", ["undetermined", "partial"])):
        dossier = kolosi.dossier(rows, standard=standard, subject=id)
        assert standard.audit(dossier, as_of="2025-12-31").findings["verdict"][:2] == verdicts
    with pytest.raises(ValueError, match="no row of the table is about the subject `z`"):
        kolosi.dossier(rows, standard=standard, subject="z")
    empty = kolosi.dossier(rows, standard=standard, subject={"id": "z", "name": "Z"})
    assert standard.audit(empty, as_of="2025-12-31").coverage.undetermined == 3


def test_null_subjects(standard: kolosi.Standard, table: Callable[[Columns], Any]) -> None:
    rows = table({**ROWS, "subject": ["x", None]})
    assert problems_of(lambda: kolosi.dossier(rows, standard=standard)) == [("missing-key", "/1")]


def test_wrong_cells_are_told_with_their_row(standard: kolosi.Standard, table: Callable[[Columns], Any]) -> None:
    wrong: list[tuple[Columns, list[tuple[str, str]]]] = [
        ({"observed": ["1/6/2025", "2025-06-31"]}, [("invalid-date", "/evidence/0/observed"), ("invalid-date", "/evidence/1/observed")]),
        ({"observed": [None, "2025-06-01"]}, [("missing-key", "/evidence/0")]),
        ({"answer": [None, None]}, [("key-choice", "/evidence/0")]),
        ({"answer": ["yse", None]}, [("answer-off-scale", "/evidence/0/answer")]),
        ({"answer": [True, None]}, [("wrong-type", "/evidence/0/answer")]),
        ({"value": [None, float("inf")]}, [("invalid-number", "/evidence/1/value")]),
        ({"value": [None, "viele"]}, [("invalid-number", "/evidence/1/value")]),
        ({"value": [None, 101]}, [("value-out-of-range", "/evidence/1/value")]),
        ({"record": ["r", "r"]}, [("duplicate-id", "/evidence/1/id")]),
        ({"data": ["{", None], "kind": ["host", None], "answer": [None, None]}, [("wrong-type", "/evidence/0/data")]),
    ]
    for cells, expected in wrong:
        dossier = kolosi.dossier(table({**ROWS, **cells}), standard=standard)
        assert problems_of(lambda: dossier.check(standard)) == expected, cells


def test_moments_in_a_time_zone_are_no_days(standard: kolosi.Standard, table: Callable[[Columns], Any]) -> None:
    moment = datetime(2025, 6, 1, 23, 30, tzinfo=timezone.utc)
    with pytest.raises(TypeError, match="`observed` holds moments in the time zone"):
        kolosi.dossier(table({**ROWS, "observed": [moment, moment]}), standard=standard)


def test_mixed_time_zones(standard: kolosi.Standard) -> None:
    from datetime import timedelta

    other = timezone(timedelta(hours=5))
    moments = [datetime(2025, 6, 1, tzinfo=timezone.utc), datetime(2025, 6, 1, tzinfo=other)]
    frame = pandas.DataFrame({**ROWS, "observed": pandas.Series(moments, dtype=object)})
    with pytest.raises((TypeError, ValueError)):
        kolosi.dossier(frame, standard=standard)


def test_columns_of_no_use(standard: kolosi.Standard) -> None:
    with pytest.raises(TypeError, match="the column `answer` holds .*: texts, numbers, days"):
        kolosi.dossier(pyarrow.table({**ROWS, "answer": [b"yes", b"no"]}), standard=standard)
    with pytest.raises(TypeError, match="the column `value`"):
        kolosi.dossier(polars.DataFrame({**ROWS, "value": [{"a": 1}, None]}), standard=standard)


def test_a_million_rows_of_one_subject(standard: kolosi.Standard) -> None:
    count = 1_000_000
    frame = polars.DataFrame(
        {
            "record": polars.Series(range(count)).cast(polars.String),
            "control": ["policy"] * count,
            "observed": [date(2025, 6, 1)] * count,
            "answer": ["yes"] * count,
        }
    )
    with pytest.raises(kolosi.LoadError) as raised:
        standard.audit(kolosi.dossier(frame, standard=standard, subject="x"), as_of="2025-12-31")
    assert raised.value.problems[0].code == "document-too-large"


def test_no_rows(standard: kolosi.Standard) -> None:
    none = polars.DataFrame(ROWS).clear()
    with pytest.raises(ValueError, match="no rows"):
        kolosi.dossier(none, standard=standard)
    dossier = kolosi.dossier(none, standard=standard, subject={"id": "x", "name": "X"})
    assert standard.audit(dossier, as_of="2025-12-31").coverage.undetermined == 3


def test_wrong_arguments(standard: kolosi.Standard) -> None:
    frame = polars.DataFrame(ROWS)
    with pytest.raises(TypeError, match="give standard="):
        kolosi.dossier(frame)
    with pytest.raises(TypeError, match="standard and subject go with a table"):
        kolosi.dossier(dossier_of(YES), standard=standard, subject="x")
    wrong: list[dict[str, Any]] = [{"subject": 3}, {"columns": {"record": 1}}, {"waivers": [object()]}]
    for arguments in wrong:
        with pytest.raises(TypeError):
            kolosi.dossier(frame, standard=standard, **arguments)


def test_an_audit_takes_a_table(standard: kolosi.Standard) -> None:
    assert standard.audit(polars.DataFrame(ROWS), as_of="2025-12-31").coverage.determined == 2
