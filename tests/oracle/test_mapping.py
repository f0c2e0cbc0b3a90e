"""The hand-written vectors of E12, and that what they rest on is valid."""

import pathlib
import unittest

import vectors
from evaluate import read_json
from valid_dossier import check_dossier, check_options
from valid_standard import StandardCheck

FILE = pathlib.Path(__file__).parents[1] / "vectors" / "e12-mappings.json"


class HandWritten(unittest.TestCase):
    def setUp(self):
        document = read_json(FILE.read_text(encoding="utf-8"))
        # those of problems are for the engine: the oracle is given valid mappings
        self.cases = [case for case in document["cases"] if "audit" in case["expect"]]
        self.standards = document["standards"]

    def test_vectors(self):
        for case in self.cases:
            with self.subTest(case["id"]):
                wrong, skipped = vectors.check_case(
                    case, *vectors.documents(case, self.standards), self.standards)
                self.assertEqual((wrong, skipped), ([], 0))

    def test_vectors_are_valid(self):
        for case in self.cases:
            own = {key: value for key, value in case["options"].items() if key != "profile"}
            for one in (case, *case["from"]):
                settings = {**own, "profile": one["profile"]} if "profile" in one else own
                tree = {"standard": self.standards[one["standard"]], "dossier": one["dossier"],
                        "options": settings}
                with self.subTest(case["id"]):
                    check = StandardCheck(tree["standard"])
                    check.check()
                    check_options(tree)
                    check_dossier(tree, check)


if __name__ == "__main__":
    unittest.main()
