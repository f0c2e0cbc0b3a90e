"""E12 is sound: on random universes, nothing that is inferred can be wrong."""

import os
import random
import unittest
from collections import Counter

from asking import asks_no_less
from carrying import Limits
from evaluate import result_with_trace
from universe import Universe, atom_of

UNIVERSES = int(os.environ.get("ORACLE_UNIVERSES", "4000"))
SEEN = ("holds", "fails", "criterion", "covered-by", "chain", "inverse", "applied",
        "several models", "held", "source under a profile")
# The places where E12.2 alone would not be sound: what the target asks, and what it leaves out.
RARE = ("holds, asks less", "fails, asks more", "silent, asks more", "silent, asks less",
        "silent, thinner")


class Inference(unittest.TestCase):
    """In every model that agrees with the evidence, everything inferred is true."""

    def test_no_inference_is_ever_wrong(self):
        self.seen = Counter()
        for number in range(UNIVERSES):
            universe = Universe(random.Random(number))
            if not universe.mappings:
                continue
            case = universe.case()
            result, trace = result_with_trace(case)
            with self.subTest(number):
                self.check_case(universe, case, result["inferences"]["controls"], trace)
        for name in SEEN:
            self.assertGreater(self.seen[name], UNIVERSES // 100, (name, self.seen))
        for name in RARE:
            self.assertGreater(self.seen[name], UNIVERSES // 500, (name, self.seen))

    def check_case(self, universe, case, found, trace):
        models = list(universe.models())
        self.seen["several models"] += len(models) > 1
        for control in trace.target.plan.controls:
            entry = next((one for one in found if one["control"] == control.id), None)
            self.count_asks(control, entry, trace)
            if entry is not None:
                self.check_entry(control, case, entry, trace, models)

    def check_entry(self, control, case, entry, trace, models):
        met_in = [{one.id: self.is_met(one, model) for one in control.children}
                  for model in models]
        for path in entry["paths"]:
            self.check_path(case, path, met_in)
        self.assertNotIn("inference-disagrees", entry["reasons"], entry)
        if "inferences-contradict" in entry["reasons"]:
            # Only "a criterion holds" beside "the control fails": see the readings.
            self.assertTrue(any(self.end_of(case, one)[0] == "to_criterion"
                                for one in entry["paths"]), entry)
            return
        left = [one for one in control.children if not trace.is_excluded(one) and one.weight > 0]
        if left:  # else there is no degree to be wrong about
            for told in met_in:
                self.check_degree(control, [(one.weight, told[one.id]) for one in left], entry)
        self.seen["applied"] += entry["applied"]

    def is_met(self, criterion, model):
        """As this audit asks for it, under its profile and settings."""
        level = model[atom_of({"id": criterion.id})]
        return level >= (2 if criterion.form == "answer" else criterion.where[0][2])

    def end_of(self, case, path):
        last = path["edges"][-1]
        edge = case["mappings"][last["mapping"]]["edges"][last["edge"]]
        if last["inverse"]:
            return "to", edge["from"][0]
        return ("to", edge["to"]) if "to" in edge else ("to_criterion", edge["to_criterion"])

    def check_path(self, case, path, met_in):
        word, name = self.end_of(case, path)
        for told in met_in:
            holds = all(told.values()) if word == "to" else told[name]
            self.assertEqual(path["says"], "holds" if holds else "fails", (path, told))
            self.seen["held"] += holds
        first = path["edges"][0]
        edge = case["mappings"][first["mapping"]]["edges"][first["edge"]]
        self.seen[path["says"]] += 1
        self.seen["criterion"] += word == "to_criterion"
        self.seen["chain"] += len(path["edges"]) > 1
        self.seen["inverse"] += any(one["inverse"] for one in path["edges"])
        self.seen["covered-by"] += edge["relation"] == "covered-by"
        self.seen["source under a profile"] += "profile" in case["from"][path["from"]["audit"]]

    def check_degree(self, control, held, entry):
        """The degree that the control would have, were all told; of what applies."""
        values = [value for _, value in held]
        mean = sum(weight * value for weight, value in held) / sum(weight for weight, _ in held)
        true = {"all": all(values), "mean": mean}.get(control.combine, any(values))  # at-least: 1
        self.assertLessEqual(float(entry["degree"]["lo"]) - 1e-12, true, entry)
        self.assertGreaterEqual(float(entry["degree"]["hi"]) + 1e-12, true, entry)
        word = "yes" if true >= control.pass_mark else "no"
        self.assertIn(entry["met"], (word, "unknown"), entry)
        verdict = ("satisfied" if true >= control.pass_mark
                   else "not-satisfied" if true == 0 else "partial")
        self.assertIn(verdict, entry["possible"], (entry, control))

    def count_asks(self, control, entry, trace):
        """That the universes come to where the target's profile makes a difference."""
        before = trace.pinned[control.id]
        more, less = asks_no_less(control, before), asks_no_less(before, control)
        thin = any(one.weight == 0 or trace.is_excluded(one) for one in control.children)
        says = {path["says"] for path in entry["paths"]} if entry else set()
        self.seen["holds, asks less"] += less and not more and "holds" in says
        self.seen["fails, asks more"] += more and not less and "fails" in says
        reached = {said for source in trace.sources
                   for (names, said, end) in trace.ways_from(source)
                   if end == ((*trace.here, control.id), False)
                   and all(source.says(one, Limits.of([], "declared")) == said for one in names)}
        self.seen["silent, asks more"] += more and not less and "holds" in reached - says
        self.seen["silent, asks less"] += less and not more and "fails" in reached - says
        self.seen["silent, thinner"] += thin and more and "fails" in reached - says


if __name__ == "__main__":
    unittest.main()
