"""What the bot says of itself in Telegram's own places: said once, and again when it changes."""

import hashlib
import logging

import msgspec

from bot.outbound.api import Api
from bot.outbound.outcomes import Sent
from bot.outbound.render import Parameters, Renderer
from bot.ports import Store, StoreFull
from flows.words import T

log = logging.getLogger(__name__)

SETTING = "profile"

DESCRIPTION = T(
    "I walk you up the five steps of strength training, one check-in a week. "
    "I am not a doctor, and I do not belong to NASM."
)
ABOUT = T("A training coach: five steps, one check-in a week.")
COMMANDS = (
    ("start", T("begin, or go on where we were")),
    ("help", T("what I can do")),
    ("privacy", T("who sees what")),
)


async def introduce(api: Api, store: Store, renderer: Renderer) -> None:
    """Tell Telegram the profile, unless it knows it already: it does not like to be told often."""
    requests = _requests(renderer)
    digest = hashlib.sha256(msgspec.json.encode(requests)).hexdigest()
    if await store.setting(SETTING) == digest:
        return
    outcomes = [await api.call(method, parameters) for method, parameters in requests]
    if all(isinstance(outcome, Sent) for outcome in outcomes):
        await _remember(store, digest)
    else:
        log.warning("the profile is not all told: %s", outcomes)


async def _remember(store: Store, digest: str) -> None:
    try:
        await store.set_setting(SETTING, digest)
    except StoreFull:
        log.warning("the store has no room: the profile is told again at the next start")


def _requests(renderer: Renderer) -> tuple[tuple[str, Parameters], ...]:
    return (
        ("setMyDescription", {"description": renderer.note(DESCRIPTION)}),
        ("setMyShortDescription", {"short_description": renderer.note(ABOUT)}),
        ("setMyCommands", {"commands": renderer.menu(COMMANDS)}),
    )
