"""E12 is sound: the table of composition by every case, inference on random universes."""

import itertools
import os
import random
import unittest
from collections import Counter

from audit import audit_with_trace
from canonical import digest
from evaluate import result_of
from mapping import INVERSE, composed
from small import AS_OF, text

UNIVERSES = int(os.environ.get("ORACLE_UNIVERSES", "1500"))
RELATIONS = ("equal", "subset-of", "superset-of", "intersects-with", "no-relationship")
# Sets of requirements are sets of bits, never empty (E12.1).
TRUE_OF = {
    "equal": lambda a, b: a == b,
    "subset-of": lambda a, b: a & ~b == 0,
    "superset-of": lambda a, b: b & ~a == 0,
    "intersects-with": lambda a, b: a & b != 0,
    "no-relationship": lambda a, b: a & b == 0,
}
SETS = range(1, 16)  # every non-empty subset of four


def relations_of(a, b):
    return [name for name in RELATIONS if TRUE_OF[name](a, b)]


def composite(relations):
    whole = "equal"
    for one in relations:
        whole = composed(whole, one) if whole else None
    return whole


class Composition(unittest.TestCase):
    def test_inverses_are_true(self):
        for a, b in itertools.product(SETS, repeat=2):
            for name in relations_of(a, b):
                if name in INVERSE:
                    self.assertTrue(TRUE_OF[INVERSE[name]](b, a))

    def check(self, sets):
        steps = [relations_of(a, b) for a, b in zip(sets, sets[1:])]
        for relations in itertools.product(*steps):
            whole = composite(relations)
            if whole is not None:
                self.assertTrue(TRUE_OF[whole](sets[0], sets[-1]), (sets, relations, whole))

    def test_chains_of_two_are_sound(self):
        for sets in itertools.product(SETS, repeat=3):
            self.check(sets)

    def test_chains_of_three_are_sound(self):
        for sets in itertools.product(SETS, repeat=4):
            self.check(sets)

    def test_any_bracketing_gives_the_same(self):
        for one, two, three in itertools.product(RELATIONS, repeat=3):
            left, right = composed(one, two), composed(two, three)
            self.assertEqual(left and composed(left, three), right and composed(one, right))

    def test_nothing_that_carries_is_lost(self):
        """Where the table gives nothing, none of the three that carry is always true."""
        for one, two in itertools.product(RELATIONS, repeat=2):
            if composed(one, two) in INVERSE:
                continue
            always = set(INVERSE)
            for a, b, c in itertools.product(SETS, repeat=3):
                if TRUE_OF[one](a, b) and TRUE_OF[two](b, c):
                    always &= set(relations_of(a, c))
            self.assertEqual(always, set(), (one, two))


