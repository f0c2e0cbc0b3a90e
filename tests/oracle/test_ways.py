"""Relations compose soundly, and the ways told are the least of all (E12.3; FORMAT, `paths`)."""

import itertools
import os
import random
import unittest

from trails import composed, trails_from
from universe import RELATIONS, TRUE_OF, relations_of
from ways import CARRIED_BY, INVERSE, Ways, links_of, rank

GRAPHS = int(os.environ.get("ORACLE_UNIVERSES", "1500"))
SETS = range(1, 16)  # every non-empty subset of four


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

    def test_a_chain_carries_what_each_link_does(self):
        """`ways.py` looks at links one by one: the same as their composition."""
        for relations in itertools.product(INVERSE, repeat=4):
            whole = composite(relations)
            for says, relations_that_carry in CARRIED_BY.items():
                self.assertEqual(whole in relations_that_carry,
                                 all(one in relations_that_carry for one in relations))


class Shortest(unittest.TestCase):
    """On random mappings, also of a standard to itself, against all ways there are."""

    def test_the_least_of_all_is_told(self):
        ties = backs = criteria = 0
        for number in range(GRAPHS):
            links = links_of(_mappings(random.Random(number)))
            for start in sorted({link.sources[0] for link in links}):
                trails = list(trails_from(start, links, len(links)))
                for says, carried in CARRIED_BY.items():
                    ends = {}
                    for passed, whole in trails:
                        if whole in carried:
                            ends.setdefault(passed[-1].end, []).append(passed)
                    least = {end: min(ways, key=rank) for end, ways in ends.items()}
                    ways = Ways(links)
                    back = least.pop((start, False), None)
                    self.assertEqual(dict(ways.all_from(start, says)), least, number)
                    self.assertEqual(ways.back_to(start, says), back, number)
                    ties += sum(len([1 for way in ends[end] if len(way) == len(one)]) > 1
                                for end, one in least.items())
                    backs += back is not None
                    criteria += sum(criterion for _, criterion in least)
        self.assertGreater(min(ties, backs, criteria), GRAPHS // 10)


def _mappings(rng):
    """Controls x, y and z of standards a, b and c; criteria of the same ids."""
    found = []
    for _ in range(rng.choice((1, 2, 3))):
        source, target = rng.choice("abc"), rng.choice("abc")
        edges = []
        for _ in range(rng.choice((1, 2, 3))):
            end = "to_criterion" if rng.random() < 0.2 else "to"
            relation = rng.choice([*RELATIONS, "equal", "equal", "covered-by"])
            edges.append({"from": rng.choice("xyz"), end: rng.choice("xyz"),
                          "relation": relation})
        found.append({"source": {"standard": source, "edition": "1"},
                      "target": {"standard": target, "edition": "1"}, "edges": edges})
    return found


if __name__ == "__main__":
    unittest.main()
