"""What somebody's next session is built from: where they stand, the day, and what was lately."""

from datetime import date, timedelta

from msgspec.structs import replace

from flows.person import Client, Person
from flows.phases.clearance import joint_scope
from flows.phases.policy import Policy
from flows.phases.position import Position, Week
from flows.phases.readings import readiness
from flows.programs.abilities import Ability, latest
from flows.programs.book import Book
from flows.programs.need import Need, Wishes
from flows.programs.session import Span
from flows.programs.weekday import lighter, phases_of_week
from flows.steps import Phase
from flows.talk import known
from flows.workouts.training import Finished, Training

USUAL = Span(100, 100)
WEEK = timedelta(days=7)


def need(person: Person, client: Client, today: date, book: Book) -> Need | None:
    """Say what the next session depends on; None where there is no step."""
    position = known.current(person, client.position, today)
    days = max(planned(client, position, book), 1)
    done = len(this_week(client))
    phases = phases_of_week(position, days, book, _scope(position, today, book))
    if not phases:
        return None
    load = client.verdict.load if client.verdict else None
    return Need(
        phase=phases[done % days],
        goal=position.goal,
        profile=position.profile,
        movement=position.movement,
        days=days,
        place=done % days,
        week=max(position.weeks_in_phase, 1),
        minutes=person.settings.minutes,
        lighter=_lighter(client, position, book),
        mixed=position.undulating,
        load=Span(*load) if load else USUAL,
        since=_told(client) if load else None,
        tired=_tired(client.week, book.policy),
        recent=tuple(one.exercises for one in reversed(client.training.sessions)),
        hurts=hurts(client),
        lifts=client.lifts,
        cardio_minutes=_cardio(client),
        resting_pulse=_resting(client),
        wishes=joined(client.training),
        units=person.settings.units,
    )


def planned(client: Client, position: Position, book: Book) -> int:
    """Say how many sessions this week has."""
    usual = position.profile.days_a_week or book.policy.timing.planned
    return usual if client.calendar.planned is None else client.calendar.planned


def this_week(client: Client) -> tuple[Finished, ...]:
    """List the sessions that no check-in was told of yet."""
    return tuple(one for one in client.training.sessions if one.exercises and not one.told)


def hurts(client: Client) -> tuple[str, ...]:
    """List the places that hurt in the last week told and in the sessions since."""
    week = client.week
    told = week.pain_where if week and week.pain else ()
    new = [one for one in client.training.sessions if not one.told]
    since = (place for one in new for hurt in one.hurts for place in hurt.where)
    return tuple(dict.fromkeys((*told, *since)))


def joined(training: Training) -> Wishes:
    """Join the trainer's wishes with the client's own; the trainer's come first."""
    theirs, own = training.wishes, training.own
    settled = {*theirs.locked, *(old for old, _ in theirs.swaps)}
    free = ((old, new) for old, new in own.swaps if old not in settled)
    return Wishes(
        forbidden=theirs.forbidden,
        locked=theirs.locked,
        swaps=(*theirs.swaps, *(pair for pair in free if pair[1] not in theirs.forbidden)),
        notes=theirs.notes,
    )


def _scope(position: Position, today: date, book: Book) -> Phase | None:
    supervised = position.profile.supervised
    return joint_scope(position.items, today, book.policy, supervised=supervised)


def _lighter(client: Client, position: Position, book: Book) -> bool:
    told = client.verdict is not None and client.verdict.lighter_week
    return told or lighter(position, book.policy)


def _told(client: Client) -> date:
    """Give the day of the last verdict: that of its week, or of the step if that is later."""
    told = client.week.today if client.week else None
    return max(told or client.entered, client.entered)


def _tired(week: Week | None, policy: Policy) -> bool:
    """Whether the readiness of the last week was poor, or told in part only."""
    if week is None:
        return False
    told = readiness(week)
    parts = (week.sleep, week.stress, week.fatigue, week.soreness)
    return any(parts) if told is None else told > policy.readiness.good


def _cardio(client: Client) -> int | None:
    """Add up the minutes of cardio in the week that was told last; None without a session then."""
    over = client.week.today if client.week else None
    found = [one for one in client.training.sessions if over and over - WEEK < one.on <= over]
    return sum(one.cardio for one in found) if found else None


def _resting(client: Client) -> int | None:
    found = latest(client.results, Ability.RESTING)
    return round(found.value) if found else None


def hurting(wanted: Need, places: tuple[str, ...]) -> Need:
    """Give the need of somebody whom these places hurt as well."""
    return replace(wanted, hurts=tuple(dict.fromkeys((*wanted.hurts, *places))))
