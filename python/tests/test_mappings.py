"""What mappings let be inferred from other dossiers."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import kolosi
import pytest

from conftest import STANDARD, YES, dossier_of

OTHER: dict[str, Any] = {
    **copy.deepcopy(STANDARD),
    "id": "other",
    "groups": [{"id": "g", "title": {"fr": "G", "en": "G"}, "controls": [
        {"id": "theirs", "title": {"fr": "T", "en": "T"}, "criteria": [{"answer": "yes-no"}]}]}],
    "profiles": [],
}
for unused in ("kinds", "parameters"):
    del OTHER[unused]


def mapping_of(source: kolosi.Standard, target: kolosi.Standard) -> dict[str, Any]:
    def side(it: kolosi.Standard) -> dict[str, str]:
        return {"standard": it.id, "edition": it.edition, "digest": it.digest}

    return {
        "id": "m",
        "edition": "1",
        "title": {"fr": "Corr.", "en": "Map"},
        "basis": "proposal",
        "source": side(source),
        "target": side(target),
        "edges": [
            {
                "from": "policy",
                "to": "theirs",
                "relation": "equal",
                "confidence": "high",
                "rationale": {"fr": "La même.", "en": "The same."},
            }
        ],
    }


def test_what_is_inferred_stands_apart(standard: kolosi.Standard) -> None:
    other = kolosi.standard(OTHER)
    mapping = kolosi.mapping(mapping_of(standard, other))
    assert (mapping.id, mapping.source, mapping.target, mapping.title("en")) == ("m", "demo", "other", "Map")
    assert pickle.loads(pickle.dumps(mapping)) == mapping and mapping.to_dict()["id"] == "m" and mapping.warnings == ()
    empty = kolosi.dossier({**dossier_of(), "standard": {"id": "other", "edition": "1"}})
    measured = (standard.profile("small"), kolosi.dossier(dossier_of(YES)))
    plain = other.audit(empty, as_of="2025-12-31")
    audit = other.audit(empty, as_of="2025-12-31", mappings=[mapping], inferred_from=[measured])
    assert plain.inferences is None and audit.inferences is not None
    assert (audit.score, audit.coverage) == (plain.score, plain.coverage)
    control = audit.inferences["controls"][0]
    assert (control["control"], control["verdict"], control["paths"][0]["records"]) == ("theirs", "satisfied", ["r1"])
    assert audit.options["mappings"] == [{"id": "m", "edition": "1", "digest": mapping.digest}]

    assert audit.verify(other, empty, mappings=[mapping], inferred_from=[measured])
    alone = audit.verify(other, empty)
    assert not alone and not alone.changed and {(it.input, it.id) for it in alone.lacking} == {("mapping", "m"), ("standard", "demo")}
    forged = (standard, kolosi.dossier(dossier_of({**YES, "answer": "no"})))
    changed = audit.verify(other, empty, mappings=[mapping], inferred_from=[forged]).changed
    assert [(it.input, it.at) for it in changed] == [("from", 0)]


def test_problems_of_mappings(standard: kolosi.Standard) -> None:
    other = kolosi.standard(OTHER)
    document = mapping_of(standard, other)
    document["edges"][0]["to"] = "thers"
    empty = {**dossier_of(), "standard": {"id": "other", "edition": "1"}}
    with pytest.raises(kolosi.LoadError) as raised:
        other.audit(empty, as_of="2025-12-31", mappings=[document], inferred_from=[(standard, dossier_of(YES))])
    assert raised.value.source == "m"
    assert [(it.code, it.place.path) for it in raised.value.problems] == [("unknown-reference", "/edges/0/to")]
    with pytest.raises(kolosi.LoadError) as raised:
        kolosi.mapping("no-such-mapping")
    assert raised.value.problems[0].code == "unknown-reference"
    wrong: list[dict[str, Any]] = [
        {"mappings": "m"},
        {"mappings": 3},
        {"mappings": [3]},
        {"inferred_from": [empty]},
        {"mappings": [], "inferred_from": [(standard, empty, 3)]},
        {"mappings": [], "inferred_from": [(3, empty)]},
    ]
    for arguments in wrong:
        with pytest.raises(TypeError):
            other.audit(empty, as_of="2025-12-31", **arguments)


def test_built_in_mappings_need_no_more_than_their_ids() -> None:
    ours = kolosi.standard("ml-snc-2026")
    dossier = {"standard": {"id": ours.id, "edition": ours.edition}, "subject": {"id": "x", "name": "X"}, "evidence": []}
    theirs = kolosi.standard("itu-cyberwellness-2014")
    other = {**dossier, "standard": {"id": theirs.id, "edition": theirs.edition}}
    audit = theirs.audit(other, as_of="2025-12-31", mappings=["ml-snc-2026-to-itu-cyberwellness-2014"], inferred_from=[dossier])
    assert audit.inferences is not None and audit.inferences["from"][0]["standard"]["id"] == "ml-snc-2026"
