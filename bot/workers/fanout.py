"""Looks through a gym's roster, or a reminder's list, for whoever asked."""

import logging
from collections.abc import Iterator
from itertools import islice
from typing import TypeVar

import msgspec

from bot.ports import Store
from flows.effects import Pick, Survey
from flows.news import Surveyed
from flows.people import StateId
from flows.reach import Recipient
from flows.reminded import Picked
from flows.ties import Member

log = logging.getLogger(__name__)

_member = msgspec.json.Decoder(Member)
_recipient = msgspec.json.Decoder(Recipient)


async def survey(store: Store, asked: Survey) -> Surveyed:
    """Read the members of a roster, in the order of their keys."""
    rows = await store.roster(asked.gym)
    members = tuple(_read(dict(sorted(rows.items())), _member))
    return Surveyed(members=members, about=asked.about)


async def picked(store: Store, state: StateId, wanted: Pick) -> Picked:
    """Find the next of a reminder's list, in the order of their keys."""
    rows = await store.roster(state)
    fitting = (
        one
        for one in _read(dict(sorted(rows.items())), _recipient)
        if one.result is wanted.result and one.zone not in wanted.but
    )
    return Picked(recipients=tuple(islice(fitting, wanted.most)))


R = TypeVar("R")


def _read(rows: dict[str, bytes], decoder: "msgspec.json.Decoder[R]") -> Iterator[R]:
    for key, row in rows.items():
        try:
            yield decoder.decode(row)
        except msgspec.DecodeError:
            log.warning("unreadable row key=%s", key)
