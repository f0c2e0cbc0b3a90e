"""Numbers and dates (E1): read from text, exact inside, written once at the end."""

import calendar
import datetime
from fractions import Fraction
from functools import lru_cache


class Number(str):
    """A JSON number token that keeps its text (E1.2: never through a float)."""


@lru_cache(maxsize=100_000)
def decimal(text):
    """The exact value of a decimal's text, given as JSON number or string (E1.2)."""
    return Fraction(str(text))


@lru_cache(maxsize=100_000)
def result_text(value):
    """A result as a string: at most 20 fractional digits, half to even, no `-0` (E1.2)."""
    units = round(value * 10**20)  # Fraction rounds half to even
    return _written(units, 20)


@lru_cache(maxsize=100_000)
def exact_text(value):
    """A decimal in the form of E1.2 without the limit of 20 digits (E2.2)."""
    places = 0
    while value.denominator != 1:
        value *= 10
        places += 1
    return _written(value.numerator, places)


def _written(units, places):
    """units / 10**places as `-?(0|[1-9][0-9]*)(\\.[0-9]*[1-9])?` (E1.2)."""
    digits = str(abs(units)).rjust(places + 1, "0")
    whole, fraction = digits[: len(digits) - places], digits[len(digits) - places :]
    fraction = fraction.rstrip("0")
    sign = "-" if units < 0 else ""
    return sign + whole + ("." + fraction if fraction else "")


# A date stays its text: YYYY-MM-DD sorts as text the way days follow each other.

NEVER_ENDS = None


@lru_cache(maxsize=100_000)
def add_duration(day, duration):
    """The day `duration` after `day`, or NEVER_ENDS beyond the year 9999 (E1.3)."""
    start = datetime.date.fromisoformat(day)
    count, unit = int(duration[1:-1]), duration[-1]
    if unit in "DW":
        days = count * 7 if unit == "W" else count
        if start.toordinal() + days > datetime.date.max.toordinal():
            return NEVER_ENDS
        return datetime.date.fromordinal(start.toordinal() + days).isoformat()
    months = count * 12 if unit == "Y" else count
    return _months_later(start, months)


def _months_later(start, months):
    """Months added, clamped to the end of the month (E1.3)."""
    total = start.year * 12 + (start.month - 1) + months
    year, month = total // 12, total % 12 + 1
    if year > 9999:
        return NEVER_ENDS
    last_day = calendar.monthrange(year, month)[1]
    return datetime.date(year, month, min(start.day, last_day)).isoformat()
