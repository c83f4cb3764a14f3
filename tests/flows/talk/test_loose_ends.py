"""Conversations that must not hang: a yes, a clearance, a check-in told late, an old offer."""

from datetime import timedelta

from flows.desk import Desk
from flows.gym import Gym
from flows.person import Client
from flows.phases.outcome import Outcome
from flows.steps import Phase
from tests.flows.people import (
    GINA,
    GOOD_WEEK,
    HEALTH,
    INTAKE,
    MIA,
    MOVEMENT,
    TOM,
    WELCOME,
    answers,
    assessed,
    follows,
    forces,
    gym,
    joins,
    week,
)
from tests.flows.world import World

HURT = (*GOOD_WEEK[:8], "4", "Knee", "Done", "None of these", "No", "Send ✓")


def trained() -> World:
    world = World()
    gym(world)
    joins(world, TOM, "trainer")
    joins(world, MIA, "client")
    return world


def client(world: World) -> Client:
    found = world.person(MIA).client
    assert found is not None
    return found


def note_clearance(world: World) -> None:
    world.taps(TOM, "Clearance seen")
    answers(world, TOM, ("A doctor", "Today", "No limit", "Note it ✓"))


def test_each_of_two_items_can_be_cleared() -> None:
    world = trained()
    two = ("No", "Yes", "Yes", *HEALTH[3:])
    answers(world, MIA, (*WELCOME, *INTAKE, *two, *MOVEMENT))
    note_clearance(world)
    assert client(world).position.phase is None
    assert "still has something to be cleared" in world.last(TOM).text
    note_clearance(world)
    assert client(world).position.phase is Phase.STABILIZATION_ENDURANCE


def test_a_clearance_of_somebody_who_left_is_not_noted_and_that_is_said() -> None:
    world = trained()
    answers(world, MIA, (*WELCOME, *INTAKE, "No", "Yes", *HEALTH[2:], *MOVEMENT))
    world.taps(TOM, "Clearance seen")
    world.commands(MIA, "/forget")
    world.taps(MIA, "Yes, delete everything")
    answers(world, TOM, ("A doctor", "Today", "No limit", "Note it ✓"))
    assert "nothing was noted" in world.last(TOM).text


def test_a_trainer_is_told_whose_you_it_is() -> None:
    world = trained()
    assessed(world)
    assert "Mia reads:</i>\nYou start on step 1" in world.last(TOM).text.replace("<b>", "")


def test_seen_leaves_what_can_be_cleared() -> None:
    world = trained()
    answers(world, MIA, (*WELCOME, *INTAKE, "No", "Yes", *HEALTH[2:], *MOVEMENT))
    world.taps(TOM, "Seen")
    shown = next(one for one in world.screens[TOM] if "must not train" in one.text)
    assert "It stays here until it is cleared" in shown.text
    assert "Seen" not in shown.buttons
    note_clearance(world)
    assert client(world).position.phase is Phase.STABILIZATION_ENDURANCE


def test_a_goal_changed_ends_the_wait_for_a_yes() -> None:
    world = trained()
    assessed(world, intake=("Get strong", *INTAKE[1:]))
    for _ in range(2):
        week(world)
    assert client(world).pending is not None
    yes = next(one.buttons["Approve"] for one in world.screens[TOM] if "Approve" in one.buttons)
    world.commands(MIA, "/settings")
    answers(world, MIA, ("Goal", "General health", "Save ✓"))
    assert client(world).pending is None
    assert world.sees(TOM, "they chose another goal")
    world.forges(TOM, yes)
    assert client(world).position.phase is Phase.STABILIZATION_ENDURANCE
    world.commands(MIA, "/why")
    assert "your new goal (health)" in world.last(MIA).text


def test_a_yes_counts_after_a_second_movement_check() -> None:
    world = trained()
    assessed(world)
    for _ in range(2):
        week(world)
    world.forges(MIA, "m|movement")
    answers(world, MIA, MOVEMENT)
    asking = [one for one in world.screens[TOM] if "Approve" in one.buttons]
    assert len(asking) == 1
    world.taps(TOM, "Approve")
    assert client(world).position.phase is Phase.STRENGTH_ENDURANCE


def test_a_check_in_told_late_does_not_skip_the_next() -> None:
    for late in range(6):
        world = World()
        assessed(world)
        due = client(world).calendar.next
        while world.now.date() <= due:
            world.sleeps(hours=6)
        world.sleeps(days=late)
        answers(world, MIA, GOOD_WEEK)
        assert client(world).calendar.next == due + timedelta(days=7), late


def test_a_round_that_ends_in_a_missed_week_is_told() -> None:
    world = World()
    assessed(world)
    while client(world).position.phase is not Phase.STRENGTH_ENDURANCE:
        week(world)
    for _ in range(3):
        week(world)
    shown = len(world.screens[MIA])
    world.sleeps(days=16)
    assert client(world).position.phase is Phase.STABILIZATION_ENDURANCE
    assert any("A new round begins" in one.text for one in world.screens[MIA][shown:])


