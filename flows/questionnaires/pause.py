"""A pause: why, and until when. Known from outside: `today`, the person's own date."""

from flows.questionnaires.lists import REASONS
from flows.questions.days import Day
from flows.questions.form import Form, Question
from flows.questions.picks import Choice
from flows.words import T

PAUSE = Form(
    name="pause",
    version=1,
    title=T("A pause"),
    questions=(
        Question(
            key="reason",
            code="reason",
            name=T("Reason"),
            text=T("What is the pause for?"),
            kind=Choice(REASONS),
            why=T("After an illness or an injury we ask how you are before we go on."),
        ),
        Question(
            key="until",
            code="until",
            name=T("Back on"),
            text=T("On which day will you be back? Any guess is fine, you can come back earlier."),
            kind=Day(365),
            why=T("Until then it is quiet here: no check-ins, no nudges."),
        ),
    ),
    known=("today",),
    confirm=T("Pause ✓"),
)
