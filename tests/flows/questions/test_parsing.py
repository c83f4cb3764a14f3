"""Numbers as people write them, in every kind that takes one."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.questions.answers import Answer, Option, Problem
from flows.questions.measures import Height, Weight
from flows.questions.numbers import Mark, Number, Scale
from flows.questions.parsing import amounts, total
from flows.questions.units import (
    DAYS,
    MONTHS,
    PREGNANCY,
    PUSHUPS,
    SECONDS,
    WEEKS,
    YEARS,
    feet,
    pounds,
)
from flows.words import T, english

AGE = Number(0, 120, YEARS)
TRAINED = Number(
    0,
    900,
    MONTHS,
    marks=(Mark(0, Option("0", T("Never"))), Mark(3, Option("3", T("Under 6 months")))),
)
IN_WEEK = Number(1, 42, PREGNANCY)
EFFORT = Scale(0, 10, T("rest"), T("all I had"))
REPS = Scale(0, 5, T("none"), T("five or more"), top=T("5+"))
SLEEP = Scale(1, 7, T("very well"), T("very badly"))


@pytest.mark.parametrize(
    ("reply", "answer"),
    [
        ("34", 34), (" 34 ", 34), ("34.0", 34), ("about 34", 34), ("I'm 34 years old", 34),
        ("34 yrs", 34), ("thirty four", 34), ("thirty-four", 34), ("THIRTY", 30), ("thirthy", 30),
        ("seventy", 70), ("a hundred", 100), ("one hundred and ten", 110), ("٣٤", 34), ("zero", 0),
        ("~40", 40), ("120", 120), ("30 5/5", None), ("hundred hundred", None),
        ("3-4", None), ("3 to 4", None), ("3 or 4", None), ("under 5", None), (">5", None),
        ("12,5", None), ("12.5", None), ("twelve and a half", None), ("half", None), ("-5", None),
        ("121", None), ("34 35", None), ("34 bananas", None), ("fine", None), ("old", None),
        ("", None), ("🙂", None), ("9" * 4096, None), ("nan", None), ("1e5", None),
        ("34 half half", None),
    ],
)  # fmt: skip
def test_a_count(reply: str, answer: int | None) -> None:
    told = AGE.parse(reply)
    assert isinstance(told, Problem) if answer is None else told == answer


@pytest.mark.parametrize(
    ("kind", "reply", "answer"),
    [
        (TRAINED, "never", 0), (TRAINED, "under 6 months", 3), (TRAINED, "2", 2),
        (TRAINED, "2 years", 24), (TRAINED, "18 months", 18), (TRAINED, "half a year", 6),
        (TRAINED, "1 year and 6 months", 18), (TRAINED, "1.5 years", 18),
        (TRAINED, "2½ years", 30),
        (TRAINED, "6 weeks", 1), (Number(0, 99, WEEKS), "10 days", 1),
        (Number(0, 99, WEEKS), "2 months", 8),
        (Number(1, 7, DAYS), "3 times a week", 3), (Number(1, 7, DAYS), "3x", 3),
        (Number(1, 7, DAYS), "twice", 2),
        (Number(0, 60, SECONDS), "1 min", 60), (Number(0, 99, PUSHUPS), "20 push-ups", 20),
        (Number(0, 99, PUSHUPS), "20 pushups", 20),
        (IN_WEEK, "week 14", 14), (IN_WEEK, "in week 14", 14), (IN_WEEK, "14th", 14),
        (IN_WEEK, "the 14th week", 14), (IN_WEEK, "14 weeks", 14), (IN_WEEK, "3 months", 12),
        (IN_WEEK, "Week 12", 12),
        (EFFORT, "7", 7), (EFFORT, "7/10", 7), (EFFORT, "7 out of 10", 7), (EFFORT, "seven", 7),
        (EFFORT, "none", 0), (EFFORT, "all I had", 10), (EFFORT, "Rest", 0), (REPS, "5+", 5),
        (REPS, "four", 4), (SLEEP, "very badly", 7), (SLEEP, "1", 1),
    ],
)  # fmt: skip
def test_a_number_with_its_unit_or_words(kind: Number | Scale, reply: str, answer: int) -> None:
    assert kind.parse(reply) == answer


@pytest.mark.parametrize("reply", ["week", "my second week", "week 50", "in 12 or 13"])
def test_no_week_of_a_pregnancy(reply: str) -> None:
    assert isinstance(IN_WEEK.parse(reply), Problem)


@pytest.mark.parametrize(
    ("kind", "reply"),
    [
        (TRAINED, "2 years 3"), (TRAINED, "5 miles"), (Number(1, 7, DAYS), "0"),
        (Number(1, 7, DAYS), "2.5 days"),
        (EFFORT, "11"), (EFFORT, "7.5"), (EFFORT, "6-7"), (EFFORT, "7 kg"), (SLEEP, "no"),
        (SLEEP, "0"),
        (EFFORT, "fine"), (REPS, "6"),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_a_problem_in_one_sentence(kind: Number | Scale, reply: str) -> None:
    told = kind.parse(reply)
    assert isinstance(told, Problem)
    assert english(told.text).endswith(".")


@pytest.mark.parametrize(
    ("reply", "cm"),
    [
        ("180", 180.0), ("180cm", 180.0), ("180 cm", 180.0), ("180,5", 180.5), ("1,80 m", 180.0),
        ("1.80", 180.0), ("1m80", 180.0), ("1 m 80 cm", 180.0), ("5'11", 180.34),
        ("5'11\"", 180.34),
        ("5’11”", 180.34), ("5 ft 11", 180.34), ("5ft11in", 180.34), ("5 feet 11 inches", 180.34),
        ("6 ft", 182.88), ("6'", 182.88), ("six feet", 182.88), ("71 in", 180.34),
        ("71 inches", 180.34),
        ("I am about 180 cm tall", 180.0), ("5 ft 11 1/2", 181.61), ("one metre eighty", 180.0),
    ],
)  # fmt: skip
def test_heights(reply: str, cm: float) -> None:
    assert Height().parse(reply) == cm


@pytest.mark.parametrize(
    "reply",
    [
        "5.9 ft",
        "5.11",
        "5 ft 30",
        "6",
        "71",
        "170-180",
        "999",
        "-180",
        "180 kg",
        "tall",
        "5 ft 3 in 2",
    ],
)
def test_unclear_heights_are_asked_again(reply: str) -> None:
    assert isinstance(Height().parse(reply), Problem)


@pytest.mark.parametrize(
    ("reply", "kg"),
    [
        ("80", 80.0), ("80 kg", 80.0), ("80kg", 80.0), ("80,5", 80.5), ("80.5 kilos", 80.5),
        ("eighty", 80.0),
        ("176 lb", 79.83225712), ("176 lbs", 79.83225712), ("176 pounds", 79.83225712),
        ("11 st 4", 71.66759446), ("11 stone 4", 71.66759446), ("11st4", 71.66759446),
        ("11 st 4 lb", 71.66759446), ("11 st", 69.85322498), ("160 kg", 160.0),
    ],
)  # fmt: skip
def test_weights(reply: str, kg: float) -> None:
    assert Weight().parse(reply) == kg


@pytest.mark.parametrize(
    "reply", ["176", "12,5", "80-85", "11 st 20", "heavy", "80 cm", "5000 kg"]
)
def test_unclear_weights_are_asked_again(reply: str) -> None:
    assert isinstance(Weight().parse(reply), Problem)


@settings(deadline=None)
@given(st.integers(70, 660))
def test_pounds_are_read_back_as_they_were_given(lb: int) -> None:
    kg = Weight().parse(f"{lb} lb")
    assert isinstance(kg, float)
    assert pounds(kg) == lb
    assert Weight().takes(kg)


@settings(deadline=None)
@given(st.integers(4, 6), st.integers(0, 11))
def test_feet_and_inches_are_read_back_as_they_were_given(ft: int, inches: int) -> None:
    cm = Height().parse(f"{ft}'{inches}")
    assert isinstance(cm, float)
    assert feet(cm) == (ft, inches)


def test_measures_are_said_in_both_systems() -> None:
    assert english(Height().say(180.34)) == "180.3 cm (5 ft 11 in)"
    assert english(Weight().say(80.0)) == "80 kg (176 lb)"
    assert english(Weight().say(71.66759446)) == "71.7 kg (158 lb)"


def test_amounts_keep_the_word_behind_each_number() -> None:
    assert amounts("11 stone and 4 pounds") == ((Fraction(11), "stone"), (Fraction(4), "pounds"))
    assert total(((Fraction(2), "weeks"),), {"week": 7}) == 14


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_text_gives_an_answer_in_range_or_a_problem(reply: str) -> None:
    kinds: tuple[Number | Scale | Height | Weight, ...] = (
        AGE,
        TRAINED,
        EFFORT,
        REPS,
        Height(),
        Weight(),
    )
    for kind in kinds:
        told: Answer | Problem = kind.parse(reply)
        assert isinstance(told, Problem) or kind.takes(told)
