"""One small form walked by hand: every outcome, and what each does to the run."""

import msgspec
import pytest
from msgspec.structs import replace

from flows.questions.answers import Answer, Option
from flows.questions.choices import Choices
from flows.questions.data import SUMMARY, Act, Tap
from flows.questions.form import Form, Question
from flows.questions.free import Words
from flows.questions.kinds import Kind
from flows.questions.measures import Weight
from flows.questions.numbers import Number, Scale
from flows.questions.picks import YesNo
from flows.questions.replies import tapped, typed
from flows.questions.run import Asked, Completed, Refused, Repeated, Run, Stale, Step
from flows.questions.show import closing, show, summary
from flows.questions.units import YEARS
from flows.questions.walk import begin, current, result, resumed, visible
from flows.questions.when import AtLeast, Has, When
from flows.words import Content, T, english

CODE = "abcdef"


def question(
    key: str, kind: Kind, *, when: When | None = None, optional: bool = False
) -> Question:
    return Question(
        key=key,
        code=key,
        name=T(key.capitalize()),
        text=T("What of {who}?"),
        kind=kind,
        why=T("Because."),
        when=when,
        optional=optional,
    )


PLACES = Choices((Option("knee", T("Knee")), Option("back", T("Back"))))
QUESTIONS = (
    question("age", Number(0, 99, YEARS, start=30, jumps=(20, 40))),
    question("pain", Scale(0, 10, T("none"), T("worst"))),
    question("where", PLACES, when=AtLeast("pain", 1)),
    question("side", YesNo(), when=Has("where", ("knee",))),
    question("note", Words(200), optional=True),
    question("weight", Weight(), optional=True),
)
FORM = Form(
    name="test",
    version=1,
    title=T("Test"),
    questions=QUESTIONS,
    known=("who",),
    confirm=T("Send ✓"),
)
QUICK = replace(FORM, confirm=None)
START = begin(FORM, CODE, known={"who": "Mia"})


def say(run: Run, *replies: str, form: Form = FORM) -> Run:
    for reply in replies:
        step = typed(form, run, reply)
        assert isinstance(step, Asked), reply
        run = step.run
    return run


def tap(run: Run, question: str, act: int | Act, form: Form = FORM) -> Step:
    return tapped(form, run, Tap(CODE, question, act))


def asked(run: Run, form: Form = FORM) -> str | None:
    now = current(form, run)
    return None if now is None else now.key


def lines(content: Content) -> list[str]:
    return [line for told in content.paragraphs for line in english(told).split("\n")]


def labels(content: Content) -> list[str]:
    return [english(button.label) for row in content.buttons for button in row]


DONE = say(START, "34", "3", "knee", "yes", "skip", "80 kg")


def test_a_form_is_walked_to_its_summary_and_confirmed() -> None:
    assert asked(DONE) is None
    step = typed(FORM, DONE, "yes")
    assert isinstance(step, Completed)
    assert result(FORM, step.run) == {
        "age": 34,
        "pain": 3,
        "where": ("knee",),
        "side": True,
        "weight": 80.0,
    }


def test_a_form_without_a_summary_ends_with_its_last_answer() -> None:
    step = typed(QUICK, say(START, "34", "0", "skip", form=QUICK), "80")
    assert isinstance(step, Completed)
    assert isinstance(typed(QUICK, step.run, "yes"), Completed)


def test_what_is_hidden_is_not_asked() -> None:
    assert asked(say(START, "34", "0")) == "note"


def test_bad_input_is_refused_with_the_way_out() -> None:
    step = typed(FORM, START, "many")
    assert isinstance(step, Refused)
    assert step.run == START
    assert lines(show(FORM, step.run, step.problem))[1].startswith("I could not read that")


def test_back_asks_again_and_offers_the_old_answer() -> None:
    step = typed(FORM, say(START, "34", "3"), "go back")
    assert isinstance(step, Asked)
    assert asked(step.run) == "pain"
    assert "✓ 3" in labels(show(FORM, step.run))
    assert "pain" not in result(FORM, step.run)


def test_back_on_the_first_question_is_refused() -> None:
    assert isinstance(typed(FORM, START, "back"), Refused)
    assert isinstance(tap(START, "age", Act.BACK), Refused)
    assert "‹ Back" not in labels(show(FORM, START))


def test_back_from_the_summary_and_over_a_skipped_question() -> None:
    step = typed(FORM, DONE, "back")
    assert isinstance(step, Asked)
    assert asked(step.run) == "weight"
    again = tap(step.run, "weight", Act.BACK)
    assert isinstance(again, Asked)
    assert asked(again.run) == "note"
    assert again.run.skipped == ()


def test_words_that_are_answers_too_are_answers() -> None:
    assert asked(say(START, "34", "3", "back")) == "note"
    assert dict(say(START, "34", "3", "back").answers)["where"] == ("back",)


