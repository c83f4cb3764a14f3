"""A form that could not be walked or sent cannot be built."""

import pytest

from flows.questions.answers import Option
from flows.questions.choices import Choices
from flows.questions.days import Day
from flows.questions.form import Form, Question
from flows.questions.free import Words
from flows.questions.kinds import Kind
from flows.questions.numbers import Scale
from flows.questions.picks import Choice, YesNo
from flows.questions.when import AtLeast, Has, Is, OneOf, When
from flows.words import T, Text


def question(
    key: str, *, kind: Kind | None = None, when: When | None = None, text: Text | None = None
) -> Question:
    return Question(
        key=key,
        code=key,
        name=T("Name"),
        text=text or T("What?"),
        kind=kind or YesNo(),
        why=T("Because."),
        when=when,
    )


def form(*questions: Question, known: tuple[str, ...] = ()) -> Form:
    return Form(name="test", version=1, title=T("Test"), questions=questions, known=known)


def test_a_sound_form_is_built_and_finds_its_questions() -> None:
    built = form(question("a"), question("b", when=Is("a", value=True)), known=("who",))
    assert built.question("b") is built.questions[1]
    assert built.question("c") is None


def test_a_condition_on_what_can_be_answered_is_fine() -> None:
    ticks = question("a", kind=TICKS)
    count = question("b", kind=Scale(0, 9, T("low"), T("high")), when=Has("a", ("a", "b")))
    assert form(ticks, count, question("c", when=AtLeast("b", 1))).version == 1


def test_known_answers_can_be_asked_about_and_named() -> None:
    built = form(question("a", when=Is("who", "me"), text=T("Hello {who}")), known=("who",))
    assert built.questions[0].key == "a"


TICKS = Choices((Option("a", T("A")), Option("b", T("B"))))


def option(label: str) -> Choice:
    return Choice((Option("a", T(label)), Option("b", T("B"))))


@pytest.mark.parametrize(
    ("questions", "fault"),
    [
        ((question("a"), question("a")), "a twice"),
        ((question("who"),), "who twice"),
        ((question("a", when=Is("b", 1)), question("b")), "a asks about b too early"),
        ((question("a", when=Is("a", 1)),), "a asks about a too early"),
        ((question("a", when=Is("zzz", 1)),), "a asks about zzz too early"),
        ((question("a"), question("b", when=Is("a", 7))), "b waits for what a never is"),
        (
            (question("a", kind=option("A")), question("b", when=OneOf("a", ("a", "c")))),
            "b waits for what a never is",
        ),
        (
            (question("a", kind=TICKS), question("b", when=Has("a", ("c",)))),
            "b waits for what a never is",
        ),
        ((question("toolongacode"),), "code is not"),
        ((question("a|b"),), "code is not"),
        ((question("a", kind=option("x" * 39)),), "button label too long"),
        ((question("a", kind=Words(5)),), "words need ideas"),
        ((question("a", kind=Day(9)),), "known answer today"),
        ((question("a", text=T("x" * 1501)),), "text too long"),
        ((question("a", text=T("Hello {name}")),), "names what is not known"),
        ((question("a" * 60),), "button data too long"),
    ],
)
def test_a_faulty_form_is_refused_with_its_fault(
    questions: tuple[Question, ...], fault: str
) -> None:
    with pytest.raises(ValueError, match=f"form test: .*{fault}"):
        form(*questions, known=("who",))


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(ValueError, match=r"a twice.*zzz too early"):
        form(question("a"), question("a", when=Is("zzz", 1)))


def test_a_name_has_to_fit_on_a_button() -> None:
    long = Question(
        key="a", code="a", name=T("n" * 25), text=T("What?"), kind=YesNo(), why=T("Because.")
    )
    with pytest.raises(ValueError, match="name too long"):
        form(long)
