"""What a reminder to many does: count, ask its owner, go out once to each, report."""

from collections import Counter

from msgspec.structs import replace

from flows.broadcast import Broadcast, Stage
from flows.effects import Decision, Effect, Survey, Tell
from flows.events import Event, TimerDue, Told
from flows.news import (
    Delivered,
    Notice,
    Reminded,
    ReminderConfirmed,
    ReminderDrafted,
    ReminderDropped,
    Surveyed,
)
from flows.people import broadcast_id, gym_id, person_id
from flows.steps import PHASE_NAMES
from flows.ties import Member
from flows.timers import OVERDUE
from flows.words import Button, Content, T, Text, lines

_AHEAD = 50
_RESULTS = {
    "sent": T("sent"),
    "blocked": T("cannot be reached"),
    "skipped": T("switched reminders off or left"),
    "failed": T("refused by Telegram"),
    "unknown": T("not known whether it arrived"),
}


def turn(cast: Broadcast, event: Event) -> Decision[Broadcast]:
    """Decide what a reminder does about its news; anything out of turn changes nothing."""
    if not isinstance(event, Told):
        return _overdue(cast, event) if isinstance(event, TimerDue) else Decision(state=cast)
    decided = _news(cast, event)
    if decided.state == cast or decided.state.stage is not Stage.SENDING:
        return decided
    return replace(decided, state=replace(decided.state, heard=event.at))


def _news(cast: Broadcast, event: Told) -> Decision[Broadcast]:
    match event.news, cast.stage:
        case ReminderDrafted() as news, Stage.DRAFT if cast.owner is None:
            return _drafted(cast, news)
        case Surveyed() as news, Stage.DRAFT:
            return _offered(cast, news.members)
        case ReminderConfirmed() as news, Stage.OFFERED if news.by == cast.owner:
            return _confirmed(cast)
        case ReminderDropped() as news, Stage.OFFERED if news.by == cast.owner:
            return _dropped(cast)
        case Surveyed() as news, Stage.CONFIRMED:
            return _sending(cast, news.members)
        case Delivered() as news, Stage.SENDING:
            return _delivered(cast, news)
        case _:
            return Decision(state=cast)


def _drafted(cast: Broadcast, news: ReminderDrafted) -> Decision[Broadcast]:
    cast = replace(
        cast,
        gym=news.gym,
        gym_name=news.gym_name,
        owner=news.owner,
        phase=news.phase,
        text=news.text,
    )
    return Decision(state=cast, effects=(Survey(gym=gym_id(cast.gym)),))


def _eligible(cast: Broadcast, members: tuple[Member, ...]) -> tuple[Member, ...]:
    return tuple(
        member
        for member in members
        if member.reminders
        and member.reachable
        and (cast.phase is None or member.phase is cast.phase)
    )


def _notice(cast: Broadcast, *said: Text, buttons: tuple[Button, ...] = ()) -> Effect:
    content = Content(said, (buttons,) if buttons else ())
    notice = Notice(content=content, slot=f"broadcast:{cast.code}")
    return Tell(to=person_id(cast.owner or 0), news=notice)


def _whom(cast: Broadcast) -> Text:
    if cast.phase is None:
        return T("everybody in {gym}", gym=cast.gym_name)
    return T(
        "everybody in {gym} on step {step}, {name}",
        gym=cast.gym_name,
        step=int(cast.phase),
        name=PHASE_NAMES[cast.phase],
    )


def body(gym_name: str, text: Text) -> tuple[Text, ...]:
    """Make the paragraphs that a member reads."""
    return (T("<b>{gym}</b>", gym=gym_name), text)


def _offered(cast: Broadcast, members: tuple[Member, ...]) -> Decision[Broadcast]:
    count = len(_eligible(cast, members))
    words = body(cast.gym_name, cast.text or T(""))
    if not count:
        nobody = _notice(cast, T("Nobody would get this: {whom}.", whom=_whom(cast)))
        return Decision(state=replace(cast, stage=Stage.DROPPED), effects=(nobody,))
    offer = _notice(
        cast,
        T("For {whom}. It would go to {count} now:", whom=_whom(cast), count=count),
        *words,
        buttons=(
            Button(label=T("Send to {count}", count=count), data=f"b|{cast.code}|send"),
            Button(label=T("Do not send"), data=f"b|{cast.code}|drop"),
        ),
    )
    return Decision(state=replace(cast, stage=Stage.OFFERED), effects=(offer,))


def _confirmed(cast: Broadcast) -> Decision[Broadcast]:
    cast = replace(cast, stage=Stage.CONFIRMED)
    going = _notice(cast, T("On its way to {whom}…", whom=_whom(cast)))
    return Decision(state=cast, effects=(going, Survey(gym=gym_id(cast.gym))))


def _dropped(cast: Broadcast) -> Decision[Broadcast]:
    gone = _notice(cast, T("Not sent. Nobody has seen it."))
    return Decision(state=replace(cast, stage=Stage.DROPPED), effects=(gone,))


def _sending(cast: Broadcast, members: tuple[Member, ...]) -> Decision[Broadcast]:
    people = tuple((one.id, one.membership) for one in _eligible(cast, members))
    cast = replace(cast, stage=Stage.SENDING, waiting=people)
    return _finished(cast) if not people else _next(cast)


def _next(cast: Broadcast) -> Decision[Broadcast]:
    room = _AHEAD - len(cast.out)
    now, later = cast.waiting[:room], cast.waiting[room:]
    told = tuple(
        Tell(
            to=person_id(person),
            news=Reminded(
                broadcast=broadcast_id(cast.code),
                membership=membership,
                gym_name=cast.gym_name,
                text=cast.text or T(""),
            ),
        )
        for person, membership in now
    )
    out = (*cast.out, *(person for person, _ in now))
    return Decision(state=replace(cast, waiting=later, out=out), effects=told)


def _delivered(cast: Broadcast, news: Delivered) -> Decision[Broadcast]:
    if news.member not in cast.out:
        return Decision(state=cast)
    results = Counter(dict(cast.results))
    results[news.result] += 1
    cast = replace(
        cast,
        out=tuple(one for one in cast.out if one != news.member),
        results=tuple(results.items()),
    )
    return _next(cast) if cast.out or cast.waiting else _finished(cast)


def _overdue(cast: Broadcast, event: TimerDue) -> Decision[Broadcast]:
    """Give up those nothing was heard of, who may be gone: the rest go on, the report tells."""
    late = cast.heard is not None and event.at - cast.heard >= OVERDUE
    if cast.stage is not Stage.SENDING or not late:
        return Decision(state=cast)
    results = Counter(dict(cast.results))
    results["unknown"] += len(cast.out)
    cast = replace(cast, out=(), results=tuple(results.items()), heard=event.at)
    return _next(cast) if cast.waiting else _finished(cast)


def _finished(cast: Broadcast) -> Decision[Broadcast]:
    counts = dict(cast.results)
    listed = lines(
        T("{result}: {count}", result=said, count=counts[key])
        for key, said in _RESULTS.items()
        if key in counts
    )
    done = _notice(cast, T("<b>Reminder done</b>, for {whom}.", whom=_whom(cast)), *listed)
    return Decision(state=replace(cast, stage=Stage.DONE), effects=(done,))
