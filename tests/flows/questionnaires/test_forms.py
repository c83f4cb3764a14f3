"""Every form: by taps alone, by any sequence of replies, and inside Telegram's limits."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.questionnaires import FORMS
from flows.questions.answers import Answer
from flows.questions.data import Act, Tap, decode
from flows.questions.form import Form
from flows.questions.replies import tapped, typed
from flows.questions.run import Asked, Completed, Refused, Repeated, Run, Stale, Step
from flows.questions.show import show
from flows.questions.walk import begin, current, kind_of, result, visible
from flows.words import Content, english

CODE = "aaaaaa"
KNOWN: dict[str, Answer] = {
    "about": "k|1|write",
    "sex": "female",
    "jumps": True,
    "may_jump": True,
    "may_hold": True,
    "may_push": True,
    "may_hurry": True,
    "may_lift": True,
    "may_step": True,
    "pounds": False,
    "planned": 3,
    "ask_health_change": True,
    "today": "2026-03-01",
    "gym": "g1",
    "link": "g1abc",
    "cast": "c1",
    "ping": "p1",
    "place": 0,
    "client": 1,
    "exercise": "push_up",
}
NAMES = sorted(FORMS)
REPLIES = (
    "yes", "no", "not sure", "1", "2", "0", "7", "20", "80 kg", "5'11", "knee", "none of these",
    "berlin", "back", "skip", "why", "tomorrow", "monday", "18:00", "done", "edit pain", "it hurt",
    "pregnant", "own", "<b>{x}</b>", "🙂", "", "x" * 4096,
)  # fmt: skip


def start(form: Form) -> Run:
    return begin(form, CODE, known={key: KNOWN[key] for key in form.known})


def taps(content: Content) -> list[Tap]:
    found = [decode(button.data) for row in content.buttons for button in row]
    return [tap for tap in found if tap is not None]


def check_sendable(content: Content) -> None:
    assert len("\n\n".join(english(p) for p in content.paragraphs)) <= 4096
    assert content.buttons
    for row in content.buttons:
        assert 1 <= len(row) <= 8
        for button in row:
            assert 1 <= len(english(button.label)) <= 40
            assert decode(button.data) is not None
            assert len(button.data.encode()) <= 64


def check_finished(form: Form, run: Run) -> None:
    shown = visible(form, run)
    counted = result(form, run)
    assert set(counted) <= {q.key for q in shown}
    assert {q.key for q in shown if not q.optional} <= set(counted)
    assert all(kind_of(run, q).takes(counted[q.key]) for q in shown if q.key in counted)


def walked(form: Form, choose: random.Random) -> Run:
    """Tap any option of every question until the form ends."""
    run = start(form)
    for _ in range(400):
        content = show(form, run)
        check_sendable(content)
        forward = [t for t in taps(content) if t.act not in {Act.BACK, Act.WHY, Act.EDIT}]
        step = tapped(form, run, choose.choice(forward))
        if isinstance(step, Completed):
            return step.run
        run = step.run
    raise AssertionError(form.name)


def tap_first(form: Form, run: Run) -> Step:
    """Tap the first option of the question; where that only ticks or steps, finish it after."""
    question = current(form, run)
    assert question is not None
    kind = kind_of(run, question)
    keys = [key.index for row in kind.keys(None) for key in row]
    step = tapped(form, run, Tap(CODE, question.code, keys[0] if keys else Act.SKIP))
    if not isinstance(step, Asked) or step.run.draft is None:
        return step
    live = [key for row in kind.keys(step.run.draft) for key in row]
    finish = next(key.index for key in live if "✓" in english(key.label))
    return tapped(form, step.run, Tap(CODE, question.code, finish))


def first_answers(form: Form) -> Run:
    run = start(form)
    while current(form, run) is not None:
        step = tap_first(form, run)
        assert isinstance(step, Asked | Completed)
        run = step.run
    return run


@pytest.mark.parametrize("name", NAMES)
def test_the_first_option_of_every_question_leads_to_the_end(name: str) -> None:
    form = FORMS[name]
    check_finished(form, first_answers(form))


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("name", NAMES)
def test_random_taps_alone_lead_to_the_end(name: str, seed: int) -> None:
    form = FORMS[name]
    check_finished(form, walked(form, random.Random(seed)))


@pytest.mark.parametrize("name", NAMES)
def test_every_question_says_why_and_can_be_answered_by_tapping(name: str) -> None:
    form = FORMS[name]
    for question in form.questions:
        keys = kind_of(start(form), question).keys(None)
        assert keys or question.optional
        assert all(1 <= len(row) <= 8 for row in keys)
        assert len(english(question.why)) > 10


@pytest.mark.parametrize("name", NAMES)
def test_forms_are_named_as_they_are_listed(name: str) -> None:
    assert FORMS[name].name == name


@pytest.mark.parametrize("name", NAMES)
def test_no_form_names_the_published_screening(name: str) -> None:
    for question in FORMS[name].questions:
        told = f"{question.text.template} {question.why.template}".casefold()
        assert "par-q" not in told
        assert "parq" not in told


Move = str | int | tuple[str, int, int | Act]
"""A typed reply, a button that is on the screen, or a forged one: run, question, act."""
MOVES = st.one_of(
    st.sampled_from(REPLIES),
    st.integers(0, 40),
    st.tuples(
        st.sampled_from([CODE, "bbbbbb"]),
        st.integers(0, 40),
        st.integers(0, 99) | st.sampled_from(Act),
    ),
)


def moved(form: Form, run: Run, move: Move) -> Step:
    if isinstance(move, str):
        return typed(form, run, move)
    if isinstance(move, int):
        live = taps(show(form, run))
        return tapped(form, run, live[move % len(live)])
    code, place, act = move
    codes = [".", *(q.code for q in form.questions)]
    return tapped(form, run, Tap(code, codes[place % len(codes)], act))


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(NAMES), st.lists(MOVES, max_size=60))
def test_any_sequence_of_replies_is_survived(name: str, moves: list[Move]) -> None:
    form = FORMS[name]
    run = start(form)
    for move in moves:
        step = moved(form, run, move)
        if isinstance(step, Refused):
            assert english(step.problem).endswith(".")
        if isinstance(step, Stale | Repeated):
            assert step.run == run
        if isinstance(step, Completed):
            check_finished(form, step.run)
            return
        run = step.run
        check_sendable(show(form, run))
        assert set(result(form, run)) <= {q.key for q in visible(form, run)}
        assert (current(form, run) is None) <= (form.confirm is not None)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(NAMES), st.lists(st.integers(0, 40), max_size=40))
def test_a_double_tap_counts_once(name: str, moves: list[int]) -> None:
    form = FORMS[name]
    run = start(form)
    for move in moves:
        live = taps(show(form, run))
        tap = live[move % len(live)]
        step = tapped(form, run, tap)
        if isinstance(step, Completed):
            return
        if isinstance(step, Asked):
            assert tapped(form, step.run, tap) == Repeated(step.run)
        run = step.run
