"""What a client reads under /why is what `stairwise review` answers for the same facts."""

import io
import json
from datetime import timedelta

import pytest

from bot.cli import review
from bot.rulebook import policy
from tests.stories.people import ASSESSMENT, taps
from tests.stories.rig import Rig

HARD = ("3", "9", "1", "Good", "5", "5", "5", "5", "0", "No", "Send ✓")
SOUND = dict.fromkeys(("feet", "knees", "low_back", "lean", "arms"), "none")


def told(assessed: str, today: str) -> dict[str, object]:
    """Write down what Mia told in her assessment and in her week."""
    tired = dict.fromkeys(("sleep", "stress", "fatigue", "soreness"), 5)
    week = {"sessions_planned": 3, "sessions_done": 3, "effort": 9, "reps_left": 1}
    return {
        "goal": "health",
        "phase": 1,
        "weeks_in_phase": 1,
        "stay_weeks": 2,
        "today": today,
        "age": 35,
        "sex": "female",
        "experience_months": 12,
        "conditions": [],
        "equipment": ["dumbbells", "barbell"],
        "fell_last_year": False,
        "movement": {**SOUND, "single_leg_seconds": 60, "pain": False},
        "movement_days": 7,
        "screened": assessed,
        "week": {**week, **tired, "form": "good", "pain": 0, "signs": []},
    }


def reasons(document: object) -> list[str]:
    out = io.StringIO()
    assert review.answer(io.BytesIO(json.dumps(document).encode()), out, policy("")) == 0
    return [why["text"] for why in json.loads(out.getvalue())["reasons"]]


@pytest.mark.timeout(60)
async def test_why_gives_the_reasons_of_the_open_door(town: Rig) -> None:
    mia = await town.client("Mia")
    await mia.says("/start")
    await taps(mia, "Begin my assessment", *ASSESSMENT)
    assessed = town.clock.now().date()
    await town.sleeps(days=7)
    await taps(mia, *HARD)
    await mia.says("/why")
    listed = [line for line in mia.all_heard()[-1].splitlines() if line.startswith("• ")]
    expected = reasons(told(f"{assessed}", f"{assessed + timedelta(days=7)}"))
    assert len(expected) > 3
    for line, text in zip(listed, expected, strict=True):
        assert line.startswith(f"• {text} (")
