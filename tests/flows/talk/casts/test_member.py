"""A reminder at a member's: the night is everybody's, and what was sent can be deleted."""

from datetime import timedelta

from msgspec.structs import replace

from flows.effects import Decision, Recall
from flows.events import Told
from flows.person import Person
from flows.phases.office import Reminders
from flows.reminded import Recalled, Reminded
from flows.talk.casts import member
from flows.words import T
from tests.flows.people import GINA, MIA
from tests.flows.policy import DEFAULT
from tests.flows.talk.casts.gyms import TEMPLATE, busy, crowd, remind, writes
from tests.flows.world import World

SHORT = replace(DEFAULT.reminders, days=1)


def gets(
    person: Person, cast: str, world: World, hours: float, limits: Reminders
) -> Decision[Person]:
    news = Reminded(broadcast=cast, gym=person.links[0].gym, gym_name="g", text=T("A"))
    at = world.now + timedelta(hours=hours)
    event = Told(id=cast, at=at, salt="s", source=cast, rev=1, news=news)
    return member.reminded(person, news, event, limits)


def test_who_is_on_no_step_is_not_woken_either() -> None:
    world = crowd(1)
    world.sleeps(hours=13)
    remind(world, *TEMPLATE)
    assert "For 1 of them it is night there now" in world.last(GINA).text
    world.taps(GINA, "Send to 1")
    assert "skipped, it was night where they are: 1" in world.last(GINA).text


def test_who_lost_their_step_is_told_apart_from_who_sleeps() -> None:
    world = busy()
    world.sleeps(hours=13)
    writes(world, "Step {step}")
    world.states[f"person:{MIA}"] = replace(world.person(MIA), client=None)
    world.taps(GINA, "Send to 2")
    assert "skipped, on no step: 1" in world.last(GINA).text
    assert "skipped, it was night where they are: 1" in world.last(GINA).text


def test_what_counts_no_more_can_still_be_deleted() -> None:
    world = busy()
    first = gets(world.person(MIA), "broadcast:a", world, 0, SHORT).state
    both = gets(first, "broadcast:b", world, 47, SHORT).state
    assert [one.place for one in both.mails] == [0, 1]
    [gone] = member.recalled(both, Recalled(broadcast="broadcast:a")).effects
    assert gone == Recall(slot="mail:0", receipt="broadcast:a")
    later = gets(both, "broadcast:c", world, 48, SHORT).state
    assert [one.broadcast for one in later.mails] == ["broadcast:b", "broadcast:c"]


def test_what_is_only_kept_to_be_deleted_does_not_count() -> None:
    world = busy()
    person = world.person(MIA)
    for number in range(SHORT.most):
        person = gets(person, f"broadcast:{number}", world, 0, SHORT).state
    assert gets(person, "broadcast:x", world, 23, SHORT).state == person
    assert len(gets(person, "broadcast:x", world, 24, SHORT).state.mails) == SHORT.most + 1
