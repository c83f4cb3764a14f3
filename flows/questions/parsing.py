"""Numbers as people write them: "12,5", "5'11", "about 3", "seventy", "1 year and 6 months"."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import pairwise

from flows.questions.answers import Problem
from flows.questions.matching import near
from flows.words import T

Amounts = tuple[tuple[Fraction, str], ...]
"""Numbers in the order they were written, each with the first word behind it ("" for none)."""

ONE_PLEASE = Problem(T("Please give one number, not a range."))
NO_NUMBER = Problem(
    T("I could not read that as a number. Please tap a button or type one number.")
)

SIGNS = (
    ("''", '"'), ("’", "'"), ("′", "'"), ("´", "'"), ("`", "'"), ("″", '"'), ("”", '"'),
    ("½", " 1/2"), ("¼", " 1/4"), ("¾", " 3/4"), ("−", "-"), ("–", "-"), ("—", "-"),
)  # fmt: skip
FILLERS = frozenset({
    "-", "a", "about", "am", "an", "and", "approx", "approximately", "around", "ca", "circa",
    "exactly", "for", "i", "im", "is", "it", "its", "just", "like", "my", "of", "only",
    "probably", "roughly", "so", "the", "there", "was",
})  # fmt: skip
BOUNDS = frozenset({
    "<", ">", "less", "more", "over", "under", "than", "below", "above", "between", "to", "or",
    "until", "plus",
})  # fmt: skip
WORDS = {
    "zero": 0, "none": 0, "never": 0, "nothing": 0, "one": 1, "once": 1, "two": 2, "twice": 2,
    "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
}  # fmt: skip
QUOTES = {"'": "ft", '"': "in"}
_CONTRACTED = re.compile(r"(?<=[a-z])'(?=[a-z])")
_WORD = re.compile(r"[13]/[24]\b|\d{1,9}(?:[.,]\d{1,9})?|[^\W\d_]+|[-<>'\"/]")


def amounts(reply: str) -> Amounts | Problem:
    """Read every number of a reply with the word behind it; a Problem for a range or no number."""
    words: list[str] = _WORD.findall(_spelled(reply))
    if BOUNDS.intersection(words) or _ranged(words):
        return ONE_PLEASE
    found: list[tuple[Fraction, str]] = []
    for word in _numbers(w for w in words if w not in FILLERS):
        if isinstance(word, Fraction):
            found.append((word, ""))
        elif not found:
            return NO_NUMBER
        elif not found[-1][1]:
            found[-1] = (found[-1][0], word)
    return tuple(found) or NO_NUMBER


def total(found: Amounts, worth: Mapping[str, Fraction | int]) -> Fraction | Problem:
    """Add amounts up by what their units are worth; a bare number must stand alone."""
    if len(found) == 1 and not found[0][1]:
        return found[0][0]
    factors = [worth.get(unit, worth.get(unit.removesuffix("s"))) for _, unit in found]
    if not all(unit for _, unit in found):
        return ONE_PLEASE
    known = [f for f in factors if f is not None]
    if len(known) < len(factors):
        return NO_NUMBER
    return sum((n * f for (n, _), f in zip(found, known, strict=True)), Fraction(0))


def _spelled(reply: str) -> str:
    text = reply
    for sign, spelled in SIGNS:
        text = text.replace(sign, spelled)
    return _CONTRACTED.sub("", unicodedata.normalize("NFKC", text).casefold())


def _ranged(words: list[str]) -> bool:
    """Tell "3-4", and with it a number below zero: both have a minus before a digit."""
    signs = pairwise(words)
    return any(sign in {"-", "/"} and after[0].isdecimal() for sign, after in signs)


def _numbers(words: Iterable[str]) -> list[Fraction | str]:
    """Turn digits and number words into numbers, leaving the other words."""
    held: list[Fraction | str] = []
    for word in words:
        value = _value(word)
        before = held[-1] if held else ""
        if value is None:
            held.append(QUOTES.get(word, word))
        elif isinstance(before, Fraction) and _joins(before, value, word):
            held[-1] = before * value if word == "hundred" else before + value
        else:
            held.append(value)
    return held


def _value(word: str) -> Fraction | None:
    if word[0].isdecimal():
        return Fraction(word.replace(",", "."))
    if word == "half":
        return Fraction(1, 2)
    known = word if word in WORDS else _misspelled(word)
    return None if known is None else Fraction(WORDS[known])


def _misspelled(word: str) -> str | None:
    # Short words are left alone: "fine" is not five.
    close = [w for w in WORDS if min(len(w), len(word)) >= 5 and near(word, w)]
    return close[0] if len(close) == 1 else None


def _joins(held: Fraction, value: Fraction, word: str) -> bool:
    """Tell whether a number goes on with this word: "seventy five", "two hundred ten", "5 1/2"."""
    if word == "hundred":
        return held < 10
    if value < 1:
        return held.denominator == 1 and value > 0
    if word[0].isdecimal():
        return False
    return (held >= 100 and held % 100 == 0) or (held in range(20, 100, 10) and value < 10)
