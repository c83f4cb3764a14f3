"""Answer kinds for whole numbers: a count with a unit, and a scale with words at both ends."""

import re
from fractions import Fraction

from msgspec import Struct

from flows.questions.answers import Answer, Draft, Keys, Option, Problem
from flows.questions.keyboards import Ladder, pad, stepped, stepper
from flows.questions.matching import hits_of, plain
from flows.questions.parsing import Amounts, amounts, total
from flows.questions.units import Unit, counted
from flows.words import T, Text, english

WHOLE = Problem(T("Please give a whole number."))
_PLACE = re.compile(r"\b(?:in|week|wk)\b(?=.*\d)|(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
_PAIR = re.compile(r"\D*(\d{2,3})\s*(?:/|:|over|by)\s*(\d{2,3})\D*")
PAD_UP_TO = 15
"""With no more values than this every one has its own button, without a stepper."""


class Mark(Struct, frozen=True):
    """A value of a Number that has a button of its own, under a name."""

    value: int
    option: Option


class Number(Struct, frozen=True, tag="number"):
    """A whole number of a unit from lo to hi; the answer is an int.

    With `marks` these are the buttons, and other numbers can be typed. Without, a short range
    has a button a value, a long one a stepper that starts at `start` and can jump to `jumps`.
    `of_two` is the place of a number that people tell with another one: 0 in "120 over 80".
    """

    lo: int
    hi: int
    unit: Unit
    start: int = 0
    jumps: tuple[int, ...] = ()
    steps: tuple[int, ...] = (1, 10)
    marks: tuple[Mark, ...] = ()
    of_two: int | None = None

    def parse(self, reply: str) -> Answer | Problem:
        """Read a mark's own words, or a number with or without a unit."""
        pair = None if self.of_two is None else _PAIR.fullmatch(reply.casefold())
        if pair is not None and self.of_two is not None:
            return within(Fraction(pair.groups()[self.of_two]), self.lo, self.hi)
        said = plain(reply)
        hits = () if said.isdecimal() else hits_of(said, tuple(m.option for m in self.marks))
        if len(hits) == 1:
            return self.marks[hits[0]].value
        found = amounts(_PLACE.sub(" ", reply) if self.unit.ordinal else reply)
        value = found if isinstance(found, Problem) else self._counted(found)
        return value if isinstance(value, Problem) else within(value, self.lo, self.hi)

    def keys(self, chosen: Answer | None) -> Keys:
        """Show the marks, or every value, or a stepper."""
        values = self.values()
        if not values:
            return stepper(self._ladder(), self._at(chosen))
        return pad(self._options(), [i for i, v in enumerate(values) if v == chosen])

    def tap(self, index: int, chosen: Answer | None) -> Answer | Draft | None:
        """Read a tapped value, step or OK; None for no such key."""
        values = self.values()
        if values:
            return values[index] if index < len(values) else None
        place = stepped(index, self._at(chosen), self.hi - self.lo + 1)
        if isinstance(place, Draft):
            return Draft(self.lo + index - 1)
        return None if place is None else self.lo + place

    def say(self, answer: Answer) -> Text:
        """Read an answer back with its unit, or as the mark's name."""
        named = (m.option.label for m in self.marks if m.value == answer)
        return next(named, counted(answer if isinstance(answer, int) else self.lo, self.unit))

    def takes(self, answer: Answer) -> bool:
        """Tell whether a stored value can be an answer of this kind."""
        return type(answer) is int and self.lo <= answer <= self.hi

    def _counted(self, found: Amounts) -> Fraction | Problem:
        value = total(found, self.unit.words)
        if isinstance(value, Problem) or value.denominator == 1:
            return value
        foreign = any(self.unit.worth(word) != 1 for _, word in found)
        return Fraction(value.__floor__()) if foreign else WHOLE

    def values(self) -> tuple[int, ...]:
        """List the values that have a button of their own; none when there is a stepper."""
        if self.marks:
            return tuple(m.value for m in self.marks)
        short = self.hi - self.lo < PAD_UP_TO
        return tuple(range(self.lo, self.hi + 1)) if short else ()

    def _options(self) -> tuple[Option, ...]:
        named = tuple(m.option for m in self.marks)
        return named or tuple(Option(str(v), T("{n}", n=v)) for v in self.values())

    def _at(self, chosen: Answer | None) -> int:
        value = chosen if isinstance(chosen, int) else self.start
        return min(max(value, self.lo), self.hi) - self.lo

    def _ladder(self) -> Ladder:
        return Ladder(
            size=self.hi - self.lo + 1,
            jumps=tuple(j - self.lo for j in self.jumps),
            steps=self.steps,
            say=lambda place: counted(self.lo + place, self.unit),
        )


class Scale(Struct, frozen=True, tag="scale"):
    """A number from lo to hi with words at both ends; the answer is an int.

    With `top` the highest value means "or more" and is written so ("5+").
    """

    lo: int
    hi: int
    low: Text
    high: Text
    top: Text | None = None

    def parse(self, reply: str) -> Answer | Problem:
        """Read a number ("7", "7/10", "5+"), or the words of an end."""
        said = plain(reply)
        ends = {plain(english(self.low)): self.lo, plain(english(self.high)): self.hi}
        if said in ends:
            return ends[said]
        if self.lo == 0 and said in {"no", "none", "nope", "nothing", "not at all"}:
            return 0
        found = amounts(re.sub(rf"\s*(/|out of|of)\s*{self.hi}\s*$|\+\s*$", "", reply))
        value = found if isinstance(found, Problem) else total(found, {})
        return value if isinstance(value, Problem) else within(value, self.lo, self.hi)

    def keys(self, chosen: Answer | None) -> Keys:
        """Show every value."""
        values = range(self.lo, self.hi + 1)
        options = [Option(str(v), self._label(v)) for v in values]
        return pad(options, [i for i, v in enumerate(values) if v == chosen])

    def tap(self, index: int, _chosen: Answer | None) -> Answer | None:
        """Read a tapped value; None for no such key."""
        return self.lo + index if self.lo + index <= self.hi else None

    def say(self, answer: Answer) -> Text:
        """Read an answer back with the scale's end, and the words when it is at an end."""
        value = answer if isinstance(answer, int) else self.lo
        ends = {self.lo: self.low, self.hi: self.high}
        shown = self._label(value)
        return T("{n} ({words})", n=shown, words=ends[value]) if value in ends else shown

    def takes(self, answer: Answer) -> bool:
        """Tell whether a stored value can be an answer of this kind."""
        return type(answer) is int and self.lo <= answer <= self.hi

    def _label(self, value: int) -> Text:
        return self.top if self.top is not None and value == self.hi else T("{n}", n=value)


def within(value: Fraction, lo: int, hi: int) -> int | Problem:
    """Let a whole number from lo to hi through; a Problem says what is wrong with another."""
    if value.denominator != 1:
        return WHOLE
    if lo <= value <= hi:
        return int(value)
    return Problem(T("Please give a number from {lo} to {hi}.", lo=lo, hi=hi))
