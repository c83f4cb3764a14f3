"""The weekly check-in: at most eleven taps when nothing is wrong.

Begun with `next_days` prefilled (the same as last week), so that the one tap which sends it also
confirms that. Known from outside: `planned` sessions, and `ask_health_change`, once a month.
"""

from flows.questionnaires.lists import GAPS, NONE, PAIN_KINDS, PLACES, REASONS, SIGNS
from flows.questions.answers import Option
from flows.questions.choices import Choices
from flows.questions.form import Form, Question
from flows.questions.numbers import Number, Scale
from flows.questions.picks import Choice, YesNo, YesNoUnsure
from flows.questions.units import DAYS, SESSIONS, WEEKS
from flows.questions.when import AtLeast, Either, Has, Is, OneOf
from flows.words import T, Text

READY = T("Sleep, stress, fatigue and soreness say how ready you are for more. 7 is worst.")
TRAINED = AtLeast("sessions", 1)
HURTS = AtLeast("pain", 1)


def _week(key: str, text: Text, name: Text, low: Text, high: Text) -> Question:
    return Question(
        key=key, code=key, name=name, text=text, kind=Scale(1, 7, low, high), why=READY
    )


DONE = (
    Question(
        key="sessions",
        code="done",
        name=T("Sessions done"),
        text=T("How many sessions did you do this week? The plan was {planned}."),
        kind=Number(0, 14, SESSIONS),
        why=T("Steps up come from weeks that happened. Fewer is no shame, it only means: hold."),
    ),
    Question(
        key="off_reason",
        code="offwhy",
        name=T("What got in the way"),
        text=T("What got in the way?"),
        kind=Choice(REASONS),
        why=T("After an illness or an injury we come back more slowly than after a trip."),
        when=Is("sessions", 0),
    ),
    Question(
        key="weeks_off",
        code="off",
        name=T("Last trained"),
        text=T("How long ago did you last train?"),
        kind=Number(0, 520, WEEKS, marks=GAPS),
        why=T("The length of a break decides on which step to go on."),
        when=Is("sessions", 0),
    ),
    Question(
        key="symptom_free",
        code="free24",
        name=T("Well for 24 hours"),
        text=T("Have you been free of symptoms for at least 24 hours?"),
        kind=YesNo(),
        why=T("Training before that makes an illness longer."),
        when=Is("off_reason", "illness"),
    ),
    Question(
        key="effort",
        code="effort",
        name=T("Effort"),
        text=T("How hard was the week overall?"),
        kind=Scale(0, 10, T("rest"), T("all I had")),
        why=T("Each step has a band of effort. Above it we do not add load."),
        when=TRAINED,
    ),
    Question(
        key="reps_left",
        code="reps",
        name=T("Reps left"),
        text=T("In most sets: how many more reps could you have done?"),
        kind=Scale(0, 5, T("none"), T("five or more"), top=T("5+")),
        why=T("Many left means the weight may go up, none left that it should not."),
        when=TRAINED,
    ),
    Question(
        key="form",
        code="form",
        name=T("Form"),
        text=T("How was your technique?"),
        kind=Choice(
            (
                Option("good", T("Good"), ("fine", "ok", "clean")),
                Option("slips", T("Slips at times"), ("slips", "sometimes", "so so")),
                Option("breaks", T("Breaks under load"), ("breaks", "bad", "poor")),
            )
        ),
        why=T("Load goes up only on good form."),
        when=TRAINED,
    ),
)
READINESS = (
    _week("sleep", T("How did you sleep?"), T("Sleep"), T("very well"), T("very badly")),
    _week(
        "stress", T("How much stress was there?"), T("Stress"), T("very little"), T("very much")
    ),
    _week("fatigue", T("How tired are you?"), T("Fatigue"), T("fresh"), T("exhausted")),
    _week(
        "soreness", T("How sore are your muscles?"), T("Soreness"), T("not at all"), T("very sore")
    ),
)
PAIN = (
    Question(
        key="pain",
        code="pain",
        name=T("Pain"),
        text=T("Any pain this week, other than sore muscles? What was the worst?"),
        kind=Scale(0, 10, T("no pain"), T("the worst there is")),
        why=T("1 and 2 are noted, 3 holds, 4 and 5 go down a step, from 6 on you stop."),
    ),
    Question(
        key="pain_where",
        code="pwhere",
        name=T("Where"),
        text=T("Where was it?"),
        kind=Choices(PLACES),
        why=T("So that exercises can be chosen around it, and your trainer knows."),
        when=HURTS,
    ),
    Question(
        key="pain_kind",
        code="pkind",
        name=T("Kind of pain"),
        text=T("Was it any of these?"),
        kind=Choices(PAIN_KINDS, NONE),
        why=T("These kinds stop training, however small the number is."),
        when=HURTS,
    ),
)
WARNINGS = (
    Question(
        key="signs",
        code="signs",
        name=T("Warning signs"),
        text=T(
            "Any warning sign this week? Chest pain, fainting, dizziness, breathless at rest,"
            " racing heart, new swelling, sudden weakness, numbness, or anything that"
            " frightened you."
        ),
        kind=YesNoUnsure(),
        why=T("A warning sign comes before every plan: we stop, and say whom to see."),
        when=Is("ask_health_change", value=False),
    ),
    Question(
        key="month",
        code="month",
        name=T("Signs and changes"),
        text=T(
            "Once a month: any warning sign this week (chest pain, fainting, dizziness, breathless"
            " at rest, racing heart, new swelling, sudden weakness, numbness), or a change in your"
            " health, medicine or pregnancy since last month?"
        ),
        kind=Choices(
            (
                Option("sign", T("A warning sign"), ("sign", "warning")),
                Option("change", T("My health changed"), ("change", "medicine", "pregnant")),
            ),
            NONE,
        ),
        why=T("A sign stops the plan. A change means we ask the health questions again."),
        when=Is("ask_health_change", value=True),
    ),
    Question(
        key="sign_list",
        code="which",
        name=T("Which signs"),
        text=T("Which of these? If it is there now and strong, call for help first."),
        kind=Choices(
            SIGNS, Option("unsure", T("Something else, or not sure"), ("other", "not sure"))
        ),
        why=T("Some need an emergency number, some a doctor this week."),
        when=Either(OneOf("signs", ("yes", "unsure")), Has("month", ("sign",))),
    ),
)
NEXT = Question(
    key="next_days",
    code="next",
    name=T("Days next week"),
    text=T("How many days can you train next week?"),
    kind=Number(0, 7, DAYS),
    why=T("The next week is planned on it."),
)

CHECKIN = Form(
    name="checkin",
    version=1,
    title=T("Check-in"),
    questions=(*DONE, *READINESS, *PAIN, *WARNINGS, NEXT),
    known=("planned", "ask_health_change"),
    confirm=T("Send ✓"),
    before=T("known already"),
)
