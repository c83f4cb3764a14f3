"""What the time leaves of each component: percent of all that is more than the least."""

from typing import NamedTuple

from flows.programs.goals import FULL, Cut
from flows.programs.kinds import Component

ACTIVATION = (Component.CORE, Component.BALANCE)
FLEXIBILITY = (Component.ROLL, Component.STATIC, Component.ACTIVE, Component.DYNAMIC)


class Left(NamedTuple):
    """What is left of the exercises, the sets and the rests."""

    exercises: int
    sets: int
    rest: int


ALL = Left(FULL, FULL, FULL)
FEWEST = Left(0, FULL, FULL)
"""As few exercises as the step has."""


def lefts(shares: dict[Cut, int]) -> dict[Component, Left]:
    """Say what is left of each component by what each cut leaves; one not made leaves all."""

    def of(cut: Cut) -> int:
        return shares.get(cut, FULL)

    woken = of(Cut.ACTIVATION)
    return {
        **dict.fromkeys(Component, ALL),
        **dict.fromkeys(ACTIVATION, Left(woken, woken, woken)),
        **dict.fromkeys(FLEXIBILITY, Left(of(Cut.FLEXIBILITY), FULL, FULL)),
        Component.RESISTANCE: Left(of(Cut.EXERCISES), of(Cut.SETS), of(Cut.RESTS)),
    }
