"""Whom a reminder is for: by step, level, goal, trainer, language and silence."""

from datetime import date

import pytest
from msgspec.structs import replace

from flows.reach import Order, Segment, When, chosen
from flows.steps import Goal, Phase
from flows.ties import Member
from flows.words import T
from tests.flows.people import GINA, TOM, joins
from tests.flows.people import gym as opens
from tests.flows.talk.casts.gyms import TEMPLATE, busy, remind
from tests.flows.world import START, World

ONE = Member(
    id=1,
    name="Mia",
    membership="m",
    trainer=2,
    trainer_name="Tom Hardy",
    phase=Phase.STRENGTH_ENDURANCE,
    goal=Goal.MUSCLE,
    since="2026-02-10",
    zone="Europe/London",
    language="pt-br",
    last_checkin="2026-02-20",
)
TODAY = date(2026, 3, 2)
ANN = 9


def reaches(one: Member, order: Order) -> bool:
    return chosen((one,), order, START) == (one,)


@pytest.mark.parametrize(
    ("segment", "meant"),
    [
        (Segment(), True),
        (Segment(steps=(Phase.STRENGTH_ENDURANCE, Phase.MAXIMAL_STRENGTH)), True),
        (Segment(steps=(Phase.POWER,)), False),
        (Segment(goal=Goal.MUSCLE), True),
        (Segment(goal=Goal.HEALTH), False),
        (Segment(trainer="tom"), True),
        (Segment(trainer="ann"), False),
        (Segment(language="pt"), True),
        (Segment(language="p"), False),
        (Segment(silent=10), True),
        (Segment(silent=11), False),
        (Segment(week=3), True),
        (Segment(week=4), False),
        (Segment(goal=Goal.MUSCLE, language="en"), False),
    ],
)
def test_a_segment(segment: Segment, *, meant: bool) -> None:
    assert reaches(ONE, Order(segment=segment)) is meant


def test_who_opted_out_or_cannot_be_reached_is_never_chosen() -> None:
    assert not reaches(replace(ONE, reminders=False), Order())
    assert not reaches(replace(ONE, reachable=False), Order())


def test_who_is_on_no_step_gets_nothing_that_speaks_of_it() -> None:
    new = replace(ONE, phase=None, since="", last_checkin="", zone="")
    assert reaches(new, Order())
    assert reaches(new, Order(segment=Segment(silent=28)))
    assert not reaches(new, Order(text=T("Step {step}")))
    assert not reaches(new, Order(text=T("Week {week}")))
    assert not reaches(new, Order(segment=Segment(week=1)))
    assert not reaches(replace(ONE, since=""), Order(segment=Segment(week=1)))


def test_weeks_are_those_of_the_day_it_goes_out() -> None:
    later = When(day=date(2026, 3, 10), hour=9)
    assert reaches(ONE, Order(segment=Segment(week=5), when=later))


def narrowed(world: World, *labels: str) -> str:
    remind(world, *TEMPLATE, "Only some of them", *labels, "Count again ✓")
    return world.last(GINA).text


@pytest.mark.parametrize(
    ("labels", "says"),
    [
        (("Their goal", "Done", "General health"), "training for health. It would go to 2 now"),
        (("Their goal", "Done", "Strength"), "Nobody would get this"),
        (("Their language", "Done", "English"), "whose language is English. It would go to 2"),
        (("Long without", "Done", "Two weeks"), "check-in for 14 days or more. It would go to 2"),
        (("Nothing, all of them",), "For everybody in My gym. It would go to 2 now"),
    ],
)
def test_the_count_follows_what_narrows_it(labels: tuple[str, ...], says: str) -> None:
    assert says in narrowed(busy(), *labels)


def test_a_trainer_s_clients_are_found_by_a_part_of_the_name() -> None:
    world = busy()
    remind(world, *TEMPLATE, "Only some of them", "Their trainer", "Done")
    world.types(GINA, "to")
    world.taps(GINA, "Count again ✓")
    assert "with the trainer to. It would go to 2" in world.last(GINA).text


def test_a_level_is_all_its_steps() -> None:
    world = busy()
    remind(world, "Steps 2 to 4", "Our template", "Count and preview ✓")
    assert "Nobody would get this: everybody in My gym on the level of strength" in (
        world.last(GINA).text
    )
    assert not {"Send to 0", "Test to me"} & set(world.last(GINA).buttons)


def test_the_roster_knows_the_goal() -> None:
    world = busy()
    joins(world, 5, "client")
    [members] = [roster for roster in world.rosters.values() if roster]
    assert {one.goal for one in members.values()} == {Goal.HEALTH, None}


def test_only_the_owner_narrows_or_times_it() -> None:
    world = busy()
    remind(world, *TEMPLATE)
    code = world.last(GINA).buttons["Another time"]
    before = world.last(GINA).text
    opens(world, ANN)
    world.forges(ANN, code)
    for label in ("Once", "✓ Mon 9 Mar 2026", "12:00", "All right ✓"):
        world.taps(ANN, label)
    assert world.last(GINA).text == before
    assert "Send to 2" in world.last(GINA).buttons
    world.forges(TOM, code)
    assert "That is for the owner of a gym" in world.last(TOM).text


def test_nothing_is_sent_while_it_is_being_narrowed() -> None:
    world = busy()
    remind(world, *TEMPLATE, "Only some of them")
    send = next(
        data
        for one in world.screens[GINA]
        for label, data in one.buttons.items()
        if label.startswith("Send to")
    )
    world.forges(GINA, send)
    assert world.sees(GINA, "Nothing is sent yet")
    assert not world.sees(1, "a few taps")
    world.commands(GINA, "/cancel")
    world.forges(GINA, send)
    assert world.sees(1, "a few taps")
