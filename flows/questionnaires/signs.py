"""Feeling unwell: which warning sign, and is it there now. Short, and without a summary."""

from flows.questionnaires.lists import SIGNS
from flows.questions.answers import Option
from flows.questions.choices import Choices
from flows.questions.form import Form, Question
from flows.questions.picks import Choice
from flows.words import T

SIGN_FORM = Form(
    name="signs",
    version=2,
    title=T("Not well"),
    questions=(
        Question(
            key="sign_list",
            code="which",
            name=T("Which signs"),
            text=T("Which of these do you have, or had in the last days?"),
            kind=Choices(SIGNS, Option("unsure", T("Something else, or not sure"), ("other",))),
            why=T("Some need an emergency number, some a doctor, some only a quieter week."),
        ),
        Question(
            key="now",
            code="now",
            name=T("Now"),
            text=T("Is it there now?"),
            kind=Choice(
                (
                    Option("worse", T("Yes, and getting worse"), ("worse", "getting worse")),
                    Option("now", T("Yes, now"), ("yes", "now", "still")),
                    Option("comes", T("It comes and goes"), ("sometimes", "comes and goes")),
                    Option("gone", T("No, it is gone"), ("no", "gone", "not now")),
                )
            ),
            why=T("What is there now comes before everything else."),
        ),
    ),
)
