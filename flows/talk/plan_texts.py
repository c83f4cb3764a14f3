"""The plan in words, to be read on a phone: this week by days, the next weeks, the year."""

from collections.abc import Iterable
from datetime import date, timedelta

from flows.programs.plan import PlanWeek, Stretch, stretches
from flows.programs.spread import Slot
from flows.questions.dates import MONTHS
from flows.questions.days import WEEKDAYS
from flows.steps import PHASE_NAMES, Phase
from flows.words import T, Text, lines

SHOWN_WEEKS = 4
SHOWN_REASONS = 3
IF_ALL_GOES_WELL = T("This is how the year looks if every week goes well. It moves when you do.")
TEXTBOOK = T("The order of the steps follows NASM CPT 7e, ch. 21.")
PROPOSED = T("The order of the steps is Stairwise's own proposal.")
MIXED = T("The order of the steps follows NASM CPT 7e, ch. 21; from {day} on it is our own.")
NO_SESSIONS = T("No sessions are planned.")


def this_week(
    week: PlanWeek, sessions: tuple[Slot, ...], done: dict[date, Phase], today: date
) -> tuple[Text, ...]:
    """Say the step of this week and its sessions by day; `done` are those behind, any week's."""
    behind = {day: step for day, step in done.items() if _start(week) <= day <= week.ends}
    days = {one.day: one.phase for one in sessions} | behind
    head = T("<b>This week</b>: {steps}, week {number}", steps=_steps(week), number=week.week)
    said = [_session(day, days[day], today, done=day in behind) for day in sorted(days)]
    return lines((_with(head, _marks(week)), *(said or [NO_SESSIONS])))


def _session(day: date, step: Phase, today: date, *, done: bool) -> Text:
    said = T("{day}: step {step}", day=named(day), step=int(step))
    if done:
        return T("✓ {session}, done", session=said)
    return T("<b>→ {session}</b>", session=said) if day == today else said


def next_weeks(weeks: tuple[PlanWeek, ...]) -> tuple[Text, ...]:
    """Say the weeks that come after this one."""
    shown = weeks[1:SHOWN_WEEKS]
    said = (
        _with(
            T("{days}: {steps}, week {number}", days=_of(one), steps=_brief(one), number=one.week),
            (*_marks(one), *_conditions(one)),
        )
        for one in shown
    )
    return lines((T("<b>The next weeks</b>"), *said)) if shown else ()


def months(weeks: tuple[PlanWeek, ...]) -> tuple[Text, ...]:
    """Say the year by its stretches of weeks on the same steps."""
    runs = stretches(weeks)
    head = T("<b>The year ahead</b>")
    return lines((head, *(_stretch(one, first=one is runs[0]) for one in runs)))


def _stretch(run: Stretch, *, first: bool) -> Text:
    until = _short(run.last.ends)
    days = T("until {day}", day=until) if first else _span(_start(run.first), run.last.ends)
    said = T("{days}: {steps}", days=days, steps=_steps(run.first))
    return _with(said, _conditions(run.first))


def holds(weeks: tuple[PlanWeek, ...]) -> tuple[Text, ...]:
    """Say what the plan stops at: why the last step of it is not left for a higher one."""
    found = dict.fromkeys(one.text for one in weeks[-1].holds)
    return lines(T("• {reason}", reason=one) for one in list(found)[:SHOWN_REASONS])


def source(weeks: tuple[PlanWeek, ...]) -> Text:
    """Say whose the order of the steps is: what is our own is never said to be NASM's."""
    ours = [one for one in weeks if not one.textbook]
    if not ours:
        return TEXTBOOK
    if len(ours) == len(weeks) or not weeks[0].textbook:
        return PROPOSED
    return T(MIXED.template, day=_short(_start(ours[0])))


def _steps(week: PlanWeek) -> Text:
    """Name the steps of a week: "step 2, strength endurance", "steps 1, 2 and 3 mixed"."""
    if len(week.phases) > 1:
        return _brief(week)
    return T("step {step}, {name}", step=int(week.phase), name=PHASE_NAMES[week.phase])


def _brief(week: PlanWeek) -> Text:
    if len(week.phases) == 1:
        return T("step {step}", step=int(week.phase))
    *others, last = (int(one) for one in week.phases)
    return T("steps {steps} and {last} mixed", steps=", ".join(map(str, others)), last=last)


def _marks(week: PlanWeek) -> tuple[Text, ...]:
    marks = (
        (week.lighter, T("a lighter week")),
        (week.reassess, T("ends with a re-assessment")),
    )
    return tuple(text for holds, text in marks if holds)


def _conditions(week: PlanWeek) -> tuple[Text, ...]:
    if week.trainer and not week.earned:
        return (T("when earned and your trainer says yes"),)
    marks = (
        (not week.earned, T("when earned")),
        (week.trainer, T("when your trainer says yes")),
    )
    return tuple(text for holds, text in marks if holds)


def _with(said: Text, marks: Iterable[Text]) -> Text:
    for mark in marks:
        said = T("{said} · {mark}", said=said, mark=mark)
    return said


def named(day: date) -> Text:
    """Say a day briefly with its weekday: "Mon 30 Nov"."""
    return T("{weekday} {day}", weekday=WEEKDAYS[day.weekday()].label, day=_short(day))


def _short(day: date) -> Text:
    return T("{day} {month}", day=day.day, month=MONTHS[day.month - 1][:3].capitalize())


def _start(week: PlanWeek) -> date:
    return week.ends - timedelta(days=6)


def _of(week: PlanWeek) -> Text:
    return _span(_start(week), week.ends)


def _span(first: date, last: date) -> Text:
    if first.month == last.month:
        return T("{first}–{last}", first=first.day, last=_short(last))
    if first.year == last.year:
        return T("{first} – {last}", first=_short(first), last=_short(last))
    return T(
        "{first} {from_year} – {last} {to_year}",
        first=_short(first),
        from_year=first.year,
        last=_short(last),
        to_year=last.year,
    )


def title(phase: Phase) -> Text:
    """Name a session for a calendar: "Training: step 2, strength endurance"."""
    return T("Training: step {step}, {name}", step=int(phase), name=PHASE_NAMES[phase])
