"""Hand-computed examples of the rules: the tree, verdicts, levels, waivers, gaps (E5 to E10)."""

import unittest

from small import (AS_OF, answer_criterion, control, data, ends, finding, record, run, sample,
                   standard, text, tested_criterion, value_criterion)


def said(**answers):
    return [record(f"r-{name}", name, answer=answer) for name, answer in answers.items()]


class Combination(unittest.TestCase):
    def score(self, combine, *controls, **answers):
        document = standard(*controls)
        document["groups"][0]["combine"] = combine
        return ends(run(document, *said(**answers))["score"])

    def test_each_combination(self):  # E5.1
        three = [control("a"), control("b"), control("c", weight="2")]
        given = {"a": "yes", "b": "half"}  # c is open
        self.assertEqual(self.score("all", *three, **given), ("0", "50"))
        self.assertEqual(self.score("any", *three, **given), ("100", "100"))
        self.assertEqual(self.score("mean", *three, **given), ("37.5", "87.5"))
        self.assertEqual(self.score({"at_least": 2}, *three, **given), ("50", "100"))
        self.assertEqual(self.score({"at_least": 9}, *three, **given), ("0", "50"))

    def test_weight_zero_takes_part_in_nothing(self):  # E5.2
        two = [control("a"), control("b", weight="0")]
        for how in ("all", "any", "mean", {"at_least": 2}):
            self.assertEqual(self.score(how, *two, a="half", b="no"), ("50", "50"))

    def test_criteria_combine_by_all(self):  # E5.1
        document = standard(control("c", answer_criterion(), answer_criterion()))
        result = run(document, record("a", None, criterion="c.1", answer="yes"),
                     record("b", None, criterion="c.2", answer="some"))
        self.assertEqual(ends(finding(result)["degree"]), ("0.25", "0.25"))

    def test_not_applicable_is_dropped(self):  # E5.2, E5.3
        document = standard(control("a"), control("b", weight="3"))
        result = run(document, *said(a="half"),
                     record("n", "b", answer="not-applicable", remark="r"))
        self.assertEqual(ends(result["score"]), ("50", "50"))
        self.assertEqual(finding(result, "a")["score"], {"lo": "12.5", "hi": "12.5", "scale": "25"})
        b = finding(result, "b")
        self.assertEqual((b["verdict"], b["met"], b["possible"], b["degree"], b["score"],
                          b["gain"]), ("not-applicable", None, [], None, None, None))
        self.assertEqual(result["coverage"], {"controls": 2, "determined": 1, "undetermined": 0,
                                              "not_applicable": 1})

    def test_root_not_applicable(self):  # E5.2, FORMAT
        document = standard(control("a"), control("b", weight="0"),
                            levels=[{"id": "l", "title": text(), "at_least": "0"}])
        result = run(document, record("n", "a", answer="not-applicable", remark="r"))
        self.assertIsNone(result["score"])
        self.assertIsNone(result["level"])
        self.assertIsNone(result["score_after_waivers"])
        self.assertEqual(result["scores_by_assurance"]["declared"], None)
        self.assertEqual(ends(result["scores_by_assurance"]["verified"]), ("0", "100"))
        self.assertEqual(ends(finding(result, "b")["gain"]), ("0", "0"))
        self.assertEqual(result["gaps"], ["b"])

    def test_scales_of_weight_zero(self):  # E5.3
        document = standard(control("a", weight="0"), control("b", weight="0"))
        document["groups"][0]["weight"] = "0"
        document["groups"].append({"id": "h", "title": text(), "controls": [control("c")]})
        result = run(document, *said(a="yes", c="half"))
        self.assertEqual(finding(result, "a")["score"], {"lo": "0", "hi": "0", "scale": "0"})
        self.assertEqual(ends(result["score"]), ("50", "50"))
        self.assertIsNone(result["groups"][0]["degree"])

    def test_points_add_up(self):  # E5.3
        document = standard(control("a"), control("b", weight="2"), control("c", weight="0.5"))
        result = run(document, *said(a="yes", b="half", c="some"))
        self.assertEqual(result["score"]["lo"], "60.71428571428571428571")  # 2.125 / 3.5
        self.assertEqual([finding(result, name)["score"]["scale"] for name in "abc"],
                         ["28.57142857142857142857", "57.14285714285714285714",
                          "14.28571428571428571429"])


