"""Is a generated dossier valid for its standard and plan? (E2.7, E2.8, FORMAT; tests only.)"""

from fractions import Fraction

from plan import read_plan
from statements import one_or_many, read_statement, takes
from valid_standard import DATE, check_decimal, check_ids, check_keys, need


def check_dossier(case, standard_check):
    standard, dossier = case["standard"], case["dossier"]
    check_keys(dossier, "standard subject evidence", "waivers")
    need(dossier["standard"] == {key: standard[key] for key in ("id", "edition")})
    plan = read_plan(standard, case["options"])
    controls = {one.id: one for one in plan.controls + plan.left_out}
    if dossier["evidence"]:
        check_ids(dossier["evidence"])
    for record in dossier["evidence"]:
        _record(record, standard, plan, controls, standard_check)
    _no_cycle(dossier["evidence"])
    if dossier.get("waivers"):
        check_ids(dossier["waivers"])
    for waiver in dossier.get("waivers", []):
        check_keys(waiver, "id controls reason approved_by from until", "")
        need(waiver["controls"] and set(waiver["controls"]) <= set(controls), waiver)
        need(waiver["from"] <= waiver["until"], waiver)


def _record(record, standard, plan, controls, standard_check):
    check_keys(record, "id observed", "control criterion received expires answer value sample data "
               "kind assurance method source by supersedes withdrawn remark")
    need(sum(form in record for form in ("answer", "value", "sample", "data")) == 1, record)
    need(("kind" in record) == ("data" in record), record)
    need(not ("control" in record and "criterion" in record), record)
    need("control" in record or "criterion" in record or "data" in record, record)
    for key in ("observed", "received", "expires"):
        need(DATE.fullmatch(record.get(key, "2024-01-01")), record)
    if record.get("answer") == "not-applicable":
        need(standard.get("exclusion") != "forbid" and record.get("remark"), record)
    if "value" in record:
        check_decimal(record["value"])
    if "sample" in record:
        sample = {key: check_decimal(n, 0, whole=True) for key, n in record["sample"].items()}
        need(0 <= sample["exceptions"] <= sample["checked"] <= sample["population"])
        need(sample["population"] >= 1)
    if "data" in record:
        kind = standard_check.kinds[record["kind"]]
        fields = {one["id"]: one for one in kind["fields"]}
        need(set(kind.get("key", [])) <= set(record["data"]) <= set(fields), record)
        for name, value in record["data"].items():
            standard_check.literal(fields[name], value)
    if "bytes" in record.get("source", {}):
        check_decimal(record["source"]["bytes"], 0, whole=True)
    _speaks(record, plan, controls)


def _speaks(record, plan, controls):
    """E2.7: each named criterion takes it; of each named control, at least one does."""
    statement = read_statement(record, plan)
    criteria = {one.id: one for control in controls.values() for one in control.children}
    for name in one_or_many(record.get("criterion", [])):
        need(takes(criteria[name], statement), record)
    for name in one_or_many(record.get("control", [])):
        takers = [one for one in controls[name].children if takes(one, statement)]
        need(takers, record)
        if statement.form == "sample":
            need(sum(one.form == "test" for one in takers) <= 1, record)


def _no_cycle(records):
    direct = {one["id"]: one_or_many(one.get("supersedes", [])) for one in records}
    left = dict(direct)
    while left:
        free = [name for name, others in left.items() if not set(others) & set(left)]
        need(free, "cycle", left)
        for name in free:
            need(set(left.pop(name)) <= set(direct), name)


def check_options(case):
    options, standard = case["options"], case["standard"]
    parameters = {one["id"]: one for one in standard.get("parameters", [])}
    profiles = {one["id"]: one for one in standard.get("profiles", [])}
    optional = controls_of(standard["groups"])
    settings = [options.get("parameters", {})]
    for profile in profiles.values():
        settings.append({one["parameter"]: one["value"] for one in profile.get("parameters", [])})
        for one in profile.get("add", []):
            need(optional[one["control"]].get("optional"), one)
        need(all(one["control"] in optional for one in profile.get("drop", [])), profile)
    for found in settings:
        for name, value in found.items():
            one = parameters[name]
            if one["type"] in ("integer", "decimal"):
                number = check_decimal(value, whole=one["type"] == "integer")
                need(Fraction(one["min"]) <= number <= Fraction(one["max"]), one, value)
            elif one["type"] == "date":
                need(one["min"] <= value <= one["max"], one, value)
            else:
                need((value[-1] in "YM") == (one["min"][-1] in "YM"), one, value)
    need(options.get("profile") in [None, *profiles], options)


def controls_of(groups):
    found = {}
    for group in groups:
        found.update(controls_of(group.get("groups", [])))
        found.update({one["id"]: one for one in group.get("controls", [])})
    return found
