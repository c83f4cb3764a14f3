"""The town's clock: pushed from due timer to due timer, kept with the town."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

from bot.app import App
from bot.clock import PushableClock
from bot.sandbox.ledger import Ledger

TABLE, AHEAD = "clock", "ahead"


async def walk(app: App, clock: PushableClock, by: timedelta) -> None:
    """Let time pass, and let the bot do all that is due on the way when it is due."""
    there = clock.now() + by
    while (due := await app.next_due()) is not None and due <= there:
        _push(clock, due)
        await app.settled()
    _push(clock, there)
    await app.settled()


def keep(ledger: Ledger, clock: PushableClock) -> None:
    """Remember how far ahead of the real time the town is."""
    ledger.put(TABLE, AHEAD, (clock.now() - datetime.now(UTC)).total_seconds())


def restore(ledger: Ledger, clock: PushableClock) -> None:
    """Be as far ahead of the real time as the town was."""
    ahead = timedelta(seconds=ledger.table(TABLE).get(AHEAD, 0))
    _push(clock, datetime.now(UTC) + ahead)


def _push(clock: PushableClock, to: datetime) -> None:
    with suppress(ValueError):  # it is later than that already
        clock.push(to)
