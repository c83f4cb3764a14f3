"""The buttons of a session: each does one act, or leads to another conversation."""

from collections.abc import Callable

from msgspec.structs import replace

from flows.effects import Answer, Decision, Repost, Show, then
from flows.events import Event, Tapped
from flows.person import Person
from flows.programs.book import Book
from flows.talk import dialogue
from flows.talk.training import ending, swapping, today
from flows.talk.training.acts import ACTS, UNDER_WAY, left
from flows.talk.training.buttons import Pressed, pressed
from flows.talk.training.scene import Scene, now, scene, shown
from flows.talk.training.view import CHANGED, content
from flows.words import T, Text

OVER = T("That session is from another time. /today shows the one of today.")
BEHIND = T("That is behind us already. Here is where we are.")


def tapped(
    person: Person, event: Tapped, book: Book, where: tuple[str, str, str]
) -> Decision[Person]:
    """Do what a button of a session says; one of an older moment changes nothing."""
    code, acts, act = where
    one, said = scene(person, event, book), pressed(acts, act)
    if one is None or said is None or one.workout.code != code:
        answer = Answer(query=event.query, text=OVER, alert=True)
        return Decision(state=person, effects=(answer,))
    if said.acts != one.workout.acts or not _known(one, said.act):
        return _behind(one, said, event)
    leads = LEADS.get(said.act)
    return leads(one) if leads else show(ACTS[said.act](one, said.number))


def _known(one: Scene, act: str) -> bool:
    return act in (ACTS.keys() | LEADS.keys()) and (
        one.workout.begun is not None or act not in UNDER_WAY
    )


def _behind(one: Scene, said: Pressed, event: Tapped) -> Decision[Person]:
    if said.acts == one.workout.acts - 1:
        return Decision(state=one.person, effects=(Answer(query=event.query),))
    answer = Answer(query=event.query, text=BEHIND)
    return then(Decision(state=one.person, effects=(answer,)), lambda _: show(one, how=Repost))


def show(
    one: Scene, problem: Text | None = None, how: type[Show] | type[Repost] = Show
) -> Decision[Person]:
    """Show a session as it stands now."""
    one = shown(one)
    return Decision(state=one.person, effects=(how(slot=one.slot, content=content(one, problem)),))


def begin(one: Scene, how: type[Show] | type[Repost] = Show) -> Decision[Person]:
    """Begin a session, if it is still the one that would be built now; else show that one."""
    if one.workout.begun is not None:
        return show(one, how=how)
    fresh = swapping.anew(one)
    if fresh is None:
        return today.ahead(one.person, one.event, one.book)
    acts = one.workout.acts + 1
    if fresh.workout.session != one.workout.session:
        return show(now(fresh, replace(fresh.workout, acts=acts, view="")), CHANGED, how)
    begun = replace(one.workout, begun=one.event.at, view="", acts=acts)
    return show(now(one, begun), how=how)


def leave(person: Person, event: Event, book: Book) -> Decision[Person] | None:
    """Leave the session under way; None where there is none that could be left."""
    one = scene(person, event, book)
    if one is None or one.workout.begun is None or one.workout.left:
        return None
    return show(left(one), how=Repost)


def _pain(one: Scene) -> Decision[Person]:
    one = shown(now(one, replace(one.workout, count=None, rest=None)))
    return dialogue.opened(one.person, "hurt", one.event)


LEADS: dict[str, Callable[[Scene], Decision[Person]]] = {
    "go": begin, "pain": _pain, "end": ending.asked,
}  # fmt: skip
"""What leads on: into the session, or to another conversation."""
