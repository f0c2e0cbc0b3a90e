"""Cards for notebooks: scoped, escaped, nothing that runs, at most 50 rows."""

from __future__ import annotations

import copy
import re
from html.parser import HTMLParser
from typing import Any

import kolosi
import pytest

from conftest import STANDARD, YES, dossier_of

HOSTILE = "</style><script>alert(1)</script><img src=x onerror=alert(1)>"


class Tags(HTMLParser):
    """The tags of a card, each closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.seen.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def cards(standard: kolosi.Standard, name: str) -> dict[str, str]:
    def dossier(answer: str) -> dict[str, Any]:
        return {**dossier_of({**YES, "answer": answer, "remark": name}), "subject": {"id": "x", "name": name, "fictional": True}}

    before = standard.audit(dossier("no"), as_of="2025-06-30")
    after = standard.audit(dossier("yes"), as_of="2025-12-31")
    things: dict[str, Any] = {
        "standard": standard,
        "audit": after,
        "finding": after.explain("policy"),
        "diff": after.diff(before),
    }
    return {kind: thing._repr_html_() for kind, thing in things.items()}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_nothing_becomes_markup_and_nothing_runs(lang: kolosi.Lang) -> None:
    kolosi.set_language(lang)
    hostile = copy.deepcopy(STANDARD)
    hostile["title"] = {"fr": HOSTILE, "en": HOSTILE}
    hostile["groups"][0]["controls"][0]["title"] = {"fr": HOSTILE, "en": HOSTILE}
    for kind, card in cards(kolosi.standard(hostile), HOSTILE).items():
        tags = Tags()
        tags.feed(card)
        assert tags.open == [] and not tags.seen & {"script", "img", "iframe", "link", "a", "object"}, kind
        assert not any(name.startswith("on") or name in ("src", "href", "id") for name in tags.attributes), kind
        assert "&lt;script&gt;alert(1)" in card and "@import" not in card and "url(" not in card
        assert card.startswith(f'<div class="kolosi-card" lang="{lang}">')


def test_the_style_is_scoped_and_has_a_dark_side(audit: kolosi.Audit) -> None:
    style = re.findall(r"<style>(.*?)</style>", audit._repr_html_(), re.DOTALL)
    assert len(style) == 1 and "prefers-color-scheme: dark" in style[0]
    inner = re.sub(r"@media[^{]*\{(.*?\})\s*\}", r"\1", style[0], flags=re.DOTALL)
    for selectors in re.findall(r"([^{}]+)\{", inner):
        assert all(".kolosi-card" in selector for selector in selectors.split(",")), selectors


def test_what_a_reader_must_not_miss(standard: kolosi.Standard) -> None:
    found = cards(standard, "Nom")
    assert "Le score est entre" in found["audit"] and "Exemple fictif" in found["audit"]
    assert "● satisfait" in found["audit"] and "◌ indéterminé" in found["audit"]
    assert "Politique" in found["finding"] and "r1" in found["finding"] and "retenu" in found["finding"]
    assert "○ non satisfait" in found["diff"] and "● satisfait" in found["diff"]
    assert all(title in found["standard"] for title in ("Démo", "Politique", "En plus"))


def test_fifty_rows_and_it_says_so() -> None:
    long = kolosi.standard("ml-socle-2026")
    dossier = {"standard": {"id": long.id, "edition": long.edition}, "subject": {"id": "x", "name": "X"}, "evidence": []}
    audit = long.audit(dossier, as_of="2026-06-30")
    assert len(audit.findings) > 50
    for card, rows in ((audit._repr_html_(), len(audit.findings)), (long._repr_html_(), len(long.controls))):
        assert card.count("<tr>") == 51
        assert f"Les 50 premières lignes sur {rows}." in card
