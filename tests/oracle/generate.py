"""Seeded random cases: `python3 tests/oracle/generate.py --seed N --cases M > cases.ndjson`;
with `--mappings` the cases of E12.

Case i of a seed depends on the seed and i alone, so blocks can be made in any order. Every
case is evaluated once, for the table of counts on stderr; with --require a count of 0 fails.
"""

import argparse
import random
import sys
from collections import Counter

import feature_mapping
import features
from audit import audit_with_trace
from features import count_features
from gen_dossier import DossierMaker
from gen_mapping import evaluated_mapping_case
from gen_standard import StandardMaker
from gen_values import AS_OF, Window, chance, json_of
from plan import read_plan


def make_case(seed, number):
    """A valid case: {"id", "standard", "dossier", "options"}, numbers as tokens."""
    rng = random.Random(seed * 2**40 + number)
    window = Window(rng, rng.choice(AS_OF))
    maker = StandardMaker(rng, window)
    standard = maker.make()
    options = {"as_of": window.as_of}
    if chance(rng, 0.6):
        options["assurance"] = rng.choice(["declared", "documented", "verified"])
    if "profiles" in standard and chance(rng, 0.7):
        options["profile"] = rng.choice(standard["profiles"])["id"]
    settings = {name: maker.parameters.setting_text(name)
                for name in maker.parameters.choices if chance(rng, 0.3)}
    if settings or chance(rng, 0.1):
        options["parameters"] = settings
    plan = read_plan(standard, options)
    dossier = DossierMaker(rng, window, standard, plan, maker.kind_maker).make()
    return {"id": f"{seed}-{number}", "standard": standard, "dossier": dossier,
            "options": options}


def evaluated_case(seed, number, counts):
    """The case and the oracle's result; what was found is added to the counts."""
    case = make_case(seed, number)
    result, trace = audit_with_trace(case["standard"], case["dossier"], case["options"])
    count_features(counts, case, result, trace)
    return case, result


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--mappings", action="store_true", help="the cases of E12")
    parser.add_argument("--require", action="store_true", help="exit 1 if any count is 0")
    given = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    counts = Counter()
    make, named = evaluated_case, features
    if given.mappings:
        make, named = evaluated_mapping_case, feature_mapping
    for number in range(given.cases):
        case, _ = make(given.seed, number, counts)
        print(json_of(case))
    print(named.table(counts), file=sys.stderr)
    if given.require and named.zeros(counts):
        sys.exit(1)


if __name__ == "__main__":
    main()
