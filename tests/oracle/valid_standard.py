"""Is a generated standard valid? A plain check of E2 and FORMAT, for the tests only."""

import re
import unicodedata
from fractions import Fraction

from gen_kinds import OPS
from numbers_and_dates import Number

DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
TOKEN = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
DURATION = re.compile(r"P[0-9]{1,9}[YMWD]")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def need(condition, *what):
    if not condition:
        raise AssertionError(what)


def check_decimal(value, low=None, high=None, whole=False):
    need((TOKEN if isinstance(value, Number) else DECIMAL).fullmatch(value), value)
    mantissa, _, exponent = value.lower().partition("e")
    digits = mantissa.replace("-", "").replace(".", "").strip("0")
    need(len(digits) <= 30 and abs(int(exponent or 0)) <= 30, value)
    number = Fraction(str(value))
    need(not whole or number.denominator == 1, value)
    need((low is None or number >= low) and (high is None or number <= high), value, low, high)
    return number


def check_id(name):
    need(isinstance(name, str) and not isinstance(name, Number) and 1 <= len(name) <= 128, name)
    need(all(unicodedata.category(char)[0] not in "CZ" for char in name), name)


def check_keys(tree, needed, allowed):
    need(set(needed.split()) <= set(tree) <= set((needed + " " + allowed).split()), sorted(tree))


def check_ids(items):
    names = [one["id"] for one in items]
    need(items and len(set(names)) == len(names), names)
    for name in names:
        check_id(name)
    return set(names)


