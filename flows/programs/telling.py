"""Says of a prescription why it is so: the week, a lighter one, a person's limits."""

from collections.abc import Iterator

from msgspec.structs import replace

from flows.programs.bounds import Kind
from flows.programs.day import Day, hindrance
from flows.programs.doses import Quantity, Role, Trend
from flows.programs.exercise import Exercise
from flows.programs.figures import prescribe
from flows.programs.kinds import Component
from flows.programs.left import ALL, Left
from flows.programs.naming import COMPONENTS, listed
from flows.programs.session import Dose
from flows.programs.who import WORDS
from flows.words import T, Text

WEEK = T("Week {week} on this step, sets: {sets}. The work grows with the weeks.")
LIGHTER = T("A lighter week: the fewest sets of this step, and more in reserve.")
HURRIED = T("Fewer sets than usual in this week: the time is short.")
LIMITED = T("Kept within your limits: {who}.")
EMPTY = T("No {component} today: {why}.")
BY_EQUIPMENT = T("your equipment has nothing for it")
BY_WISH = T("nothing is left of what the library has")
BY_TIME = T("the time is short")
READ: dict[Kind, str] = {
    Kind.SETS: "sets",
    Kind.REPS: "reps",
    Kind.PERCENT: "percent",
    Kind.LEFT: "left",
    Kind.REST: "rest",
    Kind.HOLD: "tempo",
    Kind.LIFT: "tempo",
}


def about(day: Day, exercise: Exercise, role: Role, dose: Dose) -> Iterator[Text]:
    """Say where in the weeks the dose stands, and where time has made it less."""
    sets = day.amounts(exercise.component, role).figures[Quantity.SETS]
    if sets.trend is not Trend.UP:
        return
    if day.need.lighter:
        yield LIGHTER
    else:
        yield T(WEEK.template, week=day.need.week, sets=dose.sets)
    if dose.sets < prescribe(day, exercise, role, ALL).dose.sets:
        yield HURRIED


def bounded(day: Day, one: Exercise, role: Role, left: Left, dose: Dose) -> set[Kind]:
    """List the kinds of limits that changed this dose."""
    if not day.limits.edges:
        return set()
    free = prescribe(replace(day, limits=replace(day.limits, edges={})), one, role, left)
    if free.dose == dose:
        return set()
    return {
        kind
        for kind, name in READ.items()
        if kind in day.limits.edges and getattr(free.dose, name) != getattr(dose, name)
    }


def limited(day: Day, kinds: set[Kind]) -> Iterator[Text]:
    """Say on whose account a dose was changed; nothing where it was not."""
    edges = [day.limits.edges[kind] for kind in READ if kind in kinds]
    who = tuple(dict.fromkeys(one for edge in edges for one in edge.who))
    if who:
        yield T(LIMITED.template, who=named(who))


def sources(day: Day, kinds: set[Kind]) -> tuple[str, ...]:
    """List where the limits come from that changed a dose."""
    return tuple(one for kind in READ if kind in kinds for one in day.limits.edges[kind].sources)


def named(who: tuple[str, ...]) -> Text:
    """Name groups, faults and places in words."""
    return listed(tuple(WORDS[one] for one in who))


def emptied(day: Day, component: Component) -> Text:
    """Say why there is nothing of a component."""
    who = hindrance(day, component)
    why = BY_WISH if who is None else WORDS.get(who, BY_EQUIPMENT)
    return T(EMPTY.template, component=COMPONENTS[component], why=why)


def untimed(component: Component) -> Text:
    """Say that a component was left out for time."""
    return T(EMPTY.template, component=COMPONENTS[component], why=BY_TIME)
