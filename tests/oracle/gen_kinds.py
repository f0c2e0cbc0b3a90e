"""Random kinds of data, tests over them, and data for them (E2.5, E2.6, E4.3)."""

from fractions import Fraction

from gen_values import chance, fresh, spelled, title

TYPES = ["text", "integer", "decimal", "boolean", "date", "one-of"]
OPS = {
    "text": ["equals", "one-of", "present"],
    "boolean": ["equals", "one-of", "present"],
    "one-of": ["equals", "one-of", "present"],
    "integer": ["equals", "one-of", "present", "at-least", "at-most"],
    "decimal": ["equals", "one-of", "present", "at-least", "at-most"],
    "date": ["equals", "one-of", "present", "at-least", "at-most", "before", "after"],
}
INTEGERS = ["-1", "0", "1", "2", "10"]
DECIMALS = ["-0.5", "0", "0.1", "1.1", "-1e-7", "0.1234567890123456789012345"]
CHOICES = ["u", "ŋ", "w"]


class KindMaker:
    def __init__(self, rng, window, parameters):
        self.rng, self.window, self.parameters = rng, window, parameters
        self.kinds = []

    def make(self):
        taken = set()
        self.kinds = [self._kind(taken) for _ in range(self.rng.choice((0, 1, 1, 1, 2)))]
        return self.kinds

    def _kind(self, taken):
        rng, names = self.rng, set()
        fields = []
        for _ in range(rng.choice((1, 2, 2, 3, 4))):
            field = {"id": fresh(rng, names), "title": title(rng), "type": rng.choice(TYPES)}
            if field["type"] == "one-of":
                field["values"] = [{"id": one} for one in CHOICES]
            if chance(rng, 0.1):
                field["unit"] = title(rng)
            fields.append(field)
        kind = {"id": fresh(rng, taken), "title": title(rng), "fields": fields}
        keys = rng.choice((0, 1, 1, 2))
        if keys:
            chosen = rng.sample(fields, min(keys, len(fields)))
            kind["key"] = [field["id"] for field in chosen]
        elif chance(rng, 0.1):
            kind["key"] = []
        return kind

    def value(self, field):
        """A literal of the field's type from a very small set, so that values recur."""
        rng = self.rng
        if field["type"] == "text":
            return rng.choice(["x", "ɔ", "X"])
        if field["type"] == "integer":
            return spelled(rng, rng.choice(INTEGERS))
        if field["type"] == "decimal":
            return spelled(rng, rng.choice(DECIMALS))
        if field["type"] == "boolean":
            return rng.choice([True, False])
        if field["type"] == "date":
            return self.window.near(-1, 0, 0, 1)
        return rng.choice(CHOICES)

    def _where_value(self, field):
        """As above, or a parameter for a number or a date (E2.6)."""
        place = self.parameters.place
        if field["type"] == "integer":
            return place("integer", Fraction(self.rng.choice(INTEGERS)), "-3", "12", 0.2)
        if field["type"] == "decimal":
            return place("decimal", Fraction(self.rng.choice(DECIMALS)), "-1", "2", 0.2)
        if field["type"] == "date":
            day = self.window.day
            return place("date", self.window.near(-1, 0, 0, 1), day(-2), day(2), 0.2)
        return self.value(field)

    def test(self):
        rng = self.rng
        kind = rng.choice(self.kinds)
        test = {"kind": kind["id"], "over": self._over()}
        conditions = rng.choice((0, 1, 1, 1, 2, 3))
        if conditions:
            test["where"] = [self._condition(kind) for _ in range(conditions)]
        elif chance(rng, 0.2):
            test["where"] = []
        return test

    def _condition(self, kind):
        rng = self.rng
        field = rng.choice(kind["fields"])
        op = rng.choice(OPS[field["type"]])
        condition = {"field": field["id"], "op": op}
        if op == "one-of":
            condition["value"] = [self._where_value(field) for _ in range(rng.choice((1, 2)))]
        elif op != "present":
            condition["value"] = self._where_value(field)
        return condition

    def _over(self):
        rng, place = self.rng, self.parameters.place
        word = rng.choice(["every", "every", "some", "count", "share"])
        if word == "count":
            return {"count": place("integer", rng.choice((1, 2, 2, 3)), 1, 4, 0.3)}
        if word == "share":
            share = rng.choice(["0.5", "0.8", "1", "1e-1", "0.6666666666666666666666667"])
            return {"share": place("decimal", share, "1e-1", "1", 0.3)}
        return word

    def data(self, kind):
        """Data of the kind: every key field, the others perhaps."""
        key = kind.get("key", [])
        return {
            field["id"]: self.value(field)
            for field in kind["fields"]
            if field["id"] in key or chance(self.rng, 0.8)
        }
