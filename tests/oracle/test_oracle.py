"""Hand-computed examples of the rules: records, degrees and members (E1 to E4, E8)."""

import unittest
from fractions import Fraction

from canonical import canonical, digest
from evaluate import read_json
from numbers_and_dates import add_duration, decimal, exact_text, result_text
from small import (AS_OF, answer_criterion, control, criterion, data, ends, record, run, sample,
                   standard, states, tested_criterion, value_criterion)


class NumbersAndDates(unittest.TestCase):
    def test_results_have_twenty_digits_half_to_even(self):  # E1.2
        for value, written in [
            (Fraction(1, 3), "0.33333333333333333333"), (Fraction(2, 3), "0.66666666666666666667"),
            (Fraction(5, 10**21), "0"), (Fraction(15, 10**21), "0.00000000000000000002"),
            (Fraction(25, 10**21), "0.00000000000000000002"), (Fraction(-5, 10**21), "0"),
            (Fraction(-1, 2), "-0.5"), (Fraction(1200), "1200"), (Fraction(0), "0"),
            (Fraction(25, 10**21) + Fraction(1, 10**40), "0.00000000000000000003"),
        ]:
            self.assertEqual(result_text(value), written)

    def test_exact_text_has_no_limit(self):  # E2.2
        for text, written in [("1.10", "1.1"), ("1e-1", "0.1"), ("-0.0", "0"), ("007.50", "7.5"),
                              ("1e30", "1" + "0" * 30), ("12E-30", "0." + "0" * 28 + "12"),
                              ("0.1234567890123456789012345", "0.1234567890123456789012345")]:
            self.assertEqual(exact_text(decimal(text)), written)

    def test_months_and_years_clamp(self):  # E1.3
        for day, duration, last in [
            ("2024-01-31", "P1M", "2024-02-29"), ("2023-01-31", "P1M", "2023-02-28"),
            ("2024-02-29", "P1Y", "2025-02-28"), ("2024-02-29", "P4Y", "2028-02-29"),
            ("2024-08-31", "P18M", "2026-02-28"), ("2024-12-31", "P2M", "2025-02-28"),
            ("2024-02-28", "P2D", "2024-03-01"), ("2024-02-28", "P1W", "2024-03-06"),
            ("9999-12-30", "P1D", "9999-12-31"), ("9999-12-30", "P2D", None),
            ("9998-12-31", "P12M", "9999-12-31"), ("9998-12-31", "P13M", None),
            ("2024-01-01", "P999999999W", None), ("2024-01-01", "P999999999Y", None),
        ]:
            self.assertEqual(add_duration(day, duration), last, (day, duration))

    def test_canonical_form_forgets_spelling_only(self):  # E2.2
        one = read_json('{"scale": 1e2, "id": "s", "groups": []}')
        other = read_json('{"groups": [], "id": "s", "scale": "100.0"}')
        self.assertEqual(canonical(one), '{"groups":[],"id":"s","scale":"100"}')
        self.assertEqual(digest(one), digest(other))
        self.assertEqual(canonical(read_json('{"\\ufb01": "\\u0001", "\\ud83a\\udd00": "é/"}')),
                         '{"\U0001e900":"é/","\ufb01":"\\u0001"}')  # UTF-16 order (RFC 8785)

    def test_data_by_field_type(self):  # E2.2
        dossier = {"evidence": [{"id": "r", "data": {"name": "1.0", "n": "1.0", "ok": True},
                                 "kind": "thing", "source": {"bytes": "1e1"}}]}
        self.assertEqual(
            canonical(dossier, standard()),
            '{"evidence":[{"data":{"n":"1","name":"1.0","ok":true},"id":"r","kind":"thing",'
            '"source":{"bytes":"10"}}]}')


