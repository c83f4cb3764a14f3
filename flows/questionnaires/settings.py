"""The settings: begun with what is stored, so that it opens on the summary."""

from flows.questionnaires.intake import CHECKIN_DAY, CHECKIN_HOUR, GOAL, KIT, ZONE
from flows.questions.answers import Option
from flows.questions.choices import Choices
from flows.questions.days import WEEKDAYS, Hour
from flows.questions.form import Form, Question
from flows.questions.numbers import Mark, Number
from flows.questions.picks import Choice
from flows.questions.units import MINUTES
from flows.words import T

ANY = Option("any", T("Spread them for me"), ("any", "any day", "all the same", "spread"))
LENGTHS = (
    Mark(30, Option("30", T("30 minutes"), ("half an hour",))),
    Mark(45, Option("45", T("45 minutes"))),
    Mark(60, Option("60", T("60 minutes"), ("an hour", "one hour"))),
    Mark(75, Option("75", T("75 minutes"))),
    Mark(90, Option("90", T("90 minutes"), ("an hour and a half",))),
)

TRAINING_DAYS = Question(
    key="training_days",
    code="tdays",
    name=T("Training days"),
    text=T("On which days do you train?"),
    kind=Choices(WEEKDAYS, ANY),
    why=T("Your plan and your calendar put the sessions there. As many as you tick are planned."),
)
TRAINING_HOUR = Question(
    key="training_hour",
    code="thour",
    name=T("Training hour"),
    text=T("At what hour do you usually begin?"),
    kind=Hour(),
    why=T("Only for the calendar file: it puts your sessions at this hour, summer and winter."),
)
SESSION_MINUTES = Question(
    key="session_minutes",
    code="tmin",
    name=T("Session length"),
    text=T("How many minutes do you have for a session?"),
    kind=Number(20, 150, MINUTES, marks=LENGTHS),
    why=T("A session is built to fit into it, warm-up and cool-down included."),
)

REMINDERS = Question(
    key="reminders",
    code="remind",
    name=T("Gym's reminders"),
    text=T("Which reminders of your gym do you want?"),
    kind=Choices(
        (
            Option("steps", T("About my step"), ("my step", "steps")),
            Option("news", T("News of the gym"), ("news",)),
        ),
        Option("none", T("None of them"), ("none",)),
    ),
    why=T("A gym can send a few in a week, never at night. Your check-in still asks for itself."),
)

SETTINGS = Form(
    name="settings",
    version=3,
    title=T("Settings"),
    questions=(
        ZONE,
        CHECKIN_DAY,
        CHECKIN_HOUR,
        GOAL,
        KIT,
        TRAINING_DAYS,
        TRAINING_HOUR,
        SESSION_MINUTES,
        REMINDERS,
        Question(
            key="units",
            code="units",
            name=T("Units"),
            text=T("Which units do you want to read?"),
            kind=Choice(
                (
                    Option("metric", T("kg and cm"), ("metric", "kg")),
                    Option("imperial", T("lb and ft"), ("imperial", "lb", "pounds")),
                )
            ),
            why=T("You can always type both. This is for what we write to you."),
        ),
    ),
    confirm=T("Save ✓"),
)
