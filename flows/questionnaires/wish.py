"""What a trainer settles about a client's exercises in words: a note, or one that is named."""

from flows.questions.answers import Option
from flows.questions.form import Form, Question
from flows.questions.free import Words
from flows.questions.picks import Choice
from flows.words import T

NOTE = Form(
    name="note",
    version=1,
    title=T("A note to an exercise"),
    questions=(
        Question(
            key="note",
            code="note",
            name=T("Note"),
            text=T("What should they read beside it, up to 160 characters?"),
            kind=Words(
                160,
                (
                    Option("slow", T("Slow and steady, please")),
                    Option("light", T("Lighter than you think")),
                ),
            ),
            why=T("It stands beside this exercise in every session, with your name."),
        ),
    ),
    known=("client", "exercise"),
)
WISH = Form(
    name="wish",
    version=1,
    title=T("An exercise"),
    questions=(
        Question(
            key="named",
            code="named",
            name=T("Exercise"),
            text=T("Which exercise? Type its name."),
            kind=Words(60, (Option("push", T("Push-up")), Option("squat", T("Goblet squat")))),
            why=T("Any exercise of the library can be settled, also one not in the session."),
        ),
        Question(
            key="act",
            code="act",
            name=T("What about it"),
            text=T("What shall be with it?"),
            kind=Choice(
                (
                    Option("forbid", T("Never"), ("forbid", "no", "out")),
                    Option("lock", T("Always"), ("lock", "every time")),
                    Option("allow", T("As it comes"), ("allow", "free", "unlock")),
                )
            ),
            why=T("Never and always hold for every session to come, until you change it."),
        ),
    ),
    known=("client",),
)
