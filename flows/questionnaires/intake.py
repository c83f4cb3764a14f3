"""The intake: what a person trains for, with what, how often, and when to check in."""

from flows.questionnaires.lists import EQUIPMENT, EVERYTHING, GAPS, NONE
from flows.questions.answers import Option
from flows.questions.choices import Choices
from flows.questions.days import Hour, Weekday
from flows.questions.form import Form, Question
from flows.questions.measures import Height, Weight
from flows.questions.numbers import Mark, Number
from flows.questions.picks import Choice, YesNo
from flows.questions.units import DAYS, MONTHS, WEEKS
from flows.questions.when import AtLeast
from flows.questions.zones import Zone
from flows.steps import Goal
from flows.words import T

EXPERIENCE = (
    Mark(0, Option("0", T("Never"), ("none", "no", "new", "beginner"))),
    Mark(3, Option("3", T("Under 6 months"), ("less than 6 months", "a few months"))),
    Mark(6, Option("6", T("6 to 12 months"), ("6-12 months",))),
    Mark(12, Option("12", T("1 to 2 years"), ("1-2 years", "over a year"))),
    Mark(24, Option("24", T("2 to 5 years"), ("2-5 years", "over 2 years", "more than 2 years"))),
    Mark(60, Option("60", T("Over 5 years"), ("more than 5 years", "many years", "all my life"))),
)
"""Months of regular training. A span counts as its shortest: the worse case."""

GOAL = Question(
    key="goal",
    code="goal",
    name=T("Goal"),
    text=T("What do you want most from training?"),
    kind=Choice(
        (
            Option(Goal.FAT_LOSS.value, T("Lose fat"), ("fat", "lose weight", "weight loss")),
            Option(Goal.MUSCLE.value, T("Build muscle"), ("muscle", "muscles", "size")),
            Option(Goal.PERFORMANCE.value, T("Perform in sport"), ("sport", "sports")),
            Option(Goal.STRENGTH.value, T("Get strong"), ("strong", "stronger")),
            Option(Goal.HEALTH.value, T("General health"), ("health", "fitness", "healthy")),
        )
    ),
    why=T("Every goal has its own route over the steps. You can change it later in /settings."),
)
KIT = Question(
    key="equipment",
    code="kit",
    name=T("Equipment"),
    text=T("What can you train with?"),
    kind=Choices(EQUIPMENT, NONE, EVERYTHING),
    why=T("Some steps need heavy or jumping work. We plan only what you have the things for."),
)
ZONE = Question(
    key="zone",
    code="zone",
    name=T("Time zone"),
    text=T("Where do you live? Tap a city whose clocks show your time, or type one near you."),
    kind=Zone(),
    why=T("So that check-ins come at your own hour, in summer and winter."),
)
CHECKIN_DAY = Question(
    key="checkin_day",
    code="wday",
    name=T("Check-in day"),
    text=T("On which day shall we check in each week?"),
    kind=Weekday(),
    why=T("One check-in a week decides whether you move. A day when your week is over is best."),
)
CHECKIN_HOUR = Question(
    key="checkin_hour",
    code="hour",
    name=T("Check-in hour"),
    text=T("At what hour?"),
    kind=Hour(),
    why=T("The check-in takes a minute. Choose an hour when you have one."),
)

INTAKE = Form(
    name="intake",
    version=1,
    title=T("About you"),
    questions=(
        GOAL,
        Question(
            key="sex",
            code="sex",
            name=T("Sex"),
            text=T("What is your sex?"),
            kind=Choice(
                (
                    Option("female", T("Female"), ("f", "woman", "w")),
                    Option("male", T("Male"), ("m", "man")),
                )
            ),
            why=T("Only fitness tables and the pregnancy questions need it. You can skip it."),
            optional=True,
        ),
        Question(
            key="height",
            code="height",
            name=T("Height"),
            text=T("How tall are you? Type it as you like: 180 cm, 1.80 m, 5'11."),
            kind=Height(),
            why=T("With your weight it says whether a goal is a safe one. You can skip it."),
            optional=True,
        ),
        Question(
            key="weight",
            code="weight",
            name=T("Weight"),
            text=T("How much do you weigh? Type it as you like: 80 kg, 176 lb, 11 st 4."),
            kind=Weight(),
            why=T("With your height it says whether a goal is a safe one. You can skip it."),
            optional=True,
        ),
        Question(
            key="experience",
            code="exper",
            name=T("Training so far"),
            text=T("How long have you trained regularly, all in all?"),
            kind=Number(0, 900, MONTHS, marks=EXPERIENCE),
            why=T("Joints and tendons need months to get used to load. It sets where you start."),
        ),
        Question(
            key="weeks_off",
            code="off",
            name=T("Last regular training"),
            text=T("How long ago did you last train regularly?"),
            kind=Number(0, 3000, WEEKS, marks=GAPS),
            why=T("After a break the body has to catch up, so the first step may be lower."),
            when=AtLeast("experience", 1),
        ),
        Question(
            key="days",
            code="days",
            name=T("Days a week"),
            text=T("How many days a week can you train?"),
            kind=Number(1, 7, DAYS),
            why=T("Your week is planned on it. A number you can keep beats a big one."),
        ),
        KIT,
        Question(
            key="fallen",
            code="fallen",
            name=T("Fall in the last year"),
            text=T("Have you had a fall in the last 12 months?"),
            kind=YesNo(),
            why=T("After a fall we build balance first, and go up when you stand safely."),
        ),
        ZONE,
        CHECKIN_DAY,
        CHECKIN_HOUR,
    ),
    confirm=T("All right ✓"),
)
