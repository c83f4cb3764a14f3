"""The settings: begun with what is stored, so that it opens on the summary."""

from flows.questionnaires.intake import CHECKIN_DAY, CHECKIN_HOUR, GOAL, KIT, ZONE
from flows.questions.answers import Option
from flows.questions.form import Form, Question
from flows.questions.picks import Choice
from flows.words import T

SETTINGS = Form(
    name="settings",
    version=1,
    title=T("Settings"),
    questions=(
        ZONE,
        CHECKIN_DAY,
        CHECKIN_HOUR,
        GOAL,
        KIT,
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
