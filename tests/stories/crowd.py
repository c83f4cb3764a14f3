"""A gym of many, put into a store as if they had come one by one."""

import asyncio
from datetime import UTC, datetime

import msgspec

from bot.ports import Change, Row, Store
from bot.rulebook import book
from bot.runner import ruled
from bot.sandbox.people import Person as Resident
from bot.sandbox.town import Town
from bot.workers.retiming import SETTING
from flows import codec
from flows.gym import Gym
from flows.people import Role, gym_id, person_id
from flows.person import Person, Settings
from flows.ties import Member, Membership

GYM = "ironironir"
AT_ONCE = 100


async def gathered(town: Town, store: Store, count: int, zone: str = "UTC") -> list[int]:
    """Let Gina own a gym of so many members who live in a zone; gives their ids."""
    await store.set_setting(SETTING, ruled(book("")).timers)
    guests = [town.add(f"Guest {number}") for number in range(count)]
    for resident in (town.named("Gina"), *guests):
        town.world.census.start(resident)
    await _written(store, [_owner(town.named("Gina")), *(_guest(one, zone) for one in guests)])
    gym = Gym(code=GYM, name="Iron", owner=town.named("Gina").id, owner_name="Gina")
    rows = tuple(_row(one, zone) for one in guests)
    await store.commit(_change(gym_id(GYM), codec.write_state(gym), rows))
    return [one.id for one in guests]


def midday() -> str:
    """Name a zone where it is the middle of the day: nobody is skipped for the night."""
    return f"Etc/GMT{datetime.now(UTC).hour - 12:+d}"


def _owner(who: Resident) -> Person:
    owns = Membership(id="o", gym=GYM, gym_name="Iron", role=Role.OWNER)
    return Person(id=who.id, name=who.first_name, links=(owns,))


def _guest(who: Resident, zone: str) -> Person:
    tie = Membership(id=f"m{who.id}", gym=GYM, gym_name="Iron", role=Role.CLIENT)
    return Person(id=who.id, name=who.first_name, links=(tie,), settings=Settings(zone=zone))


def _row(who: Resident, zone: str) -> Row:
    member = Member(id=who.id, name=who.first_name, membership=f"m{who.id}", zone=zone)
    return Row(str(who.id), 1, msgspec.json.encode(member))


async def _written(store: Store, people: list[Person]) -> None:
    for begin in range(0, len(people), AT_ONCE):
        some = people[begin : begin + AT_ONCE]
        changes = (_change(person_id(one.id), codec.write_state(one)) for one in some)
        await asyncio.gather(*(store.commit(change) for change in changes))


def _change(state: str, document: bytes, rows: tuple[Row, ...] = ()) -> Change:
    return Change(state=state, event="seed", rev=0, document=document, rows=rows)
