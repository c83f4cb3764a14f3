"""Who got a reminder, as a table for a spreadsheet: names are those of the roster today."""

import csv
import io
import logging
from collections.abc import Iterator

import msgspec

from bot.outbound.sheet import plain
from bot.ports import Store
from flows.effects import Roll
from flows.reach import Recipient
from flows.ties import Member

log = logging.getLogger(__name__)

COLUMNS = ("member", "name", "result")

_recipient = msgspec.json.Decoder(Recipient)
_member = msgspec.json.Decoder(Member)


async def roll(store: Store, wanted: Roll) -> bytes:
    """Write a line a member; who left the gym has no name any more."""
    people = await store.roster(wanted.broadcast)
    names = await store.roster(wanted.gym)
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_lines(people, names))
    return table.getvalue().encode("utf-8-sig")


def _lines(
    people: dict[str, bytes], names: dict[str, bytes]
) -> Iterator[tuple[int | str, str, str]]:
    for key, row in sorted(people.items()):
        try:
            one = _recipient.decode(row)
            name = _member.decode(names[key]).name if key in names else ""
        except msgspec.DecodeError:
            log.warning("an unreadable row key=%s", key)
        else:
            yield one.id, plain(name), one.result.value
