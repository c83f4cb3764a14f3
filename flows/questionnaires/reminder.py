"""A gym's reminder: to whom, and in which words."""

from flows.questions.answers import Option
from flows.questions.form import Form, Question
from flows.questions.free import Words
from flows.questions.picks import Choice
from flows.questions.when import Is
from flows.words import T

TO = Choice(
    (
        Option("all", T("Everybody"), ("all", "everyone")),
        Option("1", T("Step 1: stabilization")),
        Option("2", T("Step 2: strength endurance")),
        Option("3", T("Step 3: muscular development")),
        Option("4", T("Step 4: maximal strength")),
        Option("5", T("Step 5: power")),
        Option("group", T("The gym's group or channel"), ("group", "channel")),
        Option("strength", T("Steps 2 to 4: the strength level"), ("level 2", "strength level")),
    )
)

PLACES = {place: "{" + place + "}" for place in ("name", "step", "week")}
PLACES |= {"bold": "<b>bold</b>", "italic": "<i>italic</i>"}

REMINDER = Form(
    name="reminder",
    version=2,
    title=T("A reminder"),
    questions=(
        Question(
            key="to",
            code="to",
            name=T("To"),
            text=T("Whom shall it reach?"),
            kind=TO,
            why=T("Only people of your gym who did not switch reminders off get it."),
        ),
        Question(
            key="wording",
            code="wording",
            name=T("Words"),
            text=T("Which words?"),
            kind=Choice(
                (
                    Option("template", T("Our template"), ("template", "yours")),
                    Option("own", T("My own words"), ("own", "mine")),
                )
            ),
            why=T("The template says kindly which step it is for. You see everything first."),
        ),
        Question(
            key="words",
            code="words",
            name=T("Your words"),
            text=T(
                "Write what they should read, up to 800 characters. With {name}, {step} and "
                "{week} each reads their own. {bold} and {italic} stand out.",
                **PLACES,
            ),
            kind=Words(800, (Option("soon", T("See you at the gym this week!")),)),
            why=T("It is sent as you write it, your gym's name above, the way out below."),
            when=Is("wording", "own"),
        ),
    ),
    known=("gym",),
    confirm=T("Count and preview ✓"),
)
