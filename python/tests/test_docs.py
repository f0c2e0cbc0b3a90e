"""Every public thing says what it is; every example holds."""

from __future__ import annotations

import doctest
import importlib
import inspect
import pkgutil
import re
from pathlib import Path
from typing import Any

import kolosi
import pytest

from conftest import PROJECT

MODULES = ["kolosi", *(f"kolosi.{it.name}" for it in pkgutil.iter_modules(kolosi.__path__) if it.name != "_kolosi")]


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name: str) -> None:
    outcome = doctest.testmod(importlib.import_module(name), raise_on_error=False)
    assert outcome.failed == 0


def test_there_are_examples() -> None:
    tried = sum(doctest.testmod(importlib.import_module(name)).attempted for name in MODULES)
    assert tried >= 30


def test_the_readme_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = re.findall(r"```python\n(.*?)```", (PROJECT / "python" / "README.md").read_text(), re.DOTALL)
    assert len(blocks) == 2
    example = PROJECT / "standards" / "itu-gci-2024" / "examples" / "ml-2024.yaml"
    (tmp_path / "ml-2024.yaml").write_bytes(example.read_bytes())
    (tmp_path / "preuves.csv").write_text("nr,control,date_obs,value\nr1,legal,2024-01-31,17.5\n")
    monkeypatch.chdir(tmp_path)
    known: dict[str, Any] = {}
    for block in blocks:
        exec(block, known)
    assert str(known["audit"].score) == re.findall(r"# (Score.*)", blocks[0])[0]
    assert (tmp_path / "ml.html").exists()
    assert known["dossier"].check(known["std"]) == ()


@pytest.mark.parametrize("name", sorted(kolosi.__all__))
def test_everything_public_has_a_docstring(name: str) -> None:
    thing = getattr(kolosi, name)
    if name in ("__version__", "Lang", "Assurance"):
        return
    assert inspect.getdoc(thing), name
    if inspect.isclass(thing):
        for member, value in vars(thing).items():
            if not member.startswith("_") and (callable(value) or isinstance(value, property)):
                assert inspect.getdoc(value), f"{name}.{member}"
