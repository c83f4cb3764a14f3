"""A gym's link: for how many people it is good, and how long."""

from flows.questions.answers import Option
from flows.questions.form import Form, Question
from flows.questions.picks import Choice
from flows.words import T

ANY = "any"

INVITE = Form(
    name="invite",
    version=1,
    title=T("For whom the link is good"),
    questions=(
        Question(
            key="uses",
            code="uses",
            name=T("People"),
            text=T("How many people may join by it?"),
            kind=Choice(
                (
                    Option("1", T("One"), ("once", "one person")),
                    Option("5", T("5 people"), ("five",)),
                    Option("20", T("20 people"), ("twenty",)),
                    Option(ANY, T("Any number, for a poster"), ("any", "poster", "everybody")),
                )
            ),
            why=T(
                "Whoever has the link can join until it is used up, runs out, or is taken back."
            ),
        ),
        Question(
            key="days",
            code="days",
            name=T("Good for"),
            text=T("For how long?"),
            kind=Choice(
                (
                    Option("1", T("A day"), ("one day", "today")),
                    Option("7", T("A week"), ("one week", "7 days")),
                    Option("30", T("30 days"), ("a month", "one month")),
                    Option("365", T("A year"), ("one year", "365 days")),
                )
            ),
            why=T("It counts from now. You can take the link back at any time."),
        ),
    ),
    known=("gym", "link"),
    confirm=T("Change the link ✓"),
)
