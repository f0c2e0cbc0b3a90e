"""Problems of documents and options, and the error that carries them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from ._language import Lang, checked


class Place(NamedTuple):
    """Where in a document something is."""

    path: str
    """JSON pointer to the value or key: ``/evidence/3/observed``."""
    line: int
    """Line, from 1; 0 where it is in no line of a document."""
    column: int
    """Column in characters, from 1; 0 where ``line`` is."""


class Problem(NamedTuple):
    """One thing wrong with an input: a stable code, a place, what happened and what to do.

    Example:
        >>> import kolosi
        >>> try:
        ...     kolosi.standard("itu-gci-2042")
        ... except kolosi.LoadError as error:
        ...     problem = error.problems[0]
        >>> problem.code, problem.severity
        ('unknown-standard', 'error')
        >>> problem.help("en")
        '`kolosi standards` lists them; did you mean `itu-gci-2024`?'
    """

    code: str
    """The stable code, such as ``unknown-key``; ``kolosi problems CODE`` explains it."""
    severity: Literal["error", "warning"]
    """Whether it keeps the document from being used."""
    nature: Literal["shape", "meaning"]
    """Whether a JSON Schema can see it."""
    place: Place
    """Where it is."""
    related: tuple[Place, ...]
    """Other places that have to do with it, such as the first of two equal ids."""
    messages: Mapping[Lang, str]
    """What happened, in both languages."""
    helps: Mapping[Lang, str]
    """What to do, in both languages."""

    def message(self, lang: Lang | None = None) -> str:
        """What happened, in the language asked for."""
        return self.messages[checked(lang)]

    def help(self, lang: Lang | None = None) -> str:
        """What to do, in the language asked for."""
        return self.helps[checked(lang)]

    def __str__(self) -> str:
        path, line, column = self.place
        at = f"{line}:{column}" if line else ""
        at = f"{at} ({path})".strip() if path else at
        colon = {"fr": "\u00a0:", "en": ":"}[checked(None)]
        where = f"{at}{colon} " if at else ""
        advice = {"fr": "que faire\u00a0:", "en": "help:"}[checked(None)]
        return f"[{self.code}] {where}{self.message()}\n    {advice} {self.help()}"


class LoadError(ValueError):
    """A standard, a dossier, an audit, a table or an option that cannot be used, with every problem at once.

    Attributes:
        problems: the problems, in the order of their places; at most 200.
        beyond: how many more there are.
        source: the file or input that has them; ``None`` where there is no name for it.

    Example:
        >>> import kolosi
        >>> try:
        ...     kolosi.standard({"id": "x", "titel": {"en": "X"}})
        ... except kolosi.LoadError as error:
        ...     codes = {problem.code for problem in error.problems}
        >>> "unknown-key" in codes
        True
    """

    problems: tuple[Problem, ...]
    beyond: int
    source: str | None

    def __init__(self, problems: tuple[Problem, ...], beyond: int = 0, source: str | None = None) -> None:
        super().__init__(problems, beyond, source)
        self.problems = problems
        self.beyond = beyond
        self.source = source

    @classmethod
    def _of(cls, json: str, beyond: int, source: str | None) -> LoadError:
        return cls(problems_of(json), beyond, source)

    def __str__(self) -> str:
        lines = [] if self.source is None else [self.source]
        lines += map(str, self.problems)
        if self.beyond:
            lines.append({"fr": f"… et {self.beyond} autres", "en": f"… and {self.beyond} more"}[checked(None)])
        return "\n".join(lines)


class NotMetError(AssertionError):
    """A bar that an audit was to reach and does not, or of which too little is known.

    Attributes:
        met: ``"no"`` where it is certainly missed, ``"unknown"`` where too little is known.
    """

    met: Literal["no", "unknown"]

    def __init__(self, message: str, met: Literal["no", "unknown"]) -> None:
        super().__init__(message, met)
        self.met = met

    def __str__(self) -> str:
        return str(self.args[0])


def problems_of(json: str) -> tuple[Problem, ...]:
    """The problems in a JSON list."""
    from json import loads

    def place(at: dict[str, Any]) -> Place:
        return Place(at["path"], at["line"], at["column"])

    return tuple(
        Problem(
            it["code"],
            it["severity"],
            it["class"],
            place(it),
            tuple(place(at) for at in it["related"]),
            it["message"],
            it["help"],
        )
        for it in loads(json)
    )
