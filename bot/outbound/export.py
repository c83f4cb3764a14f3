"""Everything that is kept about one person, as one JSON file they can read."""

import msgspec

from bot.ports import Store
from flows.people import StateId


async def everything(store: Store, state: StateId) -> bytes:
    """Collect a state's document, its history and what was set aside."""
    loaded = await store.load(state)
    history = await store.history(state)
    parked = await store.parked(state)
    kept = {
        "document": _readable(loaded.document or b"null"),
        "history": [_readable(record) for record in history],
        "set_aside": [_readable(update) for update in parked],
    }
    return msgspec.json.format(msgspec.json.encode(kept), indent=2)


def _readable(stored: bytes) -> object:
    try:
        return msgspec.json.decode(stored)
    except msgspec.DecodeError:
        return stored.decode(errors="replace")
