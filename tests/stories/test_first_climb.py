"""The main story over real HTTP: client, trainer and gym at once, with crashes in between."""

import json
from collections.abc import Awaitable, Callable

import pytest

from bot.sandbox.terms import Json
from tests.stories.people import ASSESSMENT, WEEK, judged, staffed, taps
from tests.stories.rig import Client, Rig

pytestmark = pytest.mark.timeout(90)


async def climbs(
    rig: Rig, people: tuple[Client, Client, Client], crash: Callable[[], Awaitable[None]]
) -> None:
    """Walk from the assessment to the second step and a reminder about it."""
    mia, tom, gina = people
    await taps(mia, *ASSESSMENT[:10])
    await crash()
    await taps(mia, *ASSESSMENT[10:])
    assert any("You start on step 1" in text for text in mia.all_heard())
    assert any("Mia finished the assessment" in text for text in tom.all_heard())
    for number in range(4):
        await rig.sleeps(days=7)
        await taps(mia, *WEEK[:5])
        if number == 1:
            await crash()
        await taps(mia, *WEEK[5:])
    await taps(tom, "Approve")
    assert mia.sees("Up: step 2")
    assert any("Done. " in text for text in tom.all_heard())
    await gina.says("/remind")
    await taps(gina, "Step 2: strength endurance", "Our template", "Count and preview ✓")
    await taps(gina, "Send to 1")
    assert sum("You are on step 2" in text for text in mia.all_heard()) == 1
    assert any("Reminder done" in text and "sent: 1" in text for text in gina.all_heard())


async def test_the_first_climb_by_polling_on_a_store_on_disk(durable_town: Rig) -> None:
    people = await staffed(durable_town)
    await climbs(durable_town, people, durable_town.crash_and_restart)
    assert judged(durable_town) == []


async def test_the_first_climb_by_webhook(empty_town: Rig, webhook: dict[str, str]) -> None:
    await empty_town.opens(**webhook)
    await climbs(empty_town, await staffed(empty_town), empty_town.settled)
    assert judged(empty_town) == []


async def test_whatever_is_typed_is_answered_and_breaks_nothing(town: Rig) -> None:
    mia = await town.client("Mia")
    for text in (
        "/start",
        "<b>&{x}</b> 💪",
        "x" * 4096,
        "/nonsense",
        "{",
        "&amp;",
        "/start <code>",
    ):
        before = len(mia.all_heard())
        await mia.says(text)
        assert len(mia.all_heard()) > before, text
    await taps(mia, "Begin my assessment")
    for text in ("five hundred", "35", "yes", "yes please"):
        await mia.says(text)
    await taps(mia, "That is right ✓") if "That is right ✓" in mia.buttons() else None
    for text in ("general health", "female", "5'11", "80 kilo", "2 years", "1 week", "three"):
        await mia.says(text)
    assert mia.sees("What can you train with")
    assert judged(town) == []


async def test_what_is_no_text_gets_a_hint(town: Rig) -> None:
    mia = await town.client("Mia")
    await mia.says("/start")
    before = len(mia.all_heard())
    first = next(m["message_id"] for m in mia.messages if not m["from"]["is_bot"])
    town.town.edit(mia.id, first, "/start again")
    await town.settled()
    assert len(mia.all_heard()) == before + 1
    assert mia.sees("edited")


async def test_a_red_flag_reaches_the_trainer_once_and_is_cleared(durable_town: Rig) -> None:
    mia, tom, _ = await staffed(durable_town)
    await taps(mia, *ASSESSMENT)
    await mia.says("I had chest pain on the stairs")
    assert any("call 112 / 911" in text for text in mia.all_heard())
    await taps(mia, "☐ Chest, neck, jaw or arm pain", "Done ✓")
    await durable_town.crash_and_restart()
    await taps(mia, "Yes, now")
    assert sum("must not train now" in text for text in tom.all_heard()) == 1
    label = next(one for one in tom.buttons() if one.startswith("Clearance seen"))
    await taps(tom, label, "A doctor", "Today", "No limit named", "Note it ✓")
    assert any("welcome back on step 1" in text for text in mia.all_heard())


async def test_everything_kept_is_one_file(durable_town: Rig) -> None:
    mia = await durable_town.client("Mia")
    await mia.says("/start")
    await taps(mia, "Begin my assessment", *ASSESSMENT)
    await mia.says("/export")
    sent = next(m for m in reversed(mia.messages) if "document" in m)
    row = durable_town.town.world.drawer.find(sent["document"]["file_id"])
    kept: Json = json.loads(durable_town.town.world.drawer.bytes_of(row))
    assert "stabilization" not in json.dumps(kept.get("parked", []))
    assert '"consent given"' in json.dumps(kept, separators=(",", ":"))


async def test_a_blocked_bot_falls_silent_and_is_back_with_the_next_word(town: Rig) -> None:
    mia, _, gina = await staffed(town)
    await taps(mia, *ASSESSMENT)
    town.town.block(mia.id)
    await town.settled()
    await gina.says("/remind")
    await taps(gina, "Everybody", "Our template", "Count and preview ✓")
    assert gina.sees("Nobody would get this")
    town.town.unblock(mia.id)
    await mia.says("/stairs")
    await gina.says("/remind")
    await taps(gina, "Everybody", "Our template", "Count and preview ✓")
    assert "Send to 1" in gina.buttons()
