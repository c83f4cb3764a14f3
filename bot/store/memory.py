"""The store in this process's memory: for tests, and gone with the process."""

import time
from collections.abc import AsyncIterator, Callable
from itertools import islice

from bot.ports import Ack, Change, Conflict, Entry, Loaded, Outcome, Row
from bot.store.keys import PARTITIONS, beside, own_lanes, partition, together
from bot.store.lanes import Lanes, Taker
from bot.store.place import NEVER, Kept, Place
from bot.store.terms import Owner, Terms, ms
from bot.turns import Toll
from flows.words import Text

SEEN_AT_MOST = 128


def _clock() -> int:
    return time.time_ns() // 1_000_000


class MemoryStore:
    """`bot.ports.Store` in a Place. `now` is the place's own time, in ms."""

    def __init__(
        self,
        place: Place | None = None,
        owner: Owner | None = None,
        terms: Terms | None = None,
        now: Callable[[], int] = _clock,
    ) -> None:
        self._place = place or Place()
        self._owner = owner or Owner()
        self._terms = terms or Terms()
        self._now = now
        self._swept = ""

    async def load(self, state: str) -> Loaded:
        kept = self._kept(state)
        return Loaded(kept.document, kept.rev, kept.forgotten)

    async def commit(self, change: Change) -> Outcome:
        together(change)
        kept, lanes = self._kept(change.state), self._lanes(change.state)
        if change.event in kept.seen:
            return Outcome(fresh=False, entries=self._again(lanes, kept.seen[change.event]))
        if kept.rev != change.rev:
            raise Conflict(change.state)
        if change.wipe:
            self._wipe(change.state)
        self._put(change)
        for entry in change.entries:
            lanes.post(entry)
        self._remember(change)
        posted = (entry.lane for entry in change.entries)
        return Outcome(fresh=True, entries=lanes.hand(posted, self._taker()))

    async def mark(self, entry: Entry) -> bool:
        return self._place.lanes[entry.partition].mark(entry, self._taker())

    async def acknowledge(self, ack: Ack) -> tuple[Entry, ...]:
        for entry in (ack.entry, *ack.then):
            beside(entry, partition(ack.state))
        lanes = self._lanes(ack.state)
        if lanes.drop(ack.entry.id):
            self._point(ack)
            for entry in ack.then:
                lanes.post(entry)
        touched = (entry.lane for entry in (ack.entry, *ack.then))
        return lanes.hand(touched, self._taker())

    async def claim(self, limit: int) -> tuple[Entry, ...]:
        anew = self._swept != self._owner.grip
        self._swept = self._owner.grip
        by = self._taker()
        claimed = (lanes.claim(limit, by, anew=anew) for lanes in self._place.lanes)
        return tuple(entry for entries in claimed for entry in entries)

    async def renew(self, entries: tuple[Entry, ...]) -> None:
        for entry in entries:
            self._place.lanes[entry.partition].renew(entry.lane, self._taker())

    async def ripe(self, now_ms: int, limit: int) -> tuple[Entry, ...]:
        return tuple(entry for at in range(PARTITIONS) for entry in self._ripe(at, now_ms, limit))

    async def waiting(self) -> int:
        return sum(len(lanes.posted) for lanes in self._place.lanes)

    async def next_timer(self) -> int | None:
        kept = self._place.kept.values()
        return min((t.due_ms for one in kept for t in one.timers.values()), default=None)

    async def slot(self, state: str, slot: str) -> int | None:
        return self._kept(state).slots.get(slot)

    async def roster(self, state: str) -> dict[str, bytes]:
        rows = (row for row, _ in self._kept(state).rows.values())
        return {row.key: row.value for row in rows if row.value is not None}

    async def history(self, state: str) -> list[bytes]:
        return list(self._kept(state).history)

    async def states(self) -> AsyncIterator[str]:
        for state, kept in tuple(self._place.kept.items()):
            if kept.document is not None:
                yield state

    async def park(self, state: str, update: str, body: bytes, error: str) -> None:
        self._kept(state).parked.setdefault(update, (body, error))

    async def parked(self, state: str) -> list[bytes]:
        return [body for body, _ in self._kept(state).parked.values()]

    async def turn(self, toll: Toll, hold: int = 0) -> float:
        turns, now = self._place.turns, self._now()
        return turns.hold(hold, toll, now) if hold else turns.take(toll, now)

    async def setting(self, name: str) -> str | None:
        return self._place.settings.get(name)

    async def set_setting(self, name: str, value: str) -> None:
        self._place.settings[name] = value

    async def dangers(self) -> tuple[Text, ...]:
        return ()

    async def close(self) -> None: ...

    def _taker(self) -> Taker:
        return Taker(self._owner, self._now(), ms(self._terms.lease))

    def _lanes(self, state: str) -> Lanes:
        return self._place.lanes[partition(state)]

    def _kept(self, state: str) -> Kept:
        kept, now = self._place.kept[state], self._now()
        if kept.until <= now:
            kept.rev, kept.forgotten, kept.until = 0, False, NEVER
        if kept.seen_until <= now:
            kept.seen = {}
        return kept

    def _again(self, lanes: Lanes, names: tuple[str, ...]) -> tuple[Entry, ...]:
        waiting = [lanes.posted[name][1].lane for name in names if name in lanes.posted]
        for lane in waiting:
            lanes.forget_told(lane, self._taker())
        return lanes.hand(waiting, self._taker())

    def _wipe(self, state: str) -> None:
        kept = self._kept(state)
        kept.document, kept.forgotten, kept.until = None, True, NEVER
        kept.history, kept.slots, kept.parked, kept.rows = [], {}, {}, {}
        self._lanes(state).purge(own_lanes(state))

    def _put(self, change: Change) -> None:
        kept = self._kept(change.state)
        kept.rev += 1
        if change.document is not None:
            kept.document, kept.forgotten, kept.until = change.document, False, NEVER
        elif kept.document is None and kept.until == NEVER:
            kept.until = self._now() + ms(self._terms.tombstone)
        kept.timers = {timer.name: timer for timer in change.timers if kept.document is not None}
        kept.history.extend(change.history)
        for row in change.rows:
            self._put_row(kept, row)

    def _put_row(self, kept: Kept, row: Row) -> None:
        known, gone = kept.rows.get(row.key, (row, 0))
        outlived = known.value is None and gone + ms(self._terms.tombstone) <= self._now()
        if known.rev <= row.rev or outlived:
            kept.rows[row.key] = (row, self._now())

    def _remember(self, change: Change) -> None:
        kept = self._kept(change.state)
        kept.seen[change.event] = tuple(entry.id for entry in change.entries)
        kept.seen_until = self._now() + ms(self._terms.seen)
        for event in tuple(islice(kept.seen, max(0, len(kept.seen) - SEEN_AT_MOST))):
            del kept.seen[event]

    def _point(self, ack: Ack) -> None:
        kept = self._kept(ack.state)
        if not ack.slot or kept.document is None:
            return
        if ack.message is None:
            kept.slots.pop(ack.slot, None)
        else:
            kept.slots[ack.slot] = ack.message

    def _ripe(self, at: int, now_ms: int, limit: int) -> tuple[Entry, ...]:
        due = sorted(
            (timer.due_ms, f"{state}\0{timer.name}", kept)
            for state, kept in self._place.kept.items()
            if partition(state) == at
            for timer in kept.timers.values()
            if timer.due_ms <= now_ms
        )[:limit]
        timers = [kept.timers.pop(member.partition("\0")[2]) for _, member, kept in due]
        for timer in timers:
            self._place.lanes[at].post(timer.entry)
        return self._place.lanes[at].hand((timer.entry.lane for timer in timers), self._taker())
