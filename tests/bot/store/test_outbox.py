"""Lanes, leases and acknowledgements, on every store."""

import asyncio

from msgspec import structs

from bot.ports import Ack, Entry, Outcome, Store
from bot.store.terms import Owner
from tests.bot.store.grounds import BRIEF, Ground, change, entry, eventually, names

CHAT, HOP = "chat:7", "hop:person:7>gym:1"


async def post(store: Store, rev: int, *entries: Entry) -> tuple[Entry, ...]:
    outcome: Outcome = await store.commit(change(f"e{rev}", rev, *entries))
    return outcome.entries


async def done(store: Store, one: Entry, *then: Entry) -> tuple[Entry, ...]:
    return await store.acknowledge(Ack(entry=one, state="person:7", then=then))


async def test_only_new_entries_are_handed_to_their_holder(store: Store) -> None:
    await post(store, 0, entry("a1"))
    assert names(await post(store, 1, entry("b1"))) == ["b1"]


async def test_what_waits_is_counted_whoever_holds_it(ground: Ground) -> None:
    one, two = await ground.open(), await ground.open()
    first, second = await post(one, 0, entry("a1"), entry("h1", HOP))
    assert await two.waiting() == 2
    await done(one, first)
    assert await two.waiting() == 1
    await done(one, second)
    assert await one.waiting() == 0


async def test_a_held_lane_is_the_holders_and_nobody_elses(ground: Ground) -> None:
    one, two = await ground.open(), await ground.open()
    (first,) = await post(one, 0, entry("a1"))
    assert await post(two, 1, entry("b1"), entry("b2", HOP)) == (entry("b2", HOP),)
    assert await two.claim(9) == ()
    assert names(await done(one, first)) == ["b1"]


async def test_the_holder_gets_others_entries_before_its_own_later_ones(ground: Ground) -> None:
    one, two = await ground.open(), await ground.open()
    await post(one, 0, entry("a1"))
    await post(two, 1, entry("b1"))
    assert names(await post(one, 2, entry("c1"))) == ["b1", "c1"]


async def test_a_lane_that_ran_empty_is_free(ground: Ground) -> None:
    one, two = await ground.open(), await ground.open()
    (first,) = await post(one, 0, entry("a1"))
    await done(one, first)
    assert names(await post(two, 1, entry("b1"))) == ["b1"]


async def test_what_follows_from_an_entry_is_posted_with_its_acknowledgement(store: Store) -> None:
    (first,) = await post(store, 0, entry("a1"))
    assert names(await done(store, first, entry("h1", HOP), entry("a2"))) == ["a2", "h1"]


async def test_a_repeated_acknowledgement_changes_nothing(ground: Ground) -> None:
    one, two = await ground.open(), await ground.open()
    first, second = await post(one, 0, entry("a1"), entry("a2"))
    await done(one, first, entry("h1", HOP))
    await done(one, entry("h1", HOP))
    assert await done(one, first, entry("h1", HOP)) == ()
    assert names(await post(two, 1, entry("h2", HOP))) == ["h2"]
    assert await done(one, second) == ()


async def test_an_acknowledgement_by_one_who_lost_the_lane_counts(ground: Ground) -> None:
    one, two = await ground.open(BRIEF), await ground.open()
    first, _ = await post(one, 0, entry("a1"), entry("a2"))
    assert names(await eventually(lambda: two.claim(9))) == ["a1", "a2"]
    assert await done(one, first) == ()
    assert await done(two, first) == ()
    assert names((await two.commit(change("e0", 0))).entries) == ["a2"]


async def test_slots_remember_and_forget_messages(store: Store) -> None:
    entries = await post(store, 0, *(entry(f"a{at}") for at in range(3)))
    for one, message in zip(entries, (11, 12, None), strict=True):
        await store.acknowledge(Ack(entry=one, state="person:7", slot="menu", message=message))
        assert await store.slot("person:7", "menu") == message


async def test_only_the_first_acknowledgement_sets_the_slot(store: Store) -> None:
    (one,) = await post(store, 0, entry("a1"))
    ack = Ack(entry=one, state="person:7", slot="menu", message=11)
    await store.acknowledge(ack)
    await store.acknowledge(structs.replace(ack, message=12))
    assert await store.slot("person:7", "menu") == 11


