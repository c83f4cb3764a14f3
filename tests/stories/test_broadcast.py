"""A gym's reminder over real HTTP and a real store: each member once, whatever happens to one."""

from collections import Counter

import pytest

from bot.outbound.transport import Transport
from bot.sandbox.faults import Moment
from bot.sandbox.terms import Refused
from tests.bot.sandbox.pictures import PNG
from tests.stories.people import judged, taps
from tests.stories.reminding import (
    Held,
    agrees,
    blocks_unheard,
    got,
    gym,
    previewed,
    reads,
    results,
)
from tests.stories.rig import Client, Rig

pytestmark = pytest.mark.timeout(60)

MEMBERS = 60
AHEAD = 32
"""How many of them may be on their way at once."""


async def test_everybody_is_reminded_once_and_one_message_says_how_it_went(
    empty_durable_town: Rig,
) -> None:
    rig = empty_durable_town
    members = await gym(rig, MEMBERS)
    await rig.opens()
    gina = await previewed(rig)
    shown = len(gina.messages)
    await taps(gina, "Send to 60")
    assert got(rig, members) == [1] * MEMBERS
    assert gina.sees("Reminder done, for everybody in Iron.\n\nsent: 60")
    assert len(gina.messages) == shown
    assert judged(rig) == []


async def test_one_who_fails_in_whatever_way_never_stops_the_rest(
    empty_durable_town: Rig,
) -> None:
    rig = empty_durable_town
    members = await gym(rig, 16)
    rig.request = lambda: Transport(read_timeout=0.3)
    await rig.opens()
    gina = await previewed(rig)
    blocks_unheard(rig, members[3])
    for fault in (
        Refused(403, "Forbidden: user is deactivated"),
        Refused(400, "Bad Request: chat not found"),
        Refused(400, "Bad Request: group chat was upgraded to a supergroup chat"),
        Refused(429, "Too Many Requests: retry after 1", retry_after=1),
        Refused(500, "Internal Server Error"),
        Refused(502, "Bad Gateway"),
        Moment.RESET_BEFORE,
        Moment.RESET_AFTER,
        Moment.SILENT_AFTER,
    ):
        rig.town.faults.order("sendMessage", fault)
    await taps(gina, "Send to 16")
    found = Counter((await results(rig)).values())
    assert found == {"sent": 9, "blocked": 3, "failed": 1, "unknown": 3}
    assert sum(got(rig, members)) == 9 + 2
    assert max(got(rig, members)) == 1
    assert gina.sees(
        "cannot be reached: 3\nrefused by Telegram: 1\nnot known whether it arrived: 3"
    )


async def test_who_cannot_be_reached_is_not_counted_until_they_write_again(
    empty_durable_town: Rig,
) -> None:
    rig = empty_durable_town
    members = await gym(rig, 3)
    await rig.opens()
    gina = await previewed(rig)
    rig.town.faults.order("sendMessage", Refused(403, "Forbidden: bot was blocked by the user"))
    await taps(gina, "Send to 3")
    assert gina.sees("sent: 2\ncannot be reached: 1")
    gina = await previewed(rig)
    assert "Send to 2" in gina.buttons()
    away = members[got(rig, members).index(0)]
    rig.town.say(away, "/help")
    await rig.settled()
    gina = await previewed(rig)
    assert "Send to 3" in gina.buttons()


async def begun(rig: Rig, held: Held) -> Client:
    """Let a reminder to all be on its way, held up after some have got it."""
    rig.request = lambda: held
    await rig.opens()
    gina = await previewed(rig)
    agrees(rig, gina, "Send to 60")
    await reads(rig, gina, "On its way")
    await rig.town.until(lambda: held.begun > held.passing or None)
    return gina


