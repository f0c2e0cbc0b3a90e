"""Features of standards, options and results."""

from collections import Counter

from combine import is_control
from numbers_and_dates import decimal


def _how(combine):
    return "at-least" if isinstance(combine, int) else combine


def _weights(nodes, name):
    found = []
    for node in nodes:
        if node.weight == 0:
            found.append(f"weight 0 {name}")
        elif node.weight.denominator > 1:
            found.append(f"weight fraction {name}")
            if node.weight.denominator > 10**20:
                found.append("weight 25 digits")
    if nodes and all(node.weight == 0 for node in nodes):
        found.append("siblings all of weight 0")
    return found


def _tree(group, depth):
    found = []
    inner = [one for one in group.children if not is_control(one)]
    if not group.children:
        found.append("group without controls in the plan")
    found += _weights(inner, "group")
    found += _weights([one for one in group.children if is_control(one)], "control")
    if isinstance(group.combine, int) and group.combine > len(group.children):
        found.append("at-least k > n")
    for one in inner:
        found.append(f"group depth {depth}")
        found.append(f"combine group {_how(one.combine)}")
        found += _tree(one, depth + 1)
    return found


def standard_features(standard, trace):
    plan = trace.plan
    found = _tree(plan.root, 1)
    found.append(f"combine root {_how(plan.root.combine)}")
    found.append(f"exclusion {standard.get('exclusion', 'drop')}")
    for kind in plan.kinds.values():
        found.append("kind key " + ("none", "one", "several")[min(2, len(kind["key"]))])
        found += [f"field type {one}" for one in kind["types"].values()]
    for control in plan.controls:
        found.append(f"combine control {_how(control.combine)}")
        found += _weights(control.children, "criterion")
        for criterion in control.children:
            found.append(f"criterion form {criterion.form}")
            if criterion.form == "value":
                found.append(f"value better {criterion.better}")
            found += [f"op {op}" for _, op, _ in criterion.where]
            if criterion.form == "test":
                size = ("empty", "one", "several")[min(2, len(criterion.where))]
                found.append(f"where {size}")
    for document in _controls(standard["groups"]):
        found += _control_places(document)
    for number, (_, word, bound) in enumerate(plan.levels):
        found.append(f"level {word}")
        if number and plan.levels[number - 1][2] == bound:
            found.append("level both")
    for level in standard.get("levels", []):
        found += [f"parameter in {word}" for word in ("at_least", "above")
                  if isinstance(level.get(word), dict)]
    if not plan.levels:
        found.append("level none")
    return found


def _controls(groups):
    for group in groups:
        yield from _controls(group.get("groups", []))
        yield from group.get("controls", [])


def _is_parameter(place):
    return isinstance(place, dict) and "parameter" in place


def _control_places(control):
    places = [(key, control.get(key)) for key in ("weight", "pass", "effort")]
    places += [(f"valid.{key}", place) for key, place in control.get("valid", {}).items()]
    if isinstance(control.get("combine"), dict):
        places.append(("combine", control["combine"]["at_least"]))
    found = []
    for criterion in control["criteria"]:
        places.append(("criterion-weight", criterion.get("weight")))
        places.append(("max_age", criterion.get("max_age")))
        places += criterion.get("value", {}).items()
        test = criterion.get("test", {})
        over = test.get("over", "")
        if isinstance(over, dict):
            places += over.items()
        found += [f"over {word}" for word in (over if isinstance(over, dict) else [over]) if word]
        for condition in test.get("where", []):
            value = condition.get("value")
            if isinstance(value, list):
                places += [("one-of-item", one) for one in value]
            else:
                places.append(("value", value))
    return found + [f"parameter in {key}" for key, place in places if _is_parameter(place)]


