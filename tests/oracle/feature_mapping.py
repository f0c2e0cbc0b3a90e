"""What a set of cases with mappings exercised (E12)."""

from audit import audit_with_trace
from mapping import inferences_with_trace

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
                     "covered-by of several", "to a criterion after a chain"))
    + _each("nothing for", ("not in force", "any or at-least", "waived", "not applicable",
                            "weight 0", "part not applicable", "holds looser",
                            "fails not as pinned", "fails and pass below 1", "neither",
                            "unheard records", "left out"))
    + _each("target", ("fails not taken", "limits of assurance", "limits of age"))
    + _each("inferred", ("holds", "fails", "criterion", "applied", "not applied", "several paths",
                         "inference-disagrees", "inferences-contradict", "not in force",
                         "not applicable", "record of the criterion stands"))
    + _each("criterion verdict", ("satisfied", "partial", "undetermined", "not-satisfied"))
    + _each("score", ("moved", "same", "null"))
)


def count_mapping_features(counts, case, result):
    counts.update(["cases", *_case(case)])
    _, target = audit_with_trace(case["standard"], case["dossier"], case["options"])
    _, trace = inferences_with_trace(case["standard"], target, case["mappings"], case["from"])
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
        for path in one.paths:
            found += _path(path, trace)
    score = document["score"]
    if score is None:
        return found + ["score null"]
    same = all(score[end] == result["score"][end] for end in ("lo", "hi"))
    return found + ["score same" if same else "score moved"]


def _path(path, trace):
    found = [f"path of {min(3, len(path.links))}"]
    kinds = {link.relation for link in path.links}
    whole = next(iter(kinds - {"equal"}), "equal")
    found.append(f"path {path.says} {whole}")
    found += ["path inverse"] * any(link.inverse for link in path.links)
    found += ["path holds to criterion"] * (path.criterion is not None)
    found += ["path to a criterion after a chain"] * (
        path.criterion is not None and len(path.links) > 1)
    found += ["path covered-by of several"] * (len(path.controls) > 1)
    found += ["path under a profile"] * (trace.sources[path.audit].profile is not None)
    found += ["path through the target"] * any(
        link.target[:2] == trace.here for link in path.links[:-1])
    return found


def _silent(trace):
    """Why controls that some edge starts from carry nothing."""
    found = []
    for source in trace.sources:
        audit = source.audit
        place = (source.standard["id"], source.standard["edition"])
        for names, links, _ in trace._ways(source):
            for name in names:
                found += _why(source, audit, name)
            last = links[-1]
            controls = [one for one in trace.target.plan.controls
                        if last.target == (*trace.here, one.id) and not last.criterion]
            for control in controls:
                found += _limited(trace, source, names, control)
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


def _limited(trace, source, names, control):
    found = []
    limits = trace._limits(control.children)
    bare = trace._limits([])
    for name in names:
        said = source.says(name, bare)
        if said and source.says(name, limits) != said:
            found.append("nothing for unheard records")
            found += ["target limits of assurance"] * (limits.assurance != bare.assurance)
            found += ["target limits of age"] * bool(limits.ages)
        if said == "fails" and (control.combine not in ("all", "mean") or control.pass_mark < 1):
            found.append("target fails not taken")
    return found


def zeros(counts):
    return [name for name in ALL if counts[name] == 0]


def table(counts):
    names = ALL + sorted(set(counts) - set(ALL))
    wide = max(len(name) for name in names)
    return "\n".join(f"{name.ljust(wide)}  {counts[name]:>9}" for name in names)
