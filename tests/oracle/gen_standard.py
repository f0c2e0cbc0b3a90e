"""Random small valid standards (E2.4 to E2.8)."""

from fractions import Fraction

from gen_kinds import KindMaker
from gen_values import (DAY_DURATIONS, ENDLESS, MONTH_DURATIONS, Parameters, chance, fresh,
                        spelled, title)

LONG_THIRD = "0.3333333333333333333333333"  # 25 digits
WEIGHTS = ["1", "2", "3", "0.5", "0.1", LONG_THIRD, "1e-3", "7"]
# Bounds of value criteria; eighths of each range are values of at most 30 digits.
RANGES = [("0", "100"), ("-5", "5"), ("0.1", "0.30"), ("0", "3"), ("1e-20", "3e-20"), ("0", "7"),
          ("-0.1234567890123456789012345", "0.9234567890123456789012346"), ("-1", "1e20")]
DEGREES = [["0", "1"], ["0", "0.5", "1"], ["0", "0.25", "0.5", "0.75", "1"],
           ["0.2", "0.6", "1"], ["0", "0.1428571428571428571428571", "1"], ["0.5"],
           ["0", "0.000000000000000000005", "0.500000000000000000015", "1"]]  # halves at digit 20


class StandardMaker:
    def __init__(self, rng, window):
        self.rng, self.window = rng, window
        self.parameters = Parameters(rng)
        self.group_ids, self.control_ids, self.criterion_ids = set(), set(), set()
        self.optional, self.droppable = [], []
        self.sources = []

    def make(self):
        rng = self.rng
        self.scales = self._scales()
        self.kind_maker = KindMaker(rng, self.window, self.parameters)
        self.kinds = self.kind_maker.make()
        if chance(rng, 0.3):
            self.sources = [{"id": fresh(rng, set()), "title": title(rng)}]
        scale = rng.choice(["100", "100", "10", "1", "36", "0.3", "1e3"])
        document = {
            "id": rng.choice(["std", "sariya-ɲɛ"]), "edition": rng.choice(["1", "2024", "1.10"]),
            "title": title(rng), "publisher": title(rng),
            "subject": rng.choice(["country", ["organisation", "information-system"]]),
            "basis": rng.choice(["official", "paraphrase", "proposal"]),
            "scales": self.scales,
            "scale": spelled(rng, scale),
            "groups": self._groups(rng.choice((1, 1, 2, 2, 3, 3, 4, 5, 6, 8)), 3, True),
        }
        if self.sources:
            document["sources"] = self.sources
        if self.kinds:
            document["kinds"] = self.kinds
        if chance(rng, 0.5):
            document["combine"] = self._combine(False)
        if chance(rng, 0.85):
            document["levels"] = self._levels(Fraction(scale))
        if chance(rng, 0.4):
            document["exclusion"] = rng.choice(["forbid", "drop"])
        if self.parameters.declared:
            document["parameters"] = self.parameters.declared
        if chance(rng, 0.6):
            taken = set()
            document["profiles"] = [self._profile(taken) for _ in range(rng.choice((1, 1, 2)))]
        return document

    def _scales(self):
        rng, taken, found = self.rng, set(), []
        for _ in range(rng.choice((1, 2, 2))):
            names, degrees = ["yes", "ayi", "ɔwɔ", "d", "e"], rng.choice(DEGREES)
            answers = [{"id": name, "title": title(rng), "degree": spelled(rng, degree)}
                       for name, degree in zip(rng.sample(names, len(degrees)), degrees)]
            found.append({"id": fresh(rng, taken), "answers": answers})
        return found

    def _combine(self, on_control):
        word = self.rng.choice(["all", "any", "mean", "at_least"])
        if word != "at_least":
            return word
        k = self.rng.choice((1, 2, 2, 3))
        if on_control:
            return {"at_least": self.parameters.place("integer", k, 1, 4, 0.3)}
        return {"at_least": spelled(self.rng, k)}

    def _weights(self, count, anchored):
        """Weights of siblings (None: not written), at least one positive where anchored."""
        rng = self.rng
        found = [rng.choice([None, None, "0", *WEIGHTS]) if chance(rng, 0.5) else None
                 for _ in range(count)]
        if not anchored and chance(rng, 0.4):
            found = ["0"] * count
        anchor = rng.randrange(count)
        if anchored and found[anchor] == "0":
            found[anchor] = "1"
        return found, anchor if anchored else None

    # --- groups and controls -----------------------------------------------------------

    def _groups(self, controls, depth, anchored):
        rng = self.rng
        count = min(controls, rng.choice((1, 1, 2, 3)))
        cuts = sorted(rng.sample(range(1, controls), count - 1)) if count > 1 else []
        sizes = [b - a for a, b in zip([0, *cuts], [*cuts, controls])]
        weights, _ = self._weights(count, anchored)
        return [self._group(size, weight, depth) for size, weight in zip(sizes, weights)]

    def _group(self, controls, weight, depth):
        rng = self.rng
        group = {"id": fresh(rng, self.group_ids), "title": title(rng)}
        if weight is not None:
            group["weight"] = spelled(rng, weight)
        if chance(rng, 0.5):
            group["combine"] = self._combine(False)
        anchored = weight != "0"  # E2.8
        if depth > 1 and chance(rng, 0.35):
            group["groups"] = self._groups(controls, depth - 1, anchored)
        else:
            weights, anchor = self._weights(controls, anchored)
            group["controls"] = [self._control(one, number == anchor)
                                 for number, one in enumerate(weights)]
        return group

    def _control(self, weight, is_anchor):
        rng, place = self.rng, self.parameters.place
        control = {"id": fresh(rng, self.control_ids), "title": title(rng)}
        if weight is not None:
            least = "1e-3" if is_anchor else "0"
            # A parameter of weight may be 0 where the control is no anchor.
            control["weight"] = place("decimal", weight, min(Fraction(weight), Fraction(least)),
                                      "9", 0.25)
        if not is_anchor:
            self._leave_out(control)
        if chance(rng, 0.6):
            control["severity"] = rng.choice(["critical", "high", "medium", "low"])
        if chance(rng, 0.6):
            control["effort"] = place("decimal", rng.choice(["0", "1", "2", "0.5"]), "0", "5", 0.2)
        if chance(rng, 0.6):
            control["combine"] = self._combine(True)
        if chance(rng, 0.5):
            bar = rng.choice(["0.5", "0.8", "1", "0.75", "0.25", "1e-1", "0.6"])
            control["pass"] = place("decimal", bar, "1e-1", "1", 0.25)
        if chance(rng, 0.22):
            control["valid"] = self._valid()
        if self.sources and chance(rng, 0.5):
            control["references"] = [{"source": self.sources[0]["id"], "locator": "p. 1"}]
        if chance(rng, 0.05):
            control["legal"] = [{"title": title(rng), "status": "in-force", "from": "2020-01-01"}]
        self._criteria(control)
        return control

    def _leave_out(self, control):
        if chance(self.rng, 0.15):
            control["optional"] = True
            self.optional.append(control["id"])
        elif chance(self.rng, 0.3):
            self.droppable.append(control["id"])
            if chance(self.rng, 0.2):
                control["optional"] = False

    def _valid(self):
        first, last = self.window.span()
        day, place = self.window.day, self.parameters.place
        found = {}
        if chance(self.rng, 0.7):
            found["from"] = place("date", day(first), day(first - 1), day(first), 0.2)
        if chance(self.rng, 0.7):
            found["until"] = place("date", day(last), day(last), day(last + 1), 0.2)
        return found

    # --- criteria ----------------------------------------------------------------------

    def _criteria(self, control):
        rng = self.rng
        count = rng.choice((1, 1, 1, 2, 2, 3))
        # E2.8: only a control of weight 0 may have no criterion of positive weight.
        anchored = "weight" not in control or isinstance(control["weight"], dict)
        anchored = anchored or Fraction(control["weight"]) > 0
        weights, anchor = self._weights(count, anchored)
        found = []
        for number, weight in enumerate(weights):
            criterion = {}
            if count > 1 or control["id"] in self.criterion_ids or chance(rng, 0.5):
                criterion["id"] = fresh(rng, self.criterion_ids)
            else:
                self.criterion_ids.add(control["id"])  # E2.4: it takes the control's
            if weight is not None:
                least = "1e-3" if number == anchor else "0"
                criterion["weight"] = self.parameters.place(
                    "decimal", weight, min(Fraction(weight), Fraction(least)), "9", 0.15)
            self._limits(criterion)
            self._measure(criterion)
            found.append(criterion)
        control["criteria"] = found

    def _limits(self, criterion):
        rng = self.rng
        if chance(rng, 0.3):
            if chance(rng, 0.08):
                criterion["max_age"] = rng.choice(ENDLESS)
            else:
                family = rng.choice((MONTH_DURATIONS, MONTH_DURATIONS, DAY_DURATIONS))
                value, high = sorted((rng.randrange(8), rng.randrange(8)))
                criterion["max_age"] = self.parameters.place(
                    "duration", family[value], family[0], family[high], 0.15)
        if chance(rng, 0.25):
            criterion["assurance"] = rng.choice(["declared", "documented", "verified"])

    def _measure(self, criterion):
        rng, place = self.rng, self.parameters.place
        draw = rng.random()
        if draw < 0.4 and self.kinds:
            criterion["test"] = self.kind_maker.test()
        elif draw < 0.75:
            criterion["answer"] = rng.choice(self.scales)["id"]
        else:
            low, high = rng.choice(RANGES)
            criterion["value"] = {
                "min": place("decimal", low, Fraction(low) - 2, low, 0.15),
                "max": place("decimal", high, high, Fraction(high) + 5, 0.15),
                "better": rng.choice(["higher", "lower"]),
            }

    # --- levels and profiles -----------------------------------------------------------

    def _levels(self, scale):
        """Bounds at eighths of the scale, often hit exactly; at_least b may precede above b."""
        rng, taken = self.rng, set()
        bounds = [("at_least", Fraction(0))]
        for eighth in sorted(rng.sample(range(0, 10), rng.choice((1, 2, 3, 3, 4)))):
            both = chance(rng, 0.3)
            word = rng.choice(("at_least", "above"))
            for one in ("at_least", "above") if both else (word,):
                if (one, eighth) != ("at_least", 0):
                    bounds.append((one, scale * eighth / 8))
        found, step = [], scale / 32
        for number, (word, bound) in enumerate(bounds):
            alone = [other for _, other in bounds].count(bound) == 1
            place = spelled(rng, bound)
            if number > 0 and alone:
                place = self.parameters.place("decimal", bound, bound - step, bound + step, 0.12)
            found.append({"id": fresh(rng, taken), "title": title(rng), word: place})
        return found

    def _profile(self, taken):
        rng = self.rng
        profile = {"id": fresh(rng, taken), "title": title(rng)}
        names = [one for one in self.parameters.choices if chance(rng, 0.6)]
        if names:
            profile["parameters"] = [
                {"parameter": name, "value": self.parameters.setting(name), "reason": title(rng)}
                for name in names
            ]
        added = [one for one in self.optional if chance(rng, 0.6)]
        if added:
            profile["add"] = [{"control": one, "reason": title(rng)} for one in added]
        dropped = [one for one in self.droppable if chance(rng, 0.6)]
        if dropped:
            profile["drop"] = [{"control": one, "reason": title(rng)} for one in dropped]
        return profile
