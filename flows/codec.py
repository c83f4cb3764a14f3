"""States and effects as bytes and back, with a schema number on every stored document."""

from collections import Counter
from datetime import datetime

import msgspec

from flows.broadcast import Broadcast
from flows.decide import State
from flows.effects import Effect, Record
from flows.people import StateId

SCHEMA = 3
"""Raised, with a step that brings older documents up to date, when a stored shape changes.

2 only added fields that have a value when they are left out: documents of 1 need no step. With 3
a reminder keeps what was ordered apart from how it goes, and whom it is for beside the document.
"""

Fields = dict[str, object]


class NewerSchema(Exception):  # noqa: N818 - says what it is
    """A document was written by a newer Stairwise than this one."""


class _Document(msgspec.Struct, frozen=True):
    schema: int
    state: State


class _Schema(msgspec.Struct, frozen=True):
    schema: int


class _Fields(msgspec.Struct, frozen=True):
    state: Fields


class _Course2(msgspec.Struct, frozen=True):
    waiting: tuple[tuple[int, str], ...] = ()
    out: tuple[int, ...] = ()
    results: tuple[tuple[str, int], ...] = ()


class Posted(msgspec.Struct, frozen=True, kw_only=True):
    """An effect in the outbox: what to do, for which state at which revision, decided when."""

    effect: Effect
    state: StateId
    rev: int
    at: datetime


class PostedTimer(msgspec.Struct, frozen=True, kw_only=True):
    """A timer in the outbox: whom to wake, by which name, and when it was meant to be."""

    state: StateId
    name: str
    due: datetime


_schema = msgspec.json.Decoder(_Schema)
_fields = msgspec.json.Decoder(_Fields)
_document = msgspec.json.Decoder(_Document)
_posted = msgspec.json.Decoder(Posted)
_timer = msgspec.json.Decoder(PostedTimer)


def write_state(state: State) -> bytes:
    """Encode a state as its stored document."""
    return msgspec.json.encode(_Document(SCHEMA, state))


def read_state(document: bytes) -> State:
    """Decode a stored document; raises NewerSchema, or msgspec.DecodeError when it is none."""
    schema = _schema.decode(document).schema
    if schema > SCHEMA:
        raise NewerSchema("this data was written by a newer Stairwise: start that one")
    if schema < 3 and (old := _fields.decode(document)).state["type"] == "broadcast":
        return msgspec.convert(_broadcast_of_2(old.state), Broadcast)
    return _document.decode(document).state


def _broadcast_of_2(old: Fields) -> Fields:
    """Bring a reminder up to date; of whom it was still to be sent to it is not known."""
    phase = old.get("phase")
    ordered: Fields = {
        name: old[name] for name in ("gym", "gym_name", "owner", "text") if name in old
    }
    order: Fields = {**ordered, "segment": {"steps": [] if phase is None else [phase]}}
    told = msgspec.convert(old, _Course2)
    unknown = [person for person, _ in told.waiting]
    counts = Counter(dict(told.results))
    counts["unknown"] += len(unknown)
    results = [(name, count) for name, count in counts.items() if count]
    total = counts.total() + len(told.out)
    course: Fields = {"out": told.out, "unknown": unknown, "results": results, "total": total}
    return {**old, "order": order, "course": {**course, "heard": old.get("heard")}}


def write_posted(posted: Posted | PostedTimer) -> bytes:
    """Encode an outbox entry's body."""
    return msgspec.json.encode(posted)


def read_posted(body: bytes) -> Posted:
    """Decode the body of an entry that holds an effect."""
    return _posted.decode(body)


def read_timer(body: bytes) -> PostedTimer:
    """Decode the body of an entry that holds a timer."""
    return _timer.decode(body)


def write_record(record: Record) -> bytes:
    """Encode a history entry."""
    return msgspec.json.encode(record)


def shape() -> bytes:
    """Describe what a stored document looks like today, as JSON Schema."""
    return msgspec.json.encode(msgspec.json.schema(_Document), order="sorted")
