"""What later answers and a trainer's coming or going open and close; the step follows."""

from datetime import date

from msgspec.structs import replace

from flows.effects import Decision, Say, then
from flows.events import Event
from flows.person import Client, Person
from flows.phases.items import Item
from flows.phases.placement import intake_items
from flows.phases.policy import Policy
from flows.talk import calendar, dialogue, known
from flows.talk.placing import open_now, opened_again, reported, stopped
from flows.words import Content, T

ANEW = "intake.again"
REFUSED = "intake.thin"
MINOR = "condition.minor"
UNCHANGED = Content((T("Thank you. It is noted, and your step stays as it is."),))


def rescreened(person: Person, event: Event, policy: Policy) -> Decision[Person]:
    """Take new health answers: what they open stops, what they close may open the way again."""
    client = person.client
    if client is None:
        return Decision(state=person)
    today = calendar.today(person, event.at)
    position = known.current(person, client.position, today)
    position = replace(position, items=_items(person, client, today, policy))
    client = replace(client, position=position)
    if open_now(client, today, policy):
        client = replace(client, position=replace(position, phase=None), pending=None, before=None)
        return stopped(replace(person, client=client), event, policy)
    person = replace(person, client=client)
    if position.phase is None:
        return opened_again(person, event, policy)
    return Decision(state=person, effects=(Say(content=UNCHANGED),))


def _items(person: Person, client: Client, today: date, policy: Policy) -> tuple[Item, ...]:
    """List what the newest answers open; a long break is over only with a whole assessment."""
    kept = tuple(item for item in client.position.items if item.code == ANEW)
    return (*intake_items(known.read(person, today), policy), *kept)


def looked_again(
    person: Person, event: Event, policy: Policy, stood: str = REFUSED
) -> Decision[Person]:
    """Open the way where only a goal stood in it (or what else `stood`), and does no more."""
    client = person.client
    if client is None or all(item.code != stood for item in client.position.items):
        return Decision(state=person)
    today = calendar.today(person, event.at)
    position = known.current(person, client.position, today)
    items = _items(person, client, today, policy)
    client = replace(client, position=replace(position, items=items))
    person = replace(person, client=client)
    if open_now(client, today, policy):
        return Decision(state=person)
    return opened_again(person, event, policy)


def linked(person: Person, event: Event, policy: Policy) -> Decision[Person]:
    """Take in that a trainer is linked: a minor may train now, and the trainer learns of all."""
    opened = looked_again(person, event, policy, MINOR)
    if person.client and person.client.placement.phase is None and opened.effects:
        return opened
    return then(opened, lambda now: reported(now, event, policy))


def left_alone(person: Person, event: Event, policy: Policy) -> Decision[Person]:
    """Stop a minor whose trainer is gone; everybody else goes on."""
    client = person.client
    if client is None or client.position.phase is None:
        return Decision(state=person)
    items = _items(person, client, calendar.today(person, event.at), policy)
    if all(item.code != MINOR for item in items):
        return Decision(state=person)
    return rescreened(person, event, policy)


def asked_anew(person: Person, item: Item, event: Event) -> Decision[Person]:
    """Ask those questions again that alone can close an item."""
    if item.code == ANEW:
        gone = tuple(one for one in person.filled if one.form == "welcome")
        person = replace(person, filled=gone)
        return dialogue.opened(person, "intake", event)
    return dialogue.opened(person, "health", event, {"sex": known.sex(person)})
