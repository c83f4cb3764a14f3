"""How a gym works: what becomes of a step up that a trainer does not answer."""

from flows.questions.answers import Option
from flows.questions.form import Form, Question
from flows.questions.picks import Choice
from flows.words import T

WAYS = Form(
    name="ways",
    version=1,
    title=T("How your gym works"),
    questions=(
        Question(
            key="act_after",
            code="after",
            name=T("Unanswered steps up"),
            text=T("A step up waits for a trainer who does not answer. What then?"),
            kind=Choice(
                (
                    Option("0", T("It waits on"), ("never", "wait")),
                    Option("3", T("After 3 days it is made")),
                    Option("7", T("After 7 days it is made")),
                    Option("14", T("After 14 days it is made")),
                )
            ),
            why=T("It is made only while all its guards are open, and never into steps 4 and 5."),
        ),
    ),
    known=("gym",),
)