class Standing(unittest.TestCase):
    def plain(self, *records, **options):
        return run(standard(control("c")), *records, **options)

    def test_boundaries_are_inclusive(self):  # E3.1
        document = standard(control("c", answer_criterion(max_age="P1M")))
        result = run(document, record("a", answer="yes", expires=AS_OF),
                     record("b", answer="yes", expires="2024-03-30"),
                     record("c", answer="yes", observed="2024-04-01"),
                     record("d", answer="yes", observed="2024-02-29"),
                     record("e", answer="yes", withdrawn={"date": AS_OF, "reason": "r"}),
                     record("f", answer="yes", withdrawn={"date": "2024-04-01", "reason": "r"}))
        self.assertEqual(states(result), {
            "a": "stands", "b": ["expired"], "c": ["not-yet-observed"], "d": ["too-old"],
            "e": ["withdrawn"], "f": "stands"})
        # 2024-01-31 + P1M ends on 2024-02-29.
        result = run(document, record("a", answer="yes", observed="2024-01-31"), as_of="2024-02-29")
        self.assertEqual(states(result), {"a": "stands"})

    def test_stricter_assurance_of_the_two(self):  # E3.1
        document = standard(control("c", answer_criterion(assurance="documented")))
        records = [record(name, answer="yes", assurance=name)
                   for name in ("declared", "documented", "verified")]
        low = ["assurance-too-low"]
        self.assertEqual(states(run(document, *records)),
                         {"declared": low, "documented": "stands", "verified": "stands"})
        self.assertEqual(states(run(document, *records, assurance="verified")),
                         {"declared": low, "documented": low, "verified": "stands"})

    def test_supersession(self):  # E3.1
        result = self.plain(record("a", answer="no"), record("b", answer="no", supersedes="a"),
                            record("c", answer="yes", supersedes=["b"]))
        self.assertEqual(states(result), {"a": ["superseded"], "b": ["superseded"], "c": "stands"})
        # Through one that does not count; not for a lower assurance; not by one set aside.
        result = self.plain(record("a", answer="no"),
                            record("b", answer="no", supersedes="a", observed="2025-01-01"),
                            record("c", answer="yes", supersedes="b"))
        self.assertEqual(states(result), {"a": ["superseded"], "c": "stands",
                                          "b": ["not-yet-observed", "superseded"]})
        result = self.plain(record("a", answer="no", assurance="verified"),
                            record("b", answer="yes", supersedes="a", assurance="documented"))
        self.assertEqual(states(result), {"a": "stands", "b": "stands"})
        result = self.plain(record("a", answer="no"),
                            record("b", answer="yes", supersedes="a", expires="2024-01-01"))
        self.assertEqual(states(result), {"a": "stands", "b": ["expired"]})

    def test_supersession_through_another_criterion(self):  # E3.1
        result = run(standard(control("c"), control("d")), record("a", answer="no"),
                     record("b", "d", answer="no", supersedes="a"),
                     record("c", answer="yes", supersedes="b"))
        self.assertEqual(states(result), {"a": ["superseded"], "c": "stands"})
        self.assertEqual(states(result, "d"), {"b": "stands"})

    def test_newest_of_a_source_stands(self):  # E3.2
        one = {"source": {"id": "s"}}
        result = self.plain(
            record("old", answer="yes", observed="2024-01-01", received="2024-03-01", **one),
            record("late", answer="yes", received="2024-03-02", **one),
            record("tied", answer="no", received="2024-03-02", **one),
            record("missing", answer="yes", **one),
            record("paper", answer="yes", observed="2024-01-01", assurance="documented", **one),
            record("uri", answer="yes", observed="2024-01-01", source={"uri": "s"}),
            record("own", answer="yes", observed="2024-01-01", source={"locator": "s"}))
        self.assertEqual(states(result), {
            "old": "displaced", "late": "stands", "tied": "stands", "missing": "displaced",
            "paper": "stands", "uri": "stands", "own": "stands"})

    def test_unknown_displaces_and_says_nothing(self):  # E3.3, FORMAT
        one = {"source": {"id": "s"}}
        result = self.plain(record("a", answer="yes", observed="2024-01-01", **one),
                            record("b", answer="unknown", **one))
        self.assertEqual(states(result), {"a": "displaced", "b": "stands"})
        self.assertEqual(ends(criterion(result)["degree"]), ("0", "1"))
        self.assertEqual(criterion(result)["reasons"], ["answered-unknown"])

    def test_not_applicable(self):  # E3.4
        result = self.plain(record("a", answer="not-applicable", remark="r"))
        self.assertIsNone(criterion(result)["degree"])
        result = self.plain(record("a", answer="not-applicable", remark="r"),
                            record("b", answer="yes"))
        self.assertEqual(states(result), {"a": ["not-applicable-contested"], "b": "stands"})
        self.assertEqual(ends(criterion(result)["degree"]), ("1", "1"))
        self.assertEqual(criterion(result)["reasons"], ["not-applicable-contested"])

    def test_conflicts(self):  # E3.5
        def reasons(*records):
            return criterion(run(standard(control("c", value_criterion())), *records))["reasons"]
        conflict, one = ["conflicting-evidence"], {"source": {"id": "s"}}
        self.assertEqual(reasons(record("a", value="1"), record("b", value="2")), conflict)
        self.assertEqual(reasons(record("a", value="1"), record("b", value="1.0")), [])
        self.assertEqual(reasons(record("a", value="1", **one), record("b", value="2", **one)),
                         conflict)
        self.assertEqual(reasons(record("a", value="2", assurance="verified", **one),
                                 record("b", value="1", **one)), [])
        self.assertEqual(reasons(sample("a", 10, 10, 1), sample("b", 20, 20, 2)), conflict)

    def test_conflict_of_absent_field(self):  # E3.5
        document = standard(control("c", tested_criterion(where=[])))
        result = run(document, data("a", "x"), data("b", "x", True), data("d", "y", False))
        self.assertEqual(criterion(result)["reasons"], ["conflicting-evidence"])
        result = run(document, data("a", "x"), data("d", "y", False))
        self.assertEqual(criterion(result)["reasons"], [])


