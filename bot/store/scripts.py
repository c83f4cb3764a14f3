"""The Lua scripts, and what is handed to them and back: flat lists, bodies as they are."""

from collections.abc import Iterable, Sequence
from hashlib import sha1
from pathlib import Path
from secrets import token_hex
from typing import TypeAlias

from bot.ports import Ack, Change, Entry, Row, Timer
from bot.store.keys import own_lanes
from bot.store.terms import Terms, ms
from bot.turns import Toll

Word: TypeAlias = str | bytes | int
Words: TypeAlias = tuple[Word, ...]

_FOLDER = Path(__file__).parent
_NAMES = ("commit", "acknowledge", "claim", "renew", "mark", "ripe", "park", "turn")


def _source(name: str) -> str:
    return (_FOLDER / f"{name}.lua").read_text(encoding="utf-8")


SOURCES = {name: _source("outbox") + _source(name) for name in _NAMES}
# The server names a script by the SHA-1 of its text.
DIGESTS = {
    name: sha1(text.encode(), usedforsecurity=False).hexdigest() for name, text in SOURCES.items()
}


def of_change(change: Change, terms: Terms) -> Words:
    lanes = own_lanes(change.state) if change.wipe else ()
    return (
        *(change.state, change.event, token_hex(4), change.rev),
        *(int(change.wipe), int(change.document is not None), change.document or b""),
        *(ms(terms.seen), ms(terms.tombstone)),
        *_counted(lanes),
        *_counted(_of_timer(timer) for timer in change.timers),
        *_counted(_of_row(row) for row in change.rows),
        *_counted((body,) for body in change.history),
        *of_entries(change.entries),
    )


def of_ack(ack: Ack) -> Words:
    message = "" if ack.message is None else ack.message
    return (ack.entry.id, ack.entry.lane, ack.slot, message, *of_entries(ack.then))


def of_toll(toll: Toll, hold: int) -> Words:
    return (toll.every, toll.slack, hold, toll.slowest, toll.quiet)


def of_entries(entries: Iterable[Entry]) -> Words:
    return _counted(_of_entry(entry) for entry in entries)


def _of_entry(entry: Entry) -> Words:
    return entry.id, entry.lane, entry.body


def _of_timer(timer: Timer) -> Words:
    return timer.name, timer.due_ms, *_of_entry(timer.entry)


def _of_row(row: Row) -> Words:
    return row.key, row.rev, int(row.value is not None), row.value or b""


def _counted(parts: Iterable[Words]) -> Words:
    listed = list(parts)
    return len(listed), *(word for part in listed for word in part)


def entries(at: int, answer: Sequence[bytes | int]) -> tuple[Entry, ...]:
    """Read what a script handed out in a partition: id, lane, body, marked, and so on."""
    fours = zip(*(iter(answer),) * 4, strict=True)
    return tuple(
        Entry(_text(name), at, _text(lane), _bytes(body), marked == 1)
        for name, lane, body, marked in fours
    )


def _text(word: bytes | int) -> str:
    return _bytes(word).decode()


def _bytes(word: bytes | int) -> bytes:
    return word if isinstance(word, bytes) else str(word).encode()
