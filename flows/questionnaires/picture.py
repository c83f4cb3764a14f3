"""A gym's reminder: the photo above its words."""

from flows.questions.form import Form, Question
from flows.questions.pictures import Picture
from flows.words import T

PICTURE = Form(
    name="picture",
    version=1,
    title=T("A photo"),
    questions=(
        Question(
            key="photo",
            code="photo",
            name=T("Photo"),
            text=T("Send me the photo that shall stand above the words."),
            kind=Picture(),
            why=T("It is sent as it is, your words below it, to everybody who gets the reminder."),
        ),
    ),
    known=("cast",),
)
