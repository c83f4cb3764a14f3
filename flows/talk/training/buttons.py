"""The buttons of a session's message: each points at a moment of it and says what to do."""

import re

from msgspec import Struct

from flows.talk.training.scene import Scene
from flows.words import Button, T, Text

_SHAPE = re.compile(r"([a-z]+)([0-9.]{0,9})", re.ASCII)


class Pressed(Struct, frozen=True):
    """A button of a session's message: of which moment, what to do, and with which number."""

    acts: int
    act: str
    number: float | None


def button(one: Scene, label: Text, act: str) -> Button:
    """Make a button; its data says the number itself, so that a double tap counts once."""
    return Button(label=label, data=f"w|{one.workout.code}|{one.workout.acts}|{act}")


def row(one: Scene, *labels: tuple[str, str]) -> tuple[Button, ...]:
    """Make a row of buttons of plain labels and what they do."""
    return tuple(button(one, T(label), act) for label, act in labels)


def pressed(acts: str, act: str) -> Pressed | None:
    """Read what a button says; None for what no button ever said."""
    match = _SHAPE.fullmatch(act)
    if match is None or not (acts.isascii() and acts.isdecimal()):
        return None
    name, number = match.groups()
    try:
        return Pressed(int(acts), name, float(number) if number else None)
    except ValueError:
        return None


def is_button(data: str) -> bool:
    """Whether a button's data is that of a session's message."""
    return data.startswith("w|")
