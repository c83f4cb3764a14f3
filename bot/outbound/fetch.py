"""Reads a file that somebody sent: asks the Bot API where it lies, and downloads it."""

import logging

import msgspec
from msgspec import Struct

from bot.outbound.api import Api
from bot.outbound.outcomes import Away, Outcome, Sent, Unknown, Wait
from bot.outbound.sheet import sessions
from bot.ports import Store
from flows.effects import Fetch
from flows.news import Fetched
from flows.people import StateId

log = logging.getLogger(__name__)

TOO_BIG = "file is too big"


class _File(Struct, frozen=True):
    file_size: int = 0
    file_path: str = ""


class _Place(Struct, frozen=True):
    result: _File


_place = msgspec.json.Decoder(_Place)


class Fetcher:
    """Fetches files, and says what of a history is here already."""

    def __init__(self, api: Api, store: Store) -> None:
        self._api = api
        self._store = store

    async def fetch(self, wanted: Fetch, state: StateId) -> Fetched | None:
        """Read a file; None when it has to be tried again."""
        outcome, body = await self._api.ask("getFile", {"file_id": wanted.file})
        if _later(outcome):
            return None
        if not isinstance(outcome, Sent):
            log.warning("a file is not to be had ending=%s", type(outcome).__name__.lower())
            return Fetched(code=wanted.code, text=None, big=_says_big(outcome))
        return await self._read(wanted, _place.decode(body).result, state)

    async def _read(self, wanted: Fetch, file: _File, state: StateId) -> Fetched | None:
        if file.file_size > wanted.most:
            return Fetched(code=wanted.code, text=None, big=True)
        outcome, content = await self._api.download(file.file_path)
        if _later(outcome):
            return None
        if len(content) > wanted.most:
            return Fetched(code=wanted.code, text=None, big=True)
        text = _text(content) if isinstance(outcome, Sent) else None
        history = await self._store.history(state)
        known = tuple(one.key for one in sessions(history))
        return Fetched(code=wanted.code, text=text, known=known)


def _later(outcome: Outcome) -> bool:
    return isinstance(outcome, Away | Unknown | Wait)


def _says_big(outcome: Outcome) -> bool:
    return TOO_BIG in getattr(outcome, "description", "")


def _text(content: bytes) -> str | None:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