def test_the_same_step_is_no_move() -> None:
    world = trained()
    assessed(world)
    week(world)
    entered = client(world).entered
    world.taps(TOM, "Another step")
    assert not any("stabilization" in label for label in world.last(TOM).buttons)
    forces(world, 1)
    assert world.sees(TOM, "Not possible")
    assert client(world).entered == entered


def test_an_offer_is_answered_by_its_own_button_only() -> None:
    eve = 4
    world = World()
    gym(world)
    gym(world, eve)
    joins(world, TOM, "trainer")
    links = []
    for owner in (eve, GINA):
        world.commands(owner, "/gym")
        world.taps(owner, "Invite a client")
        links.append(world.link(owner))
    world.commands(MIA, f"/start {links[0]}")
    first = world.last(MIA).buttons["I agree"]
    world.commands(MIA, f"/start {links[1]}")
    world.forges(MIA, first)
    assert world.person(MIA).links == ()
    assert "open its link again" in world.last(MIA).text
    world.forges(MIA, first.replace("yes", "no"))
    world.taps(MIA, "I agree")
    assert [one.gym for one in world.person(MIA).links] == [links[1][:10]]


def test_what_somebody_adds_reaches_the_trainer() -> None:
    world = trained()
    assessed(world)
    week(world, told=HURT)
    assert "It hurts here: knee." in world.last(TOM).text


def test_why_says_what_holds_now() -> None:
    world = World()
    assessed(world)
    week(world)
    world.commands(MIA, "/unwell")
    answers(world, MIA, ("Dizzy", "Done", "No, it is gone"))
    world.commands(MIA, "/why")
    assert "Clearance pending: dizziness" in world.last(MIA).text
    world.taps(MIA, "Settle")
    world.taps(MIA, "Yes, I declare it")
    world.commands(MIA, "/why")
    assert "Cleared: welcome back" in world.last(MIA).text


def test_nobody_waits_for_a_trainer_who_left() -> None:
    world = trained()
    assessed(world)
    for _ in range(2):
        week(world)
    assert client(world).pending is not None
    verdict = client(world).verdict
    assert verdict is not None
    assert verdict.verdict is Outcome.UP
    world.commands(TOM, "/unlink")
    world.taps(TOM, "Leave")
    assert client(world).pending is None


def test_a_check_in_put_aside_comes_back_when_it_is_asked_for() -> None:
    world = World()
    assessed(world)
    due = client(world).calendar.next
    while world.now.date() <= due:
        world.sleeps(hours=6)
    world.commands(MIA, "/settings")
    world.commands(MIA, "/checkin")
    assert "sessions" in world.last(MIA).text
    world.commands(MIA, "/cancel")
    now = world.person(MIA).open
    assert now is not None
    assert now.run.form == "settings"


def two_gyms_of_one_name() -> World:
    """Let Tom train Mia in one gym, and somebody else in another one with the same name."""
    world = World()
    for owner, member in ((GINA, MIA), (4, 5)):
        gym(world, owner)
        joins(world, TOM, "trainer", owner)
        joins(world, member, "client", owner)
    return world


def test_leaving_one_gym_keeps_the_clients_of_another_one_with_its_name() -> None:
    world = two_gyms_of_one_name()
    world.commands(TOM, "/unlink")
    world.taps(TOM, "Leave")
    desk = world.state(f"desk:{TOM}")
    assert isinstance(desk, Desk)
    assert len(desk.clients) == 1


def test_a_second_link_of_the_same_gym_costs_a_trainer_no_client() -> None:
    world = trained()
    follows(world, TOM, "trainer")
    assert "already" in world.last(TOM).text
    desk = world.state(f"desk:{TOM}")
    assert isinstance(desk, Desk)
    assert [one.id for one in desk.clients] == [MIA]
    assert len(world.person(TOM).links) == 1
    world.commands(TOM, "/unlink")
    world.taps(TOM, "Leave")
    state = world.state(f"gym:{world.person(GINA).links[0].gym}")
    assert isinstance(state, Gym)
    assert state.trainers == ()


def test_a_client_who_leaves_is_one_message_and_blanks_the_rest() -> None:
    world = trained()
    assessed(world)
    for _ in range(2):
        week(world, told=HURT)
    while any("Seen" in one.buttons for one in world.screens[TOM]):
        world.taps(TOM, "Seen")
    before = len(world.screens[TOM])
    world.commands(MIA, "/unlink")
    world.taps(MIA, "Leave")
    assert len(world.screens[TOM]) == before + 1
    assert not any("Pain of 4" in one.text for one in world.screens[TOM])


def test_the_desk_hears_of_a_client_on_the_way_of_the_pings() -> None:
    world = World()
    assessed(world)
    gym(world)
    joins(world, TOM, "trainer")
    joins(world, MIA, "client")
    assert world.sees(TOM, "is your client now")
    assert world.sees(TOM, "Mia finished the assessment")
