"""The generated cases are valid, rich and always the same."""

import os
import unittest
from collections import Counter

from evaluate import line_of, read_json, result_line
from features import table, zeros
from gen_values import json_of
from generate import evaluated_case, make_case
from valid_dossier import check_dossier, check_options
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


if __name__ == "__main__":
    unittest.main()
