"""What a set of cases with mappings exercised (E12)."""

from asking import asks_no_less, criterion_asks_no_less
from carrying import Limits
from trails import trails_from
from ways import CARRIED_BY, rank

RELATIONS = ("equal", "subset-of", "superset-of", "intersects-with", "no-relationship",
             "covered-by")


def _each(prefix, words):
    return [f"{prefix} {word}" for word in words]


ALL = (
    ["cases", "mapping none", "from none", "from same standard twice", "from the target's standard",
     "from profile", "standard not held"]
    + _each("edge", RELATIONS) + _each("edge to criterion", RELATIONS)
    + _each("path holds", ("equal", "superset-of", "covered-by", "to criterion"))
    + _each("path fails", ("equal", "subset-of"))
    + _each("path", ("inverse", "of 1", "of 2", "of 3", "through the target", "under a profile",
                     "covered-by of several", "to a criterion after a chain", "among equals",
                     "shorter than another", "to itself", "of covered-by under a profile"))
    + _each("nothing for", ("not in force", "any or at-least", "waived", "not applicable",
                            "weight 0", "part not applicable", "holds looser",
                            "fails not as pinned", "fails and pass below 1", "neither",
                            "unheard records", "left out"))
    + _each("source", ("asks more and holds", "in other words"))
    + _each("target", ("fails not taken", "limits of assurance", "limits of age",
                       "weight 0", "part not applicable", "not in force fails",
                       "asks more, holds not taken", "asks less, fails not taken",
                       "asks more and fails", "asks less and holds",
                       "neither more nor less, not taken", "in other words",
                       "criterion asks more", "criterion asks less and holds",
                       "criterion as by default beside one that asks more"))
    + _each("target changed", ("pass", "weight", "age", "value", "over", "at-least", "at-most",
                               "equals"))
    + _each("inferred", ("holds", "fails", "criterion", "applied", "not applied", "several paths",
                         "inference-disagrees", "inferences-contradict", "not in force",
                         "not applicable", "record of the criterion stands",
                         "criterion disagrees alone"))
    + _each("criterion verdict", ("satisfied", "partial", "undetermined", "not-satisfied",
                                   "not-applicable"))
    + _each("score", ("moved", "same", "null"))
)


def count_mapping_features(counts, case, result, trace):
    """trace: what lies behind the inferences, None where no mapping is given."""
    counts.update(["cases", *_case(case)])
    if trace is not None:
        counts.update(_reached(case, result["inferences"], result, trace))
        counts.update(_silent(trace))


def _case(case):
    found = ["mapping none"] * (not case["mappings"]) + ["from none"] * (not case["from"])
    names = [one["standard"]["id"] for one in case["from"]]
    found += ["from same standard twice"] * (len(set(names)) < len(names))
    found += ["from the target's standard"] * (case["standard"]["id"] in names)
    found += ["from profile"] * any("profile" in one for one in case["from"])
    found += ["standard not held"] * ("standards" in case)
    for mapping in case["mappings"]:
        for edge in mapping["edges"]:
            end = "edge to criterion" if "to_criterion" in edge else "edge"
            found.append(f"{end} {edge['relation']}")
    return found


def _reached(case, document, result, trace):
    found = []
    for one, entry in zip(trace.found, document["controls"]):
        found += ["inferred " + ("applied" if entry["applied"] else "not applied")]
        found += [f"inferred {reason}" for reason in entry["reasons"]]
        found += ["inferred several paths"] * (len(one.paths) > 1)
        found += ["inferred not in force"] * (not one.control.in_force(trace.target.as_of))
        found += ["inferred not applicable"] * (
            one.control.in_force(trace.target.as_of)
            and trace.target.degrees[trace.target.assurance][one.control.id] is None)
        says = {path.says for path in one.paths}
        if len(says) == 1:
            found += [f"inferred {word}" for word in says]
        if all(path.criterion is not None for path in one.paths):
            found += ["inferred criterion"] + [f"criterion verdict {one.verdict}"]
            found += ["inferred record of the criterion stands"] * any(
                trace._stands(criterion) for criterion in one.control.children
                if criterion.id in [path.criterion for path in one.paths])
            found += ["inferred criterion disagrees alone"] * _alone(one, trace)
        for path in one.paths:
            found += _path(path, trace)
    score = document["score"]
    if score is None:
        return found + ["score null"]
    same = all(score[end] == result["score"][end] for end in ("lo", "hi"))
    return found + ["score same" if same else "score moved"]


