"""Coming back: how long the break was, and whether the body is ready again."""

from flows.questionnaires.lists import GAPS, REASONS
from flows.questions.form import Form, Question
from flows.questions.numbers import Number
from flows.questions.picks import Choice, YesNo, YesNoUnsure
from flows.questions.units import WEEKS
from flows.questions.when import Is
from flows.words import T

COMEBACK = Form(
    name="comeback",
    version=1,
    title=T("Welcome back"),
    questions=(
        Question(
            key="weeks_off",
            code="off",
            name=T("Last trained"),
            text=T("How long ago did you last train? Training elsewhere counts."),
            kind=Number(0, 520, WEEKS, marks=GAPS),
            why=T("It decides on which step you go on. It is counted from training, not silence."),
        ),
        Question(
            key="reason",
            code="reason",
            name=T("Reason"),
            text=T("What was the break for?"),
            kind=Choice(REASONS),
            why=T("After an illness or an injury there is one thing more to ask."),
        ),
        Question(
            key="symptom_free",
            code="free24",
            name=T("Well for 24 hours"),
            text=T("Have you been free of symptoms for at least 24 hours?"),
            kind=YesNo(),
            why=T("Training before that makes an illness longer."),
            when=Is("reason", "illness"),
        ),
        Question(
            key="chest_or_hospital",
            code="severe",
            name=T("Fever, chest or hospital"),
            text=T("Did you have a fever with signs in the chest, or were you in hospital?"),
            kind=YesNoUnsure(),
            why=T("Then a professional should say that you may train again."),
            when=Is("reason", "illness"),
        ),
        Question(
            key="cleared",
            code="cleared",
            name=T("Injury cleared"),
            text=T("Has a professional said that you may train again?"),
            kind=YesNoUnsure(),
            why=T("An injury that nobody looked at can come back worse."),
            when=Is("reason", "injury"),
        ),
    ),
    confirm=T("That is right ✓"),
)
