"""The vectors of `tests/vectors/`: what Rust gives, byte for byte."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import kolosi
import pytest

from conftest import PROJECT

FILES = sorted((PROJECT / "tests" / "vectors").glob("e*.json"))


def cases() -> Iterator[Any]:
    for path in FILES:
        file = json.loads(path.read_text())
        for case in file["cases"]:
            yield pytest.param(case, file["standards"], id=case["id"])


def written(document: Any, named: dict[str, Any]) -> bytes:
    """The bytes of a document as a vector gives it."""
    if isinstance(document, str):
        return written(named[document], named)
    for form in ("yaml", "json"):
        if set(document) == {form}:
            return str(document[form]).encode()
    return json.dumps(document, ensure_ascii=False).encode()


def run(case: dict[str, Any], named: dict[str, Any]) -> dict[str, Any]:
    options = case.get("options", {})
    try:
        standard = kolosi.standard(written(case["standard"], named))
        of_standard = {
            "warnings": standard.warnings,
            "canonical": standard.canonical,
            "digest": standard.digest,
        }
        if "dossier" not in case and not options:
            return of_standard
        empty = {
            "standard": {"id": standard.id, "edition": standard.edition},
            "subject": {"id": "x", "name": "X"},
            "evidence": [],
        }
        dossier = kolosi.dossier(written(case.get("dossier", empty), named))
        audit = standard.audit(
            dossier,
            as_of=options.get("as_of", "2024-12-31"),
            assurance=options.get("assurance", "declared"),
            profile=options.get("profile"),
            parameters=parameters(options),
            **beside(case, named),
        )
        if "dossier" not in case:
            return of_standard
        return {
            "audit": json.loads(audit.to_json()),
            "warnings": audit.warnings,
            "canonical": dossier.canonical(standard.profile(options.get("profile"), parameters(options))),
            "digest": audit.to_dict()["dossier"]["digest"],
        }
    except kolosi.LoadError as error:
        return {"problems": tuple(it for it in error.problems if it.severity == "error")}


def beside(case: dict[str, Any], named: dict[str, Any]) -> dict[str, Any]:
    """The mappings of a case, the dossiers to infer from, and the standards of its file."""
    if "mappings" not in case:
        return {}

    def pair(other: dict[str, Any]) -> tuple[kolosi.Standard, bytes]:
        standard = kolosi.standard(written(other["standard"], named))
        return standard.profile(other.get("profile")), written(other["dossier"], named)

    return {
        "mappings": [written(mapping, named) for mapping in case["mappings"]],
        "inferred_from": [pair(other) for other in case.get("from", [])],
        "frameworks": [written(standard, named) for standard in named.values()],
    }


def parameters(options: dict[str, Any]) -> dict[str, str]:
    return {name: str(value) for name, value in options.get("parameters", {}).items()}


def at(value: Any, pointer: str) -> Any:
    """The value at a JSON pointer whose tokens may be `[key=value]`."""
    while pointer:
        assert pointer.startswith("/")
        end = pointer.index("]") + 1 if pointer.startswith("/[") else (pointer + "/").index("/", 1)
        token, pointer = pointer[1:end], pointer[end:]
        if token.startswith("["):
            key, wanted = token[1:-1].split("=", 1)
            value = next(item for item in value if item[key] == wanted)
        else:
            token = token.replace("~1", "/").replace("~0", "~")
            value = value[int(token)] if isinstance(value, list) else value[token]
    return value


def meets(wanted: dict[str, Any], problem: kolosi.Problem) -> bool:
    found = {"code": problem.code, **problem.place._asdict()}
    return all(found[key] == value for key, value in wanted.items())


def compare(wanted: list[dict[str, Any]], found: tuple[kolosi.Problem, ...]) -> None:
    left = list(found)
    for expected in sorted(wanted, key=lambda it: ("path" not in it, "line" not in it)):
        meeting = [problem for problem in left if meets(expected, problem)]
        assert meeting, f"wanted {expected}, found {found}"
        left.remove(meeting[0])
    assert not left


@pytest.mark.parametrize(("case", "named"), list(cases()))
def test_vector(case: dict[str, Any], named: dict[str, Any]) -> None:
    outcome = run(case, named)
    expect = case["expect"]
    if "problems" in expect:
        compare(expect["problems"], outcome.get("problems", ()))
        return
    assert "problems" not in outcome, outcome["problems"]
    if "warnings" in expect:
        compare(expect["warnings"], outcome["warnings"])
    for member in ("canonical", "digest"):
        if member in expect:
            assert outcome[member] == expect[member]
    for pointer, wanted in expect.get("audit", {}).items():
        assert at(outcome["audit"], pointer) == wanted, pointer


def test_there_are_as_many_as_there_should_be() -> None:
    assert len(list(cases())) >= 120


def examples() -> list[tuple[str, Path]]:
    """The dossiers of the built-in standards."""
    folder = PROJECT / "standards"
    return [
        (id, path)
        for id in kolosi.standards()["standard"]
        for path in sorted((folder / id / "examples").glob("*.yaml"))
    ]


@pytest.mark.parametrize(("id", "path"), examples(), ids=lambda it: getattr(it, "stem", it))
def test_the_same_bytes_as_the_command(id: str, path: Path, command: str) -> None:
    import subprocess

    asked = [command, "audit", id, str(path), "--as-of", "2025-12-31", "--format", "json"]
    ran = subprocess.run(asked, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr
    audit = kolosi.standard(id).audit(path, as_of="2025-12-31")
    assert audit.to_json().encode() + b"\n" == ran.stdout
