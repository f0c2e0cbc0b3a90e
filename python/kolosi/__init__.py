"""Audit a subject against a security standard written as data, from the evidence in its dossier, as of a date.

*kɔlɔsi* (Bambara): to watch over, to check.

>>> import kolosi
>>> std = kolosi.standard("itu-gci-2024")
>>> audit = std.audit({
...     "standard": {"id": std.id, "edition": std.edition},
...     "subject": {"id": "x", "name": "Exemple fictif"},
...     "evidence": [{"id": "r", "control": "legal", "observed": "2024-01-01", "value": "17.5"}],
... }, as_of="2024-12-31")
>>> audit.score
Score(lo=Decimal('17.5'), hi=Decimal('97.5'), scale=Decimal('100'))
"""

from ._audit import Audit, Change, Finding, Lack, Verification, audit
from ._beside import Mapping, mapping
from ._diff import Diff, LevelChange, ScoreChange
from ._dossier import Dossier, dossier
from ._kolosi import __version__
from ._language import Lang, set_language
from ._problems import LoadError, NotMetError, Place, Problem
from ._standard import Assurance, Standard, standard, standards
from ._table import Table
from ._values import ByAssurance, Coverage, Level, NextLevel, Range, Score

__all__ = [
    "Assurance",
    "Audit",
    "ByAssurance",
    "Change",
    "Coverage",
    "Diff",
    "Dossier",
    "Finding",
    "Lack",
    "Lang",
    "Level",
    "LevelChange",
    "LoadError",
    "Mapping",
    "NextLevel",
    "NotMetError",
    "Place",
    "Problem",
    "Range",
    "Score",
    "ScoreChange",
    "Standard",
    "Table",
    "Verification",
    "__version__",
    "audit",
    "dossier",
    "mapping",
    "set_language",
    "standard",
    "standards",
]
