"""Dates as people write them, counted from a given day: "14 March", "friday", "in 2 weeks"."""

import re
from datetime import date, timedelta

from flows.questions.answers import Problem
from flows.questions.matching import near, plain
from flows.questions.parsing import amounts, total

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
AHEAD = {"tomorrow": 1, "day after tomorrow": 2, "next week": 7, "a week": 7, "in a week": 7}
AHEAD |= {"a month": 30, "in a month": 30, "next month": 30}
SPANS = {"day": 1, "d": 1, "week": 7, "wk": 7, "w": 7, "month": 30}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4})?)?", re.ASCII)
_WORDED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+)(?: (\d{4}))?", re.ASCII)
_AMERICAN = re.compile(r"([a-z]+) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?", re.ASCII)


def read(reply: str, today: date) -> date | None:
    """Read a date; one without a year is the next such day after today. None when unclear."""
    said = reply.casefold().replace(" ", "")
    iso, numeric = _ISO.fullmatch(said), _NUMERIC.fullmatch(said)
    if iso is not None:
        year, month, day = (int(part) for part in iso.groups())
        return _made(year, month, day)
    if numeric is not None:
        return _numeric(numeric, today)
    return _weekday(plain(reply), today) or _named(plain(reply), today) or _ahead(reply, today)


def _numeric(match: re.Match[str], today: date) -> date | None:
    one, sign, other, year = match.groups()
    first, second = int(one), int(other)
    # 3/4 is in April here and in March there; only a dot or a number over 12 tells.
    if sign != "." and first <= 12 and second <= 12 and first != second:
        return None
    day, month = (second, first) if sign != "." and second > 12 else (first, second)
    return _next(month, day, year, today)


def _weekday(said: str, today: date) -> date | None:
    word = said.removeprefix("next ").removeprefix("on ")
    hits = [i for i, name in enumerate(DAYS) if len(word) >= 3 and _means(word, name)]
    return today + timedelta(days=(hits[0] - today.weekday() - 1) % 7 + 1) if hits else None


def _named(said: str, today: date) -> date | None:
    match, american = _WORDED.fullmatch(said), _AMERICAN.fullmatch(said)
    if match is not None:
        day, name, year = match.groups()
    elif american is not None:
        name, day, year = american.groups()
    else:
        return None
    hits = [i for i, month in enumerate(MONTHS, 1) if len(name) >= 3 and _means(name, month)]
    return _next(hits[0], int(day), year, today) if hits else None


def _ahead(reply: str, today: date) -> date | None:
    said = plain(reply)
    if said in AHEAD:
        return today + timedelta(days=AHEAD[said])
    found = amounts(said.removeprefix("in "))
    if isinstance(found, Problem) or not all(unit for _, unit in found):
        return None
    days = total(found, SPANS)
    if isinstance(days, Problem) or days > 3660:
        return None
    return today + timedelta(days=int(days))


def _means(word: str, name: str) -> bool:
    return name.startswith(word) or near(word, name)


def _next(month: int, day: int, year: str | None, today: date) -> date | None:
    if year is not None:
        return _made(int(year), month, day)
    found = _made(today.year, month, day)
    return found if found is None or found > today else _made(today.year + 1, month, day)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
