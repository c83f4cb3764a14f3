"""Skip logic as data: it can be checked when a form is built, drawn, and explained.

A condition on something unknown is neither true nor false, and neither is its opposite; a
question is shown only when its condition is true.
"""

from collections.abc import Mapping
from typing import assert_never

from msgspec import Struct

from flows.questions.answers import Answer


class Is(Struct, frozen=True, tag="is"):
    """The answer is this value."""

    key: str
    value: Answer


class OneOf(Struct, frozen=True, tag="one_of"):
    """The answer is one of these values."""

    key: str
    values: tuple[str, ...]


class AtLeast(Struct, frozen=True, tag="at_least"):
    """The answer is this number or more."""

    key: str
    value: float


class Has(Struct, frozen=True, tag="has"):
    """At least one of these options is ticked."""

    key: str
    options: tuple[str, ...]


class Not(Struct, frozen=True, tag="not"):
    """The condition is known to be false."""

    condition: "When"


class Both(Struct, frozen=True, tag="both"):
    """Both conditions hold."""

    one: "When"
    other: "When"


class Either(Struct, frozen=True, tag="either"):
    """At least one of the conditions holds."""

    one: "When"
    other: "When"


Atom = Is | OneOf | AtLeast | Has
When = Atom | Not | Both | Either
Truth = bool | None
"""None where what a condition asks about is unknown."""


def IsNot(key: str, value: Answer) -> Not:  # noqa: N802 - reads as the other conditions do
    """Make the condition that the answer is known and another one."""
    return Not(Is(key, value))


def Below(key: str, value: float) -> Not:  # noqa: N802 - reads as the other conditions do
    """Make the condition that the answer is known and a smaller number."""
    return Not(AtLeast(key, value))


def holds(when: When | None, answers: Mapping[str, Answer]) -> bool:
    """Say whether a condition is true of the answers; no condition always is."""
    return when is None or _truth(when, answers) is True


def atoms(when: When | None) -> tuple[Atom, ...]:
    """List the plain conditions a condition is made of."""
    match when:
        case None:
            return ()
        case Not(condition):
            return atoms(condition)
        case Both(one, other) | Either(one, other):
            return atoms(one) + atoms(other)
        case _:
            return (when,)


def keys(when: When | None) -> frozenset[str]:
    """List the questions a condition asks about."""
    return frozenset(atom.key for atom in atoms(when))


def _truth(when: When, answers: Mapping[str, Answer]) -> Truth:
    match when:
        case Not(condition):
            inner = _truth(condition, answers)
            return None if inner is None else not inner
        case Both(one, other):
            return _both(_truth(one, answers), _truth(other, answers))
        case Either(one, other):
            return _either(_truth(one, answers), _truth(other, answers))
        case _:
            known = answers.get(when.key)
            return None if known is None else _says(when, known)


def _says(when: Atom, answer: Answer) -> Truth:
    match when:
        case Is(_, value):
            return answer == value
        case OneOf(_, values):
            return answer in values
        case AtLeast(_, value):
            return answer >= value if isinstance(answer, int | float) else None
        case Has(_, options):
            return not set(options).isdisjoint(answer) if isinstance(answer, tuple) else None
        case _:
            assert_never(when)


def _both(one: Truth, other: Truth) -> Truth:
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


def _either(one: Truth, other: Truth) -> Truth:
    if one or other:
        return True
    return None if one is None or other is None else False
