"""What becomes of the reminders of somebody who runs their gym no more."""

from datetime import datetime

from msgspec.structs import replace

from flows.broadcast import Broadcast, Stage
from flows.effects import Decision, Effect, Survey, Tell
from flows.news import Notice
from flows.people import PersonId, gym_id, person_id
from flows.talk import owner
from flows.talk.casts import course, saying, wording
from flows.talk.casts.copies import on
from flows.words import Content, T

OPEN = (Stage.DRAFT, Stage.OFFERED)
AGREED = (Stage.CONFIRMED, Stage.STANDING)
RUNNING = (Stage.WAITING, Stage.SENDING, Stage.PAUSED)
ENDED = T(
    "<b>Ended</b>: the reminder for {whom}, {when}. Who had set it up does not run {gym} any "
    "more. Its words, for whoever wants to set it up anew:"
)

Heads = tuple[PersonId, ...]


def refused(cast: Broadcast) -> Decision[Broadcast]:
    """Say that it is not theirs any more, in the place of what they read; and see to it."""
    look: tuple[Effect, ...] = (Survey(gym=gym_id(cast.order.gym)),)
    done = cast.stage is Stage.DONE
    said = saying.notice(cast, owner.NOT_YOURS)
    return Decision(state=cast, effects=(said, *(() if done else look)))


def owned(cast: Broadcast, heads: Heads) -> Broadcast | None:
    """Give it to who answers for it now; None for one that is to end with its owner's place.

    Those of a step belong to the gym, and so does the report of what was sent.
    """
    if cast.order.owner in heads:
        return cast
    of_gym = cast.order.phase is not None or cast.stage is Stage.DONE
    return _given(cast, heads[0]) if heads and of_gym else None


def _given(cast: Broadcast, to: PersonId) -> Broadcast:
    return replace(cast, order=replace(cast.order, owner=to))


def ended(cast: Broadcast, heads: Heads, at: datetime) -> Decision[Broadcast]:
    """End what has not gone out yet; those who run the gym now read what it was."""
    if cast.stage in RUNNING and heads:
        over = course.cancelled(_given(cast, heads[0]), at)
        return replace(over, effects=(*_told(cast, heads), *over.effects))
    if cast.stage not in (*OPEN, *AGREED, *RUNNING):
        return Decision(state=cast)
    told = _told(cast, heads) if cast.stage in AGREED else ()
    asked = (saying.notice(cast, owner.NOT_YOURS),) if cast.stage in OPEN else ()
    return Decision(state=_dropped(cast, at), effects=(*told, *asked))


def _dropped(cast: Broadcast, at: datetime) -> Broadcast:
    """Let it go, and everybody it was on its way to."""
    cast = on(cast, ended=at, zones=(), out=(), again=(), unknown=())
    return replace(cast, stage=Stage.DROPPED)


def _told(cast: Broadcast, heads: Heads) -> tuple[Effect, ...]:
    order = cast.order
    when, words = saying.time(order.when), wording.blank(order.text)
    head = T(ENDED.template, whom=saying.whom(order), when=when, gym=order.gym_name)
    notice = Notice(content=Content((head, *wording.body(order.gym_name, words))))
    return tuple(Tell(to=person_id(one), news=notice) for one in heads)
