"""What a plan is made of: weeks, and the blocks of weeks that are alike."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from msgspec import Struct

from flows.phases.reasons import Reason
from flows.steps import Phase


class PlanWeek(Struct, frozen=True, kw_only=True):
    """One week ahead, up to the day of the check-in that it ends with.

    `phases` are the steps its sessions come from, `phase` the highest of them, `week` the number
    of the week on it. `reassess`: abilities are measured again at its end. `earned` False: planned
    for when the step is earned. `trainer`: the way onto it waits for a trainer's yes. `holds`: why
    the next step stays closed though the weeks before it are over. `textbook`: the order of the
    steps up to here is the textbook's, else our own proposal.
    """

    ends: date
    phase: Phase
    phases: tuple[Phase, ...]
    week: int
    undulating: bool = False
    lighter: bool = False
    reassess: bool = False
    earned: bool = True
    trainer: bool = False
    holds: tuple[Reason, ...] = ()
    textbook: bool = False


class Stretch(Struct, frozen=True, kw_only=True):
    """Weeks running on the same steps."""

    weeks: tuple[PlanWeek, ...]

    @property
    def first(self) -> PlanWeek:
        """The week it begins with."""
        return self.weeks[0]

    @property
    def last(self) -> PlanWeek:
        """The week it ends with."""
        return self.weeks[-1]


def stretches(weeks: Iterable[PlanWeek]) -> tuple[Stretch, ...]:
    """Join weeks running that are on the same steps."""
    alike = groupby(weeks, lambda week: (week.phases, week.undulating))
    return tuple(Stretch(weeks=tuple(run)) for _, run in alike)
