"""Looks through a gym's roster, a reminder's list, or all there is, for whoever asked."""

import logging
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import TypeVar

import msgspec

from bot.ports import Store
from flows.codec import read_state
from flows.effects import Pick, Survey
from flows.gym import Gym, heads
from flows.news import Surveyed
from flows.people import PersonId, StateId, kind_of
from flows.reach import Recipient
from flows.reminded import Picked
from flows.running import Inspected
from flows.ties import Member

log = logging.getLogger(__name__)

_member = msgspec.json.Decoder(Member)
_recipient = msgspec.json.Decoder(Recipient)


async def survey(store: Store, asked: Survey) -> Surveyed:
    """Read the members of a roster, in the order of their keys, and who runs the gym."""
    rows = await store.roster(asked.gym)
    members = tuple(_read(dict(sorted(rows.items())), _member))
    ran_by = _heads((await store.load(asked.gym)).document)
    return Surveyed(members=members, heads=ran_by, by=asked.by, view=asked.view)


def _heads(document: bytes | None) -> tuple[PersonId, ...]:
    gym = None if document is None else read_state(document)
    return heads(gym) if isinstance(gym, Gym) else ()


async def picked(store: Store, state: StateId, wanted: Pick) -> Picked:
    """Find the next of a reminder's list, in the order of their keys."""
    rows = await store.roster(state)
    fitting = (
        one
        for one in _read(dict(sorted(rows.items())), _recipient)
        if one.result is wanted.result and one.zone not in wanted.but
    )
    return Picked(recipients=tuple(islice(fitting, wanted.most)))


async def inspected(store: Store) -> Inspected:
    """Count the states by their kind, and what waits beside this very errand."""
    kinds = Counter([kind_of(state) async for state in store.states()])
    waiting = await store.waiting() - 1
    return Inspected(
        states=tuple(sorted(kinds.items())), waiting=waiting, dangers=await store.dangers()
    )


R = TypeVar("R")


def _read(rows: dict[str, bytes], decoder: "msgspec.json.Decoder[R]") -> Iterator[R]:
    for key, row in rows.items():
        try:
            yield decoder.decode(row)
        except msgspec.DecodeError:
            log.warning("unreadable row key=%s", key)
