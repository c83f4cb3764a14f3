"""The day that a session is for: the need, the book, its limits, and what may be done."""

from collections import Counter

from msgspec import Struct

from flows.programs.book import Book
from flows.programs.doses import Amounts, Role
from flows.programs.equipment import enough, narrowed, things
from flows.programs.exercise import Exercise
from flows.programs.goals import Emphasis
from flows.programs.kinds import Component
from flows.programs.limits import Limits, joined
from flows.programs.need import Need
from flows.programs.remedies import Remedy, remedy
from flows.programs.who import whose


class Day(Struct, frozen=True, kw_only=True):
    """Everything that one session is chosen by.

    `allowed` are exercises in the library's order, each as it is done with the equipment there is;
    `lately`: what was in the last sessions, the higher the later it was.
    """

    need: Need
    book: Book
    limits: Limits
    allowed: dict[Component, tuple[Exercise, ...]]
    remedy: Remedy
    lately: dict[str, int]

    def may(self, exercise: Exercise) -> bool:
        """Whether an exercise may be done."""
        return any(one.id == exercise.id for one in self.allowed[exercise.component])

    @property
    def emphasis(self) -> Emphasis:
        """What the goal changes."""
        return self.book.goals[self.need.goal]

    @property
    def main(self) -> Role:
        """The role of what a part begins with: on its own, or the strength half of a pair."""
        return Role.SINGLE if self.partner is None else Role.STRENGTH

    @property
    def partner(self) -> Role | None:
        """The role of the other half of a pair, None on steps without pairs."""
        known = self.book.doses.amounts
        halves = (Role.STABILITY, Role.POWER)
        paired = ((Component.RESISTANCE, one, self.need.phase) in known for one in halves)
        return next((one for one, there in zip(halves, paired, strict=True) if there), None)

    def amounts(self, component: Component, role: Role) -> Amounts:
        """Give the figures of a component on this step."""
        return self.book.doses.amounts[component, role, self.need.phase]


def day_of(need: Need, book: Book) -> Day:
    """Join what a need and the book say about the day."""
    limits = joined(book.bounds, whose(need, book.policy), need.phase)
    have = things(need.profile.equipment)
    allowed: dict[Component, list[Exercise]] = {component: [] for component in Component}
    for one in book.library.exercises.values():
        if _open(one, need) and enough(one, have) and not limits.against(one):
            allowed[one.component].append(narrowed(one, have))
    return Day(
        need=need,
        book=book,
        limits=limits,
        allowed={component: tuple(found) for component, found in allowed.items()},
        remedy=remedy(need.movement, book.remedies),
        lately={one: n for n, ids in enumerate(reversed(need.recent), 1) for one in ids},
    )


def _open(one: Exercise, need: Need) -> bool:
    return need.phase in one.phases and one.id not in need.wishes.forbidden


def hindrance(day: Day, component: Component) -> str | None:
    """Say what leaves most of an empty component out: whose limits, or "" for the equipment.

    None where the library has nothing for this step or all of it was forbidden.
    """
    hindered = (
        day.limits.against(one) for one in day.book.library.of(component) if _open(one, day.need)
    )
    return next((who for who, _ in Counter(hindered).most_common()), None)