def test_only_optional_questions_can_be_skipped() -> None:
    assert isinstance(typed(FORM, START, "skip"), Refused)
    assert isinstance(tap(START, "age", Act.SKIP), Refused)
    run = say(START, "34", "0")
    step = tap(run, "note", Act.SKIP)
    assert isinstance(step, Asked)
    assert asked(step.run) == "weight"
    assert "Skip" in labels(show(FORM, run))


def test_why_is_a_view_with_a_way_back() -> None:
    step = typed(FORM, START, "why?")
    assert isinstance(step, Asked)
    assert lines(show(FORM, step.run)) == ["<b>Why do we ask?</b>", "Because."]
    assert labels(show(FORM, step.run)) == ["‹ Back"]
    for back in (Act.RETURN, Act.BACK):
        again = tap(step.run, "age", back)
        assert isinstance(again, Asked)
        assert not again.run.why
    assert asked(say(step.run, "34")) == "pain"


def test_a_stepper_is_walked_by_taps() -> None:
    run = START
    for place in (41, 42, 43):
        step = tap(run, "age", place)
        assert isinstance(step, Asked)
        run = step.run
    assert "✓ 42 years" in labels(show(FORM, run))
    assert isinstance(tap(run, "age", 43), Repeated)
    step = tap(run, "age", 0)
    assert isinstance(step, Asked)
    assert dict(step.run.answers) == {"age": 42}
    assert isinstance(tap(step.run, "age", 0), Repeated)


def test_a_stepper_stays_in_its_range() -> None:
    assert isinstance(tap(START, "age", 101), Stale)
    low = tap(START, "age", 1)
    assert isinstance(low, Asked)
    assert "−1" not in labels(show(FORM, low.run))


def test_ok_keeps_a_typed_weight_to_the_gram() -> None:
    step = typed(FORM, DONE, "weight")
    assert isinstance(step, Asked)
    kept = tap(
        replace(step.run, answers=(*step.run.answers[:-1], ("weight", 79.83225712))), "weight", 0
    )
    assert isinstance(kept, Asked)
    assert dict(kept.run.answers)["weight"] == 79.83225712
    assert isinstance(tap(step.run, "weight", 9999), Stale)
    moved = tap(step.run, "weight", 11)
    assert isinstance(moved, Asked)
    assert moved.run.draft == 40.0


def test_done_without_a_tick_is_refused() -> None:
    step = tap(say(START, "34", "3"), "where", 4)
    assert isinstance(step, Refused)


def test_buttons_of_another_run_are_stale() -> None:
    assert tapped(FORM, START, Tap("bbbbbb", "age", 0)) == Stale(START)


@pytest.mark.parametrize(
    ("code", "act"),
    [
        ("pain", 5), ("age", Act.BACK), ("note", Act.SKIP), ("ghost", 0), ("where", 99),
        ("where", Act.EDIT), ("where", Act.CONFIRM), (SUMMARY, Act.CONFIRM), (SUMMARY, 0),
    ],
)  # fmt: skip
def test_buttons_of_another_question_change_nothing(code: str, act: int | Act) -> None:
    run = say(START, "34", "3")
    assert tap(run, code, act) == Stale(run)


@pytest.mark.parametrize(
    ("code", "act"),
    [("age", Act.BACK), ("age", 9), ("ghost", Act.EDIT), (SUMMARY, Act.SKIP), (SUMMARY, 7)],
)
def test_old_buttons_on_the_summary_change_nothing(code: str, act: int | Act) -> None:
    assert tap(DONE, code, act) == Stale(DONE)


def test_the_same_tap_again_is_silent_success() -> None:
    first = tap(say(START, "34"), "pain", 3)
    assert isinstance(first, Asked)
    assert isinstance(tap(first.run, "pain", 3), Repeated)
    later = say(first.run, "knee")
    assert isinstance(tap(later, "pain", 3), Repeated)
    assert isinstance(tap(later, "where", 4), Repeated)
    back = tap(later, "side", Act.BACK)
    assert isinstance(back, Asked)
    assert isinstance(tap(back.run, "side", Act.BACK), Repeated)


def test_every_answer_can_be_edited_from_the_summary() -> None:
    step = tap(DONE, "age", Act.EDIT)
    assert isinstance(step, Asked)
    assert asked(step.run) == "age"
    assert "✓ 34 years" in labels(show(FORM, step.run))
    assert isinstance(tap(step.run, "age", Act.EDIT), Repeated)
    assert asked(say(step.run, "35")) is None
    away = tap(step.run, "age", Act.BACK)
    assert isinstance(away, Asked)
    assert result(FORM, away.run) == result(FORM, DONE)


def test_typing_a_name_on_the_summary_edits_it() -> None:
    assert asked(say(DONE, "edit pain")) == "pain"
    assert isinstance(typed(FORM, DONE, "what now"), Refused)


def test_a_changed_mind_asks_again_what_depended_on_it() -> None:
    run = say(DONE, "pain", "5")
    assert asked(run) == "where"
    assert "☑ Knee" in labels(show(FORM, run))
    run = say(run, "knee")
    assert asked(run) == "side"
    assert asked(say(run, "no")) is None


