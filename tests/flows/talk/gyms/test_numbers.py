"""A gym's numbers: what is counted, what is hidden, and how it reads."""

from datetime import UTC, date, datetime, timedelta

import pytest

from flows.phases.office import GymView
from flows.steps import Phase
from flows.talk.gyms.numbers import Group, Look, look, numbers, stuck
from flows.ties import Checked, Member
from flows.words import english
from tests.flows.people import GINA, GOOD_WEEK, MIA, TOM, answers, assessed, gym, joins, week
from tests.flows.world import World

ONE, TWO, THREE = Phase(1), Phase(2), Phase(3)
TODAY = date(2026, 4, 1)
SEEN = look(datetime(2026, 4, 1, 12, tzinfo=UTC), GymView(small=5, days=28), 6)


def ago(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


def member(
    number: int,
    phase: Phase | None = ONE,
    days: int = 10,
    **more: object,
) -> Member:
    base = Member(id=number, name=f"P{number}", membership=f"m{number}", phase=phase)
    rest = {"since": ago(days) if phase else "", **more}
    return type(base)(**{name: getattr(base, name) for name in base.__struct_fields__} | rest)


def crowd(*sizes: tuple[Phase | None, int]) -> tuple[Member, ...]:
    people = [phase for phase, size in sizes for _ in range(size)]
    return tuple(member(number, phase) for number, phase in enumerate(people))


@pytest.mark.parametrize(
    ("sizes", "hidden"),
    [
        ({ONE: 5}, set()),
        ({ONE: 12, TWO: 5}, set()),
        ({ONE: 12, TWO: 4, THREE: 6}, {TWO, THREE}),
        ({ONE: 12, TWO: 2, THREE: 3}, {TWO, THREE}),
        ({ONE: 12, TWO: 1, THREE: 1}, {ONE, TWO, THREE}),
        ({ONE: 12, TWO: 4, None: 6}, {TWO, None}),
        ({ONE: 4}, {ONE}),
        ({ONE: 3, TWO: 9}, {ONE, TWO}),
    ],
)
def test_small_groups_and_what_would_give_them_away_are_hidden(
    sizes: dict[Phase | None, int], hidden: set[Phase | None]
) -> None:
    told = numbers(crowd(*sizes.items()), SEEN)
    assert {group.phase for group in told.steps if group.hidden} == hidden
    assert told.whole.members == sum(sizes.values())


@pytest.mark.parametrize("first", range(1, 8))
@pytest.mark.parametrize("second", range(1, 8))
@pytest.mark.parametrize("third", range(8))
def test_what_is_hidden_is_never_what_is_left_of_all(first: int, second: int, third: int) -> None:
    people = crowd((ONE, first), (TWO, second), (None, third))
    hidden = [group.members for group in numbers(people, SEEN).steps if group.hidden]
    assert sum(hidden) == 0 or sum(hidden) >= 5 or sum(hidden) == len(people)
    assert len(hidden) != 1 or len(numbers(people, SEEN).steps) == 1


def test_a_hidden_group_has_no_numbers() -> None:
    busy = member(1, weeks=(Checked(day=ago(2), sessions=3),), moved=ago(3))
    (group,) = numbers((busy,), SEEN).steps
    blank = Group(phase=ONE, members=1, weeks=None, stuck=0, moved=0, told=0, asked=0, sessions=0)
    assert group.hidden
    assert [getattr(group, name) for name in group.__struct_fields__[:-1]] == [
        getattr(blank, name) for name in blank.__struct_fields__[:-1]
    ]


def test_the_days_before_count_and_no_older_ones() -> None:
    told = (
        Checked(day=ago(29), sessions=7),
        Checked(day=ago(28), sessions=5),
        Checked(day=ago(27), sessions=3),
        Checked(day=ago(14)),
        Checked(day=ago(0), sessions=0),
    )
    people = (
        member(1, days=70, weeks=told),
        member(2, TWO, days=27, moved=ago(27)),
        member(3, TWO, days=28, moved=ago(28)),
        member(4, days=42),
        member(5, days=43),
    )
    whole = numbers(people, SEEN).whole
    assert (whole.told, whole.asked, whole.sessions) == (2, 3, 3)
    assert whole.moved == 1
    assert whole.stuck == 2
    assert whole.weeks == 6.0
    assert [(one.id, weeks) for one, weeks in stuck(people, SEEN)] == [(1, 10), (5, 6)]


def test_nobody_is_stuck_on_no_step() -> None:
    assert stuck((member(1, None), member(2, since="")), SEEN) == ()


def test_a_step_that_nobody_was_asked_on_has_no_share() -> None:
    group = numbers(crowd((ONE, 5)), SEEN).whole
    assert (group.told, group.asked) == (0, 0)


def test_a_look_is_of_a_day_of_utc() -> None:
    assert Look(TODAY, GymView(small=5, days=28), 6) == SEEN


def staffed(clients: int) -> World:
    world = World()
    gym(world)
    joins(world, TOM, "trainer")
    for who in range(10, 10 + clients):
        joins(world, who, "client")
        assessed(world, who)
    return world


def test_the_numbers_of_a_gym_are_shown_and_sent_as_a_table() -> None:
    world = staffed(5)
    week(world, 10)
    for who in range(11, 14):
        answers(world, who, GOOD_WEEK)
    world.sleeps(days=8)
    world.commands(GINA, "/gym")
    world.taps(GINA, "Numbers")
    told = world.last(GINA).text
    assert "Members: 5" in told
    assert "Step 1, stabilization endurance: 5" in told
    assert "check-ins told: 4 of 5 (80 %)" in told
    assert "sessions told in check-ins: 12" in told
    assert "P10" not in told
    world.taps(GINA, "As a table")
    ((table,),) = world.tables.values()
    assert [row[0] for row in table.rows] == ["step", "1", "all"]
    step, whole = table.rows[1:]
    assert step[1] == "stabilization endurance"
    assert step[2:] == whole[2:]
    assert whole[2] == "5"
    assert whole[-3:] == ("4", "5", "12")
    assert len({len(row) for row in table.rows}) == 1


def test_of_a_small_gym_there_are_no_numbers() -> None:
    world = staffed(3)
    world.commands(GINA, "/gym")
    world.taps(GINA, "Numbers")
    assert "There are numbers from 5 members on." in world.last(GINA).text
    assert "As a table" not in world.last(GINA).buttons
    code = world.person(GINA).links[0].gym
    world.forges(GINA, f"g|{code}|table")
    ((table,),) = world.tables.values()
    hidden = ("1", "stabilization endurance", "not shown")
    assert table.rows[1:] == (hidden, ("all", "", "not shown"))
    assert "Mia" not in english(table.caption)


def test_who_is_long_on_a_step_is_named_to_those_who_run_the_gym() -> None:
    world = staffed(1)
    joins(world, MIA, "client")
    world.sleeps(days=50)
    world.commands(GINA, "/gym")
    world.taps(GINA, "Numbers")
    assert "Longer than 6 weeks on their step:" in world.last(GINA).text
    assert "P10, step 1: 7 weeks" in world.last(GINA).text
    assert "Mia" not in world.last(GINA).text


def test_a_long_list_of_names_ends() -> None:
    world = staffed(25)
    joins(world, MIA, "client")
    world.sleeps(days=50)
    world.commands(GINA, "/gym")
    world.taps(GINA, "Numbers")
    told = world.last(GINA).text
    assert "and 5 more" in told
    assert "No step now: not shown" in told
    assert "nor is one that would give them away" in told


def test_where_no_check_in_was_due_there_is_no_share() -> None:
    world = staffed(5)
    world.commands(GINA, "/gym")
    world.taps(GINA, "Numbers")
    assert "check-ins: none was due" in world.last(GINA).text