class Degrees(unittest.TestCase):
    def degree(self, made, *records, **options):
        return ends(criterion(run(standard(control("c", made)), *records, **options))["degree"])

    def test_answers_values_samples(self):  # E4.1, E4.2
        self.assertEqual(self.degree(answer_criterion()), ("0", "1"))
        self.assertEqual(self.degree(answer_criterion(), record("a", answer="some")),
                         ("0.25", "0.25"))
        self.assertEqual(self.degree(value_criterion("-5", "15"), record("a", value="0")),
                         ("0.25", "0.25"))
        self.assertEqual(self.degree(value_criterion("-5", "15", "lower"), record("a", value="0")),
                         ("0.75", "0.75"))
        self.assertEqual(self.degree(answer_criterion(), sample("a", 4, 10, 1)), ("0.3", "0.9"))
        # The least favourable, each end by itself.
        self.assertEqual(self.degree(answer_criterion(), sample("a", 4, 10, 1),
                                     record("b", answer="half")), ("0.3", "0.5"))

    def test_every(self):  # E4.3
        made = tested_criterion("every")
        yes, no = data("a", "x", True), data("b", "y", False)
        unsaid = data("d", "z")  # no field ok: incomplete-data
        self.assertEqual(self.degree(made, yes), ("1", "1"))
        self.assertEqual(self.degree(made, yes, no), ("0", "0"))
        self.assertEqual(self.degree(made, yes, unsaid), ("0", "1"))
        self.assertEqual(self.degree(made, yes, no, unsaid), ("0", "0"))
        self.assertEqual(self.degree(made, unsaid), ("0", "1"))

    def test_count_and_some(self):  # E4.3
        yes, no, unsaid = data("a", "x", True), data("b", "y", False), data("d", "z")
        self.assertEqual(self.degree(tested_criterion("some"), yes, no), ("1", "1"))
        self.assertEqual(self.degree(tested_criterion("some"), no), ("0", "0"))
        self.assertEqual(self.degree(tested_criterion("some"), no, unsaid), ("0", "1"))
        two = tested_criterion({"count": 2})
        self.assertEqual(self.degree(two, yes, no), ("0", "0"))
        self.assertEqual(self.degree(two, yes, unsaid), ("0", "1"))
        self.assertEqual(self.degree(two, yes, data("e", "w", True), no), ("1", "1"))

    def test_share(self):  # E4.3
        half = tested_criterion({"share": "0.5"})
        yes, no, unsaid = data("a", "x", True), data("b", "y", False), data("d", "z")
        self.assertEqual(self.degree(half, yes, no), ("1", "1"))
        self.assertEqual(self.degree(half, yes, no, data("e", "w", False)), ("0", "0"))
        self.assertEqual(self.degree(half, yes, no, unsaid), ("0", "1"))

    def test_members(self):  # E4.3
        def counts(*records):
            made = criterion(run(standard(control("c", tested_criterion())), *records))
            return tuple(made["members"][word] for word in ("true", "false", "unknown"))
        yes = data("a", "x", True)
        self.assertEqual(counts(yes, data("b", "x", False)), (0, 1, 0))
        self.assertEqual(counts(yes, data("b", "y", True, expires="2024-01-01")), (1, 0, 1))
        self.assertEqual(counts(yes, data("b", "y", True, observed="2025-01-01")), (1, 0, 0))
        gone = {"withdrawn": {"date": AS_OF, "reason": "r"}}
        self.assertEqual(counts(yes, data("b", "y", expires="2024-01-01", **gone)), (1, 0, 0))
        # One record gone, the other only expired: the thing is still a member.
        self.assertEqual(counts(yes, data("b", "y", True, **gone),
                                data("d", "y", True, expires="2024-01-01")), (1, 0, 1))

    def test_members_of_a_keyless_kind(self):  # E2.5
        made = tested_criterion({"count": 2}, kind="loose")
        self.assertEqual(self.degree(made, data("a", "x", True, kind="loose"),
                                     data("b", "x", True, kind="loose")), ("1", "1"))

    def test_where(self):  # E4.3
        def where(conditions, **said):
            one = record("a", None, kind="thing", data={"name": "x", **said})
            result = run(standard(control("c", tested_criterion(where=conditions))), one)
            return criterion(result)["records"][0]["where"]
        present = {"field": "n", "op": "present"}
        least = {"field": "n", "op": "at-least", "value": "1.0"}
        before = {"field": "day", "op": "before", "value": AS_OF}
        self.assertEqual(where([present]), "false")
        self.assertEqual(where([least]), "unknown")
        self.assertEqual(where([least, present]), "false")
        self.assertEqual(where([least, present], n="1"), "true")
        self.assertEqual(where([least, before], n="2"), "unknown")
        self.assertEqual(where([before], day=AS_OF), "false")
        self.assertEqual(where([{**before, "op": "at-most"}], day=AS_OF), "true")
        self.assertEqual(where([{"field": "n", "op": "one-of", "value": ["2", "1e0"]}], n="1.00"),
                         "true")
        self.assertEqual(where([]), "true")

    def test_sample_on_a_test(self):  # E4.4
        every, most = tested_criterion("every"), tested_criterion({"share": "0.8"})
        self.assertEqual(self.degree(every, sample("a", 10, 10, 0)), ("1", "1"))
        self.assertEqual(self.degree(every, sample("a", 5, 10, 0)), ("0", "1"))
        self.assertEqual(self.degree(every, sample("a", 5, 10, 1)), ("0", "0"))
        self.assertEqual(self.degree(most, sample("a", 10, 10, 2)), ("1", "1"))
        self.assertEqual(self.degree(most, sample("a", 9, 10, 2)), ("0", "1"))
        self.assertEqual(self.degree(most, sample("a", 9, 10, 3)), ("0", "0"))

    def test_claim_contradicted(self):  # E8
        def reasons(*records):
            return criterion(run(standard(control("c")), *records))["reasons"]
        high, low = {"assurance": "verified"}, {"assurance": "declared"}
        both = ["claim-contradicted", "conflicting-evidence"]
        self.assertEqual(reasons(record("a", answer="half", **high),
                                 record("b", answer="yes", **low)), both)
        self.assertEqual(reasons(record("a", answer="half", **high),
                                 record("b", answer="some", **low)), ["conflicting-evidence"])
        # The verified one decides neither end.
        self.assertEqual(reasons(record("a", answer="half", **high), record("b", answer="yes"),
                                 record("d", answer="no", **high)), both)
        self.assertEqual(reasons(record("a", answer="half", **high), record("b", answer="yes"),
                                 record("d", answer="no")), ["conflicting-evidence"])


if __name__ == "__main__":
    unittest.main()
