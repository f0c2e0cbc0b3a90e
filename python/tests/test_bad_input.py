"""Whatever it is given, Python gets an error that says what was expected, never a crash."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import kolosi
import pytest

from conftest import STANDARD, YES, dossier_of

ANY: list[Any] = [None, 3, 1.5, True, [1], (), {1}, object(), lambda: None, kolosi, float("nan"), b"\xff", "", "\0", "\ud800"]


def test_nothing_crashes(standard: kolosi.Standard, audit: kolosi.Audit, tmp_path: Path) -> None:
    calls: list[Callable[[Any], object]] = [
        kolosi.standard,
        kolosi.dossier,
        kolosi.audit,
        kolosi.set_language,
        lambda it: standard.audit(it, as_of="2025-12-31"),
        lambda it: standard.audit(dossier_of(), as_of=it),
        lambda it: standard.audit(dossier_of(), as_of="2025-12-31", assurance=it),
        lambda it: standard.profile("small", {"age": it}),
        lambda it: standard.profile("small", cast(Any, it)),
        lambda it: standard.title(it),
        audit.explain,
        audit.diff,
        lambda it: audit.assert_met(level=it),
        lambda it: audit.verify(standard, it),
        lambda it: kolosi.standard({**STANDARD, "scale": it}),
        lambda it: kolosi.dossier(dossier_of(it)),
    ]
    accepted = (kolosi.Standard, kolosi.Audit, kolosi.Dossier, str)
    for call in calls:
        for it in ANY:
            try:
                assert call(it) is None or isinstance(call(it), accepted)
            except (TypeError, ValueError, AttributeError) as error:
                assert str(error)


@pytest.mark.parametrize("work", [kolosi.standard, kolosi.audit])
def test_wrong_types_say_what_was_expected(work: Callable[[Any], object]) -> None:
    for it in (None, 3, [1], object()):
        with pytest.raises(TypeError, match=rf"is a path, bytes or a mapping, not {type(it).__name__}"):
            work(it)


def test_a_dossier_of_another_type() -> None:
    with pytest.raises(TypeError, match="or an Arrow-capable table .*, not list"):
        kolosi.dossier(cast(Any, [1]))


def test_days(standard: kolosi.Standard) -> None:
    moment = datetime(2025, 12, 31, 10)
    with pytest.raises(TypeError, match=r"as_of is a day.*not datetime; `\.date\(\)` gives its day"):
        standard.audit(dossier_of(), as_of=moment)
    with pytest.raises(TypeError, match="a document holds mappings.*not datetime"):
        kolosi.dossier(dossier_of({**YES, "observed": moment}))
    for text in ("31/12/2025", "2025-02-30", "", "2025-12-31T10:00:00Z"):
        with pytest.raises(kolosi.LoadError) as raised:
            standard.audit(dossier_of(), as_of=text)
        assert [(it.code, it.place.path) for it in raised.value.problems] == [("invalid-date", "/as_of")]


def test_numbers_that_are_none(standard: kolosi.Standard) -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        kolosi.dossier(dossier_of({**YES, "value": float("nan")}))
    around: dict[str, Any] = {}
    around["evidence"] = around
    with pytest.raises(ValueError, match="Circular"):
        kolosi.dossier(around)


def test_files(standard: kolosi.Standard, tmp_path: Path) -> None:
    def problem(work: Callable[[], object]) -> kolosi.Problem:
        with pytest.raises(kolosi.LoadError) as raised:
            work()
        return raised.value.problems[0]

    assert problem(lambda: kolosi.standard("itu-gci-2042")).help("en").endswith("did you mean `itu-gci-2024`?")
    assert problem(lambda: kolosi.dossier("nowhere.yaml")).code == "unreadable-file"
    assert problem(lambda: kolosi.dossier(tmp_path)).message("en") == f"the file `{tmp_path}` cannot be read (it is a folder)"
    (tmp_path / "empty.yaml").write_bytes(b"")
    assert problem(lambda: kolosi.dossier(tmp_path / "empty.yaml")).code == "empty-document"
    (tmp_path / "latin.yaml").write_bytes(b"a: \xe9")
    assert problem(lambda: kolosi.dossier(tmp_path / "latin.yaml")).code == "invalid-utf8"
    with (tmp_path / "large.yaml").open("wb") as large:
        large.truncate(24 << 20 | 1)
    assert problem(lambda: kolosi.dossier(tmp_path / "large.yaml")).code == "document-too-large"
    assert problem(lambda: kolosi.dossier(b"[" * 1000)).code in ("too-deep", "invalid-json")


def test_the_error_speaks_the_language_chosen(tmp_path: Path) -> None:
    file = tmp_path / "s.yaml"
    file.write_text("id: x\ntitel: {fr: X}\n")
    with pytest.raises(kolosi.LoadError) as raised:
        kolosi.standard(file)
    error = raised.value
    assert error.source == str(file) and error.beyond == 0
    assert isinstance(error, ValueError)
    typo = next(it for it in error.problems if it.code == "unknown-key")
    assert typo.place == ("/titel", 2, 1) and typo.nature == "shape"
    assert str(error).startswith(f"{file}\n") and "[unknown-key] 2:1 (/titel)\u00a0: clé inconnue `titel`" in str(error)
    kolosi.set_language("en")
    assert "[unknown-key] 2:1 (/titel): unknown key `titel`\n    help: did you mean `title`?" in str(error)
    with pytest.raises(ValueError, match='lang is "fr" or "en"'):
        typo.message(cast(Any, "de"))


def test_two_hundred_problems_and_the_rest_counted() -> None:
    import pickle

    evidence = [{**YES, "id": f"r{at}", "answr": 1} for at in range(300)]
    standard = kolosi.standard(STANDARD)
    with pytest.raises(kolosi.LoadError) as raised:
        standard.audit(dossier_of(*evidence), as_of="2025-12-31")
    assert len(raised.value.problems) == 200 and raised.value.beyond == 100
    assert str(raised.value).endswith("… et 100 autres")
    assert pickle.loads(pickle.dumps(raised.value)).problems == raised.value.problems
