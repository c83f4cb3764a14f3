"""A trainer on their own: the name under which they coach."""

from flows.questions.form import Form, Question
from flows.questions.free import Words
from flows.words import T

SOLO = Form(
    name="solo",
    version=1,
    title=T("Training people on your own"),
    questions=(
        Question(
            key="name",
            code="name",
            name=T("Name"),
            text=T("Under which name do you coach? Skip it to use your name on Telegram."),
            kind=Words(60),
            why=T("People who get your invitation see this name before they agree."),
            optional=True,
        ),
    ),
)
"""A gym of one: its owner is its trainer."""
