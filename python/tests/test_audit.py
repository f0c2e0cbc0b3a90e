"""One body, audited: everything that an audit says."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import kolosi
import pytest

from conftest import STANDARD, TRAINED, YES, dossier_of


def test_numbers_are_exact(audit: kolosi.Audit) -> None:
    third = Decimal("33.33333333333333333333")
    assert audit.score == (Decimal("60"), Decimal("93.33333333333333333333"), Decimal("100"))
    assert audit.level == ("high", ("high",), None)
    assert audit.coverage == kolosi.Coverage(controls=3, determined=2, undetermined=1, not_applicable=0)
    assert audit.scores_by_assurance.declared == (Decimal("60"), Decimal("93.33333333333333333333"))
    assert audit.scores_by_assurance.verified == (Decimal(0), Decimal(100))
    assert audit.findings["scale"] == [third] * 3
    assert audit.as_of == "2025-12-31"
    assert audit.subject == {"id": "x", "name": "Exemple fictif"}


def test_findings_groups_and_gaps(audit: kolosi.Audit) -> None:
    findings = audit.findings
    assert findings["control"] == ["policy", "trained", "patched"]
    assert findings["verdict"] == ["satisfied", "partial", "undetermined"]
    assert findings["met"] == ["yes", "no", "unknown"]
    assert findings["degree_lo"] == [Decimal(1), Decimal("0.8"), Decimal(0)]
    assert findings["records"] == [["r1"], ["r2"], []]
    assert findings["severity"] == ["high", None, None]
    assert findings["effort"] == [Decimal("2.5"), None, None]
    assert findings["title_fr"] == ["Politique", "Formation", "Correctifs"]
    gaps = audit.gaps()
    assert gaps.columns == findings.columns
    assert gaps["rank"] == list(range(1, len(gaps) + 1))
    assert set(gaps["control"]) == {"trained", "patched"}
    assert gaps["control"] == audit.to_dict()["gaps"]
    assert audit.groups.to_dicts()[0]["group"] == "g"
    assert audit.groups["parent"] == [None]
    assert audit.groups["controls"] == [["policy", "trained", "patched"]]


def test_explain(audit: kolosi.Audit) -> None:
    finding = audit.explain("trained")
    assert (finding.verdict, finding.met, finding.possible) == ("partial", "no", ("partial",))
    assert finding.degree == (Decimal("0.8"), Decimal("0.8"))
    assert finding.score is not None and finding.score.lo == Decimal("26.66666666666666666667")
    assert finding.gain == (Decimal("6.66666666666666666667"), Decimal("6.66666666666666666667"))
    assert not finding.waived
    assert finding.criteria[0]["records"][0]["id"] == "r2"
    assert "r2" in str(finding) and "Formation" in str(finding)
    assert "Training" in finding.text("en")
    assert repr(finding) == "<kolosi.Finding trained: partial>"
    finding.to_dict()["verdict"] = "satisfied"
    assert finding.verdict == "partial"
    with pytest.raises(kolosi.LoadError) as raised:
        audit.explain("traind")
    assert raised.value.problems[0].help("en") == "did you mean `trained`?"


def test_diff(standard: kolosi.Standard, audit: kolosi.Audit, tmp_path: Path) -> None:
    before = standard.audit(dossier_of(dict(YES, answer="no")), as_of="2025-06-30")
    diff = audit.diff(before)
    assert diff.counts["better"] == 1 and diff.counts["newly_known"] == 1
    assert diff.score.before is not None and diff.score.before.lo == 0
    assert diff.score.after == audit.score
    assert diff.level.after == audit.level
    assert [it["change"] for it in diff.controls] == ["better", "newly-known", "unchanged"]
    assert diff.expired == []
    assert json.loads(diff.to_json()) == diff.to_dict()
    assert "Politique" in diff.text() and "Policy" in diff.text("en")
    assert diff.report(tmp_path / "d.html").read_text().startswith("<!DOCTYPE html>")
    assert json.loads(diff.report(tmp_path / "d.json").read_text()) == diff.to_dict()
    with pytest.raises(ValueError, match=r"\.html, \.json or \.txt, not `\.csv`"):
        diff.report(tmp_path / "d.csv")


def test_reports(audit: kolosi.Audit, tmp_path: Path) -> None:
    page = audit.report(tmp_path / "a.html", lang="en")
    assert page == tmp_path / "a.html"
    assert '<html lang="en"' in page.read_text() and "<script" not in page.read_text()
    assert '<html lang="fr"' in audit.report(str(tmp_path / "a.HTML")).read_text()
    assert audit.report(tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert audit.report(tmp_path / "a.txt").read_text() == audit.text("fr")
    saved = audit.report(tmp_path / "a.json", lang="en")
    assert saved.read_text() == audit.to_json() + "\n"
    assert kolosi.audit(saved) == kolosi.audit(saved.read_bytes()) == kolosi.audit(audit.to_dict()) == audit
    for name, ending in (("a.pdf", "`.pdf`"), ("a.xlsx", "`.xlsx`"), ("a", "no ending")):
        with pytest.raises(ValueError, match=r"\.html, \.csv, \.json or \.txt.*" + ending):
            audit.report(tmp_path / name)
        assert not (tmp_path / name).exists()
    with pytest.raises(OSError):
        audit.report(tmp_path / "nowhere" / "a.html")
    assert sorted(it.suffix for it in tmp_path.iterdir()) == [".HTML", ".csv", ".html", ".json", ".txt"]


def test_verify(standard: kolosi.Standard, audit: kolosi.Audit) -> None:
    dossier = kolosi.dossier(dossier_of(YES, TRAINED))
    verification = audit.verify(standard, dossier)
    assert verification and verification.holds and verification.changed == ()
    other = audit.verify(standard, kolosi.dossier(dossier_of(YES)))
    assert not other
    assert [(it.input, it.at, it.problem.code) for it in other.changed] == [("dossier", 0, "input-changed")]
    changed = copy.deepcopy(STANDARD)
    changed["scale"] = 1000
    assert [it.input for it in audit.verify(kolosi.standard(changed), dossier).changed] == ["standard"]
    forged = audit.to_dict()
    forged["coverage"]["undetermined"] = 0
    with pytest.raises(kolosi.LoadError) as raised:
        kolosi.audit(forged)
    assert {problem.code for problem in raised.value.problems} == {"input-changed"}


def test_assert_met(standard: kolosi.Standard, audit: kolosi.Audit) -> None:
    audit.assert_met(level="high")
    audit.assert_met(level="low", score="60")
    with pytest.raises(kolosi.NotMetError, match="score 94 is missed; the score is 60 to") as raised:
        audit.assert_met(level="high", score=94)
    assert raised.value.met == "no" and isinstance(raised.value, AssertionError)
    with pytest.raises(kolosi.NotMetError, match="too little is known") as raised:
        audit.assert_met(score=Decimal("60.5"))
    assert raised.value.met == "unknown"
    with pytest.raises(kolosi.LoadError) as unknown:
        audit.assert_met(level="hihg")
    assert unknown.value.problems[0].code == "unknown-reference"
    wrong: tuple[dict[str, Any], ...] = ({}, {"level": 3}, {"score": 0.5}, {"score": True})
    for arguments in wrong:
        with pytest.raises(TypeError):
            audit.assert_met(**arguments)
    with pytest.raises(ValueError, match="score is a number"):
        audit.assert_met(score="many")


def test_dates_and_options(standard: kolosi.Standard) -> None:
    dossier = dossier_of(YES, TRAINED)
    by_text = standard.audit(dossier, as_of="2025-12-31")
    assert standard.audit(dossier, as_of=date(2025, 12, 31)) == by_text
    assert standard.audit(dossier, as_of="2025-12-31", assurance="verified").coverage.determined == 0
    small = standard.audit(dossier, as_of="2025-12-31", profile="small")
    assert small == standard.profile("small").audit(dossier, as_of="2025-12-31")
    assert small.coverage.controls == 2 and small.options["profile"] == "small"
    later = standard.audit(dossier, as_of="2026-06-30", parameters={"age": "P6M"})
    assert later.explain("policy").reasons == ("no-evidence", "too-old") or "too-old" in later.explain("policy").reasons
    assert later == standard.profile(parameters={"age": "P6M"}).audit(dossier, as_of="2026-06-30")
    with pytest.raises(TypeError, match="as_of"):
        standard.audit(dossier)  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
    with pytest.raises(TypeError, match="already"):
        standard.profile("small").audit(dossier, as_of="2025-12-31", profile="other")


def test_standard(standard: kolosi.Standard) -> None:
    assert (standard.id, standard.edition, standard.title(), standard.title("en")) == ("demo", "1", "Démo", "Demo")
    assert standard.publisher("en") == "us"
    assert len(standard.digest) == 64 and standard.to_dict() == json.loads(standard.canonical)
    controls = standard.controls
    assert controls["control"] == ["policy", "trained", "patched", "extra"]
    assert controls["included"] == [True, True, True, False]
    assert controls["points"][3] is None
    small = standard.profile("small")
    assert small.controls["included"] == [True, True, False, False]
    assert small.controls["points"][:2] == [Decimal(50), Decimal(50)]
    assert (small.profile_id, standard.profile_id, small.parameters) == ("small", None, {})
    assert small != standard and small == standard.profile("small")
    assert standard.profile(parameters={"age": "P12M"}).parameters == {"age": "P12M"}
    with pytest.raises(kolosi.LoadError) as raised:
        standard.profile("smal")
    assert raised.value.problems[0].help("en") == "did you mean `small`?"
    with pytest.raises(kolosi.LoadError) as raised:
        standard.profile(parameters={"age": "P99M"})
    assert [it.code for it in raised.value.problems] == ["parameter-out-of-bounds"]
    assert standard.schema()["$defs"]["ControlName"]["anyOf"][0]["const"] == "policy"
    assert "Politique" in standard.text() and "Policy" in standard.text("policy", "en")


def test_what_is_printed_is_a_dozen_lines(standard: kolosi.Standard, audit: kolosi.Audit) -> None:
    before = standard.audit(dossier_of(dict(YES, answer="no")), as_of="2025-06-30")
    pages = [str(standard), str(audit), str(audit.diff(before)), str(before.diff(audit))]
    for id in kolosi.standards()["standard"]:
        built_in = kolosi.standard(id)
        empty = {"standard": {"id": id, "edition": built_in.edition}, "subject": {"id": "x", "name": "X"}, "evidence": []}
        first, then = (built_in.audit(empty, as_of=day) for day in ("2025-12-31", "2026-12-31"))
        pages += [str(built_in), str(first), str(then.diff(first))]
    for page in pages:
        lines = page.splitlines()
        assert 4 <= len(lines) <= 20 and all(len(line) <= 80 for line in lines), page
    assert "Le score est entre" in str(audit) and "Formation" in str(audit)
    kolosi.set_language("en")
    assert "The score is between" in str(audit) and "Training" in str(audit)


def test_built_in_standards() -> None:
    table = kolosi.standards()
    assert table["standard"] == sorted(table["standard"]) and len(table) >= 6
    for row in table:
        standard = kolosi.standard(row["standard"])
        assert (standard.digest, len(standard.controls)) == (row["digest"], row["controls"])


def test_sources(tmp_path: Path, audit: kolosi.Audit) -> None:
    text = json.dumps(STANDARD)
    file = tmp_path / "demo.yaml"
    file.write_text(text)
    whole = [kolosi.standard(it) for it in (file, str(file), text.encode(), bytearray(text, "utf-8"), STANDARD)]
    assert len({it.digest for it in whole}) == 1
    evidence = json.dumps(dossier_of(YES, TRAINED)).encode()
    (tmp_path / "d.json").write_bytes(evidence)
    for source in (tmp_path / "d.json", str(tmp_path / "d.json"), evidence, memoryview(evidence)):
        assert whole[0].audit(source, as_of="2025-12-31") == audit
        assert whole[0].audit(kolosi.dossier(source), as_of="2025-12-31") == audit
    typed = dossier_of(dict(YES, observed=date(2025, 6, 1)), dict(TRAINED, value=Decimal("80.0")))
    assert whole[0].audit(typed, as_of="2025-12-31") == audit


def test_they_stay_as_they_are_and_travel(standard: kolosi.Standard, audit: kolosi.Audit) -> None:
    dossier = kolosi.dossier(dossier_of(YES, TRAINED))
    small = standard.profile("small", {"age": "P12M"})
    for thing in (standard, audit, dossier, audit.findings, audit.explain("policy"), audit.diff(audit)):
        with pytest.raises(AttributeError, match="cannot be changed"):
            thing.id = "other"  # type: ignore
    again = pickle.loads(pickle.dumps((standard, small, audit, dossier)))
    assert again[:3] == (standard, small, audit) and hash(again[0]) == hash(standard)
    assert again[3].digest(standard) == dossier.digest(standard)
    assert small.audit(dossier, as_of="2025-12-31").options["parameters"] == {"age": "P12M"}


def test_dossier_is_checked_when_asked(standard: kolosi.Standard) -> None:
    dossier = kolosi.dossier(dossier_of({**YES, "control": "polcy"}))
    assert (dossier.standard, repr(dossier)) == ("demo", "<kolosi.Dossier for demo>")
    with pytest.raises(kolosi.LoadError) as raised:
        dossier.check(standard)
    problem = raised.value.problems[0]
    assert (problem.code, problem.place.path, problem.severity) == ("unknown-reference", "/evidence/0/control", "error")
    assert problem.message("fr") != problem.message("en")


def test_the_words_of_types_are_those_of_results(audit: kolosi.Audit) -> None:
    from kolosi import _audit

    assert set(audit.findings["verdict"]) <= set(get_args(_audit.Verdict))
    assert set(audit.findings["met"]) <= set(get_args(_audit.Met))


def test_many_threads_share_one_standard(standard: kolosi.Standard, audit: kolosi.Audit) -> None:
    from concurrent.futures import ThreadPoolExecutor

    dossier = kolosi.dossier(dossier_of(YES, TRAINED))
    with ThreadPoolExecutor(4) as pool:
        days = [f"2025-12-{day:02}" for day in range(1, 32)] * 4
        audits = list(pool.map(lambda day: standard.audit(dossier, as_of=day), days))
    assert [it.as_of for it in audits] == days
    assert audits[30] == audit