class Universe:
    """Standards whose controls are sets of atoms, true mappings between them, and dossiers that
    tell some of the truth: one criterion for each atom, answered yes or no."""

    def __init__(self, rng):
        self.rng = rng
        self.atoms = [1 << n for n in range(rng.choice((2, 3, 4, 5)))]
        self.truth = {atom: rng.random() < 0.75 for atom in self.atoms}
        self.told = {}  # atom: said by some dossier
        self.sets = {}  # (standard, control) -> atoms
        self.standards = [self._standard(name) for name in "abcd"[: rng.choice((2, 3, 4))]]
        self.mappings = [one for one in (self._mapping() for _ in range(rng.choice((1, 2, 3, 4))))
                         if one["edges"]]

    def _standard(self, name):
        rng = self.rng
        controls = [self._control(name, f"{name}{n}") for n in range(rng.choice((1, 2, 3)))]
        return {"id": name, "edition": "1", "title": text(), "publisher": text(),
                "subject": "country", "basis": "proposal", "scale": "1",
                "scales": [{"id": "yn", "answers": [
                    {"id": "yes", "title": text(), "degree": "1"},
                    {"id": "no", "title": text(), "degree": "0"}]}],
                "groups": [{"id": "g", "title": text(), "controls": controls}]}

    def _control(self, standard, name):
        rng = self.rng
        atoms = rng.sample(self.atoms, rng.randint(1, min(3, len(self.atoms))))
        if self.sets and rng.random() < 0.5:  # often the same set once more, or a part of it
            again = rng.choice(list(self.sets.values()))
            atoms = [atom for atom in self.atoms if atom & again]
            rng.shuffle(atoms)
            atoms = atoms[: rng.randint(1, 2 * len(atoms))]
        self.sets[standard, name] = sum(atoms)
        criteria = [{"id": f"{name}.{atom}", "answer": "yn"} for atom in atoms]
        for one in criteria[1:]:
            if rng.random() < 0.1:
                one["weight"] = "0"
        control = {"id": name, "title": text(), "criteria": criteria}
        if rng.random() < 0.5:
            control["combine"] = rng.choice(["all", "mean", "mean", "any", {"at_least": "1"}])
        if rng.random() < 0.25:
            control["pass"] = "0.5"
        return control

    def _mapping(self):
        rng = self.rng
        source, target = rng.choice(self.standards), rng.choice(self.standards)
        edges, pairs = [], set()
        for _ in range(rng.choice((2, 4, 6, 8))):
            one = self._control_of(source)
            other = self._control_of(target)
            end, b = {"to": other["id"]}, self.sets[target["id"], other["id"]]
            if rng.random() < 0.3:
                criterion = rng.choice(other["criteria"])
                end = {"to_criterion": criterion["id"]}
                b = int(criterion["id"].rpartition(".")[2])
            names = [one["id"]]
            if rng.random() < 0.25:
                names = sorted({one["id"], *(self._control_of(source)["id"] for _ in range(2))})
            joined = 0
            for name in names:
                joined |= self.sets[source["id"], name]
            if len(names) > 1:
                true = ["covered-by"] if b & ~joined == 0 else []
            else:
                true = relations_of(joined, b) + ["covered-by"] * (b & ~joined == 0)
            pair = (tuple(names), *end.items())
            if true and pair not in pairs and source is not target:
                pairs.add(pair)
                edges.append({"from": names, **end, "relation": rng.choice(true),
                              "rationale": text(), "confidence": "high"})
        return {"id": "m", "edition": "1", "title": text(), "basis": "proposal",
                "source": self._side(source), "target": self._side(target), "edges": edges}

    def _control_of(self, standard):
        return self.rng.choice(standard["groups"][0]["controls"])

    def _side(self, standard):
        return {"standard": standard["id"], "edition": "1", "digest": digest(standard)}

    def dossier(self, standard, share):
        """Each criterion is told with that chance; now and then as not applicable."""
        evidence = []
        for control in standard["groups"][0]["controls"]:
            for criterion in control["criteria"]:
                draw, atom = self.rng.random(), int(criterion["id"].rpartition(".")[2])
                record = {"id": criterion["id"], "criterion": criterion["id"], "observed": AS_OF}
                if draw < share:
                    self.told[atom] = self.truth[atom]
                    evidence.append({**record, "answer": "yes" if self.truth[atom] else "no"})
                elif draw > 0.97:
                    evidence.append({**record, "answer": "not-applicable", "remark": "r"})
        return {"standard": {"id": standard["id"], "edition": "1"},
                "subject": {"id": "x", "name": "x"}, "evidence": evidence}

    def case(self):
        target = self.standards[-1]
        sources = [{"standard": one, "dossier": self.dossier(one, 0.8)}
                   for one in self.standards if self.rng.random() < (0.15, 0.9)[one is not target]]
        return {"standard": target, "dossier": self.dossier(target, self.rng.choice((0, 0, 0.4))),
                "options": {"as_of": AS_OF}, "mappings": self.mappings, "from": sources}

    def models(self):
        """Every truth of the atoms that agrees with what was told."""
        open_ones = [atom for atom in self.atoms if atom not in self.told]
        for values in itertools.product((True, False), repeat=len(open_ones)):
            yield {**self.told, **dict(zip(open_ones, values))}