def options_features(case, trace):
    options, standard = case["options"], case["standard"]
    found = [f"option assurance {options.get('assurance', 'absent')}"]
    profile = next((one for one in standard.get("profiles", [])
                    if one["id"] == options.get("profile")), {})
    if profile:
        found.append("profile used")
        found += [f"profile {word}" for word in ("add", "drop") if word in profile]
    if trace.plan.left_out:
        found.append("control left out")
    in_profile = {one["parameter"] for one in profile.get("parameters", [])}
    in_options = set(options.get("parameters", {}))
    for parameter in standard.get("parameters", []):
        name = parameter["id"]
        by = {(True, True): "both", (True, False): "profile", (False, True): "options"}
        found.append("parameter set by "
                     + by.get((name in in_profile, name in in_options), "default"))
    for control in trace.plan.controls:
        first, last, day = control.valid_from, control.valid_until, trace.as_of
        if first is None and last is None:
            continue
        if not control.in_force(day):
            found.append("valid before" if first is not None and day < first else "valid after")
        else:
            found.append("valid first-day" if day == first else
                         "valid last-day" if day == last else "valid within")
    return found


# --- results -------------------------------------------------------------------------------


def result_features(case, result, trace):
    found = []
    for finding in result["findings"]:
        found.append(f"verdict {finding['verdict']}")
        found.append(f"met {finding['met'] or 'null'}")
        if finding["possible"]:
            found.append(f"possible {len(finding['possible'])}")
        if finding["met"] == "no" and len(finding["possible"]) == 2:
            found.append("met no but partial possible not-satisfied")
        if finding["waived"]:
            found.append("control waived")
        for one in finding["criteria"]:
            found += [f"criterion reason {reason}" for reason in one["reasons"]]
        if finding["gain"]:
            lo, hi = decimal(finding["gain"]["lo"]), decimal(finding["gain"]["hi"])
            found.append("gain positive" if lo > 0 or hi > 0 else "gain zero")
            if lo != hi:
                found.append("gain lo-unlike-hi")
    for control in trace.plan.controls:
        degree = trace.degrees[trace.assurance][control.id]
        if degree and 2 in [(end * 10**20).denominator for end in degree]:
            found.append("result half to even")
        if degree and control.pass_mark <= degree.lo < 1:
            found.append("pass below 1 satisfied")
    found += [f"waiver {one['status']}" for one in result["waivers"]]
    found += _root(result, trace) + _gaps(trace, result)
    if any(group["degree"] is None for group in _groups(result["groups"])):
        found.append("group not applicable")
    return found


def _groups(groups):
    for group in groups:
        yield group
        yield from _groups(group["groups"])


def _root(result, trace):
    root, found = trace.root[trace.assurance], []
    if root is None:
        found.append("root not-applicable")
        if any(trace.degrees[trace.assurance].values()):
            found.append("root control-applicable-all-the-same")
    else:
        found.append("root applicable")
        if result["score_after_waivers"]["lo"] != result["score"]["lo"]:
            found.append("score raised by waiver")
        for end in root:
            found += ["result rounded"] * ((end * trace.plan.scale * 10**20).denominator > 1)
    ends = [trace.root[least] for least in ("declared", "documented", "verified")]
    for weaker, stricter in zip(ends, ends[1:]):
        if weaker != stricter:
            found.append("assurances differ")
        if weaker and stricter:
            found += ["hi falls with assurance"] * (stricter.hi < weaker.hi)
            found += ["lo falls"] * (stricter.lo < weaker.lo)
            found += ["lo rises"] * (stricter.lo > weaker.lo)
    return found + _levels(result, trace)


def _levels(result, trace):
    level, found = result["level"], []
    if level is None:
        return found
    found.append("level certain" if level["certain"] else "level several")
    found.append("level next" if level["next"] else "level top")
    root = trace.root[trace.assurance]
    for name, end in (("lo", root.lo), ("hi", root.hi)):
        for _, word, bound in trace.plan.levels[1:]:
            if end * trace.plan.scale == bound:
                found += [f"level touched-by-{name}", f"level hit-{word}"]
    return found


def _gaps(trace, result):
    """What decided between neighbours in the list of gaps (E10)."""
    by_id = {control.id: control for control in trace.plan.controls}
    keys = [trace.gap_key(by_id[one]) for one in result["gaps"]]
    names = ["met", "gain.lo", "gain.hi", "severity", "effort", "id"]
    found = Counter()
    for one, other in zip(keys, keys[1:]):
        decided = next(n for n in range(6) if one[n] != other[n])
        found[f"gaps ordered by {names[decided]}"] += 1
    return list(found.elements())
