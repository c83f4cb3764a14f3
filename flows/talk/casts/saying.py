"""What the owner of a reminder reads: whom it is for, how it goes, and what became of it."""

from datetime import datetime

from flows.broadcast import Broadcast, Course, Stage
from flows.effects import Effect, Tell
from flows.news import Notice
from flows.people import person_id
from flows.questionnaires.segment import LANGUAGES
from flows.questions.days import WEEKDAY_NAMES
from flows.reach import CastAct, Every, Order, Result, Segment, When
from flows.steps import LEVELS, PHASE_NAMES
from flows.talk import calendar
from flows.words import Button, Content, T, Text, lines

RESULTS = {
    Result.SENT: T("sent"),
    Result.BLOCKED: T("cannot be reached"),
    Result.OFF: T("skipped, switched reminders off"),
    Result.LEFT: T("skipped, left the gym"),
    Result.CAP: T("skipped, had enough reminders lately"),
    Result.QUIET: T("skipped, it was night where they are"),
    Result.NO_STEP: T("skipped, on no step"),
    Result.FAILED: T("refused by Telegram"),
    Result.UNKNOWN: T("not known whether it arrived"),
    Result.DELETED: T("deleted again"),
    Result.KEPT: T("could not be deleted"),
}
A_SECOND = 25
"""How many reminders go out in a second, until it is known how fast they do."""
LISTED = 20
"""How many names a report lists; the file has them all."""
MINUTE = 60
SHORTEST = 28
"""Days that every month has."""


def notice(
    cast: Broadcast,
    *said: Text,
    buttons: tuple[tuple[Button, ...], ...] = (),
    anew: bool = False,
) -> Effect:
    """Show the owner where the reminder is, in its one message."""
    content = Content(said, buttons, silent=cast.order.round)
    news = Notice(content=content, slot=f"broadcast:{cast.code}", anew=anew)
    return Tell(to=person_id(cast.order.owner or 0), news=news)


def button(cast: Broadcast, label: Text, act: CastAct | str) -> Button:
    """Make a button of the reminder."""
    return Button(label=label, data=f"b|{cast.code}|{act}")


def whom(order: Order) -> Text:
    """Say whom it is for."""
    said = T("everybody in {gym}{steps}", gym=order.gym_name, steps=_steps(order.segment))
    for more in _narrowed(order.segment):
        said = T("{some}, {more}", some=said, more=more)
    return said


def _steps(segment: Segment) -> Text:
    steps = segment.steps
    if not steps:
        return T("")
    if len(steps) > 1:
        return T(" on the level of {level}", level=LEVELS[steps[0]].value)
    return T(" on step {step}, {name}", step=int(steps[0]), name=PHASE_NAMES[steps[0]])


_LANGUAGES = {one.key: one.label for one in LANGUAGES}


def _narrowed(segment: Segment) -> tuple[Text, ...]:
    told = (
        (segment.fresh, T("new on it")),
        (segment.week, T("in week {week} of it", week=segment.week)),
        (segment.goal, T("training for {goal}", goal=(segment.goal or "").replace("_", " "))),
        (segment.trainer, T("with the trainer {name}", name=segment.trainer)),
        (
            segment.language,
            T("whose language is {name}", name=_LANGUAGES.get(segment.language, T(""))),
        ),
        (segment.silent, T("without a check-in for {days} days or more", days=segment.silent)),
    )
    return tuple(text for given, text in told if given)


def time(when: When | None) -> Text:
    """Say when it goes out."""
    if when is None:
        return T("now")
    if when.every is Every.WEEK:
        day = T("every {day}", day=WEEKDAY_NAMES[when.day.weekday()])
    elif when.every is Every.MONTH:
        said = T(" or its last") if when.of_month > SHORTEST else T("")
        day = T("on day {day} of every month{last}", day=when.of_month, last=said)
    else:
        day = T("on {day}", day=calendar.spoken(when.day))
    return T("{day} at {hour}:00 where each member is", day=day, hour=when.hour)


