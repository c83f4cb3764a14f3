"""Being forgotten, on every store."""

from datetime import timedelta

import pytest

from bot.ports import Ack, Conflict, Loaded, Row, Store, Timer
from bot.store.terms import Terms
from tests.bot.store.grounds import BRIEF, Ground, change, entry, eventually, names

HOP = "hop:person:7>desk:9"
SHORT = Terms(tombstone=timedelta(milliseconds=30))


async def lived(store: Store) -> None:
    """Leave one of everything that a person can have."""
    nudge = Timer("nudge", 50, entry("nudge", "timer:person:7"))
    due = Timer("due", 1, entry("due", "timer:person:7"))
    first = await store.commit(
        change("a", 0, entry("a1"), entry("h1", HOP), history=(b"hurt",), timers=(nudge, due))
    )
    await store.ripe(1, 9)
    await store.acknowledge(Ack(entry=first.entries[0], state="person:7", slot="menu", message=5))
    await store.park("person:7", "u1", b"words", "ValueError")
    await store.commit(change("b", 1, entry("a2"), timers=(nudge,)))


async def test_a_wipe_leaves_a_tombstone_and_nothing_else(store: Store) -> None:
    await lived(store)
    await store.commit(change("c", 2, document=None, wipe=True))
    assert await store.load("person:7") == Loaded(None, 3, forgotten=True)
    assert await store.history("person:7") == await store.parked("person:7") == []
    assert await store.slot("person:7", "menu") is None
    assert [state async for state in store.states()] == []
    assert await store.next_timer() is None


async def test_a_wipe_leaves_no_rows(store: Store) -> None:
    rows = (Row("7", 1, b"Mia, step 2"),)
    await store.commit(change("a", 0, state="gym:1", rows=rows))
    await store.commit(change("b", 1, state="gym:1", document=None, wipe=True))
    assert await store.roster("gym:1") == {}


async def test_a_wipe_takes_back_what_was_posted_but_not_what_it_posts(ground: Ground) -> None:
    store, heir = await ground.open(BRIEF), await ground.open()
    await lived(store)
    farewell = (entry("bye"), entry("left", HOP))
    outcome = await store.commit(change("c", 2, *farewell, document=None, wipe=True))
    assert outcome.entries == farewell
    left: list[str] = []

    async def all_claimed() -> bool:
        left.extend(names(await heir.claim(9)))
        return len(left) == 2

    await eventually(all_claimed)
    assert sorted(left) == ["bye", "left"]


async def test_a_wipe_leaves_the_neighbours_alone(store: Store) -> None:
    for state in ("desk:7", "person:77"):
        chat = entry(f"to {state}", "hop:desk:7>person:7", state=state)
        await store.commit(change("a", 0, chat, state=state, history=(b"kept",)))
    await lived(store)
    await store.commit(change("c", 2, document=None, wipe=True))
    for state in ("desk:7", "person:77"):
        assert await store.history(state) == [b"kept"]
        assert names((await store.commit(change("a", 0, state=state))).entries) == [f"to {state}"]


async def test_a_wipe_of_a_desk_leaves_the_humans_chat_alone(store: Store) -> None:
    await store.commit(change("a", 0, entry("a1")))
    await store.commit(change("a", 0, state="desk:7"))
    await store.commit(change("b", 1, state="desk:7", document=None, wipe=True))
    assert names((await store.commit(change("a", 0))).entries) == ["a1"]


async def test_events_before_the_wipe_are_remembered(store: Store) -> None:
    await lived(store)
    await store.commit(change("c", 2, document=None, wipe=True))
    assert not (await store.commit(change("b", 1))).fresh
    with pytest.raises(Conflict):
        await store.commit(change("late", 2))


async def test_late_hops_do_not_wake_a_tombstone(store: Store) -> None:
    await lived(store)
    await store.commit(change("c", 2, document=None, wipe=True))
    await store.commit(change("late", 3, document=None))
    assert await store.load("person:7") == Loaded(None, 4, forgotten=True)


async def test_a_late_acknowledgement_leaves_no_slot(store: Store) -> None:
    await lived(store)
    out = await store.commit(change("c", 2, entry("bye"), document=None, wipe=True))
    await store.acknowledge(Ack(entry=out.entries[0], state="person:7", slot="menu", message=6))
    assert await store.slot("person:7", "menu") is None


async def test_a_document_revives_the_forgotten(store: Store) -> None:
    await lived(store)
    await store.commit(change("c", 2, document=None, wipe=True))
    await store.commit(change("d", 3))
    assert await store.load("person:7") == Loaded(b"after d", 4)
    assert [state async for state in store.states()] == ["person:7"]


async def test_a_wipe_with_a_document_starts_anew_at_once(store: Store) -> None:
    await lived(store)
    await store.commit(change("c", 2, wipe=True))
    assert await store.load("person:7") == Loaded(b"after c", 3)
    assert await store.history("person:7") == []


async def test_a_tombstone_goes_after_its_time(ground: Ground) -> None:
    store = await ground.open(SHORT)
    await store.commit(change("a", 0))
    await store.commit(change("b", 1, document=None, wipe=True))

    async def gone() -> bool:
        return await store.load("person:7") == Loaded()

    await eventually(gone)


async def test_a_revived_state_stays(ground: Ground) -> None:
    store = await ground.open(SHORT)
    await store.commit(change("a", 0, state="person:8"))
    await store.commit(change("a", 0, document=None, wipe=True))
    await store.commit(change("b", 1, document=b"back"))
    await store.commit(change("b", 1, state="person:8", document=None, wipe=True))

    async def other_is_gone() -> bool:
        return await store.load("person:8") == Loaded()

    await eventually(other_is_gone)
    assert (await store.load("person:7")).document == b"back"


async def test_event_ids_are_forgotten_after_their_time(ground: Ground) -> None:
    store = await ground.open(Terms(seen=timedelta(milliseconds=30)))
    await store.commit(change("a", 0))
    rev = 1

    async def new_again() -> bool:
        nonlocal rev
        try:
            fresh = (await store.commit(change("a", rev))).fresh
        except Conflict:
            rev = (await store.load("person:7")).rev
            return False
        return fresh

    assert await eventually(new_again)


async def test_a_removed_rows_rev_goes_with_the_tombstones(ground: Ground) -> None:
    store = await ground.open(SHORT)
    await store.commit(change("a", 0, state="gym:1", rows=(Row("7", 9, b"old"),)))
    await store.commit(change("b", 1, state="gym:1", rows=(Row("7", 10, None),)))
    rev = 2

    async def newcomer_is_let_in() -> bool:
        nonlocal rev
        rev += 1
        await store.commit(change(f"c{rev}", rev - 1, state="gym:1", rows=(Row("7", 1, b"new"),)))
        return await store.roster("gym:1") == {"7": b"new"}

    await eventually(newcomer_is_let_in)
