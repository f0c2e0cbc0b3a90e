"""Random small cases with mappings (E12): standards that share their make, dossiers in which
controls often hold or fail as a whole, and valid mappings between the standards."""

import random
from collections import Counter

from canonical import digest
from evaluate import result_with_trace
from feature_mapping import count_mapping_features
from gen_values import AS_OF, IDS, Number, Window, chance, title
from plan import read_plan

STANDARDS = ["alpha", "bɛɛ", "c/1", "\ufb01"]
PROFILES = {  # id -> the settings of its parameters
    "tight": {"age": "P1M", "share": "0.9", "top": "12", "least": "7", "many": "2"},
    "loose": {"age": "P2Y", "share": "0.2", "top": "9", "least": "3", "many": "1"},
    "mixed": {"top": "12", "share": "0.2"},
    "bar": {"bar": "0.5"},
    "weight": {"weight": "2"},
    "same": {"age": "P1Y", "top": "10.0"},  # the defaults in other words
    "young": {"age": "P2M", "bar": "1"},
    "plain": {},
}
PARAMETERS = [("age", "duration", "P12M", "P1M", "P2Y"),
              ("share", "decimal", "0.5", "0.1", "1"), ("top", "decimal", "10", "8", "12"),
              ("least", "integer", "5", "1", "9"), ("bar", "decimal", "1", "0.5", "1"),
              ("weight", "decimal", "1", "0.5", "2"), ("many", "integer", "1", "1", "3")]
RELATIONS = (["equal"] * 5 + ["subset-of"] * 4 + ["superset-of"] * 4
             + ["covered-by"] * 4 + ["intersects-with", "no-relationship"])


def make_mapping_case(seed, number):
    """{"id", "standard", "dossier", "options", "mappings", "from", "standards"?}"""
    return _Maker(random.Random(seed * 2**40 + number)).case(f"m{seed}-{number}")


def evaluated_mapping_case(seed, number, counts: Counter):
    case = make_mapping_case(seed, number)
    result, trace = result_with_trace(case)
    count_mapping_features(counts, case, result, trace)
    return case, result


