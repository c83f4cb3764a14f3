"""Why a trainer decides otherwise than the rules: one tap, or a few words of their own."""

from flows.questions.answers import Option
from flows.questions.form import Form, Question
from flows.questions.free import Words
from flows.words import T

REASONS = (
    Option("seen", T("I saw it in person")),
    Option("talked", T("We talked about it")),
    Option("ready", T("They are ready for more")),
    Option("early", T("It is too early for them")),
    Option("form", T("Their technique")),
    Option("rest", T("They need more rest")),
)
OVERRULING = Form(
    name="overruling",
    version=1,
    title=T("Your reason"),
    questions=(
        Question(
            key="reason",
            code="reason",
            name=T("Reason"),
            text=T("Why do you decide so? Up to 200 characters; your client reads it."),
            kind=Words(200, REASONS),
            why=T("It is kept with the decision, and /overrides counts what you overrule most."),
        ),
    ),
    known=("about",),
)
