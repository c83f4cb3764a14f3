"""States and effects as bytes and back, with a schema number on every stored document."""

from datetime import datetime

import msgspec

from flows.decide import State
from flows.effects import Effect, Record
from flows.people import StateId

SCHEMA = 2
"""Raised, with a step that brings older documents up to date, when a stored shape changes.

2 only added fields that have a value when they are left out: documents of 1 need no step.
"""


class NewerSchema(Exception):  # noqa: N818 - says what it is
    """A document was written by a newer Stairwise than this one."""


class _Document(msgspec.Struct, frozen=True):
    schema: int
    state: State


class _Schema(msgspec.Struct, frozen=True):
    schema: int


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
_document = msgspec.json.Decoder(_Document)
_posted = msgspec.json.Decoder(Posted)
_timer = msgspec.json.Decoder(PostedTimer)


def write_state(state: State) -> bytes:
    """Encode a state as its stored document."""
    return msgspec.json.encode(_Document(SCHEMA, state))


def read_state(document: bytes) -> State:
    """Decode a stored document; raises NewerSchema, or msgspec.DecodeError when it is none."""
    if _schema.decode(document).schema > SCHEMA:
        raise NewerSchema("this data was written by a newer Stairwise: start that one")
    return _document.decode(document).state


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