class StandardCheck:
    def __init__(self, standard):
        self.standard = standard
        self.parameters = {one["id"]: one for one in standard.get("parameters", [])}
        self.kinds = {one["id"]: one for one in standard.get("kinds", [])}
        self.scales = {one["id"]: one for one in standard["scales"]}
        self.criteria, self.controls, self.groups = [], [], []

    def ends(self, place, types):
        """Every value a place may take: as written, or the parameter's default and bounds."""
        if isinstance(place, dict):
            check_keys(place, "parameter", "")
            parameter = self.parameters[place["parameter"]]
            need(parameter["type"] in types, parameter, types)
            return [parameter[key] for key in ("default", "min", "max")]
        return [place]

    def number(self, place, low=None, high=None, whole=False):
        types = ["integer"] if whole else ["integer", "decimal"]
        return [check_decimal(one, low, high, whole) for one in self.ends(place, types)]

    def text(self, place, kind, shape):
        found = self.ends(place, [kind])
        need(all(shape.fullmatch(one) for one in found), place)
        return found

    def check(self):
        one = self.standard
        check_keys(one, "id edition title publisher subject basis scale groups",
                   "sources scales kinds parameters combine levels exclusion profiles")
        check_decimal(one["scale"])
        need(Fraction(one["scale"]) > 0)
        for key in ("scales", "kinds", "parameters", "profiles", "sources"):
            if key in one:
                check_ids(one[key])
        for scale in one["scales"]:
            check_ids(scale["answers"])
            for answer in scale["answers"]:
                check_decimal(answer["degree"], 0, 1)
        for parameter in one.get("parameters", []):
            self.parameter(parameter)
        for kind in one.get("kinds", []):
            names = check_ids(kind["fields"])
            need(set(kind.get("key", [])) <= names and len(set(kind.get("key", [])))
                 == len(kind.get("key", [])), kind)
        self.combine(one)
        self.siblings(one["groups"], Fraction(1), self.group)
        for found in (self.groups, self.controls, self.criteria):
            need(len(set(found)) == len(found), found)
        if "levels" in one:
            self.levels(one["levels"])

    def parameter(self, one):
        if one["type"] in ("integer", "decimal"):
            values = [check_decimal(one[key], whole=one["type"] == "integer")
                      for key in ("min", "default", "max")]
        else:
            values = [one[key] for key in ("min", "default", "max")]
            if one["type"] == "duration":
                factor = {"Y": 12, "M": 1, "W": 7, "D": 1}
                need(len({value[-1] in "YM" for value in values}) == 1, one)
                values = [int(value[1:-1]) * factor[value[-1]] for value in values]
        need(values == sorted(values), one)

    def combine(self, tree, on_control=False):
        how = tree.get("combine", "all")
        if isinstance(how, dict):
            need(on_control or not isinstance(how["at_least"], dict), how)
            self.number(how["at_least"], low=1, whole=True)
        else:
            need(how in ("all", "any", "mean"), how)

    def siblings(self, nodes, least_weight, check):
        """E2.8: a child of positive weight, always in the plan, unless its own weight is 0."""
        need(nodes, "empty")
        anchored = False
        for node in nodes:
            weight = min(self.number(node["weight"], low=0)) if "weight" in node else Fraction(1)
            literal_zero = weight == 0 and not isinstance(node.get("weight"), dict)
            is_control = "criteria" in node
            fixed = not (is_control and (node.get("optional") or node["id"] in self.dropped()))
            anchored = anchored or weight > 0 and fixed
            check(node, Fraction(0) if literal_zero else Fraction(1))
        need(anchored or least_weight == 0, "nothing to score")

    def dropped(self):
        return {drop["control"] for profile in self.standard.get("profiles", [])
                for drop in profile.get("drop", [])}

    def group(self, group, weight):
        check_keys(group, "id title", "weight combine groups controls")
        check_id(group["id"])
        self.groups.append(group["id"])
        self.combine(group)
        need(("groups" in group) != ("controls" in group), group["id"])
        need(not isinstance(group.get("weight"), dict))
        if "groups" in group:
            self.siblings(group["groups"], weight, self.group)
        else:
            self.siblings(group["controls"], weight, self.control)

    def control(self, control, weight):
        check_keys(control, "id title criteria", "severity effort references legal valid optional "
                   "weight combine pass")
        check_id(control["id"])
        self.controls.append(control["id"])
        self.combine(control, on_control=True)
        self.number(control.get("effort", "0"), low=0)
        need(min(self.number(control.get("pass", "1"), low=0, high=1)) > 0, control)
        valid = control.get("valid", {})
        found = {key: self.text(place, "date", DATE) for key, place in valid.items()}
        if len(found) == 2:
            need(max(found["from"]) <= min(found["until"]), valid)
        need(len(control["criteria"]) == 1 or all("id" in one for one in control["criteria"]))
        names = [{**one, "id": one.get("id", control["id"])} for one in control["criteria"]]
        self.siblings(names, weight, self.criterion)

    def criterion(self, one, _weight):
        check_id(one["id"])
        self.criteria.append(one["id"])
        check_keys(one, "id", "weight max_age assurance answer value test")
        need(sum(form in one for form in ("answer", "value", "test")) == 1, one)
        if "max_age" in one:
            self.text(one["max_age"], "duration", DURATION)
        if "answer" in one:
            need(one["answer"] in self.scales, one)
        elif "value" in one:
            need(max(self.number(one["value"]["min"])) < min(self.number(one["value"]["max"])), one)
        else:
            self.test(one["test"])

    def test(self, test):
        fields = {one["id"]: one for one in self.kinds[test["kind"]]["fields"]}
        over = test["over"]
        if isinstance(over, dict):
            (word, place), = over.items()
            if word == "count":
                self.number(place, low=1, whole=True)
            else:
                need(word == "share" and min(self.number(place, low=0, high=1)) > 0, over)
        for condition in test.get("where", []):
            field, op = fields[condition["field"]], condition["op"]
            need(op in OPS[field["type"]], condition)
            need(("value" in condition) == (op != "present"), condition)
            need(isinstance(condition.get("value"), list) == (op == "one-of"), condition)
            values = condition.get("value", [])
            for value in values if isinstance(values, list) else [values]:
                self.literal(field, value)

    def literal(self, field, value):
        if field["type"] in ("integer", "decimal"):
            self.number(value, whole=field["type"] == "integer")
        elif field["type"] == "date":
            self.text(value, "date", DATE)
        elif field["type"] == "boolean":
            need(isinstance(value, bool), value)
        elif field["type"] == "one-of":
            need(value in [one["id"] for one in field["values"]], value)
        else:
            need(isinstance(value, str) and value, value)

    def levels(self, levels):
        check_ids(levels)
        highest = None
        for number, level in enumerate(levels):
            word = "at_least" if "at_least" in level else "above"
            found = self.number(level[word], low=0)
            keys = [(value, word == "above") for value in found]
            need(number or found == [0] and word == "at_least", level)
            need(highest is None or min(keys) > highest, levels)
            highest = max(keys)
