"""From the finished assessment to a step, and a client's readings kept up to date afterwards."""

from datetime import date

from msgspec.structs import replace

from flows import facts
from flows.effects import Decision, Effect, Record, Say, then
from flows.events import Event
from flows.people import Role
from flows.person import Calendar, Client, Filled, Person, filled, link
from flows.phases.after import begin
from flows.phases.clearance import open_items
from flows.phases.intake import Intake
from flows.phases.items import Item
from flows.phases.placement import intake_items, place
from flows.phases.policy import Policy
from flows.phases.position import Position
from flows.phases.profile import Profile
from flows.phases.signs import Severity
from flows.questions.answers import Answers
from flows.talk import calendar, clearance_texts, dialogue, emergency, links, pinging, stair_texts
from flows.talk.stair_texts import PLAN, UNWELL, WHY
from flows.words import Content, T


def answers(person: Person, form: str) -> Answers:
    """Give the newest answers to a form, none when it was not finished."""
    found = filled(person, form)
    return dict(found.answers) if found else {}


def supervised(person: Person) -> bool:
    """Say whether a trainer is linked."""
    membership = link(person, Role.CLIENT)
    return membership is not None and membership.trainer is not None


def forms(person: Person) -> facts.Forms:
    """Give the newest answers to every form of the assessment."""
    return facts.Forms(
        welcome=answers(person, "welcome"),
        intake=answers(person, "intake"),
        health=answers(person, "health"),
        movement=answers(person, "movement") or None,
        signs=answers(person, "signs"),
    )


def profile(person: Person, today: date) -> Profile:
    """Read who the person is from their newest answers, grown since the health questions."""
    told = filled(person, "health")
    who = facts.profile(forms(person), supervised=supervised(person))
    return facts.aged(who, (today - told.on).days) if told else who


def read(person: Person, today: date) -> Intake:
    """Read the whole assessment, with what is known and open already."""
    items = person.client.position.items if person.client else ()
    return facts.intake(forms(person), today, items, profile(person, today))


def placed(person: Person, event: Event, policy: Policy) -> Decision[Person]:
    """Place the person by the finished assessment, tell all concerned, start the weeks."""
    today = calendar.today(person, event.at)
    intake = read(person, today)
    placement = place(intake, policy)
    days = facts.whole(answers(person, "intake"), "days")
    client = Client(
        position=begin(intake, placement),
        entered=today,
        calendar=Calendar(
            next=calendar.next_day(today, person.settings), health_asked=today, planned=days
        ),
        placement=placement,
    )
    record = Record(
        what="placed",
        at=event.at,
        policy=policy.version,
        facts=(
            ("phase", int(placement.phase) if placement.phase else None),
            ("reasons", tuple(one.rule for one in placement.reasons)),
        ),
    )
    decided = Decision(state=replace(person, client=client), records=(record,))
    return then(decided, lambda now: _told(now, event, policy))


def _told(person: Person, event: Event, policy: Policy) -> Decision[Person]:
    client = person.client
    if client is None or client.position.phase is None:
        return stopped(person, event, policy)
    lines = stair_texts.placed(client.placement)
    day = T("First check-in: {day}.", day=calendar.spoken(client.calendar.next))
    said = Say(content=Content((*lines, day), ((WHY, PLAN), (UNWELL,))))
    matter = pinging.Matter(kind="assessed", text=lines, phase=client.position.phase)
    rung = pinging.ping(person, event, matter)
    return Decision(state=person, effects=(said, *rung, *links.roster(person)))


def reported(person: Person, event: Event, policy: Policy) -> Decision[Person]:
    """Tell a new trainer where a client stands who was placed before, and what is open."""
    if person.client is None:
        return Decision(state=person)
    today = calendar.today(person, event.at)
    client = replace(person.client, position=current(person, person.client.position, today))
    person = replace(person, client=client)
    if client.position.phase is None:
        return stopped(person, event, policy)
    lines = (
        *stair_texts.stairs(client.position.phase, client.position.weeks_in_phase),
        *stair_texts.limits(client.placement.limits),
    )
    matter = pinging.Matter(kind="assessed", text=lines, phase=client.position.phase)
    return Decision(state=person, effects=pinging.ping(person, event, matter))


def stopped(person: Person, event: Event, policy: Policy) -> Decision[Person]:
    """Tell client, trainer and gym that there is no step now, what is open, and what to do."""
    client = person.client
    if client is None:
        return Decision(state=person)
    today = calendar.today(person, event.at)
    content = clearance_texts.pending(client, today, policy)
    items = open_now(client, today, policy)
    grave = any(item.severity is Severity.EMERGENCY for item in items)
    first: tuple[Effect, ...] = (Say(content=Content(emergency.WORDS)),) if grave else ()
    matter = pinging.Matter(kind="stopped", text=content.paragraphs, items=items)
    rung = pinging.ping(person, event, matter)
    effects = (*first, Say(content=content), *rung, *links.roster(person))
    return Decision(state=person, effects=effects)


def stopped_by(
    person: Person, new: tuple[Item, ...], event: Event, policy: Policy
) -> Decision[Person]:
    """Open items anew, also where an older one was cleared: no step until they are settled."""
    client = person.client
    if client is None:
        return Decision(state=person)
    fresh = {item.code for item in new}
    old = tuple(item for item in client.position.items if item.code not in fresh)
    position = replace(client.position, phase=None, items=(*old, *new))
    ended = pinging.settled(person, client.pending)
    person = replace(person, client=replace(client, position=position, pending=None, before=None))
    return then(Decision(state=person, effects=ended), lambda now: stopped(now, event, policy))


def open_now(client: Client, today: date, policy: Policy) -> tuple[Item, ...]:
    """List what is not cleared today."""
    items, who = client.position.items, client.position.profile
    return open_items(items, today, policy, supervised=who.supervised)


def current(person: Person, position: Position, today: date) -> Position:
    """Give a position the newest profile, movement check and screening, and their ages today."""
    checked, screened = filled(person, "movement"), filled(person, "health")
    return replace(
        position,
        profile=profile(person, today),
        movement=facts.movement(dict(checked.answers)) if checked else None,
        movement_days=(today - checked.on).days if checked else None,
        screened=screened.on if screened else None,
    )


def rescreened(person: Person, event: Event, policy: Policy) -> Decision[Person]:
    """Take new health answers: what they open stops, what they close may open the way again."""
    client = person.client
    if client is None:
        return Decision(state=person)
    today = calendar.today(person, event.at)
    position = current(person, client.position, today)
    position = replace(position, items=intake_items(read(person, today), policy))
    client = replace(client, position=position)
    if open_now(client, today, policy):
        client = replace(client, position=replace(position, phase=None), pending=None, before=None)
        return stopped(replace(person, client=client), event, policy)
    return Decision(state=replace(person, client=client))


def asked_anew(person: Person, item: Item, event: Event) -> Decision[Person]:
    """Ask those questions again that alone can close an item."""
    if item.code == "intake.again":
        gone = tuple(one for one in person.filled if one.form == "welcome")
        person = replace(person, filled=gone)
        return dialogue.opened(person, "intake", event)
    return dialogue.opened(person, "health", event, {"sex": sex(person)})


def sex(person: Person) -> str:
    """Give what the health form has to be told."""
    return facts.word(answers(person, "intake"), "sex") or "unsaid"


def keep(person: Person, form: str, version: int, told: Answers, today: date) -> Person:
    """Keep the answers of a finished form as the newest."""
    others = tuple(one for one in person.filled if one.form != form)
    new = Filled(form=form, version=version, on=today, answers=tuple(told.items()))
    return replace(person, filled=(*others, new))
