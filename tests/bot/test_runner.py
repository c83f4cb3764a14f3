"""Load, decide, commit: once for each event, and again when somebody else was first."""

import asyncio
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from bot.ports import Ack, Change, Conflict, Entry, Outcome, StoreUnavailable
from bot.runner import Committed, Duplicate, Ignored, Rules, Runner
from bot.store.memory import MemoryStore
from bot.store.place import Place
from flows import codec
from flows.codec import Posted
from flows.decide import State, decide
from flows.deskwork import DeskOpened
from flows.effects import Answer, Close, Decision, Effect, Say
from flows.events import Commanded, Event, Parked, Reached, Tapped, TimerDue, Told
from flows.news import AnyNews, ClientsAsked, TrainerLeft, Unreached
from flows.people import Sender
from flows.person import Person
from flows.words import Content, T
from tests.flows.book import BOOK
from tests.flows.policy import wanted

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
MIA = Sender(id=7, name="Mia")
HELLO = Say(content=Content((T("Hello."),)))
TAP = Tapped(id="tg:9:1", at=NOW, salt="s", sender=MIA, chat=7, data="x", query="42")
START = Commanded(id="tg:9:1", at=NOW, salt="s", sender=MIA, chat=7, name="start")


class Script:
    """Decides what was written down, and remembers what it was asked."""

    def __init__(self, *effects: Effect, wipe: bool = False) -> None:
        self.effects = effects
        self.wipe = wipe
        self.asked: list[tuple[State, Event]] = []

    def decide(self, state: State, event: Event) -> Decision[State]:
        self.asked.append((state, event))
        new = Person(id=7, name=f"after {event.id}")
        return Decision(state=new, effects=self.effects, wipe=self.wipe)


class Contested(MemoryStore):
    """A store where others are first for a while."""

    def __init__(self, conflicts: int) -> None:
        super().__init__()
        self.conflicts = conflicts
        self.loads = 0

    async def commit(self, change: Change) -> Outcome:
        if self.conflicts:
            self.conflicts -= 1
            raise Conflict
        return await super().commit(change)


class Forgetful(MemoryStore):
    """A store that commits, and whose answer is lost once."""

    lost = False

    async def commit(self, change: Change) -> Outcome:
        outcome = await super().commit(change)
        if not self.lost:
            self.lost = True
            raise StoreUnavailable
        return outcome


def runner(script: Script, store: MemoryStore, taken: list[Entry] | None = None) -> Runner:
    take = [] if taken is None else taken
    return Runner(store, Rules(script.decide, wanted), take.extend)


async def test_what_follows_is_stored_and_taken() -> None:
    store, taken = MemoryStore(), list[Entry]()
    handled = await runner(Script(HELLO), store, taken).handle("person:7", START)
    loaded = await store.load("person:7")
    assert handled == Committed()
    assert loaded.rev == 1
    assert loaded.document == codec.write_state(Person(id=7, name="after tg:9:1"))
    assert [(entry.id, entry.lane) for entry in taken] == [("tg:9:1:0", "chat:7")]
    assert codec.read_posted(taken[0].body) == Posted(
        effect=HELLO, state="person:7", rev=1, at=NOW
    )


async def test_what_changes_nothing_leaves_no_document() -> None:
    """Anybody can send anything to a gym that never was."""
    store = MemoryStore()
    same = Runner(store, Rules(lambda state, _: Decision(state=state), wanted), lambda _: None)
    await same.handle("gym:never", START)
    loaded = await store.load("gym:never")
    assert (loaded.document, loaded.rev) == (None, 1)
    assert [state async for state in store.states()] == []


async def test_an_answer_is_given_and_never_stored() -> None:
    answer, taken = Answer(query="42", text=T("Noted.")), list[Entry]()
    handled = await runner(Script(answer, HELLO), MemoryStore(), taken).handle("person:7", TAP)
    assert handled == Committed((answer,))
    assert [entry.id for entry in taken] == ["tg:9:1:1"]


async def test_a_tap_that_comes_twice_is_one_commit_and_two_answers() -> None:
    store = MemoryStore()
    twice = runner(Script(HELLO), store)
    await twice.handle("person:7", TAP)
    assert await twice.handle("person:7", TAP) == Duplicate((Answer(query="42"),))
    assert (await store.load("person:7")).rev == 1


