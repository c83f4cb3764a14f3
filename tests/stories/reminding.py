"""Gina reminds the members of her gym, and what reached whom is counted."""

import asyncio
from collections.abc import Mapping
from typing import Any

import msgspec
from telegram.request import RequestData

from bot.outbound.transport import Transport
from flows.reach import Recipient
from tests.stories.crowd import gathered
from tests.stories.people import taps
from tests.stories.rig import Client, Rig

PREVIEW = ("Everybody", "Our template", "Count and preview ✓")
WITHIN = 30
WORDS = "a few taps"
"""Part of the template that everybody gets."""


class Held(Transport):
    """A way to Telegram that lets so many messages to members pass, and holds the rest."""

    def __init__(self, members: list[int], passing: int) -> None:
        super().__init__()
        self._members = set(members)
        self.passing = passing
        self.begun = 0
        self.opened = asyncio.Event()

    async def do_request(self, url: str, method: str, *args: Any, **how: Any) -> tuple[int, bytes]:
        data = how.get("request_data")
        if isinstance(data, RequestData) and self._held(data):
            await self.opened.wait()
        return await super().do_request(url, method, *args, **how)

    def _held(self, data: RequestData) -> bool:
        mail = data.parameters.get("chat_id") in self._members and "text" in data.parameters
        self.begun += mail
        return mail and self.begun > self.passing


async def gym(rig: Rig, members: int, zone: str = "UTC") -> list[int]:
    """Let Gina have a gym of so many, before any bot is there."""
    store = await rig.store()
    try:
        return await gathered(rig.town, store, members, zone)
    finally:
        await store.close()


async def previewed(rig: Rig) -> Client:
    """Let Gina come as far as the preview of a reminder to everybody."""
    gina = await rig.client("Gina")
    await gina.says("/remind")
    await taps(gina, *PREVIEW)
    return gina


def agrees(rig: Rig, gina: Client, label: str) -> None:
    """Tap a button of the reminder, and do not wait for all that follows."""
    message, data = gina.button(label)
    rig.town.tap(gina.id, message, data)


async def presses(rig: Rig, gina: Client, label: str) -> None:
    """Tap a button once it is there."""
    await rig.town.until(lambda: label in gina.buttons() or None, WITHIN)
    agrees(rig, gina, label)


async def reads(rig: Rig, gina: Client, words: str) -> None:
    """Wait until the newest message has these words."""
    await rig.town.until(lambda: gina.sees(words) or None)


def blocks_unheard(rig: Rig, who: int) -> None:
    """Let somebody block the bot, and Telegram say so only when it is written to."""
    census = rig.town.world.census
    census.block(census.person(who))


def got(rig: Rig, members: list[int], words: str = WORDS) -> list[int]:
    """Count for each member how often the reminder is in their chat."""
    return [
        sum(words in str(m.get("text", m.get("caption", ""))) for m in rig.town.messages(one))
        for one in members
    ]


async def results(rig: Rig) -> dict[int, str]:
    """Read from the store what became of each member's copy of the only reminder."""
    [only] = (await casts(rig)).values()
    return only


async def casts(rig: Rig) -> dict[str, dict[int, str]]:
    """Read from the store, for each reminder, what became of each member's copy."""
    store = await rig.store()
    try:
        known = [one async for one in store.states() if one.startswith("broadcast:")]
        return {one: _results(await store.roster(one)) for one in known}
    finally:
        await store.close()


def _results(rows: Mapping[str, bytes]) -> dict[int, str]:
    people = (msgspec.json.decode(row, type=Recipient) for row in rows.values())
    return {one.id: one.result.value for one in people}