class Verdicts(unittest.TestCase):
    def outcome(self, bar, *records):
        one = finding(run(standard(control("c", **{"pass": bar})), *records))
        return one["verdict"], one["met"], one["possible"]

    def test_all_of_them(self):  # E6
        every = ["satisfied", "partial", "not-satisfied"]
        self.assertEqual(self.outcome("0.5", record("a", answer="half")),
                         ("satisfied", "yes", every[:1]))
        self.assertEqual(self.outcome("0.5", record("a", answer="some")),
                         ("partial", "no", every[1:2]))
        self.assertEqual(self.outcome("0.5", record("a", answer="no")),
                         ("not-satisfied", "no", every[2:]))
        self.assertEqual(self.outcome("0.5"), ("undetermined", "unknown", every))
        self.assertEqual(self.outcome("0.5", sample("a", 4, 10, 1)),  # [0.3, 0.9]
                         ("undetermined", "unknown", every[:2]))
        self.assertEqual(self.outcome("0.95", sample("a", 1, 10, 1)),  # [0, 0.9]
                         ("undetermined", "no", every[1:]))

    def test_not_in_force(self):  # E6
        for valid, verdict in [({"from": AS_OF}, "satisfied"), ({"until": AS_OF}, "satisfied"),
                               ({"from": "2024-04-01"}, "not-in-force"),
                               ({"until": "2024-03-30"}, "not-in-force")]:
            result = run(standard(control("c", valid=valid), control("d")), *said(c="yes", d="no"))
            self.assertEqual(finding(result)["verdict"], verdict)
        one = finding(result)
        self.assertEqual((one["met"], one["degree"], one["gain"], one["possible"],
                          one["criteria"], one["score"]), (None, None, None, [], [], None))
        self.assertEqual(result["coverage"]["controls"], 1)
        self.assertEqual(ends(result["score"]), ("0", "0"))


class Levels(unittest.TestCase):
    BOUNDS = [("low", "at_least", "0"), ("exact", "at_least", "50"), ("over", "above", "50"),
              ("top", "at_least", "75")]

    def level(self, *records):
        levels = [{"id": name, "title": text(), word: bound} for name, word, bound in self.BOUNDS]
        return run(standard(control("c", value_criterion("0", "100")), levels=levels),
                   *records)["level"]

    def test_bounds(self):  # E7
        for points, name in [("0", "low"), ("49.9", "low"), ("50", "exact"), ("50.1", "over"),
                             ("75", "top"), ("100", "top")]:
            self.assertEqual(self.level(record("a", value=points))["certain"], name)
        self.assertEqual(self.level(record("a", value="50"))["next"],
                         {"id": "over", "short": {"lo": "0", "hi": "0"}})
        self.assertIsNone(self.level(record("a", value="75"))["next"])

    def test_touched(self):  # E7
        level = self.level(sample("a", 3, 10, 0))  # [30, 100]
        self.assertEqual(level["possible"], ["low", "exact", "over", "top"])
        self.assertEqual(level["next"], {"id": "exact", "short": {"lo": "0", "hi": "20"}})
        level = self.level(sample("a", 3, 10, 3))  # [0, 70]
        self.assertEqual((level["certain"], level["possible"]), (None, ["low", "exact", "over"]))
        self.assertEqual(self.level(sample("a", 5, 8, 1))["possible"],  # [50, 87.5]
                         ["exact", "over", "top"])


