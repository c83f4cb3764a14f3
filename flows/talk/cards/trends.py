"""How the last weeks went, in a line each: numbers oldest first, and where they go."""

from collections.abc import Callable, Iterator

from flows.phases.position import Week
from flows.programs.naming import listed
from flows.questionnaires.lists import PLACES
from flows.words import T, Text, lines
from flows.workouts.training import Finished, Hurt

SHOWN = 6
"""So many weeks fit one line of a phone."""
SINCE = T("<b>Since the last check-in</b>")
HEAD = T("<b>The last weeks, oldest first</b>")


def lately(past: tuple[Week, ...]) -> tuple[Text, ...]:
    """Say how check-ins, sessions, effort, sleep and pain went; nothing before the first week."""
    weeks = past[-SHOWN:]
    return lines((HEAD, *_lines(weeks))) if weeks else ()


def since(sessions: tuple[Finished, ...]) -> tuple[Text, ...]:
    """Say what the sessions that no check-in has weighed yet came to; nothing without any."""
    new = tuple(one for one in sessions if not one.told)
    worst = max(
        (hurt for one in new for hurt in one.hurts), key=lambda one: one.pain, default=None
    )
    if not new:
        return ()
    done = T("• Sessions: {count}", count=sum(bool(one.exercises) for one in new))
    return lines((SINCE, done, *((_pain(worst),) if worst else ())))


def _pain(hurt: Hurt) -> Text:
    names = {option.key: option.label for option in PLACES}
    where = listed(tuple(names[place] for place in hurt.where if place in names))
    return T("• Pain in one of them: {pain} ({where})", pain=hurt.pain, where=where)


def _lines(weeks: tuple[Week, ...]) -> Iterator[Text]:
    told = "".join("–" if week.missed else "✓" for week in weeks)
    yield T("• Check-ins: {told}", told=told)
    yield T("• Sessions: {done}", done=", ".join(_sessions(week) for week in weeks))
    for template, read in _READINGS:
        values = [read(week) for week in weeks]
        yield T(template.template, values=_listed(values), **_trends(values))


_READINGS: tuple[tuple[Text, Callable[[Week], float | None]], ...] = (
    (T("• Effort, 0 to 10: {values}{trend}"), lambda week: week.effort),
    (T("• Sleep, 1 best to 7 worst: {values}{felt}"), lambda week: week.sleep),
    (T("• Pain, 0 to 10: {values}{felt}"), lambda week: week.pain),
)


def _sessions(week: Week) -> str:
    if week.sessions_done is None:
        return "?"
    return f"{week.sessions_done} of {week.sessions_planned or 0}"


def _listed(values: list[float | None]) -> str:
    return ", ".join("?" if value is None else f"{value:g}" for value in values)


def _trends(values: list[float | None]) -> dict[str, Text]:
    """Say where numbers go: `trend` as an arrow, `felt` in words, of what is best when low."""
    known = [value for value in values if value is not None]
    if len(known) < 2 or known[0] == known[-1]:
        return {"trend": T(""), "felt": T("")}
    if known[-1] > known[0]:
        return {"trend": T(" ↑"), "felt": T(" (worse)")}
    return {"trend": T(" ↓"), "felt": T(" (better)")}