class Inference(unittest.TestCase):
    """In every model that agrees with the evidence, everything inferred is true."""

    def test_no_inference_is_ever_wrong(self):
        self.seen = Counter()
        for number in range(UNIVERSES):
            universe = Universe(random.Random(number))
            if not universe.mappings:
                continue
            case = universe.case()
            found = result_of(case)["inferences"]["controls"]
            models = list(universe.models())
            with self.subTest(number):
                self.check_case(universe, case, found, models)
        for name in ("holds", "fails", "criterion", "covered-by", "chain", "inverse", "applied",
                     "several models", "held"):
            self.assertGreater(self.seen[name], UNIVERSES // 100, (name, self.seen))

    def check_case(self, universe, case, found, models):
        target = case["standard"]
        controls = {one["id"]: one for one in target["groups"][0]["controls"]}
        _, trace = audit_with_trace(target, case["dossier"], case["options"])
        self.seen["several models"] += len(models) > 1
        for entry in found:
            control = controls[entry["control"]]
            self.check_paths(universe, case, entry, models)
            if entry["paths"][0]["says"] == "fails" and self.is_thinner(control, case["dossier"]):
                self.seen["thinner"] += 1
                continue
            self.assertNotIn("inference-disagrees", entry["reasons"], entry)
            if "inferences-contradict" in entry["reasons"]:
                # Only "a criterion holds" beside "the control fails": see the readings.
                self.assertTrue(any(self.end_of(case, one)[0] == "to_criterion"
                                    for one in entry["paths"]), entry)
                continue
            planned = next(one for one in trace.plan.controls if one.id == entry["control"])
            dropped = {one.id for one in planned.children
                       if trace.judged["declared"][one.id].degree is None}
            if dropped == {one.id for one in planned.children}:
                continue  # not applicable: there is no degree to be wrong about
            for model in models:
                self.check_degree(control, dropped, entry, model)
            self.seen["applied"] += entry["applied"]

    def is_thinner(self, control, dossier):
        """B has a criterion that takes no part in its degree (weight 0, not applicable): then it
        can be satisfied though not all of its requirements hold. The rule asks this of A only,
        so "fails" may be wrong about such a B; the README lists it."""
        out = {one["criterion"] for one in dossier["evidence"] if one["answer"] == "not-applicable"}
        return any(one.get("weight") == "0" or one["id"] in out for one in control["criteria"])

    def end_of(self, case, path):
        last = path["edges"][-1]
        edge = case["mappings"][last["mapping"]]["edges"][last["edge"]]
        if last["inverse"]:
            return "to", edge["from"][0]
        return ("to", edge["to"]) if "to" in edge else ("to_criterion", edge["to_criterion"])

    def check_paths(self, universe, case, entry, models):
        for path in entry["paths"]:
            word, name = self.end_of(case, path)
            atoms = (universe.sets[case["standard"]["id"], name] if word == "to"
                     else int(name.rpartition(".")[2]))
            for model in models:
                holds = all(value for atom, value in model.items() if atom & atoms)
                self.assertEqual(path["says"], "holds" if holds else "fails", (path, model))
                self.seen["held"] += holds
            self.seen[path["says"]] += 1
            self.seen["criterion"] += word == "to_criterion"
            self.seen["chain"] += len(path["edges"]) > 1
            self.seen["inverse"] += any(one["inverse"] for one in path["edges"])
            first = path["edges"][0]
            edge = case["mappings"][first["mapping"]]["edges"][first["edge"]]
            self.seen["covered-by"] += edge["relation"] == "covered-by"

    def check_degree(self, control, dropped, entry, model):
        """The degree that the control would have, were all told; of what applies."""
        held = [model[int(one["id"].rpartition(".")[2])] for one in control["criteria"]
                if one["id"] not in dropped and one.get("weight") != "0"]
        if not held:
            return
        how = control.get("combine", "all")
        true = {"all": all(held), "any": any(held), "mean": sum(held) / len(held)}.get(
            how if isinstance(how, str) else "any", any(held))
        bar = float(control.get("pass", "1"))
        self.assertLessEqual(float(entry["degree"]["lo"]) - 1e-12, true, entry)
        self.assertGreaterEqual(float(entry["degree"]["hi"]) + 1e-12, true, entry)
        word = "yes" if true >= bar else "no"
        self.assertIn(entry["met"], (word, "unknown"), entry)
        verdict = ("satisfied" if true >= bar else "not-satisfied" if true == 0 else "partial")
        self.assertIn(verdict, entry["possible"], (entry, model))


if __name__ == "__main__":
    unittest.main()
