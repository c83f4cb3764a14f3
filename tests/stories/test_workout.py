"""A whole session over real HTTP: a swap, a failed set, pain, an undo, a restart in the middle."""

import json

import pytest

from tests.stories.people import ASSESSMENT, judged, staffed, taps
from tests.stories.rig import Client, Rig

pytestmark = pytest.mark.timeout(90)


async def to_strength(mia: Client) -> None:
    """Tick all off that comes before the strength work."""
    while "set 1 of" not in mia.hears():
        await taps(mia, "All done" if "All done" in mia.buttons() else "✓ Done")


def named(mia: Client) -> str:
    """Read the name of the exercise that is on."""
    line = next(one for one in mia.hears().splitlines() if ": set " in one)
    return line.partition(":")[0]


async def to_the_end(mia: Client) -> None:
    while "That was all of it" not in mia.hears():
        await taps(mia, next(one for one in mia.buttons() if one.startswith("✓")))


async def begins(mia: Client) -> None:
    """Let Mia see the session of the day with its reasons, and start it."""
    await mia.says("/today")
    assert mia.sees("Step 1: stabilization endurance")
    await taps(mia, "Why these?", "Back to the session", "Start")
    await to_strength(mia)


async def swaps(mia: Client) -> str:
    """Let Mia swap the first lift, and rest after it; gives the name of the new one."""
    first = named(mia)
    await taps(mia, "Swap")
    new = mia.buttons()[0]
    await taps(mia, new)
    assert named(mia) == new != first
    await mia.says("15 x 8 kg")
    assert mia.sees(f"✓ {new}, set 1: 15 × 8 kg")
    return new


async def rests(mia: Client, rig: Rig) -> None:
    shown = len(mia.messages)
    await rig.sleeps(seconds=90)
    assert mia.sees("The rest is over: go.")
    assert len(mia.messages) == shown


async def fails(mia: Client, rig: Rig) -> str:
    """Let Mia fail a set, take it back after a restart, and type what it was."""
    second = named(mia)
    await mia.says("0")
    assert mia.sees(f"✓ {second}, set 1: 0 reps")
    await rig.crash_and_restart()
    await taps(mia, "Undo")
    assert named(mia) == second
    await mia.says("12 x 900 kg")
    assert mia.sees("A weight can be 500 kg (1102 lb) at most here")
    await mia.says("5 x 10 kg")
    assert named(mia) != second
    return second


async def is_hurt(mia: Client, tom: Client, rig: Rig) -> None:
    """Let a shoulder hurt while the bot is away."""
    await rig.crash()
    mia.presses(mia.buttons().index("Pain"))
    await rig.comes_back()
    await taps(mia, "3", "☐ Shoulder", "Done ✓", "None of these")
    assert any("Noted: pain 3 of 10" in text for text in mia.all_heard())
    assert sum("pain 3 of 10, here: shoulder" in text for text in tom.all_heard()) == 1


async def test_a_session_with_a_swap_a_failed_set_pain_an_undo_and_a_restart(
    durable_town: Rig,
) -> None:
    mia, tom, _ = await staffed(durable_town)
    await taps(mia, *ASSESSMENT)
    await begins(mia)
    new = await swaps(mia)
    await rests(mia, durable_town)
    failed = await fails(mia, durable_town)
    await is_hurt(mia, tom, durable_town)
    await to_the_end(mia)
    await taps(mia, "Finish", "7", "Good")
    assert any("Session done" in text for text in mia.all_heard())
    assert mia.sees("Noted, thank you.")
    await mia.says("/today")
    assert mia.sees("You have trained today")
    await mia.says(f"/lift {new}")
    assert mia.sees("Monday, 2 November: 15 × 8 kg")
    await mia.says(f"/lift {failed}")
    assert mia.sees("Monday, 2 November: 5 × 10 kg")
    assert judged(durable_town) == []
    await kept_once(mia)


async def kept_once(mia: Client) -> None:
    """Find the session once in what is kept."""
    await mia.says("/export")
    (name,) = [one for one in mia.files() if one.endswith(".json")]
    text = json.dumps(json.loads(mia.files()[name]), separators=(",", ":"))
    assert text.count('"what":"session"') == 1


async def test_a_trainer_sees_the_next_session_and_has_a_say_in_it(town: Rig) -> None:
    mia, tom, _ = await staffed(town)
    await taps(mia, *ASSESSMENT)
    await tom.says("/clients")
    await taps(tom, "Next session: Mia")
    assert tom.sees("next session: Step 1")
    exercise = tom.buttons()[0]
    await taps(tom, exercise, "A note")
    await tom.says("Slowly, please")
    assert any(f"a note to {exercise}: Slowly, please" in text for text in mia.all_heard())
    await mia.says("/today")
    assert mia.sees("Tom: Slowly, please")
    await taps(tom, exercise, "Never")
    assert any(f"never {exercise}" in text for text in mia.all_heard())
    await taps(mia, "Start")
    card = next(text for text in mia.all_heard() if "Something has changed since" in text)
    assert f"{exercise}:" not in card
    assert judged(town) == []


async def test_a_session_is_left_over_night_and_goes_on_there(durable_town: Rig) -> None:
    mia = await durable_town.client("Mia")
    await mia.says("/start")
    await taps(mia, "Begin my assessment", *ASSESSMENT)
    await mia.says("/today")
    await taps(mia, "Start")
    await to_strength(mia)
    await mia.says("12 reps")
    at = named(mia)
    await taps(mia, "Leave")
    await durable_town.sleeps(hours=20)
    await durable_town.crash_and_restart()
    await mia.says("/today")
    assert named(mia) == at
    await durable_town.sleeps(days=5)
    await mia.says("/today")
    assert "Start" in mia.buttons() or mia.sees("rest day")
    assert any("waited too long" in text for text in mia.all_heard())
