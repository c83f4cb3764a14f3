"""Answer kinds of the calendar: a weekday, an hour of the day, a date after today."""

import re
from datetime import date, timedelta

from msgspec import Struct

from flows.questions.answers import Answer, Draft, Keys, Option, Problem
from flows.questions.dates import MONTHS, read
from flows.questions.keyboards import Ladder, pad, stepped, stepper
from flows.questions.matching import find
from flows.words import T, Text

WEEKDAYS = (
    Option("mon", T("Mon"), ("monday", "mondays")),
    Option("tue", T("Tue"), ("tuesday", "tuesdays", "tues")),
    Option("wed", T("Wed"), ("wednesday", "wednesdays")),
    Option("thu", T("Thu"), ("thursday", "thursdays", "thur", "thurs")),
    Option("fri", T("Fri"), ("friday", "fridays")),
    Option("sat", T("Sat"), ("saturday", "saturdays")),
    Option("sun", T("Sun"), ("sunday", "sundays")),
)
WEEKDAY_NAMES = (
    T("Monday"),
    T("Tuesday"),
    T("Wednesday"),
    T("Thursday"),
    T("Friday"),
    T("Saturday"),
    T("Sunday"),
)
NOTED_HOURS = {"noon": 12, "midday": 12, "midnight": 0}
_HOUR = re.compile(
    r"(?:at )?(\d{1,2})(?:[:.h](\d{2}))?\s*(?:h|o'?clock|uhr)?\s*(am|pm|in the \w+)?"
)
HALVES = {
    "am": 0,
    "in the morning": 0,
    "pm": 12,
    "in the afternoon": 12,
    "in the evening": 12,
}
WHOLE_HOUR = Problem(T("I keep whole hours. Please tap one, or type it like 18:00 or 6 pm."))
NO_DATE = Problem(T("Please tap a day, or type a date like 14 March or 2026-03-14."))


class Weekday(Struct, frozen=True, tag="weekday"):
    """A day of the week; the answer is 0 for Monday to 6 for Sunday."""

    def parse(self, reply: str) -> Answer | Problem:
        """Read a day's name, its beginning, or its number from 1 for Monday."""
        return find(reply, WEEKDAYS)

    def keys(self, chosen: Answer | None) -> Keys:
        """Show the seven days."""
        return pad(WEEKDAYS, [i for i in range(7) if i == chosen])

    def tap(self, index: int, _chosen: Answer | None) -> Answer | None:
        """Read a tapped day; None for no such key."""
        return index if index < 7 else None

    def say(self, answer: Answer) -> Text:
        """Read a day back."""
        return WEEKDAY_NAMES[answer if isinstance(answer, int) else 0]

    def takes(self, answer: Answer) -> bool:
        """Tell whether a stored value can be an answer of this kind."""
        return type(answer) is int and 0 <= answer < 7


class Hour(Struct, frozen=True, tag="hour"):
    """A whole hour of the day; the answer is 0 to 23."""

    def parse(self, reply: str) -> Answer | Problem:
        """Read "18", "18:00", "6 pm", "18h", "6 in the evening" or "noon"."""
        said = " ".join(reply.casefold().split())
        if said in NOTED_HOURS:
            return NOTED_HOURS[said]
        match = _HOUR.fullmatch(said.replace("a.m.", "am").replace("p.m.", "pm"))
        return WHOLE_HOUR if match is None else _hour(*match.groups())

    def keys(self, chosen: Answer | None) -> Keys:
        """Show the twenty-four hours."""
        hours = range(24)
        return pad([Option(str(h), self.say(h)) for h in hours], [h for h in hours if h == chosen])

    def tap(self, index: int, _chosen: Answer | None) -> Answer | None:
        """Read a tapped hour; None for no such key."""
        return index if index < 24 else None

    def say(self, answer: Answer) -> Text:
        """Read an hour back."""
        return T("{hour}:00", hour=answer if isinstance(answer, int) else 0)

    def takes(self, answer: Answer) -> bool:
        """Tell whether a stored value can be an answer of this kind."""
        return type(answer) is int and 0 <= answer < 24


class Day(Struct, frozen=True, tag="day"):
    """A date from tomorrow to `within` days on; the answer is written 2026-03-14.

    `today` is filled in from the run's known answer "today": flows has no clock.
    """

    within: int
    start: int = 7
    jumps: tuple[int, ...] = (1, 3, 7, 14, 28)
    today: str = "2000-01-01"

    def parse(self, reply: str) -> Answer | Problem:
        """Read "2026-03-14", "14.3.", "March 14", "tomorrow", "friday" or "in 2 weeks"."""
        today = date.fromisoformat(self.today)
        found = read(reply, today)
        if found is None:
            return NO_DATE
        if not 1 <= (found - today).days <= self.within:
            last = self._date(self.within)
            return Problem(T("Please give a day after today, up to {last}.", last=self.say(last)))
        return found.isoformat()

    def keys(self, chosen: Answer | None) -> Keys:
        """Show a stepper by the day and the week."""
        jumps = tuple(n - 1 for n in self.jumps)
        ladder = Ladder(self.within, jumps, (1, 7), lambda place: self.say(self._date(place + 1)))
        return stepper(ladder, self._place(chosen))

    def tap(self, index: int, chosen: Answer | None) -> Answer | Draft | None:
        """Read a tapped step or OK; None for no such key."""
        place = stepped(index, self._place(chosen), self.within)
        if isinstance(place, Draft):
            return Draft(self._date(index))
        return None if place is None else self._date(place + 1)

    def say(self, answer: Answer) -> Text:
        """Read a date back: "Sat 14 Mar 2026"."""
        day = date.fromisoformat(str(answer))
        month = MONTHS[day.month - 1][:3].capitalize()
        label = WEEKDAYS[day.weekday()].label
        return T(
            "{weekday} {day} {month} {year}",
            weekday=label,
            day=day.day,
            month=month,
            year=day.year,
        )

    def takes(self, answer: Answer) -> bool:
        """Tell whether a stored value can be an answer of this kind."""
        return isinstance(answer, str) and self.parse(answer) == answer

    def _date(self, days: int) -> str:
        return (date.fromisoformat(self.today) + timedelta(days=days)).isoformat()

    def _place(self, chosen: Answer | None) -> int:
        if not isinstance(chosen, str):
            return self.start - 1
        days = (date.fromisoformat(chosen) - date.fromisoformat(self.today)).days
        return min(max(days, 1), self.within) - 1


def _hour(hour: str, minutes: str | None, half: str | None) -> Answer | Problem:
    value = int(hour)
    if minutes not in {None, "00"} or value > (12 if half in {"am", "pm"} else 23):
        return WHOLE_HOUR
    if half is None or value > 12:
        return value
    return value % 12 + HALVES[half] if value and half in HALVES else WHOLE_HOUR
