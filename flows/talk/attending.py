"""After each event: what begins to need a trainer's eye is told once, what no longer does ends."""

from msgspec.structs import replace

from flows import attention
from flows.effects import Decision, Effect, Tell
from flows.events import Event
from flows.news import PingSettled
from flows.people import PersonId, Role, desk_id
from flows.person import Client, Pending, Person, Spell, link
from flows.phases.policy import Policy
from flows.talk import calendar, links, pinging
from flows.words import T, Text

OVER = T("No longer so.")
WAITING = "waiting"


def looked(person: Person, event: Event, policy: Policy) -> Decision[Person]:
    """Begin and end spells; the trainer's desk follows."""
    client = person.client
    if client is None:
        return Decision(state=person)
    found = attention.true_now(person, event.at, policy)
    trainer = _trainer(person)
    kept = tuple(one for one in client.spells if one.rule in found and one.trainer == trainer)
    known = {one.rule for one in kept}
    new = tuple(_spell(person, event, rule) for rule in found if rule not in known)
    ended = tuple(one for one in client.spells if one not in kept)
    if not new and not ended:
        return Decision(state=person)
    effects = (*_over(ended), *(e for one in new for e in _rung(person, event, one, found)))
    return _changed(person, client, (*kept, *new), effects)


def _trainer(person: Person) -> PersonId | None:
    membership = link(person, Role.CLIENT)
    return membership.trainer if membership else None


def _spell(person: Person, event: Event, rule: str) -> Spell:
    return Spell(
        rule=rule,
        ping=pinging.code(event, rule),
        trainer=_trainer(person),
        since=calendar.today(person, event.at),
    )


def _rung(
    person: Person, event: Event, spell: Spell, found: dict[str, Text]
) -> tuple[Effect, ...]:
    reason = found[spell.rule]
    matter = pinging.Matter(kind=spell.rule, text=(reason,), reason=reason)
    raised = pinging.numbered(person, event, matter, spell.ping)
    if spell.rule != WAITING or person.client is None:
        return raised
    return (*pinging.settled(person, person.client.pending, pinging.ASKED_AGAIN), *raised)


def _over(ended: tuple[Spell, ...]) -> tuple[Effect, ...]:
    return tuple(
        Tell(to=desk_id(one.trainer), news=PingSettled(ping=one.ping, text=OVER))
        for one in ended
        if one.trainer is not None
    )


def _asks(client: Client, spells: tuple[Spell, ...]) -> Pending | None:
    """Let the ping that says how long a step up has waited be the one that takes the yes."""
    new = (one.ping for one in spells if one.rule == WAITING and one not in client.spells)
    ping = next(new, None)
    pending = client.pending
    return replace(pending, ping=ping) if pending and ping else pending


def _changed(
    person: Person, client: Client, spells: tuple[Spell, ...], effects: tuple[Effect, ...]
) -> Decision[Person]:
    person = replace(person, client=replace(client, spells=spells, pending=_asks(client, spells)))
    return Decision(state=person, effects=effects)


def listed(before: Person, after: Person) -> Decision[Person]:
    """Let the roster hear of it where it says something else of somebody now."""
    other = attention.risk(before.client) != attention.risk(after.client)
    return Decision(state=after, effects=links.roster(after) if other else ())