class WaiversAndGaps(unittest.TestCase):
    def waiver(self, name, first, last, *controls):
        return {"id": name, "controls": list(controls), "reason": "r", "approved_by": "a",
                "from": first, "until": last}

    def test_waivers(self):  # E9
        document = standard(control("a", **{"pass": "0.5"}), control("b"), control("c"))
        result = run(document, *said(a="some", b="yes", c="no"), waivers=[
            self.waiver("w4", "2024-01-01", "2024-03-30", "c"),
            self.waiver("w3", "2024-04-01", "2024-05-01", "c"),
            self.waiver("w2", AS_OF, "2024-05-01", "b"),
            self.waiver("w1", "2024-01-01", AS_OF, "b", "a")])
        self.assertEqual(result["waivers"], [
            {"id": "w1", "status": "active"}, {"id": "w2", "status": "unneeded"},
            {"id": "w3", "status": "future"}, {"id": "w4", "status": "expired"}])
        self.assertEqual([finding(result, name)["waived"] for name in "abc"],
                         [True, False, False])
        self.assertEqual(finding(result, "a")["verdict"], "partial")
        self.assertEqual(ends(result["score_after_waivers"]), ("50", "50"))  # (0.5 + 1 + 0) / 3
        self.assertEqual(result["score"]["lo"], "41.66666666666666666667")
        self.assertEqual(result["gaps"], ["c", "a"])

    def test_an_open_waived_control(self):  # E9
        result = run(standard(control("a", **{"pass": "0.5"})),
                     waivers=[self.waiver("w", AS_OF, AS_OF, "a")])
        self.assertEqual(ends(result["score_after_waivers"]), ("50", "100"))

    def test_order_of_gaps(self):  # E10
        result = run(
            standard(control("open"), control("half"), control("low", severity="low"),
                     control("later", severity="high", effort="2"),
                     control("sooner", severity="high", effort="1"),
                     control("ɲ", severity="low", effort="0"), control("heavy", weight="2"),
                     control("fine")),
            *said(half="half", low="no", later="no", sooner="no", heavy="some", fine="yes"),
            record("r-z", "ɲ", answer="no"))
        # met no first (open last); gain.lo of heavy 1.5, of half 0.5, of the others 1.
        self.assertEqual(result["gaps"],
                         ["heavy", "sooner", "later", "ɲ", "low", "half", "open"])
        self.assertEqual(finding(result, "open")["gain"],
                         {"lo": "11.11111111111111111111", "hi": "0"})

    def test_assurances(self):  # E8
        result = run(standard(control("a"), control("b")),
                     record("x", "a", answer="yes"),
                     record("y", "b", answer="no", assurance="documented"), assurance="documented")
        self.assertEqual({name: ends(one) for name, one in result["scores_by_assurance"].items()},
                         {"declared": ("50", "50"), "documented": ("0", "50"),
                          "verified": ("0", "100")})
        self.assertEqual(ends(result["score"]), ("0", "50"))


class Plans(unittest.TestCase):
    def test_profile_and_parameters(self):  # E2.6
        bar = {"id": "bar", "title": text(), "type": "decimal", "default": "1", "min": "0.1",
               "max": "1"}
        document = standard(
            control("a", **{"pass": {"parameter": "bar"}}), control("b", optional=True),
            control("c", weight="7"), parameters=[bar],
            profiles=[{"id": "p", "title": text(),
                       "parameters": [{"parameter": "bar", "value": "0.25", "reason": text()}],
                       "add": [{"control": "b", "reason": text()}],
                       "drop": [{"control": "c", "reason": text()}]}])
        answers = said(a="half", b="yes", c="no")
        plain = run(document, *answers)
        self.assertEqual([one["control"] for one in plain["findings"]], ["a", "c"])
        self.assertEqual(finding(plain, "a")["verdict"], "partial")
        with_profile = run(document, *answers, profile="p")
        self.assertEqual(with_profile["groups"][0]["controls"], ["a", "b"])
        self.assertEqual(ends(with_profile["score"]), ("75", "75"))
        self.assertEqual(finding(with_profile, "a")["verdict"], "satisfied")
        both = run(document, *answers, profile="p", parameters={"bar": "0.75"})
        self.assertEqual(finding(both, "a")["verdict"], "partial")

    def test_a_control_is_heard_by_what_takes_it(self):  # E2.7
        document = standard(control("c", answer_criterion(), value_criterion("0", "1"),
                                    value_criterion("0", "9"), tested_criterion()))
        result = run(document, record("v", value="5"), record("a", answer="yes"),
                     record("u", answer="unknown"), data("d", "x", True), sample("s", 1, 1, 0))
        heard = [[one["id"] for one in entry["records"]] for entry in finding(result)["criteria"]]
        self.assertEqual(heard, [["a", "s", "u"], ["s", "u"], ["s", "u", "v"], ["d", "s", "u"]])


if __name__ == "__main__":
    unittest.main()
