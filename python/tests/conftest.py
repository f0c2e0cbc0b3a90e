"""What the tests share: where the project is, and a small standard."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import kolosi
import pytest

PROJECT = Path(__file__).resolve().parents[2]

STANDARD: dict[str, Any] = {
    "id": "demo",
    "edition": "1",
    "title": {"fr": "Démo", "en": "Demo"},
    "publisher": {"fr": "nous", "en": "us"},
    "subject": "organisation",
    "basis": "proposal",
    "scale": 100,
    "levels": [
        {"id": "low", "title": {"fr": "Bas", "en": "Low"}, "at_least": 0},
        {"id": "high", "title": {"fr": "Haut", "en": "High"}, "at_least": 60},
    ],
    "parameters": [
        {
            "id": "age",
            "title": {"fr": "Âge", "en": "Age"},
            "type": "duration",
            "default": "P24M",
            "min": "P6M",
            "max": "P36M",
        }
    ],
    "scales": [
        {
            "id": "yes-no",
            "answers": [
                {"id": "yes", "title": {"fr": "Oui", "en": "Yes"}, "degree": 1},
                {"id": "no", "title": {"fr": "Non", "en": "No"}, "degree": 0},
            ],
        }
    ],
    "kinds": [
        {
            "id": "host",
            "title": {"fr": "Hôte", "en": "Host"},
            "key": ["name"],
            "fields": [
                {"id": "name", "title": {"fr": "Nom", "en": "Name"}, "type": "text"},
                {"id": "patched", "title": {"fr": "À jour", "en": "Patched"}, "type": "boolean"},
            ],
        }
    ],
    "groups": [
        {
            "id": "g",
            "title": {"fr": "Groupe", "en": "Group"},
            "controls": [
                {
                    "id": "policy",
                    "title": {"fr": "Politique", "en": "Policy"},
                    "severity": "high",
                    "effort": "2.5",
                    "criteria": [{"answer": "yes-no", "max_age": {"parameter": "age"}}],
                },
                {
                    "id": "trained",
                    "title": {"fr": "Formation", "en": "Training"},
                    "criteria": [{"value": {"min": 0, "max": 100, "better": "higher"}}],
                },
                {
                    "id": "patched",
                    "title": {"fr": "Correctifs", "en": "Patches"},
                    "criteria": [
                        {
                            "test": {
                                "kind": "host",
                                "where": [{"field": "patched", "op": "equals", "value": True}],
                                "over": "every",
                            }
                        }
                    ],
                },
                {
                    "id": "extra",
                    "title": {"fr": "En plus", "en": "Extra"},
                    "optional": True,
                    "criteria": [{"answer": "yes-no"}],
                },
            ],
        }
    ],
    "profiles": [
        {
            "id": "small",
            "title": {"fr": "Petit", "en": "Small"},
            "drop": [{"control": "patched", "reason": {"fr": "Sans serveurs.", "en": "No servers."}}],
        }
    ],
}


def dossier_of(*evidence: dict[str, Any]) -> dict[str, Any]:
    """A dossier of the small standard."""
    return {
        "standard": {"id": "demo", "edition": "1"},
        "subject": {"id": "x", "name": "Exemple fictif"},
        "evidence": list(evidence),
    }


YES: dict[str, Any] = {"id": "r1", "control": "policy", "observed": "2025-06-01", "answer": "yes"}
TRAINED: dict[str, Any] = {"id": "r2", "control": "trained", "observed": "2025-06-01", "value": "80"}


@pytest.fixture
def standard() -> kolosi.Standard:
    return kolosi.standard(STANDARD)


@pytest.fixture
def audit(standard: kolosi.Standard) -> kolosi.Audit:
    return standard.audit(dossier_of(YES, TRAINED), as_of="2025-12-31")


@pytest.fixture(scope="session")
def command() -> str:
    """The command `kolosi`, built from the same tree."""
    path = os.environ.get("KOLOSI_COMMAND", str(PROJECT / "target" / "release" / "kolosi"))
    if not Path(path).exists():
        pytest.skip("the command is not built: `cargo build --release`")
    return path


@pytest.fixture(autouse=True)
def french_again() -> Iterator[None]:
    """The language is the same at the beginning of every test."""
    yield
    kolosi.set_language("fr")
