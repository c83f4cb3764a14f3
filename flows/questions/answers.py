"""What every answer kind speaks of: answers, problems, options and the keys of a keyboard."""

from collections.abc import Mapping

from msgspec import Struct

from flows.words import Text

Answer = str | int | float | bool | tuple[str, ...]
"""A value that JSON can hold; lengths are in cm, weights in kg, days as 2026-03-14."""


class Problem(Struct, frozen=True):
    """Why a reply is no answer, and what to do instead, in one sentence."""

    text: Text


class Draft(Struct, frozen=True):
    """An answer in the making: ticked boxes before Done, a stepper's number before OK."""

    value: Answer


class Option(Struct, frozen=True):
    """One thing to choose: the key that is stored, the label people see, other words for it."""

    key: str
    label: Text
    synonyms: tuple[str, ...] = ()


class Key(Struct, frozen=True):
    """One button of a question: its label, and the index its callback data carries.

    An index always means the same thing, whatever was tapped before: "tick the knee", not
    "flip the knee". So a double tap counts once.
    """

    index: int
    label: Text


Keys = tuple[tuple[Key, ...], ...]
"""The rows of a question's buttons."""
Answers = Mapping[str, Answer]
"""Answers by the key of their question."""
