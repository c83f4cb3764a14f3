"""What a reminder to many costs, with Telegram's limits switched on: `make bench`.

The real process at the sandbox: how near it comes to the pace it allows itself, how often Telegram
says that it is too fast, how long people who talk to it meanwhile wait for an answer, and how long
a pause and the end of it take to bite. MEMBERS says to how many.
"""

import asyncio
import os
import signal
import sys
import tempfile
import time
from pathlib import Path

from msgspec import Struct

from bot.outbound.pace import EVERY
from bot.sandbox.faults import Flood
from bot.sandbox.terms import Json, Refused
from bot.sandbox.town import Town
from bot.store.embedded import open_embedded
from tests.stories.crowd import gathered, midday

MEMBERS = int(os.environ.get("MEMBERS", "3000"))
TALKERS = 10
EACH = 2.0
ALLOWED = 1000 / EVERY
LEAST = 0.95
MOST_MS = 500.0
BITE = 2.0
PATIENCE = 600


class Watch(Flood):
    """Telegram's limits, and when what was let through or refused."""

    def __init__(self) -> None:
        super().__init__(time.time)
        self.as_telegram()
        self.passed: list[tuple[float, int]] = []
        self.members: set[int] = set()
        self.refused = 0

    def check(self, method: str, params: Json) -> None:
        try:
            super().check(method, params)
        except Refused:
            self.refused += 1
            raise
        if method.startswith(("send", "edit")):
            self.passed.append((time.monotonic(), int(params["chat_id"])))

    def mails(self) -> list[float]:
        """List when members were sent something."""
        return [at for at, chat in self.passed if chat in self.members]

    def pace(self) -> float:
        """Say how many a second left, to whomever, from the first mail to the last."""
        first, *_, last = self.mails()
        return (sum(first <= at <= last for at, _ in self.passed) - 1) / (last - first)


class Measured(Struct, frozen=True):
    """A run: sends a second, refusals, waits in ms, and seconds until a button has bitten."""

    pace: float
    refused: int
    waits: list[float]
    bites: dict[str, float]


def buttons(town: Town, person: int) -> dict[str, tuple[int, str]]:
    """List the buttons of a chat, the newest ones counting."""
    return {
        button["text"]: (message["message_id"], button.get("callback_data", ""))
        for message in town.messages(person)
        for row in message.get("reply_markup", {}).get("inline_keyboard", [])
        for button in row
    }


async def press(town: Town, person: int, label: str) -> None:
    """Tap a button once it is there."""
    message, data = await town.until(lambda: buttons(town, person).get(label), PATIENCE)
    town.tap(person, message, data)


async def reads(town: Town, person: int, words: str) -> None:
    """Wait until the newest message of a chat has these words."""

    def there() -> bool:
        return words in str(town.messages(person)[-1].get("text", ""))

    await town.until(lambda: there() or None, PATIENCE)


async def remind(town: Town, gina: int) -> None:
    town.say(gina, "/remind")
    for label in ("Everybody", "Our template", "Count and preview ✓", f"Send to {MEMBERS}"):
        await press(town, gina, label)


async def asks(town: Town, person: int) -> float:
    """Ask for something, and say how many ms the answer took."""
    began = time.monotonic()
    said = town.say(person, "/stairs")
    await town.bot_says(person, said["message_id"], PATIENCE)
    return 1000 * (time.monotonic() - began)


async def talk(town: Town, person: int, place: int, waits: list[float]) -> None:
    """Ask every other second, each at another moment."""
    await asyncio.sleep(EACH * place / TALKERS)
    while True:
        waits.append(await asks(town, person))
        await asyncio.sleep(max(0.0, EACH - waits[-1] / 1000))


async def measured(town: Town, watch: Watch, gina: int) -> Measured:
    """Run one to its end; pause another one, let it go on, and cancel it."""
    strangers = [town.add(f"Talker {number}").id for number in range(TALKERS)]
    waits: list[float] = []
    await asks(town, strangers[0])
    talking = [
        asyncio.create_task(talk(town, one, place, waits)) for place, one in enumerate(strangers)
    ]
    await remind(town, gina)
    await reads(town, gina, "Reminder done")
    pace = watch.pace()
    await remind(town, gina)
    await reads(town, gina, "sent: ")
    bites = {"a pause": await _bite(town, watch, gina, "Pause")}
    await press(town, gina, "Go on")
    await reads(town, gina, "On its way")
    bites["a cancel"] = await _bite(town, watch, gina, "Cancel")
    for task in talking:
        task.cancel()
    return Measured(pace, watch.refused, sorted(waits), bites)


async def _bite(town: Town, watch: Watch, gina: int, label: str) -> float:
    """Tap while it goes, and say how many seconds later the last of it was sent."""
    before = len(watch.mails())
    await town.until(lambda: len(watch.mails()) > before + ALLOWED or None, PATIENCE)
    tapped = time.monotonic()
    await press(town, gina, label)
    await asyncio.sleep(3 * BITE)
    return max(0.0, watch.mails()[-1] - tapped)


async def run(folder: Path) -> Measured:
    """Open a town with a gym, and let the bot live in it."""
    async with Town(folder / "town") as town:
        await town.serve()
        store = await open_embedded(folder / "data", town.token.partition(":")[0])
        watch = town.gate.flood = Watch()
        watch.members = set(await gathered(town, store, MEMBERS, midday()))
        await store.close()
        own = {"BOT_TOKEN": town.token, "BOT_API_URL": town.url, "LOG_LEVEL": "WARNING"}
        environ = {**os.environ, **own, "STAIRWISE_DATA": str(folder / "data")}
        life = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", env=environ
        )
        try:
            return await measured(town, watch, town.named("Gina").id)
        finally:
            life.send_signal(signal.SIGTERM)
            await life.wait()


def main() -> int:
    """Measure and tell; 1 when a bound is broken."""
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(run(Path(folder)))
    count, share = len(found.waits), found.pace / ALLOWED
    half, p99 = found.waits[count // 2], found.waits[int(count * 0.99)]
    told = (
        f"a reminder to {MEMBERS:,}: {found.pace:.1f} sends a second, {share:.1%} of the pace "
        f"allowed (at least {LEAST:.0%}); refused as too fast: {found.refused} (at most 0)\n"
        f"answers meanwhile: {count}, half within {half:.0f} ms, 99 of 100 within {p99:.0f} ms "
        f"(at most {MOST_MS:.0f})\n"
    )
    sys.stdout.write(told)
    for name, bite in found.bites.items():
        sys.stdout.write(f"{name} bites after {bite:.1f} s (at most {BITE:.0f})\n")
    slow = share < LEAST or p99 > MOST_MS or max(found.bites.values()) > BITE
    broken = slow or found.refused
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