async def test_a_pause_bites_at_once_and_it_goes_on_where_it_was(
    empty_durable_town: Rig,
) -> None:
    rig = empty_durable_town
    members = await gym(rig, MEMBERS)
    held = Held(members, passing=10)
    gina = await begun(rig, held)
    shown = len(gina.messages)
    agrees(rig, gina, "Pause")
    await reads(rig, gina, "Paused: everybody in Iron.")
    held.opened.set()
    await rig.settled()
    early = got(rig, members)
    assert 10 < sum(early) <= 10 + AHEAD
    await rig.crash_and_restart()
    assert got(rig, members) == early
    await taps(gina, "Go on")
    assert got(rig, members) == [1] * MEMBERS
    assert gina.sees("sent: 60")
    assert len(gina.messages) == shown


async def test_a_cancel_tells_nobody_else_and_the_report_says_how_many(
    empty_durable_town: Rig,
) -> None:
    rig = empty_durable_town
    members = await gym(rig, MEMBERS)
    held = Held(members, passing=10)
    gina = await begun(rig, held)
    agrees(rig, gina, "Cancel")
    await reads(rig, gina, "The last ones are on their way to everybody in Iron…")
    held.opened.set()
    await rig.settled()
    sent = sum(got(rig, members))
    assert 10 < sent <= 10 + AHEAD
    assert gina.sees("Cancelled, for everybody in Iron.")
    assert gina.sees(f"sent: {sent}\nnever sent: {MEMBERS - sent}")


async def test_the_progress_is_told_in_its_one_message(empty_durable_town: Rig) -> None:
    rig = empty_durable_town
    members = await gym(rig, MEMBERS)
    held = Held(members, passing=25)
    gina = await begun(rig, held)
    shown = len(gina.messages)
    rig.clock.push(rig.clock.now().replace(second=4))
    held.passing = 45
    held.opened.set()
    await reads(rig, gina, "left: ")
    await rig.settled()
    assert gina.sees("sent: 60")
    assert len(gina.messages) == shown


async def test_who_got_it_comes_as_a_file_and_it_can_be_deleted_again(
    empty_durable_town: Rig,
) -> None:
    rig = empty_durable_town
    members = await gym(rig, 3)
    await rig.opens()
    gina = await previewed(rig)
    blocks_unheard(rig, members[1])
    await taps(gina, "Send to 3", "Who got it, as a file")
    lines = gina.files()["reminder.csv"].decode("utf-8-sig").split("\r\n")
    assert lines[0] == "member,name,result"
    assert lines[1:4] == [
        f"{who},Guest {number},{'blocked' if number == 1 else 'sent'}"
        for number, who in enumerate(members)
    ]
    await taps(gina, "Delete it again", "Yes, delete it")
    assert got(rig, members) == [0, 0, 0]
    assert (await results(rig))[members[0]] == "deleted"
    assert "cannot be reached: 1\ndeleted again: 2" in gina.all_heard()[-2]


async def test_a_photo_goes_to_everybody_with_the_words_below(empty_durable_town: Rig) -> None:
    rig = empty_durable_town
    members = await gym(rig, 3)
    await rig.opens()
    gina = await previewed(rig)
    await taps(gina, "Add a photo")
    await gina.shows(PNG)
    await taps(gina, "Test to me")
    assert "photo" in gina.messages[-2]
    await taps(gina, "Send to 3")
    assert got(rig, members) == [1, 1, 1]
    newest = [rig.town.messages(one)[-1] for one in members]
    assert all(message["photo"] and message["reply_markup"] for message in newest)
    assert judged(rig) == []


async def test_after_two_days_telegram_deletes_nothing_more(empty_durable_town: Rig) -> None:
    rig = empty_durable_town
    members = await gym(rig, 2)
    await rig.opens()
    gina = await previewed(rig)
    await taps(gina, "Send to 2", "Delete it again")
    await rig.sleeps(hours=49)
    await taps(gina, "Yes, delete it")
    assert gina.sees("Telegram lets messages be deleted for 48 hours only")
    assert got(rig, members) == [1, 1]
