"""Units people count in, and exact conversions of lengths and weights.

An inch is 2.54 cm and a pound 0.45359237 kg by definition (international yard and pound, 1959);
a foot is 12 inches, a stone 14 pounds.
"""

from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct

from flows.words import T, Text

CM = {
    "cm": Fraction(1), "centimeter": Fraction(1), "centimetre": Fraction(1),
    "m": Fraction(100), "meter": Fraction(100), "metre": Fraction(100),
    "in": Fraction("2.54"), "inch": Fraction("2.54"), "inche": Fraction("2.54"),
    "ft": Fraction("30.48"), "foot": Fraction("30.48"), "feet": Fraction("30.48"),
}  # fmt: skip
KG = {
    "kg": Fraction(1), "kilo": Fraction(1), "kilogram": Fraction(1), "kilogramme": Fraction(1),
    "lb": Fraction("0.45359237"), "pound": Fraction("0.45359237"),
    "st": Fraction("6.35029318"), "stone": Fraction("6.35029318"),
}  # fmt: skip


class Unit(Struct, frozen=True):
    """What is counted: how one and many are said, and the words that may follow a number.

    Each word has its worth in this unit; a result that is not whole is rounded down. An `ordinal`
    one counts places: "week 14", "the 14th".
    """

    one: str
    many: str
    words: Mapping[str, Fraction | int]
    ordinal: bool = False

    def worth(self, word: str) -> Fraction | int:
        """Say how many of this unit one of a word's is: 12 for a year in months."""
        return self.words.get(word, self.words.get(word.removesuffix("s"), 1))


_WEEK = Fraction(1)
_DAY = Fraction(1, 7)
_MONTH = Fraction(36525, 8400)

YEARS = Unit("{n} year", "{n} years", {"year": 1, "y": 1, "yr": 1, "yo": 1})
MONTHS = Unit(
    "{n} month",
    "{n} months",
    {"month": 1, "mo": 1, "year": 12, "y": 12, "yr": 12, "week": 1 / _MONTH, "day": _DAY / _MONTH},
)
WEEKS = Unit(
    "{n} week",
    "{n} weeks",
    {"week": 1, "wk": 1, "w": 1, "day": _DAY, "d": _DAY, "month": _MONTH, "year": 12 * _MONTH},
)
DAYS = Unit("{n} day", "{n} days", {"day": 1, "d": 1, "x": 1, "time": 1})
SECONDS = Unit(
    "{n} second", "{n} seconds", {"second": 1, "sec": 1, "s": 1, "minute": 60, "min": 60}
)
BEATS = Unit("{n} beat", "{n} beats", {"beat": 1, "bpm": 1})
PUSHUPS = Unit("{n} push-up", "{n} push-ups", {"rep": 1, "push": 1, "pushup": 1})
TAPS = Unit("{n} tap", "{n} taps", {"tap": 1, "touch": 1})
REPS = Unit("{n} rep", "{n} reps", {"rep": 1, "repetition": 1, "x": 1})
CENTIMETRES = Unit("{n} cm", "{n} cm", CM)
KILOGRAMS = Unit("{n} kg", "{n} kg", KG)
POUNDS = Unit("{n} lb", "{n} lb", {word: worth / KG["lb"] for word, worth in KG.items()})
MMHG = Unit("{n} mmHg", "{n} mmHg", {"mmhg": 1, "mm": 1})
PREGNANCY = Unit("week {n}", "week {n}", {"week": 1, "month": 4}, ordinal=True)
MINUTES = Unit("{n} minute", "{n} minutes", {"minute": 1, "min": 1, "hour": 60, "hr": 60, "h": 60})
SESSIONS = Unit("{n} session", "{n} sessions", {"session": 1, "time": 1, "x": 1, "workout": 1})


def counted(n: int, unit: Unit) -> Text:
    """Say a number with its unit: "1 week", "3 weeks"."""
    return T(unit.one if n == 1 else unit.many, n=n)


def feet(cm: float) -> tuple[int, int]:
    """Convert centimetres to feet and whole inches."""
    inches = round(Fraction(str(cm)) / CM["in"])
    return divmod(inches, 12)


def pounds(kg: float) -> int:
    """Convert kilograms to whole pounds."""
    return round(Fraction(str(kg)) / KG["lb"])
