"""Answer kinds for body height and weight, metric or imperial; metric inside, and exact."""

from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct

from flows.questions.answers import Answer, Draft, Keys, Problem
from flows.questions.keyboards import Ladder, stepped, stepper
from flows.questions.parsing import Amounts, amounts, total
from flows.questions.units import CM, KG, feet, pounds
from flows.words import T, Text

HEIGHT = Problem(T("Please write your height like 180 cm, 1.80 m or 5 ft 11."))
WEIGHT = Problem(T("Please write your weight with its unit, like 80 kg, 176 lb or 11 st 4."))
HEIGHTS = (120, 230)
WEIGHTS = (30, 300)
PLAIN_KG = 150
"""A bare number above this may be pounds, so the unit is asked for."""
SMALLER = {"ft": ("in", 12), "feet": ("in", 12), "foot": ("in", 12), "m": ("cm", 100)}
SMALLER |= {"metre": ("cm", 100), "meter": ("cm", 100)}
SMALLER |= {"st": ("lb", 14), "stone": ("lb", 14)}
"""What a bare number behind a big unit counts, and how many make the next big one."""


class Height(Struct, frozen=True, tag="height"):
    """A body height; the answer is in cm."""

    def parse(self, reply: str) -> Answer | Problem:
        """Read "180", "1,80 m", "1m80", "5'11" or "71 in"."""
        found = amounts(reply)
        if isinstance(found, Problem):
            return found
        if len(found) == 1 and not found[0][1]:
            found = ((found[0][0], "m" if found[0][0] < 3 else "cm"),)
        return _measured(found, CM, HEIGHTS, HEIGHT)

    def keys(self, chosen: Answer | None) -> Keys:
        """Show a stepper by the centimetre."""
        return stepper(_HEIGHT_LADDER, _place(chosen, HEIGHTS, 170))

    def tap(self, index: int, chosen: Answer | None) -> Answer | Draft | None:
        """Read a tapped step or OK; None for no such key."""
        return _tapped(index, chosen, HEIGHTS, 170)

    def say(self, answer: Answer) -> Text:
        """Read a height back in both systems."""
        return height(_number(answer))

    def takes(self, answer: Answer) -> bool:
        """Tell whether a stored value can be an answer of this kind."""
        return _takes(answer, HEIGHTS)


class Weight(Struct, frozen=True, tag="weight"):
    """A body weight; the answer is in kg."""

    def parse(self, reply: str) -> Answer | Problem:
        """Read "80", "80,5 kg", "176 lb" or "11 st 4"."""
        found = amounts(reply)
        if isinstance(found, Problem):
            return found
        if len(found) == 1 and not found[0][1] and found[0][0] <= PLAIN_KG:
            found = ((found[0][0], "kg"),)
        return _measured(found, KG, WEIGHTS, WEIGHT)

    def keys(self, chosen: Answer | None) -> Keys:
        """Show a stepper by the kilogram."""
        return stepper(_WEIGHT_LADDER, _place(chosen, WEIGHTS, 75))

    def tap(self, index: int, chosen: Answer | None) -> Answer | Draft | None:
        """Read a tapped step or OK; None for no such key."""
        return _tapped(index, chosen, WEIGHTS, 75)

    def say(self, answer: Answer) -> Text:
        """Read a weight back in both systems."""
        return weight(_number(answer))

    def takes(self, answer: Answer) -> bool:
        """Tell whether a stored value can be an answer of this kind."""
        return _takes(answer, WEIGHTS)


def height(cm: float) -> Text:
    """Say a height: "180 cm (5 ft 11 in)"."""
    ft, inches = feet(cm)
    return T("{cm} cm ({ft} ft {inches} in)", cm=_short(cm), ft=ft, inches=inches)


def weight(kg: float) -> Text:
    """Say a weight: "79.8 kg (176 lb)"."""
    return T("{kg} kg ({lb} lb)", kg=_short(kg), lb=pounds(kg))


_HEIGHT_LADDER = Ladder(
    HEIGHTS[1] - HEIGHTS[0] + 1,
    tuple(cm - HEIGHTS[0] for cm in (150, 160, 170, 180, 190)),
    (1, 5),
    lambda place: height(HEIGHTS[0] + place),
)
_WEIGHT_LADDER = Ladder(
    WEIGHTS[1] - WEIGHTS[0] + 1,
    tuple(kg - WEIGHTS[0] for kg in (50, 60, 70, 80, 90, 100, 120)),
    (1, 5),
    lambda place: weight(WEIGHTS[0] + place),
)


def _measured(
    found: Amounts, worth: Mapping[str, Fraction], span: tuple[int, int], problem: Problem
) -> Answer | Problem:
    value = total(_completed(found), worth)
    if isinstance(value, Problem) or not _sound(found):
        return problem
    lo, hi = span
    return float(value) if lo <= value <= hi else problem


def _completed(found: Amounts) -> Amounts:
    """Name the last number's unit where the one before implies it: 5 ft 11, 1 m 80, 11 st 4."""
    if len(found) != 2 or found[1][1]:
        return found
    unit = SMALLER.get(found[0][1], ("", 0))[0]
    return (found[0], (found[1][0], unit))


def _sound(found: Amounts) -> bool:
    """Refuse what nobody can mean: a bare number without a unit, 5.9 ft, 5 ft 30."""
    if len(found) == 1:
        value, unit = found[0]
        return bool(unit) and (value.denominator == 1 or unit not in {"ft", "feet", "foot"})
    (big, unit), (small, _) = found[:2]
    return len(found) == 2 and big.denominator == 1 and small < SMALLER.get(unit, ("", 0))[1]


def _tapped(
    index: int, chosen: Answer | None, span: tuple[int, int], start: int
) -> Answer | Draft | None:
    lo, hi = span
    # OK keeps what was typed to the gram; only a step rounds to the grid.
    if index == 0 and chosen is not None:
        return _number(chosen)
    place = stepped(index, _place(chosen, span, start), hi - lo + 1)
    if isinstance(place, Draft):
        return Draft(float(lo + index - 1))
    return None if place is None else float(lo + place)


def _place(chosen: Answer | None, span: tuple[int, int], start: int) -> int:
    return (start if chosen is None else round(_number(chosen))) - span[0]


def _takes(answer: Answer, span: tuple[int, int]) -> bool:
    return type(answer) in {int, float} and span[0] <= _number(answer) <= span[1]


def _number(answer: Answer) -> float:
    return float(answer) if isinstance(answer, int | float) else 0.0


def _short(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
