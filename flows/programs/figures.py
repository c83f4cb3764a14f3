"""The prescription of one exercise on one day: the step's figures, grown, within the limits."""

from msgspec import Struct

from flows.programs.bounds import Kind
from flows.programs.day import Day
from flows.programs.doses import Amounts, Quantity, Role, Trend
from flows.programs.exercise import Exercise
from flows.programs.goals import FULL
from flows.programs.growth import grown, told
from flows.programs.kinds import Component, Measure
from flows.programs.left import Left
from flows.programs.limits import Edge, within
from flows.programs.session import Dose, Span, Tempo


class Prescription(Struct, frozen=True, kw_only=True):
    """A dose and the seconds that it takes, the change to the next exercise with it."""

    dose: Dose
    seconds: int


def prescribe(day: Day, exercise: Exercise, role: Role, left: Left) -> Prescription:
    """Give the dose of an exercise in a role on this day."""
    amounts = day.amounts(exercise.component, role)
    held = exercise.measure is Measure.SECONDS or not _counted(amounts)
    dose = Dose(
        sets=_sets(day, amounts, 0 if day.need.lighter else left.sets),
        reps=None if held else _reps(day, amounts, exercise),
        seconds=_value(day, amounts, Quantity.SECONDS) if held else None,
        tempo=None if held else _tempo(day, amounts),
        fast=amounts.fast and not held,
        rest=_rest(day, amounts, left.rest),
        change=_change(day, exercise.component, amounts),
        percent=_band(day, amounts, Quantity.PERCENT, Kind.PERCENT) if exercise.loaded else None,
        left=None if held else _reserve(day, exercise.component, amounts),
        hold=0 if held else _hold(day, amounts),
    )
    return Prescription(dose=dose, seconds=_seconds(day, amounts, exercise, dose))


def depends(exercise: Exercise, role: Role, left: Left) -> tuple[object, ...]:
    """Give all that a prescription depends on; on one day, what has the same is the same."""
    kind = (exercise.component, role, exercise.measure, exercise.sided, exercise.loaded)
    return (*kind, left.sets, left.rest)


def many(day: Day, component: Component, role: Role, left: Left) -> int:
    """Say how many exercises of a component there are, of resistance for each part."""
    amounts = day.amounts(component, role)
    count = _value(day, amounts, Quantity.EXERCISES, left.exercises)
    if component is Component.RESISTANCE:
        return count
    return min(count, day.limits.most.get(component, count))


def _counted(amounts: Amounts) -> bool:
    return Quantity.REPS in amounts.figures


def _value(day: Day, amounts: Amounts, quantity: Quantity, left: int = FULL) -> int:
    """Give the figure of this week, and of what is more than its least only what is left."""
    amount = amounts.figures.get(quantity)
    if amount is None:
        return 0
    full = grown(amount, day.need.week, day.book.policy.weeks.due, day.emphasis.rest)
    return full if left == FULL else told(amount, amount.low + (full - amount.low) * left / FULL)


def _sets(day: Day, amounts: Amounts, left: int) -> int:
    sets = _value(day, amounts, Quantity.SETS, left)
    return within(Span(sets, sets), day.limits.edges.get(Kind.SETS)).low


def _rest(day: Day, amounts: Amounts, left: int) -> int:
    """Give the rest, no shorter than the limits ask."""
    return _rested(day, _value(day, amounts, Quantity.REST, left))


def _change(day: Day, component: Component, amounts: Amounts) -> int:
    """Give the seconds until the next exercise; in strength work they are a rest as well."""
    change = _value(day, amounts, Quantity.CHANGE)
    return _rested(day, change) if change and component is Component.RESISTANCE else change


def _rested(day: Day, seconds: int) -> int:
    return within(Span(seconds, seconds), day.limits.edges.get(Kind.REST)).low


def _reps(day: Day, amounts: Amounts, exercise: Exercise) -> Span:
    """Give a band where a load follows from it, else the number of this week."""
    sided = exercise.sided and Quantity.SIDE_REPS in amounts.figures
    quantity = Quantity.SIDE_REPS if sided else Quantity.REPS
    amount = amounts.figures[quantity]
    if amount.trend is Trend.KEEP:
        return within(Span(amount.low, amount.high), day.limits.edges.get(Kind.REPS))
    number = _value(day, amounts, quantity)
    return Span(number, number)


def _tempo(day: Day, amounts: Amounts) -> Tempo | None:
    tempo = amounts.tempo
    if tempo is None:
        return None
    hold, lift = day.limits.edges.get(Kind.HOLD), day.limits.edges.get(Kind.LIFT)
    return Tempo(
        lower=tempo.lower,
        hold=_most(tempo.hold, hold),
        lift=_most(tempo.lift, lift),
        pause=_most(tempo.pause, hold),
    )


def _hold(day: Day, amounts: Amounts) -> int:
    return _most(_value(day, amounts, Quantity.HOLD), day.limits.edges.get(Kind.HOLD))


def _most(seconds: int, edge: Edge | None) -> int:
    return seconds if edge is None or edge.high is None else min(seconds, edge.high)


def _band(day: Day, amounts: Amounts, quantity: Quantity, kind: Kind) -> Span | None:
    amount = amounts.figures.get(quantity)
    if amount is None:
        return None
    return within(Span(amount.low, amount.high), day.limits.edges.get(kind))


def _reserve(day: Day, component: Component, amounts: Amounts) -> Span | None:
    """Give the band of reps left in strength work; in a lighter week its easy end."""
    if component is not Component.RESISTANCE:
        return None
    band = _band(day, amounts, Quantity.LEFT, Kind.LEFT)
    return Span(band.high, band.high) if band and day.need.lighter else band


def _seconds(day: Day, amounts: Amounts, exercise: Exercise, dose: Dose) -> int:
    work = dose.seconds or _rep_seconds(day, amounts, dose)
    work *= 1 + exercise.sided
    return round(dose.sets * work) + (dose.sets - 1) * dose.rest + dose.change


def _rep_seconds(day: Day, amounts: Amounts, dose: Dose) -> float:
    reps, tempo = dose.reps or Span(0, 0), dose.tempo
    pace = (
        _value(day, amounts, Quantity.PACE)
        if tempo is None
        else tempo.lower + tempo.hold + tempo.lift + tempo.pause
    )
    return (reps.low + reps.high) * (pace + dose.hold) / 2
