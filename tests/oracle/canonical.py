"""Canonical form and digest of standards and dossiers (E2.2), and RFC 8785 writing."""

import hashlib
from json.encoder import encode_basestring as quoted  # escapes exactly what RFC 8785 does

from numbers_and_dates import decimal, exact_text


def json_text(tree):
    """RFC 8785: keys by UTF-16 code units, no spaces. Numbers here are only counts."""
    if isinstance(tree, str):
        return quoted(tree)
    if tree is None:
        return "null"
    if tree is True:
        return "true"
    if tree is False:
        return "false"
    if isinstance(tree, int):
        return str(tree)
    if isinstance(tree, list):
        return "[" + ",".join([json_text(item) for item in tree]) + "]"
    keys = sorted(tree, key=_utf16)
    return "{" + ",".join([quoted(key) + ":" + json_text(tree[key]) for key in keys]) + "}"


def _utf16(key):
    return key.encode("utf-16-be")


def digest(document, standard=None):
    """Lower-case hexadecimal SHA-256 of the canonical form (E2.2)."""
    return hashlib.sha256(canonical(document, standard).encode("utf-8")).hexdigest()


def canonical(document, standard=None):
    """The canonical JSON text of a standard, or of a dossier with its standard (E2.2)."""
    if standard is None:
        return json_text(_standard(document))
    return json_text(_dossier(document, standard))


def _exact(place):
    """A decimal place: its exact text, or the `{parameter: ID}` as written."""
    return place if isinstance(place, dict) else exact_text(decimal(place))


def _each(tree, key, change):
    """Put `change` of it in the place of tree[key], if it is written."""
    if key in tree:
        tree[key] = change(tree[key])


def _list(change):
    return lambda items: [change(item) for item in items]


# --- standards -------------------------------------------------------------------------


def _standard(document):
    tree = dict(document)
    types = {p["id"]: p["type"] for p in tree.get("parameters", [])}
    fields = {k["id"]: _field_types(k) for k in tree.get("kinds", [])}
    _each(tree, "scale", _exact)
    _each(tree, "combine", _combine)
    _each(tree, "scales", _list(_scale))
    _each(tree, "levels", _list(_level))
    _each(tree, "parameters", _list(_parameter))
    _each(tree, "profiles", _list(lambda profile: _profile(profile, types)))
    _each(tree, "groups", _list(lambda group: _group(group, fields)))
    return tree


def _field_types(kind):
    return {field["id"]: field["type"] for field in kind["fields"]}


def _typed(value, kind_of_value):
    return _exact(value) if kind_of_value in ("integer", "decimal") else value


def _combine(how):
    return {"at_least": _exact(how["at_least"])} if isinstance(how, dict) else how


def _scale(scale):
    answers = [{**answer, "degree": _exact(answer["degree"])} for answer in scale["answers"]]
    return {**scale, "answers": answers}


def _level(level):
    tree = dict(level)
    _each(tree, "at_least", _exact)
    _each(tree, "above", _exact)
    return tree


def _parameter(parameter):
    tree = dict(parameter)
    for key in ("default", "min", "max"):
        tree[key] = _typed(tree[key], parameter["type"])
    return tree


def _profile(profile, types):
    tree = dict(profile)
    _each(tree, "parameters", _list(
        lambda one: {**one, "value": _typed(one["value"], types[one["parameter"]])}))
    return tree


def _group(group, fields):
    tree = dict(group)
    _each(tree, "weight", _exact)
    _each(tree, "combine", _combine)
    _each(tree, "groups", _list(lambda inner: _group(inner, fields)))
    _each(tree, "controls", _list(lambda control: _control(control, fields)))
    return tree


def _control(control, fields):
    tree = dict(control)
    for key in ("effort", "weight", "pass"):
        _each(tree, key, _exact)
    _each(tree, "combine", _combine)
    _each(tree, "criteria", _list(lambda criterion: _criterion(criterion, fields)))
    return tree


def _criterion(criterion, fields):
    tree = dict(criterion)
    _each(tree, "weight", _exact)
    _each(tree, "value", _value)
    _each(tree, "test", lambda test: _test(test, fields))
    return tree


def _value(value):
    return {**value, "min": _exact(value["min"]), "max": _exact(value["max"])}


def _test(test, fields):
    tree = dict(test)
    types = fields[test["kind"]]
    _each(tree, "where", _list(lambda condition: _condition(condition, types)))
    if isinstance(tree["over"], dict):
        tree["over"] = {key: _exact(number) for key, number in tree["over"].items()}
    return tree


def _condition(condition, types):
    tree = dict(condition)
    if "value" in tree:
        kind_of_value = types[condition["field"]]
        if isinstance(tree["value"], list):
            tree["value"] = [_typed(one, kind_of_value) for one in tree["value"]]
        else:
            tree["value"] = _typed(tree["value"], kind_of_value)
    return tree


# --- dossiers --------------------------------------------------------------------------


def _dossier(document, standard):
    """E2.2: a dossier's decimals are known only with its standard."""
    fields = {k["id"]: _field_types(k) for k in standard.get("kinds", [])}
    return {**document, "evidence": [_record(one, fields) for one in document["evidence"]]}


def _record(record, fields):
    tree = dict(record)
    _each(tree, "value", _exact)
    _each(tree, "sample", lambda sample: {key: _exact(n) for key, n in sample.items()})
    _each(tree, "source", _source)
    if "data" in tree:
        types = fields[record["kind"]]
        tree["data"] = {key: _typed(value, types[key]) for key, value in tree["data"].items()}
    return tree


def _source(source):
    tree = dict(source)
    _each(tree, "bytes", _exact)
    return tree
