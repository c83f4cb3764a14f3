"""People of mixed roles tap and type at random: everybody is answered, every time."""

import random
import time

import pytest

from bot.sandbox.people import GROUP
from tests.stories.people import judged, staffed
from tests.stories.rig import Client, Rig

STEPS = 500
WITHIN = 1.0
COMMANDS = (
    "/start", "/help", "/checkin", "/stairs", "/why", "/plan", "/unwell", "/pause", "/settings",
    "/privacy", "/export", "/cancel", "/gym", "/remind", "/unlink", "/nonsense", "/start abc",
)  # fmt: skip
TEXTS = (
    "yes", "no", "35", "80 kilo", "5'11", "done", "back", "skip", "why", "😀", "x" * 4096,
    "<b>&{x}</b>", "I feel faint", "{bot}", "ok", "12,5", "None of these", "\u202eabc", "/",
)  # fmt: skip
FORGED = ("q|aaaaaa|age|1", "p|x|approve", "g|x|client", "b|x|send", "m|begin", "u|x", "junk", "é")

pytestmark = [pytest.mark.slow, pytest.mark.timeout(170)]


class Walk:
    """One random walk through the town."""

    def __init__(self, rig: Rig, people: tuple[Client, ...], seed: int) -> None:
        self.rig = rig
        self.people = people
        self.chance = random.Random(seed)
        self.old: list[tuple[Client, int, str]] = []

    async def step(self) -> None:
        who = self.chance.choice(self.people)
        act = self.chance.choice((self.taps, self.taps, self.taps, self.types, self.forges))
        await act(who)

    async def taps(self, who: Client) -> None:
        """Tap a button of the newest message that has any; now and then twice."""
        boards = who.boards()
        if not boards:
            await self.types(who)
            return
        message, buttons = boards[0]
        data = self.chance.choice(buttons)
        if data.startswith("f|yes"):
            return
        self.old.append((who, message, data))
        for _ in range(self.chance.choice((1, 1, 1, 2))):
            await self.tapped(who, message, data)

    async def forges(self, who: Client) -> None:
        """Tap an old button, or one that never was."""
        if self.old and self.chance.random() < 0.5:
            who, message, data = self.chance.choice(self.old)
        else:
            message, data = 1, self.chance.choice(FORGED)
        if who.messages:
            await self.tapped(
                who, who.messages[0]["message_id"] if message == 1 else message, data
            )

    async def tapped(self, who: Client, message: int, data: str) -> None:
        began = time.monotonic()
        answer = await who.forges(message, data)
        assert answer is not None, f"{data} was not answered"
        assert time.monotonic() - began < WITHIN + 1, f"{data} was answered too late"

    async def types(self, who: Client) -> None:
        """Write something, edit it, send something strange, or let time pass."""
        before = self.seen(who)
        match self.chance.randrange(6):
            case 0:
                await who.says(self.chance.choice(COMMANDS))
            case 1:
                mine = [m for m in who.messages if not m["from"]["is_bot"] and "text" in m]
                if not mine:
                    return
                self.rig.town.edit(
                    who.id,
                    self.chance.choice(mine)["message_id"],
                    f"changed {self.chance.random()}",
                )
            case 2:
                await self.rig.sleeps(hours=self.chance.choice((1, 30, 180)))
                return
            case _:
                await who.says(self.chance.choice(TEXTS))
        await self.rig.settled()
        assert self.seen(who) != before, "nobody answered"

    def seen(self, who: Client) -> list[str]:
        return [f"{m['message_id']} {m.get('text')} {m.get('document')}" for m in who.messages
                if m["from"]["is_bot"]]  # fmt: skip


@pytest.mark.parametrize("seed", [1, 20_261, 77_003])
async def test_everybody_is_answered_every_time(town: Rig, seed: int) -> None:
    print("seed", seed)  # noqa: T201 - to walk the same way again
    people = await staffed(town)
    walk = Walk(town, people, seed)
    for _ in range(STEPS):
        await walk.step()
    assert [one for one in judged(town) if one["error_code"] != 400] == []
    refused = {str(one["description"]) for one in judged(town)}
    assert {
        one for one in refused if "not modified" not in one and "not found" not in one
    } == set()
    assert town.town.messages(GROUP) == []
