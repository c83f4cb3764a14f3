"""A partition's outbox in plain Python: what outbox.lua does, for the store in memory."""

from collections.abc import Iterable

from msgspec import Struct, field, structs

from bot.ports import Entry
from bot.store.terms import Owner


class Holder(Struct):
    """Who holds a lane, until when, and the number of the last entry it was told of."""

    owner: str
    grip: str
    until: int
    told: int = 0


class Taker(Struct, frozen=True):
    """On whose behalf a call is made, and when its leases run out."""

    owner: Owner
    now: int
    lease: int


class Lanes(Struct):
    """Entries in the order they came, with running numbers, and the holders of their lanes."""

    posted: dict[str, tuple[int, Entry]] = field(default_factory=dict)
    holders: dict[str, Holder] = field(default_factory=dict)
    count: int = 0

    def post(self, entry: Entry) -> None:
        if entry.id in self.posted:
            return
        self.count += 1
        self.posted[entry.id] = (self.count, structs.replace(entry, marked=False))

    def drop(self, name: str) -> bool:
        return self.posted.pop(name, None) is not None

    def held(self, lane: str, by: Taker) -> bool:
        holder = self.holders.get(lane)
        return holder is not None and holder.owner == by.owner.name

    def forget_told(self, lane: str, by: Taker) -> None:
        if self.held(lane, by):
            self.holders[lane].told = 0

    def mark(self, entry: Entry, by: Taker) -> bool:
        if entry.id not in self.posted or not self.held(entry.lane, by):
            return False
        number, stored = self.posted[entry.id]
        self.posted[entry.id] = (number, structs.replace(stored, marked=True))
        return True

    def renew(self, lane: str, by: Taker) -> None:
        if self.held(lane, by):
            self.holders[lane].until = by.now + by.lease

    def purge(self, owns: Iterable[tuple[str, str]]) -> None:
        ranges = tuple(owns)
        for name, (_, entry) in tuple(self.posted.items()):
            if any(start <= f"{entry.lane}\0" < end for start, end in ranges):
                self.drop(name)

    def hand(self, lanes: Iterable[str], by: Taker) -> tuple[Entry, ...]:
        """Take the lanes that can be had; return what the taker was not told of in each."""
        return tuple(entry for lane in dict.fromkeys(lanes) for entry in self._hand(lane, by))

    def claim(self, limit: int, by: Taker, *, anew: bool) -> tuple[Entry, ...]:
        """Take over so many lanes whose lease ran out; anew also all those of an earlier grip."""
        by_time = sorted(self.holders.items(), key=lambda item: (item[1].until, item[0]))
        mine = [lane for lane, holder in by_time if anew and _lost(holder, by)]
        free = [lane for lane, holder in by_time if holder.until <= by.now and lane not in mine]
        taken = [lane for lane, _ in by_time if lane in {*mine, *free[:limit]}]
        for lane in taken:
            del self.holders[lane]
        return self.hand(taken, by)

    def _hand(self, lane: str, by: Taker) -> list[Entry]:
        pending = [(number, entry) for number, entry in self.posted.values() if entry.lane == lane]
        if not pending:
            self.holders.pop(lane, None)
            return []
        holder = self._taken(lane, by)
        if holder is None:
            return []
        told, holder.told = holder.told, pending[-1][0]
        return [entry for number, entry in pending if number > told]

    def _taken(self, lane: str, by: Taker) -> Holder | None:
        holder = self.holders.get(lane)
        until = by.now + by.lease
        if holder and holder.owner != by.owner.name and holder.until > by.now:
            return None
        if not holder or (holder.owner, holder.grip) != (by.owner.name, by.owner.grip):
            holder = self.holders[lane] = Holder(by.owner.name, by.owner.grip, until)
        holder.until = until
        return holder


def _lost(holder: Holder, by: Taker) -> bool:
    return holder.owner == by.owner.name and holder.grip != by.owner.grip
