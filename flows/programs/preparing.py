"""What goes before and after the strength work: loosening, waking up, jumps and quick feet."""

from collections.abc import Iterable

from flows.programs.day import Day
from flows.programs.doses import Role
from flows.programs.exercise import Exercise
from flows.programs.figures import many
from flows.programs.kinds import Component, Muscle, Part
from flows.programs.left import ALL, Left
from flows.programs.naming import listed
from flows.programs.remedies import FAULTS, faults, in_turn
from flows.programs.slots import Slot, locked, single
from flows.programs.taking import fresh
from flows.steps import LEVELS
from flows.words import T, Text

LOOSENS = T("Loosens what is too tight: your movement check showed {fault}.")
WAKES = T("Wakes up what works too little: your movement check showed {fault}.")
DAILY = T("Loosens what today's work needs.")
WHY: dict[Component, Text] = {
    Component.CORE: T("Wakes up the middle of the body before the strength work."),
    Component.BALANCE: T("Wakes up your balance before the strength work."),
    Component.PLYOMETRIC: T("Teaches you to jump and to land."),
    Component.SPEED: T("Makes you quicker on your feet."),
}


def loosening(
    day: Day, component: Component, parts: tuple[Part, ...], left: Left
) -> tuple[Slot, ...]:
    """Choose what is rolled or stretched: by the faults found, else by the parts of the day."""
    rolled = component is Component.ROLL
    found = day.remedy.roll if rolled else day.remedy.stretch
    count = many(day, component, Role.SINGLE, left)
    taken = _covering(day, component, found or _daily(day, parts, count), count)
    return tuple(
        single(day, one, rank, _loosens(day, set(found).intersection(one.muscles)))
        for rank, one in enumerate(taken)
    )


def _daily(day: Day, parts: tuple[Part, ...], count: int) -> tuple[Muscle, ...]:
    """Take the muscles of the day's parts in turn; each day of the week begins further on."""
    muscles = in_turn(day.book.muscles[part] for part in parts)
    start = day.need.place * count % len(muscles)
    return muscles[start:] + muscles[:start]


def _covering(
    day: Day, component: Component, targets: Iterable[Muscle], count: int
) -> list[Exercise]:
    """Take an exercise for each muscle in turn; dynamic ones go on to the step's number."""

    def order(one: Exercise) -> tuple[int, ...]:
        return (
            not locked(day, one),
            one.posture in day.limits.rather_not,
            day.lately.get(one.id, 0),
        )

    left = sorted(day.allowed[component], key=lambda one: order(one)[:-1])
    taken = list[Exercise]()
    for muscle in targets:
        one = next((one for one in left if muscle in one.muscles), None)
        if one is not None and len(taken) < count:
            left.remove(one)
            taken.append(one)
    more = count - len(taken) if component is Component.DYNAMIC else 0
    return [*taken, *fresh(left, order, more)]


def _loosens(day: Day, tight: set[Muscle]) -> Text:
    if not tight:
        return DAILY
    return T(LOOSENS.template, fault=_shown(day, tight))


def _shown(day: Day, muscles: set[Muscle]) -> Text:
    """Name the faults that are about some of these muscles."""
    found = {name: day.book.remedies[name] for name in faults(day.need.movement)}
    return listed(
        tuple(
            FAULTS[name]
            for name, one in found.items()
            if muscles.intersection((*one.roll, *one.stretch, *one.activate))
        )
    )


def training(day: Day, component: Component) -> tuple[Slot, ...]:
    """Choose core, balance, jumps or quick feet: first what wakes up what a fault left asleep."""
    asleep = set(day.remedy.activate)
    level = LEVELS[day.need.phase]

    def order(one: Exercise) -> tuple[int, ...]:
        return (
            not locked(day, one),
            not asleep.intersection(one.muscles),
            one.posture in day.limits.rather_not,
            one.level is not level,
            day.lately.get(one.id, 0),
        )

    count = many(day, component, Role.SINGLE, ALL)
    return tuple(
        single(day, one, rank, _wakes(day, one, asleep.intersection(one.muscles)))
        for rank, one in enumerate(fresh(day.allowed[component], order, count))
    )


def _wakes(day: Day, one: Exercise, asleep: set[Muscle]) -> Text:
    if not asleep:
        return WHY[one.component]
    return T(WAKES.template, fault=_shown(day, asleep))
