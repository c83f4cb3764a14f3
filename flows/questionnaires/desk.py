"""When a trainer works: begun with what the desk keeps, so that it opens on the summary."""

from msgspec.structs import replace

from flows.questionnaires.intake import ZONE
from flows.questions.answers import Option
from flows.questions.choices import Choices
from flows.questions.days import WEEKDAYS, Hour
from flows.questions.form import Form, Question
from flows.words import T

EVERY = Option("every", T("Every day"), ("every day", "all", "all of them", "any day"))

DESK = Form(
    name="desk",
    version=1,
    title=T("My hours"),
    questions=(
        replace(ZONE, why=T("So that pings and the digest come at your own hours.")),
        Question(
            key="days",
            code="days",
            name=T("Working days"),
            text=T("On which days do you work?"),
            kind=Choices(WEEKDAYS, EVERY),
            why=T("On other days only urgent pings ring; the rest waits for the next one."),
        ),
        Question(
            key="start",
            code="from",
            name=T("From"),
            text=T("At what hour does your day begin?"),
            kind=Hour(),
            why=T("What waited over night is told then."),
        ),
        Question(
            key="end",
            code="until",
            name=T("Until"),
            text=T("At what hour does it end? It may be past midnight."),
            kind=Hour(),
            why=T("From then on only urgent pings ring. The same hour twice is a whole day."),
        ),
        Question(
            key="digest",
            code="digest",
            name=T("Digest"),
            text=T("At what hour shall the digest come?"),
            kind=Hour(),
            why=T("One message on a working day: who needs you, and why. None when all is well."),
        ),
    ),
    confirm=T("Save ✓"),
)
