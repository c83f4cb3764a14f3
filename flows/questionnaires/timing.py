"""When a gym's reminder goes out: now, once at an hour, or again and again."""

from flows.questions.answers import Option
from flows.questions.days import Day, Hour
from flows.questions.form import Form, Question
from flows.questions.picks import Choice
from flows.questions.when import IsNot
from flows.words import T

TIMING = Form(
    name="timing",
    version=1,
    title=T("When it goes out"),
    questions=(
        Question(
            key="how",
            code="how",
            name=T("When"),
            text=T("When shall it go out?"),
            kind=Choice(
                (
                    Option("now", T("As soon as I agree"), ("now", "at once")),
                    Option("once", T("Once, on a day"), ("once", "a day")),
                    Option("week", T("Every week"), ("weekly",)),
                    Option("month", T("Every month"), ("monthly",)),
                )
            ),
            why=T("One that comes again counts anew each time who belongs to it."),
        ),
        Question(
            key="day",
            code="day",
            name=T("Day"),
            text=T("On which day? If it comes again: on which day for the first time?"),
            kind=Day(60),
            why=T("It is the same day for everybody, each in their own zone."),
            when=IsNot("how", "now"),
        ),
        Question(
            key="hour",
            code="hour",
            name=T("Hour"),
            text=T("At which hour, where each member is?"),
            kind=Hour(),
            why=T("Nobody is woken: at night, reminders are skipped."),
            when=IsNot("how", "now"),
        ),
    ),
    known=("cast", "today"),
    confirm=T("All right ✓"),
)
