"""Rows of keys, and the two ways of giving an answer by taps: a pad and a stepper.

On a pad an index is a place in the list of options. On a stepper 0 is OK, and every other index
is a place on its range, from 1: "make it 31", not "one more", so a double tap counts once.
"""

from collections.abc import Callable, Sequence

from msgspec import Struct

from flows.questions.answers import Draft, Key, Keys, Option
from flows.words import T, Text, english

OK = 0
WIDTHS = ((4, 7), (8, 4), (12, 3), (20, 2))
"""Up to so many letters a label, so many keys a row."""


def rows(keys: Sequence[Key]) -> Keys:
    """Break keys into rows that a phone can show: the longer the labels, the fewer."""
    longest = max(len(english(key.label)) for key in keys)
    across = next((n for letters, n in WIDTHS if longest <= letters), 1)
    lines = -(-len(keys) // across)
    even = -(-len(keys) // lines)
    return tuple(tuple(keys[i : i + even]) for i in range(0, len(keys), even))


def pad(options: Sequence[Option], ticked: Sequence[int] = ()) -> Keys:
    """Make one key an option, in order, with a tick on what is chosen."""
    return rows([Key(i, _marked(o.label, i, ticked)) for i, o in enumerate(options)])


class Ladder(Struct, frozen=True):
    """The places a stepper can stand on: how many, which to jump to, how far a step goes."""

    size: int
    jumps: tuple[int, ...]
    steps: tuple[int, ...]
    say: Callable[[int], Text]


def stepper(ladder: Ladder, at: int) -> Keys:
    """Make a stepper's rows: the jumps, the steps, then OK with the number it stands on."""
    jumps = [Key(1 + place, ladder.say(place)) for place in ladder.jumps]
    down = [_step(ladder, at, -n) for n in sorted(ladder.steps, reverse=True)]
    up = [_step(ladder, at, n) for n in sorted(ladder.steps)]
    middle = Key(OK, T("✓ {value}", value=ladder.say(at)))
    return (*rows(jumps), tuple(k for k in (*down, *up) if k is not None), (middle,))


def stepped(index: int, at: int, size: int) -> int | Draft | None:
    """Read a tap on a stepper: a place for OK, a Draft of a place for a step, None for no key."""
    if index == OK:
        return at
    return Draft(index - 1) if index <= size else None


def _step(ladder: Ladder, at: int, by: int) -> Key | None:
    label = T("+{n}", n=by) if by > 0 else T("−{n}", n=-by)
    return Key(1 + at + by, label) if 0 <= at + by < ladder.size else None


def _marked(label: Text, index: int, ticked: Sequence[int]) -> Text:
    return T("✓ {label}", label=label) if index in ticked else label
