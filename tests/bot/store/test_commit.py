"""What a commit promises, on every store."""

import pytest

from bot.ports import Ack, Conflict, Loaded, Row, Store
from tests.bot.store.grounds import change, entry, names


async def test_what_never_was_is_empty(store: Store) -> None:
    assert await store.load("person:7") == Loaded(None, 0, forgotten=False)


async def test_a_commit_saves_the_document_and_counts(store: Store) -> None:
    await store.commit(change("a", 0, document=b"\x00\xff one"))
    assert await store.load("person:7") == Loaded(b"\x00\xff one", 1)


async def test_a_second_writer_is_refused_and_changes_nothing(store: Store) -> None:
    await store.commit(change("a", 0))
    with pytest.raises(Conflict):
        await store.commit(change("b", 0, entry("b1"), history=(b"no",)))
    assert await store.load("person:7") == Loaded(b"after a", 1)
    assert await store.history("person:7") == []
    assert names((await store.commit(change("c", 1, entry("c1")))).entries) == ["c1"]


async def test_the_same_event_twice_is_one_commit(store: Store) -> None:
    first = await store.commit(change("a", 0, entry("a1"), entry("a2")))
    await store.commit(change("b", 1))
    again = await store.commit(change("a", 0, entry("a1"), entry("a2"), document=b"other"))
    assert (first.fresh, again.fresh) == (True, False)
    assert names(first.entries) == names(again.entries) == ["a1", "a2"]
    assert await store.load("person:7") == Loaded(b"after b", 2)


async def test_a_repeated_event_returns_only_what_is_still_to_do(store: Store) -> None:
    first = await store.commit(change("a", 0, entry("a1"), entry("a2")))
    await store.acknowledge(Ack(entry=first.entries[0], state="person:7"))
    assert names((await store.commit(change("a", 0))).entries) == ["a2"]
    await store.acknowledge(Ack(entry=first.entries[1], state="person:7"))
    assert (await store.commit(change("a", 0))).entries == ()


async def test_an_event_that_changes_nothing_is_remembered_too(store: Store) -> None:
    assert (await store.commit(change("a", 0, document=None))).fresh
    assert not (await store.commit(change("a", 0, document=None))).fresh
    assert await store.load("person:7") == Loaded(None, 1)


async def test_a_document_of_none_leaves_what_is_stored(store: Store) -> None:
    await store.commit(change("a", 0))
    await store.commit(change("b", 1, document=None))
    assert await store.load("person:7") == Loaded(b"after a", 2)


async def test_the_last_128_events_are_remembered(store: Store) -> None:
    for rev in range(129):
        await store.commit(change(f"e{rev}", rev))
    assert not (await store.commit(change("e1", 129))).fresh
    with pytest.raises(Conflict):
        await store.commit(change("e0", 0))


async def test_entries_come_out_as_they_went_in(store: Store) -> None:
    sent = tuple(entry(f"e{at}", body=bytes([0, at, 255])) for at in range(12))
    assert (await store.commit(change("a", 0, *sent))).entries == sent


async def test_lanes_come_out_one_by_one(store: Store) -> None:
    sent = (entry("a1"), entry("h1", "hop:person:7>gym:1"), entry("a2"))
    assert names((await store.commit(change("a", 0, *sent))).entries) == ["a1", "a2", "h1"]


async def test_an_entry_belongs_to_its_states_partition(store: Store) -> None:
    with pytest.raises(ValueError, match="partition"):
        await store.commit(change("a", 0, entry("a1", state="person:8")))


async def test_history_is_kept_in_order(store: Store) -> None:
    await store.commit(change("a", 0, history=(b"one", b"\xfftwo")))
    await store.commit(change("b", 1, history=(b"three",)))
    assert await store.history("person:7") == [b"one", b"\xfftwo", b"three"]


async def test_states_are_all_listed(store: Store) -> None:
    ids = {f"person:{at}" for at in range(70)} | {"gym:1"}
    for state in ids:
        await store.commit(change("a", 0, state=state))
    assert sorted([state async for state in store.states()]) == sorted(ids)


async def test_a_row_with_a_lower_rev_is_ignored(store: Store) -> None:
    await store.commit(
        change("a", 0, state="gym:1", rows=(Row("7", 5, b"five"), Row("8", 1, b"x")))
    )
    await store.commit(change("b", 1, state="gym:1", rows=(Row("7", 4, b"four"),)))
    assert await store.roster("gym:1") == {"7": b"five", "8": b"x"}


async def test_a_removed_row_stays_away_from_late_writers(store: Store) -> None:
    await store.commit(change("a", 0, state="gym:1", rows=(Row("7", 5, b"five"),)))
    await store.commit(change("b", 1, state="gym:1", rows=(Row("7", 6, None),)))
    await store.commit(change("c", 2, state="gym:1", rows=(Row("7", 5, b"late"),)))
    assert await store.roster("gym:1") == {}
    await store.commit(change("d", 3, state="gym:1", rows=(Row("7", 7, b"back"),)))
    assert await store.roster("gym:1") == {"7": b"back"}


async def test_parked_updates_are_kept_once(store: Store) -> None:
    await store.park("person:7", "u2", b"\x00two", "ValueError")
    await store.park("person:7", "u1", b"one", "KeyError")
    await store.park("person:7", "u2", b"\x00two", "ValueError")
    assert await store.parked("person:7") == [b"\x00two", b"one"]


async def test_settings(store: Store) -> None:
    assert await store.setting("timers") is None
    await store.set_setting("timers", "3")
    assert await store.setting("timers") == "3"
