"""The two doors: JSON in, the same decision as in chat out, and errors that name the field."""

import json

import pytest
from msgspec.structs import replace

from flows.doors import placing, reviewing
from flows.doors.given import Refused
from flows.doors.person import ITEMS
from flows.phases.clearance import open_items
from flows.phases.opening import opened
from flows.phases.outcome import Outcome
from flows.phases.wording import what
from flows.words import english
from tests.flows.phases.people import GOOD, INTAKE, P1, P2, SOUND, TODAY, standing, supervised
from tests.flows.policy import DEFAULT, place, review

WEEK = {
    "sessions_planned": 4,
    "sessions_done": 4,
    "effort": 7,
    "reps_left": 3,
    "form": "good",
    "sleep": 2,
    "stress": 2,
    "fatigue": 2,
    "soreness": 2,
    "pain": 0,
    "signs": [],
    "today": "2026-03-02",
}
CHECK = {
    **dict.fromkeys(("feet", "knees", "low_back", "lean", "arms", "landing"), "none"),
    "lands": True,
    "single_leg_seconds": 40,
    "pain": False,
}
PERSON = {
    "goal": "muscle",
    "today": "2026-03-02",
    "age": 30,
    "experience_months": 24,
    "equipment": ["barbell", "ball_and_room"],
    "conditions": [],
    "fell_last_year": False,
    "used_to_training": True,
    "movement": CHECK,
    "trainer": True,
}
STANDING = {
    **PERSON,
    "phase": 2,
    "weeks_in_phase": 4,
    "earned": [1],
    "movement_days": 10,
    "screened": "2026-01-01",
    "past": [WEEK] * 4,
    "week": WEEK,
}
SCREENED = dict.fromkeys(
    ("heart", "chest_pain", "dizzy", "long_term", "medicines", "joints", "supervised_only"), False
)
NEW = {**PERSON, "weeks_off": 0, "signs": [], "pain": 0, "screening": SCREENED}


def reviewed(told: object) -> reviewing.Reviewed:
    given = reviewing.answer(json.dumps(told).encode(), DEFAULT, None)
    assert isinstance(given, reviewing.Reviewed), given
    return given


def placed(told: object) -> placing.Placed:
    given = placing.answer(json.dumps(told).encode(), DEFAULT, None)
    assert isinstance(given, placing.Placed), given
    return given


def test_a_week_is_reviewed_as_in_chat() -> None:
    known = supervised(standing(P2))
    assert reviewed(STANDING) == reviewing.out(review(known, GOOD))
    assert reviewed(STANDING).verdict is Outcome.UP
    hurt = {**STANDING, "week": {**WEEK, "pain": 5}}
    assert reviewed(hurt) == reviewing.out(review(known, replace(GOOD, pain=5)))


def test_somebody_is_placed_as_in_chat() -> None:
    chat = place(replace(INTAKE, profile=replace(SOUND, supervised=True)))
    given = placed(NEW)
    assert (given.verdict, given.phase, given.route) == (chat.verdict, chat.phase, chat.route)
    assert [why.text for why in given.reasons] == [english(why.text) for why in chat.reasons]
    assert given.policy == DEFAULT.version


def test_nothing_known_is_held_on_the_first_step_and_said() -> None:
    given = reviewed({"goal": "muscle"})
    assert (given.verdict, given.phase, given.level) == (Outcome.HOLD, P1, "stabilization")
    assert {why.text for why in given.reasons if why.rule == "not_known"} == {
        "Not known, so the worse case is taken: phase 1.",
        "Not known, so the worse case is taken: weeks_in_phase 0.",
    }
    told = {why.rule for why in given.missing}
    assert {"not_pregnant", "told", "pain_low", "trained_enough", "rested"} <= told
    assert {"not_known"} & told == set()


def test_nobody_unknown_is_placed_on_a_step() -> None:
    given = placed({"goal": "health"})
    assert (given.verdict, given.phase) == ("refer", None)
    assert all(why.readings.get("opened") != "0001-01-01" for why in given.reasons)


@pytest.mark.parametrize("field", ["age", "equipment"])
def test_what_is_not_known_keeps_nobody_from_where_they_stand(field: str) -> None:
    given = reviewed({**STANDING, "phase": 3, field: None})
    assert (given.verdict, given.phase) == (Outcome.HOLD, 3)


def test_a_clearance_counts_and_an_open_item_stops() -> None:
    told = {**STANDING, "conditions": ["hypertension"]}
    word = {"item": "condition.hypertension", "by": "self", "given": "2026-02-01"}
    assert reviewed(told).verdict is Outcome.STOP
    assert reviewed({**told, "clearances": [word]}).phase == P2
    assert reviewed({**STANDING, "clearances": [{"item": "sign.dizzy"}]}).verdict is Outcome.STOP


def test_somebody_without_a_step_comes_back_to_the_first() -> None:
    word = {"item": "sign.dizzy", "since": "2026-02-01", "by": "trainer", "given": "2026-02-20"}
    given = reviewed({**STANDING, "phase": None, "clearances": [word]})
    assert (given.verdict, given.phase) == (Outcome.HOLD, P1)
    assert [pending.word for pending in given.items] == [True]


@pytest.mark.parametrize("code", ITEMS)
def test_every_item_that_can_be_named_has_words(code: str) -> None:
    item = opened(code, ITEMS[code], TODAY)
    assert english(what(item))
    assert open_items((item,), TODAY, DEFAULT, supervised=True) == (item,)


@pytest.mark.parametrize(
    ("document", "field", "says"),
    [
        (b"{", "", "This is not JSON"),
        (b"\xff", "", "This is not JSON"),
        (b"[]", "", "Expected `object`"),
        (b"{}", "goal", "missing required field"),
        (b'{"goal": "fame"}', "goal", "Invalid enum value"),
        (b'{"goal": "muscle", "age": "old"}', "age", "Expected `int"),
        (b'{"goal": "muscle", "age": -1}', "age", ">= 0"),
        (b'{"goal": "muscle", "wait": 1}', "wait", "unknown field"),
        (b'{"goal": "muscle", "movement": {"knee": 1}}', "movement.knee", "unknown field"),
        (b'{"goal": "muscle", "clearances": [{"item": "x"}]}', "clearances", "no such item: x"),
    ],
)
def test_a_faulty_document_is_refused_with_its_field(
    document: bytes, field: str, says: str
) -> None:
    for door in (placing, reviewing):
        given = door.answer(document, DEFAULT, 3)
        assert isinstance(given, Refused)
        assert (given.error.field, given.error.line) == (field, 3)
        assert says in given.error.message


def test_a_fault_deep_in_a_week_is_named() -> None:
    told = {**STANDING, "past": [WEEK, {**WEEK, "pain": 11}]}
    given = reviewing.answer(json.dumps(told).encode(), DEFAULT, None)
    assert isinstance(given, Refused)
    assert given.error.field == "past[1].pain"
