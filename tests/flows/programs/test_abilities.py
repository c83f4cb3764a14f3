"""Results beside the last ones, in words, and which tests somebody may do."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from flows.phases.profile import Condition, Profile
from flows.programs.abilities import Ability, Result, compared, kept, latest, parse
from flows.programs.table import TableError
from flows.programs.trials import FORBIDS, trials
from flows.programs.weights import IMPERIAL, METRIC
from flows.steps import Phase
from flows.words import english
from tests.flows.book import BOOK, read

DAY = date(2026, 3, 2)
SOUND = Profile(age=30, conditions=(), beta_blocker=False, fell_last_year=False)


def result(ability: Ability, value: float, weeks: int = 0, lift: str = "") -> Result:
    return Result(ability=ability, on=DAY + timedelta(weeks=weeks), value=value, lift=lift)


def said(old: tuple[Result, ...], *new: Result) -> list[str]:
    return [english(one) for one in compared(old, new, BOOK.abilities, METRIC)]


@pytest.mark.parametrize(
    ("ability", "before", "now", "told"),
    [
        (Ability.BALANCE_LEFT, 30, 34, "On your left leg: 34 seconds, 4 longer than 6 weeks ago."),
        (
            Ability.BALANCE_RIGHT,
            30,
            29,
            "On your right leg: 29 seconds, about the same as 6 weeks",
        ),
        (Ability.CORE, 60, 45, "Plank: 45 seconds, 15 shorter than 6 weeks ago."),
        (Ability.AEROBIC, 110, 98, "Pulse after the step test: 98 beats, 12 calmer than 6 weeks"),
        (Ability.FLEXIBILITY, 4, 3, "Squat and reach: 3 points of deviation, 1 fewer than"),
        (Ability.ENDURANCE, 20, 21, "Push-ups in 60 seconds: 21, 1 more than 6 weeks ago."),
        (Ability.POWER, 150, 152, "Long jump: 152 cm, about the same as 6 weeks ago."),
    ],
)
def test_a_result_is_said_beside_the_last(
    ability: Ability, before: float, now: float, told: str
) -> None:
    (line,) = said((result(ability, before),), result(ability, now, weeks=6))
    assert line.startswith(told)


@pytest.mark.parametrize(
    ("days", "ago"), [(2, "than a few days ago"), (8, "than a week ago"), (20, "than 3 weeks ago")]
)
def test_how_long_ago_is_said_in_weeks(days: int, ago: str) -> None:
    new = replace(result(Ability.CORE, 60), on=DAY + timedelta(days=days))
    assert ago in said((result(Ability.CORE, 30),), new)[0]


def test_only_the_same_lift_is_held_against_a_lift() -> None:
    old = (result(Ability.STRENGTH, 100, lift="squat"), result(Ability.STRENGTH, 60, lift="row"))
    (squat,) = said(old, result(Ability.STRENGTH, 107.5, weeks=6, lift="squat"))
    assert squat == "Estimated one-rep maximum (squat): 107.5 kg, 7.5 kg more than 6 weeks ago."
    (pounds,) = compared(
        old,
        (result(Ability.STRENGTH, 107.5, weeks=6, lift="squat"),),
        BOOK.abilities,
        IMPERIAL,
    )
    assert english(pounds) == (
        "Estimated one-rep maximum (squat): 237 lb, 16.5 lb more than 6 weeks ago."
    )
    (press,) = said(old, result(Ability.STRENGTH, 70, weeks=6, lift="bench_press"))
    assert "(bench press): 70 kg. Your first mark" in press


def test_the_last_six_of_each_measure_are_kept() -> None:
    plank = tuple(result(Ability.CORE, week, weeks=week) for week in range(8))
    jump = (result(Ability.POWER, 150),)
    left = kept((*jump, *plank))
    assert left == (*jump, *plank[2:])
    assert latest(left, Ability.CORE) == plank[-1]
    assert latest(left, Ability.AEROBIC) is None


def test_a_table_without_one_ability_is_refused() -> None:
    short = "\n".join(read("abilities.csv").splitlines()[:-1])
    with pytest.raises(TableError, match="the abilities have to be"):
        parse(short)


def may(who: Profile, *, phase: int = 2, hurts: bool = False) -> set[str]:
    found = trials(who, Phase(phase), BOOK.policy, hurts=hurts)
    assert set(found) == set(FORBIDS)
    return {test for test, allowed in found.items() if allowed}


ALL = set(FORBIDS)


@pytest.mark.parametrize(
    ("change", "left_out"),
    [
        ({}, set()),
        ({"age": 16}, {"may_lift"}),
        ({"age": None}, {"may_lift"}),
        ({"beta_blocker": True}, {"may_step"}),
        ({"beta_blocker": None}, {"may_step"}),
        ({"fell_last_year": True}, {"may_jump", "may_hurry", "may_step"}),
        ({"fell_last_year": None}, {"may_jump", "may_hurry", "may_step"}),
        ({"conditions": None}, ALL),
        ({"conditions": (Condition.CORONARY,)}, ALL),
        ({"conditions": (Condition.CANCER,)}, ALL),
        ({"conditions": (Condition.PREGNANCY,), "pregnancy_week": 20}, ALL),
        (
            {"conditions": (Condition.PREGNANCY,), "pregnancy_week": 8},
            {"may_jump", "may_lift", "may_step"},
        ),
        ({"conditions": (Condition.HYPERTENSION,)}, {"may_hold", "may_push", "may_lift"}),
        ({"conditions": (Condition.ARTHRITIS,)}, {"may_jump", "may_hurry", "may_lift"}),
    ],
)
def test_a_test_is_left_out_where_a_limit_forbids_it(
    change: dict[str, object], left_out: set[str]
) -> None:
    assert may(replace(SOUND, **change)) == ALL - left_out


def test_pain_leaves_all_of_them_out_and_the_first_step_the_jump() -> None:
    assert may(SOUND, hurts=True) == set()
    assert may(SOUND, phase=1) == ALL - {"may_jump"}
