"""What trainer and client write to each other through the bot, and a trainer's own notes."""

from flows.questions.answers import Option
from flows.questions.form import Form, Question
from flows.questions.free import Words
from flows.words import T

LETTER = 1000
"""The longest message, in characters: it stands in one of Telegram's with its head."""
NOTE = 300
ONWARD = T("It goes to them and to nobody else; they can answer here.")

WRITING = Form(
    name="writing",
    version=1,
    title=T("A message to your client"),
    questions=(
        Question(
            key="words",
            code="words",
            name=T("Message"),
            text=T("What do you want to write?"),
            kind=Words(
                LETTER,
                (
                    Option("how", T("How are you getting on?")),
                    Option("well", T("Well done, keep going!")),
                    Option("call", T("Please call me before you train.")),
                ),
            ),
            why=ONWARD,
        ),
    ),
    known=("about",),
)
ANSWERING = Form(
    name="answering",
    version=1,
    title=T("Your answer"),
    questions=(
        Question(
            key="words",
            code="words",
            name=T("Answer"),
            text=T("What do you want to answer?"),
            kind=Words(
                LETTER,
                (
                    Option("ok", T("Thank you, all right.")),
                    Option("talk", T("Can we talk?")),
                ),
            ),
            why=ONWARD,
        ),
    ),
    known=("about",),
)
JOTTING = Form(
    name="jotting",
    version=1,
    title=T("A private note"),
    questions=(
        Question(
            key="words",
            code="words",
            name=T("Note"),
            text=T("What do you want to remember about them, up to 300 characters?"),
            kind=Words(
                NOTE,
                (
                    Option("call", T("Call them this week")),
                    Option("watch", T("Watch the technique")),
                ),
            ),
            why=T("Only you see it. It goes when the link to them ends."),
        ),
    ),
    known=("about",),
)
STAND_IN = Form(
    name="stand_in",
    version=1,
    title=T("An answer for your client"),
    questions=(
        Question(
            key="words",
            code="words",
            name=T("Answer"),
            text=T("What is their answer? Type it as they would."),
            kind=Words(NOTE, (Option("yes", T("Yes")), Option("no", T("No")))),
            why=T("It counts as theirs, and they are told that it came from you."),
        ),
    ),
    known=("about",),
)
