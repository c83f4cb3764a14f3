"""A reminder before it goes: counted, shown, and tried on its owner, until it is agreed to."""

from datetime import datetime

from msgspec.structs import replace

from flows.broadcast import Broadcast, Stage
from flows.effects import Decision, Survey, Tell
from flows.news import Notice
from flows.people import gym_id, person_id
from flows.phases.office import Reminders
from flows.reach import CastAct, Order, chosen, local
from flows.reminded import ReminderActed, ReminderDrafted
from flows.steps import Phase
from flows.talk import calendar
from flows.talk.casts import course, member, moments, saying, standing, topics, wording
from flows.talk.casts.copies import on
from flows.ties import Member
from flows.words import Button, Content, T, Text

NOBODY = T("Nobody would get this: {whom}.")
AT_NIGHT = T("For {count} of them it is night there now, so they would be skipped.")
UNDER_PHOTO = T("It cannot be sent with a photo. {why} Take the photo away, or write less.")
PASSED = T(
    "{hour}:00 on {old} has passed where some of them are. The next time is {hour}:00 on {new}. "
    "Nothing goes out until you agree."
)
NIGHT_HOUR = T("That hour is night: everybody would be skipped. Please choose another one.")


def drafted(cast: Broadcast, news: ReminderDrafted, at: datetime) -> Decision[Broadcast]:
    """Take the order, and count; one that was agreed to already begins."""
    order = Order(
        gym=news.gym,
        gym_name=news.gym_name,
        owner=news.owner,
        segment=news.segment,
        text=news.text,
        topic=news.topic,
        photo=news.photo,
        when=news.when,
        round=news.go,
        phase=news.phase,
    )
    stage = Stage.CONFIRMED if news.go else Stage.DRAFT
    return counted(on(replace(cast, order=order, stage=stage), heard=at))


def counted(cast: Broadcast) -> Decision[Broadcast]:
    """Ask the roster who there is."""
    return Decision(state=cast, effects=(Survey(gym=gym_id(cast.order.gym)),))


def offered(
    cast: Broadcast, members: tuple[Member, ...], at: datetime, limits: Reminders
) -> Decision[Broadcast]:
    """Show whom it would reach, how it reads, and why it cannot be sent if it cannot."""
    cast, late = _timely(replace(cast, stage=Stage.OFFERED), members, at)
    order = cast.order
    people = chosen(members, order, at)
    told: tuple[Text, ...] = (T(NOBODY.template, whom=saying.whom(order)),)
    unfit = _unfit(order, limits)
    fits = bool(people) or _again(order)
    if fits:
        words = wording.body(order.gym_name, wording.blank(order.text))
        asleep = _asleep(order, people, at, limits)
        told = (_head(order, len(people)), *_photo(order), *words, *unfit, *asleep)
    send = (_sends(cast, len(people)),) if fits and not unfit else ()
    shown = saying.notice(cast, *late, *told, buttons=(*send, *_changes(cast)), anew=True)
    return Decision(state=cast, effects=(shown,))


def _timely(
    cast: Broadcast, members: tuple[Member, ...], at: datetime
) -> tuple[Broadcast, tuple[Text, ...]]:
    """Put the next time in the place of one that has passed, and say so."""
    old, new = cast.order.when, moments.coming(cast.order, members, at)
    if old is None or new is None or new == old:
        return cast, ()
    said = T(
        PASSED.template,
        hour=new.hour,
        old=calendar.spoken(old.day),
        new=calendar.spoken(new.day),
    )
    return replace(cast, order=replace(cast.order, when=new)), (said,)


def agreed(
    cast: Broadcast, members: tuple[Member, ...], at: datetime, limits: Reminders
) -> Decision[Broadcast]:
    """Begin; but where its time passed before somebody agreed to it, ask anew for the next one."""
    order = cast.order
    if order.round:
        return course.begun(cast, members, at)
    if moments.coming(order, members, at) != order.when:
        return offered(cast, members, at, limits)
    return standing.begun(cast) if _again(order) else course.begun(cast, members, at)


def _photo(order: Order) -> tuple[Text, ...]:
    return (T("Your photo, and below it:"),) if order.photo else ()


def _unfit(order: Order, limits: Reminders) -> tuple[Text, ...]:
    """Say why it cannot be sent as it is."""
    night = order.when is not None and member.quiet(order.when.hour, limits)
    why = wording.too_long(order.gym_name, order.text, wording.CAPTION) if order.photo else None
    under_photo = () if why is None else (T(UNDER_PHOTO.template, why=why),)
    return (NIGHT_HOUR, *under_photo) if night else under_photo


def _again(order: Order) -> bool:
    return order.when is not None and order.when.every is not None


def _head(order: Order, count: int) -> Text:
    return T(
        "For {whom}. It would go to {count} {when}:",
        whom=saying.whom(order),
        count=count,
        when=saying.time(order.when),
    )


def _asleep(
    order: Order, people: tuple[Member, ...], at: datetime, limits: Reminders
) -> tuple[Text, ...]:
    if order.when is not None:
        return ()
    count = sum(member.quiet(local(one, at).hour, limits) for one in people)
    return (T(AT_NIGHT.template, count=count),) if count else ()


def _sends(cast: Broadcast, count: int) -> tuple[Button, ...]:
    label = T("Switch it on") if _again(cast.order) else T("Send to {count}", count=count)
    return (
        saying.button(cast, label, CastAct.SEND),
        saying.button(cast, T("Test to me"), CastAct.TEST),
    )


def _changes(cast: Broadcast) -> tuple[tuple[Button, ...], ...]:
    photo = T("Another photo, or none") if cast.order.photo else T("Add a photo")
    change = (
        saying.button(cast, T("Only some of them"), "narrow"),
        saying.button(cast, T("Another time"), "time"),
    )
    more = (saying.button(cast, photo, "photo"),)
    return (change, more, (saying.button(cast, T("Do not send"), CastAct.DROP),))


def tried(cast: Broadcast, news: ReminderActed) -> Decision[Broadcast]:
    """Send it to its owner alone, as a member would read it; below it, ask again."""
    order = cast.order
    step = int((order.segment.steps or (Phase.STABILIZATION_ENDURANCE,))[0])
    week = max(1, order.segment.week)
    text = wording.filled(order.text, name=news.by_name, step=step, week=week)
    body, way_out = wording.body(order.gym_name, text), topics.way_out(order.topic)
    content = Content(body, (way_out,), photo=order.photo)
    told = Tell(to=person_id(news.by), news=Notice(content=content))
    return Decision(state=cast, effects=(told, *counted(cast).effects))


def dropped(cast: Broadcast, at: datetime) -> Decision[Broadcast]:
    """Let it go unsent."""
    cast = replace(on(cast, ended=at), stage=Stage.DROPPED)
    return Decision(state=cast, effects=(saying.notice(cast, GONE),))


GONE = T("Not sent. Nobody has seen it.")
