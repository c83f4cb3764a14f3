"""What a roster looks like: names and steps, and never an answer."""

from datetime import date

from msgspec import Struct

from flows.attention import RISKS, WATCH
from flows.people import MAY, Act, Role
from flows.person import Looking
from flows.reach import week_of
from flows.steps import PHASE_NAMES, Phase
from flows.talk import calendar
from flows.ties import Member, Membership
from flows.words import Button, Content, T, Text, lines

PAGE = 8
NONE = "none"
STEPS = ("", *(str(int(phase)) for phase in Phase), NONE)
SILENT = ("0", "7", "14", "28")
"""The spans that a tap goes through, in days: they only narrow what is shown."""


class View(Struct, frozen=True, kw_only=True):
    """By which membership a roster is looked at, of all those there are, and narrowed how.

    `total` counts whom that membership lets see before anything is narrowed.
    """

    by: Membership
    all: tuple[Membership, ...]
    looking: Looking
    total: int


def page(view: View, found: tuple[Member, ...], today: date) -> Content:
    """Show one page of those found, with a way to each card and to every other page."""
    first = view.looking.page * PAGE
    shown = found[first : first + PAGE]
    cards = tuple(_card(one) for one in shown) if Act.COACH in MAY[view.by.role] else ()
    pairs = tuple(cards[n : n + 2] for n in range(0, len(cards), 2))
    text = (_title(view, len(found)), *_narrowed(view.looking), *_listed(view, shown, today))
    rows = (*pairs, _pages(view.looking, len(found)), *_filters(view.looking), *_others(view))
    return Content(text, tuple(row for row in rows if row))


def _title(view: View, count: int) -> Text:
    what = T("your clients") if view.by.role is Role.TRAINER else T("all members")
    if count == view.total:
        return T("<b>{gym}</b>, {what}: {count}", gym=view.by.gym_name, what=what, count=count)
    return T(
        "<b>{gym}</b>, {what}: {count} of {total}",
        gym=view.by.gym_name,
        what=what,
        count=count,
        total=view.total,
    )


def _narrowed(looking: Looking) -> tuple[Text, ...]:
    step = T("without a step") if looking.step == NONE else T("on step {n}", n=looking.step)
    told = (
        (looking.word, T("named “{word}”", word=looking.word)),
        (looking.step, step),
        (looking.silent, T("no check-in for {days} days or more", days=looking.silent)),
        (looking.risk, T("who need a look")),
    )
    return lines(T("• only {what}", what=text) for given, text in told if given)


def _listed(view: View, shown: tuple[Member, ...], today: date) -> tuple[Text, ...]:
    if not shown:
        return (T("Nobody fits.") if view.total else T("Nobody is here yet."),)
    return lines(_line(view, one, today) for one in shown)


def _line(view: View, one: Member, today: date) -> Text:
    said = T("<b>{name}</b>: {step}", name=one.name, step=_step(one, today))
    trainer = "" if view.by.role is Role.TRAINER else one.trainer_name
    more = (
        (trainer, T("with {trainer}", trainer=trainer)),
        (one.phase, _checked_in(one, today)),
        (not one.reachable, T("cannot be written to")),
        (one.risk, T("⚠ {risk}", risk=RISKS.get(one.risk, RISKS[WATCH]))),
    )
    for given, text in more:
        said = T("{said}; {more}", said=said, more=text) if given else said
    return said


def _step(one: Member, today: date) -> Text:
    if one.phase is None:
        return T("no step now") if one.since else T("not assessed yet")
    return T(
        "step {step}, {name}, week {week}",
        step=int(one.phase),
        name=PHASE_NAMES[one.phase],
        week=week_of(date.fromisoformat(one.since), today),
    )


def _checked_in(one: Member, today: date) -> Text:
    if not one.last_checkin:
        return T("no check-in yet")
    days = (today - date.fromisoformat(one.last_checkin)).days
    return T("checked in {ago}", ago=calendar.ago(days))


def _card(one: Member) -> Button:
    return Button(label=T("{name}", name=one.name), data=f"k|{one.id}|show|anew")


def _pages(looking: Looking, count: int) -> tuple[Button, ...]:
    last, here = max(0, (count - 1) // PAGE), looking.page
    near = ((here - 1, T("‹ {n}", n=here)), (here + 1, T("{n} ›", n=here + 2)))
    return tuple(_button(label, "go", str(n)) for n, label in near if 0 <= n <= last)


def _filters(looking: Looking) -> tuple[tuple[Button, ...], ...]:
    step = T("Step: {n}", n=looking.step or T("all"))
    silent = T("Silent: {n}", n=T("{n} days", n=looking.silent) if looking.silent else T("all"))
    risk = T("Everybody") if looking.risk else T("Who needs a look")
    row = (
        _button(step, "step", _following(STEPS, looking.step)),
        _button(silent, "silent", _following(SILENT, str(looking.silent))),
    )
    narrowed = looking != Looking(membership=looking.membership, page=looking.page)
    everybody = ((_button(T("Show all"), "all"),),) if narrowed else ()
    return (row, (_button(risk, "risk", "all" if looking.risk else "only"),), *everybody)


def _following(options: tuple[str, ...], now: str) -> str:
    """Give the option after this one, the first after the last."""
    return options[(options.index(now) + 1) % len(options)]


def _others(view: View) -> tuple[tuple[Button, ...], ...]:
    """Lead to the other rosters somebody may see."""
    return tuple(
        (_button(T("{gym} ({role})", gym=one.gym_name, role=one.role.value), "at", one.id),)
        for one in view.all
        if one.id != view.by.id
    )


def _button(label: Text, *parts: str) -> Button:
    return Button(label=label, data="|".join(("r", *parts)))