async def test_an_expired_lease_is_taken_over_whole_and_in_order(ground: Ground) -> None:
    one, two = await ground.open(BRIEF), await ground.open()
    first, *_ = await post(one, 0, entry("a1"), entry("a2"), entry("a3"))
    await done(one, first)
    assert names(await eventually(lambda: two.claim(9))) == ["a2", "a3"]
    assert await post(one, 1, entry("b1")) == ()


async def test_a_commit_takes_an_expired_lane_with_what_waits_in_it(ground: Ground) -> None:
    one, two = await ground.open(BRIEF), await ground.open()
    await post(one, 0, entry("a1"))
    rev = 1

    async def commit_by_another() -> list[str]:
        nonlocal rev
        rev += 1
        return names(await post(two, rev - 1, entry(f"b{rev}")))

    assert (await eventually(commit_by_another))[0] == "a1"


async def test_a_renewed_lease_does_not_run_out(ground: Ground) -> None:
    owner = Owner()
    brief, long, two = (
        await ground.open(BRIEF, owner),
        await ground.open(owner=owner),
        await ground.open(),
    )
    kept, lost = await post(brief, 0, entry("a1"), entry("h1", HOP))
    await long.renew((kept,))
    await two.renew((lost,))  # not its lane: nothing happens
    assert await eventually(lambda: two.claim(9)) == (lost,)
    assert await two.claim(9) == ()


async def test_claim_takes_as_many_lanes_of_a_partition_as_it_may(ground: Ground) -> None:
    one, two = await ground.open(BRIEF), await ground.open()
    await post(one, 0, entry("a1"), entry("a2"), entry("h1", HOP))
    claimed = [names(await eventually(lambda: two.claim(1))) for _ in range(2)]
    assert sorted(claimed) == [["a1", "a2"], ["h1"]]


async def test_an_owner_with_a_new_grip_is_told_everything_again(ground: Ground) -> None:
    owner = Owner()
    store = await ground.open(owner=owner)
    await post(store, 0, entry("a1"), entry("h1", HOP))
    assert await store.claim(9) == ()
    owner.regrip()
    assert names(await post(store, 1, entry("b1"))) == ["a1", "b1"]
    assert names(await store.claim(9)) == ["h1"]
    assert await store.claim(9) == ()


async def test_the_next_of_a_line_of_only_owners_has_everything_at_once(ground: Ground) -> None:
    before = await ground.open(owner=Owner(name="only"))
    await post(before, 0, entry("a1"), entry("h1", HOP))
    after = await ground.open(owner=Owner(name="only"))
    assert sorted(names(await after.claim(1))) == ["a1", "h1"]


async def test_a_mark_stays_on_the_entry(ground: Ground) -> None:
    one, two = await ground.open(BRIEF), await ground.open()
    first, second = await post(one, 0, entry("a1"), entry("a2"))
    assert await one.mark(first)
    claimed = await eventually(lambda: two.claim(9))
    assert claimed == (structs.replace(first, marked=True), second)


async def test_a_mark_is_refused_to_one_who_lost_the_lane(ground: Ground) -> None:
    one, two = await ground.open(BRIEF), await ground.open()
    (first,) = await post(one, 0, entry("a1"))
    await eventually(lambda: two.claim(9))
    assert (await one.mark(first), await two.mark(first)) == (False, True)
    await done(two, first)
    assert not await two.mark(first)


async def test_an_id_that_waits_already_is_not_posted_again(store: Store) -> None:
    await post(store, 0, entry("a1", body=b"first"))
    assert await post(store, 1, entry("a1", body=b"second")) == ()


async def test_lanes_with_like_names_do_not_mix(store: Store) -> None:
    like = [
        entry(f"x{at}", lane) for at, lane in enumerate(("chat:7", "chat:77", "chat:7 7", "chat"))
    ]
    await post(store, 0, *like)
    for one in like:
        assert await done(store, one) == ()
    assert (await store.commit(change("e0", 0))).entries == ()


async def test_many_commits_at_once_are_all_kept(store: Store) -> None:
    async def one(at: int) -> Outcome:
        state = f"person:{at}"
        return await store.commit(
            change("a", 0, entry(f"a{at}", f"chat:{at}", state=state), state=state)
        )

    outcomes = await asyncio.gather(*(one(at) for at in range(200)))
    assert [names(outcome.entries) for outcome in outcomes] == [[f"a{at}"] for at in range(200)]
