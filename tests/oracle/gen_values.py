"""Random small values for the case generator: ids, spelled numbers, dates, parameters."""

import datetime
from fractions import Fraction
from json.encoder import encode_basestring as quoted

from numbers_and_dates import Number, add_duration, exact_text

# Ids of many scripts; composed and decomposed é differ (nothing is normalised), and the last
# two sort differently by code point and by UTF-16 code unit.
IDS = ["a", "b", "B", "c-1", "c-10", "c-2", "ɲɛtaasira", "ŋɔ", "ɛ1", "kɔlɔsi", "zò", "\u00e9",
       "e\u0301", "Z", "_", "9", "10", "ߒߞߏ", "ja/1", "x~y", "\U0001e900\U0001e901", "\ufb01"]

MONTH_DURATIONS = ["P1M", "P2M", "P12M", "P1Y", "P13M", "P18M", "P2Y", "P4Y"]  # rising
DAY_DURATIONS = ["P1D", "P4D", "P1W", "P28D", "P30D", "P52W", "P365D", "P366D"]  # rising
ENDLESS = ["P9999Y", "P999999999Y", "P999999999M", "P999999999W", "P999999999D"]

AS_OF = ["2024-02-29", "2024-03-01", "2025-02-28", "2023-02-28", "2024-01-31", "2024-03-31",
         "2024-04-30", "2023-12-31", "2025-01-01", "2024-08-31", "2026-06-15", "2000-02-29",
         "2100-03-01", "1999-12-31", "9999-12-30", "0004-02-29"]


def chance(rng, share):
    return rng.random() < share


def fresh(rng, taken):
    """An id that is not yet taken in its name space."""
    while True:
        name = rng.choice(IDS)
        if name in taken or chance(rng, 0.3):
            name = f"{name}.{rng.randrange(40)}"
        if name not in taken:
            taken.add(name)
            return name


def title(rng):
    words = rng.choice(["kɔlɔsi", "t", "é\"\\/\n", "\U0001f4a7 ߒ", "x\ty"])
    return rng.choice([{"fr": words}, {"en": words}, {"fr": words, "en": "t"}])


def spelled(rng, value):
    """One of the many spellings of a decimal (E1.2), as number token or as text."""
    text = exact_text(Fraction(value))
    draw = rng.random()
    if draw < 0.55:
        return Number(text)
    if draw < 0.68:
        return text
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    if draw < 0.76:  # trailing zeros
        return rng.choice([Number, str])(text + ("0" if "." in text else ".0"))
    if draw < 0.82:  # leading zeros, in text only
        return sign + "00" + digits
    if draw < 0.86 and text == "0":
        return rng.choice([Number("-0"), Number("0.00"), "-0.0", Number("0e5")])
    whole, _, fraction = digits.partition(".")
    if draw < 0.93:  # all digits whole, the point in the exponent
        mantissa = (whole + fraction).lstrip("0") or "0"
        return rng.choice([Number, str])(f"{sign}{mantissa}{rng.choice('eE')}-{len(fraction)}")
    return rng.choice([Number, str])(f"{text}e+0")


class Window:
    """Days close around as_of, so that boundaries are often met exactly."""

    def __init__(self, rng, as_of):
        self.rng, self.as_of = rng, as_of
        self.start = datetime.date.fromisoformat(as_of).toordinal()

    def day(self, offset):
        last = datetime.date.max.toordinal()
        return datetime.date.fromordinal(min(max(self.start + offset, 1), last)).isoformat()

    def observed(self, max_age=None):
        """A day for `observed`; with a max_age often one that is just or just not too old."""
        rng = self.rng
        if max_age is not None and chance(rng, 0.5):
            return self._aged(max_age)
        return self.day(rng.choice((-3, -2, -2, -1, -1, -1, 0, 0, 0, 0, 1)))

    def _aged(self, max_age):
        count, unit = int(max_age[1:-1]), max_age[-1]
        days = {"D": 1, "W": 7, "M": 30.4375, "Y": 365.25}[unit] * min(count, 10**6)
        guess = -int(days)
        near = [self.day(guess + nudge) for nudge in range(-4, 5)]
        hits = [day for day in near if add_duration(day, max_age) == self.as_of]
        if hits and chance(self.rng, 0.5):
            return self.rng.choice(hits)
        return self.rng.choice(near)

    def near(self, *offsets):
        return self.day(self.rng.choice(offsets or (-2, -1, 0, 0, 1, 2)))

    def span(self):
        """from and until, often with as_of on one of them, sometimes over or not begun."""
        first = self.rng.choice((-4, -2, -1, 0, 0, 1, 1, 2))
        last = max(first, self.rng.choice((-2, -1, -1, 0, 0, 1, 2)))
        return first, last


class Parameters:
    """Parameters declared while the standard is made, with the values they may be set to."""

    def __init__(self, rng):
        self.rng = rng
        self.declared = []  # documents
        self.choices = {}  # id -> (type, [values])
        self.taken = set()

    def place(self, type_name, value, low, high, often=0.15):
        """A literal, or a new parameter whose bounds keep every setting valid."""
        rng = self.rng
        if not chance(rng, often):
            return self.written(type_name, value)
        if type_name == "decimal" and all(Fraction(one).denominator == 1
                                          for one in (value, low, high)) and chance(rng, 0.5):
            type_name = "integer"  # fits a decimal place too
        name = fresh(rng, self.taken)
        self.declared.append({
            "id": name, "title": title(rng), "type": type_name,
            "default": self.written(type_name, value),
            "min": self.written(type_name, low), "max": self.written(type_name, high),
        })
        self.choices[name] = (type_name, [value, low, high])
        return {"parameter": name}

    def written(self, type_name, value):
        return spelled(self.rng, value) if type_name in ("integer", "decimal") else value

    def setting(self, name):
        """A value within the bounds."""
        type_name, values = self.choices[name]
        return self.written(type_name, self.rng.choice(values))

    def setting_text(self, name):
        return str(self.setting(name))


def json_of(tree):
    """JSON with number tokens as they are and members in the order they have."""
    if isinstance(tree, Number):
        return str(tree)
    if isinstance(tree, str):
        return quoted(tree)
    if isinstance(tree, bool):
        return "true" if tree else "false"
    if isinstance(tree, list):
        return "[" + ",".join([json_of(item) for item in tree]) + "]"
    return "{" + ",".join([quoted(key) + ":" + json_of(tree[key]) for key in tree]) + "}"
