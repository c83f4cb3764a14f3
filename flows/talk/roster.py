"""The roster: whom a trainer trains, or who is in a gym, page by page and narrowed by taps."""

from msgspec.structs import replace

from flows.effects import Close, Decision, Say, Show, Survey, then
from flows.events import Told
from flows.news import Surveyed
from flows.people import MAY, Act, Role, gym_id
from flows.person import Looking, Person
from flows.reach import days_silent
from flows.talk import calendar, roster_texts
from flows.talk.roster_texts import NONE, PAGE, SILENT, STEPS, View
from flows.ties import Member, Membership
from flows.words import Content, T

SLOT = "roster"
BELOW = Content((T("Shown again below."),))
OVER = Content((T("This list is no longer yours to see."),))
NOT_YOURS = Content((T("That is for trainers and gyms. Your gym's owner can send you a link."),))


def rosters(person: Person) -> tuple[Membership, ...]:
    """List the memberships by which somebody may see a roster."""
    return tuple(one for one in person.links if Act.ROSTER in MAY[one.role])


def asked(person: Person, word: str) -> Decision[Person]:
    """Look at a roster from its first page, or for a part of a name, at the chat's bottom."""
    over = Decision(state=person, effects=(Close(slot=SLOT, content=BELOW, quiet=True),))
    looking = Looking(membership=person.looking.membership, word=word)
    return then(over, lambda now: _looked(now, looking))


def tapped(person: Person, rest: list[str]) -> Decision[Person]:
    """Turn a page, narrow the roster, or look at another one."""
    act, *more = rest
    return _looked(person, _narrowed(person.looking, act, "".join(more)))


def _narrowed(now: Looking, act: str, what: str) -> Looking:
    first = replace(now, page=0)
    match act:
        case "go" if what.isascii() and what.isdecimal():
            return replace(now, page=int(what))
        case "step" if what in STEPS:
            return replace(first, step=what)
        case "silent" if what in SILENT:
            return replace(first, silent=int(what))
        case "risk":
            return replace(first, risk=what == "only")
        case "at":
            return Looking(membership=what)
        case _:
            return Looking(membership=now.membership)


def _looked(person: Person, looking: Looking) -> Decision[Person]:
    by = _by(person, looking)
    if by is None:
        return Decision(state=person, effects=(Say(content=NOT_YOURS),))
    person = replace(person, looking=replace(looking, membership=by.id))
    return Decision(state=person, effects=(Survey(gym=gym_id(by.gym), view=by.id),))


def _by(person: Person, looking: Looking) -> Membership | None:
    mine = rosters(person)
    return next((one for one in mine if one.id == looking.membership), next(iter(mine), None))


def surveyed(person: Person, news: Surveyed, event: Told) -> Decision[Person]:
    """Show what was asked for, of those whom this membership lets see."""
    by = _by(person, person.looking)
    if by is None or news.view != by.id:
        return Decision(state=person)
    theirs = tuple(one for one in news.members if _may_see(person, by, one))
    found = sorted(
        (one for one in theirs if _fits(one, person.looking, event)),
        key=lambda one: (not one.risk, one.name.casefold(), one.id),
    )
    last = max(0, (len(found) - 1) // PAGE)
    looking = replace(person.looking, page=min(person.looking.page, last))
    view = View(by=by, all=rosters(person), looking=looking, total=len(theirs))
    content = roster_texts.page(view, tuple(found), calendar.today(person, event.at))
    shown = Show(slot=SLOT, content=content)
    return Decision(state=replace(person, looking=looking), effects=(shown,))


def _may_see(person: Person, by: Membership, one: Member) -> bool:
    return by.role is not Role.TRAINER or one.trainer == person.id


def _fits(one: Member, looking: Looking, event: Told) -> bool:
    step = NONE if one.phase is None else str(int(one.phase))
    return (
        looking.word.casefold() in one.name.casefold()
        and looking.step in {"", step}
        and _silent(one, looking.silent, event)
        and (bool(one.risk) or not looking.risk)
    )


def _silent(one: Member, days: int, event: Told) -> bool:
    """Count who never checked in among the silent."""
    silent = days_silent(one, event.at)
    return silent is None or silent >= days
