"""A typed reply means one option or none; nothing is guessed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.questions.answers import Draft, Option, Problem
from flows.questions.choices import Choices
from flows.questions.free import Words
from flows.questions.matching import distance, near, plain
from flows.questions.picks import Choice, YesNo, YesNoUnsure
from flows.words import T, english

GOALS = Choice(
    (
        Option("fat_loss", T("Lose fat"), ("slim",)),
        Option("controlled", T("Controlled")),
        Option("strength", T("Strength")),
        Option("stretching", T("Stretching")),
    )
)
PLACES = (
    Option("knee", T("Knee")),
    Option("back", T("Lower back"), ("back",)),
    Option("hip", T("Hip")),
)
SOME = Choices(PLACES)
MAYBE = Choices(PLACES, Option("none", T("None of these"), ("none",)))


@pytest.mark.parametrize(
    ("reply", "key"),
    [
        ("Lose fat", "fat_loss"), ("lose FAT!", "fat_loss"), ("lose fta", "fat_loss"),
        ("fat loss", "fat_loss"),
        ("slim", "fat_loss"), ("1", "fat_loss"), ("3", "strength"),
        ("strenght", "strength"),  # codespell:ignore
        ("lose", "fat_loss"),
        ("Fàt löss", "fat_loss"), ("stren", "strength"), ("stretchign", "stretching"),
        ("controled", "controlled"),  # codespell:ignore
    ],
)  # fmt: skip
def test_words_numbers_synonyms_and_typing_errors(reply: str, key: str) -> None:
    assert GOALS.parse(reply) == key


@pytest.mark.parametrize(
    "reply", ["uncontrolled", "5", "0", "x", "", "🙂", "str", "9" * 5000, "fa"]
)
def test_what_is_unknown_or_ambiguous_is_a_problem(reply: str) -> None:
    assert isinstance(GOALS.parse(reply), Problem)


def test_an_ambiguous_reply_names_what_it_could_be() -> None:
    told = GOALS.parse("str")
    assert isinstance(told, Problem)
    assert (
        english(told.text)
        == "That could be “Strength” or “Stretching”. Please tap the one you mean."
    )


@pytest.mark.parametrize(
    ("reply", "answer"),
    [
        ("yes", True), ("Y", True), ("Yes!", True), ("yes, a bit", True), ("yeah", True),
        ("1", True),
        ("no", False), ("NO.", False), ("nope", False), ("no, thanks", False), ("2", False),
        ("no - never", False),
        ("not at all", False),
    ],
)  # fmt: skip
def test_yes_and_no(reply: str, answer: bool) -> None:  # noqa: FBT001 - a column of the table
    assert YesNo().parse(reply) is answer


@pytest.mark.parametrize(
    "reply", ["no, but sometimes", "yes, no", "no, not sure", "maybe", "sore", "3"]
)
def test_an_unclear_yes_is_asked_again(reply: str) -> None:
    assert isinstance(YesNo().parse(reply), Problem)


@pytest.mark.parametrize(
    ("reply", "answer"),
    [("no idea", "unsure"), ("I don't know", "unsure"), ("no", "no"), ("yes, one", "yes")],
)
def test_not_sure_is_an_answer_where_it_is_offered(reply: str, answer: str) -> None:
    assert YesNoUnsure().parse(reply) == answer


@pytest.mark.parametrize(
    ("reply", "answer"),
    [
        ("knee", ("knee",)), ("hip and knee", ("knee", "hip")), ("1, 3", ("knee", "hip")),
        ("kneee; back", ("knee", "back")),
        ("lower back/hip", ("back", "hip")), ("knee, moon", None), ("", None), (",", None),
        ("none", None),
    ],
)  # fmt: skip
def test_several_can_be_typed(reply: str, answer: tuple[str, ...] | None) -> None:
    told = SOME.parse(reply)
    assert isinstance(told, Problem) if answer is None else told == answer


def test_none_of_these_excludes_the_others() -> None:
    assert MAYBE.parse("none of these") == ()
    assert MAYBE.parse("4") == ()
    assert isinstance(MAYBE.parse("knee, none"), Problem)


def test_ticking_counts_once_however_often_it_is_tapped() -> None:
    knee = SOME.tap(0, None)
    assert knee == Draft(("knee",))
    assert SOME.tap(0, ("knee",)) == knee
    assert SOME.tap(3, ("knee",)) == Draft(())
    assert SOME.tap(2, ("knee",)) == Draft(("knee", "hip"))


def test_done_needs_a_tick_unless_none_is_offered() -> None:
    assert isinstance(SOME.tap(6, None), Problem)
    assert SOME.tap(6, ("knee",)) == ("knee",)
    assert SOME.tap(7, None) is None
    assert MAYBE.tap(7, ("knee",)) == ()
    assert MAYBE.tap(8, None) is None


def test_several_are_read_back_as_a_list() -> None:
    assert english(SOME.say(("knee", "hip"))) == "Knee; Hip"
    assert english(MAYBE.say(())) == "None of these"
    assert english(SOME.say(())) == "none"


def test_done_is_shown_when_it_can_be_tapped() -> None:
    def labels(kind: Choices, chosen: tuple[str, ...] | None) -> list[str]:
        return [english(key.label) for row in kind.keys(chosen) for key in row]

    assert "Done ✓" in labels(SOME, None)
    assert "Done ✓" not in labels(MAYBE, None)
    assert "Done ✓" in labels(MAYBE, ("hip",))
    assert "☑ Hip" in labels(MAYBE, ("hip",))


def test_people_s_own_words_are_kept_as_they_are() -> None:
    words = Words(10, (Option("gym", T("My gym")),))
    assert words.parse("  <b>{x}  ") == "<b>{x}"
    assert isinstance(words.parse("   "), Problem)
    assert isinstance(words.parse("x" * 11), Problem)
    assert words.tap(0, None) == "My gym"
    assert words.tap(1, "mine") == "mine"
    assert words.tap(1, None) is None
    assert words.tap(2, "mine") is None
    assert len(words.keys("mine")) == 2
    assert Words(10).keys(None) == ()
    assert len(english(Words(500).say("x" * 500))) < 130
    assert english(words.say("{x}")) == "“{x}”"


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [("", "", 0), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("ab", "xy", 2)],
)
def test_distance(one: str, other: str, far: int) -> None:
    assert distance(one, other) == far
    assert distance(other, one) == far


@settings(deadline=None)
@given(st.text(max_size=12), st.text(max_size=12))
def test_near_is_symmetric_in_what_it_refuses(one: str, other: str) -> None:
    assert near(one, one)
    assert near(one, other) is False or distance(one, other) <= 2


@settings(deadline=None)
@given(st.text(max_size=30))
def test_plain_is_plain(reply: str) -> None:
    assert plain(plain(reply)) == plain(reply)
