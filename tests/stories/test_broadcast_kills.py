"""A reminder to sixty survives kills: nobody gets it twice, and nobody is forgotten in silence."""

import signal
from collections import Counter
from pathlib import Path

import pytest

from bot.ports import Store
from bot.store.embedded import open_embedded
from tests.faults.mortal import Fate, Moment, MortalTransport, mortal_store, or_dies
from tests.faults.test_kill_the_process import Process
from tests.stories.crowd import midday
from tests.stories.people import taps
from tests.stories.reminding import (
    PREVIEW,
    Held,
    agrees,
    got,
    gym,
    presses,
    previewed,
    results,
)
from tests.stories.rig import Client, Rig

MEMBERS = 60


async def told_again(rig: Rig, gina: Client, members: list[int]) -> None:
    """See that it reached each at most once, and those it may not have reached with one tap."""
    once, found = got(rig, members), await results(rig)
    unknown = {who for who, result in found.items() if result == "unknown"}
    assert set(found.values()) <= {"sent", "unknown"}
    assert max(once) == 1
    assert {who for who, count in zip(members, once, strict=True) if not count} <= unknown
    if unknown:
        assert gina.sees(f"not known whether it arrived: {len(unknown)}")
        await taps(gina, f"Send again to the {len(unknown)} not known")
    assert gina.sees(f"sent: {MEMBERS}")
    twice = Counter(dict(zip(members, got(rig, members), strict=True)))
    assert min(twice.values()) == 1
    assert {who for who, count in twice.items() if count > 1} <= unknown


async def test_what_was_being_sent_at_a_kill_is_unknown_and_listed(
    empty_durable_town: Rig,
) -> None:
    rig = empty_durable_town
    members = await gym(rig, MEMBERS)
    held = Held(members, passing=20)
    rig.request = lambda: held
    await rig.opens()
    gina = await previewed(rig)
    agrees(rig, gina, f"Send to {MEMBERS}")
    await rig.town.until(lambda: held.begun > 30 or None)
    await rig.crash()
    before = sum(got(rig, members))
    rig.request = lambda: Held(members, passing=MEMBERS * 2)
    await rig.comes_back()
    unknown = MEMBERS - sum(got(rig, members))
    assert before == 20
    assert 0 < unknown <= 16
    assert gina.sees("Not known: Guest ")
    await told_again(rig, gina, members)


async def mortal_gym(rig: Rig, fates: list[Fate]) -> tuple[Client, list[int]]:
    """Let Gina see the preview, with a bot that has the last of these fates."""
    members, opens = await gym(rig, MEMBERS), rig.store

    async def store() -> Store:
        return mortal_store(await opens(), fates[-1])

    rig.store, rig.request = store, lambda: MortalTransport(fates[-1])
    await rig.opens()
    return await previewed(rig), members


async def revived(rig: Rig, fates: list[Fate]) -> None:
    await rig.crash()
    fates.append(Fate())
    await rig.opens()


@pytest.mark.slow
@pytest.mark.timeout(60)
@pytest.mark.parametrize("moment", list(Moment))
@pytest.mark.parametrize("later", range(5, 500, 33))
async def test_killed_at_many_points(empty_durable_town: Rig, later: int, moment: Moment) -> None:
    rig, fates = empty_durable_town, [Fate()]
    gina, members = await mortal_gym(rig, fates)
    fates[0].strikes(later, moment)
    agrees(rig, gina, f"Send to {MEMBERS}")
    await or_dies(fates[0], rig.settled())
    assert fates[0].dead.is_set()
    await revived(rig, fates)
    await rig.settled()
    await told_again(rig, gina, members)


@pytest.mark.slow
@pytest.mark.timeout(120)
@pytest.mark.parametrize("moment", list(Moment))
async def test_killed_again_and_again(empty_durable_town: Rig, moment: Moment) -> None:
    rig, fates = empty_durable_town, [Fate()]
    gina, members = await mortal_gym(rig, fates)
    fates[0].strikes(20, moment)
    agrees(rig, gina, f"Send to {MEMBERS}")
    await or_dies(fates[-1], rig.settled())
    while fates[-1].dead.is_set():
        await revived(rig, fates)
        fates[-1].strikes(60 + len(fates), moment)
        await or_dies(fates[-1], rig.settled())
    assert len(fates) > 3
    fates[-1].spares()
    await told_again(rig, gina, members)


@pytest.mark.slow
@pytest.mark.timeout(120)
async def test_kill_9_of_the_real_process(tmp_path: Path) -> None:
    async with Rig(tmp_path / "town", lambda: open_embedded(tmp_path / "data", "808080")) as rig:
        members = await gym(rig, MEMBERS, midday())
        gina = await rig.client("Gina")
        process = Process(rig.town, tmp_path / "data")
        life = await process.start()
        rig.town.say(gina.id, "/remind")
        for label in (*PREVIEW, f"Send to {MEMBERS}"):
            await presses(rig, gina, label)
        await rig.town.until(lambda: sum(got(rig, members)) > MEMBERS // 3 or None, 30)
        life.kill()
        await life.wait()
        life = await process.start()
        await rig.town.until(lambda: gina.sees("Reminder done") or None, 60)
        unknown = int("not known whether it arrived" in gina.hears())
        life.send_signal(signal.SIGTERM)
        assert await life.wait() == 0
        once = got(rig, members)
        assert max(once) == 1
        assert sum(once) >= MEMBERS - 5 * unknown
        assert "Traceback" not in process.said()
