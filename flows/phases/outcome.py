"""What comes out of a review: the verdict on one week, and all that is told with it."""

from enum import StrEnum

from msgspec import Struct

from flows.phases.items import Item
from flows.phases.reasons import Limit, Reason
from flows.steps import Goal, Level, Phase, Trigger


class Outcome(StrEnum):
    """The four verdicts, ordered: stop < down < hold < up."""

    STOP = "stop"
    DOWN = "down"
    HOLD = "hold"
    UP = "up"

    @property
    def rank(self) -> int:
        """0 for stop to 3 for up."""
        return list(Outcome).index(self)

    def __lt__(self, other: str) -> bool:
        return self.rank < Outcome(other).rank

    def __le__(self, other: str) -> bool:
        return self.rank <= Outcome(other).rank

    def __gt__(self, other: str) -> bool:
        return self.rank > Outcome(other).rank

    def __ge__(self, other: str) -> bool:
        return self.rank >= Outcome(other).rank


class Approval(StrEnum):
    """Whether a move waits; only upward moves ever do."""

    NONE = "none"
    TRAINER = "trainer"


class Verdict(Struct, frozen=True, kw_only=True):
    """What follows from one week.

    `phase` is the step after it (None: no step while an item is open); with `approval` "trainer"
    the client stays where they are until it is given. `trigger` None: no move. `missing`: what
    would lead up, or what a trainer passes over. `items` are all items from now on, `new_items`
    the ones this week opened. `load` is a percent range for the first week back. `mix` are the
    steps sessions may be taken from this week. `offer_movement`: end by offering the movement
    check again; `tests_again`: after a long break. `supported`: balance exercises with a support.
    `stay_weeks`: weeks asked of the step, None the usual. `goal`: the goal from now on.
    `undulating`: sessions take their step from `mix`. `earned_kept`: False, climb anew.
    """

    verdict: Outcome
    phase: Phase | None
    level: Level | None
    trigger: Trigger | None = None
    approval: Approval = Approval.NONE
    reasons: tuple[Reason, ...] = ()
    missing: tuple[Reason, ...] = ()
    limits: tuple[Limit, ...] = ()
    items: tuple[Item, ...] = ()
    new_items: tuple[Item, ...] = ()
    mix: tuple[Phase, ...] = ()
    load: tuple[int, int] | None = None
    lighter_week: bool = False
    offer_movement: bool = False
    tests_again: bool = False
    supported: bool = False
    stay_weeks: int | None = None
    goal: Goal | None = None
    new_round: bool = False
    undulating: bool = False
    earned_kept: bool = True
    policy: str = ""
