"""The plan: a standard read with its profile and parameter settings (E2.4 to E2.6)."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from numbers_and_dates import decimal

RANK = {"declared": 0, "documented": 1, "verified": 2}  # E2.7


@dataclass
class Criterion:
    id: str
    control: str
    weight: Fraction
    max_age: Any  # a duration's text or None
    assurance: str  # the least one (E2.6)
    form: str  # answer, value or test
    answers: Any = None  # of an answer criterion: id -> degree
    low: Any = None  # of a value criterion
    high: Any = None
    better: Any = None
    kind: Any = None  # of a test: the kind's id
    where: list = field(default_factory=list)  # [(field, op, value)]
    over: Any = None  # ("every", None), ("count", k) or ("share", s); some is count 1 (E4.3)


@dataclass
class Control:
    id: str
    weight: Fraction
    combine: Any  # "all", "any", "mean" or the k of at-least
    pass_mark: Fraction
    severity: Any
    effort: Any
    valid_from: Any
    valid_until: Any
    children: list  # criteria

    def in_force(self, as_of):
        """Both days of `valid` belong to it (E1.3: inclusive; E6)."""
        begun = self.valid_from is None or self.valid_from <= as_of
        ended = self.valid_until is not None and self.valid_until < as_of
        return begun and not ended


@dataclass
class Group:
    id: Any  # None for the root
    weight: Fraction
    combine: Any
    children: list  # groups or controls


@dataclass
class Plan:
    root: Group
    scale: Fraction
    levels: list  # [(id, "at_least" or "above", bound)]
    kinds: dict  # id -> {"key": [...], "types": {field: type}}
    controls: list  # those of the plan, in the standard's order
    left_out: list  # dropped or not added: no part of the audit
    parameters: dict  # name -> value in effect


def read_plan(standard, options):
    return _Reader(standard, options).plan()


def defaults(standard):
    """Control id -> each control as the standard has it, without profile and settings."""
    plan = read_plan(standard, {})
    return {one.id: one for one in plan.controls + plan.left_out}


class _Reader:
    def __init__(self, standard, options):
        self.standard = standard
        named = options.get("profile")
        profiles = [p for p in standard.get("profiles", []) if p["id"] == named]
        self.profile = profiles[0] if profiles else {}
        self.added = {one["control"] for one in self.profile.get("add", [])}
        self.dropped = {one["control"] for one in self.profile.get("drop", [])}
        self.parameters = self._parameters(options.get("parameters") or {})
        self.kinds = {
            kind["id"]: {
                "key": kind.get("key", []),
                "types": {one["id"]: one["type"] for one in kind["fields"]},
            }
            for kind in standard.get("kinds", [])
        }
        self.scales = {
            scale["id"]: {a["id"]: decimal(a["degree"]) for a in scale["answers"]}
            for scale in standard.get("scales", [])
        }
        self.controls, self.left_out = [], []

    def plan(self):
        standard = self.standard
        root = Group(
            None,
            Fraction(1),
            self._combine(standard, "mean"),
            [self._group(group) for group in standard["groups"]],
        )
        levels = [self._level(level) for level in standard.get("levels", [])]
        return Plan(root, decimal(standard["scale"]), levels, self.kinds, self.controls,
                    self.left_out, self.parameters)

    def _parameters(self, set_by_name):
        """Default, then the profile's value, then `--set` (E2.6)."""
        values = {}
        for parameter in self.standard.get("parameters", []):
            text = parameter["default"]
            for one in self.profile.get("parameters", []):
                if one["parameter"] == parameter["id"]:
                    text = one["value"]
            text = set_by_name.get(parameter["id"], text)
            number = parameter["type"] in ("integer", "decimal")
            values[parameter["id"]] = decimal(text) if number else text
        return values

    def _number(self, place):
        return self.parameters[place["parameter"]] if isinstance(place, dict) else decimal(place)

    def _text(self, place):
        """A date or a duration, or the parameter that gives it."""
        return self.parameters[place["parameter"]] if isinstance(place, dict) else place

    def _optional(self, tree, key, read):
        return read(tree[key]) if key in tree else None

    def _combine(self, tree, default):
        how = tree.get("combine", default)
        return int(self._number(how["at_least"])) if isinstance(how, dict) else how

    def _weight(self, tree):
        return self._number(tree["weight"]) if "weight" in tree else Fraction(1)  # E5.3

    def _level(self, level):
        word = "at_least" if "at_least" in level else "above"
        return level["id"], word, self._number(level[word])

    def _group(self, group):
        if "groups" in group:
            children = [self._group(inner) for inner in group["groups"]]
        else:
            children = []
            for document in group["controls"]:
                control = self._control(document)
                if self._is_in(document):
                    children.append(control)
                    self.controls.append(control)
                else:
                    self.left_out.append(control)
        return Group(group["id"], self._weight(group), self._combine(group, "mean"), children)

    def _is_in(self, control):
        """FORMAT: optional ones only where added; dropped ones not."""
        if control["id"] in self.dropped:
            return False
        return not control.get("optional", False) or control["id"] in self.added

    def _control(self, control):
        valid = control.get("valid", {})
        return Control(
            id=control["id"],
            weight=self._weight(control),
            combine=self._combine(control, "all"),  # E5.1
            pass_mark=self._number(control.get("pass", "1")),  # E6
            severity=control.get("severity"),
            effort=self._optional(control, "effort", self._number),
            valid_from=self._optional(valid, "from", self._text),
            valid_until=self._optional(valid, "until", self._text),
            children=[self._criterion(one, control) for one in control["criteria"]],
        )

    def _criterion(self, document, control):
        criterion = Criterion(
            id=document.get("id", control["id"]),  # E2.4: a single one takes the control's
            control=control["id"],
            weight=self._weight(document),
            max_age=self._optional(document, "max_age", self._text),
            assurance=document.get("assurance", "declared"),
            form=next(form for form in ("answer", "value", "test") if form in document),
        )
        if criterion.form == "answer":
            criterion.answers = self.scales[document["answer"]]
        elif criterion.form == "value":
            criterion.low = self._number(document["value"]["min"])
            criterion.high = self._number(document["value"]["max"])
            criterion.better = document["value"]["better"]
        else:
            self._test(criterion, document["test"])
        return criterion

    def _test(self, criterion, test):
        criterion.kind = test["kind"]
        types = self.kinds[test["kind"]]["types"]
        for one in test.get("where", []):
            value = one.get("value")
            kind_of_value = types[one["field"]]
            if one["op"] == "one-of":
                value = [self._typed(item, kind_of_value) for item in value]
            elif one["op"] != "present":
                value = self._typed(value, kind_of_value)
            criterion.where.append((one["field"], one["op"], value))
        over = test["over"]
        if over == "some":
            criterion.over = ("count", Fraction(1))
        elif over == "every":
            criterion.over = ("every", None)
        else:
            (word, place), = over.items()
            criterion.over = (word, self._number(place))

    def _typed(self, value, kind_of_value):
        if kind_of_value in ("integer", "decimal"):
            return self._number(value)
        if kind_of_value == "date":
            return self._text(value)
        return value