def test_the_same_answer_again_asks_nothing() -> None:
    assert asked(say(DONE, "pain", "3")) is None


def test_answers_hidden_by_a_changed_mind_do_not_count() -> None:
    run = say(DONE, "pain", "0")
    assert asked(run) is None
    assert set(result(FORM, run)) == {"age", "pain", "weight"}
    again = say(run, "pain", "4")
    assert asked(again) == "where"
    assert "☑ Knee" in labels(show(FORM, again))


def test_skipping_in_an_edit_takes_the_answer_out() -> None:
    run = say(DONE, "weight", "skip")
    assert "weight" not in result(FORM, run)
    assert "Weight: <b>skipped</b>" in lines(summary(FORM, run))
    assert result(FORM, say(run, "weight", "80 kg")) == result(FORM, DONE)


def test_prefilled_answers_are_shown_not_asked_and_can_be_changed() -> None:
    run = begin(FORM, CODE, known={"who": "Mia"}, prefilled={"age": 34, "pain": 99, "ghost": 1})
    assert run.answers == (("age", 34),)
    assert asked(run) == "pain"
    assert "<i>Test · 1 of 3</i>" in lines(show(FORM, run))
    assert isinstance(typed(FORM, run, "back"), Refused)
    done = say(run, "0", "skip", "skip")
    assert "Age: <b>34 years (as before)</b>" in lines(show(FORM, done))
    assert "Age: <b>40 years</b>" in lines(show(FORM, say(done, "age", "40")))


def test_a_form_begun_all_prefilled_opens_on_its_summary() -> None:
    one = Form(
        name="one",
        version=1,
        title=T("One"),
        questions=(question("age", Number(0, 9, YEARS)),),
        known=("who",),
    )
    run = begin(one, CODE, known={"who": "x"}, prefilled={"age": 3})
    assert labels(show(one, run)) == ["✎ Age", "Done ✓"]


def test_known_answers_must_be_given() -> None:
    with pytest.raises(ValueError, match="has to be told"):
        begin(FORM, CODE)


def test_known_answers_are_said_and_never_shown_as_answers() -> None:
    assert "What of Mia?" in lines(show(FORM, START))
    assert "who" not in result(FORM, DONE)
    many = begin(FORM, CODE, known={"who": "Mia", "kit": ("a", "b")})
    assert lines(show(FORM, many)) == lines(show(FORM, START))


def test_a_finished_run_is_shown_without_buttons() -> None:
    end = closing(FORM, DONE)
    assert end.buttons == ()
    assert "Age: <b>34 years</b>" in lines(end)
    assert not any(line.startswith("Note") for line in lines(end))


def test_what_people_type_is_shown_literally() -> None:
    run = say(START, "34", "0", "<b>{who}</b> & {0}", "skip")
    assert "Note: <b>“<b>{who}</b> & {0}”</b>" in lines(show(FORM, run))


def test_a_long_form_has_pages() -> None:
    questions = tuple(question(f"q{n}", YesNo()) for n in range(30))
    long = Form(
        name="long",
        version=1,
        title=T("Long"),
        questions=questions,
        known=("who",),
        confirm=T("OK"),
    )
    answers: dict[str, Answer] = {q.key: True for q in questions}
    run = begin(long, CODE, known={"who": "x"}, prefilled=answers)
    assert "2 ›" in labels(show(long, run))
    assert "‹ 0" not in labels(show(long, run))
    step = tap(run, SUMMARY, 2, form=long)
    assert isinstance(step, Asked)
    assert "‹ 2" in labels(show(long, step.run))
    assert "OK" in labels(show(long, step.run))
    assert isinstance(tap(run, SUMMARY, 3, form=long), Stale)


def test_the_summary_ends_with_one_tap() -> None:
    assert isinstance(tap(DONE, SUMMARY, Act.CONFIRM), Completed)
    step = tap(DONE, SUMMARY, Act.BACK)
    assert isinstance(step, Asked)
    assert asked(step.run) == "weight"


def test_a_run_survives_being_stored() -> None:
    for run in (START, DONE, say(DONE, "pain", "5")):
        stored = msgspec.json.decode(msgspec.json.encode(run), type=Run)
        assert stored == run
        assert show(FORM, stored) == show(FORM, run)


def test_a_run_of_the_same_version_is_taken_as_it_is() -> None:
    assert resumed(FORM, DONE) is DONE


def test_a_newer_form_asks_again_what_no_longer_fits() -> None:
    changed = question("pain", YesNo())
    newer = replace(FORM, version=2, questions=(QUESTIONS[0], changed, *QUESTIONS[4:]))
    run = resumed(newer, DONE)
    assert asked(run, newer) == "pain"
    assert run.answers == (("age", 34), ("weight", 80.0))
    assert run.skipped == ("note",)
    assert visible(newer, run) == newer.questions
