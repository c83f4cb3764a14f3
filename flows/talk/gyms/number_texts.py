"""A gym's numbers as its owner and managers read them, in the chat and as a table."""

from flows.gym import Gym
from flows.news import Notice
from flows.running import Tabled
from flows.steps import PHASE_NAMES, Phase
from flows.talk.gyms.numbers import Group, Look, Numbers
from flows.talk.gyms.texts import button
from flows.ties import Member
from flows.words import Content, T, Text, lines

NAMED = 20
"""How many names are listed at most."""
COLUMNS = (
    *("step", "name", "members", "median weeks on it", "longer than usual", "moved"),
    *("check-ins told", "check-ins asked", "sessions told"),
)


def counts(groups: tuple[Group, ...]) -> tuple[Text, ...]:
    """List how many stand on each step; nothing where no step has enough of them."""
    if all(group.hidden for group in groups):
        return ()
    return tuple(T("{step}: {count}", step=_step(one), count=_count(one)) for one in groups)


def _step(group: Group) -> Text:
    if group.phase is None:
        return T("No step now")
    return T("Step {step}, {name}", step=int(group.phase), name=PHASE_NAMES[group.phase])


def _count(group: Group) -> Text:
    return T("not shown") if group.hidden else T("{count}", count=group.members)


def shown(gym: Gym, told: Numbers, stuck: tuple[tuple[Member, int], ...], seen: Look) -> Notice:
    """Show the numbers, step by step and of all together, and who is longest where they are."""
    title = T("<b>{gym} in numbers</b>", gym=gym.name)
    if told.whole.hidden:
        few = T("There are numbers from {small} members on.", small=seen.view.small)
        return Notice(content=Content((title, few, *_stuck(stuck, seen))))
    steps = tuple(paragraph for one in told.steps for paragraph in lines(_of_step(one)))
    small = T(
        "Steps with fewer than {small} members are not shown, so that nobody is told by a "
        "number; nor is one that would give them away.",
        small=seen.view.small,
    )
    hidden = (small,) if any(one.hidden for one in told.steps) else ()
    file = (button(gym, T("As a table"), "table"),)
    paragraphs = (title, *lines(_of_all(told.whole, seen)), *steps, *hidden, *_stuck(stuck, seen))
    return Notice(content=Content(paragraphs, (file,)))


def _of_all(group: Group, seen: Look) -> tuple[Text, ...]:
    return (
        T("Members: {count}", count=group.members),
        T("In the last {days} days:", days=seen.view.days),
        *_lately(group),
    )


def _of_step(group: Group) -> tuple[Text, ...]:
    head = T("{step}: {count}", step=_step(group), count=_count(group))
    if group.hidden or group.phase is None:
        return (head,)
    weeks = T("median of the weeks on it: {weeks}", weeks=f"{group.weeks or 0:g}")
    return (head, weeks, *_lately(group))


def _lately(group: Group) -> tuple[Text, ...]:
    return (
        T("moved to another step: {count}", count=group.moved),
        _told(group),
        T("sessions told in check-ins: {count}", count=group.sessions),
    )


def _told(group: Group) -> Text:
    if not group.asked:
        return T("check-ins: none was due")
    return T(
        "check-ins told: {told} of {asked} ({share} %)",
        told=group.told,
        asked=group.asked,
        share=round(100 * group.told / group.asked),
    )


def _stuck(stuck: tuple[tuple[Member, int], ...], seen: Look) -> tuple[Text, ...]:
    if not stuck:
        return ()
    head = T("Longer than {weeks} weeks on their step:", weeks=seen.longest)
    names = tuple(
        T(
            "{name}, step {step}: {weeks} weeks",
            name=one.name,
            step=int(one.phase or Phase.STABILIZATION_ENDURANCE),
            weeks=weeks,
        )
        for one, weeks in stuck[:NAMED]
    )
    more = T("and {count} more", count=len(stuck) - NAMED)
    return lines((head, *names, *((more,) if len(stuck) > NAMED else ())))


def table(gym: Gym, told: Numbers, seen: Look) -> Tabled:
    """Write the numbers as rows, the last one for all; what is not shown is empty."""
    caption = T(
        "{gym} in numbers: {day} and the {days} days before.",
        gym=gym.name,
        day=seen.today.isoformat(),
        days=seen.view.days,
    )
    whole = ("all", "", *_cells(told.whole))
    rows = tuple((_number(one), _name(one), *_cells(one)) for one in told.steps)
    return Tabled(caption=caption, name="numbers", rows=(COLUMNS, *rows, whole))


def _number(group: Group) -> str:
    return "" if group.phase is None else str(int(group.phase))


def _name(group: Group) -> str:
    return "no step now" if group.phase is None else PHASE_NAMES[group.phase]


def _cells(group: Group) -> tuple[str, ...]:
    if group.hidden:
        return ("not shown",)
    weeks = "" if group.weeks is None else f"{group.weeks:g}"
    counted = (group.stuck, group.moved, group.told, group.asked, group.sessions)
    return (str(group.members), weeks, *map(str, counted))
