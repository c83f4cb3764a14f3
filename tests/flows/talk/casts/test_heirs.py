"""Who runs a gym no more reminds nobody there; what belongs to the gym goes on without them."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from flows.broadcast import Stage
from flows.news import Surveyed
from flows.people import Role
from flows.reach import CastAct, Result
from flows.reminded import Delivered
from tests.flows.people import GINA, MIA, joins
from tests.flows.talk.casts.gyms import EVE, TEMPLATE, busy, cast_of, remind, zoned
from tests.flows.talk.casts.test_times import ONCE, WEEKLY, at, heard
from tests.flows.world import Message, World

MAX = 7


def managed(*labels: str) -> World:
    """Let a manager remind."""
    world = busy()
    joins(world, MAX, "manager")
    world.commands(MAX, "/remind")
    for label in labels:
        world.taps(MAX, label)
    return world


def leaves(world: World, who: int = MAX) -> None:
    link = world.person(who).links[0]
    world.forges(who, f"u|{link.id}")
    assert link not in world.person(who).links


def preview(world: World) -> Message:
    """Find the one message of the newest reminder."""
    slot = f"broadcast:{cast_of(world).code}"
    return next(one for one in world.screens[MAX] if one.slot == slot)


def has_another(world: World) -> None:
    """Let the manager run a gym of their own as well."""
    world.commands(MAX, "/gym new")
    world.types(MAX, "Other")


def forgets(world: World) -> None:
    world.commands(MAX, "/forget")
    world.taps(MAX, "Yes, delete everything")


def dismissed(world: World) -> None:
    world.commands(GINA, "/gym")
    world.taps(GINA, "End somebody's place")
    world.taps(GINA, "(manager)")


def closed(world: World) -> None:
    leaves(world, GINA)


GOES = (leaves, forgets, dismissed, closed)


@pytest.mark.parametrize("goes", GOES, ids=lambda one: one.__name__)
@pytest.mark.parametrize("labels", [(*WEEKLY, "Switch it on"), (*ONCE, "Send to 2")])
def test_what_has_not_gone_out_does_not(
    goes: Callable[[World], None], labels: tuple[str, ...]
) -> None:
    world = managed(*labels)
    goes(world)
    seen = len(world.screens[MAX])
    at(world, 17, 13)
    assert (heard(world, MIA), heard(world, EVE)) == (0, 0)
    assert len(world.screens[MAX]) == seen
    told = sum("does not run My gym any more" in one.text for one in world.screens[GINA])
    assert told == (goes is not closed)
    assert all(one.course.ended for one in [cast_of(world)])


def test_those_who_run_the_gym_still_read_which_one_ended() -> None:
    world = managed(*WEEKLY, "Switch it on")
    joins(world, 8, "manager")
    leaves(world)
    at(world, 10, 9)
    for head in (GINA, 8):
        assert "for everybody in My gym, every Monday at 12:00" in world.last(head).text
        assert "a few taps" in world.last(head).text


def test_what_waits_for_a_later_zone_is_cancelled_and_the_owner_reads_the_report() -> None:
    world = managed()
    zoned(world, EVE, "America/New_York")
    for label in (*ONCE, "Send to 2"):
        world.taps(MAX, label)
    at(world, 9, 13)
    assert heard(world, MIA) == 1
    leaves(world)
    at(world, 9, 18)
    assert heard(world, EVE) == 0
    assert (
        "<b>Cancelled</b>, for everybody in My gym.\nsent: 1\nnever sent: 1"
        in world.last(GINA).text
    )
    assert world.last(GINA).buttons.keys() == {"Who got it, as a file", "Delete it again"}
    world.taps(GINA, "Delete it again")
    world.taps(GINA, "Yes, delete it")
    assert heard(world, MIA) == 0


def test_who_left_may_still_end_what_they_began() -> None:
    world = managed(*WEEKLY, "Switch it on")
    leaves(world)
    world.taps(MAX, "Switch it off")
    assert cast_of(world).stage is Stage.DROPPED


@pytest.mark.parametrize("act", [CastAct.SEND, CastAct.TEST])
def test_a_preview_of_who_left_is_dropped(act: CastAct) -> None:
    world = managed(*TEMPLATE)
    has_another(world)
    leaves(world)
    world.forges(MAX, f"b|{cast_of(world).code}|{act}")
    assert "That is for the owner" in preview(world).text
    assert preview(world).buttons == {}
    assert cast_of(world).stage is Stage.DROPPED
    assert not world.sees(GINA, "does not run My gym")


def test_a_preview_is_not_counted_anew_for_who_left() -> None:
    world = managed(*TEMPLATE, "Another time", *ONCE[-4:-1])
    leaves(world)
    world.taps(MAX, "All right ✓")
    assert "That is for the owner" in preview(world).text
    assert cast_of(world).stage is Stage.DROPPED


def test_what_who_left_paused_goes_on_for_nobody() -> None:
    world = managed(*ONCE, "Send to 2", "Pause")
    has_another(world)
    leaves(world)
    world.taps(MAX, "Go on")
    assert cast_of(world).stage is Stage.DONE
    assert "never sent: 2" in world.last(GINA).text


def test_who_left_reads_no_names_any_more() -> None:
    world = managed()
    world.lost.add(MIA)
    for label in (*TEMPLATE, "Send to 2"):
        world.taps(MAX, label)
    assert world.sees(MAX, "Not known: Mia")
    has_another(world)
    leaves(world)
    world.forges(MAX, f"b|{cast_of(world).code}|report")
    assert not world.sees(MAX, "Not known: Mia")
    assert world.sees(MAX, "That is for the owner")
    world.tells(f"broadcast:{cast_of(world).code}", Delivered(member=MIA, result=Result.SENT))
    assert "sent: 2" in world.last(GINA).text


def test_one_that_ends_after_its_owner_left_reports_to_the_gym_s() -> None:
    world = managed(*TEMPLATE, "Send to 2")
    cast = cast_of(world)
    course = replace(cast.course, out=(MIA,), results=(("sent", 1),), ended=None)
    world.states[f"broadcast:{cast.code}"] = replace(cast, course=course, stage=Stage.SENDING)
    leaves(world)
    seen = len(world.screens[MAX])
    world.tells(f"broadcast:{cast.code}", Delivered(member=MIA, result=Result.SENT))
    assert "Reminder done" in world.last(GINA).text
    assert not any("Reminder done" in one.text for one in world.screens[MAX][seen:])


def test_the_reminders_of_a_step_go_on_and_report_to_the_owner() -> None:
    world = busy()
    joins(world, MAX, "manager")
    gym_code = next(one.gym for one in world.person(MAX).links if one.role is Role.MANAGER)
    zoned(world, EVE, "America/New_York")
    world.forges(MAX, f"g|{gym_code}|phase1")
    at(world, 4, 11)
    leaves(world)
    seen = len(world.screens[MAX])
    world.sleeps(days=9)
    assert sum("Slow and steady" in one.text for one in world.screens[MIA]) == 1
    assert sum("Slow and steady" in one.text for one in world.screens[EVE]) == 1
    assert len(world.screens[MAX]) == seen
    assert world.sees(GINA, "Reminder done")


def test_a_running_one_of_a_gym_that_is_gone_ends_without_a_word() -> None:
    world = busy()
    zoned(world, EVE, "America/New_York")
    remind(world, *ONCE, "Send to 2")
    at(world, 9, 13)
    cast = cast_of(world)
    leaves(world, GINA)
    seen = [one.text for one in world.screens[GINA]]
    at(world, 9, 18)
    assert cast_of(world).stage is Stage.DROPPED
    world.tells(f"broadcast:{cast.code}", Delivered(member=EVE, result=Result.SENT))
    assert [one.text for one in world.screens[GINA]] == seen
    world.sleeps(days=31)
    assert f"broadcast:{cast.code}" not in world.states


@pytest.mark.parametrize("stage", [Stage.RECALLING, Stage.DONE, Stage.DROPPED])
def test_what_is_over_stays_as_it_was_when_the_gym_is_gone(stage: Stage) -> None:
    world = managed(*TEMPLATE, "Send to 2")
    cast = replace(cast_of(world), stage=stage)
    world.states[f"broadcast:{cast.code}"] = cast
    world.tells(f"broadcast:{cast.code}", Surveyed(members=()))
    assert cast_of(world) == cast


def test_an_hour_that_was_cancelled_meanwhile_begins_nothing() -> None:
    world = managed(*ONCE, "Send to 2", "Cancel")
    cast = cast_of(world)
    world.tells(f"broadcast:{cast.code}", Surveyed(members=(), heads=(MAX,), view="zone:UTC"))
    assert cast_of(world) == cast