def _alone(one, trace):
    """A criterion disagrees where the degrees of the control have a point in common."""
    measured = trace.target.degrees[trace.target.assurance][one.control.id]
    return "inference-disagrees" in one.reasons and measured is not None and (
        one.degree.lo <= measured.hi and measured.lo <= one.degree.hi
        and not one.degree.lo == 1 > measured.hi)


def _path(path, trace):
    found = [f"path of {min(3, len(path.links))}"]
    kinds = {link.relation for link in path.links}
    whole = next(iter(kinds - {"equal"}), "equal")
    under = trace.sources[path.audit].profile is not None
    found.append(f"path {path.says} {whole}")
    found += ["path inverse"] * any(link.inverse for link in path.links)
    found += ["path holds to criterion"] * (path.criterion is not None)
    found += ["path to a criterion after a chain"] * (
        path.criterion is not None and len(path.links) > 1)
    found += ["path covered-by of several"] * (len(path.controls) > 1)
    found += ["path under a profile"] * under
    found += ["path of covered-by under a profile"] * (under and whole == "covered-by")
    found += ["path through the target"] * any(
        link.target[:2] == trace.here for link in path.links[:-1])
    return found + _others(path, trace)


def _others(path, trace):
    """What else leads there, of two links more at most."""
    start = path.links[0].sources[0]
    others = [passed for passed, whole in trails_from(start, trace.links, len(path.links) + 2)
              if passed[-1].end == path.links[-1].end and whole in CARRIED_BY[path.says]
              and rank(passed) > rank(path.links)]
    equals = [one for one in others if len(one) == len(path.links)]
    return (["path among equals"] * bool(equals)
            + ["path shorter than another"] * (len(others) > len(equals))
            + ["path to itself"] * (path.links[-1].end == (start, False)))


def _silent(trace):
    """Why controls that some edge starts from carry nothing."""
    found = []
    for source in trace.sources:
        place = (source.standard["id"], source.standard["edition"])
        for (names, says, (node, to_criterion)), _ in trace.ways_from(source).items():
            for name in names:
                found += _why(source, source.audit, name)
            for control in trace.target.plan.controls:
                if node == (*trace.here, control.id) and not to_criterion:
                    found += _limited(source, trace, names, control)
                    found += _target(source, trace, names, says, control)
                if to_criterion and node[:2] == trace.here and says == "holds":
                    found += _criterion(source, trace, names, control, node[2])
        starts = {node for link in trace.links for node in link.sources if node[:2] == place}
        found += ["nothing for left out"] * any(node[2] not in source.controls for node in starts)
    return found


def _why(source, audit, name):
    control = source.controls.get(name)
    if control is None:
        return []
    if not control.in_force(audit.as_of):
        return ["nothing for not in force"]
    found = ["nothing for waived"] * audit.is_waived(control)
    if control.combine not in ("all", "mean"):
        return found + ["nothing for any or at-least"]
    degree = audit.degrees[audit.assurance][name]
    if degree is None:
        return found + ["nothing for not applicable"]
    judged = audit.judged[audit.assurance]
    said = source._said(control, judged)
    if said is None and degree.lo == 1:
        zero = any(one.weight == 0 for one in control.children)
        part = any(judged[one.id].degree is None for one in control.children)
        found += ["nothing for weight 0"] * zero + ["nothing for part not applicable"] * part
        found += ["nothing for holds looser"] * (not zero and not part)
    elif said is None and degree.hi < 1:
        below = control.pass_mark < 1
        found.append("nothing for fails and pass below 1" if below
                     else "nothing for fails not as pinned")
    elif said is None:
        found.append("nothing for neither")
    return found


