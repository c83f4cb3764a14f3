"""The town's clock goes from due timer to due timer, and is kept with the town."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

from bot.app import App
from bot.clock import PushableClock
from bot.sandbox.ledger import Ledger
from bot.sandbox.walk import keep, restore, walk

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Bot:
    """Has timers, and notes when it was let do them."""

    def __init__(self, clock: PushableClock, *due: datetime) -> None:
        self.clock = clock
        self.due = list(due)
        self.seen: list[datetime] = []

    async def next_due(self) -> datetime | None:
        return self.due[0] if self.due else None

    async def settled(self) -> None:
        self.seen.append(self.clock.now())
        self.due = [due for due in self.due if due > self.clock.now()]


async def test_every_timer_on_the_way_is_due_when_it_is_due() -> None:
    clock = PushableClock(NOON)
    bot = Bot(clock, NOON - HOUR, NOON + HOUR, NOON + 2 * HOUR, NOON + 9 * HOUR)
    await walk(cast("App", bot), clock, 3 * HOUR)
    assert [round((seen - NOON) / HOUR) for seen in bot.seen] == [0, 1, 2, 3]
    assert bot.due == [NOON + 9 * HOUR]


def test_the_clock_is_kept_with_the_town(tmp_path: Path) -> None:
    ledger, clock = Ledger(tmp_path / "town"), PushableClock()
    clock.push(clock.now() + timedelta(days=9))
    keep(ledger, clock)
    restore(Ledger(tmp_path / "town"), later := PushableClock())
    assert abs(later.now() - clock.now()) < timedelta(seconds=5)


def test_a_new_town_lives_now(tmp_path: Path) -> None:
    ledger, clock = Ledger(tmp_path / "town"), PushableClock()
    restore(ledger, clock)
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)
