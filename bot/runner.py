"""Load, decide, commit: the only way a state changes, and the only caller of decide."""

import asyncio
import secrets
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from typing import TypeVar
from weakref import WeakValueDictionary

from msgspec import Struct
from msgspec.structs import replace

from bot.changes import change_of, timers
from bot.ports import Change, Conflict, Entry, Store
from flows import codec
from flows.decide import State, decide, fresh
from flows.deskwork import DeskOpened
from flows.effects import Answer, Close, Decision, Effect
from flows.events import Attached, Commanded, Event, Tapped, Told, Typed, Unreadable
from flows.people import StateId
from flows.programs.book import Book
from flows.timers import VERSION, Timer, wanted

Decide = Callable[[State, Event], Decision[State]]
Wanted = Callable[[State], tuple[Timer, ...]]
Take = Callable[[tuple[Entry, ...]], None]

R = TypeVar("R")

ANEW = Commanded | Typed | Tapped | Attached | Unreadable
"""What somebody who was forgotten begins anew with; their desk does when they train again."""

TRIES = 5
REMEMBERED = 4096


class Committed(Struct, frozen=True):
    """The event's consequences are saved; the answers are to be given now or never."""

    answers: tuple[Answer, ...] = ()


class Duplicate(Struct, frozen=True):
    """The event was committed before; a tap is answered again."""

    answers: tuple[Answer, ...] = ()


class Ignored(Struct, frozen=True):
    """The event is nobody's business: nothing was saved, and nothing is owed."""


Handled = Committed | Duplicate | Ignored


class Rules(Struct, frozen=True):
    """What is decided, which timers a state should have, and the version of the latter."""

    decide: Decide
    wanted: Wanted
    timers: str = f"{VERSION}"


def ruled(book: Book) -> Rules:
    """Give the rules under a book; another policy may want other timers."""
    return Rules(
        partial(decide, book=book),
        partial(wanted, policy=book.policy),
        f"{VERSION}.{book.policy.version}",
    )


class Runner:
    """Runs events through decide, one at a time for each state."""

    def __init__(self, store: Store, rules: Rules, take: Take) -> None:
        self._store = store
        self._rules = rules
        self.timers = rules.timers
        self._take = take
        self._turns: WeakValueDictionary[StateId, asyncio.Lock] = WeakValueDictionary()
        self._known = _Known(REMEMBERED)

    async def handle(self, state: StateId, event: Event) -> Handled:
        """Commit what follows from the event; raises Conflict when others are always first."""
        return await self._in_turn(state, lambda known: self._handle(state, known, event))

    async def retime(self, state: StateId, run: str) -> None:
        """Give a state the timers it should have by what is known today, once for each run."""
        await self._in_turn(state, lambda known: self._retime(state, known, run))

    async def _in_turn(self, state: StateId, doing: Callable[["_Held"], Awaitable[R]]) -> R:
        async with self._turns.setdefault(state, asyncio.Lock()):
            for _ in range(TRIES - 1):
                with suppress(Conflict):
                    return await doing(self._known.pop(state) or await self._load(state))
            return await doing(await self._load(state))

    async def _retime(self, state: StateId, known: "_Held", run: str) -> None:
        if not known.forgotten:
            anew = timers(state, self._rules.wanted(known.state))
            event = f"retime:{run}"
            change = Change(state=state, event=event, rev=known.rev, document=None, timers=anew)
            await self._store.commit(change)

    async def _handle(self, state: StateId, known: "_Held", event: Event) -> Handled:
        if known.forgotten and not (isinstance(event, ANEW) or _opens(event)):
            return Ignored()
        decision = await self._pointed(state, self._rules.decide(known.state, event))
        outcome = await self._store.commit(self._change(state, event, known, decision))
        self._take(outcome.entries)
        if not outcome.fresh:
            return Duplicate(_plain(event))
        if not decision.wipe:
            self._known.keep(state, _Held(decision.state, known.rev + 1))
        return Committed(tuple(e for e in decision.effects if isinstance(e, Answer)))

    async def _pointed(self, state: StateId, decision: Decision[State]) -> Decision[State]:
        """Note what the slots of a state that is forgotten show: they are forgotten with it."""
        if not decision.wipe:
            return decision
        effects = [await self._closing(state, effect) for effect in decision.effects]
        return replace(decision, effects=tuple(effects))

    async def _closing(self, state: StateId, effect: Effect) -> Effect:
        if not isinstance(effect, Close):
            return effect
        return replace(effect, message=await self._store.slot(state, effect.slot))

    def _change(
        self, state: StateId, event: Event, known: "_Held", decision: Decision[State]
    ) -> Change:
        """Describe what to commit; what is still as nothing had happened leaves no document."""
        due = () if decision.wipe else self._rules.wanted(decision.state)
        change = change_of(state, event, known.rev, decision, due)
        untouched = decision.state == known.state == fresh(state) and not _opens(event)
        return replace(change, document=None) if untouched else change

    async def _load(self, state: StateId) -> "_Held":
        loaded = await self._store.load(state)
        document = loaded.document
        was = fresh(state) if document is None else codec.read_state(document)
        return _Held(was, loaded.rev, loaded.forgotten)


def salt() -> str:
    """Make what nobody can guess, for whoever has to mint a code."""
    return secrets.token_hex(16)


def _opens(event: Event) -> bool:
    return isinstance(event, Told) and isinstance(event.news, DeskOpened)


def _plain(event: Event) -> tuple[Answer, ...]:
    return (Answer(query=event.query),) if isinstance(event, Tapped) else ()


class _Held(Struct, frozen=True):
    state: State
    rev: int
    forgotten: bool = False


class _Known:
    """The states seen last. A state is taken out while it changes: nobody trusts half a commit."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._held: OrderedDict[StateId, _Held] = OrderedDict()

    def pop(self, state: StateId) -> _Held | None:
        return self._held.pop(state, None)

    def keep(self, state: StateId, held: _Held) -> None:
        self._held[state] = held
        if len(self._held) > self._room:
            self._held.popitem(last=False)