def _limited(source, trace, names, control):
    found = []
    limits = Limits.of(control.children, trace.target.assurance)
    bare = Limits.of([], trace.target.assurance)
    for name in names:
        said = source.says(name, bare)
        if said and source.says(name, limits) != said:
            found.append("nothing for unheard records")
            found += ["target limits of assurance"] * (limits.assurance != bare.assurance)
            found += ["target limits of age"] * bool(limits.ages)
    return found


def _target(source, trace, names, says, control):
    """What B asks for, where A would carry."""
    limits = Limits.of(control.children, trace.target.assurance)
    if any(source.says(name, limits) != says for name in names):
        return []
    before, found = trace.pinned[control.id], []
    more, less = asks_no_less(control, before), asks_no_less(before, control)
    changed = _changed(control, before)
    found += [f"target changed {word}" for word in changed]
    found += ["target in other words"] * (more and less and bool(changed))
    found += ["target neither more nor less, not taken"] * (not more and not less)
    if says == "holds":
        tight = [source.controls[name] for name in names]
        found += ["source asks more and holds"] * any(
            not asks_no_less(source.pinned[one.id], one) for one in tight)
        return found + (["target asks more, holds not taken"] * (more and not less)
                        + ["target asks less and holds"] * (less and not more))
    mine = source.controls[names[0]]
    found += ["source in other words"] * (mine.children != source.pinned[mine.id].children)
    if control.combine not in ("all", "mean") or control.pass_mark < 1:
        return found + ["target fails not taken"]
    weighed = all(one.weight > 0 for one in control.children)
    applies = not any(trace.is_excluded(one) for one in control.children)
    found += ["target weight 0"] * (not weighed)
    found += ["target part not applicable"] * (weighed and not applies)
    if weighed and applies:
        found += ["target not in force fails"] * (not control.in_force(trace.target.as_of))
        found += ["target asks less, fails not taken"] * (less and not more)
        found += ["target asks more and fails"] * (more and not less)
    return found


def _changed(control, before):
    """What the profile and the settings write otherwise than the standard does."""
    found = ["pass"] * (control.pass_mark != before.pass_mark)
    for one, pinned in zip(control.children, before.children):
        pairs = {"weight": (one.weight, pinned.weight), "age": (one.max_age, pinned.max_age),
                 "value": ((one.low, one.high), (pinned.low, pinned.high)),
                 "over": (one.over, pinned.over)}
        found += [word for word, (now, then) in pairs.items() if now != then]
        found += [now[1] for now, then in zip(one.where, pinned.where) if now != then]
    return found


def _criterion(source, trace, names, control, name):
    """What one criterion of B asks for, where A would carry that it holds."""
    found = []
    before = trace.pinned[control.id].children
    for one, pinned in zip(control.children, before):
        limits = Limits.of([one], trace.target.assurance)
        if one.id != name or any(source.says(a, limits) != "holds" for a in names):
            continue
        more = criterion_asks_no_less(one, pinned)
        less = criterion_asks_no_less(pinned, one)
        found += ["target criterion asks more"] * (more and not less)
        found += ["target criterion asks less and holds"] * (less and not more)
        found += ["target criterion as by default beside one that asks more"] * (
            more and less and not asks_no_less(trace.pinned[control.id], control))
    return found


def zeros(counts):
    return [name for name in ALL if counts[name] == 0]


def table(counts):
    names = ALL + sorted(set(counts) - set(ALL))
    wide = max(len(name) for name in names)
    return "\n".join(f"{name.ljust(wide)}  {counts[name]:>9}" for name in names)