class _Maker:
    def __init__(self, rng):
        self.rng = rng
        self.window = Window(rng, rng.choice(AS_OF[:12]))

    def case(self, name):
        rng = self.rng
        names = rng.sample(STANDARDS, rng.choice((2, 2, 3, 3, 4)))
        standards = [self._standard(one) for one in names]
        target = standards[-1]
        options = {"as_of": self.window.as_of}
        if chance(rng, 0.4):
            options["assurance"] = rng.choice(["declared", "documented", "verified"])
        if chance(rng, 0.4):
            options["profile"] = rng.choice(target["profiles"])["id"]
        if chance(rng, 0.15):
            settings = rng.choice(list(PROFILES.values()))
            if settings:
                options["parameters"] = dict(settings)
        sources, unheld = [], []
        for one in standards[:-1]:
            held = [self._from(one, options) for _ in range(rng.choice((0, 1, 1, 1, 1, 2)))]
            sources += held
            unheld += [] if held else [one]
        if chance(rng, 0.1):
            sources.append(self._from(target, options))  # another audit of the same standard
        rng.shuffle(sources)
        dossier = self._dossier(target, options, rng.choice((0, 0, 0.5, 0.8, 0.89)))
        mappings = self._mappings(standards) if chance(rng, 0.98) else []
        case = {"id": name, "standard": target, "dossier": dossier, "options": options,
                "mappings": mappings, "from": sources}
        if unheld:
            case["standards"] = unheld
        return case

    # --- standards ---------------------------------------------------------------------

    def _standard(self, name):
        rng = self.rng
        self.control_ids = rng.sample(IDS[:16], rng.choice((2, 3, 3, 4, 5)))
        optional = [one for one in self.control_ids[1:] if chance(rng, 0.1)]
        controls = [self._control(one, one in optional) for one in self.control_ids]
        cut = rng.randrange(len(controls)) if rng.random() < 0.4 else 0
        parts = [part for part in (controls[:cut], controls[cut:]) if part]
        if any(all("optional" in one for one in part) for part in parts):
            parts = [controls]
        fields = [{"id": "n", "title": title(rng), "type": "text"},
                  {"id": "level", "title": title(rng), "type": "integer"}]
        profiles = []
        for profile in rng.sample(list(PROFILES), 3):
            one = {"id": profile, "title": title(rng)}
            if PROFILES[profile]:
                one["parameters"] = [{"parameter": key, "value": value, "reason": title(rng)}
                                     for key, value in PROFILES[profile].items()]
            if optional and chance(rng, 0.6):
                one["add"] = [{"control": key, "reason": title(rng)} for key in optional]
            profiles.append(one)
        document = {
            "id": name, "edition": rng.choice(["1", "1.10"]), "title": title(rng),
            "publisher": title(rng), "subject": "country", "basis": "proposal",
            "scales": [{"id": "s", "answers": [
                {"id": key, "title": title(rng), "degree": Number(degree)}
                for key, degree in (("yes", "1"), ("half", "0.5"), ("no", "0"))]}],
            "kinds": [{"id": "thing", "title": title(rng), "key": ["n"], "fields": fields}],
            "parameters": [{"id": one, "title": title(rng), "type": kind, "default": default,
                            "min": low, "max": high}
                           for one, kind, default, low, high in PARAMETERS],
            "scale": "100", "profiles": profiles,
            "groups": [{"id": f"g{n}", "title": title(rng), "controls": part}
                       for n, part in enumerate(parts)],
        }
        if chance(rng, 0.4):
            document["combine"] = rng.choice(["all", "any"])
        return document

    def _control(self, name, optional):
        rng = self.rng
        control = {"id": name, "title": title(rng)}
        if optional:
            control["optional"] = True
        if chance(rng, 0.4):
            control["combine"] = rng.choice(["all", "mean", "mean", "any", {"at_least": "1"}])
        if chance(rng, 0.25):
            control["pass"] = rng.choice(["0.5", {"parameter": "bar"}, {"parameter": "bar"}, "1"])
        if chance(rng, 0.1):
            first, last = self.window.span()
            control["valid"] = {"from": self.window.day(first), "until": self.window.day(last)}
        count = rng.choice((1, 1, 2, 2, 3))
        control["criteria"] = [self._criterion(name, n, count) for n in range(count)]
        return control

    def _criterion(self, name, number, count):
        rng = self.rng
        criterion = {} if count == 1 else {"id": f"{name}~{number}"}
        if chance(rng, 0.1):
            criterion["weight"] = {"parameter": "weight"} if number == 0 else "0"
        if chance(rng, 0.2):
            criterion["max_age"] = rng.choice(["P1M", "P4D", *[{"parameter": "age"}] * 3])
        if chance(rng, 0.15):
            criterion["assurance"] = rng.choice(["documented", "verified"])
        draw = rng.random()
        if draw < 0.5:
            criterion["answer"] = "s"
        elif draw < 0.75:
            low, high = "0", rng.choice(["10", *[{"parameter": "top"}] * 3])
            better = rng.choice(["higher", "lower"])
            criterion["value"] = {"min": low, "max": high, "better": better}
        else:
            over = rng.choice(["every", "some", {"share": {"parameter": "share"}},
                               {"count": {"parameter": "many"}}])
            least = rng.choice(["5", *[{"parameter": "least"}] * 2])
            op = rng.choice(["at-least", "at-least", "at-most", "equals"])
            criterion["test"] = {"kind": "thing", "over": over,
                                 "where": [{"field": "level", "op": op, "value": least}]}
        return criterion

    # --- dossiers ----------------------------------------------------------------------

    def _from(self, standard, options):
        settings = {key: value for key, value in options.items() if key != "profile"}
        given = {"standard": standard}
        if chance(self.rng, 0.4):
            settings["profile"] = given["profile"] = self.rng.choice(standard["profiles"])["id"]
        given["dossier"] = self._dossier(standard, settings, 0.9)
        return given

    def _dossier(self, standard, options, told):
        """told: the chance that something is said of a control."""
        rng, plan = self.rng, read_plan(standard, options)
        self.records, excluded = [], chance(rng, 0.03)
        for control in plan.controls + plan.left_out:
            if not excluded and not chance(rng, told):
                continue
            mood = rng.choice(["yes"] * 7 + ["no"] * 4 + ["any"] * 3 + ["out"])
            mood = "out" if excluded else mood
            for number, criterion in enumerate(control.children):
                if mood == "out":
                    self._speak(criterion, mood)
                if mood == "out" or told < 0.9 and chance(rng, 0.3):
                    continue  # of the target, often a part of a control
                bad = mood == "no" and (number == 0 or chance(rng, 0.4))
                self._speak(criterion, mood if mood == "any" else ("yes", "no")[bad])
                if chance(rng, 0.12):
                    self._speak(criterion, rng.choice(["yes", "no", "any"]))
        waivers = []
        if chance(rng, 0.2):
            first, last = self.window.span()
            waivers = [{"id": "w", "controls": [rng.choice(plan.controls).id], "reason": "r",
                        "approved_by": "A", "from": self.window.day(first),
                        "until": self.window.day(last)}]
        subject = {"id": "ɲɔgɔn", "name": "N"}
        if chance(rng, 0.2):
            subject["attributes"] = {"k": "ja"}
        return {"standard": {"id": standard["id"], "edition": standard["edition"]},
                "subject": subject, "evidence": self.records,
                **({"waivers": waivers} if waivers else {})}

    def _speak(self, criterion, mood):
        rng = self.rng
        record = {"id": f"r{len(self.records)}", "criterion": criterion.id,
                  "observed": self.window.day(rng.choice((0, 0, -1, -2, -10, -40, -500, 1))),
                  "assurance": rng.choice(["declared", "documented", "verified", "verified"])}
        if chance(rng, 0.6):
            record["source"] = {"id": rng.choice(["s1", "s2"])}
        if self.records and chance(rng, 0.1):
            record["supersedes"] = rng.choice(self.records)["id"]
        draw = rng.random()
        if draw < 0.04:
            record["answer"] = "unknown"
        elif draw < 0.08 or mood == "out":
            record.update(answer="not-applicable", remark="r")
        elif criterion.form == "answer":
            record["answer"] = {"any": "half"}.get(mood, mood)
        elif criterion.form == "value":
            good = criterion.high if criterion.better == "higher" else criterion.low
            bad = criterion.low if criterion.better == "higher" else criterion.high
            record["value"] = str({"yes": good, "no": bad}.get(mood, 4))
        else:
            (_, op, value), = criterion.where
            good = {"at-least": "9", "at-most": "0", "equals": str(value)}[op]
            bad = "0" if op == "at-least" else "10"
            said = {"n": rng.choice("xyz"), "level": {"yes": good, "no": bad}.get(mood, "6")}
            if chance(rng, 0.05):
                del said["level"]
            record.update(kind="thing", data=said)
        self.records.append(record)

    # --- mappings ----------------------------------------------------------------------

    def _mappings(self, standards):
        rng, found = self.rng, []
        for number in range(rng.choice((1, 2, 2, 3, 3))):
            source, target = rng.sample(standards, 2)
            if chance(rng, 0.6):
                source, target = (standards[-1], source) if chance(rng, 0.25) else (
                    source, standards[-1])
            if source is target:
                source = standards[0]
            found.append({"id": f"m{number}", "edition": "1", "title": title(rng),
                          "basis": "proposal", "source": self._side(source),
                          "target": self._side(target), "edges": self._edges(source, target)})
        return found

    def _side(self, standard):
        return {"standard": standard["id"], "edition": standard["edition"],
                "digest": digest(standard)}

    def _edges(self, source, target):
        rng = self.rng
        froms, tos = _controls(source), _controls(target)
        edges, pairs, arcs = [], set(), []
        for _ in range(rng.choice((2, 3, 4, 6))):
            relation = rng.choice(RELATIONS)
            many = rng.choice((1, 2, 2, 3)) if relation == "covered-by" else 1
            names = [one["id"] for one in rng.sample(froms, min(many, len(froms)))]
            other = rng.choice(tos)
            to, end = "to", other["id"]
            if chance(rng, 0.33):
                other = max(other, *rng.choices(tos, k=2), key=lambda one: len(one["criteria"]))
                to, end = "to_criterion", rng.choice(other["criteria"]).get("id", other["id"])
            pair = (frozenset(names), end)
            new = _arcs(names[0], relation, end)
            if pair in pairs or _has_strict_cycle(arcs + new):
                continue
            pairs.add(pair)
            arcs += new
            edges.append({"from": names if many > 1 or chance(rng, 0.2) else names[0], to: end,
                          "relation": relation, "rationale": title(rng), "confidence": "high"})
        return edges


def _controls(standard):
    return [control for group in standard["groups"] for control in group["controls"]]


def _arcs(one, relation, other):
    """(greater or equal, less or equal, strictly) between what is mapped."""
    a, b = ("source", one), ("target", other)
    return {"equal": [(a, b, False), (b, a, False)], "superset-of": [(a, b, True)],
            "subset-of": [(b, a, True)]}.get(relation, [])


def _has_strict_cycle(arcs):
    """FORMAT, `superset-cycle`: a strict arc on a cycle."""
    for start, end, strict in arcs:
        if strict:
            reached, to_visit = set(), [end]
            while to_visit:
                here = to_visit.pop()
                if here not in reached:
                    reached.add(here)
                    to_visit += [b for a, b, _ in arcs if a == here]
            if start in reached:
                return True
    return False
