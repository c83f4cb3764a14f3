"""A history from another app is taken across crashes, and goes out again; a plan as a calendar."""

import csv
import io
from datetime import datetime, time
from pathlib import Path

import msgspec
from icalendar import Calendar

from tests.stories.people import ASSESSMENT, judged, taps
from tests.stories.rig import Client, Rig

STRONG = Path("tests/data/exports/strong.csv").read_bytes()


async def assessed(town: Rig) -> Client:
    mia = await town.client("Mia")
    await mia.says("/start")
    await taps(mia, "Begin my assessment", *ASSESSMENT)
    return mia


async def table(mia: Client) -> list[list[str]]:
    await mia.says("/export")
    await taps(mia, "My sessions as a table")
    return list(csv.reader(io.StringIO(mia.files()["sessions.csv"].decode("utf-8-sig"))))


async def test_a_history_is_shown_taken_once_and_goes_out_again(town: Rig) -> None:
    mia = await assessed(town)
    await mia.attaches("strong.csv", STRONG)
    assert mia.sees("Your history from Strong")
    assert len(await table(mia)) == 1
    await town.crash_and_restart()
    await taps(mia, "Take it over")
    assert any("Taken over. Sessions: 2, sets: 4." in said for said in mia.all_heard())
    rows = await table(mia)
    assert [row[:6] for row in rows[1:3]] == [
        ["2024-03-02", "", "Barbell bench press", "1", "80", "6"],
        ["2024-03-04", "", "Barbell squat", "1", "100", "5"],
    ]
    await mia.attaches("strong.csv", STRONG)
    assert mia.sees("are here already")
    assert await table(mia) == rows
    assert judged(town) == []


async def test_a_file_that_is_no_history_is_refused_with_its_row(town: Rig) -> None:
    mia = await assessed(town)
    await mia.attaches("odd.csv", STRONG.replace(b"80.0,6", b"80.0,six"))
    assert mia.sees("Row 9: “six” under reps is no number.")
    await mia.attaches("odd.csv", b"\xff\xfe\x00\x01")
    assert mia.sees("could not be read as text")
    await mia.attaches("odd.csv", b"x" * 5_000_001)
    assert mia.sees("over 5 MB")
    assert len(await table(mia)) == 1


async def test_a_crash_while_a_file_is_read_loses_nothing(town: Rig) -> None:
    mia = await assessed(town)
    await town.crash()
    town.town.say(mia.id, "hello")
    await town.comes_back()
    await mia.attaches("strong.csv", STRONG)
    await town.crash_and_restart()
    assert mia.sees("Your history from Strong")
    offers = [said for said in mia.all_heard() if "Your history from Strong" in said]
    assert len(offers) == 1


async def test_the_plan_comes_as_a_calendar_of_the_person_s_own_hours(town: Rig) -> None:
    mia = await assessed(town)
    await mia.says("/plan")
    assert mia.sees("This week")
    await taps(mia, "Calendar file")
    first = Calendar.from_ical(mia.files()["stairwise.ics"])
    starts = [event.start for event in first.events]
    assert all(isinstance(one, datetime) and one.time() == time(18) for one in starts)
    assert {str(zone["tzid"]) for zone in first.timezones} == {"Europe/London"}
    await town.sleeps(minutes=1)
    await taps(mia, "Calendar file")
    second = Calendar.from_ical(mia.files()["stairwise.ics"])
    assert [event["uid"] for event in first.events] == [event["uid"] for event in second.events]
    assert {event["sequence"] for event in second.events} == {1}
    assert judged(town) == []


async def test_everything_kept_names_the_sessions_that_were_taken(town: Rig) -> None:
    mia = await assessed(town)
    await mia.attaches("strong.csv", STRONG)
    await taps(mia, "Take it over")
    await mia.says("/export")
    kept = msgspec.json.decode(mia.files()["stairwise.json"])
    sessions = [one for one in kept["history"] if one["what"] == "session"]
    assert len(sessions) == 2
