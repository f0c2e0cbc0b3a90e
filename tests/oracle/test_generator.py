"""The generated cases are valid, rich and always the same."""

import os
import unittest
from collections import Counter

from evaluate import line_of, read_json, result_line
import feature_mapping
from features import table, zeros
from gen_mapping import evaluated_mapping_case, make_mapping_case
from gen_values import json_of
from generate import evaluated_case, make_case
from valid_dossier import check_dossier, check_options
from valid_mapping import check_mapping
from valid_standard import StandardCheck

CASES = int(os.environ.get("ORACLE_CASES", "1500"))


class Generated(unittest.TestCase):
    def test_cases_are_valid(self):  # E2
        for number in range(CASES):
            case = make_case(3, number)
            with self.subTest(number):
                check = StandardCheck(case["standard"])
                check.check()
                check_options(case)
                check_dossier(case, check)

    def test_cases_are_rich(self):
        counts = Counter()
        for number in range(4000):
            evaluated_case(5, number, counts)
        self.assertEqual(zeros(counts), [], table(counts))

    def test_same_seed_same_cases_in_any_order(self):
        one = [json_of(make_case(9, number)) for number in range(20)]
        other = [json_of(make_case(9, number)) for number in reversed(range(20))]
        self.assertEqual(one, other[::-1])
        self.assertNotEqual(one[0], json_of(make_case(10, 0)))

    def test_the_command_reads_what_the_generator_evaluates(self):
        for number in range(200):
            case, result = evaluated_case(2, number, Counter())
            self.assertEqual(result_line(read_json(json_of(case))), line_of(case, result))

    def test_cases_with_mappings_are_valid(self):  # E2, E12; pins are checked by the oracle
        for number in range(CASES // 3):
            case = make_mapping_case(3, number)
            settings = {key: value for key, value in case["options"].items() if key != "profile"}
            audits = [case] + [
                {**one, "options": {**settings, **({"profile": one["profile"]}
                                                   if "profile" in one else {})}}
                for one in case["from"]]
            with self.subTest(number):
                for one in audits:
                    check = StandardCheck(one["standard"])
                    check.check()
                    check_options(one)
                    check_dossier(one, check)
                held = {one["standard"]["id"]: one["standard"] for one in audits}
                held.update({one["id"]: one for one in case.get("standards", [])})
                for mapping in case["mappings"]:
                    check_mapping(mapping, held)

    def test_cases_with_mappings_are_rich(self):
        counts = Counter()
        for number in range(1500):
            evaluated_mapping_case(5, number, counts)
        self.assertEqual(feature_mapping.zeros(counts), [], feature_mapping.table(counts))

    def test_the_command_reads_cases_with_mappings(self):
        for number in range(60):
            case, result = evaluated_mapping_case(2, number, Counter())
            self.assertEqual(result_line(read_json(json_of(case))), line_of(case, result))
            self.assertEqual(json_of(case), json_of(make_mapping_case(2, number)))


if __name__ == "__main__":
    unittest.main()
