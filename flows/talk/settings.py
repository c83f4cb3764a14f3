"""When to check in, what for, with what: taken from the intake, changed with /settings."""

from msgspec.structs import replace

from flows import facts
from flows.effects import Decision, Say, then
from flows.events import Event
from flows.person import Person, filled
from flows.phases.case import regoaled
from flows.phases.groups import thin
from flows.phases.policy import Policy
from flows.phases.reasons import OURS, Reason
from flows.phases.routes import kept, route
from flows.phases.telling import note, stand
from flows.questions.answers import Answer, Answers
from flows.questions.days import WEEKDAYS
from flows.steps import Goal, Phase
from flows.talk import (
    calendar,
    dialogue,
    known,
    links,
    pinging,
    screening,
    stair_texts,
    stairs,
)
from flows.talk.casts import topics
from flows.words import Content, T, Text

OTHER_GOAL = T("No longer open: they chose another goal.")
SAVED = T("Saved.")
NOT_THAT_GOAL = T(
    "Losing fat is not a goal we would take you to at your weight. Please talk to your doctor or "
    "to somebody you trust; your goal stays as it was."
)


def opened(person: Person, event: Event) -> Decision[Person]:
    """Show the settings as they are, each to be changed with a tap."""
    if filled(person, "intake") is None:
        return stairs.where(person)
    told = known.answers(person, "intake")
    stored = {key: told[key] for key in ("goal", "equipment") if key in told}
    now: dict[str, Answer] = {
        "zone": person.settings.zone,
        "checkin_day": person.settings.weekday,
        "checkin_hour": person.settings.hour,
        "units": person.settings.units,
        "training_days": tuple(WEEKDAYS[day].key for day in person.settings.days),
        "training_hour": person.settings.train_hour,
        "session_minutes": person.settings.minutes,
        "reminders": topics.wanted(person),
    }
    return dialogue.filled_in(person, "settings", event, known=None, prefilled={**stored, **now})


def taken(person: Person, told: Answers) -> Person:
    """Take over zone, days, hours, minutes and units from finished answers."""
    new = replace(
        person.settings,
        zone=facts.word(told, "zone") or person.settings.zone,
        weekday=_or(facts.whole(told, "checkin_day"), person.settings.weekday),
        hour=_or(facts.whole(told, "checkin_hour"), person.settings.hour),
        units=facts.word(told, "units") or person.settings.units,
        days=_days(told, person.settings.days),
        train_hour=_or(facts.whole(told, "training_hour"), person.settings.train_hour),
        minutes=_or(facts.whole(told, "session_minutes"), person.settings.minutes),
    )
    return replace(person, settings=new)


def _days(told: Answers, stored: tuple[int, ...]) -> tuple[int, ...]:
    if "training_days" not in told:
        return stored
    ticked = facts.ticked(told, "training_days")
    return tuple(day for day, option in enumerate(WEEKDAYS) if option.key in ticked)


def _or(told: int | None, stored: int) -> int:
    return stored if told is None else told


def changed(person: Person, told: Answers, event: Event, policy: Policy) -> Decision[Person]:
    """Save changed settings; a new goal keeps the step if its route has it, else goes lower."""
    old = person
    person = topics.chosen(person, facts.ticked(told, "reminders"))
    person = _counted(old, _rescheduled(old, taken(person, told), event))
    goal = Goal(facts.word(told, "goal"))
    before = known.answers(person, "intake")
    refused = goal is Goal.FAT_LOSS and thin(
        known.profile(person, calendar.today(person, event.at)), policy
    )
    goal = Goal(facts.word(before, "goal")) if refused else goal
    answers = {**before, "goal": goal.value, "equipment": told["equipment"]}
    person = known.corrected(person, "intake", answers)
    waited = person.client.pending if person.client else None
    person, lines = _regoaled(person, goal, event, policy)
    over = waited if person.client and person.client.pending is None else None
    more = (NOT_THAT_GOAL,) if refused else ()
    said = Say(content=Content((SAVED, *more, *lines)))
    saved = Decision(
        state=person,
        effects=(said, *pinging.settled(person, over, OTHER_GOAL), *links.roster(person)),
    )
    return then(saved, lambda now: screening.looked_again(now, event, policy))


def _rescheduled(old: Person, new: Person, event: Event) -> Person:
    moved = (old.settings.zone, old.settings.weekday) != (new.settings.zone, new.settings.weekday)
    if new.client is None or not moved:
        return new
    today = calendar.today(new, event.at)
    coming = replace(new.client.calendar, next=calendar.next_day(today, new.settings))
    return replace(new, client=replace(new.client, calendar=coming))


def _counted(old: Person, new: Person) -> Person:
    """Plan as many sessions as there are training days, once somebody has chosen those."""
    days = len(new.settings.days)
    if not days or new.settings.days == old.settings.days:
        return new
    new = known.corrected(new, "intake", {**known.answers(new, "intake"), "days": days})
    if new.client is None:
        return new
    planned = replace(new.client.calendar, planned=days)
    return replace(new, client=replace(new.client, calendar=planned))


def _regoaled(
    person: Person, goal: Goal, event: Event, policy: Policy
) -> tuple[Person, tuple[Text, ...]]:
    client = person.client
    if client is None or client.position.goal is goal:
        return person, ()
    position = regoaled(client.position, goal)
    steps = route(goal, 0, policy)
    phase = None if position.phase is None else kept(position.phase, steps, position.earned)
    same = phase is position.phase
    if not same:
        position = replace(position, phase=phase, weeks_in_phase=1, weeks_since_move=0)
    client = replace(
        client,
        position=position,
        placement=replace(client.placement, route=steps),
        entered=client.entered if same else calendar.today(person, event.at),
        before=None,
        pending=None,
        verdict=None if phase is None else stand(phase, _on_route(goal, phase), policy),
    )
    line = stair_texts.route(steps, phase)
    return replace(person, client=client), (line,)


def _on_route(goal: Goal, phase: Phase) -> Reason:
    text = T(
        "The route to your new goal ({goal}) goes on from step {step}.",
        goal=goal.replace("_", " "),
        step=int(phase),
    )
    return note("new_goal", OURS, text)


def unreached(person: Person) -> Decision[Person]:
    """Note that the person cannot be written to."""
    person = replace(person, reachable=False)
    return Decision(state=person, effects=links.roster(person))
