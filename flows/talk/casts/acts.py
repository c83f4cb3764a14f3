"""What the owner's buttons do, by how far the reminder got; a button out of turn does nothing."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from msgspec.structs import replace

from flows.broadcast import Broadcast, Stage
from flows.effects import Decision, Tell
from flows.people import broadcast_id, gym_id, person_id
from flows.phases.office import Reminders
from flows.reach import ENDS, CastAct
from flows.reminded import Listed, ReminderActed
from flows.talk.casts import again, course, heirs, offer, saying, standing
from flows.talk.casts.copies import on
from flows.words import T

Act = Callable[[Broadcast, ReminderActed, datetime, Reminders], Decision[Broadcast]]

TOO_LATE = T("Telegram lets messages be deleted for {hours} hours only; these are older.")
SURE = T("Delete it from the chats of all who got it?")
LIST = T("What became of the reminder, member by member.")


def acted(
    cast: Broadcast, news: ReminderActed, at: datetime, limits: Reminders
) -> Decision[Broadcast]:
    """Do what its owner asks for; nobody else is heard."""
    act = ACTS.get((news.act, cast.stage))
    if act is None or news.by != cast.order.owner:
        return Decision(state=cast)
    if news.act not in ENDS and cast.order.gym not in news.gyms:
        return heirs.refused(cast)
    return act(cast, news, at, limits)


def _send(cast: Broadcast) -> Decision[Broadcast]:
    return offer.counted(replace(cast, stage=Stage.CONFIRMED))


def _paused(cast: Broadcast, at: datetime) -> Decision[Broadcast]:
    cast = on(replace(cast, stage=Stage.PAUSED), shown=None)
    return course.onward(cast, at)


def _resumed(cast: Broadcast, at: datetime) -> Decision[Broadcast]:
    return course.onward(course.running(cast, at), at)


def _again(cast: Broadcast, at: datetime) -> Decision[Broadcast]:
    return course.onward(course.running(again.wanted(cast), at), at)


def _filed(cast: Broadcast) -> Decision[Broadcast]:
    order = cast.order
    news = Listed(broadcast=broadcast_id(cast.code), gym=gym_id(order.gym), caption=LIST)
    return Decision(state=cast, effects=(Tell(to=person_id(order.owner or 0), news=news),))


def _sure(cast: Broadcast) -> Decision[Broadcast]:
    yes = saying.button(cast, T("Yes, delete it"), CastAct.DELETE)
    leave = saying.button(cast, T("Leave it"), CastAct.REPORT)
    return Decision(state=cast, effects=(saying.notice(cast, SURE, buttons=((yes, leave),)),))


def _deleted(
    cast: Broadcast, _news: ReminderActed, at: datetime, limits: Reminders
) -> Decision[Broadcast]:
    since, hours = cast.course.ended, limits.delete_hours
    if since is None or at - since > timedelta(hours=hours):
        late = saying.notice(cast, T(TOO_LATE.template, hours=hours))
        return Decision(state=cast, effects=(late,))
    cast = replace(on(cast, dry=False, shown=None), stage=Stage.RECALLING)
    return course.onward(cast, at)


def _timed(act: Callable[[Broadcast, datetime], Decision[Broadcast]]) -> Act:
    return lambda cast, _news, at, _limits: act(cast, at)


def _plain(act: Callable[[Broadcast], Decision[Broadcast]]) -> Act:
    return lambda cast, _news, _at, _limits: act(cast)


def _reported(cast: Broadcast) -> Decision[Broadcast]:
    return Decision(state=cast, effects=course.result(cast))


ACTS: Mapping[tuple[CastAct, Stage], Act] = {
    (CastAct.SEND, Stage.OFFERED): _plain(_send),
    (CastAct.TEST, Stage.OFFERED): lambda cast, news, _at, _limits: offer.tried(cast, news),
    (CastAct.DROP, Stage.OFFERED): _timed(offer.dropped),
    (CastAct.PAUSE, Stage.SENDING): _timed(_paused),
    (CastAct.PAUSE, Stage.WAITING): _timed(_paused),
    (CastAct.RESUME, Stage.PAUSED): _timed(_resumed),
    (CastAct.CANCEL, Stage.SENDING): _timed(course.cancelled),
    (CastAct.CANCEL, Stage.WAITING): _timed(course.cancelled),
    (CastAct.CANCEL, Stage.PAUSED): _timed(course.cancelled),
    (CastAct.AGAIN, Stage.DONE): _timed(_again),
    (CastAct.FILE, Stage.DONE): _plain(_filed),
    (CastAct.RECALL, Stage.DONE): _plain(_sure),
    (CastAct.DELETE, Stage.DONE): _deleted,
    (CastAct.REPORT, Stage.DONE): _plain(_reported),
    (CastAct.STOP, Stage.STANDING): _timed(standing.stopped),
}