def counts(cast: Broadcast) -> tuple[Text, ...]:
    """List what became of how many."""
    found = dict(cast.course.results)
    return tuple(
        T("{result}: {count}", result=said, count=found[key])
        for key, said in RESULTS.items()
        if found.get(key)
    )


def done(cast: Broadcast) -> int:
    """Count those of whom it is known, or known to be unknown, what became of them."""
    return sum(count for _, count in cast.course.results)


def left(cast: Broadcast) -> int:
    """Count those that are still to be told or heard of."""
    return cast.course.total - done(cast)


def progress(cast: Broadcast, at: datetime) -> Effect:
    """Show how it goes; the last ones cannot be stopped any more."""
    last = cast.stage is Stage.SENDING and not _some_left(cast.course)
    head, *acts = (_LAST,) if last else _HEADS[cast.stage]
    rest = T("left: {count}, {time}", count=left(cast), time=_time(cast, at))
    pairs = tuple(button(cast, label, act) for label, act in acts)
    return notice(
        cast,
        T(head.template, whom=whom(cast.order)),
        *lines((*counts(cast), *(() if cast.stage is Stage.RECALLING else (rest,)))),
        buttons=(pairs,) if pairs else (),
    )


def _some_left(course: Course) -> bool:
    return bool(course.zones or course.again) or not course.dry


_LAST = T("The last ones are on their way to {whom}…")
_CANCEL = (T("Cancel"), CastAct.CANCEL)
_PAUSE = (T("Pause"), CastAct.PAUSE)
_HEADS: dict[Stage, tuple[Text, *tuple[tuple[Text, CastAct], ...]]] = {
    Stage.SENDING: (T("On its way to {whom}…"), _PAUSE, _CANCEL),
    Stage.WAITING: (T("Waiting for its hour: {whom}."), _PAUSE, _CANCEL),
    Stage.PAUSED: (T("Paused: {whom}."), (T("Go on"), CastAct.RESUME), _CANCEL),
    Stage.RECALLING: (T("Being deleted again: {whom}…"),),
}


def _time(cast: Broadcast, at: datetime) -> Text:
    if cast.course.zones:
        return time(cast.order.when)
    seconds = left(cast) / _speed(cast, at)
    if seconds < MINUTE:
        return T("less than a minute")
    return T("about {minutes} min", minutes=round(seconds / MINUTE))


def _speed(cast: Broadcast, at: datetime) -> float:
    """Say how many a second; too few are no measure."""
    course = cast.course
    gone = (at - course.since).total_seconds() if course.since else 0
    count = done(cast) - course.base
    return count / gone if count >= A_SECOND and gone > 0 else A_SECOND


def report(cast: Broadcast, names: tuple[str, ...] = ()) -> Effect:
    """Show what became of it, and what can be done about it now."""
    order, unsent = cast.order, left(cast)
    listed = T("Not known: {names}.", names=", ".join(names[:LISTED]))
    never = T("never sent: {count}", count=unsent)
    title = T("<b>Cancelled</b>") if unsent else T("<b>Reminder done</b>")
    return notice(
        cast,
        T("{title}, for {whom}.", title=title, whom=whom(order)),
        *lines((*counts(cast), *((never,) if unsent else ()))),
        *((listed,) if names else ()),
        buttons=_afterwards(cast),
    )


def _afterwards(cast: Broadcast) -> tuple[tuple[Button, ...], ...]:
    found = dict(cast.course.results)
    unknown, sent = found.get(Result.UNKNOWN, 0), found.get(Result.SENT, 0)
    again = button(cast, T("Send again to the {n} not known", n=unknown), CastAct.AGAIN)
    rows = (
        (unknown, again),
        (cast.course.total, button(cast, T("Who got it, as a file"), CastAct.FILE)),
        (sent, button(cast, T("Delete it again"), CastAct.RECALL)),
    )
    return tuple((one,) for given, one in rows if given)
