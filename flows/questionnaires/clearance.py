"""A professional's written word, as a trainer has seen it: whose, how old, for how much."""

from msgspec.structs import replace

from flows.questions.answers import Option
from flows.questions.form import Form, Question
from flows.questions.numbers import Mark, Number
from flows.questions.picks import Choice
from flows.questions.units import DAYS
from flows.words import T

AGES = (
    Mark(0, Option("0", T("Today"), ("now",))),
    Mark(1, Option("1", T("Yesterday"))),
    Mark(3, Option("3", T("2 or 3 days"))),
    Mark(7, Option("7", T("4 to 7 days"), ("a week", "this week"))),
    Mark(30, Option("30", T("1 to 4 weeks"), ("a month", "this month"))),
    Mark(180, Option("180", T("1 to 6 months"))),
    Mark(360, Option("360", T("6 to 12 months"))),
)
"""Days since the word was given. A span counts as its longest: the worse case."""

CLEARANCE = Form(
    name="clearance",
    version=1,
    title=T("Clearance seen"),
    questions=(
        Question(
            key="by",
            code="by",
            name=T("Whose word"),
            text=T("Whose written word have you seen?"),
            kind=Choice(
                (
                    Option("doctor", T("A doctor"), ("physician", "cardiologist", "gp")),
                    Option("midwife", T("A midwife or obstetrician"), ("obstetrician",)),
                    Option("physio", T("A physiotherapist"), ("physio", "therapist")),
                    Option("other", T("Another professional"), ("other",)),
                )
            ),
            why=T("It is kept with the clearance, so that everybody knows what it rests on."),
        ),
        Question(
            key="days_ago",
            code="ago",
            name=T("How old it is"),
            text=T("How old is that word?"),
            kind=Number(0, 400, DAYS, marks=AGES),
            why=T("A word counts when it is from after the sign, and for 12 months."),
        ),
        Question(
            key="scope",
            code="scope",
            name=T("How far it goes"),
            text=T("How far does it go?"),
            kind=Choice(
                (
                    Option("1", T("Light: step 1"), ("light", "step 1")),
                    Option("2", T("Moderate: up to step 2"), ("moderate", "step 2")),
                    Option("5", T("No limit named"), ("no limit", "everything", "all")),
                )
            ),
            why=T("The lowest of all words sets how high the route may go."),
        ),
    ),
    known=("ping", "place"),
    confirm=T("Note it ✓"),
)
"""A word seen about a ping on the desk."""
SEEN_WORD = replace(CLEARANCE, name="seen_word", known=("about",))
"""A word seen about something that is open on a client's card."""
