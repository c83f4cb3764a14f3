"""A new gym: what it is called."""

from flows.questions.answers import Option
from flows.questions.form import Form, Question
from flows.questions.free import Words
from flows.words import T

GYM = Form(
    name="gym",
    version=1,
    title=T("Your gym"),
    questions=(
        Question(
            key="name",
            code="name",
            name=T("Name"),
            text=T("What is your gym called?"),
            kind=Words(60, (Option("gym", T("My gym")), Option("studio", T("My studio")))),
            why=T("People who get your invitation see this name before they agree."),
        ),
    ),
)