async def test_a_command_that_comes_twice_needs_no_answer() -> None:
    twice = runner(Script(HELLO), MemoryStore())
    await twice.handle("person:7", START)
    assert await twice.handle("person:7", START) == Duplicate()


async def test_again_when_somebody_else_was_first() -> None:
    script = Script(HELLO)
    assert await runner(script, Contested(4)).handle("person:7", START) == Committed()
    assert len(script.asked) == 5


async def test_not_again_for_ever() -> None:
    with pytest.raises(Conflict):
        await runner(Script(HELLO), Contested(5)).handle("person:7", START)


async def test_another_process_is_noticed_although_the_state_is_remembered() -> None:
    place, script = Place(), Script()
    one, two = runner(script, MemoryStore(place)), runner(script, MemoryStore(place))
    for number, each in enumerate((one, two, one, two)):
        event = Commanded(id=str(number), at=NOW, salt="", sender=MIA, chat=7, name="x")
        assert await each.handle("person:7", event) == Committed()
    assert script.asked[-1][0] == Person(id=7, name="after 2")


async def test_a_lost_answer_is_a_duplicate_and_its_entries_are_still_sent() -> None:
    store, taken = Forgetful(), list[Entry]()
    again = runner(Script(HELLO), store, taken)
    with pytest.raises(StoreUnavailable):
        await again.handle("person:7", START)
    assert await again.handle("person:7", START) == Duplicate()
    assert [entry.id for entry in taken] == ["tg:9:1:0"]


async def test_one_event_at_a_time_for_a_state_without_a_conflict() -> None:
    script = Script()
    each = runner(script, MemoryStore())
    events = (
        Commanded(id=str(n), at=NOW, salt="", sender=MIA, chat=7, name="x") for n in range(20)
    )
    await asyncio.gather(*(each.handle("person:7", event) for event in events))
    assert len(script.asked) == 20


async def test_what_is_for_a_forgotten_state_is_dropped_until_its_human_writes() -> None:
    script = Script(wipe=True)
    forgetting = runner(script, store := MemoryStore())
    await forgetting.handle("person:7", START)
    assert (await store.load("person:7")).forgotten
    late = (
        Told(id="a", at=NOW, salt="", source="gym:x", rev=1, news=Unreached()),
        TimerDue(id="b", at=NOW, salt="", name="nudge", due=NOW),
        Reached(id="c", at=NOW, salt="", sender=MIA, reachable=False),
        Parked(id="d", at=NOW, salt="", sender=MIA),
    )
    for event in late:
        assert await forgetting.handle("person:7", event) == Ignored()
    script.wipe = False
    again = Commanded(id="e", at=NOW, salt="", sender=MIA, chat=7, name="start")
    assert await forgetting.handle("person:7", again) == Committed()
    assert script.asked[-1] == (Person(id=7), again)
    assert not (await store.load("person:7")).forgotten


async def test_the_desk_of_somebody_who_was_forgotten_begins_anew_when_they_train_again() -> None:
    store, left = MemoryStore(), TrainerLeft(trainer_name="Tom", gym=None)
    taken: list[Entry] = []
    rules = Rules(lambda state, event: decide(state, event, BOOK), wanted)
    each = Runner(store, rules, taken.extend)
    news: tuple[AnyNews, ...] = (DeskOpened(), left, ClientsAsked(), DeskOpened())
    told = [
        Told(id=f"hop:{n}", at=NOW, salt="s", source="person:7", rev=n, news=one)
        for n, one in enumerate(news)
    ]
    handled = [await each.handle("desk:7", event) for event in told]
    assert handled == [Committed(), Committed(), Ignored(), Committed()]
    loaded = await store.load("desk:7")
    assert loaded.document is not None
    assert not loaded.forgotten


async def test_what_a_forgotten_state_still_closes_is_noted_before_its_slots_go() -> None:
    store, taken = MemoryStore(), list[Entry]()
    script = Script(HELLO)
    each = runner(script, store, taken)
    await each.handle("person:7", START)
    shown = Ack(entry=taken[0], state="person:7", slot="a", message=55)
    await store.acknowledge(shown)
    script.effects = (HELLO, Close(slot="a", quiet=True), Close(slot="b"))
    script.wipe = True
    await each.handle("person:7", replace(START, id="tg:9:2"))
    assert await store.slot("person:7", "a") is None
    assert [codec.read_posted(entry.body).effect for entry in taken[1:]] == [
        HELLO,
        Close(slot="a", quiet=True, message=55),
        Close(slot="b"),
    ]
