"""Whoever writes while the store is full is told so, once in a while."""

from datetime import UTC, datetime, timedelta

from bot.clock import PushableClock
from bot.ingest.fullness import AGAIN_AFTER, REMEMBERED, Fullness
from flows.effects import Say
from flows.people import StateId

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)


class Ears:
    """Hears what is sent, and to whom."""

    def __init__(self) -> None:
        self.heard: list[StateId] = []

    async def send(self, _: Say, state: StateId) -> None:
        self.heard.append(state)


async def test_a_person_is_told_once_until_some_time_has_passed() -> None:
    ears, clock = Ears(), PushableClock(NOW)
    fullness = Fullness(ears.send, clock)
    await fullness.tell(7)
    await fullness.tell(7)
    await fullness.tell(8)
    assert ears.heard == ["person:7", "person:8"]
    clock.push(NOW + AGAIN_AFTER + timedelta(minutes=1))
    await fullness.tell(7)
    assert ears.heard[2:] == ["person:7"]


async def test_it_remembers_no_more_people_than_it_has_to() -> None:
    ears = Ears()
    fullness = Fullness(ears.send, PushableClock(NOW))
    for person in range(REMEMBERED + 1):
        await fullness.tell(person)
    await fullness.tell(0)
    assert ears.heard.count("person:0") == 2
