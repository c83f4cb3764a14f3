"""Looks through a gym's roster for whoever asked."""

import logging
from collections.abc import Iterator

import msgspec

from bot.ports import Store
from flows.news import Surveyed
from flows.people import StateId
from flows.ties import Member

log = logging.getLogger(__name__)

_member = msgspec.json.Decoder(Member)


async def survey(store: Store, gym: StateId) -> Surveyed:
    """Read the members of a roster, in the order of their keys."""
    rows = await store.roster(gym)
    return Surveyed(members=tuple(_members(dict(sorted(rows.items())))))


def _members(rows: dict[str, bytes]) -> Iterator[Member]:
    for key, row in rows.items():
        try:
            yield _member.decode(row)
        except msgspec.DecodeError:
            log.warning("unreadable roster row key=%s", key)
