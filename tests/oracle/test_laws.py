"""The laws of E11, and the law of E8, on random cases."""

import os
import random
import unittest
from collections import Counter

from audit import audit_with_trace
from combine import combined, group_degree
from degree import OPEN, Interval, members, own_degree
from generate import make_case
from statements import heard_by, read_statement

CASES = int(os.environ.get("ORACLE_LAW_CASES", "400"))
SEED = 11


def inside(inner, outer):
    """E11.1: a node whose degree was [0, 1] may become not applicable."""
    if inner is None or outer is None:
        return outer is None and inner is None or outer == OPEN
    return outer.lo <= inner.lo and inner.hi <= outer.hi


def evaluate(case, **changes):
    dossier = {**case["dossier"], **changes}
    return audit_with_trace(case["standard"], dossier, case["options"])


def group_degrees(trace, degrees=None):
    """Path -> degree of the root and every group."""
    degrees, found = degrees or trace.degrees[trace.assurance], {}

    def visit(group):
        found[group.id] = group_degree(group, degrees)
        for child in group.children:
            if not hasattr(child, "pass_mark"):
                visit(child)

    visit(trace.plan.root)
    return found


class Laws(unittest.TestCase):
    def setUp(self):
        self.rng, self.seen = random.Random(SEED), Counter()

    def cases(self):
        for number in range(CASES):
            case = make_case(SEED, number)
            yield case, *evaluate(case)

    def test_refinement(self):  # E11.1
        for case, after, new in self.cases():
            for _ in range(3):
                fewer = self.without_some(case)
                if fewer is None:
                    continue
                before, old = evaluate(case, evidence=fewer)
                if self.refines(old, new):
                    self.seen["changed"] += before["score"] != after["score"]
                    self.check_refinement(before, old, after, new)
        self.assertGreater(self.seen["changed"], CASES // 40)

    def without_some(self, case):
        """Records less those that share a name, unless a kept one supersedes one of them."""
        records = case["dossier"]["evidence"]
        if not records:
            return None
        one = self.rng.choice(records)
        gone = {r["id"] for r in records
                if r.get("control", r.get("criterion")) == one.get("control", one.get("criterion"))
                or self.rng.random() < 0.1}
        kept = [r for r in records if r["id"] not in gone]
        named = {name for r in kept for name in ([r["supersedes"]] if isinstance(
            r.get("supersedes", []), str) else r.get("supersedes", []))}
        return None if named & gone else kept

    def refines(self, old, new):
        for name, before in old.judged[old.assurance].items():
            after = new.judged[new.assurance][name]
            stand = [{one.statement.id for one in judged.heard if one.state == "stands"
                      or "not-applicable-contested" in one.reasons} for judged in (before, after)]
            things = [members(judged.heard) for judged in (before, after)]
            if stand[0] == stand[1] and things[0] == things[1]:
                continue
            if stand[0] or things[0]:
                return False
        return True

    def check_refinement(self, before, old, after, new):
        for name, degree in old.degrees[old.assurance].items():
            self.assertTrue(inside(new.degrees[new.assurance][name], degree))
        outer, inner = group_degrees(old), group_degrees(new)
        for name, degree in outer.items():
            self.assertTrue(inside(inner[name], degree))
        gone = False
        for was, now in zip(before["findings"], after["findings"]):
            self.assertLessEqual(set(now["possible"]), set(was["possible"]))
            gone = gone or was["waived"] and now["degree"] is None
        if before["level"] and after["level"]:
            self.assertLessEqual(set(after["level"]["possible"]), set(before["level"]["possible"]))
        if not gone and after["score_after_waivers"] and before["score_after_waivers"]:
            waived = [self.waived(trace) for trace in (old, new)]
            self.assertTrue(inside(waived[1], waived[0]))

    def waived(self, trace):
        degrees = dict(trace.degrees[trace.assurance])
        for control in trace.plan.controls:
            if trace.is_waived(control):
                degrees[control.id] = Interval(*(max(end, control.pass_mark)
                                                 for end in degrees[control.id]))
        return group_degree(trace.plan.root, degrees)

    def test_completion(self):  # E11.2
        for _, _, trace in self.cases():
            points = {}
            for name, judged in trace.judged[trace.assurance].items():
                if judged.degree is not None:
                    share = self.rng.choice((0, 1, self.rng.randint(0, 8)))
                    point = judged.degree.lo + (judged.degree.hi - judged.degree.lo) * share / 8
                    points[name] = Interval(point, point)
            degrees = {control.id: None for control in trace.plan.controls}
            for control in trace.in_force:
                degrees[control.id] = combined(control.combine, [
                    (one.weight, points.get(one.id)) for one in control.children])
                whole = trace.degrees[trace.assurance][control.id]
                if whole is not None:
                    self.assertTrue(inside(degrees[control.id], whole))
            outer, inner = group_degrees(trace), group_degrees(trace, degrees)
            for name, degree in outer.items():
                self.assertTrue(degree is None or inside(inner[name], degree))

    def test_better_is_never_worse(self):  # E11.3
        for case, before, old in self.cases():
            records = case["dossier"]["evidence"]
            for number, record in enumerate(records):
                better = self.better(record, old)
                if better is None:
                    continue
                self.seen["better"] += 1
                changed = [*records[:number], better, *records[number + 1 :]]
                after, new = evaluate(case, evidence=changed)
                self.seen["risen"] += before["score"] != after["score"]
                for name, degree in old.degrees[old.assurance].items():
                    self.assert_no_lower(new.degrees[new.assurance][name], degree)
                outer, inner = group_degrees(old), group_degrees(new)
                for name, degree in outer.items():
                    self.assert_no_lower(inner[name], degree)
        self.assertGreater(self.seen["risen"], CASES // 40)

    def assert_no_lower(self, after, before):
        self.assertEqual(after is None, before is None)
        if after is not None:
            self.assertTrue(after.lo >= before.lo and after.hi >= before.hi)

    def better(self, record, trace):
        """The record with an answer or sample no worse for every criterion it speaks to."""
        if "answer" in record and record["answer"] not in ("unknown", "not-applicable"):
            other = {**record, "answer": self.rng.choice(["yes", "ayi", "ɔwɔ", "d", "e"])}
        elif "sample" in record:
            other = {**record, "sample": {**record["sample"], "exceptions": "0"}}
        elif "value" in record:
            other = {**record, "value": str(self.rng.choice((0, 1, 2, 3)))}
        else:
            return None
        spoken = []
        for one in (record, other):
            statement = read_statement(one, trace.plan)
            heard = heard_by(trace.plan.controls, [statement])
            spoken.append({name: own_degree(self.criteria(trace)[name], statement)
                           for name, found in heard.items() if found})
        before, after = spoken
        if set(before) != set(after):
            return None
        good = all(after[name].lo >= before[name].lo and after[name].hi >= before[name].hi
                   for name in before)
        return other if good else None

    def criteria(self, trace):
        return {one.id: one for control in trace.plan.controls for one in control.children}

    def test_order_is_nothing(self):  # E11.4
        for case, before, _ in self.cases():
            changes = {"evidence": list(case["dossier"]["evidence"])}
            self.rng.shuffle(changes["evidence"])
            if "waivers" in case["dossier"]:
                changes["waivers"] = list(reversed(case["dossier"]["waivers"]))
            self.assertEqual(evaluate(case, **changes)[0], before)

    def test_waivers(self):  # E11.5
        for case, after, new in self.cases():
            before, old = evaluate(case, waivers=[])
            for was, now in zip(before["findings"], after["findings"]):
                same = {key: now[key] for key in now if key != "waived"}
                self.assertEqual({**same, "waived": False}, was)
            self.assertEqual(before["score"], after["score"])
            self.assert_no_lower(self.waived(new), self.waived(old))

    def test_more_assurance_lowers_no_upper_end(self):  # E8
        for case, _, trace in self.cases():
            if any(one.get("answer") == "not-applicable" for one in case["dossier"]["evidence"]):
                continue
            for weak, strict in (("declared", "documented"), ("documented", "verified")):
                for name, degree in trace.degrees[weak].items():
                    if degree is not None:
                        self.assertGreaterEqual(trace.degrees[strict][name].hi, degree.hi)
                if trace.root[weak] is not None:
                    self.assertGreaterEqual(trace.root[strict].hi, trace.root[weak].hi)


if __name__ == "__main__":
    unittest.main()
