"""Conditions are three-valued: nothing is shown because of something unknown."""

import pytest

from flows.questions.answers import Answer
from flows.questions.when import (
    AtLeast,
    Below,
    Both,
    Either,
    Has,
    Is,
    IsNot,
    Not,
    OneOf,
    When,
    holds,
    keys,
)

ANSWERS: dict[str, Answer] = {"pain": 3, "sex": "female", "kit": ("bands", "bar"), "ill": False}


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        (None, True),
        (Is("sex", "female"), True),
        (Is("sex", "male"), False),
        (Is("ill", value=False), True),
        (Is("absent", 1), False),
        (IsNot("sex", "male"), True),
        (IsNot("absent", "male"), False),
        (Not(IsNot("absent", "male")), False),
        (OneOf("sex", ("male", "female")), True),
        (OneOf("sex", ("male",)), False),
        (AtLeast("pain", 3), True),
        (AtLeast("pain", 4), False),
        (AtLeast("sex", 1), False),
        (Not(AtLeast("sex", 1)), False),
        (Below("pain", 4), True),
        (Below("absent", 4), False),
        (Has("kit", ("bar", "ball")), True),
        (Has("kit", ("ball",)), False),
        (Has("pain", ("3",)), False),
        (Both(Is("sex", "female"), AtLeast("pain", 1)), True),
        (Both(Is("absent", 1), AtLeast("pain", 1)), False),
        (Not(Both(Is("absent", 1), AtLeast("pain", 1))), False),
        (Not(Both(Is("absent", 1), AtLeast("pain", 9))), True),
        (Either(Is("absent", 1), AtLeast("pain", 1)), True),
        (Either(Is("absent", 1), AtLeast("pain", 9)), False),
        (Not(Either(Is("absent", 1), AtLeast("pain", 9))), False),
        (Not(Either(Is("sex", "male"), AtLeast("pain", 9))), True),
    ],
)
def test_a_question_is_shown_only_when_its_condition_is_known_to_be_true(
    when: When | None,
    shown: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert holds(when, ANSWERS) is shown


def test_keys_lists_what_a_condition_asks_about() -> None:
    when = Either(Both(Is("a", 1), Not(AtLeast("b", 2))), Either(Has("c", ("x",)), OneOf("d", ())))
    assert keys(when) == {"a", "b", "c", "d"}
    assert keys(None) == frozenset()
