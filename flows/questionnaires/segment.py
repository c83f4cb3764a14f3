"""A gym's reminder, for only some of those on its step: by goal, trainer, language, silence."""

from flows.questions.answers import Option
from flows.questions.choices import Choices
from flows.questions.form import Form, Question
from flows.questions.free import Words
from flows.questions.picks import Choice
from flows.questions.when import Has
from flows.steps import Goal
from flows.words import T

GOALS = {
    Goal.FAT_LOSS: T("Losing fat"),
    Goal.MUSCLE: T("Building muscle"),
    Goal.PERFORMANCE: T("Sport and power"),
    Goal.STRENGTH: T("Strength"),
    Goal.HEALTH: T("General health"),
}

LANGUAGES = (
    Option("en", T("English")),
    Option("de", T("German"), ("deutsch",)),
    Option("es", T("Spanish"), ("español",)),
    Option("fr", T("French"), ("français",)),
    Option("it", T("Italian"), ("italiano",)),
    Option("pt", T("Portuguese"), ("português",)),
    Option("pl", T("Polish"), ("polski",)),
    Option("tr", T("Turkish"), ("türkçe",)),
    Option("uk", T("Ukrainian")),
    Option("ru", T("Russian")),
    Option("ar", T("Arabic")),
    Option("nl", T("Dutch"), ("nederlands",)),
)

SEGMENT = Form(
    name="segment",
    version=1,
    title=T("Only some of them"),
    questions=(
        Question(
            key="by",
            code="by",
            name=T("Narrowed by"),
            text=T("What decides who gets it?"),
            kind=Choices(
                (
                    Option("goal", T("Their goal"), ("goal",)),
                    Option("trainer", T("Their trainer"), ("trainer",)),
                    Option("language", T("Their language"), ("language",)),
                    Option("silent", T("Long without a check-in"), ("silent", "silence")),
                ),
                none=Option("none", T("Nothing, all of them"), ("none", "all", "everybody")),
            ),
            why=T("Only members for whom all of it is true are counted and written to."),
        ),
        Question(
            key="goal",
            code="goal",
            name=T("Goal"),
            text=T("Which goal?"),
            kind=Choice(tuple(Option(one.value, label) for one, label in GOALS.items())),
            why=T("Members choose their goal in the assessment and change it in the settings."),
            when=Has("by", ("goal",)),
        ),
        Question(
            key="trainer",
            code="trainer",
            name=T("Trainer"),
            text=T("Whose clients? Write the trainer's name, or a part of it."),
            kind=Words(60),
            why=T("Everybody whose trainer has these letters in their name gets it."),
            when=Has("by", ("trainer",)),
            optional=True,
        ),
        Question(
            key="language",
            code="lang",
            name=T("Language"),
            text=T("Which language? That is the one of their Telegram."),
            kind=Choice(LANGUAGES),
            why=T("So that you can write to them in words that they read every day."),
            when=Has("by", ("language",)),
        ),
        Question(
            key="silent",
            code="silent",
            name=T("Silent for"),
            text=T("How long without a check-in?"),
            kind=Choice(
                (
                    Option("7", T("A week or more"), ("a week", "7 days")),
                    Option("14", T("Two weeks or more"), ("two weeks", "14 days")),
                    Option("28", T("Four weeks or more"), ("four weeks", "28 days", "a month")),
                )
            ),
            why=T("Those who never checked in are among them."),
            when=Has("by", ("silent",)),
        ),
    ),
    known=("cast",),
    confirm=T("Count again ✓"),
)
