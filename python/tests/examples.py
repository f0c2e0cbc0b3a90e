"""A first hour with Kolosi, checked by mypy and pyright, and run as a test."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import kolosi
import polars


def hour(folder: Path) -> Decimal:
    """Audit one body, explain a number, compare with the year before, hand over a report."""
    std = kolosi.standard("itu-gci-2024")
    table = polars.DataFrame(
        {
            "nr": ["r1", "r2"],
            "pillar": ["legal", "technical"],
            "observed": ["2024-01-31", "2024-02-29"],
            "points": [17.5, 12.0],
        }
    )
    dossier = kolosi.dossier(
        table,
        standard=std,
        subject={"id": "x", "name": "Exemple fictif"},
        columns={"record": "nr", "control": "pillar", "value": "points"},
    )
    audit = std.audit(dossier, as_of="2024-12-31")
    score: kolosi.Score | None = audit.score
    assert score is not None
    findings: polars.DataFrame = audit.findings.to_polars()
    assert findings.height == audit.coverage.controls
    for gap in audit.gaps():
        print(gap["control"], gap["gain_hi"])
    print(audit.explain("legal", lang="en"))
    before = std.audit(dossier, as_of="2023-12-31")
    print(audit.diff(before).counts)
    report: Path = audit.report(folder / "x.html", lang="fr")
    assert report.exists() and audit.verify(std, dossier)
    try:
        audit.assert_met(level="T1")
    except kolosi.NotMetError as error:
        print(error.met)
    try:
        kolosi.standard("itu-gci-2042")
    except kolosi.LoadError as error:
        print([problem.help("en") for problem in error.problems])
    return score.lo
