"""A photo as an answer."""

import pytest

from flows.questions.answers import Answer, Problem
from flows.questions.form import Form, Question
from flows.questions.picks import YesNo
from flows.questions.pictures import Picture
from flows.questions.replies import pictured
from flows.questions.run import Asked, Completed
from flows.questions.walk import begin, result
from flows.words import T, english

ASKED = Question(
    key="p", code="p", name=T("Photo"), text=T("Which?"), kind=Picture(), why=T("Because.")
)
MORE = Question(key="m", code="m", name=T("More"), text=T("?"), kind=YesNo(), why=T("Because."))
CODE = "aaaaaa"


def test_it_is_sent_and_not_typed() -> None:
    assert isinstance(Picture().parse("my photo"), Problem)
    assert Picture().parse(" None ") == ""


def test_its_one_button_is_the_way_without() -> None:
    assert [[english(key.label) for key in row] for row in Picture().keys("x")] == [
        ["Without a photo"]
    ]
    assert (Picture().tap(0, "x"), Picture().tap(1, "x")) == ("", None)


@pytest.mark.parametrize(("answer", "said"), [("AgAC", "a photo"), ("", "none")])
def test_it_is_read_back(answer: str, said: str) -> None:
    assert Picture().takes(answer)
    assert english(Picture().say(answer)) == said


@pytest.mark.parametrize("answer", ["x" * 257, 4, ("AgAC",)])
def test_what_is_no_photo(answer: Answer) -> None:
    assert not Picture().takes(answer)


def test_a_photo_is_taken_where_one_is_asked_for_and_only_there() -> None:
    form = Form(name="f", version=1, title=T("F"), questions=(ASKED, MORE))
    asked = pictured(form, begin(form, CODE), "AgAC")
    assert isinstance(asked, Asked)
    assert result(form, asked.run) == {"p": "AgAC"}
    assert pictured(form, asked.run, "other") is None
    alone = Form(name="f", version=1, title=T("F"), questions=(ASKED,))
    done = pictured(alone, begin(alone, CODE), "AgAC")
    assert isinstance(done, Completed)
    assert pictured(form, begin(form, CODE, prefilled={"p": "", "m": True}), "AgAC") is None
